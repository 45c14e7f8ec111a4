-- Prepares a PostgreSQL server (15 or newer) for one login that takes on the three roles. Run once, as a superuser:
--   psql -d postgres -v password='…' -f db/server/one-login.sql
-- Then: DATABASE_URL=postgres://anping_login:…@host:5432/anping
\set ON_ERROR_STOP on

create role anping_owner nologin;
create role anping_app nologin;
create role anping_public nologin;
create role anping_login login password :'password';
grant anping_owner, anping_app, anping_public to anping_login;

create database anping owner anping_owner template template0 encoding 'UTF8' locale_provider libc locale 'C.UTF-8';
\connect anping
create extension pg_trgm;
