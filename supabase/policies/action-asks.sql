-- How the lead of an action item asks organizations to do a part, and takes an ask back. Acts with the caller's own rights,
-- but for what was asked of those that have left since: of them the lead is told nothing, and its ask is its own all the same.

create function private.ask_for_parts(item_id uuid, organization_id uuid, core boolean, recipients uuid[]) returns integer
language plpgsql set search_path = '' as $$
declare
  asked integer;
begin
  insert into public.action_parts (organization_id, owner_id, item_id, status)
  select a.id, ask_for_parts.organization_id, ask_for_parts.item_id, 'asked' from (
    select s.organization_id as id
    from public.action_items i join public.standings s on s.coalition_id = i.coalition_id
    where ask_for_parts.core and i.id = ask_for_parts.item_id and s.kind in ('lead', 'core')
      and s.organization_id <> ask_for_parts.organization_id
    union
    select r.id from unnest(recipients) as r(id) where r.id is not null and not core
  ) a
  where not exists (
    select from public.action_parts p
    where p.organization_id = a.id and p.owner_id = ask_for_parts.organization_id and p.item_id = ask_for_parts.item_id
  )
  order by a.id
  on conflict on constraint action_parts_one_per_organization do nothing;
  get diagnostics asked = row_count;
  return asked;
end $$;
comment on function private.ask_for_parts(uuid, uuid, boolean, uuid[]) is
  'Asks organizations of the item''s coalition to do a part: its lead and core members, or those that were chosen. Who has a part already is not asked again.';

create function private.asked_and_left(item_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select p.organization_id from public.action_parts p
    join public.action_items i on i.organization_id = p.owner_id and i.id = p.item_id
    -- A lead that left itself learns of nobody that left after it did.
    join public.standings s on s.organization_id = i.organization_id and s.coalition_id = i.coalition_id
    where p.item_id = asked_and_left.item_id and p.status = 'asked' and p.coalition_id is null
      and p.organization_id <> p.owner_id and p.owner_id = any (private.my_organizations('actions.write'))
    order by p.organization_id
  );
end $$;
comment on function private.asked_and_left(uuid) is
  'Who left without having answered an item, for those who may take the ask back. Whoever left answers no more, so this tells its lead what it saw before.';

create function private.take_back_from_who_left(item_id uuid, organization_id uuid, asked_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(take_back_from_who_left.organization_id, 'actions.write');
  delete from public.action_parts p
  where p.owner_id = take_back_from_who_left.organization_id and p.item_id = take_back_from_who_left.item_id
    and p.organization_id = take_back_from_who_left.asked_id and p.status = 'asked' and p.coalition_id is null
    and p.organization_id <> p.owner_id;
end $$;
comment on function private.take_back_from_who_left(uuid, uuid, uuid) is
  'Takes back an ask that the lead can see no longer, since whom it asked has left. What was answered stays.';

create function private.core_remains(item_id uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from public.action_items i
    join public.standings s on s.coalition_id = i.coalition_id and s.kind in ('lead', 'core') and s.organization_id <> i.organization_id
    where i.id = core_remains.item_id and i.closed_at is null and not exists (
      select from public.action_parts p
      where p.organization_id = s.organization_id and p.owner_id = i.organization_id and p.item_id = i.id
    )
  );
end $$;
comment on function private.core_remains(uuid) is 'Whether a lead or core member of an open item''s coalition has not been asked.';

create function public.ask_for_parts(item_id uuid, organization_id uuid, core boolean, recipients uuid[] default '{}') returns jsonb
language plpgsql set search_path = '' as $$
declare
  asked integer;
begin
  perform private.lock_item(ask_for_parts.item_id, ask_for_parts.organization_id);
  if not ask_for_parts.core and cardinality(array_remove(recipients, null)) = 0 then
    perform private.refuse('nobody_to_ask', 422, 'recipients');
  elsif cardinality(recipients) > 200 then
    perform private.refuse('too_many', 422, 'recipients', jsonb_build_object('maximum', 200));
  elsif exists (select from public.action_items i where i.id = ask_for_parts.item_id and i.closed_at is not null) then
    perform private.refuse('item_closed', 409);
  end if;
  asked := private.ask_for_parts(ask_for_parts.item_id, ask_for_parts.organization_id, ask_for_parts.core, recipients);
  return jsonb_build_object('id', ask_for_parts.item_id, 'asked', asked);
end $$;
comment on function public.ask_for_parts(uuid, uuid, boolean, uuid[]) is
  'Asks all lead and core members of the item''s coalition, or the chosen organizations of it, to do a part; those that have one are not asked again. Refuses nobody_to_ask, recipient_not_in_coalition, item_closed.';

create function public.take_back_ask(item_id uuid, organization_id uuid, asked_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_item(take_back_ask.item_id, take_back_ask.organization_id);
  delete from public.action_parts p
  where p.owner_id = take_back_ask.organization_id and p.item_id = take_back_ask.item_id
    and p.organization_id = take_back_ask.asked_id and p.status = 'asked' and p.organization_id <> p.owner_id;
  perform private.take_back_from_who_left(take_back_ask.item_id, take_back_ask.organization_id, take_back_ask.asked_id);
  if exists (
    select from public.action_parts p
    where p.owner_id = take_back_ask.organization_id and p.item_id = take_back_ask.item_id and p.organization_id = take_back_ask.asked_id
  ) then
    perform private.refuse('part_answered', 409);
  end if;
  return jsonb_build_object('id', take_back_ask.item_id);
end $$;
comment on function public.take_back_ask(uuid, uuid, uuid) is
  'Takes back an ask that nobody has answered; one that is not there is gone already. Refuses part_answered.';

grant execute on function
  private.ask_for_parts(uuid, uuid, boolean, uuid[]), private.asked_and_left(uuid), private.core_remains(uuid),
  private.take_back_from_who_left(uuid, uuid, uuid), public.ask_for_parts(uuid, uuid, boolean, uuid[]),
  public.take_back_ask(uuid, uuid, uuid)
  to authenticated;
