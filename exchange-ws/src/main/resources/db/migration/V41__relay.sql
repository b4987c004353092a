-- Other exchanges: what was passed on to them, and what waits there and cannot be taken.

alter table dispatch drop constraint dispatch_channel_check;
alter table dispatch add constraint dispatch_channel_check
    check (channel in ('VXP', 'REST', 'SOAP', 'RELAY', 'INTERNAL'));

create table relay_passed (
    peer text not null references system,
    dispatch uuid not null references dispatch,
    recipient organ_id not null references agency,
    doc_id text not null,          -- as the peer names it
    at timestamptz not null,
    primary key (peer, dispatch, recipient)
);

create table relay_refused (
    peer text not null references system,
    doc_id text not null,
    reason text not null,
    refusals integer not null check (refusals >= 1),
    at timestamptz not null,
    again timestamptz not null,    -- not asked for before
    primary key (peer, doc_id)
);
