-- Addresses of agencies' systems that are told of events.

create table webhook (
    id uuid primary key,
    agency organ_id not null references agency,
    registered_by text not null,
    address text not null check (length(address) between 1 and 2000),
    kinds text[] not null,         -- empty: all
    state text not null check (state in ('PROVING', 'ACTIVE', 'DISABLED')),
    reason text not null,          -- why it is disabled
    due timestamptz not null,      -- before which it is not called
    failing_since timestamptz,     -- the first failure after which nothing was taken
    created_at timestamptz not null
);
create index webhook_agency on webhook (agency);
create index webhook_due on webhook (state, due);

-- The newest signs, and the one before it too until then.
create table webhook_secret (
    webhook uuid not null references webhook on delete cascade,
    number bigint generated always as identity,
    secret bytea not null,         -- encrypted by the vault
    valid_until timestamptz,
    primary key (webhook, number)
);

-- What is to be told; gone once it was taken, or given up.
create table webhook_push (
    webhook uuid not null references webhook on delete cascade,
    place bigint not null,         -- of an event
    conversation uuid not null,
    due timestamptz not null,      -- also until when it is being told
    since timestamptz not null,
    attempts integer not null default 0,
    primary key (webhook, place)
) with (fillfactor = 80);
create index webhook_push_conversation on webhook_push (webhook, conversation, place);

create table webhook_attempt (
    number bigint generated always as identity primary key,
    webhook uuid not null references webhook on delete cascade,
    event uuid,                    -- null: the address was asked to prove itself
    at timestamptz not null,
    status smallint,               -- null: there was no answer
    millis integer not null,
    error text not null,
    outcome text not null check (outcome in ('TAKEN', 'RETRY', 'GIVEN_UP'))
);
create index webhook_attempt_webhook on webhook_attempt (webhook, number);
