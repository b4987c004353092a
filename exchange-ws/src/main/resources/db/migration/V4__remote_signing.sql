-- Signing at a distance (CSC API): officials' factors, applications and what they were allowed, authorised hashes.
-- Tokens of every kind are stored as digests; PIN hashes and secrets of one-time passwords are encrypted by the vault.

alter table key_policy drop constraint key_policy_uses_check;
alter table key_policy add constraint key_policy_uses_check
    check (uses <@ array['DIGESTS', 'PADES', 'XADES', 'CADES', 'JADES', 'ASIC', 'REMOTE']);

-- what shows that it is the official -----------------------------------------------------------------------------------

create table signing_factors (
    account text primary key references account,
    pin bytea not null,
    totp bytea not null,
    last_step bigint not null
);

create table factor_enrolment (
    account text primary key references account,
    code_sha256 sha256 not null,
    expires_at timestamptz not null,
    tries integer not null check (tries >= 0),
    pin bytea,
    totp bytea,
    check ((pin is null) = (totp is null))
);

-- An application that gives wrong PINs bars itself, and not the official.
create table factor_attempts (
    account text not null references account,
    factor text not null check (factor in ('PIN', 'TOTP')),
    application text not null,
    failures integer not null check (failures >= 0),
    barred_until timestamptz not null,
    primary key (account, factor, application)
);

-- who acts for whom ----------------------------------------------------------------------------------------------------

create table oauth_client (
    id text primary key check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    name text not null check (length(name) between 1 and 200),
    secret_sha256 sha256,
    redirect_uris text[] not null,
    explicit boolean not null
);

create table oauth_request (
    uri_sha256 sha256 primary key,
    client text not null references oauth_client,
    parameters text not null,
    expires_at timestamptz not null
);
create index oauth_request_expiry on oauth_request (expires_at);

create table browser_session (
    token_sha256 sha256 primary key,
    account text not null references account,
    expires_at timestamptz not null
);
create index browser_session_expiry on browser_session (expires_at);

create table oauth_grant (
    id uuid primary key,
    client text not null references oauth_client,
    account text references account,
    scope text not null check (scope in ('SERVICE', 'CREDENTIAL')),
    granted_at timestamptz not null,
    revoked_at timestamptz
);
create index oauth_grant_client on oauth_grant (client, account);

create table oauth_token (
    token_sha256 sha256 primary key,
    grant_id uuid not null references oauth_grant on delete cascade,
    kind text not null check (kind in ('ACCESS', 'REFRESH')),
    expires_at timestamptz not null,
    used_at timestamptz
);
create index oauth_token_grant on oauth_token (grant_id);

-- what is to be signed -------------------------------------------------------------------------------------------------

create table signature_authorization (
    id uuid primary key,
    grant_id uuid not null references oauth_grant on delete cascade,
    account text not null references account,
    key_alias key_alias not null,
    hash_algorithm text not null,
    signatures integer not null check (signatures >= 1),
    sad_sha256 sha256 unique,
    expires_at timestamptz not null
);
create index signature_authorization_grant on signature_authorization (grant_id);

-- One row a hash. Which node may sign it is decided by who moves it on from AUTHORIZED.
create table authorized_hash (
    authorization_id uuid not null references signature_authorization on delete cascade,
    hash bytea not null check (octet_length(hash) in (32, 48, 64)),
    state text not null default 'AUTHORIZED' check (state in ('AUTHORIZED', 'RESERVED', 'CONSUMED')),
    reservation uuid,
    changed_at timestamptz,
    primary key (authorization_id, hash),
    check ((state = 'AUTHORIZED') = (reservation is null))
);
create index authorized_hash_reservation on authorized_hash (reservation) where reservation is not null;

-- A hash that was signed stays so, whatever a fault of the program says.
create function keep_consumed() returns trigger language plpgsql as $$
begin
    if old.state = 'CONSUMED' then
        raise exception 'a consumed hash stays consumed' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger keep_consumed before update on authorized_hash for each row execute function keep_consumed();

create table oauth_code (
    code_sha256 sha256 primary key,
    grant_id uuid not null references oauth_grant on delete cascade,
    redirect_uri text,
    code_challenge text not null,
    authorization_id uuid references signature_authorization on delete cascade,
    credential text,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index oauth_code_grant on oauth_code (grant_id);
