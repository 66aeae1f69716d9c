-- How the rows of an import become services, a set at a time: who gives them, their cards, their parts, their places. Policies and
-- triggers decide as for any other writer.

create function private.write_batch_providers(organization_id uuid, import_id uuid, first integer, last integer) returns void
language plpgsql set search_path = '' as $$
declare
  own constant jsonb := private.own_provider(write_batch_providers.organization_id);
begin
  update public.providers p set
    name = g.given -> 'name', aliases = private.lines_in(g.given -> 'aliases'),
    description = coalesce(g.given -> 'description', '{}'), website = coalesce(g.given ->> 'website', '')
  from (
    select distinct on (r.writes #>> '{provider,hsds_id}') r.writes -> 'provider' as given
    from public.service_import_rows r
    where r.organization_id = write_batch_providers.organization_id and r.import_id = write_batch_providers.import_id
      and r.place between first and last and r.outcome = 'changed' and r.writes #>> '{provider,hsds_id}' <> own ->> 'hsds_id'
    order by r.writes #>> '{provider,hsds_id}', r.place
  ) g
  where p.organization_id = write_batch_providers.organization_id and p.hsds_id = (g.given ->> 'hsds_id')::uuid
    and g.given ?& array['name', 'aliases', 'description', 'website'];

  insert into public.providers (organization_id, hsds_id, name, aliases, description, website)
  select write_batch_providers.organization_id, coalesce((g.given ->> 'hsds_id')::uuid, gen_random_uuid()), g.given -> 'name',
    private.lines_in(g.given -> 'aliases'), coalesce(g.given -> 'description', '{}'), coalesce(g.given ->> 'website', '')
  from (
    select distinct on (coalesce(r.writes #>> '{provider,hsds_id}', r.writes #>> '{provider,name}')) r.writes -> 'provider' as given
    from public.service_import_rows r
    where r.organization_id = write_batch_providers.organization_id and r.import_id = write_batch_providers.import_id
      and r.place between first and last and r.outcome in ('made', 'changed') and r.writes ? 'provider'
    order by coalesce(r.writes #>> '{provider,hsds_id}', r.writes #>> '{provider,name}'), r.place
  ) g
  where not private.is_own_provider(own, g.given)
    and case when g.given ? 'hsds_id' then not exists (
      select from public.providers p
      where p.organization_id = write_batch_providers.organization_id and p.hsds_id = (g.given ->> 'hsds_id')::uuid
    ) else not exists (
      select from jsonb_each_text(g.given -> 'name') as t(tag, said)
      join public.providers p on p.organization_id = write_batch_providers.organization_id and p.name @> jsonb_build_object(t.tag, t.said)
    ) end;

  update public.service_import_rows r set provider_id = p.id
  from public.providers p
  where r.organization_id = write_batch_providers.organization_id and r.import_id = write_batch_providers.import_id
    and r.place between first and last and r.writes #>> '{provider,hsds_id}' <> own ->> 'hsds_id'
    and p.organization_id = r.organization_id and p.hsds_id = (r.writes #>> '{provider,hsds_id}')::uuid;
  with known as materialized (
    select p.id, n.tag, n.said from public.providers p cross join jsonb_each_text(p.name) as n(tag, said)
    where p.organization_id = write_batch_providers.organization_id
  ), asking as materialized (
    select r.place, r.writes #> '{provider,name}' as name from public.service_import_rows r
    where r.organization_id = write_batch_providers.organization_id and r.import_id = write_batch_providers.import_id
      and r.place between first and last and not r.writes -> 'provider' ? 'hsds_id'
      and not private.is_own_provider(own, r.writes -> 'provider')
  ), found as (
    select a.place, min(k.id::text)::uuid as id
    from asking a cross join jsonb_each_text(a.name) as t(tag, said) join known k on k.said = t.said
    group by a.place
  )
  update public.service_import_rows r set provider_id = f.id
  from found f
  where r.organization_id = write_batch_providers.organization_id and r.import_id = write_batch_providers.import_id and r.place = f.place;
end $$;
comment on function private.write_batch_providers(uuid, uuid, integer, integer) is
  'Who gives the services of a batch: known by the id in the file, or else by name, or new. The organization itself needs no entry.';

create function private.is_own_provider(own jsonb, given jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select case when given ? 'hsds_id' then given ->> 'hsds_id' = own ->> 'hsds_id' else exists (
    select from jsonb_each_text(own -> 'name') as n(tag, said), jsonb_each_text(given -> 'name') as t(tag, said) where n.said = t.said
  ) end
$$;
comment on function private.is_own_provider(jsonb, jsonb) is 'Whether a file names the organization itself.';

create function private.lines_in(given jsonb) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array(
    select l.line from jsonb_array_elements_text(case jsonb_typeof(given) when 'array' then given else '[]' end) with ordinality as l(line, place)
    order by l.place
  ), '{}')
$$;
comment on function private.lines_in(jsonb) is 'A list as it arrives.';

create function private.make_batch_services(
  organization_id uuid, import_id uuid, first integer, last integer, audience public.audience, coalition_id uuid
) returns void
language plpgsql set search_path = '' as $$
declare
  zone constant text := (select o.time_zone from public.organizations o where o.id = make_batch_services.organization_id);
begin
  insert into public.services (
    organization_id, coalition_id, provider_id, hsds_id, state, audience, source_language, name, description, eligibility,
    required_documents, cost, cost_note, website, email, area_served, terms, staff_languages, interpreter_languages,
    document_languages, time_zone, credential, credential_url, credential_checked_on, information_as_of, jurisdiction, reviewed_by
  )
  select r.organization_id, make_batch_services.coalition_id, r.provider_id, r.uid, coalesce(r.writes ->> 'state', 'active')::public.service_state,
    make_batch_services.audience, coalesce(r.writes ->> 'source_language', 'en'), r.writes -> 'name', coalesce(r.writes -> 'description', '{}'),
    coalesce(r.writes -> 'eligibility', '{}'), coalesce(r.writes -> 'required_documents', '{}'),
    coalesce(r.writes ->> 'cost', 'unknown')::public.service_cost, coalesce(r.writes -> 'cost_note', '{}'),
    coalesce(r.writes ->> 'website', ''), coalesce(r.writes ->> 'email', ''), private.lines_in(r.writes -> 'area_served'),
    private.lines_in(r.writes -> 'terms'), private.lines_in(r.writes -> 'staff_languages'),
    private.lines_in(r.writes -> 'interpreter_languages'), private.lines_in(r.writes -> 'document_languages'),
    coalesce(r.writes ->> 'time_zone', zone), (r.writes ->> 'credential')::public.credential,
    coalesce(r.writes ->> 'credential_url', ''), (r.writes ->> 'credential_checked_on')::date,
    (r.writes ->> 'information_as_of')::date, coalesce(r.writes ->> 'jurisdiction', ''),
    coalesce(r.writes ->> 'reviewed_by', '')
  from public.service_import_rows r
  where r.organization_id = make_batch_services.organization_id and r.import_id = make_batch_services.import_id
    and r.place between first and last and r.outcome = 'made'
  order by r.place;
  update public.service_import_rows r set service_id = s.id
  from public.services s
  where r.organization_id = make_batch_services.organization_id and r.import_id = make_batch_services.import_id
    and r.place between first and last and r.outcome = 'made'
    and s.organization_id = r.organization_id and s.hsds_id = r.uid;
end $$;
comment on function private.make_batch_services(uuid, uuid, integer, integer, public.audience, uuid) is 'Makes the new services of a batch, for the audience that was chosen.';

create function private.write_batch(organization_id uuid, import_id uuid, first integer, last integer, which text) returns void
language plpgsql set search_path = '' as $$
begin
  if not exists (
    select from private.batch_writes b
    where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id
      and b.place between first and last
  ) then
    return;
  end if;
  perform set_config('hamkke.importing', case which when 'made' then 'new' else '' end, true);
  update public.services s set
    provider_id = case when w ? 'provider' then r.provider_id else s.provider_id end,
    state = coalesce((w ->> 'state')::public.service_state, s.state), source_language = coalesce(w ->> 'source_language', s.source_language),
    name = coalesce(w -> 'name', s.name), description = coalesce(w -> 'description', s.description),
    eligibility = coalesce(w -> 'eligibility', s.eligibility), required_documents = coalesce(w -> 'required_documents', s.required_documents),
    cost = coalesce((w ->> 'cost')::public.service_cost, s.cost), cost_note = coalesce(w -> 'cost_note', s.cost_note),
    website = coalesce(w ->> 'website', s.website), email = coalesce(w ->> 'email', s.email),
    area_served = case when w ? 'area_served' then private.lines_in(w -> 'area_served') else s.area_served end,
    terms = case when w ? 'terms' then private.lines_in(w -> 'terms') else s.terms end,
    staff_languages = case when w ? 'staff_languages' then private.lines_in(w -> 'staff_languages') else s.staff_languages end,
    interpreter_languages = case when w ? 'interpreter_languages' then private.lines_in(w -> 'interpreter_languages') else s.interpreter_languages end,
    document_languages = case when w ? 'document_languages' then private.lines_in(w -> 'document_languages') else s.document_languages end,
    time_zone = coalesce(w ->> 'time_zone', s.time_zone),
    credential = case when w ? 'credential' then (w ->> 'credential')::public.credential else s.credential end,
    credential_url = coalesce(w ->> 'credential_url', s.credential_url),
    credential_checked_on = case when w ? 'credential_checked_on' then (w ->> 'credential_checked_on')::date else s.credential_checked_on end,
    information_as_of = case when w ? 'information_as_of' then (w ->> 'information_as_of')::date else s.information_as_of end,
    jurisdiction = coalesce(w ->> 'jurisdiction', s.jurisdiction), reviewed_by = coalesce(w ->> 'reviewed_by', s.reviewed_by)
  from public.service_import_rows r cross join lateral (select r.writes as w) as chosen
  where r.organization_id = write_batch.organization_id and r.import_id = write_batch.import_id and r.place between first and last
    and r.outcome = 'changed' and which = 'changed' and s.organization_id = r.organization_id and s.id = r.service_id
    and w - array['phones', 'schedules', 'closures', 'places', 'translations'] <> '{}';

  -- What is new has no parts that could go.
  delete from public.service_phones p using private.batch_writes b
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last
    and which = 'changed' and b.writes ? 'phones' and p.organization_id = b.organization_id and p.service_id = b.service_id;
  insert into public.service_phones (organization_id, service_id, position, number, extension, label)
  select b.organization_id, b.service_id, e.number - 1, e.item ->> 'number', coalesce(e.item ->> 'extension', ''), coalesce(e.item -> 'label', '{}')
  from private.batch_writes b cross join jsonb_array_elements(b.writes -> 'phones') with ordinality as e(item, number)
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last;

  delete from public.service_schedules p using private.batch_writes b
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last
    and which = 'changed' and b.writes ? 'schedules' and p.organization_id = b.organization_id and p.service_id = b.service_id;
  insert into public.service_schedules (organization_id, service_id, position, weekdays, opens_minute, closes_minute)
  select b.organization_id, b.service_id, e.number - 1, private.lines_in(e.item -> 'weekdays')::smallint[],
    (e.item ->> 'opens_minute')::smallint, (e.item ->> 'closes_minute')::smallint
  from private.batch_writes b cross join jsonb_array_elements(b.writes -> 'schedules') with ordinality as e(item, number)
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last;

  delete from public.service_closures p using private.batch_writes b
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last
    and which = 'changed' and b.writes ? 'closures' and p.organization_id = b.organization_id and p.service_id = b.service_id;
  insert into public.service_closures (organization_id, service_id, closed_on, note)
  select distinct on (b.place, e.item ->> 'closed_on') b.organization_id, b.service_id, (e.item ->> 'closed_on')::date, coalesce(e.item -> 'note', '{}')
  from private.batch_writes b cross join jsonb_array_elements(b.writes -> 'closures') as e(item)
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last;

  perform private.write_batch_places(write_batch.organization_id, write_batch.import_id, first, last, which);
  insert into public.service_translations (organization_id, service_id, language, by_machine, reviewed_at, stale)
  select b.organization_id, b.service_id, e.language, (e.item ->> 'by_machine')::boolean,
    case e.item ->> 'reviewed' when 'true' then now() end, (e.item ->> 'stale')::boolean
  from private.batch_writes b cross join jsonb_each(b.writes -> 'translations') as e(language, item)
  where b.outcome = which and b.organization_id = write_batch.organization_id and b.import_id = write_batch.import_id and b.place between first and last
  on conflict on constraint service_translations_one_per_language do update
  set by_machine = excluded.by_machine, reviewed_at = excluded.reviewed_at, stale = excluded.stale;
  perform set_config('hamkke.importing', '', true);
end $$;
comment on function private.write_batch(uuid, uuid, integer, integer, text) is
  'Writes what is to be written of the rows of a batch that are "made" or "changed": the fields of what is there already, and the parts of both.';

create view private.batch_writes with (security_invoker = true) as
select r.organization_id, r.import_id, r.place, r.outcome, r.service_id, r.writes
from public.service_import_rows r
where r.outcome in ('made', 'changed') and r.service_id is not null and r.writes is not null;
comment on view private.batch_writes is 'Rows of imports that are being written.';
grant select on private.batch_writes to authenticated;

create function private.write_batch_places(organization_id uuid, import_id uuid, first integer, last integer, which text) returns void
language plpgsql set search_path = '' as $$
begin
  -- A place that everyone sees is among them only where whoever imports chose what the file says.
  perform set_config('hamkke.published', 'places of ' || write_batch_places.organization_id, true);
  insert into public.locations (
    organization_id, hsds_id, name, address_1, address_2, city, region, postal_code, country, latitude, longitude, accessibility, directions
  )
  select distinct on (e.item ->> 'location_hsds_id') b.organization_id, (e.item ->> 'location_hsds_id')::uuid, e.item ->> 'name',
    e.item ->> 'address_1', e.item ->> 'address_2', e.item ->> 'city', e.item ->> 'region', e.item ->> 'postal_code',
    e.item ->> 'country', (e.item ->> 'latitude')::numeric, (e.item ->> 'longitude')::numeric,
    private.lines_in(e.item -> 'accessibility'), e.item -> 'directions'
  from private.batch_writes b cross join jsonb_array_elements(b.writes -> 'places') as e(item)
  where b.outcome = which and b.organization_id = write_batch_places.organization_id and b.import_id = write_batch_places.import_id and b.place between first and last
    and not exists (
      select from public.locations l where l.organization_id = b.organization_id and l.hsds_id = (e.item ->> 'location_hsds_id')::uuid
    )
  order by e.item ->> 'location_hsds_id', b.place;
  update public.locations l set
    name = e.item ->> 'name', address_1 = e.item ->> 'address_1', address_2 = e.item ->> 'address_2', city = e.item ->> 'city',
    region = e.item ->> 'region', postal_code = e.item ->> 'postal_code', country = e.item ->> 'country',
    latitude = (e.item ->> 'latitude')::numeric, longitude = (e.item ->> 'longitude')::numeric,
    accessibility = private.lines_in(e.item -> 'accessibility'), directions = e.item -> 'directions'
  from public.service_import_rows r cross join jsonb_array_elements(r.writes -> 'places') as e(item)
  where r.organization_id = write_batch_places.organization_id and r.import_id = write_batch_places.import_id and r.place between first and last
    and r.outcome = 'changed' and which = 'changed' and l.organization_id = r.organization_id and l.hsds_id = (e.item ->> 'location_hsds_id')::uuid;
  delete from public.service_at_locations a using private.batch_writes b
  where b.outcome = which and b.organization_id = write_batch_places.organization_id and b.import_id = write_batch_places.import_id and b.place between first and last
    and which = 'changed' and b.writes ? 'places' and a.organization_id = b.organization_id and a.service_id = b.service_id
    and not exists (select from jsonb_array_elements(b.writes -> 'places') as e(item) where (e.item ->> 'hsds_id')::uuid = a.hsds_id);
  insert into public.service_at_locations (organization_id, service_id, location_id, hsds_id)
  select b.organization_id, b.service_id, l.id, (e.item ->> 'hsds_id')::uuid
  from private.batch_writes b cross join jsonb_array_elements(b.writes -> 'places') as e(item)
  join public.locations l on l.organization_id = b.organization_id and l.hsds_id = (e.item ->> 'location_hsds_id')::uuid
  where b.outcome = which and b.organization_id = write_batch_places.organization_id and b.import_id = write_batch_places.import_id and b.place between first and last
    and not exists (
      select from public.service_at_locations a where a.organization_id = b.organization_id and a.hsds_id = (e.item ->> 'hsds_id')::uuid
    );
  perform set_config('hamkke.published', '', true);
end $$;
comment on function private.write_batch_places(uuid, uuid, integer, integer, text) is 'Where the services of a batch are given: for their owner alone, until somebody decides otherwise.';

grant execute on function
  private.write_batch_providers(uuid, uuid, integer, integer), private.is_own_provider(jsonb, jsonb), private.lines_in(jsonb),
  private.make_batch_services(uuid, uuid, integer, integer, public.audience, uuid),
  private.write_batch(uuid, uuid, integer, integer, text), private.write_batch_places(uuid, uuid, integer, integer, text)
  to authenticated;
