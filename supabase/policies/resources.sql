-- The directory: who may see and change the cards of services, who gives them, and what every writer is held to.

-- What one may need help with is common knowledge.
grant select (id, parent_id, name, synonyms, open_eligibility_code, position) on public.taxonomy_terms to anon, authenticated;
create policy taxonomy_terms_select_anyone on public.taxonomy_terms
  for select to anon, authenticated
  using (true);

grant select (
  id, organization_id, coalition_id, provider_id, hsds_id, state, audience, source_language, name, description, eligibility,
  required_documents, cost, cost_note, website, email, area_served, terms, staff_languages, interpreter_languages,
  document_languages, time_zone, credential, credential_url, credential_checked_on, information_as_of, jurisdiction,
  reviewed_by, verified_at, verify_by, shared_at
) on public.services to anon, authenticated;
-- Not granted: version, created_at and updated_at. They move with layers that a reader may not see.
grant select (submission_id) on public.services to authenticated;
create policy services_select_visitor on public.services
  for select to anon
  using (state <> 'draft' and audience = 'everyone');
create policy services_select_audience on public.services
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or (state <> 'draft' and (
      audience = 'everyone'
      or (audience = 'coalition' and coalition_id = any ((select private.my_coalitions())::uuid[]))
      or (audience = 'named' and exists (
        select from public.service_shares s
        where s.organization_id = services.organization_id
          and s.service_id = services.id
          and s.layer = 'card'
          and s.recipient_id = any ((select private.my_organizations('resources.read'))::uuid[])
      ))
    ))
  );

-- Not granted: the id (a chosen one would tell by a duplicate that a hidden row has it) and what triggers derive.
grant insert (
  organization_id, coalition_id, provider_id, hsds_id, submission_id, state, audience, source_language, name, description,
  eligibility, required_documents, cost, cost_note, website, email, area_served, terms, staff_languages,
  interpreter_languages, document_languages, time_zone, credential, credential_url, credential_checked_on,
  information_as_of, jurisdiction, reviewed_by
) on public.services to authenticated;
create policy services_insert_editor on public.services
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- organization_id is not granted: a service never changes hands.
grant update (
  coalition_id, provider_id, state, audience, source_language, name, description, eligibility, required_documents, cost,
  cost_note, website, email, area_served, terms, staff_languages, interpreter_languages, document_languages, time_zone,
  credential, credential_url, credential_checked_on, information_as_of, jurisdiction, reviewed_by
) on public.services to authenticated;
create policy services_update_editor on public.services
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

-- Only what nobody else has ever seen is deleted; the rest is closed, so that whoever holds its link reads that it ended.
grant delete on public.services to authenticated;
create policy services_delete_editor on public.services
  for delete to authenticated
  using (shared_at is null and organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));

grant select (id, organization_id, hsds_id, name, aliases, description, website) on public.providers to anon, authenticated;
create policy providers_select_visitor on public.providers
  for select to anon
  using (exists (
    select from public.services s where s.organization_id = providers.organization_id and s.provider_id = providers.id offset 0
  ));
create policy providers_select_audience on public.providers
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or exists (
      select from public.services s where s.organization_id = providers.organization_id and s.provider_id = providers.id offset 0
    )
  );
grant insert (organization_id, hsds_id, name, aliases, description, website) on public.providers to authenticated;
create policy providers_insert_editor on public.providers
  for insert to authenticated
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant update (name, aliases, description, website) on public.providers to authenticated;
create policy providers_update_editor on public.providers
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]));
grant delete on public.providers to authenticated;
create policy providers_delete_editor on public.providers
  for delete to authenticated
  using (organization_id = any ((select private.my_organizations('resources.write'))::uuid[]) and not exists (
    select from public.services s where s.organization_id = providers.organization_id and s.provider_id = providers.id offset 0
  ));

-- ── Triggers. They act with the writer's own rights: what a writer cannot see, they cannot tell. ────────────

create function private.prepare_provider() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.name := private.tidy_texts(new.name, 'provider.name', 160, true);
  new.aliases := private.tidy_lines(new.aliases, 'provider.aliases', 10, 80);
  new.description := private.tidy_texts(new.description, 'provider.description', 2000, false, true);
  new.website := private.tidy_link(new.website, 'provider.website');
  return new;
end $$;
comment on function private.prepare_provider() is 'Tidies what is said of who gives a service, for every writer.';
create trigger providers_prepare before insert or update on public.providers
  for each row execute function private.prepare_provider();

create function private.prepare_service() returns trigger
language plpgsql set search_path = '' as $$
declare
  unknown text;
begin
  new.name := private.tidy_texts(new.name, 'name', 160, true);
  new.description := private.tidy_texts(new.description, 'description', 4000, false, true);
  new.eligibility := private.tidy_texts(new.eligibility, 'eligibility', 1000, false, true);
  new.required_documents := private.tidy_texts(new.required_documents, 'required_documents', 1000, false, true);
  new.cost_note := private.tidy_texts(new.cost_note, 'cost_note', 500, false, true);
  new.website := private.tidy_link(new.website, 'website');
  new.email := private.tidy_line(new.email, 'email', 254);
  new.area_served := private.tidy_lines(new.area_served, 'area_served', 20, 120);
  new.staff_languages := private.tidy_languages(coalesce(new.staff_languages, '{}'), 'staff_languages');
  new.interpreter_languages := private.tidy_languages(coalesce(new.interpreter_languages, '{}'), 'interpreter_languages');
  new.document_languages := private.tidy_languages(coalesce(new.document_languages, '{}'), 'document_languages');
  new.credential_url := private.tidy_link(new.credential_url, 'credential_url');
  new.jurisdiction := private.tidy_line(new.jurisdiction, 'jurisdiction', 120);
  new.reviewed_by := private.tidy_line(new.reviewed_by, 'reviewed_by', 160);
  if new.email <> '' and not core.is_mail_address(new.email) then
    perform private.refuse('mail_address_not_understood', 422, 'email');
  elsif not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  elsif not new.name ? new.source_language then
    -- What was the source is gone: the text that is there is nobody's translation any more.
    new.source_language := (select min(k.tag) from jsonb_object_keys(new.name) as k(tag));
  end if;
  if tg_op = 'INSERT' or new.terms is distinct from old.terms then
    new.terms := array(select t.id from unnest(new.terms) with ordinality as t(id, place) group by t.id order by min(t.place));
    select t.id into unknown from unnest(new.terms) as t(id)
    where not exists (select from public.taxonomy_terms k where k.id = t.id) limit 1;
    if found then
      perform private.refuse('unknown_need', 422, 'terms');
    elsif cardinality(new.terms) > 12 then
      perform private.refuse('too_many', 422, 'terms', jsonb_build_object('maximum', 12));
    end if;
  end if;
  if new.credential_checked_on > current_date + 1 then
    perform private.refuse('day_not_yet_come', 422, 'credential_checked_on');
  elsif new.information_as_of > current_date + 1 then
    perform private.refuse('day_not_yet_come', 422, 'information_as_of');
  end if;
  return new;
end $$;
comment on function private.prepare_service() is 'Tidies the texts of a service and names the field that cannot stand, for every writer.';
create trigger services_prepare before insert or update on public.services
  for each row execute function private.prepare_service();

create function private.place_service() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- A standing that ends leaves a service "for the coalition" without one: its owner's alone, and still editable.
  if new.audience = 'coalition' and new.coalition_id is null and (tg_op = 'INSERT' or old.audience <> 'coalition') then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  elsif new.coalition_id is not null and (tg_op = 'INSERT' or new.coalition_id is distinct from old.coalition_id) and not exists (
    select from public.standings s
    where s.organization_id = new.organization_id and s.coalition_id = new.coalition_id
  ) then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  -- Readers outside a coalition must not learn from a row that it exists.
  if new.audience <> 'coalition' then
    new.coalition_id := null;
  end if;
  if new.shared_at is null and new.state <> 'draft' and new.audience <> 'owner' then
    new.shared_at := now();
  end if;
  return new;
end $$;
comment on function private.place_service() is
  'Refuses a coalition in which the owner has no standing, keeps one out of rows whose readers may not know it, and remembers when a service was first shared.';
create trigger services_place before insert or update on public.services
  for each row execute function private.place_service();
