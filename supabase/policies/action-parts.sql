-- Who has a part in an action item, and what an organization keeps of its part for itself.

grant select (organization_id, owner_id, item_id, status, asked_at, status_at) on public.action_parts to authenticated;
create policy action_parts_select_audience on public.action_parts
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    -- Of who has left the coalition nobody there is told any more, the lead neither.
    or (coalition_id = any ((select private.my_coalitions())::uuid[]) and exists (
      select from public.action_items i where i.organization_id = action_parts.owner_id and i.id = action_parts.item_id
    ))
  );
grant insert (organization_id, owner_id, item_id, status) on public.action_parts to authenticated;
create policy action_parts_insert_editor on public.action_parts
  for insert to authenticated
  with check (
    (status = 'asked' and owner_id = any ((select private.my_organizations('actions.write'))::uuid[]))
    -- Unasked in what it leads or its whole coalition sees; whom an item is named to its lead alone says.
    or (status = 'accepted' and organization_id = any ((select private.my_organizations('actions.write'))::uuid[])
      and (organization_id = owner_id or exists (
        select from public.action_items i
        where i.organization_id = action_parts.owner_id and i.id = action_parts.item_id and i.audience = 'coalition'
      )))
  );
grant update (status) on public.action_parts to authenticated;
create policy action_parts_update_own on public.action_parts
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- The lead takes back what nobody has answered.
grant delete on public.action_parts to authenticated;
create policy action_parts_delete_lead on public.action_parts
  for delete to authenticated
  using (
    status = 'asked' and organization_id <> owner_id
    and owner_id = any ((select private.my_organizations('actions.write'))::uuid[])
  );

grant select (organization_id, owner_id, item_id, assignee_id, note, link, version) on public.action_part_notes to authenticated;
create policy action_part_notes_select_own on public.action_part_notes
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('actions.read'))::uuid[]));
grant update (assignee_id, note, link) on public.action_part_notes to authenticated;
create policy action_part_notes_update_own on public.action_part_notes
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- No insert or delete: they come and go with the part.

grant select (organization_id, owner_id, item_id, step_id) on public.action_ticks to authenticated;
create policy action_ticks_select_own on public.action_ticks
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('actions.read'))::uuid[]));
grant insert (organization_id, owner_id, item_id, step_id) on public.action_ticks to authenticated;
create policy action_ticks_insert_own on public.action_ticks
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
grant delete on public.action_ticks to authenticated;
create policy action_ticks_delete_own on public.action_ticks
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('actions.write'))::uuid[]));
-- No update: a step is done or it is not.

create function private.next_statuses(status public.part_status) returns public.part_status[]
language sql immutable set search_path = '' as $$
  select case status
    when 'asked' then array['accepted', 'doing', 'done', 'declined']
    when 'accepted' then array['doing', 'done', 'cannot']
    when 'declined' then array['accepted', 'doing', 'done']
    when 'doing' then array['accepted', 'done', 'cannot']
    when 'done' then array['doing']
    when 'cannot' then array['accepted', 'doing', 'done']
  end::public.part_status[]
$$;
comment on function private.next_statuses(public.part_status) is
  'What the status of a part may become next. Nothing is unasked by answering, and what was accepted is not declined any more: one cannot do it.';
grant execute on function private.next_statuses(public.part_status) to authenticated;

create function private.prepare_action_part() returns trigger
language plpgsql set search_path = '' as $$
declare
  item record;
begin
  -- With the writer's own rights: what they do not see is not there, and so for who has left.
  select i.coalition_id, i.closed_at into item
  from public.action_items i where i.organization_id = new.owner_id and i.id = new.item_id;
  if not found then
    perform private.refuse('not_found', 404);
  elsif tg_op = 'INSERT' and not exists (
    select from public.standings s where s.organization_id = new.organization_id and s.coalition_id = item.coalition_id
  ) then
    perform private.refuse('recipient_not_in_coalition', 422, 'recipients');
  elsif item.closed_at is not null and (tg_op = 'INSERT' or new.status <> old.status) then
    perform private.refuse('item_closed', 409);
  end if;
  if tg_op = 'INSERT' then
    new.coalition_id := item.coalition_id;
  elsif new.status <> old.status then
    if new.status <> all (private.next_statuses(old.status)) then
      perform private.refuse('status_not_next', 409, 'status');
    end if;
    new.status_at := now();
  end if;
  return new;
end $$;
comment on function private.prepare_action_part() is
  'Holds a part to an item that its writer sees, to organizations of that item''s coalition, and to the order of statuses, for every writer.';
create trigger action_parts_prepare before insert or update on public.action_parts
  for each row execute function private.prepare_action_part();

create function private.parts_in(coalition_id uuid)
returns table (item_id uuid, organization_id uuid, status public.part_status, asked_at timestamptz, status_at timestamptz)
language plpgsql stable security definer rows 5000 set search_path = '' as $$
begin
  return query
    select p.item_id, p.organization_id, p.status, p.asked_at, p.status_at from public.action_parts p
    where p.coalition_id = parts_in.coalition_id and p.coalition_id = any ((select private.my_coalitions())::uuid[]);
end $$;
comment on function private.parts_in(uuid) is
  'Who has which part in a coalition of the caller, of hidden items too: to be met with the items that the caller sees, and shown to nobody. Spares pages over many items a question of the policy for each part.';
grant execute on function private.parts_in(uuid) to authenticated;

create function private.take_up_parts() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.action_parts p set coalition_id = new.coalition_id
  from public.action_items i
  where p.organization_id = new.organization_id and i.organization_id = p.owner_id and i.id = p.item_id
    and i.coalition_id = new.coalition_id and p.coalition_id is null;
  return null;
end $$;
comment on function private.take_up_parts() is 'Whoever comes back to a coalition has the parts there that it had before.';
create trigger standings_take_up_parts after insert on public.standings
  for each row execute function private.take_up_parts();

create function private.keep_part_notes() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    insert into public.action_part_notes (organization_id, owner_id, item_id)
    values (new.organization_id, new.owner_id, new.item_id);
  else
    update public.action_part_notes n set note = n.note
    where n.organization_id = new.organization_id and n.owner_id = new.owner_id and n.item_id = new.item_id;
  end if;
  return null;
end $$;
comment on function private.keep_part_notes() is
  'Gives every part its notes, empty and its own organization''s; and counts a change of status as a change of the part.';
create trigger action_parts_keep_notes after insert or update on public.action_parts
  for each row execute function private.keep_part_notes();

create function private.prepare_part_note() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.note := private.tidy_paragraph(new.note, 'note', 2000);
  new.link := private.tidy_link(new.link, 'link');
  if new.assignee_id is distinct from old.assignee_id and new.assignee_id is not null and not exists (
    select from public.memberships m where m.organization_id = new.organization_id and m.person_id = new.assignee_id
  ) then
    perform private.refuse('assignee_not_member', 422, 'assignee_id');
  end if;
  new.version := old.version + 1;
  return new;
end $$;
comment on function private.prepare_part_note() is 'Tidies what an organization notes of its part, and assigns it to its own members alone.';
create trigger action_part_notes_prepare before update on public.action_part_notes
  for each row execute function private.prepare_part_note();

create function private.prepare_action_tick() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not exists (
    select from public.action_steps s
    where s.organization_id = new.owner_id and s.item_id = new.item_id and s.id = new.step_id
  ) or not exists (
    select from public.action_parts p
    where p.organization_id = new.organization_id and p.owner_id = new.owner_id and p.item_id = new.item_id
  ) then
    perform private.refuse('not_found', 404);
  end if;
  return new;
end $$;
comment on function private.prepare_action_tick() is 'Lets an organization tick the steps of an item that it sees and has a part in, and finds no others.';
create trigger action_ticks_prepare before insert on public.action_ticks
  for each row execute function private.prepare_action_tick();
