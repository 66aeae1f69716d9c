-- What pages about gatherings show, each in one call. Everything here reads with the caller's own rights: the
-- conditions below choose what belongs on a page, the policies decide what may be on it.

create view private.organization_labels with (security_invoker = true) as
select
  o.id, o.slug,
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
    'version', g.version, 'organization', o.label
  ) as card
from public.gatherings g
join private.organization_labels o on o.id = g.organization_id;
comment on view private.gathering_cards is 'A gathering as lists and calendars show it, with the columns they choose and sort by.';
grant select on private.gathering_cards to anon, authenticated;

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

create function private.cards_before(
  organization uuid, first_at timestamptz, last_at timestamptz, shared_since timestamptz default '-infinity'
) returns table (
  id uuid, organization_id uuid, state public.gathering_state, starts_local timestamp, ends_local timestamp,
  starts_at timestamptz, ends_at timestamptz, shared_at timestamptz, card jsonb
)
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
    select g.id, g.organization_id, g.state, g.starts_local, g.ends_local, g.starts_at, g.ends_at, g.shared_at, g.card
    from private.gathering_cards g
    where g.starts_at < last_at and g.starts_at >= first_at - interval '32 days' and g.ends_at > first_at
      and (shared_since = '-infinity' or g.shared_at >= shared_since)
      and (g.organization_id = organization or (g.state <> 'draft' and (
        (g.audience = 'everyone' and g.organization_id = any (fellows))
        or (g.audience = 'coalition' and g.coalition_id = any (coalitions))
        or (g.audience = 'named' and exists (
          select from public.shares s
          where s.organization_id = g.organization_id and s.gathering_id = g.id and s.recipient_id = organization
        ))
      )));
end $$;
comment on function private.cards_before(uuid, timestamptz, timestamptz, timestamptz) is
  'What reaches one organization of the caller in a span of time: its own, and what its coalitions, their organizations and its name open to it. A person of two organizations sees each one''s calendar for itself.';
grant execute on function private.cards_before(uuid, timestamptz, timestamptz, timestamptz) to authenticated;

create function public.organization_calendar(organization_id uuid, first_on date, last_on date) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_calendar.organization_id = any (private.my_organizations('gatherings.read')) then
    return null;
  end if;
  perform private.require_range(first_on, last_on);
  return (
    select coalesce(jsonb_agg(c.card order by c.starts_at, c.id), '[]')
    from private.cards_before(
      organization_calendar.organization_id,
      (first_on - 1)::timestamp at time zone 'UTC', (last_on + 2)::timestamp at time zone 'UTC'
    ) c
    where c.starts_local < last_on + 1 and c.ends_local > first_on
  );
end $$;
comment on function public.organization_calendar(uuid, date, date) is
  'The gatherings that reach an organization of the caller from one day to another, both included, by the clocks of each place. Null for any other organization.';

create function public.organization_home(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_home.organization_id = any (private.my_organizations('gatherings.read')) then
    return null;
  end if;
  return jsonb_build_object(
    'coming', (
      select coalesce(jsonb_agg(c.card order by c.starts_at, c.id), '[]') from (
        select * from private.cards_before(organization_home.organization_id, now(), now() + interval '14 days') b
        where b.state <> 'draft' order by b.starts_at, b.id limit 12
      ) c
    ),
    'shared', (
      select coalesce(jsonb_agg(c.card order by c.shared_at desc, c.id), '[]') from (
        select * from private.cards_before(
          organization_home.organization_id, now(), now() + interval '1 year', now() - interval '7 days'
        ) b
        where b.organization_id <> organization_home.organization_id order by b.shared_at desc, b.id limit 12
      ) c
    ),
    'waiting', (
      select coalesce(jsonb_agg(c.card order by c.starts_at, c.id), '[]') from (
        select g.card, g.starts_at, g.id from private.gathering_cards g
        where g.organization_id = organization_home.organization_id and g.state = 'draft'
        order by g.starts_at, g.id limit 12
      ) c
    )
  );
end $$;
comment on function public.organization_home(uuid) is
  'An organization''s first page: what comes in two weeks, what others shared this week, its own drafts. Null for an organization the caller does not belong to.';

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

create function public.coalition_calendar(coalition_slug text, first_on date, last_on date) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  coalition record;
  -- In a coalition that is not listed, what everyone can read does not name it (gatherings_place).
  unlisted_members uuid[] := '{}';
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
  return jsonb_build_object(
    'coalition', coalition.label,
    'gatherings', (
      select coalesce(jsonb_agg(g.card order by g.starts_at, g.id), '[]')
      from private.gathering_cards g
      where g.state <> 'draft' and g.audience <> 'owner'
        and (g.coalition_id = coalition.id or (
          g.coalition_id is null and g.audience = 'everyone' and g.organization_id = any (unlisted_members)
        ))
        and g.starts_at >= (first_on - 33)::timestamp at time zone 'UTC'
        and g.starts_at < (last_on + 2)::timestamp at time zone 'UTC'
        and g.starts_local < last_on + 1 and g.ends_local > first_on
    )
  );
end $$;
comment on function public.coalition_calendar(text, date, date) is
  'A coalition''s shared calendar as the caller may see it. Null for a coalition they may not know.';

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
      'recipients', private.recipients_of(g.id, g.organization_id),
      'writable_by', private.writable_by(g.organization_id),
      'reached', private.reached(g.id)
    )
    from public.gatherings g
    join private.gathering_cards c on c.id = g.id
    where g.id = read_gathering.gathering_id
  );
end $$;
comment on function public.read_gathering(uuid) is
  'One gathering, or null: the same null whether it is hidden or absent.';

create function public.edit_gathering(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', g.id, 'organization_id', g.organization_id, 'coalition_id', g.coalition_id, 'title', g.title,
      'description', g.description, 'kind', g.kind, 'area', g.area, 'languages', g.languages,
      'starts_local', g.starts_local, 'ends_local', g.ends_local, 'time_zone', g.time_zone,
      'starts_fold', g.starts_fold, 'ends_fold', g.ends_fold, 'state', g.state, 'audience', g.audience,
      'cancellation_reason', g.cancellation_reason, 'shared_at', g.shared_at, 'version', g.version,
      'recipients', (
        select coalesce(jsonb_agg(s.recipient_id order by s.recipient_id), '[]') from public.shares s
        where s.organization_id = g.organization_id and s.gathering_id = g.id
      ),
      'fellows', public.fellow_organizations(g.organization_id)
    )
    from public.gatherings g
    where g.id = edit_gathering.gathering_id and g.organization_id = edit_gathering.organization_id
      and g.organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
  );
end $$;
comment on function public.edit_gathering(uuid, uuid) is 'What the form starts from, with the organizations it could be named to. Null unless the caller may write this gathering.';

grant execute on function public.coalition_calendar(text, date, date), public.front_page(), public.read_gathering(uuid)
  to anon, authenticated;
grant execute on function
  public.organization_calendar(uuid, date, date), public.organization_home(uuid),
  public.fellow_organizations(uuid), public.edit_gathering(uuid, uuid)
  to authenticated;
