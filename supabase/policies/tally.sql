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
