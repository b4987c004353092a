-- Passkeys (WebAuthn) beside one-time passwords. What is stored is public: a key that verifies, and how often it was used.

create table passkey (
    id text primary key check (id ~ '^[A-Za-z0-9_-]+$' and length(id) between 22 and 1364),
    account text not null references account,
    label text not null check (length(label) between 1 and 100),
    credential text not null,
    sign_count bigint not null check (sign_count >= 0),
    created_at timestamptz not null,
    used_at timestamptz
);
create index passkey_account on passkey (account);

-- Each nonce is in one challenge, and is used up by whoever answers it first.
create table passkey_nonce (
    nonce_sha256 sha256 primary key,
    account text not null references account,
    expires_at timestamptz not null
);
create index passkey_nonce_expiry on passkey_nonce (expires_at);

alter table factor_attempts drop constraint factor_attempts_factor_check;
alter table factor_attempts add constraint factor_attempts_factor_check check (factor in ('PIN', 'TOTP', 'PASSKEY'));
