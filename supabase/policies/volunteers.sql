-- Who helps at a gathering: roles for the people of its hosts, names for those of the volunteer's own organization alone.

grant select (id, organization_id, gathering_id, name, needed, languages, created_at) on public.volunteer_roles to authenticated;
create policy volunteer_roles_select_host on public.volunteer_roles
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    or exists (
      select from public.hostings h
      where h.organization_id = volunteer_roles.organization_id and h.gathering_id = volunteer_roles.gathering_id
        and h.part = 'co_host' and h.state = 'accepted'
        and h.host_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    )
  );

grant insert (organization_id, gathering_id, name, needed, languages) on public.volunteer_roles to authenticated;
create policy volunteer_roles_insert_editor on public.volunteer_roles
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant update (name, needed, languages) on public.volunteer_roles to authenticated;
create policy volunteer_roles_update_editor on public.volunteer_roles
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant delete on public.volunteer_roles to authenticated;
create policy volunteer_roles_delete_editor on public.volunteer_roles
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

-- Not granted: when a place counts, which tells what else its person does at that time.
grant select (id, organization_id, person_id, owner_id, gathering_id, role_id, taken_at)
  on public.volunteer_places to authenticated;
create policy volunteer_places_select_colleague on public.volunteer_places
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('members.read'))::uuid[]));

-- No insert: whoever takes a place does so by public.take_place, for themselves. Nobody is told what another person does
-- elsewhere at that time.
grant delete on public.volunteer_places to authenticated;
create policy volunteer_places_delete_self_or_editor on public.volunteer_places
  for delete to authenticated
  using (
    (person_id = (select private.my_person()) and organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]))
    or organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
  );

create function private.prepare_role() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.name := private.tidy_texts(new.name, 'name', 80, true);
  new.languages := private.tidy_languages(coalesce(new.languages, '{}'), 'languages');
  if new.needed is null or new.needed not between 1 and 99 then
    perform private.refuse('not_a_number_of_people', 422, 'needed', jsonb_build_object('maximum', 99));
  elsif tg_op = 'INSERT' then
    if not exists (
      select from public.gatherings g where g.organization_id = new.organization_id and g.id = new.gathering_id
    ) then
      perform private.refuse('not_found', 404);
    elsif (
      select count(*) >= 20 from public.volunteer_roles r
      where r.organization_id = new.organization_id and r.gathering_id = new.gathering_id
    ) then
      perform private.refuse('too_many', 409, 'name', jsonb_build_object('maximum', 20));
    end if;
  end if;
  return new;
end $$;
comment on function private.prepare_role() is 'Tidies a role and refuses what its constraints would; at most twenty for a gathering.';
create trigger volunteer_roles_prepare before insert or update on public.volunteer_roles
  for each row execute function private.prepare_role();

create function private.keep_places_in_time() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  place record;
begin
  for place in
    select p.id from public.volunteer_places p
    where p.owner_id = new.organization_id and p.gathering_id = new.id
    order by p.id for update
  loop
    begin
      update public.volunteer_places p
      set during = case new.state when 'cancelled' then 'empty' else tstzrange(new.starts_at, new.ends_at) end
      where p.id = place.id;
    exception when exclusion_violation then
      -- Whoever moves a gathering must not learn what its volunteers do elsewhere: the person alone is told.
      update public.volunteer_places p set during = 'empty' where p.id = place.id;
    end;
  end loop;
  return null;
end $$;
comment on function private.keep_places_in_time() is
  'Places move with their gathering. One that would put a person in two places at one time counts no longer, and its person sees so.';
create trigger gatherings_keep_places_in_time after update on public.gatherings
  for each row
  when ((old.starts_at, old.ends_at, old.state) is distinct from (new.starts_at, new.ends_at, new.state))
  execute function private.keep_places_in_time();

create function private.end_places_of_former_host() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' or new.state <> 'accepted' or new.part <> 'co_host' then
    delete from public.volunteer_places p
    where p.owner_id = old.organization_id and p.gathering_id = old.gathering_id and p.organization_id = old.host_id;
  end if;
  return null;
end $$;
comment on function private.end_places_of_former_host() is 'Whose organization no longer holds a gathering helps there no longer.';
create trigger hostings_end_places after delete or update of state, part on public.hostings
  for each row execute function private.end_places_of_former_host();

create function private.hosts(organization uuid, owner uuid, gathering uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return organization = owner and exists (
    select from public.gatherings g where g.organization_id = owner and g.id = gathering
  ) or exists (
    select from public.hostings h join public.gatherings g on g.organization_id = h.organization_id and g.id = h.gathering_id
    where h.organization_id = owner and h.gathering_id = gathering and h.host_id = organization
      and h.part = 'co_host' and h.state = 'accepted' and g.state <> 'draft'
  );
end $$;
comment on function private.hosts(uuid, uuid, uuid) is
  'Whether an organization holds a gathering: as its owner or as an accepted co-host. Called by functions that have asked who the caller is.';

create function private.places_taken(roles uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_object_agg(t.role_id, t.taken), '{}') from (
      select p.role_id, count(*) as taken
      from public.volunteer_places p
      join public.gatherings g on g.organization_id = p.owner_id and g.id = p.gathering_id
      where p.role_id = any (roles) and g.state <> 'cancelled'
        and exists (
          select from unnest(private.my_organizations('gatherings.read')) as mine(id)
          where private.hosts(mine.id, p.owner_id, p.gathering_id)
        )
      group by p.role_id
    ) t
  );
end $$;
comment on function private.places_taken(uuid[]) is
  'How many places of each role are taken, by id, for the people of organizations that hold the gathering; nothing for anyone else. Never by whom, and none the fewer where somebody is busy elsewhere: moving a gathering about would tell when.';

create function private.my_standing_places() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select p.id from public.volunteer_places p where p.person_id = private.my_person() and not isempty(p.during)
  );
end $$;
comment on function private.my_standing_places() is
  'The caller''s own places that count: not those at a gathering that was cancelled, or moved onto something else that they do.';
grant execute on function private.my_standing_places() to authenticated;

create function private.missing_volunteers(gatherings uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine constant uuid[] := private.my_organizations('gatherings.read');
begin
  if cardinality(mine) = 0 or gatherings is null then
    return '{}';
  end if;
  return (
    select coalesce(jsonb_object_agg(m.gathering_id, m.missing), '{}') from (
      select r.gathering_id, sum(greatest(r.needed - (
        select count(*) from public.volunteer_places p
        where p.owner_id = r.organization_id and p.gathering_id = r.gathering_id and p.role_id = r.id
      ), 0)) as missing
      from public.volunteer_roles r
      join public.gatherings g on g.organization_id = r.organization_id and g.id = r.gathering_id
      where r.gathering_id = any (gatherings) and g.state = 'scheduled' and g.ends_at > now()
        and (r.organization_id = any (mine) or exists (
          select from public.hostings h
          where h.organization_id = r.organization_id and h.gathering_id = r.gathering_id
            and h.host_id = any (mine) and h.part = 'co_host' and h.state = 'accepted'
        ))
      group by r.gathering_id
    ) m
    where m.missing > 0
  );
end $$;
comment on function private.missing_volunteers(uuid[]) is
  'How many volunteers each of these gatherings still lacks, by id, for the people of organizations that hold it; of the coming ones alone.';

grant execute on function private.places_taken(uuid[]) to authenticated;
grant execute on function private.missing_volunteers(uuid[]) to anon, authenticated;
