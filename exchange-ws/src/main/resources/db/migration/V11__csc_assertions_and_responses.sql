-- Applications that prove themselves by a key of their own (RFC 7523), and answers that wait to be fetched.

alter table oauth_client add column assertion_key bytea;
alter table oauth_client add constraint oauth_client_one_proof check (secret_sha256 is null or assertion_key is null);

-- Each assertion is good once, whatever node it comes to. Source: RFC 7523 §3, number 7.
create table client_assertion (
    client text not null references oauth_client,
    id_sha256 sha256 not null,
    expires_at timestamptz not null,
    primary key (client, id_sha256)
);
create index client_assertion_expiry on client_assertion (expires_at);

-- What was signed in operation mode A; a grant that is removed takes what was answered under it along.
create table signing_response (
    id_sha256 sha256 primary key,
    grant_id uuid not null references oauth_grant on delete cascade,
    answer text not null,
    expires_at timestamptz not null
);
create index signing_response_grant on signing_response (grant_id);
create index signing_response_expiry on signing_response (expires_at);
