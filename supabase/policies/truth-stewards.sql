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
