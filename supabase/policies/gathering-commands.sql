-- What editors do with a gathering. Each command is one transaction and acts with the caller's own rights:
-- the policies of gatherings.sql decide, these functions say why in words.

create function private.lock_gathering(gathering_id uuid, organization_id uuid, seen_version integer)
returns public.gatherings
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
begin
  -- One answer for a hidden, an absent and a foreign one; only the owner's people learn that a right is missing.
  select g.id, g.organization_id into gathering.id, gathering.organization_id
  from public.gatherings g
  where g.id = lock_gathering.gathering_id and g.organization_id = lock_gathering.organization_id
    and g.organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]);
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(gathering.organization_id, 'gatherings.write');

  select g.state, g.audience into gathering.state, gathering.audience
  from public.gatherings g where g.id = gathering.id for no key update;
  if private.version_of(gathering.id) is distinct from seen_version then
    perform private.refuse('changed_meanwhile', 409);
  end if;
  return gathering;
end $$;
comment on function private.lock_gathering(uuid, uuid, integer) is
  'The gathering a command is about, locked until the command ends. Refuses when somebody changed it since it was read.';

grant execute on function private.lock_gathering(uuid, uuid, integer) to authenticated;

create function private.put_up(draft public.gatherings, recipients uuid[], detail jsonb, notes text) returns uuid
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings;
begin
  insert into public.gatherings as g (
    organization_id, submission_id, coalition_id, title, description, kind, area, languages,
    starts_local, ends_local, time_zone, starts_fold, ends_fold, state, audience, indexable, tells_taken,
    series_id, recurrence_local
  ) values (
    draft.organization_id, draft.submission_id, draft.coalition_id,
    draft.title, draft.description, draft.kind, draft.area, draft.languages,
    draft.starts_local, draft.ends_local, draft.time_zone, draft.starts_fold, draft.ends_fold,
    draft.state, draft.audience, draft.indexable, draft.tells_taken, draft.series_id, draft.recurrence_local
  )
  on conflict on constraint gatherings_one_per_submission do nothing
  returning g.id, g.organization_id, g.audience into gathering.id, gathering.organization_id, gathering.audience;
  if not found then
    return null;
  end if;
  perform private.name_recipients(gathering, 'card', gathering.audience, recipients);
  if detail is not null then
    perform private.write_detail(gathering, detail);
  end if;
  perform private.write_notes(gathering, notes);
  return gathering.id;
end $$;
comment on function private.put_up(public.gatherings, uuid[], jsonb, text) is
  'Writes a new gathering with its layers and the organizations each is named to. Null where this was submitted before, perhaps by another press of the same button a moment ago.';

create function private.submitted_before(organization_id uuid, submission_id uuid) returns uuid
language plpgsql stable set search_path = '' as $$
begin
  return (
    select g.id from public.gatherings g
    where g.organization_id = submitted_before.organization_id and g.submission_id = submitted_before.submission_id
  );
end $$;
comment on function private.submitted_before(uuid, uuid) is 'The gathering that a form''s own number has made; null where there is none yet.';

grant execute on function private.put_up(public.gatherings, uuid[], jsonb, text), private.submitted_before(uuid, uuid) to authenticated;

create function public.schedule_gathering(
  organization_id uuid, submission_id uuid, card jsonb, recipients uuid[], detail jsonb default null, notes text default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  draft public.gatherings;
  made uuid;
begin
  perform private.require_writer(schedule_gathering.organization_id, 'gatherings.write');
  if schedule_gathering.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  draft := private.read_card(card);
  draft.organization_id := schedule_gathering.organization_id;
  draft.submission_id := schedule_gathering.submission_id;
  made := private.put_up(draft, recipients, detail, notes);
  if made is null then
    -- A statement of its own: only a new one sees what another press has committed while this one waited.
    made := private.submitted_before(draft.organization_id, draft.submission_id);
  end if;
  return jsonb_build_object('id', made);
end $$;
comment on function public.schedule_gathering(uuid, uuid, jsonb, uuid[], jsonb, text) is
  'Makes a gathering with its layers and the organizations each is named to. A repeated submission answers with the row of the first.';

create function public.revise_gathering(
  gathering_id uuid, organization_id uuid, seen_version integer, card jsonb, recipients uuid[],
  detail jsonb default null, notes text default null
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
    indexable = revised.indexable, tells_taken = revised.tells_taken,
    -- A cancelled gathering stays cancelled until it is restored.
    state = case when gathering.state = 'cancelled' then g.state else revised.state end,
    singled_out = g.series_id is not null
  where g.id = gathering.id
  returning g.audience into gathering.audience;
  perform private.name_recipients(gathering, 'card', gathering.audience, recipients);
  if detail is not null then
    perform private.write_detail(gathering, detail);
  end if;
  if notes is not null then
    perform private.write_notes(gathering, notes);
  end if;
  return jsonb_build_object('id', gathering.id, 'version', private.version_of(gathering.id));
end $$;
comment on function public.revise_gathering(uuid, uuid, integer, jsonb, uuid[], jsonb, text) is
  'Writes a whole card, and the layers that are given, over the version its writer saw, together with the organizations each is named to. A layer that is null stays as it is.';

create function public.move_gathering(
  gathering_id uuid, organization_id uuid, seen_version integer, starts_local text, ends_local text,
  starts_fold smallint default null, ends_fold smallint default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  gathering public.gatherings := private.lock_gathering(
    move_gathering.gathering_id, move_gathering.organization_id, move_gathering.seen_version
  );
begin
  update public.gatherings g set
    starts_local = private.read_wall_time(move_gathering.starts_local, 'starts'),
    ends_local = private.read_wall_time(move_gathering.ends_local, 'ends'),
    starts_fold = move_gathering.starts_fold, ends_fold = move_gathering.ends_fold,
    singled_out = g.series_id is not null
  where g.id = gathering.id;
  return jsonb_build_object('id', gathering.id, 'version', private.version_of(gathering.id));
end $$;
comment on function public.move_gathering(uuid, uuid, integer, text, text, smallint, smallint) is
  'Gives a gathering another wall time in the zone of its place, over the version its writer saw.';

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
  where g.id = gathering.id;
  return jsonb_build_object('id', gathering.id, 'version', private.version_of(gathering.id));
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
  where g.id = gathering.id;
  return jsonb_build_object('id', gathering.id, 'version', private.version_of(gathering.id));
end $$;
comment on function public.restore_gathering(uuid, uuid, integer) is 'Takes a cancellation back.';

grant execute on function
  public.schedule_gathering(uuid, uuid, jsonb, uuid[], jsonb, text),
  public.revise_gathering(uuid, uuid, integer, jsonb, uuid[], jsonb, text),
  public.move_gathering(uuid, uuid, integer, text, text, smallint, smallint),
  public.cancel_gathering(uuid, uuid, integer, text),
  public.restore_gathering(uuid, uuid, integer)
  to authenticated;
