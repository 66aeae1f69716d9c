-- Who the caller is, and what belonging allows. Comes before every other policy file; the others call only
-- what is defined here or in their own file, so their order does not matter.

grant usage on schema public, private, core to anon, authenticated;

-- Constraints run with the rights of whoever writes the row.
grant execute on all functions in schema core to anon, authenticated;

-- Time zones are common knowledge: a trigger looks them up for every writer.
grant select on core.time_zones to anon, authenticated;
create policy time_zones_select_anyone on core.time_zones
  for select to anon, authenticated
  using (true);

-- ── Refusals ────────────────────────────────────────────────────────────────────────────────────────────

create function private.refuse(message_key text, status integer, field text default null, terms jsonb default '{}')
returns void
language plpgsql stable set search_path = '' as $$
begin
  raise exception using
    errcode = 'PT' || status,
    message = message_key,
    detail = jsonb_strip_nulls(jsonb_build_object('field', field) || terms)::text;
end $$;
comment on function private.refuse(text, integer, text, jsonb) is
  'Ends a command with a message key that the app translates. The API turns the digits of a PT code into the HTTP status; detail carries the field of the form and the terms of the sentence.';
grant execute on function private.refuse(text, integer, text, jsonb) to anon, authenticated;

-- ── Other eyes ──────────────────────────────────────────────────────────────────────────────────────────────

create function private.previewed() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return nullif(current_setting('hamkke.previewed', true), '')::jsonb;
end $$;
comment on function private.previewed() is
  'Through whose eyes this transaction looks: {"organization": id}, {"coalition": id}, {} for the public; null outside a preview. Only private.preview_as sets it, for the length of one call about one row.';
grant execute on function private.previewed() to authenticated;

create function private.reader() returns uuid
language plpgsql stable set search_path = '' as $$
declare
  reader constant text := nullif(current_setting('hamkke.reader', true), '');
begin
  if reader is null then
    return null;
  elsif not exists (
    select from pg_catalog.pg_class c join pg_catalog.pg_roles r on r.oid = c.relowner
    where c.oid = 'public.people'::regclass and r.rolname = session_user
  ) then
    return null;
  end if;
  return reader::uuid;
end $$;
comment on function private.reader() is
  'For whom the worker reads in this transaction, so that mail holds what its reader may see. Counts only on a connection of the tables'' owner, which no request has.';
grant execute on function private.reader() to authenticated;

-- ── The caller ──────────────────────────────────────────────────────────────────────────────────────────

create function private.my_person() returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  reader constant uuid := private.reader();
  claims jsonb;
begin
  if private.previewed() is not null then
    return null;
  elsif reader is not null then
    return reader;
  end if;
  claims := auth.jwt();
  return (
    select s.user_id
    from auth.sessions s
    join auth.users u on u.id = s.user_id
    where s.id = nullif(claims ->> 'session_id', '')::uuid
      and s.user_id = nullif(claims ->> 'sub', '')::uuid
      and (s.not_after is null or s.not_after > now())
      -- Not every plan of a hosted project ends sessions by themselves.
      and (s.created_at is null or s.created_at > now() - interval '90 days')
      and u.deleted_at is null
      and (u.banned_until is null or u.banned_until <= now())
  );
end $$;
comment on function private.my_person() is
  'The person whose live session the token names; null for visitors for a session that has ended, however long the token itself still runs, or is older than 90 days, and while somebody looks through other eyes.';
grant execute on function private.my_person() to authenticated;

create function private.my_permissions() returns table (organization_id uuid, permission text)
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid;
begin
  if private.previewed() is not null then
    return query
      select (private.previewed() ->> 'organization')::uuid, reading.permission
      from unnest(array['gatherings.read', 'resources.read']) as reading(permission)
      where private.previewed() ? 'organization';
    return;
  end if;
  me := private.my_person();
  return query
    select m.organization_id, rp.permission
    from public.memberships m
    join private.role_permissions rp on rp.role = m.role
    where m.person_id = me
      and (rp.permission <> 'coalition.write' or exists (
        select from public.standings s
        where s.organization_id = m.organization_id and s.kind = 'lead'
      ));
end $$;
comment on function private.my_permissions() is
  'Every permission the caller''s live session holds, by organization. Looks past row security, since the policies on memberships ask it too.';
grant execute on function private.my_permissions() to authenticated;

-- Tenant policies ask the next three as `column = any ((select private.my_…())::uuid[])`. The sub-select does not
-- depend on the row, so Postgres answers it once per statement; plpgsql keeps its plan for the session.

create function private.my_organizations(permission text) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select mine.organization_id from private.my_permissions() mine
    where mine.permission = my_organizations.permission
  );
end $$;
comment on function private.my_organizations(text) is 'The organizations where the caller holds a permission.';
grant execute on function private.my_organizations(text) to authenticated;

create function private.my_coalitions() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  mine uuid[];
begin
  if private.previewed() ? 'coalition' then
    return array[(private.previewed() ->> 'coalition')::uuid];
  end if;
  mine := private.my_organizations('gatherings.read');
  return array(
    select distinct s.coalition_id from public.standings s where s.organization_id = any (mine)
  );
end $$;
comment on function private.my_coalitions() is 'The coalitions in which an organization of the caller has a standing.';
grant execute on function private.my_coalitions() to authenticated;

create function private.my_fellow_organizations() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select s.organization_id from public.standings s where s.coalition_id = any (private.my_coalitions())
    union
    select mine.id from unnest(private.my_organizations('gatherings.read')) as mine(id)
  );
end $$;
comment on function private.my_fellow_organizations() is
  'The caller''s organizations and those that share a coalition with one of them.';
grant execute on function private.my_fellow_organizations() to authenticated;

create function private.require_writer(organization uuid, permission text) returns void
language plpgsql stable set search_path = '' as $$
begin
  if organization = any (private.my_organizations(require_writer.permission)) then
    return;
  elsif organization = any (private.my_organizations('gatherings.read')) then
    perform private.refuse('not_allowed', 403);
  else
    perform private.refuse('not_found', 404);
  end if;
end $$;
comment on function private.require_writer(uuid, text) is
  'Refuses a command unless the caller holds the permission there: by name to the organization''s own people, as absent to everyone else.';
grant execute on function private.require_writer(uuid, text) to authenticated;

-- ── Requests ────────────────────────────────────────────────────────────────────────────────────────────

create function private.refuse_estimates() returns void
language plpgsql stable set search_path = '' as $$
begin
  if nullif(current_setting('request.headers', true), '')::jsonb ->> 'prefer' ~* 'count=(planned|estimated)' then
    perform private.refuse('not_understood', 400);
  end if;
end $$;
comment on function private.refuse_estimates() is
  'Runs before every request of a hosted API: the planner''s row estimate counts rows that row security hides. The embedded gateway does the same.';
grant usage on schema private to service_role;
grant execute on function private.refuse_estimates() to anon, authenticated, service_role;

do $$
begin
  if exists (select from pg_catalog.pg_roles r where r.rolname = 'authenticator') then
    alter role authenticator set pgrst.db_pre_request = 'private.refuse_estimates';
    notify pgrst, 'reload config';
  end if;
exception when insufficient_privilege then
  raise warning 'Tell the API by hand to run private.refuse_estimates before every request (pgrst.db_pre_request).';
end $$;
