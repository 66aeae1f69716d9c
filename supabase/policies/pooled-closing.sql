-- How numbers become a total. Every number, and every correction of one, goes into exactly one published total, together
-- with those of at least the minimum of organizations. So totals are equations without a common unknown, and nobody
-- subtracts one from another.

create function private.pooled_closing(month date, closing_day smallint, time_zone text) returns timestamptz
language sql stable set search_path = '' as $$
  select ((month + interval '1 month')::date + closing_day)::timestamp at time zone time_zone
$$;
comment on function private.pooled_closing(date, smallint, text) is
  'When a month closes: at the end of that day of the next month, where the metric is at home.';
grant execute on function private.pooled_closing(date, smallint, text) to authenticated;

create function private.pooled_parts(metric_id uuid, month date)
returns table (organization_id uuid, part bigint, on_time boolean, touched date[])
language plpgsql stable set search_path = '' as $$
begin
  return query
    with metric as (
      select m.id, private.pooled_closing(pooled_parts.month, m.closing_day, m.time_zone) as closes_at,
        before.month as told_to, private.pooled_closing(before.month, m.closing_day, m.time_zone) as told_at
      from public.pooled_metrics m
      left join lateral (
        select max(s.month) as month from public.pooled_snapshots s
        where s.metric_id = m.id and s.month < pooled_parts.month and s.total is not null
      ) before on true
      where m.id = pooled_parts.metric_id
    ), standing as (
      select distinct on (n.organization_id, n.month) n.organization_id, n.month, n.version, n.amount
      from public.pooled_numbers n, metric m
      where n.metric_id = m.id and n.month <= pooled_parts.month and n.entered_at < m.closes_at
      order by n.organization_id, n.month, n.version desc
    ), told as (
      select distinct on (n.organization_id, n.month) n.organization_id, n.month, n.version, n.amount
      from public.pooled_numbers n, metric m
      where n.metric_id = m.id and n.month <= m.told_to and n.entered_at < m.told_at
      order by n.organization_id, n.month, n.version desc
    )
    select s.organization_id, sum(s.amount - coalesce(t.amount, 0))::bigint, bool_or(s.month = pooled_parts.month),
      array_agg(s.month) filter (where s.version is distinct from t.version)
    from standing s left join told t on t.organization_id = s.organization_id and t.month = s.month
    group by s.organization_id;
end $$;
comment on function private.pooled_parts(uuid, date) is
  'What each organization adds to the total of a month: its number, and what came in for earlier months since the last published total. For functions that look past row security; granted to nobody.';

create function private.close_months(as_of timestamptz default now()) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  metric record;
  due date;
  sum_of_parts record;
  shown boolean;
  closed integer := 0;
begin
  for metric in
    select m.* from public.pooled_metrics m
    where private.pooled_closing(m.first_month, m.closing_day, m.time_zone) <= as_of
      and not exists (select from public.pooled_snapshots s where s.metric_id = m.id and s.month = m.last_month)
    order by m.id
  loop
    perform private.hold_pooled(metric.id, true);
    for due in
      select d::date from generate_series(metric.first_month::timestamp, metric.last_month, interval '1 month') d
      where private.pooled_closing(d::date, metric.closing_day, metric.time_zone) <= as_of
        and not exists (select from public.pooled_snapshots s where s.metric_id = metric.id and s.month = d::date)
      order by d
    loop
      select count(*) filter (where p.on_time) as contributors, sum(p.part) as total, max(p.part) as largest into sum_of_parts
      from private.pooled_parts(metric.id, due) p;
      -- Nor a total that is one organization's alone, nor one so small that it can be shared out in one way only.
      shown := sum_of_parts.contributors >= metric.minimum and sum_of_parts.total >= metric.minimum
        and sum_of_parts.largest < sum_of_parts.total;
      insert into public.pooled_snapshots (organization_id, metric_id, month, coalition_id, total, contributors)
      values (
        metric.organization_id, metric.id, due, metric.coalition_id,
        case when shown then sum_of_parts.total end, case when shown then sum_of_parts.contributors end
      );
      closed := closed + 1;
    end loop;
  end loop;
  return closed;
end $$;
comment on function private.close_months(timestamptz) is
  'Closes every month whose day has come, in order, as of that day however late it is called. What is not shown goes into the next total. For the worker alone; returns how many closed.';

create function private.hand_over_number(metric_id uuid, organization_id uuid, month date, purpose text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  metric record;
  told date;
  handed bigint;
  made uuid;
begin
  perform private.require_writer(hand_over_number.organization_id, 'actions.write');
  select m.* into metric from public.pooled_metrics m
  join public.standings s on s.coalition_id = m.coalition_id and s.organization_id = hand_over_number.organization_id
  where m.id = hand_over_number.metric_id and m.organization_id <> hand_over_number.organization_id;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  perform private.hold_pooled(metric.id, true);
  -- As it went into what is published; what came since is still on its way into a total.
  select max(s.month) into told from public.pooled_snapshots s where s.metric_id = metric.id and s.total is not null;
  select n.amount into handed from public.pooled_numbers n
  where n.organization_id = hand_over_number.organization_id and n.metric_id = metric.id and n.month = hand_over_number.month
    and n.month <= told and n.entered_at < private.pooled_closing(told, metric.closing_day, metric.time_zone)
  order by n.version desc limit 1;
  if handed is null then
    perform private.refuse('number_not_published', 409, 'month');
  elsif exists (
    select from public.pooled_handovers h
    where h.organization_id = hand_over_number.organization_id and h.metric_id = metric.id
      and h.month = hand_over_number.month and h.revoked_at is null
  ) then
    perform private.refuse('already_handed_over', 409, 'month');
  elsif private.handing_reveals(metric.id, hand_over_number.organization_id, hand_over_number.month) then
    perform private.refuse('would_reveal_another', 409);
  end if;
  insert into public.pooled_handovers as h (organization_id, owner_id, metric_id, month, purpose, amount)
  values (
    hand_over_number.organization_id, metric.organization_id, metric.id, hand_over_number.month,
    private.tidy_line(hand_over_number.purpose, 'purpose', 120, true), handed
  ) returning h.id into made;
  return made;
end $$;
comment on function private.hand_over_number(uuid, uuid, date, text) is
  'Shows the lead what the caller''s organization counted in a month, as it was published, unless that would leave too few others in any total.';
grant execute on function private.hand_over_number(uuid, uuid, date, text) to authenticated;

create function private.handing_reveals(metric_id uuid, organization_id uuid, month date) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from public.pooled_snapshots s
    join public.pooled_metrics m on m.id = s.metric_id
    cross join lateral (
      select count(*) filter (where p.on_time and not p.known) as others,
        coalesce(bool_or(p.on_time and p.organization_id = m.organization_id), false) as lead_took_part,
        s.total - coalesce(sum(p.part) filter (where p.known), 0) as remainder,
        bool_or(p.organization_id = handing_reveals.organization_id and handing_reveals.month = any (p.touched)) as concerned
      from (
        select q.*, q.organization_id in (m.organization_id, handing_reveals.organization_id) or exists (
          -- Revoked ones too: they were seen.
          select from public.pooled_handovers h
          where h.metric_id = m.id and h.organization_id = q.organization_id and h.month = any (q.touched)
        ) as known
        from private.pooled_parts(m.id, s.month) q
      ) p
    ) sums
    where s.metric_id = handing_reveals.metric_id and s.total is not null and sums.concerned
      -- As if the lead took part, so that a refusal does not tell whether it did.
      and (sums.others - case when sums.lead_took_part then 0 else 1 end < m.minimum - 1 or sums.remainder < 1)
  );
end $$;
comment on function private.handing_reveals(uuid, uuid, date) is
  'Whether, with this number, with its own and with all that were ever handed to it, the lead would know all but fewer than one less than the minimum of a total''s contributors, or that the others had nothing. Granted to nobody.';

create function private.take_back_number(handover_id uuid, organization_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_writer(take_back_number.organization_id, 'actions.write');
  update public.pooled_handovers h set revoked_at = clock_timestamp()
  where h.id = take_back_number.handover_id and h.organization_id = take_back_number.organization_id and h.revoked_at is null;
  if not found then
    perform private.refuse('not_found', 404);
  end if;
end $$;
comment on function private.take_back_number(uuid, uuid) is 'From now on the lead no longer sees a number that was handed to it.';
grant execute on function private.take_back_number(uuid, uuid) to authenticated;
