-- Collections of services: who may see and change them, and what every writer is held to. A collection opens nothing: an
-- entry is seen by whoever sees the service itself.

grant select (id, organization_id, coalition_id, audience, name, note) on public.collections to anon, authenticated;
grant select (submission_id) on public.collections to authenticated;
create policy collections_select_visitor on public.collections
  for select to anon
  using (audience = 'everyone');
create policy collections_select_audience on public.collections
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or audience = 'everyone'
    or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
  );
grant insert (organization_id, coalition_id, submission_id, audience, name, note) on public.collections to authenticated;
create policy collections_insert_editor on public.collections
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (coalition_id, audience, name, note) on public.collections to authenticated;
create policy collections_update_editor on public.collections
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.collections to authenticated;
create policy collections_delete_editor on public.collections
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- Not granted: the position. It moves when an entry changes places with one that its reader does not see.
grant select (organization_id, collection_id, owner_id, service_id, note) on public.collection_entries to anon, authenticated;
create policy collection_entries_select_with_both on public.collection_entries
  for select to anon, authenticated
  using (
    exists (
      select from public.collections c
      where c.organization_id = collection_entries.organization_id and c.id = collection_entries.collection_id
    ) and exists (
      select from public.services s
      where s.organization_id = collection_entries.owner_id and s.id = collection_entries.service_id
    )
  );
grant insert (organization_id, collection_id, owner_id, service_id, note) on public.collection_entries to authenticated;
create policy collection_entries_insert_editor on public.collection_entries
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (note) on public.collection_entries to authenticated;
-- Whoever changes all that they may must not learn by the number of rows of one that they do not see.
create policy collection_entries_update_editor on public.collection_entries
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]) and exists (
    select from public.services s
    where s.organization_id = collection_entries.owner_id and s.id = collection_entries.service_id
  ))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.collection_entries to authenticated;
create policy collection_entries_delete_editor on public.collection_entries
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]) and exists (
    select from public.services s
    where s.organization_id = collection_entries.owner_id and s.id = collection_entries.service_id
  ));

create function private.prepare_collection() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.name := private.tidy_texts(new.name, 'name', 120, true);
  new.note := private.tidy_texts(new.note, 'note', 1000, false, true);
  if new.audience = 'named' then
    perform private.refuse('choose_one', 422, 'audience');
  elsif new.audience <> 'coalition' then
    -- Readers outside a coalition must not learn from a row that it exists.
    new.coalition_id := null;
  elsif new.coalition_id is null and (tg_op = 'INSERT' or old.audience <> 'coalition') or (
    new.coalition_id is not null and (tg_op = 'INSERT' or new.coalition_id is distinct from old.coalition_id) and not exists (
      select from public.standings s where s.organization_id = new.organization_id and s.coalition_id = new.coalition_id
    )
  ) then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
  elsif (
    select count(*) >= 100 from public.collections c where c.organization_id = new.organization_id
  ) then
    perform private.refuse('too_many', 409, 'name', jsonb_build_object('maximum', 100));
  end if;
  return new;
end $$;
comment on function private.prepare_collection() is
  'Tidies a collection, refuses a coalition in which its owner has no standing, and counts its version; at most a hundred for an organization.';
create trigger collections_prepare before insert or update on public.collections
  for each row execute function private.prepare_collection();

create function private.prepare_collection_entry() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.note := private.tidy_line(new.note, 'note', 200);
  if tg_op = 'UPDATE' then
    return new;
  end if;
  -- With the writer's own rights: a service that they do not see is none, and their key tells nothing of it.
  if not exists (
    select from public.services s where s.organization_id = new.owner_id and s.id = new.service_id
  ) or not exists (
    select from public.collections c where c.organization_id = new.organization_id and c.id = new.collection_id
  ) then
    perform private.refuse('not_found', 404);
  elsif (
    select count(*) >= 100 from public.collection_entries e
    where e.organization_id = new.organization_id and e.collection_id = new.collection_id
  ) then
    perform private.refuse('too_many', 409, 'collection_id', jsonb_build_object('maximum', 100));
  end if;
  return new;
end $$;
comment on function private.prepare_collection_entry() is
  'Refuses what its writer does not see, in the same words whether it is hidden or absent; at most a hundred that they see.';
create trigger collection_entries_prepare before insert or update on public.collection_entries
  for each row execute function private.prepare_collection_entry();

create function private.collection_version_of(collection_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select c.version from public.collections c
    where c.id = collection_version_of.collection_id and c.organization_id = any (private.my_organizations('resources.write'))
  );
end $$;
comment on function private.collection_version_of(uuid) is 'The version of a collection that the caller may write; null for anyone else.';
grant execute on function private.collection_version_of(uuid) to anon, authenticated;

create function private.entry_place(organization_id uuid, collection_id uuid, owner_id uuid, service_id uuid) returns bigint
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select e.position from public.collection_entries e
    where e.organization_id = entry_place.organization_id and e.collection_id = entry_place.collection_id
      and e.owner_id = entry_place.owner_id and e.service_id = entry_place.service_id
  );
end $$;
comment on function private.entry_place(uuid, uuid, uuid, uuid) is
  'Where an entry stands in its collection, for sorting those that the caller sees; shown to nobody.';
grant execute on function private.entry_place(uuid, uuid, uuid, uuid) to anon, authenticated;

create function private.swap_entries(organization_id uuid, collection_id uuid, one uuid, other uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(swap_entries.organization_id, 'resources.write');
  update public.collection_entries e set position = (
    select t.position from public.collection_entries t
    where t.organization_id = e.organization_id and t.collection_id = e.collection_id
      and t.service_id in (one, other) and t.service_id <> e.service_id
  )
  where e.organization_id = swap_entries.organization_id and e.collection_id = swap_entries.collection_id and e.service_id in (one, other);
end $$;
comment on function private.swap_entries(uuid, uuid, uuid, uuid) is 'Lets two entries of a collection change places, for those who may write it.';
grant execute on function private.swap_entries(uuid, uuid, uuid, uuid) to authenticated;
