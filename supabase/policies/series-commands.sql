-- How a series comes to be, how its occurrences are made like one another, and how it goes on.

create function private.read_walls(walls jsonb, field text, most integer) returns timestamp[]
language plpgsql stable set search_path = '' as $$
begin
  if walls is null or jsonb_typeof(walls) = 'null' then
    return '{}';
  elsif jsonb_typeof(walls) <> 'array' then
    perform private.refuse('not_understood', 422, field);
  elsif jsonb_array_length(walls) > most then
    perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', most));
  end if;
  return array(
    select distinct date_trunc('minute', private.read_wall_time(w.wall, field)) as wall
    from jsonb_array_elements_text(walls) as w(wall) where w.wall is not null order by 1
  );
end $$;
comment on function private.read_walls(jsonb, text, integer) is 'A list of wall times, sorted, each once; refused where it is too long or holds anything else.';

create function private.read_series(series jsonb, card public.gatherings) returns public.gathering_series
language plpgsql stable set search_path = '' as $$
declare
  result public.gathering_series;
begin
  if jsonb_typeof(series) is distinct from 'object' or coalesce(series ->> 'finished', 'false') not in ('true', 'false') then
    perform private.refuse('not_understood', 422, 'repeats');
  elsif not exists (select from core.time_zones z where z.name = card.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  elsif card.starts_local is null or card.ends_local is null then
    perform private.refuse('required', 422, case when card.starts_local is null then 'starts' else 'ends' end);
  elsif card.ends_local <= card.starts_local then
    perform private.refuse('ends_before_it_starts', 422, 'ends');
  end if;
  result.organization_id := card.organization_id;
  result.rule := coalesce(series ->> 'rule', '');
  result.time_zone := card.time_zone;
  result.excepted := private.read_walls(series -> 'excepted', 'except_on', 1000);
  result.added := private.read_walls(series -> 'added', 'also_on', 1000);
  result.expanded_until := coalesce(private.read_wall_time(series ->> 'expanded_until', 'repeats'), card.starts_local);
  result.finished := coalesce(series ->> 'finished', 'false');
  return result;
end $$;
comment on function private.read_series(jsonb, public.gatherings) is
  'A series that arrived as JSON, of gatherings like this card. Names the field that cannot be read.';

create function private.begin_series(series public.gathering_series, card public.gatherings, walls timestamp[]) returns uuid
language plpgsql set search_path = '' as $$
declare
  lasting constant interval := card.ends_local - card.starts_local;
  begun uuid;
begin
  insert into public.gathering_series as s (
    organization_id, rule, starts_local, ends_local, time_zone, excepted, added, skipped, expanded_until, finished
  ) values (
    series.organization_id, series.rule, walls[1], walls[1] + lasting, series.time_zone,
    series.excepted, series.added, private.skipped_of(walls, series.time_zone), series.expanded_until, series.finished
  ) returning s.id into begun;
  return begun;
end $$;
comment on function private.begin_series(public.gathering_series, public.gatherings, timestamp[]) is
  'Writes a series that names these wall times, each as long as the card.';

create function private.skipped_of(walls timestamp[], zone text) returns timestamp[]
language plpgsql immutable set search_path = '' as $$
begin
  return array(select w.wall from unnest(walls) as w(wall) where cardinality(private.instants_of(w.wall, zone)) = 0 order by 1);
end $$;
comment on function private.skipped_of(timestamp[], text) is 'Which of these wall times the clocks of a zone skip.';

create function private.copy_occurrences(from_gathering uuid, organization_id uuid, series_id uuid, walls timestamp[], lasting interval)
returns integer
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(copy_occurrences.organization_id, 'gatherings.write');
  return private.make_occurrences(from_gathering, copy_occurrences.organization_id, copy_occurrences.series_id, walls, lasting);
end $$;
comment on function private.copy_occurrences(uuid, uuid, uuid, timestamp[], interval) is
  'Makes occurrences like one gathering, for those who may write it: what it holds has passed every policy, which hundreds of copies would ask again. Every trigger still holds them to its rules.';

create function private.make_occurrences(from_gathering uuid, organization_id uuid, series_id uuid, walls timestamp[], lasting interval)
returns integer
language plpgsql set search_path = '' as $$
declare
  made uuid[];
begin
  with copies as (
    insert into public.gatherings as c (
      organization_id, coalition_id, title, description, kind, area, languages,
      starts_local, ends_local, time_zone, starts_fold, ends_fold, state, audience, indexable, tells_taken, series_id, recurrence_local
    )
    select
      g.organization_id, g.coalition_id, g.title, g.description, g.kind, g.area, g.languages,
      o.starts_local, o.ends_local, g.time_zone, o.starts_fold, o.ends_fold,
      case when g.state = 'draft' then g.state else 'scheduled' end,
      -- Its coalition may be gone since; then it is its owner's alone, as the one that it is made like.
      case when g.audience = 'coalition' and g.coalition_id is null then 'owner' else g.audience end,
      g.indexable, g.tells_taken, make_occurrences.series_id, o.starts_local
    from public.gatherings g
    cross join private.occurrences_of(walls, lasting, g.time_zone) o
    where g.id = from_gathering and g.organization_id = make_occurrences.organization_id
    on conflict on constraint gatherings_once_per_recurrence do nothing
    returning c.id
  )
  select array_agg(c.id) into made from copies c;
  perform private.copy_layers(from_gathering, make_occurrences.organization_id, make_occurrences.series_id, made);
  return coalesce(cardinality(made), 0);
end $$;
comment on function private.make_occurrences(uuid, uuid, uuid, timestamp[], interval) is
  'Makes occurrences of a series like one gathering, at wall times that the clocks of its place show, with all of its layers. One that is there already stays as it is. For the owner of the tables alone.';

create function private.copy_layers(from_gathering uuid, organization_id uuid, series_id uuid, made uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
  -- What is public of one was made so by a decision, which holds for those that are made like it.
  perform set_config('hamkke.published', copy_layers.series_id::text, true);
  perform set_config('hamkke.making', copy_layers.series_id::text, true);
  insert into public.shares (organization_id, gathering_id, layer, recipient_id)
  select s.organization_id, m.id, 'card', s.recipient_id
  from public.shares s cross join unnest(made) as m(id)
  where s.organization_id = copy_layers.organization_id and s.gathering_id = from_gathering and s.layer = 'card';
  insert into public.gathering_details (
    organization_id, gathering_id, address, online_url, contact, instructions, accessibility, audience, coalition_id
  )
  select d.organization_id, m.id, d.address, d.online_url, d.contact, d.instructions, d.accessibility,
    case when d.audience = 'coalition' and d.coalition_id is null then 'owner' else d.audience end, d.coalition_id
  from public.gathering_details d cross join unnest(made) as m(id)
  where d.organization_id = copy_layers.organization_id and d.gathering_id = from_gathering;
  insert into public.shares (organization_id, gathering_id, layer, recipient_id)
  select s.organization_id, m.id, 'detail', s.recipient_id
  from public.shares s cross join unnest(made) as m(id)
  where s.organization_id = copy_layers.organization_id and s.gathering_id = from_gathering and s.layer = 'detail';
  insert into public.gathering_notes (organization_id, gathering_id, body)
  select n.organization_id, m.id, n.body
  from public.gathering_notes n cross join unnest(made) as m(id)
  where n.organization_id = copy_layers.organization_id and n.gathering_id = from_gathering;
  insert into public.signup_lists (
    organization_id, gathering_id, capacity, headcount_public, keep_days, closes_hours_before, closed
  )
  select l.organization_id, m.id, l.capacity, l.headcount_public, l.keep_days, l.closes_hours_before, l.closed
  from public.signup_lists l cross join unnest(made) as m(id)
  where l.organization_id = copy_layers.organization_id and l.gathering_id = from_gathering;
  insert into public.volunteer_roles (organization_id, gathering_id, name, needed, languages, created_at)
  select r.organization_id, m.id, r.name, r.needed, r.languages, r.created_at
  from public.volunteer_roles r cross join unnest(made) as m(id)
  where r.organization_id = copy_layers.organization_id and r.gathering_id = from_gathering;
  if exists (
    select from public.hostings h
    where h.organization_id = copy_layers.organization_id and h.gathering_id = from_gathering and h.state = 'accepted'
  ) then
    perform private.copy_hostings(from_gathering, m.id) from unnest(made) as m(id);
  end if;
  perform set_config('hamkke.published', '', true);
  perform set_config('hamkke.making', '', true);
end $$;
comment on function private.copy_layers(uuid, uuid, uuid, uuid[]) is
  'Gives new occurrences of a series what stands below the card of the one they are made like: the detail, the notes, whom each layer is named to, the terms of signing up, the roles, and who accepted to hold it. Nobody who signed up or helps goes along.';

grant execute on function
  private.read_walls(jsonb, text, integer), private.read_series(jsonb, public.gatherings),
  private.begin_series(public.gathering_series, public.gatherings, timestamp[]), private.skipped_of(timestamp[], text),
  private.copy_occurrences(uuid, uuid, uuid, timestamp[], interval)
  to authenticated;

create function public.schedule_series(
  organization_id uuid, submission_id uuid, card jsonb, recipients uuid[], detail jsonb, notes text, series jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  draft public.gatherings;
  planned public.gathering_series;
  walls timestamp[] := private.read_walls(series -> 'occurrences', 'repeats', 800);
  lasting interval;
  first record;
  gathering uuid;
begin
  perform private.require_writer(schedule_series.organization_id, 'gatherings.write');
  if schedule_series.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  draft := private.read_card(card);
  draft.organization_id := schedule_series.organization_id;
  draft.submission_id := schedule_series.submission_id;
  planned := private.read_series(series, draft);
  lasting := draft.ends_local - draft.starts_local;
  select * into first from private.occurrences_of(walls, lasting, draft.time_zone) o order by o.starts_local limit 1;
  if first.starts_local is null then
    perform private.refuse('no_occurrences', 422, 'repeats');
  end if;
  gathering := private.submitted_before(draft.organization_id, draft.submission_id);
  if gathering is not null then
    return jsonb_build_object('id', gathering);
  end if;

  draft.series_id := private.begin_series(planned, draft, walls);
  draft.starts_local := first.starts_local;
  draft.starts_fold := first.starts_fold;
  draft.ends_local := first.ends_local;
  draft.ends_fold := first.ends_fold;
  draft.recurrence_local := first.starts_local;
  gathering := private.put_up(draft, recipients, detail, notes);
  if gathering is null then
    -- Another press of the same button was a moment quicker.
    delete from public.gathering_series s where s.id = draft.series_id;
    return jsonb_build_object('id', private.submitted_before(draft.organization_id, draft.submission_id));
  end if;
  perform private.copy_occurrences(gathering, draft.organization_id, draft.series_id, array_remove(walls, first.starts_local), lasting);
  return jsonb_build_object('id', gathering, 'skipped', private.skipped_of(walls, draft.time_zone));
end $$;
comment on function public.schedule_series(uuid, uuid, jsonb, uuid[], jsonb, text, jsonb) is
  'Makes a series: {"rule", "excepted", "added", "occurrences", "expanded_until", "finished"}, in wall times, and a gathering for each that the clocks of the place show. Answers with the first, and with those skipped. A repeated submission answers with the first of the first.';
grant execute on function public.schedule_series(uuid, uuid, jsonb, uuid[], jsonb, text, jsonb) to authenticated;

-- ── The worker's part. Nobody else may call these. ─────────────────────────────────────────────────────────

create function private.series_to_extend(ahead interval)
returns table (id uuid, rule text, starts_local timestamp, excepted timestamp[], added timestamp[], expanded_until timestamp)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select s.id, s.rule, s.starts_local, s.excepted, s.added, s.expanded_until
    from public.gathering_series s
    where not s.finished and s.expanded_until < (now() at time zone s.time_zone) + ahead
    order by s.expanded_until, s.id;
end $$;
comment on function private.series_to_extend(interval) is 'Series that go on and whose occurrences are not there so far ahead.';

create function private.extend_series(
  series_id uuid, seen_until timestamp, walls timestamp[], expanded_until timestamp, finished boolean
) returns integer
language plpgsql set search_path = '' as $$
declare
  series public.gathering_series;
  pattern uuid;
begin
  select * into series from public.gathering_series s
  where s.id = extend_series.series_id and s.expanded_until = seen_until and not s.finished
  for update;
  if not found then
    return 0;
  end if;
  select g.id into pattern from public.gatherings g
  where g.organization_id = series.organization_id and g.series_id = series.id
  order by g.singled_out, g.state = 'cancelled', g.recurrence_local desc limit 1;
  update public.gathering_series s set
    expanded_until = extend_series.expanded_until, finished = extend_series.finished or pattern is null,
    skipped = s.skipped || private.skipped_of(walls, s.time_zone)
  where s.id = series.id;
  return private.make_occurrences(pattern, series.organization_id, series.id, walls, series.ends_local - series.starts_local);
end $$;
comment on function private.extend_series(uuid, timestamp, timestamp[], timestamp, boolean) is
  'Goes on with a series from where it was seen to end, with occurrences like the latest that was not changed alone. Adds nothing where somebody else has gone on meanwhile.';
