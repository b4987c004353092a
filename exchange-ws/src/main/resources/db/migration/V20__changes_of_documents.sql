-- Recall, update and replacement; which delivery follows which; whose turn it is.

-- A delivery that was taken back. One that its recipient had confirmed stays done, and carries the time.
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check
    check (state in ('initial', 'processing', 'done', 'fail', 'withdrawn'));

alter table delivery
    add column given_at timestamptz,                   -- when the recipient was first given it: leased, fetched or answered
    add column withdrawn_at timestamptz,
    add column turn timestamptz not null default now(), -- its place in the mailbox: when it came, less its lane's head start
    add column follows boolean not null default false;  -- whether delivery_order holds something that has to be given first

-- What was given out before this migration stands in the audit log alone. Where a dispatch was fetched at all, each of its
-- recipients counts as having it: then a recall asks, and takes nothing away unasked.
update delivery v set
    turn = v.created_at,
    given_at = case when v.state = 'initial'
        then (select min(e.at) from audit_entry e where e.dispatch = v.dispatch and e.body like '%"delivery-fetched"%')
        else v.updated_at end;

drop index delivery_waiting;
create index delivery_waiting on delivery (recipient, message_type, turn, id) where state not in ('done', 'withdrawn');

-- Which message changes (recalls, updates, replaces) which, and whose copy it is about.
create table dispatch_change (
    change uuid not null references dispatch,
    target uuid not null references dispatch,
    party organ_id not null references agency,
    primary key (change, target, party)
);
create index dispatch_change_target on dispatch_change (target, party, change);
create trigger append_only before update or delete or truncate on dispatch_change execute function refuse_change();

-- The later delivery is not given before the earlier one was given or withdrawn.
create table delivery_order (
    later uuid not null references delivery,
    earlier uuid not null references delivery,
    primary key (later, earlier),
    check (later <> earlier)
);

-- Statuses of one copy are delivered one after the other.
create index outbox_lane on outbox (kind, lane, id);

-- In which order the statuses of a copy were recorded: numbered while the copy is locked. Clocks and ids are read before that.
alter table business_status add column position bigint generated always as identity;
drop index business_status_copy;
create index business_status_copy on business_status (dispatch, party, position);
