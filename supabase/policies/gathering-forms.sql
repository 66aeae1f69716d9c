-- What arrives from the form of a gathering, layer by layer, and how it is written. Called by the commands alone.

create function private.read_card(card jsonb) returns public.gatherings
language plpgsql stable set search_path = '' as $$
declare
  result public.gatherings;
  field text;
  expected text;
begin
  if jsonb_typeof(card) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  for field, expected in select * from (values
    ('coalition_id', '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'),
    ('kind', '^(clinic|workshop|know_your_rights|registration_drive|meeting|vigil_or_march|training|other)$'),
    ('starts_fold', '^[01]$'),
    ('ends_fold', '^[01]$'),
    ('state', '^(draft|scheduled)$'),
    ('audience', '^(owner|named|coalition|everyone)$'),
    ('indexable', '^(true|false)$'),
    ('tells_taken', '^(true|false)$')
  ) as f(field, expected) loop
    if card ->> field !~ expected then
      perform private.refuse('not_understood', 422, replace(field, '_local', ''));
    end if;
  end loop;
  if jsonb_typeof(card -> 'languages') not in ('array', 'null') then
    perform private.refuse('not_understood', 422, 'languages');
  end if;

  result.coalition_id := card ->> 'coalition_id';
  result.title := card -> 'title';
  result.description := nullif(card -> 'description', 'null');
  result.kind := coalesce(card ->> 'kind', 'other');
  result.area := card ->> 'area';
  result.languages := array(
    select tag from jsonb_array_elements_text(coalesce(nullif(card -> 'languages', 'null'), '[]')) as l(tag)
  );
  result.time_zone := card ->> 'time_zone';
  result.starts_local := private.read_wall_time(card ->> 'starts_local', 'starts');
  result.ends_local := private.read_wall_time(card ->> 'ends_local', 'ends');
  result.starts_fold := card ->> 'starts_fold';
  result.ends_fold := card ->> 'ends_fold';
  result.state := coalesce(card ->> 'state', 'draft');
  result.audience := coalesce(card ->> 'audience', 'owner');
  result.indexable := coalesce(card ->> 'indexable', 'false');
  result.tells_taken := coalesce(card ->> 'tells_taken', 'false');
  if result.audience = 'coalition' and result.coalition_id is null then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  return result;
end $$;
comment on function private.read_card(jsonb) is 'The columns of a card that arrived as JSON. Names the field that cannot be read.';

create function private.read_wall_time(value text, field text) returns timestamp
language plpgsql stable set search_path = '' as $$
begin
  if value !~ '^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$' then
    perform private.refuse('not_understood', 422, field);
  end if;
  return value::timestamp;
exception when datetime_field_overflow or invalid_datetime_format then
  perform private.refuse('not_understood', 422, field);
end $$;
comment on function private.read_wall_time(text, text) is 'A wall time as digits and nothing else, or a refusal: of words, of zones, and of days that the calendar does not have.';

create function private.name_recipients(
  gatherings uuid[], organization_id uuid, layer public.layer, audience public.audience, recipients uuid[]
) returns void
language plpgsql set search_path = '' as $$
declare
  field constant text := case layer when 'card' then 'recipients' else 'detail.recipients' end;
  named uuid[] := case when name_recipients.audience = 'named'
    then array(select distinct r.id from unnest(recipients) as r(id) where r.id is not null) else '{}' end;
begin
  if name_recipients.audience = 'named' and cardinality(named) = 0 then
    perform private.refuse('named_needs_recipients', 422, field);
  elsif cardinality(named) > 200 then
    perform private.refuse('too_many', 422, field, jsonb_build_object('maximum', 200));
  end if;

  delete from public.shares s
  where s.organization_id = name_recipients.organization_id and s.gathering_id = any (gatherings)
    and s.layer = name_recipients.layer and s.recipient_id <> all (named);
  insert into public.shares (organization_id, gathering_id, layer, recipient_id)
  select name_recipients.organization_id, g.id, name_recipients.layer, r.id
  from unnest(gatherings) as g(id) cross join unnest(named) as r(id)
  where not exists (
    select from public.shares s
    where s.organization_id = name_recipients.organization_id and s.gathering_id = g.id
      and s.layer = name_recipients.layer and s.recipient_id = r.id
  );
end $$;
comment on function private.name_recipients(uuid[], uuid, public.layer, public.audience, uuid[]) is
  'Makes the shares of a layer of these gatherings those of the list; none at all where its audience is not "named".';

create function private.name_recipients(
  gathering public.gatherings, layer public.layer, audience public.audience, recipients uuid[]
) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.name_recipients(array[gathering.id], gathering.organization_id, layer, audience, recipients);
end $$;
comment on function private.name_recipients(public.gatherings, public.layer, public.audience, uuid[]) is
  'The same for one gathering.';

create function private.read_detail(detail jsonb) returns public.gathering_details
language plpgsql stable set search_path = '' as $$
declare
  uuid_pattern constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
  facts constant jsonb := '["step_free", "accessible_restroom", "accessible_parking", "near_transit", "hearing_loop", "quiet_room", "child_space", "scent_free"]';
  result public.gathering_details;
begin
  if jsonb_typeof(detail) is distinct from 'object' then
    perform private.refuse('not_understood', 422, 'detail.address');
  elsif detail ->> 'audience' !~ '^(owner|named|coalition|everyone)$' then
    perform private.refuse('not_understood', 422, 'detail.audience');
  elsif detail ->> 'coalition_id' !~ uuid_pattern then
    perform private.refuse('not_understood', 422, 'detail.coalition_id');
  elsif not coalesce(nullif(detail -> 'accessibility', 'null'), '[]') <@ facts then
    perform private.refuse('not_understood', 422, 'detail.accessibility');
  elsif coalesce(jsonb_typeof(detail -> 'recipients'), 'array') <> 'array' or exists (
    select from jsonb_array_elements_text(coalesce(detail -> 'recipients', '[]')) as r(id) where r.id !~ uuid_pattern
  ) then
    perform private.refuse('not_understood', 422, 'detail.recipients');
  end if;
  result.audience := coalesce(detail ->> 'audience', 'owner');
  result.coalition_id := case when result.audience = 'coalition' then (detail ->> 'coalition_id')::uuid end;
  result.address := private.tidy_paragraph(detail ->> 'address', 'detail.address', 300);
  result.online_url := private.tidy_line(detail ->> 'online_url', 'detail.online_url', 500);
  result.contact := private.tidy_line(detail ->> 'contact', 'detail.contact', 200);
  result.instructions := private.tidy_texts(nullif(detail -> 'instructions', 'null'), 'detail.instructions', 2000, false, true);
  result.accessibility := array(
    select distinct f.fact from jsonb_array_elements_text(coalesce(nullif(detail -> 'accessibility', 'null'), '[]')) as f(fact)
    order by f.fact
  );
  return result;
end $$;
comment on function private.read_detail(jsonb) is 'The columns of a detail that arrived as JSON. Names the field that cannot be read.';

create function private.write_detail(gathering public.gatherings, detail jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  wanted public.gathering_details := private.read_detail(detail);
begin
  perform set_config('hamkke.published', case when detail ->> 'publish' = 'true' then gathering.id::text else '' end, true);
  if not exists (
    select from public.gathering_details d
    where d.organization_id = gathering.organization_id and d.gathering_id = gathering.id
  ) then
    insert into public.gathering_details (
      organization_id, gathering_id, address, online_url, contact, instructions, accessibility, audience, coalition_id
    ) values (
      gathering.organization_id, gathering.id, wanted.address, wanted.online_url, wanted.contact,
      wanted.instructions, wanted.accessibility, wanted.audience, wanted.coalition_id
    );
  else
    update public.gathering_details d set
      address = wanted.address, online_url = wanted.online_url, contact = wanted.contact,
      instructions = wanted.instructions, accessibility = wanted.accessibility,
      audience = wanted.audience, coalition_id = wanted.coalition_id
    where d.organization_id = gathering.organization_id and d.gathering_id = gathering.id;
  end if;
  perform private.name_recipients(gathering, 'detail', wanted.audience, array(
    select r.id::uuid from jsonb_array_elements_text(coalesce(detail -> 'recipients', '[]')) as r(id)
  ));
end $$;
comment on function private.write_detail(public.gatherings, jsonb) is
  'Writes the detail of a gathering and whom it is named to. Opening it to everyone needs "publish": true, whenever something new becomes public.';

create function private.write_notes(gathering public.gatherings, notes text) returns void
language plpgsql set search_path = '' as $$
declare
  wanted constant text := private.tidy_paragraph(notes, 'notes', 4000);
  stored text := private.notes_of(gathering.id, gathering.organization_id);
begin
  if wanted = '' then
    delete from public.gathering_notes n
    where n.organization_id = gathering.organization_id and n.gathering_id = gathering.id;
  elsif stored is null then
    insert into public.gathering_notes (organization_id, gathering_id, body)
    values (gathering.organization_id, gathering.id, wanted);
  elsif stored <> wanted then
    update public.gathering_notes n set body = wanted
    where n.organization_id = gathering.organization_id and n.gathering_id = gathering.id;
  end if;
end $$;
comment on function private.write_notes(public.gatherings, text) is 'Writes the notes of a gathering; none at all where nothing is noted.';

grant execute on function
  private.read_card(jsonb), private.read_wall_time(text, text),
  private.name_recipients(uuid[], uuid, public.layer, public.audience, uuid[]),
  private.name_recipients(public.gatherings, public.layer, public.audience, uuid[]),
  private.read_detail(jsonb), private.write_detail(public.gatherings, jsonb), private.write_notes(public.gatherings, text)
  to authenticated;
