-- Pooled totals: who may see what, and what every writer is held to. A number is its organization's alone; a total is
-- published once, by private.close_months, and nothing else ever adds numbers up for somebody.

grant select (
  id, organization_id, coalition_id, submission_id, name, unit, about_registration, minimum, goal, first_month, last_month,
  closing_day, time_zone
) on public.pooled_metrics to authenticated;
create policy pooled_metrics_select_coalition on public.pooled_metrics
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    or coalition_id = any ((select private.my_coalitions())::uuid[])
  );
grant insert (
  organization_id, coalition_id, campaign_id, submission_id, name, unit, about_registration, minimum, goal, first_month,
  last_month, closing_day, time_zone
) on public.pooled_metrics to authenticated;
create policy pooled_metrics_insert_editor on public.pooled_metrics
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant update (name, unit, about_registration, goal, last_month, campaign_id) on public.pooled_metrics to authenticated;
create policy pooled_metrics_update_lead on public.pooled_metrics
  for update to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.write'))::uuid[])
    -- Who has left says no more what the coalition counts.
    and exists (
      select from public.standings s
      where s.organization_id = pooled_metrics.organization_id and s.coalition_id = pooled_metrics.coalition_id
    )
  )
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- No delete: a metric runs out.

grant select (organization_id, owner_id, metric_id, month, version, amount, entered_at) on public.pooled_numbers to authenticated;
create policy pooled_numbers_select_own on public.pooled_numbers
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('actions.read'))::uuid[]));
grant insert (organization_id, owner_id, metric_id, month, amount) on public.pooled_numbers to authenticated;
create policy pooled_numbers_insert_editor on public.pooled_numbers
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- No update or delete: a correction is a row more, and what was published stands on the rows that were there.

grant select (organization_id, metric_id, month, coalition_id, total, contributors) on public.pooled_snapshots to authenticated;
create policy pooled_snapshots_select_coalition on public.pooled_snapshots
  for select to authenticated
  using (coalition_id = any ((select private.my_coalitions())::uuid[]));
-- No insert, update or delete: the worker closes a month.

grant select (
  id, organization_id, owner_id, metric_id, month, purpose, amount, handed_at, revoked_at
) on public.pooled_handovers to authenticated;
create policy pooled_handovers_select_both on public.pooled_handovers
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    or (revoked_at is null and owner_id = any ((select private.my_organizations('actions.read'))::uuid[]))
  );
-- No insert, update or delete: private.hand_over_number looks at numbers that its caller must not see.

create function private.prepare_pooled_metric() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.name := private.tidy_texts(new.name, 'name', 120, true);
  new.unit := private.tidy_texts(new.unit, 'unit', 40, true);
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    -- A warning that stands is not taken away.
    new.about_registration := new.about_registration or old.about_registration;
    if new.last_month is distinct from old.last_month then
      perform private.hold_pooled(new.id, true);
    end if;
  elsif not exists (
    select from public.standings s where s.organization_id = new.organization_id and s.coalition_id = new.coalition_id
  ) then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  elsif (select count(*) >= 100 from public.pooled_metrics m where m.organization_id = new.organization_id) then
    perform private.refuse('too_many', 409, 'name', jsonb_build_object('maximum', 100));
  end if;
  if new.campaign_id is not null and not exists (
    select from public.campaigns c where c.organization_id = new.organization_id and c.id = new.campaign_id
  ) then
    perform private.refuse('campaign_not_there', 422, 'campaign_id');
  elsif not coalesce(new.minimum between 3 and 50, false) then
    perform private.refuse('minimum_out_of_range', 422, 'minimum');
  elsif not coalesce(new.goal between 1 and 1000000000000, true) then
    perform private.refuse('goal_out_of_range', 422, 'goal');
  elsif not coalesce(new.closing_day between 1 and 28, false) then
    perform private.refuse('closing_day_out_of_range', 422, 'closing_day');
  elsif new.first_month is null then
    perform private.refuse('month_not_valid', 422, 'first_month');
  elsif not coalesce(
    new.last_month >= new.first_month and new.last_month < new.first_month + interval '5 years'
    and extract(day from new.last_month) = 1, false
  ) then
    perform private.refuse('month_not_valid', 422, 'last_month');
  elsif tg_op = 'UPDATE' and new.last_month < least(
    old.last_month, date_trunc('month', clock_timestamp() at time zone new.time_zone)::date
  ) then
    perform private.refuse('month_already_counted', 422, 'last_month');
  elsif not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('choose_one', 422, 'time_zone');
  end if;
  return new;
end $$;
comment on function private.prepare_pooled_metric() is
  'Tidies a metric and refuses, in a sentence, a coalition in which its lead has no standing, every number out of range, and a last month before one for which numbers may be there.';
create trigger pooled_metrics_prepare before insert or update on public.pooled_metrics
  for each row execute function private.prepare_pooled_metric();

create function private.hold_pooled(metric_id uuid, alone boolean) returns void
language plpgsql set search_path = '' as $$
declare
  key constant bigint := hashtextextended(metric_id::text, 7);
begin
  if alone then
    perform pg_advisory_xact_lock(key);
  else
    perform pg_advisory_xact_lock_shared(key);
  end if;
end $$;
comment on function private.hold_pooled(uuid, boolean) is
  'Whoever closes a month or hands over waits for numbers on their way, and these for it: none falls between two totals.';
grant execute on function private.hold_pooled(uuid, boolean) to authenticated;

create function private.prepare_pooled_number() returns trigger
language plpgsql set search_path = '' as $$
declare
  metric record;
begin
  select m.coalition_id, m.first_month, m.last_month, m.time_zone into metric
  from public.pooled_metrics m where m.organization_id = new.owner_id and m.id = new.metric_id;
  -- With the writer's own rights: what they do not see is not there.
  if not found or not exists (
    select from public.standings s where s.organization_id = new.organization_id and s.coalition_id = metric.coalition_id
  ) then
    perform private.refuse('not_found', 404);
  elsif not coalesce(
    new.month between metric.first_month and metric.last_month and extract(day from new.month) = 1
    and new.month <= now() at time zone metric.time_zone, false
  ) then
    perform private.refuse('month_not_open', 422, 'month');
  elsif not coalesce(new.amount between 0 and 1000000000, false) then
    perform private.refuse('number_out_of_range', 422, 'amount');
  end if;
  perform private.hold_pooled(new.metric_id, false);
  perform pg_advisory_xact_lock(hashtextextended(concat(new.organization_id, new.metric_id, new.month), 8));
  select coalesce(max(n.version), 0) + 1 into new.version from public.pooled_numbers n
  where n.organization_id = new.organization_id and n.owner_id = new.owner_id and n.metric_id = new.metric_id and n.month = new.month;
  if new.version > 100 then
    perform private.refuse('too_many', 409, 'amount', jsonb_build_object('maximum', 100));
  end if;
  new.entered_at := coalesce(new.entered_at, clock_timestamp());
  return new;
end $$;
comment on function private.prepare_pooled_number() is
  'Holds a number to its metric, its months and its range, counts its version, and says when it came.';
create trigger pooled_numbers_prepare before insert on public.pooled_numbers
  for each row execute function private.prepare_pooled_number();

create function private.keep_pooled() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'Published totals, and the numbers and terms that they stand on, never change.';
end $$;
comment on function private.keep_pooled() is 'Refuses every change of a row, whoever makes it.';
-- What may change publishes nothing anew: words, goal, campaign, and how long it goes on.
create trigger pooled_metrics_keep before update on public.pooled_metrics
  for each row when (
    to_jsonb(old) - '{name,unit,about_registration,goal,last_month,campaign_id,version}'::text[]
    <> to_jsonb(new) - '{name,unit,about_registration,goal,last_month,campaign_id,version}'::text[]
  )
  execute function private.keep_pooled();
create trigger pooled_numbers_keep before update on public.pooled_numbers
  for each row execute function private.keep_pooled();
create trigger pooled_snapshots_keep before update on public.pooled_snapshots
  for each row execute function private.keep_pooled();
