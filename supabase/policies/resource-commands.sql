-- What editors do with a service. Each command is one transaction and acts with the caller's own rights: the policies
-- decide, these functions say why in words.

create function private.write_places(service public.services, given jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  wanted record;
  entry jsonb;
  location public.locations;
  kept uuid[] := '{}';
begin
  if coalesce(jsonb_typeof(given), 'null') = 'null' then
    given := '{"locations": []}';
  end if;
  begin
    select coalesce(p.audience, 'owner') as audience, p.coalition_id into wanted
    from jsonb_to_record(given) as p(audience public.audience, coalition_id uuid);
    if jsonb_typeof(given -> 'locations') is distinct from 'array' or jsonb_array_length(given -> 'locations') > 20 then
      perform private.refuse('not_understood', 422, 'place.address_1');
    end if;
    perform set_config('hamkke.published', case when given ->> 'publish' = 'true' then service.id::text else '' end, true);
    for entry in select e.entry from jsonb_array_elements(given -> 'locations') as e(entry) loop
      location := jsonb_populate_record(null::public.locations, entry - 'organization_id');
      if location.id is null or not exists (
        select from public.service_at_locations l
        where l.organization_id = service.organization_id and l.service_id = service.id and l.location_id = location.id
      ) then
        insert into public.locations as l (
          organization_id, hsds_id, name, address_1, address_2, city, region, postal_code, country, latitude, longitude,
          accessibility, directions
        ) values (
          service.organization_id, coalesce(location.hsds_id, gen_random_uuid()), coalesce(location.name, ''),
          coalesce(location.address_1, ''), coalesce(location.address_2, ''), coalesce(location.city, ''),
          coalesce(location.region, ''), coalesce(location.postal_code, ''), coalesce(location.country, 'US'),
          location.latitude, location.longitude, coalesce(location.accessibility, '{}'), coalesce(location.directions, '{}')
        ) returning l.id into location.id;
      else
        update public.locations l set
          name = coalesce(location.name, l.name), address_1 = coalesce(location.address_1, l.address_1),
          address_2 = coalesce(location.address_2, l.address_2), city = coalesce(location.city, l.city),
          region = coalesce(location.region, l.region), postal_code = coalesce(location.postal_code, l.postal_code),
          country = coalesce(location.country, l.country), latitude = case when entry ? 'latitude' then location.latitude else l.latitude end,
          longitude = case when entry ? 'longitude' then location.longitude else l.longitude end,
          accessibility = coalesce(location.accessibility, l.accessibility), directions = coalesce(location.directions, l.directions)
        where l.organization_id = service.organization_id and l.id = location.id;
      end if;
      kept := kept || location.id;
    end loop;
  exception when data_exception or check_violation then
    perform private.refuse('not_understood', 422, 'place.address_1');
  end;

  delete from public.service_at_locations l
  where l.organization_id = service.organization_id and l.service_id = service.id and l.location_id <> all (kept);
  delete from public.locations l
  where l.organization_id = service.organization_id and not exists (
    select from public.service_at_locations a where a.organization_id = l.organization_id and a.location_id = l.id
  ) and l.id <> all (kept);
  update public.service_at_locations l set audience = wanted.audience, coalition_id = wanted.coalition_id
  where l.organization_id = service.organization_id and l.service_id = service.id;
  insert into public.service_at_locations (organization_id, service_id, location_id, audience, coalition_id)
  select service.organization_id, service.id, k.id, wanted.audience, wanted.coalition_id from unnest(kept) as k(id)
  where not exists (
    select from public.service_at_locations l
    where l.organization_id = service.organization_id and l.service_id = service.id and l.location_id = k.id
  );
  perform private.name_service_recipients(
    service, 'place', case when kept = '{}' then 'owner' else wanted.audience end, given -> 'recipients'
  );
end $$;
comment on function private.write_places(public.services, jsonb) is
  'Writes where a service is given and who may see that. Opening it to everyone needs "publish": true, whenever something new becomes public.';

create function private.write_below(service public.services, given jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.write_service_parts(service, given);
  if given ? 'translations' then
    perform private.write_translations(service, given -> 'translations');
  end if;
  if given ? 'place' then
    perform private.write_places(service, given -> 'place');
  end if;
  if given ? 'assurance' then
    perform private.write_assurance(service, given -> 'assurance');
  end if;
  if given ? 'notes' then
    perform private.write_service_notes(service, given ->> 'notes');
  end if;
end $$;
comment on function private.write_below(public.services, jsonb) is 'Writes the parts and layers of a service that are given.';

create function public.list_service(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  service public.services;
  made uuid;
begin
  perform private.require_writer(list_service.organization_id, 'resources.write');
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  elsif list_service.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  service.state := 'active';
  service.audience := 'owner';
  service.time_zone := (select o.time_zone from public.organizations o where o.id = list_service.organization_id);
  service := private.read_service(content, service);
  service.organization_id := list_service.organization_id;
  if content ? 'provider' then
    service.provider_id := null;
    service.provider_id := private.write_provider(service, content -> 'provider');
  end if;
  insert into public.services as s (
    organization_id, submission_id, coalition_id, provider_id, state, audience, source_language, name, description, eligibility,
    required_documents, cost, cost_note, website, email, area_served, terms, staff_languages, interpreter_languages,
    document_languages, time_zone, credential, credential_url, credential_checked_on, information_as_of, jurisdiction, reviewed_by
  ) values (
    service.organization_id, list_service.submission_id, service.coalition_id, service.provider_id, coalesce(service.state, 'active'),
    coalesce(service.audience, 'owner'), coalesce(service.source_language, (
      select min(k.tag) from jsonb_object_keys(case jsonb_typeof(service.name) when 'object' then service.name else '{}' end) as k(tag)
    )), service.name, service.description,
    service.eligibility, service.required_documents, coalesce(service.cost, 'unknown'), service.cost_note, service.website, service.email,
    coalesce(service.area_served, '{}'), coalesce(service.terms, '{}'), service.staff_languages, service.interpreter_languages,
    service.document_languages, service.time_zone, service.credential, service.credential_url, service.credential_checked_on,
    service.information_as_of, service.jurisdiction, service.reviewed_by
  )
  on conflict on constraint services_one_per_submission do nothing
  returning s.id, s.audience, s.coalition_id into service.id, service.audience, service.coalition_id;
  if not found then
    -- A statement of its own: only a new one sees what another press has committed while this one waited.
    select s.id into made from public.services s
    where s.organization_id = list_service.organization_id and s.submission_id = list_service.submission_id;
    return jsonb_build_object('id', made);
  end if;
  perform private.name_service_recipients(service, 'card', service.audience, content -> 'recipients');
  perform private.write_below(service, content);
  return jsonb_build_object('id', service.id);
end $$;
comment on function public.list_service(uuid, uuid, jsonb) is
  'Puts a service into the directory with all that is known of it. A repeated submission answers with the row of the first.';

create function private.lock_service(service_id uuid, organization_id uuid, seen_version integer) returns public.services
language plpgsql set search_path = '' as $$
declare
  service public.services;
begin
  -- One answer for a hidden, an absent and a foreign one; only the owner's people learn that a right is missing.
  if not exists (
    select from public.services s
    where s.id = lock_service.service_id and s.organization_id = lock_service.organization_id
      and s.organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(lock_service.organization_id, 'resources.write');
  perform from public.services s where s.id = lock_service.service_id for no key update;
  if private.service_version_of(lock_service.service_id) is distinct from seen_version then
    perform private.refuse('changed_meanwhile', 409);
  end if;
  select s.id, s.organization_id, s.coalition_id, s.provider_id, s.state, s.audience, s.source_language, s.name, s.description,
    s.eligibility, s.required_documents, s.cost, s.cost_note, s.website, s.email, s.area_served, s.terms, s.staff_languages,
    s.interpreter_languages, s.document_languages, s.time_zone, s.credential, s.credential_url, s.credential_checked_on,
    s.information_as_of, s.jurisdiction, s.reviewed_by
  into service.id, service.organization_id, service.coalition_id, service.provider_id, service.state, service.audience,
    service.source_language, service.name, service.description, service.eligibility, service.required_documents, service.cost,
    service.cost_note, service.website, service.email, service.area_served, service.terms, service.staff_languages,
    service.interpreter_languages, service.document_languages, service.time_zone, service.credential, service.credential_url,
    service.credential_checked_on, service.information_as_of, service.jurisdiction, service.reviewed_by
  from public.services s where s.id = lock_service.service_id;
  return service;
end $$;
comment on function private.lock_service(uuid, uuid, integer) is
  'The service a command is about, locked until the command ends. Refuses when somebody changed it since it was read.';

create function public.revise_service(service_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  service public.services := private.lock_service(
    revise_service.service_id, revise_service.organization_id, revise_service.seen_version
  );
begin
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  service := private.read_service(content, service);
  if content ? 'provider' then
    service.provider_id := private.write_provider(service, content -> 'provider');
  end if;
  update public.services s set
    coalition_id = service.coalition_id, provider_id = service.provider_id, state = service.state, audience = service.audience,
    source_language = service.source_language, name = service.name, description = service.description,
    eligibility = service.eligibility, required_documents = service.required_documents, cost = service.cost,
    cost_note = service.cost_note, website = service.website, email = service.email, area_served = service.area_served,
    terms = service.terms, staff_languages = service.staff_languages, interpreter_languages = service.interpreter_languages,
    document_languages = service.document_languages, time_zone = service.time_zone, credential = service.credential,
    credential_url = service.credential_url, credential_checked_on = service.credential_checked_on,
    information_as_of = service.information_as_of, jurisdiction = service.jurisdiction, reviewed_by = service.reviewed_by
  where s.id = service.id
  returning s.coalition_id into service.coalition_id;
  if content ?| array['audience', 'recipients'] then
    perform private.name_service_recipients(service, 'card', service.audience, content -> 'recipients');
  end if;
  perform private.write_below(service, content);
  return jsonb_build_object('id', service.id, 'version', private.service_version_of(service.id));
end $$;
comment on function public.revise_service(uuid, uuid, integer, jsonb) is
  'Writes the fields and parts of a service that are given, over the version its writer saw. What is not given stays as it is.';

create function public.discard_service(service_id uuid, organization_id uuid, seen_version integer) returns jsonb
language plpgsql set search_path = '' as $$
declare
  service public.services := private.lock_service(
    discard_service.service_id, discard_service.organization_id, discard_service.seen_version
  );
begin
  delete from public.services s where s.id = service.id returning s.id into service.id;
  if not found then
    perform private.refuse('seen_by_others', 409);
  end if;
  return jsonb_build_object('id', service.id);
end $$;
comment on function public.discard_service(uuid, uuid, integer) is
  'Deletes a service that nobody else has ever seen. One that was shared is closed instead.';

grant execute on function
  private.write_places(public.services, jsonb), private.write_below(public.services, jsonb),
  private.lock_service(uuid, uuid, integer),
  public.list_service(uuid, uuid, jsonb), public.revise_service(uuid, uuid, integer, jsonb),
  public.discard_service(uuid, uuid, integer)
  to authenticated;
