-- What pages tell of whether the directory is right.

create function private.conflicting_suggestions(organization_id uuid, service_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  ours constant boolean := conflicting_suggestions.organization_id = any (private.my_organizations('resources.read'));
begin
  if not ours and not exists (
    select from public.services s, unnest(private.my_organizations('resources.read')) as mine(id)
    where s.id = conflicting_suggestions.service_id and s.organization_id = conflicting_suggestions.organization_id
      and private.fellow_sees(mine.id, s)
  ) then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('field', c.field, 'values', c.said) order by c.field), '[]') from (
      -- For what anyone may have typed nobody answers: the coalition learns that it was said, its owner what.
      select s.field, jsonb_agg(distinct case when ours or s.suggester_id is not null then s.value end) as said
      from public.service_suggestions s
      where s.organization_id = conflicting_suggestions.organization_id and s.service_id = conflicting_suggestions.service_id
        and s.state = 'open' and s.delete_at > now() and (ours or s.field <> 'place')
      group by s.field having count(distinct s.value) > 1
    ) c
  );
end $$;
comment on function private.conflicting_suggestions(uuid, uuid) is
  'Where open suggestions contradict each other, for the owner''s people and organizations that see the card; nothing of the place, which they may not see, and null for what somebody without an organization said.';
grant execute on function private.conflicting_suggestions(uuid, uuid) to authenticated;

create function private.truth_for_members(service_id uuid, owner uuid, card_state public.service_state) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  mine uuid[];
  writing uuid[];
  fellow boolean;
begin
  if current_user = 'anon' then
    return null;
  end if;
  mine := private.my_organizations('resources.read');
  writing := private.my_organizations('resources.write');
  fellow := owner = any (private.my_fellow_organizations());
  return jsonb_build_object(
    'steward', (
      select o.label || jsonb_build_object('since', t.since) from public.service_stewards t
      join private.organization_labels o on o.id = t.steward_id
      where t.organization_id = owner and t.service_id = truth_for_members.service_id
    ),
    'as', (
      select coalesce(jsonb_agg(o.label || jsonb_build_object(
        'is_owner', o.id = owner,
        'verifies', case when o.id = owner then o.id = any (writing) else o.id = any (private.my_organizations('resources.verify')) end
          and card_state <> 'draft',
        'answers', o.id = any (writing) and (o.id = owner or exists (
          select from public.service_stewards t
          where t.organization_id = owner and t.service_id = truth_for_members.service_id and t.steward_id = o.id
        )),
        'may_take_over', o.id = any (private.stewards_to_be(truth_for_members.service_id))
      ) order by o.id <> owner, o.slug), '[]')
      from private.organization_labels o where fellow and o.id = any (mine)
    ),
    'open', (
      select count(*) from public.service_suggestions s
      where s.organization_id = owner and s.service_id = truth_for_members.service_id and s.state = 'open'
        and (owner = any (mine) or exists (
          select from public.service_stewards t
          where t.organization_id = owner and t.service_id = s.service_id and t.steward_id = any (writing)
        ))
    ),
    'suggested', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'field', s.field, 'value', s.value, 'state', s.state, 'made_at', s.made_at
      ) order by s.made_at desc), '[]')
      from public.service_suggestions s
      where s.organization_id = owner and s.service_id = truth_for_members.service_id and s.suggester_id = any (mine)
    ),
    'conflicts', private.conflicting_suggestions(owner, truth_for_members.service_id),
    'disagreements', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'field', d.field, 'source', d.source, 'theirs', d.theirs, 'noted_at', d.noted_at
      ) order by d.field, d.source), '[]')
      from public.service_disagreements d where d.organization_id = owner and d.service_id = truth_for_members.service_id
    )
  );
end $$;
comment on function private.truth_for_members(uuid, uuid, public.service_state) is
  'What members are told besides: who looks after a service, as which of their organizations they may do what, what contradicts it, and what their organizations suggested. Null for visitors.';
grant execute on function private.truth_for_members(uuid, uuid, public.service_state) to anon, authenticated;

create function public.service_truth(service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', s.id, 'organization_id', s.organization_id, 'name', s.name, 'time_zone', s.time_zone,
      'state', private.truth_state(s.verify_by, s.time_zone), 'verified_at', s.verified_at, 'verify_by', s.verify_by,
      'believed_days', private.believed_days(s.terms),
      'verifications', private.verifications_of(s.organization_id, s.id),
      'members', private.truth_for_members(s.id, s.organization_id, s.state)
    )
    from public.services s where s.id = service_truth.service_id
  );
end $$;
comment on function public.service_truth(uuid) is
  'Whether a service is right: confirmed, due or stale, who made sure when and how, and, for members, who looks after it and what contradicts it. Null alike where it is hidden or absent.';

create function private.verifier_of(verification_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select v.verifier_id from public.service_verifications v
    where v.id = verifier_of.verification_id and v.verifier_id = any (private.my_fellow_organizations())
  );
end $$;
comment on function private.verifier_of(uuid) is 'Which organization made sure, for its own people and its fellows; null for anyone else.';
grant execute on function private.verifier_of(uuid) to authenticated;

create function private.verifications_of(organization_id uuid, service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return (
      select coalesce(jsonb_agg(jsonb_build_object('verified_at', l.verified_at, 'method', l.method, 'organization', null)), '[]') from (
        select v.verified_at, v.method from public.service_verifications v
        where v.organization_id = verifications_of.organization_id and v.service_id = verifications_of.service_id
        order by v.verified_at desc, v.id limit 5
      ) l
    );
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('verified_at', l.verified_at, 'method', l.method, 'organization', l.label)), '[]') from (
      select v.verified_at, v.method, o.label from public.service_verifications v
      left join private.organization_labels o on o.id = private.verifier_of(v.id)
      where v.organization_id = verifications_of.organization_id and v.service_id = verifications_of.service_id
      order by v.verified_at desc, v.id limit 5
    ) l
  );
end $$;
comment on function private.verifications_of(uuid, uuid) is 'Who made sure lately, when and how; the organization for those who may know it.';
grant execute on function private.verifications_of(uuid, uuid) to anon, authenticated;
grant execute on function public.service_truth(uuid) to anon, authenticated;

create function public.suggestion_form(service_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', s.id, 'name', s.name,
      'facts', (
        select jsonb_object_agg(f.name, private.fact_of(s.id, f.name))
        from unnest(private.facts_of_card() || array['place']) as f(name)
      ),
      'organizations', private.truth_for_members(s.id, s.organization_id, s.state) -> 'as'
    )
    from public.services s where s.id = suggestion_form.service_id and s.state <> 'draft'
  );
end $$;
comment on function public.suggestion_form(uuid) is
  'What somebody who says that a fact is different starts from: the facts as they see them, and as which of their organizations they may say so. Null where the service is hidden, absent or a draft.';
grant execute on function public.suggestion_form(uuid) to anon, authenticated;

create function public.suggested_changes(service_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  owner uuid;
begin
  perform private.require_writer(suggested_changes.organization_id, 'resources.write');
  select s.organization_id into owner from public.services s
  where s.id = suggested_changes.service_id and (s.organization_id = suggested_changes.organization_id or exists (
    select from public.service_stewards t
    where t.organization_id = s.organization_id and t.service_id = s.id and t.steward_id = suggested_changes.organization_id
  ));
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  return public.service_truth(suggested_changes.service_id) || jsonb_build_object(
    'is_owner', owner = suggested_changes.organization_id,
    'version', case when owner = suggested_changes.organization_id then private.service_version_of(suggested_changes.service_id) end,
    'place_is_public', case when owner = suggested_changes.organization_id then exists (
      select from public.service_at_locations l
      where l.organization_id = owner and l.service_id = suggested_changes.service_id and l.audience = 'everyone'
    ) else false end,
    'facts', (
      select jsonb_object_agg(f.name, jsonb_build_object('now', n.now_, 'mark', private.mark_of(n.now_)))
      from unnest(private.facts_of_card() || array(
        select d.field from public.service_disagreements d where d.organization_id = owner and d.service_id = suggested_changes.service_id
      ) || case when owner = suggested_changes.organization_id then array['place'] else '{}' end) as f(name)
      cross join lateral (select private.fact_of(suggested_changes.service_id, f.name) as now_) n
    ),
    'suggestions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'field', s.field, 'value', s.value, 'reason', s.reason, 'made_at', s.made_at, 'organization', o.label
      ) order by s.field, s.made_at), '[]')
      from public.service_suggestions s left join private.organization_labels o on o.id = s.suggester_id
      where s.service_id = suggested_changes.service_id and s.organization_id = owner and s.state = 'open'
        and (owner = suggested_changes.organization_id or s.field <> 'place')
    )
  );
end $$;
comment on function public.suggested_changes(uuid, uuid) is
  'What others say is different about a service, beside what it says now, for its owner or its steward. Refuses not_found, not_allowed.';

create function public.settle_disagreement(
  service_id uuid, organization_id uuid, field text, source text, take boolean, seen_version integer
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  theirs jsonb;
begin
  perform private.require_writer(settle_disagreement.organization_id, 'resources.write');
  delete from public.service_disagreements d
  where d.organization_id = settle_disagreement.organization_id and d.service_id = settle_disagreement.service_id
    and d.field = settle_disagreement.field and d.source = settle_disagreement.source
  returning d.theirs into theirs;
  if theirs is null then
    perform private.refuse('not_found', 404);
  elsif take and settle_disagreement.field = 'place' then
    perform private.refuse('choose_one', 422);
  elsif take then
    perform public.revise_service(
      settle_disagreement.service_id, settle_disagreement.organization_id, settle_disagreement.seen_version,
      jsonb_build_object(settle_disagreement.field, theirs)
    );
  end if;
  return jsonb_build_object('service_id', settle_disagreement.service_id);
end $$;
comment on function public.settle_disagreement(uuid, uuid, text, text, boolean, integer) is
  'Settles that a source says otherwise, for the owner: takes what it says, over the version that was seen, or leaves the service as it is. Refuses not_found, not_allowed, changed_meanwhile, and what the field is refused.';

create function public.organization_truth(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if not organization_truth.organization_id = any (private.my_organizations('resources.read')) then
    return null;
  end if;
  return jsonb_build_object(
    'services', (
      select coalesce(jsonb_agg(l.entry order by l.suggestions = 0, l.verify_by nulls first, l.id), '[]') from (
        select s.id, s.verify_by, n.suggestions, jsonb_build_object(
          'id', s.id, 'name', s.name, 'state', private.truth_state(s.verify_by, s.time_zone), 'verify_by', s.verify_by,
          'suggestions', n.suggestions, 'disagreements', n.disagreements,
          'owner', case when s.organization_id <> organization_truth.organization_id then o.label end, 'steward', t.label
        ) as entry
        from public.services s
        left join public.service_stewards k on k.organization_id = s.organization_id and k.service_id = s.id
        left join private.organization_labels t on t.id = k.steward_id
        left join private.organization_labels o on o.id = s.organization_id
        cross join lateral (
          select
            (select count(*) from public.service_suggestions g where g.organization_id = s.organization_id and g.service_id = s.id and g.state = 'open') as suggestions,
            (select count(*) from public.service_disagreements d where d.organization_id = s.organization_id and d.service_id = s.id) as disagreements
        ) n
        where organization_truth.organization_id in (s.organization_id, k.steward_id) and s.state in ('active', 'paused')
          and (n.suggestions + n.disagreements > 0 or k.steward_id is not null or private.truth_state(s.verify_by, s.time_zone) <> 'confirmed')
        order by n.suggestions = 0, s.verify_by nulls first, s.id limit 200
      ) l
    ),
    'suggested', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'service', jsonb_build_object('id', s.id, 'name', s.name), 'field', g.field, 'value', g.value,
        'state', g.state, 'made_at', g.made_at
      ) order by g.made_at desc), '[]')
      from public.service_suggestions g join public.services s on s.organization_id = g.organization_id and s.id = g.service_id
      where g.suggester_id = organization_truth.organization_id
    )
  );
end $$;
comment on function public.organization_truth(uuid) is
  'What an organization lists or looks after and somebody should look at, suggestions first, and what came of its own suggestions. Null outside it.';
grant execute on function
  public.suggested_changes(uuid, uuid), public.settle_disagreement(uuid, uuid, text, text, boolean, integer), public.organization_truth(uuid)
  to authenticated;
