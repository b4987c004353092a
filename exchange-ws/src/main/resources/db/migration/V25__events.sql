-- What agencies' systems are told of: written in the transaction of what happened, given its place in the feed afterwards.

-- The thread of messages that change one another; null where a dispatch begins its own.
alter table dispatch add column conversation uuid;

-- Committed, or about to be, and without a place yet. Of two events of which one could know the other, the later has the
-- greater number, for it is drawn when the row is written.
create table event_waiting (
    number bigint generated always as identity primary key,
    id uuid not null,
    agency organ_id not null,
    kind text not null check (kind ~ '^[A-Z_]{1,40}$'),
    conversation uuid not null,
    dispatch uuid,
    delivery uuid,
    party organ_id,
    status status_code,
    related uuid,
    at timestamptz not null
);

-- In the order of places, without holes but for what retention removed: what comes later has a greater place, always.
create table event (
    place bigint primary key,
    id uuid not null,
    agency organ_id not null,
    kind text not null,
    conversation uuid not null,
    dispatch uuid,
    delivery uuid,
    party organ_id,
    status status_code,
    related uuid,
    at timestamptz not null
);
-- Read off the front, agency by agency; where nulls would stand keeps the planner from walking along the primary key instead.
create index event_agency on event (agency, place nulls first);
create index event_id on event (id);

-- Whoever gives places holds this row; how far they are given, and up to where events are forgotten.
create table event_horizon (
    single boolean primary key default true check (single),
    newest bigint not null default 0,
    forgotten bigint not null default 0
);
insert into event_horizon default values;
