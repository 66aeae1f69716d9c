-- What others say is different by now, one fact at a time. It changes nothing until the owner, or the steward, accepts it.

-- Not granted: the contact, which is shown to nobody, and who of an organization it was.
grant select (id, organization_id, service_id, field, value, reason, suggester_id, language, state, made_at, answered_at)
  on public.service_suggestions to authenticated;
create policy service_suggestions_select_owner_steward_suggester on public.service_suggestions
  for select to authenticated
  using (delete_at > now() and (
    organization_id = any ((select private.my_organizations('resources.read'))::uuid[])
    or suggester_id = any ((select private.my_organizations('resources.read'))::uuid[])
    -- A steward learns of no organization that is in none of its own coalitions.
    or (field <> 'place' and (suggester_id is null or suggester_id = any ((select private.my_fellow_organizations())::uuid[])) and exists (
      select from public.service_stewards t
      where t.organization_id = service_suggestions.organization_id and t.service_id = service_suggestions.service_id
        and t.steward_id = any ((select private.my_organizations('resources.write'))::uuid[])
    ))
  ));

-- No insert, update or delete: one suggests and answers by functions, and the worker deletes.

create function private.keep_suggestion(
  secret text, network text, owner uuid, service_id uuid, suggester uuid, submission_id uuid, suggestion jsonb, now_ jsonb
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  until constant timestamptz := private.count_try(secret, 'suggestion', network, keep_suggestion.service_id::text);
  code constant text := private.return_code(keep_suggestion.submission_id);
  made public.service_suggestions;
  known public.service_suggestions;
begin
  if until is not null then
    return jsonb_build_object('problem', 'held_back', 'minutes', private.minutes_until(until));
  end if;
  -- One of its people may see it through another organization.
  if suggester <> owner and not exists (
    select from public.services s where s.id = keep_suggestion.service_id and private.fellow_sees(suggester, s)
  ) then
    perform private.refuse('not_found', 404);
  end if;
  made.field := suggestion ->> 'field';
  made.value := private.read_fact(made.field, suggestion -> 'value');
  made.reason := private.tidy_paragraph(suggestion ->> 'reason', 'reason', 500);
  made.language := coalesce(suggestion ->> 'language', 'en');
  made.contact := case when suggester is null then private.tidy_line(suggestion ->> 'contact', 'contact', 254) else '' end;
  if made.contact <> '' and private.mail_address_in(made.contact) is null then
    perform private.refuse('mail_address_not_understood', 422, 'contact');
  elsif now_ is not distinct from made.value or (jsonb_typeof(now_) = 'object' and now_ @> made.value)
    or (made.field = 'phones' and (now_ -> 0) @> (made.value -> 0))
  then
    perform private.refuse('says_so_already', 422, 'value');
  end if;

  select s.* into known from private.suggestion_codes c join public.service_suggestions s on s.id = c.suggestion_id
  where c.code_hash = private.token_hash(code);
  if found then
    if (known.service_id, known.field, known.value) is distinct from (keep_suggestion.service_id, made.field, made.value) then
      perform private.refuse('suggestion_sent_already', 409);
    end if;
    return jsonb_build_object('code', code);
  end if;
  insert into public.service_suggestions as s (
    organization_id, service_id, field, value, reason, suggester_id, person_id, contact, language
  ) values (
    owner, keep_suggestion.service_id, made.field, made.value, made.reason, suggester,
    case when suggester is not null then private.my_person() end,
    -- Where no mail leaves, an address would be kept for nothing.
    case when private.mail_leaves() = 'none' then '' else lower(made.contact) end, made.language
  ) returning s.id into made.id;
  insert into private.suggestion_codes (code_hash, suggestion_id) values (private.token_hash(code), made.id);
  return jsonb_build_object('code', code);
end $$;
comment on function private.keep_suggestion(text, text, uuid, uuid, uuid, uuid, jsonb, jsonb) is
  'See public.suggest_change, which asks whether the caller sees the service.';
grant execute on function private.keep_suggestion(text, text, uuid, uuid, uuid, uuid, jsonb, jsonb) to anon, authenticated;

create function private.speaks_for(organization_id uuid, owner uuid) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  if current_user = 'anon' then
    return false;
  end if;
  return speaks_for.organization_id = any (private.my_organizations('resources.read'))
    and owner = any (private.my_fellow_organizations());
end $$;
comment on function private.speaks_for(uuid, uuid) is 'Whether the caller belongs to an organization, and to a coalition of the owner''s or to the owner.';
grant execute on function private.speaks_for(uuid, uuid) to anon, authenticated;

create function public.suggest_change(
  secret text, network text, service_id uuid, organization_id uuid, submission_id uuid, suggestion jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  owner uuid;
  field constant text := suggestion ->> 'field';
begin
  select s.organization_id into owner from public.services s where s.id = suggest_change.service_id and s.state <> 'draft';
  if not found or (
    suggest_change.organization_id is not null and not private.speaks_for(suggest_change.organization_id, owner)
  ) then
    perform private.refuse('not_found', 404);
  elsif suggest_change.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  -- A place that they do not see answers as one that is nowhere.
  elsif field = 'place' and private.fact_of(suggest_change.service_id, 'place') is null then
    perform private.refuse('choose_one', 422, 'field');
  end if;
  return private.keep_suggestion(
    suggest_change.secret, suggest_change.network, owner, suggest_change.service_id, suggest_change.organization_id,
    suggest_change.submission_id, suggest_change.suggestion, private.fact_of(suggest_change.service_id, field)
  );
end $$;
comment on function public.suggest_change(text, text, uuid, uuid, uuid, jsonb) is
  'For web processes: somebody who sees a service says that one fact of it is different ({"field", "value", "reason", "language"}, and "contact", a mail address for the answer), as a member of an organization or as anyone. Answers with a code that shows what came of it, the same for all repetitions; {"problem": "held_back"} after too many tries. Refuses not_allowed without the secret, not_found, choose_one, says_so_already, suggestion_sent_already, and what the field is refused.';
grant execute on function public.suggest_change(text, text, uuid, uuid, uuid, jsonb) to anon, authenticated;

create function private.end_suggestion(suggestion_id uuid, organization_id uuid, state public.suggestion_state) returns void
language plpgsql security definer set search_path = '' as $$
declare
  ended public.service_suggestions;
  service public.services;
  contact text;
begin
  perform private.require_writer(end_suggestion.organization_id, 'resources.write');
  select s.* into ended from public.service_suggestions s
  where s.id = end_suggestion.suggestion_id and s.delete_at > now() for update;
  select s.* into service from public.services s where s.id = ended.service_id;
  if ended.id is null or (end_suggestion.organization_id <> ended.organization_id and (
    ended.field = 'place' or not private.is_steward(end_suggestion.organization_id, service)
  )) then
    perform private.refuse('not_found', 404);
  elsif ended.state <> 'open' then
    perform private.refuse('suggestion_answered', 409);
  end if;
  contact := ended.contact;
  update public.service_suggestions s set state = end_suggestion.state, answered_at = clock_timestamp(), contact = ''
  where s.id = ended.id;
  if ended.person_id is not null then
    -- On behalf of the suggester: the owner must not learn who its people are.
    insert into public.messages (kind, organization_id, person_id, about) values ('suggestion_answered', ended.suggester_id, ended.person_id, ended.id);
  elsif contact <> '' and private.take_letter(contact) is null then
    insert into public.messages (kind, address, about) values ('suggestion_answered', contact, ended.id);
  end if;
end $$;
comment on function private.end_suggestion(uuid, uuid, public.suggestion_state) is
  'Answers an open suggestion once, for the owner or the steward, and queues the mail that tells its maker. An address that was given leaves the row for the letter, which forgets it when it ends.';
grant execute on function private.end_suggestion(uuid, uuid, public.suggestion_state) to authenticated;

create function private.open_suggestion(suggestion_id uuid, organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  found_ jsonb;
begin
  perform private.require_writer(open_suggestion.organization_id, 'resources.write');
  select jsonb_build_object('service_id', s.service_id, 'owner', s.organization_id, 'field', s.field, 'value', s.value, 'state', s.state)
  into found_
  from public.service_suggestions s
  where s.id = open_suggestion.suggestion_id and (
    s.organization_id = open_suggestion.organization_id or exists (
      select from public.service_stewards t
      where t.organization_id = s.organization_id and t.service_id = s.service_id and t.steward_id = open_suggestion.organization_id
    )
  );
  if found_ is null then
    perform private.refuse('not_found', 404);
  elsif found_ ->> 'state' <> 'open' then
    perform private.refuse('suggestion_answered', 409);
  end if;
  return found_;
end $$;
comment on function private.open_suggestion(uuid, uuid) is 'A suggestion that an organization may answer, as its owner or steward. Refuses not_found, not_allowed, suggestion_answered.';
grant execute on function private.open_suggestion(uuid, uuid) to authenticated;

create function public.accept_suggestion(suggestion_id uuid, organization_id uuid, seen text, publish boolean) returns jsonb
language plpgsql set search_path = '' as $$
declare
  open_ constant jsonb := private.open_suggestion(accept_suggestion.suggestion_id, accept_suggestion.organization_id);
  service_id constant uuid := open_ ->> 'service_id';
begin
  if open_ ->> 'owner' = accept_suggestion.organization_id::text then
    perform public.revise_service(
      service_id, accept_suggestion.organization_id, case when seen ~ '^[0-9]{1,9}$' then seen::integer end,
      private.content_of(service_id, open_ ->> 'field', open_ -> 'value', accept_suggestion.publish)
    );
  else
    perform public.correct_fact(service_id, accept_suggestion.organization_id, open_ ->> 'field', open_ -> 'value', seen);
  end if;
  perform private.end_suggestion(accept_suggestion.suggestion_id, accept_suggestion.organization_id, 'accepted');
  return jsonb_build_object('service_id', service_id);
end $$;
comment on function public.accept_suggestion(uuid, uuid, text, boolean) is
  'Writes what was suggested over what its reader saw (the owner: the version; the steward: the mark of the fact) and tells its maker. A public address changes by a decision alone. Refuses not_found, not_allowed, suggestion_answered, changed_meanwhile, publishing_is_a_decision.';

create function public.decline_suggestion(suggestion_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  open_ constant jsonb := private.open_suggestion(decline_suggestion.suggestion_id, decline_suggestion.organization_id);
begin
  perform private.end_suggestion(decline_suggestion.suggestion_id, decline_suggestion.organization_id, 'declined');
  return jsonb_build_object('service_id', open_ -> 'service_id');
end $$;
comment on function public.decline_suggestion(uuid, uuid) is
  'Leaves a service as it is, and tells who suggested otherwise. Refuses not_found, not_allowed, suggestion_answered.';
grant execute on function public.accept_suggestion(uuid, uuid, text, boolean), public.decline_suggestion(uuid, uuid) to authenticated;

create function private.suggestion_of_code(secret text, network text, code text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  held_back constant jsonb := private.try_code(secret, network);
begin
  return coalesce(held_back, (
    select jsonb_build_object(
      'service_id', s.service_id, 'field', s.field, 'value', s.value, 'state', s.state, 'made_at', s.made_at,
      'answered_at', s.answered_at, 'delete_at', s.delete_at
    )
    from private.suggestion_codes c join public.service_suggestions s on s.id = c.suggestion_id
    where c.code_hash = private.token_hash(translate(upper(regexp_replace(coalesce(code, ''), '[\s-]', '', 'g')), 'OILU', '011V'))
      and s.delete_at > now()
  ), jsonb_build_object('problem', 'suggestion_code_unknown'));
end $$;
comment on function private.suggestion_of_code(text, text, text) is 'See public.read_suggestion.';
grant execute on function private.suggestion_of_code(text, text, text) to anon, authenticated;

create function public.read_suggestion(secret text, network text, code text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  found_ constant jsonb := private.suggestion_of_code(read_suggestion.secret, read_suggestion.network, read_suggestion.code);
begin
  return found_ || jsonb_build_object('service', (
    select jsonb_build_object('id', s.id, 'name', s.name, 'time_zone', s.time_zone) from public.services s where s.id = (found_ ->> 'service_id')::uuid
  ));
end $$;
comment on function public.read_suggestion(text, text, text) is
  'For web processes: what came of a suggestion, for whoever has its code, with the service as far as the caller may see it. Answers {"problem": "suggestion_code_unknown"} alike whether a code never was or its suggestion is gone, {"problem": "held_back"} after too many tries.';
grant execute on function public.read_suggestion(text, text, text) to anon, authenticated;
