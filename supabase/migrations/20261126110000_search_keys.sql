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
declare
  folded constant text := core.folded(value);
  letters text[] := case when octet_length(folded) > length(folded) then string_to_array(core.squeezed(folded), null) else '{}' end;
  many constant integer := cardinality(letters);
  result text[] := '{}';
  part text;
  word text;
begin
  -- Loops, since a query would take longer to begin than all of them.
  for place in 1 .. many loop
    part := letters[place];
    for also in place + 1 .. place + 2 loop
      exit when also > many;
      part := part || letters[also];
      if octet_length(part) > length(part) then
        result := result || part;
      end if;
    end loop;
  end loop;
  part := letters[many];
  if octet_length(part) > 1 then
    result := result || part;
  end if;
  foreach word in array regexp_split_to_array(folded, '[^0-9a-z]+') loop
    if word <> '' then
      result := result || ('^' || word);
      for place in 1 .. greatest(1, length(word) - 2) loop
        result := result || substr(word, place);
      end loop;
    end if;
  end loop;
  return result;
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
  run text;
  result text[] := '{}';
begin
  if octet_length(value) = length(value) then
    return result;
  end if;
  foreach run in array regexp_split_to_array(core.initials(value), ' +') loop
    for place in 1 .. length(run) - 1 loop
      result := result || substr(run, place, 2);
      if place < length(run) - 1 then
        result := result || substr(run, place, 3);
      end if;
    end loop;
  end loop;
  return result;
end $$;
comment on function core.initial_keys(text) is 'Every two and three first consonants that follow one another.';

-- ── Slips of the finger ─────────────────────────────────────────────────────────────────────────────────────

create function core.keystrokes(word text) returns text
language plpgsql immutable parallel safe strict set search_path = '' as $$
declare
  initials constant text[] := '{ㄱ,ㄲ,ㄴ,ㄷ,ㄸ,ㄹ,ㅁ,ㅂ,ㅃ,ㅅ,ㅆ,ㅇ,ㅈ,ㅉ,ㅊ,ㅋ,ㅌ,ㅍ,ㅎ}';
  vowels constant text[] := '{ㅏ,ㅐ,ㅑ,ㅒ,ㅓ,ㅔ,ㅕ,ㅖ,ㅗ,ㅗㅏ,ㅗㅐ,ㅗㅣ,ㅛ,ㅜ,ㅜㅓ,ㅜㅔ,ㅜㅣ,ㅠ,ㅡ,ㅡㅣ,ㅣ}';
  finals constant text[] := '{"",ㄱ,ㄲ,ㄱㅅ,ㄴ,ㄴㅈ,ㄴㅎ,ㄷ,ㄹ,ㄹㄱ,ㄹㅁ,ㄹㅂ,ㄹㅅ,ㄹㅌ,ㄹㅍ,ㄹㅎ,ㅁ,ㅂ,ㅂㅅ,ㅅ,ㅆ,ㅇ,ㅈ,ㅊ,ㅋ,ㅌ,ㅍ,ㅎ}';
  letter text;
  syllable integer;
  result text := '';
begin
  if octet_length(word) = length(word) then
    return word;
  end if;
  foreach letter in array string_to_array(word, null) loop
    syllable := ascii(letter) - 44032;
    result := result || case
      when syllable between 0 and 11171 then
        initials[1 + syllable / 588] || vowels[1 + syllable % 588 / 28] || finals[1 + syllable % 28]
      when syllable between -39680 and -39662 then initials[39681 + syllable]
      else letter
    end;
  end loop;
  return result;
end $$;
comment on function core.keystrokes(text) is
  'The keys one presses for a folded word on a Korean keyboard: 권 is ㄱㅜㅓㄴ. A slip is one of them, not a syllable.';

create function core.near_keys(word text) returns text[]
language plpgsql immutable parallel safe strict set search_path = '' as $$
declare
  strokes constant text := core.keystrokes(word);
  result text[] := '{}';
begin
  if length(strokes) < (case when octet_length(strokes) = length(strokes) then 4 else 5 end) then
    return result;
  end if;
  for place in 1 .. length(strokes) + 1 loop
    result := result || ('~' || left(md5(left(strokes, place - 1) || substr(strokes, place + 1)), 8));
  end loop;
  return result;
end $$;
comment on function core.near_keys(text) is
  'A folded word with each of its keystrokes left out in turn, and none: two words that share one of these are a slip apart (one key too many, too few, another, or two swapped). None of a word so short that a slip makes another of it.';

create function core.near_keys_of(value text) returns text[]
language plpgsql immutable parallel safe strict set search_path = '' as $$
declare
  word text;
  result text[] := '{}';
begin
  foreach word in array array(select distinct unnest(core.words(value))) loop
    result := result || core.near_keys(word);
    if word ~ '^[가-힣]{3}' then
      for syllables in 2 .. least(5, length(word) - 1) loop
        result := result || core.near_keys(left(word, syllables));
      end loop;
    end if;
  end loop;
  return result;
end $$;
comment on function core.near_keys_of(text) is
  'The near keys of every word of a text, and of how Korean words begin: 시민권신청 is also 시민권.';
