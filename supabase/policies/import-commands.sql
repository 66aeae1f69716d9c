-- Importing what was chosen of a calendar that was read: one transaction, with the caller's own rights.

create function public.import_events(
  organization_id uuid, draft_id uuid, taken integer[], theirs integer[], gone uuid[], reason text
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  draft public.import_drafts;
  source uuid;
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
  done := private.take_entries(draft.organization_id, draft.id, source, false, taken, theirs, reason, done);
  done := private.take_entries(draft.organization_id, draft.id, source, true, taken, theirs, reason, done);
  done := private.take_gone(draft.organization_id, draft.id, gone, reason, done);
  delete from public.import_entries e where e.organization_id = draft.organization_id and e.draft_id = draft.id;
  update public.import_drafts d set result = private.told_result(done)
  where d.organization_id = draft.organization_id and d.id = draft.id
  returning d.result into done;
  return done;
end $$;
comment on function public.import_events(uuid, uuid, integer[], integer[], uuid[], text) is
  'Imports the entries that were taken, by their places: new ones as drafts for their owner alone, changed ones field by field. What was changed here as well stays as it is, but for the places in theirs. Of what is gone, those that were chosen are cancelled, or deleted where nobody else has seen them. Asked again, it answers what it did.';

create function private.take_entries(
  organization_id uuid, draft_id uuid, source uuid, of_one_date boolean, taken integer[], theirs integer[], reason text, done jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  entry record;
  wanted text[];
  ids uuid[];
  fresh integer[] := '{}';
begin
  for entry in
    select c.place, c.state, c.gathering_id, c.fields, e.uid, e.recurrence_id, e.content, e.series
    from private.compare_import(take_entries.organization_id, take_entries.draft_id, of_one_date) c
    join public.import_entries e
      on e.organization_id = take_entries.organization_id and e.draft_id = take_entries.draft_id and e.place = c.place
    order by c.gathering_id, c.place
  loop
    continue when entry.state <> 'unchanged' and not coalesce(entry.place = any (taken), false);
    continue when entry.state = 'unchanged' and entry.series is null and exists (
      select from public.imported_events i
      where i.organization_id = take_entries.organization_id and i.uid = entry.uid and i.recurrence_id = entry.recurrence_id
        and i.source_id = source and i.content = entry.content
    );
    -- A change of one date of a series that was left out.
    continue when entry.state = 'new' and of_one_date and exists (
      select from public.import_entries e
      where e.organization_id = take_entries.organization_id and e.draft_id = take_entries.draft_id
        and e.uid = entry.uid and e.recurrence_id = ''
    );
    if entry.state = 'new' and entry.series is null and not of_one_date then
      fresh := fresh || entry.place;
      continue;
    elsif entry.state = 'new' then
      ids := private.make_imported(take_entries.organization_id, entry.content, entry.series);
      entry.gathering_id := ids[1];
      done := jsonb_set(done, '{made}', (done -> 'made') || to_jsonb(ids));
    else
      wanted := array(
        select f.item ->> 'name' from jsonb_array_elements(entry.fields) as f(item)
        where f.item -> 'conflict' = 'false' or entry.place = any (theirs)
      );
      if entry.fields @> '[{"name": "repeats"}]' or entry.series is not null then
        ids := private.take_series_changes(
          take_entries.organization_id, entry.gathering_id, entry.uid, entry.content, entry.series, wanted, entry.place = any (theirs), reason
        );
        entry.gathering_id := coalesce(ids[1], entry.gathering_id);
      elsif private.take_changes(take_entries.organization_id, entry.gathering_id, entry.content, wanted) then
        ids := array[entry.gathering_id];
      else
        ids := '{}';
      end if;
      if cardinality(ids) > 0 then
        done := jsonb_set(done, '{changed}', (done -> 'changed') || (
          select coalesce(jsonb_agg(m.id), '[]') from unnest(ids) as m(id)
          where not done -> 'made' ? m.id::text and not done -> 'changed' ? m.id::text
        ));
      end if;
    end if;
    perform private.remember_entry(
      take_entries.organization_id, entry.uid, entry.recurrence_id, source, entry.gathering_id, entry.content,
      entry.state = 'new' or 'repeats' = any (wanted)
    );
  end loop;
  ids := private.make_single(take_entries.organization_id, take_entries.draft_id, source, fresh);
  return jsonb_set(done, '{made}', (done -> 'made') || to_jsonb(ids));
end $$;
comment on function private.take_entries(uuid, uuid, uuid, boolean, integer[], integer[], text, jsonb) is
  'Imports the entries of a draft that were taken: those that stand for themselves, or those that change one date of a series. Adds what it did.';

create function private.remember_entry(
  organization_id uuid, uid text, recurrence_id text, source uuid, gathering_id uuid, content jsonb, is_as_there boolean
) returns void
language plpgsql set search_path = '' as $$
declare
  series uuid;
  became jsonb := remember_entry.content;
begin
  if remember_entry.recurrence_id = '' then
    select g.series_id into series from public.gatherings g
    where g.organization_id = remember_entry.organization_id and g.id = remember_entry.gathering_id
      and (remember_entry.content ? 'repeats' or exists (
        select from public.imported_events i
        where i.organization_id = g.organization_id and i.uid = remember_entry.uid and i.series_id = g.series_id
      ));
  else
    update public.gatherings g set singled_out = true
    where g.organization_id = remember_entry.organization_id and g.id = remember_entry.gathering_id
      and g.series_id is not null and g.id <> all (private.singled_out(remember_entry.organization_id));
  end if;
  if is_as_there and series is not null then
    became := became || jsonb_build_object('kept', private.kept_series(series));
  end if;
  insert into public.imported_events as i (organization_id, uid, recurrence_id, source_id, gathering_id, series_id, content)
  values (
    remember_entry.organization_id, remember_entry.uid, remember_entry.recurrence_id, source,
    case when series is null then remember_entry.gathering_id end, series, became
  )
  on conflict on constraint imported_events_once do update set
    source_id = excluded.source_id, gathering_id = excluded.gathering_id, series_id = excluded.series_id,
    content = case when is_as_there or not i.content ? 'kept' then excluded.content
      else excluded.content || jsonb_build_object('kept', i.content -> 'kept') end;
end $$;
comment on function private.remember_entry(uuid, text, text, uuid, uuid, jsonb, boolean) is
  'Keeps what an entry said and what it became; of a series also how it is kept here, by which a change of it here is known.';

create function private.take_gone(organization_id uuid, draft_id uuid, gone uuid[], reason text, done jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  one record;
  before_now timestamp;
begin
  for one in
    select o.* from private.gone_from_import(take_gone.organization_id, take_gone.draft_id) o
    where o.id = any (gone) order by o.id
  loop
    if one.series_id is not null then
      before_now := now() at time zone (private.whole_series(one.series_id)).time_zone;
      perform private.call_off(take_gone.organization_id, one.dates, reason);
      perform private.end_series(one.series_id, before_now, private.ended_rule(one.series_id, before_now));
    elsif one.is_deleted then
      perform private.delete_unseen(take_gone.organization_id, one.id);
    else
      update public.gatherings g set state = 'cancelled', cancellation_reason = reason
      where g.organization_id = take_gone.organization_id and g.id = one.id;
    end if;
    done := jsonb_set(done, '{cancelled}', (done -> 'cancelled') || (
      select coalesce(jsonb_agg(g.id), '[]') from public.gatherings g
      where g.organization_id = take_gone.organization_id and g.id = any (one.dates)
    ));
    done := jsonb_set(done, '{deleted}', to_jsonb((done ->> 'deleted')::integer + (
      select count(*) from unnest(one.dates) as d(id) where not exists (select from public.gatherings g where g.id = d.id)
    )));
  end loop;
  return done;
end $$;
comment on function private.take_gone(uuid, uuid, uuid[], text, jsonb) is
  'Of what is gone from a calendar, cancels or deletes what was chosen. Adds what it did.';

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
  private.take_entries(uuid, uuid, uuid, boolean, integer[], integer[], text, jsonb),
  private.remember_entry(uuid, text, text, uuid, uuid, jsonb, boolean), private.take_gone(uuid, uuid, uuid[], text, jsonb),
  private.take_changes(uuid, uuid, jsonb, text[]),
  private.delete_unseen(uuid, uuid), private.told_result(jsonb)
  to authenticated;
