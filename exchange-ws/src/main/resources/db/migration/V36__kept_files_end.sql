-- Signed files in the server's care end: their owner removes them, or a rule of the operator's does. Versions are never changed,
-- and none is deleted but with the whole file.

alter table kept_signature add column removing boolean not null default false;
create index kept_signature_created on kept_signature (created_at);
create index kept_signature_state on kept_signature (state);

create function refuse_unless_removed() returns trigger language plpgsql as $$
begin
    if not exists (select from kept_signature where id = old.kept and removing) then
        raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;
drop trigger append_only on kept_signature_version;
create trigger append_only before update or truncate on kept_signature_version execute function refuse_change();
create trigger end_with_the_file before delete on kept_signature_version
    for each row execute function refuse_unless_removed();
