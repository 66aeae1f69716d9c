-- Within a day an import goes back: what it made is deleted, what it changed says again what it said. Whatever somebody has changed
-- since stays as they left it.

create function private.undo_batch(organization_id uuid, import_id uuid, first integer, last integer) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.require_writer(undo_batch.organization_id, 'resources.write');
  -- What others have seen is closed, so that whoever holds its link reads that it ended.
  update public.service_import_rows r set writes = case
    when s.version <> r.seen_version then '{"kept": true}'::jsonb when s.shared then '{"closed": true}' else '{}' end
  from (
    select v.id, v.organization_id, v.shared_at is not null as shared, private.service_version_of(v.id) as version from public.services v
  ) s
  where r.organization_id = undo_batch.organization_id and r.import_id = undo_batch.import_id and r.place between first and last
    and r.outcome = 'made' and s.organization_id = r.organization_id and s.id = r.service_id;
  update public.services s set state = 'closed'
  from public.service_import_rows r
  where r.organization_id = undo_batch.organization_id and r.import_id = undo_batch.import_id and r.place between first and last
    and r.outcome = 'made' and r.writes ? 'closed' and s.organization_id = r.organization_id and s.id = r.service_id;
  delete from public.services s using public.service_import_rows r
  where r.organization_id = undo_batch.organization_id and r.import_id = undo_batch.import_id and r.place between first and last
    and r.outcome = 'made' and r.writes = '{}' and s.organization_id = r.organization_id and s.id = r.service_id;

  update public.service_import_rows r set writes = (
    select coalesce(jsonb_object_agg(k.name, k.item), '{}') from jsonb_each(r.before) as k(name, item)
    where c.content -> k.name = i.became -> k.name or (
      k.name = 'translations' and c.content -> 'name' = i.became -> 'name' and c.content -> 'description' = i.became -> 'description'
    )
  )
  from public.imported_services i
  cross join lateral (select private.content_of(i.organization_id, i.service_id) as content) c
  where r.organization_id = undo_batch.organization_id and r.import_id = undo_batch.import_id and r.place between first and last
    and r.outcome = 'changed' and r.before is not null
    and i.organization_id = r.organization_id and i.uid = r.uid;
  perform private.write_batch_providers(undo_batch.organization_id, undo_batch.import_id, first, last);
  perform private.write_batch(undo_batch.organization_id, undo_batch.import_id, first, last, 'changed');
  perform private.forget_batch(undo_batch.organization_id, undo_batch.import_id, first, last);
end $$;
comment on function private.undo_batch(uuid, uuid, integer, integer) is 'Undoes the rows of an import between two places, with the caller''s own rights.';

create function private.forget_batch(organization_id uuid, import_id uuid, first integer, last integer) returns void
language plpgsql set search_path = '' as $$
begin
  update public.imported_services i set
    said = r.known -> 'said', became = r.known -> 'became', source_name = r.known ->> 'source_name',
    source_hash = r.known ->> 'source_hash', row_number = (r.known ->> 'row_number')::integer,
    imported_at = (r.known ->> 'imported_at')::timestamptz
  from public.service_import_rows r
  where r.organization_id = forget_batch.organization_id and r.import_id = forget_batch.import_id and r.place between first and last
    and r.known is not null and i.organization_id = r.organization_id and i.uid = r.uid;
  delete from public.imported_services i using public.service_import_rows r
  where r.organization_id = forget_batch.organization_id and r.import_id = forget_batch.import_id and r.place between first and last
    and r.outcome is not null and r.known is null and not r.writes ? 'kept' and i.organization_id = r.organization_id and i.uid = r.uid;
  perform private.note_disagreement(
    r.organization_id, r.service_id, f.item ->> 'name', f.item -> 'ours', f.item -> 'ours', left(m.source ->> 'name', 120)
  )
  from public.service_import_rows r
  join public.service_imports m on m.organization_id = r.organization_id and m.id = r.import_id
  cross join jsonb_array_elements(r.conflicts) as f(item)
  where r.organization_id = forget_batch.organization_id and r.import_id = forget_batch.import_id and r.place between first and last
    and r.service_id is not null;
  delete from public.locations l using public.service_import_rows r cross join jsonb_array_elements(r.content -> 'places') as e(item)
  where r.organization_id = forget_batch.organization_id and r.import_id = forget_batch.import_id and r.place between first and last
    and l.organization_id = r.organization_id and l.hsds_id = (e.item ->> 'location_hsds_id')::uuid and not exists (
      select from public.service_at_locations a where a.organization_id = l.organization_id and a.location_id = l.id
    );
  delete from public.providers p using public.service_import_rows r
  where r.organization_id = forget_batch.organization_id and r.import_id = forget_batch.import_id and r.place between first and last
    and p.organization_id = r.organization_id and p.id = r.provider_id and not exists (
      select from public.services s where s.organization_id = p.organization_id and s.provider_id = p.id
    );
end $$;
comment on function private.forget_batch(uuid, uuid, integer, integer) is
  'What is known of where services came from is what it was before; places and providers that nothing needs any more go.';

create function private.finish_undo(organization_id uuid, import_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  done jsonb;
begin
  select jsonb_build_object(
    'removed', count(*) filter (where r.outcome = 'made' and r.writes = '{}'),
    'closed', count(*) filter (where r.outcome = 'made' and r.writes ? 'closed'),
    'restored', count(*) filter (where r.outcome = 'changed' and r.before is not null and r.writes <> '{}'),
    'kept', count(*) filter (where r.outcome = 'made' and r.writes ? 'kept')
      + count(*) filter (where r.outcome = 'changed' and r.before is not null and r.writes <> r.before)
  ) into done
  from public.service_import_rows r
  where r.organization_id = finish_undo.organization_id and r.import_id = finish_undo.import_id;
  update public.service_imports i set state = 'undone', result = i.result || jsonb_build_object('undone', done)
  where i.organization_id = finish_undo.organization_id and i.id = finish_undo.import_id;
  return done;
end $$;
comment on function private.finish_undo(uuid, uuid) is 'Says what undoing an import did, and what stayed since somebody has changed it.';

grant execute on function private.undo_batch(uuid, uuid, integer, integer), private.forget_batch(uuid, uuid, integer, integer), private.finish_undo(uuid, uuid)
  to authenticated;
