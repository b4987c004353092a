-- A trusted application may ask for passkeys on pages of its own, of one origin.
alter table oauth_client add column passkey_origin text;
alter table oauth_client add constraint oauth_client_passkeys_explicit check (passkey_origin is null or explicit);
