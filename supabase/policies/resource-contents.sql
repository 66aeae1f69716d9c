-- A service as it is exchanged, whole: what exports write, and what a file is compared with. Read with the caller's own rights,
-- so that nothing is exported that its reader may not see. What was told about papers and notes are in no content.

create function private.own_provider(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'hsds_id', o.id, 'name', jsonb_strip_nulls(jsonb_build_object('en', o.display_name, 'ko', o.korean_name)),
      'aliases', to_jsonb(array(
        select left(a.alias, 80) from unnest(o.aliases) with ordinality as a(alias, place) order by a.place limit 10
      )),
      'description', '{}'::jsonb, 'website', ''
    )
    from public.organizations o where o.id = own_provider.organization_id
  );
end $$;
comment on function private.own_provider(uuid) is 'An organization as who gives its own services.';

create view private.service_contents with (security_invoker = true) as
select
  s.organization_id, s.id as service_id, s.hsds_id, s.state, s.audience, s.verified_at, s.verify_by, s.shared_at,
  jsonb_build_object(
    'state', s.state, 'source_language', s.source_language, 'name', s.name, 'description', s.description,
    'eligibility', s.eligibility, 'required_documents', s.required_documents, 'cost', s.cost, 'cost_note', s.cost_note,
    'website', s.website, 'email', s.email, 'area_served', s.area_served, 'terms', s.terms,
    'staff_languages', s.staff_languages, 'interpreter_languages', s.interpreter_languages,
    'document_languages', s.document_languages, 'time_zone', s.time_zone,
    'credential', s.credential, 'credential_url', s.credential_url, 'credential_checked_on', s.credential_checked_on,
    'information_as_of', s.information_as_of, 'jurisdiction', s.jurisdiction, 'reviewed_by', s.reviewed_by,
    'phones', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'number', p.number, 'extension', p.extension, 'label', p.label
      ) order by p.position), '[]')
      from public.service_phones p where p.organization_id = s.organization_id and p.service_id = s.id
    ),
    'schedules', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'weekdays', h.weekdays, 'opens_minute', h.opens_minute, 'closes_minute', h.closes_minute
      ) order by h.position), '[]')
      from public.service_schedules h where h.organization_id = s.organization_id and h.service_id = s.id
    ),
    'closures', (
      select coalesce(jsonb_agg(jsonb_build_object('closed_on', c.closed_on, 'note', c.note) order by c.closed_on), '[]')
      from public.service_closures c where c.organization_id = s.organization_id and c.service_id = s.id
    ),
    'translations', (
      select coalesce(jsonb_object_agg(t.language, jsonb_build_object(
        'by_machine', t.by_machine, 'reviewed', t.reviewed_at is not null, 'stale', t.stale
      )), '{}')
      from public.service_translations t where t.organization_id = s.organization_id and t.service_id = s.id
    ),
    'provider', coalesce((
      select jsonb_build_object(
        'hsds_id', p.hsds_id, 'name', p.name, 'aliases', p.aliases, 'description', p.description, 'website', p.website
      )
      from public.providers p where p.organization_id = s.organization_id and p.id = s.provider_id
    ), private.own_provider(s.organization_id)),
    'places', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'hsds_id', a.hsds_id, 'location_hsds_id', l.hsds_id, 'name', l.name, 'address_1', l.address_1, 'address_2', l.address_2,
        'city', l.city, 'region', l.region, 'postal_code', l.postal_code, 'country', l.country,
        'latitude', l.latitude::double precision, 'longitude', l.longitude::double precision,
        'accessibility', l.accessibility, 'directions', l.directions
      ) order by a.hsds_id), '[]')
      from public.service_at_locations a
      join public.locations l on l.organization_id = a.organization_id and l.id = a.location_id
      where a.organization_id = s.organization_id and a.service_id = s.id
    )
  ) as content
from public.services s;
comment on view private.service_contents is 'Each service the caller sees, with all that an export may carry of it for this caller.';
grant select on private.service_contents to anon, authenticated;

create function private.content_of(organization_id uuid, service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.content from private.service_contents c
    where c.organization_id = content_of.organization_id and c.service_id = content_of.service_id
  );
end $$;
comment on function private.content_of(uuid, uuid) is 'A service that the caller sees, whole.';

create function private.contents_of(organization_id uuid, service_ids uuid[]) returns table (service_id uuid, content jsonb)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select c.service_id, c.content from private.service_contents c
    where c.organization_id = contents_of.organization_id and c.service_id = any (service_ids);
end $$;
comment on function private.contents_of(uuid, uuid[]) is
  'Services that the caller sees, whole: many in the time that beginning to read takes for each alone.';
grant execute on function private.content_of(uuid, uuid), private.contents_of(uuid, uuid[]) to authenticated;

create view private.public_contents with (security_invoker = true) as
select
  c.organization_id, c.service_id, c.hsds_id, c.verified_at, c.shared_at,
  c.content || jsonb_build_object(
    'hsds_id', c.hsds_id, 'assured_on', (c.verified_at at time zone 'UTC')::date,
    'places', (
      select coalesce(jsonb_agg(p.place order by p.number), '[]')
      from jsonb_array_elements(c.content -> 'places') with ordinality as p(place, number)
      where exists (
        select from public.service_at_locations a
        where a.organization_id = c.organization_id and a.service_id = c.service_id
          and a.hsds_id = (p.place ->> 'hsds_id')::uuid and a.audience = 'everyone'
      )
    )
  ) as content
from private.service_contents c
where c.audience = 'everyone' and c.state <> 'draft';
comment on view private.public_contents is
  'What everyone may see of services that everyone may see, whoever asks: the same for a member as for a visitor.';
grant select on private.public_contents to anon, authenticated;

create function public.hsds_services(page integer, per_page integer, chosen jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  ids uuid[] := array(
    select s.hsds_id from public.services s
    left join public.providers p on p.organization_id = s.organization_id and p.id = s.provider_id
    where s.audience = 'everyone' and s.state <> 'draft'
      and (chosen ->> 'term' is null or chosen ->> 'term' = any (s.terms))
      and (chosen ->> 'provider' is null or coalesce(p.hsds_id, s.organization_id)::text = chosen ->> 'provider')
      and (chosen ->> 'search' is null or position(lower(chosen ->> 'search') in lower(s.name::text || s.description::text)) > 0)
    group by s.hsds_id order by s.hsds_id
  );
begin
  return jsonb_build_object(
    'total', cardinality(ids),
    'services', (
      select coalesce(jsonb_agg(o.content order by o.hsds_id), '[]') from (
        select distinct on (c.hsds_id) c.hsds_id, c.content from private.public_contents c
        where c.hsds_id = any (ids[(page - 1) * least(per_page, 100) + 1:page * least(per_page, 100)])
        order by c.hsds_id, c.shared_at, c.service_id
      ) o
    )
  );
end $$;
comment on function public.hsds_services(integer, integer, jsonb) is
  'A page of the services that everyone may see, with how many there are; chosen: {"term", "provider", "search"}. Two listings of one service (HSDS id) are one: the older, so that no other organization puts its own word in its place.';

create function public.hsds_service(hsds_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.content from private.public_contents c where c.hsds_id = hsds_service.hsds_id
    order by c.shared_at, c.service_id limit 1
  );
end $$;
comment on function public.hsds_service(uuid) is 'One service that everyone may see; the same null whether it is hidden or absent.';

create function public.hsds_providers(page integer, per_page integer, id uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    with listed as (
      select distinct on (p.provider ->> 'hsds_id') p.provider
      from (
        select private.own_provider(s.organization_id) as provider, null::timestamptz as since from public.services s
        where s.audience = 'everyone' and s.state <> 'draft' and s.provider_id is null
        union all
        select jsonb_build_object(
          'hsds_id', p.hsds_id, 'name', p.name, 'aliases', p.aliases, 'description', p.description, 'website', p.website
        ), (
          select min(s.shared_at) from public.services s
          where s.organization_id = p.organization_id and s.provider_id = p.id and s.audience = 'everyone' and s.state <> 'draft'
        )
        from public.providers p where exists (
          select from public.services s
          where s.organization_id = p.organization_id and s.provider_id = p.id and s.audience = 'everyone' and s.state <> 'draft'
        )
      ) p
      where hsds_providers.id is null or p.provider ->> 'hsds_id' = hsds_providers.id::text
      order by p.provider ->> 'hsds_id', p.since nulls first, p.provider
    )
    select jsonb_build_object('total', (select count(*) from listed), 'providers', (
      select coalesce(jsonb_agg(o.provider order by o.provider ->> 'hsds_id'), '[]') from (
        select l.provider from listed l order by l.provider ->> 'hsds_id'
        limit least(per_page, 100) offset (page - 1) * least(per_page, 100)
      ) o
    ))
  );
end $$;
comment on function public.hsds_providers(integer, integer, uuid) is 'A page of those who give services that everyone may see, or one of them. Of several with one id it is the organization itself, or whoever was listed first.';

create function public.hsds_places(page integer, per_page integer, id uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  ids uuid[] := array(
    select a.hsds_id from public.service_at_locations a
    join public.services s on s.organization_id = a.organization_id and s.id = a.service_id
    where a.audience = 'everyone' and s.audience = 'everyone' and s.state <> 'draft'
      and (hsds_places.id is null or a.hsds_id = hsds_places.id)
    group by a.hsds_id order by a.hsds_id
  );
begin
  return jsonb_build_object('total', cardinality(ids), 'places', (
    select coalesce(jsonb_agg(p.found order by p.id), '[]') from (
      select distinct on (e.place ->> 'hsds_id') (e.place ->> 'hsds_id')::uuid as id,
        jsonb_build_object('place', e.place, 'service', c.content - 'places') as found
      from public.service_at_locations a
      join private.public_contents c on c.organization_id = a.organization_id and c.service_id = a.service_id
      cross join lateral jsonb_array_elements(c.content -> 'places') as e(place)
      where a.hsds_id = any (ids[(page - 1) * least(per_page, 100) + 1:page * least(per_page, 100)])
        and e.place ->> 'hsds_id' = a.hsds_id::text
      order by e.place ->> 'hsds_id', c.shared_at, c.service_id
    ) p
  ));
end $$;
comment on function public.hsds_places(integer, integer, uuid) is 'A page of the places that everyone may know, each with its service, or one of them.';

create function public.export_services(organization_id uuid, whole boolean) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not export_services.organization_id = any (private.my_organizations('resources.read')) then
    perform private.refuse('not_found', 404);
  elsif whole then
    return (
      select coalesce(jsonb_agg(c.content || jsonb_build_object('hsds_id', c.hsds_id) order by c.hsds_id), '[]')
      from private.service_contents c where c.organization_id = export_services.organization_id
    );
  end if;
  return (
    select coalesce(jsonb_agg(c.content - 'assured_on' order by c.hsds_id), '[]')
    from private.public_contents c where c.organization_id = export_services.organization_id
  );
end $$;
comment on function public.export_services(uuid, boolean) is
  'What an organization lists, for its own people: what everyone may see, or all of it with drafts and places. Never notes, nor what was told about papers.';

grant execute on function private.own_provider(uuid), public.hsds_services(integer, integer, jsonb), public.hsds_service(uuid),
  public.hsds_providers(integer, integer, uuid), public.hsds_places(integer, integer, uuid)
  to anon, authenticated;
grant execute on function public.export_services(uuid, boolean) to authenticated;
