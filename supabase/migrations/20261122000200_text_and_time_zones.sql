-- What a stored text, a list of languages and a time zone must be, whoever writes them.

create function core.is_plain(value text, multiline boolean) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select value !~ (case when multiline
      then '[\u0001-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]'
      else '[\u0001-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]' end)
    and value is nfc normalized
$$;
comment on function core.is_plain(text, boolean) is
  'A text in composed form (NFC) without control characters and without marks that turn the reading direction. Line feeds only where several lines are meant.';

create function core.is_line(value text, max_length integer) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select char_length(value) <= max_length and core.is_plain(value, false) and value = btrim(value)
$$;
comment on function core.is_line(text, integer) is 'One line of plain text of at most so many characters, without space around it.';

create function core.is_paragraph(value text, max_length integer) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select char_length(value) <= max_length and core.is_plain(value, true)
$$;
comment on function core.is_paragraph(text, integer) is 'Plain text of at most so many characters, with or without line breaks.';

create function core.is_visible(value text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select value ~ '[^\s\u00ad\u115f\u1160\u200b-\u200f\u2060-\u2064\u2800\u3164\uffa0]'
$$;
comment on function core.is_visible(text) is 'At least one character that leaves a mark: neither space, nor joiner, nor Hangul filler.';

create function core.is_language(tag text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select tag ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'
$$;
comment on function core.is_language(text) is 'A language tag (BCP 47) in its usual spelling: ko, en, zh-Hant, es-MX.';

create function core.are_languages(tags text[]) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select cardinality(tags) <= 20
    and array_ndims(tags) is not distinct from case when cardinality(tags) = 0 then null else 1 end
    and not exists (select from unnest(tags) as t(tag) where tag is null or not core.is_language(tag))
    and cardinality(tags) = (select count(distinct tag) from unnest(tags) as t(tag))
$$;
comment on function core.are_languages(text[]) is 'At most twenty different language tags.';

create function core.are_texts(value jsonb, max_length integer, multiline boolean) returns boolean
language plpgsql immutable parallel safe set search_path = '' as $$
begin
  if jsonb_typeof(value) <> 'object' then
    return false;
  end if;
  return (select count(*) <= 10 from jsonb_object_keys(value))
    and not exists (
      select from jsonb_each(value) as entry(tag, item)
      where not core.is_language(entry.tag)
        or jsonb_typeof(entry.item) <> 'string'
        or char_length(entry.item #>> '{}') not between 1 and max_length
        or not core.is_plain(entry.item #>> '{}', multiline)
    );
end $$;
comment on function core.are_texts(jsonb, integer, boolean) is 'One text in up to ten languages: an object from language tag to plain text.';

create function core.are_lines(lines text[], max_count integer, max_length integer) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select cardinality(lines) <= max_count
    and array_ndims(lines) is not distinct from case when cardinality(lines) = 0 then null else 1 end
    and not exists (
      select from unnest(lines) as l(line)
      where line is null or not core.is_visible(line) or not core.is_line(line, max_length)
    )
$$;
comment on function core.are_lines(text[], integer, integer) is 'A list of visible lines, such as the other names of an organization.';

create function core.is_slug(value text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(value) between 2 and 40
$$;
comment on function core.is_slug(text) is 'The name a thing has in an address: small letters, digits, single hyphens, 2 to 40 of them.';

create table core.time_zones (
  name text primary key
);
comment on table core.time_zones is
  'The time zones a wall time may stand in: IANA names of the form Area/City, and UTC. Postgres itself would also take "XYZ+5" for a zone.';

insert into core.time_zones (name)
select z.name from pg_catalog.pg_timezone_names z
where z.name ~ '^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/-]+$'
  or z.name = 'UTC';

alter table core.time_zones enable row level security;
alter table core.time_zones force row level security;
