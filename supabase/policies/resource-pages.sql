-- What pages about one service show, each in one call. Everything here reads with the caller's own rights: the
-- conditions below choose what belongs on a page, the policies decide what may be on it.

create view private.service_cards with (security_invoker = true) as
select
  s.id, s.organization_id, s.audience, s.state, s.verify_by,
  case when s.provider_id is null then o.aliases end as own_aliases,
  jsonb_build_object(
    'id', s.id, 'name', s.name, 'description', s.description, 'source_language', s.source_language, 'state', s.state,
    'audience', s.audience, 'shared', s.shared_at is not null, 'terms', s.terms, 'cost', s.cost, 'area_served', s.area_served,
    'staff_languages', s.staff_languages, 'interpreter_languages', s.interpreter_languages,
    'document_languages', s.document_languages, 'credential', s.credential,
    'verified_at', s.verified_at, 'verify_by', s.verify_by, 'time_zone', s.time_zone, 'organization', o.label,
    'provider', (
      select jsonb_build_object('name', p.name, 'aliases', p.aliases) from public.providers p
      where p.organization_id = s.organization_id and p.id = s.provider_id
    ),
    'phone', (
      select jsonb_build_object('number', p.number, 'extension', p.extension) from public.service_phones p
      where p.organization_id = s.organization_id and p.service_id = s.id
      order by p.position limit 1
    )
  ) as card
from public.services s
join private.organization_labels o on o.id = s.organization_id;
comment on view private.service_cards is 'A service as lists show it, with the columns they choose and sort by.';
grant select on private.service_cards to anon, authenticated;

create function private.service_parts(organization_id uuid, service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'phones', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'number', p.number, 'extension', p.extension, 'label', p.label
      ) order by p.position), '[]')
      from public.service_phones p
      where p.organization_id = service_parts.organization_id and p.service_id = service_parts.service_id
    ),
    'schedules', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'weekdays', h.weekdays, 'opens_minute', h.opens_minute, 'closes_minute', h.closes_minute
      ) order by h.position), '[]')
      from public.service_schedules h
      where h.organization_id = service_parts.organization_id and h.service_id = service_parts.service_id
    ),
    'closures', (
      select coalesce(jsonb_agg(jsonb_build_object('closed_on', c.closed_on, 'note', c.note) order by c.closed_on), '[]')
      from public.service_closures c
      where c.organization_id = service_parts.organization_id and c.service_id = service_parts.service_id
        and c.closed_on >= current_date - 1
    )
  );
end $$;
comment on function private.service_parts(uuid, uuid) is 'The phones, hours and holidays still to come of a service that the caller sees.';

create function private.service_recipients(organization_id uuid, service_id uuid, layer public.service_layer) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(o.label order by o.slug), '[]')
    from public.service_shares s
    join private.organization_labels o on o.id = s.recipient_id
    where s.organization_id = service_recipients.organization_id and s.service_id = service_recipients.service_id
      and s.layer = service_recipients.layer
  );
end $$;
comment on function private.service_recipients(uuid, uuid, public.service_layer) is
  'The organizations a layer is named to: all for its owner''s people, itself for a recipient, none for anyone else.';

create function private.place_of(organization_id uuid, service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'audience', min(a.audience), 'coalition_id', min(a.coalition_id::text),
      'locations', jsonb_agg(jsonb_build_object(
        'id', l.id, 'name', l.name, 'address_1', l.address_1, 'address_2', l.address_2, 'city', l.city, 'region', l.region,
        'postal_code', l.postal_code, 'country', l.country, 'latitude', l.latitude, 'longitude', l.longitude,
        'accessibility', l.accessibility, 'directions', l.directions
      ) order by l.name, l.id),
      'recipients', private.service_recipients(place_of.organization_id, place_of.service_id, 'place')
    )
    from public.service_at_locations a
    join public.locations l on l.organization_id = a.organization_id and l.id = a.location_id
    where a.organization_id = place_of.organization_id and a.service_id = place_of.service_id
    having count(*) > 0
  );
end $$;
comment on function private.place_of(uuid, uuid) is 'Where a service is given, as far as the caller may know; null where they may not, or where it is nowhere.';

create function private.assurance_of(organization_id uuid, service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'told_on', a.told_on, 'note', a.note, 'audience', a.audience, 'coalition_id', a.coalition_id,
      'recipients', private.service_recipients(assurance_of.organization_id, assurance_of.service_id, 'assurance')
    )
    from public.service_assurances a
    where a.organization_id = assurance_of.organization_id and a.service_id = assurance_of.service_id
  );
end $$;
comment on function private.assurance_of(uuid, uuid) is 'What a service said about papers, for those whom its owner lets know; null for anyone else.';

create function private.service_notes_of(organization_id uuid, service_id uuid) returns text
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return null;
  end if;
  return (
    select n.body from public.service_notes n
    where n.organization_id = service_notes_of.organization_id and n.service_id = service_notes_of.service_id
  );
end $$;
comment on function private.service_notes_of(uuid, uuid) is 'What the owner noted, for its own people; null for anyone else.';

create function private.service_writer(organization_id uuid) returns text
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return null;
  end if;
  return (
    select o.slug from public.organizations o
    where o.id = service_writer.organization_id and o.id = any (private.my_organizations('resources.write'))
  );
end $$;
comment on function private.service_writer(uuid) is 'The slug of the organization as which the caller may write its services; null where they may not.';

grant execute on function
  private.service_parts(uuid, uuid), private.service_recipients(uuid, uuid, public.service_layer),
  private.place_of(uuid, uuid), private.assurance_of(uuid, uuid), private.service_notes_of(uuid, uuid),
  private.service_writer(uuid)
  to anon, authenticated;

create function public.read_service(service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.card || private.service_parts(s.organization_id, s.id) || jsonb_build_object(
      'eligibility', s.eligibility, 'required_documents', s.required_documents, 'cost_note', s.cost_note,
      'website', s.website, 'email', s.email, 'credential_url', s.credential_url,
      'credential_checked_on', s.credential_checked_on, 'information_as_of', s.information_as_of,
      'jurisdiction', s.jurisdiction, 'reviewed_by', s.reviewed_by,
      'provider', (
        select jsonb_build_object('name', p.name, 'aliases', p.aliases, 'description', p.description, 'website', p.website)
        from public.providers p where p.organization_id = s.organization_id and p.id = s.provider_id
      ),
      'terms', (
        select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.position), '[]')
        from public.taxonomy_terms t where t.id = any (s.terms)
      ),
      'translations', (
        select coalesce(jsonb_object_agg(t.language, jsonb_build_object(
          'by_machine', t.by_machine, 'reviewed_at', t.reviewed_at, 'stale', t.stale
        )), '{}')
        from public.service_translations t where t.organization_id = s.organization_id and t.service_id = s.id
      ),
      'recipients', private.service_recipients(s.organization_id, s.id, 'card'),
      'place', private.place_of(s.organization_id, s.id),
      'assurance', private.assurance_of(s.organization_id, s.id),
      'notes', private.service_notes_of(s.organization_id, s.id),
      'writable_by', private.service_writer(s.organization_id),
      'version', private.service_version_of(s.id),
      'truth', public.service_truth(s.id)
    )
    from public.services s join private.service_cards c on c.id = s.id
    where s.id = read_service.service_id
  );
end $$;
comment on function public.read_service(uuid) is
  'One service with the layers its reader may see, or null: the same null whether it is hidden or absent.';

create function public.edit_service(service_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not edit_service.organization_id = any (private.my_organizations('resources.write')) then
    return null;
  end if;
  return (
    select public.read_service(s.id) - 'truth' || jsonb_build_object(
      'coalition_id', s.coalition_id,
      'terms', s.terms,
      'provider', (
        select jsonb_build_object('name', p.name, 'aliases', p.aliases, 'website', p.website)
        from public.providers p where p.organization_id = s.organization_id and p.id = s.provider_id
      ),
      'fellows', public.fellow_organizations(s.organization_id),
      'needs', private.needs()
    )
    from public.services s
    where s.id = edit_service.service_id and s.organization_id = edit_service.organization_id
  );
end $$;
comment on function public.edit_service(uuid, uuid) is
  'What the form starts from, with the organizations a service could be named to and the needs it could be listed under. Null unless the caller may write it.';

create function private.needs() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'parent_id', t.parent_id, 'name', t.name) order by t.position), '[]')
    from public.taxonomy_terms t
  );
end $$;
comment on function private.needs() is 'What one may need help with, in the order of lists.';

create function public.new_service(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not new_service.organization_id = any (private.my_organizations('resources.write')) then
    return null;
  end if;
  return jsonb_build_object('fellows', public.fellow_organizations(new_service.organization_id), 'needs', private.needs());
end $$;
comment on function public.new_service(uuid) is 'What the form of a new service starts from. Null unless the caller may write for the organization.';

create function public.organization_services(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_services.organization_id = any (private.my_organizations('resources.read')) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(c.card order by c.verify_by nulls first, c.id), '[]') from (
      select b.card, b.verify_by, b.id from private.service_cards b
      where b.organization_id = organization_services.organization_id
      order by b.verify_by nulls first, b.id limit 500
    ) c
  );
end $$;
comment on function public.organization_services(uuid) is
  'What an organization lists, with what nobody has made sure of for longest first. Null for an organization the caller does not belong to.';

grant execute on function private.needs(), public.read_service(uuid) to anon, authenticated;
grant execute on function public.edit_service(uuid, uuid), public.new_service(uuid), public.organization_services(uuid) to authenticated;
