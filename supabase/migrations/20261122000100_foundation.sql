-- What every table and function of Hamkke stands on: three schemas, no privilege by default, one extension.

-- Row security is forced on every table, the owner's included. Functions that look past it (private.my_permissions
-- and the like) rely on an owner whom row security does not bind, as `postgres` is on Supabase.
do $$
begin
  if not exists (select from pg_catalog.pg_roles r where r.rolname = current_user and (r.rolbypassrls or r.rolsuper)) then
    raise exception 'The role that migrates must bypass row security; % does not.', current_user;
  end if;
end $$;

comment on schema public is 'The API: tables guarded by row security, and functions that act with the rights of their caller.';

create schema private;
comment on schema private is 'What policies and functions need and no caller may address. Never among the schemas of the API.';

create schema core;
comment on schema core is 'What defaults, constraints and generated columns need. Made by migrations and never dropped by a seal.';

create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;

-- Postgres lets everyone execute a new function, and some Supabase installations hand every new table to the API
-- roles while others do not. Both start from nothing here; supabase/policies grants what it means to.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;

-- The publishable key could otherwise create tables where the schema is open to all.
revoke create on schema public from public, anon, authenticated, service_role;
