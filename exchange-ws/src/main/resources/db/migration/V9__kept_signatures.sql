-- Signed files in the server's care: those that could not be made at the level that was asked for are raised to it later, and
-- archive timestamps are renewed before they expire. Each raised file is a version of its own; none is ever changed.

create domain baseline_level as text check (value in ('B', 'T', 'LT', 'LTA'));

create table kept_signature (
    id uuid primary key,
    owner text not null check (length(owner) between 1 and 64),
    media_type text not null,
    asked baseline_level not null,
    level baseline_level not null,
    version integer not null check (version >= 1),
    state text not null check (state in ('AWAITING', 'COMPLETE', 'GIVEN_UP')),
    waiting_for text,
    horizon timestamptz,           -- until when the newest timestamp can be relied on
    due timestamptz,               -- when something is to be done; null: nothing any more
    attempts integer not null default 0 check (attempts >= 0),
    claim uuid,
    lease_until timestamptz not null default 'epoch',
    created_at timestamptz not null,
    check (state <> 'AWAITING' or due is not null)
);
create index kept_signature_owner on kept_signature (owner, id desc nulls last);
create index kept_signature_due on kept_signature (due) where due is not null;

create table kept_signature_version (
    kept uuid not null references kept_signature,
    number integer not null check (number >= 1),
    content_sha256 sha256 not null,
    content_length bigint not null check (content_length >= 0),
    level baseline_level not null,
    made_at timestamptz not null,
    primary key (kept, number)
);
create index kept_signature_version_content on kept_signature_version (content_sha256);
create trigger append_only before update or delete or truncate on kept_signature_version execute function refuse_change();

-- What detached signatures are over.
create table kept_signature_document (
    kept uuid not null references kept_signature,
    position integer not null check (position >= 1),
    name text not null,
    content_sha256 sha256 not null,
    content_length bigint not null check (content_length >= 0),
    primary key (kept, position)
);
create index kept_signature_document_content on kept_signature_document (content_sha256);
