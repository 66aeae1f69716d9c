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
