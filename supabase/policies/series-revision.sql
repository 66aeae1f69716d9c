-- What is changed of several occurrences at once: this and those that follow, or all. What is over stays as it was.

create function private.occurrences_from(gathering public.gatherings, scope text) returns uuid[]
language plpgsql set search_path = '' as $$
begin
  if coalesce(scope, '') not in ('following', 'all') then
    perform private.refuse('not_understood', 422, 'scope');
  elsif gathering.series_id is not null and gathering.ends_at <= now() then
    perform private.refuse('already_over', 409);
  end if;
  perform from public.gathering_series s where s.id = gathering.series_id for update;
  return array(
    select g.id from public.gatherings g
    where g.organization_id = gathering.organization_id and g.series_id = gathering.series_id
      and (scope = 'all' or g.recurrence_local >= gathering.recurrence_local) and g.ends_at > now()
    order by g.id for no key update
  );
end $$;
comment on function private.occurrences_from(public.gatherings, text) is
  'The occurrences that "following" or "all" means, seen from one of them and with it: those not over. They stay as they are until the transaction ends.';

create function private.occurrence(gathering_id uuid) returns public.gatherings
language plpgsql stable set search_path = '' as $$
declare
  found_one public.gatherings;
begin
  select g.id, g.organization_id, g.series_id, g.recurrence_local, g.starts_local, g.ends_local, g.time_zone, g.ends_at, g.state
  into found_one.id, found_one.organization_id, found_one.series_id, found_one.recurrence_local,
    found_one.starts_local, found_one.ends_local, found_one.time_zone, found_one.ends_at, found_one.state
  from public.gatherings g where g.id = occurrence.gathering_id;
  return found_one;
end $$;
comment on function private.occurrence(uuid) is 'Which occurrence of what a gathering is, and when.';

create function private.drop_occurrences(organization_id uuid, dropped uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.gatherings g
  where g.organization_id = drop_occurrences.organization_id and g.id = any (dropped)
    and g.organization_id = any (private.my_organizations('gatherings.write'))
    and g.series_id is not null and (g.shared_at is null or g.state = 'draft');
end $$;
comment on function private.drop_occurrences(uuid, uuid[]) is
  'Deletes occurrences that nobody outside has ever seen, or that are drafts, for those who may write them.';

create function private.call_off(organization_id uuid, called_off uuid[], reason text) returns void
language plpgsql set search_path = '' as $$
begin
  update public.gatherings g set state = 'cancelled', cancellation_reason = reason
  where g.organization_id = call_off.organization_id and g.id = any (called_off)
    and g.state = 'scheduled' and g.shared_at is not null;
  perform private.drop_occurrences(call_off.organization_id, array(
    select g.id from public.gatherings g
    where g.organization_id = call_off.organization_id and g.id = any (called_off) and g.state <> 'cancelled'
  ));
end $$;
comment on function private.call_off(uuid, uuid[], text) is
  'Occurrences no longer take place: cancelled with a reason where anybody has seen them, gone where nobody has.';

create function private.end_series(series_id uuid, ends_before timestamp, rule text) returns void
language plpgsql set search_path = '' as $$
declare
  whole constant public.gathering_series := private.whole_series(end_series.series_id);
begin
  if exists (select from public.gatherings g where g.organization_id = whole.organization_id and g.series_id = whole.id) then
    update public.gathering_series s set
      rule = coalesce(end_series.rule, whole.rule), finished = true,
      excepted = array(select w.wall from unnest(whole.excepted) as w(wall) where w.wall < ends_before),
      added = array(select w.wall from unnest(whole.added) as w(wall) where w.wall < ends_before),
      skipped = array(select w.wall from unnest(whole.skipped) as w(wall) where w.wall < ends_before)
    where s.id = whole.id;
  else
    delete from public.gathering_series s where s.id = whole.id;
  end if;
end $$;
comment on function private.end_series(uuid, timestamp, text) is
  'A series ends before a wall time, with the rule that says so; it is gone where nothing is left of it.';

create function private.lay_again(
  edited public.gatherings, before public.gatherings, targets uuid[], series jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  walls constant timestamp[] := private.read_walls(series -> 'occurrences', 'repeats', 800);
  planned public.gathering_series := private.read_series(series, edited);
  lasting constant interval := edited.ends_local - edited.starts_local;
  moved constant interval := edited.starts_local - before.starts_local;
  begun uuid;
  left_over uuid[];
begin
  if cardinality(walls) = 0 then
    perform private.refuse('no_occurrences', 422, 'repeats');
  end if;
  begun := private.begin_series(planned, edited, walls);
  update public.imported_events i set series_id = begun
  where i.organization_id = edited.organization_id and i.series_id = before.series_id;

  -- One that takes place on the same day as before, counted from where the whole was moved to, is the same one.
  with still as (
    select g.id, o.*, g.id = edited.id or g.starts_local <> g.recurrence_local as keeps_time
    from public.gatherings g
    join private.occurrences_of(walls, lasting, edited.time_zone) o
      on o.starts_local::date = (coalesce(g.recurrence_local, before.starts_local) + moved)::date
    where g.organization_id = edited.organization_id and (g.id = any (targets) or g.id = edited.id)
  )
  update public.gatherings g set
    series_id = begun, recurrence_local = s.starts_local, time_zone = edited.time_zone,
    starts_local = case when s.keeps_time then g.starts_local else s.starts_local end,
    starts_fold = case when s.keeps_time then g.starts_fold else s.starts_fold end,
    ends_local = case when s.keeps_time then g.ends_local else s.ends_local end,
    ends_fold = case when s.keeps_time then g.ends_fold else s.ends_fold end
  from still s where g.id = s.id;
  if not exists (select from public.gatherings g where g.id = edited.id and g.series_id = begun) then
    perform private.refuse('day_not_in_rule', 422, 'repeats');
  end if;

  left_over := array(
    select g.id from public.gatherings g
    where g.organization_id = edited.organization_id and g.id = any (targets) and g.series_id <> begun
  );
  perform private.call_off(edited.organization_id, left_over, series ->> 'reason');
  perform private.copy_occurrences(edited.id, edited.organization_id, begun, array(
    select w.wall from unnest(walls) as w(wall)
    where w.wall > now() at time zone edited.time_zone and not exists (
      select from public.gatherings g
      where g.organization_id = edited.organization_id and g.series_id = begun and g.recurrence_local = w.wall
    )
  ), lasting);
  if before.series_id is not null then
    perform private.end_series(before.series_id, private.read_wall_time(series ->> 'from', 'repeats'), series ->> 'before');
  end if;
  if planned.rule = '' and planned.added = '{}' then
    update public.imported_events i set series_id = null, gathering_id = edited.id
    where i.organization_id = edited.organization_id and i.series_id = begun;
    update public.gatherings g set series_id = null, recurrence_local = null, singled_out = false where g.id = edited.id;
    delete from public.gathering_series s where s.id = begun;
  end if;
  return to_jsonb(private.skipped_of(walls, edited.time_zone));
end $$;
comment on function private.lay_again(public.gatherings, public.gatherings, uuid[], jsonb) is
  'Lays the edited occurrence and the targets out anew, as a series of their own: those that still take place are kept, moved with the rest unless they were moved alone; others are called off; new ones are made like the edited one.';

create function public.revise_series(
  gathering_id uuid, organization_id uuid, seen_version integer, card jsonb, recipients uuid[],
  detail jsonb, notes text, scope text, series jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  locked public.gatherings;
  before public.gatherings;
  edited public.gatherings;
  targets uuid[];
  stored_before jsonb;
  stored_after jsonb;
  skipped jsonb := '[]';
begin
  locked := private.lock_gathering(
    revise_series.gathering_id, revise_series.organization_id, revise_series.seen_version
  );
  before := private.occurrence(locked.id);
  targets := array_remove(private.occurrences_from(before, scope), before.id);
  stored_before := private.stored_gathering(before.id, before.organization_id);
  perform public.revise_gathering(before.id, before.organization_id, seen_version, card, recipients, detail, notes);
  stored_after := private.stored_gathering(before.id, before.organization_id);
  edited := private.occurrence(before.id);

  if jsonb_typeof(series) = 'object' then
    skipped := private.lay_again(edited, before, targets, series);
    targets := array(
      select g.id from public.gatherings g
      where g.organization_id = edited.organization_id and g.id = any (targets) and g.id <> edited.id
        and g.series_id = (private.occurrence(edited.id)).series_id
    );
  elsif before.series_id is not null and (edited.starts_local, edited.ends_local, edited.time_zone) is distinct from (before.starts_local, before.ends_local, before.time_zone) then
    -- A time moves the whole, and what is moved is laid out anew.
    perform private.refuse('not_understood', 422, 'scope');
  end if;
  perform private.spread_changes(targets, edited.organization_id, stored_before, stored_after, detail ->> 'publish' = 'true');
  update public.gatherings g set singled_out = false where g.id = edited.id and g.series_id is not null;
  return jsonb_build_object('id', edited.id, 'version', private.version_of(edited.id), 'skipped', skipped);
end $$;
comment on function public.revise_series(uuid, uuid, integer, jsonb, uuid[], jsonb, text, text, jsonb) is
  'Writes an occurrence over the version its writer saw, and what they changed of it to those that follow or to all that are not over. With a series, {"rule", "excepted", "added", "occurrences", "expanded_until", "finished", "from", "before", "reason"}, these are laid out anew, and the rest of the old series ends before "from" with the rule "before".';

create function public.cancel_series(
  gathering_id uuid, organization_id uuid, seen_version integer, reason text, scope text, ended_rule text
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  locked public.gatherings;
  occurrence public.gatherings;
  targets uuid[];
begin
  locked := private.lock_gathering(
    cancel_series.gathering_id, cancel_series.organization_id, cancel_series.seen_version
  );
  occurrence := private.occurrence(locked.id);
  targets := private.occurrences_from(occurrence, scope);
  if occurrence.state = 'cancelled' then
    perform private.refuse('already_cancelled', 409);
  elsif occurrence.state = 'draft' then
    perform private.refuse('still_a_draft', 409);
  end if;
  perform public.cancel_gathering(occurrence.id, occurrence.organization_id, seen_version, reason);
  update public.gatherings g set state = 'cancelled', cancellation_reason = reason
  where g.organization_id = occurrence.organization_id and g.id = any (targets) and g.state = 'scheduled';
  perform private.drop_occurrences(occurrence.organization_id, array(
    select g.id from public.gatherings g
    where g.organization_id = occurrence.organization_id and g.id = any (targets) and g.state = 'draft'
  ));
  if occurrence.series_id is not null then
    perform private.end_series(
      occurrence.series_id, case scope when 'following' then occurrence.recurrence_local else 'infinity' end,
      case scope when 'following' then ended_rule end
    );
  end if;
  return jsonb_build_object('id', occurrence.id, 'version', private.version_of(occurrence.id));
end $$;
comment on function public.cancel_series(uuid, uuid, integer, text, text, text) is
  'Cancels an occurrence and those that follow, or all that are not over, with one reason. The series ends there: the worker adds none.';

grant execute on function
  private.occurrences_from(public.gatherings, text), private.occurrence(uuid), private.drop_occurrences(uuid, uuid[]),
  private.call_off(uuid, uuid[], text), private.end_series(uuid, timestamp, text),
  private.lay_again(public.gatherings, public.gatherings, uuid[], jsonb)
  to authenticated;
grant execute on function
  public.revise_series(uuid, uuid, integer, jsonb, uuid[], jsonb, text, text, jsonb),
  public.cancel_series(uuid, uuid, integer, text, text, text)
  to authenticated;
