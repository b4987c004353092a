-- What kind of documents an official authorises: a key's policy may name kinds, and then has to be told.
alter table signature_authorization add column document_kind text;
alter table approval_request add column document_kind text;
