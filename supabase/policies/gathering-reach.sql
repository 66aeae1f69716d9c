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

create function private.writable_by(organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(o.slug order by o.slug), '[]')
    from public.organizations o
    where o.id = writable_by.organization_id and o.id = any (private.my_organizations('gatherings.write'))
  );
end $$;
comment on function private.writable_by(uuid) is 'Slugs of the organizations as which the caller may write a row of this owner.';

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
  return jsonb_build_object('organizations', case
    when seen.state = 'draft' or seen.audience = 'owner' then 0
    when seen.audience = 'named' then (
      select count(*) from public.shares s
      where s.organization_id = seen.organization_id and s.gathering_id = reached.gathering_id and s.layer = reached.layer
    )
    when seen.audience = 'coalition' then (
      select count(*) from public.standings s
      where s.coalition_id = seen.coalition_id and s.organization_id <> seen.organization_id
    )
    else (
      select count(distinct theirs.organization_id)
      from public.standings mine
      join public.standings theirs on theirs.coalition_id = mine.coalition_id
      where mine.organization_id = seen.organization_id and theirs.organization_id <> seen.organization_id
    ) end);
end $$;
comment on function private.reached(uuid, public.layer) is
  'How many other organizations can see a layer, for its owner''s people; null for anyone else. A layer for everyone reaches at least the owner''s fellows.';

grant execute on function
  private.versions_of(uuid[]), private.version_of(uuid),
  private.recipients_of(uuid, uuid, public.layer), private.notes_of(uuid, uuid), private.writable_by(uuid), private.reached(uuid, public.layer)
  to anon, authenticated;
