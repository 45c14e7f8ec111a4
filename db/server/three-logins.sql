-- Prepares a PostgreSQL server (15 or newer) for a login of its own for each role: no connection of the program can take
-- on more rights than it needs, and a pooler may stand in between. Run once, as a superuser:
--   psql -d postgres -v owner='…' -v app='…' -v public='…' -f db/server/three-logins.sql
-- Then: DATABASE_URL=postgres://anping_app:…@host:5432/anping
--       DATABASE_OWNER_URL=postgres://anping_owner:…@host:5432/anping
--       DATABASE_PUBLIC_URL=postgres://anping_public:…@host:5432/anping
\set ON_ERROR_STOP on

create role anping_owner login password :'owner';
create role anping_app login password :'app';
create role anping_public login password :'public';

-- A pooler hands no start options on, so the limits stand here.
alter role anping_app set statement_timeout = '30s';
alter role anping_app set idle_in_transaction_session_timeout = '60s';
alter role anping_public set statement_timeout = '10s';
alter role anping_public set idle_in_transaction_session_timeout = '60s';

create database anping owner anping_owner template template0 encoding 'UTF8' locale_provider libc locale 'C.UTF-8';
\connect anping
create extension pg_trgm;
