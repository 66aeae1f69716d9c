-- What the pages of campaigns ask. Everything here acts with the caller's own rights.

create view private.campaign_cards with (security_invoker = true) as
select
  c.id, c.organization_id, c.starts_on,
  jsonb_build_object(
    'id', c.id, 'part', c.part, 'name', c.name, 'goal', c.goal, 'audience', c.audience, 'starts_on', c.starts_on,
    'ends_on', c.ends_on, 'outcome', c.outcome, 'outcome_on', c.outcome_on, 'outcome_reason', c.outcome_reason,
    'lead', (select o.label from private.organization_labels o where o.id = c.organization_id)
  ) as card
from public.campaigns c;
comment on view private.campaign_cards is 'A campaign as whoever sees it reads it, with its lead organization.';
grant select on private.campaign_cards to anon, authenticated;

create function private.metrics_of_campaign(campaign_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  -- A visitor sees none.
  if not has_any_column_privilege('public.pooled_metrics', 'select') then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(f.facts order by f.first_month desc, f.id), '[]')
    from private.pooled_facts f where f.id = any ((select private.campaign_metrics(metrics_of_campaign.campaign_id))::uuid[])
  );
end $$;
comment on function private.metrics_of_campaign(uuid) is 'What is counted for a campaign, as far as the caller sees it.';
grant execute on function private.metrics_of_campaign(uuid) to anon, authenticated;

create function private.items_of_campaign(campaign_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  coalition constant uuid := private.campaign_coalition_of(items_of_campaign.campaign_id);
  serving uuid[];
begin
  -- A visitor sees none.
  if not has_any_column_privilege('public.action_items', 'select') then
    return '[]';
  end if;
  serving := array(
    select s.item_id from private.item_campaigns(array(
      select i.id from public.action_items i
      where i.coalition_id = coalition or i.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
    )) s
    where s.campaign_id = items_of_campaign.campaign_id
  );
  return (
    select coalesce(jsonb_agg(c.card order by c.closed_at is not null, c.due_at, c.id), '[]')
    from private.item_cards c where c.id = any (serving)
  );
end $$;
comment on function private.items_of_campaign(uuid) is
  'What is to be done for a campaign, as far as the caller sees it: open ones first, the longest due before the others.';
grant execute on function private.items_of_campaign(uuid) to anon, authenticated;

create function public.read_campaign(campaign_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.card || jsonb_build_object(
      'version', private.campaign_version_of(c.id),
      'coalition', (
        select jsonb_build_object('slug', p.slug, 'display_name', p.display_name, 'korean_name', p.korean_name)
        from public.coalitions p where p.id = private.campaign_coalition_of(c.id)
      ),
      'writes_for', case when has_any_column_privilege('public.standings', 'select')
        then private.own_members_of(private.campaign_coalition_of(c.id), 'actions.write') else '[]' end,
      'metrics', private.metrics_of_campaign(c.id), 'items', private.items_of_campaign(c.id),
      'letters', private.letters_of_campaign(c.id)
    )
    from private.campaign_cards c
    where c.id = read_campaign.campaign_id
  );
end $$;
comment on function public.read_campaign(uuid) is
  'A campaign for whoever sees it; its version for those who may write it, its coalition for those who belong to that. Null for anyone else.';

create function public.organization_campaigns(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_campaigns.organization_id = any (private.my_organizations('actions.read')) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(c.card order by c.card ->> 'outcome_on' desc nulls first, c.starts_on desc, c.id), '[]')
    from private.campaign_cards c where c.organization_id = organization_campaigns.organization_id
  );
end $$;
comment on function public.organization_campaigns(uuid) is
  'The campaigns that an organization leads, running ones first. Null for whoever does not belong to it.';

create function public.edit_campaign(campaign_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select c.card || jsonb_build_object(
      'version', private.campaign_version_of(c.id), 'coalition_id', private.campaign_coalition_of(c.id),
      'recipients', array(
        select s.recipient_id from public.campaign_shares s
        where s.organization_id = c.organization_id and s.campaign_id = c.id order by s.recipient_id
      ),
      'fellows', public.fellow_organizations(c.organization_id)
    )
    from private.campaign_cards c
    where c.id = edit_campaign.campaign_id and c.organization_id = edit_campaign.organization_id
      and c.organization_id = any ((select private.my_organizations('actions.write'))::uuid[])
  );
end $$;
comment on function public.edit_campaign(uuid, uuid) is
  'A campaign with whom it is named to, for the forms of those who may write it. Null for anyone else.';

grant execute on function public.read_campaign(uuid) to anon, authenticated;
grant execute on function public.organization_campaigns(uuid), public.edit_campaign(uuid, uuid) to authenticated;
