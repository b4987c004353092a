package vn.lienthong.exchange.infrastructure.persistence;

import java.util.List;

/** How an import is compared with the directory, and applied. Each statement looks at all lines of one import. */
final class ImportStatements {
    /** Which agency a line means, its parent and its successor: by any code that the directory or the file gives. */
    static final List<String> RESOLVE = List.of("""
            update agency_import_row r set target = coalesce((select c.agency from agency_code c where c.code = r.id), r.id)
            where r.import = :import""", """
            update agency_import_row r set parent_target = x.parent_target, successor_target = x.successor_target
            from (
                select l.line, coalesce(pc.agency, pf.target) as parent_target, coalesce(sc.agency, sf.target) as successor_target
                from agency_import_row l
                    left join agency_code pc on pc.code = l.parent
                    left join agency_code sc on sc.code = l.successor
                    left join (select id, min(target) as target from agency_import_row where import = :import group by id) pf
                        on pf.id = l.parent
                    left join (select id, min(target) as target from agency_import_row where import = :import group by id) sf
                        on sf.id = l.successor
                where l.import = :import and (l.parent is not null or l.successor is not null)) x
            where r.import = :import and r.line = x.line""");

    /** The directory as it would be: every agency, with its line where the file has one. */
    private static final String AFTERWARDS = """
            afterwards (id, parent, closed, line) as materialized (
                select coalesce(r.target, a.id), coalesce(r.parent_target, a.parent),
                    coalesce(r.closed, a.closed_at is not null), r.line
                from (select * from agency_import_row where import = :import) r full join agency a on a.id = r.target)""";

    /** Whether two lines speak of one agency. To be asked first: below each such pair the others would see twice as much. */
    static final String DOUBLED = """
            select 'M.' || line || '.id' as code, 'another line speaks of ' || target || ' too' as detail from (
                select line, target, row_number() over (partition by target order by line) as n
                from agency_import_row where import = :import) l
            where n > 1 order by line limit 100""";

    /** No agency has two lines. Each is reached with its level, and the nearest line from which on it may be another one. */
    static final String FINDINGS = "with recursive " + AFTERWARDS + """
            , reached (id, level, line) as (
                select id, 1, line from afterwards where parent is null
                union select f.id, p.level + 1, coalesce(f.line, p.line) from afterwards f join reached p on f.parent = p.id),
            line as (select * from agency_import_row where import = :import),
            given as (select l.line, l.target, k.code from line l cross join unnest(l.codes) k (code)),
            fault (line, kind, member, detail) as (
                (select g.line, 'M', 'aliases', g.code || ' is a code of ' || c.agency
                    from given g join agency_code c on c.code = g.code where c.agency <> g.target limit 100)
                union all (select max(line), 'M', 'aliases', 'another line gives ' || code || ' to another agency'
                    from given group by code having count(distinct target) > 1 limit 100)
                union all (select g.line, 'R', 'aliases', 'more than 20' from (
                        select line, target, code from given
                        union select l.line, l.target, c.code from line l join agency_code c on c.agency = l.target) g
                    where g.code <> g.target group by g.line, g.target
                    having count(distinct g.code) > 20 and count(distinct g.code) >
                        (select count(*) from agency_code c where c.agency = g.target and c.code <> g.target) limit 100)
                union all (select line, 'M', 'parent', parent || ' is no agency'
                    from line where parent is not null and parent_target is null limit 100)
                union all (select line, 'M', 'successor', successor || ' is no agency'
                    from line where successor is not null and successor_target is null limit 100)
                union all (select line, 'M', 'successor', 'the agency itself'
                    from line where successor_target = target limit 100)
                union all (select line, 'M', 'system', system || ' is no system'
                    from line l where system is not null and not exists (select from system s where s.id = l.system) limit 100)
                union all (select coalesce(f.line, p.line), 'M', 'closed', f.id || ' would be below ' || p.id || ', which is closed'
                    from afterwards f join afterwards p on p.id = f.parent
                    where not f.closed and p.closed and coalesce(f.line, p.line) is not null limit 100)
                union all (select line, 'M', 'parent', id || ' would be on level ' || level
                    from reached where level > :levels and line is not null limit 100)
                union all (select f.line, 'M', 'parent', f.id || ' would be above itself'
                    from afterwards f where f.line is not null and not exists (select from reached r where r.id = f.id) limit 100))
            select kind || '.' || line || '.' || member as code, detail from fault order by line, member limit 100""";

    static final String COMPARE = """
            update agency_import_row r set change = case
                when x.closed and (a.id is null or a.closed_at is null
                        or x.successor_target is not null and x.successor_target is distinct from a.successor)
                    then case when x.successor_target is null then 'CLOSED' else 'MERGED' end
                when a.id is null then 'REGISTERED'
                when not x.closed and a.closed_at is not null then 'REOPENED'
                when x.name <> a.name then 'RENAMED'
                when coalesce(x.mail, a.mail) is distinct from a.mail
                        or coalesce(x.parent_target, a.parent) is distinct from a.parent
                        or coalesce(x.code102, a.code102) is distinct from a.code102
                        or coalesce(x.system, a.system) is distinct from a.system
                        or exists (select from unnest(x.codes) k (code)
                            where (select c.agency from agency_code c where c.code = k.code) is null)
                    then 'CHANGED' end
            from agency_import_row x left join agency a on a.id = x.target
            where r.import = :import and x.import = r.import and x.line = r.line""";

    static final String AGENCIES = """
            insert into agency (id, name, mail, parent, code102, system, code20, modified_at, closed_at, successor)
                select r.target, r.name, coalesce(r.mail, a.mail), coalesce(r.parent_target, a.parent),
                    coalesce(r.code102, a.code102), coalesce(r.system, a.system), coalesce(a.code20, r.code20), :at,
                    case when r.closed then coalesce(a.closed_at, :at) when r.closed is null then a.closed_at end,
                    case when r.closed then coalesce(r.successor_target, a.successor)
                        when r.closed is null then a.successor end
                from agency_import_row r left join agency a on a.id = r.target
                where r.import = :import and r.change is not null
            on conflict (id) do update set name = excluded.name, mail = excluded.mail, parent = excluded.parent,
                code102 = excluded.code102, system = excluded.system, code20 = excluded.code20,
                version = agency.version + 1, modified_at = excluded.modified_at, closed_at = excluded.closed_at,
                successor = excluded.successor""";

    static final String CODES = """
            insert into agency_code (code, agency)
                select k.code, r.target from agency_import_row r cross join unnest(r.codes || r.target::text) k (code)
                where r.import = :import and r.change is not null
            on conflict do nothing""";

    static final String WORDS = """
            update agency a
                set words = agency_words(a.name, array(select c.code::text from agency_code c where c.agency = a.id))
            from agency_import_row r where r.import = :import and r.change is not null and a.id = r.target""";

    static final String VERSIONS = """
            insert into agency_version (agency, version, change, valid_from, changed_by, name, mail, parent, code102, aliases,
                    system, successor)
                select a.id, a.version, r.change, a.modified_at, :by, a.name, a.mail, a.parent, a.code102,
                    array(select c.code::text from agency_code c where c.agency = a.id and c.code <> a.id order by 1),
                    a.system, a.successor
                from agency_import_row r join agency a on a.id = r.target
                where r.import = :import and r.change is not null""";

    private ImportStatements() {}
}
