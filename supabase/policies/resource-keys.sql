-- Keeps what services are found by, for every writer of a card, of who gives it, and of the organization that lists it.

create function private.names_of_service(service public.services) returns text[]
language sql stable security definer set search_path = '' as $$
  select array(
    select t.name from jsonb_each_text(service.name) as t(language, name)
    union
    select t.name from public.providers p cross join lateral jsonb_each_text(p.name) as t(language, name)
    where p.organization_id = service.organization_id and p.id = service.provider_id
    union
    select a.name from public.providers p cross join lateral unnest(p.aliases) as a(name)
    where p.organization_id = service.organization_id and p.id = service.provider_id
    union
    select a.name from public.organizations o
    cross join lateral unnest(o.aliases || array[o.display_name, o.short_name, o.korean_name, o.legal_name]) as a(name)
    where o.id = service.organization_id and service.provider_id is null and a.name is not null
  )
$$;
comment on function private.names_of_service(public.services) is
  'By what names a service is looked for: its own, and those of who gives it, former ones and abbreviations included.';

create function private.texts_of_service(service public.services) returns table (body text)
language sql immutable set search_path = '' as $$
  select t.body
  from (values (service.description), (service.eligibility), (service.required_documents), (service.cost_note)) as f(field)
  cross join lateral jsonb_each_text(f.field) as t(language, body)
  union all
  select a.line from unnest(service.area_served) as a(line)
$$;
comment on function private.texts_of_service(public.services) is 'What else a card says in words.';

create function private.parts_of(texts text[]) returns text[]
language sql immutable set search_path = '' as $$
  select array(select k.key from unnest(texts) as t(body) cross join lateral unnest(core.part_keys(t.body)) as k(key))
$$;
comment on function private.parts_of(text[]) is 'The parts of words of several texts, none of which goes over from one to the next.';

create function private.write_service_keys(service_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  service public.services;
  needs text[];
  names text[];
  in_names text[];
begin
  for service in select s.* from public.services s where s.id = any (service_ids) and s.state = 'active' loop
    names := private.names_of_service(service);
    in_names := private.parts_of(names);
    needs := array(
      select distinct array_to_string(u.steps[:n.depth], '/')
      from unnest(service.terms) as t(id)
      cross join lateral string_to_array(t.id, '/') as u(steps)
      cross join lateral generate_series(1, cardinality(u.steps)) as n(depth)
    );
    insert into private.service_keys as k (
      organization_id, service_id, audience, coalition_id, verify_by, needs, title, keys
    ) values (
      service.organization_id, service.id, service.audience, service.coalition_id, service.verify_by, needs,
      E'\n' || (select string_agg(core.squeezed(n.name), E'\n') from unnest(names) as n(name)) || E'\n',
      array_to_tsvector(
        '.'::text || in_names
        || core.near_keys_of(array_to_string(names, ' '))
        || array(
          select '*' || k.key from unnest(in_names) as k(key)
          union all
          select '*' || k.key from unnest(names) as n(name) cross join lateral unnest(core.initial_keys(n.name)) as k(key)
        )
        || private.parts_of(array(select t.body from private.texts_of_service(service) t))
        || array(select '@' || k.key from unnest(private.parts_of(service.area_served)) as k(key))
        || array(select '#' || n.id from unnest(needs) as n(id))
        || array(
          select distinct 'language:' || l.tag
          from unnest(service.staff_languages || service.interpreter_languages || service.document_languages) as l(tag)
        )
        || ('cost:' || service.cost)
      )
    )
    on conflict (service_id) do update set
      audience = excluded.audience, coalition_id = excluded.coalition_id, verify_by = excluded.verify_by,
      needs = excluded.needs, title = excluded.title, keys = excluded.keys;
  end loop;
end $$;
comment on function private.write_service_keys(uuid[]) is 'Makes anew what services are found by; those that are not active have nothing.';

create function private.keep_service_keys() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.state <> 'active' then
    delete from private.service_keys k where k.service_id = new.id;
  elsif tg_op = 'INSERT' or (
    new.state, new.provider_id, new.name, new.description, new.eligibility, new.required_documents, new.cost_note, new.area_served,
    new.terms, new.cost, new.staff_languages, new.interpreter_languages, new.document_languages
  ) is distinct from (
    old.state, old.provider_id, old.name, old.description, old.eligibility, old.required_documents, old.cost_note, old.area_served,
    old.terms, old.cost, old.staff_languages, old.interpreter_languages, old.document_languages
  ) then
    perform private.write_service_keys(array[new.id]);
  end if;
  update private.service_keys k
  set audience = new.audience, coalition_id = new.coalition_id, verify_by = new.verify_by
  where k.service_id = new.id
    and (k.audience, k.coalition_id, k.verify_by) is distinct from (new.audience, new.coalition_id, new.verify_by);
  return null;
end $$;
comment on function private.keep_service_keys() is 'A card is found by what it says now, by those who see it now.';
create trigger services_keep_keys after insert or update on public.services
  for each row execute function private.keep_service_keys();

create function private.keep_provider_keys() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.write_service_keys(array(
    select s.id from public.services s where s.organization_id = new.organization_id and s.provider_id = new.id
  ));
  return null;
end $$;
comment on function private.keep_provider_keys() is 'Services are found by the names of who gives them.';
create trigger providers_keep_keys after update on public.providers
  for each row when ((old.name, old.aliases) is distinct from (new.name, new.aliases))
  execute function private.keep_provider_keys();

create function private.keep_organization_keys() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.write_service_keys(array(
    select s.id from public.services s where s.organization_id = new.id and s.provider_id is null
  ));
  return null;
end $$;
comment on function private.keep_organization_keys() is 'What an organization gives itself is found by its names.';
create trigger organizations_keep_keys after update on public.organizations
  for each row when (
    (old.display_name, old.short_name, old.korean_name, old.legal_name, old.aliases)
    is distinct from (new.display_name, new.short_name, new.korean_name, new.legal_name, new.aliases)
  )
  execute function private.keep_organization_keys();
