-- What a result says besides its card: why it was found, whether it is open, where. Read with the caller's own rights.

create function private.opening(organization_id uuid, service_id uuid, time_zone text, at timestamptz) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  wall constant timestamp := opening.at at time zone opening.time_zone;
  closes timestamp;
  always boolean;
begin
  select bool_or(h.opens_minute = 0 and h.closes_minute >= 1440 and cardinality(h.weekdays) = 7) into always
  from public.service_schedules h
  where h.organization_id = opening.organization_id and h.service_id = opening.service_id;
  if always is null then
    return null;
  end if;
  select max(began.day + h.closes_minute * interval '1 minute') into closes
  from (values (wall::date), (wall::date - 1)) as began(day)
  join public.service_schedules h on h.organization_id = opening.organization_id and h.service_id = opening.service_id
  where extract(isodow from began.day)::smallint = any (h.weekdays)
    and wall >= began.day + h.opens_minute * interval '1 minute'
    and wall < began.day + h.closes_minute * interval '1 minute'
    and not exists (
      select from public.service_closures c
      where c.organization_id = opening.organization_id and c.service_id = opening.service_id and c.closed_on = began.day
    );
  return jsonb_build_object('open', closes is not null, 'always', always and closes is not null, 'closes_local', closes);
end $$;
comment on function private.opening(uuid, uuid, text, timestamptz) is
  'Whether a service is open at a moment, and until when on its own clock; null where it says no hours.';

create function private.places_of(organization_id uuid, service_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('city', l.city, 'latitude', l.latitude, 'longitude', l.longitude) order by l.id), '[]')
  from public.service_at_locations a
  join public.locations l on l.organization_id = a.organization_id and l.id = a.location_id
  where a.organization_id = places_of.organization_id and a.service_id = places_of.service_id
$$;
comment on function private.places_of(uuid, uuid) is 'Where a service is given, as far as the caller may know: enough to tell how far it is.';

create function private.sayings(organization_id uuid, service_id uuid) returns table (field text, language text, said text)
language sql stable set search_path = '' as $$
  select x.field, x.language, x.said
  from public.services s
  left join public.providers p on p.organization_id = s.organization_id and p.id = s.provider_id
  left join public.organizations o on o.id = s.organization_id and s.provider_id is null
  cross join lateral (
    select 1 as place, 'name' as field, t.language, t.said from jsonb_each_text(s.name) as t(language, said)
    union all
    select 2, 'provider', t.language, t.said from jsonb_each_text(p.name) as t(language, said)
    union all
    select 3, 'alias', null, a.said from unnest(p.aliases || o.aliases) as a(said)
    union all
    select 2, 'provider', null, a.said from unnest(array[o.display_name, o.short_name, o.korean_name, o.legal_name]) as a(said)
    union all
    select 4, f.field, t.language, t.said
    from (values
      ('description', s.description), ('eligibility', s.eligibility), ('documents', s.required_documents), ('cost', s.cost_note)
    ) as f(field, texts)
    cross join lateral jsonb_each_text(f.texts) as t(language, said)
    union all
    select 5, 'area', null, a.said from unnest(s.area_served) as a(said)
  ) x
  where s.organization_id = sayings.organization_id and s.id = sayings.service_id and x.said is not null
  order by x.place
$$;
comment on function private.sayings(uuid, uuid) is 'Everything a card says in words, what is looked at first before the rest.';

create function private.why_found(organization_id uuid, service_id uuid, words text[], nearly boolean) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  fields text[];
  languages text[];
  texts text[];
  terms text[];
  word text;
  reason jsonb;
  reasons jsonb := '[]';
begin
  if words = '{}' then
    return reasons;
  end if;
  select array_agg(s.field), array_agg(s.language), array_agg(s.said) into fields, languages, texts
  from private.sayings(why_found.organization_id, why_found.service_id) s;
  foreach word in array words[:4] loop
    reason := private.where_said(word, fields, languages, texts);
    if reason is null then
      select jsonb_build_object('field', 'need', 'id', t.id, 'name', t.name) into reason
      from public.services s
      join public.taxonomy_terms t on exists (
        select from unnest(s.terms) as own(id) where own.id = t.id or starts_with(own.id, t.id || '/')
      )
      where s.organization_id = why_found.organization_id and s.id = why_found.service_id
        and t.id = any (private.needs_called(word) || private.needs_called(array_to_string(words, '')))
      order by length(t.id) desc limit 1;
    end if;
    if reason is null and nearly then
      reason := private.where_nearly_said(word, why_found.organization_id, why_found.service_id, fields, languages, texts);
    end if;
    if reason is not null and not reasons @> jsonb_build_array(reason) then
      reasons := reasons || reason;
    end if;
  end loop;
  return reasons;
end $$;
comment on function private.why_found(uuid, uuid, text[], boolean) is
  'For each word where the service says it, with what stands around it, or the need it is a name of.';

create function private.where_said(word text, fields text[], languages text[], texts text[]) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  -- A space or a mark between two letters hides no word.
  spread constant text := regexp_replace(word, '(.)(?=.)', '\1[^[:alnum:]]*', 'g');
  starts integer;
  ends integer;
begin
  for attempt in 1 .. 2 loop
    for place in 1 .. coalesce(cardinality(texts), 0) loop
      if attempt = 1 then
        starts := strpos(lower(texts[place]), word);
        ends := starts + length(word);
      elsif word ~ '^[ᄀ-ᄒ]+$' then
        starts := case when fields[place] in ('name', 'provider', 'alias')
          and strpos(core.initials(texts[place]), word) > 0 then 1 else 0 end;
        ends := length(texts[place]) + 1;
      else
        starts := regexp_instr(texts[place], spread, 1, 1, 0, 'i');
        ends := regexp_instr(texts[place], spread, 1, 1, 1, 'i');
      end if;
      if starts > 0 then
        return jsonb_build_object(
          'field', fields[place], 'language', languages[place],
          'before', case when starts > 25 then '…' else '' end || substr(texts[place], greatest(1, starts - 24), least(24, starts - 1)),
          'hit', substr(texts[place], starts, ends - starts),
          'after', substr(texts[place], ends, 40) || case when length(texts[place]) >= ends + 40 then '…' else '' end
        );
      end if;
    end loop;
  end loop;
  return null;
end $$;
comment on function private.where_said(text, text[], text[], text[]) is 'The first of several texts that holds a word, cut to what stands around it.';

create function private.where_nearly_said(
  word text, organization_id uuid, service_id uuid, fields text[], languages text[], texts text[]
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  like_it text;
  reason jsonb;
begin
  select w.word into like_it
  from unnest(texts) with ordinality as t(said, place)
  cross join lateral unnest(core.words(t.said)) as w(word)
  where fields[t.place] in ('name', 'provider', 'alias') and core.near_keys_of(w.word) && core.near_keys(where_nearly_said.word)
  order by t.place limit 1;
  reason := coalesce(
    private.where_said(like_it, fields, languages, texts),
    private.where_said(private.without_particle(word), fields, languages, texts),
    (
      select s.said from unnest(private.begun_words(word)) as b(word)
      cross join lateral (select private.where_said(b.word, fields, languages, texts) as said) s
      where s.said is not null limit 1
    )
  );
  if reason is null then
    select jsonb_build_object('field', 'need', 'id', t.id, 'name', t.name) into reason
    from public.services s join public.taxonomy_terms t on t.id = any (s.terms)
    where s.organization_id = where_nearly_said.organization_id and s.id = where_nearly_said.service_id
      and t.near_said && core.near_keys(word)
    order by t.position limit 1;
  end if;
  return reason;
end $$;
comment on function private.where_nearly_said(text, uuid, uuid, text[], text[], text[]) is
  'Where a service says what somebody seems to have meant.';

grant execute on function
  private.opening(uuid, uuid, text, timestamptz), private.places_of(uuid, uuid), private.sayings(uuid, uuid),
  private.why_found(uuid, uuid, text[], boolean), private.where_said(text, text[], text[], text[]),
  private.where_nearly_said(text, uuid, uuid, text[], text[], text[])
  to anon, authenticated;
