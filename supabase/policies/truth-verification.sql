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
