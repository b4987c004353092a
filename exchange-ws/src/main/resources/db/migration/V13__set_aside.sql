-- A signed file in the server's care whose workers are never heard of again is set aside for the operator after some tries.

alter table kept_signature add column lost_workers integer not null default 0 check (lost_workers >= 0);
alter table kept_signature drop constraint kept_signature_state_check;
alter table kept_signature add constraint kept_signature_state_check
    check (state in ('AWAITING', 'COMPLETE', 'GIVEN_UP', 'SET_ASIDE'));
alter table kept_signature add constraint kept_signature_set_aside check (state <> 'SET_ASIDE' or due is null);
create index kept_signature_set_aside on kept_signature (id) where state = 'SET_ASIDE';
