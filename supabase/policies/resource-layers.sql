-- The place of a service, what it said about papers, and what its owner notes: below the card, each with an audience of its own.

-- Every policy below also asks for the card: its own policy answers, so no layer is seen without it.
grant select (organization_id, service_id, location_id, hsds_id, audience, coalition_id) on public.service_at_locations to anon, authenticated;
create policy service_at_locations_select_visitor on public.service_at_locations
  for select to anon
  using (audience = 'everyone' and exists (
    select from public.services c where c.organization_id = service_at_locations.organization_id and c.id = service_at_locations.service_id offset 0
  ));
create policy service_at_locations_select_audience on public.service_at_locations
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or ((
      audience = 'everyone'
      or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
      or (audience = 'named' and exists (
        select from public.service_shares s
        where s.organization_id = service_at_locations.organization_id and s.service_id = service_at_locations.service_id
          and s.layer = 'place'
          and s.recipient_id = any ((select private.my_organizations('resources.read'))::uuid[])
      ))
    ) and exists (
      select from public.services c where c.organization_id = service_at_locations.organization_id and c.id = service_at_locations.service_id offset 0
    ))
  );
grant insert (organization_id, service_id, location_id, hsds_id, audience, coalition_id) on public.service_at_locations to authenticated;
create policy service_at_locations_insert_editor on public.service_at_locations
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (audience, coalition_id) on public.service_at_locations to authenticated;
create policy service_at_locations_update_editor on public.service_at_locations
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_at_locations to authenticated;
create policy service_at_locations_delete_editor on public.service_at_locations
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (id, organization_id, hsds_id, name, address_1, address_2, city, region, postal_code, country, latitude, longitude, accessibility, directions) on public.locations to anon, authenticated;
create policy locations_select_visitor on public.locations
  for select to anon
  using (exists (
    select from public.service_at_locations l
    where l.organization_id = locations.organization_id and l.location_id = locations.id offset 0
  ));
create policy locations_select_audience on public.locations
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('resources.read'))::uuid[]) or exists (
    select from public.service_at_locations l
    where l.organization_id = locations.organization_id and l.location_id = locations.id offset 0
  ));
grant insert (organization_id, hsds_id, name, address_1, address_2, city, region, postal_code, country, latitude, longitude, accessibility, directions) on public.locations to authenticated;
create policy locations_insert_editor on public.locations
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (name, address_1, address_2, city, region, postal_code, country, latitude, longitude, accessibility, directions) on public.locations to authenticated;
create policy locations_update_editor on public.locations
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.locations to authenticated;
create policy locations_delete_editor on public.locations
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- Nothing to visitors: what a service said about papers is public to nobody.
grant select (organization_id, service_id, told_on, note, audience, coalition_id) on public.service_assurances to authenticated;
create policy service_assurances_select_audience on public.service_assurances
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or ((
      (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
      or (audience = 'named' and exists (
        select from public.service_shares s
        where s.organization_id = service_assurances.organization_id and s.service_id = service_assurances.service_id
          and s.layer = 'assurance'
          and s.recipient_id = any ((select private.my_organizations('resources.read'))::uuid[])
      ))
    ) and exists (
      select from public.services c where c.organization_id = service_assurances.organization_id and c.id = service_assurances.service_id offset 0
    ))
  );
grant insert (organization_id, service_id, told_on, note, audience, coalition_id) on public.service_assurances to authenticated;
create policy service_assurances_insert_editor on public.service_assurances
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (told_on, note, audience, coalition_id) on public.service_assurances to authenticated;
create policy service_assurances_update_editor on public.service_assurances
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_assurances to authenticated;
create policy service_assurances_delete_editor on public.service_assurances
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (organization_id, service_id, body) on public.service_notes to authenticated;
create policy service_notes_select_owner on public.service_notes
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('resources.read'))::uuid[]));
grant insert (organization_id, service_id, body) on public.service_notes to authenticated;
create policy service_notes_insert_editor on public.service_notes
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (body) on public.service_notes to authenticated;
create policy service_notes_update_editor on public.service_notes
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_notes to authenticated;
create policy service_notes_delete_editor on public.service_notes
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

create function private.prepare_location() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.name := private.tidy_line(new.name, 'place.name', 160);
  new.address_1 := private.tidy_line(new.address_1, 'place.address_1', 160);
  new.address_2 := private.tidy_line(new.address_2, 'place.address_2', 160);
  new.city := private.tidy_line(new.city, 'place.city', 80);
  new.region := private.tidy_line(new.region, 'place.region', 80);
  new.postal_code := private.tidy_line(new.postal_code, 'place.postal_code', 20);
  new.country := upper(private.tidy_line(new.country, 'place.country', 2));
  new.directions := private.tidy_texts(new.directions, 'place.directions', 1000, false, true);
  -- A place that is public already changes before everyone's eyes.
  if tg_op = 'UPDATE' and (new.address_1, new.address_2, new.city, new.postal_code, new.latitude, new.longitude)
    is distinct from (old.address_1, old.address_2, old.city, old.postal_code, old.latitude, old.longitude)
  then
    perform private.require_publishing(l.organization_id, l.service_id) from public.service_at_locations l
    where l.organization_id = new.organization_id and l.location_id = new.id and l.audience = 'everyone';
  end if;
  return new;
end $$;
comment on function private.prepare_location() is 'Tidies an address, and lets what everyone sees change only by a decision.';
create trigger locations_prepare before insert or update on public.locations
  for each row execute function private.prepare_location();

create function private.require_publishing(organization_id uuid, service_id uuid) returns void
language plpgsql stable set search_path = '' as $$
begin
  -- What is published cannot be recalled: a person who publishes says so, each time that something new is.
  if private.my_person() is not null and coalesce(current_setting('hamkke.published', true), '') not in (
    require_publishing.service_id::text, 'places of ' || require_publishing.organization_id
  ) then
    perform private.refuse('publishing_is_a_decision', 422, 'place.publish');
  end if;
end $$;
comment on function private.require_publishing(uuid, uuid) is
  'Refuses to make a place public without the decision that is noted down for the transaction: for one service, or for all that an import brings.';

grant execute on function private.require_publishing(uuid, uuid) to authenticated;

create function private.prepare_service_layer() returns trigger
language plpgsql set search_path = '' as $$
declare
  field constant text := case tg_table_name when 'service_assurances' then 'assurance' else 'place' end;
  card record;
begin
  select s.audience, s.coalition_id into card from public.services s
  where s.organization_id = new.organization_id and s.id = new.service_id
  for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  if new.audience <> 'coalition' then
    new.coalition_id := null;
  elsif tg_op = 'INSERT' or old.audience <> 'coalition' then
    new.coalition_id := coalesce(new.coalition_id, card.coalition_id);
    if new.coalition_id is null then
      perform private.refuse('coalition_not_yours', 422, field || '.coalition_id');
    end if;
  end if;
  if not private.is_within(new.audience, new.coalition_id, card.audience, card.coalition_id) then
    perform private.refuse('layer_wider_than_card', 422, field || '.audience');
  elsif field = 'assurance' and new.audience = 'everyone' then
    perform private.refuse('never_public', 422, 'assurance.audience');
  elsif field = 'place' and new.audience = 'everyone' and (tg_op = 'INSERT' or old.audience <> 'everyone') then
    perform private.require_publishing(new.organization_id, new.service_id);
  end if;
  return new;
end $$;
comment on function private.prepare_service_layer() is
  'Refuses an audience of a place or an assurance that is wider than the card''s, and a public one without a decision, or at all.';
create trigger service_at_locations_prepare before insert or update on public.service_at_locations
  for each row execute function private.prepare_service_layer();

create function private.prepare_assurance() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.note := private.tidy_texts(new.note, 'assurance.note', 500, false, true);
  if new.told_on is null then
    perform private.refuse('required', 422, 'assurance.told_on');
  elsif new.told_on > current_date + 1 then
    perform private.refuse('day_not_yet_come', 422, 'assurance.told_on');
  end if;
  return new;
end $$;
comment on function private.prepare_assurance() is 'Tidies what a service said about papers; it was said on a day.';
create trigger service_assurances_prepare before insert or update on public.service_assurances
  for each row execute function private.prepare_assurance();
create trigger service_assurances_prepare_layer before insert or update on public.service_assurances
  for each row execute function private.prepare_service_layer();

create function private.prepare_service_notes() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.body := private.tidy_paragraph(new.body, 'notes', 4000, true);
  if not exists (
    select from public.services s where s.organization_id = new.organization_id and s.id = new.service_id
  ) then
    perform private.refuse('not_found', 404);
  end if;
  return new;
end $$;
comment on function private.prepare_service_notes() is 'Tidies internal notes.';
create trigger service_notes_prepare before insert or update on public.service_notes
  for each row execute function private.prepare_service_notes();
