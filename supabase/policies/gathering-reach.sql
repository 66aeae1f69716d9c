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
