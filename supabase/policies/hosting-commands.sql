-- How organizations come to hold a gathering together, and how it ends. Each command locks the gatherings first, by id,
-- then the hostings, so that inviting, answering, editing and ending wait for one another in one order.

create function private.hostable(gathering_id uuid, organization_id uuid, scope text) returns uuid[]
language plpgsql security definer set search_path = '' as $$
declare
  asked record;
  wanted uuid[];
begin
  select g.id, g.series_id, g.recurrence_local into asked
  from public.gatherings g where g.id = hostable.gathering_id and g.organization_id = hostable.organization_id;
  if not found then
    perform private.refuse('not_found', 404);
  elsif coalesce(scope, 'this') not in ('this', 'following', 'all') then
    perform private.refuse('not_understood', 422, 'scope');
  end if;
  wanted := array(
    select g.id from public.gatherings g
    where g.organization_id = hostable.organization_id and (g.id = asked.id or (
      g.series_id = asked.series_id and scope in ('following', 'all')
      and (scope = 'all' or g.recurrence_local >= asked.recurrence_local)
    ))
    order by g.id
  );
  perform from public.gatherings g
  where g.organization_id = hostable.organization_id and g.id = any (wanted)
  order by g.id for no key update;
  return wanted;
end $$;
comment on function private.hostable(uuid, uuid, text) is
  'A gathering of an owner, with those of its series that follow, or with all of them; locked. Not for the API.';

create function private.invite_host(
  gathering_id uuid, organization_id uuid, host_id uuid, part public.host_part, may_edit boolean, scope text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  wanted uuid[];
  invited uuid[];
begin
  perform private.require_writer(invite_host.organization_id, 'gatherings.write');
  if invite_host.host_id is null or invite_host.host_id = invite_host.organization_id
    or not private.hold_fellowship(invite_host.organization_id, invite_host.host_id)
  then
    perform private.refuse('host_not_in_coalition', 422, 'host_id');
  elsif invite_host.part is null then
    perform private.refuse('choose_one', 422, 'part');
  end if;
  wanted := private.hostable(invite_host.gathering_id, invite_host.organization_id, invite_host.scope);
  if exists (select from public.gatherings g where g.id = invite_host.gathering_id and g.state = 'draft') then
    perform private.refuse('draft_has_no_hosts', 409);
  end if;

  with made as (
    insert into public.hostings as h (organization_id, gathering_id, host_id, part, may_edit, invited_by)
    select g.organization_id, g.id, invite_host.host_id, invite_host.part,
      coalesce(invite_host.may_edit, false) and invite_host.part = 'co_host', private.my_person()
    from public.gatherings g
    where g.id = any (wanted) and g.state <> 'draft' and (g.id = invite_host.gathering_id or g.ends_at > now())
    order by g.id
    on conflict on constraint hostings_once_per_host do update
    set part = excluded.part, may_edit = excluded.may_edit, invited_by = excluded.invited_by, state = 'invited',
      invited_at = now(), answered_at = null
    where h.state = 'declined'
    returning h.gathering_id
  )
  select array(select m.gathering_id from made m) into invited;
  if cardinality(invited) = 0 then
    perform private.refuse('already_hosting', 409, 'host_id');
  end if;
  perform private.mail_hosting(invite_host.organization_id, invited, invite_host.host_id);
  return jsonb_build_object('id', invite_host.gathering_id, 'invited', cardinality(invited));
end $$;
comment on function private.invite_host(uuid, uuid, uuid, public.host_part, boolean, text) is 'See public.invite_host.';

create function public.invite_host(
  gathering_id uuid, organization_id uuid, host_id uuid, part public.host_part,
  may_edit boolean default false, scope text default 'this'
) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.invite_host(
    invite_host.gathering_id, invite_host.organization_id, invite_host.host_id, invite_host.part,
    invite_host.may_edit, invite_host.scope
  );
end $$;
comment on function public.invite_host(uuid, uuid, uuid, public.host_part, boolean, text) is
  'Invites a fellow organization to co-host a gathering or to promote it: this one, it and those of its series that follow, or all that are not over. From now on it sees the card, and as a co-host the detail. Refuses host_not_in_coalition in the same words whether the organization exists or not, draft_has_no_hosts, already_hosting.';

create function private.answer_hosting(gathering_id uuid, organization_id uuid, accept boolean) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  asked public.hostings;
  wanted uuid[];
  answer constant public.hosting_state := case when accept then 'accepted' else 'declined' end;
  answered integer;
begin
  perform private.require_writer(answer_hosting.organization_id, 'gatherings.write');
  select h.organization_id into asked.organization_id
  from public.hostings h join public.gatherings g on g.organization_id = h.organization_id and g.id = h.gathering_id
  where h.gathering_id = answer_hosting.gathering_id and h.host_id = answer_hosting.organization_id and g.state <> 'draft';
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  wanted := private.hostable(answer_hosting.gathering_id, asked.organization_id, 'all');
  select h.* into asked from public.hostings h
  where h.organization_id = asked.organization_id and h.gathering_id = answer_hosting.gathering_id
    and h.host_id = answer_hosting.organization_id
  for update;
  if not found then
    perform private.refuse('not_found', 404);
  elsif asked.state = answer then
    return jsonb_build_object('id', answer_hosting.gathering_id);
  elsif asked.state <> 'invited' then
    perform private.refuse('hosting_answered', 409);
  end if;

  perform set_config('hamkke.acting', answer_hosting.organization_id::text, true);
  update public.hostings h set state = answer, answered_at = now()
  where h.organization_id = asked.organization_id and h.gathering_id = any (wanted)
    and h.host_id = answer_hosting.organization_id and h.state = 'invited';
  get diagnostics answered = row_count;
  perform private.mail_hosting_answer(asked);
  return jsonb_build_object('id', answer_hosting.gathering_id, 'answered', answered);
end $$;
comment on function private.answer_hosting(uuid, uuid, boolean) is 'See public.answer_hosting.';

create function public.answer_hosting(gathering_id uuid, organization_id uuid, accept boolean) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.answer_hosting(answer_hosting.gathering_id, answer_hosting.organization_id, coalesce(accept, false));
end $$;
comment on function public.answer_hosting(uuid, uuid, boolean) is
  'Accepts or declines, for the invited organization, to hold a gathering, and whatever else of its series it is invited to. The same answer twice is one. Refuses hosting_answered, not_found.';

create function private.end_hosting(gathering_id uuid, organization_id uuid, host_id uuid, scope text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  owner uuid;
  wanted uuid[];
  ended integer;
begin
  perform private.require_writer(end_hosting.organization_id, 'gatherings.write');
  select h.organization_id into owner from public.hostings h
  where h.gathering_id = end_hosting.gathering_id and h.host_id = end_hosting.host_id
    and end_hosting.organization_id in (h.organization_id, h.host_id);
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  wanted := private.hostable(end_hosting.gathering_id, owner, end_hosting.scope);
  if end_hosting.organization_id = end_hosting.host_id then
    perform set_config('hamkke.acting', end_hosting.host_id::text, true);
  end if;
  delete from public.hostings h
  where h.organization_id = owner and h.gathering_id = any (wanted) and h.host_id = end_hosting.host_id
    -- What a host declined is answered; ending it too would take the answer from its owner.
    and (end_hosting.organization_id = owner or h.state = 'accepted');
  get diagnostics ended = row_count;
  if ended = 0 then
    perform private.refuse('not_found', 404);
  end if;
  return jsonb_build_object('id', end_hosting.gathering_id, 'ended', ended);
end $$;
comment on function private.end_hosting(uuid, uuid, uuid, text) is 'See public.end_hosting.';

create function public.end_hosting(gathering_id uuid, organization_id uuid, host_id uuid, scope text default 'this')
returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.end_hosting(
    end_hosting.gathering_id, end_hosting.organization_id, end_hosting.host_id, end_hosting.scope
  );
end $$;
comment on function public.end_hosting(uuid, uuid, uuid, text) is
  'Ends a hosting, or takes an invitation back: acting as the owner, or as the host that accepted. Every right of the host ends with the next request; each side keeps its own people. Refuses not_found.';

create function private.change_hosting(
  gathering_id uuid, organization_id uuid, host_id uuid, may_edit boolean, scope text
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  wanted uuid[];
begin
  perform private.require_writer(change_hosting.organization_id, 'gatherings.write');
  wanted := private.hostable(change_hosting.gathering_id, change_hosting.organization_id, change_hosting.scope);
  update public.hostings h set may_edit = coalesce(change_hosting.may_edit, false)
  where h.organization_id = change_hosting.organization_id and h.gathering_id = any (wanted)
    and h.host_id = change_hosting.host_id and h.part = 'co_host' and h.state <> 'declined';
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  return jsonb_build_object('id', change_hosting.gathering_id);
end $$;
comment on function private.change_hosting(uuid, uuid, uuid, boolean, text) is 'See public.change_hosting.';

create function public.change_hosting(
  gathering_id uuid, organization_id uuid, host_id uuid, may_edit boolean, scope text default 'this'
) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.change_hosting(
    change_hosting.gathering_id, change_hosting.organization_id, change_hosting.host_id, change_hosting.may_edit,
    change_hosting.scope
  );
end $$;
comment on function public.change_hosting(uuid, uuid, uuid, boolean, text) is
  'Whether editors of a co-host may change card and detail, as its owner decides. Refuses not_found.';

grant execute on function
  private.invite_host(uuid, uuid, uuid, public.host_part, boolean, text), private.answer_hosting(uuid, uuid, boolean),
  private.end_hosting(uuid, uuid, uuid, text), private.change_hosting(uuid, uuid, uuid, boolean, text),
  public.invite_host(uuid, uuid, uuid, public.host_part, boolean, text), public.answer_hosting(uuid, uuid, boolean),
  public.end_hosting(uuid, uuid, uuid, text), public.change_hosting(uuid, uuid, uuid, boolean, text)
  to authenticated;
