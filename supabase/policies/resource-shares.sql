-- Whom the layers of a service are named to, and what keeps a layer within its card.

grant select (organization_id, service_id, layer, recipient_id) on public.service_shares to authenticated;
create policy service_shares_select_owner_or_recipient on public.service_shares
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or (in_force and recipient_id = any ((select private.my_organizations('resources.read'))::uuid[]))
  );
grant insert (organization_id, service_id, layer, recipient_id) on public.service_shares to authenticated;
create policy service_shares_insert_editor on public.service_shares
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_shares to authenticated;
create policy service_shares_delete_editor on public.service_shares
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- No update of shares: another recipient is another row.

create function private.layer_field(layer public.service_layer) returns text
language sql immutable set search_path = '' as $$
  select case layer when 'card' then 'recipients' else layer || '.recipients' end
$$;
comment on function private.layer_field(public.service_layer) is 'The field of the form that names whom a layer goes to.';
grant execute on function private.layer_field(public.service_layer) to authenticated;

create function private.prepare_service_share() returns trigger
language plpgsql set search_path = '' as $$
declare
  card record;
begin
  if new.recipient_id = new.organization_id or not exists (
    select from public.standings owner
    join public.standings recipient on recipient.coalition_id = owner.coalition_id
    where owner.organization_id = new.organization_id and recipient.organization_id = new.recipient_id
  ) or not private.hold_fellowship(new.organization_id, new.recipient_id) then
    perform private.refuse('recipient_not_in_coalition', 422, private.layer_field(new.layer));
  end if;

  -- Whoever writes or removes a share of this service, or changes its audience, waits here for one another.
  select s.state, s.audience, s.coalition_id into card from public.services s
  where s.organization_id = new.organization_id and s.id = new.service_id
  for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  elsif new.layer <> 'card' and not private.sees_service(new.recipient_id, new.organization_id, new.service_id, card.audience, card.coalition_id) then
    perform private.refuse('layer_wider_than_card', 422, private.layer_field(new.layer));
  end if;
  new.in_force := card.state <> 'draft'
    and private.layer_audience(new.organization_id, new.service_id, new.layer, card.audience) = 'named';
  return new;
end $$;
comment on function private.prepare_service_share() is
  'Refuses a recipient that shares no coalition with the owner, in the same words whether it exists or not; and for a layer below the card, one that does not see the card.';
create trigger service_shares_prepare before insert on public.service_shares
  for each row execute function private.prepare_service_share();

create function private.sees_service(recipient uuid, organization_id uuid, service_id uuid, audience public.audience, coalition uuid)
returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return case sees_service.audience
    when 'everyone' then true
    when 'coalition' then exists (
      select from public.standings s where s.organization_id = recipient and s.coalition_id = coalition
    )
    when 'named' then exists (
      select from public.service_shares s
      where s.organization_id = sees_service.organization_id and s.service_id = sees_service.service_id
        and s.layer = 'card' and s.recipient_id = recipient
    )
    else false end;
end $$;
comment on function private.sees_service(uuid, uuid, uuid, public.audience, uuid) is
  'Whether an organization sees a card of this audience, asked by its owner''s people.';

create function private.layer_audience(organization_id uuid, service_id uuid, layer public.service_layer, card public.audience)
returns public.audience
language plpgsql stable set search_path = '' as $$
begin
  return case layer
    when 'card' then card
    when 'place' then (
      select l.audience from public.service_at_locations l
      where l.organization_id = layer_audience.organization_id and l.service_id = layer_audience.service_id
      order by l.audience = 'named' desc limit 1
    )
    else (
      select a.audience from public.service_assurances a
      where a.organization_id = layer_audience.organization_id and a.service_id = layer_audience.service_id
    ) end;
end $$;
comment on function private.layer_audience(uuid, uuid, public.service_layer, public.audience) is
  'Who sees a layer of a service, as far as its owner''s people ask; of several places, "named" where one is.';
grant execute on function
  private.sees_service(uuid, uuid, uuid, public.audience, uuid),
  private.layer_audience(uuid, uuid, public.service_layer, public.audience)
  to authenticated;

create function private.queue_service_share() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.services s where s.organization_id = old.organization_id and s.id = old.service_id for no key update;
  return old;
end $$;
comment on function private.queue_service_share() is 'A share is removed in turn with those that are added to the same service.';
create trigger service_shares_queue before delete on public.service_shares
  for each row execute function private.queue_service_share();

create function private.follow_service_card_share() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.service_shares s using public.services c
  where c.organization_id = old.organization_id and c.id = old.service_id and c.audience = 'named'
    and s.organization_id = old.organization_id and s.service_id = old.service_id
    and s.layer <> 'card' and s.recipient_id = old.recipient_id;
  return null;
end $$;
comment on function private.follow_service_card_share() is 'Whom a card is no longer named to loses the layers below it as well.';
create trigger service_shares_follow_card after delete on public.service_shares
  for each row when (old.layer = 'card') execute function private.follow_service_card_share();

create function private.keep_layers_within() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.service_shares s
  where s.organization_id = new.organization_id and s.service_id = new.id and s.layer <> 'card'
    and not private.sees_service(s.recipient_id, new.organization_id, new.id, new.audience, new.coalition_id);
  update public.service_at_locations l set audience = 'owner', coalition_id = null
  where l.organization_id = new.organization_id and l.service_id = new.id
    and not private.is_within(l.audience, l.coalition_id, new.audience, new.coalition_id);
  update public.service_assurances a set audience = 'owner', coalition_id = null
  where a.organization_id = new.organization_id and a.service_id = new.id
    and not private.is_within(a.audience, a.coalition_id, new.audience, new.coalition_id);
  return null;
end $$;
comment on function private.keep_layers_within() is
  'When fewer may see the card, a layer that would be seen by more becomes its owner''s alone.';
create trigger services_keep_layers_within after update of audience, coalition_id on public.services
  for each row when (old.audience <> new.audience or old.coalition_id is distinct from new.coalition_id)
  execute function private.keep_layers_within();

create function private.put_service_shares_in_force(organization_id uuid, service_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- A layer that is gone is named to nobody.
  delete from public.service_shares s
  where s.organization_id = put_service_shares_in_force.organization_id and s.service_id = put_service_shares_in_force.service_id
    and s.layer <> 'card' and private.layer_audience(s.organization_id, s.service_id, s.layer, null) is null;
  update public.service_shares s
  set in_force = c.state <> 'draft' and private.layer_audience(s.organization_id, s.service_id, s.layer, c.audience) = 'named'
  from public.services c
  where c.organization_id = put_service_shares_in_force.organization_id and c.id = put_service_shares_in_force.service_id
    and s.organization_id = c.organization_id and s.service_id = c.id;
end $$;
comment on function private.put_service_shares_in_force(uuid, uuid) is 'A recipient learns of a share only while the layer may be seen through it.';

create function private.follow_service_audience() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.put_service_shares_in_force(new.organization_id, new.id);
  return null;
end $$;
comment on function private.follow_service_audience() is 'Puts shares in force as the card''s state and audience say.';
create trigger services_put_shares_in_force after update of state, audience on public.services
  for each row when (old.state <> new.state or old.audience <> new.audience)
  execute function private.follow_service_audience();

create function private.follow_layer_audience() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.put_service_shares_in_force(
    coalesce(new.organization_id, old.organization_id), coalesce(new.service_id, old.service_id)
  );
  return null;
end $$;
comment on function private.follow_layer_audience() is 'Puts shares in force as the audience of a layer below the card says.';
create trigger service_at_locations_put_shares_in_force after insert or delete or update of audience on public.service_at_locations
  for each row execute function private.follow_layer_audience();
create trigger service_assurances_put_shares_in_force after insert or delete or update of audience on public.service_assurances
  for each row execute function private.follow_layer_audience();

create function private.end_service_shares_between_former_fellows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.service_shares s
  where old.organization_id in (s.organization_id, s.recipient_id)
    and not exists (
      select from public.standings owner
      join public.standings recipient on recipient.coalition_id = owner.coalition_id
      where owner.organization_id = s.organization_id and recipient.organization_id = s.recipient_id
    );
  -- A card for the coalition is out of its sight, and so is a layer that was named to it below that card.
  delete from public.service_shares s using public.services c
  where s.recipient_id = old.organization_id and s.layer <> 'card'
    and c.organization_id = s.organization_id and c.id = s.service_id
    and c.audience = 'coalition' and c.coalition_id = old.coalition_id;
  return null;
end $$;
comment on function private.end_service_shares_between_former_fellows() is
  'As private.end_shares_between_former_fellows, for the directory.';
create trigger standings_end_service_shares after delete on public.standings
  for each row execute function private.end_service_shares_between_former_fellows();
