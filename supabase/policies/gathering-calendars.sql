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
