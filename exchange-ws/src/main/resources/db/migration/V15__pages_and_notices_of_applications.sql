-- A trusted application may ask for passkeys on pages of its own, of one origin.
alter table oauth_client add column passkey_origin text;
alter table oauth_client add constraint oauth_client_passkeys_explicit check (passkey_origin is null or explicit);

-- Where an application may want to be told that an answer can be fetched: nowhere else is it told.
alter table oauth_client add column response_uris text[] not null default '{}';

alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (kind in ('STATUS_MESSAGE', 'RESPONSE_NOTICE'));
