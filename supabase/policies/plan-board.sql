-- The plan at a glance, and what happened since a day. Everything is read with the caller's own rights: what somebody does
-- not see is in no list and in no count.

create function private.plan_coalition(slug text) returns table (id uuid, label jsonb)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select c.id, jsonb_build_object('slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name)
    from public.coalitions c
    where c.slug = plan_coalition.slug and c.id = any ((select private.my_coalitions())::uuid[]);
end $$;
comment on function private.plan_coalition(text) is 'A coalition of the caller; no row for anyone else.';

create function private.own_members_of(coalition_id uuid, permission text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(o.label order by o.slug), '[]')
    from public.standings s join private.organization_labels o on o.id = s.organization_id
    where s.coalition_id = own_members_of.coalition_id and o.id = any (private.my_organizations(own_members_of.permission))
  );
end $$;
comment on function private.own_members_of(uuid, text) is
  'The organizations of a coalition in which the caller holds a permission: for whom they may begin something there, or read.';
grant execute on function private.own_members_of(uuid, text) to anon, authenticated;

create function public.plan_board(slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  coalition record;
begin
  select p.id, p.label into coalition from private.plan_coalition(plan_board.slug) p;
  if not found then
    return null;
  end if;
  return (
    with seen as materialized (
      select c.id, c.organization_id, c.part, c.name, c.audience, c.starts_on, c.ends_on, c.outcome, c.outcome_on
      from public.campaigns c where c.id = any ((select private.campaigns_of_plan(coalition.id))::uuid[])
    ), things as materialized (
      select i.id, i.organization_id, i.title, i.due_at, i.due_local, i.time_zone, i.closed_at is null as open,
        i.closed_at is null and i.due_at < now() as late
      from public.action_items i where i.coalition_id = coalition.id
    ), serving as materialized (
      select s.item_id, s.campaign_id from private.item_campaigns(array(select t.id from things t)) s
      join seen c on c.id = s.campaign_id
    ), parts as materialized (
      select p.item_id, p.organization_id, p.status, p.status_at
      from private.parts_in(coalition.id) p join things t on t.id = p.item_id
    ), counts as (
      select s.campaign_id, count(*) filter (where t.open) as open, count(*) filter (where t.late) as late
      from serving s join things t on t.id = s.item_id group by s.campaign_id
    ), work as (
      select s.campaign_id, count(*) as parts, count(*) filter (where p.status = 'done') as done,
        count(*) filter (where p.status <> 'asked' and p.status_at >= now() - interval '14 days') as moved
      from serving s join parts p on p.item_id = s.item_id group by s.campaign_id
    ), nearest as (
      select r.campaign_id, r.late, jsonb_agg(jsonb_build_object(
        'id', r.id, 'title', r.title, 'due_local', r.due_local, 'time_zone', r.time_zone
      ) order by r.place) as items
      from (
        select s.campaign_id, t.late, t.id, t.title, t.due_local, t.time_zone,
          row_number() over (partition by s.campaign_id, t.late order by t.due_at, t.id) as place
        from serving s join things t on t.id = s.item_id where t.open
      ) r
      where r.place <= case when r.late then 3 else 1 end
      group by r.campaign_id, r.late
    ), waiting as (
      select w.campaign_id, count(*) as total,
        jsonb_agg(w.organization_id order by w.items desc, w.organization_id) filter (where w.place <= 5) as organizations
      from (
        select s.campaign_id, p.organization_id, count(*) as items,
          row_number() over (partition by s.campaign_id order by count(*) desc, p.organization_id) as place
        from serving s join things t on t.id = s.item_id join parts p on p.item_id = s.item_id
        where t.open and p.status = 'asked'
        group by s.campaign_id, p.organization_id
      ) w
      group by w.campaign_id
    )
    select jsonb_build_object(
      'coalition', coalition.label, 'writes_for', private.own_members_of(coalition.id, 'actions.write'),
      'organizations', (
        select coalesce(jsonb_object_agg(o.id, o.label), '{}') from private.organization_labels o
        where o.id in (select c.organization_id from seen c union select p.organization_id from parts p)
      ),
      'campaigns', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', c.id, 'part', c.part, 'name', c.name, 'lead', c.organization_id, 'audience', c.audience,
          'starts_on', c.starts_on, 'ends_on', c.ends_on, 'outcome', c.outcome, 'outcome_on', c.outcome_on,
          'open', coalesce(n.open, 0), 'late', coalesce(n.late, 0),
          'parts', coalesce(k.parts, 0), 'done', coalesce(k.done, 0), 'moved', coalesce(k.moved, 0),
          'late_items', coalesce((select e.items from nearest e where e.campaign_id = c.id and e.late), '[]'),
          'next_items', coalesce((select e.items from nearest e where e.campaign_id = c.id and not e.late), '[]'),
          'unanswered', coalesce(w.total, 0), 'waiting_for', coalesce(w.organizations, '[]')
        ) order by c.outcome_on desc nulls first, c.starts_on desc, c.id), '[]')
        from seen c
        left join counts n on n.campaign_id = c.id
        left join work k on k.campaign_id = c.id
        left join waiting w on w.campaign_id = c.id
      ),
      -- What serves no campaign, or none that the caller sees.
      'beside', (
        select jsonb_build_object('open', count(*) filter (where t.open), 'late', count(*) filter (where t.late))
        from things t where not exists (select from serving s where s.item_id = t.id)
      )
    )
  );
end $$;
comment on function public.plan_board(text) is
  'The campaigns of a coalition''s plan that the caller sees: what moved within two weeks, what is late and who has not answered, as far as the caller sees the items. Null for a coalition that is not theirs.';

create function public.plan_meeting(slug text, since date) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  coalition record;
  most constant integer := 60;
  zone constant text := coalesce((select p.time_zone from public.people p where p.id = private.my_person()), 'UTC');
  today constant date := (now() at time zone zone)::date;
  since_at constant timestamptz := since::timestamp at time zone zone;
begin
  select p.id, p.label into coalition from private.plan_coalition(plan_meeting.slug) p;
  if not found then
    return null;
  elsif since is null then
    perform private.refuse('required', 422, 'since');
  elsif since > today then
    perform private.refuse('day_not_yet_come', 422, 'since');
  elsif since < '2000-01-01' then
    perform private.refuse('date_far_away', 422, 'since', jsonb_build_object('first', 2000, 'last', 2099));
  end if;
  return (
    with seen as materialized (
      select c.id, c.organization_id, c.name, c.part, c.starts_on, c.ends_on, c.outcome, c.outcome_on
      from public.campaigns c where c.id = any ((select private.campaigns_of_plan(coalition.id))::uuid[])
    ), things as materialized (
      select i.id, i.organization_id, i.title, i.due_at, i.due_local, i.time_zone, i.closed_at
      from public.action_items i where i.coalition_id = coalition.id
    ), parts as materialized (
      select p.item_id, p.organization_id, p.status, p.status_at, p.asked_at
      from private.parts_in(coalition.id) p join things t on t.id = p.item_id
    ), moved as (
      select t.id, t.title, t.closed_at >= since_at as closed,
        coalesce(jsonb_agg(jsonb_build_object('organization', p.organization_id, 'status', p.status)
          order by p.status desc, p.organization_id) filter (where p.organization_id is not null), '[]') as parts,
        greatest(max(p.status_at), t.closed_at) as moved_at
      from things t
      left join parts p on p.item_id = t.id and p.status <> 'asked' and p.status_at >= since_at
      where t.closed_at >= since_at or p.organization_id is not null
      group by t.id, t.title, t.closed_at
    ), late as (
      select t.id, t.title, t.due_at, t.due_local, t.time_zone,
        coalesce(jsonb_agg(p.organization_id order by p.organization_id) filter (where p.organization_id is not null), '[]') as waits_for
      from things t
      left join parts p on p.item_id = t.id and p.status in ('asked', 'accepted', 'doing')
      where t.closed_at is null and t.due_at < now()
      group by t.id, t.title, t.due_at, t.due_local, t.time_zone
    ), silent as (
      select p.organization_id, count(*) as total, count(*) filter (where p.status = 'asked') as unanswered,
        jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'status', p.status) order by p.place) filter (where p.place <= 2) as items
      from (
        select p.organization_id, p.status, t.id, t.title,
          row_number() over (partition by p.organization_id order by t.due_at, t.id) as place
        from parts p join things t on t.id = p.item_id
        where t.closed_at is null and p.status in ('asked', 'accepted', 'doing') and p.status_at < since_at
      ) p
      group by p.organization_id
    )
    select jsonb_build_object(
      'coalition', coalition.label, 'today', today,
      'organizations', (
        select coalesce(jsonb_object_agg(o.id, o.label), '{}') from private.organization_labels o
        where o.id in (select c.organization_id from seen c union select p.organization_id from parts p)
      ),
      'campaigns', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', c.id, 'name', c.name, 'part', c.part, 'lead', c.organization_id, 'ends_on', c.ends_on,
          'outcome', c.outcome, 'outcome_on', c.outcome_on, 'starts_on', c.starts_on,
          'began', c.starts_on between since and today,
          'came_out', coalesce(c.outcome_on >= since, false), 'late', c.outcome is null and c.ends_on < today
        ) order by c.outcome_on desc nulls last, c.starts_on desc, c.id), '[]')
        from seen c
        where c.starts_on between since and today or c.outcome_on >= since or (c.outcome is null and c.ends_on < today)
      ),
      'moved_total', (select count(*) from moved),
      'moved', (
        select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title, 'closed', coalesce(m.closed, false), 'parts', m.parts)
          order by m.moved_at desc, m.id), '[]')
        from (select * from moved order by moved_at desc, id limit most) m
      ),
      'late_total', (select count(*) from late),
      'late', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', l.id, 'title', l.title, 'due_local', l.due_local, 'time_zone', l.time_zone, 'waits_for', l.waits_for
        ) order by l.due_at, l.id), '[]')
        from (select * from late order by due_at, id limit most) l
      ),
      'silent_total', (select count(*) from silent),
      'silent', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'organization', s.organization_id, 'total', s.total, 'unanswered', s.unanswered, 'items', s.items
        ) order by s.total desc, s.organization_id), '[]')
        from (select * from silent order by total desc, organization_id limit most) s
      )
    )
  );
end $$;
comment on function public.plan_meeting(text, date) is
  'What of a coalition''s plan moved since a day, what is late, and who has not reported since, as far as the caller sees it. Days are those of the caller''s zone. Null for a coalition that is not theirs.';

grant execute on function private.plan_coalition(text), public.plan_board(text), public.plan_meeting(text, date) to authenticated;
