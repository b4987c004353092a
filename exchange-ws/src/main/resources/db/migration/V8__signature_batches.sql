-- Many documents signed by one request. A batch is its rows: whichever node claims an item signs it, and what a node that is
-- gone had claimed is claimed again when the lease has run out. Documents and results lie in the content store.

create table signature_batch (
    id uuid primary key,
    owner text not null check (length(owner) between 1 and 64),
    state text not null check (state in ('RECEIVING', 'OPEN', 'DONE')),
    key_alias key_alias not null,
    terms text not null,           -- how each document is to be signed, as the request said it
    image_sha256 sha256,
    image_length bigint,
    documents integer not null default 0 check (documents between 0 and 10000),
    idempotency_key text,
    request_sha256 sha256,
    created_at timestamptz not null,
    served_at timestamptz not null,    -- when a node last took items of it: the longest unserved is next
    due timestamptz not null,
    pauses integer not null default 0 check (pauses >= 0),
    waiting_for text,
    cancelled_at timestamptz,
    finished_at timestamptz,
    check ((image_sha256 is null) = (image_length is null)),
    check ((idempotency_key is null) or (request_sha256 is not null)),
    check ((state = 'DONE') = (finished_at is not null)),
    constraint signature_batch_once unique (owner, idempotency_key)
);
create index signature_batch_owner on signature_batch (owner, id desc nulls last);
create index signature_batch_open on signature_batch (served_at, id) where state = 'OPEN';
create index signature_batch_finished on signature_batch (finished_at) where state = 'DONE';
create index signature_batch_receiving on signature_batch (created_at) where state = 'RECEIVING';
create index signature_batch_image on signature_batch (image_sha256) where image_sha256 is not null;

create table signature_batch_item (
    batch uuid not null references signature_batch on delete cascade,
    position integer not null check (position between 1 and 10000),
    name text not null check (length(name) between 1 and 200),
    content_sha256 sha256 not null,
    content_length bigint not null check (content_length >= 0),
    state text not null default 'PENDING' check (state in ('PENDING', 'CLAIMED', 'SIGNED', 'REFUSED')),
    claim uuid,
    claimed_by text,
    lease_until timestamptz,
    tries integer not null default 0 check (tries >= 0),
    signed_sha256 sha256,
    signed_length bigint,
    failure text,
    failure_arguments text[],
    finished_at timestamptz,
    primary key (batch, position),
    check ((state = 'CLAIMED') = (claim is not null)),
    check ((claim is null) = (lease_until is null) and (claim is null) = (claimed_by is null)),
    check ((state = 'SIGNED') = (signed_sha256 is not null) and (signed_sha256 is null) = (signed_length is null)),
    check ((state = 'REFUSED') = (failure is not null) and (failure is null) = (failure_arguments is null)),
    check ((state in ('SIGNED', 'REFUSED')) = (finished_at is not null))
) with (fillfactor = 80);          -- room for the updates that every item sees
create index signature_batch_item_unfinished on signature_batch_item (batch, position)
    where state in ('PENDING', 'CLAIMED');
create index signature_batch_item_claimed on signature_batch_item (claimed_by) where state = 'CLAIMED';
create index signature_batch_item_content on signature_batch_item (content_sha256);
create index signature_batch_item_signed on signature_batch_item (signed_sha256) where signed_sha256 is not null;

-- An item has one result, whatever a fault of the program says.
create function keep_batch_result() returns trigger language plpgsql as $$
begin
    if old.state in ('SIGNED', 'REFUSED') then
        raise exception 'a finished item of a batch stays as it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger keep_batch_result before update on signature_batch_item
    for each row execute function keep_batch_result();
