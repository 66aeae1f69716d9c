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
