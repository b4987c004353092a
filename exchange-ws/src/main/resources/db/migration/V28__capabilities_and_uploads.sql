-- What agencies' systems can take, as they say themselves; whoever has no row takes what this server takes.
create table agency_capability (
    agency organ_id primary key references agency,
    max_octets bigint not null check (max_octets > 0),
    content_types text[] not null, -- of attachments, in lower case; empty: all
    business_types smallint[] not null check (business_types <@ array[0, 2, 3]::smallint[]),
    changed_at timestamptz not null,
    changed_by text not null
);

-- Messages that come in pieces. Their octets lie in files; what stands here is on the disk.
create table upload (
    id uuid primary key,
    owner text not null,           -- the caller
    length bigint not null check (length > 0),
    received bigint not null check (received between 0 and length),
    metadata text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    writer uuid,
    claimed_until timestamptz not null default 'epoch'
);
create index upload_owner on upload (owner);
create index upload_expiry on upload (expires_at);
