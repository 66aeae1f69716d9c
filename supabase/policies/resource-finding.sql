-- Finding help: one call a page. Which services fit is asked of an index that row security keeps the policies from using,
-- by a function that holds the same condition; what is shown of them is then read through the policies.

create function private.is_open(organization_id uuid, service_id uuid, at timestamptz) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.services s
    cross join lateral (select is_open.at at time zone s.time_zone as wall) here
    cross join lateral (values (here.wall::date), (here.wall::date - 1)) as began(day)
    join public.service_schedules h on h.organization_id = s.organization_id and h.service_id = s.id
    where s.organization_id = is_open.organization_id and s.id = is_open.service_id
      and extract(isodow from began.day)::smallint = any (h.weekdays)
      and here.wall >= began.day + h.opens_minute * interval '1 minute'
      and here.wall < began.day + h.closes_minute * interval '1 minute'
      and not exists (
        select from public.service_closures c
        where c.organization_id = s.organization_id and c.service_id = s.id and c.closed_on = began.day
      )
  )
$$;
comment on function private.is_open(uuid, uuid, timestamptz) is
  'Whether a service is open at a moment by the clock of its own zone: what began the day before and goes past midnight counts, a holiday does not.';

create function private.services_found(
  questions tsquery[], whole text, only_verified boolean, open_at timestamptz, most integer
) returns table (service_id uuid, rank integer, stale boolean, title text)
language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare
  own constant uuid[] := private.my_organizations('resources.read');
  coalitions constant uuid[] := private.my_coalitions();
  found_before integer := 0;
  found_now integer;
begin
  for tier in 1 .. cardinality(questions) loop
    return query
    select k.service_id, case
        when tier > 1 then tier + 1
        when strpos(k.title, E'\n' || whole || E'\n') > 0 then 0
        when strpos(k.title, E'\n' || whole) > 0 then 1
        else 2
      end, coalesce(k.verify_by < current_date, true), k.title
    from private.service_keys k
    where k.keys @@ questions[tier]
      -- As services_select_audience has it; keys are of active services alone.
      and (
        k.audience = 'everyone'
        or k.organization_id = any (own)
        or (k.audience = 'coalition' and k.coalition_id = any (coalitions))
        or (k.audience = 'named' and exists (
          select from public.service_shares s
          where s.organization_id = k.organization_id and s.service_id = k.service_id and s.layer = 'card' and s.in_force
            and s.recipient_id = any (own)
        ))
      )
      and (not only_verified or k.verify_by >= current_date)
      and (open_at is null or private.is_open(k.organization_id, k.service_id, open_at))
    limit most - found_before;
    get diagnostics found_now = row_count;
    found_before := found_before + found_now;
    exit when found_before >= most;
  end loop;
end $$;
comment on function private.services_found(tsquery[], text, boolean, timestamptz, integer) is
  'Active services whose card the caller may see and that answer a question, those of earlier questions first, at most so many. Rank: 0 a name is it, 1 begins with it, 2 holds it; then the questions.';

create function private.asks(words text[], whole text, filters text) returns tsquery[]
language plpgsql stable set search_path = '' as $$
declare
  in_title text;
  in_needs text;
  in_texts text;
  called text;
begin
  if cardinality(words) = 0 then
    return array[coalesce(filters, '''.''')::tsquery];
  end if;
  select
    string_agg('(' || a.title || ')', ' & '),
    string_agg('(' || concat_ws(' | ', a.title, a.needs) || ')', ' & '),
    string_agg('(' || concat_ws(' | ', a.texts, a.needs) || ')', ' & ')
  into in_title, in_needs, in_texts
  from unnest(words) as w(word)
  cross join lateral (
    -- The offset keeps each from being asked for as often as it is used.
    select private.asks_for_parts(w.word, '*') as title, private.asks_for_parts(w.word, '') as texts,
      private.asks_for_needs(private.needs_called(w.word)) as needs offset 0
  ) a;
  called := case when cardinality(words) > 1 then private.asks_for_needs(private.needs_called(whole)) end;
  in_title := concat_ws(' & ', '(' || in_title || ')', filters);
  in_needs := concat_ws(' & ', '(' || concat_ws(' | ', in_needs, called) || ')', filters);
  in_texts := concat_ws(' & ', '(' || concat_ws(' | ', in_texts, called) || ')', filters);
  return array[in_title::tsquery, in_needs::tsquery && !!in_title::tsquery, in_texts::tsquery && !!in_needs::tsquery];
end $$;
comment on function private.asks(text[], text, text) is
  'What is asked one after the other: for words in names, then for what they name a need for, then for words anywhere.';

create function private.filters(need text, spoken text, area text, cost text) returns text
language plpgsql stable set search_path = '' as $$
begin
  if concat(need, spoken, area, cost) = '' then
    return null;
  end if;
  return nullif(concat_ws(' & ',
    case when need <> '' then quote_literal('#' || regexp_replace(need, '[^a-z0-9/-]', '.', 'g')) end,
    case when spoken <> '' then quote_literal('language:' || regexp_replace(spoken, '[^A-Za-z0-9-]', '.', 'g')) end,
    case cost when 'free' then '''cost:free''' when 'sliding' then '(''cost:free'' | ''cost:sliding'')' end,
    (select string_agg('(' || private.asks_for_parts(w.word, '@') || ')', ' & ') from unnest(core.words(left(area, 80))) as w(word))
  ), '');
end $$;
comment on function private.filters(text, text, text, text) is 'The keys that every result has; null where nothing was chosen.';

create function private.needs_to_choose(need text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_agg(jsonb_build_object('id', t.id, 'parent_id', t.parent_id, 'name', t.name) order by t.position)
    from public.taxonomy_terms t
    where t.parent_id is null or t.parent_id = split_part(need, '/', 1)
  );
end $$;
comment on function private.needs_to_choose(text) is 'The needs above all others, and those beside or below the one that was chosen.';

create function private.asks_for_some(words text[], filters text) returns tsquery[]
language plpgsql stable set search_path = '' as $$
declare
  parts constant tsquery[] := array(
    select concat_ws(' | ', private.asks_for_parts(w.word, ''), private.asks_for_needs(private.needs_called(w.word)))::tsquery
    from unnest(words) with ordinality as w(word, place) order by w.place
  );
  all_but_one tsquery;
  any_of_them tsquery;
  others tsquery;
begin
  for left_out in 1 .. cardinality(parts) loop
    others := null;
    for place in 1 .. cardinality(parts) loop
      others := case when place = left_out then others else coalesce(others && parts[place], parts[place]) end;
    end loop;
    all_but_one := coalesce(all_but_one || others, others);
    any_of_them := coalesce(any_of_them || parts[left_out], parts[left_out]);
  end loop;
  return array[
    all_but_one && coalesce(filters::tsquery, all_but_one),
    (any_of_them && coalesce(filters::tsquery, any_of_them)) && !!all_but_one
  ];
end $$;
comment on function private.asks_for_some(text[], text) is
  'What is asked where nothing holds every word: for all of them but one, then for any.';

create function private.telling_words(words text[]) returns text[]
language plpgsql immutable set search_path = '' as $$
declare
  -- Spanish la is not among them: it is also where many of these places are.
  joining constant text[] := '{a,an,and,are,at,by,for,from,help,i,in,is,me,my,near,need,of,on,or,the,to,want,was,we,who,with}'::text[]
    || '{al,ayuda,busco,cerca,con,de,del,donde,el,en,es,las,los,mi,mis,necesito,o,para,por,que,quiero,se,su,un,una,y,yo}'::text[];
  telling constant text[] := array(
    select w.word from unnest(words) with ordinality as w(word, place) where w.word <> all (joining) order by w.place
  );
begin
  return case when telling = '{}' then words else telling end;
end $$;
comment on function private.telling_words(text[]) is
  'The words of a question without those that only join others; all of them where nothing else was asked.';

create function public.find_services(
  typed text default '', need text default '', spoken text default '', area text default '', cost text default '',
  open_now boolean default false, verified boolean default false, page integer default 1
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  most constant integer := 300;
  on_page constant integer := 20;
  every constant text[] := (core.words(left(normalize(typed, nfc), 120)))[:8];
  words constant text[] := private.telling_words(every);
  whole constant text := array_to_string(every, '');
  filters constant text := private.filters(need, spoken, area, cost);
  open_at constant timestamptz := case when open_now then now() end;
  questions tsquery[] := private.asks(words, whole, filters);
  needs text[] := private.needs_called(whole);
  nearly boolean := false;
  total integer;
  shown uuid[];
  places integer[];
begin
  if words = '{}' and filters is null and not open_now and not verified then
    return jsonb_build_object(
      'total', null, 'most', most, 'nearly', false, 'results', '[]'::jsonb, 'needs', '[]'::jsonb,
      'choices', private.needs_to_choose(need), 'unfiltered', null
    );
  end if;
  for attempt in 1 .. 3 loop
    with found as materialized (
      select f.* from private.services_found(questions, whole, verified, open_at, most) f
    )
    select (select count(*) from found), array_agg(o.service_id), array_agg(o.place) from (
      -- What nobody has made sure of sinks by two ranks.
      select f.service_id, 10 * (f.rank + case when f.stale then 2 else 0 end) + f.rank as place from found f
      order by place, f.title collate "C", f.service_id
      limit on_page offset (greatest(1, least(page, most / on_page)) - 1) * on_page
    ) o into total, shown, places;
    exit when total > 0 or words = '{}' or attempt = 3 or attempt = 2 and cardinality(words) = 1;
    nearly := true;
    if attempt = 2 then
      questions := private.asks_for_some(words, filters);
      continue;
    end if;
    needs := array(select n.id from unnest(words) as w(word) cross join lateral unnest(private.needs_nearly_called(w.word)) as n(id));
    questions := array[(
      select concat_ws(' & ', string_agg('(' || private.asks_for_meant(w.word) || ')', ' & '), filters) from unnest(words) as w(word)
    )::tsquery];
  end loop;
  return jsonb_build_object(
    'total', total, 'most', most, 'nearly', nearly and total > 0,
    -- Of those that answer equally well, the ones that pick up the phone now come first.
    'results', (
      select coalesce(jsonb_agg(r.result order by
        places[array_position(shown, (r.result ->> 'id')::uuid)], r.result #> '{opening,open}' is distinct from 'true', r.nth
      ), '[]')
      from jsonb_array_elements(private.results(shown, words, nearly)) with ordinality as r(result, nth)
    ),
    'needs', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.position), '[]')
      from public.taxonomy_terms t where t.id = any (needs[:6])
    ),
    'choices', private.needs_to_choose(need),
    'unfiltered', case when total = 0 and (filters is not null or open_now or verified) and words <> '{}' then (
      select count(*) from private.services_found(private.asks(words, whole, null), whole, false, null, most)
    ) end
  );
end $$;
comment on function public.find_services(text, text, text, text, text, boolean, boolean, integer) is
  'A page of the services that answer what somebody typed and chose, best first, each with why. Counts up to "most". What the caller may not see is not counted.';

grant execute on function
  private.services_found(tsquery[], text, boolean, timestamptz, integer), private.asks(text[], text, text),
  private.filters(text, text, text, text), private.needs_to_choose(text), private.telling_words(text[]), private.asks_for_some(text[], text),
  public.find_services(text, text, text, text, text, boolean, boolean, integer)
  to anon, authenticated;

create function public.suggest_services(typed text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  words constant text[] := (core.words(left(normalize(typed, nfc), 120)))[:8];
  whole constant text := array_to_string(words, '');
  shown uuid[];
begin
  if words = '{}' then
    return jsonb_build_object('needs', '[]'::jsonb, 'services', '[]'::jsonb);
  end if;
  shown := array(
    select f.service_id
    from private.services_found(array[(
      select string_agg('(' || concat_ws(' | ', private.asks_for_parts(w.word, '*'), (
        select string_agg('(' || private.asks_for_parts(b.word, '*') || ')', ' | ') from unnest(private.begun_words(w.word)) as b(word)
      )) || ')', ' & ') from unnest(words) as w(word)
    )::tsquery], whole, false, null, 100) f
    order by f.rank + case when f.stale then 2 else 0 end, f.rank, f.title collate "C", f.service_id limit 5
  );
  return jsonb_build_object(
    'needs', (
      select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name) order by n.position), '[]') from (
        select t.id, t.name, t.position from public.taxonomy_terms t
        where exists (select from unnest(whole || private.begun_words(whole)) as b(phrase) where strpos(t.said, E'\n' || b.phrase) > 0)
        order by t.position limit 5
      ) n
    ),
    'services', (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by o.place), '[]')
      from unnest(shown) with ordinality as o(id, place) join public.services s on s.id = o.id
    )
  );
end $$;
comment on function public.suggest_services(text) is
  'While somebody types: needs whose name begins so, and services with such a name that the caller may see.';
grant execute on function public.suggest_services(text) to anon, authenticated;
