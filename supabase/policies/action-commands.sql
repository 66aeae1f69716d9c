-- What editors do with action items and with their own parts. Each command is one transaction and acts with the caller's
-- own rights: the policies decide, these functions say why in words.

create function private.lock_item(item_id uuid, organization_id uuid, seen_version integer default null) returns void
language plpgsql set search_path = '' as $$
begin
  -- One answer for a hidden, an absent and a foreign one; only the lead's people learn that a right is missing.
  if not exists (
    select from public.action_items i
    where i.id = lock_item.item_id and i.organization_id = lock_item.organization_id
      and i.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(lock_item.organization_id, 'actions.write');
  perform from public.action_items i where i.id = lock_item.item_id for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  elsif seen_version is not null and private.item_version_of(lock_item.item_id) is distinct from seen_version then
    perform private.refuse('item_changed_meanwhile', 409);
  end if;
end $$;
comment on function private.lock_item(uuid, uuid, integer) is
  'Holds an action item for its lead until the command ends. Refuses when somebody changed it since it was read.';

create function private.read_item_content(content jsonb) returns public.action_items
language plpgsql stable set search_path = '' as $$
declare
  result public.action_items;
begin
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  elsif not coalesce(content ->> 'audience' in ('named', 'coalition'), false) then
    perform private.refuse('not_understood', 422, 'audience');
  elsif jsonb_typeof(coalesce(content -> 'steps', '[]')) <> 'array' or jsonb_typeof(coalesce(content -> 'recipients', '[]')) <> 'array' then
    perform private.refuse('not_understood', 422);
  elsif jsonb_array_length(coalesce(content -> 'steps', '[]')) > 30 then
    perform private.refuse('too_many', 422, 'steps', jsonb_build_object('maximum', 30));
  elsif jsonb_array_length(coalesce(content -> 'recipients', '[]')) > 200 then
    perform private.refuse('too_many', 422, 'recipients', jsonb_build_object('maximum', 200));
  end if;
  result.due_local := private.read_wall_time(content ->> 'due_local', 'due');
  begin
    result.coalition_id := content ->> 'coalition_id';
    result.due_fold := content ->> 'due_fold';
    if content ->> 'campaign_id' is not null then
      select c.organization_id, c.id into result.campaign_owner_id, result.campaign_id
      from public.campaigns c where c.id = (content ->> 'campaign_id')::uuid;
      if not found then
        perform private.refuse('campaign_not_there', 422, 'campaign_id');
      end if;
    end if;
  exception when data_exception then
    perform private.refuse('not_understood', 422);
  end;
  result.title := content -> 'title';
  result.description := coalesce(nullif(content -> 'description', 'null'), '{}');
  result.audience := content ->> 'audience';
  result.time_zone := content ->> 'time_zone';
  result.about_registration := coalesce(content ->> 'about_registration' = 'true', false);
  return result;
end $$;
comment on function private.read_item_content(jsonb) is 'The columns of an action item that arrived as JSON. Names the field that cannot be read.';

create function private.write_steps(item_id uuid, organization_id uuid, steps jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  wanted jsonb[] := array(
    select private.tidy_texts(w.label, 'steps', 200) from jsonb_array_elements(coalesce(steps, '[]')) with ordinality as w(label, place)
    order by w.place
  );
  old_ids uuid[];
  old_labels jsonb[];
  kept uuid[] := '{}';
  step uuid;
begin
  wanted := array_remove(wanted, '{}');
  select coalesce(array_agg(s.id order by s.position, s.id), '{}'), coalesce(array_agg(s.label order by s.position, s.id), '{}')
  into old_ids, old_labels
  from public.action_steps s where s.organization_id = write_steps.organization_id and s.item_id = write_steps.item_id;
  -- The same words are the same step wherever they stand; in a list as long as before, other words in its place are its words mended.
  for place in 1 .. cardinality(wanted) loop
    step := (
      select o.id from unnest(old_ids, old_labels) as o(id, label) where o.label = wanted[place] and o.id <> all (kept) limit 1
    );
    if step is null and cardinality(wanted) = cardinality(old_ids) and old_labels[place] <> all (wanted) then
      step := old_ids[place];
    end if;
    if step is null then
      step := gen_random_uuid();
    end if;
    kept := kept || step;
  end loop;
  delete from public.action_steps s
  where s.organization_id = write_steps.organization_id and s.item_id = write_steps.item_id and s.id <> all (kept);
  for place in 1 .. cardinality(wanted) loop
    if kept[place] = any (old_ids) then
      update public.action_steps s set position = place, label = wanted[place]
      where s.organization_id = write_steps.organization_id and s.item_id = write_steps.item_id and s.id = kept[place]
        and (s.position <> place or s.label <> wanted[place]);
    else
      insert into public.action_steps (organization_id, item_id, position, label)
      values (write_steps.organization_id, write_steps.item_id, place, wanted[place]);
    end if;
  end loop;
end $$;
comment on function private.write_steps(uuid, uuid, jsonb) is
  'Makes the checklist of an item these steps, in this order. What was ticked stays ticked while its step does.';

create function private.choose_campaign(item_id uuid, owner uuid, campaign uuid) returns void
language plpgsql set search_path = '' as $$
declare
  current constant uuid := (select c.campaign_id from private.item_campaigns(array[item_id]) c);
begin
  if current is not distinct from campaign then
    return;
  elsif campaign is null and current is not null then
    -- The form could not show a campaign that its writer sees no longer, so leaving it out there says nothing.
    if not exists (select from public.campaigns c where c.id = current) then
      return;
    end if;
  end if;
  update public.action_items i set campaign_owner_id = owner, campaign_id = campaign where i.id = choose_campaign.item_id;
end $$;
comment on function private.choose_campaign(uuid, uuid, uuid) is
  'Makes an item serve the campaign that its writer chose. One that they do not see stays.';

grant execute on function
  private.choose_campaign(uuid, uuid, uuid),
  private.lock_item(uuid, uuid, integer), private.read_item_content(jsonb), private.write_steps(uuid, uuid, jsonb)
  to authenticated;

create function public.make_item(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.action_items;
  made uuid;
begin
  perform private.require_writer(make_item.organization_id, 'actions.write');
  if make_item.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  select i.id into made from public.action_items i
  where i.organization_id = make_item.organization_id and i.submission_id = make_item.submission_id;
  if made is not null then
    return jsonb_build_object('id', made);
  end if;
  wanted := private.read_item_content(content);
  insert into public.action_items as i (
    organization_id, submission_id, coalition_id, campaign_owner_id, campaign_id, title, description, audience, due_local, due_fold,
    time_zone, about_registration
  ) values (
    make_item.organization_id, make_item.submission_id, wanted.coalition_id, wanted.campaign_owner_id, wanted.campaign_id,
    wanted.title, wanted.description, wanted.audience, wanted.due_local, wanted.due_fold, wanted.time_zone,
    wanted.about_registration
  )
  on conflict on constraint action_items_one_per_submission do nothing
  returning i.id into made;
  if made is null then
    return (
      select jsonb_build_object('id', i.id) from public.action_items i
      where i.organization_id = make_item.organization_id and i.submission_id = make_item.submission_id
    );
  end if;
  perform private.write_steps(made, make_item.organization_id, content -> 'steps');
  if content ->> 'takes_part' = 'true' then
    perform public.take_part(made, make_item.organization_id);
  end if;
  if content ->> 'ask' in ('core', 'chosen') then
    perform private.ask_for_parts(made, make_item.organization_id, content ->> 'ask' = 'core', private.read_recipients(content));
  end if;
  return jsonb_build_object('id', made);
end $$;
comment on function public.make_item(uuid, uuid, jsonb) is
  'Puts up something to do together, with its checklist, and asks organizations to do their parts ("ask": "core", "chosen" or "nobody"). A repeated submission answers with the row of the first.';

create function private.read_recipients(content jsonb) returns uuid[]
language plpgsql immutable set search_path = '' as $$
begin
  return array(select distinct r.id::uuid from jsonb_array_elements_text(coalesce(nullif(content -> 'recipients', 'null'), '[]')) as r(id));
exception when data_exception then
  perform private.refuse('not_understood', 422, 'recipients');
end $$;
comment on function private.read_recipients(jsonb) is 'Which organizations were chosen to be asked.';
grant execute on function private.read_recipients(jsonb) to authenticated;

create function public.revise_item(item_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.action_items;
begin
  perform private.lock_item(revise_item.item_id, revise_item.organization_id, coalesce(revise_item.seen_version, 0));
  wanted := private.read_item_content(content);
  update public.action_items i set
    title = wanted.title, description = wanted.description, audience = wanted.audience,
    due_local = wanted.due_local, due_fold = wanted.due_fold, time_zone = wanted.time_zone,
    about_registration = wanted.about_registration
  where i.id = revise_item.item_id;
  perform private.choose_campaign(revise_item.item_id, wanted.campaign_owner_id, wanted.campaign_id);
  perform private.write_steps(revise_item.item_id, revise_item.organization_id, content -> 'steps');
  return jsonb_build_object('id', revise_item.item_id, 'version', private.item_version_of(revise_item.item_id));
end $$;
comment on function public.revise_item(uuid, uuid, integer, jsonb) is
  'Writes an action item anew, over the version its writer saw, with its checklist. Its coalition and its lead stay.';

create function public.close_item(item_id uuid, organization_id uuid, closed boolean) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_item(close_item.item_id, close_item.organization_id);
  update public.action_items i set closed_at = case when close_item.closed then now() end
  where i.id = close_item.item_id and (i.closed_at is null) = close_item.closed;
  return jsonb_build_object('id', close_item.item_id);
end $$;
comment on function public.close_item(uuid, uuid, boolean) is
  'Ends an action item for everybody, or opens it again. One that is so already stays so.';

create function public.remove_item(item_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_item(remove_item.item_id, remove_item.organization_id);
  delete from public.action_items i where i.id = remove_item.item_id;
  return jsonb_build_object('id', remove_item.item_id);
end $$;
comment on function public.remove_item(uuid, uuid) is
  'Removes an item that no other organization has answered yet. Refuses item_answered: such an item is closed.';

grant execute on function
  public.make_item(uuid, uuid, jsonb), public.revise_item(uuid, uuid, integer, jsonb), public.close_item(uuid, uuid, boolean),
  public.remove_item(uuid, uuid)
  to authenticated;
