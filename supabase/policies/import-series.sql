-- What repeats in a calendar kept elsewhere: on which wall times its moments fall, and how it becomes a series here.

create function public.wall_times(organization_id uuid, zone text, moments jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  own constant text := coalesce(wall_times.zone, (
    select o.time_zone from public.organizations o where o.id = wall_times.organization_id
  ));
begin
  perform private.require_writer(wall_times.organization_id, 'gatherings.write');
  if jsonb_typeof(moments) is distinct from 'array' or jsonb_array_length(moments) > 20000 then
    perform private.refuse('not_understood', 422);
  end if;
  return (
    select coalesce(jsonb_agg(private.wall_time_of(m.item, own) order by m.place), '[]')
    from jsonb_array_elements(moments) with ordinality as m(item, place)
  );
end $$;
comment on function public.wall_times(uuid, text, jsonb) is
  'On which wall times moments of a calendar fall: each as private.imported_instant takes it, with the zone it is asked "of", the calendar''s own where that is null. Null for one that cannot be told.';

create function private.wall_time_of(moment jsonb, zone text) returns text
language plpgsql stable set search_path = '' as $$
begin
  return to_char(
    private.imported_instant(moment, zone, 'starts') at time zone coalesce(moment ->> 'of', zone), 'YYYY-MM-DD"T"HH24:MI:SS'
  );
exception when others then
  return null;
end $$;
comment on function private.wall_time_of(jsonb, text) is 'On which wall time of its zone a moment falls; null where that cannot be told.';

create function private.imported_repetition(entry jsonb, at jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  repeats constant jsonb := entry -> 'repeats';
  starts constant timestamp := private.read_wall_time(repeats ->> 'starts_local', 'starts');
  lasting constant interval := (at ->> 'ends_local')::timestamp - (at ->> 'starts_local')::timestamp;
  walls constant timestamp[] := private.read_walls(entry #> '{series,occurrences}', 'repeats', 800);
begin
  if not exists (select from private.occurrences_of(walls, lasting, at ->> 'time_zone')) then
    perform private.refuse('no_occurrences', 422, 'repeats');
  end if;
  return jsonb_build_object(
    'rule', repeats ->> 'rule', 'starts_local', starts, 'ends_local', starts + lasting, 'time_zone', at ->> 'time_zone',
    'excepted', private.read_walls(repeats -> 'excepted', 'repeats', 2000), 'added', private.read_walls(repeats -> 'added', 'repeats', 1001)
  );
end $$;
comment on function private.imported_repetition(jsonb, jsonb) is
  'How an entry repeats, all of it, as it is compared when it is read again; each date lasts as long on the clock as the first. Refuses one of whose dates none is on any clock.';

create function private.make_single(organization_id uuid, draft_id uuid, source uuid, places integer[]) returns uuid[]
language plpgsql set search_path = '' as $$
declare
  -- Under which submission each is made, and what was made under it.
  submissions constant jsonb := (select jsonb_object_agg(p.place, gen_random_uuid()) from unnest(places) as p(place));
  made jsonb;
begin
  with put_up as (
    insert into public.gatherings as g (
      organization_id, submission_id, title, description, starts_local, ends_local, time_zone, starts_fold, ends_fold, state, audience
    )
    select e.organization_id, (submissions ->> e.place::text)::uuid, e.content -> 'title', e.content -> 'description',
      w.starts_local, w.ends_local, w.time_zone, w.starts_fold, w.ends_fold, 'draft', 'owner'
    from public.import_entries e
    cross join lateral jsonb_to_record(e.content -> 'when') as w(
      starts_local timestamp, ends_local timestamp, time_zone text, starts_fold smallint, ends_fold smallint
    )
    where e.organization_id = make_single.organization_id and e.draft_id = make_single.draft_id and e.place = any (places)
    returning g.id, g.submission_id
  )
  select jsonb_object_agg(p.submission_id, p.id) into made from put_up p;
  insert into public.gathering_details (organization_id, gathering_id, address, online_url)
  select e.organization_id, (made ->> (submissions ->> e.place::text))::uuid, e.content ->> 'address', e.content ->> 'online_url'
  from public.import_entries e
  where e.organization_id = make_single.organization_id and e.draft_id = make_single.draft_id and e.place = any (places)
    and (e.content ->> 'address' <> '' or e.content ->> 'online_url' <> '');
  insert into public.imported_events (organization_id, uid, recurrence_id, source_id, gathering_id, content)
  select e.organization_id, e.uid, e.recurrence_id, source, (made ->> (submissions ->> e.place::text))::uuid, e.content
  from public.import_entries e
  where e.organization_id = make_single.organization_id and e.draft_id = make_single.draft_id and e.place = any (places);
  return array(select (made ->> (submissions ->> p.place::text))::uuid from unnest(places) as p(place) order by p.place);
end $$;
comment on function private.make_single(uuid, uuid, uuid, integer[]) is
  'A draft for its owner alone for each of these entries of an import, none of which repeats, all at once: a calendar holds thousands.';

create function private.make_imported(organization_id uuid, content jsonb, series jsonb) returns uuid[]
language plpgsql set search_path = '' as $$
declare
  card public.gatherings;
  at constant jsonb := content -> 'when';
  walls timestamp[];
  lasting interval;
  made uuid;
begin
  card.organization_id := make_imported.organization_id;
  card.starts_local := at ->> 'starts_local';
  card.ends_local := at ->> 'ends_local';
  card.starts_fold := at ->> 'starts_fold';
  card.ends_fold := at ->> 'ends_fold';
  card.time_zone := at ->> 'time_zone';
  if series is not null then
    walls := private.read_walls(series -> 'occurrences', 'repeats', 800);
    lasting := card.ends_local - card.starts_local;
    card.series_id := private.begin_series(private.read_series(series, card), card, walls);
    select o.starts_local, o.starts_fold, o.ends_local, o.ends_fold
    into card.starts_local, card.starts_fold, card.ends_local, card.ends_fold
    from private.occurrences_of(walls, lasting, card.time_zone) o order by o.starts_local limit 1;
    card.recurrence_local := card.starts_local;
  end if;

  insert into public.gatherings as g (
    organization_id, title, description, starts_local, ends_local, time_zone, starts_fold, ends_fold, state, audience,
    series_id, recurrence_local
  ) values (
    card.organization_id, content -> 'title', content -> 'description', card.starts_local, card.ends_local, card.time_zone,
    card.starts_fold, card.ends_fold, 'draft', 'owner', card.series_id, card.recurrence_local
  ) returning g.id into made;
  if content ->> 'address' <> '' or content ->> 'online_url' <> '' then
    insert into public.gathering_details (organization_id, gathering_id, address, online_url)
    values (card.organization_id, made, content ->> 'address', content ->> 'online_url');
  end if;
  if series is null then
    return array[made];
  end if;
  perform private.copy_occurrences(made, card.organization_id, card.series_id, array_remove(walls, card.starts_local), lasting);
  return array(
    select g.id from public.gatherings g
    where g.organization_id = card.organization_id and g.series_id = card.series_id order by g.starts_at
  );
end $$;
comment on function private.make_imported(uuid, jsonb, jsonb) is
  'A draft for its owner alone, or for each date of what repeats one: whatever the calendar it comes from shows to whom, nothing is shared by importing it.';

create function private.take_series_changes(
  organization_id uuid, gathering_id uuid, uid text, content jsonb, series jsonb, fields text[], is_theirs boolean, reason text
) returns uuid[]
language plpgsql set search_path = '' as $$
declare
  base constant jsonb := (
    select i.content from public.imported_events i
    where i.organization_id = take_series_changes.organization_id and i.uid = take_series_changes.uid and i.recurrence_id = ''
  );
  apart constant uuid[] := private.singled_out(take_series_changes.organization_id);
  one record;
  changed uuid[] := '{}';
begin
  -- First what is said, of every date to come that nobody changed alone: those that are made anew are made like them.
  for one in
    select v.gathering_id, v.gathering_id = any (apart) as singled_out, private.differing(v.base, take_series_changes.content, v.ours, v.is_public) as fields
    from private.imported_gatherings v
    where v.organization_id = take_series_changes.organization_id and v.uid = take_series_changes.uid and v.recurrence_id = ''
      and (v.series_id is null or v.ends_at > now())
    order by v.gathering_id
  loop
    if private.take_changes(take_series_changes.organization_id, one.gathering_id, take_series_changes.content, array(
      select f.item ->> 'name' from jsonb_array_elements(one.fields) as f(item)
      where f.item ->> 'name' <> 'repeats' and (f.item -> 'conflict' = 'false' or (is_theirs and not one.singled_out))
    )) then
      changed := changed || one.gathering_id;
    end if;
  end loop;
  if 'repeats' = any (fields) then
    return private.lay_imported(
      take_series_changes.organization_id, take_series_changes.gathering_id, base, take_series_changes.content, series, reason
    );
  end if;
  return array(select c.id from unnest(changed) as c(id) order by c.id <> take_series_changes.gathering_id);
end $$;
comment on function private.take_series_changes(uuid, uuid, text, jsonb, jsonb, text[], boolean, text) is
  'Writes what an entry has changed over each date of its series to come, as over a gathering of its own, and lays the series out anew where it repeats otherwise. Answers what it changed, the one that the entry stands for first.';

create function private.lay_imported(
  organization_id uuid, gathering_id uuid, base jsonb, content jsonb, series jsonb, reason text
) returns uuid[]
language plpgsql set search_path = '' as $$
declare
  at constant jsonb := content -> 'when';
  zone constant text := at ->> 'time_zone';
  lasting constant interval := (at ->> 'ends_local')::timestamp - (at ->> 'starts_local')::timestamp;
  planned constant jsonb := coalesce(series, jsonb_build_object(
    'rule', '', 'occurrences', jsonb_build_array(at -> 'starts_local'), 'expanded_until', at -> 'starts_local', 'finished', true
  ));
  walls constant timestamp[] := private.read_walls(planned -> 'occurrences', 'repeats', 800);
  moved integer := (content #>> '{repeats,starts_local}')::date - (base #>> '{repeats,starts_local}')::date;
  before public.gatherings := private.occurrence(lay_imported.gathering_id);
  targets uuid[];
  kept record;
begin
  if before.ends_at <= now() then
    return private.make_imported(lay_imported.organization_id, content, series);
  end if;
  if moved is null or abs(moved) > 6 then
    moved := 0;
  end if;
  targets := array(
    select g.id from public.gatherings g
    where g.organization_id = lay_imported.organization_id and g.series_id = before.series_id and g.ends_at > now()
    order by g.id for no key update
  );
  -- What takes place on the same day, or on the day to which the whole was moved, goes on; most of them decide.
  select g.id, o.* into kept
  from private.occurrences_of(walls, lasting, zone) o
  cross join (select distinct d.days from unnest(array[0, moved]) as d(days)) d
  join public.gatherings g
    on g.organization_id = lay_imported.organization_id and g.id = any (targets || before.id)
    and coalesce(g.recurrence_local, g.starts_local)::date + d.days = o.starts_local::date
  order by count(*) over (partition by d.days) desc, d.days <> 0, g.id = any (private.singled_out(lay_imported.organization_id)), g.state = 'cancelled', o.starts_local limit 1;
  if kept.id is null then
    select before.id, o.* into kept from private.occurrences_of(walls, lasting, zone) o order by o.starts_local limit 1;
  end if;
  before := private.occurrence(kept.id);
  before.starts_local := coalesce(before.recurrence_local, before.starts_local);
  update public.gatherings g set
    starts_local = kept.starts_local, starts_fold = kept.starts_fold, ends_local = kept.ends_local, ends_fold = kept.ends_fold,
    time_zone = zone
  where g.organization_id = lay_imported.organization_id and g.id = kept.id;
  perform private.lay_again(
    private.occurrence(kept.id), before, array_remove(targets, kept.id), planned || jsonb_build_object(
      'from', to_char(now() at time zone before.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS'),
      'before', private.ended_rule(before.series_id, now() at time zone before.time_zone), 'reason', reason
    )
  );
  return array(
    select g.id from public.gatherings g
    where g.organization_id = lay_imported.organization_id
      and (g.id = kept.id or g.series_id = (private.occurrence(kept.id)).series_id)
    order by g.id <> kept.id
  );
end $$;
comment on function private.lay_imported(uuid, uuid, jsonb, jsonb, jsonb, text) is
  'Lays what a gathering is one of out anew, as an entry says: dates that are still named go on with all that is theirs, others are called off, new ones are made like the rest. What is over stays as it was. Answers what there is then, the one that goes on first.';

create function private.ended_rule(series_id uuid, ends_before timestamp) returns text
language plpgsql stable set search_path = '' as $$
declare
  whole constant public.gathering_series := private.whole_series(ended_rule.series_id);
begin
  return case when whole.rule = '' then '' else regexp_replace(
    regexp_replace(whole.rule, ';(COUNT|UNTIL)=[^;]*', '', 'g'), '^(FREQ=[A-Z]+)',
    '\1;UNTIL=' || to_char(ends_before, 'YYYYMMDD"T"HH24MISS')
  ) end;
end $$;
comment on function private.ended_rule(uuid, timestamp) is 'The rule of a series that ends before a wall time.';

grant execute on function
  public.wall_times(uuid, text, jsonb), private.wall_time_of(jsonb, text), private.imported_repetition(jsonb, jsonb),
  private.make_single(uuid, uuid, uuid, integer[]), private.make_imported(uuid, jsonb, jsonb),
  private.take_series_changes(uuid, uuid, text, jsonb, jsonb, text[], boolean, text),
  private.lay_imported(uuid, uuid, jsonb, jsonb, jsonb, text), private.ended_rule(uuid, timestamp)
  to authenticated;
