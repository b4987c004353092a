#!/usr/bin/env bash
# Run once by PostgreSQL's image, in an empty database: one role owns the tables, another is whom the server works as.
set -euo pipefail

# psql reads the passwords itself, so that no list of processes shows them.
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres <<'SQL'
\set owner `cat /run/secrets/db-owner-password`
\set runtime `cat /run/secrets/db-password`
CREATE ROLE lienthong_owner LOGIN PASSWORD :'owner';
CREATE ROLE lienthong LOGIN PASSWORD :'runtime';
CREATE DATABASE lienthong OWNER lienthong_owner ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;
REVOKE ALL ON DATABASE lienthong FROM PUBLIC;
GRANT CONNECT ON DATABASE lienthong TO lienthong;
SQL
