-- A delivery that its recipient's system gave back too often is off its list until somebody restores it.
alter table delivery add column set_aside_at timestamptz;
create index delivery_set_aside on delivery (set_aside_at, id) where set_aside_at is not null;

-- What was tried with a delivery: leases, what their holders said, and what followed. The delivery's own row is its lock.
create table delivery_attempt (
    delivery uuid not null,
    number bigint generated always as identity,
    kind text not null check (kind ~ '^[A-Z_]{1,20}$'),
    at timestamptz not null,
    actor text not null,
    reason text not null,
    until timestamptz,             -- the end of a lease, or of the delay that was asked for
    primary key (delivery, number)
);

-- Restoring many: where it has come to stands beside what it did, in one commit.
create table restore_job (
    id uuid primary key,
    requested_by text not null,
    senders text[] not null,       -- empty: all
    recipients text[] not null,    -- empty: all
    set_aside_from timestamptz not null,
    set_aside_to timestamptz not null,
    created_at timestamptz not null,
    matched integer not null,
    restored integer not null default 0,
    after_at timestamptz not null,
    after_id uuid not null,
    finished_at timestamptz
);
create index restore_job_open on restore_job (created_at) where finished_at is null;
