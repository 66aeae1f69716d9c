-- What writers' texts become before they are stored: composed form, no control characters, within their limits.
-- The constraints of core hold the same; these functions name the field and the limit instead of a constraint.

create function private.without_unseen(value text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(value, '[\u061c\u200b\u200e\u200f\u2060-\u2064\U000e0000-\U000e007f]', '', 'g')
$$;
comment on function private.without_unseen(text) is
  'Without marks of direction, zero-width spaces and tags: they come along with pasted text, and make two names look like one.';

create function private.tidy_line(value text, field text, max_length integer, is_required boolean default false)
returns text
language plpgsql immutable set search_path = '' as $$
declare
  tidy text := btrim(regexp_replace(private.without_unseen(normalize(coalesce(value, ''), nfc)), '\s+', ' ', 'g'));
begin
  if not core.is_visible(tidy) then
    if is_required then
      perform private.refuse('required', 422, field);
    end if;
    return '';
  elsif char_length(tidy) > max_length then
    perform private.refuse('too_long', 422, field, jsonb_build_object('maximum', max_length));
  elsif not core.is_plain(tidy, false) then
    perform private.refuse('not_plain_text', 422, field);
  end if;
  return tidy;
end $$;
comment on function private.tidy_line(text, text, integer, boolean) is
  'One line: composed, space collapsed and trimmed. Refuses what is missing, too long, or carries control characters.';

create function private.tidy_paragraph(value text, field text, max_length integer, is_required boolean default false)
returns text
language plpgsql immutable set search_path = '' as $$
declare
  tidy text := regexp_replace(private.without_unseen(normalize(coalesce(value, ''), nfc)), '\r\n?', E'\n', 'g');
begin
  tidy := regexp_replace(replace(tidy, E'\t', ' '), '^\s+|\s+$', '', 'g');
  if not core.is_visible(tidy) then
    if is_required then
      perform private.refuse('required', 422, field);
    end if;
    return '';
  elsif char_length(tidy) > max_length then
    perform private.refuse('too_long', 422, field, jsonb_build_object('maximum', max_length));
  elsif not core.is_plain(tidy, true) then
    perform private.refuse('not_plain_text', 422, field);
  end if;
  return tidy;
end $$;
comment on function private.tidy_paragraph(text, text, integer, boolean) is
  'Several lines: composed, line ends as line feeds, trimmed. Refuses like private.tidy_line.';

create function private.tidy_texts(
  value jsonb, field text, max_length integer, is_required boolean default false, multiline boolean default false
) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  entry record;
  tidy text;
  result jsonb := '{}';
begin
  if jsonb_typeof(coalesce(value, '{}')) <> 'object' then
    perform private.refuse('not_understood', 422, field);
  end if;
  for entry in select e.tag, e.item from jsonb_each(coalesce(value, '{}')) as e(tag, item) loop
    if not core.is_language(entry.tag) or jsonb_typeof(entry.item) not in ('string', 'null') then
      perform private.refuse('not_understood', 422, field);
    end if;
    tidy := case when multiline
      then private.tidy_paragraph(entry.item #>> '{}', field || '.' || entry.tag, max_length)
      else private.tidy_line(entry.item #>> '{}', field || '.' || entry.tag, max_length) end;
    if tidy <> '' then
      result := result || jsonb_build_object(entry.tag, tidy);
    end if;
  end loop;
  if is_required and result = '{}' then
    perform private.refuse('required', 422, field);
  elsif (select count(*) from jsonb_object_keys(result)) > 10 then
    perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', 10));
  end if;
  return result;
end $$;
comment on function private.tidy_texts(jsonb, text, integer, boolean, boolean) is
  'One text in several languages; languages left empty are dropped. Field names follow the form: title.ko.';

create function private.tidy_languages(tags text[], field text) returns text[]
language plpgsql immutable set search_path = '' as $$
declare
  result text[] := array(
    select l.tag from unnest(tags) with ordinality as l(tag, place)
    where l.tag is not null group by l.tag order by min(l.place)
  );
begin
  if cardinality(result) > 20 then
    perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', 20));
  elsif not core.are_languages(result) then
    perform private.refuse('not_understood', 422, field);
  end if;
  return result;
end $$;
comment on function private.tidy_languages(text[], text) is 'Language tags, each once, in the order given.';

create function private.tidy_lines(lines text[], field text, max_count integer, max_length integer) returns text[]
language plpgsql immutable set search_path = '' as $$
declare
  result text[] := array(
    select tidy.line from (
      select private.tidy_line(l.line, field, max_length) as line, l.place from unnest(lines) with ordinality as l(line, place)
    ) tidy where tidy.line <> '' group by tidy.line order by min(tidy.place)
  );
begin
  if cardinality(result) > max_count then
    perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', max_count));
  end if;
  return result;
end $$;
comment on function private.tidy_lines(text[], text, integer, integer) is 'A list of lines, each once, in the order given; empty ones are dropped.';

create function private.tidy_link(value text, field text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  tidy constant text := private.tidy_line(value, field, 500);
begin
  if tidy <> '' and not core.is_web_link(tidy) then
    perform private.refuse('link_not_understood', 422, field);
  end if;
  return tidy;
end $$;
comment on function private.tidy_link(text, text) is 'An address of a web page of others, or nothing; never one that runs something.';

grant execute on function
  private.tidy_lines(text[], text, integer, integer), private.tidy_link(text, text),
  private.without_unseen(text),
  private.tidy_line(text, text, integer, boolean),
  private.tidy_paragraph(text, text, integer, boolean),
  private.tidy_texts(jsonb, text, integer, boolean, boolean),
  private.tidy_languages(text[], text)
  to authenticated;
