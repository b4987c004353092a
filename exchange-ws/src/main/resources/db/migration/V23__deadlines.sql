-- Deadlines of the exchange: rules and days as data, and until when each delivery has to be acknowledged.

-- What was decided for single days: extra days off, days worked on (hoán đổi). Without a line the law's own calendar holds.
create table calendar_day (
    day date primary key,
    working boolean not null,
    name text not null check (length(name) between 1 and 200),
    changed_at timestamptz not null,
    changed_by text not null
);

create table deadline_rule (
    kind text not null check (kind in ('send', 'receive')),
    priority smallint not null check (priority between 0 and 4),
    working_days integer check (working_days between 0 and 60),        -- until the end of that working day
    minutes integer check (minutes between 1 and 14400),
    around_the_clock boolean not null,                                 -- the minutes pass at night too
    lead_minutes integer not null check (lead_minutes between 0 and 14400),
    changed_at timestamptz not null default now(),
    changed_by text not null default 'migration',
    primary key (kind, priority),
    check (num_nonnulls(working_days, minutes) = 1)
);
insert into deadline_rule (kind, priority, working_days, minutes, around_the_clock, lead_minutes) values
    ('send', 0, 1, null, false, 0), ('send', 1, 0, null, false, 0), ('send', 2, 0, null, false, 0), ('send', 3, 0, null, false, 0),
    ('send', 4, 0, null, false, 0),
    ('receive', 0, 0, null, false, 120), ('receive', 1, null, 120, false, 30), ('receive', 2, null, 60, false, 15),
    ('receive', 3, null, 30, true, 10), ('receive', 4, null, 30, true, 10);

-- One a delivery of a document. What was accepted before there were deadlines has none.
create table deadline (
    delivery uuid primary key references delivery,
    agency organ_id not null references agency,        -- whose it is: the recipient
    priority smallint not null,
    started_at timestamptz not null,
    due_at timestamptz not null,
    next_at timestamptz,               -- when somebody has to look at it next; null when nobody has to
    warned_at timestamptz,
    missed_at timestamptz,             -- when it was found to be missed
    met_at timestamptz,
    ended_at timestamptz               -- when nothing was to be acknowledged any more: the delivery was withdrawn
) with (fillfactor = 80);
create index deadline_next on deadline (next_at) where next_at is not null;
create index deadline_due on deadline (agency, due_at, delivery);
create index deadline_open on deadline (agency, due_at, delivery) where met_at is null and ended_at is null;
