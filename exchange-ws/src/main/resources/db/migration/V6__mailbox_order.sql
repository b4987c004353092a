-- A page of a mailbox is read off the front of these indexes, agency by agency. Ids are never null: where nulls would stand
-- only keeps the planner from walking along the primary key, which has them at the other end, past all the rows of others,
-- as it likes to where most rows are one agency's and it has no idea that another agency is asked for.

drop index dispatch_sent;
create index dispatch_sent on dispatch (sender, message_type, id desc nulls last);

drop index delivery_waiting;
create index delivery_waiting on delivery (recipient, message_type, id nulls first) where state <> 'done';
