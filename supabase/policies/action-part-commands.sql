-- What an organization does with its own part of an action item. Acts with the caller's own rights.

create function public.take_part(item_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  owner uuid;
begin
  perform private.require_writer(take_part.organization_id, 'actions.write');
  select i.organization_id into owner from public.action_items i where i.id = take_part.item_id;
  if not found or not exists (
    select from public.action_items i join public.standings s on s.coalition_id = i.coalition_id
    where i.id = take_part.item_id and s.organization_id = take_part.organization_id
      and (i.audience = 'coalition' or i.organization_id = take_part.organization_id or exists (
        select from public.action_parts p
        where p.owner_id = i.organization_id and p.item_id = i.id and p.organization_id = take_part.organization_id
      ))
  ) then
    perform private.refuse('not_found', 404);
  end if;
  -- Without the guard one that was asked by name would be held to what an unasked one may.
  insert into public.action_parts (organization_id, owner_id, item_id, status)
  select take_part.organization_id, owner, take_part.item_id, 'accepted' where not exists (
    select from public.action_parts p
    where p.owner_id = owner and p.item_id = take_part.item_id and p.organization_id = take_part.organization_id
  )
  on conflict on constraint action_parts_one_per_organization do nothing;
  return jsonb_build_object('id', take_part.item_id);
end $$;
comment on function public.take_part(uuid, uuid) is
  'Takes a part in an item that the whole coalition sees, or that the organization leads, without being asked. Who has a part keeps it as it is.';

create function private.part_stands(item_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'status', p.status, 'assignee_id', n.assignee_id, 'note', n.note, 'link', n.link, 'version', n.version,
      'ticks', (
        select coalesce(jsonb_agg(t.step_id order by t.step_id), '[]') from public.action_ticks t
        where t.organization_id = p.organization_id and t.owner_id = p.owner_id and t.item_id = p.item_id
      )
    )
    from public.action_parts p
    join public.action_part_notes n on n.organization_id = p.organization_id and n.owner_id = p.owner_id and n.item_id = p.item_id
    -- The item under its own policy: who no longer sees it has nothing to say about it.
    join public.action_items i on i.organization_id = p.owner_id and i.id = p.item_id
    where p.item_id = part_stands.item_id and p.organization_id = part_stands.organization_id
  );
end $$;
comment on function private.part_stands(uuid, uuid) is 'An organization''s part with what it keeps for itself, for its own people.';
grant execute on function private.part_stands(uuid, uuid) to authenticated;

create function public.save_part(item_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  owner uuid;
  stands jsonb;
  wanted public.action_part_notes;
  answer public.part_status;
  ticks uuid[];
begin
  perform private.require_writer(save_part.organization_id, 'actions.write');
  if private.part_stands(save_part.item_id, save_part.organization_id) is null then
    perform private.refuse('not_found', 404);
  end if;
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  begin
    answer := content ->> 'status';
    wanted.assignee_id := nullif(content ->> 'assignee_id', '');
    ticks := array(select distinct t.id::uuid from jsonb_array_elements_text(coalesce(nullif(content -> 'ticks', 'null'), '[]')) as t(id) order by 1);
  exception when data_exception then
    perform private.refuse('not_understood', 422);
  end;
  wanted.note := private.tidy_paragraph(content ->> 'note', 'note', 2000);
  wanted.link := private.tidy_link(content ->> 'link', 'link');

  -- Whoever changes this part, or takes the ask back, waits here for one another.
  select p.owner_id into owner from public.action_parts p
  where p.item_id = save_part.item_id and p.organization_id = save_part.organization_id for no key update;
  stands := private.part_stands(save_part.item_id, save_part.organization_id);
  if stands is null then
    perform private.refuse('not_found', 404);
  end if;
  answer := coalesce(answer, (stands ->> 'status')::public.part_status);
  -- Steps that the lead has taken away since are ticked no longer, and nobody is stopped by it.
  ticks := array(
    select s.id from public.action_steps s
    where s.organization_id = owner and s.item_id = save_part.item_id and s.id = any (ticks) order by s.id
  );
  if stands - 'version' = jsonb_build_object(
    'status', answer, 'assignee_id', wanted.assignee_id, 'note', wanted.note, 'link', wanted.link, 'ticks', to_jsonb(ticks)
  ) then
    return jsonb_build_object('id', save_part.item_id, 'version', stands -> 'version');
  elsif (stands ->> 'version')::integer is distinct from seen_version then
    perform private.refuse('part_changed_meanwhile', 409);
  end if;

  if answer::text <> stands ->> 'status' then
    update public.action_parts p set status = answer
    where p.organization_id = save_part.organization_id and p.owner_id = owner and p.item_id = save_part.item_id;
  end if;
  delete from public.action_ticks t
  where t.organization_id = save_part.organization_id and t.owner_id = owner and t.item_id = save_part.item_id
    and t.step_id <> all (ticks);
  insert into public.action_ticks (organization_id, owner_id, item_id, step_id)
  select save_part.organization_id, owner, save_part.item_id, s.id from unnest(ticks) as s(id)
  on conflict on constraint action_ticks_once_per_step do nothing;
  update public.action_part_notes n set assignee_id = wanted.assignee_id, note = wanted.note, link = wanted.link
  where n.organization_id = save_part.organization_id and n.owner_id = owner and n.item_id = save_part.item_id;
  return jsonb_build_object(
    'id', save_part.item_id, 'version', private.part_stands(save_part.item_id, save_part.organization_id) -> 'version'
  );
end $$;
comment on function public.save_part(uuid, uuid, integer, jsonb) is
  'Writes how far an organization is with its part, who does it, its note, its link and its ticks, over the version its writer saw. What stands already is not written again. Refuses part_changed_meanwhile, status_not_next, item_closed, assignee_not_member.';

grant execute on function public.take_part(uuid, uuid), public.save_part(uuid, uuid, integer, jsonb) to authenticated;
