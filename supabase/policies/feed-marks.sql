-- By what a calendar program knows that nothing has changed: marks, one kind for each audience. A change that an audience
-- cannot see leaves its marks alone, so that no version tells of it.

create function private.count_revisions() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.state = 'draft' then
    if new.state <> 'draft' then
      new.revised_at := now();
    end if;
    return new;
  end if;
  if (
    old.title, old.description, old.kind, old.area, old.starts_local, old.ends_local, old.time_zone,
    old.starts_at, old.ends_at, old.state, old.cancellation_reason
  ) is distinct from (
    new.title, new.description, new.kind, new.area, new.starts_local, new.ends_local, new.time_zone,
    new.starts_at, new.ends_at, new.state, new.cancellation_reason
  ) then
    new.sequence := old.sequence + 1;
    new.revised_at := now();
  end if;
  return new;
end $$;
comment on function private.count_revisions() is
  'SEQUENCE of a gathering moves with what its card says of when, what, where and whether, once it is no draft: nobody learns how often a draft was changed. No other layer and no audience moves it.';
-- By its name after gatherings_prepare, which derives the instants.
create trigger gatherings_revise before update on public.gatherings
  for each row execute function private.count_revisions();

create function private.mark_calendars(scopes text[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.calendar_marks (scope, weight)
  select distinct s.scope, 1 from unnest(scopes) as s(scope) where s.scope is not null;
end $$;
comment on function private.mark_calendars(text[]) is 'Adds a mark for each of these audiences. Not for the API.';

create function private.calendar_scopes(
  organization_id uuid, gathering_id uuid, state public.gathering_state, audience public.audience, coalition_id uuid, hosted boolean
) returns setof text
language plpgsql stable security definer set search_path = '' as $$
begin
  if calendar_scopes.state = 'draft' then
    return;
  end if;
  return next 'own:' || calendar_scopes.organization_id;
  if calendar_scopes.audience = 'everyone' then
    return next 'public';
    return next 'public:' || calendar_scopes.organization_id;
    return next 'open-in:' || calendar_scopes.coalition_id;
  elsif calendar_scopes.audience = 'coalition' then
    return next 'coalition:' || calendar_scopes.coalition_id;
  elsif calendar_scopes.audience = 'named' then
    return query
      select 'to:' || s.recipient_id from public.shares s
      where s.organization_id = calendar_scopes.organization_id and s.gathering_id = calendar_scopes.gathering_id
        and s.layer = 'card';
  end if;
  if calendar_scopes.hosted then
    return query
      select 'to:' || h.host_id from public.hostings h
      where h.organization_id = calendar_scopes.organization_id and h.gathering_id = calendar_scopes.gathering_id
        and h.state in ('invited', 'accepted');
  end if;
end $$;
comment on function private.calendar_scopes(uuid, uuid, public.gathering_state, public.audience, uuid, boolean) is
  'The audiences in whose calendars a gathering stands; none for a draft. Not for the API.';

create function private.mark_gatherings() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform private.mark_calendars(array(
      select s.scope from new_rows n
      cross join private.calendar_scopes(n.organization_id, n.id, n.state, n.audience, n.coalition_id, n.hosted) as s(scope)
    ));
  elsif tg_op = 'DELETE' then
    perform private.mark_calendars(array(
      select s.scope from old_rows o
      cross join private.calendar_scopes(o.organization_id, o.id, o.state, o.audience, o.coalition_id, o.hosted) as s(scope)
    ));
  else
    perform private.mark_calendars(array(
      select s.scope
      from old_rows o
      join new_rows n on n.id = o.id
      cross join lateral (
        select private.calendar_scopes(o.organization_id, o.id, o.state, o.audience, o.coalition_id, o.hosted)
        union
        select private.calendar_scopes(n.organization_id, n.id, n.state, n.audience, n.coalition_id, n.hosted)
      ) as s(scope)
      where (o.sequence, o.state, o.audience, o.coalition_id, o.series_id, o.recurrence_local)
        is distinct from (n.sequence, n.state, n.audience, n.coalition_id, n.series_id, n.recurrence_local)
    ));
  end if;
  return null;
end $$;
comment on function private.mark_gatherings() is 'Marks those who could see a gathering before or can see it after, when what calendars show of it changed.';
create trigger gatherings_mark_inserted after insert on public.gatherings
  referencing new table as new_rows for each statement execute function private.mark_gatherings();
create trigger gatherings_mark_updated after update on public.gatherings
  referencing old table as old_rows new table as new_rows for each statement execute function private.mark_gatherings();
create trigger gatherings_mark_deleted after delete on public.gatherings
  referencing old table as old_rows for each statement execute function private.mark_gatherings();

create function private.mark_shares() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform private.mark_calendars(array(
      select 'to:' || n.recipient_id from new_rows n where n.layer = 'card' and n.in_force
    ));
  elsif tg_op = 'DELETE' then
    perform private.mark_calendars(array(
      select 'to:' || o.recipient_id from old_rows o where o.layer = 'card' and o.in_force
    ));
  else
    perform private.mark_calendars(array(
      select 'to:' || n.recipient_id
      from old_rows o
      join new_rows n using (organization_id, gathering_id, layer, recipient_id)
      where n.layer = 'card' and o.in_force <> n.in_force
    ));
  end if;
  return null;
end $$;
comment on function private.mark_shares() is 'Marks an organization to which a card is named, from when it may see it until it no longer may.';
create trigger shares_mark_inserted after insert on public.shares
  referencing new table as new_rows for each statement execute function private.mark_shares();
create trigger shares_mark_updated after update on public.shares
  referencing old table as old_rows new table as new_rows for each statement execute function private.mark_shares();
create trigger shares_mark_deleted after delete on public.shares
  referencing old table as old_rows for each statement execute function private.mark_shares();

create function private.mark_hostings() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  changed public.hostings := case when tg_op = 'DELETE' then old else new end;
begin
  if not exists (
    select from public.gatherings g
    where g.organization_id = changed.organization_id and g.id = changed.gathering_id and g.state = 'draft'
  ) then
    perform private.mark_calendars(array['to:' || changed.host_id]);
  end if;
  return null;
end $$;
comment on function private.mark_hostings() is 'Marks an organization that is asked to hold a gathering, answers, or no longer holds it.';
create trigger hostings_mark after insert or update or delete on public.hostings
  for each row execute function private.mark_hostings();

create function private.mark_details() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  changed public.gathering_details := case when tg_op = 'DELETE' then old else new end;
begin
  if tg_op = 'UPDATE' and (old.address, old.audience) is not distinct from (new.address, new.audience)
    or changed.audience <> 'everyone' and (tg_op <> 'UPDATE' or old.audience <> 'everyone')
  then
    return null;
  end if;
  perform private.mark_calendars(array(
    select s.scope
    from public.gatherings g
    cross join private.calendar_scopes(g.organization_id, g.id, g.state, 'everyone', g.coalition_id, false) as s(scope)
    where g.organization_id = changed.organization_id and g.id = changed.gathering_id and g.audience = 'everyone'
      and s.scope not like 'own:%'
  ));
  return null;
end $$;
comment on function private.mark_details() is 'Marks everyone when an address that is open to everyone changes. Calendars show no other detail.';
create trigger gathering_details_mark after insert or update or delete on public.gathering_details
  for each row execute function private.mark_details();

create function private.mark_names() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'coalitions' then
    perform private.mark_calendars(array['open-in:' || new.id]);
    return null;
  end if;
  perform private.mark_calendars(array(
    select distinct s.scope
    from public.gatherings g
    cross join private.calendar_scopes(g.organization_id, g.id, g.state, g.audience, g.coalition_id, g.hosted) as s(scope)
    where g.organization_id = new.id and g.ends_at > now() - interval '100 days'
  ));
  return null;
end $$;
comment on function private.mark_names() is 'Marks those in whose calendars a name stands that changed.';
create trigger coalitions_mark_names after update of display_name, korean_name on public.coalitions
  for each row when ((old.display_name, old.korean_name) is distinct from (new.display_name, new.korean_name))
  execute function private.mark_names();
create trigger organizations_mark_names after update of display_name, short_name, korean_name, color on public.organizations
  for each row when (
    (old.display_name, old.short_name, old.korean_name, old.color)
    is distinct from (new.display_name, new.short_name, new.korean_name, new.color)
  ) execute function private.mark_names();

create function private.calendar_version(scopes text[]) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select left(encode(sha256(convert_to(string_agg(s.scope || ' ' || coalesce(m.version, 0), E'\n' order by s.scope), 'UTF8')), 'hex'), 32)
    from (select distinct unnest(scopes) as scope) s
    left join lateral (
      select sum(c.weight) as version from private.calendar_marks c where c.scope = s.scope
    ) m on true
  );
end $$;
comment on function private.calendar_version(text[]) is
  'What stands for everything that these audiences see together. A hash: it does not tell how much changed. Reads marks alone. Not for the API.';

create function private.fold_calendar_marks() returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  folded bigint;
begin
  -- One statement, so that every reader sees a sum either before or after, and both are the same.
  with gone as (
    delete from private.calendar_marks c
    where c.scope in (select m.scope from private.calendar_marks m group by m.scope having count(*) > 1)
    returning c.scope, c.weight
  ), kept as (
    insert into private.calendar_marks (scope, weight) select g.scope, sum(g.weight) from gone g group by g.scope returning 1
  )
  select (select count(*) from gone) - (select count(*) from kept) into folded;
  return folded;
end $$;
comment on function private.fold_calendar_marks() is 'Makes one mark of the many of an audience; the worker calls it now and then. Returns how many rows went. Not for the API.';
