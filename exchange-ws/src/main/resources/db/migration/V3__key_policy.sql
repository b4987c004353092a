-- What each signing key may be used for, and how often it was. Uses are counted in blocks that a node leases, so that a
-- signature costs no transaction of its own; every recorded use is in the transaction of its audit entry.

create domain key_alias as text check (value ~ '^[a-z0-9][a-z0-9._-]{0,63}$');

create table key_policy (
    id uuid primary key,
    key_alias key_alias not null,
    state text not null check (state in ('PROPOSED', 'EFFECTIVE', 'SUPERSEDED', 'REJECTED')),
    based_on uuid references key_policy,
    enabled boolean not null,
    uses text[] not null check (uses <@ array['DIGESTS', 'PADES', 'XADES', 'CADES', 'JADES', 'ASIC']),
    kinds text[] not null,         -- empty: every kind
    hours text[] not null,         -- such as MONDAY 07:30-17:30, in Vietnam; empty: always
    per_day bigint check (per_day >= 0),
    in_all bigint check (in_all >= 0),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null))
);
create unique index key_policy_effective on key_policy (key_alias) where state = 'EFFECTIVE';
create index key_policy_proposed on key_policy (proposed_at, id) where state = 'PROPOSED';

-- The uses of closed blocks.
create table key_usage (
    key_alias key_alias not null,
    day date not null,             -- in Vietnam
    used bigint not null check (used >= 0),
    primary key (key_alias, day)
);

-- The open blocks; a block that is closed is gone.
create table key_usage_block (
    id uuid primary key,
    key_alias key_alias not null,
    day date not null,
    node text not null,
    size bigint not null check (size >= 1)
);
create index key_usage_block_key on key_usage_block (key_alias);

-- The recorded uses of open blocks.
create table key_use (
    block uuid not null references key_usage_block,
    uses bigint not null check (uses >= 1)
);
create index key_use_block on key_use (block);
