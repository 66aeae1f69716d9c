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
