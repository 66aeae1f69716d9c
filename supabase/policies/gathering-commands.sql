-- What editors do with a gathering. Each command is one transaction and acts with the caller's own rights:
-- the policies of gatherings.sql decide, these functions say why in words.

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
    ('starts_local', '^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$'),
    ('ends_local', '^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$'),
    ('starts_fold', '^[01]$'),
    ('ends_fold', '^[01]$'),
    ('state', '^(draft|scheduled)$'),
    ('audience', '^(owner|named|coalition|everyone)$')
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
  if result.audience = 'coalition' and result.coalition_id is null then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  return result;
end $$;
comment on function private.read_card(jsonb) is 'The columns of a card that arrived as JSON. Names the field that cannot be read.';

create function private.read_wall_time(value text, field text) returns timestamp
language plpgsql stable set search_path = '' as $$
begin
  return value::timestamp;
exception when datetime_field_overflow or invalid_datetime_format then
  perform private.refuse('not_understood', 422, field);
end $$;
comment on function private.read_wall_time(text, text) is 'A wall time, or a refusal when the calendar has no such day.';

create function private.name_recipients(gathering public.gatherings, recipients uuid[]) returns void
language plpgsql set search_path = '' as $$
declare
  named uuid[] := case when gathering.audience = 'named'
    then array(select distinct r.id from unnest(recipients) as r(id) where r.id is not null) else '{}' end;
begin
  if gathering.audience = 'named' and cardinality(named) = 0 then
    perform private.refuse('named_needs_recipients', 422, 'recipients');
  elsif cardinality(named) > 200 then
    perform private.refuse('too_many', 422, 'recipients', jsonb_build_object('maximum', 200));
  end if;

  delete from public.shares s
  where s.organization_id = gathering.organization_id and s.gathering_id = gathering.id
    and s.recipient_id <> all (named);
  insert into public.shares (organization_id, gathering_id, recipient_id)
  select gathering.organization_id, gathering.id, r.id
  from unnest(named) as r(id)
  where not exists (
    select from public.shares s
    where s.organization_id = gathering.organization_id and s.gathering_id = gathering.id and s.recipient_id = r.id
  );
end $$;
comment on function private.name_recipients(public.gatherings, uuid[]) is
  'Makes the shares of a gathering those of the list; none at all where its audience is not "named".';

create function private.lock_gathering(gathering_id uuid, organization_id uuid, seen_version integer)
returns public.gatherings
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
begin
  -- One answer for a hidden, an absent and a foreign one; only the owner's people learn that a right is missing.
  select g.id, g.organization_id, g.state, g.audience, g.version
  into gathering.id, gathering.organization_id, gathering.state, gathering.audience, gathering.version
  from public.gatherings g
  where g.id = lock_gathering.gathering_id and g.organization_id = lock_gathering.organization_id
    and g.organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]);
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(gathering.organization_id, 'gatherings.write');

  select g.state, g.audience, g.version into gathering.state, gathering.audience, gathering.version
  from public.gatherings g where g.id = gathering.id for no key update;
  if gathering.version is distinct from seen_version then
    perform private.refuse('changed_meanwhile', 409);
  end if;
  return gathering;
end $$;
comment on function private.lock_gathering(uuid, uuid, integer) is
  'The gathering a command is about, locked until the command ends. Refuses when somebody changed it since it was read.';

grant execute on function
  private.read_card(jsonb), private.read_wall_time(text, text),
  private.name_recipients(public.gatherings, uuid[]), private.lock_gathering(uuid, uuid, integer)
  to authenticated;

create function public.schedule_gathering(organization_id uuid, submission_id uuid, card jsonb, recipients uuid[])
returns jsonb
language plpgsql set search_path = '' as $$
declare
  draft public.gatherings;
  gathering public.gatherings;
begin
  perform private.require_writer(schedule_gathering.organization_id, 'gatherings.write');
  if schedule_gathering.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  draft := private.read_card(card);

  insert into public.gatherings as g (
    organization_id, submission_id, coalition_id, title, description, kind, area, languages,
    starts_local, ends_local, time_zone, starts_fold, ends_fold, state, audience
  ) values (
    schedule_gathering.organization_id, schedule_gathering.submission_id, draft.coalition_id,
    draft.title, draft.description, draft.kind, draft.area, draft.languages,
    draft.starts_local, draft.ends_local, draft.time_zone, draft.starts_fold, draft.ends_fold,
    draft.state, draft.audience
  )
  on conflict on constraint gatherings_one_per_submission do nothing
  returning g.id, g.organization_id, g.audience into gathering.id, gathering.organization_id, gathering.audience;
  if found then
    perform private.name_recipients(gathering, recipients);
    return jsonb_build_object('id', gathering.id);
  end if;

  -- Submitted before, perhaps by another press of the same button a moment ago.
  return (
    select jsonb_build_object('id', g.id) from public.gatherings g
    where g.organization_id = schedule_gathering.organization_id
      and g.submission_id = schedule_gathering.submission_id
  );
end $$;
comment on function public.schedule_gathering(uuid, uuid, jsonb, uuid[]) is
  'Makes a gathering with the organizations it is named to. A repeated submission answers with the row of the first.';

create function public.revise_gathering(
  gathering_id uuid, organization_id uuid, seen_version integer, card jsonb, recipients uuid[]
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
  revised public.gatherings;
begin
  gathering := private.lock_gathering(
    revise_gathering.gathering_id, revise_gathering.organization_id, revise_gathering.seen_version
  );
  revised := private.read_card(card);

  update public.gatherings g set
    coalition_id = revised.coalition_id, title = revised.title, description = revised.description,
    kind = revised.kind, area = revised.area, languages = revised.languages,
    starts_local = revised.starts_local, ends_local = revised.ends_local, time_zone = revised.time_zone,
    starts_fold = revised.starts_fold, ends_fold = revised.ends_fold, audience = revised.audience,
    -- A cancelled gathering stays cancelled until it is restored.
    state = case when gathering.state = 'cancelled' then g.state else revised.state end
  where g.id = gathering.id
  returning g.audience, g.version into gathering.audience, gathering.version;
  perform private.name_recipients(gathering, recipients);
  return jsonb_build_object('id', gathering.id, 'version', gathering.version);
end $$;
comment on function public.revise_gathering(uuid, uuid, integer, jsonb, uuid[]) is
  'Writes a whole card over the version its writer saw, together with the organizations it is named to.';

create function public.cancel_gathering(gathering_id uuid, organization_id uuid, seen_version integer, reason text)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
begin
  gathering := private.lock_gathering(
    cancel_gathering.gathering_id, cancel_gathering.organization_id, cancel_gathering.seen_version
  );
  if gathering.state = 'cancelled' then
    perform private.refuse('already_cancelled', 409);
  end if;
  update public.gatherings g set state = 'cancelled', cancellation_reason = reason
  where g.id = gathering.id
  returning g.version into gathering.version;
  return jsonb_build_object('id', gathering.id, 'version', gathering.version);
end $$;
comment on function public.cancel_gathering(uuid, uuid, integer, text) is
  'Cancels a scheduled gathering with a reason. Whoever saw it still does.';

create function public.restore_gathering(gathering_id uuid, organization_id uuid, seen_version integer)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
begin
  gathering := private.lock_gathering(
    restore_gathering.gathering_id, restore_gathering.organization_id, restore_gathering.seen_version
  );
  if gathering.state <> 'cancelled' then
    perform private.refuse('not_cancelled', 409);
  end if;
  update public.gatherings g set state = 'scheduled'
  where g.id = gathering.id
  returning g.version into gathering.version;
  return jsonb_build_object('id', gathering.id, 'version', gathering.version);
end $$;
comment on function public.restore_gathering(uuid, uuid, integer) is 'Takes a cancellation back.';

grant execute on function
  public.schedule_gathering(uuid, uuid, jsonb, uuid[]),
  public.revise_gathering(uuid, uuid, integer, jsonb, uuid[]),
  public.cancel_gathering(uuid, uuid, integer, text),
  public.restore_gathering(uuid, uuid, integer)
  to authenticated;
