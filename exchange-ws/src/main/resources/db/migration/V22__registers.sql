-- The registers of outgoing and incoming documents (sổ đăng ký văn bản đi, đến). That numbers have no gap, that nothing is
-- taken back and that a closed register stays as it is, is held here too, whatever a program does.

create domain register_direction as text check (value in ('outgoing', 'incoming'));

-- What the agency wants of the registers that are opened from now on.
create table register_setting (
    agency organ_id primary key references agency,
    own_series text[] not null,             -- kinds of documents that are numbered apart from all others
    on_confirmation boolean not null,       -- what the agency confirms over the exchange gets its number at once
    changed_at timestamptz not null,
    changed_by text not null
);

create table register (
    agency organ_id not null references agency,
    direction register_direction not null,
    year smallint not null check (year between 2000 and 9999),
    own_series text[] not null,             -- as the settings were when it was opened
    opened_at timestamptz not null,
    closed_at timestamptz,
    closed_by text,
    entries integer,                        -- how many there are, once it is closed
    xml_sha256 sha256,                      -- the whole of it when it was closed
    xml_length bigint,
    pdf_sha256 sha256,                      -- its print, made after it was closed
    pdf_length bigint,
    sealed_with text,                       -- the key whose PAdES signature the print has, or null
    primary key (agency, direction, year),
    check (num_nonnulls(closed_at, closed_by, entries, xml_sha256, xml_length) in (0, 5)),
    check (num_nonnulls(pdf_sha256, pdf_length) in (0, 2) and (pdf_sha256 is null or closed_at is not null)),
    check (sealed_with is null or pdf_sha256 is not null)
);
create index register_xml on register (xml_sha256) where xml_sha256 is not null;
create index register_pdf on register (pdf_sha256) where pdf_sha256 is not null;

-- The counters. Whoever wants a number waits for whoever is just getting one.
create table register_series (
    agency organ_id not null,
    direction register_direction not null,
    year smallint not null,
    series text not null,                   -- empty for the one of all kinds that have none of their own
    last_number integer not null default 0,
    last_at timestamptz not null default 'epoch',
    primary key (agency, direction, year, series),
    foreign key (agency, direction, year) references register
) with (fillfactor = 50);                   -- each number is an update of one row

create table register_entry (
    id uuid primary key,
    agency organ_id not null,
    direction register_direction not null,
    year smallint not null,
    series text not null,
    number integer not null check (number >= 1),
    registered_at timestamptz not null,
    registered_on date not null,            -- in Vietnam; ngày đến
    registered_by text not null,
    kind text not null,                     -- abbreviation of Annex III, or empty
    type_name text not null,
    notation text not null,                 -- ký hiệu; of an incoming document its number too
    document_date date,
    subject text not null,
    author text not null,
    signer text not null,
    recipients text not null,
    copies integer check (copies >= 0),
    receiver text not null,
    transferred_on date,
    received_by text not null,
    note text not null,
    document_sha256 sha256,
    request_key text,                       -- under which the caller asked for it
    request_sha256 sha256,
    words tsvector not null,
    unique (agency, direction, year, series, number),
    foreign key (agency, direction, year, series) references register_series,
    check (num_nonnulls(request_key, request_sha256) in (0, 2))
);
create unique index register_entry_request on register_entry (registered_by, request_key) where request_key is not null;
-- Number and notation of an agency are unique within a year, on paper and otherwise (Decree 30/2020, Article 15).
create unique index register_entry_code on register_entry (agency, year, number, notation) where direction = 'outgoing';
create index register_entry_found on register_entry using gin (words);

-- Words, each behind the register that it stands in: so a search reads the agency's own entries and nobody else's.
create function register_words(agency text, direction text, year integer, text text) returns tsvector
    immutable strict parallel safe language sql
    return array_to_tsvector(array(
        select distinct agency || ' ' || direction || ' ' || year || ' ' || left(word, 100)
        from regexp_split_to_table(plain_text(text), '[^a-z0-9]+') word where word <> ''));

-- Every word of the text has to begin a word of what is found. Null where the text has no word.
create function register_query(agency text, direction text, year integer, text text) returns tsquery
    immutable strict parallel safe language sql
    return (select string_agg('''' || agency || ' ' || direction || ' ' || year || ' ' || left(word, 100) || ''':*', ' & ')::tsquery
        from regexp_split_to_table(plain_text(text), '[^a-z0-9]+') word where word <> '');

-- What is known of an entry only later: who was handed the document, when, and with whose signature. The last one holds.
create table register_addition (
    position bigint generated always as identity primary key,
    entry uuid not null references register_entry,
    at timestamptz not null,
    by text not null,
    receiver text not null,
    transferred_on date,
    received_by text not null,
    note text not null,
    document_sha256 sha256
);
create index register_addition_entry on register_addition (entry, position desc);

-- A number that is not used. It stays, and nobody else gets it.
create table register_cancellation (
    entry uuid primary key references register_entry,
    at timestamptz not null,
    by text not null,
    reason text not null check (length(reason) between 1 and 500)
);

-- Which entry of an agency a dispatch has: one, unless that was cancelled.
create table register_dispatch (
    entry uuid primary key references register_entry,
    agency organ_id not null,
    direction register_direction not null,
    dispatch uuid not null references dispatch,
    in_force boolean not null default true
);
create unique index register_dispatch_once on register_dispatch (agency, direction, dispatch) where in_force;

create trigger append_only before update or delete or truncate on register_entry execute function refuse_change();
create trigger append_only before update or delete or truncate on register_addition execute function refuse_change();
create trigger append_only before update or delete or truncate on register_cancellation execute function refuse_change();
create trigger append_only before delete or truncate on register execute function refuse_change();
create trigger append_only before delete or truncate on register_series execute function refuse_change();
create trigger append_only before delete or truncate on register_dispatch execute function refuse_change();

-- A register that is closed gets its print, and nothing else of it changes.
create function refuse_change_of_closed_register() returns trigger language plpgsql as $$
begin
    if (new.agency, new.direction, new.year, new.own_series, new.opened_at)
            is distinct from (old.agency, old.direction, old.year, old.own_series, old.opened_at)
        or old.closed_at is not null
            and (new.closed_at, new.closed_by, new.entries, new.xml_sha256, new.xml_length)
                is distinct from (old.closed_at, old.closed_by, old.entries, old.xml_sha256, old.xml_length)
        or old.pdf_sha256 is not null
            and (new.pdf_sha256, new.pdf_length, new.sealed_with)
                is distinct from (old.pdf_sha256, old.pdf_length, old.sealed_with) then
        raise exception 'register is append-only' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger immutable before update on register for each row execute function refuse_change_of_closed_register();

-- Share: whoever closes the register waits for those who are writing in it, and those who come later find it closed.
create function require_open_register(agency text, direction text, year integer) returns void language plpgsql as $$
begin
    perform from register r where r.agency = $1 and r.direction = $2 and r.year = $3 and r.closed_at is null for share;
    if not found then
        raise exception 'the register is closed, and append-only' using errcode = 'insufficient_privilege';
    end if;
end $$;

create function entry_of_open_register() returns trigger language plpgsql as $$
begin
    perform require_open_register(new.agency, new.direction, new.year);
    if new.number is distinct from (select s.last_number from register_series s where s.agency = new.agency
            and s.direction = new.direction and s.year = new.year and s.series = new.series) then
        raise exception 'a number comes from its counter' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger open_register before insert on register_entry for each row execute function entry_of_open_register();

create function change_in_open_register() returns trigger language plpgsql as $$
begin
    perform require_open_register(e.agency, e.direction, e.year) from register_entry e where e.id = new.entry;
    return new;
end $$;
create trigger open_register before insert on register_addition for each row execute function change_in_open_register();
create trigger open_register before insert on register_cancellation for each row execute function change_in_open_register();
create trigger open_register before insert or update on register_dispatch for each row execute function change_in_open_register();

-- A counter begins at nought, goes up by one, and for each step there is an entry when the transaction ends.
create function refuse_jump() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and new.last_number <> 0
        or tg_op = 'UPDATE' and (new.last_number <> old.last_number + 1 or new.last_at < old.last_at
            or (new.agency, new.direction, new.year, new.series)
                is distinct from (old.agency, old.direction, old.year, old.series)) then
        raise exception 'numbers go up by one' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger no_jump before insert or update on register_series for each row execute function refuse_jump();

create function require_entry() returns trigger language plpgsql as $$
begin
    if not exists (select from register_entry e where e.agency = new.agency and e.direction = new.direction
            and e.year = new.year and e.series = new.series and e.number = new.last_number) then
        raise exception 'a number was counted that no entry has' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;
create constraint trigger no_gap after update on register_series deferrable initially deferred
    for each row execute function require_entry();
