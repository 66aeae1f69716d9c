-- What texts are found by. Stored keys are made of these, so they are state: who changes one makes all keys anew.
-- They ask no locale: Hangul is found the same whatever the database calls a letter.

create function core.folded(value text) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select lower(normalize(regexp_replace(normalize(value, nfkd), '[\u0300-\u036f]', '', 'g'), nfc))
$$;
comment on function core.folded(text) is
  'A text as it is compared: composed whatever way it came in, small letters, without accents, wide letters as narrow ones.';

create function core.squeezed(value text) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select regexp_replace(
    core.folded(value),
    '[^0-9a-z\u00c0-\u02af\u0370-\u1fff\u2c00-\u2dff\u3005-\u3007\u3040-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]+', '', 'g'
  )
$$;
comment on function core.squeezed(text) is
  'A folded text without whatever is no letter and no digit: who writes 정신건강 and who writes 정신 건강 mean the same.';

create function core.words(value text) returns text[]
language sql immutable parallel safe strict set search_path = '' as $$
  select array_remove(regexp_split_to_array(
    core.folded(value),
    '[^0-9a-z\u00c0-\u02af\u0370-\u1fff\u2c00-\u2dff\u3005-\u3007\u3040-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]+'
  ), '')
$$;
comment on function core.words(text) is 'The words of a text, folded, in their order.';

-- ── Parts of words ──────────────────────────────────────────────────────────────────────────────────────────

create function core.part_keys(value text) returns text[]
language plpgsql immutable parallel safe strict set search_path = '' as $$
begin
  return array(
    with letters as materialized (
      select l.first, lead(l.first) over () as second, lead(l.first, 2) over () as third
      from string_to_table(core.squeezed(value), null) as l(first)
    ), parts as (
      select first || coalesce(second, '') as part from letters
      union all
      select first || second || third from letters
    )
    select p.part from parts p where octet_length(p.part) > char_length(p.part)
    union
    select substr(w.word, n.place)
    from regexp_split_to_table(core.folded(value), '[^0-9a-z]+') as w(word)
    cross join generate_series(1, greatest(1, length(w.word) - 2)) as n(place)
    where w.word <> ''
    union
    select '^' || w.word from regexp_split_to_table(core.folded(value), '[^0-9a-z]+') as w(word) where w.word <> ''
  );
end $$;
comment on function core.part_keys(text) is
  'Every two and three letters of a text that follow one another, over spaces too, and of Latin words every end from three letters on: what somebody types is one of these, all of these, or begins one. ^ marks where a Latin word begins.';

-- ── First consonants ────────────────────────────────────────────────────────────────────────────────────────

create function core.initials(value text) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select coalesce(string_agg(
    case when l.letter between ('가' collate "C") and '힣' then chr(4352 + (ascii(l.letter) - 44032) / 588) else ' ' end, ''
    order by l.place
  ), '')
  from string_to_table(core.squeezed(value), null) with ordinality as l(letter, place)
$$;
comment on function core.initials(text) is 'The first consonant of each syllable: ㅅㅁㄱ of 시민권. A space for what is none.';

create function core.initial_keys(value text) returns text[]
language plpgsql immutable parallel safe strict set search_path = '' as $$
declare
  initials constant text := core.initials(value);
begin
  return array(
    select distinct p.part
    from generate_series(1, length(initials)) as n(place)
    cross join lateral (values (substr(initials, n.place, 2)), (substr(initials, n.place, 3))) as p(part)
    where p.part !~ ' ' and length(p.part) > 1
  );
end $$;
comment on function core.initial_keys(text) is 'Every two and three first consonants that follow one another.';

-- ── Slips of the finger ─────────────────────────────────────────────────────────────────────────────────────

create function core.keystrokes(word text) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select coalesce(string_agg(case
    when l.letter between ('가' collate "C") and '힣' then
      (string_to_array('ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ', ' '))[1 + (ascii(l.letter) - 44032) / 588]
      || (string_to_array('ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ', ' '))[1 + (ascii(l.letter) - 44032) % 588 / 28]
      || coalesce((string_to_array('ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ', ' '))[(ascii(l.letter) - 44032) % 28], '')
    when l.letter between ('ᄀ' collate "C") and 'ᄒ' then
      (string_to_array('ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ', ' '))[ascii(l.letter) - 4351]
    else l.letter
  end, '' order by l.place), '')
  from string_to_table(word, null) with ordinality as l(letter, place)
$$;
comment on function core.keystrokes(text) is
  'The keys one presses for a folded word on a Korean keyboard: 권 is ㄱㅜㅓㄴ. A slip is one of them, not a syllable.';

create function core.near_keys(word text) returns text[]
language plpgsql immutable parallel safe strict set search_path = '' as $$
declare
  strokes constant text := core.keystrokes(word);
begin
  if length(strokes) < (case when strokes ~ '^[0-9a-z]*$' then 4 else 5 end) then
    return '{}';
  end if;
  return array(
    select distinct '~' || left(md5(left(strokes, n.place - 1) || substr(strokes, n.place + 1)), 8)
    from generate_series(1, length(strokes) + 1) as n(place)
  );
end $$;
comment on function core.near_keys(text) is
  'A folded word with each of its keystrokes left out in turn, and none: two words that share one of these are a slip apart (one key too many, too few, another, or two swapped). None of a word so short that a slip makes another of it.';

create function core.near_keys_of(value text) returns text[]
language plpgsql immutable parallel safe strict set search_path = '' as $$
begin
  return array(
    select distinct k.key
    from unnest(core.words(value)) as w(word)
    cross join lateral (
      select w.word as begun
      union
      select left(w.word, n.syllables) from generate_series(2, 5) as n(syllables) where w.word ~ '^[가-힣]{3,}'
    ) as b
    cross join lateral unnest(core.near_keys(b.begun)) as k(key)
  );
end $$;
comment on function core.near_keys_of(text) is
  'The near keys of every word of a text, and of how Korean words begin: 시민권신청 is also 시민권.';
