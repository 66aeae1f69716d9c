-- Translations, phones, hours, holidays and verifications of a service: seen with its card, written by its owner.
-- `offset 0` asks about the one card, through its key. Without it Postgres, to which row security hides how many cards a
-- visitor sees, may first read all of them.

grant select (organization_id, service_id, language, by_machine, reviewed_at, stale) on public.service_translations to anon, authenticated;
create policy service_translations_select_with_card on public.service_translations
  for select to anon, authenticated
  using (exists (
    select from public.services s where s.organization_id = service_translations.organization_id and s.id = service_translations.service_id offset 0
  ));
grant insert (organization_id, service_id, language, by_machine, reviewed_at, stale) on public.service_translations to authenticated;
create policy service_translations_insert_editor on public.service_translations
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (by_machine, reviewed_at, stale) on public.service_translations to authenticated;
create policy service_translations_update_editor on public.service_translations
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_translations to authenticated;
create policy service_translations_delete_editor on public.service_translations
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (organization_id, service_id, position, number, extension, label) on public.service_phones to anon, authenticated;
create policy service_phones_select_with_card on public.service_phones
  for select to anon, authenticated
  using (exists (
    select from public.services s where s.organization_id = service_phones.organization_id and s.id = service_phones.service_id offset 0
  ));
grant insert (organization_id, service_id, position, number, extension, label) on public.service_phones to authenticated;
create policy service_phones_insert_editor on public.service_phones
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (number, extension, label) on public.service_phones to authenticated;
create policy service_phones_update_editor on public.service_phones
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_phones to authenticated;
create policy service_phones_delete_editor on public.service_phones
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (organization_id, service_id, position, weekdays, opens_minute, closes_minute) on public.service_schedules to anon, authenticated;
create policy service_schedules_select_with_card on public.service_schedules
  for select to anon, authenticated
  using (exists (
    select from public.services s where s.organization_id = service_schedules.organization_id and s.id = service_schedules.service_id offset 0
  ));
grant insert (organization_id, service_id, position, weekdays, opens_minute, closes_minute) on public.service_schedules to authenticated;
create policy service_schedules_insert_editor on public.service_schedules
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (weekdays, opens_minute, closes_minute) on public.service_schedules to authenticated;
create policy service_schedules_update_editor on public.service_schedules
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_schedules to authenticated;
create policy service_schedules_delete_editor on public.service_schedules
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (organization_id, service_id, closed_on, note) on public.service_closures to anon, authenticated;
create policy service_closures_select_with_card on public.service_closures
  for select to anon, authenticated
  using (exists (
    select from public.services s where s.organization_id = service_closures.organization_id and s.id = service_closures.service_id offset 0
  ));
grant insert (organization_id, service_id, closed_on, note) on public.service_closures to authenticated;
create policy service_closures_insert_editor on public.service_closures
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (note) on public.service_closures to authenticated;
create policy service_closures_update_editor on public.service_closures
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.service_closures to authenticated;
create policy service_closures_delete_editor on public.service_closures
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- Not granted: who made sure. Nobody must learn by its number of an organization that is in none of their coalitions.
grant select (id, organization_id, service_id, verified_at, method, verify_by) on public.service_verifications to anon, authenticated;
create policy service_verifications_select_with_card on public.service_verifications
  for select to anon, authenticated
  using (exists (
    select from public.services s
    where s.organization_id = service_verifications.organization_id and s.id = service_verifications.service_id offset 0
  ));

create function private.prepare_phone() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.number := regexp_replace(private.tidy_line(new.number, 'phones', 40, true), '[^+0-9]', '', 'g');
  new.extension := private.tidy_line(new.extension, 'phones', 10);
  new.label := private.tidy_texts(new.label, 'phones', 80);
  if new.number !~ '^\+[1-9][0-9]{6,14}$' and new.number !~ '^[0-9]{3,6}$' or new.extension !~ '^[0-9]*$' then
    perform private.refuse('phone_not_understood', 422, 'phones');
  end if;
  return new;
end $$;
comment on function private.prepare_phone() is 'Keeps a phone number as +, country and number, or as a short number; refuses what is neither.';
create trigger service_phones_prepare before insert or update on public.service_phones
  for each row execute function private.prepare_phone();

create function private.prepare_closure() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.note := private.tidy_texts(new.note, 'closures', 120);
  return new;
end $$;
comment on function private.prepare_closure() is 'Tidies the name of a holiday.';
create trigger service_closures_prepare before insert or update on public.service_closures
  for each row execute function private.prepare_closure();

create function private.note_stale_translations() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.service_translations as t (organization_id, service_id, language, stale)
  select a.organization_id, a.id, k.tag, true
  from before b join after a on a.id = b.id
  cross join lateral jsonb_object_keys(a.name || a.description) as k(tag)
  where k.tag <> a.source_language
    and (b.name ->> a.source_language, b.description ->> a.source_language)
      is distinct from (a.name ->> a.source_language, a.description ->> a.source_language)
    and (b.name ->> k.tag, b.description ->> k.tag) is not distinct from (a.name ->> k.tag, a.description ->> k.tag)
  on conflict on constraint service_translations_one_per_language do update set stale = true;

  -- A text that somebody wrote anew is nobody's old translation; one that is gone has no state.
  delete from public.service_translations t using before b join after a on a.id = b.id
  where t.organization_id = a.organization_id and t.service_id = a.id and (
    t.language = a.source_language or not (a.name || a.description) ? t.language
    or (b.name ->> t.language, b.description ->> t.language) is distinct from (a.name ->> t.language, a.description ->> t.language)
  );
  return null;
end $$;
comment on function private.note_stale_translations() is
  'A text stays behind where its source changes and it does not. A text written anew begins again, as a person''s.';
create trigger services_note_stale_translations after update on public.services
  referencing old table as before new table as after for each statement execute function private.note_stale_translations();
