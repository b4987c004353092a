-- The directory at the size of the country: hierarchy, codes of both schemes, history, and a search without diacritics.

-- Lower case, without diacritics: đ is a letter of its own to Unicode, so it is replaced by hand.
create function plain_text(text text) returns text immutable strict parallel safe language sql
    return lower(regexp_replace(normalize(translate(text, 'đĐ', 'dD'), NFD), '[\u0300-\u036f]', '', 'g'));

-- The words by which an agency is found: those of its name, and the groups of its codes.
create function agency_words(name text, codes text[]) returns tsvector immutable strict parallel safe language sql
    return array_to_tsvector(array(
        select distinct word from regexp_split_to_table(plain_text(name || ' ' || array_to_string(codes, ' ')), '[^a-z0-9]+') word
        where word <> ''));

-- Every word of the text has to begin a word of what is found. Null where the text has no word.
create function agency_query(text text) returns tsquery immutable strict parallel safe language sql
    return (select string_agg('''' || word || ''':*', ' & ')::tsquery
        from regexp_split_to_table(plain_text(text), '[^a-z0-9]+') word where word <> '');

alter table agency
    add column code20 organ_id,                            -- its code of Decision 20/2020, where it has one
    add column words tsvector not null default '',
    add column version integer not null default 1 check (version >= 1),
    add column modified_at timestamptz not null default now(),
    add column closed_at timestamptz,
    add column successor organ_id references agency,
    add constraint agency_successor check (successor is null or closed_at is not null and successor <> id),
    add constraint agency_texts check (length(name) between 1 and 200 and length(mail) <= 100) not valid;

-- Texts that were taken in before there were rules for them. What is left is less than the rules allow: ranges of letters and
-- signs without any control, format, private or unassigned character in them, and of blanks only those that no end loses.
create function printable_text(text text) returns text immutable strict parallel safe language sql
    return regexp_replace(text, '[^ -~\u00a0-\u00ac\u00ae-\u0377\u0384-\u038a\u038e-\u03a1\u03a3-\u052f\u1e00-\u1f15\u2010-\u2027\u202f-\u205e\u20a0-\u20bf'
        || '\u2100-\u218b\u2190-\u23ff\u2500-\u27bf\u3001-\u303f\u3041-\u3096\u3099-\u30ff\u3400-\u4dbf\u4e00-\u9ffc\uac00-\ud7a3\uff01-\uffbe]', ' ', 'g');

update agency set
    name = coalesce(nullif(btrim(left(btrim(printable_text(name)), 200)), ''), id),
    mail = case when mail ~ '^[^[:space:]@]+@[^[:space:]@]+$' and length(mail) <= 100 and mail = printable_text(mail)
        then mail end,
    code102 = case when code102 ~ '^[A-Za-z0-9.]{1,35}$' then code102 end;

drop function printable_text(text);

update agency a set
    words = agency_words(a.name, array(select c.code::text from agency_code c where c.agency = a.id)),
    code20 = (select c.code from agency_code c
        where c.agency = a.id and c.code ~ '^[A-Z][0-9]{2}([.][0-9A-Z]+)*$' order by c.code <> a.id, c.code limit 1);

-- The level of a code of Decision 20/2020 is the number of its groups.
alter table agency add column level smallint generated always as (array_length(string_to_array(code20::text, '.'), 1)) stored;

create index agency_parent on agency (parent);
create index agency_modified on agency (modified_at);
create index agency_level on agency (level, id) where closed_at is null;
create index agency_found on agency using gin (words);

-- What the directory said of an agency, from when on and by whose word; until when is told by the next one.
create table agency_version (
    agency organ_id not null references agency,
    version integer not null check (version >= 1),
    change text not null check (change in ('REGISTERED', 'RENAMED', 'CHANGED', 'MERGED', 'CLOSED', 'REOPENED')),
    valid_from timestamptz not null,
    changed_by text not null,
    name text not null,
    mail text,
    parent organ_id,
    code102 text,
    aliases text[] not null,
    system text,
    successor organ_id,
    primary key (agency, version)
);

insert into agency_version
    select a.id, 1, 'REGISTERED', a.modified_at, 'migration', a.name, a.mail, a.parent, a.code102,
        array(select c.code::text from agency_code c where c.agency = a.id and c.code <> a.id order by 1), a.system, null
    from agency a;

create trigger append_only before update or delete or truncate on agency_version execute function refuse_change();
