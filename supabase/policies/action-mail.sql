-- Reminders of what is done together, action items and signatures that are asked for (letter-asks.sql): one letter a day and
-- person at most, over all organizations together. What it says is read as its reader when it is sent.

create function public.read_items_due() returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  me constant uuid := private.my_person();
  writes constant uuid[] := private.my_organizations('actions.write');
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', i.id, 'title', i.title, 'due_local', i.due_local, 'due_at', i.due_at, 'time_zone', i.time_zone,
      'about_registration', i.about_registration,
      'state', case when p.status = 'asked' then 'asked' when i.due_at < now() then 'late' else 'soon' end,
      'late', i.due_at < now(),
      'organization', (select o.label from private.organization_labels o where o.id = p.organization_id),
      'lead', (select o.label from private.organization_labels o where o.id = i.organization_id)
    ) order by i.due_at, i.id, p.organization_id), '[]')
    from public.action_parts p
    join public.action_part_notes n on n.organization_id = p.organization_id and n.owner_id = p.owner_id and n.item_id = p.item_id
    join public.action_items i on i.organization_id = p.owner_id and i.id = p.item_id
    where i.closed_at is null and p.status in ('asked', 'accepted', 'doing')
      and (p.status = 'asked' or i.due_at < now() + interval '7 days')
      and (n.assignee_id = me or (n.assignee_id is null and n.organization_id = any (writes)))
  );
end $$;
comment on function public.read_items_due() is
  'What the caller is to see to: parts assigned to them, and those of their organizations that nobody has, unanswered, late, or due within a week.';
grant execute on function public.read_items_due() to authenticated;

create function private.item_moments(due_local timestamp, time_zone text, status public.part_status, asked_at timestamptz)
returns setof timestamptz
language sql stable set search_path = '' as $$
  select day at time zone time_zone from (
    values (due_local::date - 3), (due_local::date - 1), (due_local::date + 1)
    union all select due_local::date + 7 * week from generate_series(1, 8) week
    union all
    select (asked_at at time zone time_zone)::date + days from unnest(array[3, 7, 14, 21, 28]) days
    where status = 'asked' and (asked_at at time zone time_zone)::date + days < due_local::date
  ) as days(day)
$$;
comment on function private.item_moments(timestamp, text, public.part_status, timestamptz) is
  'On which days a part is reminded of: three days and a day before it is due, a day after, then once a week for eight weeks; an ask that waits after three days, and then once a week, while it is not due. Not for the API.';

create function private.queue_items_due() returns integer
language plpgsql set search_path = '' as $$
declare
  queued integer;
begin
  -- One at a time, so that no two letters of a day are queued side by side.
  perform pg_advisory_xact_lock(hashtextextended('queue_items_due', 0));
  insert into public.messages (kind, person_id)
  select 'items_due', p.id
  from public.people p
  cross join lateral (select now() at time zone p.time_zone as now) here
  cross join lateral (
    select coalesce(max(told.queued_at), now() - interval '3 days') as at,
      coalesce(bool_or(
        told.state = 'waiting' or (greatest(told.queued_at, told.ended_at) at time zone p.time_zone)::date = here.now::date
      ), false) as today
    from public.messages told where told.kind = 'items_due' and told.person_id = p.id
  ) last
  where here.now::time >= '08:00' and here.now::time < '20:00' and not last.today
    and not exists (
      select from public.notification_choices c where c.person_id = p.id and c.kind = 'items_due' and not c.wanted
    )
    and (private.signature_moment_came(p.id, greatest(last.at, now() - interval '3 days')) or exists (
      select from public.memberships m
      join public.action_parts a on a.organization_id = m.organization_id and a.status in ('asked', 'accepted', 'doing')
      join public.action_part_notes n on n.organization_id = a.organization_id and n.owner_id = a.owner_id and n.item_id = a.item_id
      join public.action_items i on i.organization_id = a.owner_id and i.id = a.item_id and i.closed_at is null
      -- Who has left the coalition sees the item no longer.
      join public.standings s on s.organization_id = a.organization_id and s.coalition_id = i.coalition_id
      where m.person_id = p.id
        and (n.assignee_id = p.id or (n.assignee_id is null and exists (
          select from private.role_permissions rp where rp.role = m.role and rp.permission = 'actions.write'
        )))
        and exists (
          select from private.item_moments(i.due_local, i.time_zone, a.status, a.asked_at) as moment(at)
          where moment.at > greatest(last.at, now() - interval '3 days') and moment.at <= now()
        )
    ));
  get diagnostics queued = row_count;
  return queued;
end $$;
comment on function private.queue_items_due() is
  'Queues a letter for everyone who is to see to a part, or to answer for a signature, of which a day to be reminded has come since their last one, between eight and eight by their own clock, and never a second one on a day. Returns how many. Not for the API.';
