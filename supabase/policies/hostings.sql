-- Who may see which organizations hold a gathering together, and what a host may not decide.

grant select (organization_id, gathering_id, host_id, part, may_edit, state, invited_at, answered_at)
  on public.hostings to authenticated;
create policy hostings_select_owner_or_host on public.hostings
  for select to authenticated
  using (array[organization_id, host_id] && (select private.my_organizations('gatherings.read')));

-- No insert, update or delete: the commands of hosting-commands.sql know who may do which, and in what order.

create function private.sees_card(gathering_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from public.gatherings g
    where g.id = sees_card.gathering_id and (
      g.organization_id = any (private.my_organizations('gatherings.read'))
      or (g.state <> 'draft' and (
        g.audience = 'everyone'
        or (g.audience = 'coalition' and g.coalition_id = any (private.my_coalitions()))
        or (g.audience = 'named' and exists (
          select from public.shares s
          where s.organization_id = g.organization_id and s.gathering_id = g.id and s.layer = 'card'
            and s.recipient_id = any (private.my_organizations('gatherings.read'))
        ))
        or exists (
          select from public.hostings h
          where h.organization_id = g.organization_id and h.gathering_id = g.id and h.state in ('invited', 'accepted')
            and h.host_id = any (private.my_organizations('gatherings.read'))
        )
      ))
    )
  );
end $$;
comment on function private.sees_card(uuid) is
  'Whether the policies of gatherings show the caller this card, for functions that look past them. A test compares the two.';

create function private.shown_hosts(gathering_id uuid) returns table (host_id uuid, part public.host_part)
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.sees_card(shown_hosts.gathering_id) then
    return query
      select h.host_id, h.part from public.hostings h
      where h.gathering_id = shown_hosts.gathering_id and h.state = 'accepted';
  end if;
end $$;
comment on function private.shown_hosts(uuid) is
  'Who accepted to hold a gathering or to spread the word, for whoever sees its card: being a host is as public as the card.';

create function private.hosts_of(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'shown', (
      select coalesce(jsonb_agg(jsonb_build_object('organization', o.label, 'part', h.part) order by h.part, o.slug), '[]')
      from private.shown_hosts(hosts_of.gathering_id) h
      join private.organization_labels o on o.id = h.host_id
    ),
    'known', private.known_hostings(hosts_of.gathering_id, hosts_of.organization_id)
  );
end $$;
comment on function private.hosts_of(uuid, uuid) is
  'Who holds a gathering beside its owner: "shown" for everyone who sees it, of organizations the reader may know; "known" are the hostings with their state and rights, all for the owner''s people, its own for a host''s.';

create function private.known_hostings(gathering_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'organization', o.label, 'part', h.part, 'may_edit', h.may_edit, 'state', h.state
    ) order by h.part, o.slug), '[]')
    from public.hostings h join private.organization_labels o on o.id = h.host_id
    where h.organization_id = known_hostings.organization_id and h.gathering_id = known_hostings.gathering_id
  );
end $$;
comment on function private.known_hostings(uuid, uuid) is 'The hostings of a gathering that the caller may see, with state and rights.';

grant execute on function
  private.sees_card(uuid), private.shown_hosts(uuid), private.hosts_of(uuid, uuid), private.known_hostings(uuid, uuid)
  to anon, authenticated;

-- ── What a host may not decide ──────────────────────────────────────────────────────────────────────────────

create function private.require_hosting(owner uuid, gathering uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform from public.gatherings g where g.organization_id = owner and g.id = gathering for no key update;
  -- Asked anew behind the lock: whoever ends a hosting has held it.
  perform from public.hostings h
  where h.organization_id = owner and h.gathering_id = gathering and h.state = 'accepted' and h.may_edit
    and h.host_id = any (private.my_organizations('gatherings.write'));
  if not found then
    perform private.refuse('not_found', 404);
  end if;
end $$;
comment on function private.require_hosting(uuid, uuid) is
  'Locks a gathering and refuses, as absent, unless the caller may still write it as one of its co-hosts.';
grant execute on function private.require_hosting(uuid, uuid) to authenticated;

create function private.keep_owners_decisions() returns trigger
language plpgsql set search_path = '' as $$
declare
  -- What a co-host may change, and what triggers derive from it. Any other column, old or new, is the owner's.
  open_to_hosts constant text[] := array[
    'title', 'description', 'kind', 'area', 'languages', 'starts_local', 'ends_local', 'time_zone', 'starts_fold',
    'ends_fold', 'starts_at', 'ends_at', 'singled_out', 'version', 'updated_at', 'sequence', 'revised_at'
  ];
begin
  if current_user <> 'authenticated' or new.organization_id = any (private.my_organizations('gatherings.write')) then
    return new;
  end if;
  perform private.require_hosting(new.organization_id, new.id);
  if to_jsonb(new) - open_to_hosts is distinct from to_jsonb(old) - open_to_hosts then
    perform private.refuse('only_the_owner_decides', 403);
  end if;
  return new;
end $$;
comment on function private.keep_owners_decisions() is
  'A co-host changes what a card says. Who can see it, whether it takes place and all else stays the owner''s decision.';
create trigger gatherings_keep_owners_decisions before update on public.gatherings
  for each row execute function private.keep_owners_decisions();

create function private.keep_owners_detail() returns trigger
language plpgsql set search_path = '' as $$
begin
  if current_user <> 'authenticated' or new.organization_id = any (private.my_organizations('gatherings.write')) then
    return new;
  end if;
  perform private.require_hosting(new.organization_id, new.gathering_id);
  if tg_op = 'INSERT' and (new.audience <> 'owner' or new.coalition_id is not null) then
    perform private.refuse('only_the_owner_decides', 403, 'detail.audience');
  elsif tg_op = 'UPDATE' and (new.audience, new.coalition_id) is distinct from (old.audience, old.coalition_id) then
    perform private.refuse('only_the_owner_decides', 403, 'detail.audience');
  elsif tg_op = 'UPDATE' and old.audience = 'everyone'
    and (new.address, new.online_url, new.contact, new.instructions)
      is distinct from (old.address, old.online_url, old.contact, old.instructions)
  then
    perform private.refuse('only_the_owner_decides', 403, 'detail.address');
  end if;
  return new;
end $$;
comment on function private.keep_owners_detail() is
  'A co-host changes what a detail says, but not who can see it, and nothing of it that everyone sees: publishing is the owner''s decision.';
create trigger gathering_details_keep_owners_detail before insert or update on public.gathering_details
  for each row execute function private.keep_owners_detail();

-- ── What a hosting leaves behind ────────────────────────────────────────────────────────────────────────────

create function private.queue_hosting() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.gatherings g
  where g.organization_id = old.organization_id and g.id = old.gathering_id
  for no key update;
  return old;
end $$;
comment on function private.queue_hosting() is 'A hosting ends in turn with what its host is writing: before it or behind it, never over it.';
create trigger hostings_queue before delete on public.hostings
  for each row execute function private.queue_hosting();

create function private.keep_hosted() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  owner constant uuid := case when tg_op = 'DELETE' then old.organization_id else new.organization_id end;
  gathering constant uuid := case when tg_op = 'DELETE' then old.gathering_id else new.gathering_id end;
  has_hosts constant boolean := exists (
    select from public.hostings h
    where h.organization_id = owner and h.gathering_id = gathering and h.state in ('invited', 'accepted')
  );
begin
  update public.gatherings g set hosted = has_hosts
  where g.organization_id = owner and g.id = gathering and g.hosted <> has_hosts;
  if exists (select from public.gatherings g where g.organization_id = owner and g.id = gathering) then
    perform private.record_changes(array[owner], array[gathering], array['hosts']);
  end if;
  return null;
end $$;
comment on function private.keep_hosted() is
  'Keeps gatherings.hosted, which no reader sees, and the owner''s history. The version stays: nothing that a form holds has changed.';
create trigger hostings_keep_hosted after insert or update or delete on public.hostings
  for each row execute function private.keep_hosted();

create function private.end_hostings_between_former_fellows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.hostings h
  where old.organization_id in (h.organization_id, h.host_id)
    and not exists (
      select from public.standings owner
      join public.standings host on host.coalition_id = owner.coalition_id
      where owner.organization_id = h.organization_id and host.organization_id = h.host_id
    );
  return null;
end $$;
comment on function private.end_hostings_between_former_fellows() is
  'Organizations that no coalition joins any longer hold nothing together.';
create trigger standings_end_hostings after delete on public.standings
  for each row execute function private.end_hostings_between_former_fellows();

create function private.copy_hostings(from_gathering uuid, to_gathering uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  owner uuid;
begin
  select model.organization_id into owner
  from public.gatherings model join public.gatherings made on made.organization_id = model.organization_id
  where model.id = from_gathering and made.id = to_gathering;
  -- The worker, who carries series on, is the owner of the tables; a person writes for the owner.
  if owner is null or not (owner = any (private.my_organizations('gatherings.write')) or (private.my_person() is null and session_user = (
    select r.rolname from pg_catalog.pg_class c join pg_catalog.pg_roles r on r.oid = c.relowner
    where c.oid = 'public.hostings'::regclass
  ))) then
    perform private.refuse('not_found', 404);
  end if;
  insert into public.hostings (
    organization_id, gathering_id, host_id, part, may_edit, state, invited_by, invited_at, answered_at
  )
  select h.organization_id, to_gathering, h.host_id, h.part, h.may_edit, h.state, h.invited_by, h.invited_at, h.answered_at
  from public.hostings h
  where h.organization_id = owner and h.gathering_id = from_gathering and h.state = 'accepted'
    and private.hold_fellowship(owner, h.host_id)
  on conflict on constraint hostings_once_per_host do nothing;
end $$;
comment on function private.copy_hostings(uuid, uuid) is
  'Gives a new occurrence the hosts that accepted to hold its model, for whoever may write both, and for the worker. Who was invited and has not answered yet is not added: it accepts what it saw.';
grant execute on function private.copy_hostings(uuid, uuid) to authenticated;
