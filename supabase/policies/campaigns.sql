-- Campaigns: who may see and change them, whom they are named to, and what every writer is held to.

grant select (id, organization_id, part, name, goal, audience, starts_on, ends_on, outcome, outcome_on, outcome_reason)
  on public.campaigns to anon, authenticated;
-- Not granted: the coalition, which a reader outside must not learn of, and the version, which moves with it.
grant select (submission_id) on public.campaigns to authenticated;
create policy campaigns_select_visitor on public.campaigns
  for select to anon
  using (audience = 'everyone');
create policy campaigns_select_audience on public.campaigns
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    or audience = 'everyone'
    or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
    or (audience = 'named' and exists (
      select from public.campaign_shares s
      where s.organization_id = campaigns.organization_id and s.campaign_id = campaigns.id
        and s.recipient_id = any ((select private.my_organizations('actions.read'))::uuid[])
    ))
  );
grant insert (organization_id, coalition_id, submission_id, part, name, goal, audience, starts_on, ends_on)
  on public.campaigns to authenticated;
create policy campaigns_insert_editor on public.campaigns
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- organization_id is not granted: a campaign never changes hands.
grant update (coalition_id, part, name, goal, audience, starts_on, ends_on, outcome, outcome_on, outcome_reason)
  on public.campaigns to authenticated;
create policy campaigns_update_editor on public.campaigns
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant delete on public.campaigns to authenticated;
create policy campaigns_delete_editor on public.campaigns
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));

grant select (organization_id, campaign_id, recipient_id) on public.campaign_shares to authenticated;
create policy campaign_shares_select_owner_or_recipient on public.campaign_shares
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    or (in_force and recipient_id = any ((select private.my_organizations('actions.read'))::uuid[]))
  );
grant insert (organization_id, campaign_id, recipient_id) on public.campaign_shares to authenticated;
create policy campaign_shares_insert_editor on public.campaign_shares
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant delete on public.campaign_shares to authenticated;
create policy campaign_shares_delete_editor on public.campaign_shares
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- No update of shares: another recipient is another row.

create function private.prepare_campaign() returns trigger
language plpgsql set search_path = '' as $$
declare
  days constant daterange := '[2000-01-01,2100-01-01)';
begin
  new.name := private.tidy_texts(new.name, 'name', 120, true);
  new.goal := private.tidy_texts(new.goal, 'goal', 1000, false, true);
  new.outcome_reason := private.tidy_texts(new.outcome_reason, 'outcome_reason', 1000, new.outcome is not null, true);
  if new.outcome is null then
    new.outcome_on := null;
    new.outcome_reason := '{}';
  end if;
  if new.part is null then
    perform private.refuse('choose_one', 422, 'part');
  elsif new.starts_on is null then
    perform private.refuse('required', 422, 'starts_on');
  elsif not new.starts_on <@ days then
    perform private.refuse('date_far_away', 422, 'starts_on', jsonb_build_object('first', 2000, 'last', 2099));
  elsif not new.ends_on <@ days then
    perform private.refuse('date_far_away', 422, 'ends_on', jsonb_build_object('first', 2000, 'last', 2099));
  elsif new.ends_on < new.starts_on then
    perform private.refuse('last_day_before_first', 422, 'ends_on');
  elsif new.outcome is not null and new.outcome_on is null then
    perform private.refuse('required', 422, 'outcome_on');
  elsif new.outcome_on < new.starts_on then
    perform private.refuse('came_out_before_it_began', 422, 'outcome_on');
  elsif new.outcome_on > current_date + 1 then
    perform private.refuse('day_not_yet_come', 422, 'outcome_on');
  end if;
  -- A standing that ends takes the campaign out of its coalition: its lead's alone, and still editable.
  if (tg_op = 'INSERT' or new.coalition_id is not null and new.coalition_id is distinct from old.coalition_id) and not exists (
    select from public.standings s where s.organization_id = new.organization_id and s.coalition_id = new.coalition_id
  ) then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
  elsif (select count(*) >= 200 from public.campaigns c where c.organization_id = new.organization_id) then
    perform private.refuse('too_many', 409, 'name', jsonb_build_object('maximum', 200));
  end if;
  return new;
end $$;
comment on function private.prepare_campaign() is
  'Tidies a campaign, refuses in a sentence days that cannot be and a coalition in which its lead has no standing, and counts its version.';
create trigger campaigns_prepare before insert or update on public.campaigns
  for each row execute function private.prepare_campaign();

create function private.prepare_campaign_share() returns trigger
language plpgsql set search_path = '' as $$
declare
  audience public.audience;
begin
  if new.recipient_id = new.organization_id or not exists (
    select from public.standings owner
    join public.standings recipient on recipient.coalition_id = owner.coalition_id
    where owner.organization_id = new.organization_id and recipient.organization_id = new.recipient_id
  ) or not private.hold_fellowship(new.organization_id, new.recipient_id) then
    perform private.refuse('recipient_not_in_coalition', 422, 'recipients');
  end if;
  -- Whoever writes or removes a share of this campaign, or changes its audience, waits here for one another.
  select c.audience into audience from public.campaigns c
  where c.organization_id = new.organization_id and c.id = new.campaign_id
  for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  new.in_force := audience = 'named';
  return new;
end $$;
comment on function private.prepare_campaign_share() is
  'Refuses a recipient that shares no coalition with the lead, in the same words whether it exists or not.';
create trigger campaign_shares_prepare before insert on public.campaign_shares
  for each row execute function private.prepare_campaign_share();

create function private.queue_campaign_share() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.campaigns c where c.organization_id = old.organization_id and c.id = old.campaign_id for no key update;
  return old;
end $$;
comment on function private.queue_campaign_share() is 'A share is removed in turn with those that are added to the same campaign.';
create trigger campaign_shares_queue before delete on public.campaign_shares
  for each row execute function private.queue_campaign_share();

create function private.put_campaign_shares_in_force() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.campaign_shares s set in_force = new.audience = 'named'
  where s.organization_id = new.organization_id and s.campaign_id = new.id;
  return null;
end $$;
comment on function private.put_campaign_shares_in_force() is 'A recipient learns of a share only while the campaign may be seen through it.';
create trigger campaigns_put_shares_in_force after update of audience on public.campaigns
  for each row when (old.audience <> new.audience)
  execute function private.put_campaign_shares_in_force();

create function private.end_campaign_shares_between_former_fellows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.campaign_shares s
  where old.organization_id in (s.organization_id, s.recipient_id)
    and not exists (
      select from public.standings owner
      join public.standings recipient on recipient.coalition_id = owner.coalition_id
      where owner.organization_id = s.organization_id and recipient.organization_id = s.recipient_id
    );
  return null;
end $$;
comment on function private.end_campaign_shares_between_former_fellows() is
  'As private.end_shares_between_former_fellows, for campaigns.';
create trigger standings_end_campaign_shares after delete on public.standings
  for each row execute function private.end_campaign_shares_between_former_fellows();

-- ── What is not in a granted column, for those who may know it ──────────────────────────────────────────────

create function private.campaign_version_of(campaign_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select c.version from public.campaigns c
    where c.id = campaign_version_of.campaign_id and c.organization_id = any (private.my_organizations('actions.write'))
  );
end $$;
comment on function private.campaign_version_of(uuid) is 'The version of a campaign that the caller may write; null for anyone else.';

create function private.campaign_coalition_of(campaign_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select c.coalition_id from public.campaigns c
    where c.id = campaign_coalition_of.campaign_id and c.coalition_id = any ((select private.my_coalitions())::uuid[])
  );
end $$;
comment on function private.campaign_coalition_of(uuid) is
  'Whose plan a campaign serves, for those in that coalition; null for anyone else. Asked only about campaigns that the caller sees.';

create function private.campaigns_of_plan(coalition_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select c.id from public.campaigns c
    where c.coalition_id = campaigns_of_plan.coalition_id and c.coalition_id = any ((select private.my_coalitions())::uuid[])
  );
end $$;
comment on function private.campaigns_of_plan(uuid) is
  'The campaigns of a coalition of the caller, hidden ones too: to be met with those that the caller sees, and shown to nobody.';
create function private.campaign_metrics(campaign_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select m.id from public.pooled_metrics m
    where m.campaign_id = campaign_metrics.campaign_id and (
      m.coalition_id = any ((select private.my_coalitions())::uuid[])
      or m.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    )
  );
end $$;
comment on function private.campaign_metrics(uuid) is
  'What is counted for a campaign, by those of the coalition that counts: to be met with the metrics that the caller sees.';
grant execute on function private.campaign_metrics(uuid) to authenticated;
grant execute on function private.campaign_version_of(uuid), private.campaign_coalition_of(uuid) to anon, authenticated;
grant execute on function private.campaigns_of_plan(uuid) to authenticated;
