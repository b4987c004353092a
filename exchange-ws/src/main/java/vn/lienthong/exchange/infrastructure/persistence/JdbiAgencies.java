package vn.lienthong.exchange.infrastructure.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Address;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyDirectory;
import vn.lienthong.exchange.domain.agency.AgencyFilter;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.AgencyVersion;
import vn.lienthong.exchange.domain.agency.ChangeBy;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;

/** The directory in PostgreSQL. */
record JdbiAgencies(Handle handle) implements AgencyDirectory {
    @Override
    public List<AgencyRecord> list(AgencyFilter filter, @Nullable OrganId after, int most) {
        StringBuilder where = new StringBuilder("where true");
        Map<String, Object> values = new HashMap<>();
        if (!filter.closedToo()) {
            where.append(" and a.closed_at is null");
        }
        narrow(where, values, "words", filter.words(), " and a.words @@ agency_query(:words)");
        OrganId parent = filter.parent();
        narrow(where, values, "parent", parent == null ? null : parent.value(), " and a.parent = :parent");
        if (filter.decision20()) {
            where.append(" and a.level is not null");
        }
        narrow(where, values, "level", filter.level(), " and a.level = :level");
        narrow(where, values, "since", filter.modifiedSince(), " and a.modified_at >= :since");
        narrow(where, values, "until", filter.modifiedUntil(), " and a.modified_at <= :until");
        narrow(where, values, "after", after == null ? null : after.value(), " and a.id > :after");
        Query query = handle.createQuery(AgencyRows.RECORD + where + " order by a.id limit :most");
        values.forEach(query::bind);
        return query.bind("most", most).map(AgencyRows::recorded).list();
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> values, String name, @Nullable Object value, String condition) {
        if (value != null) {
            where.append(condition);
            values.put(name, value);
        }
    }

    @Override
    public Optional<Instant> lastChange() {
        return handle.createQuery("select modified_at from agency order by modified_at desc limit 1")
                .map((row, context) -> Columns.instant(row, "modified_at"))
                .findFirst();
    }

    @Override
    public Optional<Agency> find(OrganId idOrAlias) {
        return record(idOrAlias).map(AgencyRecord::agency);
    }

    @Override
    public Optional<AgencyRecord> record(OrganId idOrAlias) {
        return handle.createQuery(
                        AgencyRows.RECORD + "where a.id = (select agency from agency_code where code = :code)")
                .bind("code", idOrAlias.value())
                .map(AgencyRows::recorded)
                .findFirst();
    }

    @Override
    public List<AgencyVersion> history(OrganId agency) {
        return handle.createQuery("""
                        select v.*, lead(v.valid_from) over (order by v.version) as valid_until
                        from (select * from agency_version where agency = :agency order by version desc limit :most) v
                        order by v.version""")
                .bind("agency", agency.value())
                .bind("most", MOST_VERSIONS)
                .map(AgencyRows::version)
                .list();
    }

    @Override
    public Map<OrganId, OrganId> resolve(Collection<OrganId> idsOrAliases) {
        Map<OrganId, OrganId> present = new HashMap<>();
        handle.createQuery("select code, agency from agency_code where code = any(:codes)")
                .bindArray("codes", String.class, (Object[]) Columns.texts(idsOrAliases))
                .map((row, context) ->
                        present.put(new OrganId(row.getString("code")), new OrganId(row.getString("agency"))))
                .list();
        return present;
    }

    @Override
    public Map<OrganId, Address> addresses(Collection<OrganId> idsOrAliases) {
        Map<OrganId, Address> addresses = new HashMap<>();
        handle.createQuery("""
                        select c.code, c.agency, a.closed_at is not null as closed
                        from agency_code c join agency a on a.id = c.agency where c.code = any(:codes)""")
                .bindArray("codes", String.class, (Object[]) Columns.texts(idsOrAliases))
                .map((row, context) -> addresses.put(
                        new OrganId(row.getString("code")),
                        new Address(new OrganId(row.getString("agency")), row.getBoolean("closed"))))
                .list();
        return addresses;
    }

    @Override
    public Optional<OrganId> successor(OrganId closed) {
        return handle.createQuery("""
                        with recursive line (id, closed_at, successor) as (
                            select id, closed_at, successor from agency where id = :id
                            union select a.id, a.closed_at, a.successor from agency a join line l on a.id = l.successor)
                        select id from line where closed_at is null""")
                .bind("id", closed.value())
                .mapTo(String.class)
                .findFirst()
                .map(OrganId::new);
    }

    @Override
    public Optional<SystemId> systemOver(OrganId agency) {
        return handle.createQuery("""
                        with recursive line (id, parent, system, height) as (
                            select id, parent, system, 0 from agency where id = :id
                            union all select a.id, a.parent, a.system, l.height + 1
                            from agency a join line l on a.id = l.parent and l.system is null and l.height < 100
                                and not exists (select from account_agency p where p.agency = l.id))
                        select system from line where system is not null""")
                .bind("id", agency.value())
                .mapTo(String.class)
                .findFirst()
                .map(SystemId::new);
    }

    @Override
    public boolean isInUse(OrganId agency) {
        return handle.createQuery("""
                        select exists (select from account_agency where agency = :id)
                            or exists (select from dispatch where sender = :id)
                            or exists (select from delivery where recipient = :id)""")
                .bind("id", agency.value())
                .mapTo(boolean.class)
                .one();
    }

    @Override
    public boolean hasChildren(OrganId agency) {
        return handle.createQuery("select exists (select from agency where parent = :id and closed_at is null)")
                .bind("id", agency.value())
                .mapTo(boolean.class)
                .one();
    }

    @Override
    public List<OrganId> topmost(SystemId system, int most) {
        return handle
                .createQuery("""
                        select a.id from agency a where a.system = :system and a.closed_at is null and not exists (
                            with recursive line (id, parent, system) as (
                                select p.id, p.parent, p.system from agency p where p.id = a.parent
                                union select p.id, p.parent, p.system from agency p join line l on p.id = l.parent)
                            select from line where system = :system)
                        order by a.id limit :most""")
                .bind("system", system.value())
                .bind("most", most)
                .mapTo(String.class)
                .list()
                .stream()
                .map(OrganId::new)
                .toList();
    }

    @Override
    public int count(SystemId system) {
        return handle.createQuery("select count(*) from agency where system = :system")
                .bind("system", system.value())
                .mapTo(int.class)
                .one();
    }

    @Override
    public void lock() {
        new AgencyChanges(handle).lock();
    }

    @Override
    public void lockWithin(Duration patience) {
        new AgencyChanges(handle).lockWithin(patience);
    }

    @Override
    public boolean put(Agency agency, ChangeBy by) {
        lock();
        AgencyRecord before = record(agency.id())
                .filter(found -> found.agency().id().equals(agency.id()))
                .orElse(null);
        return new AgencyChanges(handle).put(before, agency, by);
    }

    @Override
    public boolean close(OrganId agency, @Nullable OrganId successor, ChangeBy by) {
        lock();
        return new AgencyChanges(handle).close(record(agency).orElseThrow(), successor, by);
    }
}
