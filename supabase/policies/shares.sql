-- Whom the layers of a gathering are named to.

grant select (organization_id, gathering_id, layer, recipient_id) on public.shares to authenticated;
create policy shares_select_owner_or_recipient on public.shares
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    or (in_force and recipient_id = any ((select private.my_organizations('gatherings.read'))::uuid[]))
  );

grant insert (organization_id, gathering_id, layer, recipient_id) on public.shares to authenticated;
create policy shares_insert_editor on public.shares
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant delete on public.shares to authenticated;
create policy shares_delete_editor on public.shares
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

-- No update of shares: another recipient is another row.

create function private.hold_fellowship(owner uuid, recipient uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.standings mine
  join public.standings theirs on theirs.coalition_id = mine.coalition_id
  where mine.organization_id = owner and theirs.organization_id = recipient
  for key share;
  return found;
end $$;
comment on function private.hold_fellowship(uuid, uuid) is
  'Whether two organizations share a coalition, and do until the transaction ends: one that leaves waits, and its shares end with it.';
grant execute on function private.hold_fellowship(uuid, uuid) to authenticated;

create function private.prepare_share() returns trigger
language plpgsql set search_path = '' as $$
declare
  card record;
begin
  if not exists (
    select from public.standings owner
    join public.standings recipient on recipient.coalition_id = owner.coalition_id
    where owner.organization_id = new.organization_id
      and recipient.organization_id = new.recipient_id
      and new.recipient_id <> new.organization_id
  ) then
    perform private.refuse(
      'recipient_not_in_coalition', 422, case new.layer when 'card' then 'recipients' else 'detail.recipients' end
    );
  end if;

  if not private.hold_fellowship(new.organization_id, new.recipient_id) then
    perform private.refuse(
      'recipient_not_in_coalition', 422, case new.layer when 'card' then 'recipients' else 'detail.recipients' end
    );
  end if;

  -- Whoever writes or removes a share of this gathering, or changes its audience, waits here for one another.
  select g.state, g.audience, g.coalition_id into card
  from public.gatherings g
  where g.organization_id = new.organization_id and g.id = new.gathering_id
  for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  elsif new.layer = 'card' then
    new.in_force := card.state <> 'draft' and card.audience = 'named';
    return new;
  end if;

  if not (case card.audience
    when 'everyone' then true
    when 'coalition' then exists (
      select from public.standings s
      where s.organization_id = new.recipient_id and s.coalition_id = card.coalition_id
    )
    when 'named' then exists (
      select from public.shares s
      where s.organization_id = new.organization_id and s.gathering_id = new.gathering_id
        and s.layer = 'card' and s.recipient_id = new.recipient_id
    )
    else false end)
  then
    perform private.refuse('detail_wider_than_card', 422, 'detail.recipients');
  end if;
  new.in_force := card.state <> 'draft' and exists (
    select from public.gathering_details d
    where d.organization_id = new.organization_id and d.gathering_id = new.gathering_id and d.audience = 'named'
  );
  return new;
end $$;
comment on function private.prepare_share() is
  'Refuses a recipient that shares no coalition with the owner, in the same words whether it exists or not; and for a detail, one that does not see the card.';
create trigger shares_prepare before insert on public.shares
  for each row execute function private.prepare_share();

create function private.queue_share() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.gatherings g
  where g.organization_id = old.organization_id and g.id = old.gathering_id
  for no key update;
  return old;
end $$;
comment on function private.queue_share() is 'A share is removed in turn with those that are added to the same gathering.';
create trigger shares_queue before delete on public.shares
  for each row execute function private.queue_share();

create function private.follow_card_share() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.shares s using public.gatherings g
  where g.organization_id = old.organization_id and g.id = old.gathering_id and g.audience = 'named'
    and s.organization_id = old.organization_id and s.gathering_id = old.gathering_id
    and s.layer = 'detail' and s.recipient_id = old.recipient_id;
  return null;
end $$;
comment on function private.follow_card_share() is 'Whom a card is no longer named to loses its detail as well.';
create trigger shares_follow_card after delete on public.shares
  for each row when (old.layer = 'card') execute function private.follow_card_share();

create function private.put_shares_in_force() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.shares s
  set in_force = new.state <> 'draft' and case s.layer
    when 'card' then new.audience = 'named'
    else exists (
      select from public.gathering_details d
      where d.organization_id = new.organization_id and d.gathering_id = new.id and d.audience = 'named'
    ) end
  where s.organization_id = new.organization_id and s.gathering_id = new.id;
  return null;
end $$;
comment on function private.put_shares_in_force() is 'A recipient learns of a share only while the layer may be seen through it.';
create trigger gatherings_put_shares_in_force after update of state, audience on public.gatherings
  for each row when (old.state <> new.state or old.audience <> new.audience)
  execute function private.put_shares_in_force();

create function private.put_detail_shares_in_force() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.shares s
  set in_force = new.audience = 'named' and exists (
    select from public.gatherings g
    where g.organization_id = new.organization_id and g.id = new.gathering_id and g.state <> 'draft'
  )
  where s.organization_id = new.organization_id and s.gathering_id = new.gathering_id and s.layer = 'detail';
  return null;
end $$;
comment on function private.put_detail_shares_in_force() is 'As private.put_shares_in_force, when the audience of a detail changes.';
create trigger gathering_details_put_shares_in_force after insert or update of audience on public.gathering_details
  for each row execute function private.put_detail_shares_in_force();

create function private.drop_detail_shares() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.shares s
  where s.organization_id = old.organization_id and s.gathering_id = old.gathering_id and s.layer = 'detail';
  return null;
end $$;
comment on function private.drop_detail_shares() is 'A detail that is gone is named to nobody.';
create trigger gathering_details_drop_shares after delete on public.gathering_details
  for each row execute function private.drop_detail_shares();
