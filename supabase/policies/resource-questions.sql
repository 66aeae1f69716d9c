-- How what somebody types becomes a question to private.service_keys. Words hold letters and digits alone
-- (core.words), so nothing of them needs quoting beyond the quotes that a key stands in.

-- In plpgsql, whose plans last as long as the session: in sql each of these would be planned at every search.
create function private.asks_for_parts(word text, mark text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if word ~ '^[ᄀ-ᄒ]+$' then
    return (
      select string_agg('''*' || substr(word, n.place, 3) || '''' || case when length(word) = 1 then ':*' else '' end, ' & ')
      from generate_series(1, greatest(1, length(word) - 2)) as n(place)
    );
  -- What Latin letters a Korean word holds, the parts that go over from them tell.
  elsif octet_length(word) > length(word) and length(word) > 2 then
    return (
      select string_agg('''' || mark || p.part || '''', ' & ')
      from (select substr(word, n.place, 3) as part from generate_series(1, length(word) - 2) as n(place)) p
      where octet_length(p.part) > length(p.part)
    );
  elsif octet_length(word) > length(word) then
    return '''' || mark || word || '''' || case when length(word) = 1 then ':*' else '' end;
  -- One or two Latin letters stand at the beginning of words only: la is not looked for in translation.
  elsif length(word) < 3 then
    return '''' || mark || '^' || word || ''':*';
  end if;
  return '''' || mark || word || ''':*';
end $$;
comment on function private.asks_for_parts(text, text) is
  'The keys that a word stands in: all of its parts, those of the title alone where the mark is *.';

create function private.needs_called(phrase text) returns text[]
language plpgsql stable set search_path = '' as $$
declare
  begun constant text := E'\n' || phrase || case
    when length(phrase) < (case when octet_length(phrase) > length(phrase) then 2 else 3 end) then E'\n' else ''
  end;
begin
  return array(select t.id from public.taxonomy_terms t where strpos(t.said, begun) > 0 order by t.position);
end $$;
comment on function private.needs_called(text) is
  'The needs of which a name or synonym begins with these letters, or these first consonants; is them, where they are very few.';

create function private.asks_for_needs(ids text[]) returns text
language plpgsql immutable set search_path = '' as $$
begin
  -- Ids hold small letters, digits, slashes and hyphens alone.
  return '(''#' || nullif(array_to_string(ids, ''' | ''#'), '') || ''')';
end $$;
comment on function private.asks_for_needs(text[]) is 'The keys of any of these needs; null where there are none.';

-- ── What was meant ──────────────────────────────────────────────────────────────────────────────────────────

create function private.without_particle(word text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return coalesce(nullif(regexp_replace(
    word, '(에서는|에서|으로|에게|까지|부터|이나|하고|이랑|을|를|은|는|이|가|에|의|도|로|과|와|요)$', ''
  ), ''), word);
end $$;
comment on function private.without_particle(text) is 'A Korean word without the particle that seems to end it.';

create function private.begun_words(word text) returns text[]
language plpgsql immutable set search_path = '' as $$
declare
  whole constant text := regexp_replace(word, '[ᄀ-ᇿ]+$', '');
  letter constant integer := ascii(right(whole, 1)) - 44032;
  spoken constant integer := letter % 588 / 28;
begin
  if whole <> word and whole <> '' then
    return array[whole];
  elsif letter not between 0 and 11171 or letter % 28 <> 0 or length(word) < 2 then
    return '{}';
  end if;
  return array(
    select left(whole, -1) || chr(44032 + letter + (v.vowel - spoken) * 28 + f.final)
    from unnest(array[spoken] || case spoken when 8 then array[9, 10, 11] when 13 then array[14, 15, 16] when 18 then array[19] else '{}' end) as v(vowel)
    cross join generate_series(0, 27) as f(final)
  );
end $$;
comment on function private.begun_words(text) is
  'What a word may become whose last syllable is still being typed: 시민궈 begins 시민권, 시민ㄱ what begins with 시민.';

create function private.needs_nearly_called(word text) returns text[]
-- The planner takes reading a hundred rows for cheaper, and does not know how long near_said is.
language plpgsql stable set search_path = '' set enable_seqscan = off as $$
declare
  near constant text[] := core.near_keys(word);
begin
  if near = '{}' then
    return '{}';
  end if;
  return array(select t.id from public.taxonomy_terms t where t.near_said && near order by t.position);
end $$;
comment on function private.needs_nearly_called(text) is 'The needs that are called a slip of the finger away.';

create function private.asks_for_meant(word text) returns text
language plpgsql stable set search_path = '' as $$
declare
  bare constant text := private.without_particle(word);
begin
  return concat_ws(' | ',
    private.asks_for_parts(word, ''),
    case when bare <> word and length(bare) > 1 then concat_ws(
      ' | ', private.asks_for_parts(bare, ''), private.asks_for_needs(private.needs_called(bare))
    ) end,
    (select string_agg('(' || private.asks_for_parts(b.word, '') || ')', ' | ') from unnest(private.begun_words(word)) as b(word)),
    (select string_agg('''' || k.key || '''', ' | ') from unnest(core.near_keys(word)) as k(key)),
    private.asks_for_needs(private.needs_called(word)),
    private.asks_for_needs(private.needs_nearly_called(word))
  );
end $$;
comment on function private.asks_for_meant(text) is
  'The keys of whatever a word may have meant: itself, without its particle, when its last syllable is whole, and a slip of the finger away.';

grant execute on function
  private.asks_for_parts(text, text), private.needs_called(text), private.asks_for_needs(text[]), private.without_particle(text),
  private.begun_words(text), private.needs_nearly_called(text), private.asks_for_meant(text)
  to anon, authenticated;
grant select (said, near_said) on public.taxonomy_terms to anon, authenticated;
