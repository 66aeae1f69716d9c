-- Importing what was chosen of a calendar that was read: one transaction, with the caller's own rights.

create function public.import_events(
  organization_id uuid, draft_id uuid, taken integer[], theirs integer[], gone uuid[], reason text
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  draft public.import_drafts;
  source uuid;
  found_entry record;
  done jsonb := '{"made": [], "changed": [], "cancelled": [], "deleted": 0}';
begin
  perform private.require_writer(import_events.organization_id, 'gatherings.write');
  -- Two people who import the same calendar at once: the second sees what the first has made.
  perform pg_advisory_xact_lock(hashtextextended('import ' || import_events.organization_id::text, 0));
  select d.* into draft from public.import_drafts d
  where d.organization_id = import_events.organization_id and d.id = import_events.draft_id;
  if not found then
    perform private.refuse('import_over', 404);
  elsif draft.result is not null then
    return draft.result;
  end if;

  source := private.remember_source(draft.organization_id, draft.source);
  for found_entry in
    select c.place, c.state, c.gathering_id, c.fields, e.uid, e.recurrence_id, e.content
    from private.compare_import(draft.organization_id, draft.id) c
    join public.import_entries e
      on e.organization_id = draft.organization_id and e.draft_id = draft.id and e.place = c.place
    order by c.gathering_id, c.place
  loop
    continue when found_entry.state <> 'unchanged' and not coalesce(found_entry.place = any (taken), false);
    if found_entry.state = 'new' then
      found_entry.gathering_id := private.make_imported(draft.organization_id, found_entry.content);
      insert into public.imported_events (organization_id, uid, recurrence_id, source_id, gathering_id, content)
      values (
        draft.organization_id, found_entry.uid, found_entry.recurrence_id, source, found_entry.gathering_id, found_entry.content
      );
      done := jsonb_insert(done, '{made,-1}', to_jsonb(found_entry.gathering_id), true);
    else
      if private.take_changes(
        draft.organization_id, found_entry.gathering_id, found_entry.content,
        array(
          select f.item ->> 'name' from jsonb_array_elements(found_entry.fields) as f(item)
          where f.item -> 'conflict' = 'false' or found_entry.place = any (theirs)
        )
      ) then
        done := jsonb_insert(done, '{changed,-1}', to_jsonb(found_entry.gathering_id), true);
      end if;
      update public.imported_events i set content = found_entry.content, source_id = source
      where i.organization_id = draft.organization_id and i.uid = found_entry.uid
        and i.recurrence_id = found_entry.recurrence_id
        and (i.content, i.source_id) is distinct from (found_entry.content, source);
    end if;
  end loop;

  for found_entry in
    select o.gathering_id, o.is_deleted from private.gone_from_import(draft.organization_id, draft.id) o
    where o.gathering_id = any (gone) order by o.gathering_id
  loop
    if found_entry.is_deleted then
      perform private.delete_unseen(draft.organization_id, found_entry.gathering_id);
      done := jsonb_set(done, '{deleted}', to_jsonb((done ->> 'deleted')::integer + 1));
    else
      update public.gatherings g set state = 'cancelled', cancellation_reason = reason
      where g.organization_id = draft.organization_id and g.id = found_entry.gathering_id;
      done := jsonb_insert(done, '{cancelled,-1}', to_jsonb(found_entry.gathering_id), true);
    end if;
  end loop;

  delete from public.import_entries e where e.organization_id = draft.organization_id and e.draft_id = draft.id;
  update public.import_drafts d set result = private.told_result(done)
  where d.organization_id = draft.organization_id and d.id = draft.id
  returning d.result into done;
  return done;
end $$;
comment on function public.import_events(uuid, uuid, integer[], integer[], uuid[], text) is
  'Imports the entries that were taken, by their places: new ones as drafts for their owner alone, changed ones field by field. What was changed here as well stays as it is, but for the places in theirs. Of what is gone, those that were chosen are cancelled, or deleted where nobody else has seen them. Asked again, it answers what it did.';

create function private.remember_source(organization_id uuid, source jsonb) returns uuid
language plpgsql set search_path = '' as $$
declare
  known uuid := private.source_of(remember_source.organization_id, remember_source.source);
begin
  if known is null then
    insert into public.import_sources as s (organization_id, kind, name, url) values (
      remember_source.organization_id, (source ->> 'kind')::public.import_kind,
      private.tidy_line(left(source ->> 'name', 120), 'name', 120, true), coalesce(source ->> 'url', '')
    ) returning s.id into known;
  else
    update public.import_sources s set last_imported_at = now()
    where s.organization_id = remember_source.organization_id and s.id = known;
  end if;
  return known;
end $$;
comment on function private.remember_source(uuid, jsonb) is 'The calendar an import comes from, remembered from now on.';

create function private.make_imported(organization_id uuid, content jsonb) returns uuid
language plpgsql set search_path = '' as $$
declare
  at constant jsonb := content -> 'when';
  made uuid;
begin
  insert into public.gatherings as g (
    organization_id, title, description, starts_local, ends_local, time_zone, starts_fold, ends_fold, state, audience
  ) values (
    make_imported.organization_id, content -> 'title', content -> 'description',
    (at ->> 'starts_local')::timestamp, (at ->> 'ends_local')::timestamp, at ->> 'time_zone',
    (at ->> 'starts_fold')::smallint, (at ->> 'ends_fold')::smallint, 'draft', 'owner'
  ) returning g.id into made;
  if content ->> 'address' <> '' or content ->> 'online_url' <> '' then
    insert into public.gathering_details (organization_id, gathering_id, address, online_url)
    values (make_imported.organization_id, made, content ->> 'address', content ->> 'online_url');
  end if;
  return made;
end $$;
comment on function private.make_imported(uuid, jsonb) is
  'A draft for its owner alone: whatever the calendar it comes from shows to whom, nothing is shared by importing it.';

create function private.take_changes(organization_id uuid, gathering_id uuid, content jsonb, fields text[]) returns boolean
language plpgsql set search_path = '' as $$
declare
  at constant jsonb := content -> 'when';
begin
  if fields && array['title', 'description', 'when'] then
    update public.gatherings g set
      title = case when 'title' = any (fields) then g.title || (content -> 'title') else g.title end,
      description = case when 'description' = any (fields) then
        case when content -> 'description' = '{}' then '{}' else g.description || (content -> 'description') end
        else g.description end,
      starts_local = case when 'when' = any (fields) then (at ->> 'starts_local')::timestamp else g.starts_local end,
      ends_local = case when 'when' = any (fields) then (at ->> 'ends_local')::timestamp else g.ends_local end,
      time_zone = case when 'when' = any (fields) then at ->> 'time_zone' else g.time_zone end,
      starts_fold = case when 'when' = any (fields) then (at ->> 'starts_fold')::smallint else g.starts_fold end,
      ends_fold = case when 'when' = any (fields) then (at ->> 'ends_fold')::smallint else g.ends_fold end
    where g.organization_id = take_changes.organization_id and g.id = take_changes.gathering_id;
  end if;
  if fields && array['address', 'online_url'] then
    -- Where everyone sees them they come only by the choice of whoever imports, which is the decision to publish.
    perform set_config('hamkke.published', take_changes.gathering_id::text, true);
    update public.gathering_details d set
      address = case when 'address' = any (fields) then content ->> 'address' else d.address end,
      online_url = case when 'online_url' = any (fields) then content ->> 'online_url' else d.online_url end
    where d.organization_id = take_changes.organization_id and d.gathering_id = take_changes.gathering_id;
    if not found then
      insert into public.gathering_details (organization_id, gathering_id, address, online_url)
      values (take_changes.organization_id, take_changes.gathering_id, content ->> 'address', content ->> 'online_url');
    end if;
  end if;
  return cardinality(fields) > 0;
end $$;
comment on function private.take_changes(uuid, uuid, jsonb, text[]) is
  'Writes the named fields of an entry over those of the gathering it became.';

create function private.delete_unseen(organization_id uuid, gathering_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(delete_unseen.organization_id, 'gatherings.write');
  delete from public.gatherings g
  where g.organization_id = delete_unseen.organization_id and g.id = delete_unseen.gathering_id
    and g.state = 'draft' and g.shared_at is null
    and exists (
      select from public.imported_events i where i.organization_id = g.organization_id and i.gathering_id = g.id
    );
end $$;
comment on function private.delete_unseen(uuid, uuid) is
  'Deletes a gathering that was imported, is still a draft, and that nobody but its owner''s people has ever seen.';

create function private.told_result(done jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_object_agg(k.name, case when k.name = 'deleted' then done -> k.name else (
      select jsonb_build_object('count', count(*), 'first', coalesce((
        jsonb_agg(g.id order by g.starts_at, g.id) -> 0
      ), 'null'), 'on', min(g.starts_local)::date)
      from jsonb_array_elements_text(done -> k.name) as m(id)
      join public.gatherings g on g.id = m.id::uuid
    ) end)
    from jsonb_object_keys(done) as k(name)
  );
end $$;
comment on function private.told_result(jsonb) is 'How many gatherings an import made, changed and cancelled, with the first of each to go to; and how many it deleted.';

grant execute on function
  public.import_events(uuid, uuid, integer[], integer[], uuid[], text), private.remember_source(uuid, jsonb),
  private.make_imported(uuid, jsonb), private.take_changes(uuid, uuid, jsonb, text[]),
  private.delete_unseen(uuid, uuid), private.told_result(jsonb)
  to authenticated;
