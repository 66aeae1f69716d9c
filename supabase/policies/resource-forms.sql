-- What arrives from the form of a service, part by part, and how it is written. Called by the commands alone. A part
-- that is not given stays as it is, so that one field can be corrected without the others.

create function private.read_service(given jsonb, stored public.services) returns public.services
language plpgsql stable set search_path = '' as $$
declare
  of_card constant jsonb := given - array[
    'recipients', 'provider', 'translations', 'phones', 'schedules', 'closures', 'place', 'assurance', 'notes'
  ];
  field text;
  result public.services;
begin
  select k.name into field from jsonb_object_keys(of_card) as k(name) where k.name <> all (array[
    'coalition_id', 'provider_id', 'state', 'audience', 'source_language', 'name', 'description', 'eligibility',
    'required_documents', 'cost', 'cost_note', 'website', 'email', 'area_served', 'terms', 'staff_languages',
    'interpreter_languages', 'document_languages', 'time_zone', 'credential', 'credential_url', 'credential_checked_on',
    'information_as_of', 'jurisdiction', 'reviewed_by'
  ]) limit 1;
  if found then
    perform private.refuse('not_understood', 422, field);
  end if;
  begin
    return jsonb_populate_record(stored, of_card);
  exception when data_exception then
    for field in select k.name from jsonb_object_keys(of_card) as k(name) loop
      begin
        result := jsonb_populate_record(stored, jsonb_build_object(field, of_card -> field));
      exception when data_exception then
        perform private.refuse('not_understood', 422, field);
      end;
    end loop;
    perform private.refuse('not_understood', 422);
  end;
end $$;
comment on function private.read_service(jsonb, public.services) is
  'The columns of a card that arrived as JSON, over those that are stored. Names the field that cannot be read.';

create function private.write_provider(service public.services, given jsonb) returns uuid
language plpgsql set search_path = '' as $$
declare
  wanted public.providers;
  provider uuid;
begin
  if coalesce(jsonb_typeof(given), 'null') = 'null' then
    return null;
  end if;
  wanted := jsonb_populate_record(null::public.providers, given - 'id' - 'organization_id');
  wanted.name := private.tidy_texts(wanted.name, 'provider.name', 160, true);
  select p.id into provider from public.providers p
  where p.organization_id = service.organization_id and p.name = wanted.name
  order by p.id = service.provider_id desc nulls last, p.id limit 1;
  if provider is null and (
    select count(*) from public.services s where s.organization_id = service.organization_id and s.provider_id = service.provider_id
  ) = 1 then
    provider := service.provider_id;
  end if;
  update public.providers p set
    name = wanted.name, aliases = coalesce(wanted.aliases, p.aliases),
    description = coalesce(wanted.description, p.description), website = coalesce(wanted.website, p.website)
  where p.organization_id = service.organization_id and p.id = provider and (
    (coalesce(wanted.aliases, p.aliases), coalesce(wanted.description, p.description), coalesce(wanted.website, p.website))
      = (p.aliases, p.description, p.website)
    -- What is said of it where fewer see the service is not told to those who see another.
    or not exists (
      select from public.services s
      where s.organization_id = p.organization_id and s.provider_id = p.id and s.id is distinct from service.id and s.state <> 'draft'
        and not private.is_within(
          s.audience, s.coalition_id, case service.state when 'draft' then 'owner' else service.audience end, service.coalition_id
        )
    )
  );
  if not found then
    insert into public.providers as p (organization_id, name, aliases, description, website)
    values (
      service.organization_id, wanted.name, coalesce(wanted.aliases, '{}'), coalesce(wanted.description, '{}'),
      coalesce(wanted.website, '')
    ) returning p.id into provider;
  end if;
  return provider;
exception when data_exception then
  perform private.refuse('not_understood', 422, 'provider');
end $$;
comment on function private.write_provider(public.services, jsonb) is
  'Who gives a service: found by its name among those the owner lists, or made. A provider of several services is not renamed through one of them, and told nothing new of through one that fewer see.';

create function private.write_service_parts(service public.services, given jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  field text;
  maximum integer;
begin
  for field, maximum in values ('phones', 10), ('schedules', 28), ('closures', 60) loop
    if coalesce(jsonb_typeof(given -> field), 'array') <> 'array' then
      perform private.refuse('not_understood', 422, field);
    elsif jsonb_array_length(coalesce(given -> field, '[]')) > maximum then
      perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', maximum));
    end if;
  end loop;
  if given ? 'phones' then
    field := 'phones';
    delete from public.service_phones p where p.organization_id = service.organization_id and p.service_id = service.id;
    insert into public.service_phones (organization_id, service_id, position, number, extension, label)
    select service.organization_id, service.id, g.place - 1, coalesce(g.entry ->> 'number', ''),
      coalesce(g.entry ->> 'extension', ''), coalesce(g.entry -> 'label', '{}')
    from jsonb_array_elements(given -> 'phones') with ordinality as g(entry, place);
  end if;
  if given ? 'schedules' then
    field := 'schedules';
    delete from public.service_schedules p where p.organization_id = service.organization_id and p.service_id = service.id;
    insert into public.service_schedules (organization_id, service_id, position, weekdays, opens_minute, closes_minute)
    select service.organization_id, service.id, row_number() over (order by g.place) - 1, e.weekdays, e.opens_minute, e.closes_minute
    from jsonb_array_elements(given -> 'schedules') with ordinality as g(entry, place)
    cross join lateral jsonb_to_record(g.entry) as e(weekdays smallint[], opens_minute smallint, closes_minute smallint);
  end if;
  if given ? 'closures' then
    field := 'closures';
    delete from public.service_closures p where p.organization_id = service.organization_id and p.service_id = service.id;
    insert into public.service_closures (organization_id, service_id, closed_on, note)
    select distinct on (e.closed_on) service.organization_id, service.id, e.closed_on, coalesce(e.note, '{}')
    from jsonb_to_recordset(given -> 'closures') as e(closed_on date, note jsonb)
    order by e.closed_on;
  end if;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse('not_understood', 422, field);
end $$;
comment on function private.write_service_parts(public.services, jsonb) is 'Writes the phones, hours and holidays that are given, each list as a whole.';

create function private.write_translations(service public.services, given jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  if jsonb_typeof(given) <> 'object' or exists (
    select from jsonb_each_text(given) as g(tag, origin)
    where not core.is_language(g.tag) or coalesce(g.origin, '') not in ('person', 'machine', 'reviewed')
  ) then
    perform private.refuse('not_understood', 422, 'translations');
  end if;
  -- What nobody but a person wrote has no state, unless its source went on without it.
  delete from public.service_translations t using jsonb_each_text(given) as g(tag, origin)
  where t.organization_id = service.organization_id and t.service_id = service.id
    and t.language = g.tag and g.origin = 'person' and not t.stale;
  update public.service_translations t
  set by_machine = false, reviewed_at = null from jsonb_each_text(given) as g(tag, origin)
  where t.organization_id = service.organization_id and t.service_id = service.id
    and t.language = g.tag and g.origin = 'person' and t.by_machine;
  insert into public.service_translations as t (organization_id, service_id, language, by_machine, reviewed_at)
  select s.organization_id, s.id, g.tag, true, case g.origin when 'reviewed' then now() end
  from jsonb_each_text(given) as g(tag, origin)
  join public.services s on s.organization_id = service.organization_id and s.id = service.id
  where g.origin <> 'person' and g.tag <> s.source_language and (s.name || s.description) ? g.tag
  on conflict on constraint service_translations_one_per_language do update
  set by_machine = true, reviewed_at = case when excluded.reviewed_at is null then null else coalesce(t.reviewed_at, excluded.reviewed_at) end,
    stale = t.stale and excluded.reviewed_at is null;
end $$;
comment on function private.write_translations(public.services, jsonb) is
  'How texts in other languages than the source came about, by language: person, machine, or reviewed (by a person, after a machine), which also says that one that was left behind is right.';

create function private.name_service_recipients(
  service public.services, layer public.service_layer, audience public.audience, given jsonb
) returns void
language plpgsql set search_path = '' as $$
declare
  field constant text := private.layer_field(layer);
  named uuid[] := '{}';
begin
  if name_service_recipients.audience = 'named' then
    begin
      named := array(select distinct r.id::uuid from jsonb_array_elements_text(coalesce(nullif(given, 'null'), '[]')) as r(id));
    exception when data_exception then
      perform private.refuse('not_understood', 422, field);
    end;
    if cardinality(named) = 0 then
      perform private.refuse('named_needs_recipients', 422, field);
    elsif cardinality(named) > 200 then
      perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', 200));
    end if;
  end if;
  delete from public.service_shares s
  where s.organization_id = service.organization_id and s.service_id = service.id
    and s.layer = name_service_recipients.layer and s.recipient_id <> all (named);
  insert into public.service_shares (organization_id, service_id, layer, recipient_id)
  select service.organization_id, service.id, name_service_recipients.layer, r.id from unnest(named) as r(id)
  where not exists (
    select from public.service_shares s
    where s.organization_id = service.organization_id and s.service_id = service.id
      and s.layer = name_service_recipients.layer and s.recipient_id = r.id
  );
end $$;
comment on function private.name_service_recipients(public.services, public.service_layer, public.audience, jsonb) is
  'Makes the shares of a layer those of the list; none at all where its audience is not "named".';

create function private.write_assurance(service public.services, given jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  wanted public.service_assurances;
begin
  if coalesce(jsonb_typeof(given), 'null') = 'null' then
    delete from public.service_assurances a where a.organization_id = service.organization_id and a.service_id = service.id;
    perform private.name_service_recipients(service, 'assurance', 'owner', null);
    return;
  end if;
  begin
    wanted := jsonb_populate_record(null::public.service_assurances, given - 'organization_id' - 'service_id' - 'recipients');
  exception when data_exception then
    perform private.refuse('not_understood', 422, 'assurance.told_on');
  end;
  -- For the coalition by default, where the card lets it.
  wanted.audience := coalesce(wanted.audience, case when service.audience in ('everyone', 'coalition') then 'coalition' else 'owner' end::public.audience);
  if wanted.audience = 'coalition' and wanted.coalition_id is null then
    wanted.coalition_id := coalesce(service.coalition_id, (
      select s.coalition_id from public.standings s where s.organization_id = service.organization_id
      order by s.joined_on, s.coalition_id limit 1
    ));
  end if;
  update public.service_assurances a
  set told_on = wanted.told_on, note = coalesce(wanted.note, '{}'), audience = wanted.audience, coalition_id = wanted.coalition_id
  where a.organization_id = service.organization_id and a.service_id = service.id;
  if not found then
    insert into public.service_assurances (organization_id, service_id, told_on, note, audience, coalition_id)
    values (service.organization_id, service.id, wanted.told_on, coalesce(wanted.note, '{}'), wanted.audience, wanted.coalition_id);
  end if;
  perform private.name_service_recipients(service, 'assurance', wanted.audience, given -> 'recipients');
end $$;
comment on function private.write_assurance(public.services, jsonb) is
  'Writes what a service said about papers and whom that goes to: the coalition, unless somebody chose fewer. Null takes it away.';

create function private.write_service_notes(service public.services, notes text) returns void
language plpgsql set search_path = '' as $$
declare
  wanted constant text := private.tidy_paragraph(notes, 'notes', 4000);
begin
  if wanted = '' then
    delete from public.service_notes n where n.organization_id = service.organization_id and n.service_id = service.id;
    return;
  end if;
  update public.service_notes n set body = wanted
  where n.organization_id = service.organization_id and n.service_id = service.id and n.body <> wanted;
  if not found and not exists (
    select from public.service_notes n where n.organization_id = service.organization_id and n.service_id = service.id
  ) then
    insert into public.service_notes (organization_id, service_id, body) values (service.organization_id, service.id, wanted);
  end if;
end $$;
comment on function private.write_service_notes(public.services, text) is 'Writes the notes of a service; none at all where nothing is noted.';

grant execute on function
  private.read_service(jsonb, public.services), private.write_provider(public.services, jsonb),
  private.write_service_parts(public.services, jsonb), private.write_translations(public.services, jsonb),
  private.name_service_recipients(public.services, public.service_layer, public.audience, jsonb),
  private.write_assurance(public.services, jsonb), private.write_service_notes(public.services, text)
  to authenticated;
