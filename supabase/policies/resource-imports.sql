-- Files with services: who may read and take them in, and how what was read becomes a preview. All of it is for those who write an
-- organization's directory.

grant select (organization_id, id, source, audience, coalition_id, state, problem, result, created_at, taken_at)
  on public.service_imports to authenticated;
create policy service_imports_select_editor on public.service_imports
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant insert (organization_id, source) on public.service_imports to authenticated;
create policy service_imports_insert_editor on public.service_imports
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (audience, coalition_id, state, problem, result, taken_at) on public.service_imports to authenticated;
create policy service_imports_update_editor on public.service_imports
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (
  organization_id, import_id, place, row_number, uid, title, content, refused, remarks, left_out, takes_theirs, outcome, service_id,
  provider_id, writes, conflicts, before, known, seen_version
) on public.service_import_rows to authenticated;
create policy service_import_rows_select_editor on public.service_import_rows
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant insert (organization_id, import_id, place, row_number, uid, title, content, refused, remarks) on public.service_import_rows to authenticated;
create policy service_import_rows_insert_editor on public.service_import_rows
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (left_out, takes_theirs, outcome, service_id, provider_id, writes, conflicts, before, known, seen_version) on public.service_import_rows to authenticated;
create policy service_import_rows_update_editor on public.service_import_rows
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (organization_id, uid, service_id, said, became, source_name, source_hash, row_number, imported_at)
  on public.imported_services to authenticated;
create policy imported_services_select_colleague on public.imported_services
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('resources.read'))::uuid[]));
grant insert (organization_id, uid, service_id, said, became, source_name, source_hash, row_number, imported_at)
  on public.imported_services to authenticated;
create policy imported_services_insert_editor on public.imported_services
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (service_id, said, became, source_name, source_hash, row_number, imported_at) on public.imported_services to authenticated;
create policy imported_services_update_editor on public.imported_services
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.imported_services to authenticated;
create policy imported_services_delete_editor on public.imported_services
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

create function public.begin_service_import(organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  until timestamptz;
begin
  perform private.require_writer(begin_service_import.organization_id, 'resources.write');
  until := private.take_import_try_of('resources.write', begin_service_import.organization_id);
  if until is not null then
    perform private.refuse('held_back', 429, null, jsonb_build_object('minutes', private.minutes_until(until)));
  end if;
  return (
    select jsonb_build_object('time_zone', o.time_zone, 'language', coalesce(o.languages[1], 'en'), 'terms', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', t.id, 'name', t.name, 'synonyms', t.synonyms, 'code', t.open_eligibility_code
      ) order by t.position), '[]') from public.taxonomy_terms t
    ))
    from public.organizations o where o.id = begin_service_import.organization_id
  );
end $$;
comment on function public.begin_service_import(uuid) is
  'Counts that a file is about to be read, and answers with what reading needs to know. Refuses whoever has read too many within the hour.';

create function private.take_import_try_of(permission text, organization_id uuid) returns timestamptz
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(take_import_try_of.organization_id, take_import_try_of.permission);
  return private.take_my_try('import');
end $$;
comment on function private.take_import_try_of(text, uuid) is 'Takes one of the caller''s own tries to read a file; until when there is none, otherwise.';

create function public.draft_service_import(organization_id uuid, source jsonb, rows jsonb, import_id uuid default null) returns jsonb
language plpgsql set search_path = '' as $$
declare
  import uuid := draft_service_import.import_id;
begin
  perform private.require_writer(draft_service_import.organization_id, 'resources.write');
  if import is null then
    insert into public.service_imports as i (organization_id, source) values (draft_service_import.organization_id, draft_service_import.source)
    returning i.id into import;
  elsif not exists (
    select from public.service_imports i
    where i.organization_id = draft_service_import.organization_id and i.id = import and i.state = 'read'
  ) then
    perform private.refuse('import_over', 404);
  end if;
  insert into public.service_import_rows (organization_id, import_id, place, row_number, uid, title, content, refused, remarks)
  select draft_service_import.organization_id, import, r.place, r.row_number, r.uid, left(r.title, 200), nullif(r.content, 'null'),
    coalesce(r.refused, '[]'), coalesce(r.remarks, '[]')
  from jsonb_to_recordset(draft_service_import.rows) as r(
    place integer, row_number integer, uid uuid, title text, content jsonb, refused jsonb, remarks jsonb
  );
  return jsonb_build_object('id', import);
exception when data_exception or integrity_constraint_violation then
  perform private.refuse('not_understood', 422);
end $$;
comment on function public.draft_service_import(uuid, jsonb, jsonb, uuid) is
  'Keeps rows of a file that was read, in several calls where there are many, for their preview. Nothing is taken in yet.';

grant execute on function private.take_import_try_of(text, uuid), public.begin_service_import(uuid), public.draft_service_import(uuid, jsonb, jsonb, uuid)
  to authenticated;
