-- The roles of the embedded stack, as on hosted Supabase. Replayed at every start, as the owner, after Lite made schema auth.

do $$
begin
  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then
    create role authenticated nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'service_role') then
    create role service_role nologin noinherit bypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticator') then
    create role authenticator login;
  end if;
end
$$;

-- Requests come in as authenticator and become one of the three. It owns nothing, so it could not grant if it tried. It
-- inherits, because Lite reads the schema as authenticator and information_schema shows only what one may use.
alter role authenticator login inherit nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
alter role authenticator set statement_timeout = '8s';
alter role authenticator set lock_timeout = '8s';
alter role authenticator set idle_in_transaction_session_timeout = '30s';
grant anon, authenticated, service_role to authenticator with inherit true, set true, admin false;

-- Temporary tables would let a caller put its own table before one that a function means.
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to authenticator', current_database());
end
$$;

revoke all on schema public from public;
grant usage on schema public to anon, authenticated, service_role;

create schema if not exists extensions;
grant usage on schema extensions to anon, authenticated, service_role;
create extension if not exists pgcrypto with schema extensions;

-- Lite's auth endpoints run as authenticator itself. This is all they do.
revoke all on all tables in schema auth from public, anon, authenticated, service_role, authenticator;
grant usage on schema auth to anon, authenticated, service_role, authenticator;
grant select, insert, update on auth.users to authenticator;
grant select, insert, update, delete on auth.sessions, auth.refresh_tokens, auth.identities to authenticator;
grant insert on auth.audit_log_entries to authenticator;
