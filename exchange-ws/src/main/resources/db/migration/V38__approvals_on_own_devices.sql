-- Signatures that an application asks an official for, who answers on a device of the official's own. The handle by which
-- the application asks what became of it is stored as a digest.
create table approval_request (
    id uuid primary key,
    handle_sha256 sha256 not null unique,
    grant_id uuid not null references oauth_grant on delete cascade,
    client text not null references oauth_client,
    account text not null references account,
    credential text not null,
    hash_algorithm text not null,
    hashes text[] not null check (cardinality(hashes) >= 1),
    -- four texts a hash, in the order of the hashes; none where no signature says anything
    words text[] not null check (cardinality(words) in (0, 4 * cardinality(hashes))),
    labels text[] not null check (cardinality(labels) = cardinality(hashes)),
    signatures integer not null check (signatures >= 1),
    description text not null check (length(description) <= 500),
    expires_at timestamptz not null,
    state text not null default 'PENDING' check (state in ('PENDING', 'APPROVED', 'REFUSED')),
    authorization_id uuid references signature_authorization on delete cascade,
    check ((state = 'APPROVED') = (authorization_id is not null))
);
create index approval_request_open on approval_request (account, expires_at) where state <> 'APPROVED';
create index approval_request_expiry on approval_request (expires_at);
create index approval_request_grant on approval_request (grant_id);
create index approval_request_authorization on approval_request (authorization_id) where authorization_id is not null;
