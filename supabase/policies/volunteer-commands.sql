-- Taking a place at a gathering, and the page about its roles.

create function private.take_place(organization_id uuid, role_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  person constant uuid := private.my_person();
  role record;
  place uuid;
begin
  perform private.require_writer(take_place.organization_id, 'members.read');
  -- Whoever takes a place of this role waits here for one another.
  select r.id, r.organization_id, r.gathering_id, r.needed, g.state, g.starts_at, g.ends_at into role
  from public.volunteer_roles r
  join public.gatherings g on g.organization_id = r.organization_id and g.id = r.gathering_id
  where r.id = take_place.role_id and private.hosts(take_place.organization_id, r.organization_id, r.gathering_id)
  for update of r for share of g;
  if not found then
    perform private.refuse('not_found', 404);
  elsif role.state = 'cancelled' then
    perform private.refuse('gathering_cancelled', 409);
  elsif role.ends_at <= now() then
    perform private.refuse('gathering_over', 409);
  end if;
  delete from public.volunteer_places p
  where p.organization_id = take_place.organization_id and p.person_id = person and p.role_id = role.id and isempty(p.during);
  select p.id into place from public.volunteer_places p
  where p.organization_id = take_place.organization_id and p.person_id = person and p.role_id = role.id;
  if found then
    return jsonb_build_object('id', place);
  elsif (
    select count(*) >= role.needed from public.volunteer_places p
    where p.owner_id = role.organization_id and p.gathering_id = role.gathering_id and p.role_id = role.id
  ) then
    perform private.refuse('role_full', 409);
  end if;
  insert into public.volunteer_places as p (organization_id, person_id, owner_id, gathering_id, role_id, during)
  values (take_place.organization_id, person, role.organization_id, role.gathering_id, role.id, tstzrange(role.starts_at, role.ends_at))
  returning p.id into place;
  return jsonb_build_object('id', place);
exception when exclusion_violation then
  perform private.refuse('busy_at_that_time', 409);
end $$;
comment on function private.take_place(uuid, uuid) is
  'Takes a place for the caller, as a member of an organization that holds the gathering. Refuses: role_full, busy_at_that_time (told to that person alone), gathering_cancelled, gathering_over; not_found for a role of a gathering that the organization does not hold.';

create function public.take_place(organization_id uuid, role_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.take_place(take_place.organization_id, take_place.role_id);
end $$;
comment on function public.take_place(uuid, uuid) is 'As private.take_place. Taking the same place again is the same place.';

create function private.roles_of(gathering_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  roles uuid[];
  taken jsonb;
begin
  if current_user = 'anon' then
    return '[]';
  end if;
  roles := array(select r.id from public.volunteer_roles r where r.gathering_id = roles_of.gathering_id);
  if cardinality(roles) = 0 then
    return '[]';
  end if;
  taken := private.places_taken(roles);
  return (
    select jsonb_agg(jsonb_build_object(
      'id', r.id, 'name', r.name, 'needed', r.needed, 'languages', r.languages,
      'taken', coalesce((taken ->> r.id::text)::integer, 0)
    ) order by r.created_at, r.id)
    from public.volunteer_roles r where r.id = any (roles)
  );
end $$;
comment on function private.roles_of(uuid) is
  'The roles of a gathering and how many places of each are taken, for the people of organizations that hold it; none for anyone else.';

create function public.volunteer_page(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  owner uuid;
  stands boolean;
  standing constant uuid[] := private.my_standing_places();
begin
  select g.organization_id, g.state <> 'cancelled' into owner, stands
  from public.gatherings g where g.id = volunteer_page.gathering_id;
  if owner is null or not volunteer_page.organization_id = any (private.my_organizations('gatherings.read'))
    or not private.holds(volunteer_page.organization_id, volunteer_page.gathering_id)
  then
    return null;
  end if;
  return jsonb_build_object(
    'gathering', (select c.card from private.gathering_cards c where c.id = volunteer_page.gathering_id),
    'writes', owner = volunteer_page.organization_id and owner = any (private.my_organizations('gatherings.write')),
    'helps', volunteer_page.organization_id = any (private.my_organizations('members.read')),
    'repeats', cardinality(private.chosen_occurrences(volunteer_page.gathering_id, owner, 'all')) > 1,
    'frees', volunteer_page.organization_id = any (private.my_organizations('gatherings.write')),
    'roles', private.roles_of(volunteer_page.gathering_id),
    'places', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'role_id', p.role_id, 'person', n.display_name,
        'mine', p.person_id = private.my_person(),
        'stands', case when p.person_id = private.my_person() then p.id = any (standing) else stands end
      ) order by n.display_name, p.id), '[]')
      from public.volunteer_places p
      join public.people n on n.id = p.person_id
      where p.gathering_id = volunteer_page.gathering_id and p.organization_id = volunteer_page.organization_id
    )
  );
end $$;
comment on function public.volunteer_page(uuid, uuid) is
  'The roles of a gathering as an organization that holds it sees them: how many places are taken, and which of its own people have one. That one of them is busy elsewhere is told to that person alone. Null unless the caller belongs to that organization and it holds the gathering.';

create function private.holds(organization_id uuid, gathering_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return holds.organization_id = any (private.my_organizations('gatherings.read')) and exists (
    select from public.gatherings g
    where g.id = holds.gathering_id and private.hosts(holds.organization_id, g.organization_id, g.id)
  );
end $$;
comment on function private.holds(uuid, uuid) is 'Whether an organization of the caller holds a gathering; false for any other organization.';

create function private.held_by(gathering_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(l.label order by o.slug), '[]')
    from public.organizations o
    join private.organization_labels l on l.id = o.id
    join public.gatherings g on g.id = held_by.gathering_id
    where o.id = any (private.my_organizations('gatherings.read')) and private.hosts(o.id, g.organization_id, g.id)
  );
end $$;
comment on function private.held_by(uuid) is 'The caller''s organizations that hold a gathering, as labels.';

create function private.my_places(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  standing constant uuid[] := private.my_standing_places();
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'role', r.name, 'stands', p.id = any (standing), 'gathering', c.card
    ) order by c.starts_at, p.id), '[]')
    from public.volunteer_places p
    join public.volunteer_roles r on r.id = p.role_id
    join private.gathering_cards c on c.id = p.gathering_id
    where p.person_id = (select private.my_person()) and p.organization_id = my_places.organization_id and c.ends_at > now()
  );
end $$;
comment on function private.my_places(uuid) is 'What the caller helps at as a member of an organization, soonest first.';

grant execute on function
  private.take_place(uuid, uuid), private.holds(uuid, uuid), private.my_places(uuid),
  public.take_place(uuid, uuid), public.volunteer_page(uuid, uuid)
  to authenticated;
grant execute on function private.roles_of(uuid), private.held_by(uuid) to anon, authenticated;
