-- A key is taken away from whom it was granted to, and the row stays: what the directory file says at the next start does not
-- give it back. A grant that comes later than the first start waits for a second person.

alter table key_grant add column withdrawn_by text, add column withdrawn_at timestamptz,
    add constraint key_grant_withdrawn check (num_nonnulls(withdrawn_by, withdrawn_at) in (0, 2));
create index key_grant_key on key_grant (key_alias);

create table key_grant_proposal (
    id uuid primary key,
    key_alias key_alias not null,
    grantee text not null,         -- a system or an account
    state text not null check (state in ('PROPOSED', 'GRANTED', 'REJECTED')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null))
);
create unique index key_grant_proposal_waiting on key_grant_proposal (key_alias, grantee) where state = 'PROPOSED';
create index key_grant_proposal_of on key_grant_proposal (key_alias, grantee);

-- what an official authorised with a key, so that it ends with the grant
create index signature_authorization_key on signature_authorization (account, key_alias);
