-- Sealed by `npm run db:seal` from supabase/policies. Change the files there, then seal again.

-- ── sealed: reset.sql

-- Takes away everything that supabase/policies made, so that what is replayed afterwards is the whole truth.
-- Never with cascade: should state depend on behaviour, this fails and says so.
do $$
declare
  target record;
  ours constant oid[] := array['public'::regnamespace, 'private'::regnamespace, 'core'::regnamespace]::oid[];
  behaviour constant oid[] := array['public'::regnamespace, 'private'::regnamespace]::oid[];
  api constant text := 'public, anon, authenticated, service_role';
begin
  for target in
    select p.polname, p.polrelid::regclass as relation
    from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
    where c.relnamespace = any (ours)
  loop
    execute format('drop policy %I on %s', target.polname, target.relation);
  end loop;

  -- Triggers call our functions on other schemas' tables too (auth.users).
  for target in
    select t.tgname, t.tgrelid::regclass as relation
    from pg_catalog.pg_trigger t join pg_catalog.pg_proc f on f.oid = t.tgfoid
    where not t.tgisinternal and f.pronamespace = any (behaviour)
  loop
    execute format('drop trigger %I on %s', target.tgname, target.relation);
  end loop;

  for target in
    select c.oid::regclass as relation from pg_catalog.pg_class c
    where c.relnamespace = any (behaviour) and c.relkind = 'v'
      and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.oid desc
  loop
    execute format('drop view %s', target.relation);
  end loop;

  -- Event triggers belong to whoever runs the database, extensions' functions to their extension.
  for target in
    select f.oid::regprocedure as routine from pg_catalog.pg_proc f
    where f.pronamespace = any (behaviour) and f.prorettype <> 'event_trigger'::regtype
      and not exists (select from pg_catalog.pg_depend d where d.objid = f.oid and d.deptype = 'e')
  loop
    execute format('drop routine %s', target.routine);
  end loop;

  for target in
    select n.nspname from pg_catalog.pg_namespace n where n.oid = any (ours)
  loop
    execute format('revoke all on all tables in schema %I from %s', target.nspname, api);
    execute format('revoke all on all sequences in schema %I from %s', target.nspname, api);
    execute format('revoke all on all routines in schema %I from %s', target.nspname, api);
  end loop;
  execute format('revoke all on schema private, core from %s', api);
end $$;

-- ── sealed: access.sql

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

-- ── sealed: accounts.sql

-- How an account comes into being, who the signed-in person is, and what an installation says of itself.

create function private.open_first_link(
  token text, lifetime interval default '7 days',
  organization_id uuid default null, role public.member_role default 'admin'
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.first_links (token_hash, expires_at, organization_id, role)
  values (private.token_hash(token), now() + lifetime, open_first_link.organization_id, open_first_link.role);
end $$;
comment on function private.open_first_link(text, interval, uuid, public.member_role) is
  'Opens a single-use link, for the installation''s owner alone. Without an organization, whoever uses it brings one.';

create function private.token_hash(token text) returns bytea
language sql immutable set search_path = '' as $$
  select sha256(convert_to(token, 'UTF8'))
$$;
comment on function private.token_hash(text) is 'What is kept of a token: its SHA-256. Tokens carry 256 random bits, so no salt is needed.';

create function private.is_open_first_link(token text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from private.first_links l
    where l.token_hash = private.token_hash(token) and l.used_at is null and l.expires_at > now()
  );
end $$;
comment on function private.is_open_first_link(text) is 'Whether a link can still be used.';
grant execute on function private.is_open_first_link(text) to anon, authenticated;

create function public.first_link_is_open(token text) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return coalesce(private.is_open_first_link(token), false);
end $$;
comment on function public.first_link_is_open(text) is 'Whether the link that the installation printed can still be used.';
grant execute on function public.first_link_is_open(text) to anon, authenticated;

create function private.admit_account() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  wanted jsonb := new.raw_user_meta_data -> 'first_organization';
  link private.first_links;
begin
  select l.* into link from private.first_links l
  where l.token_hash = private.token_hash(new.raw_user_meta_data ->> 'invitation')
    and l.used_at is null and l.expires_at > now()
  for update;
  if found then
    update private.first_links l
    set used_at = now(), used_by = new.id,
      organization_id = coalesce(l.organization_id, private.found_organization(wanted))
    where l.token_hash = link.token_hash;
  else
    -- Two browsers with one link wait here for one another.
    update public.invitations i set accepted_at = now(), accepted_by = new.id,
      -- What stays says which link it was: the mailed one proves the address.
      mailed_token_hash = nullif(i.mailed_token_hash, case
        when i.token_hash = private.token_hash(new.raw_user_meta_data ->> 'invitation') then i.mailed_token_hash
      end)
    where private.token_hash(new.raw_user_meta_data ->> 'invitation') in (i.token_hash, i.mailed_token_hash)
      and i.email = lower(new.email)
      and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now();
    if not found then
      perform private.refuse('link_not_valid', 409);
    end if;
  end if;
  new.raw_user_meta_data := new.raw_user_meta_data - 'invitation' - 'first_organization';
  return new;
end $$;
comment on function private.admit_account() is
  'The only door to an account: without the token of an open first link, or of an open invitation for this very address, no row enters auth.users, whichever way it comes. The token and what came with it are not stored.';
create trigger hamkke_admit_account before insert on auth.users
  for each row execute function private.admit_account();

create function private.found_organization(wanted jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  coalition jsonb := wanted -> 'coalition';
  name text := private.tidy_line(wanted ->> 'display_name', 'display_name', 80, true);
  made record;
begin
  if wanted ->> 'slug' is null or not core.is_slug(wanted ->> 'slug') then
    perform private.refuse('not_understood', 422, 'slug');
  elsif coalition ->> 'slug' is null or not core.is_slug(coalition ->> 'slug') then
    perform private.refuse('not_understood', 422, 'coalition.slug');
  elsif exists (select from public.organizations o where o.slug = wanted ->> 'slug') then
    perform private.refuse('slug_taken', 409, 'slug');
  elsif exists (select from public.coalitions c where c.slug = coalition ->> 'slug') then
    perform private.refuse('slug_taken', 409, 'coalition.slug');
  elsif not exists (select from core.time_zones z where z.name = wanted ->> 'time_zone') then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  end if;

  with organization as (
    insert into public.organizations (slug, legal_name, display_name, short_name, korean_name, time_zone, languages, color)
    values (
      wanted ->> 'slug',
      coalesce(nullif(private.tidy_line(wanted ->> 'legal_name', 'legal_name', 120), ''), name),
      name,
      coalesce(nullif(private.tidy_line(wanted ->> 'short_name', 'short_name', 24), ''), btrim(left(name, 24))),
      nullif(private.tidy_line(wanted ->> 'korean_name', 'korean_name', 80), ''),
      wanted ->> 'time_zone',
      private.tidy_languages(array(
        select tag from jsonb_array_elements_text(coalesce(wanted -> 'languages', '["ko", "en"]')) as l(tag)
      ), 'languages'),
      coalesce(wanted ->> 'color', 'jade')
    ) returning id
  ), coalition as (
    insert into public.coalitions (slug, display_name, korean_name)
    values (
      coalition ->> 'slug',
      private.tidy_line(coalition ->> 'display_name', 'coalition.display_name', 80, true),
      nullif(private.tidy_line(coalition ->> 'korean_name', 'coalition.korean_name', 80), '')
    ) returning id
  )
  select o.id as organization_id, c.id as coalition_id into made from organization o, coalition c;

  insert into public.standings (organization_id, coalition_id, kind)
  values (made.organization_id, made.coalition_id, 'lead');
  return made.organization_id;
end $$;
comment on function private.found_organization(jsonb) is
  'The first organization and the coalition it leads, as the form of the first link describes them.';

create function private.settle_account() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.people (id, address_proven_at, display_name, language, time_zone)
  values (
    new.id,
    (select now() from public.invitations i where i.accepted_by = new.id and i.mailed_token_hash is not null),
    private.tidy_line(left(coalesce(new.raw_user_meta_data ->> 'display_name', split_part(new.email, '@', 1)), 80), 'display_name', 80, true),
    case when core.is_language(new.raw_user_meta_data ->> 'language') then new.raw_user_meta_data ->> 'language' end,
    coalesce((select z.name from core.time_zones z where z.name = new.raw_user_meta_data ->> 'time_zone'), 'UTC')
  );
  insert into public.memberships (organization_id, person_id, role)
  select l.organization_id, new.id, l.role from private.first_links l where l.used_by = new.id
  union all
  select i.organization_id, new.id, i.role from public.invitations i where i.accepted_by = new.id;
  return null;
end $$;
comment on function private.settle_account() is 'Makes the person and the membership that come with an account.';
create trigger hamkke_settle_account after insert on auth.users
  for each row execute function private.settle_account();

create function private.strip_identity() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.identity_data := new.identity_data - 'invitation' - 'first_organization';
  return new;
end $$;
comment on function private.strip_identity() is 'The sign-up service copies what came with a sign-up here as well; the token must not stay.';
create trigger hamkke_strip_identity before insert or update on auth.identities
  for each row execute function private.strip_identity();

create function private.forget_account() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.invitations i where i.accepted_by = old.id;
  update private.first_links l set used_by = null where l.used_by = old.id;
  delete from private.mailbox b where b.recipient = lower(old.email);
  delete from public.messages m where m.person_id is null and m.organization_id is null and m.address = lower(old.email);
  if to_regclass('auth.audit_log_entries') is not null then
    execute 'delete from auth.audit_log_entries where payload ->> ''actor_id'' = $1' using old.id::text;
  end if;
  return null;
end $$;
comment on function private.forget_account() is
  'What names an account without a reference goes with it: the invitation or link that let it in, links it asked for, and what the sign-in service noted.';
create trigger hamkke_forget_account after delete on auth.users
  for each row execute function private.forget_account();

-- ── sealed: action-asks.sql

-- How the lead of an action item asks organizations to do a part, and takes an ask back. Acts with the caller's own rights,
-- but for what was asked of those that have left since: of them the lead is told nothing, and its ask is its own all the same.

create function private.ask_for_parts(item_id uuid, organization_id uuid, core boolean, recipients uuid[]) returns integer
language plpgsql set search_path = '' as $$
declare
  asked integer;
begin
  insert into public.action_parts (organization_id, owner_id, item_id, status)
  select a.id, ask_for_parts.organization_id, ask_for_parts.item_id, 'asked' from (
    select s.organization_id as id
    from public.action_items i join public.standings s on s.coalition_id = i.coalition_id
    where ask_for_parts.core and i.id = ask_for_parts.item_id and s.kind in ('lead', 'core')
      and s.organization_id <> ask_for_parts.organization_id
    union
    select r.id from unnest(recipients) as r(id) where r.id is not null and not core
  ) a
  where not exists (
    select from public.action_parts p
    where p.organization_id = a.id and p.owner_id = ask_for_parts.organization_id and p.item_id = ask_for_parts.item_id
  )
  order by a.id
  on conflict on constraint action_parts_one_per_organization do nothing;
  get diagnostics asked = row_count;
  return asked;
end $$;
comment on function private.ask_for_parts(uuid, uuid, boolean, uuid[]) is
  'Asks organizations of the item''s coalition to do a part: its lead and core members, or those that were chosen. Who has a part already is not asked again.';

create function private.asked_and_left(item_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select p.organization_id from public.action_parts p
    join public.action_items i on i.organization_id = p.owner_id and i.id = p.item_id
    -- A lead that left itself learns of nobody that left after it did.
    join public.standings s on s.organization_id = i.organization_id and s.coalition_id = i.coalition_id
    where p.item_id = asked_and_left.item_id and p.status = 'asked' and p.coalition_id is null
      and p.organization_id <> p.owner_id and p.owner_id = any (private.my_organizations('actions.write'))
    order by p.organization_id
  );
end $$;
comment on function private.asked_and_left(uuid) is
  'Who left without having answered an item, for those who may take the ask back. Whoever left answers no more, so this tells its lead what it saw before.';

create function private.take_back_from_who_left(item_id uuid, organization_id uuid, asked_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(take_back_from_who_left.organization_id, 'actions.write');
  delete from public.action_parts p
  where p.owner_id = take_back_from_who_left.organization_id and p.item_id = take_back_from_who_left.item_id
    and p.organization_id = take_back_from_who_left.asked_id and p.status = 'asked' and p.coalition_id is null
    and p.organization_id <> p.owner_id;
end $$;
comment on function private.take_back_from_who_left(uuid, uuid, uuid) is
  'Takes back an ask that the lead can see no longer, since whom it asked has left. What was answered stays.';

create function private.core_remains(item_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from public.action_items i
    join public.standings s on s.coalition_id = i.coalition_id and s.kind in ('lead', 'core') and s.organization_id <> i.organization_id
    where i.id = core_remains.item_id and i.closed_at is null and not exists (
      select from public.action_parts p
      where p.organization_id = s.organization_id and p.owner_id = i.organization_id and p.item_id = i.id
    )
  );
end $$;
comment on function private.core_remains(uuid) is 'Whether a lead or core member of an open item''s coalition has not been asked.';

create function public.ask_for_parts(item_id uuid, organization_id uuid, core boolean, recipients uuid[] default '{}') returns jsonb
language plpgsql set search_path = '' as $$
declare
  asked integer;
begin
  perform private.lock_item(ask_for_parts.item_id, ask_for_parts.organization_id);
  if not ask_for_parts.core and cardinality(array_remove(recipients, null)) = 0 then
    perform private.refuse('nobody_to_ask', 422, 'recipients');
  elsif cardinality(recipients) > 200 then
    perform private.refuse('too_many', 422, 'recipients', jsonb_build_object('maximum', 200));
  elsif exists (select from public.action_items i where i.id = ask_for_parts.item_id and i.closed_at is not null) then
    perform private.refuse('item_closed', 409);
  end if;
  asked := private.ask_for_parts(ask_for_parts.item_id, ask_for_parts.organization_id, ask_for_parts.core, recipients);
  return jsonb_build_object('id', ask_for_parts.item_id, 'asked', asked);
end $$;
comment on function public.ask_for_parts(uuid, uuid, boolean, uuid[]) is
  'Asks all lead and core members of the item''s coalition, or the chosen organizations of it, to do a part; those that have one are not asked again. Refuses nobody_to_ask, recipient_not_in_coalition, item_closed.';

create function public.take_back_ask(item_id uuid, organization_id uuid, asked_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_item(take_back_ask.item_id, take_back_ask.organization_id);
  delete from public.action_parts p
  where p.owner_id = take_back_ask.organization_id and p.item_id = take_back_ask.item_id
    and p.organization_id = take_back_ask.asked_id and p.status = 'asked' and p.organization_id <> p.owner_id;
  perform private.take_back_from_who_left(take_back_ask.item_id, take_back_ask.organization_id, take_back_ask.asked_id);
  if exists (
    select from public.action_parts p
    where p.owner_id = take_back_ask.organization_id and p.item_id = take_back_ask.item_id and p.organization_id = take_back_ask.asked_id
  ) then
    perform private.refuse('part_answered', 409);
  end if;
  return jsonb_build_object('id', take_back_ask.item_id);
end $$;
comment on function public.take_back_ask(uuid, uuid, uuid) is
  'Takes back an ask that nobody has answered; one that is not there is gone already. Refuses part_answered.';

grant execute on function
  private.ask_for_parts(uuid, uuid, boolean, uuid[]), private.asked_and_left(uuid), private.core_remains(uuid),
  private.take_back_from_who_left(uuid, uuid, uuid), public.ask_for_parts(uuid, uuid, boolean, uuid[]),
  public.take_back_ask(uuid, uuid, uuid)
  to authenticated;

-- ── sealed: action-commands.sql

-- What editors do with action items and with their own parts. Each command is one transaction and acts with the caller's
-- own rights: the policies decide, these functions say why in words.

create function private.lock_item(item_id uuid, organization_id uuid, seen_version integer default null) returns void
language plpgsql set search_path = '' as $$
begin
  -- One answer for a hidden, an absent and a foreign one; only the lead's people learn that a right is missing.
  if not exists (
    select from public.action_items i
    where i.id = lock_item.item_id and i.organization_id = lock_item.organization_id
      and i.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(lock_item.organization_id, 'actions.write');
  perform from public.action_items i where i.id = lock_item.item_id for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  elsif seen_version is not null and private.item_version_of(lock_item.item_id) is distinct from seen_version then
    perform private.refuse('item_changed_meanwhile', 409);
  end if;
end $$;
comment on function private.lock_item(uuid, uuid, integer) is
  'Holds an action item for its lead until the command ends. Refuses when somebody changed it since it was read.';

create function private.read_item_content(content jsonb) returns public.action_items
language plpgsql stable set search_path = '' as $$
declare
  result public.action_items;
begin
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  elsif not coalesce(content ->> 'audience' in ('named', 'coalition'), false) then
    perform private.refuse('not_understood', 422, 'audience');
  elsif jsonb_typeof(coalesce(content -> 'steps', '[]')) <> 'array' or jsonb_typeof(coalesce(content -> 'recipients', '[]')) <> 'array' then
    perform private.refuse('not_understood', 422);
  elsif jsonb_array_length(coalesce(content -> 'steps', '[]')) > 30 then
    perform private.refuse('too_many', 422, 'steps', jsonb_build_object('maximum', 30));
  elsif jsonb_array_length(coalesce(content -> 'recipients', '[]')) > 200 then
    perform private.refuse('too_many', 422, 'recipients', jsonb_build_object('maximum', 200));
  end if;
  result.due_local := private.read_wall_time(content ->> 'due_local', 'due');
  begin
    result.coalition_id := content ->> 'coalition_id';
    result.due_fold := content ->> 'due_fold';
    if content ->> 'campaign_id' is not null then
      select c.organization_id, c.id into result.campaign_owner_id, result.campaign_id
      from public.campaigns c where c.id = (content ->> 'campaign_id')::uuid;
      if not found then
        perform private.refuse('campaign_not_there', 422, 'campaign_id');
      end if;
    end if;
  exception when data_exception then
    perform private.refuse('not_understood', 422);
  end;
  result.title := content -> 'title';
  result.description := coalesce(nullif(content -> 'description', 'null'), '{}');
  result.audience := content ->> 'audience';
  result.time_zone := content ->> 'time_zone';
  result.about_registration := coalesce(content ->> 'about_registration' = 'true', false);
  return result;
end $$;
comment on function private.read_item_content(jsonb) is 'The columns of an action item that arrived as JSON. Names the field that cannot be read.';

create function private.write_steps(item_id uuid, organization_id uuid, steps jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  wanted jsonb[] := array(
    select private.tidy_texts(w.label, 'steps', 200) from jsonb_array_elements(coalesce(steps, '[]')) with ordinality as w(label, place)
    order by w.place
  );
  old_ids uuid[];
  old_labels jsonb[];
  kept uuid[] := '{}';
  step uuid;
begin
  wanted := array_remove(wanted, '{}');
  select coalesce(array_agg(s.id order by s.position, s.id), '{}'), coalesce(array_agg(s.label order by s.position, s.id), '{}')
  into old_ids, old_labels
  from public.action_steps s where s.organization_id = write_steps.organization_id and s.item_id = write_steps.item_id;
  -- The same words are the same step wherever they stand; in a list as long as before, other words in its place are its words mended.
  for place in 1 .. cardinality(wanted) loop
    step := (
      select o.id from unnest(old_ids, old_labels) as o(id, label) where o.label = wanted[place] and o.id <> all (kept) limit 1
    );
    if step is null and cardinality(wanted) = cardinality(old_ids) and old_labels[place] <> all (wanted) then
      step := old_ids[place];
    end if;
    if step is null then
      step := gen_random_uuid();
    end if;
    kept := kept || step;
  end loop;
  delete from public.action_steps s
  where s.organization_id = write_steps.organization_id and s.item_id = write_steps.item_id and s.id <> all (kept);
  for place in 1 .. cardinality(wanted) loop
    if kept[place] = any (old_ids) then
      update public.action_steps s set position = place, label = wanted[place]
      where s.organization_id = write_steps.organization_id and s.item_id = write_steps.item_id and s.id = kept[place]
        and (s.position <> place or s.label <> wanted[place]);
    else
      insert into public.action_steps (organization_id, item_id, position, label)
      values (write_steps.organization_id, write_steps.item_id, place, wanted[place]);
    end if;
  end loop;
end $$;
comment on function private.write_steps(uuid, uuid, jsonb) is
  'Makes the checklist of an item these steps, in this order. What was ticked stays ticked while its step does.';

create function private.choose_campaign(item_id uuid, owner uuid, campaign uuid) returns void
language plpgsql set search_path = '' as $$
declare
  current constant uuid := (select c.campaign_id from private.item_campaigns(array[item_id]) c);
begin
  if current is not distinct from campaign then
    return;
  elsif campaign is null and current is not null then
    -- The form could not show a campaign that its writer sees no longer, so leaving it out there says nothing.
    if not exists (select from public.campaigns c where c.id = current) then
      return;
    end if;
  end if;
  update public.action_items i set campaign_owner_id = owner, campaign_id = campaign where i.id = choose_campaign.item_id;
end $$;
comment on function private.choose_campaign(uuid, uuid, uuid) is
  'Makes an item serve the campaign that its writer chose. One that they do not see stays.';

grant execute on function
  private.choose_campaign(uuid, uuid, uuid),
  private.lock_item(uuid, uuid, integer), private.read_item_content(jsonb), private.write_steps(uuid, uuid, jsonb)
  to authenticated;

create function public.make_item(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.action_items;
  made uuid;
begin
  perform private.require_writer(make_item.organization_id, 'actions.write');
  if make_item.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  select i.id into made from public.action_items i
  where i.organization_id = make_item.organization_id and i.submission_id = make_item.submission_id;
  if made is not null then
    return jsonb_build_object('id', made);
  end if;
  wanted := private.read_item_content(content);
  insert into public.action_items as i (
    organization_id, submission_id, coalition_id, campaign_owner_id, campaign_id, title, description, audience, due_local, due_fold,
    time_zone, about_registration
  ) values (
    make_item.organization_id, make_item.submission_id, wanted.coalition_id, wanted.campaign_owner_id, wanted.campaign_id,
    wanted.title, wanted.description, wanted.audience, wanted.due_local, wanted.due_fold, wanted.time_zone,
    wanted.about_registration
  )
  on conflict on constraint action_items_one_per_submission do nothing
  returning i.id into made;
  if made is null then
    return (
      select jsonb_build_object('id', i.id) from public.action_items i
      where i.organization_id = make_item.organization_id and i.submission_id = make_item.submission_id
    );
  end if;
  perform private.write_steps(made, make_item.organization_id, content -> 'steps');
  if content ->> 'takes_part' = 'true' then
    perform public.take_part(made, make_item.organization_id);
  end if;
  if content ->> 'ask' in ('core', 'chosen') then
    perform private.ask_for_parts(made, make_item.organization_id, content ->> 'ask' = 'core', private.read_recipients(content));
  end if;
  return jsonb_build_object('id', made);
end $$;
comment on function public.make_item(uuid, uuid, jsonb) is
  'Puts up something to do together, with its checklist, and asks organizations to do their parts ("ask": "core", "chosen" or "nobody"). A repeated submission answers with the row of the first.';

create function private.read_recipients(content jsonb) returns uuid[]
language plpgsql immutable set search_path = '' as $$
begin
  return array(select distinct r.id::uuid from jsonb_array_elements_text(coalesce(nullif(content -> 'recipients', 'null'), '[]')) as r(id));
exception when data_exception then
  perform private.refuse('not_understood', 422, 'recipients');
end $$;
comment on function private.read_recipients(jsonb) is 'Which organizations were chosen to be asked.';
grant execute on function private.read_recipients(jsonb) to authenticated;

create function public.revise_item(item_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.action_items;
begin
  perform private.lock_item(revise_item.item_id, revise_item.organization_id, coalesce(revise_item.seen_version, 0));
  wanted := private.read_item_content(content);
  update public.action_items i set
    title = wanted.title, description = wanted.description, audience = wanted.audience,
    due_local = wanted.due_local, due_fold = wanted.due_fold, time_zone = wanted.time_zone,
    about_registration = wanted.about_registration
  where i.id = revise_item.item_id;
  perform private.choose_campaign(revise_item.item_id, wanted.campaign_owner_id, wanted.campaign_id);
  perform private.write_steps(revise_item.item_id, revise_item.organization_id, content -> 'steps');
  return jsonb_build_object('id', revise_item.item_id, 'version', private.item_version_of(revise_item.item_id));
end $$;
comment on function public.revise_item(uuid, uuid, integer, jsonb) is
  'Writes an action item anew, over the version its writer saw, with its checklist. Its coalition and its lead stay.';

create function public.close_item(item_id uuid, organization_id uuid, closed boolean) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_item(close_item.item_id, close_item.organization_id);
  update public.action_items i set closed_at = case when close_item.closed then now() end
  where i.id = close_item.item_id and (i.closed_at is null) = close_item.closed;
  return jsonb_build_object('id', close_item.item_id);
end $$;
comment on function public.close_item(uuid, uuid, boolean) is
  'Ends an action item for everybody, or opens it again. One that is so already stays so.';

create function public.remove_item(item_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_item(remove_item.item_id, remove_item.organization_id);
  delete from public.action_items i where i.id = remove_item.item_id;
  return jsonb_build_object('id', remove_item.item_id);
end $$;
comment on function public.remove_item(uuid, uuid) is
  'Removes an item that no other organization has answered yet. Refuses item_answered: such an item is closed.';

grant execute on function
  public.make_item(uuid, uuid, jsonb), public.revise_item(uuid, uuid, integer, jsonb), public.close_item(uuid, uuid, boolean),
  public.remove_item(uuid, uuid)
  to authenticated;

-- ── sealed: action-items.sql

-- Who may see and change action items and their checklists, and what every writer of them is held to.

-- Not granted: the campaign, which its reader may not know; the version and when it was made, which move with it.
grant select (
  id, organization_id, coalition_id, submission_id, title, description, audience, due_local, due_fold, time_zone, due_at, closed_at,
  about_registration
) on public.action_items to authenticated;
create policy action_items_select_audience on public.action_items
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
    -- Every part has its notes, which its own organization alone reads: asking there asks nothing of an item again.
    or (audience = 'named' and exists (
      select from public.action_part_notes n
      join public.standings s on s.organization_id = n.organization_id
      where n.owner_id = action_items.organization_id and n.item_id = action_items.id
        and s.coalition_id = action_items.coalition_id
        and n.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    ))
  );
-- Neither its id nor what is derived.
grant insert (
  organization_id, coalition_id, campaign_owner_id, campaign_id, submission_id, title, description, audience, due_local, due_fold,
  time_zone, about_registration
) on public.action_items to authenticated;
create policy action_items_insert_editor on public.action_items
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- Neither its lead nor its coalition: both have people who were told of it.
grant update (
  campaign_owner_id, campaign_id, title, description, audience, due_local, due_fold, time_zone, about_registration, closed_at
) on public.action_items to authenticated;
create policy action_items_update_editor on public.action_items
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant delete on public.action_items to authenticated;
create policy action_items_delete_editor on public.action_items
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));

grant select (id, organization_id, item_id, position, label) on public.action_steps to authenticated;
create policy action_steps_select_audience on public.action_steps
  for select to authenticated
  using (exists (
    select from public.action_items i
    where i.organization_id = action_steps.organization_id and i.id = action_steps.item_id
  ));
grant insert (organization_id, item_id, position, label) on public.action_steps to authenticated;
create policy action_steps_insert_editor on public.action_steps
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant update (position, label) on public.action_steps to authenticated;
create policy action_steps_update_editor on public.action_steps
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant delete on public.action_steps to authenticated;
create policy action_steps_delete_editor on public.action_steps
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));

-- ── Triggers. They act with the writer's own rights: what a writer cannot see, they cannot tell. ────────────

create function private.prepare_action_item() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.title := private.tidy_texts(new.title, 'title', 120, true);
  new.description := private.tidy_texts(new.description, 'description', 4000, false, true);
  if new.audience not in ('named', 'coalition') then
    perform private.refuse('not_understood', 422, 'audience');
  elsif not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  elsif tg_op = 'INSERT' and not exists (
    select from public.standings s
    where s.organization_id = new.organization_id and s.coalition_id = new.coalition_id
  ) then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  if new.campaign_id is not null and (tg_op = 'INSERT' or new.campaign_id is distinct from old.campaign_id) then
    if not exists (
      select from public.campaigns c where c.organization_id = new.campaign_owner_id and c.id = new.campaign_id
    ) then
      perform private.refuse('campaign_not_there', 422, 'campaign_id');
    end if;
  end if;
  -- Finer than a minute no clock on a wall shows.
  new.due_local := date_trunc('minute', new.due_local);
  new.due_at := private.instant_of(new.due_local, new.time_zone, new.due_fold, 'due');
  if cardinality(private.instants_of(new.due_local, new.time_zone)) = 1 then
    new.due_fold := null;
  end if;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.closed_at := case when new.closed_at is not null then coalesce(old.closed_at, now()) end;
  end if;
  return new;
end $$;
comment on function private.prepare_action_item() is
  'Tidies an action item and derives when it is due, for every writer. Refuses, in a sentence, a coalition that is not its lead''s and a campaign that its writer does not see.';
create trigger action_items_prepare before insert or update on public.action_items
  for each row execute function private.prepare_action_item();

create function private.prepare_action_step() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.label := private.tidy_texts(new.label, 'steps', 200, true);
  if not coalesce(new.position between 1 and 30, false) then
    perform private.refuse('too_many', 422, 'steps', jsonb_build_object('maximum', 30));
  elsif not exists (
    select from public.action_items i where i.organization_id = new.organization_id and i.id = new.item_id
  ) then
    perform private.refuse('not_found', 404);
  elsif tg_op = 'INSERT' and (
    select count(*) >= 30 from public.action_steps s where s.organization_id = new.organization_id and s.item_id = new.item_id
  ) then
    perform private.refuse('too_many', 422, 'steps', jsonb_build_object('maximum', 30));
  end if;
  return new;
end $$;
comment on function private.prepare_action_step() is 'Tidies a step of a checklist and holds it to its item.';
create trigger action_steps_prepare before insert or update on public.action_steps
  for each row execute function private.prepare_action_step();

create function private.keep_answered_item() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from public.action_parts p
    where p.owner_id = old.organization_id and p.item_id = old.id and p.organization_id <> p.owner_id and p.status <> 'asked'
  ) then
    perform private.refuse('item_answered', 409);
  end if;
  return old;
end $$;
comment on function private.keep_answered_item() is
  'Keeps an item that another organization has answered: what it noted for itself would go with it. Such an item is closed. Looks past row security, so that the rows of one that left since are kept too; its lead saw it answer.';
create trigger action_items_keep_answered before delete on public.action_items
  for each row when (pg_trigger_depth() = 0)
  execute function private.keep_answered_item();

-- ── What is not in a granted column, for those who may know it ──────────────────────────────────────────────

create function private.item_version_of(item_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select i.version from public.action_items i
    where i.id = item_version_of.item_id and i.organization_id = any (private.my_organizations('actions.write'))
  );
end $$;
comment on function private.item_version_of(uuid) is 'The version of an action item that the caller may write; null for anyone else.';

create function private.item_campaigns(items uuid[]) returns table (item_id uuid, campaign_id uuid)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select i.id, i.campaign_id from public.action_items i
    where i.id = any (items) and i.campaign_id is not null and (
      i.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
      or i.coalition_id = any ((select private.my_coalitions())::uuid[])
    );
end $$;
comment on function private.item_campaigns(uuid[]) is
  'Which campaigns items of the caller''s coalitions serve, hidden ones too: to be met with the items and the campaigns that the caller sees, and shown to nobody.';
grant execute on function private.item_version_of(uuid), private.item_campaigns(uuid[]) to authenticated;

-- ── sealed: action-lists.sql

-- Lists, boards and calendars of action items, each in one call, with the caller's own rights.

create function private.require_item_filters(filters jsonb) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(coalesce(filters, '{}')) <> 'object' or exists (
    select from jsonb_each(coalesce(filters, '{}')) f
    where f.key not in ('campaign', 'organization', 'late', 'closed') or jsonb_typeof(f.value) not in ('string', 'boolean', 'null')
  ) then
    perform private.refuse('not_understood', 422);
  end if;
end $$;
comment on function private.require_item_filters(jsonb) is
  'Refuses filters that are none. {"campaign": id, "organization": slug, "late": true, "closed": true}; what is left out asks for everything, but for closed.';
grant execute on function private.require_item_filters(jsonb) to authenticated;

create function private.items_chosen(candidates uuid[], filters jsonb) returns uuid[]
language plpgsql stable set search_path = '' as $$
declare
  serving uuid[];
begin
  if filters ->> 'campaign' is not null then
    -- A campaign that its asker does not see is asked for like one that is not there.
    serving := array(
      select s.item_id from private.item_campaigns(candidates) s join public.campaigns c on c.id = s.campaign_id
      where c.id::text = filters ->> 'campaign'
    );
  end if;
  return array(
    select i.id from public.action_items i
    where i.id = any (candidates)
      and (i.closed_at is null or filters ->> 'closed' = 'true')
      and (coalesce(filters ->> 'late', 'false') <> 'true' or (i.closed_at is null and i.due_at < now()))
      and (serving is null or i.id = any (serving))
      and (filters ->> 'organization' is null or exists (
        select from private.organization_labels o where o.slug = filters ->> 'organization' and (
          o.id = i.organization_id or exists (
            select from public.action_parts p where p.organization_id = o.id and p.owner_id = i.organization_id and p.item_id = i.id
          )
        )
      ))
  );
end $$;
comment on function private.items_chosen(uuid[], jsonb) is 'Of these items those that the caller sees and the filters let through.';
grant execute on function private.items_chosen(uuid[], jsonb) to authenticated;

create function private.item_rows(items uuid[], shown_from integer, most integer) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  shown uuid[] := array(
    select i.id from public.action_items i where i.id = any (items)
    order by i.closed_at is not null, i.due_at, i.id offset greatest(coalesce(shown_from, 0), 0) limit most
  );
  parts constant jsonb := private.parts_of(shown);
  campaigns constant jsonb := private.campaigns_of_items(shown);
begin
  return (
    select coalesce(jsonb_agg(c.card || jsonb_build_object(
      'parts', coalesce(parts -> c.id::text, '[]'), 'campaign', campaigns -> c.id::text
    ) order by c.closed_at is not null, c.due_at, c.id), '[]')
    from private.item_cards c where c.id = any (shown)
  );
end $$;
comment on function private.item_rows(uuid[], integer, integer) is 'Rows of a list of items: open ones first, and of these the longest due.';
grant execute on function private.item_rows(uuid[], integer, integer) to authenticated;

create function private.item_columns(items uuid[], organization_slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  of_a_column constant integer := 30;
begin
  return (
    select coalesce(jsonb_object_agg(k.status, jsonb_build_object('total', k.total, 'parts', k.parts)), '{}') from (
      select r.status, max(r.total) as total, jsonb_agg(
        c.card || jsonb_build_object('doer', o.label) order by r.place
      ) filter (where r.place <= of_a_column) as parts
      from (
        select p.status, p.item_id, p.organization_id, count(*) over (partition by p.status) as total,
          row_number() over (partition by p.status order by i.due_at, i.id, p.organization_id) as place
        from public.action_parts p
        join public.action_items i on i.organization_id = p.owner_id and i.id = p.item_id
        join private.organization_labels l on l.id = p.organization_id
        where i.id = any (items) and (organization_slug is null or l.slug = organization_slug)
      ) r
      join private.item_cards c on c.id = r.item_id
      join private.organization_labels o on o.id = r.organization_id
      where r.place <= of_a_column
      group by r.status
    ) k
  );
end $$;
comment on function private.item_columns(uuid[], text) is
  'A board: by status the parts of these items, the longest due first, thirty of each, and how many there are.';
grant execute on function private.item_columns(uuid[], text) to authenticated;

create function public.coalition_items(
  slug text, filters jsonb default '{}', as_board boolean default false, shown_from integer default 0
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  coalition record;
  candidates uuid[];
  chosen uuid[];
begin
  select c.id, jsonb_build_object('slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name) as label
  into coalition
  from public.coalitions c
  where c.slug = coalition_items.slug and c.id = any (private.my_coalitions());
  if not found then
    return null;
  end if;
  perform private.require_item_filters(filters);
  candidates := array(select i.id from public.action_items i where i.coalition_id = coalition.id);
  chosen := private.items_chosen(candidates, filters);
  return jsonb_build_object(
    'coalition', coalition.label, 'total', cardinality(chosen),
    'items', case when as_board then '[]' else private.item_rows(chosen, shown_from, 100) end,
    'columns', case when as_board then private.item_columns(chosen, filters ->> 'organization') end,
    'organizations', (
      select coalesce(jsonb_agg(o.label order by o.slug), '[]')
      from public.standings s join private.organization_labels o on o.id = s.organization_id
      where s.coalition_id = coalition.id
    ),
    'campaigns', (
      select coalesce(jsonb_agg(distinct c.campaign), '[]') from jsonb_each(private.campaigns_of_items(candidates)) as c(item, campaign)
    ),
    'writes_for', private.own_members_of(coalition.id, 'actions.write')
  );
end $$;
comment on function public.coalition_items(text, jsonb, boolean, integer) is
  'What is to be done together in a coalition, as the caller may see it: a hundred from a place on, or a board. Null for a coalition that is not theirs.';

create function public.organization_items(organization_id uuid, filters jsonb default '{}', shown_from integer default 0) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  chosen uuid[];
  asked uuid[];
begin
  if not organization_items.organization_id = any (private.my_organizations('actions.read')) then
    return null;
  end if;
  perform private.require_item_filters(filters);
  chosen := private.items_chosen(array(
    select i.id from public.action_items i where i.organization_id = organization_items.organization_id
    union
    select p.item_id from public.action_parts p where p.organization_id = organization_items.organization_id
  ), filters);
  asked := array(
    select p.item_id from public.action_parts p
    where p.organization_id = organization_items.organization_id and p.item_id = any (chosen) and p.status = 'asked'
  );
  return jsonb_build_object(
    'asked', private.item_rows(asked, 0, 100),
    'total', cardinality(chosen) - cardinality(asked),
    'items', private.item_rows(array(select c.id from unnest(chosen) as c(id) where c.id <> all (asked)), shown_from, 100),
    'coalitions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name
      ) order by c.slug), '[]')
      from public.standings s join public.coalitions c on c.id = s.coalition_id
      where s.organization_id = organization_items.organization_id
    )
  );
end $$;
comment on function public.organization_items(uuid, jsonb, integer) is
  'What an organization is asked to do, what it does and what it leads, the longest due first. Null for an organization the caller does not belong to.';

create function private.items_due(coalitions uuid[], organization uuid, first_on date, last_on date, filters jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  most constant integer := 200;
  owners uuid[];
begin
  -- A visitor sees none, and other filters ask for gatherings alone.
  if not has_any_column_privilege('public.action_items', 'select') or jsonb_array_length(filters -> 'kinds') > 0 or jsonb_array_length(filters -> 'languages') > 0 then
    return '[]';
  end if;
  if jsonb_array_length(filters -> 'organizations') > 0 then
    owners := nullif(array(
      select o.id from public.organizations o where o.slug in (select jsonb_array_elements_text(filters -> 'organizations'))
    ), '{}');
  end if;
  return (
    select coalesce(jsonb_agg(d.card order by d.due_at, d.id), '[]') from (
      select c.card, c.due_at, c.id from private.item_cards c
      where c.due_local >= first_on and c.due_local < last_on + 1
        and (owners is null or c.organization_id = any (owners))
        and (
          c.coalition_id = any (coalitions) and (organization is null or c.audience = 'coalition')
          or c.organization_id = organization
          or exists (
            select from public.action_parts p
            where p.organization_id = items_due.organization and p.owner_id = c.organization_id and p.item_id = c.id
          )
        )
      order by c.due_at, c.id limit most
    ) d
  );
end $$;
comment on function private.items_due(uuid[], uuid, date, date, jsonb) is
  'What is due on these days by the clocks of each place, two hundred at most: in a coalition all that the caller sees, for an organization what it leads, has a part in or its coalitions share.';
grant execute on function private.items_due(uuid[], uuid, date, date, jsonb) to anon, authenticated;

create function private.items_that_wait(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(w.card || jsonb_build_object('status', w.status) order by w.due_at, w.id), '[]') from (
      select c.card, p.status, c.due_at, c.id
      from public.action_parts p join private.item_cards c on c.organization_id = p.owner_id and c.id = p.item_id
      where p.organization_id = items_that_wait.organization_id and c.closed_at is null
        and (p.status = 'asked' or (p.status in ('accepted', 'doing') and c.due_at < now() + interval '7 days'))
      order by c.due_at, c.id limit 12
    ) w
  );
end $$;
comment on function private.items_that_wait(uuid) is 'What an organization has not answered, or is to have done within a week or before now, the longest due first.';
grant execute on function private.items_that_wait(uuid) to authenticated;

grant execute on function
  public.coalition_items(text, jsonb, boolean, integer), public.organization_items(uuid, jsonb, integer)
  to authenticated;

-- ── sealed: action-mail.sql

-- Reminders of what is done together, action items and signatures that are asked for (letter-asks.sql): one letter a day and
-- person at most, over all organizations together. What it says is read as its reader when it is sent.

create function public.read_items_due() returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  me constant uuid := private.my_person();
  writes constant uuid[] := private.my_organizations('actions.write');
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', i.id, 'title', i.title, 'due_local', i.due_local, 'due_at', i.due_at, 'time_zone', i.time_zone,
      'about_registration', i.about_registration,
      'state', case when p.status = 'asked' then 'asked' when i.due_at < now() then 'late' else 'soon' end,
      'late', i.due_at < now(),
      'organization', (select o.label from private.organization_labels o where o.id = p.organization_id),
      'lead', (select o.label from private.organization_labels o where o.id = i.organization_id)
    ) order by i.due_at, i.id, p.organization_id), '[]')
    from public.action_parts p
    join public.action_part_notes n on n.organization_id = p.organization_id and n.owner_id = p.owner_id and n.item_id = p.item_id
    join public.action_items i on i.organization_id = p.owner_id and i.id = p.item_id
    where i.closed_at is null and p.status in ('asked', 'accepted', 'doing')
      and (p.status = 'asked' or i.due_at < now() + interval '7 days')
      and (n.assignee_id = me or (n.assignee_id is null and n.organization_id = any (writes)))
  );
end $$;
comment on function public.read_items_due() is
  'What the caller is to see to: parts assigned to them, and those of their organizations that nobody has, unanswered, late, or due within a week.';
grant execute on function public.read_items_due() to authenticated;

create function private.item_moments(due_local timestamp, time_zone text, status public.part_status, asked_at timestamptz)
returns setof timestamptz
language sql stable set search_path = '' as $$
  select day at time zone time_zone from (
    values (due_local::date - 3), (due_local::date - 1), (due_local::date + 1)
    union all select due_local::date + 7 * week from generate_series(1, 8) week
    union all
    select (asked_at at time zone time_zone)::date + days from unnest(array[3, 7, 14, 21, 28]) days
    where status = 'asked' and (asked_at at time zone time_zone)::date + days < due_local::date
  ) as days(day)
$$;
comment on function private.item_moments(timestamp, text, public.part_status, timestamptz) is
  'On which days a part is reminded of: three days and a day before it is due, a day after, then once a week for eight weeks; an ask that waits after three days, and then once a week, while it is not due. Not for the API.';

create function private.queue_items_due() returns integer
language plpgsql set search_path = '' as $$
declare
  queued integer;
begin
  -- One at a time, so that no two letters of a day are queued side by side.
  perform pg_advisory_xact_lock(hashtextextended('queue_items_due', 0));
  insert into public.messages (kind, person_id)
  select 'items_due', p.id
  from public.people p
  cross join lateral (select now() at time zone p.time_zone as now) here
  cross join lateral (
    select coalesce(max(told.queued_at), now() - interval '3 days') as at,
      coalesce(bool_or(
        told.state = 'waiting' or (greatest(told.queued_at, told.ended_at) at time zone p.time_zone)::date = here.now::date
      ), false) as today
    from public.messages told where told.kind = 'items_due' and told.person_id = p.id
  ) last
  where here.now::time >= '08:00' and here.now::time < '20:00' and not last.today
    and not exists (
      select from public.notification_choices c where c.person_id = p.id and c.kind = 'items_due' and not c.wanted
    )
    and (private.signature_moment_came(p.id, greatest(last.at, now() - interval '3 days')) or exists (
      select from public.memberships m
      join public.action_parts a on a.organization_id = m.organization_id and a.status in ('asked', 'accepted', 'doing')
      join public.action_part_notes n on n.organization_id = a.organization_id and n.owner_id = a.owner_id and n.item_id = a.item_id
      join public.action_items i on i.organization_id = a.owner_id and i.id = a.item_id and i.closed_at is null
      -- Who has left the coalition sees the item no longer.
      join public.standings s on s.organization_id = a.organization_id and s.coalition_id = i.coalition_id
      where m.person_id = p.id
        and (n.assignee_id = p.id or (n.assignee_id is null and exists (
          select from private.role_permissions rp where rp.role = m.role and rp.permission = 'actions.write'
        )))
        and exists (
          select from private.item_moments(i.due_local, i.time_zone, a.status, a.asked_at) as moment(at)
          where moment.at > greatest(last.at, now() - interval '3 days') and moment.at <= now()
        )
    ));
  get diagnostics queued = row_count;
  return queued;
end $$;
comment on function private.queue_items_due() is
  'Queues a letter for everyone who is to see to a part, or to answer for a signature, of which a day to be reminded has come since their last one, between eight and eight by their own clock, and never a second one on a day. Returns how many. Not for the API.';

-- ── sealed: action-pages.sql

-- What pages about action items show, each in one call, with the caller's own rights.

create function private.parts_of(items uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_object_agg(p.item_id, p.parts), '{}') from (
      select p.item_id, jsonb_agg(jsonb_build_object(
        'organization', o.label, 'status', p.status, 'asked_at', p.asked_at, 'status_at', p.status_at
      ) order by p.status, o.slug) as parts
      from public.action_parts p join private.organization_labels o on o.id = p.organization_id
      where p.item_id = any (items)
      group by p.item_id
    ) p
  );
end $$;
comment on function private.parts_of(uuid[]) is 'Who does a part of these items and how far they are, as the caller may know it, by item.';

create function private.campaigns_of_items(items uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_object_agg(s.item_id, jsonb_build_object('id', c.id, 'name', c.name)), '{}')
    from private.item_campaigns(items) s join public.campaigns c on c.id = s.campaign_id
  );
end $$;
comment on function private.campaigns_of_items(uuid[]) is 'Which campaigns these items serve, as far as the caller sees those, by item.';

create function private.item_campaign_choice() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.starts_on desc, c.id), '[]') from (
      select k.id, k.name, k.starts_on from public.campaigns k where k.outcome is null order by k.starts_on desc, k.id limit 200
    ) c
  );
end $$;
comment on function private.item_campaign_choice() is 'The running campaigns that an item may serve, as far as the caller sees them.';

grant execute on function
  private.parts_of(uuid[]), private.campaigns_of_items(uuid[]), private.item_campaign_choice()
  to authenticated;

create function private.askable(coalition_id uuid, asking_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(o.label || jsonb_build_object('standing', s.kind) order by o.slug), '[]')
    from public.standings s join private.organization_labels o on o.id = s.organization_id
    where s.coalition_id = askable.coalition_id and s.organization_id <> asking_id
  );
end $$;
comment on function private.askable(uuid, uuid) is 'Whom an organization may ask to do a part in a coalition, and where each of them stands.';
grant execute on function private.askable(uuid, uuid) to authenticated;

create function public.new_item(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not new_item.organization_id = any (private.my_organizations('actions.write')) then
    return null;
  end if;
  return jsonb_build_object(
    'coalitions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id, 'slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name,
        'askable', private.askable(c.id, new_item.organization_id)
      ) order by c.slug), '[]')
      from public.standings s join public.coalitions c on c.id = s.coalition_id
      where s.organization_id = new_item.organization_id
    ),
    'campaigns', private.item_campaign_choice()
  );
end $$;
comment on function public.new_item(uuid) is
  'What the form of a new item starts from: the coalitions of the organization with whom it may ask, and the campaigns it may serve. Null unless the caller may write for it.';

create function public.edit_item(item_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not edit_item.organization_id = any (private.my_organizations('actions.write')) then
    return null;
  end if;
  return (
    select c.card || jsonb_build_object(
      'description', i.description, 'due_fold', i.due_fold, 'version', private.item_version_of(i.id),
      'steps', private.steps_of(i.organization_id, i.id),
      'campaign', private.campaigns_of_items(array[i.id]) -> i.id::text,
      'campaigns', private.item_campaign_choice(),
      'askable', private.askable(i.coalition_id, i.organization_id), 'asked_and_left', private.asked_and_left(i.id),
      'parts', coalesce(private.parts_of(array[i.id]) -> i.id::text, '[]')
    )
    from public.action_items i join private.item_cards c on c.id = i.id
    where i.id = edit_item.item_id and i.organization_id = edit_item.organization_id
  );
end $$;
comment on function public.edit_item(uuid, uuid) is
  'What the forms of an item start from, for its lead: all it says, whom it may ask and who has a part. Null unless the caller may write it.';

create function private.steps_of(organization_id uuid, item_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'label', s.label) order by s.position, s.id), '[]')
    from public.action_steps s where s.organization_id = steps_of.organization_id and s.item_id = steps_of.item_id
  );
end $$;
comment on function private.steps_of(uuid, uuid) is 'The checklist of an item.';
grant execute on function private.steps_of(uuid, uuid) to authenticated;

create function private.own_parts(item_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(private.part_stands(p.item_id, p.organization_id) || jsonb_build_object(
      'organization', o.label, 'next', private.next_statuses(p.status),
      'may_write', p.organization_id = any (private.my_organizations('actions.write')),
      'assignee', (
        select m.display_name from public.action_part_notes n join public.people m on m.id = n.assignee_id
        where n.organization_id = p.organization_id and n.owner_id = p.owner_id and n.item_id = p.item_id
      )
    ) order by o.slug), '[]')
    from public.action_parts p join private.organization_labels o on o.id = p.organization_id
    where p.item_id = own_parts.item_id and p.organization_id = any (private.my_organizations('actions.read'))
  );
end $$;
comment on function private.own_parts(uuid) is 'The parts of the caller''s own organizations in an item, with what these keep for themselves.';
grant execute on function private.own_parts(uuid) to authenticated;

create function public.read_item(item_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  writes constant uuid[] := private.my_organizations('actions.write');
begin
  return (
    select c.card || jsonb_build_object(
      'description', i.description,
      'steps', private.steps_of(i.organization_id, i.id),
      'coalition', (
        select jsonb_build_object('slug', k.slug, 'display_name', k.display_name, 'korean_name', k.korean_name)
        from public.coalitions k where k.id = i.coalition_id
      ),
      'campaign', private.campaigns_of_items(array[i.id]) -> i.id::text,
      'parts', coalesce(private.parts_of(array[i.id]) -> i.id::text, '[]'),
      'own', private.own_parts(i.id),
      'may_write', i.organization_id = any (writes),
      'may_ask_core', i.organization_id = any (writes) and private.core_remains(i.id),
      'asked_and_left', private.asked_and_left(i.id),
      'may_take', (
        select coalesce(jsonb_agg(o.label order by o.slug), '[]')
        from private.organization_labels o join public.standings s on s.organization_id = o.id and s.coalition_id = i.coalition_id
        where o.id = any (writes) and i.closed_at is null and (i.audience = 'coalition' or o.id = i.organization_id)
          and not exists (
            select from public.action_parts p where p.organization_id = o.id and p.owner_id = i.organization_id and p.item_id = i.id
          )
      )
    )
    from public.action_items i join private.item_cards c on c.id = i.id
    where i.id = read_item.item_id
  );
end $$;
comment on function public.read_item(uuid) is
  'One action item with who does a part of it, and of the caller''s own parts all there is; null alike whether it is hidden or absent.';

create function public.edit_part(item_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not edit_part.organization_id = any (private.my_organizations('actions.write')) then
    return null;
  end if;
  return (
    select c.card || jsonb_build_object(
      'steps', private.steps_of(i.organization_id, i.id),
      'part', private.part_stands(i.id, edit_part.organization_id) || jsonb_build_object('next', private.next_statuses(p.status)),
      'members', (
        select coalesce(jsonb_agg(jsonb_build_object('id', m.person_id, 'name', who.display_name) order by who.display_name, m.person_id), '[]')
        from public.memberships m join public.people who on who.id = m.person_id
        where m.organization_id = edit_part.organization_id
      )
    )
    from public.action_items i
    join private.item_cards c on c.id = i.id
    join public.action_parts p on p.owner_id = i.organization_id and p.item_id = i.id
    where i.id = edit_part.item_id and p.organization_id = edit_part.organization_id
  );
end $$;
comment on function public.edit_part(uuid, uuid) is
  'What the form of an organization''s own part starts from, with whom it may assign. Null unless the caller may write it and it has one.';

grant execute on function
  public.new_item(uuid), public.edit_item(uuid, uuid), public.read_item(uuid), public.edit_part(uuid, uuid)
  to authenticated;

-- ── sealed: action-part-commands.sql

-- What an organization does with its own part of an action item. Acts with the caller's own rights.

create function public.take_part(item_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  owner uuid;
begin
  perform private.require_writer(take_part.organization_id, 'actions.write');
  select i.organization_id into owner from public.action_items i where i.id = take_part.item_id;
  if not found or not exists (
    select from public.action_items i join public.standings s on s.coalition_id = i.coalition_id
    where i.id = take_part.item_id and s.organization_id = take_part.organization_id
      and (i.audience = 'coalition' or i.organization_id = take_part.organization_id or exists (
        select from public.action_parts p
        where p.owner_id = i.organization_id and p.item_id = i.id and p.organization_id = take_part.organization_id
      ))
  ) then
    perform private.refuse('not_found', 404);
  end if;
  -- Without the guard one that was asked by name would be held to what an unasked one may.
  insert into public.action_parts (organization_id, owner_id, item_id, status)
  select take_part.organization_id, owner, take_part.item_id, 'accepted' where not exists (
    select from public.action_parts p
    where p.owner_id = owner and p.item_id = take_part.item_id and p.organization_id = take_part.organization_id
  )
  on conflict on constraint action_parts_one_per_organization do nothing;
  return jsonb_build_object('id', take_part.item_id);
end $$;
comment on function public.take_part(uuid, uuid) is
  'Takes a part in an item that the whole coalition sees, or that the organization leads, without being asked. Who has a part keeps it as it is.';

create function private.part_stands(item_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'status', p.status, 'assignee_id', n.assignee_id, 'note', n.note, 'link', n.link, 'version', n.version,
      'ticks', (
        select coalesce(jsonb_agg(t.step_id order by t.step_id), '[]') from public.action_ticks t
        where t.organization_id = p.organization_id and t.owner_id = p.owner_id and t.item_id = p.item_id
      )
    )
    from public.action_parts p
    join public.action_part_notes n on n.organization_id = p.organization_id and n.owner_id = p.owner_id and n.item_id = p.item_id
    -- The item under its own policy: who no longer sees it has nothing to say about it.
    join public.action_items i on i.organization_id = p.owner_id and i.id = p.item_id
    where p.item_id = part_stands.item_id and p.organization_id = part_stands.organization_id
  );
end $$;
comment on function private.part_stands(uuid, uuid) is 'An organization''s part with what it keeps for itself, for its own people.';
grant execute on function private.part_stands(uuid, uuid) to authenticated;

create function public.save_part(item_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  owner uuid;
  stands jsonb;
  wanted public.action_part_notes;
  answer public.part_status;
  ticks uuid[];
begin
  perform private.require_writer(save_part.organization_id, 'actions.write');
  if private.part_stands(save_part.item_id, save_part.organization_id) is null then
    perform private.refuse('not_found', 404);
  end if;
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  begin
    answer := content ->> 'status';
    wanted.assignee_id := nullif(content ->> 'assignee_id', '');
    ticks := array(select distinct t.id::uuid from jsonb_array_elements_text(coalesce(nullif(content -> 'ticks', 'null'), '[]')) as t(id) order by 1);
  exception when data_exception then
    perform private.refuse('not_understood', 422);
  end;
  wanted.note := private.tidy_paragraph(content ->> 'note', 'note', 2000);
  wanted.link := private.tidy_link(content ->> 'link', 'link');

  -- Whoever changes this part, or takes the ask back, waits here for one another.
  select p.owner_id into owner from public.action_parts p
  where p.item_id = save_part.item_id and p.organization_id = save_part.organization_id for no key update;
  stands := private.part_stands(save_part.item_id, save_part.organization_id);
  if stands is null then
    perform private.refuse('not_found', 404);
  end if;
  answer := coalesce(answer, (stands ->> 'status')::public.part_status);
  -- Steps that the lead has taken away since are ticked no longer, and nobody is stopped by it.
  ticks := array(
    select s.id from public.action_steps s
    where s.organization_id = owner and s.item_id = save_part.item_id and s.id = any (ticks) order by s.id
  );
  if stands - 'version' = jsonb_build_object(
    'status', answer, 'assignee_id', wanted.assignee_id, 'note', wanted.note, 'link', wanted.link, 'ticks', to_jsonb(ticks)
  ) then
    return jsonb_build_object('id', save_part.item_id, 'version', stands -> 'version');
  elsif (stands ->> 'version')::integer is distinct from seen_version then
    perform private.refuse('part_changed_meanwhile', 409);
  end if;

  if answer::text <> stands ->> 'status' then
    update public.action_parts p set status = answer
    where p.organization_id = save_part.organization_id and p.owner_id = owner and p.item_id = save_part.item_id;
  end if;
  delete from public.action_ticks t
  where t.organization_id = save_part.organization_id and t.owner_id = owner and t.item_id = save_part.item_id
    and t.step_id <> all (ticks);
  insert into public.action_ticks (organization_id, owner_id, item_id, step_id)
  select save_part.organization_id, owner, save_part.item_id, s.id from unnest(ticks) as s(id)
  on conflict on constraint action_ticks_once_per_step do nothing;
  update public.action_part_notes n set assignee_id = wanted.assignee_id, note = wanted.note, link = wanted.link
  where n.organization_id = save_part.organization_id and n.owner_id = owner and n.item_id = save_part.item_id;
  return jsonb_build_object(
    'id', save_part.item_id, 'version', private.part_stands(save_part.item_id, save_part.organization_id) -> 'version'
  );
end $$;
comment on function public.save_part(uuid, uuid, integer, jsonb) is
  'Writes how far an organization is with its part, who does it, its note, its link and its ticks, over the version its writer saw. What stands already is not written again. Refuses part_changed_meanwhile, status_not_next, item_closed, assignee_not_member.';

grant execute on function public.take_part(uuid, uuid), public.save_part(uuid, uuid, integer, jsonb) to authenticated;

-- ── sealed: action-parts.sql

-- Who has a part in an action item, and what an organization keeps of its part for itself.

grant select (organization_id, owner_id, item_id, status, asked_at, status_at) on public.action_parts to authenticated;
create policy action_parts_select_audience on public.action_parts
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    -- Of who has left the coalition nobody there is told any more, the lead neither.
    or (coalition_id = any ((select private.my_coalitions())::uuid[]) and exists (
      select from public.action_items i where i.organization_id = action_parts.owner_id and i.id = action_parts.item_id
    ))
  );
grant insert (organization_id, owner_id, item_id, status) on public.action_parts to authenticated;
create policy action_parts_insert_editor on public.action_parts
  for insert to authenticated
  with check (
    (status = 'asked' and owner_id = any ((select private.my_organizations('actions.write'))::uuid[]))
    -- Unasked in what it leads or its whole coalition sees; whom an item is named to its lead alone says.
    or (status = 'accepted' and organization_id = any ((select private.my_organizations('actions.write'))::uuid[])
      and (organization_id = owner_id or exists (
        select from public.action_items i
        where i.organization_id = action_parts.owner_id and i.id = action_parts.item_id and i.audience = 'coalition'
      )))
  );
grant update (status) on public.action_parts to authenticated;
create policy action_parts_update_own on public.action_parts
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- The lead takes back what nobody has answered.
grant delete on public.action_parts to authenticated;
create policy action_parts_delete_lead on public.action_parts
  for delete to authenticated
  using (
    status = 'asked' and organization_id <> owner_id
    and owner_id = any ((select private.my_organizations('actions.write'))::uuid[])
  );

grant select (organization_id, owner_id, item_id, assignee_id, note, link, version) on public.action_part_notes to authenticated;
create policy action_part_notes_select_own on public.action_part_notes
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('actions.read'))::uuid[]));
grant update (assignee_id, note, link) on public.action_part_notes to authenticated;
create policy action_part_notes_update_own on public.action_part_notes
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- No insert or delete: they come and go with the part.

grant select (organization_id, owner_id, item_id, step_id) on public.action_ticks to authenticated;
create policy action_ticks_select_own on public.action_ticks
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('actions.read'))::uuid[]));
grant insert (organization_id, owner_id, item_id, step_id) on public.action_ticks to authenticated;
create policy action_ticks_insert_own on public.action_ticks
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant delete on public.action_ticks to authenticated;
create policy action_ticks_delete_own on public.action_ticks
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- No update: a step is done or it is not.

create function private.next_statuses(status public.part_status) returns public.part_status[]
language sql immutable set search_path = '' as $$
  select case status
    when 'asked' then array['accepted', 'doing', 'done', 'declined']
    when 'accepted' then array['doing', 'done', 'cannot']
    when 'declined' then array['accepted', 'doing', 'done']
    when 'doing' then array['accepted', 'done', 'cannot']
    when 'done' then array['doing']
    when 'cannot' then array['accepted', 'doing', 'done']
  end::public.part_status[]
$$;
comment on function private.next_statuses(public.part_status) is
  'What the status of a part may become next. Nothing is unasked by answering, and what was accepted is not declined any more: one cannot do it.';
grant execute on function private.next_statuses(public.part_status) to authenticated;

create function private.prepare_action_part() returns trigger
language plpgsql set search_path = '' as $$
declare
  item record;
begin
  -- With the writer's own rights: what they do not see is not there, and so for who has left.
  select i.coalition_id, i.closed_at into item
  from public.action_items i where i.organization_id = new.owner_id and i.id = new.item_id;
  if not found then
    perform private.refuse('not_found', 404);
  elsif tg_op = 'INSERT' and not exists (
    select from public.standings s where s.organization_id = new.organization_id and s.coalition_id = item.coalition_id
  ) then
    perform private.refuse('recipient_not_in_coalition', 422, 'recipients');
  elsif item.closed_at is not null and (tg_op = 'INSERT' or new.status <> old.status) then
    perform private.refuse('item_closed', 409);
  end if;
  if tg_op = 'INSERT' then
    new.coalition_id := item.coalition_id;
  elsif new.status <> old.status then
    if new.status <> all (private.next_statuses(old.status)) then
      perform private.refuse('status_not_next', 409, 'status');
    end if;
    new.status_at := now();
  end if;
  return new;
end $$;
comment on function private.prepare_action_part() is
  'Holds a part to an item that its writer sees, to organizations of that item''s coalition, and to the order of statuses, for every writer.';
create trigger action_parts_prepare before insert or update on public.action_parts
  for each row execute function private.prepare_action_part();

create function private.parts_in(coalition_id uuid)
returns table (item_id uuid, organization_id uuid, status public.part_status, asked_at timestamptz, status_at timestamptz)
language plpgsql stable security definer rows 5000 set search_path = '' as $$
begin
  return query
    select p.item_id, p.organization_id, p.status, p.asked_at, p.status_at from public.action_parts p
    where p.coalition_id = parts_in.coalition_id and p.coalition_id = any ((select private.my_coalitions())::uuid[]);
end $$;
comment on function private.parts_in(uuid) is
  'Who has which part in a coalition of the caller, of hidden items too: to be met with the items that the caller sees, and shown to nobody. Spares pages over many items a question of the policy for each part.';
grant execute on function private.parts_in(uuid) to authenticated;

create function private.take_up_parts() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.action_parts p set coalition_id = new.coalition_id
  from public.action_items i
  where p.organization_id = new.organization_id and i.organization_id = p.owner_id and i.id = p.item_id
    and i.coalition_id = new.coalition_id and p.coalition_id is null;
  return null;
end $$;
comment on function private.take_up_parts() is 'Whoever comes back to a coalition has the parts there that it had before.';
create trigger standings_take_up_parts after insert on public.standings
  for each row execute function private.take_up_parts();

create function private.keep_part_notes() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    insert into public.action_part_notes (organization_id, owner_id, item_id)
    values (new.organization_id, new.owner_id, new.item_id);
  else
    update public.action_part_notes n set note = n.note
    where n.organization_id = new.organization_id and n.owner_id = new.owner_id and n.item_id = new.item_id;
  end if;
  return null;
end $$;
comment on function private.keep_part_notes() is
  'Gives every part its notes, empty and its own organization''s; and counts a change of status as a change of the part.';
create trigger action_parts_keep_notes after insert or update on public.action_parts
  for each row execute function private.keep_part_notes();

create function private.prepare_part_note() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.note := private.tidy_paragraph(new.note, 'note', 2000);
  new.link := private.tidy_link(new.link, 'link');
  if new.assignee_id is distinct from old.assignee_id and new.assignee_id is not null and not exists (
    select from public.memberships m where m.organization_id = new.organization_id and m.person_id = new.assignee_id
  ) then
    perform private.refuse('assignee_not_member', 422, 'assignee_id');
  end if;
  new.version := old.version + 1;
  return new;
end $$;
comment on function private.prepare_part_note() is 'Tidies what an organization notes of its part, and assigns it to its own members alone.';
create trigger action_part_notes_prepare before update on public.action_part_notes
  for each row execute function private.prepare_part_note();

create function private.prepare_action_tick() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not exists (
    select from public.action_steps s
    where s.organization_id = new.owner_id and s.item_id = new.item_id and s.id = new.step_id
  ) or not exists (
    select from public.action_parts p
    where p.organization_id = new.organization_id and p.owner_id = new.owner_id and p.item_id = new.item_id
  ) then
    perform private.refuse('not_found', 404);
  end if;
  return new;
end $$;
comment on function private.prepare_action_tick() is 'Lets an organization tick the steps of an item that it sees and has a part in, and finds no others.';
create trigger action_ticks_prepare before insert on public.action_ticks
  for each row execute function private.prepare_action_tick();

-- ── sealed: campaign-commands.sql

-- What editors do with campaigns. Each command acts with the caller's own rights: the policies decide.

create function private.lock_campaign(campaign_id uuid, organization_id uuid, seen_version integer) returns void
language plpgsql set search_path = '' as $$
begin
  -- One answer for a hidden, an absent and a foreign one; only the lead's people learn that a right is missing.
  if not exists (
    select from public.campaigns c
    where c.id = lock_campaign.campaign_id and c.organization_id = lock_campaign.organization_id
      and c.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(lock_campaign.organization_id, 'actions.write');
  perform from public.campaigns c where c.id = lock_campaign.campaign_id for no key update;
  if private.campaign_version_of(lock_campaign.campaign_id) is distinct from seen_version then
    perform private.refuse('changed_meanwhile', 409);
  end if;
end $$;
comment on function private.lock_campaign(uuid, uuid, integer) is
  'Holds a campaign until the command ends. Refuses when somebody changed it since it was read.';

create function private.read_campaign_content(content jsonb) returns public.campaigns
language plpgsql stable set search_path = '' as $$
begin
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  return jsonb_populate_record(null::public.campaigns, content);
exception when data_exception then
  perform private.refuse('not_understood', 422);
end $$;
comment on function private.read_campaign_content(jsonb) is 'What arrived from the form of a campaign.';

create function private.name_campaign_recipients(campaign_id uuid, organization_id uuid, audience public.audience, given jsonb)
returns void
language plpgsql set search_path = '' as $$
declare
  named uuid[] := '{}';
begin
  if name_campaign_recipients.audience = 'named' then
    begin
      named := array(select distinct r.id::uuid from jsonb_array_elements_text(coalesce(nullif(given, 'null'), '[]')) as r(id));
    exception when data_exception then
      perform private.refuse('not_understood', 422, 'recipients');
    end;
    if cardinality(named) = 0 then
      perform private.refuse('named_needs_recipients', 422, 'recipients');
    elsif cardinality(named) > 200 then
      perform private.refuse('too_many', 422, 'recipients', jsonb_build_object('maximum', 200));
    end if;
  end if;
  delete from public.campaign_shares s
  where s.organization_id = name_campaign_recipients.organization_id and s.campaign_id = name_campaign_recipients.campaign_id
    and s.recipient_id <> all (named);
  insert into public.campaign_shares (organization_id, campaign_id, recipient_id)
  select name_campaign_recipients.organization_id, name_campaign_recipients.campaign_id, r.id from unnest(named) as r(id)
  where not exists (
    select from public.campaign_shares s
    where s.organization_id = name_campaign_recipients.organization_id
      and s.campaign_id = name_campaign_recipients.campaign_id and s.recipient_id = r.id
  );
end $$;
comment on function private.name_campaign_recipients(uuid, uuid, public.audience, jsonb) is
  'Makes the organizations that a campaign is named to those of the list; none at all where its audience is not "named".';

create function public.begin_campaign(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.campaigns;
  made uuid;
begin
  perform private.require_writer(begin_campaign.organization_id, 'actions.write');
  wanted := private.read_campaign_content(content);
  if begin_campaign.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  insert into public.campaigns as c (organization_id, submission_id, coalition_id, part, name, goal, audience, starts_on, ends_on)
  values (
    begin_campaign.organization_id, begin_campaign.submission_id, wanted.coalition_id, wanted.part, wanted.name,
    coalesce(wanted.goal, '{}'), coalesce(wanted.audience, 'owner'), wanted.starts_on, wanted.ends_on
  )
  on conflict on constraint campaigns_one_per_submission do nothing
  returning c.id into made;
  if made is null then
    -- A statement of its own: only a new one sees what another press has committed while this one waited.
    select c.id into made from public.campaigns c
    where c.organization_id = begin_campaign.organization_id and c.submission_id = begin_campaign.submission_id;
    return jsonb_build_object('id', made);
  end if;
  perform private.name_campaign_recipients(
    made, begin_campaign.organization_id, coalesce(wanted.audience, 'owner'), content -> 'recipients'
  );
  return jsonb_build_object('id', made);
end $$;
comment on function public.begin_campaign(uuid, uuid, jsonb) is
  'Begins a campaign, {"part", "name", "goal", "coalition_id", "audience", "recipients", "starts_on", "ends_on"}. A repeated submission answers with the row of the first.';

create function public.revise_campaign(campaign_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.campaigns;
begin
  perform private.lock_campaign(revise_campaign.campaign_id, revise_campaign.organization_id, seen_version);
  wanted := private.read_campaign_content(content);
  if wanted.coalition_id is null then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  update public.campaigns c set
    coalition_id = wanted.coalition_id, part = wanted.part, name = wanted.name, goal = coalesce(wanted.goal, '{}'),
    audience = coalesce(wanted.audience, 'owner'), starts_on = wanted.starts_on, ends_on = wanted.ends_on
  where c.id = revise_campaign.campaign_id;
  perform private.name_campaign_recipients(
    revise_campaign.campaign_id, revise_campaign.organization_id, coalesce(wanted.audience, 'owner'), content -> 'recipients'
  );
  return jsonb_build_object('id', revise_campaign.campaign_id);
end $$;
comment on function public.revise_campaign(uuid, uuid, integer, jsonb) is
  'Changes a campaign and whom it is named to, over the version its writer saw. Its outcome stays.';

create function public.conclude_campaign(campaign_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.campaigns;
begin
  perform private.lock_campaign(conclude_campaign.campaign_id, conclude_campaign.organization_id, seen_version);
  wanted := private.read_campaign_content(content);
  if wanted.outcome is null then
    perform private.refuse('choose_one', 422, 'outcome');
  end if;
  update public.campaigns c set
    outcome = wanted.outcome, outcome_on = wanted.outcome_on, outcome_reason = coalesce(wanted.outcome_reason, '{}')
  where c.id = conclude_campaign.campaign_id;
  return jsonb_build_object('id', conclude_campaign.campaign_id);
end $$;
comment on function public.conclude_campaign(uuid, uuid, integer, jsonb) is
  'Says how a campaign came out, when and why: {"outcome", "outcome_on", "outcome_reason"}.';

create function public.reopen_campaign(campaign_id uuid, organization_id uuid, seen_version integer) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_campaign(reopen_campaign.campaign_id, reopen_campaign.organization_id, seen_version);
  update public.campaigns c set outcome = null where c.id = reopen_campaign.campaign_id and c.outcome is not null;
  if not found then
    perform private.refuse('campaign_runs', 409);
  end if;
  return jsonb_build_object('id', reopen_campaign.campaign_id);
end $$;
comment on function public.reopen_campaign(uuid, uuid, integer) is 'A campaign that had come out runs again.';

create function public.discard_campaign(campaign_id uuid, organization_id uuid, seen_version integer) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_campaign(discard_campaign.campaign_id, discard_campaign.organization_id, seen_version);
  delete from public.campaigns c where c.id = discard_campaign.campaign_id;
  return jsonb_build_object('id', discard_campaign.campaign_id);
end $$;
comment on function public.discard_campaign(uuid, uuid, integer) is 'Deletes a campaign. What was to be done for it, and what was counted, stays.';

grant execute on function
  private.lock_campaign(uuid, uuid, integer), private.read_campaign_content(jsonb),
  private.name_campaign_recipients(uuid, uuid, public.audience, jsonb),
  public.begin_campaign(uuid, uuid, jsonb), public.revise_campaign(uuid, uuid, integer, jsonb),
  public.conclude_campaign(uuid, uuid, integer, jsonb), public.reopen_campaign(uuid, uuid, integer),
  public.discard_campaign(uuid, uuid, integer)
  to authenticated;

-- ── sealed: campaigns.sql

-- Campaigns: who may see and change them, whom they are named to, and what every writer is held to.

grant select (id, organization_id, part, name, goal, audience, starts_on, ends_on, outcome, outcome_on, outcome_reason)
  on public.campaigns to anon, authenticated;
-- Not granted: the coalition, which a reader outside must not learn of, and the version, which moves with it.
grant select (submission_id) on public.campaigns to authenticated;
create policy campaigns_select_visitor on public.campaigns
  for select to anon
  using (audience = 'everyone');
create policy campaigns_select_audience on public.campaigns
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    or audience = 'everyone'
    or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
    or (audience = 'named' and exists (
      select from public.campaign_shares s
      where s.organization_id = campaigns.organization_id and s.campaign_id = campaigns.id
        and s.recipient_id = any ((select private.my_organizations('actions.read'))::uuid[])
    ))
  );
grant insert (organization_id, coalition_id, submission_id, part, name, goal, audience, starts_on, ends_on)
  on public.campaigns to authenticated;
create policy campaigns_insert_editor on public.campaigns
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- organization_id is not granted: a campaign never changes hands.
grant update (coalition_id, part, name, goal, audience, starts_on, ends_on, outcome, outcome_on, outcome_reason)
  on public.campaigns to authenticated;
create policy campaigns_update_editor on public.campaigns
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant delete on public.campaigns to authenticated;
create policy campaigns_delete_editor on public.campaigns
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));

grant select (organization_id, campaign_id, recipient_id) on public.campaign_shares to authenticated;
create policy campaign_shares_select_owner_or_recipient on public.campaign_shares
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    or (in_force and recipient_id = any ((select private.my_organizations('actions.read'))::uuid[]))
  );
grant insert (organization_id, campaign_id, recipient_id) on public.campaign_shares to authenticated;
create policy campaign_shares_insert_editor on public.campaign_shares
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant delete on public.campaign_shares to authenticated;
create policy campaign_shares_delete_editor on public.campaign_shares
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- No update of shares: another recipient is another row.

create function private.prepare_campaign() returns trigger
language plpgsql set search_path = '' as $$
declare
  days constant daterange := '[2000-01-01,2100-01-01)';
begin
  new.name := private.tidy_texts(new.name, 'name', 120, true);
  new.goal := private.tidy_texts(new.goal, 'goal', 1000, false, true);
  new.outcome_reason := private.tidy_texts(new.outcome_reason, 'outcome_reason', 1000, new.outcome is not null, true);
  if new.outcome is null then
    new.outcome_on := null;
    new.outcome_reason := '{}';
  end if;
  if new.part is null then
    perform private.refuse('choose_one', 422, 'part');
  elsif new.starts_on is null then
    perform private.refuse('required', 422, 'starts_on');
  elsif not new.starts_on <@ days then
    perform private.refuse('date_far_away', 422, 'starts_on', jsonb_build_object('first', 2000, 'last', 2099));
  elsif not new.ends_on <@ days then
    perform private.refuse('date_far_away', 422, 'ends_on', jsonb_build_object('first', 2000, 'last', 2099));
  elsif new.ends_on < new.starts_on then
    perform private.refuse('last_day_before_first', 422, 'ends_on');
  elsif new.outcome is not null and new.outcome_on is null then
    perform private.refuse('required', 422, 'outcome_on');
  elsif new.outcome_on < new.starts_on then
    perform private.refuse('came_out_before_it_began', 422, 'outcome_on');
  elsif new.outcome_on > current_date + 1 then
    perform private.refuse('day_not_yet_come', 422, 'outcome_on');
  end if;
  -- A standing that ends takes the campaign out of its coalition: its lead's alone, and still editable.
  if (tg_op = 'INSERT' or new.coalition_id is not null and new.coalition_id is distinct from old.coalition_id) and not exists (
    select from public.standings s where s.organization_id = new.organization_id and s.coalition_id = new.coalition_id
  ) then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
  elsif (select count(*) >= 200 from public.campaigns c where c.organization_id = new.organization_id) then
    perform private.refuse('too_many', 409, 'name', jsonb_build_object('maximum', 200));
  end if;
  return new;
end $$;
comment on function private.prepare_campaign() is
  'Tidies a campaign, refuses in a sentence days that cannot be and a coalition in which its lead has no standing, and counts its version.';
create trigger campaigns_prepare before insert or update on public.campaigns
  for each row execute function private.prepare_campaign();

create function private.prepare_campaign_share() returns trigger
language plpgsql set search_path = '' as $$
declare
  audience public.audience;
begin
  if new.recipient_id = new.organization_id or not exists (
    select from public.standings owner
    join public.standings recipient on recipient.coalition_id = owner.coalition_id
    where owner.organization_id = new.organization_id and recipient.organization_id = new.recipient_id
  ) or not private.hold_fellowship(new.organization_id, new.recipient_id) then
    perform private.refuse('recipient_not_in_coalition', 422, 'recipients');
  end if;
  -- Whoever writes or removes a share of this campaign, or changes its audience, waits here for one another.
  select c.audience into audience from public.campaigns c
  where c.organization_id = new.organization_id and c.id = new.campaign_id
  for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  new.in_force := audience = 'named';
  return new;
end $$;
comment on function private.prepare_campaign_share() is
  'Refuses a recipient that shares no coalition with the lead, in the same words whether it exists or not.';
create trigger campaign_shares_prepare before insert on public.campaign_shares
  for each row execute function private.prepare_campaign_share();

create function private.queue_campaign_share() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.campaigns c where c.organization_id = old.organization_id and c.id = old.campaign_id for no key update;
  return old;
end $$;
comment on function private.queue_campaign_share() is 'A share is removed in turn with those that are added to the same campaign.';
create trigger campaign_shares_queue before delete on public.campaign_shares
  for each row execute function private.queue_campaign_share();

create function private.put_campaign_shares_in_force() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.campaign_shares s set in_force = new.audience = 'named'
  where s.organization_id = new.organization_id and s.campaign_id = new.id;
  return null;
end $$;
comment on function private.put_campaign_shares_in_force() is 'A recipient learns of a share only while the campaign may be seen through it.';
create trigger campaigns_put_shares_in_force after update of audience on public.campaigns
  for each row when (old.audience <> new.audience)
  execute function private.put_campaign_shares_in_force();

create function private.end_campaign_shares_between_former_fellows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.campaign_shares s
  where old.organization_id in (s.organization_id, s.recipient_id)
    and not exists (
      select from public.standings owner
      join public.standings recipient on recipient.coalition_id = owner.coalition_id
      where owner.organization_id = s.organization_id and recipient.organization_id = s.recipient_id
    );
  return null;
end $$;
comment on function private.end_campaign_shares_between_former_fellows() is
  'As private.end_shares_between_former_fellows, for campaigns.';
create trigger standings_end_campaign_shares after delete on public.standings
  for each row execute function private.end_campaign_shares_between_former_fellows();

-- ── What is not in a granted column, for those who may know it ──────────────────────────────────────────────

create function private.campaign_version_of(campaign_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select c.version from public.campaigns c
    where c.id = campaign_version_of.campaign_id and c.organization_id = any (private.my_organizations('actions.write'))
  );
end $$;
comment on function private.campaign_version_of(uuid) is 'The version of a campaign that the caller may write; null for anyone else.';

create function private.campaign_coalition_of(campaign_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select c.coalition_id from public.campaigns c
    where c.id = campaign_coalition_of.campaign_id and c.coalition_id = any ((select private.my_coalitions())::uuid[])
  );
end $$;
comment on function private.campaign_coalition_of(uuid) is
  'Whose plan a campaign serves, for those in that coalition; null for anyone else. Asked only about campaigns that the caller sees.';

create function private.campaigns_of_plan(coalition_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select c.id from public.campaigns c
    where c.coalition_id = campaigns_of_plan.coalition_id and c.coalition_id = any ((select private.my_coalitions())::uuid[])
  );
end $$;
comment on function private.campaigns_of_plan(uuid) is
  'The campaigns of a coalition of the caller, hidden ones too: to be met with those that the caller sees, and shown to nobody.';
create function private.campaign_metrics(campaign_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select m.id from public.pooled_metrics m
    where m.campaign_id = campaign_metrics.campaign_id and (
      m.coalition_id = any ((select private.my_coalitions())::uuid[])
      or m.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    )
  );
end $$;
comment on function private.campaign_metrics(uuid) is
  'What is counted for a campaign, by those of the coalition that counts: to be met with the metrics that the caller sees.';
grant execute on function private.campaign_metrics(uuid) to authenticated;
grant execute on function private.campaign_version_of(uuid), private.campaign_coalition_of(uuid) to anon, authenticated;
grant execute on function private.campaigns_of_plan(uuid) to authenticated;

-- ── sealed: clashes.sql

-- What else happens at a time that somebody chooses: among what they may see by name, otherwise only where an owner
-- chose to say that the time is taken.

create function private.folded(value text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(lower(normalize(value, NFKC)), '[^[:alnum:]]+', '', 'g')
$$;
comment on function private.folded(text) is
  'Letters and digits alone, in one case: so that "Koreatown, LA" and "koreatown la" are one place.';

create function private.same_area(one text, other text) returns boolean
language sql immutable set search_path = '' as $$
  select private.folded(one) <> '' and private.folded(other) <> ''
    and (strpos(private.folded(one), private.folded(other)) > 0 or strpos(private.folded(other), private.folded(one)) > 0)
$$;
comment on function private.same_area(text, text) is 'Whether one area is, or is named as a part of, the other. An area not said is nobody''s.';

create function private.planned_times(plan jsonb) returns tstzmultirange
language plpgsql stable set search_path = '' as $$
declare
  zone constant text := plan ->> 'time_zone';
  times tstzmultirange := '{}';
  planned record;
  starts timestamptz;
  ends timestamptz;
begin
  if jsonb_typeof(plan -> 'times') is distinct from 'array' or jsonb_array_length(plan -> 'times') > 800 then
    perform private.refuse('not_understood', 422);
  elsif not exists (select from core.time_zones z where z.name = zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  end if;
  for planned in
    select private.read_wall_time(p.wall ->> 'starts_local', 'starts') as starts_local,
      private.read_wall_time(p.wall ->> 'ends_local', 'ends') as ends_local
    from jsonb_array_elements(plan -> 'times') as p(wall)
  loop
    -- An hour that happens twice counts as both; one that does not exist has nothing beside it.
    starts := (private.instants_of(planned.starts_local, zone))[1];
    ends := (select max(i) from unnest(private.instants_of(planned.ends_local, zone)) as i);
    if starts < ends and ends - starts <= interval '32 days' then
      times := times + tstzmultirange(tstzrange(starts, ends));
    end if;
  end loop;
  return times;
end $$;
comment on function private.planned_times(jsonb) is
  'The instants of {"times": [{"starts_local", "ends_local"}], "time_zone"}: up to 800 wall times in one IANA zone.';

create function private.taken_halves(organization uuid, times tstzmultirange, area text)
returns table (taken_area text, taken_on date, half text)
language plpgsql stable security definer set search_path = '' as $$
begin
  if not organization = any (private.my_organizations('gatherings.write')) then
    return;
  end if;
  -- The half of the day, and not the hours, is compared: whoever tries hour after hour learns no more.
  return query
    select distinct g.area, block.starts::date, case when extract(hour from block.starts) < 12 then 'am' else 'pm' end
    from public.gatherings g
    cross join lateral (
      select b.starts from generate_series(
        date_trunc('day', g.starts_local), g.ends_local - interval '1 minute', interval '12 hours'
      ) as b(starts)
      where b.starts + interval '12 hours' > g.starts_local
    ) block
    where g.tells_taken and g.state <> 'cancelled' and g.organization_id <> taken_halves.organization
      and g.starts_at < upper(times) + interval '1 day' and g.starts_at > lower(times) - interval '33 days'
      and tstzmultirange(tstzrange(
        block.starts at time zone g.time_zone, (block.starts + interval '12 hours') at time zone g.time_zone
      )) && times
      and (g.area = '' or private.folded(taken_halves.area) = '' or private.same_area(g.area, taken_halves.area))
      and exists (
        select from public.standings mine join public.standings theirs on theirs.coalition_id = mine.coalition_id
        where mine.organization_id = taken_halves.organization and theirs.organization_id = g.organization_id
      )
      and g.id not in (
        select r.id from private.reaching(
          taken_halves.organization, lower(times) - interval '1 day', upper(times) + interval '1 day'
        ) r
      );
end $$;
comment on function private.taken_halves(uuid, tstzmultirange, text) is
  'Area and half of the day ("am", "pm", by the clocks of the place) of what fellow organizations hold, hide from this one and say is taken. Each once, however many there are. For those who may write gatherings of the organization; nothing for anyone else.';

create function private.same_volunteers(organization uuid, one uuid, other uuid) returns text[]
language plpgsql stable set search_path = '' as $$
begin
  return array(
    select distinct n.display_name
    from public.volunteer_places here
    join public.volunteer_places there on there.organization_id = here.organization_id and there.person_id = here.person_id
    join public.people n on n.id = here.person_id
    where here.organization_id = organization and here.gathering_id = one and there.gathering_id = other
    order by 1
  );
end $$;
comment on function private.same_volunteers(uuid, uuid, uuid) is
  'Who helps at both of two gatherings as a member of this organization, by name; nobody where the caller may not see its places.';

create function public.find_clashes(organization_id uuid, gathering_id uuid, plan jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  most constant integer := 12;
  times tstzmultirange;
  planned_area constant text := coalesce(plan ->> 'area', '');
  planned_address constant text := private.folded(coalesce(plan ->> 'address', ''));
  moved_with uuid;
begin
  if not find_clashes.organization_id = any (private.my_organizations('gatherings.write')) then
    return null;
  end if;
  times := private.planned_times(plan);
  if jsonb_array_length(plan -> 'times') > 1 then
    select g.series_id into moved_with from public.gatherings g where g.id = find_clashes.gathering_id;
  end if;
  return (
    with found as (
      select c.card, c.starts_at, c.id,
        array_remove(array[
          case when char_length(planned_address) >= 5 and private.folded(d.address) = planned_address then 'venue' end,
          case when c.organization_id = find_clashes.organization_id then 'own' end,
          case when private.same_area(g.area, planned_area) and c.organization_id <> find_clashes.organization_id then 'area' end
        ], null) as reasons,
        private.same_volunteers(find_clashes.organization_id, find_clashes.gathering_id, c.id) as volunteers
      from private.gathering_cards c
      join public.gatherings g on g.id = c.id
      left join public.gathering_details d on d.organization_id = g.organization_id and d.gathering_id = g.id
      where not isempty(times) and c.starts_at < upper(times) and c.starts_at > lower(times) - interval '32 days'
        and c.ends_at > lower(times) and tstzmultirange(tstzrange(c.starts_at, c.ends_at)) && times
        and c.state <> 'cancelled' and c.id is distinct from find_clashes.gathering_id
        and (moved_with is null or g.series_id is distinct from moved_with)
    ), clashing as (
      select * from found f where cardinality(f.reasons) > 0 or cardinality(f.volunteers) > 0
    )
    select jsonb_build_object(
      'seen', coalesce((
        select jsonb_agg(
          jsonb_build_object('card', s.card, 'reasons', s.reasons, 'volunteers', s.volunteers) order by s.starts_at, s.id
        )
        from (select * from clashing c order by c.starts_at, c.id limit most) s
      ), '[]'),
      'more', greatest((select count(*) from clashing) - most, 0),
      'taken', case when isempty(times) then '[]' else coalesce((
        select jsonb_agg(jsonb_build_object('area', t.taken_area, 'on', t.taken_on, 'half', t.half)
          order by t.taken_on, t.half, t.taken_area)
        from private.taken_halves(find_clashes.organization_id, times, planned_area) t
      ), '[]') end
    )
  );
end $$;
comment on function public.find_clashes(uuid, uuid, jsonb) is
  'What happens at the times of a plan: gatherings the caller may see of their own organization ("own"), at the same address ("venue") or in the same area ("area"), or with the same people of that organization as volunteers, the first twelve by time and how many more; and what is taken by others without a name. The gathering that is being changed is left out, and where the plan has several times its series too. Plan: {"times": [{"starts_local", "ends_local"}], "time_zone", "area", "address"}. Null unless the caller may write gatherings of the organization.';

grant execute on function
  private.folded(text), private.same_area(text, text), private.planned_times(jsonb), private.taken_halves(uuid, tstzmultirange, text),
  private.same_volunteers(uuid, uuid, uuid),
  public.find_clashes(uuid, uuid, jsonb)
  to authenticated;

-- ── sealed: collection-commands.sql

-- What editors do with collections. Each command acts with the caller's own rights: the policies decide.

create function private.lock_collection(collection_id uuid, organization_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if not exists (
    select from public.collections c
    where c.id = lock_collection.collection_id and c.organization_id = lock_collection.organization_id
      and c.organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(lock_collection.organization_id, 'resources.write');
  perform from public.collections c where c.id = lock_collection.collection_id for no key update;
end $$;
comment on function private.lock_collection(uuid, uuid) is
  'Holds a collection until the command ends. One answer for a hidden, an absent and a foreign one.';

create function public.make_collection(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.collections;
  made uuid;
begin
  perform private.require_writer(make_collection.organization_id, 'resources.write');
  wanted := private.read_collection_content(content);
  if make_collection.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  insert into public.collections as c (organization_id, submission_id, coalition_id, audience, name, note)
  values (
    make_collection.organization_id, make_collection.submission_id, wanted.coalition_id, coalesce(wanted.audience, 'owner'),
    wanted.name, coalesce(wanted.note, '{}')
  )
  on conflict on constraint collections_one_per_submission do nothing
  returning c.id into made;
  if made is null then
    select c.id into made from public.collections c
    where c.organization_id = make_collection.organization_id and c.submission_id = make_collection.submission_id;
  end if;
  return jsonb_build_object('id', made);
end $$;
comment on function public.make_collection(uuid, uuid, jsonb) is
  'Begins a collection, {"name", "note", "audience", "coalition_id"}. A repeated submission answers with the row of the first.';

create function private.read_collection_content(content jsonb) returns public.collections
language plpgsql stable set search_path = '' as $$
begin
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  return jsonb_populate_record(null::public.collections, jsonb_build_object(
    'name', content -> 'name', 'note', content -> 'note', 'audience', content -> 'audience', 'coalition_id', content -> 'coalition_id'
  ));
exception when data_exception then
  perform private.refuse('not_understood', 422);
end $$;
comment on function private.read_collection_content(jsonb) is 'What arrived from the form of a collection.';

create function public.revise_collection(collection_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.collections;
begin
  perform private.lock_collection(revise_collection.collection_id, revise_collection.organization_id);
  if private.collection_version_of(revise_collection.collection_id) is distinct from seen_version then
    perform private.refuse('changed_meanwhile', 409);
  end if;
  wanted := private.read_collection_content(content);
  update public.collections c set
    name = wanted.name, note = coalesce(wanted.note, '{}'), audience = coalesce(wanted.audience, 'owner'), coalition_id = wanted.coalition_id
  where c.id = revise_collection.collection_id;
  return jsonb_build_object('id', revise_collection.collection_id);
end $$;
comment on function public.revise_collection(uuid, uuid, integer, jsonb) is
  'Changes the name, the note and the audience of a collection, over the version its writer saw.';

create function public.discard_collection(collection_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_collection(discard_collection.collection_id, discard_collection.organization_id);
  delete from public.collections c where c.id = discard_collection.collection_id;
  return jsonb_build_object('id', discard_collection.collection_id);
end $$;
comment on function public.discard_collection(uuid, uuid) is 'Deletes a collection. The services stay where they are.';

create function public.collect_service(collection_id uuid, organization_id uuid, service_id uuid, note text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  owner uuid;
begin
  perform private.lock_collection(collect_service.collection_id, collect_service.organization_id);
  select s.organization_id into owner from public.services s where s.id = collect_service.service_id;
  if owner is null then
    perform private.refuse('not_found', 404);
  end if;
  update public.collection_entries e set note = collect_service.note
  where e.organization_id = collect_service.organization_id and e.collection_id = collect_service.collection_id
    and e.owner_id = owner and e.service_id = collect_service.service_id;
  if not found then
    insert into public.collection_entries (organization_id, collection_id, owner_id, service_id, note)
    values (collect_service.organization_id, collect_service.collection_id, owner, collect_service.service_id, collect_service.note);
  end if;
  return jsonb_build_object('id', collect_service.collection_id);
end $$;
comment on function public.collect_service(uuid, uuid, uuid, text) is
  'Puts a service that the caller sees into a collection, last, or gives the one that is there another note.';

create function public.move_entry(collection_id uuid, organization_id uuid, service_id uuid, direction text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  seen uuid[];
  place integer;
  other uuid;
begin
  perform private.lock_collection(move_entry.collection_id, move_entry.organization_id);
  seen := array(
    select e.service_id from public.collection_entries e
    where e.organization_id = move_entry.organization_id and e.collection_id = move_entry.collection_id
    order by private.entry_place(e.organization_id, e.collection_id, e.owner_id, e.service_id), e.service_id
  );
  place := array_position(seen, move_entry.service_id);
  if place is null then
    perform private.refuse('not_found', 404);
  elsif move_entry.direction not in ('up', 'down') then
    perform private.refuse('choose_one', 422, 'direction');
  end if;
  other := seen[place + case move_entry.direction when 'up' then -1 else 1 end];
  if other is not null then
    perform private.swap_entries(move_entry.organization_id, move_entry.collection_id, move_entry.service_id, other);
  end if;
  return jsonb_build_object('id', move_entry.collection_id);
end $$;
comment on function public.move_entry(uuid, uuid, uuid, text) is
  'Moves an entry of a collection one place "up" or "down" among those that the caller sees.';

create function public.remove_entry(collection_id uuid, organization_id uuid, service_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_collection(remove_entry.collection_id, remove_entry.organization_id);
  delete from public.collection_entries e
  where e.organization_id = remove_entry.organization_id and e.collection_id = remove_entry.collection_id
    and e.service_id = remove_entry.service_id;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  return jsonb_build_object('id', remove_entry.collection_id);
end $$;
comment on function public.remove_entry(uuid, uuid, uuid) is 'Takes a service out of a collection.';

grant execute on function
  private.lock_collection(uuid, uuid), private.read_collection_content(jsonb),
  public.make_collection(uuid, uuid, jsonb), public.revise_collection(uuid, uuid, integer, jsonb),
  public.discard_collection(uuid, uuid), public.collect_service(uuid, uuid, uuid, text),
  public.move_entry(uuid, uuid, uuid, text), public.remove_entry(uuid, uuid, uuid)
  to authenticated;

-- ── sealed: collections.sql

-- Collections of services: who may see and change them, and what every writer is held to. A collection opens nothing: an
-- entry is seen by whoever sees the service itself.

grant select (id, organization_id, coalition_id, audience, name, note) on public.collections to anon, authenticated;
grant select (submission_id) on public.collections to authenticated;
create policy collections_select_visitor on public.collections
  for select to anon
  using (audience = 'everyone');
create policy collections_select_audience on public.collections
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or audience = 'everyone'
    or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
  );
grant insert (organization_id, coalition_id, submission_id, audience, name, note) on public.collections to authenticated;
create policy collections_insert_editor on public.collections
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (coalition_id, audience, name, note) on public.collections to authenticated;
create policy collections_update_editor on public.collections
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.collections to authenticated;
create policy collections_delete_editor on public.collections
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- Not granted: the position. It moves when an entry changes places with one that its reader does not see.
grant select (organization_id, collection_id, owner_id, service_id, note) on public.collection_entries to anon, authenticated;
create policy collection_entries_select_with_both on public.collection_entries
  for select to anon, authenticated
  using (
    exists (
      select from public.collections c
      where c.organization_id = collection_entries.organization_id and c.id = collection_entries.collection_id
    ) and exists (
      select from public.services s
      where s.organization_id = collection_entries.owner_id and s.id = collection_entries.service_id
    )
  );
grant insert (organization_id, collection_id, owner_id, service_id, note) on public.collection_entries to authenticated;
create policy collection_entries_insert_editor on public.collection_entries
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (note) on public.collection_entries to authenticated;
-- Whoever changes all that they may must not learn by the number of rows of one that they do not see.
create policy collection_entries_update_editor on public.collection_entries
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]) and exists (
    select from public.services s
    where s.organization_id = collection_entries.owner_id and s.id = collection_entries.service_id
  ))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.collection_entries to authenticated;
create policy collection_entries_delete_editor on public.collection_entries
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]) and exists (
    select from public.services s
    where s.organization_id = collection_entries.owner_id and s.id = collection_entries.service_id
  ));

create function private.prepare_collection() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.name := private.tidy_texts(new.name, 'name', 120, true);
  new.note := private.tidy_texts(new.note, 'note', 1000, false, true);
  if new.audience = 'named' then
    perform private.refuse('choose_one', 422, 'audience');
  elsif new.audience <> 'coalition' then
    -- Readers outside a coalition must not learn from a row that it exists.
    new.coalition_id := null;
  elsif new.coalition_id is null and (tg_op = 'INSERT' or old.audience <> 'coalition') or (
    new.coalition_id is not null and (tg_op = 'INSERT' or new.coalition_id is distinct from old.coalition_id) and not exists (
      select from public.standings s where s.organization_id = new.organization_id and s.coalition_id = new.coalition_id
    )
  ) then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
  elsif (
    select count(*) >= 100 from public.collections c where c.organization_id = new.organization_id
  ) then
    perform private.refuse('too_many', 409, 'name', jsonb_build_object('maximum', 100));
  end if;
  return new;
end $$;
comment on function private.prepare_collection() is
  'Tidies a collection, refuses a coalition in which its owner has no standing, and counts its version; at most a hundred for an organization.';
create trigger collections_prepare before insert or update on public.collections
  for each row execute function private.prepare_collection();

create function private.prepare_collection_entry() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.note := private.tidy_line(new.note, 'note', 200);
  if tg_op = 'UPDATE' then
    return new;
  end if;
  -- With the writer's own rights: a service that they do not see is none, and their key tells nothing of it.
  if not exists (
    select from public.services s where s.organization_id = new.owner_id and s.id = new.service_id
  ) or not exists (
    select from public.collections c where c.organization_id = new.organization_id and c.id = new.collection_id
  ) then
    perform private.refuse('not_found', 404);
  elsif (
    select count(*) >= 100 from public.collection_entries e
    where e.organization_id = new.organization_id and e.collection_id = new.collection_id
  ) then
    perform private.refuse('too_many', 409, 'collection_id', jsonb_build_object('maximum', 100));
  end if;
  return new;
end $$;
comment on function private.prepare_collection_entry() is
  'Refuses what its writer does not see, in the same words whether it is hidden or absent; at most a hundred that they see.';
create trigger collection_entries_prepare before insert or update on public.collection_entries
  for each row execute function private.prepare_collection_entry();

create function private.collection_version_of(collection_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select c.version from public.collections c
    where c.id = collection_version_of.collection_id and c.organization_id = any (private.my_organizations('resources.write'))
  );
end $$;
comment on function private.collection_version_of(uuid) is 'The version of a collection that the caller may write; null for anyone else.';
grant execute on function private.collection_version_of(uuid) to anon, authenticated;

create function private.entry_place(organization_id uuid, collection_id uuid, owner_id uuid, service_id uuid) returns bigint
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select e.position from public.collection_entries e
    where e.organization_id = entry_place.organization_id and e.collection_id = entry_place.collection_id
      and e.owner_id = entry_place.owner_id and e.service_id = entry_place.service_id
  );
end $$;
comment on function private.entry_place(uuid, uuid, uuid, uuid) is
  'Where an entry stands in its collection, for sorting those that the caller sees; shown to nobody.';
grant execute on function private.entry_place(uuid, uuid, uuid, uuid) to anon, authenticated;

create function private.swap_entries(organization_id uuid, collection_id uuid, one uuid, other uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(swap_entries.organization_id, 'resources.write');
  update public.collection_entries e set position = (
    select t.position from public.collection_entries t
    where t.organization_id = e.organization_id and t.collection_id = e.collection_id
      and t.service_id in (one, other) and t.service_id <> e.service_id
  )
  where e.organization_id = swap_entries.organization_id and e.collection_id = swap_entries.collection_id and e.service_id in (one, other);
end $$;
comment on function private.swap_entries(uuid, uuid, uuid, uuid) is 'Lets two entries of a collection change places, for those who may write it.';
grant execute on function private.swap_entries(uuid, uuid, uuid, uuid) to authenticated;

-- ── sealed: feed-marks.sql

-- By what a calendar program knows that nothing has changed: marks, one kind for each audience. A change that an audience
-- cannot see leaves its marks alone, so that no version tells of it.

create function private.count_revisions() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.state = 'draft' then
    if new.state <> 'draft' then
      new.revised_at := now();
    end if;
    return new;
  end if;
  if (
    old.title, old.description, old.kind, old.area, old.starts_local, old.ends_local, old.time_zone,
    old.starts_at, old.ends_at, old.state, old.cancellation_reason
  ) is distinct from (
    new.title, new.description, new.kind, new.area, new.starts_local, new.ends_local, new.time_zone,
    new.starts_at, new.ends_at, new.state, new.cancellation_reason
  ) then
    new.sequence := old.sequence + 1;
    new.revised_at := now();
  end if;
  return new;
end $$;
comment on function private.count_revisions() is
  'SEQUENCE of a gathering moves with what its card says of when, what, where and whether, once it is no draft: nobody learns how often a draft was changed. No other layer and no audience moves it.';
-- By its name after gatherings_prepare, which derives the instants.
create trigger gatherings_revise before update on public.gatherings
  for each row execute function private.count_revisions();

create function private.mark_calendars(scopes text[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.calendar_marks (scope, weight)
  select distinct s.scope, 1 from unnest(scopes) as s(scope) where s.scope is not null;
end $$;
comment on function private.mark_calendars(text[]) is 'Adds a mark for each of these audiences. Not for the API.';

create function private.calendar_scopes(
  organization_id uuid, gathering_id uuid, state public.gathering_state, audience public.audience, coalition_id uuid, hosted boolean
) returns setof text
language plpgsql stable security definer set search_path = '' as $$
begin
  if calendar_scopes.state = 'draft' then
    return;
  end if;
  return next 'own:' || calendar_scopes.organization_id;
  if calendar_scopes.audience = 'everyone' then
    return next 'public';
    return next 'public:' || calendar_scopes.organization_id;
    return next 'open-in:' || calendar_scopes.coalition_id;
  elsif calendar_scopes.audience = 'coalition' then
    return next 'coalition:' || calendar_scopes.coalition_id;
  elsif calendar_scopes.audience = 'named' then
    return query
      select 'to:' || s.recipient_id from public.shares s
      where s.organization_id = calendar_scopes.organization_id and s.gathering_id = calendar_scopes.gathering_id
        and s.layer = 'card';
  end if;
  if calendar_scopes.hosted then
    return query
      select 'to:' || h.host_id from public.hostings h
      where h.organization_id = calendar_scopes.organization_id and h.gathering_id = calendar_scopes.gathering_id
        and h.state in ('invited', 'accepted');
  end if;
end $$;
comment on function private.calendar_scopes(uuid, uuid, public.gathering_state, public.audience, uuid, boolean) is
  'The audiences in whose calendars a gathering stands; none for a draft. Not for the API.';

create function private.mark_gatherings() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform private.mark_calendars(array(
      select s.scope from new_rows n
      cross join private.calendar_scopes(n.organization_id, n.id, n.state, n.audience, n.coalition_id, n.hosted) as s(scope)
    ));
  elsif tg_op = 'DELETE' then
    perform private.mark_calendars(array(
      select s.scope from old_rows o
      cross join private.calendar_scopes(o.organization_id, o.id, o.state, o.audience, o.coalition_id, o.hosted) as s(scope)
    ));
  else
    perform private.mark_calendars(array(
      select s.scope
      from old_rows o
      join new_rows n on n.id = o.id
      cross join lateral (
        select private.calendar_scopes(o.organization_id, o.id, o.state, o.audience, o.coalition_id, o.hosted)
        union
        select private.calendar_scopes(n.organization_id, n.id, n.state, n.audience, n.coalition_id, n.hosted)
      ) as s(scope)
      where (o.sequence, o.state, o.audience, o.coalition_id, o.series_id, o.recurrence_local)
        is distinct from (n.sequence, n.state, n.audience, n.coalition_id, n.series_id, n.recurrence_local)
    ));
  end if;
  return null;
end $$;
comment on function private.mark_gatherings() is 'Marks those who could see a gathering before or can see it after, when what calendars show of it changed.';
create trigger gatherings_mark_inserted after insert on public.gatherings
  referencing new table as new_rows for each statement execute function private.mark_gatherings();
create trigger gatherings_mark_updated after update on public.gatherings
  referencing old table as old_rows new table as new_rows for each statement execute function private.mark_gatherings();
create trigger gatherings_mark_deleted after delete on public.gatherings
  referencing old table as old_rows for each statement execute function private.mark_gatherings();

create function private.mark_shares() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform private.mark_calendars(array(
      select 'to:' || n.recipient_id from new_rows n where n.layer = 'card' and n.in_force
    ));
  elsif tg_op = 'DELETE' then
    perform private.mark_calendars(array(
      select 'to:' || o.recipient_id from old_rows o where o.layer = 'card' and o.in_force
    ));
  else
    perform private.mark_calendars(array(
      select 'to:' || n.recipient_id
      from old_rows o
      join new_rows n using (organization_id, gathering_id, layer, recipient_id)
      where n.layer = 'card' and o.in_force <> n.in_force
    ));
  end if;
  return null;
end $$;
comment on function private.mark_shares() is 'Marks an organization to which a card is named, from when it may see it until it no longer may.';
create trigger shares_mark_inserted after insert on public.shares
  referencing new table as new_rows for each statement execute function private.mark_shares();
create trigger shares_mark_updated after update on public.shares
  referencing old table as old_rows new table as new_rows for each statement execute function private.mark_shares();
create trigger shares_mark_deleted after delete on public.shares
  referencing old table as old_rows for each statement execute function private.mark_shares();

create function private.mark_hostings() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  changed public.hostings := case when tg_op = 'DELETE' then old else new end;
begin
  if not exists (
    select from public.gatherings g
    where g.organization_id = changed.organization_id and g.id = changed.gathering_id and g.state = 'draft'
  ) then
    perform private.mark_calendars(array['to:' || changed.host_id]);
  end if;
  return null;
end $$;
comment on function private.mark_hostings() is 'Marks an organization that is asked to hold a gathering, answers, or no longer holds it.';
create trigger hostings_mark after insert or update or delete on public.hostings
  for each row execute function private.mark_hostings();

create function private.mark_details() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  changed public.gathering_details := case when tg_op = 'DELETE' then old else new end;
begin
  if tg_op = 'UPDATE' and (old.address, old.audience) is not distinct from (new.address, new.audience)
    or changed.audience <> 'everyone' and (tg_op <> 'UPDATE' or old.audience <> 'everyone')
  then
    return null;
  end if;
  perform private.mark_calendars(array(
    select s.scope
    from public.gatherings g
    cross join private.calendar_scopes(g.organization_id, g.id, g.state, 'everyone', g.coalition_id, false) as s(scope)
    where g.organization_id = changed.organization_id and g.id = changed.gathering_id and g.audience = 'everyone'
      and s.scope not like 'own:%'
  ));
  return null;
end $$;
comment on function private.mark_details() is 'Marks everyone when an address that is open to everyone changes. Calendars show no other detail.';
create trigger gathering_details_mark after insert or update or delete on public.gathering_details
  for each row execute function private.mark_details();

create function private.mark_names() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'coalitions' then
    perform private.mark_calendars(array['open-in:' || new.id]);
    return null;
  end if;
  perform private.mark_calendars(array(
    select distinct s.scope
    from public.gatherings g
    cross join private.calendar_scopes(g.organization_id, g.id, g.state, g.audience, g.coalition_id, g.hosted) as s(scope)
    where g.organization_id = new.id and g.ends_at > now() - interval '100 days'
  ));
  return null;
end $$;
comment on function private.mark_names() is 'Marks those in whose calendars a name stands that changed.';
create trigger coalitions_mark_names after update of display_name, korean_name on public.coalitions
  for each row when ((old.display_name, old.korean_name) is distinct from (new.display_name, new.korean_name))
  execute function private.mark_names();
create trigger organizations_mark_names after update of display_name, short_name, korean_name, color on public.organizations
  for each row when (
    (old.display_name, old.short_name, old.korean_name, old.color)
    is distinct from (new.display_name, new.short_name, new.korean_name, new.color)
  ) execute function private.mark_names();

create function private.calendar_version(scopes text[]) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select left(encode(sha256(convert_to(string_agg(s.scope || ' ' || coalesce(m.version, 0), E'\n' order by s.scope), 'UTF8')), 'hex'), 32)
    from (select distinct unnest(scopes) as scope) s
    left join lateral (
      select sum(c.weight) as version from private.calendar_marks c where c.scope = s.scope
    ) m on true
  );
end $$;
comment on function private.calendar_version(text[]) is
  'What stands for everything that these audiences see together. A hash: it does not tell how much changed. Reads marks alone. Not for the API.';

create function private.fold_calendar_marks() returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  folded bigint;
begin
  -- One statement, so that every reader sees a sum either before or after, and both are the same.
  with gone as (
    delete from private.calendar_marks c
    where c.scope in (select m.scope from private.calendar_marks m group by m.scope having count(*) > 1)
    returning c.scope, c.weight
  ), kept as (
    insert into private.calendar_marks (scope, weight) select g.scope, sum(g.weight) from gone g group by g.scope returning 1
  )
  select (select count(*) from gone) - (select count(*) from kept) into folded;
  return folded;
end $$;
comment on function private.fold_calendar_marks() is 'Makes one mark of the many of an audience; the worker calls it now and then. Returns how many rows went. Not for the API.';

-- ── sealed: feed-tokens.sql

-- Private calendars: a link of a person's own, under which a program reads without signing in.

grant select (id, person_id, shown_id, label, shows, created_at, last_used_on) on public.feed_tokens to authenticated;
create policy feed_tokens_select_self on public.feed_tokens
  for select to authenticated
  using (person_id = (select private.my_person()));
grant delete on public.feed_tokens to authenticated;
create policy feed_tokens_delete_self on public.feed_tokens
  for delete to authenticated
  using (person_id = (select private.my_person()));

-- No insert and no update: only the command below makes tokens, so that each of them is a secret.

create function private.make_feed(label text, organization_id uuid, shows public.feed_shows) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := private.my_person();
  token constant text := private.new_token();
  made uuid;
begin
  -- Whoever makes two at once waits here for themselves.
  perform from public.people p where p.id = me for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  elsif make_feed.organization_id is not null
    and not make_feed.organization_id = any (private.my_organizations('gatherings.read'))
  then
    perform private.refuse('choose_one', 422, 'organization');
  elsif (select count(*) from public.feed_tokens t where t.person_id = me) >= 20 then
    perform private.refuse('too_many_feeds', 409);
  end if;
  insert into public.feed_tokens (person_id, shown_id, label, shows, token_hash)
  values (
    me, make_feed.organization_id, private.tidy_line(make_feed.label, 'label', 60, true),
    coalesce(make_feed.shows, 'taken'), private.token_hash(token)
  )
  returning id into made;
  return jsonb_build_object('id', made, 'token', token);
end $$;
comment on function private.make_feed(text, uuid, public.feed_shows) is 'See public.make_feed.';
grant execute on function private.make_feed(text, uuid, public.feed_shows) to authenticated;

create function public.make_feed(label text, organization_id uuid, shows public.feed_shows) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.make_feed(make_feed.label, make_feed.organization_id, make_feed.shows);
end $$;
comment on function public.make_feed(text, uuid, public.feed_shows) is
  'A private calendar of the caller''s, of one of their organizations or (null) of all; its token is told now and never again. Refuses required, choose_one, too_many_feeds (20 a person), not_found without a live session.';
grant execute on function public.make_feed(text, uuid, public.feed_shows) to authenticated;

create function private.private_feed(token text, known text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  since constant timestamptz := private.feed_since();
  feed record;
  organizations uuid[];
  fellows uuid[];
  version text;
  answer jsonb;
begin
  select t.id, t.person_id, t.shown_id, t.label, t.shows, t.last_used_on, p.language into feed
  from public.feed_tokens t
  join public.people p on p.id = t.person_id
  join auth.users u on u.id = t.person_id
  where t.token_hash = private.token_hash(private_feed.token)
    and u.deleted_at is null and (u.banned_until is null or u.banned_until <= now());
  if not found then
    return null;
  end if;
  -- What belonging allows is looked up each time, as for a session.
  organizations := array(
    select m.organization_id from public.memberships m
    join private.role_permissions rp on rp.role = m.role and rp.permission = 'gatherings.read'
    where m.person_id = feed.person_id and (feed.shown_id is null or m.organization_id = feed.shown_id)
  );
  if organizations = '{}' then
    return null;
  end if;
  if feed.last_used_on is distinct from current_date then
    update public.feed_tokens t set last_used_on = current_date where t.id = feed.id;
  end if;

  fellows := array(
    select distinct theirs.organization_id from public.standings mine
    join public.standings theirs on theirs.coalition_id = mine.coalition_id
    where mine.organization_id = any (organizations)
  );
  version := left(encode(sha256(convert_to(concat_ws(
    ' ', feed.id, feed.shows, feed.label, feed.language, private.calendar_version(
      array(select 'own:' || o from unnest(organizations) as o union select 'to:' || o from unnest(organizations) as o)
      || array(select 'public:' || f from unnest(fellows) as f)
      || array(
        select 'coalition:' || s.coalition_id from public.standings s where s.organization_id = any (organizations)
      )
    )
  ), 'UTF8')), 'hex'), 32);
  answer := jsonb_build_object('version', version, 'language', feed.language);
  if version = known then
    return answer;
  end if;
  -- What reaches an organization is what its people see of others; drafts are nobody's calendar.
  return answer || jsonb_build_object('label', feed.label) || private.feed_events(array(
    select g.id from public.gatherings g
    where g.state <> 'draft' and g.id in (
      select r.id from unnest(organizations) as mine(id) cross join private.reaching(mine.id, since, 'infinity') r
    )
    order by g.starts_at, g.id limit 5000
  ), 'none', feed.shows);
end $$;
comment on function private.private_feed(text, text) is
  'See public.private_feed. Reads past row security and may: its rows are those of private.reaching for organizations whose living member the token''s owner is, and it tells their times, or titles and areas as well, and nothing else. It sets nothing that another statement would see.';
grant execute on function private.private_feed(text, text) to anon, authenticated;

create function public.private_feed(token text, known text default null) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.private_feed(private_feed.token, private_feed.known);
end $$;
comment on function public.private_feed(text, text) is
  'The calendar that a private link shows: what reaches the organizations of whoever made it, from sixty days ago on, 5,000 gatherings at most. Answers version and language alone where the version is the known one. Null for a link that shows nothing: never made, ended, of somebody who is no longer a member.';
grant execute on function public.private_feed(text, text) to anon, authenticated;

-- ── sealed: feeds.sql

-- What calendar programs read of gatherings, each feed in one call. Which rows: by the caller's own policies.

-- Told of every card: what RFC 5545 wants to know, and nothing of other layers.
grant select (sequence, revised_at, series_id, recurrence_local) on public.gatherings to anon, authenticated;

create function private.visible_rule(rule text, seen timestamp[]) returns text
language plpgsql immutable set search_path = '' as $$
declare
  weekdays constant text[] := array['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
  is_whole constant boolean := rule ~* 'BYSETPOS';
  kept text[] := '{}';
  part text;
  name text;
  named text[];
begin
  if not private.takes_steps(upper(rule), seen) then
    return '';
  end if;
  foreach part in array string_to_array(upper(rule), ';') loop
    name := split_part(part, '=', 1);
    continue when name in ('', 'COUNT', 'UNTIL');
    if name in ('BYDAY', 'BYMONTHDAY', 'BYMONTH') and not is_whole then
      named := array(
        select token from unnest(string_to_array(split_part(part, '=', 2), ',')) as token
        where exists (
          select from unnest(seen) as wall
          where case name
            when 'BYDAY' then right(token, 2) = weekdays[1 + extract(dow from wall)::integer]
            when 'BYMONTH' then ltrim(token, '+0') = extract(month from wall)::text
            else ltrim(token, '+0') in (
              extract(day from wall)::text,
              (extract(day from wall) - extract(day from date_trunc('month', wall) + interval '1 month - 1 day') - 1)::text
            ) end
        )
      );
      if named = '{}' then
        return '';
      end if;
      part := name || '=' || array_to_string(named, ',');
    end if;
    kept := kept || part;
  end loop;
  return array_to_string(kept, ';');
end $$;
comment on function private.visible_rule(text, timestamp[]) is
  'As much of a rule as the occurrences that somebody sees bear out: no end, and no weekday, date or month on which they see none. Empty where they bear out none of it. Not for the API.';

create function private.takes_steps(rule text, seen timestamp[]) returns boolean
language plpgsql immutable set search_path = '' as $$
declare
  every constant integer := coalesce(substring(rule from 'INTERVAL=([0-9]{1,5})'), '1');
  week_start constant integer := array_position(array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], coalesce(substring(rule from 'WKST=([A-Z]{2})'), 'MO')) - 1;
  -- Every day, but on certain weekdays or dates alone, is a thing of weeks or months.
  step constant text := case
    when rule !~ 'FREQ=DAILY' then substring(rule from 'FREQ=([A-Z]+)')
    when rule ~ 'BYMONTH' then 'MONTHLY' when rule ~ 'BYDAY' then 'WEEKLY' else 'DAILY' end;
begin
  return coalesce((
    select bool_or(t.at - t.before = case when rule ~ 'FREQ=DAILY' and step <> 'DAILY' then 1 else every end)
    from (
      select p.at, lag(p.at) over (order by p.at) as before
      from (
        select distinct case step
          when 'DAILY' then wall::date - '2000-01-03'
          when 'WEEKLY' then floor((wall::date - '2000-01-03' - week_start) / 7.0)::integer
          when 'MONTHLY' then extract(year from wall)::integer * 12 + extract(month from wall)::integer
          else extract(year from wall)::integer end as at
        from unnest(seen) as wall
      ) p
    ) t
  ), false);
end $$;
comment on function private.takes_steps(text, timestamp[]) is
  'Whether two of these follow one another as often as the rule says: one alone, or every other one, tells nobody how often. Not for the API.';

create function private.rules_of(ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_object_agg(s.id, jsonb_build_object(
      'time_zone', s.time_zone, 'rule', private.visible_rule(s.rule, v.seen), 'recurs_at', v.recurs_at
    )), '{}')
    from (
      select g.series_id, array_agg(g.recurrence_local) as seen,
        jsonb_object_agg(g.id, g.recurrence_local at time zone r.time_zone) as recurs_at
      from public.gatherings g
      join public.gathering_series r on r.organization_id = g.organization_id and r.id = g.series_id
      where g.id = any (ids)
      group by g.series_id
    ) v
    join public.gathering_series s on s.id = v.series_id
  );
end $$;
comment on function private.rules_of(uuid[]) is
  'How gatherings repeat, told from these of their occurrences alone. A series is its owner''s; a reader is told what the occurrences they see bear out, and the instants at which the rule put them.';
grant execute on function private.rules_of(uuid[]) to anon, authenticated;

create function private.feed_events(ids uuid[], addresses text, shows public.feed_shows) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('series', private.rules_of(ids), 'events', (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', g.id, 'sequence', g.sequence, 'revised_at', g.revised_at,
      'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
      'starts_at', g.starts_at, 'ends_at', g.ends_at,
      'repeated_hour', g.starts_fold is not null or g.ends_fold is not null,
      'state', g.state, 'is_open', g.audience = 'everyone',
      'series_id', g.series_id, 'recurrence_local', g.recurrence_local,
      'organization', o.label
    ) || case when shows = 'titles' then jsonb_build_object(
      'title', g.title, 'kind', g.kind, 'area', g.area,
      'description', case when addresses <> 'none' then g.description end,
      'cancellation_reason', case when addresses <> 'none' then g.cancellation_reason end,
      'address', case when addresses <> 'none' then (
        select d.address from public.gathering_details d
        where d.organization_id = g.organization_id and d.gathering_id = g.id
          and (addresses = 'seen' or d.audience = 'everyone')
      ) end
    ) else '{}' end order by g.starts_at, g.id), '[]')
    from public.gatherings g
    join private.organization_labels o on o.id = g.organization_id
    where g.id = any (ids)
  ));
end $$;
comment on function private.feed_events(uuid[], text, public.feed_shows) is
  'Gatherings as a calendar program reads them. Addresses: as the caller sees them (seen), those open to everyone (everyone), or none; without addresses there is no description either.';
grant execute on function private.feed_events(uuid[], text, public.feed_shows) to anon, authenticated;

create function private.feed_since() returns timestamptz
language sql stable set search_path = '' as $$
  select date_trunc('day', now(), 'UTC') - interval '60 days'
$$;
comment on function private.feed_since() is 'From when on gatherings stand in feeds; moves once a day.';
grant execute on function private.feed_since() to anon, authenticated;

create function private.open_version(coalition text, organization text) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  audience text;
begin
  if coalition is not null then
    select 'open-in:' || c.id into audience from public.coalitions c where c.slug = open_version.coalition and c.listed;
  elsif organization is not null then
    select 'public:' || o.id into audience from public.organizations o where o.slug = open_version.organization;
  else
    audience := 'public';
  end if;
  -- Without a mark there is nothing that everyone could see, and an organization that nobody may know of.
  return case when exists (select from private.calendar_marks c where c.scope = audience) then
    private.calendar_version(array[audience])
  end;
end $$;
comment on function private.open_version(text, text) is
  'What stands for everything that everyone sees of a listed coalition, of an organization, or at all. Null where that is nothing. Reads marks and no gathering.';
grant execute on function private.open_version(text, text) to anon, authenticated;

create function public.open_feed(coalition text default null, organization text default null, known text default null)
returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  since constant timestamptz := private.feed_since();
  version text := private.open_version(open_feed.coalition, open_feed.organization);
  is_member boolean := false;
  of_coalition record;
  owner uuid;
  owner_label jsonb;
  unlisted_members uuid[] := '{}';
  ids uuid[];
begin
  if open_feed.coalition is not null then
    select c.id, c.listed, jsonb_build_object('display_name', c.display_name, 'korean_name', c.korean_name) as label
    into of_coalition from public.coalitions c where c.slug = open_feed.coalition;
    if not found then
      return null;
    end if;
    if current_user <> 'anon' then
      is_member := of_coalition.id = any (private.my_coalitions());
    end if;
    if is_member then
      version := null;
    elsif version = known then
      return jsonb_build_object('version', version);
    end if;
    if not of_coalition.listed then
      unlisted_members := array(select s.organization_id from public.standings s where s.coalition_id = of_coalition.id);
    end if;
    ids := array(
      select g.id from public.gatherings g
      where g.state <> 'draft' and g.audience <> 'owner' and g.ends_at > since and g.starts_at > since - interval '32 days'
        and (g.coalition_id = of_coalition.id or (
          g.coalition_id is null and g.audience = 'everyone' and g.organization_id = any (unlisted_members)
        ))
      order by g.starts_at, g.id limit 5000
    );
    return private.feed_events(ids, case when is_member then 'seen' else 'everyone' end, 'titles')
      || jsonb_build_object('version', version, 'name', of_coalition.label);
  end if;

  if version = known then
    return jsonb_build_object('version', version);
  end if;
  if open_feed.organization is not null then
    select o.id, o.label into owner, owner_label from private.organization_labels o
    where o.slug = open_feed.organization and o.id = any (private.organizations_open_to_everyone());
    if not found then
      return null;
    end if;
  end if;
  ids := array(
    select g.id from public.gatherings g
    where g.state <> 'draft' and g.audience = 'everyone' and g.ends_at > since and g.starts_at > since - interval '32 days'
      and (open_feed.organization is null or g.organization_id = owner)
    order by g.starts_at, g.id limit 5000
  );
  return private.feed_events(ids, 'everyone', 'titles') || jsonb_build_object(
    'version', version, 'name', owner_label
  );
end $$;
comment on function public.open_feed(text, text, text) is
  'The feed of a coalition as the caller sees it, of what an organization opens to everyone, or of everything open to everyone: from sixty days ago on, 5,000 gatherings at most. Answers the version alone where it is the known one; a member of the coalition gets none. Null for what the caller may not know.';

create function public.gathering_feed(gathering_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  id uuid;
begin
  select g.id into id from public.gatherings g where g.id = gathering_feed.gathering_id and g.state <> 'draft';
  if id is null then
    return null;
  end if;
  return private.feed_events(array[id], 'seen', 'titles');
end $$;
comment on function public.gathering_feed(uuid) is
  'One gathering as a calendar program reads it, as its caller sees it; the same null whether it is hidden, absent or a draft.';

create function public.calendars_to_subscribe() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'coalitions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name
      ) order by c.slug), '[]')
      from public.coalitions c where c.listed
    ),
    'organizations', (
      select coalesce(jsonb_agg(o.label order by o.slug), '[]')
      from private.organization_labels o where o.id = any (private.organizations_open_to_everyone())
    )
  );
end $$;
comment on function public.calendars_to_subscribe() is 'The feeds that anybody may read: of listed coalitions, and of organizations that invite everyone to something.';

grant execute on function
  public.open_feed(text, text, text), public.gathering_feed(uuid), public.calendars_to_subscribe()
  to anon, authenticated;

-- ── sealed: gathering-calendars.sql

-- What reaches an organization or stands in a coalition, and how a calendar shows it, however much it is.

create function private.require_range(first_on date, last_on date) returns void
language plpgsql stable set search_path = '' as $$
begin
  if first_on is null or last_on is null or not isfinite(first_on) or not isfinite(last_on)
    or first_on < '1999-01-01' or last_on > '2101-01-01' then
    perform private.refuse('out_of_range', 422);
  elsif last_on - first_on > 400 then
    perform private.refuse('range_too_long', 422);
  end if;
end $$;
comment on function private.require_range(date, date) is 'Refuses a calendar of more than 400 days, or of another century.';
grant execute on function private.require_range(date, date) to anon, authenticated;

create function private.reaching(
  organization uuid, first_at timestamptz, last_at timestamptz, shared_since timestamptz default '-infinity'
) returns table (id uuid)
language plpgsql stable set search_path = '' as $$
declare
  coalitions uuid[] := array(
    select s.coalition_id from public.standings s where s.organization_id = organization
  );
  fellows uuid[] := array(
    select s.organization_id from public.standings s where s.coalition_id = any (coalitions)
  );
begin
  return query
    select g.id
    from public.gatherings g
    where g.starts_at < last_at and g.starts_at >= first_at - interval '32 days' and g.ends_at > first_at
      and (shared_since = '-infinity' or g.shared_at >= shared_since)
      and (g.organization_id = organization or (g.state <> 'draft' and (
        (g.audience = 'everyone' and g.organization_id = any (fellows))
        or (g.audience = 'coalition' and g.coalition_id = any (coalitions))
        or (g.audience = 'named' and exists (
          select from public.shares s
          where s.organization_id = g.organization_id and s.gathering_id = g.id and s.layer = 'card'
            and s.recipient_id = organization
        ))
        or exists (
          select from public.hostings h
          where h.organization_id = g.organization_id and h.gathering_id = g.id
            and h.host_id = organization and h.state in ('invited', 'accepted')
        )
      )));
end $$;
comment on function private.reaching(uuid, timestamptz, timestamptz, timestamptz) is
  'What reaches one organization of the caller in a span of time: its own, what its coalitions, their organizations and its name open to it, and what it was asked to hold. A person of two organizations sees each one''s calendar for itself.';

create function private.next_of_each(gatherings uuid[]) returns uuid[]
language plpgsql stable set search_path = '' as $$
begin
  return array(
    select distinct on (coalesce(g.series_id, g.id)) g.id
    from public.gatherings g where g.id = any (gatherings)
    order by coalesce(g.series_id, g.id), g.starts_at, g.id
  );
end $$;
comment on function private.next_of_each(uuid[]) is
  'Of each series among these gatherings the earliest, and those that do not repeat: so that a series is one piece of news.';
grant execute on function private.next_of_each(uuid[]) to authenticated;

create function private.require_filters(filters jsonb) returns void
language plpgsql stable set search_path = '' as $$
declare
  filter record;
begin
  if jsonb_typeof(coalesce(filters, '{}')) <> 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  for filter in select f.name, f.wanted from jsonb_each(coalesce(filters, '{}')) as f(name, wanted) loop
    if filter.name not in ('organizations', 'kinds', 'languages') or jsonb_typeof(filter.wanted) <> 'array' then
      perform private.refuse('not_understood', 422);
    elsif jsonb_array_length(filter.wanted) > 60 then
      perform private.refuse('too_many_filters', 422);
    end if;
  end loop;
end $$;
comment on function private.require_filters(jsonb) is
  'Refuses filters that are none, or more than sixty of one kind. {"organizations": [slug], "kinds": [kind], "languages": [tag]}; an empty list asks for everything.';

create function private.calendar_page(
  candidates uuid[], first_on date, last_on date, filters jsonb, shown_from integer
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  -- More than so many, and each day shows its first three and a count. A single day is turned page by page.
  most constant integer := 300;
  of_a_day constant integer := 3;
  of_a_page constant integer := 100;
  skipped constant integer := case when first_on = last_on then greatest(coalesce(shown_from, 0), 0) else 0 end;
  owners uuid[];
  wanted_kinds text[] := array(select jsonb_array_elements_text(filters -> 'kinds'));
  wanted_languages text[] := array(select jsonb_array_elements_text(filters -> 'languages'));
  shown uuid[];
  counts jsonb;
  total bigint;
begin
  if jsonb_array_length(filters -> 'organizations') > 0 then
    -- Names of no organization the caller may know count as not said.
    owners := nullif(array(
      select o.id from public.organizations o
      where o.slug in (select jsonb_array_elements_text(filters -> 'organizations'))
    ), '{}');
  end if;
  with found as materialized (
    select g.id, g.starts_at, greatest(g.starts_local::date, first_on) as day
    from public.gatherings g
    where g.id = any (candidates)
      and g.starts_local < last_on + 1 and g.ends_local > first_on
      and (owners is null or g.organization_id = any (owners))
      and (wanted_kinds = '{}' or g.kind::text = any (wanted_kinds))
      and (wanted_languages = '{}' or g.languages && wanted_languages)
  ), placed as (
    select f.id, f.day,
      row_number() over (partition by f.day order by f.starts_at, f.id) as place,
      count(*) over (partition by f.day) as of_day,
      count(*) over () as of_all
    from found f
  )
  select
    array_agg(p.id) filter (where case when first_on = last_on
      then p.place > skipped and p.place <= skipped + of_a_page
      else p.of_all <= most or p.place <= of_a_day end),
    jsonb_object_agg(p.day, p.of_day) filter (where p.of_all > most and p.of_day > of_a_day or first_on = last_on),
    coalesce(max(p.of_all), 0)
  into shown, counts, total
  from placed p;

  return jsonb_build_object(
    'gatherings', (
      select coalesce(jsonb_agg(g.card order by g.starts_at, g.id), '[]')
      from private.gathering_cards g where g.id = any (shown)
    ),
    'versions', private.versions_of(shown),
    'missing', private.missing_volunteers(shown),
    'counts', coalesce(counts, '{}'),
    'total', total
  );
end $$;
comment on function private.calendar_page(uuid[], date, date, jsonb, integer) is
  'Of the candidates, those that take place on these days by the clocks of each place and pass the filters: all up to 300, of more the first three of each day with the day''s count; of a single day a hundred from a place on.';

grant execute on function
  private.require_filters(jsonb), private.calendar_page(uuid[], date, date, jsonb, integer)
  to anon, authenticated;
grant execute on function private.reaching(uuid, timestamptz, timestamptz, timestamptz) to authenticated;

create function public.organization_calendar(
  organization_id uuid, first_on date, last_on date, filters jsonb default '{}', shown_from integer default 0
) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_calendar.organization_id = any (private.my_organizations('gatherings.read')) then
    return null;
  end if;
  perform private.require_range(first_on, last_on);
  perform private.require_filters(filters);
  return private.calendar_page(
    array(select r.id from private.reaching(
      organization_calendar.organization_id,
      (first_on - 1)::timestamp at time zone 'UTC', (last_on + 2)::timestamp at time zone 'UTC'
    ) r),
    first_on, last_on, filters, shown_from
  ) || jsonb_build_object('items', private.items_due(array(
    select s.coalition_id from public.standings s where s.organization_id = organization_calendar.organization_id
  ), organization_calendar.organization_id, first_on, last_on, filters), 'hostings', private.held_with_others(organization_calendar.organization_id), 'organizations', (
    select coalesce(jsonb_agg(o.label order by o.slug), '[]')
    from private.organization_labels o
    where o.id in (
      select theirs.organization_id
      from public.standings mine
      join public.standings theirs on theirs.coalition_id = mine.coalition_id
      where mine.organization_id = organization_calendar.organization_id
    ) or o.id = organization_calendar.organization_id
  ));
end $$;
comment on function public.organization_calendar(uuid, date, date, jsonb, integer) is
  'The gatherings that reach an organization of the caller from one day to another, both included, by the clocks of each place, with the organizations one may choose among, what it is asked to hold of them, and what is due to be done together. Null for any other organization.';

create function public.coalition_calendar(
  coalition_slug text, first_on date, last_on date, filters jsonb default '{}', shown_from integer default 0
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  coalition record;
  -- In a coalition that is not listed, what everyone can read does not name it (gatherings_place).
  unlisted_members uuid[] := '{}';
  candidates uuid[];
begin
  select c.id, c.listed, jsonb_build_object(
    'id', c.id, 'slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name
  ) as label
  into coalition
  from public.coalitions c where c.slug = coalition_slug;
  if not found then
    return null;
  elsif not coalition.listed then
    unlisted_members := array(select s.organization_id from public.standings s where s.coalition_id = coalition.id);
  end if;
  perform private.require_range(first_on, last_on);
  perform private.require_filters(filters);
  candidates := array(
    select g.id from public.gatherings g
    where g.state <> 'draft' and g.audience <> 'owner'
      and (g.coalition_id = coalition.id or (
        g.coalition_id is null and g.audience = 'everyone' and g.organization_id = any (unlisted_members)
      ))
      and g.starts_at >= (first_on - 33)::timestamp at time zone 'UTC'
      and g.starts_at < (last_on + 2)::timestamp at time zone 'UTC'
  );
  return private.calendar_page(candidates, first_on, last_on, filters, shown_from) || jsonb_build_object(
    'coalition', coalition.label,
    'items', private.items_due(array[coalition.id], null, first_on, last_on, filters),
    'organizations', (
      select coalesce(jsonb_agg(o.label order by o.slug), '[]')
      from private.organization_labels o
      where o.id in (select g.organization_id from public.gatherings g where g.id = any (candidates))
    )
  );
end $$;
comment on function public.coalition_calendar(text, date, date, jsonb, integer) is
  'A coalition''s shared calendar as the caller may see it, with what is due to be done together. Null for a coalition they may not know.';

grant execute on function public.coalition_calendar(text, date, date, jsonb, integer) to anon, authenticated;
grant execute on function public.organization_calendar(uuid, date, date, jsonb, integer) to authenticated;

-- ── sealed: gathering-commands.sql

-- What editors do with a gathering. Each command is one transaction and acts with the caller's own rights:
-- the policies of gatherings.sql decide, these functions say why in words.

create function private.lock_gathering(gathering_id uuid, organization_id uuid, seen_version integer)
returns public.gatherings
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
begin
  -- One answer for a hidden, an absent and a foreign one; only the owner's people learn that a right is missing.
  select g.id, g.organization_id into gathering.id, gathering.organization_id
  from public.gatherings g
  where g.id = lock_gathering.gathering_id and g.organization_id = lock_gathering.organization_id
    and g.organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]);
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(gathering.organization_id, 'gatherings.write');

  select g.state, g.audience into gathering.state, gathering.audience
  from public.gatherings g where g.id = gathering.id for no key update;
  if private.version_of(gathering.id) is distinct from seen_version then
    perform private.refuse('changed_meanwhile', 409);
  end if;
  return gathering;
end $$;
comment on function private.lock_gathering(uuid, uuid, integer) is
  'The gathering a command is about, locked until the command ends, for its owner alone. Refuses when somebody changed it since it was read.';

create function private.lock_shared_gathering(gathering_id uuid, acting_id uuid, seen_version integer)
returns public.gatherings
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
begin
  select g.id, g.organization_id into gathering.id, gathering.organization_id
  from public.gatherings g
  join public.hostings h on h.organization_id = g.organization_id and h.gathering_id = g.id
  where g.id = lock_shared_gathering.gathering_id and h.host_id = lock_shared_gathering.acting_id
    and h.state = 'accepted' and h.may_edit and g.state <> 'draft'
    and h.host_id = any ((select private.my_organizations('gatherings.read'))::uuid[]);
  if not found then
    return private.lock_gathering(
      lock_shared_gathering.gathering_id, lock_shared_gathering.acting_id, lock_shared_gathering.seen_version
    );
  end if;
  perform private.require_writer(lock_shared_gathering.acting_id, 'gatherings.write');

  select g.state, g.audience into gathering.state, gathering.audience
  from public.gatherings g where g.id = gathering.id for no key update;
  -- Whoever ended the hosting meanwhile held the same lock.
  if private.host_version_of(gathering.id, lock_shared_gathering.acting_id) is null then
    perform private.refuse('not_found', 404);
  elsif private.host_version_of(gathering.id, lock_shared_gathering.acting_id) is distinct from seen_version then
    perform private.refuse('changed_meanwhile', 409);
  end if;
  perform set_config('hamkke.acting', lock_shared_gathering.acting_id::text, true);
  return gathering;
end $$;
comment on function private.lock_shared_gathering(uuid, uuid, integer) is
  'As private.lock_gathering, for what a co-host that may edit does as well: acting as it, over the version that co-hosts see.';

grant execute on function
  private.lock_gathering(uuid, uuid, integer), private.lock_shared_gathering(uuid, uuid, integer)
  to authenticated;

create function private.put_up(draft public.gatherings, recipients uuid[], detail jsonb, notes text) returns uuid
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
begin
  insert into public.gatherings as g (
    organization_id, submission_id, coalition_id, title, description, kind, area, languages,
    starts_local, ends_local, time_zone, starts_fold, ends_fold, state, audience, indexable, tells_taken,
    series_id, recurrence_local
  ) values (
    draft.organization_id, draft.submission_id, draft.coalition_id,
    draft.title, draft.description, draft.kind, draft.area, draft.languages,
    draft.starts_local, draft.ends_local, draft.time_zone, draft.starts_fold, draft.ends_fold,
    draft.state, draft.audience, draft.indexable, draft.tells_taken, draft.series_id, draft.recurrence_local
  )
  on conflict on constraint gatherings_one_per_submission do nothing
  returning g.id, g.organization_id, g.audience into gathering.id, gathering.organization_id, gathering.audience;
  if not found then
    return null;
  end if;
  perform private.name_recipients(gathering, 'card', gathering.audience, recipients);
  if detail is not null then
    perform private.write_detail(gathering, detail);
  end if;
  perform private.write_notes(gathering, notes);
  return gathering.id;
end $$;
comment on function private.put_up(public.gatherings, uuid[], jsonb, text) is
  'Writes a new gathering with its layers and the organizations each is named to. Null where this was submitted before, perhaps by another press of the same button a moment ago.';

create function private.submitted_before(organization_id uuid, submission_id uuid) returns uuid
language plpgsql stable set search_path = '' as $$
begin
  return (
    select g.id from public.gatherings g
    where g.organization_id = submitted_before.organization_id and g.submission_id = submitted_before.submission_id
  );
end $$;
comment on function private.submitted_before(uuid, uuid) is 'The gathering that a form''s own number has made; null where there is none yet.';

grant execute on function private.put_up(public.gatherings, uuid[], jsonb, text), private.submitted_before(uuid, uuid) to authenticated;

create function public.schedule_gathering(
  organization_id uuid, submission_id uuid, card jsonb, recipients uuid[], detail jsonb default null, notes text default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  draft public.gatherings;
  made uuid;
begin
  perform private.require_writer(schedule_gathering.organization_id, 'gatherings.write');
  if schedule_gathering.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  draft := private.read_card(card);
  draft.organization_id := schedule_gathering.organization_id;
  draft.submission_id := schedule_gathering.submission_id;
  made := private.put_up(draft, recipients, detail, notes);
  if made is null then
    -- A statement of its own: only a new one sees what another press has committed while this one waited.
    made := private.submitted_before(draft.organization_id, draft.submission_id);
  end if;
  return jsonb_build_object('id', made);
end $$;
comment on function public.schedule_gathering(uuid, uuid, jsonb, uuid[], jsonb, text) is
  'Makes a gathering with its layers and the organizations each is named to. A repeated submission answers with the row of the first.';

create function public.revise_gathering(
  gathering_id uuid, organization_id uuid, seen_version integer, card jsonb, recipients uuid[],
  detail jsonb default null, notes text default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
  revised public.gatherings;
begin
  gathering := private.lock_gathering(
    revise_gathering.gathering_id, revise_gathering.organization_id, revise_gathering.seen_version
  );
  revised := private.read_card(card);

  update public.gatherings g set
    coalition_id = revised.coalition_id, title = revised.title, description = revised.description,
    kind = revised.kind, area = revised.area, languages = revised.languages,
    starts_local = revised.starts_local, ends_local = revised.ends_local, time_zone = revised.time_zone,
    starts_fold = revised.starts_fold, ends_fold = revised.ends_fold, audience = revised.audience,
    indexable = revised.indexable, tells_taken = revised.tells_taken,
    -- A cancelled gathering stays cancelled until it is restored.
    state = case when gathering.state = 'cancelled' then g.state else revised.state end,
    singled_out = g.series_id is not null
  where g.id = gathering.id
  returning g.audience into gathering.audience;
  perform private.name_recipients(gathering, 'card', gathering.audience, recipients);
  if detail is not null then
    perform private.write_detail(gathering, detail);
  end if;
  if notes is not null then
    perform private.write_notes(gathering, notes);
  end if;
  return jsonb_build_object('id', gathering.id, 'version', private.version_of(gathering.id));
end $$;
comment on function public.revise_gathering(uuid, uuid, integer, jsonb, uuid[], jsonb, text) is
  'Writes a whole card, and the layers that are given, over the version its writer saw, together with the organizations each is named to. A layer that is null stays as it is.';

create function public.move_gathering(
  gathering_id uuid, organization_id uuid, seen_version integer, starts_local text, ends_local text,
  starts_fold smallint default null, ends_fold smallint default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings := private.lock_shared_gathering(
    move_gathering.gathering_id, move_gathering.organization_id, move_gathering.seen_version
  );
begin
  update public.gatherings g set
    starts_local = private.read_wall_time(move_gathering.starts_local, 'starts'),
    ends_local = private.read_wall_time(move_gathering.ends_local, 'ends'),
    starts_fold = move_gathering.starts_fold, ends_fold = move_gathering.ends_fold,
    singled_out = g.series_id is not null
  where g.id = gathering.id;
  return jsonb_build_object('id', gathering.id, 'version', coalesce(
    private.version_of(gathering.id), private.host_version_of(gathering.id, move_gathering.organization_id)
  ));
end $$;
comment on function public.move_gathering(uuid, uuid, integer, text, text, smallint, smallint) is
  'Gives a gathering another wall time in the zone of its place, over the version its writer saw.';

create function public.cancel_gathering(gathering_id uuid, organization_id uuid, seen_version integer, reason text)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
begin
  gathering := private.lock_gathering(
    cancel_gathering.gathering_id, cancel_gathering.organization_id, cancel_gathering.seen_version
  );
  if gathering.state = 'cancelled' then
    perform private.refuse('already_cancelled', 409);
  end if;
  update public.gatherings g set state = 'cancelled', cancellation_reason = reason
  where g.id = gathering.id;
  return jsonb_build_object('id', gathering.id, 'version', private.version_of(gathering.id));
end $$;
comment on function public.cancel_gathering(uuid, uuid, integer, text) is
  'Cancels a scheduled gathering with a reason. Whoever saw it still does.';

create function public.restore_gathering(gathering_id uuid, organization_id uuid, seen_version integer)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
begin
  gathering := private.lock_gathering(
    restore_gathering.gathering_id, restore_gathering.organization_id, restore_gathering.seen_version
  );
  if gathering.state <> 'cancelled' then
    perform private.refuse('not_cancelled', 409);
  end if;
  update public.gatherings g set state = 'scheduled'
  where g.id = gathering.id;
  return jsonb_build_object('id', gathering.id, 'version', private.version_of(gathering.id));
end $$;
comment on function public.restore_gathering(uuid, uuid, integer) is 'Takes a cancellation back.';

grant execute on function
  public.schedule_gathering(uuid, uuid, jsonb, uuid[], jsonb, text),
  public.revise_gathering(uuid, uuid, integer, jsonb, uuid[], jsonb, text),
  public.move_gathering(uuid, uuid, integer, text, text, smallint, smallint),
  public.cancel_gathering(uuid, uuid, integer, text),
  public.restore_gathering(uuid, uuid, integer)
  to authenticated;

-- ── sealed: gathering-forms.sql

-- What arrives from the form of a gathering, layer by layer, and how it is written. Called by the commands alone.

create function private.read_card(card jsonb) returns public.gatherings
language plpgsql stable set search_path = '' as $$
declare
  result public.gatherings;
  field text;
  expected text;
begin
  if jsonb_typeof(card) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  for field, expected in select * from (values
    ('coalition_id', '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'),
    ('kind', '^(clinic|workshop|know_your_rights|registration_drive|meeting|vigil_or_march|training|other)$'),
    ('starts_fold', '^[01]$'),
    ('ends_fold', '^[01]$'),
    ('state', '^(draft|scheduled)$'),
    ('audience', '^(owner|named|coalition|everyone)$'),
    ('indexable', '^(true|false)$'),
    ('tells_taken', '^(true|false)$')
  ) as f(field, expected) loop
    if card ->> field !~ expected then
      perform private.refuse('not_understood', 422, replace(field, '_local', ''));
    end if;
  end loop;
  if jsonb_typeof(card -> 'languages') not in ('array', 'null') then
    perform private.refuse('not_understood', 422, 'languages');
  end if;

  result.coalition_id := card ->> 'coalition_id';
  result.title := card -> 'title';
  result.description := nullif(card -> 'description', 'null');
  result.kind := coalesce(card ->> 'kind', 'other');
  result.area := card ->> 'area';
  result.languages := array(
    select tag from jsonb_array_elements_text(coalesce(nullif(card -> 'languages', 'null'), '[]')) as l(tag)
  );
  result.time_zone := card ->> 'time_zone';
  result.starts_local := private.read_wall_time(card ->> 'starts_local', 'starts');
  result.ends_local := private.read_wall_time(card ->> 'ends_local', 'ends');
  result.starts_fold := card ->> 'starts_fold';
  result.ends_fold := card ->> 'ends_fold';
  result.state := coalesce(card ->> 'state', 'draft');
  result.audience := coalesce(card ->> 'audience', 'owner');
  result.indexable := coalesce(card ->> 'indexable', 'false');
  result.tells_taken := coalesce(card ->> 'tells_taken', 'false');
  if result.audience = 'coalition' and result.coalition_id is null then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  return result;
end $$;
comment on function private.read_card(jsonb) is 'The columns of a card that arrived as JSON. Names the field that cannot be read.';

create function private.read_wall_time(value text, field text) returns timestamp
language plpgsql stable set search_path = '' as $$
begin
  if value !~ '^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$' then
    perform private.refuse('not_understood', 422, field);
  end if;
  return value::timestamp;
exception when datetime_field_overflow or invalid_datetime_format then
  perform private.refuse('not_understood', 422, field);
end $$;
comment on function private.read_wall_time(text, text) is 'A wall time as digits and nothing else, or a refusal: of words, of zones, and of days that the calendar does not have.';

create function private.name_recipients(
  gatherings uuid[], organization_id uuid, layer public.layer, audience public.audience, recipients uuid[]
) returns void
language plpgsql set search_path = '' as $$
declare
  field constant text := case layer when 'card' then 'recipients' else 'detail.recipients' end;
  named uuid[] := case when name_recipients.audience = 'named'
    then array(select distinct r.id from unnest(recipients) as r(id) where r.id is not null) else '{}' end;
begin
  if name_recipients.audience = 'named' and cardinality(named) = 0 then
    perform private.refuse('named_needs_recipients', 422, field);
  elsif cardinality(named) > 200 then
    perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', 200));
  end if;

  delete from public.shares s
  where s.organization_id = name_recipients.organization_id and s.gathering_id = any (gatherings)
    and s.layer = name_recipients.layer and s.recipient_id <> all (named);
  insert into public.shares (organization_id, gathering_id, layer, recipient_id)
  select name_recipients.organization_id, g.id, name_recipients.layer, r.id
  from unnest(gatherings) as g(id) cross join unnest(named) as r(id)
  where not exists (
    select from public.shares s
    where s.organization_id = name_recipients.organization_id and s.gathering_id = g.id
      and s.layer = name_recipients.layer and s.recipient_id = r.id
  );
end $$;
comment on function private.name_recipients(uuid[], uuid, public.layer, public.audience, uuid[]) is
  'Makes the shares of a layer of these gatherings those of the list; none at all where its audience is not "named".';

create function private.name_recipients(
  gathering public.gatherings, layer public.layer, audience public.audience, recipients uuid[]
) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.name_recipients(array[gathering.id], gathering.organization_id, layer, audience, recipients);
end $$;
comment on function private.name_recipients(public.gatherings, public.layer, public.audience, uuid[]) is
  'The same for one gathering.';

create function private.read_detail(detail jsonb) returns public.gathering_details
language plpgsql stable set search_path = '' as $$
declare
  uuid_pattern constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
  facts constant jsonb := '["step_free", "accessible_restroom", "accessible_parking", "near_transit", "hearing_loop", "quiet_room", "child_space", "scent_free"]';
  result public.gathering_details;
begin
  if jsonb_typeof(detail) is distinct from 'object' then
    perform private.refuse('not_understood', 422, 'detail.address');
  elsif detail ->> 'audience' !~ '^(owner|named|coalition|everyone)$' then
    perform private.refuse('not_understood', 422, 'detail.audience');
  elsif detail ->> 'coalition_id' !~ uuid_pattern then
    perform private.refuse('not_understood', 422, 'detail.coalition_id');
  elsif not coalesce(nullif(detail -> 'accessibility', 'null'), '[]') <@ facts then
    perform private.refuse('not_understood', 422, 'detail.accessibility');
  elsif coalesce(jsonb_typeof(detail -> 'recipients'), 'array') <> 'array' or exists (
    select from jsonb_array_elements_text(coalesce(detail -> 'recipients', '[]')) as r(id) where r.id !~ uuid_pattern
  ) then
    perform private.refuse('not_understood', 422, 'detail.recipients');
  end if;
  result.audience := coalesce(detail ->> 'audience', 'owner');
  result.coalition_id := case when result.audience = 'coalition' then (detail ->> 'coalition_id')::uuid end;
  result.address := private.tidy_paragraph(detail ->> 'address', 'detail.address', 300);
  result.online_url := private.tidy_line(detail ->> 'online_url', 'detail.online_url', 500);
  result.contact := private.tidy_line(detail ->> 'contact', 'detail.contact', 200);
  result.instructions := private.tidy_texts(nullif(detail -> 'instructions', 'null'), 'detail.instructions', 2000, false, true);
  result.accessibility := array(
    select distinct f.fact from jsonb_array_elements_text(coalesce(nullif(detail -> 'accessibility', 'null'), '[]')) as f(fact)
    order by f.fact
  );
  return result;
end $$;
comment on function private.read_detail(jsonb) is 'The columns of a detail that arrived as JSON. Names the field that cannot be read.';

create function private.write_detail(gathering public.gatherings, detail jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  wanted public.gathering_details := private.read_detail(detail);
begin
  perform set_config('hamkke.published', case when detail ->> 'publish' = 'true' then gathering.id::text else '' end, true);
  if not exists (
    select from public.gathering_details d
    where d.organization_id = gathering.organization_id and d.gathering_id = gathering.id
  ) then
    insert into public.gathering_details (
      organization_id, gathering_id, address, online_url, contact, instructions, accessibility, audience, coalition_id
    ) values (
      gathering.organization_id, gathering.id, wanted.address, wanted.online_url, wanted.contact,
      wanted.instructions, wanted.accessibility, wanted.audience, wanted.coalition_id
    );
  else
    update public.gathering_details d set
      address = wanted.address, online_url = wanted.online_url, contact = wanted.contact,
      instructions = wanted.instructions, accessibility = wanted.accessibility,
      audience = wanted.audience, coalition_id = wanted.coalition_id
    where d.organization_id = gathering.organization_id and d.gathering_id = gathering.id;
  end if;
  perform private.name_recipients(gathering, 'detail', wanted.audience, array(
    select r.id::uuid from jsonb_array_elements_text(coalesce(detail -> 'recipients', '[]')) as r(id)
  ));
end $$;
comment on function private.write_detail(public.gatherings, jsonb) is
  'Writes the detail of a gathering and whom it is named to. Opening it to everyone needs "publish": true, whenever something new becomes public.';

create function private.write_notes(gathering public.gatherings, notes text) returns void
language plpgsql set search_path = '' as $$
declare
  wanted constant text := private.tidy_paragraph(notes, 'notes', 4000);
  stored text := private.notes_of(gathering.id, gathering.organization_id);
begin
  if wanted = '' then
    delete from public.gathering_notes n
    where n.organization_id = gathering.organization_id and n.gathering_id = gathering.id;
  elsif stored is null then
    insert into public.gathering_notes (organization_id, gathering_id, body)
    values (gathering.organization_id, gathering.id, wanted);
  elsif stored <> wanted then
    update public.gathering_notes n set body = wanted
    where n.organization_id = gathering.organization_id and n.gathering_id = gathering.id;
  end if;
end $$;
comment on function private.write_notes(public.gatherings, text) is 'Writes the notes of a gathering; none at all where nothing is noted.';

grant execute on function
  private.read_card(jsonb), private.read_wall_time(text, text),
  private.name_recipients(uuid[], uuid, public.layer, public.audience, uuid[]),
  private.name_recipients(public.gatherings, public.layer, public.audience, uuid[]),
  private.read_detail(jsonb), private.write_detail(public.gatherings, jsonb), private.write_notes(public.gatherings, text)
  to authenticated;

-- ── sealed: gathering-history.sql

-- Who changed which fields of a gathering, and when; and one version for all of its layers.

-- Not the transaction: its number counts what others write.
grant select (organization_id, gathering_id, changed_at, person_id, acting_id, fields) on public.gathering_changes to authenticated;
create policy gathering_changes_select_owner on public.gathering_changes
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]));

-- Nobody writes history but the triggers below.

create function private.acting_host(organization_id uuid, gathering_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.my_person() is null then
    return null;
  elsif coalesce(current_setting('hamkke.acting', true), '') <> '' then
    return current_setting('hamkke.acting')::uuid;
  elsif acting_host.organization_id = any (private.my_organizations('gatherings.write')) then
    return null;
  end if;
  return (
    select h.host_id from public.hostings h
    where h.organization_id = acting_host.organization_id and h.gathering_id = acting_host.gathering_id
      and h.state = 'accepted' and h.may_edit and h.host_id = any (private.my_organizations('gatherings.write'))
    order by h.host_id limit 1
  );
end $$;
comment on function private.acting_host(uuid, uuid) is
  'The host as which the caller changes a gathering, by what a command noted down or by their rights; null where they act for its owner. Not for the API.';

create function private.record_changes(organization_ids uuid[], gathering_ids uuid[], fields text[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  own constant uuid[] := private.my_organizations('gatherings.write');
begin
  insert into public.gathering_changes as c (organization_id, gathering_id, acting_id, person_id, fields)
  select e.organization_id, e.gathering_id, acting.id, who.id, array_agg(e.field order by e.field)
  from (
    select distinct u.organization_id, u.gathering_id, u.field
    from unnest(organization_ids, gathering_ids, fields) as u(organization_id, gathering_id, field)
  ) e
  cross join lateral (
    select case when coalesce(current_setting('hamkke.acting', true), '') <> '' or e.organization_id <> all (own)
      then private.acting_host(e.organization_id, e.gathering_id) end as id
  ) acting
  left join (select p.id from public.people p where p.id = private.my_person()) who on acting.id is null
  group by e.organization_id, e.gathering_id, acting.id, who.id
  on conflict on constraint gathering_changes_once_per_transaction do update
  set fields = array(
    select f.name from unnest(c.fields || excluded.fields) with ordinality as f(name, place) group by f.name order by min(f.place)
  )
  where not c.fields @> excluded.fields;
end $$;
comment on function private.record_changes(uuid[], uuid[], text[]) is
  'Adds fields to what this transaction has changed of gatherings: three lists of one length.';

create function private.changed_fields(before jsonb, after jsonb, ignored text[]) returns text[]
language sql immutable set search_path = '' as $$
  select array(
    select k.name from jsonb_object_keys(after) as k(name)
    where before -> k.name is distinct from after -> k.name and k.name <> all (ignored)
    order by k.name
  )
$$;
comment on function private.changed_fields(jsonb, jsonb, text[]) is 'The names of columns that differ between two versions of a row.';

create function private.record_new_cards() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_changes(array_agg(a.organization_id), array_agg(a.id), array_agg('created'::text)) from added a;
  return null;
end $$;
comment on function private.record_new_cards() is 'Begins the history of new cards.';
create trigger gatherings_record_new_cards after insert on public.gatherings
  referencing new table as added for each statement execute function private.record_new_cards();

create function private.record_card() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_changes(array_agg(a.organization_id), array_agg(a.id), array_agg(f.name))
  from before b join after a on a.id = b.id
  cross join unnest(private.changed_fields(to_jsonb(b), to_jsonb(a), array[
    'version', 'updated_at', 'shared_at', 'starts_at', 'ends_at', 'submission_id', 'series_id', 'recurrence_local', 'singled_out',
    'sequence', 'revised_at', 'hosted'
  ])) as f(name);
  return null;
end $$;
comment on function private.record_card() is 'Writes the history of cards.';
create trigger gatherings_record_card after update on public.gatherings
  referencing old table as before new table as after for each statement execute function private.record_card();

create function private.record_layer() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  before jsonb[];
  after jsonb[];
begin
  -- One function for three kinds of statement: each sees the rows that its trigger names.
  if tg_op = 'INSERT' then
    select array_agg('{}'::jsonb), array_agg(to_jsonb(a)) into before, after from added a;
  elsif tg_op = 'DELETE' then
    select array_agg(to_jsonb(r)), array_agg('{}'::jsonb) into before, after from removed r;
  else
    select array_agg(to_jsonb(r)), array_agg(to_jsonb(a)) into before, after
    from removed r join added a on a.organization_id = r.organization_id and a.gathering_id = r.gathering_id;
  end if;
  perform private.record_layers(tg_table_name, before, after);
  return null;
end $$;
comment on function private.record_layer() is
  'Writes the history of layers and shares, and counts the versions of their gatherings on, so that an edit over it is noticed.';

create function private.record_layers(layer text, before jsonb[], after jsonb[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  owners uuid[];
  gatherings uuid[];
  fields text[];
begin
  -- A gathering that goes takes its layers with it; there is nothing left to count or to tell.
  select array_agg(g.organization_id), array_agg(g.id), array_agg(case layer
      when 'gathering_notes' then 'notes'
      when 'shares' then case coalesce(r.after ->> 'layer', r.before ->> 'layer') when 'card' then 'recipients' else 'detail.recipients' end
      else 'detail.' || k.name end)
  into owners, gatherings, fields
  from unnest(before, after) as r(before, after)
  join public.gatherings g on g.organization_id = coalesce(r.after ->> 'organization_id', r.before ->> 'organization_id')::uuid
    and g.id = coalesce(r.after ->> 'gathering_id', r.before ->> 'gathering_id')::uuid
  cross join jsonb_object_keys(r.before || r.after) as k(name)
  where r.before -> k.name is distinct from r.after -> k.name
    and k.name not in ('organization_id', 'gathering_id', 'layer', 'in_force')
    -- A layer that begins or ends names what it holds, not what it leaves empty.
    and coalesce(r.after -> k.name, r.before -> k.name) not in ('""', '{}', '[]', 'null');
  if gatherings is null then
    return;
  end if;
  perform private.record_changes(owners, gatherings, fields);
  -- Nobody has seen a version yet of an occurrence that is being made.
  update public.gatherings g set updated_at = now()
  where (g.organization_id, g.id) in (select * from unnest(owners, gatherings))
    and coalesce(g.series_id::text <> current_setting('hamkke.making', true), true);
end $$;
comment on function private.record_layers(text, jsonb[], jsonb[]) is
  'The same for pairs of rows of one table, each as it was and as it is.';

create trigger gathering_details_record_added after insert on public.gathering_details
  referencing new table as added for each statement execute function private.record_layer();
create trigger gathering_details_record_changed after update on public.gathering_details
  referencing old table as removed new table as added for each statement execute function private.record_layer();
create trigger gathering_details_record_removed after delete on public.gathering_details
  referencing old table as removed for each statement execute function private.record_layer();
create trigger gathering_notes_record_added after insert on public.gathering_notes
  referencing new table as added for each statement execute function private.record_layer();
create trigger gathering_notes_record_changed after update on public.gathering_notes
  referencing old table as removed new table as added for each statement execute function private.record_layer();
create trigger gathering_notes_record_removed after delete on public.gathering_notes
  referencing old table as removed for each statement execute function private.record_layer();
create trigger shares_record_added after insert on public.shares
  referencing new table as added for each statement execute function private.record_layer();
create trigger shares_record_removed after delete on public.shares
  referencing old table as removed for each statement execute function private.record_layer();

create function public.gathering_history(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'title', g.title,
      'changes', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'changed_at', c.changed_at, 'fields', c.fields, 'person', p.display_name,
          'by_person', c.person_id is not null, 'by_host', c.acting_id is not null,
          'host', (select o.label from private.organization_labels o where o.id = c.acting_id)
        ) order by c.changed_at desc), '[]')
        from (
          select h.changed_at, h.person_id, h.acting_id, h.fields from public.gathering_changes h
          where h.organization_id = g.organization_id and h.gathering_id = g.id
          order by h.changed_at desc limit 200
        ) c
        left join public.people p on p.id = c.person_id
      )
    )
    from public.gatherings g
    where g.id = gathering_history.gathering_id and g.organization_id = gathering_history.organization_id
      and g.organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
  );
end $$;
comment on function public.gathering_history(uuid, uuid) is
  'The last 200 changes of a gathering for its owner''s people, newest first: when, who as far as the caller may know (of a host''s change the host alone), which fields. Null for anyone else.';
grant execute on function public.gathering_history(uuid, uuid) to authenticated;

-- ── sealed: gathering-layers.sql

-- The detail and the notes of a gathering: who may see and write them, and what keeps the detail within the card.

grant select (
  organization_id, gathering_id, address, online_url, contact, instructions, accessibility, audience, coalition_id
) on public.gathering_details to anon, authenticated;

-- Every policy below also asks for the card: its own policy answers, so a detail is never seen without it.
create policy gathering_details_select_visitor on public.gathering_details
  for select to anon
  using (audience = 'everyone' and exists (
    select from public.gatherings g
    where g.organization_id = gathering_details.organization_id and g.id = gathering_details.gathering_id
  ));
create policy gathering_details_select_audience on public.gathering_details
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    or ((
      audience = 'everyone'
      or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
      or (audience = 'named' and exists (
        select from public.shares s
        where s.organization_id = gathering_details.organization_id
          and s.gathering_id = gathering_details.gathering_id
          and s.layer = 'detail'
          and s.recipient_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
      ))
      or exists (
        select from public.hostings h
        where h.organization_id = gathering_details.organization_id
          and h.gathering_id = gathering_details.gathering_id
          and h.part = 'co_host' and h.state in ('invited', 'accepted')
          and h.host_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
      )
    ) and exists (
      select from public.gatherings g
      where g.organization_id = gathering_details.organization_id and g.id = gathering_details.gathering_id
    ))
  );

grant insert (
  organization_id, gathering_id, address, online_url, contact, instructions, accessibility, audience, coalition_id
) on public.gathering_details to authenticated;
create policy gathering_details_insert_editor on public.gathering_details
  for insert to authenticated
  with check (
    organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    or exists (
      select from public.hostings h
      where h.organization_id = gathering_details.organization_id
        and h.gathering_id = gathering_details.gathering_id
        and h.state = 'accepted' and h.may_edit
        and h.host_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    )
  );

grant update (address, online_url, contact, instructions, accessibility, audience, coalition_id)
  on public.gathering_details to authenticated;
create policy gathering_details_update_editor on public.gathering_details
  for update to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    or exists (
      select from public.hostings h
      where h.organization_id = gathering_details.organization_id
        and h.gathering_id = gathering_details.gathering_id
        and h.state = 'accepted' and h.may_edit
        and h.host_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    )
  )
  with check (
    organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    or exists (
      select from public.hostings h
      where h.organization_id = gathering_details.organization_id
        and h.gathering_id = gathering_details.gathering_id
        and h.state = 'accepted' and h.may_edit
        and h.host_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    )
  );

grant delete on public.gathering_details to authenticated;
create policy gathering_details_delete_editor on public.gathering_details
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant select (organization_id, gathering_id, body) on public.gathering_notes to authenticated;
create policy gathering_notes_select_owner on public.gathering_notes
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]));

grant insert (organization_id, gathering_id, body) on public.gathering_notes to authenticated;
create policy gathering_notes_insert_editor on public.gathering_notes
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant update (body) on public.gathering_notes to authenticated;
create policy gathering_notes_update_editor on public.gathering_notes
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant delete on public.gathering_notes to authenticated;
create policy gathering_notes_delete_editor on public.gathering_notes
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

create function private.prepare_detail() returns trigger
language plpgsql set search_path = '' as $$
declare
  card record;
begin
  new.address := private.tidy_paragraph(new.address, 'detail.address', 300);
  new.online_url := private.tidy_line(new.online_url, 'detail.online_url', 500);
  new.contact := private.tidy_line(new.contact, 'detail.contact', 200);
  new.instructions := private.tidy_texts(new.instructions, 'detail.instructions', 2000, false, true);
  if new.online_url <> '' and not core.is_https_link(new.online_url) then
    perform private.refuse('link_not_https', 422, 'detail.online_url');
  end if;

  select g.audience, g.coalition_id, g.series_id into card
  from public.gatherings g
  where g.organization_id = new.organization_id and g.id = new.gathering_id
  for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  if new.audience <> 'coalition' then
    new.coalition_id := null;
  elsif tg_op = 'INSERT' or old.audience <> 'coalition' then
    new.coalition_id := coalesce(new.coalition_id, card.coalition_id);
    if new.coalition_id is null then
      perform private.refuse('coalition_not_yours', 422, 'detail.coalition_id');
    end if;
  end if;
  if not private.is_within(new.audience, new.coalition_id, card.audience, card.coalition_id) then
    perform private.refuse('detail_wider_than_card', 422, 'detail.audience');
  end if;
  -- What is published cannot be recalled: a person who publishes says so, each time that something new is.
  if new.audience = 'everyone'
    and (new.address, new.online_url, new.contact, new.instructions) <> ('', '', '', '{}'::jsonb)
    and (tg_op = 'INSERT'
      or (new.address, new.online_url, new.contact, new.instructions, new.audience)
        is distinct from (old.address, old.online_url, old.contact, old.instructions, old.audience))
    and private.my_person() is not null
    and not coalesce(
      current_setting('hamkke.published', true) in (new.gathering_id::text, coalesce(card.series_id, new.gathering_id)::text), false
    )
  then
    perform private.refuse('publishing_is_a_decision', 422, 'detail.publish');
  end if;
  return new;
end $$;
comment on function private.prepare_detail() is
  'Tidies the texts of a detail, refuses an audience wider than the card''s, and a person''s publishing without the decision that is noted down for the transaction, for a gathering or for its whole series.';
create trigger gathering_details_prepare before insert or update on public.gathering_details
  for each row execute function private.prepare_detail();

create function private.is_within(
  detail public.audience, detail_coalition uuid, card public.audience, card_coalition uuid
) returns boolean
language sql immutable set search_path = '' as $$
  select case card
    when 'everyone' then true
    when 'coalition' then detail in ('owner', 'named')
      or (detail = 'coalition' and detail_coalition is not distinct from card_coalition)
    when 'named' then detail in ('owner', 'named')
    else detail = 'owner' end
$$;
comment on function private.is_within(public.audience, uuid, public.audience, uuid) is
  'Whether whoever a detail is open to also sees the card. Whom each is named to is compared share by share.';
grant execute on function private.is_within(public.audience, uuid, public.audience, uuid) to authenticated;

create function private.keep_detail_within() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.shares s
  where s.organization_id = new.organization_id and s.gathering_id = new.id and s.layer = 'detail'
    and not case new.audience
      when 'everyone' then true
      when 'coalition' then exists (
        select from public.standings t where t.organization_id = s.recipient_id and t.coalition_id = new.coalition_id
      )
      when 'named' then exists (
        select from public.shares c
        where c.organization_id = s.organization_id and c.gathering_id = s.gathering_id
          and c.layer = 'card' and c.recipient_id = s.recipient_id
      )
      else false end;
  update public.gathering_details d
  set audience = 'owner', coalition_id = null
  where d.organization_id = new.organization_id and d.gathering_id = new.id
    and not private.is_within(d.audience, d.coalition_id, new.audience, new.coalition_id);
  return null;
end $$;
comment on function private.keep_detail_within() is
  'When fewer may see the card, a detail that would be seen by more becomes its owner''s alone.';
create trigger gatherings_keep_detail_within after update of audience, coalition_id on public.gatherings
  for each row when (old.audience <> new.audience or old.coalition_id is distinct from new.coalition_id)
  execute function private.keep_detail_within();

create function private.prepare_notes() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.body := private.tidy_paragraph(new.body, 'notes', 4000, true);
  if not exists (
    select from public.gatherings g where g.organization_id = new.organization_id and g.id = new.gathering_id
  ) then
    perform private.refuse('not_found', 404);
  end if;
  return new;
end $$;
comment on function private.prepare_notes() is 'Tidies internal notes.';
create trigger gathering_notes_prepare before insert or update on public.gathering_notes
  for each row execute function private.prepare_notes();

-- ── sealed: gathering-pages.sql

-- What pages about gatherings show, each in one call. Everything here reads with the caller's own rights: the
-- conditions below choose what belongs on a page, the policies decide what may be on it.

create view private.organization_labels with (security_invoker = true) as
select
  o.id, o.slug, o.aliases,
  jsonb_build_object(
    'id', o.id, 'slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name,
    'korean_name', o.korean_name, 'color', o.color
  ) as label
from public.organizations o;
comment on view private.organization_labels is 'How an organization appears beside something of its own.';
grant select on private.organization_labels to anon, authenticated;

create view private.gathering_cards with (security_invoker = true) as
select
  g.id, g.organization_id, g.coalition_id, g.audience, g.state,
  g.starts_local, g.ends_local, g.starts_at, g.ends_at, g.shared_at,
  jsonb_build_object(
    'id', g.id, 'title', g.title, 'kind', g.kind, 'area', g.area, 'languages', g.languages,
    'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
    'starts_at', g.starts_at, 'ends_at', g.ends_at, 'state', g.state, 'audience', g.audience,
    'shared', g.shared_at is not null, 'repeats', g.series_id is not null, 'organization', o.label
  ) as card
from public.gatherings g
join private.organization_labels o on o.id = g.organization_id;
comment on view private.gathering_cards is 'A gathering as lists and calendars show it, with the columns they choose and sort by.';
grant select on private.gathering_cards to anon, authenticated;

create function public.organization_home(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_home.organization_id = any (private.my_organizations('gatherings.read')) then
    return null;
  end if;
  return jsonb_build_object(
    'coming', (
      select coalesce(jsonb_agg(c.card order by c.starts_at, c.id), '[]') from (
        select b.card, b.starts_at, b.id from private.gathering_cards b
        where b.state <> 'draft' and b.id in (
          select r.id from private.reaching(organization_home.organization_id, now(), now() + interval '14 days') r
        )
        order by b.starts_at, b.id limit 12
      ) c
    ),
    'shared', (
      select coalesce(jsonb_agg(c.card order by c.shared_at desc, c.id), '[]') from (
        select b.card, b.shared_at, b.id from private.gathering_cards b
        where b.organization_id <> organization_home.organization_id and b.id = any (private.next_of_each(array(
          select r.id from private.reaching(
            organization_home.organization_id, now(), now() + interval '1 year', now() - interval '7 days'
          ) r
        )))
        order by b.shared_at desc, b.id limit 12
      ) c
    ),
    'hostings', private.open_hostings(organization_home.organization_id),
    'items', private.items_that_wait(organization_home.organization_id),
    'letters', private.signatures_asked(array[organization_home.organization_id]),
    'waiting', (
      select coalesce(jsonb_agg(c.card order by c.starts_at, c.id), '[]') from (
        select g.card, g.starts_at, g.id from private.gathering_cards g
        where g.id = any (private.next_of_each(array(
          select d.id from public.gatherings d
          where d.organization_id = organization_home.organization_id and d.state = 'draft'
        )))
        order by g.starts_at, g.id limit 12
      ) c
    ),
    'missing', private.missing_volunteers(array(
      select r.id from private.reaching(organization_home.organization_id, now(), now() + interval '14 days') r
    )),
    'places', private.my_places(organization_home.organization_id)
  );
end $$;
comment on function public.organization_home(uuid) is
  'An organization''s first page: what comes in two weeks, what others shared this week, what it is invited to hold, what it is to do with others, which letters wait for the caller''s signature, its own drafts, where volunteers are missing and what the caller helps at. Null for an organization the caller does not belong to.';

create function public.fellow_organizations(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not fellow_organizations.organization_id = any (private.my_organizations('gatherings.read')) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(f.fellows order by f.slug), '[]')
    from (
      select c.slug, jsonb_build_object(
        'coalition_id', c.id,
        'organizations', coalesce(jsonb_agg(o.label order by o.slug) filter (where o.id is not null), '[]')
      ) as fellows
      from public.standings mine
      join public.coalitions c on c.id = mine.coalition_id
      left join public.standings theirs
        on theirs.coalition_id = mine.coalition_id and theirs.organization_id <> mine.organization_id
      left join private.organization_labels o on o.id = theirs.organization_id
      where mine.organization_id = fellow_organizations.organization_id
      group by c.id, c.slug
    ) f
  );
end $$;
comment on function public.fellow_organizations(uuid) is
  'The other organizations of each coalition in which one of the caller''s has a standing.';

create function public.front_page() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'coalitions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name
      ) order by c.slug), '[]')
      from public.coalitions c where c.listed
    ),
    'gatherings', (
      select coalesce(jsonb_agg(g.card order by g.starts_at, g.id), '[]') from (
        select w.card, w.starts_at, w.id from private.gathering_cards w
        where w.audience = 'everyone' and w.state <> 'draft'
          and w.starts_at < now() + interval '7 days' and w.starts_at >= now() - interval '32 days' and w.ends_at > now()
        order by w.starts_at, w.id limit 60
      ) g
    )
  );
end $$;
comment on function public.front_page() is 'What everyone may see: listed coalitions, and the week''s gatherings open to all.';

create function public.read_gathering(gathering_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.card || jsonb_build_object(
      'description', g.description,
      'cancellation_reason', g.cancellation_reason,
      'coalition', (
        select jsonb_build_object('slug', k.slug, 'display_name', k.display_name, 'korean_name', k.korean_name)
        from public.coalitions k where k.id = g.coalition_id
      ),
      'recipients', private.recipients_of(g.id, g.organization_id, 'card'),
      'writable_by', private.writable_by(g.id),
      'reached', private.reached(g.id, 'card'),
      'indexable', g.indexable,
      'version', private.version_of(g.id),
      'detail', (
        select jsonb_build_object(
          'address', d.address, 'online_url', d.online_url, 'contact', d.contact,
          'instructions', d.instructions, 'accessibility', d.accessibility, 'audience', d.audience,
          'coalition', (
            select jsonb_build_object('slug', k.slug, 'display_name', k.display_name, 'korean_name', k.korean_name)
            from public.coalitions k where k.id = d.coalition_id
          ),
          'recipients', private.recipients_of(g.id, g.organization_id, 'detail'),
          'reached', private.reached(g.id, 'detail')
        )
        from public.gathering_details d where d.organization_id = g.organization_id and d.gathering_id = g.id
      ),
      'notes', private.notes_of(g.id, g.organization_id),
      'hosts', private.hosts_of(g.id, g.organization_id),
      'roles', private.roles_of(g.id),
      'held_by', private.held_by(g.id),
      'series', private.repetition_of(g.id, g.series_id),
      'signup', private.signup_of(g.id, g.organization_id)
    )
    from public.gatherings g
    join private.gathering_cards c on c.id = g.id
    where g.id = read_gathering.gathering_id
  );
end $$;
comment on function public.read_gathering(uuid) is
  'One gathering with the layers its reader may see, or null: the same null whether it is hidden or absent.';

create function private.stored_gathering(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', g.id, 'organization_id', g.organization_id, 'coalition_id', g.coalition_id, 'title', g.title,
      'description', g.description, 'kind', g.kind, 'area', g.area, 'languages', g.languages,
      'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
      'starts_fold', g.starts_fold, 'ends_fold', g.ends_fold, 'state', g.state, 'audience', g.audience,
      'indexable', g.indexable, 'tells_taken', g.tells_taken, 'cancellation_reason', g.cancellation_reason, 'shared_at', g.shared_at,
      'version', private.version_of(g.id),
      'recipients', private.recipient_ids(g.id, g.organization_id, 'card'),
      'detail', (
        select jsonb_build_object(
          'address', d.address, 'online_url', d.online_url, 'contact', d.contact, 'instructions', d.instructions,
          'accessibility', d.accessibility, 'audience', d.audience, 'coalition_id', d.coalition_id,
          'recipients', private.recipient_ids(g.id, g.organization_id, 'detail')
        )
        from public.gathering_details d where d.organization_id = g.organization_id and d.gathering_id = g.id
      ),
      'notes', private.notes_of(g.id, g.organization_id)
    )
    from public.gatherings g
    where g.id = stored_gathering.gathering_id and g.organization_id = stored_gathering.organization_id
      and g.organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
  );
end $$;
comment on function private.stored_gathering(uuid, uuid) is
  'All layers of a gathering as its form reads them. Null unless the caller may write it.';

create function private.recipient_ids(gathering_id uuid, organization_id uuid, layer public.layer) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(s.recipient_id order by s.recipient_id), '[]') from public.shares s
    where s.organization_id = recipient_ids.organization_id and s.gathering_id = recipient_ids.gathering_id
      and s.layer = recipient_ids.layer
  );
end $$;
comment on function private.recipient_ids(uuid, uuid, public.layer) is 'Whom a layer is named to, as far as the caller may see the shares.';

create function public.edit_gathering(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.stored_gathering(edit_gathering.gathering_id, edit_gathering.organization_id) || jsonb_build_object(
    'fellows', public.fellow_organizations(edit_gathering.organization_id),
    'hosts', private.known_hostings(edit_gathering.gathering_id, edit_gathering.organization_id),
    'series', private.edited_series(edit_gathering.gathering_id)
  );
end $$;
comment on function public.edit_gathering(uuid, uuid) is 'What the form starts from, with the organizations it could be named to, and those that hold it too. Null unless the caller may write this gathering.';

create function public.new_gathering(
  organization_id uuid, from_gathering uuid default null, from_template uuid default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not new_gathering.organization_id = any (private.my_organizations('gatherings.write')) then
    return null;
  end if;
  return jsonb_build_object(
    'fellows', public.fellow_organizations(new_gathering.organization_id),
    'templates', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name), '[]')
      from public.gathering_templates t where t.organization_id = new_gathering.organization_id
    ),
    'like', coalesce(
      private.stored_gathering(from_gathering, new_gathering.organization_id),
      (
        select t.content from public.gathering_templates t
        where t.organization_id = new_gathering.organization_id and t.id = from_template
      )
    )
  );
end $$;
comment on function public.new_gathering(uuid, uuid, uuid) is
  'What the form of a new gathering starts from: whom it could be named to, the organization''s templates, and what it should be like: one of its gatherings, or a template. Null unless the caller may write for the organization.';

grant execute on function private.stored_gathering(uuid, uuid), private.recipient_ids(uuid, uuid, public.layer) to authenticated;
grant execute on function public.front_page(), public.read_gathering(uuid) to anon, authenticated;
grant execute on function
  public.organization_home(uuid), public.fellow_organizations(uuid), public.edit_gathering(uuid, uuid),
  public.new_gathering(uuid, uuid, uuid)
  to authenticated;

-- ── sealed: gathering-preview.sql

-- A gathering as somebody else sees it, answered by the same policies.

create function private.look_as(organization_id uuid, viewer jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  looking jsonb := '{}';
begin
  -- Only the eyes of those one works with: a stranger's would tell where the stranger belongs.
  if viewer ? 'organization' then
    select jsonb_build_object('organization', o.id) into looking
    from public.organizations o
    where o.slug = viewer ->> 'organization' and o.id <> look_as.organization_id and exists (
      select from public.standings mine join public.standings theirs on theirs.coalition_id = mine.coalition_id
      where mine.organization_id = look_as.organization_id and theirs.organization_id = o.id
    );
  elsif viewer ? 'coalition' then
    select jsonb_build_object('coalition', c.id) into looking
    from public.coalitions c join public.standings mine on mine.coalition_id = c.id
    where c.slug = viewer ->> 'coalition' and mine.organization_id = look_as.organization_id;
  end if;
  if looking is null then
    perform private.refuse('not_found', 404);
  end if;
  perform set_config('hamkke.previewed', looking::text, true);
end $$;
comment on function private.look_as(uuid, jsonb) is
  'From here on the transaction looks through the viewer''s eyes: {"organization": slug}, {"coalition": slug} or {}. Not for the API: whoever calls it has asked whether the caller may.';

create function private.preview_as(gathering_id uuid, organization_id uuid, viewer jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from public.gatherings g
    where g.id = preview_as.gathering_id and g.organization_id = preview_as.organization_id
      and g.organization_id = any (private.my_organizations('gatherings.write'))
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.look_as(preview_as.organization_id, viewer);
end $$;
comment on function private.preview_as(uuid, uuid, jsonb) is
  'As private.look_as, for those who may write this one gathering, and viewers of their own coalitions.';
grant execute on function private.preview_as(uuid, uuid, jsonb) to authenticated;

create function public.preview_gathering(gathering_id uuid, organization_id uuid, viewer jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  fellows constant jsonb := public.fellow_organizations(preview_gathering.organization_id);
  title jsonb;
  seen jsonb;
begin
  select g.title into title from public.gatherings g
  where g.id = preview_gathering.gathering_id and g.organization_id = preview_gathering.organization_id;
  perform private.preview_as(preview_gathering.gathering_id, preview_gathering.organization_id, viewer);
  seen := public.read_gathering(preview_gathering.gathering_id);
  perform set_config('hamkke.previewed', '', true);
  return jsonb_build_object('title', title, 'fellows', fellows, 'seen', seen, 'time_zone', (
    select o.time_zone from public.organizations o where o.slug = viewer ->> 'organization'
  ));
end $$;
comment on function public.preview_gathering(uuid, uuid, jsonb) is
  'What read_gathering answers to another organization, a member of a coalition or the public (null where they see nothing), for those who may write the gathering. Nothing but this one row is read through other eyes.';
grant execute on function public.preview_gathering(uuid, uuid, jsonb) to authenticated;

-- ── sealed: gathering-reach.sql

-- Whom a gathering reaches and what its owner noted, as far as the reader may know.

create function private.recipients_of(gathering_id uuid, organization_id uuid, layer public.layer) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(o.label order by o.slug), '[]')
    from public.shares s
    join private.organization_labels o on o.id = s.recipient_id
    where s.gathering_id = recipients_of.gathering_id and s.organization_id = recipients_of.organization_id
      and s.layer = recipients_of.layer
  );
end $$;
comment on function private.recipients_of(uuid, uuid, public.layer) is
  'The organizations a layer is named to: all for its owner''s people, itself for a recipient, none for anyone else.';

create function private.notes_of(gathering_id uuid, organization_id uuid) returns text
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return null;
  end if;
  return (
    select n.body from public.gathering_notes n
    where n.organization_id = notes_of.organization_id and n.gathering_id = notes_of.gathering_id
  );
end $$;
comment on function private.notes_of(uuid, uuid) is 'What the owner noted, for its own people; null for anyone else.';

create function private.versions_of(gatherings uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_object_agg(g.id, g.version), '{}')
    from public.gatherings g
    where g.id = any (gatherings) and g.organization_id = any (private.my_organizations('gatherings.write'))
  );
end $$;
comment on function private.versions_of(uuid[]) is
  'The version of each of these gatherings that the caller may write, by id. It counts every layer, so nobody else learns it.';

create function private.version_of(gathering_id uuid) returns integer
language plpgsql stable set search_path = '' as $$
begin
  return (private.versions_of(array[gathering_id]) ->> gathering_id::text)::integer;
end $$;
comment on function private.version_of(uuid) is 'The version of a gathering that the caller may write; null for anyone else.';

create function private.host_version_of(gathering_id uuid, host_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (
    select from public.hostings h
    where h.gathering_id = host_version_of.gathering_id and h.host_id = host_version_of.host_id
      and h.state = 'accepted' and h.may_edit and h.host_id = any (private.my_organizations('gatherings.write'))
  ) then
    return null;
  end if;
  return (
    select count(*) from public.gathering_changes c
    where c.gathering_id = host_version_of.gathering_id and c.fields && array[
      'created', 'title', 'description', 'kind', 'area', 'languages', 'starts_local', 'ends_local', 'time_zone',
      'starts_fold', 'ends_fold', 'state', 'audience', 'detail.address', 'detail.online_url', 'detail.contact',
      'detail.instructions', 'detail.accessibility', 'detail.audience'
    ]
  );
end $$;
comment on function private.host_version_of(uuid, uuid) is
  'The version of a gathering for editors of a co-host: counts changes of what they see alone, so that it tells nothing of notes or of whom layers are named to. Null for anyone else.';

create function private.writable_by(gathering_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(o.slug order by o.id <> g.organization_id, o.slug), '[]')
    from public.gatherings g
    join public.organizations o on o.id = g.organization_id or (g.state <> 'draft' and o.id in (
      select h.host_id from public.hostings h
      where h.organization_id = g.organization_id and h.gathering_id = g.id and h.state = 'accepted' and h.may_edit
    ))
    where g.id = writable_by.gathering_id and o.id = any (private.my_organizations('gatherings.write'))
  );
end $$;
comment on function private.writable_by(uuid) is
  'Slugs of the organizations as which the caller may write a gathering: its owner first, then co-hosts that may edit.';

create function private.reached(gathering_id uuid, layer public.layer) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  seen record;
begin
  select g.organization_id, g.state,
    case when layer = 'card' then g.audience else d.audience end as audience,
    case when layer = 'card' then g.coalition_id else d.coalition_id end as coalition_id
  into seen
  from public.gatherings g
  left join public.gathering_details d on d.organization_id = g.organization_id and d.gathering_id = g.id
  where g.id = reached.gathering_id and g.organization_id = any (private.my_organizations('gatherings.read'));
  if not found or seen.audience is null then
    return null;
  end if;
  if seen.state = 'draft' then
    return jsonb_build_object('organizations', 0);
  end if;
  return jsonb_build_object('organizations', (
    select count(*) from (
      select s.recipient_id from public.shares s
      where seen.audience = 'named' and s.organization_id = seen.organization_id
        and s.gathering_id = reached.gathering_id and s.layer = reached.layer
      union
      select s.organization_id from public.standings s
      where seen.audience = 'coalition' and s.coalition_id = seen.coalition_id and s.organization_id <> seen.organization_id
      union
      select theirs.organization_id
      from public.standings mine
      join public.standings theirs on theirs.coalition_id = mine.coalition_id
      where seen.audience = 'everyone' and mine.organization_id = seen.organization_id
        and theirs.organization_id <> seen.organization_id
      union
      select h.host_id from public.hostings h
      where h.organization_id = seen.organization_id and h.gathering_id = reached.gathering_id
        and h.state in ('invited', 'accepted') and (reached.layer = 'card' or h.part = 'co_host')
    ) as those
  ));
end $$;
comment on function private.reached(uuid, public.layer) is
  'How many other organizations can see a layer, for its owner''s people; null for anyone else. A layer for everyone reaches at least the owner''s fellows; every layer but the notes reaches its co-hosts.';

grant execute on function
  private.versions_of(uuid[]), private.version_of(uuid), private.host_version_of(uuid, uuid),
  private.recipients_of(uuid, uuid, public.layer), private.notes_of(uuid, uuid), private.writable_by(uuid), private.reached(uuid, public.layer)
  to anon, authenticated;

-- ── sealed: gathering-templates.sql

-- What an organization's editors keep to begin new gatherings from.

grant select (id, organization_id, name, content, created_at) on public.gathering_templates to authenticated;
create policy gathering_templates_select_editor on public.gathering_templates
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant insert (organization_id, name, content) on public.gathering_templates to authenticated;
create policy gathering_templates_insert_editor on public.gathering_templates
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant delete on public.gathering_templates to authenticated;
create policy gathering_templates_delete_editor on public.gathering_templates
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

-- No update: another content is another template.

create function private.prepare_template() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.name := private.tidy_line(new.name, 'name', 80, true);
  if jsonb_typeof(new.content) is distinct from 'object' then
    perform private.refuse('not_understood', 422, 'name');
  elsif octet_length(new.content::text) > 65536 then
    perform private.refuse('too_long', 422, 'name', jsonb_build_object('maximum', 65536));
  end if;
  return new;
end $$;
comment on function private.prepare_template() is 'Tidies a template''s name and refuses what the constraints would.';
create trigger gathering_templates_prepare before insert on public.gathering_templates
  for each row execute function private.prepare_template();

create function public.keep_template(gathering_id uuid, organization_id uuid, name text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  kept jsonb := private.stored_gathering(keep_template.gathering_id, keep_template.organization_id);
  template uuid;
begin
  if kept is null then
    perform private.require_writer(keep_template.organization_id, 'gatherings.write');
    perform private.refuse('not_found', 404);
  elsif (
    select count(*) >= 50 from public.gathering_templates t where t.organization_id = keep_template.organization_id
  ) then
    perform private.refuse('too_many', 409, 'name', jsonb_build_object('maximum', 50));
  end if;
  insert into public.gathering_templates as t (organization_id, name, content)
  values (
    keep_template.organization_id, keep_template.name,
    kept - array['id', 'organization_id', 'version', 'shared_at', 'cancellation_reason']
  )
  on conflict on constraint gathering_templates_one_per_name do nothing
  returning t.id into template;
  if template is null then
    perform private.refuse('name_taken', 409, 'name');
  end if;
  return jsonb_build_object('id', template);
end $$;
comment on function public.keep_template(uuid, uuid, text) is
  'Keeps a gathering under a name, to begin others from: what its form holds, with the times of day.';
grant execute on function public.keep_template(uuid, uuid, text) to authenticated;

-- ── sealed: gatherings.sql

-- Who may see and change the cards of gatherings, and what every writer of a card is held to.

grant select (
  id, organization_id, coalition_id, title, description, kind, area, languages,
  starts_local, ends_local, time_zone, starts_fold, ends_fold, starts_at, ends_at,
  state, cancellation_reason, audience, shared_at, indexable, series_id, recurrence_local
) on public.gatherings to anon, authenticated;
-- Not granted: version, created_at and updated_at. They move with layers that a reader may not see, so they would tell of
-- them; the owner's people learn the version from private.version_of.
-- Nor singled_out, which a change of the notes alone sets.
grant select (submission_id, tells_taken) on public.gatherings to authenticated;
create policy gatherings_select_visitor on public.gatherings
  for select to anon
  using (state <> 'draft' and audience = 'everyone');
create policy gatherings_select_audience on public.gatherings
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    or (state <> 'draft' and (
      audience = 'everyone'
      or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
      or (audience = 'named' and exists (
        select from public.shares s
        where s.organization_id = gatherings.organization_id
          and s.gathering_id = gatherings.id
          and s.layer = 'card'
          and s.recipient_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
      ))
      or (hosted and exists (
        select from public.hostings h
        where h.organization_id = gatherings.organization_id
          and h.gathering_id = gatherings.id
          and h.state in ('invited', 'accepted')
          and h.host_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
      ))
    ))
  );

-- Not granted: the id (a chosen one would tell by a duplicate that a hidden row has it) and what triggers derive.
grant insert (
  organization_id, coalition_id, submission_id, title, description, kind, area, languages,
  starts_local, ends_local, time_zone, starts_fold, ends_fold, state, audience, indexable, tells_taken,
  series_id, recurrence_local
) on public.gatherings to authenticated;
create policy gatherings_insert_editor on public.gatherings
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

-- organization_id is not granted: a gathering never changes hands.
grant update (
  coalition_id, title, description, kind, area, languages, starts_local, ends_local, time_zone,
  starts_fold, ends_fold, state, cancellation_reason, audience, indexable, tells_taken, series_id, recurrence_local, singled_out
) on public.gatherings to authenticated;
create policy gatherings_update_editor on public.gatherings
  for update to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    or (hosted and state <> 'draft' and exists (
      select from public.hostings h
      where h.organization_id = gatherings.organization_id
        and h.gathering_id = gatherings.id
        and h.state = 'accepted' and h.may_edit
        and h.host_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    ))
  )
  with check (
    organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    or (hosted and state <> 'draft' and exists (
      select from public.hostings h
      where h.organization_id = gatherings.organization_id
        and h.gathering_id = gatherings.id
        and h.state = 'accepted' and h.may_edit
        and h.host_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    ))
  );

-- No delete: gatherings are cancelled, so that people who meant to come can still read what happened.

-- ── Triggers. They act with the writer's own rights: what a writer cannot see, they cannot tell. ────────────

create function private.prepare_gathering() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.title := private.tidy_texts(new.title, 'title', 120, true);
  new.description := private.tidy_texts(new.description, 'description', 4000, false, true);
  new.area := private.tidy_line(new.area, 'area', 120);
  new.languages := private.tidy_languages(coalesce(new.languages, '{}'), 'languages');
  if new.state = 'cancelled' then
    new.cancellation_reason := private.tidy_paragraph(new.cancellation_reason, 'reason', 500);
    if new.cancellation_reason = '' then
      perform private.refuse('reason_required', 422, 'reason');
    end if;
  else
    new.cancellation_reason := null;
  end if;

  if not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  end if;
  -- Finer than a minute no clock on a wall shows.
  new.starts_local := date_trunc('minute', new.starts_local);
  new.ends_local := date_trunc('minute', new.ends_local);
  new.starts_at := private.instant_of(new.starts_local, new.time_zone, new.starts_fold, 'starts');
  new.ends_at := private.instant_of(new.ends_local, new.time_zone, new.ends_fold, 'ends');
  if cardinality(private.instants_of(new.starts_local, new.time_zone)) = 1 then
    new.starts_fold := null;
  end if;
  if cardinality(private.instants_of(new.ends_local, new.time_zone)) = 1 then
    new.ends_fold := null;
  end if;
  if new.ends_at <= new.starts_at then
    perform private.refuse('ends_before_it_starts', 422, 'ends');
  elsif new.ends_local - new.starts_local > interval '31 days' then
    perform private.refuse('too_long_lasting', 422, 'ends');
  end if;
  return new;
end $$;
comment on function private.prepare_gathering() is
  'Tidies texts and derives the instants of a gathering, for every writer.';
create trigger gatherings_prepare before insert or update on public.gatherings
  for each row execute function private.prepare_gathering();

create function private.hold_listed(coalition uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  listed boolean;
begin
  select c.listed into listed from public.coalitions c where c.id = coalition for share;
  return coalesce(listed, false);
end $$;
comment on function private.hold_listed(uuid) is
  'Whether a coalition is listed, and stays so until the transaction ends: unlisting it waits and then finds the row.';
grant execute on function private.hold_listed(uuid) to authenticated;

create function private.place_gathering() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- A standing that ends leaves a gathering "for the coalition" without one: its owner's alone, and still editable.
  if new.audience = 'coalition' and new.coalition_id is null and (tg_op = 'INSERT' or old.audience <> 'coalition') then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  elsif new.coalition_id is not null and (tg_op = 'INSERT' or new.coalition_id is distinct from old.coalition_id) and not exists (
    select from public.standings s
    where s.organization_id = new.organization_id and s.coalition_id = new.coalition_id
  ) then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;

  -- Readers outside a coalition must not learn from a row that it exists.
  if new.audience = 'named' or (new.audience = 'everyone' and not private.hold_listed(new.coalition_id)) then
    new.coalition_id := null;
  end if;
  return new;
end $$;
comment on function private.place_gathering() is
  'Refuses a coalition in which the owner has no standing, and keeps a coalition out of rows whose readers may not know it.';
create trigger gatherings_place before insert or update on public.gatherings
  for each row execute function private.place_gathering();

create function private.record_gathering() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' and new.state = 'cancelled' or tg_op = 'UPDATE' and old.state = 'draft' and new.state = 'cancelled' then
    perform private.refuse('still_a_draft', 409);
  elsif tg_op = 'UPDATE' and old.state = 'cancelled' and new.state = 'draft' then
    perform private.refuse('already_cancelled', 409);
  elsif tg_op = 'UPDATE' and old.state <> 'draft' and new.state = 'draft' and new.hosted then
    perform private.refuse('held_with_others', 409, 'state');
  end if;

  if tg_op = 'UPDATE' and new.hosted = old.hosted then
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  if new.shared_at is null and new.state <> 'draft' and new.audience <> 'owner' then
    new.shared_at := now();
  end if;
  return new;
end $$;
comment on function private.record_gathering() is
  'Counts versions, remembers when a gathering was first shared, keeps a cancelled one in sight of those who saw it, and one that is held with others from becoming a draft that they could still tell of.';
create trigger gatherings_record before insert or update on public.gatherings
  for each row execute function private.record_gathering();

-- ── sealed: hosting-commands.sql

-- How organizations come to hold a gathering together, and how it ends. Each command locks the gatherings first, by id,
-- then the hostings, so that inviting, answering, editing and ending wait for one another in one order.

create function private.hostable(gathering_id uuid, organization_id uuid, scope text) returns uuid[]
language plpgsql security definer set search_path = '' as $$
declare
  asked record;
  wanted uuid[];
begin
  select g.id, g.series_id, g.recurrence_local into asked
  from public.gatherings g where g.id = hostable.gathering_id and g.organization_id = hostable.organization_id;
  if not found then
    perform private.refuse('not_found', 404);
  elsif coalesce(scope, 'this') not in ('this', 'following', 'all') then
    perform private.refuse('not_understood', 422, 'scope');
  end if;
  wanted := array(
    select g.id from public.gatherings g
    where g.organization_id = hostable.organization_id and (g.id = asked.id or (
      g.series_id = asked.series_id and scope in ('following', 'all')
      and (scope = 'all' or g.recurrence_local >= asked.recurrence_local)
    ))
    order by g.id
  );
  perform from public.gatherings g
  where g.organization_id = hostable.organization_id and g.id = any (wanted)
  order by g.id for no key update;
  return wanted;
end $$;
comment on function private.hostable(uuid, uuid, text) is
  'A gathering of an owner, with those of its series that follow, or with all of them; locked. Not for the API.';

create function private.invite_host(
  gathering_id uuid, organization_id uuid, host_id uuid, part public.host_part, may_edit boolean, scope text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  wanted uuid[];
  invited uuid[];
begin
  perform private.require_writer(invite_host.organization_id, 'gatherings.write');
  if invite_host.host_id is null or invite_host.host_id = invite_host.organization_id
    or not private.hold_fellowship(invite_host.organization_id, invite_host.host_id)
  then
    perform private.refuse('host_not_in_coalition', 422, 'host_id');
  elsif invite_host.part is null then
    perform private.refuse('choose_one', 422, 'part');
  end if;
  wanted := private.hostable(invite_host.gathering_id, invite_host.organization_id, invite_host.scope);
  if exists (select from public.gatherings g where g.id = invite_host.gathering_id and g.state = 'draft') then
    perform private.refuse('draft_has_no_hosts', 409);
  end if;

  with made as (
    insert into public.hostings as h (organization_id, gathering_id, host_id, part, may_edit, invited_by)
    select g.organization_id, g.id, invite_host.host_id, invite_host.part,
      coalesce(invite_host.may_edit, false) and invite_host.part = 'co_host', private.my_person()
    from public.gatherings g
    where g.id = any (wanted) and g.state <> 'draft' and (g.id = invite_host.gathering_id or g.ends_at > now())
    order by g.id
    on conflict on constraint hostings_once_per_host do update
    set part = excluded.part, may_edit = excluded.may_edit, invited_by = excluded.invited_by, state = 'invited',
      invited_at = now(), answered_at = null
    where h.state = 'declined'
    returning h.gathering_id
  )
  select array(select m.gathering_id from made m) into invited;
  if cardinality(invited) = 0 then
    perform private.refuse('already_hosting', 409, 'host_id');
  end if;
  perform private.mail_hosting(invite_host.organization_id, invited, invite_host.host_id);
  return jsonb_build_object('id', invite_host.gathering_id, 'invited', cardinality(invited));
end $$;
comment on function private.invite_host(uuid, uuid, uuid, public.host_part, boolean, text) is 'See public.invite_host.';

create function public.invite_host(
  gathering_id uuid, organization_id uuid, host_id uuid, part public.host_part,
  may_edit boolean default false, scope text default 'this'
) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.invite_host(
    invite_host.gathering_id, invite_host.organization_id, invite_host.host_id, invite_host.part,
    invite_host.may_edit, invite_host.scope
  );
end $$;
comment on function public.invite_host(uuid, uuid, uuid, public.host_part, boolean, text) is
  'Invites a fellow organization to co-host a gathering or to promote it: this one, it and those of its series that follow, or all that are not over. From now on it sees the card, and as a co-host the detail. Refuses host_not_in_coalition in the same words whether the organization exists or not, draft_has_no_hosts, already_hosting.';

create function private.answer_hosting(gathering_id uuid, organization_id uuid, accept boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  asked public.hostings;
  wanted uuid[];
  answer constant public.hosting_state := case when accept then 'accepted' else 'declined' end;
  answered integer;
begin
  perform private.require_writer(answer_hosting.organization_id, 'gatherings.write');
  select h.organization_id into asked.organization_id
  from public.hostings h join public.gatherings g on g.organization_id = h.organization_id and g.id = h.gathering_id
  where h.gathering_id = answer_hosting.gathering_id and h.host_id = answer_hosting.organization_id and g.state <> 'draft';
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  wanted := private.hostable(answer_hosting.gathering_id, asked.organization_id, 'all');
  select h.* into asked from public.hostings h
  where h.organization_id = asked.organization_id and h.gathering_id = answer_hosting.gathering_id
    and h.host_id = answer_hosting.organization_id
  for update;
  if not found then
    perform private.refuse('not_found', 404);
  elsif asked.state = answer then
    return jsonb_build_object('id', answer_hosting.gathering_id);
  elsif asked.state <> 'invited' then
    perform private.refuse('hosting_answered', 409);
  end if;

  perform set_config('hamkke.acting', answer_hosting.organization_id::text, true);
  update public.hostings h set state = answer, answered_at = now()
  where h.organization_id = asked.organization_id and h.gathering_id = any (wanted)
    and h.host_id = answer_hosting.organization_id and h.state = 'invited';
  get diagnostics answered = row_count;
  perform private.mail_hosting_answer(asked);
  return jsonb_build_object('id', answer_hosting.gathering_id, 'answered', answered);
end $$;
comment on function private.answer_hosting(uuid, uuid, boolean) is 'See public.answer_hosting.';

create function public.answer_hosting(gathering_id uuid, organization_id uuid, accept boolean) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.answer_hosting(answer_hosting.gathering_id, answer_hosting.organization_id, coalesce(accept, false));
end $$;
comment on function public.answer_hosting(uuid, uuid, boolean) is
  'Accepts or declines, for the invited organization, to hold a gathering, and whatever else of its series it is invited to. The same answer twice is one. Refuses hosting_answered, not_found.';

create function private.end_hosting(gathering_id uuid, organization_id uuid, host_id uuid, scope text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  owner uuid;
  wanted uuid[];
  ended integer;
begin
  perform private.require_writer(end_hosting.organization_id, 'gatherings.write');
  select h.organization_id into owner from public.hostings h
  where h.gathering_id = end_hosting.gathering_id and h.host_id = end_hosting.host_id
    and end_hosting.organization_id in (h.organization_id, h.host_id);
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  wanted := private.hostable(end_hosting.gathering_id, owner, end_hosting.scope);
  if end_hosting.organization_id = end_hosting.host_id then
    perform set_config('hamkke.acting', end_hosting.host_id::text, true);
  end if;
  delete from public.hostings h
  where h.organization_id = owner and h.gathering_id = any (wanted) and h.host_id = end_hosting.host_id
    -- What a host declined is answered; ending it too would take the answer from its owner.
    and (end_hosting.organization_id = owner or h.state = 'accepted');
  get diagnostics ended = row_count;
  if ended = 0 then
    perform private.refuse('not_found', 404);
  end if;
  return jsonb_build_object('id', end_hosting.gathering_id, 'ended', ended);
end $$;
comment on function private.end_hosting(uuid, uuid, uuid, text) is 'See public.end_hosting.';

create function public.end_hosting(gathering_id uuid, organization_id uuid, host_id uuid, scope text default 'this')
returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.end_hosting(
    end_hosting.gathering_id, end_hosting.organization_id, end_hosting.host_id, end_hosting.scope
  );
end $$;
comment on function public.end_hosting(uuid, uuid, uuid, text) is
  'Ends a hosting, or takes an invitation back: acting as the owner, or as the host that accepted. Every right of the host ends with the next request; each side keeps its own people. Refuses not_found.';

create function private.change_hosting(
  gathering_id uuid, organization_id uuid, host_id uuid, may_edit boolean, scope text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  wanted uuid[];
begin
  perform private.require_writer(change_hosting.organization_id, 'gatherings.write');
  wanted := private.hostable(change_hosting.gathering_id, change_hosting.organization_id, change_hosting.scope);
  update public.hostings h set may_edit = coalesce(change_hosting.may_edit, false)
  where h.organization_id = change_hosting.organization_id and h.gathering_id = any (wanted)
    and h.host_id = change_hosting.host_id and h.part = 'co_host' and h.state <> 'declined';
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  return jsonb_build_object('id', change_hosting.gathering_id);
end $$;
comment on function private.change_hosting(uuid, uuid, uuid, boolean, text) is 'See public.change_hosting.';

create function public.change_hosting(
  gathering_id uuid, organization_id uuid, host_id uuid, may_edit boolean, scope text default 'this'
) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.change_hosting(
    change_hosting.gathering_id, change_hosting.organization_id, change_hosting.host_id, change_hosting.may_edit,
    change_hosting.scope
  );
end $$;
comment on function public.change_hosting(uuid, uuid, uuid, boolean, text) is
  'Whether editors of a co-host may change card and detail, as its owner decides. Refuses not_found.';

grant execute on function
  private.invite_host(uuid, uuid, uuid, public.host_part, boolean, text), private.answer_hosting(uuid, uuid, boolean),
  private.end_hosting(uuid, uuid, uuid, text), private.change_hosting(uuid, uuid, uuid, boolean, text),
  public.invite_host(uuid, uuid, uuid, public.host_part, boolean, text), public.answer_hosting(uuid, uuid, boolean),
  public.end_hosting(uuid, uuid, uuid, text), public.change_hosting(uuid, uuid, uuid, boolean, text)
  to authenticated;

-- ── sealed: hosting-edits.sql

-- What editors of a co-host change: what the card and the detail say, never who can see them.

create function public.revise_hosted_gathering(
  gathering_id uuid, host_id uuid, seen_version integer, card jsonb, detail jsonb default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
  revised public.gatherings;
  written public.gathering_details;
begin
  gathering := private.lock_shared_gathering(
    revise_hosted_gathering.gathering_id, revise_hosted_gathering.host_id, revise_hosted_gathering.seen_version
  );
  if gathering.organization_id = revise_hosted_gathering.host_id then
    perform private.refuse('not_found', 404);
  elsif card - array[
      'title', 'description', 'kind', 'area', 'languages', 'starts_local', 'ends_local', 'time_zone', 'starts_fold', 'ends_fold'
    ] <> '{}'
    or detail - array['address', 'online_url', 'contact', 'instructions', 'accessibility'] <> '{}'
  then
    perform private.refuse('only_the_owner_decides', 403);
  end if;
  revised := private.read_card(card);

  update public.gatherings g set
    title = revised.title, description = revised.description, kind = revised.kind, area = revised.area,
    languages = revised.languages, starts_local = revised.starts_local, ends_local = revised.ends_local,
    time_zone = revised.time_zone, starts_fold = revised.starts_fold, ends_fold = revised.ends_fold,
    singled_out = g.series_id is not null
  where g.id = gathering.id;
  if detail is not null then
    written := private.read_detail(detail);
    update public.gathering_details d set
      address = written.address, online_url = written.online_url, contact = written.contact,
      instructions = written.instructions, accessibility = written.accessibility
    where d.organization_id = gathering.organization_id and d.gathering_id = gathering.id;
    if not found then
      insert into public.gathering_details (
        organization_id, gathering_id, address, online_url, contact, instructions, accessibility
      ) values (
        gathering.organization_id, gathering.id, written.address, written.online_url, written.contact,
        written.instructions, written.accessibility
      );
    end if;
  end if;
  return jsonb_build_object('id', gathering.id, 'version', private.host_version_of(gathering.id, host_id));
end $$;
comment on function public.revise_hosted_gathering(uuid, uuid, integer, jsonb, jsonb) is
  'Writes, as a co-host that may edit, what card and detail say, over the version that its editors saw. A detail that is null stays as it is. Refuses only_the_owner_decides where more is sent, not_found once the hosting has ended.';

create function private.hosted_gathering(gathering_id uuid, host_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', g.id, 'organization_id', g.organization_id, 'coalition_id', null, 'title', g.title,
      'description', g.description, 'kind', g.kind, 'area', g.area, 'languages', g.languages,
      'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
      'starts_fold', g.starts_fold, 'ends_fold', g.ends_fold, 'state', g.state, 'audience', g.audience,
      'indexable', false, 'tells_taken', false, 'cancellation_reason', g.cancellation_reason, 'shared_at', g.shared_at,
      'version', private.host_version_of(g.id, hosted_gathering.host_id),
      'recipients', '[]'::jsonb,
      'detail', (
        select jsonb_build_object(
          'address', d.address, 'online_url', d.online_url, 'contact', d.contact, 'instructions', d.instructions,
          'accessibility', d.accessibility, 'audience', d.audience, 'coalition_id', null, 'recipients', '[]'::jsonb
        )
        from public.gathering_details d where d.organization_id = g.organization_id and d.gathering_id = g.id
      ),
      'notes', null, 'fellows', '[]'::jsonb, 'hosts', '[]'::jsonb, 'series', null,
      'owner', (select o.label from private.organization_labels o where o.id = g.organization_id)
    )
    from public.gatherings g
    where g.id = hosted_gathering.gathering_id and g.organization_id <> hosted_gathering.host_id
      and private.host_version_of(g.id, hosted_gathering.host_id) is not null
  );
end $$;
comment on function private.hosted_gathering(uuid, uuid) is
  'What the form of a co-host starts from, with the owner in it. Null unless the caller may write the gathering as that host.';

create function public.edit_shared_gathering(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return coalesce(
    public.edit_gathering(edit_shared_gathering.gathering_id, edit_shared_gathering.organization_id),
    private.hosted_gathering(edit_shared_gathering.gathering_id, edit_shared_gathering.organization_id)
  );
end $$;
comment on function public.edit_shared_gathering(uuid, uuid) is
  'As public.edit_gathering, and for a co-host that may edit: what it may change, with the owner. Null unless the caller may write the gathering as this organization.';

grant execute on function
  private.hosted_gathering(uuid, uuid), public.edit_shared_gathering(uuid, uuid),
  public.revise_hosted_gathering(uuid, uuid, integer, jsonb, jsonb)
  to authenticated;

-- ── sealed: hosting-mail.sql

-- The mail of an invitation to hold a gathering, and of its answer. One message each, however many occurrences.

create function private.mail_hosting(owner uuid, gatherings uuid[], host uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- The next that is still to come stands for the others.
  model constant uuid := (
    select g.id from public.gatherings g where g.organization_id = owner and g.id = any (gatherings)
    order by g.ends_at <= now(), g.starts_at, g.id limit 1
  );
begin
  -- On the host's behalf: the owner must not learn who the host's people are. Once a day, however often it is repeated.
  insert into public.messages (kind, organization_id, person_id, about, once)
  select 'hosting', host, m.person_id, model, 'hosting:' || coalesce((
      select g.series_id from public.gatherings g where g.id = model
    ), model) || ':' || m.person_id || ':' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD')
  from public.memberships m
  join private.role_permissions rp on rp.role = m.role and rp.permission = 'gatherings.write'
  where m.organization_id = host
  on conflict on constraint messages_queued_once do nothing;
end $$;
comment on function private.mail_hosting(uuid, uuid[], uuid) is
  'Queues mail to everyone in the invited organization who may answer. Not for the API.';

create function private.mail_hosting_answer(hosting public.hostings) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.messages (kind, organization_id, person_id, about, once)
  select 'hosting_answered', hosting.organization_id, m.person_id, hosting.gathering_id,
    'hosting_answered:' || hosting.gathering_id || ':' || hosting.host_id || ':' || hosting.invited_at
  from public.memberships m
  where m.organization_id = hosting.organization_id and m.person_id = hosting.invited_by
  on conflict on constraint messages_queued_once do nothing;
end $$;
comment on function private.mail_hosting_answer(public.hostings) is
  'Queues mail to who invited, as long as they belong to the owner. Not for the API.';

create function private.hosting_facts(message public.messages, reader uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  hosting public.hostings;
begin
  -- A message is queued in the transaction that invites or answers, and so at the same instant.
  select h.* into hosting from public.hostings h
  where h.gathering_id = message.about and case message.kind
    when 'hosting' then h.host_id = message.organization_id and h.state = 'invited'
    else h.organization_id = message.organization_id and h.answered_at = message.queued_at end
  limit 1;
  if not found or not exists (
    select from public.memberships m
    join private.role_permissions rp on rp.role = m.role and rp.permission = 'gatherings.write'
    where m.organization_id = message.organization_id and m.person_id = reader
  ) or not exists (
    select from public.gatherings g
    where g.id = hosting.gathering_id and g.state = 'scheduled' and g.ends_at > now()
  ) then
    return null;
  end if;
  return jsonb_build_object(
    'gathering', private.mail_lines(array[hosting.gathering_id]) -> 0,
    'part', hosting.part, 'may_edit', hosting.may_edit, 'state', hosting.state,
    'host', (
      select jsonb_build_object('slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name, 'korean_name', o.korean_name)
      from public.organizations o where o.id = hosting.host_id
    ),
    'occurrences', (
      select count(*) from public.hostings h
      where h.organization_id = hosting.organization_id and h.host_id = hosting.host_id and h.state = hosting.state
        and h.invited_at = hosting.invited_at
    )
  );
end $$;
comment on function private.hosting_facts(public.messages, uuid) is
  'What mail about a hosting says: the card, never the detail, who is asked to do what, and how often it takes place. Null once it is answered, ended, over, or no longer its reader''s to answer.';

-- ── sealed: hosting-pages.sql

-- What pages about holding gatherings together show, each in one call.

create function public.gathering_hosts(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'title', g.title, 'state', g.state, 'audience', g.audience,
      'detail_audience', (
        select d.audience from public.gathering_details d
        where d.organization_id = g.organization_id and d.gathering_id = g.id
      ),
      'repeats', cardinality(private.series_members(g.id)) > 1,
      'writable', g.organization_id = any (private.my_organizations('gatherings.write')),
      'hostings', private.known_hostings(g.id, g.organization_id),
      'fellows', (
        select coalesce(jsonb_agg(o.label order by o.slug), '[]') from private.organization_labels o
        where o.id <> g.organization_id and o.id in (
          select theirs.organization_id
          from public.standings mine
          join public.standings theirs on theirs.coalition_id = mine.coalition_id
          where mine.organization_id = g.organization_id
        ) and not exists (
          select from public.hostings h
          where h.organization_id = g.organization_id and h.gathering_id = g.id and h.host_id = o.id
            and h.state in ('invited', 'accepted')
        )
      )
    )
    from public.gatherings g
    where g.id = gathering_hosts.gathering_id and g.organization_id = gathering_hosts.organization_id
      and g.organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
  );
end $$;
comment on function public.gathering_hosts(uuid, uuid) is
  'With whom a gathering is held, and whom its owner could still invite, for the owner''s people. Null for anyone else.';

create function public.read_hosting(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'part', h.part, 'may_edit', h.may_edit, 'state', h.state,
      'answerable', h.host_id = any (private.my_organizations('gatherings.write')),
      'occurrences', private.hosted_occurrences(g.id, h.host_id, h.state),
      'gathering', public.read_gathering(g.id)
    )
    from public.hostings h
    join public.gatherings g on g.organization_id = h.organization_id and g.id = h.gathering_id
    where h.gathering_id = read_hosting.gathering_id and h.host_id = read_hosting.organization_id
      and h.host_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
      and h.state in ('invited', 'accepted') and g.state <> 'draft'
  );
end $$;
comment on function public.read_hosting(uuid, uuid) is
  'What an organization is asked to hold, or holds: its part, its rights, how many of a series, and the gathering as the caller sees it. Null for anyone but the host''s people, and once it is declined or ended.';

create function private.series_members(gathering_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  mine constant uuid[] := private.my_organizations('gatherings.read');
begin
  return array(
    select other.id
    from public.gatherings g
    join public.gatherings other on other.organization_id = g.organization_id
      and (other.id = g.id or other.series_id = g.series_id)
    where g.id = series_members.gathering_id and (g.organization_id = any (mine) or exists (
      select from public.hostings h
      where h.organization_id = other.organization_id and h.gathering_id = other.id and h.host_id = any (mine)
        and h.state in ('invited', 'accepted')
    ))
    order by other.starts_at, other.id
  );
end $$;
comment on function private.series_members(uuid) is
  'The gatherings of the series of one, itself among them, by their beginning: all for its owner''s people; for a host''s people those that it was asked to hold; none for anyone else.';

create function private.hosted_occurrences(gathering_id uuid, host_id uuid, state public.hosting_state) returns bigint
language plpgsql stable set search_path = '' as $$
declare
  members constant uuid[] := private.series_members(hosted_occurrences.gathering_id);
begin
  return (
    select count(*) from public.hostings h
    where h.gathering_id = any (members) and h.host_id = hosted_occurrences.host_id and h.state = hosted_occurrences.state
  );
end $$;
comment on function private.hosted_occurrences(uuid, uuid, public.hosting_state) is
  'In how many gatherings of a series a host is invited, or has accepted, as far as the caller may know.';

create function private.open_hostings(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'card', i.card, 'part', i.part, 'may_edit', i.may_edit,
      'occurrences', private.hosted_occurrences(i.id, open_hostings.organization_id, 'invited')
    ) order by i.starts_at, i.id), '[]')
    from (
      -- Of a series the next one stands for the others: they are answered at once.
      select distinct on (private.series_members(c.id)) c.card, c.starts_at, c.id, h.part, h.may_edit
      from public.hostings h
      join private.gathering_cards c on c.organization_id = h.organization_id and c.id = h.gathering_id
      where h.host_id = open_hostings.organization_id and h.state = 'invited'
        and c.state <> 'draft' and c.ends_at > now()
        and h.host_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
      order by private.series_members(c.id), c.starts_at, c.id
    ) i
  );
end $$;
comment on function private.open_hostings(uuid) is
  'What an organization of the caller is invited to hold or to promote and has not answered, soonest first.';

create function private.held_with_others(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_object_agg(h.gathering_id, case h.state when 'invited' then 'invited' else h.part::text end), '{}')
    from public.hostings h
    where h.host_id = held_with_others.organization_id and h.state in ('invited', 'accepted')
  );
end $$;
comment on function private.held_with_others(uuid) is
  'What an organization of the caller holds with others, by the id of the gathering: "co_host", "promoter", or "invited" while it has not answered.';

create function public.organization_hostings(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_hostings.organization_id = any (private.my_organizations('gatherings.read')) then
    return null;
  end if;
  return jsonb_build_object(
    'invited', private.open_hostings(organization_hostings.organization_id),
    'accepted', (
      select coalesce(jsonb_agg(jsonb_build_object('card', l.card, 'part', l.part, 'may_edit', l.may_edit)
        order by l.starts_at, l.id), '[]')
      from (
        select c.card, c.starts_at, c.id, h.part, h.may_edit
        from public.hostings h
        join private.gathering_cards c on c.organization_id = h.organization_id and c.id = h.gathering_id
        where h.host_id = organization_hostings.organization_id and h.state = 'accepted'
          and c.state <> 'draft' and c.ends_at > now()
        order by c.starts_at, c.id limit 200
      ) l
    )
  );
end $$;
comment on function public.organization_hostings(uuid) is
  'What an organization of the caller is invited to hold, and the next 200 gatherings of others that it holds or promotes. Null for any other organization.';

grant execute on function
  private.series_members(uuid), private.hosted_occurrences(uuid, uuid, public.hosting_state), private.open_hostings(uuid),
  private.held_with_others(uuid),
  public.gathering_hosts(uuid, uuid), public.read_hosting(uuid, uuid), public.organization_hostings(uuid)
  to authenticated;

-- ── sealed: hostings.sql

-- Who may see which organizations hold a gathering together, and what a host may not decide.

grant select (organization_id, gathering_id, host_id, part, may_edit, state, invited_at, answered_at)
  on public.hostings to authenticated;
create policy hostings_select_owner_or_host on public.hostings
  for select to authenticated
  using (array[organization_id, host_id] && (select private.my_organizations('gatherings.read')));

-- No insert, update or delete: the commands of hosting-commands.sql know who may do which, and in what order.

create function private.sees_card(gathering_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from public.gatherings g
    where g.id = sees_card.gathering_id and (
      g.organization_id = any (private.my_organizations('gatherings.read'))
      or (g.state <> 'draft' and (
        g.audience = 'everyone'
        or (g.audience = 'coalition' and g.coalition_id = any (private.my_coalitions()))
        or (g.audience = 'named' and exists (
          select from public.shares s
          where s.organization_id = g.organization_id and s.gathering_id = g.id and s.layer = 'card'
            and s.recipient_id = any (private.my_organizations('gatherings.read'))
        ))
        or exists (
          select from public.hostings h
          where h.organization_id = g.organization_id and h.gathering_id = g.id and h.state in ('invited', 'accepted')
            and h.host_id = any (private.my_organizations('gatherings.read'))
        )
      ))
    )
  );
end $$;
comment on function private.sees_card(uuid) is
  'Whether the policies of gatherings show the caller this card, for functions that look past them. A test compares the two.';

create function private.shown_hosts(gathering_id uuid) returns table (host_id uuid, part public.host_part)
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.sees_card(shown_hosts.gathering_id) then
    return query
      select h.host_id, h.part from public.hostings h
      where h.gathering_id = shown_hosts.gathering_id and h.state = 'accepted';
  end if;
end $$;
comment on function private.shown_hosts(uuid) is
  'Who accepted to hold a gathering or to spread the word, for whoever sees its card: being a host is as public as the card.';

create function private.hosts_of(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'shown', (
      select coalesce(jsonb_agg(jsonb_build_object('organization', o.label, 'part', h.part) order by h.part, o.slug), '[]')
      from private.shown_hosts(hosts_of.gathering_id) h
      join private.organization_labels o on o.id = h.host_id
    ),
    'known', private.known_hostings(hosts_of.gathering_id, hosts_of.organization_id)
  );
end $$;
comment on function private.hosts_of(uuid, uuid) is
  'Who holds a gathering beside its owner: "shown" for everyone who sees it, of organizations the reader may know; "known" are the hostings with their state and rights, all for the owner''s people, its own for a host''s.';

create function private.known_hostings(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'organization', o.label, 'part', h.part, 'may_edit', h.may_edit, 'state', h.state
    ) order by h.part, o.slug), '[]')
    from public.hostings h join private.organization_labels o on o.id = h.host_id
    where h.organization_id = known_hostings.organization_id and h.gathering_id = known_hostings.gathering_id
  );
end $$;
comment on function private.known_hostings(uuid, uuid) is 'The hostings of a gathering that the caller may see, with state and rights.';

grant execute on function
  private.sees_card(uuid), private.shown_hosts(uuid), private.hosts_of(uuid, uuid), private.known_hostings(uuid, uuid)
  to anon, authenticated;

-- ── What a host may not decide ──────────────────────────────────────────────────────────────────────────────

create function private.require_hosting(owner uuid, gathering uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform from public.gatherings g where g.organization_id = owner and g.id = gathering for no key update;
  -- Asked anew behind the lock: whoever ends a hosting has held it.
  perform from public.hostings h
  where h.organization_id = owner and h.gathering_id = gathering and h.state = 'accepted' and h.may_edit
    and h.host_id = any (private.my_organizations('gatherings.write'));
  if not found then
    perform private.refuse('not_found', 404);
  end if;
end $$;
comment on function private.require_hosting(uuid, uuid) is
  'Locks a gathering and refuses, as absent, unless the caller may still write it as one of its co-hosts.';
grant execute on function private.require_hosting(uuid, uuid) to authenticated;

create function private.keep_owners_decisions() returns trigger
language plpgsql set search_path = '' as $$
declare
  -- What a co-host may change, and what triggers derive from it. Any other column, old or new, is the owner's.
  open_to_hosts constant text[] := array[
    'title', 'description', 'kind', 'area', 'languages', 'starts_local', 'ends_local', 'time_zone', 'starts_fold',
    'ends_fold', 'starts_at', 'ends_at', 'singled_out', 'version', 'updated_at', 'sequence', 'revised_at'
  ];
begin
  if current_user <> 'authenticated' or new.organization_id = any (private.my_organizations('gatherings.write')) then
    return new;
  end if;
  perform private.require_hosting(new.organization_id, new.id);
  if to_jsonb(new) - open_to_hosts is distinct from to_jsonb(old) - open_to_hosts then
    perform private.refuse('only_the_owner_decides', 403);
  end if;
  return new;
end $$;
comment on function private.keep_owners_decisions() is
  'A co-host changes what a card says. Who can see it, whether it takes place and all else stays the owner''s decision.';
create trigger gatherings_keep_owners_decisions before update on public.gatherings
  for each row execute function private.keep_owners_decisions();

create function private.keep_owners_detail() returns trigger
language plpgsql set search_path = '' as $$
begin
  if current_user <> 'authenticated' or new.organization_id = any (private.my_organizations('gatherings.write')) then
    return new;
  end if;
  perform private.require_hosting(new.organization_id, new.gathering_id);
  if tg_op = 'INSERT' and (new.audience <> 'owner' or new.coalition_id is not null) then
    perform private.refuse('only_the_owner_decides', 403, 'detail.audience');
  elsif tg_op = 'UPDATE' and (new.audience, new.coalition_id) is distinct from (old.audience, old.coalition_id) then
    perform private.refuse('only_the_owner_decides', 403, 'detail.audience');
  elsif tg_op = 'UPDATE' and old.audience = 'everyone'
    and (new.address, new.online_url, new.contact, new.instructions)
      is distinct from (old.address, old.online_url, old.contact, old.instructions)
  then
    perform private.refuse('only_the_owner_decides', 403, 'detail.address');
  end if;
  return new;
end $$;
comment on function private.keep_owners_detail() is
  'A co-host changes what a detail says, but not who can see it, and nothing of it that everyone sees: publishing is the owner''s decision.';
create trigger gathering_details_keep_owners_detail before insert or update on public.gathering_details
  for each row execute function private.keep_owners_detail();

-- ── What a hosting leaves behind ────────────────────────────────────────────────────────────────────────────

create function private.queue_hosting() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.gatherings g
  where g.organization_id = old.organization_id and g.id = old.gathering_id
  for no key update;
  return old;
end $$;
comment on function private.queue_hosting() is 'A hosting ends in turn with what its host is writing: before it or behind it, never over it.';
create trigger hostings_queue before delete on public.hostings
  for each row execute function private.queue_hosting();

create function private.keep_hosted() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  owner constant uuid := case when tg_op = 'DELETE' then old.organization_id else new.organization_id end;
  gathering constant uuid := case when tg_op = 'DELETE' then old.gathering_id else new.gathering_id end;
  has_hosts constant boolean := exists (
    select from public.hostings h
    where h.organization_id = owner and h.gathering_id = gathering and h.state in ('invited', 'accepted')
  );
begin
  update public.gatherings g set hosted = has_hosts
  where g.organization_id = owner and g.id = gathering and g.hosted <> has_hosts;
  if exists (select from public.gatherings g where g.organization_id = owner and g.id = gathering) then
    perform private.record_changes(array[owner], array[gathering], array['hosts']);
  end if;
  return null;
end $$;
comment on function private.keep_hosted() is
  'Keeps gatherings.hosted, which no reader sees, and the owner''s history. The version stays: nothing that a form holds has changed.';
create trigger hostings_keep_hosted after insert or update or delete on public.hostings
  for each row execute function private.keep_hosted();

create function private.end_hostings_between_former_fellows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.hostings h
  where old.organization_id in (h.organization_id, h.host_id)
    and not exists (
      select from public.standings owner
      join public.standings host on host.coalition_id = owner.coalition_id
      where owner.organization_id = h.organization_id and host.organization_id = h.host_id
    );
  return null;
end $$;
comment on function private.end_hostings_between_former_fellows() is
  'Organizations that no coalition joins any longer hold nothing together.';
create trigger standings_end_hostings after delete on public.standings
  for each row execute function private.end_hostings_between_former_fellows();

create function private.copy_hostings(from_gathering uuid, to_gathering uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  owner uuid;
begin
  select model.organization_id into owner
  from public.gatherings model join public.gatherings made on made.organization_id = model.organization_id
  where model.id = from_gathering and made.id = to_gathering;
  -- The worker, who carries series on, is the owner of the tables; a person writes for the owner.
  if owner is null or not (owner = any (private.my_organizations('gatherings.write')) or (private.my_person() is null and session_user = (
    select r.rolname from pg_catalog.pg_class c join pg_catalog.pg_roles r on r.oid = c.relowner
    where c.oid = 'public.hostings'::regclass
  ))) then
    perform private.refuse('not_found', 404);
  end if;
  insert into public.hostings (
    organization_id, gathering_id, host_id, part, may_edit, state, invited_by, invited_at, answered_at
  )
  select h.organization_id, to_gathering, h.host_id, h.part, h.may_edit, h.state, h.invited_by, h.invited_at, h.answered_at
  from public.hostings h
  where h.organization_id = owner and h.gathering_id = from_gathering and h.state = 'accepted'
    and private.hold_fellowship(owner, h.host_id)
  on conflict on constraint hostings_once_per_host do nothing;
end $$;
comment on function private.copy_hostings(uuid, uuid) is
  'Gives a new occurrence the hosts that accepted to hold its model, for whoever may write both, and for the worker. Who was invited and has not answered yet is not added: it accepts what it saw.';
grant execute on function private.copy_hostings(uuid, uuid) to authenticated;

-- ── sealed: import-commands.sql

-- Importing what was chosen of a calendar that was read: one transaction, with the caller's own rights.

create function public.import_events(
  organization_id uuid, draft_id uuid, taken integer[], theirs integer[], gone uuid[], reason text
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  draft public.import_drafts;
  source uuid;
  done jsonb := '{"made": [], "changed": [], "cancelled": [], "deleted": 0}';
begin
  perform private.require_writer(import_events.organization_id, 'gatherings.write');
  -- Two people who import the same calendar at once: the second sees what the first has made.
  perform pg_advisory_xact_lock(hashtextextended('import ' || import_events.organization_id::text, 0));
  select d.* into draft from public.import_drafts d
  where d.organization_id = import_events.organization_id and d.id = import_events.draft_id;
  if not found then
    perform private.refuse('import_over', 404);
  elsif draft.result is not null then
    return draft.result;
  end if;

  source := private.remember_source(draft.organization_id, draft.source);
  done := private.take_entries(draft.organization_id, draft.id, source, false, taken, theirs, reason, done);
  done := private.take_entries(draft.organization_id, draft.id, source, true, taken, theirs, reason, done);
  done := private.take_gone(draft.organization_id, draft.id, gone, reason, done);
  delete from public.import_entries e where e.organization_id = draft.organization_id and e.draft_id = draft.id;
  update public.import_drafts d set result = private.told_result(done)
  where d.organization_id = draft.organization_id and d.id = draft.id
  returning d.result into done;
  return done;
end $$;
comment on function public.import_events(uuid, uuid, integer[], integer[], uuid[], text) is
  'Imports the entries that were taken, by their places: new ones as drafts for their owner alone, changed ones field by field. What was changed here as well stays as it is, but for the places in theirs. Of what is gone, those that were chosen are cancelled, or deleted where nobody else has seen them. Asked again, it answers what it did.';

create function private.take_entries(
  organization_id uuid, draft_id uuid, source uuid, of_one_date boolean, taken integer[], theirs integer[], reason text, done jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  entry record;
  wanted text[];
  ids uuid[];
  fresh integer[] := '{}';
begin
  for entry in
    select c.place, c.state, c.gathering_id, c.fields, e.uid, e.recurrence_id, e.content, e.series
    from private.compare_import(take_entries.organization_id, take_entries.draft_id, of_one_date) c
    join public.import_entries e
      on e.organization_id = take_entries.organization_id and e.draft_id = take_entries.draft_id and e.place = c.place
    order by c.gathering_id, c.place
  loop
    continue when entry.state <> 'unchanged' and not coalesce(entry.place = any (taken), false);
    continue when entry.state = 'unchanged' and entry.series is null and exists (
      select from public.imported_events i
      where i.organization_id = take_entries.organization_id and i.uid = entry.uid and i.recurrence_id = entry.recurrence_id
        and i.source_id = source and i.content = entry.content
    );
    -- A change of one date of a series that was left out.
    continue when entry.state = 'new' and of_one_date and exists (
      select from public.import_entries e
      where e.organization_id = take_entries.organization_id and e.draft_id = take_entries.draft_id
        and e.uid = entry.uid and e.recurrence_id = ''
    );
    if entry.state = 'new' and entry.series is null and not of_one_date then
      fresh := fresh || entry.place;
      continue;
    elsif entry.state = 'new' then
      ids := private.make_imported(take_entries.organization_id, entry.content, entry.series);
      entry.gathering_id := ids[1];
      done := jsonb_set(done, '{made}', (done -> 'made') || to_jsonb(ids));
    else
      wanted := array(
        select f.item ->> 'name' from jsonb_array_elements(entry.fields) as f(item)
        where f.item -> 'conflict' = 'false' or entry.place = any (theirs)
      );
      if entry.fields @> '[{"name": "repeats"}]' or entry.series is not null then
        ids := private.take_series_changes(
          take_entries.organization_id, entry.gathering_id, entry.uid, entry.content, entry.series, wanted, entry.place = any (theirs), reason
        );
        entry.gathering_id := coalesce(ids[1], entry.gathering_id);
      elsif private.take_changes(take_entries.organization_id, entry.gathering_id, entry.content, wanted) then
        ids := array[entry.gathering_id];
      else
        ids := '{}';
      end if;
      if cardinality(ids) > 0 then
        done := jsonb_set(done, '{changed}', (done -> 'changed') || (
          select coalesce(jsonb_agg(m.id), '[]') from unnest(ids) as m(id)
          where not done -> 'made' ? m.id::text and not done -> 'changed' ? m.id::text
        ));
      end if;
    end if;
    perform private.remember_entry(
      take_entries.organization_id, entry.uid, entry.recurrence_id, source, entry.gathering_id, entry.content,
      entry.state = 'new' or 'repeats' = any (wanted)
    );
  end loop;
  ids := private.make_single(take_entries.organization_id, take_entries.draft_id, source, fresh);
  return jsonb_set(done, '{made}', (done -> 'made') || to_jsonb(ids));
end $$;
comment on function private.take_entries(uuid, uuid, uuid, boolean, integer[], integer[], text, jsonb) is
  'Imports the entries of a draft that were taken: those that stand for themselves, or those that change one date of a series. Adds what it did.';

create function private.remember_entry(
  organization_id uuid, uid text, recurrence_id text, source uuid, gathering_id uuid, content jsonb, is_as_there boolean
) returns void
language plpgsql set search_path = '' as $$
declare
  series uuid;
  became jsonb := remember_entry.content;
begin
  if remember_entry.recurrence_id = '' then
    select g.series_id into series from public.gatherings g
    where g.organization_id = remember_entry.organization_id and g.id = remember_entry.gathering_id
      and (remember_entry.content ? 'repeats' or exists (
        select from public.imported_events i
        where i.organization_id = g.organization_id and i.uid = remember_entry.uid and i.series_id = g.series_id
      ));
  else
    update public.gatherings g set singled_out = true
    where g.organization_id = remember_entry.organization_id and g.id = remember_entry.gathering_id
      and g.series_id is not null and g.id <> all (private.singled_out(remember_entry.organization_id));
  end if;
  if is_as_there and series is not null then
    became := became || jsonb_build_object('kept', private.kept_series(series));
  end if;
  insert into public.imported_events as i (organization_id, uid, recurrence_id, source_id, gathering_id, series_id, content)
  values (
    remember_entry.organization_id, remember_entry.uid, remember_entry.recurrence_id, source,
    case when series is null then remember_entry.gathering_id end, series, became
  )
  on conflict on constraint imported_events_once do update set
    source_id = excluded.source_id, gathering_id = excluded.gathering_id, series_id = excluded.series_id,
    content = case when is_as_there or not i.content ? 'kept' then excluded.content
      else excluded.content || jsonb_build_object('kept', i.content -> 'kept') end;
end $$;
comment on function private.remember_entry(uuid, text, text, uuid, uuid, jsonb, boolean) is
  'Keeps what an entry said and what it became; of a series also how it is kept here, by which a change of it here is known.';

create function private.take_gone(organization_id uuid, draft_id uuid, gone uuid[], reason text, done jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  one record;
  before_now timestamp;
begin
  for one in
    select o.* from private.gone_from_import(take_gone.organization_id, take_gone.draft_id) o
    where o.id = any (gone) order by o.id
  loop
    if one.series_id is not null then
      before_now := now() at time zone (private.whole_series(one.series_id)).time_zone;
      perform private.call_off(take_gone.organization_id, one.dates, reason);
      perform private.end_series(one.series_id, before_now, private.ended_rule(one.series_id, before_now));
    elsif one.is_deleted then
      perform private.delete_unseen(take_gone.organization_id, one.id);
    else
      update public.gatherings g set state = 'cancelled', cancellation_reason = reason
      where g.organization_id = take_gone.organization_id and g.id = one.id;
    end if;
    done := jsonb_set(done, '{cancelled}', (done -> 'cancelled') || (
      select coalesce(jsonb_agg(g.id), '[]') from public.gatherings g
      where g.organization_id = take_gone.organization_id and g.id = any (one.dates)
    ));
    done := jsonb_set(done, '{deleted}', to_jsonb((done ->> 'deleted')::integer + (
      select count(*) from unnest(one.dates) as d(id) where not exists (select from public.gatherings g where g.id = d.id)
    )));
  end loop;
  return done;
end $$;
comment on function private.take_gone(uuid, uuid, uuid[], text, jsonb) is
  'Of what is gone from a calendar, cancels or deletes what was chosen. Adds what it did.';

create function private.remember_source(organization_id uuid, source jsonb) returns uuid
language plpgsql set search_path = '' as $$
declare
  known uuid := private.source_of(remember_source.organization_id, remember_source.source);
begin
  if known is null then
    insert into public.import_sources as s (organization_id, kind, name, url) values (
      remember_source.organization_id, (source ->> 'kind')::public.import_kind,
      private.tidy_line(left(source ->> 'name', 120), 'name', 120, true), coalesce(source ->> 'url', '')
    ) returning s.id into known;
  else
    update public.import_sources s set last_imported_at = now()
    where s.organization_id = remember_source.organization_id and s.id = known;
  end if;
  return known;
end $$;
comment on function private.remember_source(uuid, jsonb) is 'The calendar an import comes from, remembered from now on.';

create function private.take_changes(organization_id uuid, gathering_id uuid, content jsonb, fields text[]) returns boolean
language plpgsql set search_path = '' as $$
declare
  at constant jsonb := content -> 'when';
begin
  if fields && array['title', 'description', 'when'] then
    update public.gatherings g set
      title = case when 'title' = any (fields) then g.title || (content -> 'title') else g.title end,
      description = case when 'description' = any (fields) then
        case when content -> 'description' = '{}' then '{}' else g.description || (content -> 'description') end
        else g.description end,
      starts_local = case when 'when' = any (fields) then (at ->> 'starts_local')::timestamp else g.starts_local end,
      ends_local = case when 'when' = any (fields) then (at ->> 'ends_local')::timestamp else g.ends_local end,
      time_zone = case when 'when' = any (fields) then at ->> 'time_zone' else g.time_zone end,
      starts_fold = case when 'when' = any (fields) then (at ->> 'starts_fold')::smallint else g.starts_fold end,
      ends_fold = case when 'when' = any (fields) then (at ->> 'ends_fold')::smallint else g.ends_fold end
    where g.organization_id = take_changes.organization_id and g.id = take_changes.gathering_id;
  end if;
  if fields && array['address', 'online_url'] then
    -- Where everyone sees them they come only by the choice of whoever imports, which is the decision to publish.
    perform set_config('hamkke.published', take_changes.gathering_id::text, true);
    update public.gathering_details d set
      address = case when 'address' = any (fields) then content ->> 'address' else d.address end,
      online_url = case when 'online_url' = any (fields) then content ->> 'online_url' else d.online_url end
    where d.organization_id = take_changes.organization_id and d.gathering_id = take_changes.gathering_id;
    if not found then
      insert into public.gathering_details (organization_id, gathering_id, address, online_url)
      values (take_changes.organization_id, take_changes.gathering_id, content ->> 'address', content ->> 'online_url');
    end if;
  end if;
  return cardinality(fields) > 0;
end $$;
comment on function private.take_changes(uuid, uuid, jsonb, text[]) is
  'Writes the named fields of an entry over those of the gathering it became.';

create function private.delete_unseen(organization_id uuid, gathering_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(delete_unseen.organization_id, 'gatherings.write');
  delete from public.gatherings g
  where g.organization_id = delete_unseen.organization_id and g.id = delete_unseen.gathering_id
    and g.state = 'draft' and g.shared_at is null
    and exists (
      select from public.imported_events i where i.organization_id = g.organization_id and i.gathering_id = g.id
    );
end $$;
comment on function private.delete_unseen(uuid, uuid) is
  'Deletes a gathering that was imported, is still a draft, and that nobody but its owner''s people has ever seen.';

create function private.told_result(done jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_object_agg(k.name, case when k.name = 'deleted' then done -> k.name else (
      select jsonb_build_object('count', count(*), 'first', coalesce((
        jsonb_agg(g.id order by g.starts_at, g.id) -> 0
      ), 'null'), 'on', min(g.starts_local)::date)
      from jsonb_array_elements_text(done -> k.name) as m(id)
      join public.gatherings g on g.id = m.id::uuid
    ) end)
    from jsonb_object_keys(done) as k(name)
  );
end $$;
comment on function private.told_result(jsonb) is 'How many gatherings an import made, changed and cancelled, with the first of each to go to; and how many it deleted.';

grant execute on function
  public.import_events(uuid, uuid, integer[], integer[], uuid[], text), private.remember_source(uuid, jsonb),
  private.take_entries(uuid, uuid, uuid, boolean, integer[], integer[], text, jsonb),
  private.remember_entry(uuid, text, text, uuid, uuid, jsonb, boolean), private.take_gone(uuid, uuid, uuid[], text, jsonb),
  private.take_changes(uuid, uuid, jsonb, text[]),
  private.delete_unseen(uuid, uuid), private.told_result(jsonb)
  to authenticated;

-- ── sealed: import-comparison.sql

-- What a calendar that was read would change here. Compared anew whenever it is shown or imported, with the reader's own
-- rights: what an entry said when it was last imported, what it says now, and what stands here.

create view private.importable_gatherings with (security_invoker = true) as
select
  g.organization_id, g.id as gathering_id, g.series_id, g.recurrence_local, g.ends_at,
  coalesce(d.audience = 'everyone', false) as is_public,
  jsonb_build_object(
    'title', g.title, 'description', g.description,
    'when', jsonb_build_object(
      'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
      'starts_fold', g.starts_fold, 'ends_fold', g.ends_fold
    ),
    'address', coalesce(d.address, ''), 'online_url', coalesce(d.online_url, '')
  ) as ours
from public.gatherings g
left join public.gathering_details d on d.organization_id = g.organization_id and d.gathering_id = g.id;
comment on view private.importable_gatherings is 'Gatherings as an entry of a calendar kept elsewhere would say them.';
grant select on private.importable_gatherings to authenticated;

create view private.imported_gatherings with (security_invoker = true) as
select
  i.organization_id, i.uid, i.recurrence_id, i.content as base, g.gathering_id, g.series_id, g.ends_at, g.is_public, g.ours
from (
  select e.organization_id, e.uid, e.recurrence_id, e.content, e.gathering_id as became
  from public.imported_events e where e.gathering_id is not null
  union all
  -- Of a series all of its dates, but those that an entry of their own speaks of.
  select e.organization_id, e.uid, e.recurrence_id, e.content, o.id
  from public.imported_events e
  join public.gatherings o on o.organization_id = e.organization_id and o.series_id = e.series_id
  where not exists (
    select from public.imported_events c where c.organization_id = o.organization_id and c.gathering_id = o.id
  )
) i
join private.importable_gatherings g on g.organization_id = i.organization_id and g.gathering_id = i.became;
comment on view private.imported_gatherings is
  'Gatherings that came from a calendar kept elsewhere, as its entries would say them now, beside what they said when imported.';
grant select on private.imported_gatherings to authenticated;

create function private.in_languages(texts jsonb, languages jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(t.tag, t.item), '{}') from jsonb_each(texts) as t(tag, item) where languages ? t.tag
$$;
comment on function private.in_languages(jsonb, jsonb) is 'Of a text in several languages those that another one has too.';

create function private.repetition_in(said jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(nullif(said -> 'repeats', 'null'), (said -> 'when') - array['starts_fold', 'ends_fold'])
$$;
comment on function private.repetition_in(jsonb) is 'How something repeats, or when it is where it does not.';

create function private.differing(base jsonb, theirs jsonb, ours jsonb, is_public boolean) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'name', f.name, 'ours', f.ours, 'theirs', f.theirs,
    'conflict', f.ours <> f.left_as or (is_public and f.name in ('address', 'online_url'))
  ) order by f.place) filter (where f.theirs <> f.base and f.theirs <> f.ours), '[]')
  from (
    select k.name, k.place,
      case k.name when 'repeats' then private.repetition_in(base) else base -> k.name end as base,
      case k.name when 'repeats' then coalesce(base -> 'kept', private.repetition_in(base)) else base -> k.name end as left_as,
      case k.name when 'repeats' then private.repetition_in(theirs) else theirs -> k.name end as theirs,
      case
        -- A translation that was added here is nobody else's business.
        when k.name in ('title', 'description')
        then private.in_languages(ours -> k.name, (base -> k.name) || (theirs -> k.name))
        when k.name = 'repeats' then private.repetition_in(ours)
        else ours -> k.name
      end as ours
    from unnest(array[
      'title', case when base ? 'repeats' or theirs ? 'repeats' then 'repeats' else 'when' end, 'address', 'online_url', 'description'
    ]) with ordinality as k(name, place)
  ) f
$$;
comment on function private.differing(jsonb, jsonb, jsonb, boolean) is
  'The fields an entry has changed since it was last imported and that stand here otherwise. One that was changed here as well is a conflict; so is an address that everyone can see, since publishing another one is a decision.';

create function private.standing_of(organization_id uuid, uid text, recurrence_id text)
returns table (gathering_id uuid, series_id uuid, base jsonb, ours jsonb, is_public boolean)
language plpgsql stable set search_path = '' as $$
declare
  known record;
  is_own boolean;
  candidate uuid;
begin
  -- By its key first: most entries of a large calendar are new, and cost no more than to see that.
  select i.gathering_id, i.series_id, i.content into known from public.imported_events i
  where i.organization_id = standing_of.organization_id and i.uid = standing_of.uid and i.recurrence_id = standing_of.recurrence_id;
  is_own := found;
  if not is_own and standing_of.recurrence_id <> '' then
    select i.gathering_id, i.series_id, i.content into known from public.imported_events i
    where i.organization_id = standing_of.organization_id and i.uid = standing_of.uid and i.recurrence_id = '';
  end if;
  if not found then
    return;
  end if;
  candidate := known.gathering_id;
  if known.series_id is not null then
    select g.id into candidate from public.gatherings g
    where g.organization_id = standing_of.organization_id and g.series_id = known.series_id
      and (is_own or to_char(g.recurrence_local, 'YYYY-MM-DD"T"HH24:MI:SS') = standing_of.recurrence_id)
      and not exists (
        select from public.imported_events c where c.organization_id = g.organization_id and c.gathering_id = g.id
      )
    order by g.ends_at <= now(), g.id = any (private.singled_out(standing_of.organization_id)), g.state = 'cancelled', g.starts_at
    limit 1;
  elsif not is_own then
    return;
  end if;
  return query
    select g.gathering_id, g.series_id,
      case when is_own then known.content else private.base_of_one_date(known.content, g.recurrence_local) end,
      g.ours || case when standing_of.recurrence_id = ''
        then jsonb_build_object('repeats', private.kept_series(g.series_id)) else '{}' end,
      g.is_public
    from private.importable_gatherings g
    where g.organization_id = standing_of.organization_id and g.gathering_id = candidate;
end $$;
comment on function private.standing_of(uuid, text, text) is
  'What an entry became here: a gathering, or of a series its first date to come that nobody changed alone. What changes one date for the first time changes the date that the series has made.';

create function private.base_of_one_date(base jsonb, recurrence timestamp) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return base - array['repeats', 'kept'] || jsonb_build_object('when', (
    select jsonb_build_object(
      'starts_local', o.starts_local, 'ends_local', o.ends_local, 'time_zone', base #>> '{repeats,time_zone}',
      'starts_fold', o.starts_fold, 'ends_fold', o.ends_fold
    )
    from private.occurrences_of(
      array[recurrence], (base #>> '{repeats,ends_local}')::timestamp - (base #>> '{repeats,starts_local}')::timestamp,
      base #>> '{repeats,time_zone}'
    ) o
  ));
end $$;
comment on function private.base_of_one_date(jsonb, timestamp) is 'What an entry that repeats says of one of its dates.';

create function private.kept_series(series_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  whole constant public.gathering_series := private.whole_series(kept_series.series_id);
begin
  return case when whole.id is not null then jsonb_build_object(
    'rule', whole.rule, 'starts_local', whole.starts_local, 'ends_local', whole.ends_local, 'time_zone', whole.time_zone,
    'excepted', whole.excepted, 'added', whole.added
  ) end;
end $$;
comment on function private.kept_series(uuid) is 'How a series is kept here; null for anything else.';

create function private.compare_import(organization_id uuid, draft_id uuid, of_one_date boolean default null)
returns table (place integer, state text, gathering_id uuid, fields jsonb)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select e.place,
      case when i.gathering_id is null then 'new' when d.fields = '[]' then 'unchanged' else 'changed' end,
      i.gathering_id, d.fields
    from public.import_entries e
    left join lateral private.standing_of(e.organization_id, e.uid, e.recurrence_id) i on true
    cross join lateral (
      select case when i.gathering_id is null then '[]' else private.differing(i.base, e.content, i.ours, i.is_public) end as fields
    ) d
    where e.organization_id = compare_import.organization_id and e.draft_id = compare_import.draft_id
      and e.content is not null
      and (compare_import.of_one_date is null or (e.recurrence_id <> '') = compare_import.of_one_date);
end $$;
comment on function private.compare_import(uuid, uuid, boolean) is
  'For each entry of a draft that can be imported, or of those alone that change one date of a series, or of the others: new, changed in which fields, or unchanged.';

create function private.source_of(organization_id uuid, source jsonb) returns uuid
language plpgsql stable set search_path = '' as $$
begin
  return (
    select s.id from public.import_sources s
    where s.organization_id = source_of.organization_id and s.kind::text = source ->> 'kind'
      and case s.kind when 'address' then s.url = source ->> 'url' else s.name = source ->> 'name' end
    limit 1
  );
end $$;
comment on function private.source_of(uuid, jsonb) is 'The calendar that was imported from before, by its address or, of a file, by its name.';

create function private.gone_from_import(organization_id uuid, draft_id uuid)
returns table (id uuid, series_id uuid, first uuid, dates uuid[], is_deleted boolean)
language plpgsql stable set search_path = '' as $$
declare
  source constant uuid := private.source_of(gone_from_import.organization_id, (
    select d.source from public.import_drafts d
    where d.organization_id = gone_from_import.organization_id and d.id = gone_from_import.draft_id
  ));
begin
  return query
    select coalesce(i.series_id, g.id), i.series_id, (array_agg(g.id order by g.starts_at, g.id))[1],
      array_agg(g.id order by g.starts_at, g.id),
      bool_and(case when i.series_id is null then g.state = 'draft' else g.state = 'draft' or g.shared_at is null end)
    from public.imported_events i
    join public.gatherings g
      on g.organization_id = i.organization_id and (g.id = i.gathering_id or g.series_id = i.series_id)
    left join public.import_entries e
      on e.organization_id = i.organization_id and e.draft_id = gone_from_import.draft_id
      and e.uid = i.uid and e.recurrence_id = i.recurrence_id
    where i.organization_id = gone_from_import.organization_id
      -- One date of a series goes with it, or by a date that it leaves out.
      and (i.recurrence_id = '' or g.series_id is null)
      and g.state <> 'cancelled' and g.ends_at > now()
      and ((e.uid is null and i.source_id = source) or e.reason = 'cancelled_there')
      and (g.state = 'scheduled' or g.shared_at is null)
    group by i.series_id, coalesce(i.series_id, g.id);
end $$;
comment on function private.gone_from_import(uuid, uuid) is
  'Gatherings to come whose entries are gone from the calendar they came from, or are cancelled there, a series as one; and whether removing it deletes all of it, as nobody else has ever seen any.';

create function public.read_import(organization_id uuid, draft_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  draft public.import_drafts;
  entries jsonb;
  unchanged integer;
begin
  perform private.require_writer(read_import.organization_id, 'gatherings.write');
  select d.* into draft from public.import_drafts d
  where d.organization_id = read_import.organization_id and d.id = read_import.draft_id;
  if not found then
    perform private.refuse('import_over', 404);
  end if;
  select
    coalesce(jsonb_agg(jsonb_build_object(
      'place', c.place, 'line', e.line, 'state', c.state, 'gathering_id', c.gathering_id, 'title', e.content -> 'title',
      'when', e.content -> 'when', 'address', e.content -> 'address', 'remarks', e.remarks,
      'fields', c.fields, 'instead_of', nullif(e.recurrence_id, ''),
      'series', case when e.series is not null then jsonb_build_object(
        'rule', e.series -> 'rule', 'excepted', e.series -> 'excepted', 'added', e.series -> 'added',
        'dates', jsonb_array_length(e.series -> 'occurrences'), 'goes_on', e.series -> 'finished' = 'false',
        'first', e.series #> '{occurrences,0}', 'last', e.series #> '{occurrences,-1}'
      ) end,
      'is_seen', c.fields @> '[{"name": "repeats"}]' and exists (
        select from public.gatherings p
        join public.gatherings g on g.organization_id = p.organization_id and g.series_id = p.series_id
        where p.organization_id = draft.organization_id and p.id = c.gathering_id
          and g.state = 'scheduled' and g.shared_at is not null and g.ends_at > now()
      )
    ) order by e.content #>> '{when,starts_local}', c.place) filter (where c.state <> 'unchanged'), '[]'),
    count(*) filter (where c.state = 'unchanged')
  into entries, unchanged
  from private.compare_import(draft.organization_id, draft.id) c
  join public.import_entries e
    on e.organization_id = draft.organization_id and e.draft_id = draft.id and e.place = c.place;
  return jsonb_build_object(
    'id', draft.id, 'result', draft.result,
    -- The address itself stays here.
    'source', (draft.source - 'url') || jsonb_build_object('host', substring(draft.source ->> 'url' from '^https://([^/:?#]+)')),
    'entries', entries, 'unchanged', unchanged,
    'gone', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', o.id, 'title', g.title, 'is_deleted', o.is_deleted, 'dates', cardinality(o.dates), 'when', jsonb_build_object(
          'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone
        )
      ) order by g.starts_at, g.id), '[]')
      from private.gone_from_import(draft.organization_id, draft.id) o
      join public.gatherings g on g.organization_id = draft.organization_id and g.id = o.first
    ),
    'set_aside', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'line', e.line, 'title', e.title, 'reason', e.reason, 'terms', e.terms
      ) order by e.line, e.place), '[]')
      from public.import_entries e
      where e.organization_id = draft.organization_id and e.draft_id = draft.id and e.reason is not null
    )
  );
end $$;
comment on function public.read_import(uuid, uuid) is
  'The preview of a calendar that was read: what is new, changed, gone, unchanged and set aside, compared with what stands here now; or what importing it did.';

grant execute on function
  public.read_import(uuid, uuid), private.differing(jsonb, jsonb, jsonb, boolean), private.in_languages(jsonb, jsonb),
  private.repetition_in(jsonb), private.standing_of(uuid, text, text), private.kept_series(uuid),
  private.base_of_one_date(jsonb, timestamp),
  private.compare_import(uuid, uuid, boolean), private.source_of(uuid, jsonb), private.gone_from_import(uuid, uuid)
  to authenticated;

-- ── sealed: import-series.sql

-- What repeats in a calendar kept elsewhere: on which wall times its moments fall, and how it becomes a series here.

create function public.wall_times(organization_id uuid, zone text, moments jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  own constant text := coalesce(wall_times.zone, (
    select o.time_zone from public.organizations o where o.id = wall_times.organization_id
  ));
begin
  perform private.require_writer(wall_times.organization_id, 'gatherings.write');
  if jsonb_typeof(moments) is distinct from 'array' or jsonb_array_length(moments) > 20000 then
    perform private.refuse('not_understood', 422);
  end if;
  return (
    select coalesce(jsonb_agg(private.wall_time_of(m.item, own) order by m.place), '[]')
    from jsonb_array_elements(moments) with ordinality as m(item, place)
  );
end $$;
comment on function public.wall_times(uuid, text, jsonb) is
  'On which wall times moments of a calendar fall: each as private.imported_instant takes it, with the zone it is asked "of", the calendar''s own where that is null. Null for one that cannot be told.';

create function private.wall_time_of(moment jsonb, zone text) returns text
language plpgsql stable set search_path = '' as $$
begin
  return to_char(
    private.imported_instant(moment, zone, 'starts') at time zone coalesce(moment ->> 'of', zone), 'YYYY-MM-DD"T"HH24:MI:SS'
  );
exception when others then
  return null;
end $$;
comment on function private.wall_time_of(jsonb, text) is 'On which wall time of its zone a moment falls; null where that cannot be told.';

create function private.imported_repetition(entry jsonb, at jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  repeats constant jsonb := entry -> 'repeats';
  starts constant timestamp := private.read_wall_time(repeats ->> 'starts_local', 'starts');
  lasting constant interval := (at ->> 'ends_local')::timestamp - (at ->> 'starts_local')::timestamp;
  walls constant timestamp[] := private.read_walls(entry #> '{series,occurrences}', 'repeats', 800);
begin
  if not exists (select from private.occurrences_of(walls, lasting, at ->> 'time_zone')) then
    perform private.refuse('no_occurrences', 422, 'repeats');
  end if;
  return jsonb_build_object(
    'rule', repeats ->> 'rule', 'starts_local', starts, 'ends_local', starts + lasting, 'time_zone', at ->> 'time_zone',
    'excepted', private.read_walls(repeats -> 'excepted', 'repeats', 2000), 'added', private.read_walls(repeats -> 'added', 'repeats', 1001)
  );
end $$;
comment on function private.imported_repetition(jsonb, jsonb) is
  'How an entry repeats, all of it, as it is compared when it is read again; each date lasts as long on the clock as the first. Refuses one of whose dates none is on any clock.';

create function private.make_single(organization_id uuid, draft_id uuid, source uuid, places integer[]) returns uuid[]
language plpgsql set search_path = '' as $$
declare
  -- Under which submission each is made, and what was made under it.
  submissions constant jsonb := (select jsonb_object_agg(p.place, gen_random_uuid()) from unnest(places) as p(place));
  made jsonb;
begin
  with put_up as (
    insert into public.gatherings as g (
      organization_id, submission_id, title, description, starts_local, ends_local, time_zone, starts_fold, ends_fold, state, audience
    )
    select e.organization_id, (submissions ->> e.place::text)::uuid, e.content -> 'title', e.content -> 'description',
      w.starts_local, w.ends_local, w.time_zone, w.starts_fold, w.ends_fold, 'draft', 'owner'
    from public.import_entries e
    cross join lateral jsonb_to_record(e.content -> 'when') as w(
      starts_local timestamp, ends_local timestamp, time_zone text, starts_fold smallint, ends_fold smallint
    )
    where e.organization_id = make_single.organization_id and e.draft_id = make_single.draft_id and e.place = any (places)
    returning g.id, g.submission_id
  )
  select jsonb_object_agg(p.submission_id, p.id) into made from put_up p;
  insert into public.gathering_details (organization_id, gathering_id, address, online_url)
  select e.organization_id, (made ->> (submissions ->> e.place::text))::uuid, e.content ->> 'address', e.content ->> 'online_url'
  from public.import_entries e
  where e.organization_id = make_single.organization_id and e.draft_id = make_single.draft_id and e.place = any (places)
    and (e.content ->> 'address' <> '' or e.content ->> 'online_url' <> '');
  insert into public.imported_events (organization_id, uid, recurrence_id, source_id, gathering_id, content)
  select e.organization_id, e.uid, e.recurrence_id, source, (made ->> (submissions ->> e.place::text))::uuid, e.content
  from public.import_entries e
  where e.organization_id = make_single.organization_id and e.draft_id = make_single.draft_id and e.place = any (places);
  return array(select (made ->> (submissions ->> p.place::text))::uuid from unnest(places) as p(place) order by p.place);
end $$;
comment on function private.make_single(uuid, uuid, uuid, integer[]) is
  'A draft for its owner alone for each of these entries of an import, none of which repeats, all at once: a calendar holds thousands.';

create function private.make_imported(organization_id uuid, content jsonb, series jsonb) returns uuid[]
language plpgsql set search_path = '' as $$
declare
  card public.gatherings;
  at constant jsonb := content -> 'when';
  walls timestamp[];
  lasting interval;
  made uuid;
begin
  card.organization_id := make_imported.organization_id;
  card.starts_local := at ->> 'starts_local';
  card.ends_local := at ->> 'ends_local';
  card.starts_fold := at ->> 'starts_fold';
  card.ends_fold := at ->> 'ends_fold';
  card.time_zone := at ->> 'time_zone';
  if series is not null then
    walls := private.read_walls(series -> 'occurrences', 'repeats', 800);
    lasting := card.ends_local - card.starts_local;
    card.series_id := private.begin_series(private.read_series(series, card), card, walls);
    select o.starts_local, o.starts_fold, o.ends_local, o.ends_fold
    into card.starts_local, card.starts_fold, card.ends_local, card.ends_fold
    from private.occurrences_of(walls, lasting, card.time_zone) o order by o.starts_local limit 1;
    card.recurrence_local := card.starts_local;
  end if;

  insert into public.gatherings as g (
    organization_id, title, description, starts_local, ends_local, time_zone, starts_fold, ends_fold, state, audience,
    series_id, recurrence_local
  ) values (
    card.organization_id, content -> 'title', content -> 'description', card.starts_local, card.ends_local, card.time_zone,
    card.starts_fold, card.ends_fold, 'draft', 'owner', card.series_id, card.recurrence_local
  ) returning g.id into made;
  if content ->> 'address' <> '' or content ->> 'online_url' <> '' then
    insert into public.gathering_details (organization_id, gathering_id, address, online_url)
    values (card.organization_id, made, content ->> 'address', content ->> 'online_url');
  end if;
  if series is null then
    return array[made];
  end if;
  perform private.copy_occurrences(made, card.organization_id, card.series_id, array_remove(walls, card.starts_local), lasting);
  return array(
    select g.id from public.gatherings g
    where g.organization_id = card.organization_id and g.series_id = card.series_id order by g.starts_at
  );
end $$;
comment on function private.make_imported(uuid, jsonb, jsonb) is
  'A draft for its owner alone, or for each date of what repeats one: whatever the calendar it comes from shows to whom, nothing is shared by importing it.';

create function private.take_series_changes(
  organization_id uuid, gathering_id uuid, uid text, content jsonb, series jsonb, fields text[], is_theirs boolean, reason text
) returns uuid[]
language plpgsql set search_path = '' as $$
declare
  base constant jsonb := (
    select i.content from public.imported_events i
    where i.organization_id = take_series_changes.organization_id and i.uid = take_series_changes.uid and i.recurrence_id = ''
  );
  apart constant uuid[] := private.singled_out(take_series_changes.organization_id);
  one record;
  changed uuid[] := '{}';
begin
  -- First what is said, of every date to come that nobody changed alone: those that are made anew are made like them.
  for one in
    select v.gathering_id, v.gathering_id = any (apart) as singled_out, private.differing(v.base, take_series_changes.content, v.ours, v.is_public) as fields
    from private.imported_gatherings v
    where v.organization_id = take_series_changes.organization_id and v.uid = take_series_changes.uid and v.recurrence_id = ''
      and (v.series_id is null or v.ends_at > now())
    order by v.gathering_id
  loop
    if private.take_changes(take_series_changes.organization_id, one.gathering_id, take_series_changes.content, array(
      select f.item ->> 'name' from jsonb_array_elements(one.fields) as f(item)
      where f.item ->> 'name' <> 'repeats' and (f.item -> 'conflict' = 'false' or (is_theirs and not one.singled_out))
    )) then
      changed := changed || one.gathering_id;
    end if;
  end loop;
  if 'repeats' = any (fields) then
    return private.lay_imported(
      take_series_changes.organization_id, take_series_changes.gathering_id, base, take_series_changes.content, series, reason
    );
  end if;
  return array(select c.id from unnest(changed) as c(id) order by c.id <> take_series_changes.gathering_id);
end $$;
comment on function private.take_series_changes(uuid, uuid, text, jsonb, jsonb, text[], boolean, text) is
  'Writes what an entry has changed over each date of its series to come, as over a gathering of its own, and lays the series out anew where it repeats otherwise. Answers what it changed, the one that the entry stands for first.';

create function private.lay_imported(
  organization_id uuid, gathering_id uuid, base jsonb, content jsonb, series jsonb, reason text
) returns uuid[]
language plpgsql set search_path = '' as $$
declare
  at constant jsonb := content -> 'when';
  zone constant text := at ->> 'time_zone';
  lasting constant interval := (at ->> 'ends_local')::timestamp - (at ->> 'starts_local')::timestamp;
  planned constant jsonb := coalesce(series, jsonb_build_object(
    'rule', '', 'occurrences', jsonb_build_array(at -> 'starts_local'), 'expanded_until', at -> 'starts_local', 'finished', true
  ));
  walls constant timestamp[] := private.read_walls(planned -> 'occurrences', 'repeats', 800);
  moved integer := (content #>> '{repeats,starts_local}')::date - (base #>> '{repeats,starts_local}')::date;
  before public.gatherings := private.occurrence(lay_imported.gathering_id);
  targets uuid[];
  kept record;
begin
  if before.ends_at <= now() then
    return private.make_imported(lay_imported.organization_id, content, series);
  end if;
  if moved is null or abs(moved) > 6 then
    moved := 0;
  end if;
  targets := array(
    select g.id from public.gatherings g
    where g.organization_id = lay_imported.organization_id and g.series_id = before.series_id and g.ends_at > now()
    order by g.id for no key update
  );
  -- What takes place on the same day, or on the day to which the whole was moved, goes on; most of them decide.
  select g.id, o.* into kept
  from private.occurrences_of(walls, lasting, zone) o
  cross join (select distinct d.days from unnest(array[0, moved]) as d(days)) d
  join public.gatherings g
    on g.organization_id = lay_imported.organization_id and g.id = any (targets || before.id)
    and coalesce(g.recurrence_local, g.starts_local)::date + d.days = o.starts_local::date
  order by count(*) over (partition by d.days) desc, d.days <> 0, g.id = any (private.singled_out(lay_imported.organization_id)), g.state = 'cancelled', o.starts_local limit 1;
  if kept.id is null then
    select before.id, o.* into kept from private.occurrences_of(walls, lasting, zone) o order by o.starts_local limit 1;
  end if;
  before := private.occurrence(kept.id);
  before.starts_local := coalesce(before.recurrence_local, before.starts_local);
  update public.gatherings g set
    starts_local = kept.starts_local, starts_fold = kept.starts_fold, ends_local = kept.ends_local, ends_fold = kept.ends_fold,
    time_zone = zone
  where g.organization_id = lay_imported.organization_id and g.id = kept.id;
  perform private.lay_again(
    private.occurrence(kept.id), before, array_remove(targets, kept.id), planned || jsonb_build_object(
      'from', to_char(now() at time zone before.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS'),
      'before', private.ended_rule(before.series_id, now() at time zone before.time_zone), 'reason', reason
    )
  );
  return array(
    select g.id from public.gatherings g
    where g.organization_id = lay_imported.organization_id
      and (g.id = kept.id or g.series_id = (private.occurrence(kept.id)).series_id)
    order by g.id <> kept.id
  );
end $$;
comment on function private.lay_imported(uuid, uuid, jsonb, jsonb, jsonb, text) is
  'Lays what a gathering is one of out anew, as an entry says: dates that are still named go on with all that is theirs, others are called off, new ones are made like the rest. What is over stays as it was. Answers what there is then, the one that goes on first.';

create function private.ended_rule(series_id uuid, ends_before timestamp) returns text
language plpgsql stable set search_path = '' as $$
declare
  whole constant public.gathering_series := private.whole_series(ended_rule.series_id);
begin
  return case when whole.rule = '' then '' else regexp_replace(
    regexp_replace(whole.rule, ';(COUNT|UNTIL)=[^;]*', '', 'g'), '^(FREQ=[A-Z]+)',
    '\1;UNTIL=' || to_char(ends_before, 'YYYYMMDD"T"HH24MISS')
  ) end;
end $$;
comment on function private.ended_rule(uuid, timestamp) is 'The rule of a series that ends before a wall time.';

grant execute on function
  public.wall_times(uuid, text, jsonb), private.wall_time_of(jsonb, text), private.imported_repetition(jsonb, jsonb),
  private.make_single(uuid, uuid, uuid, integer[]), private.make_imported(uuid, jsonb, jsonb),
  private.take_series_changes(uuid, uuid, text, jsonb, jsonb, text[], boolean, text),
  private.lay_imported(uuid, uuid, jsonb, jsonb, jsonb, text), private.ended_rule(uuid, timestamp)
  to authenticated;

-- ── sealed: imports.sql

-- Calendars kept elsewhere: who may read and import them, and how what was read becomes a preview. All of it is for those
-- who write an organization's gatherings: an address of a private calendar opens it to whoever holds it.

grant select (id, organization_id, kind, name, url, last_imported_at) on public.import_sources to authenticated;
create policy import_sources_select_editor on public.import_sources
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant insert (organization_id, kind, name, url) on public.import_sources to authenticated;
create policy import_sources_insert_editor on public.import_sources
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant update (last_imported_at) on public.import_sources to authenticated;
create policy import_sources_update_editor on public.import_sources
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant delete on public.import_sources to authenticated;
create policy import_sources_delete_editor on public.import_sources
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant select (organization_id, uid, recurrence_id, source_id, gathering_id, series_id, content)
  on public.imported_events to authenticated;
create policy imported_events_select_editor on public.imported_events
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant insert (organization_id, uid, recurrence_id, source_id, gathering_id, series_id, content)
  on public.imported_events to authenticated;
create policy imported_events_insert_editor on public.imported_events
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant update (source_id, gathering_id, series_id, content) on public.imported_events to authenticated;
create policy imported_events_update_editor on public.imported_events
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant select (organization_id, id, source, result, created_at) on public.import_drafts to authenticated;
create policy import_drafts_select_editor on public.import_drafts
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant insert (organization_id, source) on public.import_drafts to authenticated;
create policy import_drafts_insert_editor on public.import_drafts
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant update (result) on public.import_drafts to authenticated;
create policy import_drafts_update_editor on public.import_drafts
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant delete on public.import_drafts to authenticated;
create policy import_drafts_delete_editor on public.import_drafts
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant select (organization_id, draft_id, place, line, uid, recurrence_id, title, content, series, remarks, reason, terms)
  on public.import_entries to authenticated;
create policy import_entries_select_editor on public.import_entries
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant insert (organization_id, draft_id, place, line, uid, recurrence_id, title, content, series, remarks, reason, terms)
  on public.import_entries to authenticated;
create policy import_entries_insert_editor on public.import_entries
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant delete on public.import_entries to authenticated;
create policy import_entries_delete_editor on public.import_entries
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

create function public.begin_import(organization_id uuid, source_id uuid default null) returns jsonb
language plpgsql set search_path = '' as $$
declare
  address text;
begin
  perform private.require_writer(begin_import.organization_id, 'gatherings.write');
  if begin_import.source_id is not null then
    select s.url into address from public.import_sources s
    where s.organization_id = begin_import.organization_id and s.id = begin_import.source_id and s.kind = 'address';
    if not found then
      perform private.refuse('not_found', 404);
    end if;
  end if;
  perform private.take_import_try(begin_import.organization_id);
  return jsonb_build_object('url', address);
end $$;
comment on function public.begin_import(uuid, uuid) is
  'Counts that a calendar is about to be read, and tells the address of one that is remembered. Refuses whoever has read too many within the hour.';

create function public.forget_calendar(organization_id uuid, source_id uuid) returns void
language plpgsql set search_path = '' as $$
declare
  address text;
begin
  perform private.require_writer(forget_calendar.organization_id, 'gatherings.write');
  delete from public.import_sources s
  where s.organization_id = forget_calendar.organization_id and s.id = forget_calendar.source_id and s.kind = 'address'
  returning s.url into address;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  delete from public.import_drafts d
  where d.organization_id = forget_calendar.organization_id and d.source ->> 'url' = address;
end $$;
comment on function public.forget_calendar(uuid, uuid) is
  'Forgets the address of a calendar, and whatever was read from it and waits. What was imported stays.';

create function private.take_import_try(organization_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  until timestamptz;
begin
  perform private.require_writer(take_import_try.organization_id, 'gatherings.write');
  until := private.take_my_try('import');
  if until is not null then
    perform private.refuse('held_back', 429, null, jsonb_build_object('minutes', private.minutes_until(until)));
  end if;
end $$;
comment on function private.take_import_try(uuid) is 'Takes one of the caller''s own tries to read a calendar, or refuses and says in how many minutes there is one again.';

create function private.imported_instant(spec jsonb, zone text, field text) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  wall constant timestamp := private.read_wall_time(rtrim(coalesce(spec ->> 'at', spec ->> 'wall'), 'Z'), field);
  of constant text := case when spec ? 'at' then 'UTC' else coalesce(spec ->> 'zone', zone) end;
  instants timestamptz[];
begin
  if wall is null then
    perform private.refuse('required', 422, field);
  elsif wall < '2000-01-02' or wall >= '2099-12-31' then
    perform private.refuse('out_of_range', 422, field);
  elsif not exists (select from core.time_zones z where z.name = of) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  end if;
  instants := private.instants_of(wall, of);
  -- RFC 5545, 3.3.5: of two the earlier; a time that the clocks skip as if they had not been moved yet.
  return coalesce(instants[1], (wall at time zone 'UTC')
    - ((((wall at time zone 'UTC') - interval '24 hours') at time zone of) - (wall - interval '24 hours')));
end $$;
comment on function private.imported_instant(jsonb, text, text) is
  'The instant that a calendar program means: {"at": instant}, or {"wall": time, "zone": name or null for the calendar''s own}.';

create function private.imported_when(entry jsonb, calendar_zone text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  zone constant text := coalesce(entry ->> 'zone', calendar_zone);
  starts constant timestamptz := date_trunc('minute', private.imported_instant(entry -> 'starts', zone, 'starts'));
  ends timestamptz;
begin
  if not exists (select from core.time_zones z where z.name = zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  elsif entry ? 'ends' then
    ends := private.imported_instant(entry -> 'ends', zone, 'ends');
  elsif (entry #>> '{lasting,days}')::integer = 0 then
    ends := starts + make_interval(secs => (entry #>> '{lasting,seconds}')::integer);
  else
    -- Days on the clock, hours exactly (RFC 5545, 3.3.6).
    ends := private.imported_instant(jsonb_build_object(
      'wall', to_char((starts at time zone zone) + make_interval(days => (entry #>> '{lasting,days}')::integer), 'YYYY-MM-DD"T"HH24:MI:SS')
    ), zone, 'ends') + make_interval(secs => (entry #>> '{lasting,seconds}')::integer);
  end if;
  ends := date_trunc('minute', ends);
  if ends <= starts then
    perform private.refuse('ends_before_it_starts', 422, 'ends');
  elsif (ends at time zone zone) - (starts at time zone zone) > interval '31 days' then
    perform private.refuse('too_long_lasting', 422, 'ends');
  end if;
  return jsonb_build_object(
    'starts_local', starts at time zone zone, 'ends_local', ends at time zone zone, 'time_zone', zone,
    'starts_fold', private.fold_of(starts, zone), 'ends_fold', private.fold_of(ends, zone)
  );
end $$;
comment on function private.imported_when(jsonb, text) is
  'When an entry is, as a gathering keeps it: {"starts"} and {"ends"} or {"lasting": {"days", "seconds"}}, in its zone or the calendar''s.';

create function private.fold_of(instant timestamptz, zone text) returns smallint
language plpgsql immutable set search_path = '' as $$
declare
  instants constant timestamptz[] := private.instants_of(instant at time zone zone, zone);
begin
  return case when cardinality(instants) = 2 then array_position(instants, instant) - 1 end;
end $$;
comment on function private.fold_of(timestamptz, text) is 'Which of a repeated hour an instant is in (0 the earlier, 1 the later); null in every other hour.';

create function private.imported_content(entry jsonb, calendar_zone text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'title', private.tidy_texts(entry -> 'title', 'title', 120, true),
    'description', private.tidy_texts(entry -> 'description', 'description', 4000, false, true),
    'when', private.imported_when(entry, calendar_zone),
    'address', private.tidy_paragraph(entry ->> 'address', 'address', 300),
    'online_url', private.tidy_line(entry ->> 'online_url', 'online_url', 500)
  );
end $$;
comment on function private.imported_content(jsonb, text) is 'An entry as a gathering would say it; refuses what no gathering can say.';

create function public.draft_import(organization_id uuid, source jsonb, entries jsonb, draft_id uuid default null) returns jsonb
language plpgsql set search_path = '' as $$
declare
  zone text;
  entry jsonb;
  failure text;
  terms jsonb;
begin
  perform private.require_writer(draft_import.organization_id, 'gatherings.write');
  if jsonb_typeof(draft_import.source) is distinct from 'object' or jsonb_typeof(entries) is distinct from 'array' then
    perform private.refuse('not_understood', 422);
  end if;
  if draft_import.draft_id is null then
    insert into public.import_drafts as d (organization_id, source)
    values (draft_import.organization_id, draft_import.source)
    returning d.id into draft_id;
  elsif not exists (
    select from public.import_drafts d
    where d.organization_id = draft_import.organization_id and d.id = draft_import.draft_id and d.result is null
  ) then
    perform private.refuse('import_over', 404);
  end if;
  -- Those of today that nobody imports are not kept in any number.
  delete from public.import_drafts d where d.organization_id = draft_import.organization_id and d.id in (
    select o.id from public.import_drafts o where o.organization_id = draft_import.organization_id
    order by o.created_at desc offset 20
  );
  select coalesce(draft_import.source ->> 'zone', o.time_zone) into zone
  from public.organizations o where o.id = draft_import.organization_id;

  for entry in select e.item from jsonb_array_elements(entries) as e(item) loop
    failure := entry ->> 'reason';
    terms := coalesce(entry -> 'terms', '{}');
    if failure is null then
      begin
        perform private.add_entry(draft_import.organization_id, draft_import.draft_id, entry, zone);
      exception when others then
        if sqlstate !~ '^PT' then
          raise;
        end if;
        get stacked diagnostics failure = message_text, terms = pg_exception_detail;
      end;
    end if;
    if failure is not null then
      insert into public.import_entries (organization_id, draft_id, place, line, uid, recurrence_id, title, reason, terms)
      values (
        draft_import.organization_id, draft_import.draft_id, (entry ->> 'place')::integer, (entry ->> 'line')::integer,
        coalesce(entry ->> 'uid', ''), private.recurrence_of(entry, zone), private.told_title(entry), failure, terms
      );
    end if;
  end loop;
  return jsonb_build_object('id', draft_import.draft_id);
end $$;
comment on function public.draft_import(uuid, jsonb, jsonb, uuid) is
  'Keeps a calendar that was read for its preview, entry by entry; what no gathering can say is set aside with the reason. Called again with the draft it answered, it adds more entries. Nothing is imported yet.';

create function private.add_entry(organization_id uuid, draft_id uuid, entry jsonb, zone text) returns void
language plpgsql set search_path = '' as $$
declare
  said jsonb := private.imported_content(entry, zone);
begin
  if jsonb_typeof(entry -> 'repeats') = 'object' then
    said := said || jsonb_build_object('repeats', private.imported_repetition(entry, said -> 'when'));
  end if;
  insert into public.import_entries (
    organization_id, draft_id, place, line, uid, recurrence_id, title, content, series, remarks
  ) values (
    add_entry.organization_id, add_entry.draft_id, (entry ->> 'place')::integer, (entry ->> 'line')::integer,
    entry ->> 'uid', private.recurrence_of(entry, zone), private.told_title(entry),
    said, case when said ? 'repeats' then entry -> 'series' end,
    array(select r.remark from jsonb_array_elements_text(coalesce(entry -> 'remarks', '[]')) as r(remark))
  );
end $$;
comment on function private.add_entry(uuid, uuid, jsonb, text) is 'Adds one entry that was read to a draft.';

create function private.told_title(entry jsonb) returns text
language sql stable set search_path = '' as $$
  select left(coalesce((select t.text from jsonb_each_text(
    case when jsonb_typeof(entry -> 'title') = 'object' then entry -> 'title' else '{}' end
  ) as t(tag, text) limit 1), ''), 200)
$$;
comment on function private.told_title(jsonb) is 'What an entry that was set aside is called.';

create function private.recurrence_of(entry jsonb, calendar_zone text) returns text
language plpgsql stable set search_path = '' as $$
begin
  if coalesce(jsonb_typeof(entry -> 'recurrence'), 'null') = 'null' then
    return '';
  end if;
  return to_char(private.imported_instant(entry -> 'recurrence', calendar_zone, 'starts')
    at time zone coalesce(entry #>> '{recurrence,of}', calendar_zone), 'YYYY-MM-DD"T"HH24:MI:SS');
exception when others then
  return left(coalesce(entry #>> '{recurrence,at}', entry #>> '{recurrence,wall}'), 40);
end $$;
comment on function private.recurrence_of(jsonb, text) is 'Which occurrence an entry speaks of, as a wall time of what repeats; empty for one that speaks of itself.';

grant execute on function
  public.begin_import(uuid, uuid), public.forget_calendar(uuid, uuid), public.draft_import(uuid, jsonb, jsonb, uuid), private.take_import_try(uuid),
  private.imported_instant(jsonb, text, text), private.imported_when(jsonb, text), private.fold_of(timestamptz, text),
  private.imported_content(jsonb, text), private.add_entry(uuid, uuid, jsonb, text), private.told_title(jsonb),
  private.recurrence_of(jsonb, text)
  to authenticated;

-- ── sealed: invitations.sql

-- Who invites whom, and how an invited person comes in. The link's token is told once, to the admin who makes it.

grant select (organization_id, id, email, role, invited_by, created_at, expires_at, accepted_at, withdrawn_at)
  on public.invitations to authenticated;
create policy invitations_select_admin on public.invitations
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('members.write'))::uuid[]));

-- No insert, update or delete: the commands below know the token, and nobody else may set it.

create function private.read_email(email text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  address constant text := lower(btrim(coalesce(email, ''), E' \t\r\n'));
begin
  if address = '' then
    perform private.refuse('required', 422, 'email');
  elsif char_length(address) > 254
    or address !~ '^[a-z0-9.!#$%&''*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$'
    or address ~ '(^\.|\.\.|\.@)'
  then
    perform private.refuse('email_not_valid', 422, 'email');
  end if;
  return address;
end $$;
comment on function private.read_email(text) is
  'A typed address in small letters, without blanks around it; refuses what is none (RFC 5322 dot-atom at a host name, 254 characters at most).';

create function private.new_token() returns text
language sql volatile set search_path = '' as $$
  select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')
$$;
comment on function private.new_token() is 'A secret for a link: 244 random bits.';

create function private.open_invitation(token text) returns public.invitations
language plpgsql stable security definer set search_path = '' as $$
declare
  found_ public.invitations;
begin
  select i.* into found_ from public.invitations i
  where private.token_hash(token) in (i.token_hash, i.mailed_token_hash)
    and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now();
  return found_;
end $$;
comment on function private.open_invitation(text) is 'The invitation a link opens; a row of nulls when it opens none. Not for the API.';

create function private.mail_invitation(invitation public.invitations) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_letter(invitation.email);
  update public.messages m set state = 'left_out', ended_at = now(), address = null
  where m.organization_id = invitation.organization_id and m.about = invitation.id and m.state = 'waiting';
  insert into public.messages (kind, organization_id, address, about)
  values ('invitation', invitation.organization_id, invitation.email, invitation.id);
end $$;
comment on function private.mail_invitation(public.invitations) is
  'Queues the mail of an invitation, with a link of its own that is made when it is sent; it takes the place of an earlier one. Not for the API.';

create function private.made_link(invitation public.invitations, token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object(
    'id', invitation.id, 'email', invitation.email, 'token', token, 'expires_at', invitation.expires_at,
    'mailed', private.mail_leaves() <> 'none'
  );
end $$;
comment on function private.made_link(public.invitations, text) is
  'What an admin is told of a link just made, and whether another one goes out by mail. Not for the API.';

create function private.invite_member(organization_id uuid, email text, role public.member_role) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  address text;
  token constant text := private.new_token();
  until timestamptz;
  made public.invitations;
begin
  perform private.require_writer(invite_member.organization_id, 'members.write');
  if invite_member.role is null then
    perform private.refuse('choose_one', 422, 'role');
  end if;
  until := private.take_my_try('invitation');
  if until is not null then
    perform private.refuse('held_back', 429, null, jsonb_build_object('minutes', private.minutes_until(until)));
  end if;
  address := private.read_email(invite_member.email);
  if exists (
    select from public.memberships m join auth.users u on u.id = m.person_id
    where m.organization_id = invite_member.organization_id and lower(u.email) = address
  ) then
    perform private.refuse('already_member', 409, 'email');
  elsif (
    select count(*) from public.invitations i
    where i.organization_id = invite_member.organization_id and i.accepted_at is null and i.withdrawn_at is null
  ) >= 200 then
    perform private.refuse('too_many_invitations', 409);
  end if;

  update public.invitations i set withdrawn_at = now()
  where i.organization_id = invite_member.organization_id and i.email = address
    and i.accepted_at is null and i.withdrawn_at is null and i.expires_at <= now();
  insert into public.invitations (organization_id, email, role, token_hash, invited_by, expires_at)
  values (
    invite_member.organization_id, address, invite_member.role, private.token_hash(token), private.my_person(),
    now() + interval '7 days'
  )
  on conflict do nothing
  returning * into made;
  if made.id is null then
    perform private.refuse('invitation_open', 409, 'email');
  end if;
  perform private.mail_invitation(made);
  return private.made_link(made, token);
end $$;
comment on function private.invite_member(uuid, text, public.member_role) is 'See public.invite_member.';
grant execute on function private.invite_member(uuid, text, public.member_role) to authenticated;

create function public.invite_member(organization_id uuid, email text, role public.member_role) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.invite_member(invite_member.organization_id, invite_member.email, invite_member.role);
end $$;
comment on function public.invite_member(uuid, text, public.member_role) is
  'Invites an address into a role, for admins. Answers with the token of the single-use link, which is stored nowhere. The address is also sent a link by mail. Refuses already_member, invitation_open, email_not_valid, too_many_invitations, and held_back after 100 a day.';

create function private.renew_invitation(organization_id uuid, invitation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  token constant text := private.new_token();
  until timestamptz;
  renewed public.invitations;
begin
  perform private.require_writer(renew_invitation.organization_id, 'members.write');
  until := private.take_my_try('invitation');
  if until is not null then
    perform private.refuse('held_back', 429, null, jsonb_build_object('minutes', private.minutes_until(until)));
  end if;
  update public.invitations i
  set token_hash = private.token_hash(token), mailed_token_hash = null, expires_at = now() + interval '7 days', invited_by = private.my_person()
  where i.organization_id = renew_invitation.organization_id and i.id = invitation_id
    and i.accepted_at is null and i.withdrawn_at is null
  returning i.* into renewed;
  if renewed.id is null then
    perform private.refuse('invitation_gone', 409);
  end if;
  perform private.mail_invitation(renewed);
  return private.made_link(renewed, token);
end $$;
comment on function private.renew_invitation(uuid, uuid) is 'See public.renew_invitation.';
grant execute on function private.renew_invitation(uuid, uuid) to authenticated;

create function public.renew_invitation(organization_id uuid, invitation_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.renew_invitation(renew_invitation.organization_id, renew_invitation.invitation_id);
end $$;
comment on function public.renew_invitation(uuid, uuid) is
  'A new link for an open invitation, for admins; the old ones are dead. Refuses invitation_gone, held_back.';

create function private.withdraw_invitation(organization_id uuid, invitation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  withdrawn uuid;
begin
  perform private.require_writer(withdraw_invitation.organization_id, 'members.write');
  update public.invitations i set withdrawn_at = now()
  where i.organization_id = withdraw_invitation.organization_id and i.id = invitation_id
    and i.accepted_at is null and i.withdrawn_at is null
  returning i.id into withdrawn;
  if withdrawn is null then
    perform private.refuse('invitation_gone', 409);
  end if;
  return jsonb_build_object('id', withdrawn);
end $$;
comment on function private.withdraw_invitation(uuid, uuid) is 'See public.withdraw_invitation.';
grant execute on function private.withdraw_invitation(uuid, uuid) to authenticated;

create function public.withdraw_invitation(organization_id uuid, invitation_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.withdraw_invitation(withdraw_invitation.organization_id, withdraw_invitation.invitation_id);
end $$;
comment on function public.withdraw_invitation(uuid, uuid) is 'Closes an open invitation, for admins; its link is dead. Refuses invitation_gone.';

create function private.read_invitation(token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  invitation constant public.invitations := private.open_invitation(token);
begin
  return (
    select jsonb_build_object(
      'role', invitation.role, 'expires_at', invitation.expires_at,
      'organization', jsonb_build_object(
        'slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name, 'korean_name', o.korean_name,
        'color', o.color, 'time_zone', o.time_zone
      ),
      'is_mine', exists (select from auth.users u where u.id = private.my_person() and lower(u.email) = invitation.email)
    )
    from public.organizations o where o.id = invitation.organization_id
  );
end $$;
comment on function private.read_invitation(text) is 'See public.read_invitation.';
grant execute on function private.read_invitation(text) to anon, authenticated;

create function public.read_invitation(token text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.read_invitation(read_invitation.token);
end $$;
comment on function public.read_invitation(text) is
  'What the holder of an open link may know: the organization, the role, until when, and whether it is for the caller''s own address. Never the address: a link may have been forwarded. Null for a link that opens nothing.';

create function private.sign_up_is_open(token text, email text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.is_open_first_link(token)
    or coalesce((private.open_invitation(token)).email = lower(sign_up_is_open.email), false);
end $$;
comment on function private.sign_up_is_open(text, text) is 'See public.sign_up_is_open.';
grant execute on function private.sign_up_is_open(text, text) to anon, authenticated;

create function public.sign_up_is_open(token text, email text) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return coalesce(private.sign_up_is_open(sign_up_is_open.token, sign_up_is_open.email), false);
end $$;
comment on function public.sign_up_is_open(text, text) is
  'Whether a link may make an account of this address: asked before the sign-up service looks whether the address has one.';

create function private.accept_invitation(token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := private.my_person();
  invitation public.invitations;
begin
  select i.* into invitation from public.invitations i
  where private.token_hash(token) in (i.token_hash, i.mailed_token_hash)
    and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()
  for update;
  if not found or me is null then
    perform private.refuse('link_not_valid', 409);
  elsif not exists (select from auth.users u where u.id = me and lower(u.email) = invitation.email) then
    perform private.refuse('invitation_other_address', 403);
  elsif exists (select from public.people p where p.id = me and p.address_proven_at is null) then
    perform private.refuse('address_not_proven', 403);
  end if;
  insert into public.memberships (organization_id, person_id, role)
  values (invitation.organization_id, me, invitation.role)
  on conflict on constraint memberships_one_per_organization do nothing;
  update public.invitations i set accepted_at = now(), accepted_by = me
  where i.organization_id = invitation.organization_id and i.id = invitation.id;
  return (select jsonb_build_object('slug', o.slug) from public.organizations o where o.id = invitation.organization_id);
end $$;
comment on function private.accept_invitation(text) is 'See public.accept_invitation.';
grant execute on function private.accept_invitation(text) to authenticated;

create function public.accept_invitation(token text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.accept_invitation(accept_invitation.token);
end $$;
comment on function public.accept_invitation(text) is
  'Joins the organization that invited the caller''s own address. Somebody who is in it already keeps their role. Refuses link_not_valid, invitation_other_address, and address_not_proven to an account that came by a link handed over and never used a mailed one: somebody else may have made it.';

grant execute on function
  public.invite_member(uuid, text, public.member_role), public.renew_invitation(uuid, uuid),
  public.withdraw_invitation(uuid, uuid), public.accept_invitation(text)
  to authenticated;
grant execute on function public.read_invitation(text), public.sign_up_is_open(text, text) to anon, authenticated;

create function private.withdraw_invitations_of() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.invitations i set withdrawn_at = now()
  where i.organization_id = old.organization_id and i.invited_by = old.person_id
    and i.accepted_at is null and i.withdrawn_at is null;
  return null;
end $$;
comment on function private.withdraw_invitations_of() is
  'Who is no admin any more lets nobody in: the invitations they made close with their power.';
create trigger memberships_withdraw_invitations_on_delete after delete on public.memberships
  for each row when (old.role = 'admin') execute function private.withdraw_invitations_of();
create trigger memberships_withdraw_invitations_on_update after update of role on public.memberships
  for each row when (old.role = 'admin' and new.role <> 'admin') execute function private.withdraw_invitations_of();

create function private.withdraw_invitations_of_account() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.invitations i set withdrawn_at = now()
  where i.invited_by = old.id and i.accepted_at is null and i.withdrawn_at is null;
  return old;
end $$;
comment on function private.withdraw_invitations_of_account() is
  'The same when an account goes, before the invitations forget who made them.';
create trigger people_withdraw_invitations before delete on public.people
  for each row execute function private.withdraw_invitations_of_account();

-- ── sealed: item-cards.sql

-- How an action item appears in lists. After gathering-pages.sql, whose labels of organizations it uses.

create view private.item_cards with (security_invoker = true) as
select
  i.id, i.organization_id, i.coalition_id, i.audience, i.due_at, i.due_local, i.closed_at,
  jsonb_build_object(
    'id', i.id, 'title', i.title, 'due_local', i.due_local, 'time_zone', i.time_zone, 'due_at', i.due_at,
    'closed', i.closed_at is not null, 'late', i.closed_at is null and i.due_at < now(), 'audience', i.audience,
    'about_registration', i.about_registration,
    'organization', o.label
  ) as card
from public.action_items i
join private.organization_labels o on o.id = i.organization_id;
comment on view private.item_cards is 'An action item as lists and calendars show it, with the columns they choose and sort by.';
grant select on private.item_cards to authenticated;

-- ── sealed: letter-asks.sql

-- What waits for whoever signs for an organization: on its first page, and in the one letter a day about what is done
-- together (action-mail.sql).

create function private.signatures_asked(organizations uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  signing constant uuid[] := array(select o.id from unnest(organizations) as o(id) where private.may_sign(o.id));
begin
  if cardinality(signing) = 0 then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', l.id, 'title', v.title, 'due_local', l.due_local, 'due_at', l.due_at, 'time_zone', l.time_zone, 'late', l.due_at < now(),
      'lead', jsonb_build_object('display_name', l.lead_english, 'short_name', l.lead_english, 'korean_name', l.lead_korean),
      'organization', o.label
    ) order by l.due_at, l.id, o.slug), '[]')
    from (select distinct d.organization_id, d.letter_id from public.letter_deeds d where d.deed = 'asked') asked
    join private.organization_labels o on o.id = asked.organization_id
    join public.letters l on l.id = asked.letter_id and l.closed_at is null and l.audience <> 'owner'
    join public.letter_versions v on v.organization_id = l.organization_id and v.letter_id = l.id and v.text_hash = l.text_hash
    left join private.coalition_sides() side on side.letter_id = l.id
    where asked.organization_id = any (signing)
      and (l.organization_id = asked.organization_id or private.takes_part(asked.organization_id, side.coalition_id))
      and private.waits_for_answer(l.id, asked.organization_id) is not null
  );
end $$;
comment on function private.signatures_asked(uuid[]) is
  'The letters for which somebody of these organizations asked for a signature that the caller may give or decline. Nothing for whoever does not sign.';

create function public.read_signatures_asked() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.signatures_asked(private.my_organizations('actions.read'));
end $$;
comment on function public.read_signatures_asked() is 'The signatures that colleagues of the caller ask for and that the caller may give or decline, of all their organizations.';
grant execute on function private.signatures_asked(uuid[]), public.read_signatures_asked() to authenticated;

create function private.signature_moment_came(person uuid, since timestamptz) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from public.memberships m
    join public.letter_deeds d on d.organization_id = m.organization_id and d.deed = 'asked'
    join public.letters l on l.id = d.letter_id and l.text_hash = d.text_hash and l.closed_at is null and l.audience <> 'owner'
    where m.person_id = person and private.signs_for(person, m.organization_id)
      and not exists (
        select from public.letter_deeds later
        where later.organization_id = d.organization_id and later.letter_id = d.letter_id and later.text_hash = d.text_hash
          and later.id > d.id
      )
      -- Who has left the coalition signs no longer, nor for a lead that has.
      and (l.organization_id = m.organization_id or 2 = (
        select count(*) from public.standings s
        where s.coalition_id = l.coalition_id and s.organization_id in (l.organization_id, m.organization_id)
      ))
      and exists (
        select from (
          select d.done_at union all select * from private.item_moments(l.internal_local, l.time_zone, 'asked', d.done_at)
        ) as moment(at)
        where moment.at > since and moment.at <= now()
      )
  );
end $$;
comment on function private.signature_moment_came(uuid, timestamptz) is
  'Whether somebody is to be told that a signature waits for them: once it is asked for, and then on the days on which parts are reminded of, by the internal deadline. Not for the API.';

-- ── sealed: letter-campaigns.sql

-- Which campaign a letter serves. The tie is in no column that anybody reads: it is met with the letters and the campaigns
-- that its reader sees, so that neither tells of the other.

create function private.campaigns_for_letters(organization_id uuid)
returns table (id uuid, owner_id uuid, coalition_id uuid, name jsonb, starts_on date, runs boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  if not organization_id = any (private.my_organizations('actions.write')) then
    return;
  end if;
  return query
    select c.id, c.organization_id, c.coalition_id, c.name, c.starts_on, c.outcome is null from public.campaigns c
    join public.standings mine on mine.coalition_id = c.coalition_id and mine.organization_id = campaigns_for_letters.organization_id
    where c.organization_id = campaigns_for_letters.organization_id or c.audience in ('coalition', 'everyone')
      or (c.audience = 'named' and exists (
        select from public.campaign_shares s
        where s.organization_id = c.organization_id and s.campaign_id = c.id
          and s.recipient_id = campaigns_for_letters.organization_id
      ));
end $$;
comment on function private.campaigns_for_letters(uuid) is
  'The campaigns that letters of an organization may serve: those of its coalitions that it sees itself, not through another organization of the caller''s. None for whoever does not write for it.';
grant execute on function private.campaigns_for_letters(uuid) to authenticated;

create function private.campaign_for_letter(organization_id uuid, coalition_id uuid, campaign text)
returns table (owner_id uuid, id uuid)
language plpgsql stable set search_path = '' as $$
begin
  if campaign_for_letter.campaign is null then
    return;
  end if;
  return query
    select c.owner_id, c.id from private.campaigns_for_letters(campaign_for_letter.organization_id) c
    where c.id::text = campaign_for_letter.campaign and c.coalition_id = campaign_for_letter.coalition_id;
  if not found then
    perform private.refuse('campaign_not_there', 422, 'campaign_id');
  end if;
end $$;
comment on function private.campaign_for_letter(uuid, uuid, text) is
  'The campaign that a letter of a coalition is to serve; no row where none was chosen. One that may not be chosen is refused like one that is not there. Granted to nobody.';

create function private.tie_letter(letter_id uuid, organization_id uuid, campaign_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(tie_letter.letter_id, tie_letter.organization_id);
  owner uuid;
  campaign uuid;
begin
  select c.owner_id, c.id into owner, campaign
  from private.campaign_for_letter(letter.organization_id, letter.coalition_id, tie_letter.campaign_id::text) c;
  update public.letters l set campaign_owner_id = owner, campaign_id = campaign where l.id = letter.id;
end $$;
comment on function private.tie_letter(uuid, uuid, uuid) is 'Makes a letter serve another campaign, or none.';
grant execute on function private.tie_letter(uuid, uuid, uuid) to authenticated;

create function private.letter_ties(letter uuid, campaign uuid) returns table (letter_id uuid, campaign_id uuid)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select l.id, l.campaign_id from public.letters l
    where (l.id = letter_ties.letter or l.campaign_id = letter_ties.campaign) and l.campaign_id is not null and (
      l.organization_id = any (private.my_organizations('actions.read'))
      or l.coalition_id = any (private.my_coalitions())
      -- Beyond the coalition nobody hangs a letter on another's campaign: its lead leads the letter too, or has signed it.
      or l.organization_id = l.campaign_owner_id
      or exists (
        select from public.letter_signatures s
        where s.organization_id = l.campaign_owner_id and s.owner_id = l.organization_id and s.letter_id = l.id
          and s.text_hash = l.text_hash and (
            (l.audience = 'everyone' and (l.closed_at is not null or l.due_at <= now()))
            -- Whoever has left learns of nobody that signed after it did.
            or exists (select from private.own_signatures() own where own.letter_id = l.id and own.signed_at >= s.signed_at)
          )
      )
    );
end $$;
comment on function private.letter_ties(uuid, uuid) is
  'Which campaign a letter serves, or which letters a campaign has, hidden ones too: to be met with the letters and the campaigns that the caller sees, and shown to nobody.';

create function private.campaign_of_letter(letter_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('id', c.id, 'name', c.name)
    from private.letter_ties(campaign_of_letter.letter_id, null) t join public.campaigns c on c.id = t.campaign_id
  );
end $$;
comment on function private.campaign_of_letter(uuid) is 'The campaign that a letter serves; null where there is none, and for whoever may not see it.';

create function private.letters_of_campaign(campaign_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(f.facts || '{"internal_at": null}' order by f.due_at desc, f.id), '[]')
    from private.letter_ties(null, letters_of_campaign.campaign_id) t join private.letter_facts f on f.id = t.letter_id
  );
end $$;
comment on function private.letters_of_campaign(uuid) is 'The letters that serve a campaign, as far as the caller sees them, the latest deadline first.';
grant execute on function
  private.letter_ties(uuid, uuid), private.campaign_of_letter(uuid), private.letters_of_campaign(uuid)
  to anon, authenticated;

create function public.letter_campaigns(organization_id uuid, letter_id uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  letter jsonb;
begin
  if letter_campaigns.letter_id is not null then
    select jsonb_build_object(
      'id', f.id, 'title', f.facts -> 'title', 'closed_at', f.closed_at, 'coalition_id', side.coalition_id,
      'campaign', private.campaign_of_letter(f.id)
    ) into letter
    from private.letter_facts f join private.coalition_sides() side on side.letter_id = f.id
    where f.id = letter_campaigns.letter_id and f.organization_id = letter_campaigns.organization_id;
  end if;
  return jsonb_build_object(
    'letter', letter,
    'campaigns', (
      select coalesce(jsonb_agg(c.told order by c.starts_on desc, c.id), '[]') from (
        select k.id, k.starts_on, jsonb_build_object('id', k.id, 'name', k.name, 'coalition_id', k.coalition_id) as told
        from private.campaigns_for_letters(letter_campaigns.organization_id) k
        where (k.runs or k.id::text = letter #>> '{campaign,id}')
          and k.coalition_id = coalesce((letter ->> 'coalition_id')::uuid, k.coalition_id)
        order by k.starts_on desc, k.id limit 200
      ) c
    )
  );
end $$;
comment on function public.letter_campaigns(uuid, uuid) is
  'The running campaigns that a letter of an organization may serve, and which one a letter that it leads serves now. Nothing for whoever does not write for it.';
grant execute on function public.letter_campaigns(uuid, uuid) to authenticated;

-- ── sealed: letter-commands.sql

-- What the lead does with its letter. Every command waits at the letter, and only then looks what time it is and what the
-- text says.

create function private.hold_letter(letter_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(letter_id::text, 9));
end $$;
comment on function private.hold_letter(uuid) is 'Whoever signs, writes, moves or closes one letter does so one after the other. Granted to nobody.';

create function private.own_letter(letter_id uuid, organization_id uuid, seen text default null) returns public.letters
language plpgsql security definer set search_path = '' as $$
declare
  letter public.letters;
begin
  perform private.require_writer(own_letter.organization_id, 'actions.write');
  if not exists (
    select from public.letters l where l.id = own_letter.letter_id and l.organization_id = own_letter.organization_id
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.hold_letter(own_letter.letter_id);
  select l.* into letter from public.letters l where l.id = own_letter.letter_id;
  if letter.closed_at is not null then
    perform private.refuse('letter_is_closed', 409);
  elsif own_letter.seen is not null and own_letter.seen <> letter.text_hash then
    perform private.refuse('letter_changed_meanwhile', 409);
  end if;
  return letter;
end $$;
comment on function private.own_letter(uuid, uuid, text) is
  'A letter of the caller''s organization, held, and refused once it is closed or when its writer saw another text. Granted to nobody.';

create function private.tidy_letter(content jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  title jsonb;
  body jsonb;
  missing text;
begin
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  title := private.tidy_texts(content -> 'title', 'title', 200, true);
  body := private.tidy_texts(content -> 'body', 'body', 20000, true, true);
  select concat('body.', t.tag) into missing from jsonb_object_keys(title) as t(tag) where not body ? t.tag;
  if missing is null then
    select concat('title.', b.tag) into missing from jsonb_object_keys(body) as b(tag) where not title ? b.tag;
  end if;
  if missing is not null then
    perform private.refuse('required', 422, missing);
  end if;
  return jsonb_build_object('title', title, 'body', body);
end $$;
comment on function private.tidy_letter(jsonb) is 'Title and text of a letter, tidied: each in every language in which there is the other.';

create function private.letter_deadlines(content jsonb, letter public.letters) returns public.letters
language plpgsql stable set search_path = '' as $$
begin
  begin
    letter.due_local := content ->> 'due_local';
    letter.due_fold := content ->> 'due_fold';
    letter.internal_local := content ->> 'internal_local';
    letter.internal_fold := content ->> 'internal_fold';
  exception when data_exception then
    perform private.refuse('not_understood', 422);
  end;
  letter.time_zone := content ->> 'time_zone';
  if not exists (select from core.time_zones z where z.name = letter.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  elsif private.instant_of(letter.due_local, letter.time_zone, letter.due_fold, 'due') <= clock_timestamp() then
    perform private.refuse('deadline_is_over', 422, 'due');
  end if;
  return letter;
end $$;
comment on function private.letter_deadlines(jsonb, public.letters) is 'A letter with the deadlines that somebody typed; one that is over already is refused.';

create function private.make_letter(organization_id uuid, submission_id uuid, content jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  wanted public.letters;
  tidy jsonb;
begin
  perform private.require_writer(make_letter.organization_id, 'actions.write');
  if make_letter.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  perform pg_advisory_xact_lock(hashtextextended(make_letter.organization_id::text, 10));
  select l.* into wanted from public.letters l
  where l.organization_id = make_letter.organization_id and l.submission_id = make_letter.submission_id;
  if found then
    return wanted.id;
  end if;
  tidy := private.tidy_letter(content);
  wanted := private.letter_deadlines(content, null::public.letters);
  select c.id into wanted.coalition_id from public.coalitions c
  join public.standings s on s.coalition_id = c.id and s.organization_id = make_letter.organization_id
  where c.id::text = content ->> 'coalition_id';
  if wanted.coalition_id is null then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  elsif (select count(*) >= 200 from public.letters l where l.organization_id = make_letter.organization_id) then
    perform private.refuse('too_many', 409, 'title', jsonb_build_object('maximum', 200));
  end if;
  select c.owner_id, c.id into wanted.campaign_owner_id, wanted.campaign_id
  from private.campaign_for_letter(make_letter.organization_id, wanted.coalition_id, content ->> 'campaign_id') c;
  select o.display_name, o.korean_name into wanted.lead_english, wanted.lead_korean
  from public.organizations o where o.id = make_letter.organization_id;
  insert into public.letters as l (
    organization_id, coalition_id, campaign_owner_id, campaign_id, submission_id, lead_english, lead_korean, text_hash,
    due_local, due_fold, internal_local, internal_fold, time_zone
  ) values (
    make_letter.organization_id, wanted.coalition_id, wanted.campaign_owner_id, wanted.campaign_id, make_letter.submission_id,
    wanted.lead_english, wanted.lead_korean,
    core.letter_hash(tidy -> 'title', tidy -> 'body'),
    wanted.due_local, wanted.due_fold, wanted.internal_local, wanted.internal_fold, wanted.time_zone
  ) returning l.id into wanted.id;
  insert into public.letter_versions (organization_id, letter_id, version, title, body)
  values (make_letter.organization_id, wanted.id, 1, tidy -> 'title', tidy -> 'body');
  return wanted.id;
end $$;
comment on function private.make_letter(uuid, uuid, jsonb) is 'Begins a letter that nobody but its lead sees yet. A repeated submission answers with the first.';
grant execute on function private.make_letter(uuid, uuid, jsonb) to authenticated;

create function private.rewrite_letter(letter_id uuid, organization_id uuid, content jsonb, seen text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(rewrite_letter.letter_id, rewrite_letter.organization_id, coalesce(seen, ''));
  tidy constant jsonb := private.tidy_letter(content);
  hash constant text := core.letter_hash(tidy -> 'title', tidy -> 'body');
  latest integer;
begin
  if letter.due_at < clock_timestamp() then
    perform private.refuse('letter_is_final', 409);
  end if;
  if letter.audience = 'owner' then
    -- Once it is shown, the coalition reads every text there is; of a draft nobody has read another, unless to answer it.
    delete from public.letter_versions v
    where v.letter_id = letter.id and v.text_hash <> hash
      and not exists (select from public.letter_deeds d where d.letter_id = letter.id and d.text_hash = v.text_hash);
  end if;
  select coalesce(max(v.version), 0) into latest from public.letter_versions v where v.letter_id = letter.id;
  if latest >= 100 then
    perform private.refuse('too_many', 409, 'body', jsonb_build_object('maximum', 100));
  end if;
  insert into public.letter_versions (organization_id, letter_id, version, title, body)
  values (letter.organization_id, letter.id, latest + 1, tidy -> 'title', tidy -> 'body')
  on conflict on constraint letter_versions_one_per_text do nothing;
  update public.letters l set text_hash = hash where l.id = letter.id and l.text_hash <> hash;
  return hash;
end $$;
comment on function private.rewrite_letter(uuid, uuid, jsonb, text) is
  'Gives a letter another text, over the one its writer saw. From then on only signatures of that text count. What a draft said before is gone.';
grant execute on function private.rewrite_letter(uuid, uuid, jsonb, text) to authenticated;

create function private.move_letter(letter_id uuid, organization_id uuid, content jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(move_letter.letter_id, move_letter.organization_id);
  wanted public.letters;
begin
  if letter.due_at < clock_timestamp() then
    perform private.refuse('letter_is_final', 409);
  end if;
  wanted := private.letter_deadlines(content, letter);
  update public.letters l set due_local = wanted.due_local, due_fold = wanted.due_fold, internal_local = wanted.internal_local,
    internal_fold = wanted.internal_fold, time_zone = wanted.time_zone
  where l.id = letter.id;
end $$;
comment on function private.move_letter(uuid, uuid, jsonb) is 'Gives a letter other deadlines, as long as the first has not passed.';
grant execute on function private.move_letter(uuid, uuid, jsonb) to authenticated;

create function private.show_letter(letter_id uuid, organization_id uuid, audience text, signatory_order text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(show_letter.letter_id, show_letter.organization_id);
begin
  if show_letter.audience is null or show_letter.audience not in ('owner', 'coalition', 'everyone') then
    perform private.refuse('choose_one', 422, 'audience');
  elsif show_letter.signatory_order is null or show_letter.signatory_order not in ('alphabetical', 'by_signing') then
    perform private.refuse('choose_one', 422, 'signatory_order');
  elsif show_letter.audience <> letter.audience::text then
    if letter.due_at < clock_timestamp() then
      perform private.refuse('letter_is_final', 409, 'audience');
    elsif exists (select from public.letter_signatures s where s.letter_id = letter.id)
      or exists (select from public.letter_others o where o.letter_id = letter.id)
    then
      -- They signed for those readers, and no others.
      perform private.refuse('letter_is_signed', 409, 'audience');
    end if;
  end if;
  update public.letters l
  set audience = show_letter.audience::public.audience, signatory_order = show_letter.signatory_order
  where l.id = letter.id;
end $$;
comment on function private.show_letter(uuid, uuid, text, text) is
  'Says who reads a letter, which stands once somebody has signed, and in which order the signatories do.';
grant execute on function private.show_letter(uuid, uuid, text, text) to authenticated;

create function private.close_letter(letter_id uuid, organization_id uuid, seen text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(close_letter.letter_id, close_letter.organization_id, coalesce(seen, ''));
begin
  if letter.audience = 'owner' then
    perform private.refuse('letter_is_a_draft', 409);
  end if;
  update public.letters l set closed_at = clock_timestamp() where l.id = letter.id;
end $$;
comment on function private.close_letter(uuid, uuid, text) is 'Closes a letter for good: nobody signs it any more, nobody takes a signature back, and nothing in it changes.';
grant execute on function private.close_letter(uuid, uuid, text) to authenticated;

create function private.remove_letter(letter_id uuid, organization_id uuid, seen text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(remove_letter.letter_id, remove_letter.organization_id, coalesce(seen, ''));
begin
  -- One that is a draft again has no signature of any text (private.show_letter).
  if letter.audience <> 'owner' then
    perform private.refuse('letter_is_no_draft', 409);
  end if;
  delete from public.letters l where l.id = letter.id;
end $$;
comment on function private.remove_letter(uuid, uuid, text) is
  'Removes a draft with all its texts, as its writer saw it. A letter that the coalition sees is closed instead.';
grant execute on function private.remove_letter(uuid, uuid, text) to authenticated;

-- ── sealed: letter-others.sql

-- Organizations without an account that signed on paper or by mail, as the lead enters them. Names are compared folded, so
-- that an organization counts once under whichever of its names it comes.

create function private.name_key(name text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  plain constant text := lower(normalize(coalesce(name, ''), nfkc));
begin
  return regexp_replace(
    regexp_replace(plain, '^the\s+|[\s,]+(inc|incorporated|llc)\.?\s*$', '', 'g'), '[\s[:punct:]\u115f\u1160\u2800]', '', 'g'
  );
end $$;
comment on function private.name_key(text) is 'A name without case, space, Hangul fillers, punctuation, "The" and "Inc.": two spellings of one name have one key. Granted to nobody.';

create function private.name_keys(variadic names text[]) returns text[]
language plpgsql immutable set search_path = '' as $$
begin
  return array(
    select distinct k.key from (select private.name_key(n.name) as key from unnest(names) as n(name)) k where k.key <> '' order by k.key
  );
end $$;
comment on function private.name_keys(text[]) is 'The keys of several names. Granted to nobody.';

create function private.organization_keys(organization_id uuid) returns text[]
language plpgsql stable set search_path = '' as $$
begin
  return (
    select private.name_keys(variadic array[o.legal_name, o.display_name, o.short_name, o.korean_name] || o.aliases)
    from public.organizations o where o.id = organization_keys.organization_id
  );
end $$;
comment on function private.organization_keys(uuid) is 'The keys of all names of an organization: legal, shown, short, Korean, former. Granted to nobody.';

create function private.enter_signatory(letter_id uuid, organization_id uuid, seen text, content jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(enter_signatory.letter_id, enter_signatory.organization_id, coalesce(seen, ''));
  english constant text := private.tidy_line(content ->> 'english_name', 'english_name', 120, true);
  korean constant text := private.tidy_line(content ->> 'korean_name', 'korean_name', 120);
  keys constant text[] := private.name_keys(english, korean);
  fellow text;
  made uuid;
begin
  if letter.audience = 'owner' then
    perform private.refuse('letter_is_a_draft', 409);
  elsif cardinality(keys) = 0 then
    perform private.refuse('required', 422, 'english_name');
  elsif letter.due_at < clock_timestamp() and content ->> 'late' is distinct from 'true' then
    perform private.refuse('letter_deadline_passed', 409, 'late');
  end if;
  select s.english_name into fellow from public.letter_signatures s
  where s.owner_id = letter.organization_id and s.letter_id = letter.id and s.name_keys && keys
  union all
  select o.english_name from public.letter_others o
  where o.organization_id = letter.organization_id and o.letter_id = letter.id and o.name_keys && keys
  limit 1;
  if fellow is not null then
    perform private.refuse('signatory_stands_there', 409, 'english_name', jsonb_build_object('name', fellow));
  end if;
  -- Of the caller's fellows alone: of others nobody learns by trying names.
  select o.display_name into fellow from public.organizations o
  where o.id = any (private.my_fellow_organizations()) and private.organization_keys(o.id) && keys
  limit 1;
  if fellow is not null then
    perform private.refuse('signatory_signs_itself', 409, 'english_name', jsonb_build_object('name', fellow));
  elsif (select count(*) >= 500 from public.letter_others o where o.letter_id = letter.id) then
    perform private.refuse('too_many', 409, 'english_name', jsonb_build_object('maximum', 500));
  end if;
  insert into public.letter_others as o (organization_id, letter_id, text_hash, english_name, korean_name, name_keys)
  values (letter.organization_id, letter.id, letter.text_hash, english, nullif(korean, ''), keys)
  returning o.id into made;
  return made;
end $$;
comment on function private.enter_signatory(uuid, uuid, text, jsonb) is
  'Enters an organization without an account that signed this text, unless it stands there under another name or can sign for itself.';
grant execute on function private.enter_signatory(uuid, uuid, text, jsonb) to authenticated;

create function private.confirm_signatory(signatory_id uuid, letter_id uuid, organization_id uuid, seen text, late boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(confirm_signatory.letter_id, confirm_signatory.organization_id, coalesce(seen, ''));
begin
  if not exists (
    select from public.letter_others o where o.id = confirm_signatory.signatory_id and o.letter_id = letter.id
  ) then
    perform private.refuse('not_found', 404);
  elsif letter.due_at < clock_timestamp() and not coalesce(confirm_signatory.late, false) then
    perform private.refuse('letter_deadline_passed', 409, 'late');
  end if;
  update public.letter_others o set text_hash = letter.text_hash, signed_at = clock_timestamp()
  where o.id = confirm_signatory.signatory_id and o.letter_id = letter.id and o.text_hash <> letter.text_hash;
end $$;
comment on function private.confirm_signatory(uuid, uuid, uuid, text, boolean) is 'Says that an organization without an account has confirmed the changed text.';
grant execute on function private.confirm_signatory(uuid, uuid, uuid, text, boolean) to authenticated;

create function private.remove_signatory(signatory_id uuid, letter_id uuid, organization_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.own_letter(remove_signatory.letter_id, remove_signatory.organization_id);
begin
  if letter.due_at < clock_timestamp() and exists (
    select from public.letter_others o
    where o.id = remove_signatory.signatory_id and o.letter_id = letter.id and o.text_hash = letter.text_hash and not o.late
  ) then
    perform private.refuse('letter_is_final', 409);
  end if;
  delete from public.letter_others o where o.id = remove_signatory.signatory_id and o.letter_id = letter.id;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
end $$;
comment on function private.remove_signatory(uuid, uuid, uuid) is 'Takes an organization off that the lead had entered; from the deadline on only a late one.';
grant execute on function private.remove_signatory(uuid, uuid, uuid) to authenticated;

-- ── sealed: letter-pages.sql

-- What pages ask about letters. Everything here acts with the caller's own rights.

create view private.letter_facts with (security_invoker = true) as
select
  l.id, l.organization_id, l.text_hash, l.due_at, l.closed_at,
  jsonb_build_object(
    'id', l.id, 'title', v.title, 'version', v.version, 'written_at', v.written_at, 'hash', l.text_hash,
    'audience', l.audience, 'order', l.signatory_order,
    'lead', jsonb_build_object('display_name', l.lead_english, 'korean_name', l.lead_korean),
    'due_local', l.due_local, 'due_fold', l.due_fold, 'due_at', l.due_at, 'time_zone', l.time_zone,
    'closed_at', l.closed_at, 'is_over', l.due_at < now(), 'is_final', l.closed_at is not null or l.due_at < now(),
    'signed', (
      select count(*) filter (where not all_of.late) from (
        select s.late from public.letter_signatures s
        where s.owner_id = l.organization_id and s.letter_id = l.id and s.text_hash = l.text_hash
        union all
        select o.late from public.letter_others o
        where o.organization_id = l.organization_id and o.letter_id = l.id and o.text_hash = l.text_hash
      ) all_of
    )
  ) as facts
from public.letters l
join public.letter_versions v on v.organization_id = l.organization_id and v.letter_id = l.id and v.text_hash = l.text_hash;
comment on view private.letter_facts is 'A letter with its present title, as everybody who may read it knows it.';
grant select on private.letter_facts to anon, authenticated;

create view private.letter_signatories with (security_invoker = true) as
select s.owner_id as organization_id, s.letter_id, s.text_hash, s.english_name, s.korean_name, s.signed_at, s.late,
  s.organization_id as signer_id, null::uuid as other_id
from public.letter_signatures s
union all
select o.organization_id, o.letter_id, o.text_hash, o.english_name, o.korean_name, o.signed_at, o.late, null::uuid, o.id
from public.letter_others o;
comment on view private.letter_signatories is 'Who signed which text of a letter, with an account or without.';
grant select on private.letter_signatories to anon, authenticated;

create function private.letter_names(letter_id uuid, text_hash text, signatory_order text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'english_name', s.english_name, 'korean_name', s.korean_name, 'signed_at', s.signed_at, 'late', s.late, 'other', s.other_id,
      'apart', case when s.bearers > 1 then (select o.slug from private.organization_labels o where o.id = s.signer_id) end
    ) order by s.late,
      case when not s.late and letter_names.signatory_order = 'alphabetical' then lower(s.english_name) end,
      s.signed_at, lower(s.english_name)), '[]')
    from (
      select every_one.*, count(*) over (partition by lower(every_one.english_name)) as bearers
      from private.letter_signatories every_one
      where every_one.letter_id = letter_names.letter_id and every_one.text_hash = letter_names.text_hash
    ) s
  );
end $$;
comment on function private.letter_names(uuid, text, text) is
  'The signatories of a text in the order the letter says, and after them those who came late, as they came. Two organizations with accounts that bear one name are two signatories: each is told apart by its address, for readers who may know that organization, and others read the name twice.';
grant execute on function private.letter_names(uuid, text, text) to anon, authenticated;

create function public.read_letter(letter_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  coalition jsonb;
begin
  -- Visitors have no coalition of their own.
  if current_user = 'authenticated' then
    select jsonb_build_object('id', k.id, 'slug', k.slug, 'display_name', k.display_name, 'korean_name', k.korean_name) into coalition
    from private.coalition_sides() c join public.coalitions k on k.id = c.coalition_id
    where c.letter_id = read_letter.letter_id;
  end if;
  return (
    select f.facts || jsonb_build_object(
      'body', v.body, 'signatories', private.letter_names(f.id, f.text_hash, f.facts ->> 'order'), 'coalition', coalition,
      'campaign', private.campaign_of_letter(f.id)
    )
    from private.letter_facts f
    join public.letter_versions v on v.organization_id = f.organization_id and v.letter_id = f.id and v.text_hash = f.text_hash
    where f.id = read_letter.letter_id
  );
end $$;
comment on function public.read_letter(uuid) is
  'A letter with its signatories, for whoever may read it; with its coalition for that coalition, and with the campaign it serves for those who see that. Null for anyone else.';

create function public.coalition_letters(slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'coalition', jsonb_build_object('slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name),
      'letters', (
        select coalesce(jsonb_agg(f.facts || jsonb_build_object('internal_at', side.internal_at) order by f.due_at desc, f.id), '[]')
        from private.coalition_sides() side
        join private.letter_facts f on f.id = side.letter_id
        where side.coalition_id = c.id and f.facts ->> 'audience' <> 'owner'
      )
    )
    from public.coalitions c
    where c.slug = coalition_letters.slug and c.id = any ((select private.my_coalitions())::uuid[])
  );
end $$;
comment on function public.coalition_letters(text) is 'The letters of a coalition of the caller. Null for anyone else.';

create view private.own_deeds with (security_invoker = true) as
select
  d.organization_id, d.letter_id, d.text_hash, d.deed, d.done_at,
  jsonb_build_object(
    'deed', d.deed, 'done_at', d.done_at, 'version', v.version, 'who', p.display_name
  ) as told
from public.letter_deeds d
join public.letter_versions v on v.organization_id = d.owner_id and v.letter_id = d.letter_id and v.text_hash = d.text_hash
left join public.people p on p.id = d.person_id;
comment on view private.own_deeds is
  'What was done about a signature, and who did it where the caller may know that person: whoever has left is nobody any more.';
grant select on private.own_deeds to authenticated;

create function public.organization_letters(organization_id uuid, letter_id uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_letters.organization_id = any (private.my_organizations('actions.read')) then
    return null;
  end if;
  return jsonb_build_object(
    'may_sign', private.may_sign(organization_letters.organization_id),
    'letters', (
      select coalesce(jsonb_agg(f.facts || jsonb_build_object(
        'is_lead', f.organization_id = organization_letters.organization_id,
        'internal_local', side.internal_local, 'internal_fold', side.internal_fold, 'internal_at', side.internal_at,
        'takes_part', private.takes_part(organization_letters.organization_id, side.coalition_id),
        'own_signature', mine.signature,
        'asked', private.waits_for_answer(f.id, organization_letters.organization_id)
      ) || case when organization_letters.letter_id is null then '{}' else jsonb_build_object(
        'body', v.body, 'signatories', private.letter_names(f.id, f.text_hash, f.facts ->> 'order'),
        'unconfirmed', private.unconfirmed(f.id, f.text_hash, f.organization_id, side.coalition_id),
        'campaign', private.campaign_of_letter(f.id),
        'deeds', (
          select coalesce(jsonb_agg(d.told order by d.done_at desc), '[]') from private.own_deeds d
          where d.organization_id = organization_letters.organization_id and d.letter_id = f.id
        ),
        'signed_text', (
          select jsonb_build_object('title', old.title, 'body', old.body, 'version', old.version)
          from public.letter_versions old
          where old.organization_id = f.organization_id and old.letter_id = f.id and old.text_hash = mine.signature ->> 'hash'
        ),
        'coalition', (select to_jsonb(k) from (
          select c.slug, c.display_name, c.korean_name from public.coalitions c where c.id = side.coalition_id
        ) k)
      ) end order by f.due_at desc, f.id), '[]')
      from private.letter_facts f
      join public.letter_versions v on v.organization_id = f.organization_id and v.letter_id = f.id and v.text_hash = f.text_hash
      left join private.coalition_sides() side on side.letter_id = f.id
      left join lateral (
        -- Of the present text if there is one, else the last one.
        select jsonb_build_object('hash', s.text_hash, 'signed_at', s.signed_at, 'late', s.late) as signature
        from public.letter_signatures s
        where s.organization_id = organization_letters.organization_id and s.owner_id = f.organization_id and s.letter_id = f.id
        order by s.text_hash = f.text_hash desc, s.signed_at desc limit 1
      ) mine on true
      where (organization_letters.letter_id is null or f.id = organization_letters.letter_id)
        and (
          f.organization_id = organization_letters.organization_id or mine.signature is not null
          or (f.facts ->> 'audience' <> 'owner' and private.takes_part(organization_letters.organization_id, side.coalition_id))
        )
    )
  );
end $$;
comment on function public.organization_letters(uuid, uuid) is
  'The letters an organization leads, may sign or has signed, and what its people did about its signature; or one of them, with its text. Null for an organization the caller does not belong to.';

create function private.takes_part(organization_id uuid, coalition_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from public.standings s
    where s.organization_id = takes_part.organization_id and s.coalition_id = takes_part.coalition_id
  );
end $$;
comment on function private.takes_part(uuid, uuid) is 'Whether an organization has a standing in a coalition, as far as the caller may know.';
grant execute on function private.takes_part(uuid, uuid) to authenticated;

create function private.waits_for_answer(letter_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select d.told from private.own_deeds d
    join public.letters l on l.id = d.letter_id and l.text_hash = d.text_hash
    where d.organization_id = waits_for_answer.organization_id and d.letter_id = waits_for_answer.letter_id and d.deed = 'asked'
      and not exists (
        select from public.letter_deeds later
        where later.organization_id = d.organization_id and later.letter_id = d.letter_id and later.text_hash = d.text_hash
          and later.done_at > d.done_at
      )
  );
end $$;
comment on function private.waits_for_answer(uuid, uuid) is 'Who of an organization asked for its signature of the present text, and waits.';
grant execute on function private.waits_for_answer(uuid, uuid) to authenticated;

create function private.unconfirmed(letter_id uuid, text_hash text, lead_id uuid, coalition_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(distinct jsonb_build_object(
      'english_name', s.english_name, 'korean_name', s.korean_name, 'other', s.other_id
    )), '[]')
    from private.letter_signatories s
    where s.letter_id = unconfirmed.letter_id and s.text_hash <> unconfirmed.text_hash
      -- Who has left the coalition is asked for nothing any more.
      and (s.other_id is not null or s.signer_id = lead_id or private.takes_part(s.signer_id, unconfirmed.coalition_id))
      and not exists (
        select from private.letter_signatories again
        where again.letter_id = s.letter_id and again.text_hash = unconfirmed.text_hash and again.signer_id = s.signer_id
      )
  );
end $$;
comment on function private.unconfirmed(uuid, text, uuid, uuid) is
  'Who signed an earlier text of a letter, has not confirmed the present one and still can.';
grant execute on function private.unconfirmed(uuid, text, uuid, uuid) to authenticated;

create function public.signing_rule(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not signing_rule.organization_id = any (private.my_organizations('actions.read')) then
    return null;
  end if;
  return jsonb_build_object(
    'who', coalesce((select r.who from public.signing_rules r where r.organization_id = signing_rule.organization_id), 'admins'),
    'people', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'display_name', p.display_name, 'role', m.role,
        'named', exists (
          select from public.signing_people n where n.organization_id = m.organization_id and n.person_id = m.person_id
        )
      ) order by p.display_name, p.id), '[]')
      from public.memberships m join public.people p on p.id = m.person_id
      where m.organization_id = signing_rule.organization_id
    )
  );
end $$;
comment on function public.signing_rule(uuid) is
  'Who signs letters for an organization of the caller''s, and its people as far as the caller knows them. Null for any other.';

grant execute on function public.read_letter(uuid) to anon, authenticated;
grant execute on function public.coalition_letters(text), public.organization_letters(uuid, uuid), public.signing_rule(uuid)
  to authenticated;

-- ── sealed: letter-signing.sql

-- How an organization signs, and how one without an account is entered. A signature is of the text its signer saw.

create function private.signs_for(person uuid, organization_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
declare
  rule constant text := coalesce((select r.who from public.signing_rules r where r.organization_id = signs_for.organization_id), 'admins');
begin
  return exists (
    select from public.memberships m
    where m.organization_id = signs_for.organization_id and m.person_id = signs_for.person and case rule
      when 'admins' then m.role = 'admin'
      when 'editors' then m.role in ('admin', 'editor')
      else exists (
        select from public.signing_people p
        where p.organization_id = signs_for.organization_id and p.person_id = signs_for.person
      ) end
  );
end $$;
comment on function private.signs_for(uuid, uuid) is 'Whether a person signs letters for an organization, by its own rule. Granted to nobody.';

create function private.may_sign(organization_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.signs_for(private.my_person(), may_sign.organization_id);
end $$;
comment on function private.may_sign(uuid) is 'Whether the caller signs letters for an organization, by its own rule.';
grant execute on function private.may_sign(uuid) to authenticated;

create function private.letter_to_sign(letter_id uuid, organization_id uuid) returns public.letters
language plpgsql security definer set search_path = '' as $$
declare
  letter public.letters;
begin
  -- Whoever only reads for an organization asks for nothing in its name.
  perform private.require_writer(letter_to_sign.organization_id, 'members.read');
  perform private.hold_letter(letter_to_sign.letter_id);
  select l.* into letter from public.letters l
  where l.id = letter_to_sign.letter_id and (
    l.organization_id = letter_to_sign.organization_id
    or (l.audience <> 'owner' and exists (
      select from public.standings s where s.coalition_id = l.coalition_id and s.organization_id = letter_to_sign.organization_id
    ))
    or exists (
      select from public.letter_signatures s where s.letter_id = l.id and s.organization_id = letter_to_sign.organization_id
    )
  );
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  return letter;
end $$;
comment on function private.letter_to_sign(uuid, uuid) is
  'A letter that the caller''s organization leads, may sign or has signed, held. As absent to everyone else. Granted to nobody.';

create function private.is_asked(letter public.letters, organization_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return coalesce((
    select d.deed = 'asked' from public.letter_deeds d
    where d.organization_id = is_asked.organization_id and d.owner_id = (letter).organization_id
      and d.letter_id = (letter).id and d.text_hash = (letter).text_hash
    order by d.id desc limit 1
  ), false);
end $$;
comment on function private.is_asked(public.letters, uuid) is 'Whether an organization''s signature of the present text waits for whoever signs for it. Granted to nobody.';

create function private.sign_letter(letter_id uuid, organization_id uuid, seen text, late boolean) returns text
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.letter_to_sign(sign_letter.letter_id, sign_letter.organization_id);
  signer public.organizations;
  fellow text;
begin
  -- Whoever has left may take its signature back and gives no other; and nobody signs for a lead that has left.
  if letter.organization_id <> sign_letter.organization_id and 2 > (
    select count(*) from public.standings s
    where s.coalition_id = letter.coalition_id and s.organization_id in (letter.organization_id, sign_letter.organization_id)
  ) then
    perform private.refuse('not_found', 404);
  elsif letter.text_hash is distinct from sign_letter.seen then
    perform private.refuse('letter_changed_meanwhile', 409);
  elsif exists (
    select from public.letter_signatures s
    where s.organization_id = sign_letter.organization_id and s.letter_id = letter.id and s.text_hash = letter.text_hash
  ) then
    return 'signed';
  elsif letter.closed_at is not null then
    perform private.refuse('letter_is_closed', 409);
  elsif letter.audience = 'owner' then
    perform private.refuse('letter_is_a_draft', 409);
  elsif letter.due_at < clock_timestamp() and not coalesce(sign_letter.late, false) then
    perform private.refuse('letter_deadline_passed', 409, 'late');
  elsif not private.may_sign(sign_letter.organization_id) then
    if not private.is_asked(letter, sign_letter.organization_id) then
      perform private.note_deed(letter, sign_letter.organization_id, 'asked');
    end if;
    return 'asked';
  end if;
  select o.* into signer from public.organizations o where o.id = sign_letter.organization_id;
  -- From the deadline on who stood there in time stands: a late signature takes the place of none.
  if letter.due_at < clock_timestamp() then
    select o.english_name into fellow from public.letter_others o
    where o.letter_id = letter.id and o.text_hash = letter.text_hash and not o.late
      and o.name_keys && private.organization_keys(signer.id)
    limit 1;
    if fellow is not null then
      perform private.refuse('signatory_stands_there', 409, 'late', jsonb_build_object('name', fellow));
    end if;
  end if;
  insert into public.letter_signatures (organization_id, owner_id, letter_id, text_hash, english_name, korean_name, name_keys)
  values (
    signer.id, letter.organization_id, letter.id, letter.text_hash, signer.display_name, signer.korean_name,
    private.organization_keys(signer.id)
  );
  -- It signs for itself now: what the lead entered under one of its names would count it twice.
  delete from public.letter_others o where o.letter_id = letter.id and o.name_keys && private.organization_keys(signer.id);
  perform private.note_deed(letter, signer.id, 'signed');
  return 'signed';
end $$;
comment on function private.sign_letter(uuid, uuid, text, boolean) is
  'Signs the text its signer saw for their organization, or asks whoever signs for it. A second press is answered like the first. Late ones say that they are.';
grant execute on function private.sign_letter(uuid, uuid, text, boolean) to authenticated;

create function private.note_deed(letter public.letters, organization_id uuid, deed public.letter_deed) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.letter_deeds (organization_id, owner_id, letter_id, text_hash, deed, person_id)
  values (note_deed.organization_id, (letter).organization_id, (letter).id, (letter).text_hash, note_deed.deed, private.my_person());
end $$;
comment on function private.note_deed(public.letters, uuid, public.letter_deed) is 'Remembers, for an organization''s own people, who did what about its signature. Granted to nobody.';

create function private.decline_letter(letter_id uuid, organization_id uuid, seen text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.letter_to_sign(decline_letter.letter_id, decline_letter.organization_id);
begin
  if not private.may_sign(decline_letter.organization_id) then
    perform private.refuse('not_allowed', 403);
  elsif letter.text_hash is distinct from decline_letter.seen then
    perform private.refuse('letter_changed_meanwhile', 409);
  elsif not private.is_asked(letter, decline_letter.organization_id) then
    perform private.refuse('not_asked_any_more', 409);
  end if;
  perform private.note_deed(letter, decline_letter.organization_id, 'declined');
end $$;
comment on function private.decline_letter(uuid, uuid, text) is 'Answers a colleague who asked for the organization''s signature with no.';
grant execute on function private.decline_letter(uuid, uuid, text) to authenticated;

create function private.withdraw_from_letter(letter_id uuid, organization_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  letter constant public.letters := private.letter_to_sign(withdraw_from_letter.letter_id, withdraw_from_letter.organization_id);
begin
  if not private.may_sign(withdraw_from_letter.organization_id) then
    perform private.refuse('not_allowed', 403);
  elsif letter.closed_at is not null then
    perform private.refuse('letter_is_closed', 409);
  elsif letter.due_at < clock_timestamp() and exists (
    select from public.letter_signatures s
    where s.organization_id = withdraw_from_letter.organization_id and s.letter_id = letter.id
      and s.text_hash = letter.text_hash and not s.late
  ) then
    perform private.refuse('letter_is_final', 409);
  end if;
  delete from public.letter_signatures s
  where s.organization_id = withdraw_from_letter.organization_id and s.letter_id = letter.id;
  if found then
    perform private.note_deed(letter, withdraw_from_letter.organization_id, 'withdrawn');
  end if;
end $$;
comment on function private.withdraw_from_letter(uuid, uuid) is
  'Takes an organization''s signature back, under whatever text it stands; from the deadline on only a late one.';
grant execute on function private.withdraw_from_letter(uuid, uuid) to authenticated;

create function private.choose_signers(organization_id uuid, who text, people uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(choose_signers.organization_id, 'organization.write');
  if choose_signers.who is null or choose_signers.who not in ('admins', 'editors', 'named') then
    perform private.refuse('choose_one', 422, 'who');
  elsif choose_signers.who = 'named' and coalesce(cardinality(choose_signers.people), 0) = 0 then
    perform private.refuse('name_somebody', 422, 'people');
  end if;
  insert into public.signing_rules as r (organization_id, who) values (choose_signers.organization_id, choose_signers.who)
  on conflict on constraint signing_rules_pkey do update set who = excluded.who;
  delete from public.signing_people p where p.organization_id = choose_signers.organization_id;
  if choose_signers.who = 'named' then
    if exists (
      select from unnest(choose_signers.people) as named(id) where not exists (
        select from public.memberships m where m.organization_id = choose_signers.organization_id and m.person_id = named.id
      )
    ) then
      perform private.refuse('choose_one', 422, 'people');
    end if;
    insert into public.signing_people (organization_id, person_id)
    select choose_signers.organization_id, named.id from (select distinct unnest(choose_signers.people) as id) named;
  end if;
end $$;
comment on function private.choose_signers(uuid, text, uuid[]) is 'Says who signs letters for an organization. An admin does.';
grant execute on function private.choose_signers(uuid, text, uuid[]) to authenticated;

-- ── sealed: letters-api.sql

-- The commands of letters as the API calls them. Each asks private functions, which look at the caller themselves.

create function public.make_letter(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language sql set search_path = '' as $$
  select jsonb_build_object('id', private.make_letter(organization_id, submission_id, content));
$$;
comment on function public.make_letter(uuid, uuid, jsonb) is 'Begins a letter. A repeated submission answers with the row of the first.';

create function public.rewrite_letter(letter_id uuid, organization_id uuid, content jsonb, seen text) returns jsonb
language sql set search_path = '' as $$
  select jsonb_build_object('hash', private.rewrite_letter(letter_id, organization_id, content, seen));
$$;
comment on function public.rewrite_letter(uuid, uuid, jsonb, text) is 'Gives a letter another title and text, over the text whose hash its writer saw.';

create function public.move_letter(letter_id uuid, organization_id uuid, content jsonb) returns jsonb
language sql set search_path = '' as $$
  select private.move_letter(letter_id, organization_id, content);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.move_letter(uuid, uuid, jsonb) is 'Gives a letter other deadlines.';

create function public.show_letter(letter_id uuid, organization_id uuid, audience text, signatory_order text) returns jsonb
language sql set search_path = '' as $$
  select private.show_letter(letter_id, organization_id, audience, signatory_order);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.show_letter(uuid, uuid, text, text) is 'Says who reads a letter and how its signatories are ordered.';

create function public.close_letter(letter_id uuid, organization_id uuid, seen text) returns jsonb
language sql set search_path = '' as $$
  select private.close_letter(letter_id, organization_id, seen);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.close_letter(uuid, uuid, text) is 'Closes a letter for good, with the text its lead saw.';

create function public.remove_letter(letter_id uuid, organization_id uuid, seen text) returns jsonb
language sql set search_path = '' as $$
  select private.remove_letter(letter_id, organization_id, seen);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.remove_letter(uuid, uuid, text) is 'Removes a draft, with the text its lead saw.';

create function public.tie_letter(letter_id uuid, organization_id uuid, campaign_id uuid default null) returns jsonb
language sql set search_path = '' as $$
  select private.tie_letter(letter_id, organization_id, campaign_id);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.tie_letter(uuid, uuid, uuid) is 'Makes a letter serve another campaign, or none.';

create function public.sign_letter(letter_id uuid, organization_id uuid, seen text, late boolean default false) returns jsonb
language sql set search_path = '' as $$
  select jsonb_build_object('outcome', private.sign_letter(letter_id, organization_id, seen, late));
$$;
comment on function public.sign_letter(uuid, uuid, text, boolean) is 'Signs a text for an organization, or asks those who sign for it: outcome is signed or asked.';

create function public.decline_letter(letter_id uuid, organization_id uuid, seen text) returns jsonb
language sql set search_path = '' as $$
  select private.decline_letter(letter_id, organization_id, seen);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.decline_letter(uuid, uuid, text) is 'Answers with no whoever asked for the organization''s signature.';

create function public.withdraw_from_letter(letter_id uuid, organization_id uuid) returns jsonb
language sql set search_path = '' as $$
  select private.withdraw_from_letter(letter_id, organization_id);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.withdraw_from_letter(uuid, uuid) is 'Takes an organization''s signature back.';

create function public.enter_signatory(letter_id uuid, organization_id uuid, seen text, content jsonb) returns jsonb
language sql set search_path = '' as $$
  select jsonb_build_object('id', private.enter_signatory(letter_id, organization_id, seen, content));
$$;
comment on function public.enter_signatory(uuid, uuid, text, jsonb) is 'Enters an organization without an account that signed this text.';

create function public.confirm_signatory(
  signatory_id uuid, letter_id uuid, organization_id uuid, seen text, late boolean default false
) returns jsonb
language sql set search_path = '' as $$
  select private.confirm_signatory(signatory_id, letter_id, organization_id, seen, late);
  select jsonb_build_object('id', signatory_id);
$$;
comment on function public.confirm_signatory(uuid, uuid, uuid, text, boolean) is 'Says that an organization without an account confirmed the changed text.';

create function public.remove_signatory(signatory_id uuid, letter_id uuid, organization_id uuid) returns jsonb
language sql set search_path = '' as $$
  select private.remove_signatory(signatory_id, letter_id, organization_id);
  select jsonb_build_object('id', signatory_id);
$$;
comment on function public.remove_signatory(uuid, uuid, uuid) is 'Takes off an organization that the lead had entered.';

create function public.choose_signers(organization_id uuid, who text, people uuid[]) returns jsonb
language sql set search_path = '' as $$
  select private.choose_signers(organization_id, who, people);
  select jsonb_build_object('id', organization_id);
$$;
comment on function public.choose_signers(uuid, text, uuid[]) is 'Says who signs letters for an organization.';

grant execute on function
  public.make_letter(uuid, uuid, jsonb),
  public.rewrite_letter(uuid, uuid, jsonb, text),
  public.move_letter(uuid, uuid, jsonb),
  public.show_letter(uuid, uuid, text, text),
  public.close_letter(uuid, uuid, text),
  public.remove_letter(uuid, uuid, text),
  public.tie_letter(uuid, uuid, uuid),
  public.sign_letter(uuid, uuid, text, boolean),
  public.decline_letter(uuid, uuid, text),
  public.withdraw_from_letter(uuid, uuid),
  public.enter_signatory(uuid, uuid, text, jsonb),
  public.confirm_signatory(uuid, uuid, uuid, text, boolean),
  public.remove_signatory(uuid, uuid, uuid),
  public.choose_signers(uuid, text, uuid[])
  to authenticated;

-- ── sealed: letters.sql

-- Sign-on letters: who may see what. Nobody writes these tables through the API: each command holds the letter first, and
-- decides about rows that its caller may not read (letter-commands.sql, letter-signing.sql).

create function private.own_signatures() returns table (letter_id uuid, signed_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select l.id, max(s.signed_at) from public.letter_signatures s
    join public.letters l on l.organization_id = s.owner_id and l.id = s.letter_id and l.text_hash = s.text_hash
    where s.organization_id = any (private.my_organizations('actions.read'))
    group by l.id;
end $$;
comment on function private.own_signatures() is 'When the caller''s organizations signed the present text of a letter.';
grant execute on function private.own_signatures() to authenticated;

create function private.signed_until() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(jsonb_object_agg(s.letter_id, s.signed_at), '{}') from private.own_signatures() s);
end $$;
comment on function private.signed_until() is 'The same as one value, by letter, which a policy asks once for all rows.';
grant execute on function private.signed_until() to authenticated;

create function private.letters_signed() returns uuid[]
language plpgsql stable set search_path = '' as $$
begin
  return array(select s.letter_id from private.own_signatures() s);
end $$;
comment on function private.letters_signed() is 'The letters whose present text the caller''s organizations have signed: they go on seeing it when they leave the coalition, and what it is rewritten to no more.';
grant execute on function private.letters_signed() to authenticated;

create function private.coalition_sides()
returns table (letter_id uuid, coalition_id uuid, internal_local timestamp, internal_fold smallint, internal_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
declare
  own constant uuid[] := private.my_organizations('actions.read');
  ours constant uuid[] := private.my_coalitions();
begin
  return query
    select l.id, l.coalition_id, l.internal_local, l.internal_fold, l.internal_at from public.letters l
    where l.organization_id = any (own) or (l.audience <> 'owner' and l.coalition_id = any (ours) and exists (
      select from public.standings s where s.organization_id = l.organization_id and s.coalition_id = l.coalition_id
    ));
end $$;
comment on function private.coalition_sides() is
  'What the coalition alone knows of its letters: which coalition it is, and the internal deadline. Readers of a letter for everyone learn neither.';
grant execute on function private.coalition_sides() to authenticated;

create function private.letters_beside_us() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(select c.letter_id from private.coalition_sides() c);
end $$;
comment on function private.letters_beside_us() is 'The letters of which the caller knows all that a coalition knows: earlier texts, and who signed those.';
grant execute on function private.letters_beside_us() to authenticated;

-- Not granted: coalition_id and the internal deadline (private.coalition_sides), submission_id.
grant select (
  id, organization_id, lead_english, lead_korean, audience, signatory_order, text_hash, due_local, due_fold, time_zone, due_at, closed_at
) on public.letters to anon, authenticated;
create policy letters_select_visitor on public.letters
  for select to anon
  using (audience = 'everyone' and (closed_at is not null or due_at <= now()));
create policy letters_select_coalition on public.letters
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    -- Who leads it no longer from within the coalition reaches nobody there any more.
    or (audience <> 'owner' and coalition_id = any ((select private.my_coalitions())::uuid[]) and exists (
      select from public.standings s where s.organization_id = letters.organization_id and s.coalition_id = letters.coalition_id
    ))
    or (audience = 'everyone' and (closed_at is not null or due_at <= now()))
    or id = any ((select private.letters_signed())::uuid[])
  );
-- No insert, update or delete: private.make_letter and its neighbours.

grant select (organization_id, letter_id, text_hash, version, title, body, written_at) on public.letter_versions to anon, authenticated;
create policy letter_versions_select_visitor on public.letter_versions
  for select to anon
  using (exists (
    select from public.letters l
    where l.organization_id = letter_versions.organization_id and l.id = letter_versions.letter_id
      and l.text_hash = letter_versions.text_hash
  ));
create policy letter_versions_select_coalition on public.letter_versions
  for select to authenticated
  using (exists (
    select from public.letters l
    where l.organization_id = letter_versions.organization_id and l.id = letter_versions.letter_id
      -- What a letter said before is the coalition's affair.
      and (l.text_hash = letter_versions.text_hash or l.id = any ((select private.letters_beside_us())::uuid[]))
  ));

grant select (organization_id, owner_id, letter_id, text_hash, english_name, korean_name, signed_at, late)
  on public.letter_signatures to anon, authenticated;
create policy letter_signatures_select_visitor on public.letter_signatures
  for select to anon
  using (exists (
    select from public.letters l
    where l.organization_id = letter_signatures.owner_id and l.id = letter_signatures.letter_id
      and l.text_hash = letter_signatures.text_hash
  ) and organization_id is not null);
create policy letter_signatures_select_coalition on public.letter_signatures
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    or exists (
      select from public.letters l
      where l.organization_id = letter_signatures.owner_id and l.id = letter_signatures.letter_id and (
        l.id = any ((select private.letters_beside_us())::uuid[])
        or (l.text_hash = letter_signatures.text_hash and (
          (l.audience = 'everyone' and (l.closed_at is not null or l.due_at <= now()))
          -- Whoever has left learns of nobody that signed after it did.
          or letter_signatures.signed_at <= ((select private.signed_until()) ->> l.id::text)::timestamptz
        ))
      )
    )
  );
-- No insert or delete: private.sign_letter, private.withdraw_from_letter.

-- Not granted: the id, which counts what all organizations did.
grant select (organization_id, owner_id, letter_id, text_hash, deed, person_id, done_at) on public.letter_deeds to authenticated;
create policy letter_deeds_select_own on public.letter_deeds
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('actions.read'))::uuid[]));

grant select (id, organization_id, letter_id, text_hash, english_name, korean_name, signed_at, late)
  on public.letter_others to anon, authenticated;
create policy letter_others_select_visitor on public.letter_others
  for select to anon
  using (exists (
    select from public.letters l
    where l.organization_id = letter_others.organization_id and l.id = letter_others.letter_id
      and l.text_hash = letter_others.text_hash
  ));
create policy letter_others_select_coalition on public.letter_others
  for select to authenticated
  using (exists (
    select from public.letters l
    where l.organization_id = letter_others.organization_id and l.id = letter_others.letter_id and (
      l.id = any ((select private.letters_beside_us())::uuid[])
      or (l.text_hash = letter_others.text_hash and (
        (l.audience = 'everyone' and (l.closed_at is not null or l.due_at <= now()))
        or letter_others.signed_at <= ((select private.signed_until()) ->> l.id::text)::timestamptz
      ))
    )
  ));

grant select (organization_id, who) on public.signing_rules to authenticated;
create policy signing_rules_select_own on public.signing_rules
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('actions.read'))::uuid[]));

grant select (organization_id, person_id) on public.signing_people to authenticated;
create policy signing_people_select_own on public.signing_people
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('actions.read'))::uuid[]));

-- ── What every writer is held to ────────────────────────────────────────────────────────────────────────────

create function private.prepare_letter() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  end if;
  new.due_local := date_trunc('minute', new.due_local);
  new.internal_local := date_trunc('minute', new.internal_local);
  new.due_at := private.instant_of(new.due_local, new.time_zone, new.due_fold, 'due');
  new.internal_at := private.instant_of(new.internal_local, new.time_zone, new.internal_fold, 'internal');
  if cardinality(private.instants_of(new.due_local, new.time_zone)) = 1 then
    new.due_fold := null;
  end if;
  if cardinality(private.instants_of(new.internal_local, new.time_zone)) = 1 then
    new.internal_fold := null;
  end if;
  if new.internal_at >= new.due_at then
    perform private.refuse('internal_after_deadline', 422, 'internal');
  end if;
  return new;
end $$;
comment on function private.prepare_letter() is 'Derives both deadlines of a letter, for every writer, and refuses hours that are skipped or asked back.';
create trigger letters_prepare before insert or update on public.letters
  for each row execute function private.prepare_letter();

create function private.keep_letter() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.organization_id <> old.organization_id or new.coalition_id <> old.coalition_id then
    raise exception 'A letter stays with its lead and its coalition.';
  -- A campaign that its own lead deletes lets go of a letter, and no letter holds it back.
  elsif to_jsonb(new) - 'campaign_id' - 'campaign_owner_id' = to_jsonb(old) - 'campaign_id' - 'campaign_owner_id' then
    return new;
  elsif old.closed_at is not null then
    raise exception 'A closed letter never changes.';
  elsif old.due_at < now() and (new.text_hash, new.due_at, new.audience) is distinct from (old.text_hash, old.due_at, old.audience) then
    raise exception 'A letter whose deadline has passed keeps its text, its deadline and its readers.';
  end if;
  return new;
end $$;
comment on function private.keep_letter() is 'Refuses a change of what is final, whoever makes it.';
create trigger letters_keep before update on public.letters
  for each row execute function private.keep_letter();

create function private.keep_letter_version() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'A text that may have been signed never changes.';
end $$;
comment on function private.keep_letter_version() is 'Refuses every change of a text, whoever makes it.';
create trigger letter_versions_keep before update on public.letter_versions
  for each row execute function private.keep_letter_version();

create function private.stamp_signature() returns trigger
language plpgsql set search_path = '' as $$
declare
  due constant timestamptz := (
    select l.due_at from public.letters l
    where l.id = new.letter_id and l.organization_id = coalesce(to_jsonb(new) ->> 'owner_id', to_jsonb(new) ->> 'organization_id')::uuid
  );
begin
  new.signed_at := coalesce(new.signed_at, clock_timestamp());
  new.late := new.signed_at > due;
  return new;
end $$;
comment on function private.stamp_signature() is
  'Says when a signature came and whether that was late, for every writer: the moment of the deadline itself is in time.';
create trigger letter_signatures_stamp before insert on public.letter_signatures
  for each row execute function private.stamp_signature();
create trigger letter_others_stamp before insert or update on public.letter_others
  for each row execute function private.stamp_signature();

-- ── sealed: limits.sql

-- How often one may try. Who is not the web process cannot count anybody else's tries, and so cannot use them up.

create function private.is_server(secret text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce(exists (
    select from private.settings s
    where s.name = 'server_secret' and s.value = to_jsonb(encode(sha256(convert_to(secret, 'UTF8')), 'hex'))
  ), false);
end $$;
comment on function private.is_server(text) is
  'Whether this is the web processes'' secret, of which private.settings keeps the hash. It counts tries and queues mailed links; it shows nobody anything. Not for the API.';

create function private.take_try(kind text, scope text, bucket bytea) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  l private.limits;
  each interval;
begin
  select limits.* into l from private.limits where limits.kind = take_try.kind and limits.scope = take_try.scope;
  if not found then
    return null;
  end if;
  each := l.within / l.tries;
  insert into private.counters as c (bucket, full_until) values (take_try.bucket, clock_timestamp() + each)
  on conflict on constraint counters_pkey do update set full_until = greatest(c.full_until, clock_timestamp()) + each
  where greatest(c.full_until, clock_timestamp()) + each <= clock_timestamp() + l.within;
  if found then
    return null;
  end if;
  return (select c.full_until + each - l.within from private.counters c where c.bucket = take_try.bucket);
end $$;
comment on function private.take_try(text, text, bytea) is
  'Takes one try, or answers when there is one again. Tries come back evenly (generic cell rate algorithm). Not for the API.';

create function private.bucket(secret text, kind text, scope text, network text, account text) returns bytea
language sql immutable set search_path = '' as $$
  select sha256(sha256(convert_to(secret, 'UTF8')) || convert_to(jsonb_build_array(
    kind, scope, case when scope <> 'account' then network end, case when scope <> 'network' then lower(btrim(account)) end
  )::text, 'UTF8'))
$$;
comment on function private.bucket(text, text, text, text, text) is
  'The keyed hash under which a subject''s tries are counted; without the secret it tells nothing. Not for the API.';

create function private.count_try(secret text, kind text, network text, account text) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  scope text;
  until timestamptz;
begin
  if not private.is_server(secret) then
    perform private.refuse('not_allowed', 403);
  end if;
  -- Always in this order, so that two processes never wait for one another crosswise.
  for scope in
    select l.scope from private.limits l
    where l.kind = count_try.kind and (l.scope = 'account' or count_try.network is not null)
      and (l.scope = 'network' or count_try.account is not null)
    order by l.scope desc
  loop
    until := private.take_try(
      count_try.kind, scope, private.bucket(secret, count_try.kind, scope, count_try.network, count_try.account)
    );
    -- Who is held back uses up nothing further: neither an account's tries nor room for counters.
    exit when until is not null;
  end loop;
  return until;
end $$;
comment on function private.count_try(text, text, text, text) is 'See public.count_try.';
grant execute on function private.count_try(text, text, text, text) to anon, authenticated;

create function public.count_try(secret text, kind text, network text, account text default null) returns timestamptz
language plpgsql set search_path = '' as $$
begin
  return private.count_try(count_try.secret, count_try.kind, count_try.network, count_try.account);
end $$;
comment on function public.count_try(text, text, text, text) is
  'For web processes, which know the secret: counts a try of a network address, of an account, and of both together. Null when it may go on, otherwise the instant from which it may. Addresses are kept as keyed hashes, a day at most. Refuses not_allowed without the secret.';

create function private.forgive_tries(secret text, kind text, network text, account text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l private.limits;
begin
  if not private.is_server(secret) then
    perform private.refuse('not_allowed', 403);
  end if;
  -- In the order of count_try. Whoever has an account must not buy a network more tries at others by signing in.
  for l in select limits.* from private.limits where limits.kind = forgive_tries.kind order by limits.scope desc loop
    update private.counters c
    set full_until = case l.scope when 'both' then now() else c.full_until - l.within / l.tries end
    where c.bucket = private.bucket(secret, l.kind, l.scope, forgive_tries.network, forgive_tries.account);
  end loop;
end $$;
comment on function private.forgive_tries(text, text, text, text) is 'See public.forgive_tries.';
grant execute on function private.forgive_tries(text, text, text, text) to anon, authenticated;

create function public.forgive_tries(secret text, kind text, network text, account text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.forgive_tries(forgive_tries.secret, forgive_tries.kind, forgive_tries.network, forgive_tries.account);
end $$;
comment on function public.forgive_tries(text, text, text, text) is
  'For web processes, after somebody signed in: forgets the tries of the account from that network address, and gives back the one try to the address and to the account. Refuses not_allowed without the secret.';

grant execute on function public.count_try(text, text, text, text), public.forgive_tries(text, text, text, text)
  to anon, authenticated;

create function private.take_my_try(kind text) returns timestamptz
language plpgsql security definer set search_path = '' as $$
begin
  return private.take_try(take_my_try.kind, 'account', sha256(convert_to(jsonb_build_array(
    take_my_try.kind, case when take_my_try.kind = 'password' then auth.jwt() ->> 'session_id' else private.my_person()::text end
  )::text, 'UTF8')));
end $$;
comment on function private.take_my_try(text) is
  'One try of the caller''s own, for a password of this very session, so that another device does not use them up: null, or the instant from which there is one again. Needs no secret, since nobody can take another''s. A refusal after it gives the try back, with everything else of the transaction.';

create function private.minutes_until(instant timestamptz) returns integer
language sql stable set search_path = '' as $$
  select greatest(1, ceil(extract(epoch from instant - now()) / 60))::integer
$$;
comment on function private.minutes_until(timestamptz) is 'In how many whole minutes an instant has come, one at least. Not for the API.';

create function private.take_letter(address text) returns timestamptz
language plpgsql security definer set search_path = '' as $$
begin
  return private.take_try('letter', 'account', sha256(convert_to(jsonb_build_array(
    'letter', (select s.value from private.settings s where s.name = 'server_secret'), lower(address)
  )::text, 'UTF8')));
end $$;
comment on function private.take_letter(text) is
  'Takes one of the ten letters a day that an address is sent at others'' word (invitations, changes of address, sign-ups), whoever sends them: null, or the instant from which there is one again. Not for the API.';

create function private.require_letter(address text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  until constant timestamptz := private.take_letter(address);
begin
  if until is not null then
    perform private.refuse('too_much_mail', 429, null, jsonb_build_object('minutes', private.minutes_until(until)));
  end if;
end $$;
comment on function private.require_letter(text) is 'Refuses too_much_mail where an address has been sent ten letters today at others'' word. Not for the API.';

-- ── sealed: mail-contents.sql

-- What optional mail says, read under the policies of whoever receives it: the worker calls these as its reader.

create function private.mail_lines(ids uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', g.id, 'title', g.title, 'kind', g.kind, 'area', g.area,
      'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
      'starts_at', g.starts_at, 'ends_at', g.ends_at, 'state', g.state,
      'organization', jsonb_build_object(
        'display_name', o.display_name, 'short_name', o.short_name, 'korean_name', o.korean_name
      )
    ) order by g.starts_at, g.id), '[]')
    from public.gatherings g join public.organizations o on o.id = g.organization_id
    where g.id = any (ids)
  );
end $$;
comment on function private.mail_lines(uuid[]) is 'What mail says of gatherings: their cards, never their details.';
grant execute on function private.mail_lines(uuid[]) to authenticated;

create function public.read_digest(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_id = any (private.my_organizations('gatherings.read')) then
    return null;
  end if;
  return jsonb_build_object(
    'this_week', private.mail_lines(array(
        select g.id from public.gatherings g
        where g.id in (select r.id from private.reaching(read_digest.organization_id, now(), now() + interval '7 days') r)
          and g.state <> 'draft' and g.ends_at > now()
        order by g.starts_at, g.id limit 20
    )),
    'new_from_partners', private.mail_lines(array(
        select g.id from public.gatherings g
        where g.id = any (private.next_of_each(array(select r.id from private.reaching(
            read_digest.organization_id, now(), now() + interval '90 days', now() - interval '7 days'
          ) r)))
          and g.organization_id <> read_digest.organization_id and g.state = 'scheduled' and g.starts_at > now()
        order by g.starts_at, g.id limit 10
    )),
    'waits_for_you', jsonb_build_object(
      'drafts', private.mail_lines(array(
          select g.id from public.gatherings g
          where g.id = any (private.next_of_each(array(
              select d.id from public.gatherings d
              where d.organization_id = read_digest.organization_id and d.state = 'draft'
                and d.starts_at > now() and d.starts_at < now() + interval '21 days'
            )))
            and read_digest.organization_id = any (private.my_organizations('gatherings.write'))
          order by g.starts_at, g.id limit 10
      )),
      'hostings', jsonb_array_length(private.open_hostings(read_digest.organization_id)),
      'invitations', (
        select count(*) from public.invitations i
        where i.organization_id = read_digest.organization_id and i.accepted_at is null and i.withdrawn_at is null
      )
    )
  );
end $$;
comment on function public.read_digest(uuid) is
  'The week of one organization for the caller: what is on in the next seven days, what partners shared in the last seven, and what waits for the caller there (drafts within three weeks, what it is asked to hold, open invitations), of each series the next. Cards only; null outside the caller''s organizations.';

create function public.read_reminder(gathering_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.mail_lines(array(
    select g.id from public.gatherings g
    where g.id = read_reminder.gathering_id and g.state = 'scheduled' and g.starts_at > now()
  )) -> 0;
end $$;
comment on function public.read_reminder(uuid) is
  'What a reminder says of a gathering that is still ahead, for whoever may see it; null where there is nothing to remind of.';

grant execute on function public.read_digest(uuid), public.read_reminder(uuid) to authenticated;

-- ── sealed: mail-sending.sql

-- What the worker asks while it sends. Nothing here is for the API: the worker is the database's owner.

create function private.quiet_end(person uuid) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  p public.people;
  here timestamp;
begin
  select people.* into p from public.people where people.id = person;
  here := now() at time zone p.time_zone;
  if p.quiet_from < p.quiet_until then
    if here::time >= p.quiet_from and here::time < p.quiet_until then
      return (here::date + p.quiet_until) at time zone p.time_zone;
    end if;
  elsif p.quiet_from > p.quiet_until then
    if here::time >= p.quiet_from then
      return (here::date + 1 + p.quiet_until) at time zone p.time_zone;
    elsif here::time < p.quiet_until then
      return (here::date + p.quiet_until) at time zone p.time_zone;
    end if;
  end if;
  return null;
end $$;
comment on function private.quiet_end(uuid) is 'When a person''s quiet hours end, if it is quiet for them now, in their zone; otherwise null.';

create function private.make_mailed_link(
  token text, kind private.link_kind, person uuid, lifetime interval,
  change uuid default null, ends public.message_kind default null
) returns text
language plpgsql set search_path = '' as $$
begin
  insert into private.mailed_links (token_hash, kind, person_id, change_id, message_kind, expires_at)
  values (private.token_hash(token), make_mailed_link.kind, person, change, ends, now() + lifetime)
  on conflict on constraint mailed_links_pkey do update set expires_at = excluded.expires_at;
  return token;
end $$;
comment on function private.make_mailed_link(text, private.link_kind, uuid, interval, uuid, public.message_kind) is
  'Makes a token open a link in a message that is being sent, and returns it; its hash alone is kept.';

create function private.open_message(message_id uuid, token text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  m public.messages;
  reader record;
  facts jsonb;
begin
  select messages.* into m from public.messages where messages.id = message_id and messages.state = 'waiting' for update;
  if not found then
    return null;
  end if;
  if m.kind in ('reminder', 'digest', 'services_due', 'items_due') and (
    -- About action items there is one letter over all organizations, which is on behalf of none.
    (m.kind <> 'items_due' and not exists (
      select from public.memberships s where s.person_id = m.person_id and s.organization_id = m.organization_id
    )) or exists (
      select from public.notification_choices c where c.person_id = m.person_id and c.kind = m.kind and not c.wanted
    )
  ) then
    return jsonb_build_object('left_out', true);
  elsif m.kind in ('reminder', 'digest', 'services_due', 'items_due') and private.quiet_end(m.person_id) is not null then
    return jsonb_build_object('not_before', private.quiet_end(m.person_id));
  end if;

  select u.id, u.email, p.language, p.time_zone, p.display_name into reader
  from auth.users u join public.people p on p.id = u.id
  where u.id = m.person_id or (m.person_id is null and lower(u.email) = m.address);
  facts := private.facts_of(m, reader.id, token);
  if facts is null then
    return jsonb_build_object('left_out', true);
  end if;
  return jsonb_build_object(
    'id', m.id, 'kind', m.kind, 'attempts', m.attempts, 'organization_id', m.organization_id, 'about', m.about,
    'reader', reader.id, 'name', reader.display_name, 'language', reader.language,
    'time_zone', coalesce(reader.time_zone, 'UTC'), 'to', coalesce(facts ->> 'to', reader.email),
    'organization', (
      select jsonb_build_object(
        'slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name, 'korean_name', o.korean_name,
        'time_zone', o.time_zone, 'languages', o.languages
      ) from public.organizations o where o.id = m.organization_id
    )
  ) || (facts - 'to');
end $$;
comment on function private.open_message(uuid, text) is
  'Locks a waiting message and says what to send, at this moment: to whom, in which language, with which links. {"left_out": true} where there is nothing to say any longer, {"not_before": instant} in quiet hours, null where it has ended. The link in it opens with the token, which the worker derives from the message and a secret of its own: a copy sent twice, around a crash, carries one and the same link.';

create function private.facts_of(message public.messages, reader uuid, token text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  invitation public.invitations;
  change private.address_changes;
begin
  case message.kind
  when 'invitation' then
    update public.invitations i set mailed_token_hash = private.token_hash(token)
    where i.organization_id = message.organization_id and i.id = message.about
      and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()
      and not exists (
        select from public.messages newer where newer.about = message.about and newer.queued_at > message.queued_at
      )
    returning i.* into invitation;
    return case when invitation.id is not null then jsonb_build_object(
      'to', invitation.email, 'token', token, 'role', invitation.role, 'expires_at', invitation.expires_at,
      'invited_by', (
        -- A name that holds a web address would lend it our letter.
        select p.display_name from public.people p
        where p.id = invitation.invited_by and p.display_name !~* '(://|www\.|\w\.[a-z]{2,}(/|$|\s))'
      )
    ) end;
  when 'sign_in_link', 'password_reset' then
    return case when reader is not null then jsonb_build_object('token', private.make_mailed_link(
      token, case message.kind when 'sign_in_link' then 'sign_in'::private.link_kind else 'reset' end, reader, '1 hour'
    )) end;
  when 'address_current', 'address_new' then
    select c.* into change from private.address_changes c where c.id = message.about and c.expires_at > now();
    if not found or (message.kind = 'address_new' and exists (
      select from auth.users u where lower(u.email) = change.new_email
    )) then
      return null;
    end if;
    return jsonb_build_object(
      'to', case message.kind when 'address_new' then change.new_email end, 'new_email', change.new_email,
      'token', private.make_mailed_link(token, message.kind::text::private.link_kind, message.person_id, '1 day', change.id)
    );
  when 'hosting', 'hosting_answered' then
    return private.hosting_facts(message, reader);
  when 'password_changed' then
    return '{}';
  when 'address_changed' then
    return jsonb_build_object('to', message.address);
  when 'signup_confirmed', 'signup_promoted', 'signup_gathering_changed' then
    return private.signup_facts(message, token);
  when 'services_due' then
    return private.due_facts(message, token);
  when 'suggestion_answered' then
    return private.suggestion_facts(message);
  else
    return jsonb_build_object('token', private.make_mailed_link(token, 'unsubscribe', reader, '90 days', null, message.kind));
  end case;
end $$;
comment on function private.facts_of(public.messages, uuid, text) is 'What one kind of message needs beside its reader; null where there is nothing to say any longer.';

create function private.end_message(message_id uuid, state public.message_state, problem text default null) returns void
language plpgsql set search_path = '' as $$
begin
  update public.messages m
  set state = end_message.state, problem = end_message.problem, address = null, ended_at = now(),
    attempts = m.attempts + case when end_message.state = 'left_out' then 0 else 1 end
  where m.id = message_id and m.state = 'waiting';
end $$;
comment on function private.end_message(uuid, public.message_state, text) is 'Ends a waiting message, once: sent, left out or failed for good. Its address is forgotten.';

create function private.note_attempt(message_id uuid, problem text) returns void
language plpgsql set search_path = '' as $$
begin
  update public.messages m set attempts = m.attempts + 1, problem = note_attempt.problem
  where m.id = message_id and m.state = 'waiting';
end $$;
comment on function private.note_attempt(uuid, text) is 'Notes that an attempt failed and why, in a word; the message goes on waiting.';

create function private.queue_digests() returns integer
language plpgsql set search_path = '' as $$
declare
  queued integer;
begin
  insert into public.messages (kind, organization_id, person_id, once)
  select 'digest', s.organization_id, s.person_id,
    'digest:' || s.person_id || ':' || to_char(here.now, 'IYYY-IW')
  from public.memberships s
  join public.people p on p.id = s.person_id
  cross join lateral (select now() at time zone p.time_zone as now) here
  where (extract(isodow from here.now) in (2, 3) or (extract(isodow from here.now) = 1 and here.now::time >= '08:00')) and not exists (
    select from public.notification_choices c where c.person_id = p.id and c.kind = 'digest' and not c.wanted
  )
  on conflict on constraint messages_queued_once do nothing;
  get diagnostics queued = row_count;
  return queued;
end $$;
comment on function private.queue_digests() is
  'Queues the week''s digest of everyone for whom it is Monday after eight in their own zone (or, where no worker ran then, Tuesday or Wednesday), once per person, organization and ISO week. Returns how many.';

create function private.queue_reminders() returns integer
language plpgsql set search_path = '' as $$
declare
  queued integer;
begin
  insert into public.messages (kind, organization_id, person_id, about, once, due_at)
  select distinct on (g.id, s.person_id) 'reminder'::public.message_kind, s.organization_id, s.person_id, g.id,
    'reminder:' || g.id || ':' || s.person_id || ':' || to_char(g.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI'),
    greatest(now(), g.starts_at - interval '1 day')
  from public.gatherings g
  cross join lateral (
    select c.organization_id, c.person_id from public.gathering_changes c
    where c.organization_id = g.organization_id and c.gathering_id = g.id
    union
    select p.organization_id, p.person_id from public.volunteer_places p
    where p.owner_id = g.organization_id and p.gathering_id = g.id and not isempty(p.during)
  ) looks_after
  join public.memberships s
    on s.organization_id = looks_after.organization_id and s.person_id = looks_after.person_id
  where g.state = 'scheduled' and g.starts_at > now() + interval '2 hours' and g.starts_at <= now() + interval '26 hours'
    and not exists (
      select from public.notification_choices n where n.person_id = s.person_id and n.kind = 'reminder' and not n.wanted
    )
  on conflict on constraint messages_queued_once do nothing;
  get diagnostics queued = row_count;
  return queued;
end $$;
comment on function private.queue_reminders() is
  'Queues reminders for the day before, to those who made or changed a gathering, or help at it, and still belong to the organization as whose member they do; once per person, gathering and start. Returns how many.';

create function private.hand_over_waiting() returns integer
language plpgsql set search_path = '' as $$
declare
  handed integer;
begin
  update public.messages m set due_at = m.due_at where m.state = 'waiting';
  get diagnostics handed = row_count;
  return handed;
end $$;
comment on function private.hand_over_waiting() is
  'Gives every waiting message to the queue anew, when the worker starts: those queued before it had a queue, and any whose job was lost.';

-- ── sealed: mail.sql

-- Who sees of which message that it waits or has failed, and how messages reach the worker.

grant select (id, kind, organization_id, person_id, about, queued_at, due_at, state, attempts, problem, ended_at)
  on public.messages to authenticated;
create policy messages_select_admin on public.messages
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('members.write'))::uuid[]));

-- No insert, update or delete: commands queue messages, the worker ends them.

create function private.hand_to_worker() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Where the worker has not made its schema yet, it finds what waits when it starts.
  if to_regnamespace('graphile_worker') is not null then
    execute 'select graphile_worker.add_job($1, $2, run_at := $3, max_attempts := 12, job_key := $4)'
      using 'send', json_build_object('message', new.id), new.due_at, 'send:' || new.id;
  end if;
  return null;
end $$;
comment on function private.hand_to_worker() is
  'Gives a waiting message to the worker''s queue, in the transaction that queues it: both happen or neither. The job''s key keeps it single.';
create trigger messages_hand_to_worker_on_insert after insert on public.messages
  for each row when (new.state = 'waiting') execute function private.hand_to_worker();
create trigger messages_hand_to_worker_on_change after update of due_at, state on public.messages
  for each row when (new.state = 'waiting') execute function private.hand_to_worker();

create function private.queue_mailed_link(secret text, kind public.message_kind, email text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not private.is_server(secret) or kind not in ('sign_in_link', 'password_reset') then
    perform private.refuse('not_allowed', 403);
  end if;
  insert into public.messages (kind, address) values (queue_mailed_link.kind, private.read_email(email));
end $$;
comment on function private.queue_mailed_link(text, public.message_kind, text) is 'See public.queue_mailed_link.';
grant execute on function private.queue_mailed_link(text, public.message_kind, text) to anon, authenticated;

create function public.queue_mailed_link(secret text, kind public.message_kind, email text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.queue_mailed_link(queue_mailed_link.secret, queue_mailed_link.kind, queue_mailed_link.email);
end $$;
comment on function public.queue_mailed_link(text, public.message_kind, text) is
  'For web processes: queues a link to sign in (sign_in_link) or to a new password (password_reset) for whoever has this address. Does the same work whether anybody has; the worker looks later. Refuses not_allowed without the secret, email_not_valid.';
grant execute on function public.queue_mailed_link(text, public.message_kind, text) to anon, authenticated;

create function public.organization_mail(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  perform private.require_writer(organization_mail.organization_id, 'members.write');
  return (
    select coalesce(jsonb_agg(to_jsonb(listed) order by listed.queued_at desc, listed.id), '[]')
    from (
      select m.id, m.kind, m.state, m.attempts, m.problem, m.queued_at, m.due_at, m.ended_at,
        coalesce(p.display_name, i.email, nullif(s.name, '')) as recipient
      from public.messages m
      left join public.people p on p.id = m.person_id
      left join public.invitations i on i.organization_id = m.organization_id and i.id = m.about
      left join public.signups s on s.organization_id = m.organization_id and s.id = m.about
      where m.organization_id = organization_mail.organization_id
        and (m.state = 'failed' or (m.state = 'waiting' and (m.attempts > 0 or m.due_at < now() - interval '10 minutes')))
      order by m.queued_at desc, m.id limit 200
    ) listed
  );
end $$;
comment on function public.organization_mail(uuid) is
  'What an organization''s mail could not deliver, or not yet: kind, to whom, when, how often tried and why not, for its admins. Never contents.';
grant execute on function public.organization_mail(uuid) to authenticated;

create function private.retry_message(organization_id uuid, message_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  again uuid;
begin
  perform private.require_writer(retry_message.organization_id, 'members.write');
  update public.messages m set state = 'waiting', ended_at = null, attempts = 0, problem = null, due_at = now()
  where m.organization_id = retry_message.organization_id and m.id = message_id and m.state = 'failed'
  returning m.id into again;
  if again is null then
    perform private.refuse('message_gone', 409);
  end if;
  return jsonb_build_object('id', again);
end $$;
comment on function private.retry_message(uuid, uuid) is 'See public.retry_message.';
grant execute on function private.retry_message(uuid, uuid) to authenticated;

create function public.retry_message(organization_id uuid, message_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.retry_message(retry_message.organization_id, retry_message.message_id);
end $$;
comment on function public.retry_message(uuid, uuid) is 'Sends a message that failed once more, for admins. Refuses message_gone.';
grant execute on function public.retry_message(uuid, uuid) to authenticated;

-- ── sealed: mailbox.sql

-- The demonstration's mailbox: what would have been sent. Whoever tries the demonstration is everybody in it.

create function private.demonstration_mailbox() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.mail_leaves() <> 'mailbox' then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(to_jsonb(listed) order by listed.sent_at desc, listed.id), '[]')
    from (
      select b.message_id as id, b.sent_at, b.recipient, b.subject from private.mailbox b
      order by b.sent_at desc, b.message_id limit 100
    ) listed
  );
end $$;
comment on function private.demonstration_mailbox() is 'See public.demonstration_mailbox.';
grant execute on function private.demonstration_mailbox() to anon, authenticated;

create function public.demonstration_mailbox() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.demonstration_mailbox();
end $$;
comment on function public.demonstration_mailbox() is
  'In demonstration mode the newest hundred messages that would have been sent, for anyone; null elsewhere.';

create function private.demonstration_message(message_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.mail_leaves() <> 'mailbox' then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'id', b.message_id, 'sent_at', b.sent_at, 'recipient', b.recipient, 'subject', b.subject,
      'text', b.body_text, 'html', b.body_html, 'headers', b.headers
    ) from private.mailbox b where b.message_id = demonstration_message.message_id
  );
end $$;
comment on function private.demonstration_message(uuid) is 'See public.demonstration_message.';
grant execute on function private.demonstration_message(uuid) to anon, authenticated;

create function public.demonstration_message(message_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.demonstration_message(demonstration_message.message_id);
end $$;
comment on function public.demonstration_message(uuid) is
  'In demonstration mode one message as it would have been sent, with its headers, for anyone; null elsewhere.';

grant execute on function public.demonstration_mailbox(), public.demonstration_message(uuid) to anon, authenticated;

-- ── sealed: mailed-links.sql

-- What the links in messages do. A link shows what it would do; a press does it, once.

create function private.open_mailed_link(token text) returns private.mailed_links
language plpgsql stable security definer set search_path = '' as $$
declare
  opened private.mailed_links;
begin
  select l.* into opened from private.mailed_links l
  where l.token_hash = private.token_hash(token) and l.expires_at > now();
  return opened;
end $$;
comment on function private.open_mailed_link(text) is 'The mailed link of a token; a row of nulls when it opens nothing. Not for the API.';

create function private.read_mailed_link(token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  l constant private.mailed_links := private.open_mailed_link(token);
begin
  if l.token_hash is null then
    return null;
  end if;
  return jsonb_build_object('kind', l.kind, 'message_kind', l.message_kind, 'new_email', (
    select c.new_email from private.address_changes c where c.id = l.change_id
  ));
end $$;
comment on function private.read_mailed_link(text) is 'See public.read_mailed_link.';
grant execute on function private.read_mailed_link(text) to anon, authenticated;

create function public.read_mailed_link(token text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.read_mailed_link(read_mailed_link.token);
end $$;
comment on function public.read_mailed_link(text) is
  'What a mailed link would do, for whoever holds it: its kind, and the new address it confirms. Null for one that is used, expired or unknown.';

create function private.spend_mailed_link(token text, kinds private.link_kind[]) returns private.mailed_links
language plpgsql security definer set search_path = '' as $$
declare
  spent private.mailed_links;
begin
  -- Two browsers with one link wait here for one another; the second finds nothing.
  delete from private.mailed_links l
  where l.token_hash = private.token_hash(token) and l.kind = any (kinds) and l.expires_at > now()
  returning l.* into spent;
  if spent.token_hash is null then
    perform private.refuse('link_not_valid', 409);
  end if;
  return spent;
end $$;
comment on function private.spend_mailed_link(text, private.link_kind[]) is 'Uses a link up, or refuses link_not_valid. Not for the API.';

create function private.forget_ways_in(person uuid, but_session uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from private.mailed_links l where l.person_id = person and l.kind <> 'unsubscribe';
  delete from private.address_changes c where c.person_id = person;
  delete from public.feed_tokens t where t.person_id = person;
  delete from auth.sessions s where s.user_id = person and s.id is distinct from but_session;
  update auth.users u set recovery_token = '', confirmation_token = '', email_change_token_new = '',
    email_change_token_current = '', reauthentication_token = ''
  where u.id = person;
  if to_regclass('auth.one_time_tokens') is not null then
    execute 'delete from auth.one_time_tokens where user_id = $1' using person;
  end if;
end $$;
comment on function private.forget_ways_in(uuid, uuid) is
  'Closes every way into an account but its password: sessions (but one, if named), mailed links, passes, private calendars, a change of address that waits. Not for the API.';

create function private.prove_address(person uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.people p set address_proven_at = now() where p.id = person and p.address_proven_at is null;
  if found then
    -- Whoever made the account may not be whoever reads the address: what they know opens nothing any more.
    perform private.forget_ways_in(person);
    perform set_config('hamkke.account_change', person::text, true);
    update auth.users u set encrypted_password = null where u.id = person;
    perform set_config('hamkke.account_change', '', true);
  end if;
end $$;
comment on function private.prove_address(uuid) is
  'Notes that a mailed link was used. The first time, on an account that came by a link handed over, everything that opened it until then is void, its password too. Not for the API.';

create function private.use_sign_in_link(token text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  person constant uuid := (private.spend_mailed_link(token, array['sign_in']::private.link_kind[])).person_id;
  pass constant text := private.new_token();
begin
  perform private.prove_address(person);
  -- The service takes passes for an hour; this one is used at once, and a minute is enough.
  update auth.users u set recovery_token = pass, recovery_sent_at = now() - interval '59 minutes' where u.id = person;
  -- Newer hosted sign-in services look here.
  if to_regclass('auth.one_time_tokens') is not null then
    execute 'delete from auth.one_time_tokens where user_id = $1 and token_type = ''recovery_token''' using person;
    execute 'insert into auth.one_time_tokens (id, user_id, token_type, token_hash, relates_to)
      select gen_random_uuid(), u.id, ''recovery_token'', $2, u.email from auth.users u where u.id = $1' using person, pass;
  end if;
  return pass;
end $$;
comment on function private.use_sign_in_link(text) is 'See public.use_sign_in_link.';
grant execute on function private.use_sign_in_link(text) to anon, authenticated;

create function public.use_sign_in_link(token text) returns text
language plpgsql set search_path = '' as $$
begin
  return private.use_sign_in_link(use_sign_in_link.token);
end $$;
comment on function public.use_sign_in_link(text) is
  'Exchanges a mailed sign-in link for the token_hash that the sign-in service verifies (type magiclink) and turns into a session. Works once, for an hour; the pass for a minute, where the service takes passes for an hour. Refuses link_not_valid.';

create function private.set_password(person uuid, password text, but_session uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if coalesce(char_length(password), 0) < 12 then
    perform private.refuse('passphrase_too_short', 422, 'passphrase');
  elsif octet_length(password) > 72 then
    perform private.refuse('passphrase_too_long', 422, 'passphrase');
  end if;
  perform set_config('hamkke.account_change', person::text, true);
  update auth.users u
  set encrypted_password = extensions.crypt(password, extensions.gen_salt('bf', 10)), updated_at = now()
  where u.id = person;
  perform set_config('hamkke.account_change', '', true);
  perform private.forget_ways_in(person, but_session);
  insert into public.messages (kind, person_id) values ('password_changed', person);
end $$;
comment on function private.set_password(uuid, text, uuid) is
  'Gives a person a new password (bcrypt, as the sign-in service reads it), closes every other way in, and tells them by mail. Refuses passphrase_too_short below 12 characters, passphrase_too_long above 72 bytes. Not for the API.';

create function private.reset_password(token text, password text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person constant uuid := (private.spend_mailed_link(token, array['reset']::private.link_kind[])).person_id;
begin
  update public.people p set address_proven_at = coalesce(p.address_proven_at, now()) where p.id = person;
  perform private.set_password(person, reset_password.password);
end $$;
comment on function private.reset_password(text, text) is 'See public.reset_password.';
grant execute on function private.reset_password(text, text) to anon, authenticated;

create function public.reset_password(token text, password text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.reset_password(reset_password.token, reset_password.password);
end $$;
comment on function public.reset_password(text, text) is
  'Sets a new password by a mailed link and signs its person out everywhere. Refuses link_not_valid, passphrase_too_short, passphrase_too_long; a refusal leaves the link as it was.';

create function private.confirm_address(token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  l constant private.mailed_links := private.spend_mailed_link(token, array['address_current', 'address_new']::private.link_kind[]);
  change private.address_changes;
  old_email text;
begin
  update private.address_changes c set
    current_confirmed_at = case when l.kind = 'address_current' then now() else c.current_confirmed_at end,
    new_confirmed_at = case when l.kind = 'address_new' then now() else c.new_confirmed_at end
  where c.id = l.change_id and c.expires_at > now() returning c.* into change;
  if change.id is null then
    perform private.refuse('link_not_valid', 409);
  elsif change.current_confirmed_at is null or change.new_confirmed_at is null then
    return jsonb_build_object('done', false);
  end if;

  select u.email into old_email from auth.users u where u.id = change.person_id for update;
  perform set_config('hamkke.account_change', change.person_id::text, true);
  begin
    update auth.users u set email = change.new_email, updated_at = now() where u.id = change.person_id;
  exception when unique_violation then
    perform private.refuse('link_not_valid', 409);
  end;
  update auth.identities i set identity_data = jsonb_set(i.identity_data::jsonb, '{email}', to_jsonb(change.new_email))
  where i.user_id = change.person_id and i.provider = 'email';
  perform set_config('hamkke.account_change', '', true);
  update public.people p set address_proven_at = now() where p.id = change.person_id;
  perform private.forget_ways_in(change.person_id, nullif(auth.jwt() ->> 'session_id', '')::uuid);
  insert into public.messages (kind, person_id, address) values ('address_changed', change.person_id, old_email);
  return jsonb_build_object('done', true);
end $$;
comment on function private.confirm_address(text) is 'See public.confirm_address.';
grant execute on function private.confirm_address(text) to anon, authenticated;

create function public.confirm_address(token text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.confirm_address(confirm_address.token);
end $$;
comment on function public.confirm_address(text) is
  'Confirms one end of a change of address; with both, the address is changed ({"done": true}) and the old one is told. Refuses link_not_valid, also when somebody has taken the address meanwhile.';

create function private.end_mail(token text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l constant private.mailed_links := private.open_mailed_link(token);
begin
  if l.kind is distinct from 'unsubscribe' then
    perform private.refuse('link_not_valid', 409);
  end if;
  insert into public.notification_choices (person_id, kind, wanted) values (l.person_id, l.message_kind, false)
  on conflict on constraint notification_choices_one_each do update set wanted = false;
end $$;
comment on function private.end_mail(text) is 'See public.end_mail.';
grant execute on function private.end_mail(text) to anon, authenticated;

create function public.end_mail(token text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.end_mail(end_mail.token);
end $$;
comment on function public.end_mail(text) is
  'Ends one kind of optional mail for the person whose message carried the link (RFC 8058: one press, no account). The link goes on working, so that a second press is no error. Refuses link_not_valid.';

grant execute on function
  public.read_mailed_link(text), public.use_sign_in_link(text), public.reset_password(text, text),
  public.confirm_address(text), public.end_mail(text)
  to anon, authenticated;

create function private.guard_account() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if nullif(current_setting('hamkke.account_change', true), '') is distinct from new.id::text then
    perform private.refuse('not_allowed', 403);
  end if;
  return new;
end $$;
comment on function private.guard_account() is
  'A password and an address change through the functions that ask for the old password or a link, and by no other way the sign-in service may offer.';
create trigger hamkke_guard_account before update of encrypted_password, email on auth.users
  for each row when (
    old.encrypted_password is distinct from new.encrypted_password or old.email is distinct from new.email
  ) execute function private.guard_account();

-- ── sealed: organizations.sql

-- Who may know of coalitions, organizations and standings. Nobody writes them through the API yet.

grant select (id, slug, display_name, korean_name, listed, created_at) on public.coalitions to anon, authenticated;
create policy coalitions_select_visitor on public.coalitions
  for select to anon
  using (listed);
create policy coalitions_select_fellow on public.coalitions
  for select to authenticated
  using (listed or id = any ((select private.my_coalitions())::uuid[]));

grant select (
  id, slug, legal_name, display_name, short_name, korean_name, aliases, time_zone, languages, color, created_at
) on public.organizations to anon, authenticated;

create function private.organizations_open_to_everyone() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  -- The limit makes it one probe of an index for each organization, however many gatherings there are.
  return array(
    select o.id from public.organizations o
    cross join lateral (
      select from public.gatherings g
      where g.organization_id = o.id and g.audience = 'everyone' and g.state <> 'draft'
      limit 1
    ) as something
    union
    -- Whoever accepts to hold what everyone sees stands beside its owner.
    select o.id from public.organizations o
    cross join lateral (
      select from public.hostings h
      join public.gatherings g on g.organization_id = h.organization_id and g.id = h.gathering_id
      where h.host_id = o.id and h.state = 'accepted' and g.audience = 'everyone' and g.state <> 'draft'
      limit 1
    ) as something
    union
    select o.id from public.organizations o
    cross join lateral (
      select from public.services s
      where s.organization_id = o.id and s.audience = 'everyone' and s.state in ('active', 'paused', 'closed')
      limit 1
    ) as something
    union
    select c.organization_id from public.collections c where c.audience = 'everyone'
    union
    select c.organization_id from public.campaigns c where c.audience = 'everyone'
  );
end $$;
comment on function private.organizations_open_to_everyone() is
  'The organizations that invite everyone to something, alone or with its owner, list or collect help for everyone, or lead a campaign in everyone''s sight, and may therefore be known by everyone.';
grant execute on function private.organizations_open_to_everyone() to anon, authenticated;

create policy organizations_select_visitor on public.organizations
  for select to anon
  using (id = any ((select private.organizations_open_to_everyone())::uuid[]));
create policy organizations_select_fellow on public.organizations
  for select to authenticated
  using (
    id = any ((select private.my_fellow_organizations())::uuid[])
    or id = any ((select private.organizations_open_to_everyone())::uuid[])
  );

grant select (organization_id, coalition_id, kind, joined_on) on public.standings to authenticated;
create policy standings_select_fellow on public.standings
  for select to authenticated
  using (coalition_id = any ((select private.my_coalitions())::uuid[]));

-- No insert, update or delete: coalitions, organizations and standings come with the first link and by the
-- installation's owner.

create function private.keep_public_rows_from_naming_a_coalition() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.gatherings g set coalition_id = null
  where g.coalition_id = new.id and g.audience = 'everyone';
  return null;
end $$;
comment on function private.keep_public_rows_from_naming_a_coalition() is
  'When a coalition stops being listed, what everyone can read no longer names it.';
create trigger coalitions_unlist after update of listed on public.coalitions
  for each row when (old.listed and not new.listed)
  execute function private.keep_public_rows_from_naming_a_coalition();

create function private.end_shares_between_former_fellows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.shares s
  where old.organization_id in (s.organization_id, s.recipient_id)
    and not exists (
      select from public.standings owner
      join public.standings recipient on recipient.coalition_id = owner.coalition_id
      where owner.organization_id = s.organization_id and recipient.organization_id = s.recipient_id
    );
  -- A card for the coalition is out of its sight, and so is a detail that was named to it below that card.
  delete from public.shares s using public.gatherings g
  where s.recipient_id = old.organization_id and s.layer = 'detail'
    and g.organization_id = s.organization_id and g.id = s.gathering_id
    and g.audience = 'coalition' and g.coalition_id = old.coalition_id;
  return null;
end $$;
comment on function private.end_shares_between_former_fellows() is
  'An organization that leaves a coalition loses what was named to it there, unless another coalition still joins the two.';
create trigger standings_end_shares after delete on public.standings
  for each row execute function private.end_shares_between_former_fellows();

-- ── sealed: people.sql

-- Who may see people and memberships, and who changes roles.

grant select (id, display_name, language, time_zone) on public.people to authenticated;
create policy people_select_colleague on public.people
  for select to authenticated
  using (
    id = (select private.my_person())
    or exists (
      select from public.memberships m
      where m.person_id = people.id
        and m.organization_id = any ((select private.my_organizations('members.read'))::uuid[])
    )
  );

grant update (display_name, language, time_zone, quiet_from, quiet_until) on public.people to authenticated;
create policy people_update_self on public.people
  for update to authenticated
  using (id = (select private.my_person()))
  with check (id = (select private.my_person()));

-- No insert and no delete: a person comes and goes with the account (accounts.sql).

create function private.prepare_person() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.display_name := private.tidy_line(new.display_name, 'display_name', 80, true);
  if not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  elsif not core.is_language(new.language) then
    perform private.refuse('not_understood', 422, 'language');
  end if;
  return new;
end $$;
comment on function private.prepare_person() is 'Tidies a person''s name and refuses what the constraints would.';
create trigger people_prepare before insert or update on public.people
  for each row execute function private.prepare_person();

grant select (organization_id, person_id, role, created_at) on public.memberships to authenticated;
create policy memberships_select_colleague on public.memberships
  for select to authenticated
  using (
    person_id = (select private.my_person())
    or organization_id = any ((select private.my_organizations('members.read'))::uuid[])
  );

-- Neither organization_id nor person_id is granted: a membership changes its role and nothing else.
grant update (role) on public.memberships to authenticated;
create policy memberships_update_admin on public.memberships
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('members.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('members.write'))::uuid[]));

grant delete on public.memberships to authenticated;
create policy memberships_delete_admin_or_self on public.memberships
  for delete to authenticated
  using (
    person_id = (select private.my_person())
    or organization_id = any ((select private.my_organizations('members.write'))::uuid[])
  );

-- No insert: people come by a link or an invitation.

create function private.refuse_own_role() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.person_id = private.my_person() then
    perform private.refuse('own_role', 409);
  end if;
  return new;
end $$;
comment on function private.refuse_own_role() is 'Nobody changes their own role: another admin does.';
create trigger memberships_refuse_own_role before update of role on public.memberships
  for each row when (old.role <> new.role) execute function private.refuse_own_role();

create function private.keep_an_admin() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Two admins who demote each other wait here for one another. Without the organization's row it is the
  -- organization itself that goes, members and all.
  perform from public.organizations o where o.id = old.organization_id for no key update;
  if found and not exists (
    select from public.memberships m
    where m.organization_id = old.organization_id and m.role = 'admin' and m.person_id <> old.person_id
  ) then
    perform private.refuse('last_admin', 409);
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
comment on function private.keep_an_admin() is 'Refuses to remove or demote the last admin of an organization, whoever asks.';
create trigger memberships_keep_an_admin_on_update before update on public.memberships
  for each row when (old.role = 'admin' and new.role <> 'admin') execute function private.keep_an_admin();
create trigger memberships_keep_an_admin_on_delete before delete on public.memberships
  for each row when (old.role = 'admin') execute function private.keep_an_admin();

create function public.organization_members(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  perform private.require_writer(organization_members.organization_id, 'members.read');
  return jsonb_build_object(
    'members', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'display_name', p.display_name, 'role', m.role, 'created_at', m.created_at,
        'is_me', p.id = private.my_person()
      ) order by m.role desc, p.display_name, p.id), '[]')
      from public.memberships m join public.people p on p.id = m.person_id
      where m.organization_id = organization_members.organization_id
    ),
    'invitations', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', i.id, 'email', i.email, 'role', i.role, 'created_at', i.created_at, 'expires_at', i.expires_at,
        'expired', i.expires_at <= now(), 'invited_by', p.display_name
      ) order by i.created_at desc, i.id), '[]')
      from public.invitations i left join public.people p on p.id = i.invited_by
      where i.organization_id = organization_members.organization_id
        and i.accepted_at is null and i.withdrawn_at is null
    )
  );
end $$;
comment on function public.organization_members(uuid) is
  'The people of an organization with their roles, for its members, and the invitations that wait, which policies show to its admins alone.';
grant execute on function public.organization_members(uuid) to authenticated;

-- ── sealed: plan-board.sql

-- The plan at a glance, and what happened since a day. Everything is read with the caller's own rights: what somebody does
-- not see is in no list and in no count.

create function private.plan_coalition(slug text) returns table (id uuid, label jsonb)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select c.id, jsonb_build_object('slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name)
    from public.coalitions c
    where c.slug = plan_coalition.slug and c.id = any ((select private.my_coalitions())::uuid[]);
end $$;
comment on function private.plan_coalition(text) is 'A coalition of the caller; no row for anyone else.';

create function private.own_members_of(coalition_id uuid, permission text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(o.label order by o.slug), '[]')
    from public.standings s join private.organization_labels o on o.id = s.organization_id
    where s.coalition_id = own_members_of.coalition_id and o.id = any (private.my_organizations(own_members_of.permission))
  );
end $$;
comment on function private.own_members_of(uuid, text) is
  'The organizations of a coalition in which the caller holds a permission: for whom they may begin something there, or read.';
grant execute on function private.own_members_of(uuid, text) to anon, authenticated;

create function public.plan_board(slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  coalition record;
begin
  select p.id, p.label into coalition from private.plan_coalition(plan_board.slug) p;
  if not found then
    return null;
  end if;
  return (
    with seen as materialized (
      select c.id, c.organization_id, c.part, c.name, c.audience, c.starts_on, c.ends_on, c.outcome, c.outcome_on
      from public.campaigns c where c.id = any ((select private.campaigns_of_plan(coalition.id))::uuid[])
    ), things as materialized (
      select i.id, i.organization_id, i.title, i.due_at, i.due_local, i.time_zone, i.closed_at is null as open,
        i.closed_at is null and i.due_at < now() as late
      from public.action_items i where i.coalition_id = coalition.id
    ), serving as materialized (
      select s.item_id, s.campaign_id from private.item_campaigns(array(select t.id from things t)) s
      join seen c on c.id = s.campaign_id
    ), parts as materialized (
      select p.item_id, p.organization_id, p.status, p.status_at
      from private.parts_in(coalition.id) p join things t on t.id = p.item_id
    ), counts as (
      select s.campaign_id, count(*) filter (where t.open) as open, count(*) filter (where t.late) as late
      from serving s join things t on t.id = s.item_id group by s.campaign_id
    ), work as (
      select s.campaign_id, count(*) as parts, count(*) filter (where p.status = 'done') as done,
        count(*) filter (where p.status <> 'asked' and p.status_at >= now() - interval '14 days') as moved
      from serving s join parts p on p.item_id = s.item_id group by s.campaign_id
    ), nearest as (
      select r.campaign_id, r.late, jsonb_agg(jsonb_build_object(
        'id', r.id, 'title', r.title, 'due_local', r.due_local, 'time_zone', r.time_zone
      ) order by r.place) as items
      from (
        select s.campaign_id, t.late, t.id, t.title, t.due_local, t.time_zone,
          row_number() over (partition by s.campaign_id, t.late order by t.due_at, t.id) as place
        from serving s join things t on t.id = s.item_id where t.open
      ) r
      where r.place <= case when r.late then 3 else 1 end
      group by r.campaign_id, r.late
    ), waiting as (
      select w.campaign_id, count(*) as total,
        jsonb_agg(w.organization_id order by w.items desc, w.organization_id) filter (where w.place <= 5) as organizations
      from (
        select s.campaign_id, p.organization_id, count(*) as items,
          row_number() over (partition by s.campaign_id order by count(*) desc, p.organization_id) as place
        from serving s join things t on t.id = s.item_id join parts p on p.item_id = s.item_id
        where t.open and p.status = 'asked'
        group by s.campaign_id, p.organization_id
      ) w
      group by w.campaign_id
    )
    select jsonb_build_object(
      'coalition', coalition.label, 'writes_for', private.own_members_of(coalition.id, 'actions.write'),
      'organizations', (
        select coalesce(jsonb_object_agg(o.id, o.label), '{}') from private.organization_labels o
        where o.id in (select c.organization_id from seen c union select p.organization_id from parts p)
      ),
      'campaigns', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', c.id, 'part', c.part, 'name', c.name, 'lead', c.organization_id, 'audience', c.audience,
          'starts_on', c.starts_on, 'ends_on', c.ends_on, 'outcome', c.outcome, 'outcome_on', c.outcome_on,
          'open', coalesce(n.open, 0), 'late', coalesce(n.late, 0),
          'parts', coalesce(k.parts, 0), 'done', coalesce(k.done, 0), 'moved', coalesce(k.moved, 0),
          'late_items', coalesce((select e.items from nearest e where e.campaign_id = c.id and e.late), '[]'),
          'next_items', coalesce((select e.items from nearest e where e.campaign_id = c.id and not e.late), '[]'),
          'unanswered', coalesce(w.total, 0), 'waiting_for', coalesce(w.organizations, '[]')
        ) order by c.outcome_on desc nulls first, c.starts_on desc, c.id), '[]')
        from seen c
        left join counts n on n.campaign_id = c.id
        left join work k on k.campaign_id = c.id
        left join waiting w on w.campaign_id = c.id
      ),
      -- What serves no campaign, or none that the caller sees.
      'beside', (
        select jsonb_build_object('open', count(*) filter (where t.open), 'late', count(*) filter (where t.late))
        from things t where not exists (select from serving s where s.item_id = t.id)
      )
    )
  );
end $$;
comment on function public.plan_board(text) is
  'The campaigns of a coalition''s plan that the caller sees: what moved within two weeks, what is late and who has not answered, as far as the caller sees the items. Null for a coalition that is not theirs.';

create function public.plan_meeting(slug text, since date) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  coalition record;
  most constant integer := 60;
  zone constant text := coalesce((select p.time_zone from public.people p where p.id = private.my_person()), 'UTC');
  today constant date := (now() at time zone zone)::date;
  since_at constant timestamptz := since::timestamp at time zone zone;
begin
  select p.id, p.label into coalition from private.plan_coalition(plan_meeting.slug) p;
  if not found then
    return null;
  elsif since is null then
    perform private.refuse('required', 422, 'since');
  elsif since > today then
    perform private.refuse('day_not_yet_come', 422, 'since');
  elsif since < '2000-01-01' then
    perform private.refuse('date_far_away', 422, 'since', jsonb_build_object('first', 2000, 'last', 2099));
  end if;
  return (
    with seen as materialized (
      select c.id, c.organization_id, c.name, c.part, c.starts_on, c.ends_on, c.outcome, c.outcome_on
      from public.campaigns c where c.id = any ((select private.campaigns_of_plan(coalition.id))::uuid[])
    ), things as materialized (
      select i.id, i.organization_id, i.title, i.due_at, i.due_local, i.time_zone, i.closed_at
      from public.action_items i where i.coalition_id = coalition.id
    ), parts as materialized (
      select p.item_id, p.organization_id, p.status, p.status_at, p.asked_at
      from private.parts_in(coalition.id) p join things t on t.id = p.item_id
    ), moved as (
      select t.id, t.title, t.closed_at >= since_at as closed,
        coalesce(jsonb_agg(jsonb_build_object('organization', p.organization_id, 'status', p.status)
          order by p.status desc, p.organization_id) filter (where p.organization_id is not null), '[]') as parts,
        greatest(max(p.status_at), t.closed_at) as moved_at
      from things t
      left join parts p on p.item_id = t.id and p.status <> 'asked' and p.status_at >= since_at
      where t.closed_at >= since_at or p.organization_id is not null
      group by t.id, t.title, t.closed_at
    ), late as (
      select t.id, t.title, t.due_at, t.due_local, t.time_zone,
        coalesce(jsonb_agg(p.organization_id order by p.organization_id) filter (where p.organization_id is not null), '[]') as waits_for
      from things t
      left join parts p on p.item_id = t.id and p.status in ('asked', 'accepted', 'doing')
      where t.closed_at is null and t.due_at < now()
      group by t.id, t.title, t.due_at, t.due_local, t.time_zone
    ), silent as (
      select p.organization_id, count(*) as total, count(*) filter (where p.status = 'asked') as unanswered,
        jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'status', p.status) order by p.place) filter (where p.place <= 2) as items
      from (
        select p.organization_id, p.status, t.id, t.title,
          row_number() over (partition by p.organization_id order by t.due_at, t.id) as place
        from parts p join things t on t.id = p.item_id
        where t.closed_at is null and p.status in ('asked', 'accepted', 'doing') and p.status_at < since_at
      ) p
      group by p.organization_id
    )
    select jsonb_build_object(
      'coalition', coalition.label, 'today', today,
      'organizations', (
        select coalesce(jsonb_object_agg(o.id, o.label), '{}') from private.organization_labels o
        where o.id in (select c.organization_id from seen c union select p.organization_id from parts p)
      ),
      'campaigns', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', c.id, 'name', c.name, 'part', c.part, 'lead', c.organization_id, 'ends_on', c.ends_on,
          'outcome', c.outcome, 'outcome_on', c.outcome_on, 'starts_on', c.starts_on,
          'began', c.starts_on between since and today,
          'came_out', coalesce(c.outcome_on >= since, false), 'late', c.outcome is null and c.ends_on < today
        ) order by c.outcome_on desc nulls last, c.starts_on desc, c.id), '[]')
        from seen c
        where c.starts_on between since and today or c.outcome_on >= since or (c.outcome is null and c.ends_on < today)
      ),
      'moved_total', (select count(*) from moved),
      'moved', (
        select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title, 'closed', coalesce(m.closed, false), 'parts', m.parts)
          order by m.moved_at desc, m.id), '[]')
        from (select * from moved order by moved_at desc, id limit most) m
      ),
      'late_total', (select count(*) from late),
      'late', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', l.id, 'title', l.title, 'due_local', l.due_local, 'time_zone', l.time_zone, 'waits_for', l.waits_for
        ) order by l.due_at, l.id), '[]')
        from (select * from late order by due_at, id limit most) l
      ),
      'silent_total', (select count(*) from silent),
      'silent', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'organization', s.organization_id, 'total', s.total, 'unanswered', s.unanswered, 'items', s.items
        ) order by s.total desc, s.organization_id), '[]')
        from (select * from silent order by total desc, organization_id limit most) s
      )
    )
  );
end $$;
comment on function public.plan_meeting(text, date) is
  'What of a coalition''s plan moved since a day, what is late, and who has not reported since, as far as the caller sees it. Days are those of the caller''s zone. Null for a coalition that is not theirs.';

grant execute on function private.plan_coalition(text), public.plan_board(text), public.plan_meeting(text, date) to authenticated;

-- ── sealed: plan-campaigns.sql

-- What the pages of campaigns ask. Everything here acts with the caller's own rights.

create view private.campaign_cards with (security_invoker = true) as
select
  c.id, c.organization_id, c.starts_on,
  jsonb_build_object(
    'id', c.id, 'part', c.part, 'name', c.name, 'goal', c.goal, 'audience', c.audience, 'starts_on', c.starts_on,
    'ends_on', c.ends_on, 'outcome', c.outcome, 'outcome_on', c.outcome_on, 'outcome_reason', c.outcome_reason,
    'lead', (select o.label from private.organization_labels o where o.id = c.organization_id)
  ) as card
from public.campaigns c;
comment on view private.campaign_cards is 'A campaign as whoever sees it reads it, with its lead organization.';
grant select on private.campaign_cards to anon, authenticated;

create function private.metrics_of_campaign(campaign_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  -- A visitor sees none.
  if not has_any_column_privilege('public.pooled_metrics', 'select') then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(f.facts order by f.first_month desc, f.id), '[]')
    from private.pooled_facts f where f.id = any ((select private.campaign_metrics(metrics_of_campaign.campaign_id))::uuid[])
  );
end $$;
comment on function private.metrics_of_campaign(uuid) is 'What is counted for a campaign, as far as the caller sees it.';
grant execute on function private.metrics_of_campaign(uuid) to anon, authenticated;

create function private.items_of_campaign(campaign_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  coalition constant uuid := private.campaign_coalition_of(items_of_campaign.campaign_id);
  serving uuid[];
begin
  -- A visitor sees none.
  if not has_any_column_privilege('public.action_items', 'select') then
    return '[]';
  end if;
  serving := array(
    select s.item_id from private.item_campaigns(array(
      select i.id from public.action_items i
      where i.coalition_id = coalition or i.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    )) s
    where s.campaign_id = items_of_campaign.campaign_id
  );
  return (
    select coalesce(jsonb_agg(c.card order by c.closed_at is not null, c.due_at, c.id), '[]')
    from private.item_cards c where c.id = any (serving)
  );
end $$;
comment on function private.items_of_campaign(uuid) is
  'What is to be done for a campaign, as far as the caller sees it: open ones first, the longest due before the others.';
grant execute on function private.items_of_campaign(uuid) to anon, authenticated;

create function public.read_campaign(campaign_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.card || jsonb_build_object(
      'version', private.campaign_version_of(c.id),
      'coalition', (
        select jsonb_build_object('slug', p.slug, 'display_name', p.display_name, 'korean_name', p.korean_name)
        from public.coalitions p where p.id = private.campaign_coalition_of(c.id)
      ),
      'writes_for', case when has_any_column_privilege('public.standings', 'select')
        then private.own_members_of(private.campaign_coalition_of(c.id), 'actions.write') else '[]' end,
      'metrics', private.metrics_of_campaign(c.id), 'items', private.items_of_campaign(c.id),
      'letters', private.letters_of_campaign(c.id)
    )
    from private.campaign_cards c
    where c.id = read_campaign.campaign_id
  );
end $$;
comment on function public.read_campaign(uuid) is
  'A campaign for whoever sees it; its version for those who may write it, its coalition for those who belong to that. Null for anyone else.';

create function public.organization_campaigns(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_campaigns.organization_id = any (private.my_organizations('actions.read')) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(c.card order by c.card ->> 'outcome_on' desc nulls first, c.starts_on desc, c.id), '[]')
    from private.campaign_cards c where c.organization_id = organization_campaigns.organization_id
  );
end $$;
comment on function public.organization_campaigns(uuid) is
  'The campaigns that an organization leads, running ones first. Null for whoever does not belong to it.';

create function public.edit_campaign(campaign_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.card || jsonb_build_object(
      'version', private.campaign_version_of(c.id), 'coalition_id', private.campaign_coalition_of(c.id),
      'recipients', array(
        select s.recipient_id from public.campaign_shares s
        where s.organization_id = c.organization_id and s.campaign_id = c.id order by s.recipient_id
      ),
      'fellows', public.fellow_organizations(c.organization_id)
    )
    from private.campaign_cards c
    where c.id = edit_campaign.campaign_id and c.organization_id = edit_campaign.organization_id
      and c.organization_id = any ((select private.my_organizations('actions.write'))::uuid[])
  );
end $$;
comment on function public.edit_campaign(uuid, uuid) is
  'A campaign with whom it is named to, for the forms of those who may write it. Null for anyone else.';

grant execute on function public.read_campaign(uuid) to anon, authenticated;
grant execute on function public.organization_campaigns(uuid), public.edit_campaign(uuid, uuid) to authenticated;

-- ── sealed: pooled-changes.sql

-- How the lead changes what is counted together: its words, its goal, its campaign and its last month, and nothing that
-- the totals stand on. Acts with the caller's own rights.

create function private.metric_of_lead(metric_id uuid) returns table (version integer, campaign_id uuid)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select m.version, m.campaign_id from public.pooled_metrics m
    join public.standings s on s.organization_id = m.organization_id and s.coalition_id = m.coalition_id
    where m.id = metric_of_lead.metric_id and m.organization_id = any (private.my_organizations('actions.write'));
end $$;
comment on function private.metric_of_lead(uuid) is
  'What is in no granted column of a metric, for those who may change it: the lead''s editors, as long as it is in the coalition. No row for anyone else.';

create function public.edit_pooled_metric(metric_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select f.facts || jsonb_build_object(
      'version', l.version, 'campaign_id', l.campaign_id,
      'campaigns', (
        select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.starts_on desc, c.id), '[]')
        from public.campaigns c where c.organization_id = f.organization_id
      )
    )
    from private.pooled_facts f cross join lateral private.metric_of_lead(f.id) l
    where f.id = edit_pooled_metric.metric_id and f.organization_id = edit_pooled_metric.organization_id
  );
end $$;
comment on function public.edit_pooled_metric(uuid, uuid) is
  'What the form of a metric starts from. Null unless the caller may change it.';

create function public.revise_pooled_metric(metric_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.pooled_metrics;
  fixed text;
begin
  -- One answer for a hidden, an absent and a foreign one, and for one whose lead has left; its own people learn that a right is missing.
  if not exists (
    select from public.pooled_metrics m
    join public.standings s on s.organization_id = m.organization_id and s.coalition_id = m.coalition_id
    where m.id = revise_pooled_metric.metric_id and m.organization_id = revise_pooled_metric.organization_id
      and m.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(revise_pooled_metric.organization_id, 'actions.write');
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  select k into fixed from jsonb_object_keys(content) as k
  where k not in ('name', 'unit', 'about_registration', 'goal', 'last_month', 'campaign_id') order by k limit 1;
  if found then
    perform private.refuse('metric_term_stays', 422, fixed);
  end if;
  begin
    wanted := jsonb_populate_record(null::public.pooled_metrics, content);
  exception when data_exception then
    perform private.refuse('not_understood', 422);
  end;
  perform from public.pooled_metrics m where m.id = revise_pooled_metric.metric_id for no key update;
  if (select l.version from private.metric_of_lead(revise_pooled_metric.metric_id) l) is distinct from seen_version then
    perform private.refuse('metric_changed_meanwhile', 409);
  end if;
  update public.pooled_metrics m set
    name = wanted.name, unit = wanted.unit, about_registration = coalesce(wanted.about_registration, false), goal = wanted.goal,
    last_month = wanted.last_month, campaign_id = wanted.campaign_id
  where m.id = revise_pooled_metric.metric_id;
  return jsonb_build_object('id', revise_pooled_metric.metric_id);
end $$;
comment on function public.revise_pooled_metric(uuid, uuid, integer, jsonb) is
  'Changes what is counted together over the version its writer saw: {"name", "unit", "about_registration", "goal", "last_month", "campaign_id"}. Refuses metric_term_stays for anything else, and month_already_counted.';

grant execute on function
  private.metric_of_lead(uuid), public.edit_pooled_metric(uuid, uuid), public.revise_pooled_metric(uuid, uuid, integer, jsonb)
  to authenticated;

-- ── sealed: pooled-closing.sql

-- How numbers become a total. Every number, and every correction of one, goes into exactly one published total, together
-- with those of at least the minimum of organizations. So totals are equations without a common unknown, and nobody
-- subtracts one from another.

create function private.pooled_closing(month date, closing_day smallint, time_zone text) returns timestamptz
language sql stable set search_path = '' as $$
  select ((month + interval '1 month')::date + closing_day)::timestamp at time zone time_zone
$$;
comment on function private.pooled_closing(date, smallint, text) is
  'When a month closes: at the end of that day of the next month, where the metric is at home.';
grant execute on function private.pooled_closing(date, smallint, text) to authenticated;

create function private.pooled_parts(metric_id uuid, month date)
returns table (organization_id uuid, part bigint, on_time boolean, touched date[])
language plpgsql stable set search_path = '' as $$
begin
  return query
    with metric as (
      select m.id, private.pooled_closing(pooled_parts.month, m.closing_day, m.time_zone) as closes_at,
        before.month as told_to, private.pooled_closing(before.month, m.closing_day, m.time_zone) as told_at
      from public.pooled_metrics m
      left join lateral (
        select max(s.month) as month from public.pooled_snapshots s
        where s.metric_id = m.id and s.month < pooled_parts.month and s.total is not null
      ) before on true
      where m.id = pooled_parts.metric_id
    ), standing as (
      select distinct on (n.organization_id, n.month) n.organization_id, n.month, n.version, n.amount
      from public.pooled_numbers n, metric m
      where n.metric_id = m.id and n.month <= pooled_parts.month and n.entered_at < m.closes_at
      order by n.organization_id, n.month, n.version desc
    ), told as (
      select distinct on (n.organization_id, n.month) n.organization_id, n.month, n.version, n.amount
      from public.pooled_numbers n, metric m
      where n.metric_id = m.id and n.month <= m.told_to and n.entered_at < m.told_at
      order by n.organization_id, n.month, n.version desc
    )
    select s.organization_id, sum(s.amount - coalesce(t.amount, 0))::bigint, bool_or(s.month = pooled_parts.month),
      array_agg(s.month) filter (where s.version is distinct from t.version)
    from standing s left join told t on t.organization_id = s.organization_id and t.month = s.month
    group by s.organization_id;
end $$;
comment on function private.pooled_parts(uuid, date) is
  'What each organization adds to the total of a month: its number, and what came in for earlier months since the last published total. For functions that look past row security; granted to nobody.';

create function private.close_months(as_of timestamptz default now()) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  metric record;
  due date;
  sum_of_parts record;
  shown boolean;
  closed integer := 0;
begin
  for metric in
    select m.* from public.pooled_metrics m
    where private.pooled_closing(m.first_month, m.closing_day, m.time_zone) <= as_of
      and not exists (select from public.pooled_snapshots s where s.metric_id = m.id and s.month = m.last_month)
    order by m.id
  loop
    perform private.hold_pooled(metric.id, true);
    for due in
      select d::date from generate_series(metric.first_month::timestamp, metric.last_month, interval '1 month') d
      where private.pooled_closing(d::date, metric.closing_day, metric.time_zone) <= as_of
        and not exists (select from public.pooled_snapshots s where s.metric_id = metric.id and s.month = d::date)
      order by d
    loop
      select count(*) filter (where p.on_time) as contributors, sum(p.part) as total, max(p.part) as largest into sum_of_parts
      from private.pooled_parts(metric.id, due) p;
      -- Nor a total that is one organization's alone, nor one so small that it can be shared out in one way only.
      shown := sum_of_parts.contributors >= metric.minimum and sum_of_parts.total >= metric.minimum
        and sum_of_parts.largest < sum_of_parts.total;
      insert into public.pooled_snapshots (organization_id, metric_id, month, coalition_id, total, contributors)
      values (
        metric.organization_id, metric.id, due, metric.coalition_id,
        case when shown then sum_of_parts.total end, case when shown then sum_of_parts.contributors end
      );
      closed := closed + 1;
    end loop;
  end loop;
  return closed;
end $$;
comment on function private.close_months(timestamptz) is
  'Closes every month whose day has come, in order, as of that day however late it is called. What is not shown goes into the next total. For the worker alone; returns how many closed.';

create function private.hand_over_number(metric_id uuid, organization_id uuid, month date, purpose text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  metric record;
  told date;
  handed bigint;
  made uuid;
begin
  perform private.require_writer(hand_over_number.organization_id, 'actions.write');
  select m.* into metric from public.pooled_metrics m
  join public.standings s on s.coalition_id = m.coalition_id and s.organization_id = hand_over_number.organization_id
  where m.id = hand_over_number.metric_id and m.organization_id <> hand_over_number.organization_id;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  perform private.hold_pooled(metric.id, true);
  -- As it went into what is published; what came since is still on its way into a total.
  select max(s.month) into told from public.pooled_snapshots s where s.metric_id = metric.id and s.total is not null;
  select n.amount into handed from public.pooled_numbers n
  where n.organization_id = hand_over_number.organization_id and n.metric_id = metric.id and n.month = hand_over_number.month
    and n.month <= told and n.entered_at < private.pooled_closing(told, metric.closing_day, metric.time_zone)
  order by n.version desc limit 1;
  if handed is null then
    perform private.refuse('number_not_published', 409, 'month');
  elsif exists (
    select from public.pooled_handovers h
    where h.organization_id = hand_over_number.organization_id and h.metric_id = metric.id
      and h.month = hand_over_number.month and h.revoked_at is null
  ) then
    perform private.refuse('already_handed_over', 409, 'month');
  elsif private.handing_reveals(metric.id, hand_over_number.organization_id, hand_over_number.month) then
    perform private.refuse('would_reveal_another', 409);
  end if;
  insert into public.pooled_handovers as h (organization_id, owner_id, metric_id, month, purpose, amount)
  values (
    hand_over_number.organization_id, metric.organization_id, metric.id, hand_over_number.month,
    private.tidy_line(hand_over_number.purpose, 'purpose', 120, true), handed
  ) returning h.id into made;
  return made;
end $$;
comment on function private.hand_over_number(uuid, uuid, date, text) is
  'Shows the lead what the caller''s organization counted in a month, as it was published, unless that would leave too few others in any total.';
grant execute on function private.hand_over_number(uuid, uuid, date, text) to authenticated;

create function private.handing_reveals(metric_id uuid, organization_id uuid, month date) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from public.pooled_snapshots s
    join public.pooled_metrics m on m.id = s.metric_id
    cross join lateral (
      select count(*) filter (where p.on_time and not p.known) as others,
        coalesce(bool_or(p.on_time and p.organization_id = m.organization_id), false) as lead_took_part,
        s.total - coalesce(sum(p.part) filter (where p.known), 0) as remainder,
        bool_or(p.organization_id = handing_reveals.organization_id and handing_reveals.month = any (p.touched)) as concerned
      from (
        select q.*, q.organization_id in (m.organization_id, handing_reveals.organization_id) or exists (
          -- Revoked ones too: they were seen.
          select from public.pooled_handovers h
          where h.metric_id = m.id and h.organization_id = q.organization_id and h.month = any (q.touched)
        ) as known
        from private.pooled_parts(m.id, s.month) q
      ) p
    ) sums
    where s.metric_id = handing_reveals.metric_id and s.total is not null and sums.concerned
      -- As if the lead took part, so that a refusal does not tell whether it did.
      and (sums.others - case when sums.lead_took_part then 0 else 1 end < m.minimum - 1 or sums.remainder < 1)
  );
end $$;
comment on function private.handing_reveals(uuid, uuid, date) is
  'Whether, with this number, with its own and with all that were ever handed to it, the lead would know all but fewer than one less than the minimum of a total''s contributors, or that the others had nothing. Granted to nobody.';

create function private.take_back_number(handover_id uuid, organization_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(take_back_number.organization_id, 'actions.write');
  update public.pooled_handovers h set revoked_at = clock_timestamp()
  where h.id = take_back_number.handover_id and h.organization_id = take_back_number.organization_id and h.revoked_at is null;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
end $$;
comment on function private.take_back_number(uuid, uuid) is 'From now on the lead no longer sees a number that was handed to it.';
grant execute on function private.take_back_number(uuid, uuid) to authenticated;

-- ── sealed: pooled-kept.sql

-- What an organization that left a coalition keeps of what it counted there: its numbers, under the words it knew.

create function private.keep_pooled_words() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.pooled_kept as k (organization_id, owner_id, metric_id, words)
  select o.id, m.organization_id, m.id, jsonb_build_object(
    'name', m.name, 'unit', m.unit, 'about_registration', m.about_registration, 'goal', m.goal, 'last_month', m.last_month
  )
  from public.organizations o
  join public.pooled_metrics m on m.coalition_id = old.coalition_id and m.organization_id <> o.id
  where o.id = old.organization_id and exists (
    select from public.pooled_numbers n where n.organization_id = o.id and n.owner_id = m.organization_id and n.metric_id = m.id
  )
  on conflict on constraint pooled_kept_once do update set words = excluded.words;
  return null;
end $$;
comment on function private.keep_pooled_words() is
  'Keeps, for an organization that leaves, what the numbers are called that it entered: what its lead calls them later is the coalition''s affair.';
create trigger standings_keep_pooled_words after delete on public.standings
  for each row execute function private.keep_pooled_words();

create function private.kept_metrics(leaver uuid)
returns table (id uuid, organization_id uuid, coalition_id uuid, first_month date, facts jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select m.id, m.organization_id, m.coalition_id, m.first_month, k.words || jsonb_build_object(
      'id', m.id, 'minimum', m.minimum, 'first_month', m.first_month, 'closing_day', m.closing_day, 'time_zone', m.time_zone,
      'total', 0, 'months', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'month', d::date, 'closes_on', (d + interval '1 month')::date + m.closing_day - 1,
          'closed', private.pooled_closing(d::date, m.closing_day, m.time_zone) <= now(), 'total', null, 'contributors', null
        ) order by d), '[]')
        from generate_series(
          m.first_month::timestamp, least((k.words ->> 'last_month')::date, (now() at time zone m.time_zone)::date), interval '1 month'
        ) d
      )
    )
    from private.pooled_kept k join public.pooled_metrics m on m.organization_id = k.owner_id and m.id = k.metric_id
    where k.organization_id = kept_metrics.leaver and k.organization_id = any (private.my_organizations('actions.read'));
end $$;
comment on function private.kept_metrics(uuid) is
  'What an organization of the caller counted in coalitions that it left, as private.pooled_facts says it, in the words of that day and without a total.';
grant execute on function private.kept_metrics(uuid) to authenticated;

-- ── sealed: pooled-pages.sql

-- What pages ask and what people do about pooled totals. Everything here acts with the caller's own rights.

create view private.pooled_facts with (security_invoker = true) as
select
  m.id, m.organization_id, m.coalition_id, m.first_month,
  jsonb_build_object(
    'id', m.id, 'name', m.name, 'unit', m.unit, 'about_registration', m.about_registration, 'minimum', m.minimum,
    'goal', m.goal, 'first_month', m.first_month, 'last_month', m.last_month, 'closing_day', m.closing_day,
    'time_zone', m.time_zone, 'lead', (select o.label from private.organization_labels o where o.id = m.organization_id),
    'total', (select coalesce(sum(s.total), 0) from public.pooled_snapshots s where s.organization_id = m.organization_id and s.metric_id = m.id),
    'months', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'month', d.month, 'closes_on', (d.month + interval '1 month')::date + m.closing_day - 1,
        'closed', private.pooled_closing(d.month, m.closing_day, m.time_zone) <= now(),
        'total', s.total, 'contributors', s.contributors
      ) order by d.month), '[]')
      from (
        select g::date as month
        from generate_series(m.first_month::timestamp, least(m.last_month, (now() at time zone m.time_zone)::date), interval '1 month') g
      ) d
      left join public.pooled_snapshots s on s.organization_id = m.organization_id and s.metric_id = m.id and s.month = d.month
    )
  ) as facts
from public.pooled_metrics m;
comment on view private.pooled_facts is
  'A metric with its months so far: of closed ones what was published, of the others when they close. No organization''s number is in it.';
grant select on private.pooled_facts to authenticated;

create function public.coalition_totals(slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'coalition', jsonb_build_object('slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name),
      'metrics', (
        select coalesce(jsonb_agg(f.facts order by f.first_month desc, f.id), '[]')
        from private.pooled_facts f where f.coalition_id = c.id
      ),
      'mine', private.own_members_of(c.id, 'actions.read')
    )
    from public.coalitions c
    where c.slug = coalition_totals.slug and c.id = any ((select private.my_coalitions())::uuid[])
  );
end $$;
comment on function public.coalition_totals(text) is
  'The pooled totals of a coalition of the caller, as every one of its organizations sees them. Null for anyone else.';

create function public.organization_totals(organization_id uuid, metric_id uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_totals.organization_id = any (private.my_organizations('actions.read')) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(f.facts || jsonb_build_object(
      'is_lead', f.organization_id = organization_totals.organization_id,
      'takes_part', exists (
        select from public.standings s
        where s.organization_id = organization_totals.organization_id and s.coalition_id = f.coalition_id
      ),
      'own', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'month', n.month, 'version', n.version, 'amount', n.amount, 'entered_at', n.entered_at
        ) order by n.month desc, n.version desc), '[]')
        from public.pooled_numbers n
        where n.organization_id = organization_totals.organization_id and n.owner_id = f.organization_id and n.metric_id = f.id
      ),
      'handed', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', h.id, 'month', h.month, 'purpose', h.purpose, 'amount', h.amount, 'handed_at', h.handed_at,
          'revoked_at', h.revoked_at,
          'from', case when h.organization_id <> organization_totals.organization_id
            then (select o.label from private.organization_labels o where o.id = h.organization_id) end
        ) order by h.handed_at desc), '[]')
        from public.pooled_handovers h
        where h.metric_id = f.id and h.owner_id = f.organization_id
          and (h.organization_id = organization_totals.organization_id
            or (h.owner_id = organization_totals.organization_id and h.revoked_at is null))
      )
    ) order by f.first_month desc, f.id), '[]')
    from (
      select p.* from private.pooled_facts p
      union all
      select k.id, k.organization_id, k.coalition_id, k.first_month, k.facts || jsonb_build_object(
        'lead', (select o.label from private.organization_labels o where o.id = k.organization_id)
      )
      from private.kept_metrics(organization_totals.organization_id) k
      where not exists (select from public.pooled_metrics m where m.id = k.id)
    ) f
    where (organization_totals.metric_id is null or f.id = organization_totals.metric_id)
      and (
        exists (
          select from public.standings s
          where s.organization_id = organization_totals.organization_id and s.coalition_id = f.coalition_id
        ) or f.organization_id = organization_totals.organization_id or exists (
          select from public.pooled_numbers n
          where n.organization_id = organization_totals.organization_id and n.owner_id = f.organization_id and n.metric_id = f.id
        )
      )
  );
end $$;
comment on function public.organization_totals(uuid, uuid) is
  'What an organization counts, with its own numbers in all their versions and what was handed over: by it, or to it as the lead. All metrics, or one. Null for an organization the caller does not belong to.';

create function public.make_pooled_metric(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.pooled_metrics;
  made uuid;
begin
  perform private.require_writer(make_pooled_metric.organization_id, 'actions.write');
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  elsif make_pooled_metric.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  begin
    wanted := jsonb_populate_record(null::public.pooled_metrics, content);
  exception when data_exception then
    perform private.refuse('not_understood', 422);
  end;
  select m.id into made from public.pooled_metrics m
  where m.organization_id = make_pooled_metric.organization_id and m.submission_id = make_pooled_metric.submission_id;
  if made is not null then
    return jsonb_build_object('id', made);
  -- Of a zone that is none the trigger says so.
  elsif private.pooled_closing(
    wanted.first_month, wanted.closing_day, (select z.name from core.time_zones z where z.name = wanted.time_zone)
  ) <= now() then
    perform private.refuse('month_is_over', 422, 'first_month');
  end if;
  insert into public.pooled_metrics as m (
    organization_id, submission_id, coalition_id, campaign_id, name, unit, about_registration, minimum, goal, first_month, last_month, closing_day,
    time_zone
  ) values (
    make_pooled_metric.organization_id, make_pooled_metric.submission_id, wanted.coalition_id, wanted.campaign_id, wanted.name, wanted.unit,
    coalesce(wanted.about_registration, false), coalesce(wanted.minimum, 3), wanted.goal, wanted.first_month, wanted.last_month,
    wanted.closing_day, wanted.time_zone
  )
  on conflict on constraint pooled_metrics_one_per_submission do nothing
  returning m.id into made;
  return jsonb_build_object('id', coalesce(made, (
    select m.id from public.pooled_metrics m
    where m.organization_id = make_pooled_metric.organization_id and m.submission_id = make_pooled_metric.submission_id
  )));
end $$;
comment on function public.make_pooled_metric(uuid, uuid, jsonb) is
  'Begins to count something together. A repeated submission answers with the row of the first.';

create function public.enter_pooled_number(metric_id uuid, organization_id uuid, month date, amount text, seen integer) returns jsonb
language plpgsql set search_path = '' as $$
declare
  typed constant text := regexp_replace(normalize(coalesce(enter_pooled_number.amount, ''), nfkc), '\s', '', 'g');
  plain constant text := case when typed ~ '^[+-]?\d{1,3}(,\d{3})+$' then replace(typed, ',', '') else typed end;
  owner uuid;
  latest record;
begin
  perform private.require_writer(enter_pooled_number.organization_id, 'actions.write');
  if typed = '' then
    perform private.refuse('required', 422, 'amount');
  elsif char_length(plain) > 40 or plain !~ '^[+-]?\d+(\.\d*)?$' then
    perform private.refuse('number_not_a_number', 422, 'amount');
  elsif plain::numeric < 0 then
    perform private.refuse('number_negative', 422, 'amount');
  elsif plain::numeric <> trunc(plain::numeric) then
    perform private.refuse('number_not_whole', 422, 'amount');
  elsif plain::numeric > 1000000000 then
    perform private.refuse('number_too_large', 422, 'amount');
  end if;
  select m.organization_id into owner from public.pooled_metrics m where m.id = enter_pooled_number.metric_id;
  perform private.hold_pooled(enter_pooled_number.metric_id, false);
  perform pg_advisory_xact_lock(hashtextextended(concat(
    enter_pooled_number.organization_id, enter_pooled_number.metric_id, enter_pooled_number.month
  ), 8));
  select n.version, n.amount into latest from public.pooled_numbers n
  where n.organization_id = enter_pooled_number.organization_id and n.metric_id = enter_pooled_number.metric_id
    and n.month = enter_pooled_number.month
  order by n.version desc limit 1;
  if latest.amount = plain::numeric then
    return jsonb_build_object('version', latest.version);
  elsif coalesce(latest.version, 0) is distinct from coalesce(enter_pooled_number.seen, 0) then
    perform private.refuse('number_changed_meanwhile', 409, 'amount');
  end if;
  insert into public.pooled_numbers as n (organization_id, owner_id, metric_id, month, amount)
  values (
    enter_pooled_number.organization_id, owner, enter_pooled_number.metric_id, enter_pooled_number.month, plain::numeric::bigint
  ) returning n.version into latest.version;
  return jsonb_build_object('version', latest.version);
end $$;
comment on function public.enter_pooled_number(uuid, uuid, date, text, integer) is
  'Enters what an organization counted in a month, or corrects it over the version its writer saw. Takes the number as it was typed.';

create function public.hand_over_number(metric_id uuid, organization_id uuid, month date, purpose text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return jsonb_build_object('id', private.hand_over_number(
    hand_over_number.metric_id, hand_over_number.organization_id, hand_over_number.month, hand_over_number.purpose
  ));
end $$;
comment on function public.hand_over_number(uuid, uuid, date, text) is
  'Shows the lead an own number of a published month, for a stated purpose, until it is taken back.';

create function public.take_back_number(handover_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.take_back_number(take_back_number.handover_id, take_back_number.organization_id);
  return jsonb_build_object('id', take_back_number.handover_id);
end $$;
comment on function public.take_back_number(uuid, uuid) is 'Ends that the lead sees a number that was handed to it.';

grant execute on function
  public.coalition_totals(text), public.organization_totals(uuid, uuid), public.make_pooled_metric(uuid, uuid, jsonb),
  public.enter_pooled_number(uuid, uuid, date, text, integer), public.hand_over_number(uuid, uuid, date, text),
  public.take_back_number(uuid, uuid)
  to authenticated;

-- ── sealed: pooled-totals.sql

-- Pooled totals: who may see what, and what every writer is held to. A number is its organization's alone; a total is
-- published once, by private.close_months, and nothing else ever adds numbers up for somebody.

grant select (
  id, organization_id, coalition_id, submission_id, name, unit, about_registration, minimum, goal, first_month, last_month,
  closing_day, time_zone
) on public.pooled_metrics to authenticated;
create policy pooled_metrics_select_coalition on public.pooled_metrics
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    or coalition_id = any ((select private.my_coalitions())::uuid[])
  );
grant insert (
  organization_id, coalition_id, campaign_id, submission_id, name, unit, about_registration, minimum, goal, first_month,
  last_month, closing_day, time_zone
) on public.pooled_metrics to authenticated;
create policy pooled_metrics_insert_editor on public.pooled_metrics
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant update (name, unit, about_registration, goal, last_month, campaign_id) on public.pooled_metrics to authenticated;
create policy pooled_metrics_update_lead on public.pooled_metrics
  for update to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.write'))::uuid[])
    -- Who has left says no more what the coalition counts.
    and exists (
      select from public.standings s
      where s.organization_id = pooled_metrics.organization_id and s.coalition_id = pooled_metrics.coalition_id
    )
  )
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- No delete: a metric runs out.

grant select (organization_id, owner_id, metric_id, month, version, amount, entered_at) on public.pooled_numbers to authenticated;
create policy pooled_numbers_select_own on public.pooled_numbers
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('actions.read'))::uuid[]));
grant insert (organization_id, owner_id, metric_id, month, amount) on public.pooled_numbers to authenticated;
create policy pooled_numbers_insert_editor on public.pooled_numbers
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- No update or delete: a correction is a row more, and what was published stands on the rows that were there.

grant select (organization_id, metric_id, month, coalition_id, total, contributors) on public.pooled_snapshots to authenticated;
create policy pooled_snapshots_select_coalition on public.pooled_snapshots
  for select to authenticated
  using (coalition_id = any ((select private.my_coalitions())::uuid[]));
-- No insert, update or delete: the worker closes a month.

grant select (
  id, organization_id, owner_id, metric_id, month, purpose, amount, handed_at, revoked_at
) on public.pooled_handovers to authenticated;
create policy pooled_handovers_select_both on public.pooled_handovers
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    or (revoked_at is null and owner_id = any ((select private.my_organizations('actions.read'))::uuid[]))
  );
-- No insert, update or delete: private.hand_over_number looks at numbers that its caller must not see.

create function private.prepare_pooled_metric() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.name := private.tidy_texts(new.name, 'name', 120, true);
  new.unit := private.tidy_texts(new.unit, 'unit', 40, true);
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    -- A warning that stands is not taken away.
    new.about_registration := new.about_registration or old.about_registration;
    if new.last_month is distinct from old.last_month then
      perform private.hold_pooled(new.id, true);
    end if;
  elsif not exists (
    select from public.standings s where s.organization_id = new.organization_id and s.coalition_id = new.coalition_id
  ) then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  elsif (select count(*) >= 100 from public.pooled_metrics m where m.organization_id = new.organization_id) then
    perform private.refuse('too_many', 409, 'name', jsonb_build_object('maximum', 100));
  end if;
  if new.campaign_id is not null and not exists (
    select from public.campaigns c where c.organization_id = new.organization_id and c.id = new.campaign_id
  ) then
    perform private.refuse('campaign_not_there', 422, 'campaign_id');
  elsif not coalesce(new.minimum between 3 and 50, false) then
    perform private.refuse('minimum_out_of_range', 422, 'minimum');
  elsif not coalesce(new.goal between 1 and 1000000000000, true) then
    perform private.refuse('goal_out_of_range', 422, 'goal');
  elsif not coalesce(new.closing_day between 1 and 28, false) then
    perform private.refuse('closing_day_out_of_range', 422, 'closing_day');
  elsif new.first_month is null then
    perform private.refuse('month_not_valid', 422, 'first_month');
  elsif not coalesce(
    new.last_month >= new.first_month and new.last_month < new.first_month + interval '5 years'
    and extract(day from new.last_month) = 1, false
  ) then
    perform private.refuse('month_not_valid', 422, 'last_month');
  elsif tg_op = 'UPDATE' and new.last_month < least(
    old.last_month, date_trunc('month', clock_timestamp() at time zone new.time_zone)::date
  ) then
    perform private.refuse('month_already_counted', 422, 'last_month');
  elsif not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('choose_one', 422, 'time_zone');
  end if;
  return new;
end $$;
comment on function private.prepare_pooled_metric() is
  'Tidies a metric and refuses, in a sentence, a coalition in which its lead has no standing, every number out of range, and a last month before one for which numbers may be there.';
create trigger pooled_metrics_prepare before insert or update on public.pooled_metrics
  for each row execute function private.prepare_pooled_metric();

create function private.hold_pooled(metric_id uuid, alone boolean) returns void
language plpgsql set search_path = '' as $$
declare
  key constant bigint := hashtextextended(metric_id::text, 7);
begin
  if alone then
    perform pg_advisory_xact_lock(key);
  else
    perform pg_advisory_xact_lock_shared(key);
  end if;
end $$;
comment on function private.hold_pooled(uuid, boolean) is
  'Whoever closes a month or hands over waits for numbers on their way, and these for it: none falls between two totals.';
grant execute on function private.hold_pooled(uuid, boolean) to authenticated;

create function private.prepare_pooled_number() returns trigger
language plpgsql set search_path = '' as $$
declare
  metric record;
begin
  select m.coalition_id, m.first_month, m.last_month, m.time_zone into metric
  from public.pooled_metrics m where m.organization_id = new.owner_id and m.id = new.metric_id;
  -- With the writer's own rights: what they do not see is not there.
  if not found or not exists (
    select from public.standings s where s.organization_id = new.organization_id and s.coalition_id = metric.coalition_id
  ) then
    perform private.refuse('not_found', 404);
  elsif not coalesce(
    new.month between metric.first_month and metric.last_month and extract(day from new.month) = 1
    and new.month <= now() at time zone metric.time_zone, false
  ) then
    perform private.refuse('month_not_open', 422, 'month');
  elsif not coalesce(new.amount between 0 and 1000000000, false) then
    perform private.refuse('number_out_of_range', 422, 'amount');
  end if;
  perform private.hold_pooled(new.metric_id, false);
  perform pg_advisory_xact_lock(hashtextextended(concat(new.organization_id, new.metric_id, new.month), 8));
  select coalesce(max(n.version), 0) + 1 into new.version from public.pooled_numbers n
  where n.organization_id = new.organization_id and n.owner_id = new.owner_id and n.metric_id = new.metric_id and n.month = new.month;
  if new.version > 100 then
    perform private.refuse('too_many', 409, 'amount', jsonb_build_object('maximum', 100));
  end if;
  new.entered_at := coalesce(new.entered_at, clock_timestamp());
  return new;
end $$;
comment on function private.prepare_pooled_number() is
  'Holds a number to its metric, its months and its range, counts its version, and says when it came.';
create trigger pooled_numbers_prepare before insert on public.pooled_numbers
  for each row execute function private.prepare_pooled_number();

create function private.keep_pooled() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'Published totals, and the numbers and terms that they stand on, never change.';
end $$;
comment on function private.keep_pooled() is 'Refuses every change of a row, whoever makes it.';
-- What may change publishes nothing anew: words, goal, campaign, and how long it goes on.
create trigger pooled_metrics_keep before update on public.pooled_metrics
  for each row when (
    to_jsonb(old) - '{name,unit,about_registration,goal,last_month,campaign_id,version}'::text[]
    <> to_jsonb(new) - '{name,unit,about_registration,goal,last_month,campaign_id,version}'::text[]
  )
  execute function private.keep_pooled();
create trigger pooled_numbers_keep before update on public.pooled_numbers
  for each row execute function private.keep_pooled();
create trigger pooled_snapshots_keep before update on public.pooled_snapshots
  for each row execute function private.keep_pooled();

-- ── sealed: resource-commands.sql

-- What editors do with a service. Each command is one transaction and acts with the caller's own rights: the policies
-- decide, these functions say why in words.

create function private.write_places(service public.services, given jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  wanted record;
  entry jsonb;
  location public.locations;
  kept uuid[] := '{}';
begin
  if coalesce(jsonb_typeof(given), 'null') = 'null' then
    given := '{"locations": []}';
  end if;
  begin
    select coalesce(p.audience, 'owner') as audience, p.coalition_id into wanted
    from jsonb_to_record(given) as p(audience public.audience, coalition_id uuid);
    if jsonb_typeof(given -> 'locations') is distinct from 'array' or jsonb_array_length(given -> 'locations') > 20 then
      perform private.refuse('not_understood', 422, 'place.address_1');
    end if;
    perform set_config('hamkke.published', case when given ->> 'publish' = 'true' then service.id::text else '' end, true);
    for entry in select e.entry from jsonb_array_elements(given -> 'locations') as e(entry) loop
      location := jsonb_populate_record(null::public.locations, entry - 'organization_id');
      if location.id is null or not exists (
        select from public.service_at_locations l
        where l.organization_id = service.organization_id and l.service_id = service.id and l.location_id = location.id
      ) then
        insert into public.locations as l (
          organization_id, hsds_id, name, address_1, address_2, city, region, postal_code, country, latitude, longitude,
          accessibility, directions
        ) values (
          service.organization_id, coalesce(location.hsds_id, gen_random_uuid()), coalesce(location.name, ''),
          coalesce(location.address_1, ''), coalesce(location.address_2, ''), coalesce(location.city, ''),
          coalesce(location.region, ''), coalesce(location.postal_code, ''), coalesce(location.country, 'US'),
          location.latitude, location.longitude, coalesce(location.accessibility, '{}'), coalesce(location.directions, '{}')
        ) returning l.id into location.id;
      else
        update public.locations l set
          name = coalesce(location.name, l.name), address_1 = coalesce(location.address_1, l.address_1),
          address_2 = coalesce(location.address_2, l.address_2), city = coalesce(location.city, l.city),
          region = coalesce(location.region, l.region), postal_code = coalesce(location.postal_code, l.postal_code),
          country = coalesce(location.country, l.country), latitude = case when entry ? 'latitude' then location.latitude else l.latitude end,
          longitude = case when entry ? 'longitude' then location.longitude else l.longitude end,
          accessibility = coalesce(location.accessibility, l.accessibility), directions = coalesce(location.directions, l.directions)
        where l.organization_id = service.organization_id and l.id = location.id;
      end if;
      kept := kept || location.id;
    end loop;
  exception when data_exception or check_violation then
    perform private.refuse('not_understood', 422, 'place.address_1');
  end;

  delete from public.service_at_locations l
  where l.organization_id = service.organization_id and l.service_id = service.id and l.location_id <> all (kept);
  delete from public.locations l
  where l.organization_id = service.organization_id and not exists (
    select from public.service_at_locations a where a.organization_id = l.organization_id and a.location_id = l.id
  ) and l.id <> all (kept);
  update public.service_at_locations l set audience = wanted.audience, coalition_id = wanted.coalition_id
  where l.organization_id = service.organization_id and l.service_id = service.id;
  insert into public.service_at_locations (organization_id, service_id, location_id, audience, coalition_id)
  select service.organization_id, service.id, k.id, wanted.audience, wanted.coalition_id from unnest(kept) as k(id)
  where not exists (
    select from public.service_at_locations l
    where l.organization_id = service.organization_id and l.service_id = service.id and l.location_id = k.id
  );
  perform private.name_service_recipients(
    service, 'place', case when kept = '{}' then 'owner' else wanted.audience end, given -> 'recipients'
  );
end $$;
comment on function private.write_places(public.services, jsonb) is
  'Writes where a service is given and who may see that. Opening it to everyone needs "publish": true, whenever something new becomes public.';

create function private.write_below(service public.services, given jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.write_service_parts(service, given);
  if given ? 'translations' then
    perform private.write_translations(service, given -> 'translations');
  end if;
  if given ? 'place' then
    perform private.write_places(service, given -> 'place');
  end if;
  if given ? 'assurance' then
    perform private.write_assurance(service, given -> 'assurance');
  end if;
  if given ? 'notes' then
    perform private.write_service_notes(service, given ->> 'notes');
  end if;
end $$;
comment on function private.write_below(public.services, jsonb) is 'Writes the parts and layers of a service that are given.';

create function public.list_service(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  service public.services;
  made uuid;
begin
  perform private.require_writer(list_service.organization_id, 'resources.write');
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  elsif list_service.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  service.state := 'active';
  service.audience := 'owner';
  service.time_zone := (select o.time_zone from public.organizations o where o.id = list_service.organization_id);
  service := private.read_service(content, service);
  service.organization_id := list_service.organization_id;
  if content ? 'provider' then
    service.provider_id := null;
    service.provider_id := private.write_provider(service, content -> 'provider');
  end if;
  insert into public.services as s (
    organization_id, submission_id, coalition_id, provider_id, state, audience, source_language, name, description, eligibility,
    required_documents, cost, cost_note, website, email, area_served, terms, staff_languages, interpreter_languages,
    document_languages, time_zone, credential, credential_url, credential_checked_on, information_as_of, jurisdiction, reviewed_by
  ) values (
    service.organization_id, list_service.submission_id, service.coalition_id, service.provider_id, coalesce(service.state, 'active'),
    coalesce(service.audience, 'owner'), coalesce(service.source_language, (
      select min(k.tag) from jsonb_object_keys(case jsonb_typeof(service.name) when 'object' then service.name else '{}' end) as k(tag)
    )), service.name, service.description,
    service.eligibility, service.required_documents, coalesce(service.cost, 'unknown'), service.cost_note, service.website, service.email,
    coalesce(service.area_served, '{}'), coalesce(service.terms, '{}'), service.staff_languages, service.interpreter_languages,
    service.document_languages, service.time_zone, service.credential, service.credential_url, service.credential_checked_on,
    service.information_as_of, service.jurisdiction, service.reviewed_by
  )
  on conflict on constraint services_one_per_submission do nothing
  returning s.id, s.audience, s.coalition_id into service.id, service.audience, service.coalition_id;
  if not found then
    -- A statement of its own: only a new one sees what another press has committed while this one waited.
    select s.id into made from public.services s
    where s.organization_id = list_service.organization_id and s.submission_id = list_service.submission_id;
    return jsonb_build_object('id', made);
  end if;
  perform private.name_service_recipients(service, 'card', service.audience, content -> 'recipients');
  perform private.write_below(service, content);
  return jsonb_build_object('id', service.id);
end $$;
comment on function public.list_service(uuid, uuid, jsonb) is
  'Puts a service into the directory with all that is known of it. A repeated submission answers with the row of the first.';

create function private.lock_service(service_id uuid, organization_id uuid, seen_version integer) returns public.services
language plpgsql set search_path = '' as $$
declare
  service public.services;
begin
  -- One answer for a hidden, an absent and a foreign one; only the owner's people learn that a right is missing.
  if not exists (
    select from public.services s
    where s.id = lock_service.service_id and s.organization_id = lock_service.organization_id
      and s.organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(lock_service.organization_id, 'resources.write');
  perform from public.services s where s.id = lock_service.service_id for no key update;
  if private.service_version_of(lock_service.service_id) is distinct from seen_version then
    perform private.refuse('changed_meanwhile', 409);
  end if;
  select s.id, s.organization_id, s.coalition_id, s.provider_id, s.state, s.audience, s.source_language, s.name, s.description,
    s.eligibility, s.required_documents, s.cost, s.cost_note, s.website, s.email, s.area_served, s.terms, s.staff_languages,
    s.interpreter_languages, s.document_languages, s.time_zone, s.credential, s.credential_url, s.credential_checked_on,
    s.information_as_of, s.jurisdiction, s.reviewed_by
  into service.id, service.organization_id, service.coalition_id, service.provider_id, service.state, service.audience,
    service.source_language, service.name, service.description, service.eligibility, service.required_documents, service.cost,
    service.cost_note, service.website, service.email, service.area_served, service.terms, service.staff_languages,
    service.interpreter_languages, service.document_languages, service.time_zone, service.credential, service.credential_url,
    service.credential_checked_on, service.information_as_of, service.jurisdiction, service.reviewed_by
  from public.services s where s.id = lock_service.service_id;
  return service;
end $$;
comment on function private.lock_service(uuid, uuid, integer) is
  'The service a command is about, locked until the command ends. Refuses when somebody changed it since it was read.';

create function public.revise_service(service_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  service public.services := private.lock_service(
    revise_service.service_id, revise_service.organization_id, revise_service.seen_version
  );
begin
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  service := private.read_service(content, service);
  if content ? 'provider' then
    service.provider_id := private.write_provider(service, content -> 'provider');
  end if;
  update public.services s set
    coalition_id = service.coalition_id, provider_id = service.provider_id, state = service.state, audience = service.audience,
    source_language = service.source_language, name = service.name, description = service.description,
    eligibility = service.eligibility, required_documents = service.required_documents, cost = service.cost,
    cost_note = service.cost_note, website = service.website, email = service.email, area_served = service.area_served,
    terms = service.terms, staff_languages = service.staff_languages, interpreter_languages = service.interpreter_languages,
    document_languages = service.document_languages, time_zone = service.time_zone, credential = service.credential,
    credential_url = service.credential_url, credential_checked_on = service.credential_checked_on,
    information_as_of = service.information_as_of, jurisdiction = service.jurisdiction, reviewed_by = service.reviewed_by
  where s.id = service.id
  returning s.coalition_id into service.coalition_id;
  if content ?| array['audience', 'recipients'] then
    perform private.name_service_recipients(service, 'card', service.audience, content -> 'recipients');
  end if;
  perform private.write_below(service, content);
  return jsonb_build_object('id', service.id, 'version', private.service_version_of(service.id));
end $$;
comment on function public.revise_service(uuid, uuid, integer, jsonb) is
  'Writes the fields and parts of a service that are given, over the version its writer saw. What is not given stays as it is.';

create function public.discard_service(service_id uuid, organization_id uuid, seen_version integer) returns jsonb
language plpgsql set search_path = '' as $$
declare
  service public.services := private.lock_service(
    discard_service.service_id, discard_service.organization_id, discard_service.seen_version
  );
begin
  delete from public.services s where s.id = service.id returning s.id into service.id;
  if not found then
    perform private.refuse('seen_by_others', 409);
  end if;
  return jsonb_build_object('id', service.id);
end $$;
comment on function public.discard_service(uuid, uuid, integer) is
  'Deletes a service that nobody else has ever seen. One that was shared is closed instead.';

grant execute on function
  private.write_places(public.services, jsonb), private.write_below(public.services, jsonb),
  private.lock_service(uuid, uuid, integer),
  public.list_service(uuid, uuid, jsonb), public.revise_service(uuid, uuid, integer, jsonb),
  public.discard_service(uuid, uuid, integer)
  to authenticated;

-- ── sealed: resource-contents.sql

-- A service as it is exchanged, whole: what exports write, and what a file is compared with. Read with the caller's own rights,
-- so that nothing is exported that its reader may not see. What was told about papers and notes are in no content.

create function private.own_provider(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'hsds_id', o.id, 'name', jsonb_strip_nulls(jsonb_build_object('en', o.display_name, 'ko', o.korean_name)),
      'aliases', to_jsonb(array(
        select left(a.alias, 80) from unnest(o.aliases) with ordinality as a(alias, place) order by a.place limit 10
      )),
      'description', '{}'::jsonb, 'website', ''
    )
    from public.organizations o where o.id = own_provider.organization_id
  );
end $$;
comment on function private.own_provider(uuid) is 'An organization as who gives its own services.';

create view private.service_contents with (security_invoker = true) as
select
  s.organization_id, s.id as service_id, s.hsds_id, s.state, s.audience, s.verified_at, s.verify_by, s.shared_at,
  jsonb_build_object(
    'state', s.state, 'source_language', s.source_language, 'name', s.name, 'description', s.description,
    'eligibility', s.eligibility, 'required_documents', s.required_documents, 'cost', s.cost, 'cost_note', s.cost_note,
    'website', s.website, 'email', s.email, 'area_served', s.area_served, 'terms', s.terms,
    'staff_languages', s.staff_languages, 'interpreter_languages', s.interpreter_languages,
    'document_languages', s.document_languages, 'time_zone', s.time_zone,
    'credential', s.credential, 'credential_url', s.credential_url, 'credential_checked_on', s.credential_checked_on,
    'information_as_of', s.information_as_of, 'jurisdiction', s.jurisdiction, 'reviewed_by', s.reviewed_by,
    'phones', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'number', p.number, 'extension', p.extension, 'label', p.label
      ) order by p.position), '[]')
      from public.service_phones p where p.organization_id = s.organization_id and p.service_id = s.id
    ),
    'schedules', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'weekdays', h.weekdays, 'opens_minute', h.opens_minute, 'closes_minute', h.closes_minute
      ) order by h.position), '[]')
      from public.service_schedules h where h.organization_id = s.organization_id and h.service_id = s.id
    ),
    'closures', (
      select coalesce(jsonb_agg(jsonb_build_object('closed_on', c.closed_on, 'note', c.note) order by c.closed_on), '[]')
      from public.service_closures c where c.organization_id = s.organization_id and c.service_id = s.id
    ),
    'translations', (
      select coalesce(jsonb_object_agg(t.language, jsonb_build_object(
        'by_machine', t.by_machine, 'reviewed', t.reviewed_at is not null, 'stale', t.stale
      )), '{}')
      from public.service_translations t where t.organization_id = s.organization_id and t.service_id = s.id
    ),
    'provider', coalesce((
      select jsonb_build_object(
        'hsds_id', p.hsds_id, 'name', p.name, 'aliases', p.aliases, 'description', p.description, 'website', p.website
      )
      from public.providers p where p.organization_id = s.organization_id and p.id = s.provider_id
    ), private.own_provider(s.organization_id)),
    'places', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'hsds_id', a.hsds_id, 'location_hsds_id', l.hsds_id, 'name', l.name, 'address_1', l.address_1, 'address_2', l.address_2,
        'city', l.city, 'region', l.region, 'postal_code', l.postal_code, 'country', l.country,
        'latitude', l.latitude::double precision, 'longitude', l.longitude::double precision,
        'accessibility', l.accessibility, 'directions', l.directions
      ) order by a.hsds_id), '[]')
      from public.service_at_locations a
      join public.locations l on l.organization_id = a.organization_id and l.id = a.location_id
      where a.organization_id = s.organization_id and a.service_id = s.id
    )
  ) as content
from public.services s;
comment on view private.service_contents is 'Each service the caller sees, with all that an export may carry of it for this caller.';
grant select on private.service_contents to anon, authenticated;

create function private.content_of(organization_id uuid, service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.content from private.service_contents c
    where c.organization_id = content_of.organization_id and c.service_id = content_of.service_id
  );
end $$;
comment on function private.content_of(uuid, uuid) is 'A service that the caller sees, whole.';

create function private.contents_of(organization_id uuid, service_ids uuid[]) returns table (service_id uuid, content jsonb)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select c.service_id, c.content from private.service_contents c
    where c.organization_id = contents_of.organization_id and c.service_id = any (service_ids);
end $$;
comment on function private.contents_of(uuid, uuid[]) is
  'Services that the caller sees, whole: many in the time that beginning to read takes for each alone.';
grant execute on function private.content_of(uuid, uuid), private.contents_of(uuid, uuid[]) to authenticated;

create view private.public_contents with (security_invoker = true) as
select
  c.organization_id, c.service_id, c.hsds_id, c.verified_at, c.shared_at,
  c.content || jsonb_build_object(
    'hsds_id', c.hsds_id, 'assured_on', (c.verified_at at time zone 'UTC')::date,
    'places', (
      select coalesce(jsonb_agg(p.place order by p.number), '[]')
      from jsonb_array_elements(c.content -> 'places') with ordinality as p(place, number)
      where exists (
        select from public.service_at_locations a
        where a.organization_id = c.organization_id and a.service_id = c.service_id
          and a.hsds_id = (p.place ->> 'hsds_id')::uuid and a.audience = 'everyone'
      )
    )
  ) as content
from private.service_contents c
where c.audience = 'everyone' and c.state <> 'draft';
comment on view private.public_contents is
  'What everyone may see of services that everyone may see, whoever asks: the same for a member as for a visitor.';
grant select on private.public_contents to anon, authenticated;

create function public.hsds_services(page integer, per_page integer, chosen jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  ids uuid[] := array(
    select s.hsds_id from public.services s
    left join public.providers p on p.organization_id = s.organization_id and p.id = s.provider_id
    where s.audience = 'everyone' and s.state <> 'draft'
      and (chosen ->> 'term' is null or chosen ->> 'term' = any (s.terms))
      and (chosen ->> 'provider' is null or coalesce(p.hsds_id, s.organization_id)::text = chosen ->> 'provider')
      and (chosen ->> 'search' is null or position(lower(chosen ->> 'search') in lower(s.name::text || s.description::text)) > 0)
    group by s.hsds_id order by s.hsds_id
  );
begin
  return jsonb_build_object(
    'total', cardinality(ids),
    'services', (
      select coalesce(jsonb_agg(o.content order by o.hsds_id), '[]') from (
        select distinct on (c.hsds_id) c.hsds_id, c.content from private.public_contents c
        where c.hsds_id = any (ids[(page - 1) * least(per_page, 100) + 1:page * least(per_page, 100)])
        order by c.hsds_id, c.shared_at, c.service_id
      ) o
    )
  );
end $$;
comment on function public.hsds_services(integer, integer, jsonb) is
  'A page of the services that everyone may see, with how many there are; chosen: {"term", "provider", "search"}. Two listings of one service (HSDS id) are one: the older, so that no other organization puts its own word in its place.';

create function public.hsds_service(hsds_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.content from private.public_contents c where c.hsds_id = hsds_service.hsds_id
    order by c.shared_at, c.service_id limit 1
  );
end $$;
comment on function public.hsds_service(uuid) is 'One service that everyone may see; the same null whether it is hidden or absent.';

create function public.hsds_providers(page integer, per_page integer, id uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    with listed as (
      select distinct on (p.provider ->> 'hsds_id') p.provider
      from (
        select private.own_provider(s.organization_id) as provider, null::timestamptz as since from public.services s
        where s.audience = 'everyone' and s.state <> 'draft' and s.provider_id is null
        union all
        select jsonb_build_object(
          'hsds_id', p.hsds_id, 'name', p.name, 'aliases', p.aliases, 'description', p.description, 'website', p.website
        ), (
          select min(s.shared_at) from public.services s
          where s.organization_id = p.organization_id and s.provider_id = p.id and s.audience = 'everyone' and s.state <> 'draft'
        )
        from public.providers p where exists (
          select from public.services s
          where s.organization_id = p.organization_id and s.provider_id = p.id and s.audience = 'everyone' and s.state <> 'draft'
        )
      ) p
      where hsds_providers.id is null or p.provider ->> 'hsds_id' = hsds_providers.id::text
      order by p.provider ->> 'hsds_id', p.since nulls first, p.provider
    )
    select jsonb_build_object('total', (select count(*) from listed), 'providers', (
      select coalesce(jsonb_agg(o.provider order by o.provider ->> 'hsds_id'), '[]') from (
        select l.provider from listed l order by l.provider ->> 'hsds_id'
        limit least(per_page, 100) offset (page - 1) * least(per_page, 100)
      ) o
    ))
  );
end $$;
comment on function public.hsds_providers(integer, integer, uuid) is 'A page of those who give services that everyone may see, or one of them. Of several with one id it is the organization itself, or whoever was listed first.';

create function public.hsds_places(page integer, per_page integer, id uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  ids uuid[] := array(
    select a.hsds_id from public.service_at_locations a
    join public.services s on s.organization_id = a.organization_id and s.id = a.service_id
    where a.audience = 'everyone' and s.audience = 'everyone' and s.state <> 'draft'
      and (hsds_places.id is null or a.hsds_id = hsds_places.id)
    group by a.hsds_id order by a.hsds_id
  );
begin
  return jsonb_build_object('total', cardinality(ids), 'places', (
    select coalesce(jsonb_agg(p.found order by p.id), '[]') from (
      select distinct on (e.place ->> 'hsds_id') (e.place ->> 'hsds_id')::uuid as id,
        jsonb_build_object('place', e.place, 'service', c.content - 'places') as found
      from public.service_at_locations a
      join private.public_contents c on c.organization_id = a.organization_id and c.service_id = a.service_id
      cross join lateral jsonb_array_elements(c.content -> 'places') as e(place)
      where a.hsds_id = any (ids[(page - 1) * least(per_page, 100) + 1:page * least(per_page, 100)])
        and e.place ->> 'hsds_id' = a.hsds_id::text
      order by e.place ->> 'hsds_id', c.shared_at, c.service_id
    ) p
  ));
end $$;
comment on function public.hsds_places(integer, integer, uuid) is 'A page of the places that everyone may know, each with its service, or one of them.';

create function public.export_services(organization_id uuid, whole boolean) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not export_services.organization_id = any (private.my_organizations('resources.read')) then
    perform private.refuse('not_found', 404);
  elsif whole then
    return (
      select coalesce(jsonb_agg(c.content || jsonb_build_object('hsds_id', c.hsds_id) order by c.hsds_id), '[]')
      from private.service_contents c where c.organization_id = export_services.organization_id
    );
  end if;
  return (
    select coalesce(jsonb_agg(c.content - 'assured_on' order by c.hsds_id), '[]')
    from private.public_contents c where c.organization_id = export_services.organization_id
  );
end $$;
comment on function public.export_services(uuid, boolean) is
  'What an organization lists, for its own people: what everyone may see, or all of it with drafts and places. Never notes, nor what was told about papers.';

grant execute on function private.own_provider(uuid), public.hsds_services(integer, integer, jsonb), public.hsds_service(uuid),
  public.hsds_providers(integer, integer, uuid), public.hsds_places(integer, integer, uuid)
  to anon, authenticated;
grant execute on function public.export_services(uuid, boolean) to authenticated;

-- ── sealed: resource-finding.sql

-- Finding help: one call a page. Which services fit is asked of an index that row security keeps the policies from using,
-- by a function that holds the same condition; what is shown of them is then read through the policies.

create function private.is_open(organization_id uuid, service_id uuid, at timestamptz) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.services s
    cross join lateral (select is_open.at at time zone s.time_zone as wall) here
    cross join lateral (values (here.wall::date), (here.wall::date - 1)) as began(day)
    join public.service_schedules h on h.organization_id = s.organization_id and h.service_id = s.id
    where s.organization_id = is_open.organization_id and s.id = is_open.service_id
      and extract(isodow from began.day)::smallint = any (h.weekdays)
      and here.wall >= began.day + h.opens_minute * interval '1 minute'
      and here.wall < began.day + h.closes_minute * interval '1 minute'
      and not exists (
        select from public.service_closures c
        where c.organization_id = s.organization_id and c.service_id = s.id and c.closed_on = began.day
      )
  )
$$;
comment on function private.is_open(uuid, uuid, timestamptz) is
  'Whether a service is open at a moment by the clock of its own zone: what began the day before and goes past midnight counts, a holiday does not.';

create function private.services_found(
  questions tsquery[], whole text, only_verified boolean, open_at timestamptz, most integer
) returns table (service_id uuid, rank integer, stale boolean, title text)
language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare
  own constant uuid[] := private.my_organizations('resources.read');
  coalitions constant uuid[] := private.my_coalitions();
  found_before integer := 0;
  found_now integer;
begin
  for tier in 1 .. cardinality(questions) loop
    return query
    select k.service_id, case
        when tier > 1 then tier + 1
        when strpos(k.title, E'\n' || whole || E'\n') > 0 then 0
        when strpos(k.title, E'\n' || whole) > 0 then 1
        else 2
      end, coalesce(k.verify_by < current_date, true), k.title
    from private.service_keys k
    where k.keys @@ questions[tier]
      -- As services_select_audience has it; keys are of active services alone.
      and (
        k.audience = 'everyone'
        or k.organization_id = any (own)
        or (k.audience = 'coalition' and k.coalition_id = any (coalitions))
        or (k.audience = 'named' and exists (
          select from public.service_shares s
          where s.organization_id = k.organization_id and s.service_id = k.service_id and s.layer = 'card' and s.in_force
            and s.recipient_id = any (own)
        ))
      )
      and (not only_verified or k.verify_by >= current_date)
      and (open_at is null or private.is_open(k.organization_id, k.service_id, open_at))
    limit most - found_before;
    get diagnostics found_now = row_count;
    found_before := found_before + found_now;
    exit when found_before >= most;
  end loop;
end $$;
comment on function private.services_found(tsquery[], text, boolean, timestamptz, integer) is
  'Active services whose card the caller may see and that answer a question, those of earlier questions first, at most so many. Rank: 0 a name is it, 1 begins with it, 2 holds it; then the questions.';

create function private.asks(words text[], whole text, filters text) returns tsquery[]
language plpgsql stable set search_path = '' as $$
declare
  in_title text;
  in_needs text;
  in_texts text;
  called text;
begin
  if cardinality(words) = 0 then
    return array[coalesce(filters, '''.''')::tsquery];
  end if;
  select
    string_agg('(' || a.title || ')', ' & '),
    string_agg('(' || concat_ws(' | ', a.title, a.needs) || ')', ' & '),
    string_agg('(' || concat_ws(' | ', a.texts, a.needs) || ')', ' & ')
  into in_title, in_needs, in_texts
  from unnest(words) as w(word)
  cross join lateral (
    -- The offset keeps each from being asked for as often as it is used.
    select private.asks_for_parts(w.word, '*') as title, private.asks_for_parts(w.word, '') as texts,
      private.asks_for_needs(private.needs_called(w.word)) as needs offset 0
  ) a;
  called := case when cardinality(words) > 1 then private.asks_for_needs(private.needs_called(whole)) end;
  in_title := concat_ws(' & ', '(' || in_title || ')', filters);
  in_needs := concat_ws(' & ', '(' || concat_ws(' | ', in_needs, called) || ')', filters);
  in_texts := concat_ws(' & ', '(' || concat_ws(' | ', in_texts, called) || ')', filters);
  return array[in_title::tsquery, in_needs::tsquery && !!in_title::tsquery, in_texts::tsquery && !!in_needs::tsquery];
end $$;
comment on function private.asks(text[], text, text) is
  'What is asked one after the other: for words in names, then for what they name a need for, then for words anywhere.';

create function private.filters(need text, spoken text, area text, cost text) returns text
language plpgsql stable set search_path = '' as $$
begin
  if concat(need, spoken, area, cost) = '' then
    return null;
  end if;
  return nullif(concat_ws(' & ',
    case when need <> '' then quote_literal('#' || regexp_replace(need, '[^a-z0-9/-]', '.', 'g')) end,
    case when spoken <> '' then quote_literal('language:' || regexp_replace(spoken, '[^A-Za-z0-9-]', '.', 'g')) end,
    case cost when 'free' then '''cost:free''' when 'sliding' then '(''cost:free'' | ''cost:sliding'')' end,
    (select string_agg('(' || private.asks_for_parts(w.word, '@') || ')', ' & ') from unnest(core.words(left(area, 80))) as w(word))
  ), '');
end $$;
comment on function private.filters(text, text, text, text) is 'The keys that every result has; null where nothing was chosen.';

create function private.needs_to_choose(need text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_agg(jsonb_build_object('id', t.id, 'parent_id', t.parent_id, 'name', t.name) order by t.position)
    from public.taxonomy_terms t
    where t.parent_id is null or t.parent_id = split_part(need, '/', 1)
  );
end $$;
comment on function private.needs_to_choose(text) is 'The needs above all others, and those beside or below the one that was chosen.';

create function private.asks_for_some(words text[], filters text) returns tsquery[]
language plpgsql stable set search_path = '' as $$
declare
  parts constant tsquery[] := array(
    select concat_ws(' | ', private.asks_for_parts(w.word, ''), private.asks_for_needs(private.needs_called(w.word)))::tsquery
    from unnest(words) with ordinality as w(word, place) order by w.place
  );
  all_but_one tsquery;
  any_of_them tsquery;
  others tsquery;
begin
  for left_out in 1 .. cardinality(parts) loop
    others := null;
    for place in 1 .. cardinality(parts) loop
      others := case when place = left_out then others else coalesce(others && parts[place], parts[place]) end;
    end loop;
    all_but_one := coalesce(all_but_one || others, others);
    any_of_them := coalesce(any_of_them || parts[left_out], parts[left_out]);
  end loop;
  return array[
    all_but_one && coalesce(filters::tsquery, all_but_one),
    (any_of_them && coalesce(filters::tsquery, any_of_them)) && !!all_but_one
  ];
end $$;
comment on function private.asks_for_some(text[], text) is
  'What is asked where nothing holds every word: for all of them but one, then for any.';

create function private.telling_words(words text[]) returns text[]
language plpgsql immutable set search_path = '' as $$
declare
  -- Spanish la is not among them: it is also where many of these places are.
  joining constant text[] := '{a,an,and,are,at,by,for,from,help,i,in,is,me,my,near,need,of,on,or,the,to,want,was,we,who,with}'::text[]
    || '{al,ayuda,busco,cerca,con,de,del,donde,el,en,es,las,los,mi,mis,necesito,o,para,por,que,quiero,se,su,un,una,y,yo}'::text[];
  telling constant text[] := array(
    select w.word from unnest(words) with ordinality as w(word, place) where w.word <> all (joining) order by w.place
  );
begin
  return case when telling = '{}' then words else telling end;
end $$;
comment on function private.telling_words(text[]) is
  'The words of a question without those that only join others; all of them where nothing else was asked.';

create function public.find_services(
  typed text default '', need text default '', spoken text default '', area text default '', cost text default '',
  open_now boolean default false, verified boolean default false, page integer default 1
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  most constant integer := 300;
  on_page constant integer := 20;
  every constant text[] := (core.words(left(normalize(typed, nfc), 120)))[:8];
  words constant text[] := private.telling_words(every);
  whole constant text := array_to_string(every, '');
  filters constant text := private.filters(need, spoken, area, cost);
  open_at constant timestamptz := case when open_now then now() end;
  questions tsquery[] := private.asks(words, whole, filters);
  needs text[] := private.needs_called(whole);
  nearly boolean := false;
  total integer;
  shown uuid[];
  places integer[];
begin
  if words = '{}' and filters is null and not open_now and not verified then
    return jsonb_build_object(
      'total', null, 'most', most, 'nearly', false, 'results', '[]'::jsonb, 'needs', '[]'::jsonb,
      'choices', private.needs_to_choose(need), 'unfiltered', null
    );
  end if;
  for attempt in 1 .. 3 loop
    with found as materialized (
      select f.* from private.services_found(questions, whole, verified, open_at, most) f
    )
    select (select count(*) from found), array_agg(o.service_id), array_agg(o.place) from (
      -- What nobody has made sure of sinks by two ranks.
      select f.service_id, 10 * (f.rank + case when f.stale then 2 else 0 end) + f.rank as place from found f
      order by place, f.title collate "C", f.service_id
      limit on_page offset (greatest(1, least(page, most / on_page)) - 1) * on_page
    ) o into total, shown, places;
    exit when total > 0 or words = '{}' or attempt = 3 or attempt = 2 and cardinality(words) = 1;
    nearly := true;
    if attempt = 2 then
      questions := private.asks_for_some(words, filters);
      continue;
    end if;
    needs := array(select n.id from unnest(words) as w(word) cross join lateral unnest(private.needs_nearly_called(w.word)) as n(id));
    questions := array[(
      select concat_ws(' & ', string_agg('(' || private.asks_for_meant(w.word) || ')', ' & '), filters) from unnest(words) as w(word)
    )::tsquery];
  end loop;
  return jsonb_build_object(
    'total', total, 'most', most, 'nearly', nearly and total > 0,
    -- Of those that answer equally well, the ones that pick up the phone now come first.
    'results', (
      select coalesce(jsonb_agg(r.result order by
        places[array_position(shown, (r.result ->> 'id')::uuid)], r.result #> '{opening,open}' is distinct from 'true', r.nth
      ), '[]')
      from jsonb_array_elements(private.results(shown, words, nearly)) with ordinality as r(result, nth)
    ),
    'needs', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.position), '[]')
      from public.taxonomy_terms t where t.id = any (needs[:6])
    ),
    'choices', private.needs_to_choose(need),
    'unfiltered', case when total = 0 and (filters is not null or open_now or verified) and words <> '{}' then (
      select count(*) from private.services_found(private.asks(words, whole, null), whole, false, null, most)
    ) end
  );
end $$;
comment on function public.find_services(text, text, text, text, text, boolean, boolean, integer) is
  'A page of the services that answer what somebody typed and chose, best first, each with why. Counts up to "most". What the caller may not see is not counted.';

grant execute on function
  private.services_found(tsquery[], text, boolean, timestamptz, integer), private.asks(text[], text, text),
  private.filters(text, text, text, text), private.needs_to_choose(text), private.telling_words(text[]), private.asks_for_some(text[], text),
  public.find_services(text, text, text, text, text, boolean, boolean, integer)
  to anon, authenticated;

create function public.suggest_services(typed text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  words constant text[] := (core.words(left(normalize(typed, nfc), 120)))[:8];
  whole constant text := array_to_string(words, '');
  shown uuid[];
begin
  if words = '{}' then
    return jsonb_build_object('needs', '[]'::jsonb, 'services', '[]'::jsonb);
  end if;
  shown := array(
    select f.service_id
    from private.services_found(array[(
      select string_agg('(' || concat_ws(' | ', private.asks_for_parts(w.word, '*'), (
        select string_agg('(' || private.asks_for_parts(b.word, '*') || ')', ' | ') from unnest(private.begun_words(w.word)) as b(word)
      )) || ')', ' & ') from unnest(words) as w(word)
    )::tsquery], whole, false, null, 100) f
    order by f.rank + case when f.stale then 2 else 0 end, f.rank, f.title collate "C", f.service_id limit 5
  );
  return jsonb_build_object(
    'needs', (
      select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name) order by n.position), '[]') from (
        select t.id, t.name, t.position from public.taxonomy_terms t
        where exists (select from unnest(whole || private.begun_words(whole)) as b(phrase) where strpos(t.said, E'\n' || b.phrase) > 0)
        order by t.position limit 5
      ) n
    ),
    'services', (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by o.place), '[]')
      from unnest(shown) with ordinality as o(id, place) join public.services s on s.id = o.id
    )
  );
end $$;
comment on function public.suggest_services(text) is
  'While somebody types: needs whose name begins so, and services with such a name that the caller may see.';
grant execute on function public.suggest_services(text) to anon, authenticated;

-- ── sealed: resource-forms.sql

-- What arrives from the form of a service, part by part, and how it is written. Called by the commands alone. A part
-- that is not given stays as it is, so that one field can be corrected without the others.

create function private.read_service(given jsonb, stored public.services) returns public.services
language plpgsql stable set search_path = '' as $$
declare
  of_card constant jsonb := given - array[
    'recipients', 'provider', 'translations', 'phones', 'schedules', 'closures', 'place', 'assurance', 'notes'
  ];
  field text;
  result public.services;
begin
  select k.name into field from jsonb_object_keys(of_card) as k(name) where k.name <> all (array[
    'coalition_id', 'provider_id', 'state', 'audience', 'source_language', 'name', 'description', 'eligibility',
    'required_documents', 'cost', 'cost_note', 'website', 'email', 'area_served', 'terms', 'staff_languages',
    'interpreter_languages', 'document_languages', 'time_zone', 'credential', 'credential_url', 'credential_checked_on',
    'information_as_of', 'jurisdiction', 'reviewed_by'
  ]) limit 1;
  if found then
    perform private.refuse('not_understood', 422, field);
  end if;
  begin
    return jsonb_populate_record(stored, of_card);
  exception when data_exception then
    for field in select k.name from jsonb_object_keys(of_card) as k(name) loop
      begin
        result := jsonb_populate_record(stored, jsonb_build_object(field, of_card -> field));
      exception when data_exception then
        perform private.refuse('not_understood', 422, field);
      end;
    end loop;
    perform private.refuse('not_understood', 422);
  end;
end $$;
comment on function private.read_service(jsonb, public.services) is
  'The columns of a card that arrived as JSON, over those that are stored. Names the field that cannot be read.';

create function private.write_provider(service public.services, given jsonb) returns uuid
language plpgsql set search_path = '' as $$
declare
  wanted public.providers;
  provider uuid;
begin
  if coalesce(jsonb_typeof(given), 'null') = 'null' then
    return null;
  end if;
  wanted := jsonb_populate_record(null::public.providers, given - 'id' - 'organization_id');
  wanted.name := private.tidy_texts(wanted.name, 'provider.name', 160, true);
  select p.id into provider from public.providers p
  where p.organization_id = service.organization_id and p.name = wanted.name
  order by p.id = service.provider_id desc nulls last, p.id limit 1;
  if provider is null and (
    select count(*) from public.services s where s.organization_id = service.organization_id and s.provider_id = service.provider_id
  ) = 1 then
    provider := service.provider_id;
  end if;
  update public.providers p set
    name = wanted.name, aliases = coalesce(wanted.aliases, p.aliases),
    description = coalesce(wanted.description, p.description), website = coalesce(wanted.website, p.website)
  where p.organization_id = service.organization_id and p.id = provider and (
    (coalesce(wanted.aliases, p.aliases), coalesce(wanted.description, p.description), coalesce(wanted.website, p.website))
      = (p.aliases, p.description, p.website)
    -- What is said of it where fewer see the service is not told to those who see another.
    or not exists (
      select from public.services s
      where s.organization_id = p.organization_id and s.provider_id = p.id and s.id is distinct from service.id and s.state <> 'draft'
        and not private.is_within(
          s.audience, s.coalition_id, case service.state when 'draft' then 'owner' else service.audience end, service.coalition_id
        )
    )
  );
  if not found then
    insert into public.providers as p (organization_id, name, aliases, description, website)
    values (
      service.organization_id, wanted.name, coalesce(wanted.aliases, '{}'), coalesce(wanted.description, '{}'),
      coalesce(wanted.website, '')
    ) returning p.id into provider;
  end if;
  return provider;
exception when data_exception then
  perform private.refuse('not_understood', 422, 'provider');
end $$;
comment on function private.write_provider(public.services, jsonb) is
  'Who gives a service: found by its name among those the owner lists, or made. A provider of several services is not renamed through one of them, and told nothing new of through one that fewer see.';

create function private.write_service_parts(service public.services, given jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  field text;
  maximum integer;
begin
  for field, maximum in values ('phones', 10), ('schedules', 28), ('closures', 60) loop
    if coalesce(jsonb_typeof(given -> field), 'array') <> 'array' then
      perform private.refuse('not_understood', 422, field);
    elsif jsonb_array_length(coalesce(given -> field, '[]')) > maximum then
      perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', maximum));
    end if;
  end loop;
  if given ? 'phones' then
    field := 'phones';
    delete from public.service_phones p where p.organization_id = service.organization_id and p.service_id = service.id;
    insert into public.service_phones (organization_id, service_id, position, number, extension, label)
    select service.organization_id, service.id, g.place - 1, coalesce(g.entry ->> 'number', ''),
      coalesce(g.entry ->> 'extension', ''), coalesce(g.entry -> 'label', '{}')
    from jsonb_array_elements(given -> 'phones') with ordinality as g(entry, place);
  end if;
  if given ? 'schedules' then
    field := 'schedules';
    delete from public.service_schedules p where p.organization_id = service.organization_id and p.service_id = service.id;
    insert into public.service_schedules (organization_id, service_id, position, weekdays, opens_minute, closes_minute)
    select service.organization_id, service.id, row_number() over (order by g.place) - 1, e.weekdays, e.opens_minute, e.closes_minute
    from jsonb_array_elements(given -> 'schedules') with ordinality as g(entry, place)
    cross join lateral jsonb_to_record(g.entry) as e(weekdays smallint[], opens_minute smallint, closes_minute smallint);
  end if;
  if given ? 'closures' then
    field := 'closures';
    delete from public.service_closures p where p.organization_id = service.organization_id and p.service_id = service.id;
    insert into public.service_closures (organization_id, service_id, closed_on, note)
    select distinct on (e.closed_on) service.organization_id, service.id, e.closed_on, coalesce(e.note, '{}')
    from jsonb_to_recordset(given -> 'closures') as e(closed_on date, note jsonb)
    order by e.closed_on;
  end if;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse('not_understood', 422, field);
end $$;
comment on function private.write_service_parts(public.services, jsonb) is 'Writes the phones, hours and holidays that are given, each list as a whole.';

create function private.write_translations(service public.services, given jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  if jsonb_typeof(given) <> 'object' or exists (
    select from jsonb_each_text(given) as g(tag, origin)
    where not core.is_language(g.tag) or coalesce(g.origin, '') not in ('person', 'machine', 'reviewed')
  ) then
    perform private.refuse('not_understood', 422, 'translations');
  end if;
  -- What nobody but a person wrote has no state, unless its source went on without it.
  delete from public.service_translations t using jsonb_each_text(given) as g(tag, origin)
  where t.organization_id = service.organization_id and t.service_id = service.id
    and t.language = g.tag and g.origin = 'person' and not t.stale;
  update public.service_translations t
  set by_machine = false, reviewed_at = null from jsonb_each_text(given) as g(tag, origin)
  where t.organization_id = service.organization_id and t.service_id = service.id
    and t.language = g.tag and g.origin = 'person' and t.by_machine;
  insert into public.service_translations as t (organization_id, service_id, language, by_machine, reviewed_at)
  select s.organization_id, s.id, g.tag, true, case g.origin when 'reviewed' then now() end
  from jsonb_each_text(given) as g(tag, origin)
  join public.services s on s.organization_id = service.organization_id and s.id = service.id
  where g.origin <> 'person' and g.tag <> s.source_language and (s.name || s.description) ? g.tag
  on conflict on constraint service_translations_one_per_language do update
  set by_machine = true, reviewed_at = case when excluded.reviewed_at is null then null else coalesce(t.reviewed_at, excluded.reviewed_at) end,
    stale = t.stale and excluded.reviewed_at is null;
end $$;
comment on function private.write_translations(public.services, jsonb) is
  'How texts in other languages than the source came about, by language: person, machine, or reviewed (by a person, after a machine), which also says that one that was left behind is right.';

create function private.name_service_recipients(
  service public.services, layer public.service_layer, audience public.audience, given jsonb
) returns void
language plpgsql set search_path = '' as $$
declare
  field constant text := private.layer_field(layer);
  named uuid[] := '{}';
begin
  if name_service_recipients.audience = 'named' then
    begin
      named := array(select distinct r.id::uuid from jsonb_array_elements_text(coalesce(nullif(given, 'null'), '[]')) as r(id));
    exception when data_exception then
      perform private.refuse('not_understood', 422, field);
    end;
    if cardinality(named) = 0 then
      perform private.refuse('named_needs_recipients', 422, field);
    elsif cardinality(named) > 200 then
      perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', 200));
    end if;
  end if;
  delete from public.service_shares s
  where s.organization_id = service.organization_id and s.service_id = service.id
    and s.layer = name_service_recipients.layer and s.recipient_id <> all (named);
  insert into public.service_shares (organization_id, service_id, layer, recipient_id)
  select service.organization_id, service.id, name_service_recipients.layer, r.id from unnest(named) as r(id)
  where not exists (
    select from public.service_shares s
    where s.organization_id = service.organization_id and s.service_id = service.id
      and s.layer = name_service_recipients.layer and s.recipient_id = r.id
  );
end $$;
comment on function private.name_service_recipients(public.services, public.service_layer, public.audience, jsonb) is
  'Makes the shares of a layer those of the list; none at all where its audience is not "named".';

create function private.write_assurance(service public.services, given jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  wanted public.service_assurances;
begin
  if coalesce(jsonb_typeof(given), 'null') = 'null' then
    delete from public.service_assurances a where a.organization_id = service.organization_id and a.service_id = service.id;
    perform private.name_service_recipients(service, 'assurance', 'owner', null);
    return;
  end if;
  begin
    wanted := jsonb_populate_record(null::public.service_assurances, given - 'organization_id' - 'service_id' - 'recipients');
  exception when data_exception then
    perform private.refuse('not_understood', 422, 'assurance.told_on');
  end;
  -- For the coalition by default, where the card lets it.
  wanted.audience := coalesce(wanted.audience, case when service.audience in ('everyone', 'coalition') then 'coalition' else 'owner' end::public.audience);
  if wanted.audience = 'coalition' and wanted.coalition_id is null then
    wanted.coalition_id := coalesce(service.coalition_id, (
      select s.coalition_id from public.standings s where s.organization_id = service.organization_id
      order by s.joined_on, s.coalition_id limit 1
    ));
  end if;
  update public.service_assurances a
  set told_on = wanted.told_on, note = coalesce(wanted.note, '{}'), audience = wanted.audience, coalition_id = wanted.coalition_id
  where a.organization_id = service.organization_id and a.service_id = service.id;
  if not found then
    insert into public.service_assurances (organization_id, service_id, told_on, note, audience, coalition_id)
    values (service.organization_id, service.id, wanted.told_on, coalesce(wanted.note, '{}'), wanted.audience, wanted.coalition_id);
  end if;
  perform private.name_service_recipients(service, 'assurance', wanted.audience, given -> 'recipients');
end $$;
comment on function private.write_assurance(public.services, jsonb) is
  'Writes what a service said about papers and whom that goes to: the coalition, unless somebody chose fewer. Null takes it away.';

create function private.write_service_notes(service public.services, notes text) returns void
language plpgsql set search_path = '' as $$
declare
  wanted constant text := private.tidy_paragraph(notes, 'notes', 4000);
begin
  if wanted = '' then
    delete from public.service_notes n where n.organization_id = service.organization_id and n.service_id = service.id;
    return;
  end if;
  update public.service_notes n set body = wanted
  where n.organization_id = service.organization_id and n.service_id = service.id and n.body <> wanted;
  if not found and not exists (
    select from public.service_notes n where n.organization_id = service.organization_id and n.service_id = service.id
  ) then
    insert into public.service_notes (organization_id, service_id, body) values (service.organization_id, service.id, wanted);
  end if;
end $$;
comment on function private.write_service_notes(public.services, text) is 'Writes the notes of a service; none at all where nothing is noted.';

grant execute on function
  private.read_service(jsonb, public.services), private.write_provider(public.services, jsonb),
  private.write_service_parts(public.services, jsonb), private.write_translations(public.services, jsonb),
  private.name_service_recipients(public.services, public.service_layer, public.audience, jsonb),
  private.write_assurance(public.services, jsonb), private.write_service_notes(public.services, text)
  to authenticated;

-- ── sealed: resource-history.sql

-- Who changed which fields of a service, and when; and one version for all of its layers.

-- Not the transaction: its number counts what others write.
grant select (organization_id, service_id, changed_at, person_id, fields) on public.service_changes to authenticated;
create policy service_changes_select_owner on public.service_changes
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('resources.read'))::uuid[]));

-- Nobody writes history but the triggers below.

create function private.record_service_changes(organization_ids uuid[], service_ids uuid[], fields text[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.service_changes as c (organization_id, service_id, person_id, fields)
  select u.organization_id, u.service_id, who.person_id, array_agg(distinct u.field order by u.field)
  from unnest(organization_ids, service_ids, fields) as u(organization_id, service_id, field)
  -- Of a steward's people the owner keeps no name and no number.
  left join public.memberships who on who.organization_id = u.organization_id and who.person_id = private.my_person()
  group by u.organization_id, u.service_id, who.person_id
  on conflict on constraint service_changes_once_per_transaction do update
  set fields = array(select distinct f.name from unnest(c.fields || excluded.fields) as f(name) order by f.name)
  where not c.fields @> excluded.fields;
end $$;
comment on function private.record_service_changes(uuid[], uuid[], text[]) is
  'Adds fields to what this transaction has changed of services: three lists of one length.';

create function private.record_new_services() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_service_changes(array_agg(a.organization_id), array_agg(a.id), array_agg('created'::text)) from added a;
  return null;
end $$;
comment on function private.record_new_services() is 'Begins the history of new services.';
create trigger services_record_new after insert on public.services
  referencing new table as added for each statement execute function private.record_new_services();

create function private.count_service_version() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end $$;
comment on function private.count_service_version() is
  'Every change of a service, or of what belongs to it, is another version. That somebody made sure changes nothing: whoever is editing goes on.';
create trigger services_count_version before update on public.services
  for each row when ((old.verified_at, old.verify_by) is not distinct from (new.verified_at, new.verify_by))
  execute function private.count_service_version();

create function private.record_service() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_service_changes(array_agg(a.organization_id), array_agg(a.id), array_agg(f.name))
  from before b join after a on a.id = b.id
  cross join unnest(private.changed_fields(to_jsonb(b), to_jsonb(a), array[
    'version', 'updated_at', 'shared_at', 'verified_at', 'verify_by'
  ])) as f(name);
  return null;
end $$;
comment on function private.record_service() is 'Writes the history of the cards of services.';
create trigger services_record after update on public.services
  referencing old table as before new table as after for each statement execute function private.record_service();

create function private.record_service_parts(owners uuid[], services uuid[], field text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- What is new with all its parts in one import has no history but that it came.
  if current_setting('hamkke.importing', true) = 'new' then
    return;
  end if;
  -- A service that goes takes its parts with it; there is nothing left to count or to tell.
  update public.services s set version = s.version where s.id = any (services);
  perform private.record_service_changes(array_agg(s.organization_id), array_agg(s.id), array_agg(record_service_parts.field))
  from public.services s where s.id = any (services) and s.organization_id = any (owners)
  having count(*) > 0;
end $$;
comment on function private.record_service_parts(uuid[], uuid[], text) is
  'Counts the versions of services on whose parts changed, and writes that into their history.';

create function private.record_added_parts() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_service_parts(array_agg(a.organization_id), array_agg(distinct a.service_id), tg_argv[0])
  from added a having count(*) > 0;
  return null;
end $$;
comment on function private.record_added_parts() is 'Writes the history of parts that came or changed.';

create function private.record_removed_parts() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_service_parts(array_agg(r.organization_id), array_agg(distinct r.service_id), tg_argv[0])
  from removed r having count(*) > 0;
  return null;
end $$;
comment on function private.record_removed_parts() is 'Writes the history of parts that went.';

create trigger service_phones_record_added after insert on public.service_phones
  referencing new table as added for each statement execute function private.record_added_parts('phones');
create trigger service_phones_record_changed after update on public.service_phones
  referencing new table as added for each statement execute function private.record_added_parts('phones');
create trigger service_phones_record_removed after delete on public.service_phones
  referencing old table as removed for each statement execute function private.record_removed_parts('phones');
create trigger service_schedules_record_added after insert on public.service_schedules
  referencing new table as added for each statement execute function private.record_added_parts('schedules');
create trigger service_schedules_record_changed after update on public.service_schedules
  referencing new table as added for each statement execute function private.record_added_parts('schedules');
create trigger service_schedules_record_removed after delete on public.service_schedules
  referencing old table as removed for each statement execute function private.record_removed_parts('schedules');
create trigger service_closures_record_added after insert on public.service_closures
  referencing new table as added for each statement execute function private.record_added_parts('closures');
create trigger service_closures_record_changed after update on public.service_closures
  referencing new table as added for each statement execute function private.record_added_parts('closures');
create trigger service_closures_record_removed after delete on public.service_closures
  referencing old table as removed for each statement execute function private.record_removed_parts('closures');
create trigger service_at_locations_record_added after insert on public.service_at_locations
  referencing new table as added for each statement execute function private.record_added_parts('place');
create trigger service_at_locations_record_changed after update on public.service_at_locations
  referencing new table as added for each statement execute function private.record_added_parts('place');
create trigger service_at_locations_record_removed after delete on public.service_at_locations
  referencing old table as removed for each statement execute function private.record_removed_parts('place');
create trigger service_assurances_record_added after insert on public.service_assurances
  referencing new table as added for each statement execute function private.record_added_parts('assurance');
create trigger service_assurances_record_changed after update on public.service_assurances
  referencing new table as added for each statement execute function private.record_added_parts('assurance');
create trigger service_assurances_record_removed after delete on public.service_assurances
  referencing old table as removed for each statement execute function private.record_removed_parts('assurance');
create trigger service_notes_record_added after insert on public.service_notes
  referencing new table as added for each statement execute function private.record_added_parts('notes');
create trigger service_notes_record_changed after update on public.service_notes
  referencing new table as added for each statement execute function private.record_added_parts('notes');
create trigger service_notes_record_removed after delete on public.service_notes
  referencing old table as removed for each statement execute function private.record_removed_parts('notes');
create trigger service_shares_record_added after insert on public.service_shares
  referencing new table as added for each statement execute function private.record_added_parts('recipients');
create trigger service_shares_record_removed after delete on public.service_shares
  referencing old table as removed for each statement execute function private.record_removed_parts('recipients');

create function private.service_version_of(service_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select s.version from public.services s
    where s.id = service_version_of.service_id and s.organization_id = any (private.my_organizations('resources.write'))
  );
end $$;
comment on function private.service_version_of(uuid) is
  'The version of a service that the caller may write; null for anyone else. It counts every layer, so nobody else learns it.';
grant execute on function private.service_version_of(uuid) to anon, authenticated;

-- ── sealed: resource-import-comparison.sql

-- What a file with services would change: each of its fields between what the file said last time, what it says now, and what
-- stands here. Reads with the caller's own rights.

create function private.comparable(field text, ours jsonb, theirs jsonb, said jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case
    when field in ('name', 'description', 'eligibility', 'required_documents', 'cost_note')
    -- A translation that was added here is nobody else's business.
    then private.in_languages(coalesce(ours, '{}'), theirs || coalesce(said, '{}'))
    when field = 'provider'
    then (select coalesce(jsonb_object_agg(k.name, k.item), '{}') from jsonb_each(ours) as k(name, item) where theirs ? k.name)
    when field = 'translations'
    then (select coalesce(jsonb_object_agg(k.name, k.item), '{}') from jsonb_each(ours) as k(name, item) where theirs ? k.name)
    else ours
  end
$$;
comment on function private.comparable(text, jsonb, jsonb, jsonb) is 'Of what stands here, as much as a file that speaks of the field can mean.';

create function private.compare_services(organization_id uuid, import_id uuid, first integer, last integer)
returns table (place integer, uid uuid, service_id uuid, state text, fields jsonb)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select r.place, r.uid, c.service_id,
      case when c.service_id is null then 'made' when d.fields = '[]' then 'same' else 'changed' end,
      case when c.service_id is null then '[]' else d.fields end
    from public.service_import_rows r
    left join public.imported_services i on i.organization_id = r.organization_id and i.uid = r.uid
    left join public.services s on s.organization_id = r.organization_id and s.hsds_id = r.uid
    cross join lateral (select coalesce(i.service_id, s.id) as service_id) k
    -- One by one, by its key: a join would lay out every service of the organization to keep a few.
    cross join lateral (
      select k.service_id, case when k.service_id is not null then private.content_of(r.organization_id, k.service_id) end as content
    ) c
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', f.name, 'ours', f.ours, 'theirs', f.theirs,
        -- Changed here since, or never taken from a file at all: what stands here is somebody's own word.
        -- Where others see the place, with this service or another that is given there, another address is a decision.
        'conflict', i.service_id is null or f.ours is distinct from f.became or (f.name = 'places' and exists (
          select from public.service_at_locations a
          join public.locations l on l.organization_id = a.organization_id and l.id = a.location_id
          where a.organization_id = r.organization_id and a.audience <> 'owner' and (a.service_id = c.service_id or l.hsds_id::text in (
            select p.item ->> 'location_hsds_id' from jsonb_array_elements(case jsonb_typeof(f.theirs) when 'array' then f.theirs else '[]' end) as p(item)
          ))
        ))
      ) order by f.name), '[]') as fields
      from (
        select n.name, n.theirs, private.comparable(n.name, c.content -> n.name, n.theirs, i.said -> n.name) as ours,
          private.comparable(n.name, i.became -> n.name, n.theirs, i.said -> n.name) as became, i.said -> n.name as said
        from jsonb_each(r.content) as n(name, theirs)
        where c.service_id is not null
      ) f
      where f.theirs is distinct from f.ours and f.theirs is distinct from f.said
    ) d
    where r.organization_id = compare_services.organization_id and r.import_id = compare_services.import_id
      and r.place between first and last and r.content is not null;
end $$;
comment on function private.compare_services(uuid, uuid, integer, integer) is
  'For each row that can be taken in: a service to be made, changed in which fields, or the same.';

create function public.read_service_import(organization_id uuid, import_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  import record;
begin
  perform private.require_writer(read_service_import.organization_id, 'resources.write');
  select i.organization_id, i.id, i.source, i.state, i.problem, i.result, i.taken_at, i.audience into import
  from public.service_imports i
  where i.organization_id = read_service_import.organization_id and i.id = read_service_import.import_id;
  if not found then
    perform private.refuse('import_over', 404);
  end if;
  return jsonb_build_object(
    'id', import.id, 'source', import.source, 'state', import.state, 'problem', import.problem, 'result', import.result,
    'undo_until', import.taken_at + interval '24 hours',
    'progress', private.import_progress_of(import.organization_id, import.id),
    'standings', (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'display_name', c.display_name, 'korean_name', c.korean_name) order by s.joined_on), '[]')
      from public.standings s join public.coalitions c on c.id = s.coalition_id where s.organization_id = import.organization_id
    )
  ) || case when import.state in ('read', 'failed') then private.import_preview(import.organization_id, import.id) else private.import_report(import.organization_id, import.id) end;
end $$;
comment on function public.read_service_import(uuid, uuid) is
  'A file with services: before it is taken in what it would change, compared with what stands here now; then how far that has come, and what it did.';

create function private.import_preview(organization_id uuid, import_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    with compared as (
      select c.place, c.service_id, c.state, c.fields, r.row_number, r.title, r.remarks
      from private.compare_services(import_preview.organization_id, import_preview.import_id, 1, 20000) c
      join public.service_import_rows r
        on r.organization_id = import_preview.organization_id and r.import_id = import_preview.import_id and r.place = c.place
    ), refused as (
      select r.place, r.row_number, r.title, r.refused from public.service_import_rows r
      where r.organization_id = import_preview.organization_id and r.import_id = import_preview.import_id and r.content is null
    ), changed as (
      select c.place, c.service_id, c.fields, c.row_number, c.title,
        row_number() over (order by not c.fields @> '[{"conflict": true}]', c.place) as number
      from compared c where c.state = 'changed'
    )
    select jsonb_build_object(
      'counts', jsonb_build_object(
        'made', (select count(*) from compared c where c.state = 'made'),
        'changed', (select count(*) from compared c where c.state = 'changed'),
        'conflicts', (select count(*) from compared c where c.fields @> '[{"conflict": true}]'),
        'same', (select count(*) from compared c where c.state = 'same'),
        'refused', (select count(*) from refused)
      ),
      'made', (
        select coalesce(jsonb_agg(jsonb_build_object('place', c.place, 'row', c.row_number, 'title', c.title) order by c.place), '[]')
        from (select c.place, c.row_number, c.title from compared c where c.state = 'made' order by c.place limit 100) c
      ),
      'changed', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'place', c.place, 'row', c.row_number, 'title', c.title, 'service_id', c.service_id, 'fields', c.fields
        ) order by c.number), '[]')
        from changed c where c.number <= 100
      ),
      'refused', (
        select coalesce(jsonb_agg(jsonb_build_object('row', r.row_number, 'title', r.title, 'findings', r.refused) order by r.place), '[]')
        from (select r.place, r.row_number, r.title, r.refused from refused r order by r.place limit 200) r
      ),
      'remarks', (
        select coalesce(jsonb_agg(jsonb_build_object('row', c.row_number, 'title', c.title, 'findings', c.remarks) order by c.place), '[]')
        from (
          select c.place, c.row_number, c.title, c.remarks from compared c
          where c.remarks <> '[]' and c.state <> 'same' order by c.place limit 200
        ) c
      )
    )
  );
end $$;
comment on function private.import_preview(uuid, uuid) is 'What taking a file in would do, counted whole and listed as far as a page goes.';

create function private.import_report(organization_id uuid, import_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'first', (
      select r.service_id from public.service_import_rows r
      where r.organization_id = import_report.organization_id and r.import_id = import_report.import_id
        and r.outcome = 'made' and r.service_id is not null
      order by r.place limit 1
    ),
    'conflicts', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'service_id', r.service_id, 'row', r.row_number, 'title', r.title, 'fields', r.conflicts
      ) order by r.place), '[]')
      from (
        select c.place, c.service_id, c.row_number, c.title, c.conflicts from public.service_import_rows c
        where c.organization_id = import_report.organization_id and c.import_id = import_report.import_id
          and c.conflicts <> '[]' and c.service_id is not null
        order by c.place limit 200
      ) r
    )
  );
end $$;
comment on function private.import_report(uuid, uuid) is 'What taking a file in left to decide, and where to begin to look at it.';

create function private.import_progress_of(organization_id uuid, import_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_writer(import_progress_of.organization_id, 'resources.write');
  return (
    select jsonb_build_object('done', p.done, 'of', p.of) from private.service_import_progress p
    join public.service_imports i on i.organization_id = import_progress_of.organization_id and i.id = p.import_id
    where p.import_id = import_progress_of.import_id
  );
end $$;
comment on function private.import_progress_of(uuid, uuid) is 'How many rows of an import the worker has been through.';

grant execute on function private.comparable(text, jsonb, jsonb, jsonb),
  private.compare_services(uuid, uuid, integer, integer), public.read_service_import(uuid, uuid),
  private.import_preview(uuid, uuid), private.import_report(uuid, uuid), private.import_progress_of(uuid, uuid)
  to authenticated;

-- ── sealed: resource-import-taking.sql

-- Taking in what a file with services says: the worker does it as the person who pressed, batch by batch in one transaction, so that
-- either all of it is here or nothing. Each batch is written set by set.

create function public.take_in_services(
  organization_id uuid, import_id uuid, audience public.audience, coalition_id uuid, left_out integer[], theirs integer[]
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  found_state public.service_import_state;
begin
  perform private.require_writer(take_in_services.organization_id, 'resources.write');
  select i.state into found_state from public.service_imports i
  where i.organization_id = take_in_services.organization_id and i.id = take_in_services.import_id for update;
  if not found then
    perform private.refuse('import_over', 404);
  elsif found_state not in ('read', 'failed') then
    return jsonb_build_object('state', found_state);
  elsif take_in_services.audience = 'named' or take_in_services.audience is null then
    perform private.refuse('not_understood', 422, 'audience');
  elsif take_in_services.audience = 'coalition' and not exists (
    select from public.standings s
    where s.organization_id = take_in_services.organization_id and s.coalition_id = take_in_services.coalition_id
  ) then
    perform private.refuse('coalition_not_yours', 422, 'audience');
  end if;
  update public.service_import_rows r set
    left_out = coalesce(r.place = any (take_in_services.left_out), false), takes_theirs = coalesce(r.place = any (theirs), false)
  where r.organization_id = take_in_services.organization_id and r.import_id = take_in_services.import_id
    and (r.left_out or r.takes_theirs or r.place = any (take_in_services.left_out) or r.place = any (theirs));
  update public.service_imports i set
    state = 'waiting', problem = null, audience = take_in_services.audience,
    coalition_id = case take_in_services.audience when 'coalition' then take_in_services.coalition_id end
  where i.organization_id = take_in_services.organization_id and i.id = take_in_services.import_id;
  perform private.hand_over_import(take_in_services.organization_id, take_in_services.import_id);
  return jsonb_build_object('state', 'waiting');
end $$;
comment on function public.take_in_services(uuid, uuid, public.audience, uuid, integer[], integer[]) is
  'Hands a file that was read to the worker: all of it but the rows that are left out. What was changed here stays, but for the rows in theirs. Asked again, it answers how far that is.';

create function public.undo_service_import(organization_id uuid, import_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  import record;
begin
  perform private.require_writer(undo_service_import.organization_id, 'resources.write');
  select i.state, i.taken_at into import from public.service_imports i
  where i.organization_id = undo_service_import.organization_id and i.id = undo_service_import.import_id for update;
  if not found then
    perform private.refuse('import_over', 404);
  elsif import.state in ('leaving', 'undone') then
    return jsonb_build_object('state', import.state);
  elsif import.state <> 'taken' or import.taken_at < now() - interval '24 hours' then
    perform private.refuse('undo_is_over', 409);
  end if;
  update public.service_imports i set state = 'leaving', problem = null
  where i.organization_id = undo_service_import.organization_id and i.id = undo_service_import.import_id;
  perform private.hand_over_import(undo_service_import.organization_id, undo_service_import.import_id);
  return jsonb_build_object('state', 'leaving');
end $$;
comment on function public.undo_service_import(uuid, uuid) is
  'Within a day, hands an import to the worker to be undone: what it made goes, what it changed goes back, and whatever somebody has changed since stays. Refuses undo_is_over.';

create function private.hand_over_import(organization_id uuid, import_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(hand_over_import.organization_id, 'resources.write');
  update public.service_imports i set person_id = private.my_person()
  where i.organization_id = hand_over_import.organization_id and i.id = hand_over_import.import_id
    and i.state in ('waiting', 'leaving');
  delete from private.service_import_progress p where p.import_id = hand_over_import.import_id;
  perform private.queue_import(hand_over_import.import_id);
end $$;
comment on function private.hand_over_import(uuid, uuid) is 'Notes as whom the worker acts, and gives it the job, in the transaction that asks for it.';

create function private.queue_import(import_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  -- Where the worker has not made its schema yet, it finds what waits when it starts.
  if to_regnamespace('graphile_worker') is not null then
    execute 'select graphile_worker.add_job($1, $2, max_attempts := 3, job_key := $3)'
      using 'carry_out_import', json_build_object('import', queue_import.import_id), 'import:' || queue_import.import_id;
  end if;
end $$;
comment on function private.queue_import(uuid) is 'Gives the worker an import that waits. The job''s key keeps it single.';

create function private.queue_waiting_imports() returns integer
language plpgsql set search_path = '' as $$
declare
  queued integer := 0;
  waiting uuid;
begin
  for waiting in select i.id from public.service_imports i where i.state in ('waiting', 'leaving') loop
    perform private.queue_import(waiting);
    queued := queued + 1;
  end loop;
  return queued;
end $$;
comment on function private.queue_waiting_imports() is 'Gives every import that waits to the queue anew, when the worker starts.';

create function private.lock_imports_of(organization_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('services ' || lock_imports_of.organization_id::text, 0));
end $$;
comment on function private.lock_imports_of(uuid) is 'Two imports of one organization come one after the other: the second sees what the first has made.';

create function private.take_in_batch(organization_id uuid, import_id uuid, first integer, last integer) returns void
language plpgsql set search_path = '' as $$
declare
  import record;
begin
  perform private.require_writer(take_in_batch.organization_id, 'resources.write');
  select i.audience, i.coalition_id, left(i.source ->> 'name', 120) as name, i.source ->> 'hash' as hash into import
  from public.service_imports i
  where i.organization_id = take_in_batch.organization_id and i.id = take_in_batch.import_id;

  update public.service_import_rows r set
    service_id = c.service_id, outcome = c.state,
    writes = case c.state when 'made' then r.content else private.chosen_writes(r.organization_id, c.service_id, c.fields, i.said, r.takes_theirs) end,
    conflicts = case when r.takes_theirs then '[]' else (
      select coalesce(jsonb_agg(f.item - 'conflict'), '[]') from jsonb_array_elements(c.fields) as f(item) where f.item -> 'conflict' = 'true'
    ) end,
    known = case when i.uid is not null then jsonb_build_object(
      'said', i.said, 'became', i.became, 'source_name', i.source_name, 'source_hash', i.source_hash,
      'row_number', i.row_number, 'imported_at', i.imported_at
    ) end
  from private.compare_services(take_in_batch.organization_id, take_in_batch.import_id, first, last) c
  left join public.imported_services i on i.organization_id = take_in_batch.organization_id and i.uid = c.uid
  where r.organization_id = take_in_batch.organization_id and r.import_id = take_in_batch.import_id and r.place = c.place
    and not r.left_out;
  update public.service_import_rows r set before = (
    select jsonb_object_agg(k.name, now.content -> k.name) from (
      select w.name from jsonb_object_keys(r.writes) as w(name)
      -- The state of translations moves with the texts.
      union select 'translations' where r.writes ?| array['name', 'description']
    ) k
    cross join lateral (select private.content_of(r.organization_id, r.service_id) as content) now
  )
  where r.organization_id = take_in_batch.organization_id and r.import_id = take_in_batch.import_id
    and r.place between first and last and r.outcome = 'changed' and r.writes <> '{}';

  perform private.write_batch_providers(take_in_batch.organization_id, take_in_batch.import_id, first, last);
  perform private.make_batch_services(take_in_batch.organization_id, take_in_batch.import_id, first, last, import.audience, import.coalition_id);
  perform private.write_batch(take_in_batch.organization_id, take_in_batch.import_id, first, last, 'made');
  perform private.write_batch(take_in_batch.organization_id, take_in_batch.import_id, first, last, 'changed');
  perform private.note_batch_disagreements(take_in_batch.organization_id, take_in_batch.import_id, first, last, import.name);
  perform private.remember_batch(take_in_batch.organization_id, take_in_batch.import_id, first, last, import.name, import.hash);
end $$;
comment on function private.take_in_batch(uuid, uuid, integer, integer) is
  'Takes in the rows of an import between two places, with the caller''s own rights. Called by the worker within one transaction for all batches.';

create function private.merged(field text, ours jsonb, theirs jsonb, said jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case
    when field in ('name', 'description', 'eligibility', 'required_documents', 'cost_note')
    then (
      select coalesce(jsonb_object_agg(k.tag, k.item), '{}')
      from jsonb_each(ours || theirs) as k(tag, item) where theirs ? k.tag or not coalesce(said, '{}') ? k.tag
    )
    when field in ('provider', 'translations') then ours || theirs
    else theirs
  end
$$;
comment on function private.merged(text, jsonb, jsonb, jsonb) is
  'What is written of a field: what the file says, over what stands here. A language that the file has taken back goes; one that came in here stays.';

create function private.chosen_writes(organization_id uuid, service_id uuid, fields jsonb, said jsonb, takes_theirs boolean) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if fields = '[]' then
    return '{}';
  end if;
  return (
    select coalesce(jsonb_object_agg(f.item ->> 'name', private.merged(
      f.item ->> 'name', stands.content -> (f.item ->> 'name'), f.item -> 'theirs', said -> (f.item ->> 'name')
    )), '{}')
    from (select private.content_of(chosen_writes.organization_id, chosen_writes.service_id) as content) stands
    cross join jsonb_array_elements(fields) as f(item)
    where f.item -> 'conflict' = 'false' or takes_theirs
  );
end $$;
comment on function private.chosen_writes(uuid, uuid, jsonb, jsonb, boolean) is
  'Of the fields that a file says otherwise those that are written: not what was changed here, unless somebody chose theirs.';

create function private.note_batch_disagreements(organization_id uuid, import_id uuid, first integer, last integer, source text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.note_disagreement(
    r.organization_id, r.service_id, f.item ->> 'name', f.item -> 'ours', f.item -> 'theirs', note_batch_disagreements.source
  )
  from public.service_import_rows r cross join jsonb_array_elements(r.conflicts) as f(item)
  where r.organization_id = note_batch_disagreements.organization_id and r.import_id = note_batch_disagreements.import_id
    and r.place between first and last and r.outcome = 'changed'
    -- Where it is given and how its translations came about are not settled field by field.
    and f.item ->> 'name' <> all (array['places', 'translations']) and pg_column_size(f.item -> 'theirs') < 16000;
  -- Where the file's word is taken there is nothing left to decide.
  perform private.note_disagreement(r.organization_id, r.service_id, k.name, k.item, k.item, note_batch_disagreements.source)
  from public.service_import_rows r cross join jsonb_each(r.writes) as k(name, item)
  where r.organization_id = note_batch_disagreements.organization_id and r.import_id = note_batch_disagreements.import_id
    and r.place between first and last and r.outcome = 'changed';
end $$;
comment on function private.note_batch_disagreements(uuid, uuid, integer, integer, text) is 'Keeps what was not overwritten, for somebody to decide.';

create function private.remember_batch(organization_id uuid, import_id uuid, first integer, last integer, name text, hash text) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.imported_services (organization_id, uid, service_id, said, became, source_name, source_hash, row_number)
  select r.organization_id, r.uid, r.service_id, coalesce(i.said, '{}') || r.content,
    (
      -- Of a field that was changed here it is still known how it came: the next file is not to overwrite it either.
      select jsonb_object_agg(k.name, case
        when r.outcome = 'made' or r.writes ? k.name
          or private.comparable(k.name, k.item, r.content -> k.name, i.said -> k.name) = r.content -> k.name
        then k.item else coalesce(i.became -> k.name, r.content -> k.name, 'null') end)
      from jsonb_each(c.content) as k(name, item)
    ),
    remember_batch.name, remember_batch.hash, r.row_number
  from public.service_import_rows r
  join private.contents_of(remember_batch.organization_id, array(
    select b.service_id from public.service_import_rows b
    where b.organization_id = remember_batch.organization_id and b.import_id = remember_batch.import_id
      and b.place between first and last and b.outcome is not null
  )) c on c.service_id = r.service_id
  left join public.imported_services i on i.organization_id = r.organization_id and i.uid = r.uid
  where r.organization_id = remember_batch.organization_id and r.import_id = remember_batch.import_id
    and r.place between first and last and r.outcome is not null and r.service_id is not null
    and (i.uid is null or r.outcome <> 'same' or i.source_hash <> remember_batch.hash)
  on conflict on constraint imported_services_once do update set
    service_id = excluded.service_id, said = excluded.said, became = excluded.became, source_name = excluded.source_name,
    source_hash = excluded.source_hash, row_number = excluded.row_number, imported_at = now();
  update public.service_import_rows r set seen_version = private.service_version_of(r.service_id)
  where r.organization_id = remember_batch.organization_id and r.import_id = remember_batch.import_id
    and r.place between first and last and r.outcome in ('made', 'changed');
end $$;
comment on function private.remember_batch(uuid, uuid, integer, integer, text, text) is
  'Keeps for each service from which row of which file it came, what that said and what stands here now.';

create function private.finish_import(organization_id uuid, import_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  done jsonb;
begin
  select jsonb_build_object(
    'made', count(*) filter (where r.outcome = 'made'),
    'changed', count(*) filter (where r.outcome = 'changed' and r.writes <> '{}'),
    'same', count(*) filter (where r.outcome = 'same'),
    'left', count(*) filter (where r.left_out), 'refused', count(*) filter (where r.content is null)
  ) into done
  from public.service_import_rows r
  where r.organization_id = finish_import.organization_id and r.import_id = finish_import.import_id;
  update public.service_imports i set state = 'taken', taken_at = now(), result = done
  where i.organization_id = finish_import.organization_id and i.id = finish_import.import_id;
  return done;
end $$;
comment on function private.finish_import(uuid, uuid) is 'Says what an import did, and begins the day in which it can be undone.';

grant execute on function
  public.take_in_services(uuid, uuid, public.audience, uuid, integer[], integer[]), public.undo_service_import(uuid, uuid),
  private.hand_over_import(uuid, uuid), private.lock_imports_of(uuid), private.take_in_batch(uuid, uuid, integer, integer),
  private.merged(text, jsonb, jsonb, jsonb), private.chosen_writes(uuid, uuid, jsonb, jsonb, boolean),
  private.note_batch_disagreements(uuid, uuid, integer, integer, text), private.remember_batch(uuid, uuid, integer, integer, text, text),
  private.finish_import(uuid, uuid)
  to authenticated;

-- ── sealed: resource-import-undo.sql

-- Within a day an import goes back: what it made is deleted, what it changed says again what it said. Whatever somebody has changed
-- since stays as they left it.

create function private.undo_batch(organization_id uuid, import_id uuid, first integer, last integer) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.require_writer(undo_batch.organization_id, 'resources.write');
  -- What others have seen is closed, so that whoever holds its link reads that it ended.
  update public.service_import_rows r set writes = case
    when s.version <> r.seen_version then '{"kept": true}'::jsonb when s.shared then '{"closed": true}' else '{}' end
  from (
    select v.id, v.organization_id, v.shared_at is not null as shared, private.service_version_of(v.id) as version from public.services v
  ) s
  where r.organization_id = undo_batch.organization_id and r.import_id = undo_batch.import_id and r.place between first and last
    and r.outcome = 'made' and s.organization_id = r.organization_id and s.id = r.service_id;
  update public.services s set state = 'closed'
  from public.service_import_rows r
  where r.organization_id = undo_batch.organization_id and r.import_id = undo_batch.import_id and r.place between first and last
    and r.outcome = 'made' and r.writes ? 'closed' and s.organization_id = r.organization_id and s.id = r.service_id;
  delete from public.services s using public.service_import_rows r
  where r.organization_id = undo_batch.organization_id and r.import_id = undo_batch.import_id and r.place between first and last
    and r.outcome = 'made' and r.writes = '{}' and s.organization_id = r.organization_id and s.id = r.service_id;

  update public.service_import_rows r set writes = (
    select coalesce(jsonb_object_agg(k.name, k.item), '{}') from jsonb_each(r.before) as k(name, item)
    where c.content -> k.name = i.became -> k.name or (
      k.name = 'translations' and c.content -> 'name' = i.became -> 'name' and c.content -> 'description' = i.became -> 'description'
    )
  )
  from public.imported_services i
  cross join lateral (select private.content_of(i.organization_id, i.service_id) as content) c
  where r.organization_id = undo_batch.organization_id and r.import_id = undo_batch.import_id and r.place between first and last
    and r.outcome = 'changed' and r.before is not null
    and i.organization_id = r.organization_id and i.uid = r.uid;
  perform private.write_batch_providers(undo_batch.organization_id, undo_batch.import_id, first, last);
  perform private.write_batch(undo_batch.organization_id, undo_batch.import_id, first, last, 'changed');
  perform private.forget_batch(undo_batch.organization_id, undo_batch.import_id, first, last);
end $$;
comment on function private.undo_batch(uuid, uuid, integer, integer) is 'Undoes the rows of an import between two places, with the caller''s own rights.';

create function private.forget_batch(organization_id uuid, import_id uuid, first integer, last integer) returns void
language plpgsql set search_path = '' as $$
begin
  update public.imported_services i set
    said = r.known -> 'said', became = r.known -> 'became', source_name = r.known ->> 'source_name',
    source_hash = r.known ->> 'source_hash', row_number = (r.known ->> 'row_number')::integer,
    imported_at = (r.known ->> 'imported_at')::timestamptz
  from public.service_import_rows r
  where r.organization_id = forget_batch.organization_id and r.import_id = forget_batch.import_id and r.place between first and last
    and r.known is not null and i.organization_id = r.organization_id and i.uid = r.uid;
  delete from public.imported_services i using public.service_import_rows r
  where r.organization_id = forget_batch.organization_id and r.import_id = forget_batch.import_id and r.place between first and last
    and r.outcome is not null and r.known is null and not r.writes ? 'kept' and i.organization_id = r.organization_id and i.uid = r.uid;
  perform private.note_disagreement(
    r.organization_id, r.service_id, f.item ->> 'name', f.item -> 'ours', f.item -> 'ours', left(m.source ->> 'name', 120)
  )
  from public.service_import_rows r
  join public.service_imports m on m.organization_id = r.organization_id and m.id = r.import_id
  cross join jsonb_array_elements(r.conflicts) as f(item)
  where r.organization_id = forget_batch.organization_id and r.import_id = forget_batch.import_id and r.place between first and last
    and r.service_id is not null;
  delete from public.locations l using public.service_import_rows r cross join jsonb_array_elements(r.content -> 'places') as e(item)
  where r.organization_id = forget_batch.organization_id and r.import_id = forget_batch.import_id and r.place between first and last
    and l.organization_id = r.organization_id and l.hsds_id = (e.item ->> 'location_hsds_id')::uuid and not exists (
      select from public.service_at_locations a where a.organization_id = l.organization_id and a.location_id = l.id
    );
  delete from public.providers p using public.service_import_rows r
  where r.organization_id = forget_batch.organization_id and r.import_id = forget_batch.import_id and r.place between first and last
    and p.organization_id = r.organization_id and p.id = r.provider_id and not exists (
      select from public.services s where s.organization_id = p.organization_id and s.provider_id = p.id
    );
end $$;
comment on function private.forget_batch(uuid, uuid, integer, integer) is
  'What is known of where services came from is what it was before; places and providers that nothing needs any more go.';

create function private.finish_undo(organization_id uuid, import_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  done jsonb;
begin
  select jsonb_build_object(
    'removed', count(*) filter (where r.outcome = 'made' and r.writes = '{}'),
    'closed', count(*) filter (where r.outcome = 'made' and r.writes ? 'closed'),
    'restored', count(*) filter (where r.outcome = 'changed' and r.before is not null and r.writes <> '{}'),
    'kept', count(*) filter (where r.outcome = 'made' and r.writes ? 'kept')
      + count(*) filter (where r.outcome = 'changed' and r.before is not null and r.writes <> r.before)
  ) into done
  from public.service_import_rows r
  where r.organization_id = finish_undo.organization_id and r.import_id = finish_undo.import_id;
  update public.service_imports i set state = 'undone', result = i.result || jsonb_build_object('undone', done)
  where i.organization_id = finish_undo.organization_id and i.id = finish_undo.import_id;
  return done;
end $$;
comment on function private.finish_undo(uuid, uuid) is 'Says what undoing an import did, and what stayed since somebody has changed it.';

grant execute on function private.undo_batch(uuid, uuid, integer, integer), private.forget_batch(uuid, uuid, integer, integer), private.finish_undo(uuid, uuid)
  to authenticated;

-- ── sealed: resource-import-writing.sql

-- How the rows of an import become services, a set at a time: who gives them, their cards, their parts, their places. Policies and
-- triggers decide as for any other writer.

create function private.write_batch_providers(organization_id uuid, import_id uuid, first integer, last integer) returns void
language plpgsql set search_path = '' as $$
declare
  own constant jsonb := private.own_provider(write_batch_providers.organization_id);
begin
  update public.providers p set
    name = g.given -> 'name', aliases = private.lines_in(g.given -> 'aliases'),
    description = coalesce(g.given -> 'description', '{}'), website = coalesce(g.given ->> 'website', '')
  from (
    select distinct on (r.writes #>> '{provider,hsds_id}') r.writes -> 'provider' as given
    from public.service_import_rows r
    where r.organization_id = write_batch_providers.organization_id and r.import_id = write_batch_providers.import_id
      and r.place between first and last and r.outcome = 'changed' and r.writes #>> '{provider,hsds_id}' <> own ->> 'hsds_id'
    order by r.writes #>> '{provider,hsds_id}', r.place
  ) g
  where p.organization_id = write_batch_providers.organization_id and p.hsds_id = (g.given ->> 'hsds_id')::uuid
    and g.given ?& array['name', 'aliases', 'description', 'website'];

  insert into public.providers (organization_id, hsds_id, name, aliases, description, website)
  select write_batch_providers.organization_id, coalesce((g.given ->> 'hsds_id')::uuid, gen_random_uuid()), g.given -> 'name',
    private.lines_in(g.given -> 'aliases'), coalesce(g.given -> 'description', '{}'), coalesce(g.given ->> 'website', '')
  from (
    select distinct on (coalesce(r.writes #>> '{provider,hsds_id}', r.writes #>> '{provider,name}')) r.writes -> 'provider' as given
    from public.service_import_rows r
    where r.organization_id = write_batch_providers.organization_id and r.import_id = write_batch_providers.import_id
      and r.place between first and last and r.outcome in ('made', 'changed') and r.writes ? 'provider'
    order by coalesce(r.writes #>> '{provider,hsds_id}', r.writes #>> '{provider,name}'), r.place
  ) g
  where not private.is_own_provider(own, g.given)
    and case when g.given ? 'hsds_id' then not exists (
      select from public.providers p
      where p.organization_id = write_batch_providers.organization_id and p.hsds_id = (g.given ->> 'hsds_id')::uuid
    ) else not exists (
      select from jsonb_each_text(g.given -> 'name') as t(tag, said)
      join public.providers p on p.organization_id = write_batch_providers.organization_id and p.name @> jsonb_build_object(t.tag, t.said)
    ) end;

  update public.service_import_rows r set provider_id = p.id
  from public.providers p
  where r.organization_id = write_batch_providers.organization_id and r.import_id = write_batch_providers.import_id
    and r.place between first and last and r.writes #>> '{provider,hsds_id}' <> own ->> 'hsds_id'
    and p.organization_id = r.organization_id and p.hsds_id = (r.writes #>> '{provider,hsds_id}')::uuid;
  with known as materialized (
    select p.id, n.tag, n.said from public.providers p cross join jsonb_each_text(p.name) as n(tag, said)
    where p.organization_id = write_batch_providers.organization_id
  ), asking as materialized (
    select r.place, r.writes #> '{provider,name}' as name from public.service_import_rows r
    where r.organization_id = write_batch_providers.organization_id and r.import_id = write_batch_providers.import_id
      and r.place between first and last and not r.writes -> 'provider' ? 'hsds_id'
      and not private.is_own_provider(own, r.writes -> 'provider')
  ), found as (
    select a.place, min(k.id::text)::uuid as id
    from asking a cross join jsonb_each_text(a.name) as t(tag, said) join known k on k.said = t.said
    group by a.place
  )
  update public.service_import_rows r set provider_id = f.id
  from found f
  where r.organization_id = write_batch_providers.organization_id and r.import_id = write_batch_providers.import_id and r.place = f.place;
end $$;
comment on function private.write_batch_providers(uuid, uuid, integer, integer) is
  'Who gives the services of a batch: known by the id in the file, or else by name, or new. The organization itself needs no entry.';

create function private.is_own_provider(own jsonb, given jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select case when given ? 'hsds_id' then given ->> 'hsds_id' = own ->> 'hsds_id' else exists (
    select from jsonb_each_text(own -> 'name') as n(tag, said), jsonb_each_text(given -> 'name') as t(tag, said) where n.said = t.said
  ) end
$$;
comment on function private.is_own_provider(jsonb, jsonb) is 'Whether a file names the organization itself.';

create function private.lines_in(given jsonb) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array(
    select l.line from jsonb_array_elements_text(case jsonb_typeof(given) when 'array' then given else '[]' end) with ordinality as l(line, place)
    order by l.place
  ), '{}')
$$;
comment on function private.lines_in(jsonb) is 'A list as it arrives.';

create function private.make_batch_services(
  organization_id uuid, import_id uuid, first integer, last integer, audience public.audience, coalition_id uuid
) returns void
language plpgsql set search_path = '' as $$
declare
  zone constant text := (select o.time_zone from public.organizations o where o.id = make_batch_services.organization_id);
begin
  insert into public.services (
    organization_id, coalition_id, provider_id, hsds_id, state, audience, source_language, name, description, eligibility,
    required_documents, cost, cost_note, website, email, area_served, terms, staff_languages, interpreter_languages,
    document_languages, time_zone, credential, credential_url, credential_checked_on, information_as_of, jurisdiction, reviewed_by
  )
  select r.organization_id, make_batch_services.coalition_id, r.provider_id, r.uid, coalesce(r.writes ->> 'state', 'active')::public.service_state,
    make_batch_services.audience, coalesce(r.writes ->> 'source_language', 'en'), r.writes -> 'name', coalesce(r.writes -> 'description', '{}'),
    coalesce(r.writes -> 'eligibility', '{}'), coalesce(r.writes -> 'required_documents', '{}'),
    coalesce(r.writes ->> 'cost', 'unknown')::public.service_cost, coalesce(r.writes -> 'cost_note', '{}'),
    coalesce(r.writes ->> 'website', ''), coalesce(r.writes ->> 'email', ''), private.lines_in(r.writes -> 'area_served'),
    private.lines_in(r.writes -> 'terms'), private.lines_in(r.writes -> 'staff_languages'),
    private.lines_in(r.writes -> 'interpreter_languages'), private.lines_in(r.writes -> 'document_languages'),
    coalesce(r.writes ->> 'time_zone', zone), (r.writes ->> 'credential')::public.credential,
    coalesce(r.writes ->> 'credential_url', ''), (r.writes ->> 'credential_checked_on')::date,
    (r.writes ->> 'information_as_of')::date, coalesce(r.writes ->> 'jurisdiction', ''),
    coalesce(r.writes ->> 'reviewed_by', '')
  from public.service_import_rows r
  where r.organization_id = make_batch_services.organization_id and r.import_id = make_batch_services.import_id
    and r.place between first and last and r.outcome = 'made'
  order by r.place;
  update public.service_import_rows r set service_id = s.id
  from public.services s
  where r.organization_id = make_batch_services.organization_id and r.import_id = make_batch_services.import_id
    and r.place between first and last and r.outcome = 'made'
    and s.organization_id = r.organization_id and s.hsds_id = r.uid;
end $$;
comment on function private.make_batch_services(uuid, uuid, integer, integer, public.audience, uuid) is 'Makes the new services of a batch, for the audience that was chosen.';

create function private.write_batch(organization_id uuid, import_id uuid, first integer, last integer, which text) returns void
language plpgsql set search_path = '' as $$
begin
  if not exists (
    select from private.batch_writes b
    where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id
      and b.place between first and last
  ) then
    return;
  end if;
  perform set_config('hamkke.importing', case which when 'made' then 'new' else '' end, true);
  update public.services s set
    provider_id = case when w ? 'provider' then r.provider_id else s.provider_id end,
    state = coalesce((w ->> 'state')::public.service_state, s.state), source_language = coalesce(w ->> 'source_language', s.source_language),
    name = coalesce(w -> 'name', s.name), description = coalesce(w -> 'description', s.description),
    eligibility = coalesce(w -> 'eligibility', s.eligibility), required_documents = coalesce(w -> 'required_documents', s.required_documents),
    cost = coalesce((w ->> 'cost')::public.service_cost, s.cost), cost_note = coalesce(w -> 'cost_note', s.cost_note),
    website = coalesce(w ->> 'website', s.website), email = coalesce(w ->> 'email', s.email),
    area_served = case when w ? 'area_served' then private.lines_in(w -> 'area_served') else s.area_served end,
    terms = case when w ? 'terms' then private.lines_in(w -> 'terms') else s.terms end,
    staff_languages = case when w ? 'staff_languages' then private.lines_in(w -> 'staff_languages') else s.staff_languages end,
    interpreter_languages = case when w ? 'interpreter_languages' then private.lines_in(w -> 'interpreter_languages') else s.interpreter_languages end,
    document_languages = case when w ? 'document_languages' then private.lines_in(w -> 'document_languages') else s.document_languages end,
    time_zone = coalesce(w ->> 'time_zone', s.time_zone),
    credential = case when w ? 'credential' then (w ->> 'credential')::public.credential else s.credential end,
    credential_url = coalesce(w ->> 'credential_url', s.credential_url),
    credential_checked_on = case when w ? 'credential_checked_on' then (w ->> 'credential_checked_on')::date else s.credential_checked_on end,
    information_as_of = case when w ? 'information_as_of' then (w ->> 'information_as_of')::date else s.information_as_of end,
    jurisdiction = coalesce(w ->> 'jurisdiction', s.jurisdiction), reviewed_by = coalesce(w ->> 'reviewed_by', s.reviewed_by)
  from public.service_import_rows r cross join lateral (select r.writes as w) as chosen
  where r.organization_id = write_batch.organization_id and r.import_id = write_batch.import_id and r.place between first and last
    and r.outcome = 'changed' and which = 'changed' and s.organization_id = r.organization_id and s.id = r.service_id
    and w - array['phones', 'schedules', 'closures', 'places', 'translations'] <> '{}';

  -- What is new has no parts that could go.
  delete from public.service_phones p using private.batch_writes b
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last
    and which = 'changed' and b.writes ? 'phones' and p.organization_id = b.organization_id and p.service_id = b.service_id;
  insert into public.service_phones (organization_id, service_id, position, number, extension, label)
  select b.organization_id, b.service_id, e.number - 1, e.item ->> 'number', coalesce(e.item ->> 'extension', ''), coalesce(e.item -> 'label', '{}')
  from private.batch_writes b cross join jsonb_array_elements(b.writes -> 'phones') with ordinality as e(item, number)
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last;

  delete from public.service_schedules p using private.batch_writes b
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last
    and which = 'changed' and b.writes ? 'schedules' and p.organization_id = b.organization_id and p.service_id = b.service_id;
  insert into public.service_schedules (organization_id, service_id, position, weekdays, opens_minute, closes_minute)
  select b.organization_id, b.service_id, e.number - 1, private.lines_in(e.item -> 'weekdays')::smallint[],
    (e.item ->> 'opens_minute')::smallint, (e.item ->> 'closes_minute')::smallint
  from private.batch_writes b cross join jsonb_array_elements(b.writes -> 'schedules') with ordinality as e(item, number)
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last;

  delete from public.service_closures p using private.batch_writes b
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last
    and which = 'changed' and b.writes ? 'closures' and p.organization_id = b.organization_id and p.service_id = b.service_id;
  insert into public.service_closures (organization_id, service_id, closed_on, note)
  select distinct on (b.place, e.item ->> 'closed_on') b.organization_id, b.service_id, (e.item ->> 'closed_on')::date, coalesce(e.item -> 'note', '{}')
  from private.batch_writes b cross join jsonb_array_elements(b.writes -> 'closures') as e(item)
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last;

  perform private.write_batch_places(write_batch.organization_id, write_batch.import_id, first, last, which);
  insert into public.service_translations (organization_id, service_id, language, by_machine, reviewed_at, stale)
  select b.organization_id, b.service_id, e.language, (e.item ->> 'by_machine')::boolean,
    case e.item ->> 'reviewed' when 'true' then now() end, (e.item ->> 'stale')::boolean
  from private.batch_writes b cross join jsonb_each(b.writes -> 'translations') as e(language, item)
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last
  on conflict on constraint service_translations_one_per_language do update
  set by_machine = excluded.by_machine, reviewed_at = excluded.reviewed_at, stale = excluded.stale;
  perform set_config('hamkke.importing', '', true);
end $$;
comment on function private.write_batch(uuid, uuid, integer, integer, text) is
  'Writes what is to be written of the rows of a batch that are "made" or "changed": the fields of what is there already, and the parts of both.';

create view private.batch_writes with (security_invoker = true) as
select r.organization_id, r.import_id, r.place, r.outcome, r.service_id, r.writes
from public.service_import_rows r
where r.outcome in ('made', 'changed') and r.service_id is not null and r.writes is not null;
comment on view private.batch_writes is 'Rows of imports that are being written.';
grant select on private.batch_writes to authenticated;

create function private.write_batch_places(organization_id uuid, import_id uuid, first integer, last integer, which text) returns void
language plpgsql set search_path = '' as $$
begin
  -- A place that everyone sees is among them only where whoever imports chose what the file says.
  perform set_config('hamkke.published', 'places of ' || write_batch_places.organization_id, true);
  insert into public.locations (
    organization_id, hsds_id, name, address_1, address_2, city, region, postal_code, country, latitude, longitude, accessibility, directions
  )
  select distinct on (e.item ->> 'location_hsds_id') b.organization_id, (e.item ->> 'location_hsds_id')::uuid, e.item ->> 'name',
    e.item ->> 'address_1', e.item ->> 'address_2', e.item ->> 'city', e.item ->> 'region', e.item ->> 'postal_code',
    e.item ->> 'country', (e.item ->> 'latitude')::numeric, (e.item ->> 'longitude')::numeric,
    private.lines_in(e.item -> 'accessibility'), e.item -> 'directions'
  from private.batch_writes b cross join jsonb_array_elements(b.writes -> 'places') as e(item)
  where b.outcome = which and b.organization_id = write_batch_places.organization_id and b.import_id = write_batch_places.import_id and b.place between first and last
    and not exists (
      select from public.locations l where l.organization_id = b.organization_id and l.hsds_id = (e.item ->> 'location_hsds_id')::uuid
    )
  order by e.item ->> 'location_hsds_id', b.place;
  update public.locations l set
    name = e.item ->> 'name', address_1 = e.item ->> 'address_1', address_2 = e.item ->> 'address_2', city = e.item ->> 'city',
    region = e.item ->> 'region', postal_code = e.item ->> 'postal_code', country = e.item ->> 'country',
    latitude = (e.item ->> 'latitude')::numeric, longitude = (e.item ->> 'longitude')::numeric,
    accessibility = private.lines_in(e.item -> 'accessibility'), directions = e.item -> 'directions'
  from public.service_import_rows r cross join jsonb_array_elements(r.writes -> 'places') as e(item)
  where r.organization_id = write_batch_places.organization_id and r.import_id = write_batch_places.import_id and r.place between first and last
    and r.outcome = 'changed' and which = 'changed' and l.organization_id = r.organization_id and l.hsds_id = (e.item ->> 'location_hsds_id')::uuid;
  delete from public.service_at_locations a using private.batch_writes b
  where b.outcome = which and b.organization_id = write_batch_places.organization_id and b.import_id = write_batch_places.import_id and b.place between first and last
    and which = 'changed' and b.writes ? 'places' and a.organization_id = b.organization_id and a.service_id = b.service_id
    and not exists (select from jsonb_array_elements(b.writes -> 'places') as e(item) where (e.item ->> 'hsds_id')::uuid = a.hsds_id);
  insert into public.service_at_locations (organization_id, service_id, location_id, hsds_id)
  select b.organization_id, b.service_id, l.id, (e.item ->> 'hsds_id')::uuid
  from private.batch_writes b cross join jsonb_array_elements(b.writes -> 'places') as e(item)
  join public.locations l on l.organization_id = b.organization_id and l.hsds_id = (e.item ->> 'location_hsds_id')::uuid
  where b.outcome = which and b.organization_id = write_batch_places.organization_id and b.import_id = write_batch_places.import_id and b.place between first and last
    and not exists (
      select from public.service_at_locations a where a.organization_id = b.organization_id and a.hsds_id = (e.item ->> 'hsds_id')::uuid
    );
  perform set_config('hamkke.published', '', true);
end $$;
comment on function private.write_batch_places(uuid, uuid, integer, integer, text) is 'Where the services of a batch are given: for their owner alone, until somebody decides otherwise.';

grant execute on function
  private.write_batch_providers(uuid, uuid, integer, integer), private.is_own_provider(jsonb, jsonb), private.lines_in(jsonb),
  private.make_batch_services(uuid, uuid, integer, integer, public.audience, uuid),
  private.write_batch(uuid, uuid, integer, integer, text), private.write_batch_places(uuid, uuid, integer, integer, text)
  to authenticated;

-- ── sealed: resource-imports.sql

-- Files with services: who may read and take them in, and how what was read becomes a preview. All of it is for those who write an
-- organization's directory.

grant select (organization_id, id, source, audience, coalition_id, state, problem, result, created_at, taken_at)
  on public.service_imports to authenticated;
create policy service_imports_select_editor on public.service_imports
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant insert (organization_id, source) on public.service_imports to authenticated;
create policy service_imports_insert_editor on public.service_imports
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (audience, coalition_id, state, problem, result, taken_at) on public.service_imports to authenticated;
create policy service_imports_update_editor on public.service_imports
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (
  organization_id, import_id, place, row_number, uid, title, content, refused, remarks, left_out, takes_theirs, outcome, service_id,
  provider_id, writes, conflicts, before, known, seen_version
) on public.service_import_rows to authenticated;
create policy service_import_rows_select_editor on public.service_import_rows
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant insert (organization_id, import_id, place, row_number, uid, title, content, refused, remarks) on public.service_import_rows to authenticated;
create policy service_import_rows_insert_editor on public.service_import_rows
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (left_out, takes_theirs, outcome, service_id, provider_id, writes, conflicts, before, known, seen_version) on public.service_import_rows to authenticated;
create policy service_import_rows_update_editor on public.service_import_rows
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (organization_id, uid, service_id, said, became, source_name, source_hash, row_number, imported_at)
  on public.imported_services to authenticated;
create policy imported_services_select_colleague on public.imported_services
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('resources.read'))::uuid[]));
grant insert (organization_id, uid, service_id, said, became, source_name, source_hash, row_number, imported_at)
  on public.imported_services to authenticated;
create policy imported_services_insert_editor on public.imported_services
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (service_id, said, became, source_name, source_hash, row_number, imported_at) on public.imported_services to authenticated;
create policy imported_services_update_editor on public.imported_services
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.imported_services to authenticated;
create policy imported_services_delete_editor on public.imported_services
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

create function public.begin_service_import(organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  until timestamptz;
begin
  perform private.require_writer(begin_service_import.organization_id, 'resources.write');
  until := private.take_import_try_of('resources.write', begin_service_import.organization_id);
  if until is not null then
    perform private.refuse('held_back', 429, null, jsonb_build_object('minutes', private.minutes_until(until)));
  end if;
  return (
    select jsonb_build_object('time_zone', o.time_zone, 'language', coalesce(o.languages[1], 'en'), 'terms', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', t.id, 'name', t.name, 'synonyms', t.synonyms, 'code', t.open_eligibility_code
      ) order by t.position), '[]') from public.taxonomy_terms t
    ))
    from public.organizations o where o.id = begin_service_import.organization_id
  );
end $$;
comment on function public.begin_service_import(uuid) is
  'Counts that a file is about to be read, and answers with what reading needs to know. Refuses whoever has read too many within the hour.';

create function private.take_import_try_of(permission text, organization_id uuid) returns timestamptz
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(take_import_try_of.organization_id, take_import_try_of.permission);
  return private.take_my_try('import');
end $$;
comment on function private.take_import_try_of(text, uuid) is 'Takes one of the caller''s own tries to read a file; until when there is none, otherwise.';

create function public.draft_service_import(organization_id uuid, source jsonb, rows jsonb, import_id uuid default null) returns jsonb
language plpgsql set search_path = '' as $$
declare
  import uuid := draft_service_import.import_id;
begin
  perform private.require_writer(draft_service_import.organization_id, 'resources.write');
  if import is null then
    insert into public.service_imports as i (organization_id, source) values (draft_service_import.organization_id, draft_service_import.source)
    returning i.id into import;
  elsif not exists (
    select from public.service_imports i
    where i.organization_id = draft_service_import.organization_id and i.id = import and i.state = 'read'
  ) then
    perform private.refuse('import_over', 404);
  end if;
  insert into public.service_import_rows (organization_id, import_id, place, row_number, uid, title, content, refused, remarks)
  select draft_service_import.organization_id, import, r.place, r.row_number, r.uid, left(r.title, 200), nullif(r.content, 'null'),
    coalesce(r.refused, '[]'), coalesce(r.remarks, '[]')
  from jsonb_to_recordset(draft_service_import.rows) as r(
    place integer, row_number integer, uid uuid, title text, content jsonb, refused jsonb, remarks jsonb
  );
  return jsonb_build_object('id', import);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse('not_understood', 422);
end $$;
comment on function public.draft_service_import(uuid, jsonb, jsonb, uuid) is
  'Keeps rows of a file that was read, in several calls where there are many, for their preview. Nothing is taken in yet.';

grant execute on function private.take_import_try_of(text, uuid), public.begin_service_import(uuid), public.draft_service_import(uuid, jsonb, jsonb, uuid)
  to authenticated;

-- ── sealed: resource-keys.sql

-- Keeps what services are found by, for every writer of a card, of who gives it, and of the organization that lists it.

create function private.names_of_service(service public.services) returns text[]
language sql stable security definer set search_path = '' as $$
  select array(
    select t.name from jsonb_each_text(service.name) as t(language, name)
    union
    select t.name from public.providers p cross join lateral jsonb_each_text(p.name) as t(language, name)
    where p.organization_id = service.organization_id and p.id = service.provider_id
    union
    select a.name from public.providers p cross join lateral unnest(p.aliases) as a(name)
    where p.organization_id = service.organization_id and p.id = service.provider_id
    union
    select a.name from public.organizations o
    cross join lateral unnest(o.aliases || array[o.display_name, o.short_name, o.korean_name, o.legal_name]) as a(name)
    where o.id = service.organization_id and service.provider_id is null and a.name is not null
  )
$$;
comment on function private.names_of_service(public.services) is
  'By what names a service is looked for: its own, and those of who gives it, former ones and abbreviations included.';

create function private.texts_of_service(service public.services) returns table (body text)
language sql immutable set search_path = '' as $$
  select t.body
  from (values (service.description), (service.eligibility), (service.required_documents), (service.cost_note)) as f(field)
  cross join lateral jsonb_each_text(f.field) as t(language, body)
  union all
  select a.line from unnest(service.area_served) as a(line)
$$;
comment on function private.texts_of_service(public.services) is 'What else a card says in words.';

create function private.parts_of(texts text[]) returns text[]
language sql immutable set search_path = '' as $$
  select array(select k.key from unnest(texts) as t(body) cross join lateral unnest(core.part_keys(t.body)) as k(key))
$$;
comment on function private.parts_of(text[]) is 'The parts of words of several texts, none of which goes over from one to the next.';

create function private.write_service_keys(service_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  service public.services;
  needs text[];
  names text[];
  in_names text[];
begin
  for service in select s.* from public.services s where s.id = any (service_ids) and s.state = 'active' loop
    names := private.names_of_service(service);
    in_names := private.parts_of(names);
    needs := array(
      select distinct array_to_string(u.steps[:n.depth], '/')
      from unnest(service.terms) as t(id)
      cross join lateral string_to_array(t.id, '/') as u(steps)
      cross join lateral generate_series(1, cardinality(u.steps)) as n(depth)
    );
    insert into private.service_keys as k (
      organization_id, service_id, audience, coalition_id, verify_by, needs, title, keys
    ) values (
      service.organization_id, service.id, service.audience, service.coalition_id, service.verify_by, needs,
      E'\n' || (select string_agg(core.squeezed(n.name), E'\n') from unnest(names) as n(name)) || E'\n',
      array_to_tsvector(
        '.'::text || in_names
        || core.near_keys_of(array_to_string(names, ' '))
        || array(
          select '*' || k.key from unnest(in_names) as k(key)
          union all
          select '*' || k.key from unnest(names) as n(name) cross join lateral unnest(core.initial_keys(n.name)) as k(key)
        )
        || private.parts_of(array(select t.body from private.texts_of_service(service) t))
        || array(select '@' || k.key from unnest(private.parts_of(service.area_served)) as k(key))
        || array(select '#' || n.id from unnest(needs) as n(id))
        || array(
          select distinct 'language:' || l.tag
          from unnest(service.staff_languages || service.interpreter_languages || service.document_languages) as l(tag)
        )
        || ('cost:' || service.cost)
      )
    )
    on conflict (organization_id, service_id) do update set
      audience = excluded.audience, coalition_id = excluded.coalition_id, verify_by = excluded.verify_by,
      needs = excluded.needs, title = excluded.title, keys = excluded.keys;
  end loop;
end $$;
comment on function private.write_service_keys(uuid[]) is 'Makes anew what services are found by; those that are not active have nothing.';

create function private.keep_service_keys() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.state <> 'active' then
    delete from private.service_keys k where k.organization_id = new.organization_id and k.service_id = new.id;
  elsif tg_op = 'INSERT' or (
    new.state, new.provider_id, new.name, new.description, new.eligibility, new.required_documents, new.cost_note, new.area_served,
    new.terms, new.cost, new.staff_languages, new.interpreter_languages, new.document_languages
  ) is distinct from (
    old.state, old.provider_id, old.name, old.description, old.eligibility, old.required_documents, old.cost_note, old.area_served,
    old.terms, old.cost, old.staff_languages, old.interpreter_languages, old.document_languages
  ) then
    perform private.write_service_keys(array[new.id]);
  end if;
  update private.service_keys k
  set audience = new.audience, coalition_id = new.coalition_id, verify_by = new.verify_by
  where k.organization_id = new.organization_id and k.service_id = new.id
    and (k.audience, k.coalition_id, k.verify_by) is distinct from (new.audience, new.coalition_id, new.verify_by);
  return null;
end $$;
comment on function private.keep_service_keys() is 'A card is found by what it says now, by those who see it now.';
create trigger services_keep_keys after insert or update on public.services
  for each row execute function private.keep_service_keys();

create function private.keep_provider_keys() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.write_service_keys(array(
    select s.id from public.services s where s.organization_id = new.organization_id and s.provider_id = new.id
  ));
  return null;
end $$;
comment on function private.keep_provider_keys() is 'Services are found by the names of who gives them.';
create trigger providers_keep_keys after update on public.providers
  for each row when ((old.name, old.aliases) is distinct from (new.name, new.aliases))
  execute function private.keep_provider_keys();

create function private.keep_organization_keys() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.write_service_keys(array(
    select s.id from public.services s where s.organization_id = new.id and s.provider_id is null
  ));
  return null;
end $$;
comment on function private.keep_organization_keys() is 'What an organization gives itself is found by its names.';
create trigger organizations_keep_keys after update on public.organizations
  for each row when (
    (old.display_name, old.short_name, old.korean_name, old.legal_name, old.aliases)
    is distinct from (new.display_name, new.short_name, new.korean_name, new.legal_name, new.aliases)
  )
  execute function private.keep_organization_keys();

-- ── sealed: resource-layers.sql

-- The place of a service, what it said about papers, and what its owner notes: below the card, each with an audience of its own.

-- Every policy below also asks for the card: its own policy answers, so no layer is seen without it.
grant select (organization_id, service_id, location_id, hsds_id, audience, coalition_id) on public.service_at_locations to anon, authenticated;
create policy service_at_locations_select_visitor on public.service_at_locations
  for select to anon
  using (audience = 'everyone' and exists (
    select from public.services c where c.organization_id = service_at_locations.organization_id and c.id = service_at_locations.service_id offset 0
  ));
create policy service_at_locations_select_audience on public.service_at_locations
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or ((
      audience = 'everyone'
      or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
      or (audience = 'named' and exists (
        select from public.service_shares s
        where s.organization_id = service_at_locations.organization_id and s.service_id = service_at_locations.service_id
          and s.layer = 'place'
          and s.recipient_id = any ((select private.my_organizations('resources.read'))::uuid[])
      ))
    ) and exists (
      select from public.services c where c.organization_id = service_at_locations.organization_id and c.id = service_at_locations.service_id offset 0
    ))
  );
grant insert (organization_id, service_id, location_id, hsds_id, audience, coalition_id) on public.service_at_locations to authenticated;
create policy service_at_locations_insert_editor on public.service_at_locations
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (audience, coalition_id) on public.service_at_locations to authenticated;
create policy service_at_locations_update_editor on public.service_at_locations
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_at_locations to authenticated;
create policy service_at_locations_delete_editor on public.service_at_locations
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (id, organization_id, hsds_id, name, address_1, address_2, city, region, postal_code, country, latitude, longitude, accessibility, directions) on public.locations to anon, authenticated;
create policy locations_select_visitor on public.locations
  for select to anon
  using (exists (
    select from public.service_at_locations l
    where l.organization_id = locations.organization_id and l.location_id = locations.id offset 0
  ));
create policy locations_select_audience on public.locations
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('resources.read'))::uuid[]) or exists (
    select from public.service_at_locations l
    where l.organization_id = locations.organization_id and l.location_id = locations.id offset 0
  ));
grant insert (organization_id, hsds_id, name, address_1, address_2, city, region, postal_code, country, latitude, longitude, accessibility, directions) on public.locations to authenticated;
create policy locations_insert_editor on public.locations
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (name, address_1, address_2, city, region, postal_code, country, latitude, longitude, accessibility, directions) on public.locations to authenticated;
create policy locations_update_editor on public.locations
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.locations to authenticated;
create policy locations_delete_editor on public.locations
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- Nothing to visitors: what a service said about papers is public to nobody.
grant select (organization_id, service_id, told_on, note, audience, coalition_id) on public.service_assurances to authenticated;
create policy service_assurances_select_audience on public.service_assurances
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or ((
      (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
      or (audience = 'named' and exists (
        select from public.service_shares s
        where s.organization_id = service_assurances.organization_id and s.service_id = service_assurances.service_id
          and s.layer = 'assurance'
          and s.recipient_id = any ((select private.my_organizations('resources.read'))::uuid[])
      ))
    ) and exists (
      select from public.services c where c.organization_id = service_assurances.organization_id and c.id = service_assurances.service_id offset 0
    ))
  );
grant insert (organization_id, service_id, told_on, note, audience, coalition_id) on public.service_assurances to authenticated;
create policy service_assurances_insert_editor on public.service_assurances
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (told_on, note, audience, coalition_id) on public.service_assurances to authenticated;
create policy service_assurances_update_editor on public.service_assurances
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_assurances to authenticated;
create policy service_assurances_delete_editor on public.service_assurances
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (organization_id, service_id, body) on public.service_notes to authenticated;
create policy service_notes_select_owner on public.service_notes
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('resources.read'))::uuid[]));
grant insert (organization_id, service_id, body) on public.service_notes to authenticated;
create policy service_notes_insert_editor on public.service_notes
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (body) on public.service_notes to authenticated;
create policy service_notes_update_editor on public.service_notes
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_notes to authenticated;
create policy service_notes_delete_editor on public.service_notes
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

create function private.prepare_location() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.name := private.tidy_line(new.name, 'place.name', 160);
  new.address_1 := private.tidy_line(new.address_1, 'place.address_1', 160);
  new.address_2 := private.tidy_line(new.address_2, 'place.address_2', 160);
  new.city := private.tidy_line(new.city, 'place.city', 80);
  new.region := private.tidy_line(new.region, 'place.region', 80);
  new.postal_code := private.tidy_line(new.postal_code, 'place.postal_code', 20);
  new.country := upper(private.tidy_line(new.country, 'place.country', 2));
  new.directions := private.tidy_texts(new.directions, 'place.directions', 1000, false, true);
  -- A place that is public already changes before everyone's eyes.
  if tg_op = 'UPDATE' and (new.address_1, new.address_2, new.city, new.postal_code, new.latitude, new.longitude)
    is distinct from (old.address_1, old.address_2, old.city, old.postal_code, old.latitude, old.longitude)
  then
    perform private.require_publishing(l.organization_id, l.service_id) from public.service_at_locations l
    where l.organization_id = new.organization_id and l.location_id = new.id and l.audience = 'everyone';
  end if;
  return new;
end $$;
comment on function private.prepare_location() is 'Tidies an address, and lets what everyone sees change only by a decision.';
create trigger locations_prepare before insert or update on public.locations
  for each row execute function private.prepare_location();

create function private.require_publishing(organization_id uuid, service_id uuid) returns void
language plpgsql stable set search_path = '' as $$
begin
  -- What is published cannot be recalled: a person who publishes says so, each time that something new is.
  if private.my_person() is not null and coalesce(current_setting('hamkke.published', true), '') not in (
    require_publishing.service_id::text, 'places of ' || require_publishing.organization_id
  ) then
    perform private.refuse('publishing_is_a_decision', 422, 'place.publish');
  end if;
end $$;
comment on function private.require_publishing(uuid, uuid) is
  'Refuses to make a place public without the decision that is noted down for the transaction: for one service, or for all that an import brings.';

grant execute on function private.require_publishing(uuid, uuid) to authenticated;

create function private.prepare_service_layer() returns trigger
language plpgsql set search_path = '' as $$
declare
  field constant text := case tg_table_name when 'service_assurances' then 'assurance' else 'place' end;
  card record;
begin
  select s.audience, s.coalition_id into card from public.services s
  where s.organization_id = new.organization_id and s.id = new.service_id
  for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  if new.audience <> 'coalition' then
    new.coalition_id := null;
  elsif tg_op = 'INSERT' or old.audience <> 'coalition' then
    new.coalition_id := coalesce(new.coalition_id, card.coalition_id);
    if new.coalition_id is null then
      perform private.refuse('coalition_not_yours', 422, field || '.coalition_id');
    end if;
  end if;
  if not private.is_within(new.audience, new.coalition_id, card.audience, card.coalition_id) then
    perform private.refuse('layer_wider_than_card', 422, field || '.audience');
  elsif field = 'assurance' and new.audience = 'everyone' then
    perform private.refuse('never_public', 422, 'assurance.audience');
  elsif field = 'place' and new.audience = 'everyone' and (tg_op = 'INSERT' or old.audience <> 'everyone') then
    perform private.require_publishing(new.organization_id, new.service_id);
  end if;
  return new;
end $$;
comment on function private.prepare_service_layer() is
  'Refuses an audience of a place or an assurance that is wider than the card''s, and a public one without a decision, or at all.';
create trigger service_at_locations_prepare before insert or update on public.service_at_locations
  for each row execute function private.prepare_service_layer();

create function private.prepare_assurance() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.note := private.tidy_texts(new.note, 'assurance.note', 500, false, true);
  if new.told_on is null then
    perform private.refuse('required', 422, 'assurance.told_on');
  elsif new.told_on > current_date + 1 then
    perform private.refuse('day_not_yet_come', 422, 'assurance.told_on');
  end if;
  return new;
end $$;
comment on function private.prepare_assurance() is 'Tidies what a service said about papers; it was said on a day.';
create trigger service_assurances_prepare before insert or update on public.service_assurances
  for each row execute function private.prepare_assurance();
create trigger service_assurances_prepare_layer before insert or update on public.service_assurances
  for each row execute function private.prepare_service_layer();

create function private.prepare_service_notes() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.body := private.tidy_paragraph(new.body, 'notes', 4000, true);
  if not exists (
    select from public.services s where s.organization_id = new.organization_id and s.id = new.service_id
  ) then
    perform private.refuse('not_found', 404);
  end if;
  return new;
end $$;
comment on function private.prepare_service_notes() is 'Tidies internal notes.';
create trigger service_notes_prepare before insert or update on public.service_notes
  for each row execute function private.prepare_service_notes();

-- ── sealed: resource-pages.sql

-- What pages about one service show, each in one call. Everything here reads with the caller's own rights: the
-- conditions below choose what belongs on a page, the policies decide what may be on it.

create view private.service_cards with (security_invoker = true) as
select
  s.id, s.organization_id, s.audience, s.state, s.verify_by,
  case when s.provider_id is null then o.aliases end as own_aliases,
  jsonb_build_object(
    'id', s.id, 'name', s.name, 'description', s.description, 'source_language', s.source_language, 'state', s.state,
    'audience', s.audience, 'shared', s.shared_at is not null, 'terms', s.terms, 'cost', s.cost, 'area_served', s.area_served,
    'staff_languages', s.staff_languages, 'interpreter_languages', s.interpreter_languages,
    'document_languages', s.document_languages, 'credential', s.credential,
    'verified_at', s.verified_at, 'verify_by', s.verify_by, 'time_zone', s.time_zone, 'organization', o.label,
    'provider', (
      select jsonb_build_object('name', p.name, 'aliases', p.aliases) from public.providers p
      where p.organization_id = s.organization_id and p.id = s.provider_id
    ),
    'phone', (
      select jsonb_build_object('number', p.number, 'extension', p.extension) from public.service_phones p
      where p.organization_id = s.organization_id and p.service_id = s.id
      order by p.position limit 1
    )
  ) as card
from public.services s
join private.organization_labels o on o.id = s.organization_id;
comment on view private.service_cards is 'A service as lists show it, with the columns they choose and sort by.';
grant select on private.service_cards to anon, authenticated;

create function private.service_parts(organization_id uuid, service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'phones', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'number', p.number, 'extension', p.extension, 'label', p.label
      ) order by p.position), '[]')
      from public.service_phones p
      where p.organization_id = service_parts.organization_id and p.service_id = service_parts.service_id
    ),
    'schedules', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'weekdays', h.weekdays, 'opens_minute', h.opens_minute, 'closes_minute', h.closes_minute
      ) order by h.position), '[]')
      from public.service_schedules h
      where h.organization_id = service_parts.organization_id and h.service_id = service_parts.service_id
    ),
    'closures', (
      select coalesce(jsonb_agg(jsonb_build_object('closed_on', c.closed_on, 'note', c.note) order by c.closed_on), '[]')
      from public.service_closures c
      where c.organization_id = service_parts.organization_id and c.service_id = service_parts.service_id
        and c.closed_on >= current_date - 1
    )
  );
end $$;
comment on function private.service_parts(uuid, uuid) is 'The phones, hours and holidays still to come of a service that the caller sees.';

create function private.service_recipients(organization_id uuid, service_id uuid, layer public.service_layer) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(o.label order by o.slug), '[]')
    from public.service_shares s
    join private.organization_labels o on o.id = s.recipient_id
    where s.organization_id = service_recipients.organization_id and s.service_id = service_recipients.service_id
      and s.layer = service_recipients.layer
  );
end $$;
comment on function private.service_recipients(uuid, uuid, public.service_layer) is
  'The organizations a layer is named to: all for its owner''s people, itself for a recipient, none for anyone else.';

create function private.place_of(organization_id uuid, service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'audience', min(a.audience), 'coalition_id', min(a.coalition_id::text),
      'locations', jsonb_agg(jsonb_build_object(
        'id', l.id, 'name', l.name, 'address_1', l.address_1, 'address_2', l.address_2, 'city', l.city, 'region', l.region,
        'postal_code', l.postal_code, 'country', l.country, 'latitude', l.latitude, 'longitude', l.longitude,
        'accessibility', l.accessibility, 'directions', l.directions
      ) order by l.name, l.id),
      'recipients', private.service_recipients(place_of.organization_id, place_of.service_id, 'place')
    )
    from public.service_at_locations a
    join public.locations l on l.organization_id = a.organization_id and l.id = a.location_id
    where a.organization_id = place_of.organization_id and a.service_id = place_of.service_id
    having count(*) > 0
  );
end $$;
comment on function private.place_of(uuid, uuid) is 'Where a service is given, as far as the caller may know; null where they may not, or where it is nowhere.';

create function private.assurance_of(organization_id uuid, service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'told_on', a.told_on, 'note', a.note, 'audience', a.audience, 'coalition_id', a.coalition_id,
      'recipients', private.service_recipients(assurance_of.organization_id, assurance_of.service_id, 'assurance')
    )
    from public.service_assurances a
    where a.organization_id = assurance_of.organization_id and a.service_id = assurance_of.service_id
  );
end $$;
comment on function private.assurance_of(uuid, uuid) is 'What a service said about papers, for those whom its owner lets know; null for anyone else.';

create function private.service_notes_of(organization_id uuid, service_id uuid) returns text
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return null;
  end if;
  return (
    select n.body from public.service_notes n
    where n.organization_id = service_notes_of.organization_id and n.service_id = service_notes_of.service_id
  );
end $$;
comment on function private.service_notes_of(uuid, uuid) is 'What the owner noted, for its own people; null for anyone else.';

create function private.service_writer(organization_id uuid) returns text
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return null;
  end if;
  return (
    select o.slug from public.organizations o
    where o.id = service_writer.organization_id and o.id = any (private.my_organizations('resources.write'))
  );
end $$;
comment on function private.service_writer(uuid) is 'The slug of the organization as which the caller may write its services; null where they may not.';

grant execute on function
  private.service_parts(uuid, uuid), private.service_recipients(uuid, uuid, public.service_layer),
  private.place_of(uuid, uuid), private.assurance_of(uuid, uuid), private.service_notes_of(uuid, uuid),
  private.service_writer(uuid)
  to anon, authenticated;

create function public.read_service(service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.card || private.service_parts(s.organization_id, s.id) || jsonb_build_object(
      'eligibility', s.eligibility, 'required_documents', s.required_documents, 'cost_note', s.cost_note,
      'website', s.website, 'email', s.email, 'credential_url', s.credential_url,
      'credential_checked_on', s.credential_checked_on, 'information_as_of', s.information_as_of,
      'jurisdiction', s.jurisdiction, 'reviewed_by', s.reviewed_by,
      'provider', (
        select jsonb_build_object('name', p.name, 'aliases', p.aliases, 'description', p.description, 'website', p.website)
        from public.providers p where p.organization_id = s.organization_id and p.id = s.provider_id
      ),
      'terms', (
        select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.position), '[]')
        from public.taxonomy_terms t where t.id = any (s.terms)
      ),
      'translations', (
        select coalesce(jsonb_object_agg(t.language, jsonb_build_object(
          'by_machine', t.by_machine, 'reviewed_at', t.reviewed_at, 'stale', t.stale
        )), '{}')
        from public.service_translations t where t.organization_id = s.organization_id and t.service_id = s.id
      ),
      'recipients', private.service_recipients(s.organization_id, s.id, 'card'),
      'place', private.place_of(s.organization_id, s.id),
      'assurance', private.assurance_of(s.organization_id, s.id),
      'notes', private.service_notes_of(s.organization_id, s.id),
      'writable_by', private.service_writer(s.organization_id),
      'version', private.service_version_of(s.id),
      'truth', public.service_truth(s.id)
    )
    from public.services s join private.service_cards c on c.id = s.id
    where s.id = read_service.service_id
  );
end $$;
comment on function public.read_service(uuid) is
  'One service with the layers its reader may see, or null: the same null whether it is hidden or absent.';

create function public.edit_service(service_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not edit_service.organization_id = any (private.my_organizations('resources.write')) then
    return null;
  end if;
  return (
    select public.read_service(s.id) - 'truth' || jsonb_build_object(
      'coalition_id', s.coalition_id,
      'terms', s.terms,
      'provider', (
        select jsonb_build_object('name', p.name, 'aliases', p.aliases, 'website', p.website)
        from public.providers p where p.organization_id = s.organization_id and p.id = s.provider_id
      ),
      'fellows', public.fellow_organizations(s.organization_id),
      'needs', private.needs()
    )
    from public.services s
    where s.id = edit_service.service_id and s.organization_id = edit_service.organization_id
  );
end $$;
comment on function public.edit_service(uuid, uuid) is
  'What the form starts from, with the organizations a service could be named to and the needs it could be listed under. Null unless the caller may write it.';

create function private.needs() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'parent_id', t.parent_id, 'name', t.name) order by t.position), '[]')
    from public.taxonomy_terms t
  );
end $$;
comment on function private.needs() is 'What one may need help with, in the order of lists.';

create function public.new_service(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not new_service.organization_id = any (private.my_organizations('resources.write')) then
    return null;
  end if;
  return jsonb_build_object('fellows', public.fellow_organizations(new_service.organization_id), 'needs', private.needs());
end $$;
comment on function public.new_service(uuid) is 'What the form of a new service starts from. Null unless the caller may write for the organization.';

create function public.organization_services(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_services.organization_id = any (private.my_organizations('resources.read')) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(c.card order by c.verify_by nulls first, c.id), '[]') from (
      select b.card, b.verify_by, b.id from private.service_cards b
      where b.organization_id = organization_services.organization_id
      order by b.verify_by nulls first, b.id limit 500
    ) c
  );
end $$;
comment on function public.organization_services(uuid) is
  'What an organization lists, with what nobody has made sure of for longest first. Null for an organization the caller does not belong to.';

grant execute on function private.needs(), public.read_service(uuid) to anon, authenticated;
grant execute on function public.edit_service(uuid, uuid), public.new_service(uuid), public.organization_services(uuid) to authenticated;

-- ── sealed: resource-parts.sql

-- Translations, phones, hours, holidays and verifications of a service: seen with its card, written by its owner.
-- `offset 0` asks about the one card, through its key. Without it Postgres, to which row security hides how many cards a
-- visitor sees, may first read all of them.

grant select (organization_id, service_id, language, by_machine, reviewed_at, stale) on public.service_translations to anon, authenticated;
create policy service_translations_select_with_card on public.service_translations
  for select to anon, authenticated
  using (exists (
    select from public.services s where s.organization_id = service_translations.organization_id and s.id = service_translations.service_id offset 0
  ));
grant insert (organization_id, service_id, language, by_machine, reviewed_at, stale) on public.service_translations to authenticated;
create policy service_translations_insert_editor on public.service_translations
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (by_machine, reviewed_at, stale) on public.service_translations to authenticated;
create policy service_translations_update_editor on public.service_translations
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_translations to authenticated;
create policy service_translations_delete_editor on public.service_translations
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (organization_id, service_id, position, number, extension, label) on public.service_phones to anon, authenticated;
create policy service_phones_select_with_card on public.service_phones
  for select to anon, authenticated
  using (exists (
    select from public.services s where s.organization_id = service_phones.organization_id and s.id = service_phones.service_id offset 0
  ));
grant insert (organization_id, service_id, position, number, extension, label) on public.service_phones to authenticated;
create policy service_phones_insert_editor on public.service_phones
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (number, extension, label) on public.service_phones to authenticated;
create policy service_phones_update_editor on public.service_phones
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_phones to authenticated;
create policy service_phones_delete_editor on public.service_phones
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (organization_id, service_id, position, weekdays, opens_minute, closes_minute) on public.service_schedules to anon, authenticated;
create policy service_schedules_select_with_card on public.service_schedules
  for select to anon, authenticated
  using (exists (
    select from public.services s where s.organization_id = service_schedules.organization_id and s.id = service_schedules.service_id offset 0
  ));
grant insert (organization_id, service_id, position, weekdays, opens_minute, closes_minute) on public.service_schedules to authenticated;
create policy service_schedules_insert_editor on public.service_schedules
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (weekdays, opens_minute, closes_minute) on public.service_schedules to authenticated;
create policy service_schedules_update_editor on public.service_schedules
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_schedules to authenticated;
create policy service_schedules_delete_editor on public.service_schedules
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (organization_id, service_id, closed_on, note) on public.service_closures to anon, authenticated;
create policy service_closures_select_with_card on public.service_closures
  for select to anon, authenticated
  using (exists (
    select from public.services s where s.organization_id = service_closures.organization_id and s.id = service_closures.service_id offset 0
  ));
grant insert (organization_id, service_id, closed_on, note) on public.service_closures to authenticated;
create policy service_closures_insert_editor on public.service_closures
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (note) on public.service_closures to authenticated;
create policy service_closures_update_editor on public.service_closures
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_closures to authenticated;
create policy service_closures_delete_editor on public.service_closures
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- Not granted: who made sure. Nobody must learn by its number of an organization that is in none of their coalitions.
grant select (id, organization_id, service_id, verified_at, method, verify_by) on public.service_verifications to anon, authenticated;
create policy service_verifications_select_with_card on public.service_verifications
  for select to anon, authenticated
  using (exists (
    select from public.services s
    where s.organization_id = service_verifications.organization_id and s.id = service_verifications.service_id offset 0
  ));

create function private.prepare_phone() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.number := regexp_replace(private.tidy_line(new.number, 'phones', 40, true), '[^+0-9]', '', 'g');
  new.extension := private.tidy_line(new.extension, 'phones', 10);
  new.label := private.tidy_texts(new.label, 'phones', 80);
  if new.number !~ '^\+[1-9][0-9]{6,14}$' and new.number !~ '^[0-9]{3,6}$' or new.extension !~ '^[0-9]*$' then
    perform private.refuse('phone_not_understood', 422, 'phones');
  end if;
  return new;
end $$;
comment on function private.prepare_phone() is 'Keeps a phone number as +, country and number, or as a short number; refuses what is neither.';
create trigger service_phones_prepare before insert or update on public.service_phones
  for each row execute function private.prepare_phone();

create function private.prepare_closure() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.note := private.tidy_texts(new.note, 'closures', 120);
  return new;
end $$;
comment on function private.prepare_closure() is 'Tidies the name of a holiday.';
create trigger service_closures_prepare before insert or update on public.service_closures
  for each row execute function private.prepare_closure();

create function private.note_stale_translations() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.service_translations as t (organization_id, service_id, language, stale)
  select a.organization_id, a.id, k.tag, true
  from before b join after a on a.id = b.id
  cross join lateral jsonb_object_keys(a.name || a.description) as k(tag)
  where k.tag <> a.source_language
    and (b.name ->> a.source_language, b.description ->> a.source_language)
      is distinct from (a.name ->> a.source_language, a.description ->> a.source_language)
    and (b.name ->> k.tag, b.description ->> k.tag) is not distinct from (a.name ->> k.tag, a.description ->> k.tag)
  on conflict on constraint service_translations_one_per_language do update set stale = true;

  -- A text that somebody wrote anew is nobody's old translation; one that is gone has no state.
  delete from public.service_translations t using before b join after a on a.id = b.id
  where t.organization_id = a.organization_id and t.service_id = a.id and (
    t.language = a.source_language or not (a.name || a.description) ? t.language
    or (b.name ->> t.language, b.description ->> t.language) is distinct from (a.name ->> t.language, a.description ->> t.language)
  );
  return null;
end $$;
comment on function private.note_stale_translations() is
  'A text stays behind where its source changes and it does not. A text written anew begins again, as a person''s.';
create trigger services_note_stale_translations after update on public.services
  referencing old table as before new table as after for each statement execute function private.note_stale_translations();

-- ── sealed: resource-preview.sql

-- A service as somebody else sees it, answered by the same policies.

create function private.preview_service_as(service_id uuid, organization_id uuid, viewer jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from public.services s
    where s.id = preview_service_as.service_id and s.organization_id = preview_service_as.organization_id
      and s.organization_id = any (private.my_organizations('resources.write'))
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.look_as(preview_service_as.organization_id, viewer);
end $$;
comment on function private.preview_service_as(uuid, uuid, jsonb) is
  'As private.look_as, for those who may write this one service, and viewers of their own coalitions.';
grant execute on function private.preview_service_as(uuid, uuid, jsonb) to authenticated;

create function public.preview_service(service_id uuid, organization_id uuid, viewer jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  fellows constant jsonb := public.fellow_organizations(preview_service.organization_id);
  name jsonb;
  seen jsonb;
begin
  select s.name into name from public.services s
  where s.id = preview_service.service_id and s.organization_id = preview_service.organization_id;
  perform private.preview_service_as(preview_service.service_id, preview_service.organization_id, viewer);
  seen := public.read_service(preview_service.service_id) - 'truth';
  perform set_config('hamkke.previewed', '', true);
  return jsonb_build_object('name', name, 'fellows', fellows, 'seen', seen);
end $$;
comment on function public.preview_service(uuid, uuid, jsonb) is
  'What read_service answers, without whether it is true, to another organization, a member of a coalition or the public (null where they see nothing), for those who may write the service. Nothing but this one row is read through other eyes.';
grant execute on function public.preview_service(uuid, uuid, jsonb) to authenticated;

-- ── sealed: resource-questions.sql

-- How what somebody types becomes a question to private.service_keys. Words hold letters and digits alone
-- (core.words), so nothing of them needs quoting beyond the quotes that a key stands in.

-- In plpgsql, whose plans last as long as the session: in sql each of these would be planned at every search.
create function private.asks_for_parts(word text, mark text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if word ~ '^[ᄀ-ᄒ]+$' then
    return (
      select string_agg('''*' || substr(word, n.place, 3) || '''' || case when length(word) = 1 then ':*' else '' end, ' & ')
      from generate_series(1, greatest(1, length(word) - 2)) as n(place)
    );
  -- What Latin letters a Korean word holds, the parts that go over from them tell.
  elsif octet_length(word) > length(word) and length(word) > 2 then
    return (
      select string_agg('''' || mark || p.part || '''', ' & ')
      from (select substr(word, n.place, 3) as part from generate_series(1, length(word) - 2) as n(place)) p
      where octet_length(p.part) > length(p.part)
    );
  elsif octet_length(word) > length(word) then
    return '''' || mark || word || '''' || case when length(word) = 1 then ':*' else '' end;
  -- One or two Latin letters stand at the beginning of words only: la is not looked for in translation.
  elsif length(word) < 3 then
    return '''' || mark || '^' || word || ''':*';
  end if;
  return '''' || mark || word || ''':*';
end $$;
comment on function private.asks_for_parts(text, text) is
  'The keys that a word stands in: all of its parts, those of the title alone where the mark is *.';

create function private.needs_called(phrase text) returns text[]
language plpgsql stable set search_path = '' as $$
declare
  begun constant text := E'\n' || phrase || case
    when length(phrase) < (case when octet_length(phrase) > length(phrase) then 2 else 3 end) then E'\n' else ''
  end;
begin
  return array(select t.id from public.taxonomy_terms t where strpos(t.said, begun) > 0 order by t.position);
end $$;
comment on function private.needs_called(text) is
  'The needs of which a name or synonym begins with these letters, or these first consonants; is them, where they are very few.';

create function private.asks_for_needs(ids text[]) returns text
language plpgsql immutable set search_path = '' as $$
begin
  -- Ids hold small letters, digits, slashes and hyphens alone.
  return '(''#' || nullif(array_to_string(ids, ''' | ''#'), '') || ''')';
end $$;
comment on function private.asks_for_needs(text[]) is 'The keys of any of these needs; null where there are none.';

-- ── What was meant ──────────────────────────────────────────────────────────────────────────────────────────

create function private.without_particle(word text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return coalesce(nullif(regexp_replace(
    word, '(에서는|에서|으로|에게|까지|부터|이나|하고|이랑|을|를|은|는|이|가|에|의|도|로|과|와|요)$', ''
  ), ''), word);
end $$;
comment on function private.without_particle(text) is 'A Korean word without the particle that seems to end it.';

create function private.begun_words(word text) returns text[]
language plpgsql immutable set search_path = '' as $$
declare
  whole constant text := regexp_replace(word, '[ᄀ-ᇿ]+$', '');
  letter constant integer := ascii(right(whole, 1)) - 44032;
  spoken constant integer := letter % 588 / 28;
begin
  if whole <> word and whole <> '' then
    return array[whole];
  elsif letter not between 0 and 11171 or letter % 28 <> 0 or length(word) < 2 then
    return '{}';
  end if;
  return array(
    select left(whole, -1) || chr(44032 + letter + (v.vowel - spoken) * 28 + f.final)
    from unnest(array[spoken] || case spoken when 8 then array[9, 10, 11] when 13 then array[14, 15, 16] when 18 then array[19] else '{}' end) as v(vowel)
    cross join generate_series(0, 27) as f(final)
  );
end $$;
comment on function private.begun_words(text) is
  'What a word may become whose last syllable is still being typed: 시민궈 begins 시민권, 시민ㄱ what begins with 시민.';

create function private.needs_nearly_called(word text) returns text[]
-- The planner takes reading a hundred rows for cheaper, and does not know how long near_said is.
language plpgsql stable set search_path = '' set enable_seqscan = off as $$
declare
  near constant text[] := core.near_keys(word);
begin
  if near = '{}' then
    return '{}';
  end if;
  return array(select t.id from public.taxonomy_terms t where t.near_said && near order by t.position);
end $$;
comment on function private.needs_nearly_called(text) is 'The needs that are called a slip of the finger away.';

create function private.asks_for_meant(word text) returns text
language plpgsql stable set search_path = '' as $$
declare
  bare constant text := private.without_particle(word);
begin
  return concat_ws(' | ',
    private.asks_for_parts(word, ''),
    case when bare <> word and length(bare) > 1 then concat_ws(
      ' | ', private.asks_for_parts(bare, ''), private.asks_for_needs(private.needs_called(bare))
    ) end,
    (select string_agg('(' || private.asks_for_parts(b.word, '') || ')', ' | ') from unnest(private.begun_words(word)) as b(word)),
    (select string_agg('''' || k.key || '''', ' | ') from unnest(core.near_keys(word)) as k(key)),
    private.asks_for_needs(private.needs_called(word)),
    private.asks_for_needs(private.needs_nearly_called(word))
  );
end $$;
comment on function private.asks_for_meant(text) is
  'The keys of whatever a word may have meant: itself, without its particle, when its last syllable is whole, and a slip of the finger away.';

grant execute on function
  private.asks_for_parts(text, text), private.needs_called(text), private.asks_for_needs(text[]), private.without_particle(text),
  private.begun_words(text), private.needs_nearly_called(text), private.asks_for_meant(text)
  to anon, authenticated;
grant select (said, near_said) on public.taxonomy_terms to anon, authenticated;

-- ── sealed: resource-reasons.sql

-- What a result says besides its card: why it was found, whether it is open, where. Read with the caller's own rights.

create function private.results(service_ids uuid[], words text[], nearly boolean) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  called constant jsonb := (
    select jsonb_object_agg(w.word, (
      select jsonb_agg(jsonb_build_object('field', 'need', 'id', t.id, 'name', t.name) order by length(t.id) desc)
      from public.taxonomy_terms t
      where t.id = any (
        private.needs_called(w.word)
        || case when cardinality(words) > 1 then private.needs_called(array_to_string(words, '')) else '{}' end
        || case when nearly then private.needs_nearly_called(w.word) else '{}' end
      )
    )) from unnest(words) as w(word)
  );
begin
  return (
    select coalesce(jsonb_agg(
      r.card - array['description', 'source_language', 'state', 'shared', 'verified_at']
      || jsonb_build_object(
        'stale', coalesce(r.verify_by < current_date, true),
        'opening', private.opening(r.hours, r.closed_on, now() at time zone r.time_zone),
        'places', r.places,
        'why', private.why_found(words, said.sayings, r.terms, called, nearly)
      ) order by r.place
    ), '[]')
    from (
      select x.place, c.card, c.verify_by, c.own_aliases, s.time_zone, s.terms, jsonb_build_object(
          'description', s.description, 'eligibility', s.eligibility, 'documents', s.required_documents, 'cost', s.cost_note
        ) as texts,
        (
          select jsonb_agg(jsonb_build_array(h.weekdays, h.opens_minute, h.closes_minute)) from public.service_schedules h
          where h.organization_id = s.organization_id and h.service_id = s.id
        ) as hours,
        array(
          select n.closed_on from public.service_closures n where n.organization_id = s.organization_id and n.service_id = s.id
        ) as closed_on,
        (
          -- Enough to tell how far it is, of places that the caller may know.
          select coalesce(jsonb_agg(
            jsonb_build_object('city', l.city, 'latitude', l.latitude, 'longitude', l.longitude) order by l.id
          ), '[]')
          from public.service_at_locations a
          join public.locations l on l.organization_id = a.organization_id and l.id = a.location_id
          where a.organization_id = s.organization_id and a.service_id = s.id
        ) as places
      from unnest(service_ids) with ordinality as x(id, place)
      join public.services s on s.id = x.id
      join private.service_cards c on c.id = x.id
      -- The offset keeps a card from being put together each time that something of it is asked for.
      offset 0
    ) r
    cross join lateral (
      -- What is looked at first before the rest.
      select jsonb_agg(jsonb_build_array(x.field, x.language, x.said) order by x.place) as sayings from (
        select 1 as place, 'name' as field, t.language, t.said from jsonb_each_text(r.card -> 'name') as t(language, said)
        union all
        select 2, 'provider', t.language, t.said
        from jsonb_each_text(coalesce(nullif(r.card #> '{provider,name}', 'null'), r.card -> 'organization')) as t(language, said)
        where t.language not in ('id', 'slug', 'color') and t.said is not null
        union all
        select 3, 'alias', null, a.said from jsonb_array_elements_text(coalesce(to_jsonb(r.own_aliases), nullif(r.card #> '{provider,aliases}', 'null'), '[]')) as a(said)
        union all
        select 4, f.field, t.language, t.said
        from jsonb_each(r.texts) as f(field, given) cross join lateral jsonb_each_text(f.given) as t(language, said)
        union all
        select 5, 'area', null, a.said from jsonb_array_elements_text(r.card -> 'area_served') as a(said)
      ) x
    ) said
  );
end $$;
comment on function private.results(uuid[], text[], boolean) is 'Services as a page of results shows them, in the order given, as far as the caller may see them.';

create function private.opening(hours jsonb, closed_on date[], wall timestamp) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  entry jsonb;
  began date;
  last constant integer := jsonb_array_length(hours) - 1;
  closes timestamp;
  always boolean := false;
begin
  if hours is null then
    return null;
  end if;
  for place in 0 .. last loop
    entry := hours -> place;
    foreach began in array array[wall::date - 1, wall::date] loop
      if (entry -> 0) @> to_jsonb(extract(isodow from began)::integer) and began <> all (coalesce(closed_on, '{}'))
        and wall >= began + (entry ->> 1)::integer * interval '1 minute'
        and wall < began + (entry ->> 2)::integer * interval '1 minute'
      then
        closes := greatest(closes, began + (entry ->> 2)::integer * interval '1 minute');
        always := always or jsonb_array_length(entry -> 0) = 7 and entry ->> 1 = '0' and (entry ->> 2)::integer >= 1440;
      end if;
    end loop;
  end loop;
  return jsonb_build_object('open', closes is not null, 'always', always, 'closes_local', closes);
end $$;
comment on function private.opening(jsonb, date[], timestamp) is
  'Whether hours (weekdays, from and to which minute) are open at a moment on their own clock, and until when; null where there are none.';

create function private.why_found(words text[], sayings jsonb, terms text[], called jsonb, nearly boolean) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  word text;
  reason jsonb;
  reasons jsonb := '[]';
begin
  foreach word in array words[:4] loop
    reason := private.where_said(word, sayings);
    if reason is null then
      select n.need into reason
      from jsonb_array_elements(nullif(called -> word, 'null')) as n(need)
      where exists (
        select from unnest(terms) as own(id) where own.id = n.need ->> 'id' or starts_with(own.id, concat(n.need ->> 'id', '/'))
      )
      limit 1;
    end if;
    if reason is null and nearly then
      reason := private.where_nearly_said(word, sayings);
    end if;
    if reason is not null and not reasons @> jsonb_build_array(reason) then
      reasons := reasons || reason;
    end if;
  end loop;
  return reasons;
end $$;
comment on function private.why_found(text[], jsonb, text[], jsonb, boolean) is
  'For each word where a service says it, with what stands around it, or the need it is a name of.';

create function private.where_said(word text, sayings jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  is_initials constant boolean := word ~ '^[ᄀ-ᄒ]+$';
  -- A space or a mark between two letters hides no word.
  spread constant text := regexp_replace(word, '(.)(?=.)', '\1[^[:alnum:]]*', 'g');
  last constant integer := coalesce(jsonb_array_length(sayings) - 1, -1);
  saying jsonb;
  said text;
  starts integer;
  ends integer;
begin
  for attempt in 1 .. 2 loop
    for place in 0 .. last loop
      saying := sayings -> place;
      said := saying ->> 2;
      if attempt = 1 then
        starts := strpos(lower(said), word);
        ends := starts + length(word);
      elsif is_initials then
        starts := case when saying ->> 0 in ('name', 'provider', 'alias') and strpos(core.initials(said), word) > 0 then 1 else 0 end;
        ends := length(said) + 1;
      elsif length(core.folded(said)) = length(said) and strpos(core.folded(said), word) > 0 then
        starts := strpos(core.folded(said), word);
        ends := starts + length(word);
      else
        starts := regexp_instr(said, spread, 1, 1, 0, 'i');
        ends := regexp_instr(said, spread, 1, 1, 1, 'i');
      end if;
      if starts > 0 then
        return jsonb_build_object(
          'field', saying -> 0, 'language', saying -> 1,
          'before', case when starts > 25 then '…' else '' end || substr(said, greatest(1, starts - 24), least(24, starts - 1)),
          'hit', substr(said, starts, ends - starts),
          'after', substr(said, ends, 40) || case when length(said) >= ends + 40 then '…' else '' end
        );
      end if;
    end loop;
  end loop;
  return null;
end $$;
comment on function private.where_said(text, jsonb) is 'The first of several texts that holds a word, cut to what stands around it.';

create function private.where_nearly_said(word text, sayings jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  near constant text[] := core.near_keys(word);
  like_it text;
begin
  select w.word into like_it
  from jsonb_array_elements(sayings) with ordinality as s(saying, place)
  cross join lateral unnest(core.words(s.saying ->> 2)) as w(word)
  where s.saying ->> 0 in ('name', 'provider', 'alias') and core.near_keys_of(w.word) && near
  order by s.place limit 1;
  return coalesce(
    private.where_said(like_it, sayings),
    private.where_said(private.without_particle(word), sayings),
    (
      select s.said from unnest(private.begun_words(word)) as b(word)
      cross join lateral (select private.where_said(b.word, sayings) as said) s
      where s.said is not null limit 1
    )
  );
end $$;
comment on function private.where_nearly_said(text, jsonb) is 'Where a service says what somebody seems to have meant.';

grant execute on function
  private.results(uuid[], text[], boolean), private.opening(jsonb, date[], timestamp),
  private.why_found(text[], jsonb, text[], jsonb, boolean), private.where_said(text, jsonb), private.where_nearly_said(text, jsonb)
  to anon, authenticated;

-- ── sealed: resource-shares.sql

-- Whom the layers of a service are named to, and what keeps a layer within its card.

grant select (organization_id, service_id, layer, recipient_id) on public.service_shares to authenticated;
create policy service_shares_select_owner_or_recipient on public.service_shares
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or (in_force and recipient_id = any ((select private.my_organizations('resources.read'))::uuid[]))
  );
grant insert (organization_id, service_id, layer, recipient_id) on public.service_shares to authenticated;
create policy service_shares_insert_editor on public.service_shares
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_shares to authenticated;
create policy service_shares_delete_editor on public.service_shares
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- No update of shares: another recipient is another row.

create function private.layer_field(layer public.service_layer) returns text
language sql immutable set search_path = '' as $$
  select case layer when 'card' then 'recipients' else layer || '.recipients' end
$$;
comment on function private.layer_field(public.service_layer) is 'The field of the form that names whom a layer goes to.';
grant execute on function private.layer_field(public.service_layer) to authenticated;

create function private.prepare_service_share() returns trigger
language plpgsql set search_path = '' as $$
declare
  card record;
begin
  if new.recipient_id = new.organization_id or not exists (
    select from public.standings owner
    join public.standings recipient on recipient.coalition_id = owner.coalition_id
    where owner.organization_id = new.organization_id and recipient.organization_id = new.recipient_id
  ) or not private.hold_fellowship(new.organization_id, new.recipient_id) then
    perform private.refuse('recipient_not_in_coalition', 422, private.layer_field(new.layer));
  end if;

  -- Whoever writes or removes a share of this service, or changes its audience, waits here for one another.
  select s.state, s.audience, s.coalition_id into card from public.services s
  where s.organization_id = new.organization_id and s.id = new.service_id
  for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  elsif new.layer <> 'card' and not private.sees_service(new.recipient_id, new.organization_id, new.service_id, card.audience, card.coalition_id) then
    perform private.refuse('layer_wider_than_card', 422, private.layer_field(new.layer));
  end if;
  new.in_force := card.state <> 'draft'
    and private.layer_audience(new.organization_id, new.service_id, new.layer, card.audience) = 'named';
  return new;
end $$;
comment on function private.prepare_service_share() is
  'Refuses a recipient that shares no coalition with the owner, in the same words whether it exists or not; and for a layer below the card, one that does not see the card.';
create trigger service_shares_prepare before insert on public.service_shares
  for each row execute function private.prepare_service_share();

create function private.sees_service(recipient uuid, organization_id uuid, service_id uuid, audience public.audience, coalition uuid)
returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return case sees_service.audience
    when 'everyone' then true
    when 'coalition' then exists (
      select from public.standings s where s.organization_id = recipient and s.coalition_id = coalition
    )
    when 'named' then exists (
      select from public.service_shares s
      where s.organization_id = sees_service.organization_id and s.service_id = sees_service.service_id
        and s.layer = 'card' and s.recipient_id = recipient
    )
    else false end;
end $$;
comment on function private.sees_service(uuid, uuid, uuid, public.audience, uuid) is
  'Whether an organization sees a card of this audience, asked by its owner''s people.';

create function private.layer_audience(organization_id uuid, service_id uuid, layer public.service_layer, card public.audience)
returns public.audience
language plpgsql stable set search_path = '' as $$
begin
  return case layer
    when 'card' then card
    when 'place' then (
      select l.audience from public.service_at_locations l
      where l.organization_id = layer_audience.organization_id and l.service_id = layer_audience.service_id
      order by l.audience = 'named' desc limit 1
    )
    else (
      select a.audience from public.service_assurances a
      where a.organization_id = layer_audience.organization_id and a.service_id = layer_audience.service_id
    ) end;
end $$;
comment on function private.layer_audience(uuid, uuid, public.service_layer, public.audience) is
  'Who sees a layer of a service, as far as its owner''s people ask; of several places, "named" where one is.';
grant execute on function
  private.sees_service(uuid, uuid, uuid, public.audience, uuid),
  private.layer_audience(uuid, uuid, public.service_layer, public.audience)
  to authenticated;

create function private.queue_service_share() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.services s where s.organization_id = old.organization_id and s.id = old.service_id for no key update;
  return old;
end $$;
comment on function private.queue_service_share() is 'A share is removed in turn with those that are added to the same service.';
create trigger service_shares_queue before delete on public.service_shares
  for each row execute function private.queue_service_share();

create function private.follow_service_card_share() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.service_shares s using public.services c
  where c.organization_id = old.organization_id and c.id = old.service_id and c.audience = 'named'
    and s.organization_id = old.organization_id and s.service_id = old.service_id
    and s.layer <> 'card' and s.recipient_id = old.recipient_id;
  return null;
end $$;
comment on function private.follow_service_card_share() is 'Whom a card is no longer named to loses the layers below it as well.';
create trigger service_shares_follow_card after delete on public.service_shares
  for each row when (old.layer = 'card') execute function private.follow_service_card_share();

create function private.keep_layers_within() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.service_shares s
  where s.organization_id = new.organization_id and s.service_id = new.id and s.layer <> 'card'
    and not private.sees_service(s.recipient_id, new.organization_id, new.id, new.audience, new.coalition_id);
  update public.service_at_locations l set audience = 'owner', coalition_id = null
  where l.organization_id = new.organization_id and l.service_id = new.id
    and not private.is_within(l.audience, l.coalition_id, new.audience, new.coalition_id);
  update public.service_assurances a set audience = 'owner', coalition_id = null
  where a.organization_id = new.organization_id and a.service_id = new.id
    and not private.is_within(a.audience, a.coalition_id, new.audience, new.coalition_id);
  return null;
end $$;
comment on function private.keep_layers_within() is
  'When fewer may see the card, a layer that would be seen by more becomes its owner''s alone.';
create trigger services_keep_layers_within after update of audience, coalition_id on public.services
  for each row when (old.audience <> new.audience or old.coalition_id is distinct from new.coalition_id)
  execute function private.keep_layers_within();

create function private.put_service_shares_in_force(organization_id uuid, service_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- A layer that is gone is named to nobody.
  delete from public.service_shares s
  where s.organization_id = put_service_shares_in_force.organization_id and s.service_id = put_service_shares_in_force.service_id
    and s.layer <> 'card' and private.layer_audience(s.organization_id, s.service_id, s.layer, null) is null;
  update public.service_shares s
  set in_force = c.state <> 'draft' and private.layer_audience(s.organization_id, s.service_id, s.layer, c.audience) = 'named'
  from public.services c
  where c.organization_id = put_service_shares_in_force.organization_id and c.id = put_service_shares_in_force.service_id
    and s.organization_id = c.organization_id and s.service_id = c.id;
end $$;
comment on function private.put_service_shares_in_force(uuid, uuid) is 'A recipient learns of a share only while the layer may be seen through it.';

create function private.follow_service_audience() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.put_service_shares_in_force(new.organization_id, new.id);
  return null;
end $$;
comment on function private.follow_service_audience() is 'Puts shares in force as the card''s state and audience say.';
create trigger services_put_shares_in_force after update of state, audience on public.services
  for each row when (old.state <> new.state or old.audience <> new.audience)
  execute function private.follow_service_audience();

create function private.follow_layer_audience() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.put_service_shares_in_force(
    coalesce(new.organization_id, old.organization_id), coalesce(new.service_id, old.service_id)
  );
  return null;
end $$;
comment on function private.follow_layer_audience() is 'Puts shares in force as the audience of a layer below the card says.';
create trigger service_at_locations_put_shares_in_force after insert or delete or update of audience on public.service_at_locations
  for each row execute function private.follow_layer_audience();
create trigger service_assurances_put_shares_in_force after insert or delete or update of audience on public.service_assurances
  for each row execute function private.follow_layer_audience();

create function private.end_service_shares_between_former_fellows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.service_shares s
  where old.organization_id in (s.organization_id, s.recipient_id)
    and not exists (
      select from public.standings owner
      join public.standings recipient on recipient.coalition_id = owner.coalition_id
      where owner.organization_id = s.organization_id and recipient.organization_id = s.recipient_id
    );
  -- A card for the coalition is out of its sight, and so is a layer that was named to it below that card.
  delete from public.service_shares s using public.services c
  where s.recipient_id = old.organization_id and s.layer <> 'card'
    and c.organization_id = s.organization_id and c.id = s.service_id
    and c.audience = 'coalition' and c.coalition_id = old.coalition_id;
  return null;
end $$;
comment on function private.end_service_shares_between_former_fellows() is
  'As private.end_shares_between_former_fellows, for the directory.';
create trigger standings_end_service_shares after delete on public.standings
  for each row execute function private.end_service_shares_between_former_fellows();

-- ── sealed: resource-sheets.sql

-- What of services goes on paper, into messages and into tables, each in one call. Everything here reads with the caller's
-- own rights, and less than they may see: paper and files travel further than links.

create view private.service_facts with (security_invoker = true) as
select
  s.id, s.organization_id, s.verify_by,
  jsonb_build_object(
    'id', s.id, 'state', s.state, 'audience', s.audience, 'organization', o.label,
    'name', s.name, 'description', s.description, 'eligibility', s.eligibility, 'required_documents', s.required_documents,
    'cost', s.cost, 'cost_note', s.cost_note, 'website', s.website, 'email', s.email, 'area_served', s.area_served,
    'staff_languages', s.staff_languages, 'interpreter_languages', s.interpreter_languages,
    'document_languages', s.document_languages, 'time_zone', s.time_zone,
    'credential', s.credential, 'credential_url', s.credential_url, 'credential_checked_on', s.credential_checked_on,
    'information_as_of', s.information_as_of, 'jurisdiction', s.jurisdiction, 'reviewed_by', s.reviewed_by,
    'verified_at', s.verified_at, 'verify_by', s.verify_by,
    'stale', coalesce(s.verify_by < (now() at time zone s.time_zone)::date, true),
    'provider', (
      select p.name from public.providers p where p.organization_id = s.organization_id and p.id = s.provider_id
    ),
    'terms', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.position), '[]')
      from public.taxonomy_terms t where t.id = any (s.terms)
    ),
    'by_machine', (
      select coalesce(jsonb_agg(t.language order by t.language), '[]') from public.service_translations t
      where t.organization_id = s.organization_id and t.service_id = s.id and t.by_machine and t.reviewed_at is null
    ),
    -- Only where everyone may know the place, whoever reads.
    'places', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', l.name, 'address_1', l.address_1, 'address_2', l.address_2, 'city', l.city, 'region', l.region,
        'postal_code', l.postal_code
      ) order by l.name, l.id), '[]')
      from public.service_at_locations a
      join public.locations l on l.organization_id = a.organization_id and l.id = a.location_id
      where a.organization_id = s.organization_id and a.service_id = s.id and a.audience = 'everyone'
    )
  ) || private.service_parts(s.organization_id, s.id) as facts
from public.services s
join private.organization_labels o on o.id = s.organization_id;
comment on view private.service_facts is
  'What of a service may be handed out by whoever sees it. A list of what may: no assurance, no notes, and no place but a public one.';
grant select on private.service_facts to anon, authenticated;

create function private.next_opening(organization_id uuid, service_id uuid, time_zone text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  here constant timestamp := now() at time zone next_opening.time_zone;
begin
  return (
    select jsonb_build_object(
      'day', d.day, 'is_today', d.day = here::date,
      'hours', jsonb_agg(jsonb_build_object('opens_minute', h.opens_minute, 'closes_minute', h.closes_minute) order by h.opens_minute)
    )
    from generate_series(0, 13) as n(later)
    cross join lateral (select here::date + n.later as day) d
    join public.service_schedules h
      on h.organization_id = next_opening.organization_id and h.service_id = next_opening.service_id
      and extract(isodow from d.day)::smallint = any (h.weekdays)
      and (n.later > 0 or h.closes_minute > extract(hour from here) * 60 + extract(minute from here))
    where not exists (
      select from public.service_closures c
      where c.organization_id = next_opening.organization_id and c.service_id = next_opening.service_id and c.closed_on = d.day
    )
    group by d.day order by d.day limit 1
  );
end $$;
comment on function private.next_opening(uuid, uuid, text) is
  'The hours that are left of today, or those of the next day within two weeks on which a service opens, by its own clock.';

create function public.service_handout(service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select f.facts || jsonb_build_object('opening', private.next_opening(f.organization_id, f.id, f.facts ->> 'time_zone'))
    from private.service_facts f where f.id = service_handout.service_id
  );
end $$;
comment on function public.service_handout(uuid) is
  'What is handed out of one service, with when it opens next; null where the caller does not see it.';

create function public.services_table(service_ids uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(f.facts order by w.place), '[]')
    from (
      select u.id, min(u.place) as place from unnest(services_table.service_ids) with ordinality as u(id, place)
      where u.place <= 500 group by u.id
    ) w
    join private.service_facts f on f.id = w.id
  );
end $$;
comment on function public.services_table(uuid[]) is
  'What is handed out of these services, at most 500, in their order. Those that the caller does not see are left out.';

create function public.organization_table(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_table.organization_id = any (private.my_organizations('resources.read')) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(c.facts order by c.verify_by nulls first, c.id), '[]') from (
      select f.facts, f.verify_by, f.id from private.service_facts f
      where f.organization_id = organization_table.organization_id
      order by f.verify_by nulls first, f.id limit 1000
    ) c
  );
end $$;
comment on function public.organization_table(uuid) is
  'What is handed out of all that an organization lists. Null for an organization the caller does not belong to.';

create function public.read_collection(collection_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', c.id, 'name', c.name, 'note', c.note, 'audience', c.audience, 'coalition_id', c.coalition_id,
      'organization', o.label, 'writable_by', private.service_writer(c.organization_id),
      'version', private.collection_version_of(c.id),
      'entries', (
        select coalesce(jsonb_agg(jsonb_build_object('note', e.note, 'service', f.facts) order by
          private.entry_place(e.organization_id, e.collection_id, e.owner_id, e.service_id), e.service_id), '[]')
        from public.collection_entries e
        join private.service_facts f on f.id = e.service_id
        where e.organization_id = c.organization_id and e.collection_id = c.id
      )
    )
    from public.collections c
    join private.organization_labels o on o.id = c.organization_id
    where c.id = read_collection.collection_id
  );
end $$;
comment on function public.read_collection(uuid) is
  'A collection with those of its services that the caller sees; the same null whether it is hidden or absent.';

create function public.organization_collections(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_collections.organization_id = any (private.my_organizations('resources.read')) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'name', c.name, 'note', c.note, 'audience', c.audience, 'organization', o.label,
      'entries', (
        select count(*) from public.collection_entries e where e.organization_id = c.organization_id and e.collection_id = c.id
      )
    ) order by c.organization_id <> organization_collections.organization_id, c.name ->> 'ko', c.name ->> 'en', c.id), '[]')
    from public.collections c
    join private.organization_labels o on o.id = c.organization_id
    where c.organization_id = organization_collections.organization_id
      or c.coalition_id = any ((select private.my_coalitions())::uuid[])
  );
end $$;
comment on function public.organization_collections(uuid) is
  'An organization''s collections, and those of its coalition, each with how many of its services the caller sees. Null for an organization the caller does not belong to.';

create function public.collecting(service_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not collecting.organization_id = any (private.my_organizations('resources.write')) then
    return null;
  end if;
  return (
    select jsonb_build_object('id', s.id, 'name', s.name, 'collections', (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'note', e.note) order by c.name ->> 'ko', c.name ->> 'en', c.id), '[]')
      from public.collections c
      left join public.collection_entries e
        on e.organization_id = c.organization_id and e.collection_id = c.id and e.owner_id = s.organization_id and e.service_id = s.id
      where c.organization_id = collecting.organization_id
    ))
    from public.services s where s.id = collecting.service_id
  );
end $$;
comment on function public.collecting(uuid, uuid) is
  'A service and the collections that it could go into, with the note it has where it is in one already. Null unless the caller may write there and sees it.';

grant execute on function
  private.next_opening(uuid, uuid, text), public.service_handout(uuid), public.services_table(uuid[]), public.read_collection(uuid)
  to anon, authenticated;
grant execute on function
  public.organization_table(uuid), public.organization_collections(uuid), public.collecting(uuid, uuid)
  to authenticated;

-- ── sealed: resources.sql

-- The directory: who may see and change the cards of services, who gives them, and what every writer is held to.

-- What one may need help with is common knowledge.
grant select (id, parent_id, name, synonyms, open_eligibility_code, position) on public.taxonomy_terms to anon, authenticated;
create policy taxonomy_terms_select_anyone on public.taxonomy_terms
  for select to anon, authenticated
  using (true);

grant select (
  id, organization_id, coalition_id, provider_id, hsds_id, state, audience, source_language, name, description, eligibility,
  required_documents, cost, cost_note, website, email, area_served, terms, staff_languages, interpreter_languages,
  document_languages, time_zone, credential, credential_url, credential_checked_on, information_as_of, jurisdiction,
  reviewed_by, verified_at, verify_by, shared_at
) on public.services to anon, authenticated;
-- Not granted: version, created_at and updated_at. They move with layers that a reader may not see.
grant select (submission_id) on public.services to authenticated;
create policy services_select_visitor on public.services
  for select to anon
  using (state <> 'draft' and audience = 'everyone');
create policy services_select_audience on public.services
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or (state <> 'draft' and (
      audience = 'everyone'
      or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
      or (audience = 'named' and exists (
        select from public.service_shares s
        where s.organization_id = services.organization_id
          and s.service_id = services.id
          and s.layer = 'card'
          and s.recipient_id = any ((select private.my_organizations('resources.read'))::uuid[])
      ))
    ))
  );

-- Not granted: the id (a chosen one would tell by a duplicate that a hidden row has it) and what triggers derive.
grant insert (
  organization_id, coalition_id, provider_id, hsds_id, submission_id, state, audience, source_language, name, description,
  eligibility, required_documents, cost, cost_note, website, email, area_served, terms, staff_languages,
  interpreter_languages, document_languages, time_zone, credential, credential_url, credential_checked_on,
  information_as_of, jurisdiction, reviewed_by
) on public.services to authenticated;
create policy services_insert_editor on public.services
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- organization_id is not granted: a service never changes hands.
grant update (
  coalition_id, provider_id, state, audience, source_language, name, description, eligibility, required_documents, cost,
  cost_note, website, email, area_served, terms, staff_languages, interpreter_languages, document_languages, time_zone,
  credential, credential_url, credential_checked_on, information_as_of, jurisdiction, reviewed_by
) on public.services to authenticated;
create policy services_update_editor on public.services
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- Only what nobody else has ever seen is deleted; the rest is closed, so that whoever holds its link reads that it ended.
grant delete on public.services to authenticated;
create policy services_delete_editor on public.services
  for delete to authenticated
  using (shared_at is null and organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (id, organization_id, hsds_id, name, aliases, description, website) on public.providers to anon, authenticated;
create policy providers_select_visitor on public.providers
  for select to anon
  using (exists (
    select from public.services s where s.organization_id = providers.organization_id and s.provider_id = providers.id offset 0
  ));
create policy providers_select_audience on public.providers
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or exists (
      select from public.services s where s.organization_id = providers.organization_id and s.provider_id = providers.id offset 0
    )
  );
grant insert (organization_id, hsds_id, name, aliases, description, website) on public.providers to authenticated;
create policy providers_insert_editor on public.providers
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (name, aliases, description, website) on public.providers to authenticated;
create policy providers_update_editor on public.providers
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.providers to authenticated;
create policy providers_delete_editor on public.providers
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]) and not exists (
    select from public.services s where s.organization_id = providers.organization_id and s.provider_id = providers.id offset 0
  ));

-- ── Triggers. They act with the writer's own rights: what a writer cannot see, they cannot tell. ────────────

create function private.prepare_provider() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.name := private.tidy_texts(new.name, 'provider.name', 160, true);
  new.aliases := private.tidy_lines(new.aliases, 'provider.aliases', 10, 80);
  new.description := private.tidy_texts(new.description, 'provider.description', 2000, false, true);
  new.website := private.tidy_link(new.website, 'provider.website');
  return new;
end $$;
comment on function private.prepare_provider() is 'Tidies what is said of who gives a service, for every writer.';
create trigger providers_prepare before insert or update on public.providers
  for each row execute function private.prepare_provider();

create function private.prepare_service() returns trigger
language plpgsql set search_path = '' as $$
declare
  unknown text;
begin
  new.name := private.tidy_texts(new.name, 'name', 160, true);
  new.description := private.tidy_texts(new.description, 'description', 4000, false, true);
  new.eligibility := private.tidy_texts(new.eligibility, 'eligibility', 1000, false, true);
  new.required_documents := private.tidy_texts(new.required_documents, 'required_documents', 1000, false, true);
  new.cost_note := private.tidy_texts(new.cost_note, 'cost_note', 500, false, true);
  new.website := private.tidy_link(new.website, 'website');
  new.email := private.tidy_line(new.email, 'email', 254);
  new.area_served := private.tidy_lines(new.area_served, 'area_served', 20, 120);
  new.staff_languages := private.tidy_languages(coalesce(new.staff_languages, '{}'), 'staff_languages');
  new.interpreter_languages := private.tidy_languages(coalesce(new.interpreter_languages, '{}'), 'interpreter_languages');
  new.document_languages := private.tidy_languages(coalesce(new.document_languages, '{}'), 'document_languages');
  new.credential_url := private.tidy_link(new.credential_url, 'credential_url');
  new.jurisdiction := private.tidy_line(new.jurisdiction, 'jurisdiction', 120);
  new.reviewed_by := private.tidy_line(new.reviewed_by, 'reviewed_by', 160);
  if new.email <> '' and not core.is_mail_address(new.email) then
    perform private.refuse('mail_address_not_understood', 422, 'email');
  elsif not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  elsif not new.name ? new.source_language then
    -- What was the source is gone: the text that is there is nobody's translation any more.
    new.source_language := (select min(k.tag) from jsonb_object_keys(new.name) as k(tag));
  end if;
  if tg_op = 'INSERT' or new.terms is distinct from old.terms then
    new.terms := array(select t.id from unnest(new.terms) with ordinality as t(id, place) group by t.id order by min(t.place));
    select t.id into unknown from unnest(new.terms) as t(id)
    where not exists (select from public.taxonomy_terms k where k.id = t.id) limit 1;
    if found then
      perform private.refuse('unknown_need', 422, 'terms');
    elsif cardinality(new.terms) > 12 then
      perform private.refuse('too_many', 422, 'terms', jsonb_build_object('maximum', 12));
    end if;
  end if;
  if new.credential_checked_on > current_date + 1 then
    perform private.refuse('day_not_yet_come', 422, 'credential_checked_on');
  elsif new.information_as_of > current_date + 1 then
    perform private.refuse('day_not_yet_come', 422, 'information_as_of');
  end if;
  return new;
end $$;
comment on function private.prepare_service() is 'Tidies the texts of a service and names the field that cannot stand, for every writer.';
create trigger services_prepare before insert or update on public.services
  for each row execute function private.prepare_service();

create function private.place_service() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- A standing that ends leaves a service "for the coalition" without one: its owner's alone, and still editable.
  if new.audience = 'coalition' and new.coalition_id is null and (tg_op = 'INSERT' or old.audience <> 'coalition') then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  elsif new.coalition_id is not null and (tg_op = 'INSERT' or new.coalition_id is distinct from old.coalition_id) and not exists (
    select from public.standings s
    where s.organization_id = new.organization_id and s.coalition_id = new.coalition_id
  ) then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  -- Readers outside a coalition must not learn from a row that it exists.
  if new.audience <> 'coalition' then
    new.coalition_id := null;
  end if;
  if new.shared_at is null and new.state <> 'draft' and new.audience <> 'owner' then
    new.shared_at := now();
  end if;
  return new;
end $$;
comment on function private.place_service() is
  'Refuses a coalition in which the owner has no standing, keeps one out of rows whose readers may not know it, and remembers when a service was first shared.';
create trigger services_place before insert or update on public.services
  for each row execute function private.place_service();

-- ── sealed: series-changes.sql

-- How what was changed of one occurrence comes to the others: field by field, so that what was changed of one alone stays.

create function private.patched(texts jsonb, before jsonb, after jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(k.tag, coalesce(k.text, texts ->> k.tag)) filter (where coalesce(k.text, texts ->> k.tag) is not null), '{}')
  from (
    select t.tag, case when before ->> t.tag is distinct from after ->> t.tag then after ->> t.tag end as text
    from (select jsonb_object_keys(texts) union select jsonb_object_keys(after)) as t(tag)
    where not (before ? t.tag and not after ? t.tag)
  ) k
$$;
comment on function private.patched(jsonb, jsonb, jsonb) is
  'Texts by language after the same change that led from before to after: languages that did not change stay.';

create function private.spread_changes(targets uuid[], organization_id uuid, before jsonb, after jsonb, publish boolean) returns void
language plpgsql set search_path = '' as $$
declare
  changed constant text[] := private.changed_fields(before, after, array['id', 'version', 'shared_at', 'cancellation_reason']);
  wanted public.gatherings := jsonb_populate_record(null::public.gatherings, after - array['detail', 'notes', 'recipients', 'languages']);
  is_seen_otherwise constant boolean := changed && array['audience', 'coalition_id'];
begin
  if cardinality(targets) = 0 then
    return;
  end if;
  wanted.languages := array(select jsonb_array_elements_text(after -> 'languages'));
  if changed && array['title', 'description', 'kind', 'area', 'languages', 'audience', 'coalition_id', 'indexable', 'tells_taken', 'state'] then
    update public.gatherings g set
      title = coalesce(nullif(private.patched(g.title, before -> 'title', after -> 'title'), '{}'), wanted.title),
      description = private.patched(g.description, before -> 'description', after -> 'description'),
      kind = case when 'kind' = any (changed) then wanted.kind else g.kind end,
      area = case when 'area' = any (changed) then wanted.area else g.area end,
      languages = case when 'languages' = any (changed) then wanted.languages else g.languages end,
      audience = case when is_seen_otherwise then wanted.audience else g.audience end,
      coalition_id = case when is_seen_otherwise then wanted.coalition_id else g.coalition_id end,
      indexable = case when 'indexable' = any (changed) then wanted.indexable else g.indexable end,
      tells_taken = case when 'tells_taken' = any (changed) then wanted.tells_taken else g.tells_taken end,
      state = case when 'state' = any (changed) and g.state <> 'cancelled' then wanted.state else g.state end
    where g.organization_id = spread_changes.organization_id and g.id = any (targets);
  end if;
  if is_seen_otherwise or 'recipients' = any (changed) then
    perform private.name_recipients(
      array(select g.id from public.gatherings g where g.id = any (targets) and g.audience = wanted.audience),
      spread_changes.organization_id, 'card', wanted.audience,
      array(select r.id::uuid from jsonb_array_elements_text(after -> 'recipients') as r(id))
    );
  end if;
  if 'detail' = any (changed) then
    perform private.spread_detail(
      targets, spread_changes.organization_id, coalesce(nullif(before -> 'detail', 'null'), '{}'), after -> 'detail', publish
    );
  end if;
  if 'notes' = any (changed) then
    perform private.spread_notes(targets, spread_changes.organization_id, after ->> 'notes');
  end if;
end $$;
comment on function private.spread_changes(uuid[], uuid, jsonb, jsonb, boolean) is
  'Changes of these gatherings what differs between two states of another one (private.stored_gathering), except when they are.';

create function private.spread_detail(targets uuid[], organization_id uuid, before jsonb, after jsonb, publish boolean) returns void
language plpgsql set search_path = '' as $$
declare
  changed constant text[] := private.changed_fields(before, after, '{}');
  wanted constant public.gathering_details := private.read_detail(after);
  is_seen_otherwise constant boolean := changed && array['audience', 'coalition_id'];
  series uuid;
begin
  select g.series_id into series from public.gatherings g where g.id = targets[1];
  perform set_config('hamkke.published', case when publish then series::text else '' end, true);
  update public.gathering_details d set
    address = case when 'address' = any (changed) then wanted.address else d.address end,
    online_url = case when 'online_url' = any (changed) then wanted.online_url else d.online_url end,
    contact = case when 'contact' = any (changed) then wanted.contact else d.contact end,
    instructions = private.patched(d.instructions, coalesce(before -> 'instructions', '{}'), after -> 'instructions'),
    accessibility = case when 'accessibility' = any (changed) then wanted.accessibility else d.accessibility end,
    audience = case when is_seen_otherwise then wanted.audience else d.audience end,
    coalition_id = case when is_seen_otherwise then wanted.coalition_id else d.coalition_id end
  where d.organization_id = spread_detail.organization_id and d.gathering_id = any (targets);
  insert into public.gathering_details (
    organization_id, gathering_id, address, online_url, contact, instructions, accessibility, audience, coalition_id
  )
  select spread_detail.organization_id, t.id, wanted.address, wanted.online_url, wanted.contact, wanted.instructions,
    wanted.accessibility, wanted.audience, wanted.coalition_id
  from unnest(targets) as t(id)
  where not exists (
    select from public.gathering_details d
    where d.organization_id = spread_detail.organization_id and d.gathering_id = t.id
  );
  perform set_config('hamkke.published', '', true);
  if is_seen_otherwise or 'recipients' = any (changed) then
    perform private.name_recipients(
      array(select d.gathering_id from public.gathering_details d where d.gathering_id = any (targets) and d.audience = wanted.audience),
      spread_detail.organization_id, 'detail', wanted.audience,
      array(select r.id::uuid from jsonb_array_elements_text(after -> 'recipients') as r(id))
    );
  end if;
end $$;
comment on function private.spread_detail(uuid[], uuid, jsonb, jsonb, boolean) is
  'The same for what stands below the card. Whether it becomes public was decided for all of them, or for none.';

create function private.spread_notes(targets uuid[], organization_id uuid, notes text) returns void
language plpgsql set search_path = '' as $$
begin
  if notes is null then
    delete from public.gathering_notes n
    where n.organization_id = spread_notes.organization_id and n.gathering_id = any (targets);
    return;
  end if;
  update public.gathering_notes n set body = notes
  where n.organization_id = spread_notes.organization_id and n.gathering_id = any (targets);
  insert into public.gathering_notes (organization_id, gathering_id, body)
  select spread_notes.organization_id, t.id, notes from unnest(targets) as t(id)
  where not exists (
    select from public.gathering_notes n
    where n.organization_id = spread_notes.organization_id and n.gathering_id = t.id
  );
end $$;
comment on function private.spread_notes(uuid[], uuid, text) is 'Gives these gatherings the same notes, or none.';

grant execute on function
  private.patched(jsonb, jsonb, jsonb), private.changed_fields(jsonb, jsonb, text[]),
  private.spread_changes(uuid[], uuid, jsonb, jsonb, boolean),
  private.spread_detail(uuid[], uuid, jsonb, jsonb, boolean), private.spread_notes(uuid[], uuid, text)
  to authenticated;

-- ── sealed: series-commands.sql

-- How a series comes to be, how its occurrences are made like one another, and how it goes on.

create function private.read_walls(walls jsonb, field text, most integer) returns timestamp[]
language plpgsql stable set search_path = '' as $$
begin
  if walls is null or jsonb_typeof(walls) = 'null' then
    return '{}';
  elsif jsonb_typeof(walls) <> 'array' then
    perform private.refuse('not_understood', 422, field);
  elsif jsonb_array_length(walls) > most then
    perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', most));
  end if;
  return array(
    select distinct date_trunc('minute', private.read_wall_time(w.wall, field)) as wall
    from jsonb_array_elements_text(walls) as w(wall) where w.wall is not null order by 1
  );
end $$;
comment on function private.read_walls(jsonb, text, integer) is 'A list of wall times, sorted, each once; refused where it is too long or holds anything else.';

create function private.read_series(series jsonb, card public.gatherings) returns public.gathering_series
language plpgsql stable set search_path = '' as $$
declare
  result public.gathering_series;
begin
  if jsonb_typeof(series) is distinct from 'object' or coalesce(series ->> 'finished', 'false') not in ('true', 'false') then
    perform private.refuse('not_understood', 422, 'repeats');
  elsif not exists (select from core.time_zones z where z.name = card.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  elsif card.starts_local is null or card.ends_local is null then
    perform private.refuse('required', 422, case when card.starts_local is null then 'starts' else 'ends' end);
  elsif card.ends_local <= card.starts_local then
    perform private.refuse('ends_before_it_starts', 422, 'ends');
  end if;
  result.organization_id := card.organization_id;
  result.rule := coalesce(series ->> 'rule', '');
  result.time_zone := card.time_zone;
  result.excepted := private.read_walls(series -> 'excepted', 'except_on', 1000);
  result.added := private.read_walls(series -> 'added', 'also_on', 1000);
  result.expanded_until := coalesce(private.read_wall_time(series ->> 'expanded_until', 'repeats'), card.starts_local);
  result.finished := coalesce(series ->> 'finished', 'false');
  return result;
end $$;
comment on function private.read_series(jsonb, public.gatherings) is
  'A series that arrived as JSON, of gatherings like this card. Names the field that cannot be read.';

create function private.begin_series(series public.gathering_series, card public.gatherings, walls timestamp[]) returns uuid
language plpgsql set search_path = '' as $$
declare
  lasting constant interval := card.ends_local - card.starts_local;
  begun uuid;
begin
  insert into public.gathering_series as s (
    organization_id, rule, starts_local, ends_local, time_zone, excepted, added, skipped, expanded_until, finished
  ) values (
    series.organization_id, series.rule, walls[1], walls[1] + lasting, series.time_zone,
    series.excepted, series.added, private.skipped_of(walls, series.time_zone), series.expanded_until, series.finished
  ) returning s.id into begun;
  return begun;
end $$;
comment on function private.begin_series(public.gathering_series, public.gatherings, timestamp[]) is
  'Writes a series that names these wall times, each as long as the card.';

create function private.skipped_of(walls timestamp[], zone text) returns timestamp[]
language plpgsql immutable set search_path = '' as $$
begin
  return array(select w.wall from unnest(walls) as w(wall) where cardinality(private.instants_of(w.wall, zone)) = 0 order by 1);
end $$;
comment on function private.skipped_of(timestamp[], text) is 'Which of these wall times the clocks of a zone skip.';

create function private.copy_occurrences(from_gathering uuid, organization_id uuid, series_id uuid, walls timestamp[], lasting interval)
returns integer
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(copy_occurrences.organization_id, 'gatherings.write');
  return private.make_occurrences(from_gathering, copy_occurrences.organization_id, copy_occurrences.series_id, walls, lasting);
end $$;
comment on function private.copy_occurrences(uuid, uuid, uuid, timestamp[], interval) is
  'Makes occurrences like one gathering, for those who may write it: what it holds has passed every policy, which hundreds of copies would ask again. Every trigger still holds them to its rules.';

create function private.make_occurrences(from_gathering uuid, organization_id uuid, series_id uuid, walls timestamp[], lasting interval)
returns integer
language plpgsql set search_path = '' as $$
declare
  made uuid[];
begin
  with copies as (
    insert into public.gatherings as c (
      organization_id, coalition_id, title, description, kind, area, languages,
      starts_local, ends_local, time_zone, starts_fold, ends_fold, state, audience, indexable, tells_taken, series_id, recurrence_local
    )
    select
      g.organization_id, g.coalition_id, g.title, g.description, g.kind, g.area, g.languages,
      o.starts_local, o.ends_local, g.time_zone, o.starts_fold, o.ends_fold,
      case when g.state = 'draft' then g.state else 'scheduled' end,
      -- Its coalition may be gone since; then it is its owner's alone, as the one that it is made like.
      case when g.audience = 'coalition' and g.coalition_id is null then 'owner' else g.audience end,
      g.indexable, g.tells_taken, make_occurrences.series_id, o.starts_local
    from public.gatherings g
    cross join private.occurrences_of(walls, lasting, g.time_zone) o
    where g.id = from_gathering and g.organization_id = make_occurrences.organization_id
    on conflict on constraint gatherings_once_per_recurrence do nothing
    returning c.id
  )
  select array_agg(c.id) into made from copies c;
  perform private.copy_layers(from_gathering, make_occurrences.organization_id, make_occurrences.series_id, made);
  return coalesce(cardinality(made), 0);
end $$;
comment on function private.make_occurrences(uuid, uuid, uuid, timestamp[], interval) is
  'Makes occurrences of a series like one gathering, at wall times that the clocks of its place show, with all of its layers. One that is there already stays as it is. For the owner of the tables alone.';

create function private.copy_layers(from_gathering uuid, organization_id uuid, series_id uuid, made uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
  -- What is public of one was made so by a decision, which holds for those that are made like it.
  perform set_config('hamkke.published', copy_layers.series_id::text, true);
  perform set_config('hamkke.making', copy_layers.series_id::text, true);
  insert into public.shares (organization_id, gathering_id, layer, recipient_id)
  select s.organization_id, m.id, 'card', s.recipient_id
  from public.shares s cross join unnest(made) as m(id)
  where s.organization_id = copy_layers.organization_id and s.gathering_id = from_gathering and s.layer = 'card';
  insert into public.gathering_details (
    organization_id, gathering_id, address, online_url, contact, instructions, accessibility, audience, coalition_id
  )
  select d.organization_id, m.id, d.address, d.online_url, d.contact, d.instructions, d.accessibility,
    case when d.audience = 'coalition' and d.coalition_id is null then 'owner' else d.audience end, d.coalition_id
  from public.gathering_details d cross join unnest(made) as m(id)
  where d.organization_id = copy_layers.organization_id and d.gathering_id = from_gathering;
  insert into public.shares (organization_id, gathering_id, layer, recipient_id)
  select s.organization_id, m.id, 'detail', s.recipient_id
  from public.shares s cross join unnest(made) as m(id)
  where s.organization_id = copy_layers.organization_id and s.gathering_id = from_gathering and s.layer = 'detail';
  insert into public.gathering_notes (organization_id, gathering_id, body)
  select n.organization_id, m.id, n.body
  from public.gathering_notes n cross join unnest(made) as m(id)
  where n.organization_id = copy_layers.organization_id and n.gathering_id = from_gathering;
  insert into public.signup_lists (
    organization_id, gathering_id, capacity, headcount_public, keep_days, closes_hours_before, closed
  )
  select l.organization_id, m.id, l.capacity, l.headcount_public, l.keep_days, l.closes_hours_before, l.closed
  from public.signup_lists l cross join unnest(made) as m(id)
  where l.organization_id = copy_layers.organization_id and l.gathering_id = from_gathering;
  insert into public.volunteer_roles (organization_id, gathering_id, name, needed, languages, created_at)
  select r.organization_id, m.id, r.name, r.needed, r.languages, r.created_at
  from public.volunteer_roles r cross join unnest(made) as m(id)
  where r.organization_id = copy_layers.organization_id and r.gathering_id = from_gathering;
  if exists (
    select from public.hostings h
    where h.organization_id = copy_layers.organization_id and h.gathering_id = from_gathering and h.state = 'accepted'
  ) then
    perform private.copy_hostings(from_gathering, m.id) from unnest(made) as m(id);
  end if;
  perform set_config('hamkke.published', '', true);
  perform set_config('hamkke.making', '', true);
end $$;
comment on function private.copy_layers(uuid, uuid, uuid, uuid[]) is
  'Gives new occurrences of a series what stands below the card of the one they are made like: the detail, the notes, whom each layer is named to, the terms of signing up, the roles, and who accepted to hold it. Nobody who signed up or helps goes along.';

grant execute on function
  private.read_walls(jsonb, text, integer), private.read_series(jsonb, public.gatherings),
  private.begin_series(public.gathering_series, public.gatherings, timestamp[]), private.skipped_of(timestamp[], text),
  private.copy_occurrences(uuid, uuid, uuid, timestamp[], interval)
  to authenticated;

create function public.schedule_series(
  organization_id uuid, submission_id uuid, card jsonb, recipients uuid[], detail jsonb, notes text, series jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  draft public.gatherings;
  planned public.gathering_series;
  walls timestamp[] := private.read_walls(series -> 'occurrences', 'repeats', 800);
  lasting interval;
  first record;
  gathering uuid;
begin
  perform private.require_writer(schedule_series.organization_id, 'gatherings.write');
  if schedule_series.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  draft := private.read_card(card);
  draft.organization_id := schedule_series.organization_id;
  draft.submission_id := schedule_series.submission_id;
  planned := private.read_series(series, draft);
  lasting := draft.ends_local - draft.starts_local;
  select * into first from private.occurrences_of(walls, lasting, draft.time_zone) o order by o.starts_local limit 1;
  if first.starts_local is null then
    perform private.refuse('no_occurrences', 422, 'repeats');
  end if;
  gathering := private.submitted_before(draft.organization_id, draft.submission_id);
  if gathering is not null then
    return jsonb_build_object('id', gathering);
  end if;

  draft.series_id := private.begin_series(planned, draft, walls);
  draft.starts_local := first.starts_local;
  draft.starts_fold := first.starts_fold;
  draft.ends_local := first.ends_local;
  draft.ends_fold := first.ends_fold;
  draft.recurrence_local := first.starts_local;
  gathering := private.put_up(draft, recipients, detail, notes);
  if gathering is null then
    -- Another press of the same button was a moment quicker.
    delete from public.gathering_series s where s.id = draft.series_id;
    return jsonb_build_object('id', private.submitted_before(draft.organization_id, draft.submission_id));
  end if;
  perform private.copy_occurrences(gathering, draft.organization_id, draft.series_id, array_remove(walls, first.starts_local), lasting);
  return jsonb_build_object('id', gathering, 'skipped', private.skipped_of(walls, draft.time_zone));
end $$;
comment on function public.schedule_series(uuid, uuid, jsonb, uuid[], jsonb, text, jsonb) is
  'Makes a series: {"rule", "excepted", "added", "occurrences", "expanded_until", "finished"}, in wall times, and a gathering for each that the clocks of the place show. Answers with the first, and with those skipped. A repeated submission answers with the first of the first.';
grant execute on function public.schedule_series(uuid, uuid, jsonb, uuid[], jsonb, text, jsonb) to authenticated;

-- ── The worker's part. Nobody else may call these. ─────────────────────────────────────────────────────────

create function private.series_to_extend(ahead interval)
returns table (id uuid, rule text, starts_local timestamp, excepted timestamp[], added timestamp[], expanded_until timestamp)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select s.id, s.rule, s.starts_local, s.excepted, s.added, s.expanded_until
    from public.gathering_series s
    where not s.finished and s.expanded_until < (now() at time zone s.time_zone) + ahead
    order by s.expanded_until, s.id;
end $$;
comment on function private.series_to_extend(interval) is 'Series that go on and whose occurrences are not there so far ahead.';

create function private.extend_series(
  series_id uuid, seen_until timestamp, walls timestamp[], expanded_until timestamp, finished boolean
) returns integer
language plpgsql set search_path = '' as $$
declare
  series public.gathering_series;
  pattern uuid;
begin
  select * into series from public.gathering_series s
  where s.id = extend_series.series_id and s.expanded_until = seen_until and not s.finished
  for update;
  if not found then
    return 0;
  end if;
  select g.id into pattern from public.gatherings g
  where g.organization_id = series.organization_id and g.series_id = series.id
  order by g.singled_out, g.state = 'cancelled', g.recurrence_local desc limit 1;
  update public.gathering_series s set
    expanded_until = extend_series.expanded_until, finished = extend_series.finished or pattern is null,
    skipped = s.skipped || private.skipped_of(walls, s.time_zone)
  where s.id = series.id;
  return private.make_occurrences(pattern, series.organization_id, series.id, walls, series.ends_local - series.starts_local);
end $$;
comment on function private.extend_series(uuid, timestamp, timestamp[], timestamp, boolean) is
  'Goes on with a series from where it was seen to end, with occurrences like the latest that was not changed alone. Adds nothing where somebody else has gone on meanwhile.';

-- ── sealed: series-revision.sql

-- What is changed of several occurrences at once: this and those that follow, or all. What is over stays as it was.

create function private.occurrences_from(gathering public.gatherings, scope text) returns uuid[]
language plpgsql set search_path = '' as $$
begin
  if coalesce(scope, '') not in ('following', 'all') then
    perform private.refuse('not_understood', 422, 'scope');
  elsif gathering.series_id is not null and gathering.ends_at <= now() then
    perform private.refuse('already_over', 409);
  end if;
  perform from public.gathering_series s where s.id = gathering.series_id for update;
  return array(
    select g.id from public.gatherings g
    where g.organization_id = gathering.organization_id and g.series_id = gathering.series_id
      and (scope = 'all' or g.recurrence_local >= gathering.recurrence_local) and g.ends_at > now()
    order by g.id for no key update
  );
end $$;
comment on function private.occurrences_from(public.gatherings, text) is
  'The occurrences that "following" or "all" means, seen from one of them and with it: those not over. They stay as they are until the transaction ends.';

create function private.occurrence(gathering_id uuid) returns public.gatherings
language plpgsql stable set search_path = '' as $$
declare
  found_one public.gatherings;
begin
  select g.id, g.organization_id, g.series_id, g.recurrence_local, g.starts_local, g.ends_local, g.time_zone, g.ends_at, g.state
  into found_one.id, found_one.organization_id, found_one.series_id, found_one.recurrence_local,
    found_one.starts_local, found_one.ends_local, found_one.time_zone, found_one.ends_at, found_one.state
  from public.gatherings g where g.id = occurrence.gathering_id;
  return found_one;
end $$;
comment on function private.occurrence(uuid) is 'Which occurrence of what a gathering is, and when.';

create function private.drop_occurrences(organization_id uuid, dropped uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.gatherings g
  where g.organization_id = drop_occurrences.organization_id and g.id = any (dropped)
    and g.organization_id = any (private.my_organizations('gatherings.write'))
    and g.series_id is not null and (g.shared_at is null or g.state = 'draft');
end $$;
comment on function private.drop_occurrences(uuid, uuid[]) is
  'Deletes occurrences that nobody outside has ever seen, or that are drafts, for those who may write them.';

create function private.call_off(organization_id uuid, called_off uuid[], reason text) returns void
language plpgsql set search_path = '' as $$
begin
  update public.gatherings g set state = 'cancelled', cancellation_reason = reason
  where g.organization_id = call_off.organization_id and g.id = any (called_off)
    and g.state = 'scheduled' and g.shared_at is not null;
  perform private.drop_occurrences(call_off.organization_id, array(
    select g.id from public.gatherings g
    where g.organization_id = call_off.organization_id and g.id = any (called_off) and g.state <> 'cancelled'
  ));
end $$;
comment on function private.call_off(uuid, uuid[], text) is
  'Occurrences no longer take place: cancelled with a reason where anybody has seen them, gone where nobody has.';

create function private.end_series(series_id uuid, ends_before timestamp, rule text) returns void
language plpgsql set search_path = '' as $$
declare
  whole constant public.gathering_series := private.whole_series(end_series.series_id);
begin
  if exists (select from public.gatherings g where g.organization_id = whole.organization_id and g.series_id = whole.id) then
    update public.gathering_series s set
      rule = coalesce(end_series.rule, whole.rule), finished = true,
      excepted = array(select w.wall from unnest(whole.excepted) as w(wall) where w.wall < ends_before),
      added = array(select w.wall from unnest(whole.added) as w(wall) where w.wall < ends_before),
      skipped = array(select w.wall from unnest(whole.skipped) as w(wall) where w.wall < ends_before)
    where s.id = whole.id;
  else
    delete from public.gathering_series s where s.id = whole.id;
  end if;
end $$;
comment on function private.end_series(uuid, timestamp, text) is
  'A series ends before a wall time, with the rule that says so; it is gone where nothing is left of it.';

create function private.lay_again(
  edited public.gatherings, before public.gatherings, targets uuid[], series jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  walls constant timestamp[] := private.read_walls(series -> 'occurrences', 'repeats', 800);
  planned public.gathering_series := private.read_series(series, edited);
  lasting constant interval := edited.ends_local - edited.starts_local;
  moved constant interval := edited.starts_local - before.starts_local;
  begun uuid;
  left_over uuid[];
begin
  if cardinality(walls) = 0 then
    perform private.refuse('no_occurrences', 422, 'repeats');
  end if;
  begun := private.begin_series(planned, edited, walls);
  update public.imported_events i set series_id = begun
  where i.organization_id = edited.organization_id and i.series_id = before.series_id;

  -- One that takes place on the same day as before, counted from where the whole was moved to, is the same one.
  with still as (
    select g.id, o.*, g.id = edited.id or g.starts_local <> g.recurrence_local as keeps_time
    from public.gatherings g
    join private.occurrences_of(walls, lasting, edited.time_zone) o
      on o.starts_local::date = (coalesce(g.recurrence_local, before.starts_local) + moved)::date
    where g.organization_id = edited.organization_id and (g.id = any (targets) or g.id = edited.id)
  )
  update public.gatherings g set
    series_id = begun, recurrence_local = s.starts_local, time_zone = edited.time_zone,
    starts_local = case when s.keeps_time then g.starts_local else s.starts_local end,
    starts_fold = case when s.keeps_time then g.starts_fold else s.starts_fold end,
    ends_local = case when s.keeps_time then g.ends_local else s.ends_local end,
    ends_fold = case when s.keeps_time then g.ends_fold else s.ends_fold end
  from still s where g.id = s.id;
  if not exists (select from public.gatherings g where g.id = edited.id and g.series_id = begun) then
    perform private.refuse('day_not_in_rule', 422, 'repeats');
  end if;

  left_over := array(
    select g.id from public.gatherings g
    where g.organization_id = edited.organization_id and g.id = any (targets) and g.series_id <> begun
  );
  perform private.call_off(edited.organization_id, left_over, series ->> 'reason');
  perform private.copy_occurrences(edited.id, edited.organization_id, begun, array(
    select w.wall from unnest(walls) as w(wall)
    where w.wall > now() at time zone edited.time_zone and not exists (
      select from public.gatherings g
      where g.organization_id = edited.organization_id and g.series_id = begun and g.recurrence_local = w.wall
    )
  ), lasting);
  if before.series_id is not null then
    perform private.end_series(before.series_id, private.read_wall_time(series ->> 'from', 'repeats'), series ->> 'before');
  end if;
  if planned.rule = '' and planned.added = '{}' then
    update public.imported_events i set series_id = null, gathering_id = edited.id
    where i.organization_id = edited.organization_id and i.series_id = begun;
    update public.gatherings g set series_id = null, recurrence_local = null, singled_out = false where g.id = edited.id;
    delete from public.gathering_series s where s.id = begun;
  end if;
  return to_jsonb(private.skipped_of(walls, edited.time_zone));
end $$;
comment on function private.lay_again(public.gatherings, public.gatherings, uuid[], jsonb) is
  'Lays the edited occurrence and the targets out anew, as a series of their own: those that still take place are kept, moved with the rest unless they were moved alone; others are called off; new ones are made like the edited one.';

create function public.revise_series(
  gathering_id uuid, organization_id uuid, seen_version integer, card jsonb, recipients uuid[],
  detail jsonb, notes text, scope text, series jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  locked public.gatherings;
  before public.gatherings;
  edited public.gatherings;
  targets uuid[];
  stored_before jsonb;
  stored_after jsonb;
  skipped jsonb := '[]';
begin
  locked := private.lock_gathering(
    revise_series.gathering_id, revise_series.organization_id, revise_series.seen_version
  );
  before := private.occurrence(locked.id);
  targets := array_remove(private.occurrences_from(before, scope), before.id);
  stored_before := private.stored_gathering(before.id, before.organization_id);
  perform public.revise_gathering(before.id, before.organization_id, seen_version, card, recipients, detail, notes);
  stored_after := private.stored_gathering(before.id, before.organization_id);
  edited := private.occurrence(before.id);

  if jsonb_typeof(series) = 'object' then
    skipped := private.lay_again(edited, before, targets, series);
    targets := array(
      select g.id from public.gatherings g
      where g.organization_id = edited.organization_id and g.id = any (targets) and g.id <> edited.id
        and g.series_id = (private.occurrence(edited.id)).series_id
    );
  elsif before.series_id is not null and (edited.starts_local, edited.ends_local, edited.time_zone) is distinct from (before.starts_local, before.ends_local, before.time_zone) then
    -- A time moves the whole, and what is moved is laid out anew.
    perform private.refuse('not_understood', 422, 'scope');
  end if;
  perform private.spread_changes(targets, edited.organization_id, stored_before, stored_after, detail ->> 'publish' = 'true');
  update public.gatherings g set singled_out = false where g.id = edited.id and g.series_id is not null;
  return jsonb_build_object('id', edited.id, 'version', private.version_of(edited.id), 'skipped', skipped);
end $$;
comment on function public.revise_series(uuid, uuid, integer, jsonb, uuid[], jsonb, text, text, jsonb) is
  'Writes an occurrence over the version its writer saw, and what they changed of it to those that follow or to all that are not over. With a series, {"rule", "excepted", "added", "occurrences", "expanded_until", "finished", "from", "before", "reason"}, these are laid out anew, and the rest of the old series ends before "from" with the rule "before".';

create function public.cancel_series(
  gathering_id uuid, organization_id uuid, seen_version integer, reason text, scope text, ended_rule text
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  locked public.gatherings;
  occurrence public.gatherings;
  targets uuid[];
begin
  locked := private.lock_gathering(
    cancel_series.gathering_id, cancel_series.organization_id, cancel_series.seen_version
  );
  occurrence := private.occurrence(locked.id);
  targets := private.occurrences_from(occurrence, scope);
  if occurrence.state = 'cancelled' then
    perform private.refuse('already_cancelled', 409);
  elsif occurrence.state = 'draft' then
    perform private.refuse('still_a_draft', 409);
  end if;
  perform public.cancel_gathering(occurrence.id, occurrence.organization_id, seen_version, reason);
  update public.gatherings g set state = 'cancelled', cancellation_reason = reason
  where g.organization_id = occurrence.organization_id and g.id = any (targets) and g.state = 'scheduled';
  perform private.drop_occurrences(occurrence.organization_id, array(
    select g.id from public.gatherings g
    where g.organization_id = occurrence.organization_id and g.id = any (targets) and g.state = 'draft'
  ));
  if occurrence.series_id is not null then
    perform private.end_series(
      occurrence.series_id, case scope when 'following' then occurrence.recurrence_local else 'infinity' end,
      case scope when 'following' then ended_rule end
    );
  end if;
  return jsonb_build_object('id', occurrence.id, 'version', private.version_of(occurrence.id));
end $$;
comment on function public.cancel_series(uuid, uuid, integer, text, text, text) is
  'Cancels an occurrence and those that follow, or all that are not over, with one reason. The series ends there: the worker adds none.';

grant execute on function
  private.occurrences_from(public.gatherings, text), private.occurrence(uuid), private.drop_occurrences(uuid, uuid[]),
  private.call_off(uuid, uuid[], text), private.end_series(uuid, timestamp, text),
  private.lay_again(public.gatherings, public.gatherings, uuid[], jsonb)
  to authenticated;
grant execute on function
  public.revise_series(uuid, uuid, integer, jsonb, uuid[], jsonb, text, text, jsonb),
  public.cancel_series(uuid, uuid, integer, text, text, text)
  to authenticated;

-- ── sealed: series.sql

-- Who may see and change how gatherings repeat, and what a page tells of it.

-- Whoever sees an occurrence may know what it is one of. Its rule, how many there are and which do not take place, only
-- its owner's people know: private.whole_series. Others are told what the occurrences they see bear out.
grant select (id, organization_id) on public.gathering_series to anon, authenticated;
create policy gathering_series_select_visitor on public.gathering_series
  for select to anon
  using (exists (
    select from public.gatherings g
    where g.organization_id = gathering_series.organization_id and g.series_id = gathering_series.id
  ));
create policy gathering_series_select_audience on public.gathering_series
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    or exists (
      select from public.gatherings g
      where g.organization_id = gathering_series.organization_id and g.series_id = gathering_series.id
    )
  );

grant insert (
  organization_id, rule, starts_local, ends_local, time_zone, excepted, added, skipped, expanded_until, finished
) on public.gathering_series to authenticated;
create policy gathering_series_insert_editor on public.gathering_series
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant update (rule, excepted, added, skipped, expanded_until, finished) on public.gathering_series to authenticated;
create policy gathering_series_update_editor on public.gathering_series
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant delete on public.gathering_series to authenticated;
create policy gathering_series_delete_editor on public.gathering_series
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

create function private.prepare_series() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.rule !~ '^(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(UNTIL|COUNT|INTERVAL|BYMONTH|BYMONTHDAY|BYDAY|BYSETPOS|WKST)=[0-9A-Z,+-]+)*)?$'
    or char_length(new.rule) > 500 then
    perform private.refuse('rule_not_understood', 422, 'repeats');
  elsif cardinality(new.excepted) > 1000 then
    perform private.refuse('too_many', 422, 'except_on', jsonb_build_object('maximum', 1000));
  elsif cardinality(new.added) > 1000 then
    perform private.refuse('too_many', 422, 'also_on', jsonb_build_object('maximum', 1000));
  elsif new.ends_local <= new.starts_local then
    perform private.refuse('ends_before_it_starts', 422, 'ends');
  elsif new.ends_local - new.starts_local > interval '31 days' then
    perform private.refuse('too_long_lasting', 422, 'ends');
  elsif new.starts_local < '2000-01-01' or new.ends_local >= '2100-01-01' then
    perform private.refuse('out_of_range', 422, 'starts');
  elsif not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  end if;
  return new;
end $$;
comment on function private.prepare_series() is 'Refuses in words what the constraints of a series would, and what is no rule.';
create trigger gathering_series_prepare before insert or update on public.gathering_series
  for each row execute function private.prepare_series();

create function private.whole_series(series_id uuid) returns public.gathering_series
language plpgsql stable security definer set search_path = '' as $$
declare
  series public.gathering_series;
begin
  select * into series from public.gathering_series s
  where s.id = whole_series.series_id and s.organization_id = any (private.my_organizations('gatherings.read'));
  return series;
end $$;
comment on function private.whole_series(uuid) is 'All that is known of a series, for its owner''s people; null for anyone else.';

create function private.repetition_of(gathering_id uuid, series_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  whole public.gathering_series := private.whole_series(repetition_of.series_id);
begin
  if repetition_of.series_id is null then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'rule', coalesce(whole.rule, private.rules_of(array(
        select g.id from public.gatherings g where g.organization_id = s.organization_id and g.series_id = s.id
      )) #>> array[s.id::text, 'rule']),
      'skipped', coalesce(to_jsonb(whole.skipped), '[]'),
      'previous', (
        select jsonb_build_object('id', g.id, 'starts_local', g.starts_local)
        from public.gatherings g
        where g.organization_id = s.organization_id and g.series_id = s.id and (g.starts_at, g.id) < (this.starts_at, this.id)
        order by g.starts_at desc, g.id desc limit 1
      ),
      'next', (
        select jsonb_build_object('id', g.id, 'starts_local', g.starts_local)
        from public.gatherings g
        where g.organization_id = s.organization_id and g.series_id = s.id and (g.starts_at, g.id) > (this.starts_at, this.id)
        order by g.starts_at, g.id limit 1
      ),
      'coming', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', c.id, 'starts_local', c.starts_local, 'ends_local', c.ends_local, 'state', c.state
        ) order by c.starts_at, c.id), '[]')
        from (
          select g.id, g.starts_local, g.ends_local, g.state, g.starts_at
          from public.gatherings g
          where g.organization_id = s.organization_id and g.series_id = s.id and g.ends_at > now()
          order by g.starts_at, g.id limit 8
        ) c
      )
    )
    from public.gathering_series s join public.gatherings this on this.id = repetition_of.gathering_id
    where s.id = repetition_of.series_id
  );
end $$;
comment on function private.repetition_of(uuid, uuid) is
  'How a gathering repeats, the occurrences beside it and the next eight to come, as far as the reader may see them. A reader who is none of the owner''s people learns no count, nor that anything is hidden: the rule is as much of it as the occurrences they see bear out.';

create function private.edited_series(gathering_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  edited record;
  whole public.gathering_series;
begin
  select g.series_id, g.organization_id, g.recurrence_local, g.ends_at into edited
  from public.gatherings g where g.id = edited_series.gathering_id;
  whole := private.whole_series(edited.series_id);
  if whole.id is null then
    return null;
  end if;
  return jsonb_build_object(
    'rule', whole.rule, 'starts_local', whole.starts_local, 'excepted', whole.excepted, 'added', whole.added,
    'recurrence_local', edited.recurrence_local,
    'over', edited.ends_at <= now(),
    'resumes_local', (
      select min(g.recurrence_local) from public.gatherings g
      where g.organization_id = edited.organization_id and g.series_id = whole.id and g.ends_at > now()
    )
  );
end $$;
comment on function private.edited_series(uuid) is
  'What the form of an occurrence needs to know of its series: the rule, which occurrence it is, and the first that is not over. Null for a gathering that does not repeat.';

grant execute on function private.whole_series(uuid), private.repetition_of(uuid, uuid) to anon, authenticated;
grant execute on function private.edited_series(uuid) to authenticated;

create function private.singled_out(organization_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select g.id from public.gatherings g
    where g.organization_id = singled_out.organization_id and g.singled_out
      and g.organization_id = any (private.my_organizations('gatherings.write'))
  );
end $$;
comment on function private.singled_out(uuid) is
  'Occurrences of an organization that were changed alone, for its editors: a change of the notes alone makes one such, so nobody else may ask.';
grant execute on function private.singled_out(uuid) to authenticated;

create function private.chosen_occurrences(gathering_id uuid, organization_id uuid, scope text) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select g.id
    from public.gatherings this
    join public.gatherings g on g.organization_id = this.organization_id and (g.id = this.id or (
      g.series_id = this.series_id and g.ends_at > now()
      and (scope = 'all' or (scope = 'following' and g.recurrence_local >= this.recurrence_local))
    ))
    where this.id = chosen_occurrences.gathering_id and this.organization_id = chosen_occurrences.organization_id
      and this.organization_id = any (private.my_organizations('gatherings.write'))
    order by g.starts_at, g.id
  );
end $$;
comment on function private.chosen_occurrences(uuid, uuid, text) is
  'A gathering and, with the scope "following" or "all", the others of its series that are not over, for those who may write it; none for anyone else.';
grant execute on function private.chosen_occurrences(uuid, uuid, text) to authenticated;

-- ── sealed: session.sql

-- Who the signed-in person is, and what an installation says of itself.

create function private.me() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.my_person();
begin
  if me is null then
    return null;
  end if;
  return jsonb_build_object(
    'person', (
      select jsonb_build_object(
        'id', p.id, 'display_name', p.display_name, 'language', p.language, 'time_zone', p.time_zone
      ) from public.people p where p.id = me
    ),
    'email', (select u.email from auth.users u where u.id = me),
    'organizations', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', o.id, 'slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name,
        'korean_name', o.korean_name, 'legal_name', o.legal_name, 'color', o.color, 'time_zone', o.time_zone,
        'languages', o.languages, 'role', m.role,
        'permissions', (
          select coalesce(jsonb_agg(mine.permission order by mine.permission), '[]')
          from private.my_permissions() mine where mine.organization_id = o.id
        ),
        'coalitions', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'id', c.id, 'slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name, 'standing', s.kind
          ) order by c.slug), '[]')
          from public.standings s join public.coalitions c on c.id = s.coalition_id
          where s.organization_id = o.id
        )
      ) order by o.slug), '[]')
      from public.memberships m join public.organizations o on o.id = m.organization_id
      where m.person_id = me
    )
  );
end $$;
comment on function private.me() is 'The caller with organizations, roles and permissions; null when the session is not alive.';
grant execute on function private.me() to authenticated;

create function public.me() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.me();
end $$;
comment on function public.me() is
  'The caller: person, organizations, and per organization what its role permits. Null for a session that has ended.';
grant execute on function public.me() to authenticated;

create function private.is_installed() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from private.settings s where s.name = 'ready_at' and jsonb_typeof(s.value) = 'string'
  );
end $$;
comment on function private.is_installed() is 'Whether the worker has marked the installation ready since its stack started.';
grant execute on function private.is_installed() to anon, authenticated;

create function private.mail_leaves() returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((select s.value #>> '{}' from private.settings s where s.name = 'mail'), 'none');
end $$;
comment on function private.mail_leaves() is 'How mail leaves: smtp, mailbox (a page of the demonstration shows it) or none.';
grant execute on function private.mail_leaves() to anon, authenticated;

create function public.installation() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('ready', private.is_installed(), 'mail', private.mail_leaves());
end $$;
comment on function public.installation() is
  'Whether the installation is migrated, seeded and ready to serve, and how mail leaves it (smtp, mailbox, none).';
grant execute on function public.installation() to anon, authenticated;

create function private.demonstration_accounts() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from private.settings s where s.name = 'demonstration' and s.value = 'true') then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'email', u.email, 'role', m.role,
      'organization', jsonb_build_object(
        'id', o.id, 'slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name,
        'korean_name', o.korean_name, 'color', o.color
      )
    ) order by (
      select min(s.kind) from public.standings s where s.organization_id = o.id
    ), o.slug, m.role), '[]')
    from public.memberships m
    join public.organizations o on o.id = m.organization_id
    join auth.users u on u.id = m.person_id
    where u.email = m.role || '@' || o.slug || '.example'
  );
end $$;
comment on function private.demonstration_accounts() is 'The accounts anyone may try; none outside the demonstration.';
grant execute on function private.demonstration_accounts() to anon, authenticated;

create function public.demonstration_accounts() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.demonstration_accounts();
end $$;
comment on function public.demonstration_accounts() is
  'In demonstration mode the accounts of the sign-in page, with organization and role; otherwise an empty list.';
grant execute on function public.demonstration_accounts() to anon, authenticated;

-- ── sealed: settings.sql

-- What a person says of themselves, where they are signed in, and how they go. Everything here is about the caller.

grant select (person_id, kind, channel, wanted) on public.notification_choices to authenticated;
create policy notification_choices_select_self on public.notification_choices
  for select to authenticated
  using (person_id = (select private.my_person()));
grant insert (person_id, kind, channel, wanted) on public.notification_choices to authenticated;
create policy notification_choices_insert_self on public.notification_choices
  for insert to authenticated
  with check (person_id = (select private.my_person()));
grant update (wanted) on public.notification_choices to authenticated;
create policy notification_choices_update_self on public.notification_choices
  for update to authenticated
  using (person_id = (select private.my_person()))
  with check (person_id = (select private.my_person()));

-- No delete: a choice is changed.

create function public.choose_mail(wanted text[], quiet_from time, quiet_until time) returns void
language plpgsql set search_path = '' as $$
begin
  update public.people p
  set quiet_from = choose_mail.quiet_from, quiet_until = choose_mail.quiet_until
  where p.id = private.my_person();
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  insert into public.notification_choices (person_id, kind, wanted)
  select private.my_person(), k.kind, k.kind::text = any (choose_mail.wanted)
  from unnest(array['reminder', 'digest', 'services_due', 'items_due']::public.message_kind[]) as k(kind)
  on conflict on constraint notification_choices_one_each do update set wanted = excluded.wanted;
end $$;
comment on function public.choose_mail(text[], time, time) is
  'Which optional mail the caller wants (reminder, digest, services_due, items_due), and between which wall times of theirs none is sent; all at once. Refuses not_found without a live session.';
grant execute on function public.choose_mail(text[], time, time) to authenticated;

create function private.my_settings() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me constant uuid := private.my_person();
begin
  if me is null then
    perform private.refuse('not_found', 404);
  end if;
  return (
    select jsonb_build_object(
      'display_name', p.display_name, 'language', p.language, 'time_zone', p.time_zone, 'email', u.email,
      'quiet_from', to_char(p.quiet_from, 'HH24:MI'), 'quiet_until', to_char(p.quiet_until, 'HH24:MI'),
      'wanted', (
        select jsonb_object_agg(k.kind, coalesce(c.wanted, true))
        from unnest(array['reminder', 'digest', 'services_due', 'items_due']::public.message_kind[]) as k(kind)
        left join public.notification_choices c on c.person_id = me and c.kind = k.kind
      ),
      'new_email', (select a.new_email from private.address_changes a where a.person_id = me and a.expires_at > now()),
      'sessions', (
        select coalesce(jsonb_agg(to_jsonb(listed) order by listed.is_this desc, listed.began_at desc), '[]')
        from (
          select s.id, d.device, s.created_at as began_at, s.id = nullif(auth.jwt() ->> 'session_id', '')::uuid as is_this
          from auth.sessions s left join private.session_devices d on d.session_id = s.id
          where s.user_id = me and (s.not_after is null or s.not_after > now())
          order by is_this desc, s.created_at desc limit 50
        ) listed
      ),
      'organizations', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', o.id, 'slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name,
          'korean_name', o.korean_name, 'role', m.role
        ) order by o.slug), '[]')
        from public.memberships m join public.organizations o on o.id = m.organization_id where m.person_id = me
      )
    )
    from public.people p join auth.users u on u.id = p.id where p.id = me
  );
end $$;
comment on function private.my_settings() is 'See public.my_settings.';
grant execute on function private.my_settings() to authenticated;

create function public.my_settings() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.my_settings();
end $$;
comment on function public.my_settings() is
  'Everything the caller''s settings show: name, language, zone, quiet hours (wall times), which mail is wanted, where they are signed in (this session and the newest others, 50 at most), their organizations. Refuses not_found without a live session.';

create function private.note_session(device text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.session_devices (session_id, device)
  select s.id, private.tidy_line(note_session.device, 'device', 60, true) from auth.sessions s
  where s.id = nullif(auth.jwt() ->> 'session_id', '')::uuid and s.user_id = private.my_person()
  on conflict on constraint session_devices_pkey do nothing;
end $$;
comment on function private.note_session(text) is 'See public.note_session.';
grant execute on function private.note_session(text) to authenticated;

create function public.note_session(device text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.note_session(note_session.device);
end $$;
comment on function public.note_session(text) is 'Notes on what kind of device the caller''s session began ("Firefox, Android"), once.';

create function private.end_session(session_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  ended uuid;
begin
  delete from auth.sessions s where s.id = end_session.session_id and s.user_id = private.my_person()
  returning s.id into ended;
  if ended is null then
    perform private.refuse('not_found', 404);
  end if;
  return jsonb_build_object('id', ended);
end $$;
comment on function private.end_session(uuid) is 'See public.end_session.';
grant execute on function private.end_session(uuid) to authenticated;

create function public.end_session(session_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.end_session(end_session.session_id);
end $$;
comment on function public.end_session(uuid) is 'Signs one of the caller''s own devices out, with its next request. Refuses not_found.';

-- ── With the password ───────────────────────────────────────────────────────────────────────────────────────

create function private.password_problem(password text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  until constant timestamptz := private.take_my_try('password');
  stored text;
begin
  if until is not null then
    return jsonb_build_object('problem', 'held_back', 'minutes', private.minutes_until(until));
  end if;
  select u.encrypted_password into stored from auth.users u where u.id = private.my_person();
  -- $2b$ and $2a$ are one algorithm for passwords below 256 bytes; pgcrypto knows the older name alone.
  if stored is null or extensions.crypt(coalesce(password, ''), '$2a$' || substr(stored, 5)) <> '$2a$' || substr(stored, 5) then
    return jsonb_build_object('problem', 'password_wrong', 'field', 'password');
  end if;
  return null;
end $$;
comment on function private.password_problem(text) is
  'Null when this is the caller''s password; otherwise what to say. Returned and not raised, since raising would give the try back. Ten tries in a quarter of an hour. Not for the API.';

create function private.change_password(password text, new_password text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  problem constant jsonb := private.password_problem(change_password.password);
begin
  if problem is not null then
    return problem;
  end if;
  perform private.set_password(private.my_person(), new_password, nullif(auth.jwt() ->> 'session_id', '')::uuid);
  return '{}';
end $$;
comment on function private.change_password(text, text) is 'See public.change_password.';
grant execute on function private.change_password(text, text) to authenticated;

create function public.change_password(password text, new_password text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.change_password(change_password.password, change_password.new_password);
end $$;
comment on function public.change_password(text, text) is
  'A new password in exchange for the old; every other session of the caller ends. Answers {"problem": "password_wrong" or "held_back"} where it did nothing. Refuses passphrase_too_short, passphrase_too_long.';

create function private.change_address(password text, new_email text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := private.my_person();
  problem constant jsonb := private.password_problem(change_address.password);
  address text;
  change uuid;
begin
  if problem is not null then
    return problem;
  end if;
  address := private.read_email(new_email);
  if exists (select from auth.users u where u.id = me and lower(u.email) = address) then
    perform private.refuse('address_unchanged', 422, 'email');
  end if;
  perform private.require_letter(address);
  delete from private.address_changes c where c.person_id = me;
  insert into private.address_changes (person_id, new_email) values (me, address) returning id into change;
  insert into public.messages (kind, person_id, about) values ('address_current', me, change), ('address_new', me, change);
  return '{}';
end $$;
comment on function private.change_address(text, text) is 'See public.change_address.';
grant execute on function private.change_address(text, text) to authenticated;

create function public.change_address(password text, new_email text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.change_address(change_address.password, change_address.new_email);
end $$;
comment on function public.change_address(text, text) is
  'Asks both the caller''s address and the new one to confirm the change, by mail, within a day. Answers alike whether the new address has an account, and {"problem": …} for a wrong password. Refuses email_not_valid, address_unchanged, too_much_mail.';

create function private.delete_account(password text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  problem constant jsonb := private.password_problem(delete_account.password);
begin
  if problem is not null then
    return problem;
  end if;
  delete from auth.users u where u.id = private.my_person();
  return '{}';
end $$;
comment on function private.delete_account(text) is 'See public.delete_account.';
grant execute on function private.delete_account(text) to authenticated;

create function public.delete_account(password text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.delete_account(delete_account.password);
end $$;
comment on function public.delete_account(text) is
  'Deletes the caller''s account and everything about their person; what they did for an organization stays, without their name. Answers {"problem": …} for a wrong password. Refuses last_admin.';

-- ── Taking one's data along ─────────────────────────────────────────────────────────────────────────────────

create function private.export_account() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me constant uuid := private.my_person();
begin
  return private.my_settings() || jsonb_build_object(
    'id', me, 'exported_at', now(),
    'changes', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'organization', o.slug, 'gathering_id', c.gathering_id, 'changed_at', c.changed_at, 'fields', c.fields
      ) order by c.changed_at), '[]')
      from public.gathering_changes c join public.organizations o on o.id = c.organization_id where c.person_id = me
    ),
    'invitations_sent', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'organization', o.slug, 'role', i.role, 'created_at', i.created_at
      ) order by i.created_at), '[]')
      from public.invitations i join public.organizations o on o.id = i.organization_id where i.invited_by = me
    ),
    'calendars', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'organization', o.slug, 'label', t.label, 'shows', t.shows, 'created_at', t.created_at, 'last_used_on', t.last_used_on
      ) order by t.created_at), '[]')
      from public.feed_tokens t left join public.organizations o on o.id = t.shown_id where t.person_id = me
    ),
    'messages', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', m.kind, 'queued_at', m.queued_at
      ) order by m.queued_at), '[]')
      from public.messages m where m.person_id = me
    )
  );
end $$;
comment on function private.export_account() is 'See public.export_account.';
grant execute on function private.export_account() to authenticated;

create function public.export_account() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.export_account();
end $$;
comment on function public.export_account() is
  'Everything kept about the caller: settings, sessions, organizations, which changes they made and when, invitations they sent, private calendars, mail meant for them (kinds and times; contents are not kept, nor told is whether it was sent: an address that is taken gets none). Refuses not_found without a live session.';

grant execute on function
  public.my_settings(), public.note_session(text), public.end_session(uuid), public.change_password(text, text),
  public.change_address(text, text), public.delete_account(text), public.export_account()
  to authenticated;

-- ── sealed: shares.sql

-- Whom the layers of a gathering are named to.

grant select (organization_id, gathering_id, layer, recipient_id) on public.shares to authenticated;
create policy shares_select_owner_or_recipient on public.shares
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    or (in_force and recipient_id = any ((select private.my_organizations('gatherings.read'))::uuid[]))
  );

grant insert (organization_id, gathering_id, layer, recipient_id) on public.shares to authenticated;
create policy shares_insert_editor on public.shares
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant delete on public.shares to authenticated;
create policy shares_delete_editor on public.shares
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

-- No update of shares: another recipient is another row.

create function private.hold_fellowship(owner uuid, recipient uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.standings mine
  join public.standings theirs on theirs.coalition_id = mine.coalition_id
  where mine.organization_id = owner and theirs.organization_id = recipient
  for key share;
  return found;
end $$;
comment on function private.hold_fellowship(uuid, uuid) is
  'Whether two organizations share a coalition, and do until the transaction ends: one that leaves waits, and its shares end with it.';
grant execute on function private.hold_fellowship(uuid, uuid) to authenticated;

create function private.prepare_share() returns trigger
language plpgsql set search_path = '' as $$
declare
  card record;
begin
  if not exists (
    select from public.standings owner
    join public.standings recipient on recipient.coalition_id = owner.coalition_id
    where owner.organization_id = new.organization_id
      and recipient.organization_id = new.recipient_id
      and new.recipient_id <> new.organization_id
  ) then
    perform private.refuse(
      'recipient_not_in_coalition', 422, case new.layer when 'card' then 'recipients' else 'detail.recipients' end
    );
  end if;

  if not private.hold_fellowship(new.organization_id, new.recipient_id) then
    perform private.refuse(
      'recipient_not_in_coalition', 422, case new.layer when 'card' then 'recipients' else 'detail.recipients' end
    );
  end if;

  -- Whoever writes or removes a share of this gathering, or changes its audience, waits here for one another.
  select g.state, g.audience, g.coalition_id into card
  from public.gatherings g
  where g.organization_id = new.organization_id and g.id = new.gathering_id
  for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  elsif new.layer = 'card' then
    new.in_force := card.state <> 'draft' and card.audience = 'named';
    return new;
  end if;

  if not (case card.audience
    when 'everyone' then true
    when 'coalition' then exists (
      select from public.standings s
      where s.organization_id = new.recipient_id and s.coalition_id = card.coalition_id
    )
    when 'named' then exists (
      select from public.shares s
      where s.organization_id = new.organization_id and s.gathering_id = new.gathering_id
        and s.layer = 'card' and s.recipient_id = new.recipient_id
    )
    else false end)
  then
    perform private.refuse('detail_wider_than_card', 422, 'detail.recipients');
  end if;
  new.in_force := card.state <> 'draft' and exists (
    select from public.gathering_details d
    where d.organization_id = new.organization_id and d.gathering_id = new.gathering_id and d.audience = 'named'
  );
  return new;
end $$;
comment on function private.prepare_share() is
  'Refuses a recipient that shares no coalition with the owner, in the same words whether it exists or not; and for a detail, one that does not see the card.';
create trigger shares_prepare before insert on public.shares
  for each row execute function private.prepare_share();

create function private.queue_share() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.gatherings g
  where g.organization_id = old.organization_id and g.id = old.gathering_id
  for no key update;
  return old;
end $$;
comment on function private.queue_share() is 'A share is removed in turn with those that are added to the same gathering.';
create trigger shares_queue before delete on public.shares
  for each row execute function private.queue_share();

create function private.follow_card_share() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.shares s using public.gatherings g
  where g.organization_id = old.organization_id and g.id = old.gathering_id and g.audience = 'named'
    and s.organization_id = old.organization_id and s.gathering_id = old.gathering_id
    and s.layer = 'detail' and s.recipient_id = old.recipient_id;
  return null;
end $$;
comment on function private.follow_card_share() is 'Whom a card is no longer named to loses its detail as well.';
create trigger shares_follow_card after delete on public.shares
  for each row when (old.layer = 'card') execute function private.follow_card_share();

create function private.put_shares_in_force() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.shares s
  set in_force = new.state <> 'draft' and case s.layer
    when 'card' then new.audience = 'named'
    else exists (
      select from public.gathering_details d
      where d.organization_id = new.organization_id and d.gathering_id = new.id and d.audience = 'named'
    ) end
  where s.organization_id = new.organization_id and s.gathering_id = new.id;
  return null;
end $$;
comment on function private.put_shares_in_force() is 'A recipient learns of a share only while the layer may be seen through it.';
create trigger gatherings_put_shares_in_force after update of state, audience on public.gatherings
  for each row when (old.state <> new.state or old.audience <> new.audience)
  execute function private.put_shares_in_force();

create function private.put_detail_shares_in_force() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.shares s
  set in_force = new.audience = 'named' and exists (
    select from public.gatherings g
    where g.organization_id = new.organization_id and g.id = new.gathering_id and g.state <> 'draft'
  )
  where s.organization_id = new.organization_id and s.gathering_id = new.gathering_id and s.layer = 'detail';
  return null;
end $$;
comment on function private.put_detail_shares_in_force() is 'As private.put_shares_in_force, when the audience of a detail changes.';
create trigger gathering_details_put_shares_in_force after insert or update of audience on public.gathering_details
  for each row execute function private.put_detail_shares_in_force();

create function private.drop_detail_shares() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.shares s
  where s.organization_id = old.organization_id and s.gathering_id = old.gathering_id and s.layer = 'detail';
  return null;
end $$;
comment on function private.drop_detail_shares() is 'A detail that is gone is named to nobody.';
create trigger gathering_details_drop_shares after delete on public.gathering_details
  for each row execute function private.drop_detail_shares();

-- ── sealed: signup-codes.sql

-- What somebody does with the return code of their sign-up. A wrong code is answered and not raised: raising would give
-- the try back.

create function private.try_code(secret text, network text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  until constant timestamptz := private.count_try(secret, 'return_code', network, null);
begin
  return case when until is not null then
    jsonb_build_object('problem', 'held_back', 'minutes', private.minutes_until(until)) end;
end $$;
comment on function private.try_code(text, text) is 'Counts a try of a return code: null, or what to say to whoever is held back. Not for the API.';

create function private.read_signup(secret text, network text, code text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  held_back constant jsonb := private.try_code(secret, network);
  s public.signups;
begin
  if held_back is not null then
    return held_back;
  end if;
  s := private.signup_of_code(code);
  if s.id is null then
    return jsonb_build_object('problem', 'code_unknown');
  end if;
  return (
    select jsonb_build_object(
      'gathering_id', s.gathering_id, 'name', s.name, 'seats', s.seats, 'language', s.language, 'needs', s.needs,
      'contact', s.contact, 'told_host', s.told_host, 'state', s.state, 'delete_at', s.delete_at, 'time_zone', g.time_zone,
      'closed_by', case when private.signup_problem(l, g) <> 'signups_closed' then private.signup_problem(l, g) end,
      'organization', (select o.label from private.organization_labels o where o.id = s.organization_id),
      'owner', (select o.label from private.organization_labels o where o.id = s.gathering_owner_id)
    )
    from public.gatherings g join public.signup_lists l on l.organization_id = g.organization_id and l.gathering_id = g.id
    where g.organization_id = s.gathering_owner_id and g.id = s.gathering_id
  );
end $$;
comment on function private.read_signup(text, text, text) is 'See public.read_signup.';
grant execute on function private.read_signup(text, text, text) to anon, authenticated;

create function public.read_signup(secret text, network text, code text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  found_ constant jsonb := private.read_signup(read_signup.secret, read_signup.network, read_signup.code);
begin
  return found_ || jsonb_build_object('gathering', (
    select c.card from private.gathering_cards c where c.id = (found_ ->> 'gathering_id')::uuid
  ));
end $$;
comment on function public.read_signup(text, text, text) is
  'For web processes: a sign-up for whoever has its code, with the gathering as far as the caller may see it. Answers {"problem": "code_unknown"} alike whether a code never was or its sign-up is deleted, and {"problem": "held_back"} after too many tries. Refuses not_allowed without the secret.';

create function private.change_signup(secret text, network text, code text, answers jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  held_back constant jsonb := private.try_code(secret, network);
  s public.signups;
  said public.signups;
  list public.signup_lists;
  held public.gatherings;
  problem text;
begin
  if held_back is not null then
    return held_back;
  end if;
  s := private.signup_of_code(code);
  if s.id is null then
    return jsonb_build_object('problem', 'code_unknown');
  end if;
  said := private.read_answers(answers);
  list := private.hold_list(s.gathering_owner_id, s.gathering_id);
  select g.* into held from public.gatherings g where g.organization_id = s.gathering_owner_id and g.id = s.gathering_id;
  s := private.signup_of_code(code);
  problem := private.signup_problem(list, held);
  if s.id is null or s.state = 'cancelled' then
    perform private.refuse('signup_cancelled', 409);
  elsif problem <> 'signups_closed' then
    perform private.refuse(problem, 409);
  elsif said.seats > s.seats and said.seats > list.capacity then
    perform private.refuse('party_too_large', 422, 'seats', jsonb_build_object('maximum', list.capacity));
  elsif said.seats > s.seats and s.state = 'coming' and (
    (private.next_in_line(list)).id is not null or not private.fits(list, said.seats - s.seats)
  ) then
    perform private.refuse('no_room_for_more', 409, 'seats', jsonb_build_object('seats', s.seats));
  end if;
  update public.signups set name = said.name, seats = said.seats, language = said.language, needs = said.needs,
    contact = said.contact, told_host = said.told_host
  where signups.id = s.id returning signups.* into said;
  if said.contact <> s.contact then
    perform private.write_to_signed_up(said, 'signup_confirmed');
  end if;
  perform private.promote(list);
  return jsonb_build_object('state', (select now_.state from public.signups now_ where now_.id = s.id));
end $$;
comment on function private.change_signup(text, text, text, jsonb) is 'See public.change_signup.';
grant execute on function private.change_signup(text, text, text, jsonb) to anon, authenticated;

create function public.change_signup(secret text, network text, code text, answers jsonb) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.change_signup(change_signup.secret, change_signup.network, change_signup.code, change_signup.answers);
end $$;
comment on function public.change_signup(text, text, text, jsonb) is
  'For web processes: what somebody says of themselves from now on, by their code. Seats that become free go to who waits; more seats are given only where they are free and nobody waits. Answers {"problem": …} like read_signup. Refuses signup_cancelled, gathering_cancelled, gathering_over, party_too_large, no_room_for_more.';

create function private.forget_signup(s public.signups) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.signups set state = 'cancelled', name = '', contact = '', needs = '{}', told_host = false
  where signups.id = s.id and signups.state <> 'cancelled';
  -- What is being sent at this moment is gone with the row itself.
  delete from public.messages m using (
    select w.id from public.messages w
    where w.organization_id = s.organization_id and w.about = s.id for update skip locked
  ) as free
  where m.id = free.id;
end $$;
comment on function private.forget_signup(public.signups) is
  'Cancels a sign-up: who it was is forgotten at once, in mail about it too. Whoever calls holds the list. Not for the API.';

create function private.cancel_signup(secret text, network text, code text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  held_back constant jsonb := private.try_code(secret, network);
  s public.signups;
  list public.signup_lists;
begin
  if held_back is not null then
    return held_back;
  end if;
  s := private.signup_of_code(code);
  if s.id is null then
    return jsonb_build_object('problem', 'code_unknown');
  end if;
  list := private.hold_list(s.gathering_owner_id, s.gathering_id);
  perform private.forget_signup(s);
  perform private.promote(list);
  return jsonb_build_object('state', 'cancelled');
end $$;
comment on function private.cancel_signup(text, text, text) is 'See public.cancel_signup.';
grant execute on function private.cancel_signup(text, text, text) to anon, authenticated;

create function public.cancel_signup(secret text, network text, code text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.cancel_signup(cancel_signup.secret, cancel_signup.network, cancel_signup.code);
end $$;
comment on function public.cancel_signup(text, text, text) is
  'For web processes: takes a sign-up back by its code, at any time, and forgets whose it was. The next in line is promoted. Answers {"problem": …} like read_signup.';

create function private.remove_signup(signup_id uuid, organization_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  s public.signups;
  list public.signup_lists;
begin
  perform private.require_writer(remove_signup.organization_id, 'gatherings.write');
  select found_.* into s from public.signups found_
  where found_.id = remove_signup.signup_id and found_.organization_id = remove_signup.organization_id
    and found_.state <> 'cancelled';
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  list := private.hold_list(s.gathering_owner_id, s.gathering_id);
  perform private.forget_signup(s);
  perform private.promote(list);
  return jsonb_build_object('id', s.id, 'gathering_id', s.gathering_id);
end $$;
comment on function private.remove_signup(uuid, uuid) is 'See public.remove_signup.';
grant execute on function private.remove_signup(uuid, uuid) to authenticated;

create function public.remove_signup(signup_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.remove_signup(remove_signup.signup_id, remove_signup.organization_id);
end $$;
comment on function public.remove_signup(uuid, uuid) is
  'Takes one of an organization''s own people off a list, as they could themselves. Refuses not_found, not_allowed.';

grant execute on function
  public.read_signup(text, text, text), public.change_signup(text, text, text, jsonb), public.cancel_signup(text, text, text)
  to anon, authenticated;
grant execute on function public.remove_signup(uuid, uuid) to authenticated;

-- ── sealed: signup-lists.sql

-- Whether one may sign up for a gathering, and on which terms. The terms are its owner's.

grant select (organization_id, gathering_id, capacity, headcount_public, keep_days, closes_hours_before, closed)
  on public.signup_lists to authenticated;
create policy signup_lists_select_owner on public.signup_lists
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]));

grant insert (organization_id, gathering_id, capacity, headcount_public, keep_days, closes_hours_before, closed)
  on public.signup_lists to authenticated;
create policy signup_lists_insert_editor on public.signup_lists
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant update (capacity, headcount_public, keep_days, closes_hours_before, closed) on public.signup_lists to authenticated;
create policy signup_lists_update_editor on public.signup_lists
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

-- No delete: a list is closed, and who stands on it still comes.

create function private.prepare_signup_list() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not coalesce(new.capacity between 1 and 10000, true) then
    perform private.refuse('number_between', 422, 'capacity', jsonb_build_object('minimum', 1, 'maximum', 10000));
  elsif new.keep_days is null or new.keep_days not between 1 and 90 then
    perform private.refuse('number_between', 422, 'keep_days', jsonb_build_object('minimum', 1, 'maximum', 90));
  elsif not coalesce(new.closes_hours_before between 0 and 720, true) then
    perform private.refuse('number_between', 422, 'closes_hours_before', jsonb_build_object('minimum', 0, 'maximum', 720));
  end if;
  return new;
end $$;
comment on function private.prepare_signup_list() is 'Refuses in words what the constraints of a list would.';
create trigger signup_lists_prepare before insert or update on public.signup_lists
  for each row execute function private.prepare_signup_list();

create function private.follow_signup_list() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Never later than a person was told.
  update public.signups s
  set delete_at = least(s.delete_at, g.ends_at + make_interval(days => new.keep_days))
  from public.gatherings g
  where s.gathering_owner_id = new.organization_id and s.gathering_id = new.gathering_id
    and g.organization_id = new.organization_id and g.id = new.gathering_id
    and s.delete_at > g.ends_at + make_interval(days => new.keep_days);
  perform private.promote(new);
  return null;
end $$;
comment on function private.follow_signup_list() is
  'When the terms of a list change: people are kept no longer than it says now, and more room is given to who waits.';
create trigger signup_lists_follow after update on public.signup_lists
  for each row when (old.capacity is distinct from new.capacity or old.keep_days <> new.keep_days)
  execute function private.follow_signup_list();

create function public.save_signup_list(gathering_id uuid, organization_id uuid, terms jsonb, scope text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  list public.signup_lists;
  occurrences uuid[];
begin
  perform private.require_writer(save_signup_list.organization_id, 'gatherings.write');
  occurrences := private.chosen_occurrences(save_signup_list.gathering_id, save_signup_list.organization_id, scope);
  if cardinality(occurrences) = 0 then
    perform private.refuse('not_found', 404);
  end if;
  list := jsonb_populate_record(list, terms);
  insert into public.signup_lists as l (
    organization_id, gathering_id, capacity, headcount_public, keep_days, closes_hours_before, closed
  )
  select save_signup_list.organization_id, o.id, list.capacity, coalesce(list.headcount_public, false),
    coalesce(list.keep_days, 14), list.closes_hours_before, coalesce(list.closed, false)
  from unnest(occurrences) with ordinality as o(id, place) order by o.place
  on conflict on constraint signup_lists_one_per_gathering do update set
    capacity = excluded.capacity, headcount_public = excluded.headcount_public, keep_days = excluded.keep_days,
    closes_hours_before = excluded.closes_hours_before, closed = excluded.closed;
  return jsonb_build_object('id', save_signup_list.gathering_id, 'occurrences', cardinality(occurrences));
end $$;
comment on function public.save_signup_list(uuid, uuid, jsonb, text) is
  'Opens a gathering for sign-up, changes the terms or closes it, also for the others of its series (scope: this, following, all). Nobody who has seats loses them. Refuses not_found, not_allowed, number_between.';

create function public.signup_settings(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.card || jsonb_build_object(
      'repeats', cardinality(private.chosen_occurrences(c.id, c.organization_id, 'all')) > 1,
      'list', (
        select jsonb_build_object(
          'capacity', l.capacity, 'headcount_public', l.headcount_public, 'keep_days', l.keep_days,
          'closes_hours_before', l.closes_hours_before, 'closed', l.closed
        )
        from public.signup_lists l where l.organization_id = c.organization_id and l.gathering_id = c.id
      )
    )
    from private.gathering_cards c
    where c.id = signup_settings.gathering_id and c.organization_id = signup_settings.organization_id
      and c.organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
  );
end $$;
comment on function public.signup_settings(uuid, uuid) is
  'A gathering with the terms on which one may sign up, if one may, for those who may change them; null for anyone else.';

create function private.signup_problem(list public.signup_lists, gathering public.gatherings) returns text
language plpgsql stable set search_path = '' as $$
begin
  return case
    when gathering.state = 'cancelled' then 'gathering_cancelled'
    when gathering.ends_at <= now() then 'gathering_over'
    when gathering.state = 'draft' or list.closed
      or gathering.starts_at - make_interval(hours => list.closes_hours_before) <= now() then 'signups_closed'
  end;
end $$;
comment on function private.signup_problem(public.signup_lists, public.gatherings) is
  'Why one cannot sign up now, as a message key; null where one can. Not for the API.';

grant execute on function public.save_signup_list(uuid, uuid, jsonb, text), public.signup_settings(uuid, uuid) to authenticated;

-- ── sealed: signup-mail.sql

-- What people who signed up are told by mail, and that mail about them goes when they go.

create function private.mail_address_in(contact text) returns text
language sql immutable set search_path = '' as $$
  select lower(contact)
  where char_length(contact) <= 254 and contact !~ '(^\.|\.\.|\.@)'
    and lower(contact) ~ '^[a-z0-9.!#$%&''*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$'
$$;
comment on function private.mail_address_in(text) is 'The contact, where it is a mail address; null where somebody has to call. Not for the API.';

create function private.write_to_signed_up(s public.signups, kind public.message_kind) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  address constant text := private.mail_address_in(s.contact);
begin
  if address is null or private.mail_leaves() = 'none' then
    return false;
  elsif exists (
    select from public.messages m
    where m.organization_id = s.organization_id and m.about = s.id and m.kind = write_to_signed_up.kind and m.state = 'waiting'
  ) then
    return true;
  -- Nobody has shown yet that the address is theirs.
  elsif write_to_signed_up.kind <> 'signup_gathering_changed' and private.take_letter(address) is not null then
    return false;
  end if;
  insert into public.messages (kind, organization_id, about) values (write_to_signed_up.kind, s.organization_id, s.id);
  return true;
end $$;
comment on function private.write_to_signed_up(public.signups, public.message_kind) is
  'Queues mail about a sign-up, and says whether it does. The address stays with the sign-up alone. Not for the API.';

create function private.signup_facts(message public.messages, token text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  s public.signups;
  g public.gatherings;
begin
  select found_.* into s from public.signups found_
  where found_.organization_id = message.organization_id and found_.id = message.about
    and found_.state <> 'cancelled' and found_.delete_at > now();
  select held.* into g from public.gatherings held where held.organization_id = s.gathering_owner_id and held.id = s.gathering_id;
  if s.id is null or private.mail_address_in(s.contact) is null or g.ends_at <= now()
    or (message.kind = 'signup_promoted' and (s.state <> 'coming' or g.state <> 'scheduled'))
  then
    return null;
  end if;
  insert into private.return_codes (code_hash, signup_id) values (private.token_hash(token), s.id)
  on conflict on constraint return_codes_pkey do nothing;
  return jsonb_build_object(
    'to', private.mail_address_in(s.contact), 'token', token, 'language', s.language, 'time_zone', g.time_zone,
    'signup', jsonb_build_object(
      'seats', s.seats, 'state', s.state, 'delete_at', s.delete_at, 'gathering_state', g.state,
      -- An address that somebody typed is told no more than everybody may know.
      'line', case when g.audience = 'everyone' and g.state <> 'draft' then private.mail_lines(array[g.id]) -> 0 end,
      'reason', case when g.audience = 'everyone' then g.cancellation_reason end
    )
  );
end $$;
comment on function private.signup_facts(public.messages, text) is
  'What mail about a sign-up says: seats, whether they come or wait, the gathering''s card where everyone may see it. Null where there is nothing to say any longer.';

create function private.follow_gathering() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  list public.signup_lists;
  s public.signups;
begin
  select l.* into list from public.signup_lists l
  where l.organization_id = new.organization_id and l.gathering_id = new.id for update;
  if not found then
    return null;
  end if;
  -- A year typed wrong must not take everybody off the list; and who is to be gone by now does not come back.
  if exists (
    select from public.signups kept
    where kept.gathering_owner_id = new.organization_id and kept.gathering_id = new.id and kept.state <> 'cancelled'
      and kept.delete_at > now() and kept.delete_at + (new.ends_at - old.ends_at) <= now()
  ) then
    perform private.refuse('signups_would_go', 409, 'starts');
  end if;
  update public.signups moved set delete_at = moved.delete_at + (new.ends_at - old.ends_at)
  where moved.gathering_owner_id = new.organization_id and moved.gathering_id = new.id and new.ends_at <> old.ends_at
    and moved.delete_at > now();
  if new.ends_at > now() and new.state <> 'draft' and (old.state <> new.state or old.starts_at <> new.starts_at) then
    for s in
      select told.* from public.signups told
      where told.gathering_owner_id = new.organization_id and told.gathering_id = new.id and told.state <> 'cancelled'
      order by told.place
    loop
      perform private.write_to_signed_up(s, 'signup_gathering_changed');
    end loop;
  end if;
  perform private.promote(list);
  return null;
end $$;
comment on function private.follow_gathering() is
  'When a gathering is moved, cancelled or put back on: people who signed up are told, and are kept as long after it as before. Refuses signups_would_go where they would be deleted at once.';
create trigger gatherings_follow after update on public.gatherings
  for each row when (old.state <> new.state or old.starts_at <> new.starts_at or old.ends_at <> new.ends_at)
  execute function private.follow_gathering();

create function private.forget_mail_about_signup() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.messages m where m.organization_id = old.organization_id and m.about = old.id;
  return null;
end $$;
comment on function private.forget_mail_about_signup() is
  'Mail about somebody goes with them: what waits, what was sent, and the copy in the demonstration''s mailbox.';
create trigger signups_forget_mail after delete on public.signups
  for each row execute function private.forget_mail_about_signup();

-- ── sealed: signup-pages.sql

-- What pages about sign-ups show: to the public whether there is room, to hosts counts, to each organization its own people.

create function private.host_part(owner uuid, gathering uuid, host uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return case when host = owner then 'owner' else (
    select h.part::text from public.hostings h
    where h.organization_id = owner and h.gathering_id = gathering and h.host_id = host and h.state = 'accepted'
  ) end;
end $$;
comment on function private.host_part(uuid, uuid, uuid) is
  'What an organization is to a gathering: owner, co_host, promoter, or null. Not for the API.';

create function private.signup_of(gathering uuid, owner uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  list public.signup_lists;
  held public.gatherings;
begin
  select l.* into list from public.signup_lists l where l.organization_id = owner and l.gathering_id = gathering;
  if not found then
    return null;
  end if;
  select g.* into held from public.gatherings g where g.organization_id = owner and g.id = gathering;
  return jsonb_build_object(
    'problem', private.signup_problem(list, held),
    'room', (private.next_in_line(list)).id is null and private.fits(list, 1),
    'headcount', case when list.headcount_public then private.taken_seats(list) end,
    'hosts', (
      select coalesce(jsonb_agg(o.label || jsonb_build_object(
        'reads_people', o.id = any (private.my_organizations('signups.read'))
      ) order by o.slug), '[]')
      from private.organization_labels o
      where o.id = any (private.my_organizations('gatherings.read')) and private.host_part(owner, gathering, o.id) is not null
    )
  );
end $$;
comment on function private.signup_of(uuid, uuid) is
  'What everyone who sees a gathering may know of its list: whether one can sign up (else why not), whether there is room or a queue, how many come where that is public; and as which of their own organizations the caller spreads the link. Null without a list. Whoever calls has read the gathering''s card.';
grant execute on function private.signup_of(uuid, uuid) to anon, authenticated;

create function private.signup_form(gathering uuid, owner uuid, via text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select private.signup_of(gathering, owner) - 'hosts' || jsonb_build_object(
      'organization', (select o.label from private.organization_labels o where o.id = private.host_named(owner, gathering, via)),
      'delete_at', g.ends_at + make_interval(days => l.keep_days)
    )
    from public.gatherings g
    join public.signup_lists l on l.organization_id = g.organization_id and l.gathering_id = g.id
    where g.organization_id = owner and g.id = gathering
  );
end $$;
comment on function private.signup_form(uuid, uuid, text) is 'See public.signup_form, which asks whether the caller sees the gathering.';
grant execute on function private.signup_form(uuid, uuid, text) to anon, authenticated;

create function public.signup_form(gathering_id uuid, via text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.card || jsonb_build_object('signup', private.signup_form(
      c.id, c.organization_id, private.known_slug(signup_form.via)
    ))
    from private.gathering_cards c where c.id = signup_form.gathering_id
  );
end $$;
comment on function public.signup_form(uuid, text) is
  'What the page for signing up says: the gathering, whether there is room, which organization will see who comes, until when it is kept ("signup" is null without a list). Null where the caller does not see the gathering, whatever link they have.';

create function private.signup_totals(gathering uuid, host uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  list public.signup_lists;
  part text;
begin
  select l.* into list from public.signup_lists l where l.gathering_id = gathering;
  part := private.host_part(list.organization_id, gathering, host);
  if part is null or not host = any (private.my_organizations('signups.read')) then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'coming', coalesce(sum(s.seats) filter (where s.state = 'coming'), 0),
      'waiting', coalesce(sum(s.seats) filter (where s.state = 'waiting'), 0),
      'cancelled', count(*) filter (where s.state = 'cancelled'),
      'capacity', case when part <> 'promoter' then list.capacity end,
      'left', case when part <> 'promoter' then greatest(0, list.capacity - private.taken_seats(list)) end,
      'needs', (
        select coalesce(jsonb_object_agg(n.need, n.many), '{}') from (
          select need, count(*) as many from public.signups c, unnest(c.needs) as need
          where c.gathering_owner_id = list.organization_id and c.gathering_id = gathering and c.state = 'coming'
            and c.delete_at > now() and (part <> 'promoter' or c.organization_id = host)
          group by need
        ) n
      ),
      'languages', (
        select coalesce(jsonb_object_agg(n.language, n.many), '{}') from (
          select c.language, sum(c.seats) as many from public.signups c
          where c.gathering_owner_id = list.organization_id and c.gathering_id = gathering and c.state = 'coming'
            and c.delete_at > now() and (part <> 'promoter' or c.organization_id = host)
          group by c.language
        ) n
      )
    )
    from public.signups s
    where s.gathering_owner_id = list.organization_id and s.gathering_id = gathering and s.delete_at > now()
      and (part <> 'promoter' or s.organization_id = host)
  );
end $$;
comment on function private.signup_totals(uuid, uuid) is
  'How many come and wait, what they need and which languages they speak, without names: of everybody for the owner and co-hosts, of their own people for who spreads the word. Null for an organization that holds no part of the gathering.';
grant execute on function private.signup_totals(uuid, uuid) to authenticated;

create function public.gathering_signups(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  card jsonb;
  totals jsonb;
  people jsonb;
begin
  perform private.require_writer(gathering_signups.organization_id, 'signups.read');
  select c.card into card from private.gathering_cards c where c.id = gathering_signups.gathering_id;
  totals := private.signup_totals(gathering_signups.gathering_id, gathering_signups.organization_id);
  select jsonb_agg(jsonb_build_object(
    'id', s.id, 'name', s.name, 'seats', s.seats, 'language', s.language, 'needs', s.needs, 'contact', s.contact,
    'state', s.state, 'created_at', s.created_at, 'delete_at', s.delete_at,
    'is_ours', s.organization_id = gathering_signups.organization_id,
    'to_call', s.promoted_at is not null and s.told_at is null and s.contact <> '',
    'promoted', s.promoted_at is not null
  ) order by s.state, s.created_at, s.id) into people
  from public.signups s
  where s.gathering_id = gathering_signups.gathering_id and s.state <> 'cancelled' and (
    s.organization_id = gathering_signups.organization_id
    or (s.told_host and s.gathering_owner_id = gathering_signups.organization_id)
  );
  if totals is null and people is null then
    perform private.refuse('not_found', 404);
  end if;
  return jsonb_build_object('gathering', card, 'totals', totals, 'people', coalesce(people, '[]'));
end $$;
comment on function public.gathering_signups(uuid, uuid) is
  'An organization''s own people for a gathering and, for its owner, those who chose to tell it; and the totals of hosts. Who held it once keeps the people alone. Refuses not_found, also where there is nothing of the organization''s.';

grant execute on function public.signup_form(uuid, text) to anon, authenticated;
grant execute on function public.gathering_signups(uuid, uuid) to authenticated;

-- ── sealed: signups.sql

-- Who may see people who signed up, and how seats are given out: in order, never more than there are, no party split.

-- Not granted: the place in the queue, which counts other organizations' people. After delete_at a row is out of
-- everybody's sight, whether or not the worker has been there.
grant select (
  id, organization_id, gathering_owner_id, gathering_id, name, seats, language, needs, contact, told_host, state,
  created_at, promoted_at, told_at, delete_at
) on public.signups to authenticated;
create policy signups_select_own on public.signups
  for select to authenticated
  using (delete_at > now() and (
    organization_id = any ((select private.my_organizations('signups.read'))::uuid[])
    or (told_host and gathering_owner_id = any ((select private.my_organizations('signups.read'))::uuid[]))
  ));

-- No insert, update or delete: people sign up, change and cancel by functions, and the worker deletes.

create function private.taken_seats(list public.signup_lists) returns integer
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(sum(s.seats), 0) from public.signups s
    where s.gathering_owner_id = list.organization_id and s.gathering_id = list.gathering_id and s.state = 'coming'
      and s.delete_at > now()
  );
end $$;
comment on function private.taken_seats(public.signup_lists) is 'How many seats are taken. Not for the API.';

create function private.next_in_line(list public.signup_lists) returns public.signups
language plpgsql stable set search_path = '' as $$
declare
  first_ public.signups;
begin
  -- Who could not come even if nobody else did holds nobody up.
  select s.* into first_ from public.signups s
  where s.gathering_owner_id = list.organization_id and s.gathering_id = list.gathering_id and s.state = 'waiting'
    and (list.capacity is null or s.seats <= list.capacity)
  order by s.place limit 1;
  return first_;
end $$;
comment on function private.next_in_line(public.signup_lists) is 'Who is promoted next; a row of nulls when nobody waits. Not for the API.';

create function private.fits(list public.signup_lists, seats integer) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return list.capacity is null or private.taken_seats(list) + fits.seats <= list.capacity;
end $$;
comment on function private.fits(public.signup_lists, integer) is 'Whether so many more can come. Not for the API.';

create function private.hold_list(owner uuid, gathering uuid) returns public.signup_lists
language plpgsql set search_path = '' as $$
declare
  list public.signup_lists;
begin
  -- A cancellation waits here for sign-ups under way, and they for it: each sees what the other did.
  perform from public.gatherings g where g.organization_id = owner and g.id = gathering for share;
  select l.* into list from public.signup_lists l
  where l.organization_id = owner and l.gathering_id = gathering for update;
  return list;
end $$;
comment on function private.hold_list(uuid, uuid) is
  'The list of a gathering, held together with the gathering until the transaction ends, always in this order; a row of nulls where there is none. Not for the API.';

create function private.promote(list public.signup_lists) returns void
language plpgsql security definer set search_path = '' as $$
declare
  next public.signups;
begin
  if not exists (
    select from public.gatherings g
    where g.organization_id = list.organization_id and g.id = list.gathering_id
      and g.state = 'scheduled' and g.ends_at > now()
  ) then
    return;
  end if;
  loop
    next := private.next_in_line(list);
    exit when next.id is null or not private.fits(list, next.seats);
    update public.signups s set state = 'coming', promoted_at = clock_timestamp(),
      told_at = case when private.write_to_signed_up(next, 'signup_promoted') then clock_timestamp() end
    where s.id = next.id;
  end loop;
end $$;
comment on function private.promote(public.signup_lists) is
  'Gives free seats to who waits, in order, and tells them. Whoever calls holds the list. Not for the API.';

create function private.read_answers(answers jsonb) returns public.signups
language plpgsql stable set search_path = '' as $$
declare
  said public.signups;
begin
  said.name := private.tidy_line(answers ->> 'name', 'name', 80, true);
  if coalesce(answers ->> 'seats', '') !~ '^[0-9]{1,9}$' or (answers ->> 'seats')::integer < 1 then
    perform private.refuse('number_between', 422, 'seats', jsonb_build_object('minimum', 1, 'maximum', 20));
  elsif (answers ->> 'seats')::integer > 20 then
    perform private.refuse('party_too_large', 422, 'seats', jsonb_build_object('maximum', 20));
  elsif not coalesce(core.is_language(answers ->> 'language'), false) then
    perform private.refuse('choose_one', 422, 'language');
  elsif jsonb_typeof(coalesce(answers -> 'needs', '[]')) <> 'array' then
    perform private.refuse('not_understood', 422, 'needs');
  end if;
  said.seats := answers ->> 'seats';
  said.language := answers ->> 'language';
  said.needs := array(
    select n.need from unnest(array['interpretation', 'access', 'childcare', 'ride']) as n(need)
    where coalesce(answers -> 'needs', '[]') ? n.need
  );
  if cardinality(said.needs) <> jsonb_array_length(coalesce(answers -> 'needs', '[]')) then
    perform private.refuse('not_understood', 422, 'needs');
  end if;
  said.contact := private.tidy_line(answers ->> 'contact', 'contact', 120);
  said.told_host := coalesce((answers ->> 'told_host')::boolean, false);
  return said;
end $$;
comment on function private.read_answers(jsonb) is
  'What somebody who signs up says of themselves. Whatever else they say is not taken down. Not for the API.';

create function private.return_code(submission_id uuid) returns text
language sql immutable set search_path = '' as $$
  select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (bits.n >> (5 * at) & 31)::integer, 1), '' order by at)
  from (
    select ('x' || encode(substr(sha256(convert_to('return code ' || submission_id, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint as n
  ) as bits, generate_series(0, 11) as at
$$;
comment on function private.return_code(uuid) is
  'The code that a submission comes to: 60 bits in letters that are not taken for one another (Crockford''s base 32). A form sent twice is answered with one code, though the code itself is not kept. Not for the API.';

create function private.signup_of_code(code text) returns public.signups
language plpgsql stable security definer set search_path = '' as $$
declare
  plain constant text := case when code ~ '^[0-9a-f]{64}$' then code
    else translate(upper(regexp_replace(coalesce(code, ''), '[\s-]', '', 'g')), 'OILU', '011V') end;
  found_ public.signups;
begin
  select s.* into found_ from private.return_codes c join public.signups s on s.id = c.signup_id
  where c.code_hash = private.token_hash(plain) and s.delete_at > now();
  return found_;
end $$;
comment on function private.signup_of_code(text) is
  'Whose code this is, written with or without spaces and hyphens, or the token of a mailed link; a row of nulls for any other. Not for the API.';

create function private.host_named(owner uuid, gathering uuid, via text) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((
    select h.host_id from public.hostings h join public.organizations o on o.id = h.host_id
    where h.organization_id = owner and h.gathering_id = gathering and h.state = 'accepted' and o.slug = via
  ), owner);
end $$;
comment on function private.host_named(uuid, uuid, text) is
  'Through whose link somebody comes: an organization that holds the gathering or spreads the word for it, else its owner. Not for the API.';

create function private.known_slug(slug text) returns text
language plpgsql stable set search_path = '' as $$
begin
  return (select o.slug from public.organizations o where o.slug = known_slug.slug);
end $$;
comment on function private.known_slug(text) is
  'A slug, where the caller may know of the organization; null for a hidden one as for one that is not there, so that no link tells who holds a gathering.';
grant execute on function private.known_slug(text) to anon, authenticated;

create function private.take_seats(
  secret text, network text, owner uuid, gathering uuid, via text, submission_id uuid, answers jsonb
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  until constant timestamptz := private.count_try(secret, 'signup', network, gathering::text);
  code constant text := private.return_code(take_seats.submission_id);
  host uuid;
  said public.signups;
  known public.signups;
  list public.signup_lists;
  held public.gatherings;
  problem text;
begin
  if until is not null then
    return jsonb_build_object('problem', 'held_back', 'minutes', private.minutes_until(until));
  end if;
  said := private.read_answers(answers);
  list := private.hold_list(owner, gathering);
  select g.* into held from public.gatherings g where g.organization_id = owner and g.id = gathering;
  if list.gathering_id is null then
    perform private.refuse('not_found', 404);
  end if;

  known := private.signup_of_code(code);
  if known.id is not null then
    if known.gathering_id <> gathering or (known.state <> 'cancelled' and
      (known.name, known.seats, known.language, known.needs, known.contact, known.told_host)
        is distinct from (said.name, said.seats, said.language, said.needs, said.contact, said.told_host))
    then
      perform private.refuse('signup_sent_already', 409);
    end if;
    return jsonb_build_object('code', code, 'state', known.state, 'delete_at', known.delete_at);
  end if;

  problem := private.signup_problem(list, held);
  host := private.host_named(owner, gathering, via);
  if problem is not null then
    perform private.refuse(problem, 409);
  -- Whoever was told that one organization sees them is not handed to another, should its hosting have ended meanwhile.
  elsif answers ->> 'seen_by' <> (select o.slug from public.organizations o where o.id = host) then
    perform private.refuse('seen_by_another', 409);
  elsif said.seats > list.capacity then
    perform private.refuse('party_too_large', 422, 'seats', jsonb_build_object('maximum', list.capacity));
  end if;
  said.state := case
    when (private.next_in_line(list)).id is null and private.fits(list, said.seats) then 'coming' else 'waiting' end;
  insert into public.signups as s (
    organization_id, gathering_owner_id, gathering_id, name, seats, language, needs, contact, told_host, state, place, delete_at
  ) values (
    host, owner, gathering,
    said.name, said.seats, said.language, said.needs, said.contact, said.told_host, said.state, 1 + coalesce((
      select max(last.place) from public.signups last
      where last.gathering_owner_id = owner and last.gathering_id = gathering
    ), 0),
    held.ends_at + make_interval(days => list.keep_days)
  ) returning s.* into known;
  insert into private.return_codes (code_hash, signup_id) values (private.token_hash(code), known.id);
  perform private.write_to_signed_up(known, 'signup_confirmed');
  return jsonb_build_object('code', code, 'state', known.state, 'delete_at', known.delete_at);
end $$;
comment on function private.take_seats(text, text, uuid, uuid, text, uuid, jsonb) is 'See public.sign_up, which asks whether the caller sees the gathering.';
grant execute on function private.take_seats(text, text, uuid, uuid, text, uuid, jsonb) to anon, authenticated;

create function public.sign_up(
  secret text, network text, gathering_id uuid, via text, submission_id uuid, answers jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  owner uuid;
begin
  select g.organization_id into owner from public.gatherings g where g.id = sign_up.gathering_id;
  if not found then
    perform private.refuse('not_found', 404);
  elsif sign_up.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  return private.take_seats(
    sign_up.secret, sign_up.network, owner, sign_up.gathering_id, private.known_slug(sign_up.via), sign_up.submission_id,
    sign_up.answers
  );
end $$;
comment on function public.sign_up(text, text, uuid, text, uuid, jsonb) is
  'For web processes: signs somebody up for a gathering that the caller sees (answers: name, seats, language, needs, contact, told_host; and seen_by, the slug of the organization that the page named) and answers with the return code, once and for all repetitions of a submission, and whether they come or wait. Answers {"problem": "held_back"} after too many tries. Refuses not_allowed without the secret, not_found, signups_closed, gathering_cancelled, gathering_over, party_too_large, seen_by_another, signup_sent_already.';
grant execute on function public.sign_up(text, text, uuid, text, uuid, jsonb) to anon, authenticated;

-- ── sealed: tally.sql

-- How many came: presses of one button, by organization, without a person.

create function private.count_presses(organization_id uuid, gathering_id uuid, presses jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  uuid_pattern constant text := '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  gathering record;
begin
  perform private.require_writer(count_presses.organization_id, 'members.read');
  select g.id, g.organization_id, g.starts_at, g.ends_at, g.state into gathering
  from public.gatherings g
  where g.id = count_presses.gathering_id and private.hosts(count_presses.organization_id, g.organization_id, g.id);
  if not found then
    perform private.refuse('not_found', 404);
  elsif now() < gathering.starts_at - interval '12 hours' or now() > gathering.ends_at + interval '3 days'
    or gathering.state <> 'scheduled'
  then
    perform private.refuse('tally_closed', 409);
  elsif jsonb_typeof(presses) is distinct from 'array' or jsonb_array_length(presses) not between 1 and 500 or exists (
    select from jsonb_array_elements(presses) as p(press)
    where coalesce(p.press ->> 'id', '') !~ uuid_pattern or coalesce(p.press ->> 'amount', '') !~ '^(-1|[1-9])$'
  ) then
    perform private.refuse('not_understood', 422);
  end if;
  insert into private.tally_presses (organization_id, owner_id, gathering_id, press_id, amount)
  select distinct on (p.press ->> 'id')
    count_presses.organization_id, gathering.organization_id, gathering.id, (p.press ->> 'id')::uuid, (p.press ->> 'amount')::smallint
  from jsonb_array_elements(presses) as p(press)
  order by p.press ->> 'id'
  on conflict on constraint tally_presses_counted_once do nothing;
  return private.tally_of(count_presses.organization_id, gathering.organization_id, gathering.id);
end $$;
comment on function private.count_presses(uuid, uuid, jsonb) is
  'Counts up to 500 presses [{"id": uuid, "amount": 1..9 or -1}], each once however often it is sent, for members of an organization that holds the gathering; from twelve hours before it starts until three days after it ended (tally_closed otherwise).';

create function public.count_presses(organization_id uuid, gathering_id uuid, presses jsonb) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.count_presses(count_presses.organization_id, count_presses.gathering_id, presses);
end $$;
comment on function public.count_presses(uuid, uuid, jsonb) is 'As private.count_presses; answers with the tally as it is then.';

create function private.tally_of(organization uuid, owner uuid, gathering uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'own', coalesce(sum(c.counted) filter (where c.organization_id = organization), 0),
      'total', coalesce(sum(c.counted), 0),
      'at', now()
    )
    from (
      -- What one takes back, it takes from its own count and from nobody else's.
      select p.organization_id, greatest(sum(p.amount), 0) as counted
      from private.tally_presses p where p.owner_id = owner and p.gathering_id = gathering
      group by p.organization_id
    ) c
  );
end $$;
comment on function private.tally_of(uuid, uuid, uuid) is
  'How many an organization counted at a gathering, and how many all its hosts did. Called by functions that have asked who the caller is.';

create function private.tally_page(organization_id uuid, gathering_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if not tally_page.organization_id = any (private.my_organizations('gatherings.read')) then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'id', g.id, 'title', g.title, 'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
      'open', g.state = 'scheduled' and now() between g.starts_at - interval '12 hours' and g.ends_at + interval '3 days',
      'counts', tally_page.organization_id = any (private.my_organizations('members.read')),
      'tally', private.tally_of(tally_page.organization_id, g.organization_id, g.id)
    )
    from public.gatherings g
    where g.id = tally_page.gathering_id and private.hosts(tally_page.organization_id, g.organization_id, g.id)
  );
end $$;
comment on function private.tally_page(uuid, uuid) is
  'What the page that counts shows to people of an organization that holds the gathering. Null for anyone else.';

create function public.tally_page(organization_id uuid, gathering_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.tally_page(tally_page.organization_id, tally_page.gathering_id);
end $$;
comment on function public.tally_page(uuid, uuid) is 'As private.tally_page.';

grant execute on function
  private.count_presses(uuid, uuid, jsonb), public.count_presses(uuid, uuid, jsonb),
  private.tally_page(uuid, uuid), public.tally_page(uuid, uuid)
  to authenticated;

-- ── sealed: text.sql

-- What writers' texts become before they are stored: composed form, no control characters, within their limits.
-- The constraints of core hold the same; these functions name the field and the limit instead of a constraint.

create function private.without_unseen(value text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(value, '[\u061c\u200b\u200e\u200f\u2060-\u2064\U000e0000-\U000e007f]', '', 'g')
$$;
comment on function private.without_unseen(text) is
  'Without marks of direction, zero-width spaces and tags: they come along with pasted text, and make two names look like one.';

create function private.tidy_line(value text, field text, max_length integer, is_required boolean default false)
returns text
language plpgsql immutable set search_path = '' as $$
declare
  tidy text := btrim(regexp_replace(private.without_unseen(normalize(coalesce(value, ''), nfc)), '\s+', ' ', 'g'));
begin
  if not core.is_visible(tidy) then
    if is_required then
      perform private.refuse('required', 422, field);
    end if;
    return '';
  elsif char_length(tidy) > max_length then
    perform private.refuse('too_long', 422, field, jsonb_build_object('maximum', max_length));
  elsif not core.is_plain(tidy, false) then
    perform private.refuse('not_plain_text', 422, field);
  end if;
  return tidy;
end $$;
comment on function private.tidy_line(text, text, integer, boolean) is
  'One line: composed, space collapsed and trimmed. Refuses what is missing, too long, or carries control characters.';

create function private.tidy_paragraph(value text, field text, max_length integer, is_required boolean default false)
returns text
language plpgsql immutable set search_path = '' as $$
declare
  tidy text := regexp_replace(private.without_unseen(normalize(coalesce(value, ''), nfc)), '\r\n?', E'\n', 'g');
begin
  tidy := regexp_replace(replace(tidy, E'\t', ' '), '^\s+|\s+$', '', 'g');
  if not core.is_visible(tidy) then
    if is_required then
      perform private.refuse('required', 422, field);
    end if;
    return '';
  elsif char_length(tidy) > max_length then
    perform private.refuse('too_long', 422, field, jsonb_build_object('maximum', max_length));
  elsif not core.is_plain(tidy, true) then
    perform private.refuse('not_plain_text', 422, field);
  end if;
  return tidy;
end $$;
comment on function private.tidy_paragraph(text, text, integer, boolean) is
  'Several lines: composed, line ends as line feeds, trimmed. Refuses like private.tidy_line.';

create function private.tidy_texts(
  value jsonb, field text, max_length integer, is_required boolean default false, multiline boolean default false
) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  entry record;
  tidy text;
  result jsonb := '{}';
begin
  if jsonb_typeof(coalesce(value, '{}')) <> 'object' then
    perform private.refuse('not_understood', 422, field);
  end if;
  for entry in select e.tag, e.item from jsonb_each(coalesce(value, '{}')) as e(tag, item) loop
    if not core.is_language(entry.tag) or jsonb_typeof(entry.item) not in ('string', 'null') then
      perform private.refuse('not_understood', 422, field);
    end if;
    tidy := case when multiline
      then private.tidy_paragraph(entry.item #>> '{}', field || '.' || entry.tag, max_length)
      else private.tidy_line(entry.item #>> '{}', field || '.' || entry.tag, max_length) end;
    if tidy <> '' then
      result := result || jsonb_build_object(entry.tag, tidy);
    end if;
  end loop;
  if is_required and result = '{}' then
    perform private.refuse('required', 422, field);
  elsif (select count(*) from jsonb_object_keys(result)) > 10 then
    perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', 10));
  end if;
  return result;
end $$;
comment on function private.tidy_texts(jsonb, text, integer, boolean, boolean) is
  'One text in several languages; languages left empty are dropped. Field names follow the form: title.ko.';

create function private.tidy_languages(tags text[], field text) returns text[]
language plpgsql immutable set search_path = '' as $$
declare
  result text[] := array(
    select l.tag from unnest(tags) with ordinality as l(tag, place)
    where l.tag is not null group by l.tag order by min(l.place)
  );
begin
  if cardinality(result) > 20 then
    perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', 20));
  elsif not core.are_languages(result) then
    perform private.refuse('not_understood', 422, field);
  end if;
  return result;
end $$;
comment on function private.tidy_languages(text[], text) is 'Language tags, each once, in the order given.';

create function private.tidy_lines(lines text[], field text, max_count integer, max_length integer) returns text[]
language plpgsql immutable set search_path = '' as $$
declare
  result text[] := array(
    select tidy.line from (
      select private.tidy_line(l.line, field, max_length) as line, l.place from unnest(lines) with ordinality as l(line, place)
    ) tidy where tidy.line <> '' group by tidy.line order by min(tidy.place)
  );
begin
  if cardinality(result) > max_count then
    perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', max_count));
  end if;
  return result;
end $$;
comment on function private.tidy_lines(text[], text, integer, integer) is 'A list of lines, each once, in the order given; empty ones are dropped.';

create function private.tidy_link(value text, field text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  tidy constant text := private.tidy_line(value, field, 500);
begin
  if tidy <> '' and not core.is_web_link(tidy) then
    perform private.refuse('link_not_understood', 422, field);
  end if;
  return tidy;
end $$;
comment on function private.tidy_link(text, text) is 'An address of a web page of others, or nothing; never one that runs something.';

grant execute on function
  private.tidy_lines(text[], text, integer, integer), private.tidy_link(text, text),
  private.without_unseen(text),
  private.tidy_line(text, text, integer, boolean),
  private.tidy_paragraph(text, text, integer, boolean),
  private.tidy_texts(jsonb, text, integer, boolean, boolean),
  private.tidy_languages(text[], text)
  to authenticated;

-- ── sealed: time.sql

-- The one home of time: an instant is derived here from wall time, zone and fold, and nowhere else.

create function private.instants_of(wall timestamp, zone text) returns timestamptz[]
language plpgsql immutable set search_path = '' as $$
declare
  as_utc timestamptz := wall at time zone 'UTC';
  -- In hours: a day would be one of the session's zone, which may have 23 or 25.
  offset_before interval := ((as_utc - interval '24 hours') at time zone zone) - (wall - interval '24 hours');
  offset_after interval := ((as_utc + interval '24 hours') at time zone zone) - (wall + interval '24 hours');
begin
  return array(
    select distinct candidate.instant
    from (values (as_utc - offset_before), (as_utc - offset_after)) as candidate(instant)
    where candidate.instant at time zone zone = wall
    order by candidate.instant
  );
end $$;
comment on function private.instants_of(timestamp, text) is
  'The instants at which the clocks of a zone show this wall time: none in a skipped hour, two in a repeated one. Tries the offsets in force a day before and a day after, and keeps those that lead back to the same wall time.';

create function private.instant_of(wall timestamp, zone text, fold smallint, field text) returns timestamptz
language plpgsql immutable set search_path = '' as $$
declare
  instants timestamptz[];
begin
  if wall is null then
    perform private.refuse('required', 422, field);
  elsif wall < '2000-01-01' or wall >= '2100-01-01' then
    perform private.refuse('out_of_range', 422, field);
  elsif fold not in (0, 1) then
    perform private.refuse('not_understood', 422, field);
  end if;

  instants := private.instants_of(wall, zone);
  if cardinality(instants) = 0 then
    perform private.refuse('local_time_skipped', 422, field);
  elsif cardinality(instants) = 2 and fold is null then
    perform private.refuse('local_time_repeated', 422, field);
  end if;
  return instants[case when cardinality(instants) = 2 then fold + 1 else 1 end];
end $$;
comment on function private.instant_of(timestamp, text, smallint, text) is
  'The one instant a wall time means. Refuses a skipped hour, and a repeated one without a fold (0 the earlier, 1 the later).';

create function private.occurrences_of(walls timestamp[], lasting interval, zone text)
returns table (starts_local timestamp, starts_fold smallint, ends_local timestamp, ends_fold smallint)
language plpgsql immutable set search_path = '' as $$
declare
  starts timestamptz[];
  ends timestamptz[];
begin
  foreach starts_local in array walls loop
    starts := private.instants_of(starts_local, zone);
    continue when cardinality(starts) = 0;
    starts_fold := case when cardinality(starts) = 2 then 0 end;
    ends_local := starts_local + lasting;
    ends := private.instants_of(ends_local, zone);
    ends_fold := null;
    if cardinality(ends) <> 1 then
      -- In seconds: a day would be one of the session's zone.
      ends_local := (starts[1] + make_interval(secs => extract(epoch from lasting))) at time zone zone;
      ends_fold := array_position(
        private.instants_of(ends_local, zone), starts[1] + make_interval(secs => extract(epoch from lasting))
      ) - 1;
    end if;
    return next;
  end loop;
end $$;
comment on function private.occurrences_of(timestamp[], interval, text) is
  'When occurrences that start at these wall times are: none where the clocks skip the start, the earlier where they show it twice. Each ends as long after on the clock; where the clocks skip or repeat that end, after its exact length.';

grant execute on function
  private.instants_of(timestamp, text), private.instant_of(timestamp, text, smallint, text),
  private.occurrences_of(timestamp[], interval, text)
  to authenticated;

create function public.list_time_zones() returns text[]
language plpgsql stable set search_path = '' as $$
begin
  return array(select z.name from core.time_zones z order by z.name);
end $$;
comment on function public.list_time_zones() is 'The time zones a wall time may stand in.';
grant execute on function public.list_time_zones() to anon, authenticated;

-- ── sealed: truth-disagreements.sql

-- Where another source says something else than the card: seen by its owner's people and, of what they see, by the
-- coalition; settled by its owner.

grant select (organization_id, service_id, field, source, theirs, noted_at) on public.service_disagreements to authenticated;
create policy service_disagreements_select_coalition on public.service_disagreements
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or (
      organization_id = any ((select private.my_fellow_organizations())::uuid[])
      and exists (
        select from public.services s
        where s.organization_id = service_disagreements.organization_id and s.id = service_disagreements.service_id
      )
      and (field <> 'place' or exists (
        select from public.service_at_locations l
        where l.organization_id = service_disagreements.organization_id and l.service_id = service_disagreements.service_id
      ))
    )
  );

grant delete on public.service_disagreements to authenticated;
create policy service_disagreements_delete_editor on public.service_disagreements
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- No insert or update: what another source says is noted where it is read.

create function private.note_disagreement(
  organization_id uuid, service_id uuid, field text, ours jsonb, theirs jsonb, source text
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not note_disagreement.organization_id = any (private.my_organizations('resources.write')) or not exists (
    select from public.services s
    where s.organization_id = note_disagreement.organization_id and s.id = note_disagreement.service_id
  ) then
    return;
  elsif ours is not distinct from theirs or theirs is null then
    delete from public.service_disagreements d
    where d.organization_id = note_disagreement.organization_id and d.service_id = note_disagreement.service_id
      and d.field = note_disagreement.field and d.source = note_disagreement.source;
    return;
  end if;
  insert into public.service_disagreements as d (organization_id, service_id, field, source, theirs)
  values (
    note_disagreement.organization_id, note_disagreement.service_id, note_disagreement.field,
    private.tidy_line(note_disagreement.source, 'source', 120, true), note_disagreement.theirs
  )
  on conflict on constraint service_disagreements_one_per_source
  do update set theirs = excluded.theirs, noted_at = now() where d.theirs <> excluded.theirs;
end $$;
comment on function private.note_disagreement(uuid, uuid, text, jsonb, jsonb, text) is
  'Notes what another source says of a field that was written by hand, once per source; the newest counts. Nothing where both say the same, or where the caller may not write the service.';
grant execute on function private.note_disagreement(uuid, uuid, text, jsonb, jsonb, text) to authenticated;

-- ── sealed: truth-facts.sql

-- One fact of a service by itself: what it is now, what somebody says that it should be, and how that is written.

create function private.facts_of_card() returns text[]
language sql immutable set search_path = '' as $$
  select array['name', 'description', 'eligibility', 'phones', 'schedules', 'staff_languages', 'cost', 'state']
$$;
comment on function private.facts_of_card() is 'The facts of a card that others may say are different.';

create function private.fact_of(service_id uuid, field text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  page constant jsonb := public.read_service(fact_of.service_id);
begin
  return case fact_of.field
    when 'place' then (
      select jsonb_build_object(
        'address_1', l.entry -> 'address_1', 'address_2', l.entry -> 'address_2', 'city', l.entry -> 'city',
        'region', l.entry -> 'region', 'postal_code', l.entry -> 'postal_code'
      ) from (select page #> '{place,locations,0}' as entry) l where l.entry is not null
    )
    when 'terms' then (select jsonb_agg(t.entry -> 'id') from jsonb_array_elements(page -> 'terms') as t(entry))
    else page -> fact_of.field end;
end $$;
comment on function private.fact_of(uuid, text) is 'What one field of a service is now, as its reader sees it; null where they may not.';

create function private.mark_of(fact jsonb) returns text
language sql immutable set search_path = '' as $$
  select encode(substr(sha256(convert_to(coalesce(fact, 'null')::text, 'UTF8')), 1, 12), 'hex')
$$;
comment on function private.mark_of(jsonb) is
  'Tells one value of a fact from another: whoever corrects it says which they saw. Counts nothing that its reader does not see.';

create function private.read_hours(value jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  entry record;
  hours jsonb := '[]';
begin
  if jsonb_typeof(value) is distinct from 'array' or jsonb_array_length(value) > 28 then
    perform private.refuse('not_understood', 422, 'value');
  end if;
  for entry in select h.* from jsonb_to_recordset(value) as h(weekdays smallint[], opens_minute smallint, closes_minute smallint) loop
    if not coalesce(
      cardinality(entry.weekdays) between 1 and 7 and entry.weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]
      and entry.opens_minute between 0 and 1439
      and entry.closes_minute > entry.opens_minute and entry.closes_minute <= entry.opens_minute + 1440, false
    ) then
      perform private.refuse('not_understood', 422, 'value');
    end if;
    hours := hours || jsonb_build_object(
      'weekdays', entry.weekdays, 'opens_minute', entry.opens_minute, 'closes_minute', entry.closes_minute
    );
  end loop;
  return hours;
exception when data_exception then
  perform private.refuse('not_understood', 422, 'value');
end $$;
comment on function private.read_hours(jsonb) is 'Opening hours as somebody suggests them; refuses what no week has.';

create function private.read_fact(field text, value jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  tidy jsonb;
begin
  case field
  when 'name', 'description', 'eligibility' then
    tidy := private.tidy_texts(value, 'value', case field when 'name' then 160 when 'description' then 4000 else 1000 end, true, field <> 'name');
  when 'phones' then
    tidy := jsonb_build_array(jsonb_build_object(
      'number', private.tidy_line(value #>> '{0,number}', 'value', 40, true),
      'extension', private.tidy_line(value #>> '{0,extension}', 'value', 10)
    ));
    if tidy #>> '{0,number}' !~ '^(\+[1-9][0-9]{6,14}|[0-9]{3,6})$' or tidy #>> '{0,extension}' !~ '^[0-9]*$' then
      perform private.refuse('phone_not_understood', 422, 'value');
    end if;
  when 'schedules' then
    tidy := private.read_hours(value);
  when 'staff_languages' then
    if jsonb_typeof(value) is distinct from 'array' or value = '[]' then
      perform private.refuse('choose_one', 422, 'value');
    end if;
    tidy := to_jsonb(private.tidy_languages(array(select l.tag from jsonb_array_elements_text(value) as l(tag)), 'value'));
  when 'cost', 'state' then
    if not coalesce(value #>> '{}' = any (
      case field when 'cost' then array['free', 'sliding', 'paid'] else array['active', 'paused', 'closed'] end
    ), false) then
      perform private.refuse('choose_one', 422, 'value');
    end if;
    tidy := value;
  when 'place' then
    tidy := jsonb_build_object(
      'address_1', private.tidy_line(value ->> 'address_1', 'value', 160, true),
      'address_2', private.tidy_line(value ->> 'address_2', 'value', 160),
      'city', private.tidy_line(value ->> 'city', 'value', 80),
      'region', private.tidy_line(value ->> 'region', 'value', 80),
      'postal_code', private.tidy_line(value ->> 'postal_code', 'value', 20)
    );
  else
    perform private.refuse('choose_one', 422, 'field');
  end case;
  return tidy;
end $$;
comment on function private.read_fact(text, jsonb) is 'What somebody says that a fact should be, tidied. Refuses what its field cannot be, in its form''s field "value".';

create function private.content_of(service_id uuid, field text, value jsonb, publish boolean) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  page constant jsonb := public.read_service(content_of.service_id);
  place constant jsonb := page -> 'place';
begin
  return jsonb_build_object(content_of.field, case content_of.field
    -- One language is corrected; the others stay.
    when 'name' then (page -> 'name') || value
    when 'description' then (page -> 'description') || value
    when 'eligibility' then (page -> 'eligibility') || value
    -- The front door alone.
    when 'phones' then jsonb_build_array(coalesce(page #> '{phones,0}', '{}') || (value -> 0)) || ((page -> 'phones') - 0)
    when 'place' then (place - 'recipients' - 'locations') || jsonb_build_object(
      'locations', jsonb_build_array((place #> '{locations,0}') || value || '{"latitude": null, "longitude": null}') || ((place -> 'locations') - 0),
      'recipients', (select coalesce(jsonb_agg(r.entry -> 'id'), '[]') from jsonb_array_elements(place -> 'recipients') as r(entry)),
      'publish', publish
    )
    else value end);
end $$;
comment on function private.content_of(uuid, text, jsonb, boolean) is
  'A fact as public.revise_service takes it, over what is there now: one language of several, the first of the phones, the first address.';

grant execute on function private.fact_of(uuid, text), private.facts_of_card() to anon, authenticated;
grant execute on function private.mark_of(jsonb), private.content_of(uuid, text, jsonb, boolean)
  to authenticated;

-- ── sealed: truth-mail.sql

-- Mail about the directory: what is due asks its owner's editors, with one press for each entry; and who suggested
-- something hears what came of it.

create function private.asked_on(service public.services) returns date
language sql stable set search_path = '' as $$
  select coalesce(service.verify_by - 14, service.created_at::date + 14)
$$;
comment on function private.asked_on(public.services) is
  'From which day its owner is asked whether a service is still right: two weeks before it is believed no longer, or two weeks after it was listed. Not for the API.';

create function private.due_services(organization_id uuid) returns setof public.services
language sql stable set search_path = '' as $$
  select s.* from public.services s
  where s.organization_id = due_services.organization_id and s.state in ('active', 'paused') and private.asked_on(s) <= current_date
  order by private.asked_on(s), s.id
$$;
comment on function private.due_services(uuid) is 'What an organization lists that somebody should make sure of, longest due first. Not for the API.';

create function private.queue_due_services() returns integer
language plpgsql set search_path = '' as $$
declare
  queued integer;
begin
  insert into public.messages (kind, organization_id, person_id, once)
  select 'services_due', m.organization_id, m.person_id, 'services_due:' || m.person_id || ':' || to_char(now(), 'IYYY-IW')
  from public.memberships m
  join private.role_permissions p on p.role = m.role and p.permission = 'resources.write'
  cross join lateral (
    select coalesce(max(told.queued_at), '-infinity') as at from public.messages told
    where told.kind = 'services_due' and told.organization_id = m.organization_id and told.person_id = m.person_id
      and told.state in ('waiting', 'sent') and told.queued_at > now() - interval '30 days'
  ) last
  where not exists (
    select from public.notification_choices c where c.person_id = m.person_id and c.kind = 'services_due' and not c.wanted
  ) and (
    exists (select from private.due_services(m.organization_id) s where private.asked_on(s) > last.at::date or last.at = '-infinity')
    or exists (
      select from public.service_suggestions s
      where s.organization_id = m.organization_id and s.state = 'open' and s.delete_at > now() and s.made_at > last.at
    )
  )
  on conflict on constraint messages_queued_once do nothing;
  get diagnostics queued = row_count;
  return queued;
end $$;
comment on function private.queue_due_services() is
  'Queues one letter for everyone who may write an organization''s services, where some became due or were suggested otherwise since the last one, or are still due after thirty days; at most one a week. Returns how many.';

create function private.due_facts(message public.messages, token text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  service public.services;
  press text;
  due jsonb := '[]';
  suggestions bigint;
begin
  if not exists (
    select from public.memberships m
    join private.role_permissions p on p.role = m.role and p.permission = 'resources.write'
    where m.organization_id = message.organization_id and m.person_id = message.person_id
  ) then
    return null;
  end if;
  for service in select d.* from private.due_services(message.organization_id) d limit 50 loop
    -- Derived as the letter's own link is: a copy that left before a crash carries the same.
    press := encode(sha256(convert_to('still true ' || token || ' ' || service.id, 'UTF8')), 'hex');
    insert into private.mailed_links (token_hash, kind, person_id, service_owner_id, service_id, expires_at)
    values (private.token_hash(press), 'still_true', message.person_id, service.organization_id, service.id, now() + interval '30 days')
    on conflict on constraint mailed_links_pkey do nothing;
    insert into private.service_reminders (organization_id, service_id) values (service.organization_id, service.id)
    on conflict on constraint service_reminders_one_per_service do nothing;
    due := due || jsonb_build_object('id', service.id, 'name', service.name, 'verify_by', service.verify_by, 'token', press);
  end loop;
  select count(*) into suggestions from public.service_suggestions s
  where s.organization_id = message.organization_id and s.state = 'open' and s.delete_at > now();
  if due = '[]' and suggestions = 0 then
    return null;
  end if;
  return jsonb_build_object(
    'due', due, 'suggestions', suggestions,
    'token', private.make_mailed_link(
      encode(sha256(convert_to('unsubscribe ' || token, 'UTF8')), 'hex'), 'unsubscribe', message.person_id, '90 days', null, message.kind
    )
  );
end $$;
comment on function private.due_facts(public.messages, text) is
  'What a letter about what is due says: each entry with the link of its one press, and how many suggestions wait. Null where there is nothing, or its reader may write no longer.';

create function private.suggestion_facts(message public.messages) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  s public.service_suggestions;
  service public.services;
begin
  select made.* into s from public.service_suggestions made where made.id = message.about and made.state <> 'open';
  select found_.* into service from public.services found_ where found_.id = s.service_id;
  if service.id is null or (message.person_id is null and message.address is null) or (message.person_id is not null and not (
    exists (
      select from public.memberships m where m.organization_id = message.organization_id and m.person_id = message.person_id
    ) and (message.organization_id = service.organization_id or private.fellow_sees(message.organization_id, service))
  )) then
    return null;
  end if;
  return jsonb_strip_nulls(jsonb_build_object(
    'to', message.address, 'language', case when message.person_id is null then s.language end
  )) || jsonb_build_object('suggestion', jsonb_build_object(
    'field', s.field, 'state', s.state,
    -- An address that somebody typed is told no more than everybody may know.
    'service', case when message.person_id is not null or (service.audience = 'everyone' and service.state <> 'draft') then
      jsonb_build_object('id', service.id, 'name', service.name) end
  ));
end $$;
comment on function private.suggestion_facts(public.messages) is
  'What mail about an answered suggestion says: what came of it, and the name of the service where its reader may know it. Null where there is nobody to tell.';

create function private.still_true(token text) returns public.services
language plpgsql stable security definer set search_path = '' as $$
declare
  l constant private.mailed_links := private.open_mailed_link(token);
  service public.services;
begin
  select s.* into service from public.services s
  join public.memberships m on m.organization_id = s.organization_id and m.person_id = l.person_id
  join private.role_permissions p on p.role = m.role and p.permission = 'resources.write'
  where l.kind = 'still_true' and s.organization_id = l.service_owner_id and s.id = l.service_id and s.state in ('active', 'paused');
  return service;
end $$;
comment on function private.still_true(text) is
  'The service that a mailed link speaks of, as long as its reader may write it; a row of nulls otherwise. Not for the API.';

create function private.read_still_true(token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  service constant public.services := private.still_true(token);
begin
  if service.id is null then
    return null;
  end if;
  return jsonb_build_object(
    'id', service.id, 'name', service.name, 'verified_at', service.verified_at, 'verify_by', service.verify_by,
    'time_zone', service.time_zone, 'phone', (
      select p.number from public.service_phones p
      where p.organization_id = service.organization_id and p.service_id = service.id order by p.position limit 1
    ),
    'organization', (select o.slug from public.organizations o where o.id = service.organization_id)
  );
end $$;
comment on function private.read_still_true(text) is 'See public.read_still_true.';
grant execute on function private.read_still_true(text) to anon, authenticated;

create function public.read_still_true(token text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.read_still_true(read_still_true.token);
end $$;
comment on function public.read_still_true(text) is
  'Which service a mailed link says is still right, for whoever holds it. Null for one that is used, expired or unknown, or whose reader may write it no longer.';

create function private.press_still_true(token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  service constant public.services := private.still_true(token);
begin
  perform private.spend_mailed_link(token, array['still_true']::private.link_kind[]);
  if service.id is null then
    perform private.refuse('link_not_valid', 409);
  end if;
  perform set_config('hamkke.still_true', service.id::text, true);
  insert into public.service_verifications (organization_id, service_id, verifier_id, method)
  values (service.organization_id, service.id, service.organization_id, 'owner');
  perform set_config('hamkke.still_true', '', true);
  return (
    select jsonb_build_object('id', s.id, 'verify_by', s.verify_by) from public.services s where s.id = service.id
  );
end $$;
comment on function private.press_still_true(text) is 'See public.press_still_true.';
grant execute on function private.press_still_true(text) to anon, authenticated;

create function public.press_still_true(token text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.press_still_true(press_still_true.token);
end $$;
comment on function public.press_still_true(text) is
  'Says by a mailed link, once, that a service is still as its card tells, for its owner; no account is needed. Refuses link_not_valid.';
grant execute on function public.read_still_true(text), public.press_still_true(text) to anon, authenticated;

-- ── sealed: truth-pages.sql

-- What pages tell of whether the directory is right.

create function private.conflicting_suggestions(organization_id uuid, service_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  ours constant boolean := conflicting_suggestions.organization_id = any (private.my_organizations('resources.read'));
begin
  if not ours and not exists (
    select from public.services s, unnest(private.my_organizations('resources.read')) as mine(id)
    where s.id = conflicting_suggestions.service_id and s.organization_id = conflicting_suggestions.organization_id
      and private.fellow_sees(mine.id, s)
  ) then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('field', c.field, 'values', c.said) order by c.field), '[]') from (
      -- For what anyone may have typed nobody answers: the coalition learns that it was said, its owner what.
      select s.field, jsonb_agg(distinct case when ours or s.suggester_id is not null then s.value end) as said
      from public.service_suggestions s
      where s.organization_id = conflicting_suggestions.organization_id and s.service_id = conflicting_suggestions.service_id
        and s.state = 'open' and s.delete_at > now() and (ours or s.field <> 'place')
      group by s.field having count(distinct s.value) > 1
    ) c
  );
end $$;
comment on function private.conflicting_suggestions(uuid, uuid) is
  'Where open suggestions contradict each other, for the owner''s people and organizations that see the card; nothing of the place, which they may not see, and null for what somebody without an organization said.';
grant execute on function private.conflicting_suggestions(uuid, uuid) to authenticated;

create function private.truth_for_members(service_id uuid, owner uuid, card_state public.service_state) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  mine uuid[];
  writing uuid[];
  fellow boolean;
begin
  if current_user = 'anon' then
    return null;
  end if;
  mine := private.my_organizations('resources.read');
  writing := private.my_organizations('resources.write');
  fellow := owner = any (private.my_fellow_organizations());
  return jsonb_build_object(
    'steward', (
      select o.label || jsonb_build_object('since', t.since) from public.service_stewards t
      join private.organization_labels o on o.id = t.steward_id
      where t.organization_id = owner and t.service_id = truth_for_members.service_id
    ),
    'as', (
      select coalesce(jsonb_agg(o.label || jsonb_build_object(
        'is_owner', o.id = owner,
        'verifies', case when o.id = owner then o.id = any (writing) else o.id = any (private.my_organizations('resources.verify')) end
          and card_state <> 'draft',
        'answers', o.id = any (writing) and (o.id = owner or exists (
          select from public.service_stewards t
          where t.organization_id = owner and t.service_id = truth_for_members.service_id and t.steward_id = o.id
        )),
        'may_take_over', o.id = any (private.stewards_to_be(truth_for_members.service_id))
      ) order by o.id <> owner, o.slug), '[]')
      from private.organization_labels o where fellow and o.id = any (mine)
    ),
    'open', (
      select count(*) from public.service_suggestions s
      where s.organization_id = owner and s.service_id = truth_for_members.service_id and s.state = 'open'
        and (owner = any (mine) or exists (
          select from public.service_stewards t
          where t.organization_id = owner and t.service_id = s.service_id and t.steward_id = any (writing)
        ))
    ),
    'suggested', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'field', s.field, 'value', s.value, 'state', s.state, 'made_at', s.made_at
      ) order by s.made_at desc), '[]')
      from public.service_suggestions s
      where s.organization_id = owner and s.service_id = truth_for_members.service_id and s.suggester_id = any (mine)
    ),
    'conflicts', private.conflicting_suggestions(owner, truth_for_members.service_id),
    'disagreements', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'field', d.field, 'source', d.source, 'theirs', d.theirs, 'noted_at', d.noted_at
      ) order by d.field, d.source), '[]')
      from public.service_disagreements d where d.organization_id = owner and d.service_id = truth_for_members.service_id
    )
  );
end $$;
comment on function private.truth_for_members(uuid, uuid, public.service_state) is
  'What members are told besides: who looks after a service, as which of their organizations they may do what, what contradicts it, and what their organizations suggested. Null for visitors.';
grant execute on function private.truth_for_members(uuid, uuid, public.service_state) to anon, authenticated;

create function public.service_truth(service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', s.id, 'organization_id', s.organization_id, 'name', s.name, 'time_zone', s.time_zone,
      'state', private.truth_state(s.verify_by, s.time_zone), 'verified_at', s.verified_at, 'verify_by', s.verify_by,
      'believed_days', private.believed_days(s.terms),
      'verifications', private.verifications_of(s.organization_id, s.id),
      'members', private.truth_for_members(s.id, s.organization_id, s.state)
    )
    from public.services s where s.id = service_truth.service_id
  );
end $$;
comment on function public.service_truth(uuid) is
  'Whether a service is right: confirmed, due or stale, who made sure when and how, and, for members, who looks after it and what contradicts it. Null alike where it is hidden or absent.';

create function private.verifier_of(verification_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select v.verifier_id from public.service_verifications v
    where v.id = verifier_of.verification_id and v.verifier_id = any (private.my_fellow_organizations())
  );
end $$;
comment on function private.verifier_of(uuid) is 'Which organization made sure, for its own people and its fellows; null for anyone else.';
grant execute on function private.verifier_of(uuid) to authenticated;

create function private.verifications_of(organization_id uuid, service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return (
      select coalesce(jsonb_agg(jsonb_build_object('verified_at', l.verified_at, 'method', l.method, 'organization', null)), '[]') from (
        select v.verified_at, v.method from public.service_verifications v
        where v.organization_id = verifications_of.organization_id and v.service_id = verifications_of.service_id
        order by v.verified_at desc, v.id limit 5
      ) l
    );
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('verified_at', l.verified_at, 'method', l.method, 'organization', l.label)), '[]') from (
      select v.verified_at, v.method, o.label from public.service_verifications v
      left join private.organization_labels o on o.id = private.verifier_of(v.id)
      where v.organization_id = verifications_of.organization_id and v.service_id = verifications_of.service_id
      order by v.verified_at desc, v.id limit 5
    ) l
  );
end $$;
comment on function private.verifications_of(uuid, uuid) is 'Who made sure lately, when and how; the organization for those who may know it.';
grant execute on function private.verifications_of(uuid, uuid) to anon, authenticated;
grant execute on function public.service_truth(uuid) to anon, authenticated;

create function public.suggestion_form(service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', s.id, 'name', s.name,
      'facts', (
        select jsonb_object_agg(f.name, private.fact_of(s.id, f.name))
        from unnest(private.facts_of_card() || array['place']) as f(name)
      ),
      'organizations', private.truth_for_members(s.id, s.organization_id, s.state) -> 'as'
    )
    from public.services s where s.id = suggestion_form.service_id and s.state <> 'draft'
  );
end $$;
comment on function public.suggestion_form(uuid) is
  'What somebody who says that a fact is different starts from: the facts as they see them, and as which of their organizations they may say so. Null where the service is hidden, absent or a draft.';
grant execute on function public.suggestion_form(uuid) to anon, authenticated;

create function public.suggested_changes(service_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  owner uuid;
begin
  perform private.require_writer(suggested_changes.organization_id, 'resources.write');
  select s.organization_id into owner from public.services s
  where s.id = suggested_changes.service_id and (s.organization_id = suggested_changes.organization_id or exists (
    select from public.service_stewards t
    where t.organization_id = s.organization_id and t.service_id = s.id and t.steward_id = suggested_changes.organization_id
  ));
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  return public.service_truth(suggested_changes.service_id) || jsonb_build_object(
    'is_owner', owner = suggested_changes.organization_id,
    'version', case when owner = suggested_changes.organization_id then private.service_version_of(suggested_changes.service_id) end,
    'place_is_public', case when owner = suggested_changes.organization_id then exists (
      select from public.service_at_locations l
      where l.organization_id = owner and l.service_id = suggested_changes.service_id and l.audience = 'everyone'
    ) else false end,
    'facts', (
      select jsonb_object_agg(f.name, jsonb_build_object('now', n.now_, 'mark', private.mark_of(n.now_)))
      from unnest(private.facts_of_card() || array(
        select d.field from public.service_disagreements d where d.organization_id = owner and d.service_id = suggested_changes.service_id
      ) || case when owner = suggested_changes.organization_id then array['place'] else '{}' end) as f(name)
      cross join lateral (select private.fact_of(suggested_changes.service_id, f.name) as now_) n
    ),
    'suggestions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'field', s.field, 'value', s.value, 'reason', s.reason, 'made_at', s.made_at, 'organization', o.label
      ) order by s.field, s.made_at), '[]')
      from public.service_suggestions s left join private.organization_labels o on o.id = s.suggester_id
      where s.service_id = suggested_changes.service_id and s.organization_id = owner and s.state = 'open'
        and (owner = suggested_changes.organization_id or s.field <> 'place')
    )
  );
end $$;
comment on function public.suggested_changes(uuid, uuid) is
  'What others say is different about a service, beside what it says now, for its owner or its steward. Refuses not_found, not_allowed.';

create function public.settle_disagreement(
  service_id uuid, organization_id uuid, field text, source text, take boolean, seen_version integer
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  theirs jsonb;
begin
  perform private.require_writer(settle_disagreement.organization_id, 'resources.write');
  delete from public.service_disagreements d
  where d.organization_id = settle_disagreement.organization_id and d.service_id = settle_disagreement.service_id
    and d.field = settle_disagreement.field and d.source = settle_disagreement.source
  returning d.theirs into theirs;
  if theirs is null then
    perform private.refuse('not_found', 404);
  elsif take and settle_disagreement.field = 'place' then
    perform private.refuse('choose_one', 422);
  elsif take then
    perform public.revise_service(
      settle_disagreement.service_id, settle_disagreement.organization_id, settle_disagreement.seen_version,
      jsonb_build_object(settle_disagreement.field, theirs)
    );
  end if;
  return jsonb_build_object('service_id', settle_disagreement.service_id);
end $$;
comment on function public.settle_disagreement(uuid, uuid, text, text, boolean, integer) is
  'Settles that a source says otherwise, for the owner: takes what it says, over the version that was seen, or leaves the service as it is. Refuses not_found, not_allowed, changed_meanwhile, and what the field is refused.';

create function public.organization_truth(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_truth.organization_id = any (private.my_organizations('resources.read')) then
    return null;
  end if;
  return jsonb_build_object(
    'services', (
      select coalesce(jsonb_agg(l.entry order by l.suggestions = 0, l.verify_by nulls first, l.id), '[]') from (
        select s.id, s.verify_by, n.suggestions, jsonb_build_object(
          'id', s.id, 'name', s.name, 'state', private.truth_state(s.verify_by, s.time_zone), 'verify_by', s.verify_by,
          'suggestions', n.suggestions, 'disagreements', n.disagreements,
          'owner', case when s.organization_id <> organization_truth.organization_id then o.label end, 'steward', t.label
        ) as entry
        from public.services s
        left join public.service_stewards k on k.organization_id = s.organization_id and k.service_id = s.id
        left join private.organization_labels t on t.id = k.steward_id
        left join private.organization_labels o on o.id = s.organization_id
        cross join lateral (
          select
            (select count(*) from public.service_suggestions g where g.organization_id = s.organization_id and g.service_id = s.id and g.state = 'open') as suggestions,
            (select count(*) from public.service_disagreements d where d.organization_id = s.organization_id and d.service_id = s.id) as disagreements
        ) n
        where organization_truth.organization_id in (s.organization_id, k.steward_id) and s.state in ('active', 'paused')
          and (n.suggestions + n.disagreements > 0 or k.steward_id is not null or private.truth_state(s.verify_by, s.time_zone) <> 'confirmed')
        order by n.suggestions = 0, s.verify_by nulls first, s.id limit 200
      ) l
    ),
    'suggested', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'service', jsonb_build_object('id', s.id, 'name', s.name), 'field', g.field, 'value', g.value,
        'state', g.state, 'made_at', g.made_at
      ) order by g.made_at desc), '[]')
      from public.service_suggestions g join public.services s on s.organization_id = g.organization_id and s.id = g.service_id
      where g.suggester_id = organization_truth.organization_id
    )
  );
end $$;
comment on function public.organization_truth(uuid) is
  'What an organization lists or looks after and somebody should look at, suggestions first, and what came of its own suggestions. Null outside it.';
grant execute on function
  public.suggested_changes(uuid, uuid), public.settle_disagreement(uuid, uuid, text, text, boolean, integer), public.organization_truth(uuid)
  to authenticated;

-- ── sealed: truth-stewards.sql

-- Who looks after a service that its owner has left alone. The owner never changes, and ends it at any time.

grant select (organization_id, service_id, steward_id, since) on public.service_stewards to authenticated;
create policy service_stewards_select_coalition on public.service_stewards
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or (
      organization_id = any ((select private.my_fellow_organizations())::uuid[])
      and steward_id = any ((select private.my_fellow_organizations())::uuid[])
      and exists (
        select from public.services s where s.organization_id = service_stewards.organization_id and s.id = service_stewards.service_id
      )
    )
  );

-- No insert: private.take_stewardship asks whether the service is abandoned, which policies cannot.

grant delete on public.service_stewards to authenticated;
create policy service_stewards_delete_owner_or_steward on public.service_stewards
  for delete to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.write'))::uuid[])
    or steward_id = any ((select private.my_organizations('resources.write'))::uuid[])
  );

create function private.is_abandoned(service public.services) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return service.state in ('active', 'paused') and (
    not exists (
      select from public.memberships m
      join private.role_permissions p on p.role = m.role and p.permission = 'resources.write'
      where m.organization_id = service.organization_id
    ) or (
      coalesce(service.verify_by, service.created_at::date + 14) < current_date - 60
      and exists (
        select from private.service_reminders r
        where r.organization_id = service.organization_id and r.service_id = service.id and r.first_at < now() - interval '14 days'
      )
    )
  );
end $$;
comment on function private.is_abandoned(public.services) is
  'Whether the owner of a service has nobody left who could write it, or has not answered for long: sixty days past its day, and two weeks after it was asked. Not for the API.';

create function private.possible_stewards(service public.services) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (
    select from public.service_stewards t where t.organization_id = service.organization_id and t.service_id = service.id
  ) or not private.is_abandoned(service) then
    return '{}';
  end if;
  return array(
    select distinct mine.organization_id from public.standings mine
    join public.standings theirs on theirs.coalition_id = mine.coalition_id
    where mine.organization_id = any (private.my_organizations('resources.write'))
      and mine.organization_id <> service.organization_id and mine.kind in ('lead', 'core')
      and theirs.organization_id = service.organization_id
      and private.fellow_sees(mine.organization_id, service)
  );
end $$;
comment on function private.possible_stewards(public.services) is
  'As which organizations the caller could take over a service: leads and core members of a coalition of its owner that see it, once it is abandoned. Not for the API.';

create function private.stewards_to_be(service_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((
    select private.possible_stewards(s) from public.services s where s.id = stewards_to_be.service_id
  ), '{}');
end $$;
comment on function private.stewards_to_be(uuid) is 'As private.possible_stewards; empty where the caller''s organizations do not see the service.';
grant execute on function private.stewards_to_be(uuid) to authenticated;

create function private.take_stewardship(service_id uuid, organization_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  service public.services;
begin
  perform private.require_writer(take_stewardship.organization_id, 'resources.write');
  select s.* into service from public.services s where s.id = take_stewardship.service_id for no key update;
  if not found or not private.fellow_sees(take_stewardship.organization_id, service) then
    perform private.refuse('not_found', 404);
  elsif not take_stewardship.organization_id = any (private.possible_stewards(service)) then
    perform private.refuse('not_to_be_taken_over', 409);
  end if;
  insert into public.service_stewards (organization_id, service_id, steward_id)
  values (service.organization_id, service.id, take_stewardship.organization_id);
end $$;
comment on function private.take_stewardship(uuid, uuid) is 'See public.take_stewardship.';
grant execute on function private.take_stewardship(uuid, uuid) to authenticated;

create function public.take_stewardship(service_id uuid, organization_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.take_stewardship(take_stewardship.service_id, take_stewardship.organization_id);
end $$;
comment on function public.take_stewardship(uuid, uuid) is
  'Makes a lead or core organization of the coalition the steward of a service that its owner left alone. Refuses not_found, not_allowed, not_to_be_taken_over.';

create function public.end_stewardship(service_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  ended uuid;
begin
  perform private.require_writer(end_stewardship.organization_id, 'resources.write');
  delete from public.service_stewards t
  where t.service_id = end_stewardship.service_id and end_stewardship.organization_id in (t.organization_id, t.steward_id)
  returning t.service_id into ended;
  if ended is null then
    perform private.refuse('not_found', 404);
  end if;
  return jsonb_build_object('id', ended);
end $$;
comment on function public.end_stewardship(uuid, uuid) is
  'Ends that somebody else looks after a service, for its owner or for the steward itself. Refuses not_found, not_allowed.';
grant execute on function public.take_stewardship(uuid, uuid), public.end_stewardship(uuid, uuid) to authenticated;

create function private.is_steward(organization_id uuid, service public.services) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from public.service_stewards t
    where t.organization_id = service.organization_id and t.service_id = service.id
      and t.steward_id = is_steward.organization_id
  ) and private.fellow_sees(is_steward.organization_id, service);
end $$;
comment on function private.is_steward(uuid, public.services) is 'Whether an organization looks after a service, and sees it still. Not for the API.';

create function private.correct_fact(service_id uuid, organization_id uuid, field text, value jsonb, seen text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  service public.services;
  corrected public.services;
  content jsonb;
begin
  perform private.require_writer(correct_fact.organization_id, 'resources.write');
  select s.* into service from public.services s where s.id = correct_fact.service_id for no key update;
  -- The owner may have ended it a moment ago: whoever ends it has committed, or waits here for nobody.
  perform from public.service_stewards t
  where t.organization_id = service.organization_id and t.service_id = service.id
    and t.steward_id = correct_fact.organization_id for key share;
  if not found or not private.is_steward(correct_fact.organization_id, service) then
    perform private.refuse('not_found', 404);
  elsif not correct_fact.field = any (private.facts_of_card()) then
    perform private.refuse('choose_one', 422, 'field');
  elsif private.mark_of(private.fact_of(service.id, correct_fact.field)) is distinct from seen then
    perform private.refuse('changed_meanwhile', 409);
  end if;
  content := private.content_of(service.id, correct_fact.field, private.read_fact(correct_fact.field, correct_fact.value), false);
  corrected := private.read_service(content, service);
  update public.services s set state = corrected.state, name = corrected.name, description = corrected.description,
    eligibility = corrected.eligibility, cost = corrected.cost, staff_languages = corrected.staff_languages
  where s.id = service.id;
  perform private.write_service_parts(service, content);
end $$;
comment on function private.correct_fact(uuid, uuid, text, jsonb, text) is 'See public.correct_fact.';
grant execute on function private.correct_fact(uuid, uuid, text, jsonb, text) to authenticated;

create function public.correct_fact(service_id uuid, organization_id uuid, field text, value jsonb, seen text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.correct_fact(
    correct_fact.service_id, correct_fact.organization_id, correct_fact.field, correct_fact.value, correct_fact.seen
  );
end $$;
comment on function public.correct_fact(uuid, uuid, text, jsonb, text) is
  'Corrects one fact of a card as its steward, over the one it saw (its mark). Nothing but the facts of the card: no audience, no place, no layer, no notes. Refuses not_found, choose_one, changed_meanwhile, and what any writer is refused.';
grant execute on function public.correct_fact(uuid, uuid, text, jsonb, text) to authenticated;

create function private.end_stewardships_between_former_fellows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.service_stewards t
  where old.organization_id in (t.organization_id, t.steward_id) and not exists (
    select from public.standings mine join public.standings theirs on theirs.coalition_id = mine.coalition_id
    where mine.organization_id = t.organization_id and theirs.organization_id = t.steward_id
  );
  return null;
end $$;
comment on function private.end_stewardships_between_former_fellows() is 'Who leaves the coalition looks after nothing there any longer.';
create trigger standings_end_stewardships after delete on public.standings
  for each row execute function private.end_stewardships_between_former_fellows();

-- ── sealed: truth-suggestions.sql

-- What others say is different by now, one fact at a time. It changes nothing until the owner, or the steward, accepts it.

-- Not granted: the contact, which is shown to nobody, and who of an organization it was.
grant select (id, organization_id, service_id, field, value, reason, suggester_id, language, state, made_at, answered_at)
  on public.service_suggestions to authenticated;
create policy service_suggestions_select_owner_steward_suggester on public.service_suggestions
  for select to authenticated
  using (delete_at > now() and (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or suggester_id = any ((select private.my_organizations('resources.read'))::uuid[])
    -- A steward learns of no organization that is in none of its own coalitions.
    or (field <> 'place' and (suggester_id is null or suggester_id = any ((select private.my_fellow_organizations())::uuid[])) and exists (
      select from public.service_stewards t
      where t.organization_id = service_suggestions.organization_id and t.service_id = service_suggestions.service_id
        and t.steward_id = any ((select private.my_organizations('resources.write'))::uuid[])
    ))
  ));

-- No insert, update or delete: one suggests and answers by functions, and the worker deletes.

create function private.keep_suggestion(
  secret text, network text, owner uuid, service_id uuid, suggester uuid, submission_id uuid, suggestion jsonb, now_ jsonb
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  until constant timestamptz := private.count_try(secret, 'suggestion', network, keep_suggestion.service_id::text);
  code constant text := private.return_code(keep_suggestion.submission_id);
  made public.service_suggestions;
  known public.service_suggestions;
begin
  if until is not null then
    return jsonb_build_object('problem', 'held_back', 'minutes', private.minutes_until(until));
  end if;
  -- One of its people may see it through another organization.
  if suggester <> owner and not exists (
    select from public.services s where s.id = keep_suggestion.service_id and private.fellow_sees(suggester, s)
  ) then
    perform private.refuse('not_found', 404);
  end if;
  made.field := suggestion ->> 'field';
  made.value := private.read_fact(made.field, suggestion -> 'value');
  made.reason := private.tidy_paragraph(suggestion ->> 'reason', 'reason', 500);
  made.language := coalesce(suggestion ->> 'language', 'en');
  made.contact := case when suggester is null then private.tidy_line(suggestion ->> 'contact', 'contact', 254) else '' end;
  if made.contact <> '' and private.mail_address_in(made.contact) is null then
    perform private.refuse('mail_address_not_understood', 422, 'contact');
  elsif now_ is not distinct from made.value or (jsonb_typeof(now_) = 'object' and now_ @> made.value)
    or (made.field = 'phones' and (now_ -> 0) @> (made.value -> 0))
  then
    perform private.refuse('says_so_already', 422, 'value');
  end if;

  select s.* into known from private.suggestion_codes c join public.service_suggestions s on s.id = c.suggestion_id
  where c.code_hash = private.token_hash(code);
  if found then
    if (known.service_id, known.field, known.value) is distinct from (keep_suggestion.service_id, made.field, made.value) then
      perform private.refuse('suggestion_sent_already', 409);
    end if;
    return jsonb_build_object('code', code);
  end if;
  insert into public.service_suggestions as s (
    organization_id, service_id, field, value, reason, suggester_id, person_id, contact, language
  ) values (
    owner, keep_suggestion.service_id, made.field, made.value, made.reason, suggester,
    case when suggester is not null then private.my_person() end,
    -- Where no mail leaves, an address would be kept for nothing.
    case when private.mail_leaves() = 'none' then '' else lower(made.contact) end, made.language
  ) returning s.id into made.id;
  insert into private.suggestion_codes (code_hash, suggestion_id) values (private.token_hash(code), made.id);
  return jsonb_build_object('code', code);
end $$;
comment on function private.keep_suggestion(text, text, uuid, uuid, uuid, uuid, jsonb, jsonb) is
  'See public.suggest_change, which asks whether the caller sees the service.';
grant execute on function private.keep_suggestion(text, text, uuid, uuid, uuid, uuid, jsonb, jsonb) to anon, authenticated;

create function private.speaks_for(organization_id uuid, owner uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return false;
  end if;
  return speaks_for.organization_id = any (private.my_organizations('resources.read'))
    and owner = any (private.my_fellow_organizations());
end $$;
comment on function private.speaks_for(uuid, uuid) is 'Whether the caller belongs to an organization, and to a coalition of the owner''s or to the owner.';
grant execute on function private.speaks_for(uuid, uuid) to anon, authenticated;

create function public.suggest_change(
  secret text, network text, service_id uuid, organization_id uuid, submission_id uuid, suggestion jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  owner uuid;
  field constant text := suggestion ->> 'field';
begin
  select s.organization_id into owner from public.services s where s.id = suggest_change.service_id and s.state <> 'draft';
  if not found or (
    suggest_change.organization_id is not null and not private.speaks_for(suggest_change.organization_id, owner)
  ) then
    perform private.refuse('not_found', 404);
  elsif suggest_change.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  -- A place that they do not see answers as one that is nowhere.
  elsif field = 'place' and private.fact_of(suggest_change.service_id, 'place') is null then
    perform private.refuse('choose_one', 422, 'field');
  end if;
  return private.keep_suggestion(
    suggest_change.secret, suggest_change.network, owner, suggest_change.service_id, suggest_change.organization_id,
    suggest_change.submission_id, suggest_change.suggestion, private.fact_of(suggest_change.service_id, field)
  );
end $$;
comment on function public.suggest_change(text, text, uuid, uuid, uuid, jsonb) is
  'For web processes: somebody who sees a service says that one fact of it is different ({"field", "value", "reason", "language"}, and "contact", a mail address for the answer), as a member of an organization or as anyone. Answers with a code that shows what came of it, the same for all repetitions; {"problem": "held_back"} after too many tries. Refuses not_allowed without the secret, not_found, choose_one, says_so_already, suggestion_sent_already, and what the field is refused.';
grant execute on function public.suggest_change(text, text, uuid, uuid, uuid, jsonb) to anon, authenticated;

create function private.end_suggestion(suggestion_id uuid, organization_id uuid, state public.suggestion_state) returns void
language plpgsql security definer set search_path = '' as $$
declare
  ended public.service_suggestions;
  service public.services;
  contact text;
begin
  perform private.require_writer(end_suggestion.organization_id, 'resources.write');
  select s.* into ended from public.service_suggestions s
  where s.id = end_suggestion.suggestion_id and s.delete_at > now() for update;
  select s.* into service from public.services s where s.id = ended.service_id;
  if ended.id is null or (end_suggestion.organization_id <> ended.organization_id and (
    ended.field = 'place' or not private.is_steward(end_suggestion.organization_id, service)
  )) then
    perform private.refuse('not_found', 404);
  elsif ended.state <> 'open' then
    perform private.refuse('suggestion_answered', 409);
  end if;
  contact := ended.contact;
  update public.service_suggestions s set state = end_suggestion.state, answered_at = clock_timestamp(), contact = ''
  where s.id = ended.id;
  if ended.person_id is not null then
    -- On behalf of the suggester: the owner must not learn who its people are.
    insert into public.messages (kind, organization_id, person_id, about) values ('suggestion_answered', ended.suggester_id, ended.person_id, ended.id);
  elsif contact <> '' and private.take_letter(contact) is null then
    insert into public.messages (kind, address, about) values ('suggestion_answered', contact, ended.id);
  end if;
end $$;
comment on function private.end_suggestion(uuid, uuid, public.suggestion_state) is
  'Answers an open suggestion once, for the owner or the steward, and queues the mail that tells its maker. An address that was given leaves the row for the letter, which forgets it when it ends.';
grant execute on function private.end_suggestion(uuid, uuid, public.suggestion_state) to authenticated;

create function private.open_suggestion(suggestion_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  found_ jsonb;
begin
  perform private.require_writer(open_suggestion.organization_id, 'resources.write');
  select jsonb_build_object('service_id', s.service_id, 'owner', s.organization_id, 'field', s.field, 'value', s.value, 'state', s.state)
  into found_
  from public.service_suggestions s
  where s.id = open_suggestion.suggestion_id and (
    s.organization_id = open_suggestion.organization_id or exists (
      select from public.service_stewards t
      where t.organization_id = s.organization_id and t.service_id = s.service_id and t.steward_id = open_suggestion.organization_id
    )
  );
  if found_ is null then
    perform private.refuse('not_found', 404);
  elsif found_ ->> 'state' <> 'open' then
    perform private.refuse('suggestion_answered', 409);
  end if;
  return found_;
end $$;
comment on function private.open_suggestion(uuid, uuid) is 'A suggestion that an organization may answer, as its owner or steward. Refuses not_found, not_allowed, suggestion_answered.';
grant execute on function private.open_suggestion(uuid, uuid) to authenticated;

create function public.accept_suggestion(suggestion_id uuid, organization_id uuid, seen text, publish boolean) returns jsonb
language plpgsql set search_path = '' as $$
declare
  open_ constant jsonb := private.open_suggestion(accept_suggestion.suggestion_id, accept_suggestion.organization_id);
  service_id constant uuid := open_ ->> 'service_id';
begin
  if open_ ->> 'owner' = accept_suggestion.organization_id::text then
    perform public.revise_service(
      service_id, accept_suggestion.organization_id, case when seen ~ '^[0-9]{1,9}$' then seen::integer end,
      private.content_of(service_id, open_ ->> 'field', open_ -> 'value', accept_suggestion.publish)
    );
  else
    perform public.correct_fact(service_id, accept_suggestion.organization_id, open_ ->> 'field', open_ -> 'value', seen);
  end if;
  perform private.end_suggestion(accept_suggestion.suggestion_id, accept_suggestion.organization_id, 'accepted');
  return jsonb_build_object('service_id', service_id);
end $$;
comment on function public.accept_suggestion(uuid, uuid, text, boolean) is
  'Writes what was suggested over what its reader saw (the owner: the version; the steward: the mark of the fact) and tells its maker. A public address changes by a decision alone. Refuses not_found, not_allowed, suggestion_answered, changed_meanwhile, publishing_is_a_decision.';

create function public.decline_suggestion(suggestion_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  open_ constant jsonb := private.open_suggestion(decline_suggestion.suggestion_id, decline_suggestion.organization_id);
begin
  perform private.end_suggestion(decline_suggestion.suggestion_id, decline_suggestion.organization_id, 'declined');
  return jsonb_build_object('service_id', open_ -> 'service_id');
end $$;
comment on function public.decline_suggestion(uuid, uuid) is
  'Leaves a service as it is, and tells who suggested otherwise. Refuses not_found, not_allowed, suggestion_answered.';
grant execute on function public.accept_suggestion(uuid, uuid, text, boolean), public.decline_suggestion(uuid, uuid) to authenticated;

create function private.suggestion_of_code(secret text, network text, code text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  held_back constant jsonb := private.try_code(secret, network);
begin
  return coalesce(held_back, (
    select jsonb_build_object(
      'service_id', s.service_id, 'field', s.field, 'value', s.value, 'state', s.state, 'made_at', s.made_at,
      'answered_at', s.answered_at, 'delete_at', s.delete_at
    )
    from private.suggestion_codes c join public.service_suggestions s on s.id = c.suggestion_id
    where c.code_hash = private.token_hash(translate(upper(regexp_replace(coalesce(code, ''), '[\s-]', '', 'g')), 'OILU', '011V'))
      and s.delete_at > now()
  ), jsonb_build_object('problem', 'suggestion_code_unknown'));
end $$;
comment on function private.suggestion_of_code(text, text, text) is 'See public.read_suggestion.';
grant execute on function private.suggestion_of_code(text, text, text) to anon, authenticated;

create function public.read_suggestion(secret text, network text, code text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  found_ constant jsonb := private.suggestion_of_code(read_suggestion.secret, read_suggestion.network, read_suggestion.code);
begin
  return found_ || jsonb_build_object('service', (
    select jsonb_build_object('id', s.id, 'name', s.name, 'time_zone', s.time_zone) from public.services s where s.id = (found_ ->> 'service_id')::uuid
  ));
end $$;
comment on function public.read_suggestion(text, text, text) is
  'For web processes: what came of a suggestion, for whoever has its code, with the service as far as the caller may see it. Answers {"problem": "suggestion_code_unknown"} alike whether a code never was or its suggestion is gone, {"problem": "held_back"} after too many tries.';
grant execute on function public.read_suggestion(text, text, text) to anon, authenticated;

-- ── sealed: truth-verification.sql

-- Who may say that a service is still as its card tells, and until when that is believed.

create function private.believed_days(terms text[]) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(min(l.days), 365) from private.verification_lifetimes l
    join unnest(terms) as t(id) on t.id = l.term or t.id like l.term || '/%'
  );
end $$;
comment on function private.believed_days(text[]) is
  'For how many days a verification of help of these kinds is believed: the shortest of them, a year where none says. Tells what everyone may know.';
grant execute on function private.believed_days(text[]) to anon, authenticated;

create function private.truth_state(verify_by date, time_zone text) returns text
language sql stable set search_path = '' as $$
  select case
    when verify_by is null or verify_by < (now() at time zone time_zone)::date then 'stale'
    when verify_by < (now() at time zone time_zone)::date + 14 then 'due'
    else 'confirmed' end
$$;
comment on function private.truth_state(date, text) is
  'confirmed, due within two weeks, or stale: nobody has made sure, or not lately. By the day it is at the service.';
grant execute on function private.truth_state(date, text) to anon, authenticated;

-- Not granted: when it was and how long it is believed. Triggers say so.
grant insert (organization_id, service_id, verifier_id, method) on public.service_verifications to authenticated;
create policy service_verifications_insert_owner_or_fellow on public.service_verifications
  for insert to authenticated
  with check (
    (verifier_id = organization_id and organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
    or (
      organization_id = any ((select private.my_fellow_organizations())::uuid[])
      and verifier_id <> organization_id
      and verifier_id = any ((select private.my_organizations('resources.verify'))::uuid[])
    )
  );

create function private.fellow_sees(fellow uuid, service public.services) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return service.state <> 'draft'
    and exists (
      select from public.standings mine join public.standings theirs on theirs.coalition_id = mine.coalition_id
      where mine.organization_id = fellow and theirs.organization_id = service.organization_id
    )
    and private.sees_service(fellow, service.organization_id, service.id, service.audience, service.coalition_id);
end $$;
comment on function private.fellow_sees(uuid, public.services) is
  'Whether an organization shares a coalition with the owner of a service and sees its card. Not for the API.';

create function private.prepare_verification() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  service public.services;
begin
  -- Before anything else: nobody learns what an organization sees that is not theirs.
  if nullif(current_setting('request.jwt.claims', true), '') is not null and coalesce(current_setting('hamkke.still_true', true), '') <> new.service_id::text
    and not new.verifier_id = any (private.my_organizations('resources.verify'))
  then
    perform private.refuse('not_found', 404);
  end if;
  select s.* into service from public.services s
  where s.organization_id = new.organization_id and s.id = new.service_id for no key update;
  if not found or (new.verifier_id <> new.organization_id and not private.fellow_sees(new.verifier_id, service)) then
    perform private.refuse('not_found', 404);
  elsif new.method = 'owner' and new.verifier_id <> new.organization_id then
    perform private.refuse('choose_one', 422, 'method');
  end if;
  new.verify_by := coalesce(
    new.verify_by, (new.verified_at at time zone service.time_zone)::date + private.believed_days(service.terms)
  );
  return new;
end $$;
comment on function private.prepare_verification() is
  'Asks whether the verifier sees the service, and says until when its word is believed. An editor who writes at this moment is waited for.';
create trigger service_verifications_prepare before insert on public.service_verifications
  for each row execute function private.prepare_verification();

create function private.keep_verified() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.services s set verified_at = new.verified_at, verify_by = new.verify_by
  where s.organization_id = new.organization_id and s.id = new.service_id and coalesce(s.verified_at <= new.verified_at, true);
  delete from private.service_reminders r where r.organization_id = new.organization_id and r.service_id = new.service_id;
  return null;
end $$;
comment on function private.keep_verified() is 'The newest verification is what the card says.';
create trigger service_verifications_keep after insert on public.service_verifications
  for each row execute function private.keep_verified();

create function private.believe_otherwise() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.services s
  set verify_by = (s.verified_at at time zone s.time_zone)::date + private.believed_days(new.terms)
  where s.organization_id = new.organization_id and s.id = new.id and s.verified_at is not null;
  return null;
end $$;
comment on function private.believe_otherwise() is 'Help of another kind is believed for another time, counted from when somebody made sure.';
create trigger services_believe_otherwise after update of terms on public.services
  for each row when (old.terms <> new.terms) execute function private.believe_otherwise();

create function public.verify_service(service_id uuid, organization_id uuid, method text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  owner uuid;
begin
  select s.organization_id into owner from public.services s where s.id = verify_service.service_id;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(
    verify_service.organization_id, case verify_service.organization_id when owner then 'resources.write' else 'resources.verify' end
  );
  if not coalesce(verify_service.method, '') = any (
    case verify_service.organization_id when owner then array['owner', 'phone', 'visit', 'website', 'provider']
    else array['phone', 'visit', 'website', 'provider'] end
  ) then
    perform private.refuse('choose_one', 422, 'method');
  end if;
  insert into public.service_verifications (organization_id, service_id, verifier_id, method)
  values (owner, verify_service.service_id, verify_service.organization_id, verify_service.method::public.verification_method);
  return (
    select jsonb_build_object('id', s.id, 'verify_by', s.verify_by) from public.services s where s.id = verify_service.service_id
  );
end $$;
comment on function public.verify_service(uuid, uuid, text) is
  'Says that a service is as its card tells, for its owner or for an organization that sees it, and how one knows. Refuses not_found, not_allowed, choose_one.';
grant execute on function public.verify_service(uuid, uuid, text) to authenticated;

-- ── sealed: volunteer-commands.sql

-- Taking a place at a gathering, and the page about its roles.

create function private.take_place(organization_id uuid, role_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  person constant uuid := private.my_person();
  role record;
  place uuid;
begin
  perform private.require_writer(take_place.organization_id, 'members.read');
  -- Whoever takes a place of this role waits here for one another.
  select r.id, r.organization_id, r.gathering_id, r.needed, g.state, g.starts_at, g.ends_at into role
  from public.volunteer_roles r
  join public.gatherings g on g.organization_id = r.organization_id and g.id = r.gathering_id
  where r.id = take_place.role_id and private.hosts(take_place.organization_id, r.organization_id, r.gathering_id)
  for update of r for share of g;
  if not found then
    perform private.refuse('not_found', 404);
  elsif role.state = 'cancelled' then
    perform private.refuse('gathering_cancelled', 409);
  elsif role.ends_at <= now() then
    perform private.refuse('gathering_over', 409);
  end if;
  delete from public.volunteer_places p
  where p.organization_id = take_place.organization_id and p.person_id = person and p.role_id = role.id and isempty(p.during);
  select p.id into place from public.volunteer_places p
  where p.organization_id = take_place.organization_id and p.person_id = person and p.role_id = role.id;
  if found then
    return jsonb_build_object('id', place);
  elsif (
    select count(*) >= role.needed from public.volunteer_places p
    where p.owner_id = role.organization_id and p.gathering_id = role.gathering_id and p.role_id = role.id
  ) then
    perform private.refuse('role_full', 409);
  end if;
  insert into public.volunteer_places as p (organization_id, person_id, owner_id, gathering_id, role_id, during)
  values (take_place.organization_id, person, role.organization_id, role.gathering_id, role.id, tstzrange(role.starts_at, role.ends_at))
  returning p.id into place;
  return jsonb_build_object('id', place);
exception when exclusion_violation then
  perform private.refuse('busy_at_that_time', 409);
end $$;
comment on function private.take_place(uuid, uuid) is
  'Takes a place for the caller, as a member of an organization that holds the gathering. Refuses: role_full, busy_at_that_time (told to that person alone), gathering_cancelled, gathering_over; not_found for a role of a gathering that the organization does not hold.';

create function public.take_place(organization_id uuid, role_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.take_place(take_place.organization_id, take_place.role_id);
end $$;
comment on function public.take_place(uuid, uuid) is 'As private.take_place. Taking the same place again is the same place.';

create function private.roles_of(gathering_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  roles uuid[];
  taken jsonb;
begin
  if current_user = 'anon' then
    return '[]';
  end if;
  roles := array(select r.id from public.volunteer_roles r where r.gathering_id = roles_of.gathering_id);
  if cardinality(roles) = 0 then
    return '[]';
  end if;
  taken := private.places_taken(roles);
  return (
    select jsonb_agg(jsonb_build_object(
      'id', r.id, 'name', r.name, 'needed', r.needed, 'languages', r.languages,
      'taken', coalesce((taken ->> r.id::text)::integer, 0)
    ) order by r.created_at, r.id)
    from public.volunteer_roles r where r.id = any (roles)
  );
end $$;
comment on function private.roles_of(uuid) is
  'The roles of a gathering and how many places of each are taken, for the people of organizations that hold it; none for anyone else.';

create function public.volunteer_page(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  owner uuid;
  stands boolean;
  standing constant uuid[] := private.my_standing_places();
begin
  select g.organization_id, g.state <> 'cancelled' into owner, stands
  from public.gatherings g where g.id = volunteer_page.gathering_id;
  if owner is null or not volunteer_page.organization_id = any (private.my_organizations('gatherings.read'))
    or not private.holds(volunteer_page.organization_id, volunteer_page.gathering_id)
  then
    return null;
  end if;
  return jsonb_build_object(
    'gathering', (select c.card from private.gathering_cards c where c.id = volunteer_page.gathering_id),
    'writes', owner = volunteer_page.organization_id and owner = any (private.my_organizations('gatherings.write')),
    'helps', volunteer_page.organization_id = any (private.my_organizations('members.read')),
    'repeats', cardinality(private.chosen_occurrences(volunteer_page.gathering_id, owner, 'all')) > 1,
    'frees', volunteer_page.organization_id = any (private.my_organizations('gatherings.write')),
    'roles', private.roles_of(volunteer_page.gathering_id),
    'places', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'role_id', p.role_id, 'person', n.display_name,
        'mine', p.person_id = private.my_person(),
        'stands', case when p.person_id = private.my_person() then p.id = any (standing) else stands end
      ) order by n.display_name, p.id), '[]')
      from public.volunteer_places p
      join public.people n on n.id = p.person_id
      where p.gathering_id = volunteer_page.gathering_id and p.organization_id = volunteer_page.organization_id
    )
  );
end $$;
comment on function public.volunteer_page(uuid, uuid) is
  'The roles of a gathering as an organization that holds it sees them: how many places are taken, and which of its own people have one. That one of them is busy elsewhere is told to that person alone. Null unless the caller belongs to that organization and it holds the gathering.';

create function private.holds(organization_id uuid, gathering_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return holds.organization_id = any (private.my_organizations('gatherings.read')) and exists (
    select from public.gatherings g
    where g.id = holds.gathering_id and private.hosts(holds.organization_id, g.organization_id, g.id)
  );
end $$;
comment on function private.holds(uuid, uuid) is 'Whether an organization of the caller holds a gathering; false for any other organization.';

create function private.held_by(gathering_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(l.label order by o.slug), '[]')
    from public.organizations o
    join private.organization_labels l on l.id = o.id
    join public.gatherings g on g.id = held_by.gathering_id
    where o.id = any (private.my_organizations('gatherings.read')) and private.hosts(o.id, g.organization_id, g.id)
  );
end $$;
comment on function private.held_by(uuid) is 'The caller''s organizations that hold a gathering, as labels.';

create function private.my_places(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  standing constant uuid[] := private.my_standing_places();
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'role', r.name, 'stands', p.id = any (standing), 'gathering', c.card
    ) order by c.starts_at, p.id), '[]')
    from public.volunteer_places p
    join public.volunteer_roles r on r.id = p.role_id
    join private.gathering_cards c on c.id = p.gathering_id
    where p.person_id = (select private.my_person()) and p.organization_id = my_places.organization_id and c.ends_at > now()
  );
end $$;
comment on function private.my_places(uuid) is 'What the caller helps at as a member of an organization, soonest first.';

grant execute on function
  private.take_place(uuid, uuid), private.holds(uuid, uuid), private.my_places(uuid),
  public.take_place(uuid, uuid), public.volunteer_page(uuid, uuid)
  to authenticated;
grant execute on function private.roles_of(uuid), private.held_by(uuid) to anon, authenticated;

-- ── sealed: volunteer-roles.sql

-- What a gathering needs volunteers for: asking, changing and no longer asking, for one gathering or along its series.

create function public.add_role(organization_id uuid, gathering_id uuid, role jsonb, scope text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted constant public.volunteer_roles := jsonb_populate_record(null::public.volunteer_roles, role);
  occurrences uuid[];
begin
  perform private.require_writer(add_role.organization_id, 'gatherings.write');
  occurrences := private.chosen_occurrences(add_role.gathering_id, add_role.organization_id, scope);
  if cardinality(occurrences) = 0 then
    perform private.refuse('not_found', 404);
  end if;
  insert into public.volunteer_roles (organization_id, gathering_id, name, needed, languages)
  select add_role.organization_id, o.id, wanted.name, wanted.needed, wanted.languages
  from unnest(occurrences) as o(id);
  return jsonb_build_object('occurrences', cardinality(occurrences));
end $$;
comment on function public.add_role(uuid, uuid, jsonb, text) is
  'Asks for volunteers for something, {"name", "needed", "languages"}, at a gathering and, with the scope "following" or "all", at the others of its series that are not over. Refuses not_found, not_allowed, not_a_number_of_people, too_many.';

create function private.same_roles(role_id uuid, organization_id uuid, scope text) returns uuid[]
language plpgsql stable set search_path = '' as $$
begin
  return array(
    select r.id
    from public.volunteer_roles asked
    join public.volunteer_roles r on r.organization_id = asked.organization_id and (r.id = asked.id or (
      r.name = asked.name
      and r.gathering_id = any (private.chosen_occurrences(asked.gathering_id, asked.organization_id, same_roles.scope))
    ))
    where asked.id = same_roles.role_id and asked.organization_id = same_roles.organization_id
    order by r.id
  );
end $$;
comment on function private.same_roles(uuid, uuid, text) is
  'A role and, with the scope "following" or "all", those of the same name at the other occurrences that are not over. None where the caller sees no such role of that organization.';

create function public.change_role(organization_id uuid, role_id uuid, role jsonb, scope text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted constant public.volunteer_roles := jsonb_populate_record(null::public.volunteer_roles, role);
  roles uuid[];
begin
  perform private.require_writer(change_role.organization_id, 'gatherings.write');
  roles := private.same_roles(change_role.role_id, change_role.organization_id, scope);
  if cardinality(roles) = 0 then
    perform private.refuse('not_found', 404);
  end if;
  update public.volunteer_roles r set name = wanted.name, needed = wanted.needed, languages = wanted.languages
  where r.organization_id = change_role.organization_id and r.id = any (roles);
  return jsonb_build_object('occurrences', cardinality(roles));
end $$;
comment on function public.change_role(uuid, uuid, jsonb, text) is
  'Changes what is asked for, {"name", "needed", "languages"}, or of how many, also in the roles of the same name along the series. Whoever has a place keeps it. Refuses as public.add_role.';

create function public.remove_role(organization_id uuid, role_id uuid, scope text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  roles uuid[];
begin
  perform private.require_writer(remove_role.organization_id, 'gatherings.write');
  roles := private.same_roles(remove_role.role_id, remove_role.organization_id, scope);
  if cardinality(roles) = 0 then
    perform private.refuse('not_found', 404);
  end if;
  delete from public.volunteer_roles r where r.organization_id = remove_role.organization_id and r.id = any (roles);
  return jsonb_build_object('occurrences', cardinality(roles));
end $$;
comment on function public.remove_role(uuid, uuid, text) is
  'Asks for it no longer, here and in the roles of the same name along the series; places in it go with it. Refuses not_found, not_allowed.';

grant execute on function
  private.same_roles(uuid, uuid, text), public.add_role(uuid, uuid, jsonb, text),
  public.change_role(uuid, uuid, jsonb, text), public.remove_role(uuid, uuid, text)
  to authenticated;

-- ── sealed: volunteers.sql

-- Who helps at a gathering: roles for the people of its hosts, names for those of the volunteer's own organization alone.

grant select (id, organization_id, gathering_id, name, needed, languages, created_at) on public.volunteer_roles to authenticated;
create policy volunteer_roles_select_host on public.volunteer_roles
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    or exists (
      select from public.hostings h
      where h.organization_id = volunteer_roles.organization_id and h.gathering_id = volunteer_roles.gathering_id
        and h.part = 'co_host' and h.state = 'accepted'
        and h.host_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    )
  );

grant insert (organization_id, gathering_id, name, needed, languages) on public.volunteer_roles to authenticated;
create policy volunteer_roles_insert_editor on public.volunteer_roles
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant update (name, needed, languages) on public.volunteer_roles to authenticated;
create policy volunteer_roles_update_editor on public.volunteer_roles
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant delete on public.volunteer_roles to authenticated;
create policy volunteer_roles_delete_editor on public.volunteer_roles
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

-- Not granted: when a place counts, which tells what else its person does at that time.
grant select (id, organization_id, person_id, owner_id, gathering_id, role_id, taken_at)
  on public.volunteer_places to authenticated;
create policy volunteer_places_select_colleague on public.volunteer_places
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('members.read'))::uuid[]));

-- No insert: whoever takes a place does so by public.take_place, for themselves. Nobody is told what another person does
-- elsewhere at that time.
grant delete on public.volunteer_places to authenticated;
create policy volunteer_places_delete_self_or_editor on public.volunteer_places
  for delete to authenticated
  using (
    (person_id = (select private.my_person()) and organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]))
    or organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
  );

create function private.prepare_role() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.name := private.tidy_texts(new.name, 'name', 80, true);
  new.languages := private.tidy_languages(coalesce(new.languages, '{}'), 'languages');
  if new.needed is null or new.needed not between 1 and 99 then
    perform private.refuse('not_a_number_of_people', 422, 'needed', jsonb_build_object('maximum', 99));
  elsif tg_op = 'INSERT' then
    if not exists (
      select from public.gatherings g where g.organization_id = new.organization_id and g.id = new.gathering_id
    ) then
      perform private.refuse('not_found', 404);
    elsif (
      select count(*) >= 20 from public.volunteer_roles r
      where r.organization_id = new.organization_id and r.gathering_id = new.gathering_id
    ) then
      perform private.refuse('too_many', 409, 'name', jsonb_build_object('maximum', 20));
    end if;
  end if;
  return new;
end $$;
comment on function private.prepare_role() is 'Tidies a role and refuses what its constraints would; at most twenty for a gathering.';
create trigger volunteer_roles_prepare before insert or update on public.volunteer_roles
  for each row execute function private.prepare_role();

create function private.keep_places_in_time() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  place record;
begin
  for place in
    select p.id from public.volunteer_places p
    where p.owner_id = new.organization_id and p.gathering_id = new.id
    order by p.id for update
  loop
    begin
      update public.volunteer_places p
      set during = case new.state when 'cancelled' then 'empty' else tstzrange(new.starts_at, new.ends_at) end
      where p.id = place.id;
    exception when exclusion_violation then
      -- Whoever moves a gathering must not learn what its volunteers do elsewhere: the person alone is told.
      update public.volunteer_places p set during = 'empty' where p.id = place.id;
    end;
  end loop;
  return null;
end $$;
comment on function private.keep_places_in_time() is
  'Places move with their gathering. One that would put a person in two places at one time counts no longer, and its person sees so.';
create trigger gatherings_keep_places_in_time after update on public.gatherings
  for each row
  when ((old.starts_at, old.ends_at, old.state) is distinct from (new.starts_at, new.ends_at, new.state))
  execute function private.keep_places_in_time();

create function private.end_places_of_former_host() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' or new.state <> 'accepted' or new.part <> 'co_host' then
    delete from public.volunteer_places p
    where p.owner_id = old.organization_id and p.gathering_id = old.gathering_id and p.organization_id = old.host_id;
  end if;
  return null;
end $$;
comment on function private.end_places_of_former_host() is 'Whose organization no longer holds a gathering helps there no longer.';
create trigger hostings_end_places after delete or update of state, part on public.hostings
  for each row execute function private.end_places_of_former_host();

create function private.hosts(organization uuid, owner uuid, gathering uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return organization = owner and exists (
    select from public.gatherings g where g.organization_id = owner and g.id = gathering
  ) or exists (
    select from public.hostings h join public.gatherings g on g.organization_id = h.organization_id and g.id = h.gathering_id
    where h.organization_id = owner and h.gathering_id = gathering and h.host_id = organization
      and h.part = 'co_host' and h.state = 'accepted' and g.state <> 'draft'
  );
end $$;
comment on function private.hosts(uuid, uuid, uuid) is
  'Whether an organization holds a gathering: as its owner or as an accepted co-host. Called by functions that have asked who the caller is.';

create function private.places_taken(roles uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_object_agg(t.role_id, t.taken), '{}') from (
      select p.role_id, count(*) as taken
      from public.volunteer_places p
      join public.gatherings g on g.organization_id = p.owner_id and g.id = p.gathering_id
      where p.role_id = any (roles) and g.state <> 'cancelled'
        and exists (
          select from unnest(private.my_organizations('gatherings.read')) as mine(id)
          where private.hosts(mine.id, p.owner_id, p.gathering_id)
        )
      group by p.role_id
    ) t
  );
end $$;
comment on function private.places_taken(uuid[]) is
  'How many places of each role are taken, by id, for the people of organizations that hold the gathering; nothing for anyone else. Never by whom, and none the fewer where somebody is busy elsewhere: moving a gathering about would tell when.';

create function private.my_standing_places() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select p.id from public.volunteer_places p where p.person_id = private.my_person() and not isempty(p.during)
  );
end $$;
comment on function private.my_standing_places() is
  'The caller''s own places that count: not those at a gathering that was cancelled, or moved onto something else that they do.';
grant execute on function private.my_standing_places() to authenticated;

create function private.missing_volunteers(gatherings uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine constant uuid[] := private.my_organizations('gatherings.read');
begin
  if cardinality(mine) = 0 or gatherings is null then
    return '{}';
  end if;
  return (
    select coalesce(jsonb_object_agg(m.gathering_id, m.missing), '{}') from (
      select r.gathering_id, sum(greatest(r.needed - (
        select count(*) from public.volunteer_places p
        where p.owner_id = r.organization_id and p.gathering_id = r.gathering_id and p.role_id = r.id
      ), 0)) as missing
      from public.volunteer_roles r
      join public.gatherings g on g.organization_id = r.organization_id and g.id = r.gathering_id
      where r.gathering_id = any (gatherings) and g.state = 'scheduled' and g.ends_at > now()
        and (r.organization_id = any (mine) or exists (
          select from public.hostings h
          where h.organization_id = r.organization_id and h.gathering_id = r.gathering_id
            and h.host_id = any (mine) and h.part = 'co_host' and h.state = 'accepted'
        ))
      group by r.gathering_id
    ) m
    where m.missing > 0
  );
end $$;
comment on function private.missing_volunteers(uuid[]) is
  'How many volunteers each of these gatherings still lacks, by id, for the people of organizations that hold it; of the coming ones alone.';

grant execute on function private.places_taken(uuid[]) to authenticated;
grant execute on function private.missing_volunteers(uuid[]) to anon, authenticated;

-- ── sealed as

comment on schema private is
  'What policies and functions need and no caller may address. Sealed as 722d9c616b87028eeec6b837257a1d548d31f8956294240458d9fd6728b63266.';
