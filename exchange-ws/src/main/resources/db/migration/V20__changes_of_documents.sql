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

-- Updates and replacements that were accepted before, of the document that had their DocumentId first. Recalls are left out:
-- nobody was asked by them in the document's own history, and their answers stand in theirs.
insert into dispatch_change
    select c.id, t.id, v.recipient
    from dispatch c
    join dispatch t on t.sender = c.sender and t.message_type = 'edoc' and t.document_id = c.document_id and t.business_type = 0
    join delivery v on v.dispatch = c.id
    join delivery w on w.dispatch = t.id and w.recipient = v.recipient
    where c.message_type = 'edoc' and c.business_type in (2, 3);

create trigger append_only before update or delete or truncate on dispatch_change execute function refuse_change();

-- The later delivery is not given before the earlier one was given or withdrawn.
create table delivery_order (
    later uuid not null references delivery,
    earlier uuid not null references delivery,
    primary key (later, earlier),
    check (later <> earlier)
);

-- Statuses of one copy are delivered one after the other, in the order in which the copy's lock let them in: the ids are
-- of the nodes' clocks. A lane was the sender before.
alter table outbox add column position bigint;
update outbox o set position = n.place
    from (select id, row_number() over (order by id) as place from outbox) n where n.id = o.id;
alter table outbox alter column position set not null;
alter table outbox alter column position add generated always as identity;
select setval(pg_get_serial_sequence('outbox', 'position'), coalesce(max(position), 1), max(position) is not null)
    from outbox;
update outbox o set lane = s.dispatch || ' ' || s.party
    from business_status s where o.kind = 'STATUS_MESSAGE' and o.payload = s.id::text;
create index outbox_lane on outbox (kind, lane, position);

-- In which order the statuses of a copy were recorded: numbered while the copy is locked. Clocks and ids are read before that.
-- Those before this migration are in the order of their ids, as they were shown.
alter table business_status add column position bigint;
alter table business_status disable trigger append_only;
update business_status s set position = n.place
    from (select id, row_number() over (order by id) as place from business_status) n where n.id = s.id;
alter table business_status enable trigger append_only;
alter table business_status alter column position set not null;
alter table business_status alter column position add generated always as identity;
select setval(
    pg_get_serial_sequence('business_status', 'position'), coalesce(max(position), 1), max(position) is not null)
    from business_status;
drop index business_status_copy;
create index business_status_copy on business_status (dispatch, party, position);
