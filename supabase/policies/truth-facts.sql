-- One fact of a service by itself: what it is now, what somebody says that it should be, and how that is written.

create function private.facts_of_card() returns text[]
language sql immutable set search_path = '' as $$
  select array['name', 'description', 'eligibility', 'phones', 'schedules', 'staff_languages', 'cost', 'state']
$$;
comment on function private.facts_of_card() is 'The facts of a card that others may say are different.';

create function private.fact_of(service_id uuid, field text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  page constant jsonb := public.read_service(fact_of.service_id);
begin
  return case fact_of.field
    when 'place' then (
      select jsonb_build_object(
        'address_1', l.entry -> 'address_1', 'address_2', l.entry -> 'address_2', 'city', l.entry -> 'city',
        'region', l.entry -> 'region', 'postal_code', l.entry -> 'postal_code'
      ) from (select page #> '{place,locations,0}' as entry) l where l.entry is not null
    )
    when 'terms' then (select jsonb_agg(t.entry -> 'id') from jsonb_array_elements(page -> 'terms') as t(entry))
    else page -> fact_of.field end;
end $$;
comment on function private.fact_of(uuid, text) is 'What one field of a service is now, as its reader sees it; null where they may not.';

create function private.mark_of(fact jsonb) returns text
language sql immutable set search_path = '' as $$
  select encode(substr(sha256(convert_to(coalesce(fact, 'null')::text, 'UTF8')), 1, 12), 'hex')
$$;
comment on function private.mark_of(jsonb) is
  'Tells one value of a fact from another: whoever corrects it says which they saw. Counts nothing that its reader does not see.';

create function private.read_hours(value jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  entry record;
  hours jsonb := '[]';
begin
  if jsonb_typeof(value) is distinct from 'array' or jsonb_array_length(value) > 28 then
    perform private.refuse('not_understood', 422, 'value');
  end if;
  for entry in select h.* from jsonb_to_recordset(value) as h(weekdays smallint[], opens_minute smallint, closes_minute smallint) loop
    if not coalesce(
      cardinality(entry.weekdays) between 1 and 7 and entry.weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]
      and entry.opens_minute between 0 and 1439
      and entry.closes_minute > entry.opens_minute and entry.closes_minute <= entry.opens_minute + 1440, false
    ) then
      perform private.refuse('not_understood', 422, 'value');
    end if;
    hours := hours || jsonb_build_object(
      'weekdays', entry.weekdays, 'opens_minute', entry.opens_minute, 'closes_minute', entry.closes_minute
    );
  end loop;
  return hours;
exception when data_exception then
  perform private.refuse('not_understood', 422, 'value');
end $$;
comment on function private.read_hours(jsonb) is 'Opening hours as somebody suggests them; refuses what no week has.';

create function private.read_fact(field text, value jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  tidy jsonb;
begin
  case field
  when 'name', 'description', 'eligibility' then
    tidy := private.tidy_texts(value, 'value', case field when 'name' then 160 when 'description' then 4000 else 1000 end, true, field <> 'name');
  when 'phones' then
    tidy := jsonb_build_array(jsonb_build_object(
      'number', private.tidy_line(value #>> '{0,number}', 'value', 40, true),
      'extension', private.tidy_line(value #>> '{0,extension}', 'value', 10)
    ));
    if tidy #>> '{0,number}' !~ '^(\+[1-9][0-9]{6,14}|[0-9]{3,6})$' or tidy #>> '{0,extension}' !~ '^[0-9]*$' then
      perform private.refuse('phone_not_understood', 422, 'value');
    end if;
  when 'schedules' then
    tidy := private.read_hours(value);
  when 'staff_languages' then
    if jsonb_typeof(value) is distinct from 'array' or value = '[]' then
      perform private.refuse('choose_one', 422, 'value');
    end if;
    tidy := to_jsonb(private.tidy_languages(array(select l.tag from jsonb_array_elements_text(value) as l(tag)), 'value'));
  when 'cost', 'state' then
    if not coalesce(value #>> '{}' = any (
      case field when 'cost' then array['free', 'sliding', 'paid'] else array['active', 'paused', 'closed'] end
    ), false) then
      perform private.refuse('choose_one', 422, 'value');
    end if;
    tidy := value;
  when 'place' then
    tidy := jsonb_build_object(
      'address_1', private.tidy_line(value ->> 'address_1', 'value', 160, true),
      'address_2', private.tidy_line(value ->> 'address_2', 'value', 160),
      'city', private.tidy_line(value ->> 'city', 'value', 80),
      'region', private.tidy_line(value ->> 'region', 'value', 80),
      'postal_code', private.tidy_line(value ->> 'postal_code', 'value', 20)
    );
  else
    perform private.refuse('choose_one', 422, 'field');
  end case;
  return tidy;
end $$;
comment on function private.read_fact(text, jsonb) is 'What somebody says that a fact should be, tidied. Refuses what its field cannot be, in its form''s field "value".';

create function private.content_of(service_id uuid, field text, value jsonb, publish boolean) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  page constant jsonb := public.read_service(content_of.service_id);
  place constant jsonb := page -> 'place';
begin
  return jsonb_build_object(content_of.field, case content_of.field
    -- One language is corrected; the others stay.
    when 'name' then (page -> 'name') || value
    when 'description' then (page -> 'description') || value
    when 'eligibility' then (page -> 'eligibility') || value
    -- The front door alone.
    when 'phones' then jsonb_build_array(coalesce(page #> '{phones,0}', '{}') || (value -> 0)) || ((page -> 'phones') - 0)
    when 'place' then (place - 'recipients' - 'locations') || jsonb_build_object(
      'locations', jsonb_build_array((place #> '{locations,0}') || value || '{"latitude": null, "longitude": null}') || ((place -> 'locations') - 0),
      'recipients', (select coalesce(jsonb_agg(r.entry -> 'id'), '[]') from jsonb_array_elements(place -> 'recipients') as r(entry)),
      'publish', publish
    )
    else value end);
end $$;
comment on function private.content_of(uuid, text, jsonb, boolean) is
  'A fact as public.revise_service takes it, over what is there now: one language of several, the first of the phones, the first address.';

grant execute on function private.fact_of(uuid, text), private.facts_of_card() to anon, authenticated;
grant execute on function private.mark_of(jsonb), private.content_of(uuid, text, jsonb, boolean)
  to authenticated;
