-- What of services goes on paper, into messages and into tables, each in one call. Everything here reads with the caller's
-- own rights, and less than they may see: paper and files travel further than links.

create view private.service_facts with (security_invoker = true) as
select
  s.id, s.organization_id, s.verify_by,
  jsonb_build_object(
    'id', s.id, 'state', s.state, 'audience', s.audience, 'organization', o.label,
    'name', s.name, 'description', s.description, 'eligibility', s.eligibility, 'required_documents', s.required_documents,
    'cost', s.cost, 'cost_note', s.cost_note, 'website', s.website, 'email', s.email, 'area_served', s.area_served,
    'staff_languages', s.staff_languages, 'interpreter_languages', s.interpreter_languages,
    'document_languages', s.document_languages, 'time_zone', s.time_zone,
    'credential', s.credential, 'credential_url', s.credential_url, 'credential_checked_on', s.credential_checked_on,
    'information_as_of', s.information_as_of, 'jurisdiction', s.jurisdiction, 'reviewed_by', s.reviewed_by,
    'verified_at', s.verified_at, 'verify_by', s.verify_by,
    'stale', coalesce(s.verify_by < (now() at time zone s.time_zone)::date, true),
    'provider', (
      select p.name from public.providers p where p.organization_id = s.organization_id and p.id = s.provider_id
    ),
    'terms', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.position), '[]')
      from public.taxonomy_terms t where t.id = any (s.terms)
    ),
    'by_machine', (
      select coalesce(jsonb_agg(t.language order by t.language), '[]') from public.service_translations t
      where t.organization_id = s.organization_id and t.service_id = s.id and t.by_machine and t.reviewed_at is null
    ),
    -- Only where everyone may know the place, whoever reads.
    'places', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', l.name, 'address_1', l.address_1, 'address_2', l.address_2, 'city', l.city, 'region', l.region,
        'postal_code', l.postal_code
      ) order by l.name, l.id), '[]')
      from public.service_at_locations a
      join public.locations l on l.organization_id = a.organization_id and l.id = a.location_id
      where a.organization_id = s.organization_id and a.service_id = s.id and a.audience = 'everyone'
    )
  ) || private.service_parts(s.organization_id, s.id) as facts
from public.services s
join private.organization_labels o on o.id = s.organization_id;
comment on view private.service_facts is
  'What of a service may be handed out by whoever sees it. A list of what may: no assurance, no notes, and no place but a public one.';
grant select on private.service_facts to anon, authenticated;

create function private.next_opening(organization_id uuid, service_id uuid, time_zone text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  here constant timestamp := now() at time zone next_opening.time_zone;
begin
  return (
    select jsonb_build_object(
      'day', d.day, 'is_today', d.day = here::date,
      'hours', jsonb_agg(jsonb_build_object('opens_minute', h.opens_minute, 'closes_minute', h.closes_minute) order by h.opens_minute)
    )
    from generate_series(0, 13) as n(later)
    cross join lateral (select here::date + n.later as day) d
    join public.service_schedules h
      on h.organization_id = next_opening.organization_id and h.service_id = next_opening.service_id
      and extract(isodow from d.day)::smallint = any (h.weekdays)
      and (n.later > 0 or h.closes_minute > extract(hour from here) * 60 + extract(minute from here))
    where not exists (
      select from public.service_closures c
      where c.organization_id = next_opening.organization_id and c.service_id = next_opening.service_id and c.closed_on = d.day
    )
    group by d.day order by d.day limit 1
  );
end $$;
comment on function private.next_opening(uuid, uuid, text) is
  'The hours that are left of today, or those of the next day within two weeks on which a service opens, by its own clock.';

create function public.service_handout(service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select f.facts || jsonb_build_object('opening', private.next_opening(f.organization_id, f.id, f.facts ->> 'time_zone'))
    from private.service_facts f where f.id = service_handout.service_id
  );
end $$;
comment on function public.service_handout(uuid) is
  'What is handed out of one service, with when it opens next; null where the caller does not see it.';

create function public.services_table(service_ids uuid[]) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(f.facts order by w.place), '[]')
    from (
      select u.id, min(u.place) as place from unnest(services_table.service_ids) with ordinality as u(id, place)
      where u.place <= 500 group by u.id
    ) w
    join private.service_facts f on f.id = w.id
  );
end $$;
comment on function public.services_table(uuid[]) is
  'What is handed out of these services, at most 500, in their order. Those that the caller does not see are left out.';

create function public.organization_table(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_table.organization_id = any (private.my_organizations('resources.read')) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(c.facts order by c.verify_by nulls first, c.id), '[]') from (
      select f.facts, f.verify_by, f.id from private.service_facts f
      where f.organization_id = organization_table.organization_id
      order by f.verify_by nulls first, f.id limit 1000
    ) c
  );
end $$;
comment on function public.organization_table(uuid) is
  'What is handed out of all that an organization lists. Null for an organization the caller does not belong to.';

create function public.read_collection(collection_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', c.id, 'name', c.name, 'note', c.note, 'audience', c.audience, 'coalition_id', c.coalition_id,
      'organization', o.label, 'writable_by', private.service_writer(c.organization_id),
      'version', private.collection_version_of(c.id),
      'entries', (
        select coalesce(jsonb_agg(jsonb_build_object('note', e.note, 'service', f.facts) order by
          private.entry_place(e.organization_id, e.collection_id, e.owner_id, e.service_id), e.service_id), '[]')
        from public.collection_entries e
        join private.service_facts f on f.id = e.service_id
        where e.organization_id = c.organization_id and e.collection_id = c.id
      )
    )
    from public.collections c
    join private.organization_labels o on o.id = c.organization_id
    where c.id = read_collection.collection_id
  );
end $$;
comment on function public.read_collection(uuid) is
  'A collection with those of its services that the caller sees; the same null whether it is hidden or absent.';

create function public.organization_collections(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_collections.organization_id = any (private.my_organizations('resources.read')) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'name', c.name, 'note', c.note, 'audience', c.audience, 'organization', o.label,
      'entries', (
        select count(*) from public.collection_entries e where e.organization_id = c.organization_id and e.collection_id = c.id
      )
    ) order by c.organization_id <> organization_collections.organization_id, c.name ->> 'ko', c.name ->> 'en', c.id), '[]')
    from public.collections c
    join private.organization_labels o on o.id = c.organization_id
    where c.organization_id = organization_collections.organization_id
      or c.coalition_id = any ((select private.my_coalitions())::uuid[])
  );
end $$;
comment on function public.organization_collections(uuid) is
  'An organization''s collections, and those of its coalition, each with how many of its services the caller sees. Null for an organization the caller does not belong to.';

create function public.collecting(service_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not collecting.organization_id = any (private.my_organizations('resources.write')) then
    return null;
  end if;
  return (
    select jsonb_build_object('id', s.id, 'name', s.name, 'collections', (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'note', e.note) order by c.name ->> 'ko', c.name ->> 'en', c.id), '[]')
      from public.collections c
      left join public.collection_entries e
        on e.organization_id = c.organization_id and e.collection_id = c.id and e.owner_id = s.organization_id and e.service_id = s.id
      where c.organization_id = collecting.organization_id
    ))
    from public.services s where s.id = collecting.service_id
  );
end $$;
comment on function public.collecting(uuid, uuid) is
  'A service and the collections that it could go into, with the note it has where it is in one already. Null unless the caller may write there and sees it.';

grant execute on function
  private.next_opening(uuid, uuid, text), public.service_handout(uuid), public.services_table(uuid[]), public.read_collection(uuid)
  to anon, authenticated;
grant execute on function
  public.organization_table(uuid), public.organization_collections(uuid), public.collecting(uuid, uuid)
  to authenticated;
