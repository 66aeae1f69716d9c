-- How the lead changes what is counted together: its words, its goal, its campaign and its last month, and nothing that
-- the totals stand on. Acts with the caller's own rights.

create function private.metric_of_lead(metric_id uuid) returns table (version integer, campaign_id uuid)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select m.version, m.campaign_id from public.pooled_metrics m
    join public.standings s on s.organization_id = m.organization_id and s.coalition_id = m.coalition_id
    where m.id = metric_of_lead.metric_id and m.organization_id = any (private.my_organizations('actions.write'));
end $$;
comment on function private.metric_of_lead(uuid) is
  'What is in no granted column of a metric, for those who may change it: the lead''s editors, as long as it is in the coalition. No row for anyone else.';

create function public.edit_pooled_metric(metric_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select f.facts || jsonb_build_object(
      'version', l.version, 'campaign_id', l.campaign_id,
      'campaigns', (
        select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.starts_on desc, c.id), '[]')
        from public.campaigns c where c.organization_id = f.organization_id
      )
    )
    from private.pooled_facts f cross join lateral private.metric_of_lead(f.id) l
    where f.id = edit_pooled_metric.metric_id and f.organization_id = edit_pooled_metric.organization_id
  );
end $$;
comment on function public.edit_pooled_metric(uuid, uuid) is
  'What the form of a metric starts from. Null unless the caller may change it.';

create function public.revise_pooled_metric(metric_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.pooled_metrics;
  fixed text;
begin
  -- One answer for a hidden, an absent and a foreign one, and for one whose lead has left; its own people learn that a right is missing.
  if not exists (
    select from public.pooled_metrics m
    join public.standings s on s.organization_id = m.organization_id and s.coalition_id = m.coalition_id
    where m.id = revise_pooled_metric.metric_id and m.organization_id = revise_pooled_metric.organization_id
      and m.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(revise_pooled_metric.organization_id, 'actions.write');
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  select k into fixed from jsonb_object_keys(content) as k
  where k not in ('name', 'unit', 'about_registration', 'goal', 'last_month', 'campaign_id') order by k limit 1;
  if found then
    perform private.refuse('metric_term_stays', 422, fixed);
  end if;
  begin
    wanted := jsonb_populate_record(null::public.pooled_metrics, content);
  exception when data_exception then
    perform private.refuse('not_understood', 422);
  end;
  perform from public.pooled_metrics m where m.id = revise_pooled_metric.metric_id for no key update;
  if (select l.version from private.metric_of_lead(revise_pooled_metric.metric_id) l) is distinct from seen_version then
    perform private.refuse('metric_changed_meanwhile', 409);
  end if;
  update public.pooled_metrics m set
    name = wanted.name, unit = wanted.unit, about_registration = coalesce(wanted.about_registration, false), goal = wanted.goal,
    last_month = wanted.last_month, campaign_id = wanted.campaign_id
  where m.id = revise_pooled_metric.metric_id;
  return jsonb_build_object('id', revise_pooled_metric.metric_id);
end $$;
comment on function public.revise_pooled_metric(uuid, uuid, integer, jsonb) is
  'Changes what is counted together over the version its writer saw: {"name", "unit", "about_registration", "goal", "last_month", "campaign_id"}. Refuses metric_term_stays for anything else, and month_already_counted.';

grant execute on function
  private.metric_of_lead(uuid), public.edit_pooled_metric(uuid, uuid), public.revise_pooled_metric(uuid, uuid, integer, jsonb)
  to authenticated;
