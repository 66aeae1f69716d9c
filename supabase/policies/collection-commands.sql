-- What editors do with collections. Each command acts with the caller's own rights: the policies decide.

create function private.lock_collection(collection_id uuid, organization_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if not exists (
    select from public.collections c
    where c.id = lock_collection.collection_id and c.organization_id = lock_collection.organization_id
      and c.organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(lock_collection.organization_id, 'resources.write');
  perform from public.collections c where c.id = lock_collection.collection_id for no key update;
end $$;
comment on function private.lock_collection(uuid, uuid) is
  'Holds a collection until the command ends. One answer for a hidden, an absent and a foreign one.';

create function public.make_collection(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.collections;
  made uuid;
begin
  perform private.require_writer(make_collection.organization_id, 'resources.write');
  wanted := private.read_collection_content(content);
  if make_collection.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  insert into public.collections as c (organization_id, submission_id, coalition_id, audience, name, note)
  values (
    make_collection.organization_id, make_collection.submission_id, wanted.coalition_id, coalesce(wanted.audience, 'owner'),
    wanted.name, coalesce(wanted.note, '{}')
  )
  on conflict on constraint collections_one_per_submission do nothing
  returning c.id into made;
  if made is null then
    select c.id into made from public.collections c
    where c.organization_id = make_collection.organization_id and c.submission_id = make_collection.submission_id;
  end if;
  return jsonb_build_object('id', made);
end $$;
comment on function public.make_collection(uuid, uuid, jsonb) is
  'Begins a collection, {"name", "note", "audience", "coalition_id"}. A repeated submission answers with the row of the first.';

create function private.read_collection_content(content jsonb) returns public.collections
language plpgsql stable set search_path = '' as $$
begin
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  return jsonb_populate_record(null::public.collections, jsonb_build_object(
    'name', content -> 'name', 'note', content -> 'note', 'audience', content -> 'audience', 'coalition_id', content -> 'coalition_id'
  ));
exception when data_exception then
  perform private.refuse('not_understood', 422);
end $$;
comment on function private.read_collection_content(jsonb) is 'What arrived from the form of a collection.';

create function public.revise_collection(collection_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.collections;
begin
  perform private.lock_collection(revise_collection.collection_id, revise_collection.organization_id);
  if private.collection_version_of(revise_collection.collection_id) is distinct from seen_version then
    perform private.refuse('changed_meanwhile', 409);
  end if;
  wanted := private.read_collection_content(content);
  update public.collections c set
    name = wanted.name, note = coalesce(wanted.note, '{}'), audience = coalesce(wanted.audience, 'owner'), coalition_id = wanted.coalition_id
  where c.id = revise_collection.collection_id;
  return jsonb_build_object('id', revise_collection.collection_id);
end $$;
comment on function public.revise_collection(uuid, uuid, integer, jsonb) is
  'Changes the name, the note and the audience of a collection, over the version its writer saw.';

create function public.discard_collection(collection_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_collection(discard_collection.collection_id, discard_collection.organization_id);
  delete from public.collections c where c.id = discard_collection.collection_id;
  return jsonb_build_object('id', discard_collection.collection_id);
end $$;
comment on function public.discard_collection(uuid, uuid) is 'Deletes a collection. The services stay where they are.';

create function public.collect_service(collection_id uuid, organization_id uuid, service_id uuid, note text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  owner uuid;
begin
  perform private.lock_collection(collect_service.collection_id, collect_service.organization_id);
  select s.organization_id into owner from public.services s where s.id = collect_service.service_id;
  if owner is null then
    perform private.refuse('not_found', 404);
  end if;
  update public.collection_entries e set note = collect_service.note
  where e.organization_id = collect_service.organization_id and e.collection_id = collect_service.collection_id
    and e.owner_id = owner and e.service_id = collect_service.service_id;
  if not found then
    insert into public.collection_entries (organization_id, collection_id, owner_id, service_id, note)
    values (collect_service.organization_id, collect_service.collection_id, owner, collect_service.service_id, collect_service.note);
  end if;
  return jsonb_build_object('id', collect_service.collection_id);
end $$;
comment on function public.collect_service(uuid, uuid, uuid, text) is
  'Puts a service that the caller sees into a collection, last, or gives the one that is there another note.';

create function public.move_entry(collection_id uuid, organization_id uuid, service_id uuid, direction text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  seen uuid[];
  place integer;
  other uuid;
begin
  perform private.lock_collection(move_entry.collection_id, move_entry.organization_id);
  seen := array(
    select e.service_id from public.collection_entries e
    where e.organization_id = move_entry.organization_id and e.collection_id = move_entry.collection_id
    order by private.entry_place(e.organization_id, e.collection_id, e.owner_id, e.service_id), e.service_id
  );
  place := array_position(seen, move_entry.service_id);
  if place is null then
    perform private.refuse('not_found', 404);
  elsif move_entry.direction not in ('up', 'down') then
    perform private.refuse('choose_one', 422, 'direction');
  end if;
  other := seen[place + case move_entry.direction when 'up' then -1 else 1 end];
  if other is not null then
    perform private.swap_entries(move_entry.organization_id, move_entry.collection_id, move_entry.service_id, other);
  end if;
  return jsonb_build_object('id', move_entry.collection_id);
end $$;
comment on function public.move_entry(uuid, uuid, uuid, text) is
  'Moves an entry of a collection one place "up" or "down" among those that the caller sees.';

create function public.remove_entry(collection_id uuid, organization_id uuid, service_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_collection(remove_entry.collection_id, remove_entry.organization_id);
  delete from public.collection_entries e
  where e.organization_id = remove_entry.organization_id and e.collection_id = remove_entry.collection_id
    and e.service_id = remove_entry.service_id;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  return jsonb_build_object('id', remove_entry.collection_id);
end $$;
comment on function public.remove_entry(uuid, uuid, uuid) is 'Takes a service out of a collection.';

grant execute on function
  private.lock_collection(uuid, uuid), private.read_collection_content(jsonb),
  public.make_collection(uuid, uuid, jsonb), public.revise_collection(uuid, uuid, integer, jsonb),
  public.discard_collection(uuid, uuid), public.collect_service(uuid, uuid, uuid, text),
  public.move_entry(uuid, uuid, uuid, text), public.remove_entry(uuid, uuid, uuid)
  to authenticated;
