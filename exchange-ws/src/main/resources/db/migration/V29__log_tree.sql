-- The log's own tree: RFC 9162 over the heads of all batches, the leaf with the place n being the head of batch n + 1.
-- Only full subtrees are stored, each when its last leaf comes: no row ever changes, and there are fewer than two a batch.

create table log_node (
    level smallint not null check (level between 0 and 62),
    place bigint not null check (place >= 0),
    hash sha256 not null,
    primary key (level, place)
);

-- What was sealed before.
insert into log_node select 0, number - 1, sha256('\x00'::bytea || head) from audit_batch;

do $$
declare
    below smallint := 0;
begin
    loop
        insert into log_node
            select below + 1, l.place / 2, sha256('\x01'::bytea || l.hash || r.hash)
            from log_node l join log_node r on r.level = below and r.place = l.place + 1
            where l.level = below and l.place % 2 = 0;
        exit when not found;
        below := below + 1;
    end loop;
end $$;

create trigger append_only before update or delete or truncate on log_node execute function refuse_change();
