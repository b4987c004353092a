-- What agencies' systems can take, as they say themselves; whoever has no row takes what this server takes.
create table agency_capability (
    agency organ_id primary key references agency,
    max_octets bigint not null check (max_octets > 0),
    content_types text[] not null, -- of attachments, in lower case; empty: all
    business_types smallint[] not null check (business_types <@ array[0, 2, 3]::smallint[]),
    changed_at timestamptz not null,
    changed_by text not null
);
