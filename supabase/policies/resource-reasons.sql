-- What a result says besides its card: why it was found, whether it is open, where. Read with the caller's own rights.

create function private.results(service_ids uuid[], words text[], nearly boolean) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  called constant jsonb := (
    select jsonb_object_agg(w.word, (
      select jsonb_agg(jsonb_build_object('field', 'need', 'id', t.id, 'name', t.name) order by length(t.id) desc)
      from public.taxonomy_terms t
      where t.id = any (
        private.needs_called(w.word)
        || case when cardinality(words) > 1 then private.needs_called(array_to_string(words, '')) else '{}' end
        || case when nearly then private.needs_nearly_called(w.word) else '{}' end
      )
    )) from unnest(words) as w(word)
  );
begin
  return (
    select coalesce(jsonb_agg(
      r.card - array['description', 'source_language', 'state', 'shared', 'verified_at']
      || jsonb_build_object(
        'stale', coalesce(r.verify_by < current_date, true),
        'opening', private.opening(r.hours, r.closed_on, now() at time zone r.time_zone),
        'places', r.places,
        'why', private.why_found(words, said.sayings, r.terms, called, nearly)
      ) order by r.place
    ), '[]')
    from (
      select x.place, c.card, c.verify_by, c.own_aliases, s.time_zone, s.terms, jsonb_build_object(
          'description', s.description, 'eligibility', s.eligibility, 'documents', s.required_documents, 'cost', s.cost_note
        ) as texts,
        (
          select jsonb_agg(jsonb_build_array(h.weekdays, h.opens_minute, h.closes_minute)) from public.service_schedules h
          where h.organization_id = s.organization_id and h.service_id = s.id
        ) as hours,
        array(
          select n.closed_on from public.service_closures n where n.organization_id = s.organization_id and n.service_id = s.id
        ) as closed_on,
        (
          -- Enough to tell how far it is, of places that the caller may know.
          select coalesce(jsonb_agg(
            jsonb_build_object('city', l.city, 'latitude', l.latitude, 'longitude', l.longitude) order by l.id
          ), '[]')
          from public.service_at_locations a
          join public.locations l on l.organization_id = a.organization_id and l.id = a.location_id
          where a.organization_id = s.organization_id and a.service_id = s.id
        ) as places
      from unnest(service_ids) with ordinality as x(id, place)
      join public.services s on s.id = x.id
      join private.service_cards c on c.id = x.id
      -- The offset keeps a card from being put together each time that something of it is asked for.
      offset 0
    ) r
    cross join lateral (
      -- What is looked at first before the rest.
      select jsonb_agg(jsonb_build_array(x.field, x.language, x.said) order by x.place) as sayings from (
        select 1 as place, 'name' as field, t.language, t.said from jsonb_each_text(r.card -> 'name') as t(language, said)
        union all
        select 2, 'provider', t.language, t.said
        from jsonb_each_text(coalesce(nullif(r.card #> '{provider,name}', 'null'), r.card -> 'organization')) as t(language, said)
        where t.language not in ('id', 'slug', 'color') and t.said is not null
        union all
        select 3, 'alias', null, a.said from jsonb_array_elements_text(coalesce(to_jsonb(r.own_aliases), nullif(r.card #> '{provider,aliases}', 'null'), '[]')) as a(said)
        union all
        select 4, f.field, t.language, t.said
        from jsonb_each(r.texts) as f(field, given) cross join lateral jsonb_each_text(f.given) as t(language, said)
        union all
        select 5, 'area', null, a.said from jsonb_array_elements_text(r.card -> 'area_served') as a(said)
      ) x
    ) said
  );
end $$;
comment on function private.results(uuid[], text[], boolean) is 'Services as a page of results shows them, in the order given, as far as the caller may see them.';

create function private.opening(hours jsonb, closed_on date[], wall timestamp) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  entry jsonb;
  began date;
  last constant integer := jsonb_array_length(hours) - 1;
  closes timestamp;
  always boolean := false;
begin
  if hours is null then
    return null;
  end if;
  for place in 0 .. last loop
    entry := hours -> place;
    foreach began in array array[wall::date - 1, wall::date] loop
      if (entry -> 0) @> to_jsonb(extract(isodow from began)::integer) and began <> all (coalesce(closed_on, '{}'))
        and wall >= began + (entry ->> 1)::integer * interval '1 minute'
        and wall < began + (entry ->> 2)::integer * interval '1 minute'
      then
        closes := greatest(closes, began + (entry ->> 2)::integer * interval '1 minute');
        always := always or jsonb_array_length(entry -> 0) = 7 and entry ->> 1 = '0' and (entry ->> 2)::integer >= 1440;
      end if;
    end loop;
  end loop;
  return jsonb_build_object('open', closes is not null, 'always', always, 'closes_local', closes);
end $$;
comment on function private.opening(jsonb, date[], timestamp) is
  'Whether hours (weekdays, from and to which minute) are open at a moment on their own clock, and until when; null where there are none.';

create function private.why_found(words text[], sayings jsonb, terms text[], called jsonb, nearly boolean) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  word text;
  reason jsonb;
  reasons jsonb := '[]';
begin
  foreach word in array words[:4] loop
    reason := private.where_said(word, sayings);
    if reason is null then
      select n.need into reason
      from jsonb_array_elements(nullif(called -> word, 'null')) as n(need)
      where exists (
        select from unnest(terms) as own(id) where own.id = n.need ->> 'id' or starts_with(own.id, concat(n.need ->> 'id', '/'))
      )
      limit 1;
    end if;
    if reason is null and nearly then
      reason := private.where_nearly_said(word, sayings);
    end if;
    if reason is not null and not reasons @> jsonb_build_array(reason) then
      reasons := reasons || reason;
    end if;
  end loop;
  return reasons;
end $$;
comment on function private.why_found(text[], jsonb, text[], jsonb, boolean) is
  'For each word where a service says it, with what stands around it, or the need it is a name of.';

create function private.where_said(word text, sayings jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  is_initials constant boolean := word ~ '^[ᄀ-ᄒ]+$';
  -- A space or a mark between two letters hides no word.
  spread constant text := regexp_replace(word, '(.)(?=.)', '\1[^[:alnum:]]*', 'g');
  last constant integer := coalesce(jsonb_array_length(sayings) - 1, -1);
  saying jsonb;
  said text;
  starts integer;
  ends integer;
begin
  for attempt in 1 .. 2 loop
    for place in 0 .. last loop
      saying := sayings -> place;
      said := saying ->> 2;
      if attempt = 1 then
        starts := strpos(lower(said), word);
        ends := starts + length(word);
      elsif is_initials then
        starts := case when saying ->> 0 in ('name', 'provider', 'alias') and strpos(core.initials(said), word) > 0 then 1 else 0 end;
        ends := length(said) + 1;
      elsif length(core.folded(said)) = length(said) and strpos(core.folded(said), word) > 0 then
        starts := strpos(core.folded(said), word);
        ends := starts + length(word);
      else
        starts := regexp_instr(said, spread, 1, 1, 0, 'i');
        ends := regexp_instr(said, spread, 1, 1, 1, 'i');
      end if;
      if starts > 0 then
        return jsonb_build_object(
          'field', saying -> 0, 'language', saying -> 1,
          'before', case when starts > 25 then '…' else '' end || substr(said, greatest(1, starts - 24), least(24, starts - 1)),
          'hit', substr(said, starts, ends - starts),
          'after', substr(said, ends, 40) || case when length(said) >= ends + 40 then '…' else '' end
        );
      end if;
    end loop;
  end loop;
  return null;
end $$;
comment on function private.where_said(text, jsonb) is 'The first of several texts that holds a word, cut to what stands around it.';

create function private.where_nearly_said(word text, sayings jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  near constant text[] := core.near_keys(word);
  like_it text;
begin
  select w.word into like_it
  from jsonb_array_elements(sayings) with ordinality as s(saying, place)
  cross join lateral unnest(core.words(s.saying ->> 2)) as w(word)
  where s.saying ->> 0 in ('name', 'provider', 'alias') and core.near_keys_of(w.word) && near
  order by s.place limit 1;
  return coalesce(
    private.where_said(like_it, sayings),
    private.where_said(private.without_particle(word), sayings),
    (
      select s.said from unnest(private.begun_words(word)) as b(word)
      cross join lateral (select private.where_said(b.word, sayings) as said) s
      where s.said is not null limit 1
    )
  );
end $$;
comment on function private.where_nearly_said(text, jsonb) is 'Where a service says what somebody seems to have meant.';

grant execute on function
  private.results(uuid[], text[], boolean), private.opening(jsonb, date[], timestamp),
  private.why_found(text[], jsonb, text[], jsonb, boolean), private.where_said(text, jsonb), private.where_nearly_said(text, jsonb)
  to anon, authenticated;
