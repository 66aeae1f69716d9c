-- The detail and the notes of a gathering: who may see and write them, and what keeps the detail within the card.

grant select (
  organization_id, gathering_id, address, online_url, contact, instructions, accessibility, audience, coalition_id
) on public.gathering_details to anon, authenticated;

-- Every policy below also asks for the card: its own policy answers, so a detail is never seen without it.
create policy gathering_details_select_visitor on public.gathering_details
  for select to anon
  using (audience = 'everyone' and exists (
    select from public.gatherings g
    where g.organization_id = gathering_details.organization_id and g.id = gathering_details.gathering_id
  ));
create policy gathering_details_select_audience on public.gathering_details
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    or ((
      audience = 'everyone'
      or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
      or (audience = 'named' and exists (
        select from public.shares s
        where s.organization_id = gathering_details.organization_id
          and s.gathering_id = gathering_details.gathering_id
          and s.layer = 'detail'
          and s.recipient_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
      ))
    ) and exists (
      select from public.gatherings g
      where g.organization_id = gathering_details.organization_id and g.id = gathering_details.gathering_id
    ))
  );

grant insert (
  organization_id, gathering_id, address, online_url, contact, instructions, accessibility, audience, coalition_id
) on public.gathering_details to authenticated;
create policy gathering_details_insert_editor on public.gathering_details
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant update (address, online_url, contact, instructions, accessibility, audience, coalition_id)
  on public.gathering_details to authenticated;
create policy gathering_details_update_editor on public.gathering_details
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant delete on public.gathering_details to authenticated;
create policy gathering_details_delete_editor on public.gathering_details
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant select (organization_id, gathering_id, body) on public.gathering_notes to authenticated;
create policy gathering_notes_select_owner on public.gathering_notes
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]));

grant insert (organization_id, gathering_id, body) on public.gathering_notes to authenticated;
create policy gathering_notes_insert_editor on public.gathering_notes
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant update (body) on public.gathering_notes to authenticated;
create policy gathering_notes_update_editor on public.gathering_notes
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

grant delete on public.gathering_notes to authenticated;
create policy gathering_notes_delete_editor on public.gathering_notes
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

create function private.prepare_detail() returns trigger
language plpgsql set search_path = '' as $$
declare
  card record;
begin
  new.address := private.tidy_paragraph(new.address, 'detail.address', 300);
  new.online_url := private.tidy_line(new.online_url, 'detail.online_url', 500);
  new.contact := private.tidy_line(new.contact, 'detail.contact', 200);
  new.instructions := private.tidy_texts(new.instructions, 'detail.instructions', 2000, false, true);
  if new.online_url <> '' and not core.is_https_link(new.online_url) then
    perform private.refuse('link_not_https', 422, 'detail.online_url');
  end if;

  select g.audience, g.coalition_id, g.series_id into card
  from public.gatherings g
  where g.organization_id = new.organization_id and g.id = new.gathering_id
  for no key update;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  if new.audience <> 'coalition' then
    new.coalition_id := null;
  elsif tg_op = 'INSERT' or old.audience <> 'coalition' then
    new.coalition_id := coalesce(new.coalition_id, card.coalition_id);
    if new.coalition_id is null then
      perform private.refuse('coalition_not_yours', 422, 'detail.coalition_id');
    end if;
  end if;
  if not private.is_within(new.audience, new.coalition_id, card.audience, card.coalition_id) then
    perform private.refuse('detail_wider_than_card', 422, 'detail.audience');
  end if;
  -- What is published cannot be recalled: a person who publishes says so, each time that something new is.
  if new.audience = 'everyone'
    and (new.address, new.online_url, new.contact, new.instructions) <> ('', '', '', '{}'::jsonb)
    and (tg_op = 'INSERT'
      or (new.address, new.online_url, new.contact, new.instructions, new.audience)
        is distinct from (old.address, old.online_url, old.contact, old.instructions, old.audience))
    and private.my_person() is not null
    and not coalesce(
      current_setting('hamkke.published', true) in (new.gathering_id::text, coalesce(card.series_id, new.gathering_id)::text), false
    )
  then
    perform private.refuse('publishing_is_a_decision', 422, 'detail.publish');
  end if;
  return new;
end $$;
comment on function private.prepare_detail() is
  'Tidies the texts of a detail, refuses an audience wider than the card''s, and a person''s publishing without the decision that is noted down for the transaction, for a gathering or for its whole series.';
create trigger gathering_details_prepare before insert or update on public.gathering_details
  for each row execute function private.prepare_detail();

create function private.is_within(
  detail public.audience, detail_coalition uuid, card public.audience, card_coalition uuid
) returns boolean
language sql immutable set search_path = '' as $$
  select case card
    when 'everyone' then true
    when 'coalition' then detail in ('owner', 'named')
      or (detail = 'coalition' and detail_coalition is not distinct from card_coalition)
    when 'named' then detail in ('owner', 'named')
    else detail = 'owner' end
$$;
comment on function private.is_within(public.audience, uuid, public.audience, uuid) is
  'Whether whoever a detail is open to also sees the card. Whom each is named to is compared share by share.';
grant execute on function private.is_within(public.audience, uuid, public.audience, uuid) to authenticated;

create function private.keep_detail_within() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.shares s
  where s.organization_id = new.organization_id and s.gathering_id = new.id and s.layer = 'detail'
    and not case new.audience
      when 'everyone' then true
      when 'coalition' then exists (
        select from public.standings t where t.organization_id = s.recipient_id and t.coalition_id = new.coalition_id
      )
      when 'named' then exists (
        select from public.shares c
        where c.organization_id = s.organization_id and c.gathering_id = s.gathering_id
          and c.layer = 'card' and c.recipient_id = s.recipient_id
      )
      else false end;
  update public.gathering_details d
  set audience = 'owner', coalition_id = null
  where d.organization_id = new.organization_id and d.gathering_id = new.id
    and not private.is_within(d.audience, d.coalition_id, new.audience, new.coalition_id);
  return null;
end $$;
comment on function private.keep_detail_within() is
  'When fewer may see the card, a detail that would be seen by more becomes its owner''s alone.';
create trigger gatherings_keep_detail_within after update of audience, coalition_id on public.gatherings
  for each row when (old.audience <> new.audience or old.coalition_id is distinct from new.coalition_id)
  execute function private.keep_detail_within();

create function private.prepare_notes() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.body := private.tidy_paragraph(new.body, 'notes', 4000, true);
  if not exists (
    select from public.gatherings g where g.organization_id = new.organization_id and g.id = new.gathering_id
  ) then
    perform private.refuse('not_found', 404);
  end if;
  return new;
end $$;
comment on function private.prepare_notes() is 'Tidies internal notes.';
create trigger gathering_notes_prepare before insert or update on public.gathering_notes
  for each row execute function private.prepare_notes();
