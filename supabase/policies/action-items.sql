-- Who may see and change action items and their checklists, and what every writer of them is held to.

-- Not granted: the campaign, which its reader may not know; the version and when it was made, which move with it.
grant select (
  id, organization_id, coalition_id, submission_id, title, description, audience, due_local, due_fold, time_zone, due_at, closed_at,
  about_registration
) on public.action_items to authenticated;
create policy action_items_select_audience on public.action_items
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
    -- Every part has its notes, which its own organization alone reads: asking there asks nothing of an item again.
    or (audience = 'named' and exists (
      select from public.action_part_notes n
      join public.standings s on s.organization_id = n.organization_id
      where n.owner_id = action_items.organization_id and n.item_id = action_items.id
        and s.coalition_id = action_items.coalition_id
        and n.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    ))
  );
-- Neither its id nor what is derived.
grant insert (
  organization_id, coalition_id, campaign_owner_id, campaign_id, submission_id, title, description, audience, due_local, due_fold,
  time_zone, about_registration
) on public.action_items to authenticated;
create policy action_items_insert_editor on public.action_items
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- Neither its lead nor its coalition: both have people who were told of it.
grant update (
  campaign_owner_id, campaign_id, title, description, audience, due_local, due_fold, time_zone, about_registration, closed_at
) on public.action_items to authenticated;
create policy action_items_update_editor on public.action_items
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant delete on public.action_items to authenticated;
create policy action_items_delete_editor on public.action_items
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));

grant select (id, organization_id, item_id, position, label) on public.action_steps to authenticated;
create policy action_steps_select_audience on public.action_steps
  for select to authenticated
  using (exists (
    select from public.action_items i
    where i.organization_id = action_steps.organization_id and i.id = action_steps.item_id
  ));
grant insert (organization_id, item_id, position, label) on public.action_steps to authenticated;
create policy action_steps_insert_editor on public.action_steps
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant update (position, label) on public.action_steps to authenticated;
create policy action_steps_update_editor on public.action_steps
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant delete on public.action_steps to authenticated;
create policy action_steps_delete_editor on public.action_steps
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));

-- ── Triggers. They act with the writer's own rights: what a writer cannot see, they cannot tell. ────────────

create function private.prepare_action_item() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.title := private.tidy_texts(new.title, 'title', 120, true);
  new.description := private.tidy_texts(new.description, 'description', 4000, false, true);
  if new.audience not in ('named', 'coalition') then
    perform private.refuse('not_understood', 422, 'audience');
  elsif not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  elsif tg_op = 'INSERT' and not exists (
    select from public.standings s
    where s.organization_id = new.organization_id and s.coalition_id = new.coalition_id
  ) then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  if new.campaign_id is not null and (tg_op = 'INSERT' or new.campaign_id is distinct from old.campaign_id) then
    if not exists (
      select from public.campaigns c where c.organization_id = new.campaign_owner_id and c.id = new.campaign_id
    ) then
      perform private.refuse('campaign_not_there', 422, 'campaign_id');
    end if;
  end if;
  -- Finer than a minute no clock on a wall shows.
  new.due_local := date_trunc('minute', new.due_local);
  new.due_at := private.instant_of(new.due_local, new.time_zone, new.due_fold, 'due');
  if cardinality(private.instants_of(new.due_local, new.time_zone)) = 1 then
    new.due_fold := null;
  end if;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.closed_at := case when new.closed_at is not null then coalesce(old.closed_at, now()) end;
  end if;
  return new;
end $$;
comment on function private.prepare_action_item() is
  'Tidies an action item and derives when it is due, for every writer. Refuses, in a sentence, a coalition that is not its lead''s and a campaign that its writer does not see.';
create trigger action_items_prepare before insert or update on public.action_items
  for each row execute function private.prepare_action_item();

create function private.prepare_action_step() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.label := private.tidy_texts(new.label, 'steps', 200, true);
  if not coalesce(new.position between 1 and 30, false) then
    perform private.refuse('too_many', 422, 'steps', jsonb_build_object('maximum', 30));
  elsif not exists (
    select from public.action_items i where i.organization_id = new.organization_id and i.id = new.item_id
  ) then
    perform private.refuse('not_found', 404);
  elsif tg_op = 'INSERT' and (
    select count(*) >= 30 from public.action_steps s where s.organization_id = new.organization_id and s.item_id = new.item_id
  ) then
    perform private.refuse('too_many', 422, 'steps', jsonb_build_object('maximum', 30));
  end if;
  return new;
end $$;
comment on function private.prepare_action_step() is 'Tidies a step of a checklist and holds it to its item.';
create trigger action_steps_prepare before insert or update on public.action_steps
  for each row execute function private.prepare_action_step();

create function private.keep_answered_item() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from public.action_parts p
    where p.owner_id = old.organization_id and p.item_id = old.id and p.organization_id <> p.owner_id and p.status <> 'asked'
  ) then
    perform private.refuse('item_answered', 409);
  end if;
  return old;
end $$;
comment on function private.keep_answered_item() is
  'Keeps an item that another organization has answered: what it noted for itself would go with it. Such an item is closed. Looks past row security, so that the rows of one that left since are kept too; its lead saw it answer.';
create trigger action_items_keep_answered before delete on public.action_items
  for each row when (pg_trigger_depth() = 0)
  execute function private.keep_answered_item();

-- ── What is not in a granted column, for those who may know it ──────────────────────────────────────────────

create function private.item_version_of(item_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select i.version from public.action_items i
    where i.id = item_version_of.item_id and i.organization_id = any (private.my_organizations('actions.write'))
  );
end $$;
comment on function private.item_version_of(uuid) is 'The version of an action item that the caller may write; null for anyone else.';

create function private.item_campaigns(items uuid[]) returns table (item_id uuid, campaign_id uuid)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select i.id, i.campaign_id from public.action_items i
    where i.id = any (items) and i.campaign_id is not null and (
      i.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
      or i.coalition_id = any ((select private.my_coalitions())::uuid[])
    );
end $$;
comment on function private.item_campaigns(uuid[]) is
  'Which campaigns items of the caller''s coalitions serve, hidden ones too: to be met with the items and the campaigns that the caller sees, and shown to nobody.';
grant execute on function private.item_version_of(uuid), private.item_campaigns(uuid[]) to authenticated;
