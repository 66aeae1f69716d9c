-- Taking in what a file with services says: the worker does it as the person who pressed, batch by batch in one transaction, so that
-- either all of it is here or nothing. Each batch is written set by set.

create function public.take_in_services(
  organization_id uuid, import_id uuid, audience public.audience, coalition_id uuid, left_out integer[], theirs integer[]
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  found_state public.service_import_state;
begin
  perform private.require_writer(take_in_services.organization_id, 'resources.write');
  select i.state into found_state from public.service_imports i
  where i.organization_id = take_in_services.organization_id and i.id = take_in_services.import_id for update;
  if not found then
    perform private.refuse('import_over', 404);
  elsif found_state not in ('read', 'failed') then
    return jsonb_build_object('state', found_state);
  elsif take_in_services.audience = 'named' or take_in_services.audience is null then
    perform private.refuse('not_understood', 422, 'audience');
  elsif take_in_services.audience = 'coalition' and not exists (
    select from public.standings s
    where s.organization_id = take_in_services.organization_id and s.coalition_id = take_in_services.coalition_id
  ) then
    perform private.refuse('coalition_not_yours', 422, 'audience');
  end if;
  update public.service_import_rows r set
    left_out = coalesce(r.place = any (take_in_services.left_out), false), takes_theirs = coalesce(r.place = any (theirs), false)
  where r.organization_id = take_in_services.organization_id and r.import_id = take_in_services.import_id
    and (r.left_out or r.takes_theirs or r.place = any (take_in_services.left_out) or r.place = any (theirs));
  update public.service_imports i set
    state = 'waiting', problem = null, audience = take_in_services.audience,
    coalition_id = case take_in_services.audience when 'coalition' then take_in_services.coalition_id end
  where i.organization_id = take_in_services.organization_id and i.id = take_in_services.import_id;
  perform private.hand_over_import(take_in_services.organization_id, take_in_services.import_id);
  return jsonb_build_object('state', 'waiting');
end $$;
comment on function public.take_in_services(uuid, uuid, public.audience, uuid, integer[], integer[]) is
  'Hands a file that was read to the worker: all of it but the rows that are left out. What was changed here stays, but for the rows in theirs. Asked again, it answers how far that is.';

create function public.undo_service_import(organization_id uuid, import_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  import record;
begin
  perform private.require_writer(undo_service_import.organization_id, 'resources.write');
  select i.state, i.taken_at into import from public.service_imports i
  where i.organization_id = undo_service_import.organization_id and i.id = undo_service_import.import_id for update;
  if not found then
    perform private.refuse('import_over', 404);
  elsif import.state in ('leaving', 'undone') then
    return jsonb_build_object('state', import.state);
  elsif import.state <> 'taken' or import.taken_at < now() - interval '24 hours' then
    perform private.refuse('undo_is_over', 409);
  end if;
  update public.service_imports i set state = 'leaving', problem = null
  where i.organization_id = undo_service_import.organization_id and i.id = undo_service_import.import_id;
  perform private.hand_over_import(undo_service_import.organization_id, undo_service_import.import_id);
  return jsonb_build_object('state', 'leaving');
end $$;
comment on function public.undo_service_import(uuid, uuid) is
  'Within a day, hands an import to the worker to be undone: what it made goes, what it changed goes back, and whatever somebody has changed since stays. Refuses undo_is_over.';

create function private.hand_over_import(organization_id uuid, import_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(hand_over_import.organization_id, 'resources.write');
  update public.service_imports i set person_id = private.my_person()
  where i.organization_id = hand_over_import.organization_id and i.id = hand_over_import.import_id
    and i.state in ('waiting', 'leaving');
  delete from private.service_import_progress p where p.import_id = hand_over_import.import_id;
  perform private.queue_import(hand_over_import.import_id);
end $$;
comment on function private.hand_over_import(uuid, uuid) is 'Notes as whom the worker acts, and gives it the job, in the transaction that asks for it.';

create function private.queue_import(import_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  -- Where the worker has not made its schema yet, it finds what waits when it starts.
  if to_regnamespace('graphile_worker') is not null then
    execute 'select graphile_worker.add_job($1, $2, max_attempts := 3, job_key := $3)'
      using 'carry_out_import', json_build_object('import', queue_import.import_id), 'import:' || queue_import.import_id;
  end if;
end $$;
comment on function private.queue_import(uuid) is 'Gives the worker an import that waits. The job''s key keeps it single.';

create function private.queue_waiting_imports() returns integer
language plpgsql set search_path = '' as $$
declare
  queued integer := 0;
  waiting uuid;
begin
  for waiting in select i.id from public.service_imports i where i.state in ('waiting', 'leaving') loop
    perform private.queue_import(waiting);
    queued := queued + 1;
  end loop;
  return queued;
end $$;
comment on function private.queue_waiting_imports() is 'Gives every import that waits to the queue anew, when the worker starts.';

create function private.lock_imports_of(organization_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('services ' || lock_imports_of.organization_id::text, 0));
end $$;
comment on function private.lock_imports_of(uuid) is 'Two imports of one organization come one after the other: the second sees what the first has made.';

create function private.take_in_batch(organization_id uuid, import_id uuid, first integer, last integer) returns void
language plpgsql set search_path = '' as $$
declare
  import record;
begin
  perform private.require_writer(take_in_batch.organization_id, 'resources.write');
  select i.audience, i.coalition_id, left(i.source ->> 'name', 120) as name, i.source ->> 'hash' as hash into import
  from public.service_imports i
  where i.organization_id = take_in_batch.organization_id and i.id = take_in_batch.import_id;

  update public.service_import_rows r set
    service_id = c.service_id, outcome = c.state,
    writes = case c.state when 'made' then r.content else private.chosen_writes(r.organization_id, c.service_id, c.fields, i.said, r.takes_theirs) end,
    conflicts = case when r.takes_theirs then '[]' else (
      select coalesce(jsonb_agg(f.item - 'conflict'), '[]') from jsonb_array_elements(c.fields) as f(item) where f.item -> 'conflict' = 'true'
    ) end,
    known = case when i.uid is not null then jsonb_build_object(
      'said', i.said, 'became', i.became, 'source_name', i.source_name, 'source_hash', i.source_hash,
      'row_number', i.row_number, 'imported_at', i.imported_at
    ) end
  from private.compare_services(take_in_batch.organization_id, take_in_batch.import_id, first, last) c
  left join public.imported_services i on i.organization_id = take_in_batch.organization_id and i.uid = c.uid
  where r.organization_id = take_in_batch.organization_id and r.import_id = take_in_batch.import_id and r.place = c.place
    and not r.left_out;
  update public.service_import_rows r set before = (
    select jsonb_object_agg(k.name, now.content -> k.name) from (
      select w.name from jsonb_object_keys(r.writes) as w(name)
      -- The state of translations moves with the texts.
      union select 'translations' where r.writes ?| array['name', 'description']
    ) k
    cross join lateral (select private.content_of(r.organization_id, r.service_id) as content) now
  )
  where r.organization_id = take_in_batch.organization_id and r.import_id = take_in_batch.import_id
    and r.place between first and last and r.outcome = 'changed' and r.writes <> '{}';

  perform private.write_batch_providers(take_in_batch.organization_id, take_in_batch.import_id, first, last);
  perform private.make_batch_services(take_in_batch.organization_id, take_in_batch.import_id, first, last, import.audience, import.coalition_id);
  perform private.write_batch(take_in_batch.organization_id, take_in_batch.import_id, first, last, 'made');
  perform private.write_batch(take_in_batch.organization_id, take_in_batch.import_id, first, last, 'changed');
  perform private.note_batch_disagreements(take_in_batch.organization_id, take_in_batch.import_id, first, last, import.name);
  perform private.remember_batch(take_in_batch.organization_id, take_in_batch.import_id, first, last, import.name, import.hash);
end $$;
comment on function private.take_in_batch(uuid, uuid, integer, integer) is
  'Takes in the rows of an import between two places, with the caller''s own rights. Called by the worker within one transaction for all batches.';

create function private.merged(field text, ours jsonb, theirs jsonb, said jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case
    when field in ('name', 'description', 'eligibility', 'required_documents', 'cost_note')
    then (
      select coalesce(jsonb_object_agg(k.tag, k.item), '{}')
      from jsonb_each(ours || theirs) as k(tag, item) where theirs ? k.tag or not coalesce(said, '{}') ? k.tag
    )
    when field in ('provider', 'translations') then ours || theirs
    else theirs
  end
$$;
comment on function private.merged(text, jsonb, jsonb, jsonb) is
  'What is written of a field: what the file says, over what stands here. A language that the file has taken back goes; one that came in here stays.';

create function private.chosen_writes(organization_id uuid, service_id uuid, fields jsonb, said jsonb, takes_theirs boolean) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if fields = '[]' then
    return '{}';
  end if;
  return (
    select coalesce(jsonb_object_agg(f.item ->> 'name', private.merged(
      f.item ->> 'name', stands.content -> (f.item ->> 'name'), f.item -> 'theirs', said -> (f.item ->> 'name')
    )), '{}')
    from (select private.content_of(chosen_writes.organization_id, chosen_writes.service_id) as content) stands
    cross join jsonb_array_elements(fields) as f(item)
    where f.item -> 'conflict' = 'false' or takes_theirs
  );
end $$;
comment on function private.chosen_writes(uuid, uuid, jsonb, jsonb, boolean) is
  'Of the fields that a file says otherwise those that are written: not what was changed here, unless somebody chose theirs.';

create function private.note_batch_disagreements(organization_id uuid, import_id uuid, first integer, last integer, source text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.note_disagreement(
    r.organization_id, r.service_id, f.item ->> 'name', f.item -> 'ours', f.item -> 'theirs', note_batch_disagreements.source
  )
  from public.service_import_rows r cross join jsonb_array_elements(r.conflicts) as f(item)
  where r.organization_id = note_batch_disagreements.organization_id and r.import_id = note_batch_disagreements.import_id
    and r.place between first and last and r.outcome = 'changed'
    -- Where it is given and how its translations came about are not settled field by field.
    and f.item ->> 'name' <> all (array['places', 'translations']) and pg_column_size(f.item -> 'theirs') < 16000;
  -- Where the file's word is taken there is nothing left to decide.
  perform private.note_disagreement(r.organization_id, r.service_id, k.name, k.item, k.item, note_batch_disagreements.source)
  from public.service_import_rows r cross join jsonb_each(r.writes) as k(name, item)
  where r.organization_id = note_batch_disagreements.organization_id and r.import_id = note_batch_disagreements.import_id
    and r.place between first and last and r.outcome = 'changed';
end $$;
comment on function private.note_batch_disagreements(uuid, uuid, integer, integer, text) is 'Keeps what was not overwritten, for somebody to decide.';

create function private.remember_batch(organization_id uuid, import_id uuid, first integer, last integer, name text, hash text) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.imported_services (organization_id, uid, service_id, said, became, source_name, source_hash, row_number)
  select r.organization_id, r.uid, r.service_id, coalesce(i.said, '{}') || r.content,
    (
      -- Of a field that was changed here it is still known how it came: the next file is not to overwrite it either.
      select jsonb_object_agg(k.name, case
        when r.outcome = 'made' or r.writes ? k.name
          or private.comparable(k.name, k.item, r.content -> k.name, i.said -> k.name) = r.content -> k.name
        then k.item else coalesce(i.became -> k.name, r.content -> k.name, 'null') end)
      from jsonb_each(c.content) as k(name, item)
    ),
    remember_batch.name, remember_batch.hash, r.row_number
  from public.service_import_rows r
  join private.contents_of(remember_batch.organization_id, array(
    select b.service_id from public.service_import_rows b
    where b.organization_id = remember_batch.organization_id and b.import_id = remember_batch.import_id
      and b.place between first and last and b.outcome is not null
  )) c on c.service_id = r.service_id
  left join public.imported_services i on i.organization_id = r.organization_id and i.uid = r.uid
  where r.organization_id = remember_batch.organization_id and r.import_id = remember_batch.import_id
    and r.place between first and last and r.outcome is not null and r.service_id is not null
    and (i.uid is null or r.outcome <> 'same' or i.source_hash <> remember_batch.hash)
  on conflict on constraint imported_services_once do update set
    service_id = excluded.service_id, said = excluded.said, became = excluded.became, source_name = excluded.source_name,
    source_hash = excluded.source_hash, row_number = excluded.row_number, imported_at = now();
  update public.service_import_rows r set seen_version = private.service_version_of(r.service_id)
  where r.organization_id = remember_batch.organization_id and r.import_id = remember_batch.import_id
    and r.place between first and last and r.outcome in ('made', 'changed');
end $$;
comment on function private.remember_batch(uuid, uuid, integer, integer, text, text) is
  'Keeps for each service from which row of which file it came, what that said and what stands here now.';

create function private.finish_import(organization_id uuid, import_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  done jsonb;
begin
  select jsonb_build_object(
    'made', count(*) filter (where r.outcome = 'made'),
    'changed', count(*) filter (where r.outcome = 'changed' and r.writes <> '{}'),
    'same', count(*) filter (where r.outcome = 'same'),
    'left', count(*) filter (where r.left_out), 'refused', count(*) filter (where r.content is null)
  ) into done
  from public.service_import_rows r
  where r.organization_id = finish_import.organization_id and r.import_id = finish_import.import_id;
  update public.service_imports i set state = 'taken', taken_at = now(), result = done
  where i.organization_id = finish_import.organization_id and i.id = finish_import.import_id;
  return done;
end $$;
comment on function private.finish_import(uuid, uuid) is 'Says what an import did, and begins the day in which it can be undone.';

grant execute on function
  public.take_in_services(uuid, uuid, public.audience, uuid, integer[], integer[]), public.undo_service_import(uuid, uuid),
  private.hand_over_import(uuid, uuid), private.lock_imports_of(uuid), private.take_in_batch(uuid, uuid, integer, integer),
  private.merged(text, jsonb, jsonb, jsonb), private.chosen_writes(uuid, uuid, jsonb, jsonb, boolean),
  private.note_batch_disagreements(uuid, uuid, integer, integer, text), private.remember_batch(uuid, uuid, integer, integer, text, text),
  private.finish_import(uuid, uuid)
  to authenticated;
