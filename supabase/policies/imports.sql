-- Calendars kept elsewhere: who may read and import them, and how what was read becomes a preview. All of it is for those
-- who write an organization's gatherings: an address of a private calendar opens it to whoever holds it.

grant select (id, organization_id, kind, name, url, last_imported_at) on public.import_sources to authenticated;
create policy import_sources_select_editor on public.import_sources
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant insert (organization_id, kind, name, url) on public.import_sources to authenticated;
create policy import_sources_insert_editor on public.import_sources
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant update (last_imported_at) on public.import_sources to authenticated;
create policy import_sources_update_editor on public.import_sources
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant delete on public.import_sources to authenticated;
create policy import_sources_delete_editor on public.import_sources
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant select (organization_id, uid, recurrence_id, source_id, gathering_id, series_id, content)
  on public.imported_events to authenticated;
create policy imported_events_select_editor on public.imported_events
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant insert (organization_id, uid, recurrence_id, source_id, gathering_id, series_id, content)
  on public.imported_events to authenticated;
create policy imported_events_insert_editor on public.imported_events
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant update (source_id, gathering_id, series_id, content) on public.imported_events to authenticated;
create policy imported_events_update_editor on public.imported_events
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant select (organization_id, id, source, result, created_at) on public.import_drafts to authenticated;
create policy import_drafts_select_editor on public.import_drafts
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant insert (organization_id, source) on public.import_drafts to authenticated;
create policy import_drafts_insert_editor on public.import_drafts
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant update (result) on public.import_drafts to authenticated;
create policy import_drafts_update_editor on public.import_drafts
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant delete on public.import_drafts to authenticated;
create policy import_drafts_delete_editor on public.import_drafts
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant select (organization_id, draft_id, place, line, uid, recurrence_id, title, content, series, remarks, reason, terms)
  on public.import_entries to authenticated;
create policy import_entries_select_editor on public.import_entries
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant insert (organization_id, draft_id, place, line, uid, recurrence_id, title, content, series, remarks, reason, terms)
  on public.import_entries to authenticated;
create policy import_entries_insert_editor on public.import_entries
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));
grant delete on public.import_entries to authenticated;
create policy import_entries_delete_editor on public.import_entries
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

create function public.begin_import(organization_id uuid, source_id uuid default null) returns jsonb
language plpgsql set search_path = '' as $$
declare
  address text;
begin
  perform private.require_writer(begin_import.organization_id, 'gatherings.write');
  if begin_import.source_id is not null then
    select s.url into address from public.import_sources s
    where s.organization_id = begin_import.organization_id and s.id = begin_import.source_id and s.kind = 'address';
    if not found then
      perform private.refuse('not_found', 404);
    end if;
  end if;
  perform private.take_import_try(begin_import.organization_id);
  return jsonb_build_object('url', address);
end $$;
comment on function public.begin_import(uuid, uuid) is
  'Counts that a calendar is about to be read, and tells the address of one that is remembered. Refuses whoever has read too many within the hour.';

create function public.forget_calendar(organization_id uuid, source_id uuid) returns void
language plpgsql set search_path = '' as $$
declare
  address text;
begin
  perform private.require_writer(forget_calendar.organization_id, 'gatherings.write');
  delete from public.import_sources s
  where s.organization_id = forget_calendar.organization_id and s.id = forget_calendar.source_id and s.kind = 'address'
  returning s.url into address;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  delete from public.import_drafts d
  where d.organization_id = forget_calendar.organization_id and d.source ->> 'url' = address;
end $$;
comment on function public.forget_calendar(uuid, uuid) is
  'Forgets the address of a calendar, and whatever was read from it and waits. What was imported stays.';

create function private.take_import_try(organization_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  until timestamptz;
begin
  perform private.require_writer(take_import_try.organization_id, 'gatherings.write');
  until := private.take_my_try('import');
  if until is not null then
    perform private.refuse('held_back', 429, null, jsonb_build_object('minutes', private.minutes_until(until)));
  end if;
end $$;
comment on function private.take_import_try(uuid) is 'Takes one of the caller''s own tries to read a calendar, or refuses and says in how many minutes there is one again.';

create function private.imported_instant(spec jsonb, zone text, field text) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  wall constant timestamp := private.read_wall_time(rtrim(coalesce(spec ->> 'at', spec ->> 'wall'), 'Z'), field);
  of constant text := case when spec ? 'at' then 'UTC' else coalesce(spec ->> 'zone', zone) end;
  instants timestamptz[];
begin
  if wall is null then
    perform private.refuse('required', 422, field);
  elsif wall < '2000-01-02' or wall >= '2099-12-31' then
    perform private.refuse('out_of_range', 422, field);
  elsif not exists (select from core.time_zones z where z.name = of) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  end if;
  instants := private.instants_of(wall, of);
  -- RFC 5545, 3.3.5: of two the earlier; a time that the clocks skip as if they had not been moved yet.
  return coalesce(instants[1], (wall at time zone 'UTC')
    - ((((wall at time zone 'UTC') - interval '24 hours') at time zone of) - (wall - interval '24 hours')));
end $$;
comment on function private.imported_instant(jsonb, text, text) is
  'The instant that a calendar program means: {"at": instant}, or {"wall": time, "zone": name or null for the calendar''s own}.';

create function private.imported_when(entry jsonb, calendar_zone text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  zone constant text := coalesce(entry ->> 'zone', calendar_zone);
  starts constant timestamptz := date_trunc('minute', private.imported_instant(entry -> 'starts', zone, 'starts'));
  ends timestamptz;
begin
  if not exists (select from core.time_zones z where z.name = zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  elsif entry ? 'ends' then
    ends := private.imported_instant(entry -> 'ends', zone, 'ends');
  elsif (entry #>> '{lasting,days}')::integer = 0 then
    ends := starts + make_interval(secs => (entry #>> '{lasting,seconds}')::integer);
  else
    -- Days on the clock, hours exactly (RFC 5545, 3.3.6).
    ends := private.imported_instant(jsonb_build_object(
      'wall', to_char((starts at time zone zone) + make_interval(days => (entry #>> '{lasting,days}')::integer), 'YYYY-MM-DD"T"HH24:MI:SS')
    ), zone, 'ends') + make_interval(secs => (entry #>> '{lasting,seconds}')::integer);
  end if;
  ends := date_trunc('minute', ends);
  if ends <= starts then
    perform private.refuse('ends_before_it_starts', 422, 'ends');
  elsif (ends at time zone zone) - (starts at time zone zone) > interval '31 days' then
    perform private.refuse('too_long_lasting', 422, 'ends');
  end if;
  return jsonb_build_object(
    'starts_local', starts at time zone zone, 'ends_local', ends at time zone zone, 'time_zone', zone,
    'starts_fold', private.fold_of(starts, zone), 'ends_fold', private.fold_of(ends, zone)
  );
end $$;
comment on function private.imported_when(jsonb, text) is
  'When an entry is, as a gathering keeps it: {"starts"} and {"ends"} or {"lasting": {"days", "seconds"}}, in its zone or the calendar''s.';

create function private.fold_of(instant timestamptz, zone text) returns smallint
language plpgsql immutable set search_path = '' as $$
declare
  instants constant timestamptz[] := private.instants_of(instant at time zone zone, zone);
begin
  return case when cardinality(instants) = 2 then array_position(instants, instant) - 1 end;
end $$;
comment on function private.fold_of(timestamptz, text) is 'Which of a repeated hour an instant is in (0 the earlier, 1 the later); null in every other hour.';

create function private.imported_content(entry jsonb, calendar_zone text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'title', private.tidy_texts(entry -> 'title', 'title', 120, true),
    'description', private.tidy_texts(entry -> 'description', 'description', 4000, false, true),
    'when', private.imported_when(entry, calendar_zone),
    'address', private.tidy_paragraph(entry ->> 'address', 'address', 300),
    'online_url', private.tidy_line(entry ->> 'online_url', 'online_url', 500)
  );
end $$;
comment on function private.imported_content(jsonb, text) is 'An entry as a gathering would say it; refuses what no gathering can say.';

create function public.draft_import(organization_id uuid, source jsonb, entries jsonb, draft_id uuid default null) returns jsonb
language plpgsql set search_path = '' as $$
declare
  zone text;
  entry jsonb;
  failure text;
  terms jsonb;
begin
  perform private.require_writer(draft_import.organization_id, 'gatherings.write');
  if jsonb_typeof(draft_import.source) is distinct from 'object' or jsonb_typeof(entries) is distinct from 'array' then
    perform private.refuse('not_understood', 422);
  end if;
  if draft_import.draft_id is null then
    insert into public.import_drafts as d (organization_id, source)
    values (draft_import.organization_id, draft_import.source)
    returning d.id into draft_id;
  elsif not exists (
    select from public.import_drafts d
    where d.organization_id = draft_import.organization_id and d.id = draft_import.draft_id and d.result is null
  ) then
    perform private.refuse('import_over', 404);
  end if;
  -- Those of today that nobody imports are not kept in any number.
  delete from public.import_drafts d where d.organization_id = draft_import.organization_id and d.id in (
    select o.id from public.import_drafts o where o.organization_id = draft_import.organization_id
    order by o.created_at desc offset 20
  );
  select coalesce(draft_import.source ->> 'zone', o.time_zone) into zone
  from public.organizations o where o.id = draft_import.organization_id;

  for entry in select e.item from jsonb_array_elements(entries) as e(item) loop
    failure := entry ->> 'reason';
    terms := coalesce(entry -> 'terms', '{}');
    if failure is null then
      begin
        perform private.add_entry(draft_import.organization_id, draft_import.draft_id, entry, zone);
      exception when others then
        if sqlstate !~ '^PT' then
          raise;
        end if;
        get stacked diagnostics failure = message_text, terms = pg_exception_detail;
      end;
    end if;
    if failure is not null then
      insert into public.import_entries (organization_id, draft_id, place, line, uid, recurrence_id, title, reason, terms)
      values (
        draft_import.organization_id, draft_import.draft_id, (entry ->> 'place')::integer, (entry ->> 'line')::integer,
        coalesce(entry ->> 'uid', ''), private.recurrence_of(entry, zone), private.told_title(entry), failure, terms
      );
    end if;
  end loop;
  return jsonb_build_object('id', draft_import.draft_id);
end $$;
comment on function public.draft_import(uuid, jsonb, jsonb, uuid) is
  'Keeps a calendar that was read for its preview, entry by entry; what no gathering can say is set aside with the reason. Called again with the draft it answered, it adds more entries. Nothing is imported yet.';

create function private.add_entry(organization_id uuid, draft_id uuid, entry jsonb, zone text) returns void
language plpgsql set search_path = '' as $$
declare
  said jsonb := private.imported_content(entry, zone);
begin
  if jsonb_typeof(entry -> 'repeats') = 'object' then
    said := said || jsonb_build_object('repeats', private.imported_repetition(entry, said -> 'when'));
  end if;
  insert into public.import_entries (
    organization_id, draft_id, place, line, uid, recurrence_id, title, content, series, remarks
  ) values (
    add_entry.organization_id, add_entry.draft_id, (entry ->> 'place')::integer, (entry ->> 'line')::integer,
    entry ->> 'uid', private.recurrence_of(entry, zone), private.told_title(entry),
    said, case when said ? 'repeats' then entry -> 'series' end,
    array(select r.remark from jsonb_array_elements_text(coalesce(entry -> 'remarks', '[]')) as r(remark))
  );
end $$;
comment on function private.add_entry(uuid, uuid, jsonb, text) is 'Adds one entry that was read to a draft.';

create function private.told_title(entry jsonb) returns text
language sql stable set search_path = '' as $$
  select left(coalesce((select t.text from jsonb_each_text(
    case when jsonb_typeof(entry -> 'title') = 'object' then entry -> 'title' else '{}' end
  ) as t(tag, text) limit 1), ''), 200)
$$;
comment on function private.told_title(jsonb) is 'What an entry that was set aside is called.';

create function private.recurrence_of(entry jsonb, calendar_zone text) returns text
language plpgsql stable set search_path = '' as $$
begin
  if coalesce(jsonb_typeof(entry -> 'recurrence'), 'null') = 'null' then
    return '';
  end if;
  return to_char(private.imported_instant(entry -> 'recurrence', calendar_zone, 'starts')
    at time zone coalesce(entry #>> '{recurrence,of}', calendar_zone), 'YYYY-MM-DD"T"HH24:MI:SS');
exception when others then
  return left(coalesce(entry #>> '{recurrence,at}', entry #>> '{recurrence,wall}'), 40);
end $$;
comment on function private.recurrence_of(jsonb, text) is 'Which occurrence an entry speaks of, as a wall time of what repeats; empty for one that speaks of itself.';

grant execute on function
  public.begin_import(uuid, uuid), public.forget_calendar(uuid, uuid), public.draft_import(uuid, jsonb, jsonb, uuid), private.take_import_try(uuid),
  private.imported_instant(jsonb, text, text), private.imported_when(jsonb, text), private.fold_of(timestamptz, text),
  private.imported_content(jsonb, text), private.add_entry(uuid, uuid, jsonb, text), private.told_title(jsonb),
  private.recurrence_of(jsonb, text)
  to authenticated;
