-- The records of the exchange. Ids are UUIDs of version 7, so that they sort by time; digests are 32 octets of SHA-256.

create domain sha256 as bytea check (octet_length(value) = 32);
create domain organ_id as text check (value ~ '^[A-Za-z0-9.]{1,35}$');
create domain role_set as text[] check (value <@ array['EXCHANGE', 'SIGN', 'AUDIT', 'VERIFY', 'OPERATE']);
create domain status_code as text check (value in ('01', '02', '03', '04', '05', '06', '13', '15', '16'));
create domain message_type as text check (value in ('edoc', 'status'));

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- who exchanges ------------------------------------------------------------------------------------------------------

create table system (
    id text primary key check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    name text not null,
    vxp_secret bytea,              -- encrypted by the vault
    token_sha256 sha256 unique,
    ws_certificate_sha256 sha256 unique,
    roles role_set not null
);

create table agency (
    id organ_id primary key,
    name text not null,
    mail text,
    parent organ_id references agency,
    code102 text,
    system text references system
);
create index agency_system on agency (system);

-- Every code that reaches an agency, its present identifier among them: no two agencies share one.
create table agency_code (
    code organ_id primary key,
    agency organ_id not null references agency
);
create index agency_code_agency on agency_code (agency);

create table account (
    name text primary key check (length(name) between 1 and 64),
    full_name text not null,
    token_sha256 sha256 unique,
    roles role_set not null
);

create table account_agency (
    account text references account,
    agency organ_id references agency,
    primary key (account, agency)
);

create table key_grant (
    system text references system,
    account text references account,
    key_alias text not null check (key_alias ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    check (num_nonnulls(system, account) = 1),
    unique nulls not distinct (system, account, key_alias)
);

-- what is exchanged --------------------------------------------------------------------------------------------------

create table dispatch (
    id uuid primary key,
    message_type message_type not null,
    sender organ_id not null references agency,
    document_id text not null check (length(document_id) between 1 and 200),
    variant text not null,         -- empty for a new document; the content's digest where a DocumentId may come again
    business_type smallint not null check (business_type between 0 and 3),
    content_sha256 sha256 not null,
    content_length bigint not null check (content_length >= 0),
    subject text not null,
    code_number text not null,
    code_notation text not null,
    promulgation_date date,
    priority smallint not null check (priority between 0 and 4),
    accepted_at timestamptz not null,
    submitted_by text not null,
    channel text not null check (channel in ('VXP', 'REST', 'SOAP', 'INTERNAL')),
    constraint dispatch_once unique (sender, message_type, document_id, variant)
);
create index dispatch_sent on dispatch (sender, message_type, id desc);
create index dispatch_code on dispatch (sender, code_number, code_notation) where message_type = 'edoc';

create table idempotency_key (
    caller text not null,
    key text not null,
    request_sha256 sha256 not null,
    dispatch uuid not null references dispatch,
    primary key (caller, key)
);

create table delivery (
    id uuid primary key,
    dispatch uuid not null references dispatch,
    recipient organ_id not null references agency,
    message_type message_type not null,
    state text not null default 'initial' check (state in ('initial', 'processing', 'done', 'fail')),
    failures integer not null default 0 check (failures >= 0),
    lease_token uuid,
    lease_until timestamptz not null default 'epoch',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (dispatch, recipient)
) with (fillfactor = 80);          -- room for the updates that every delivery sees
create index delivery_waiting on delivery (recipient, message_type, id) where state <> 'done';

create table business_status (
    id uuid primary key,
    dispatch uuid not null references dispatch,
    party organ_id not null references agency,
    reporter organ_id not null references agency,
    code status_code not null,
    description text not null,
    at timestamptz not null,
    recorded_at timestamptz not null,
    message uuid references dispatch
);
create index business_status_copy on business_status (dispatch, party, id);

create table outbox (
    id uuid primary key,
    kind text not null check (kind in ('STATUS_MESSAGE')),
    lane text not null,
    payload text not null,
    due timestamptz not null,
    attempts integer not null default 0
);
create index outbox_due on outbox (kind, due);

-- what is proved -----------------------------------------------------------------------------------------------------

create table audit_entry (
    id uuid primary key,
    dispatch uuid references dispatch,
    body text not null,            -- the exact octets that are hashed
    salt bytea not null check (octet_length(salt) = 32),
    at timestamptz not null
);
create index audit_entry_dispatch on audit_entry (dispatch) where dispatch is not null;

-- In the order in which the deeds followed one another: what saw a commit has a greater position than what it saw.
create table audit_pending (
    position bigint generated always as identity primary key,
    entry uuid not null references audit_entry
);

create table audit_batch (
    number bigint primary key check (number >= 1),
    first_sequence bigint not null unique check (first_sequence >= 1),
    last_sequence bigint not null unique check (last_sequence >= first_sequence),
    head bytea not null,
    seal bytea not null,
    timestamp_token bytea not null,
    certificates bytea[] not null
);

create table audit_link (
    sequence bigint primary key check (sequence >= 1),
    entry uuid not null unique references audit_entry,
    batch bigint not null references audit_batch,
    leaf_hash sha256 not null      -- holds the one before it, so the links are a chain
);
create index audit_link_batch on audit_link (batch, sequence);

create trigger append_only before update or delete or truncate on audit_entry execute function refuse_change();
create trigger append_only before update or delete or truncate on audit_batch execute function refuse_change();
create trigger append_only before update or delete or truncate on audit_link execute function refuse_change();
create trigger append_only before update or delete or truncate on business_status execute function refuse_change();
