-- What pages ask and what people do about pooled totals. Everything here acts with the caller's own rights.

create view private.pooled_facts with (security_invoker = true) as
select
  m.id, m.organization_id, m.coalition_id, m.first_month,
  jsonb_build_object(
    'id', m.id, 'name', m.name, 'unit', m.unit, 'about_registration', m.about_registration, 'minimum', m.minimum,
    'goal', m.goal, 'first_month', m.first_month, 'last_month', m.last_month, 'closing_day', m.closing_day,
    'time_zone', m.time_zone, 'lead', (select o.label from private.organization_labels o where o.id = m.organization_id),
    'total', (select coalesce(sum(s.total), 0) from public.pooled_snapshots s where s.organization_id = m.organization_id and s.metric_id = m.id),
    'months', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'month', d.month, 'closes_on', (d.month + interval '1 month')::date + m.closing_day - 1,
        'closed', private.pooled_closing(d.month, m.closing_day, m.time_zone) <= now(),
        'total', s.total, 'contributors', s.contributors
      ) order by d.month), '[]')
      from (
        select g::date as month
        from generate_series(m.first_month::timestamp, least(m.last_month, (now() at time zone m.time_zone)::date), interval '1 month') g
      ) d
      left join public.pooled_snapshots s on s.organization_id = m.organization_id and s.metric_id = m.id and s.month = d.month
    )
  ) as facts
from public.pooled_metrics m;
comment on view private.pooled_facts is
  'A metric with its months so far: of closed ones what was published, of the others when they close. No organization''s number is in it.';
grant select on private.pooled_facts to authenticated;

create function public.coalition_totals(slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'coalition', jsonb_build_object('slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name),
      'metrics', (
        select coalesce(jsonb_agg(f.facts order by f.first_month desc, f.id), '[]')
        from private.pooled_facts f where f.coalition_id = c.id
      ),
      'mine', private.own_members_of(c.id, 'actions.read')
    )
    from public.coalitions c
    where c.slug = coalition_totals.slug and c.id = any ((select private.my_coalitions())::uuid[])
  );
end $$;
comment on function public.coalition_totals(text) is
  'The pooled totals of a coalition of the caller, as every one of its organizations sees them. Null for anyone else.';

create function public.organization_totals(organization_id uuid, metric_id uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_totals.organization_id = any (private.my_organizations('actions.read')) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(f.facts || jsonb_build_object(
      'is_lead', f.organization_id = organization_totals.organization_id,
      'takes_part', exists (
        select from public.standings s
        where s.organization_id = organization_totals.organization_id and s.coalition_id = f.coalition_id
      ),
      'own', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'month', n.month, 'version', n.version, 'amount', n.amount, 'entered_at', n.entered_at
        ) order by n.month desc, n.version desc), '[]')
        from public.pooled_numbers n
        where n.organization_id = organization_totals.organization_id and n.owner_id = f.organization_id and n.metric_id = f.id
      ),
      'handed', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', h.id, 'month', h.month, 'purpose', h.purpose, 'amount', h.amount, 'handed_at', h.handed_at,
          'revoked_at', h.revoked_at,
          'from', case when h.organization_id <> organization_totals.organization_id
            then (select o.label from private.organization_labels o where o.id = h.organization_id) end
        ) order by h.handed_at desc), '[]')
        from public.pooled_handovers h
        where h.metric_id = f.id and h.owner_id = f.organization_id
          and (h.organization_id = organization_totals.organization_id
            or (h.owner_id = organization_totals.organization_id and h.revoked_at is null))
      )
    ) order by f.first_month desc, f.id), '[]')
    from (
      select p.* from private.pooled_facts p
      union all
      select k.id, k.organization_id, k.coalition_id, k.first_month, k.facts || jsonb_build_object(
        'lead', (select o.label from private.organization_labels o where o.id = k.organization_id)
      )
      from private.kept_metrics(organization_totals.organization_id) k
      where not exists (select from public.pooled_metrics m where m.id = k.id)
    ) f
    where (organization_totals.metric_id is null or f.id = organization_totals.metric_id)
      and (
        exists (
          select from public.standings s
          where s.organization_id = organization_totals.organization_id and s.coalition_id = f.coalition_id
        ) or f.organization_id = organization_totals.organization_id or exists (
          select from public.pooled_numbers n
          where n.organization_id = organization_totals.organization_id and n.owner_id = f.organization_id and n.metric_id = f.id
        )
      )
  );
end $$;
comment on function public.organization_totals(uuid, uuid) is
  'What an organization counts, with its own numbers in all their versions and what was handed over: by it, or to it as the lead. All metrics, or one. Null for an organization the caller does not belong to.';

create function public.make_pooled_metric(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.pooled_metrics;
  made uuid;
begin
  perform private.require_writer(make_pooled_metric.organization_id, 'actions.write');
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  elsif make_pooled_metric.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  begin
    wanted := jsonb_populate_record(null::public.pooled_metrics, content);
  exception when data_exception then
    perform private.refuse('not_understood', 422);
  end;
  select m.id into made from public.pooled_metrics m
  where m.organization_id = make_pooled_metric.organization_id and m.submission_id = make_pooled_metric.submission_id;
  if made is not null then
    return jsonb_build_object('id', made);
  -- Of a zone that is none the trigger says so.
  elsif private.pooled_closing(
    wanted.first_month, wanted.closing_day, (select z.name from core.time_zones z where z.name = wanted.time_zone)
  ) <= now() then
    perform private.refuse('month_is_over', 422, 'first_month');
  end if;
  insert into public.pooled_metrics as m (
    organization_id, submission_id, coalition_id, campaign_id, name, unit, about_registration, minimum, goal, first_month, last_month, closing_day,
    time_zone
  ) values (
    make_pooled_metric.organization_id, make_pooled_metric.submission_id, wanted.coalition_id, wanted.campaign_id, wanted.name, wanted.unit,
    coalesce(wanted.about_registration, false), coalesce(wanted.minimum, 3), wanted.goal, wanted.first_month, wanted.last_month,
    wanted.closing_day, wanted.time_zone
  )
  on conflict on constraint pooled_metrics_one_per_submission do nothing
  returning m.id into made;
  return jsonb_build_object('id', coalesce(made, (
    select m.id from public.pooled_metrics m
    where m.organization_id = make_pooled_metric.organization_id and m.submission_id = make_pooled_metric.submission_id
  )));
end $$;
comment on function public.make_pooled_metric(uuid, uuid, jsonb) is
  'Begins to count something together. A repeated submission answers with the row of the first.';

create function public.enter_pooled_number(metric_id uuid, organization_id uuid, month date, amount text, seen integer) returns jsonb
language plpgsql set search_path = '' as $$
declare
  typed constant text := regexp_replace(normalize(coalesce(enter_pooled_number.amount, ''), nfkc), '\s', '', 'g');
  plain constant text := case when typed ~ '^[+-]?\d{1,3}(,\d{3})+$' then replace(typed, ',', '') else typed end;
  owner uuid;
  latest record;
begin
  perform private.require_writer(enter_pooled_number.organization_id, 'actions.write');
  if typed = '' then
    perform private.refuse('required', 422, 'amount');
  elsif char_length(plain) > 40 or plain !~ '^[+-]?\d+(\.\d*)?$' then
    perform private.refuse('number_not_a_number', 422, 'amount');
  elsif plain::numeric < 0 then
    perform private.refuse('number_negative', 422, 'amount');
  elsif plain::numeric <> trunc(plain::numeric) then
    perform private.refuse('number_not_whole', 422, 'amount');
  elsif plain::numeric > 1000000000 then
    perform private.refuse('number_too_large', 422, 'amount');
  end if;
  select m.organization_id into owner from public.pooled_metrics m where m.id = enter_pooled_number.metric_id;
  perform private.hold_pooled(enter_pooled_number.metric_id, false);
  perform pg_advisory_xact_lock(hashtextextended(concat(
    enter_pooled_number.organization_id, enter_pooled_number.metric_id, enter_pooled_number.month
  ), 8));
  select n.version, n.amount into latest from public.pooled_numbers n
  where n.organization_id = enter_pooled_number.organization_id and n.metric_id = enter_pooled_number.metric_id
    and n.month = enter_pooled_number.month
  order by n.version desc limit 1;
  if latest.amount = plain::numeric then
    return jsonb_build_object('version', latest.version);
  elsif coalesce(latest.version, 0) is distinct from coalesce(enter_pooled_number.seen, 0) then
    perform private.refuse('number_changed_meanwhile', 409, 'amount');
  end if;
  insert into public.pooled_numbers as n (organization_id, owner_id, metric_id, month, amount)
  values (
    enter_pooled_number.organization_id, owner, enter_pooled_number.metric_id, enter_pooled_number.month, plain::numeric::bigint
  ) returning n.version into latest.version;
  return jsonb_build_object('version', latest.version);
end $$;
comment on function public.enter_pooled_number(uuid, uuid, date, text, integer) is
  'Enters what an organization counted in a month, or corrects it over the version its writer saw. Takes the number as it was typed.';

create function public.hand_over_number(metric_id uuid, organization_id uuid, month date, purpose text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return jsonb_build_object('id', private.hand_over_number(
    hand_over_number.metric_id, hand_over_number.organization_id, hand_over_number.month, hand_over_number.purpose
  ));
end $$;
comment on function public.hand_over_number(uuid, uuid, date, text) is
  'Shows the lead an own number of a published month, for a stated purpose, until it is taken back.';

create function public.take_back_number(handover_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.take_back_number(take_back_number.handover_id, take_back_number.organization_id);
  return jsonb_build_object('id', take_back_number.handover_id);
end $$;
comment on function public.take_back_number(uuid, uuid) is 'Ends that the lead sees a number that was handed to it.';

grant execute on function
  public.coalition_totals(text), public.organization_totals(uuid, uuid), public.make_pooled_metric(uuid, uuid, jsonb),
  public.enter_pooled_number(uuid, uuid, date, text, integer), public.hand_over_number(uuid, uuid, date, text),
  public.take_back_number(uuid, uuid)
  to authenticated;
