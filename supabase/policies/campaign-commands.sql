-- What editors do with campaigns. Each command acts with the caller's own rights: the policies decide.

create function private.lock_campaign(campaign_id uuid, organization_id uuid, seen_version integer) returns void
language plpgsql set search_path = '' as $$
begin
  -- One answer for a hidden, an absent and a foreign one; only the lead's people learn that a right is missing.
  if not exists (
    select from public.campaigns c
    where c.id = lock_campaign.campaign_id and c.organization_id = lock_campaign.organization_id
      and c.organization_id = any ((select private.my_organizations('actions.read'))::uuid[])
  ) then
    perform private.refuse('not_found', 404);
  end if;
  perform private.require_writer(lock_campaign.organization_id, 'actions.write');
  perform from public.campaigns c where c.id = lock_campaign.campaign_id for no key update;
  if private.campaign_version_of(lock_campaign.campaign_id) is distinct from seen_version then
    perform private.refuse('changed_meanwhile', 409);
  end if;
end $$;
comment on function private.lock_campaign(uuid, uuid, integer) is
  'Holds a campaign until the command ends. Refuses when somebody changed it since it was read.';

create function private.read_campaign_content(content jsonb) returns public.campaigns
language plpgsql stable set search_path = '' as $$
begin
  if jsonb_typeof(content) is distinct from 'object' then
    perform private.refuse('not_understood', 422);
  end if;
  return jsonb_populate_record(null::public.campaigns, content);
exception when data_exception then
  perform private.refuse('not_understood', 422);
end $$;
comment on function private.read_campaign_content(jsonb) is 'What arrived from the form of a campaign.';

create function private.name_campaign_recipients(campaign_id uuid, organization_id uuid, audience public.audience, given jsonb)
returns void
language plpgsql set search_path = '' as $$
declare
  named uuid[] := '{}';
begin
  if name_campaign_recipients.audience = 'named' then
    begin
      named := array(select distinct r.id::uuid from jsonb_array_elements_text(coalesce(nullif(given, 'null'), '[]')) as r(id));
    exception when data_exception then
      perform private.refuse('not_understood', 422, 'recipients');
    end;
    if cardinality(named) = 0 then
      perform private.refuse('named_needs_recipients', 422, 'recipients');
    elsif cardinality(named) > 200 then
      perform private.refuse('too_many', 422, 'recipients', jsonb_build_object('maximum', 200));
    end if;
  end if;
  delete from public.campaign_shares s
  where s.organization_id = name_campaign_recipients.organization_id and s.campaign_id = name_campaign_recipients.campaign_id
    and s.recipient_id <> all (named);
  insert into public.campaign_shares (organization_id, campaign_id, recipient_id)
  select name_campaign_recipients.organization_id, name_campaign_recipients.campaign_id, r.id from unnest(named) as r(id)
  where not exists (
    select from public.campaign_shares s
    where s.organization_id = name_campaign_recipients.organization_id
      and s.campaign_id = name_campaign_recipients.campaign_id and s.recipient_id = r.id
  );
end $$;
comment on function private.name_campaign_recipients(uuid, uuid, public.audience, jsonb) is
  'Makes the organizations that a campaign is named to those of the list; none at all where its audience is not "named".';

create function public.begin_campaign(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.campaigns;
  made uuid;
begin
  perform private.require_writer(begin_campaign.organization_id, 'actions.write');
  wanted := private.read_campaign_content(content);
  if begin_campaign.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  insert into public.campaigns as c (organization_id, submission_id, coalition_id, part, name, goal, audience, starts_on, ends_on)
  values (
    begin_campaign.organization_id, begin_campaign.submission_id, wanted.coalition_id, wanted.part, wanted.name,
    coalesce(wanted.goal, '{}'), coalesce(wanted.audience, 'owner'), wanted.starts_on, wanted.ends_on
  )
  on conflict on constraint campaigns_one_per_submission do nothing
  returning c.id into made;
  if made is null then
    -- A statement of its own: only a new one sees what another press has committed while this one waited.
    select c.id into made from public.campaigns c
    where c.organization_id = begin_campaign.organization_id and c.submission_id = begin_campaign.submission_id;
    return jsonb_build_object('id', made);
  end if;
  perform private.name_campaign_recipients(
    made, begin_campaign.organization_id, coalesce(wanted.audience, 'owner'), content -> 'recipients'
  );
  return jsonb_build_object('id', made);
end $$;
comment on function public.begin_campaign(uuid, uuid, jsonb) is
  'Begins a campaign, {"part", "name", "goal", "coalition_id", "audience", "recipients", "starts_on", "ends_on"}. A repeated submission answers with the row of the first.';

create function public.revise_campaign(campaign_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.campaigns;
begin
  perform private.lock_campaign(revise_campaign.campaign_id, revise_campaign.organization_id, seen_version);
  wanted := private.read_campaign_content(content);
  if wanted.coalition_id is null then
    perform private.refuse('coalition_not_yours', 422, 'coalition_id');
  end if;
  update public.campaigns c set
    coalition_id = wanted.coalition_id, part = wanted.part, name = wanted.name, goal = coalesce(wanted.goal, '{}'),
    audience = coalesce(wanted.audience, 'owner'), starts_on = wanted.starts_on, ends_on = wanted.ends_on
  where c.id = revise_campaign.campaign_id;
  perform private.name_campaign_recipients(
    revise_campaign.campaign_id, revise_campaign.organization_id, coalesce(wanted.audience, 'owner'), content -> 'recipients'
  );
  return jsonb_build_object('id', revise_campaign.campaign_id);
end $$;
comment on function public.revise_campaign(uuid, uuid, integer, jsonb) is
  'Changes a campaign and whom it is named to, over the version its writer saw. Its outcome stays.';

create function public.conclude_campaign(campaign_id uuid, organization_id uuid, seen_version integer, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wanted public.campaigns;
begin
  perform private.lock_campaign(conclude_campaign.campaign_id, conclude_campaign.organization_id, seen_version);
  wanted := private.read_campaign_content(content);
  if wanted.outcome is null then
    perform private.refuse('choose_one', 422, 'outcome');
  end if;
  update public.campaigns c set
    outcome = wanted.outcome, outcome_on = wanted.outcome_on, outcome_reason = coalesce(wanted.outcome_reason, '{}')
  where c.id = conclude_campaign.campaign_id;
  return jsonb_build_object('id', conclude_campaign.campaign_id);
end $$;
comment on function public.conclude_campaign(uuid, uuid, integer, jsonb) is
  'Says how a campaign came out, when and why: {"outcome", "outcome_on", "outcome_reason"}.';

create function public.reopen_campaign(campaign_id uuid, organization_id uuid, seen_version integer) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_campaign(reopen_campaign.campaign_id, reopen_campaign.organization_id, seen_version);
  update public.campaigns c set outcome = null where c.id = reopen_campaign.campaign_id and c.outcome is not null;
  if not found then
    perform private.refuse('campaign_runs', 409);
  end if;
  return jsonb_build_object('id', reopen_campaign.campaign_id);
end $$;
comment on function public.reopen_campaign(uuid, uuid, integer) is 'A campaign that had come out runs again.';

create function public.discard_campaign(campaign_id uuid, organization_id uuid, seen_version integer) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.lock_campaign(discard_campaign.campaign_id, discard_campaign.organization_id, seen_version);
  delete from public.campaigns c where c.id = discard_campaign.campaign_id;
  return jsonb_build_object('id', discard_campaign.campaign_id);
end $$;
comment on function public.discard_campaign(uuid, uuid, integer) is 'Deletes a campaign. What was to be done for it, and what was counted, stays.';

grant execute on function
  private.lock_campaign(uuid, uuid, integer), private.read_campaign_content(jsonb),
  private.name_campaign_recipients(uuid, uuid, public.audience, jsonb),
  public.begin_campaign(uuid, uuid, jsonb), public.revise_campaign(uuid, uuid, integer, jsonb),
  public.conclude_campaign(uuid, uuid, integer, jsonb), public.reopen_campaign(uuid, uuid, integer),
  public.discard_campaign(uuid, uuid, integer)
  to authenticated;
