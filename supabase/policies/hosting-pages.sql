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
