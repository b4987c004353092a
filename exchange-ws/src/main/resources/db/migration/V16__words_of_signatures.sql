-- What the signature of a hash is to say in words, as the official agreed to it: SHA-256 over the texts, or null for none.
alter table authorized_hash add column words_sha256 sha256;
