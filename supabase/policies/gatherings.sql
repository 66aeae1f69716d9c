-- Who may see and change the cards of gatherings, and what every writer of a card is held to.

grant select (
  id, organization_id, coalition_id, title, description, kind, area, languages,
  starts_local, ends_local, time_zone, starts_fold, ends_fold, starts_at, ends_at,
  state, cancellation_reason, audience, shared_at, indexable, series_id, recurrence_local
) on public.gatherings to anon, authenticated;
-- Not granted: version, created_at and updated_at. They move with layers that a reader may not see, so they would tell of
-- them; the owner's people learn the version from private.version_of.
-- Nor singled_out, which a change of the notes alone sets.
grant select (submission_id, tells_taken) on public.gatherings to authenticated;
create policy gatherings_select_visitor on public.gatherings
  for select to anon
  using (state <> 'draft' and audience = 'everyone');
create policy gatherings_select_audience on public.gatherings
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    or (state <> 'draft' and (
      audience = 'everyone'
      or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
      or (audience = 'named' and exists (
        select from public.shares s
        where s.organization_id = gatherings.organization_id
          and s.gathering_id = gatherings.id
          and s.layer = 'card'
          and s.recipient_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
      ))
      or (hosted and exists (
        select from public.hostings h
        where h.organization_id = gatherings.organization_id
          and h.gathering_id = gatherings.id
          and h.state in ('invited', 'accepted')
          and h.host_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
      ))
    ))
  );

-- Not granted: the id (a chosen one would tell by a duplicate that a hidden row has it) and what triggers derive.
grant insert (
  organization_id, coalition_id, submission_id, title, description, kind, area, languages,
  starts_local, ends_local, time_zone, starts_fold, ends_fold, state, audience, indexable, tells_taken,
  series_id, recurrence_local
) on public.gatherings to authenticated;
create policy gatherings_insert_editor on public.gatherings
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[]));

-- organization_id is not granted: a gathering never changes hands.
grant update (
  coalition_id, title, description, kind, area, languages, starts_local, ends_local, time_zone,
  starts_fold, ends_fold, state, cancellation_reason, audience, indexable, tells_taken, series_id, recurrence_local, singled_out
) on public.gatherings to authenticated;
create policy gatherings_update_editor on public.gatherings
  for update to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    or (hosted and state <> 'draft' and exists (
      select from public.hostings h
      where h.organization_id = gatherings.organization_id
        and h.gathering_id = gatherings.id
        and h.state = 'accepted' and h.may_edit
        and h.host_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    ))
  )
  with check (
    organization_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    or (hosted and state <> 'draft' and exists (
      select from public.hostings h
      where h.organization_id = gatherings.organization_id
        and h.gathering_id = gatherings.id
        and h.state = 'accepted' and h.may_edit
        and h.host_id = any ((select private.my_organizations('gatherings.write'))::uuid[])
    ))
  );

-- No delete: gatherings are cancelled, so that people who meant to come can still read what happened.

-- ── Triggers. They act with the writer's own rights: what a writer cannot see, they cannot tell. ────────────

create function private.prepare_gathering() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.title := private.tidy_texts(new.title, 'title', 120, true);
  new.description := private.tidy_texts(new.description, 'description', 4000, false, true);
  new.area := private.tidy_line(new.area, 'area', 120);
  new.languages := private.tidy_languages(coalesce(new.languages, '{}'), 'languages');
  if new.state = 'cancelled' then
    new.cancellation_reason := private.tidy_paragraph(new.cancellation_reason, 'reason', 500);
    if new.cancellation_reason = '' then
      perform private.refuse('reason_required', 422, 'reason');
    end if;
  else
    new.cancellation_reason := null;
  end if;

  if not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  end if;
  -- Finer than a minute no clock on a wall shows.
  new.starts_local := date_trunc('minute', new.starts_local);
  new.ends_local := date_trunc('minute', new.ends_local);
  new.starts_at := private.instant_of(new.starts_local, new.time_zone, new.starts_fold, 'starts');
  new.ends_at := private.instant_of(new.ends_local, new.time_zone, new.ends_fold, 'ends');
  if cardinality(private.instants_of(new.starts_local, new.time_zone)) = 1 then
    new.starts_fold := null;
  end if;
  if cardinality(private.instants_of(new.ends_local, new.time_zone)) = 1 then
    new.ends_fold := null;
  end if;
  if new.ends_at <= new.starts_at then
    perform private.refuse('ends_before_it_starts', 422, 'ends');
  elsif new.ends_local - new.starts_local > interval '31 days' then
    perform private.refuse('too_long_lasting', 422, 'ends');
  end if;
  return new;
end $$;
comment on function private.prepare_gathering() is
  'Tidies texts and derives the instants of a gathering, for every writer.';
create trigger gatherings_prepare before insert or update on public.gatherings
  for each row execute function private.prepare_gathering();

create function private.hold_listed(coalition uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  listed boolean;
begin
  select c.listed into listed from public.coalitions c where c.id = coalition for share;
  return coalesce(listed, false);
end $$;
comment on function private.hold_listed(uuid) is
  'Whether a coalition is listed, and stays so until the transaction ends: unlisting it waits and then finds the row.';
grant execute on function private.hold_listed(uuid) to authenticated;

create function private.place_gathering() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- A standing that ends leaves a gathering "for the coalition" without one: its owner's alone, and still editable.
  if new.audience = 'coalition' and new.coalition_id is null and (tg_op = 'INSERT' or old.audience <> 'coalition') then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  elsif new.coalition_id is not null and (tg_op = 'INSERT' or new.coalition_id is distinct from old.coalition_id) and not exists (
    select from public.standings s
    where s.organization_id = new.organization_id and s.coalition_id = new.coalition_id
  ) then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;

  -- Readers outside a coalition must not learn from a row that it exists.
  if new.audience = 'named' or (new.audience = 'everyone' and not private.hold_listed(new.coalition_id)) then
    new.coalition_id := null;
  end if;
  return new;
end $$;
comment on function private.place_gathering() is
  'Refuses a coalition in which the owner has no standing, and keeps a coalition out of rows whose readers may not know it.';
create trigger gatherings_place before insert or update on public.gatherings
  for each row execute function private.place_gathering();

create function private.record_gathering() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' and new.state = 'cancelled' or tg_op = 'UPDATE' and old.state = 'draft' and new.state = 'cancelled' then
    perform private.refuse('still_a_draft', 409);
  elsif tg_op = 'UPDATE' and old.state = 'cancelled' and new.state = 'draft' then
    perform private.refuse('already_cancelled', 409);
  elsif tg_op = 'UPDATE' and old.state <> 'draft' and new.state = 'draft' and new.hosted then
    perform private.refuse('held_with_others', 409, 'state');
  end if;

  if tg_op = 'UPDATE' and new.hosted = old.hosted then
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  if new.shared_at is null and new.state <> 'draft' and new.audience <> 'owner' then
    new.shared_at := now();
  end if;
  return new;
end $$;
comment on function private.record_gathering() is
  'Counts versions, remembers when a gathering was first shared, keeps a cancelled one in sight of those who saw it, and one that is held with others from becoming a draft that they could still tell of.';
create trigger gatherings_record before insert or update on public.gatherings
  for each row execute function private.record_gathering();
