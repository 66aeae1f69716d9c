-- The one home of time: an instant is derived here from wall time, zone and fold, and nowhere else.

create function private.instants_of(wall timestamp, zone text) returns timestamptz[]
language plpgsql immutable set search_path = '' as $$
declare
  as_utc timestamptz := wall at time zone 'UTC';
  -- In hours: a day would be one of the session's zone, which may have 23 or 25.
  offset_before interval := ((as_utc - interval '24 hours') at time zone zone) - (wall - interval '24 hours');
  offset_after interval := ((as_utc + interval '24 hours') at time zone zone) - (wall + interval '24 hours');
begin
  return array(
    select distinct candidate.instant
    from (values (as_utc - offset_before), (as_utc - offset_after)) as candidate(instant)
    where candidate.instant at time zone zone = wall
    order by candidate.instant
  );
end $$;
comment on function private.instants_of(timestamp, text) is
  'The instants at which the clocks of a zone show this wall time: none in a skipped hour, two in a repeated one. Tries the offsets in force a day before and a day after, and keeps those that lead back to the same wall time.';

create function private.instant_of(wall timestamp, zone text, fold smallint, field text) returns timestamptz
language plpgsql immutable set search_path = '' as $$
declare
  instants timestamptz[];
begin
  if wall is null then
    perform private.refuse('required', 422, field);
  elsif wall < '2000-01-01' or wall >= '2100-01-01' then
    perform private.refuse('out_of_range', 422, field);
  elsif fold not in (0, 1) then
    perform private.refuse('not_understood', 422, field);
  end if;

  instants := private.instants_of(wall, zone);
  if cardinality(instants) = 0 then
    perform private.refuse('local_time_skipped', 422, field);
  elsif cardinality(instants) = 2 and fold is null then
    perform private.refuse('local_time_repeated', 422, field);
  end if;
  return instants[case when cardinality(instants) = 2 then fold + 1 else 1 end];
end $$;
comment on function private.instant_of(timestamp, text, smallint, text) is
  'The one instant a wall time means. Refuses a skipped hour, and a repeated one without a fold (0 the earlier, 1 the later).';

create function private.occurrences_of(walls timestamp[], lasting interval, zone text)
returns table (starts_local timestamp, starts_fold smallint, ends_local timestamp, ends_fold smallint)
language plpgsql immutable set search_path = '' as $$
declare
  starts timestamptz[];
  ends timestamptz[];
begin
  foreach starts_local in array walls loop
    starts := private.instants_of(starts_local, zone);
    continue when cardinality(starts) = 0;
    starts_fold := case when cardinality(starts) = 2 then 0 end;
    ends_local := starts_local + lasting;
    ends := private.instants_of(ends_local, zone);
    ends_fold := null;
    if cardinality(ends) <> 1 then
      -- In seconds: a day would be one of the session's zone.
      ends_local := (starts[1] + make_interval(secs => extract(epoch from lasting))) at time zone zone;
      ends_fold := array_position(
        private.instants_of(ends_local, zone), starts[1] + make_interval(secs => extract(epoch from lasting))
      ) - 1;
    end if;
    return next;
  end loop;
end $$;
comment on function private.occurrences_of(timestamp[], interval, text) is
  'When occurrences that start at these wall times are: none where the clocks skip the start, the earlier where they show it twice. Each ends as long after on the clock; where the clocks skip or repeat that end, after its exact length.';

grant execute on function
  private.instants_of(timestamp, text), private.instant_of(timestamp, text, smallint, text),
  private.occurrences_of(timestamp[], interval, text)
  to authenticated;

create function public.list_time_zones() returns text[]
language plpgsql stable set search_path = '' as $$
begin
  return array(select z.name from core.time_zones z order by z.name);
end $$;
comment on function public.list_time_zones() is 'The time zones a wall time may stand in.';
grant execute on function public.list_time_zones() to anon, authenticated;
