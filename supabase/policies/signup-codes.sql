-- What somebody does with the return code of their sign-up. A wrong code is answered and not raised: raising would give
-- the try back.

create function private.try_code(secret text, network text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  until constant timestamptz := private.count_try(secret, 'return_code', network, null);
begin
  return case when until is not null then
    jsonb_build_object('problem', 'held_back', 'minutes', private.minutes_until(until)) end;
end $$;
comment on function private.try_code(text, text) is 'Counts a try of a return code: null, or what to say to whoever is held back. Not for the API.';

create function private.read_signup(secret text, network text, code text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  held_back constant jsonb := private.try_code(secret, network);
  s public.signups;
begin
  if held_back is not null then
    return held_back;
  end if;
  s := private.signup_of_code(code);
  if s.id is null then
    return jsonb_build_object('problem', 'code_unknown');
  end if;
  return (
    select jsonb_build_object(
      'gathering_id', s.gathering_id, 'name', s.name, 'seats', s.seats, 'language', s.language, 'needs', s.needs,
      'contact', s.contact, 'told_host', s.told_host, 'state', s.state, 'delete_at', s.delete_at, 'time_zone', g.time_zone,
      'closed_by', case when private.signup_problem(l, g) <> 'signups_closed' then private.signup_problem(l, g) end,
      'organization', (select o.label from private.organization_labels o where o.id = s.organization_id),
      'owner', (select o.label from private.organization_labels o where o.id = s.gathering_owner_id)
    )
    from public.gatherings g join public.signup_lists l on l.organization_id = g.organization_id and l.gathering_id = g.id
    where g.organization_id = s.gathering_owner_id and g.id = s.gathering_id
  );
end $$;
comment on function private.read_signup(text, text, text) is 'See public.read_signup.';
grant execute on function private.read_signup(text, text, text) to anon, authenticated;

create function public.read_signup(secret text, network text, code text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  found_ constant jsonb := private.read_signup(read_signup.secret, read_signup.network, read_signup.code);
begin
  return found_ || jsonb_build_object('gathering', (
    select c.card from private.gathering_cards c where c.id = (found_ ->> 'gathering_id')::uuid
  ));
end $$;
comment on function public.read_signup(text, text, text) is
  'For web processes: a sign-up for whoever has its code, with the gathering as far as the caller may see it. Answers {"problem": "code_unknown"} alike whether a code never was or its sign-up is deleted, and {"problem": "held_back"} after too many tries. Refuses not_allowed without the secret.';

create function private.change_signup(secret text, network text, code text, answers jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  held_back constant jsonb := private.try_code(secret, network);
  s public.signups;
  said public.signups;
  list public.signup_lists;
  held public.gatherings;
  problem text;
begin
  if held_back is not null then
    return held_back;
  end if;
  s := private.signup_of_code(code);
  if s.id is null then
    return jsonb_build_object('problem', 'code_unknown');
  end if;
  said := private.read_answers(answers);
  list := private.hold_list(s.gathering_owner_id, s.gathering_id);
  select g.* into held from public.gatherings g where g.organization_id = s.gathering_owner_id and g.id = s.gathering_id;
  s := private.signup_of_code(code);
  problem := private.signup_problem(list, held);
  if s.id is null or s.state = 'cancelled' then
    perform private.refuse('signup_cancelled', 409);
  elsif problem <> 'signups_closed' then
    perform private.refuse(problem, 409);
  elsif said.seats > s.seats and said.seats > list.capacity then
    perform private.refuse('party_too_large', 422, 'seats', jsonb_build_object('maximum', list.capacity));
  elsif said.seats > s.seats and s.state = 'coming' and (
    (private.next_in_line(list)).id is not null or not private.fits(list, said.seats - s.seats)
  ) then
    perform private.refuse('no_room_for_more', 409, 'seats', jsonb_build_object('seats', s.seats));
  end if;
  update public.signups set name = said.name, seats = said.seats, language = said.language, needs = said.needs,
    contact = said.contact, told_host = said.told_host
  where signups.id = s.id returning signups.* into said;
  if said.contact <> s.contact then
    perform private.write_to_signed_up(said, 'signup_confirmed');
  end if;
  perform private.promote(list);
  return jsonb_build_object('state', (select now_.state from public.signups now_ where now_.id = s.id));
end $$;
comment on function private.change_signup(text, text, text, jsonb) is 'See public.change_signup.';
grant execute on function private.change_signup(text, text, text, jsonb) to anon, authenticated;

create function public.change_signup(secret text, network text, code text, answers jsonb) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.change_signup(change_signup.secret, change_signup.network, change_signup.code, change_signup.answers);
end $$;
comment on function public.change_signup(text, text, text, jsonb) is
  'For web processes: what somebody says of themselves from now on, by their code. Seats that become free go to who waits; more seats are given only where they are free and nobody waits. Answers {"problem": …} like read_signup. Refuses signup_cancelled, gathering_cancelled, gathering_over, party_too_large, no_room_for_more.';

create function private.forget_signup(s public.signups) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.signups set state = 'cancelled', name = '', contact = '', needs = '{}', told_host = false
  where signups.id = s.id and signups.state <> 'cancelled';
  -- What is being sent at this moment is gone with the row itself.
  delete from public.messages m using (
    select w.id from public.messages w
    where w.organization_id = s.organization_id and w.about = s.id for update skip locked
  ) as free
  where m.id = free.id;
end $$;
comment on function private.forget_signup(public.signups) is
  'Cancels a sign-up: who it was is forgotten at once, in mail about it too. Whoever calls holds the list. Not for the API.';

create function private.cancel_signup(secret text, network text, code text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  held_back constant jsonb := private.try_code(secret, network);
  s public.signups;
  list public.signup_lists;
begin
  if held_back is not null then
    return held_back;
  end if;
  s := private.signup_of_code(code);
  if s.id is null then
    return jsonb_build_object('problem', 'code_unknown');
  end if;
  list := private.hold_list(s.gathering_owner_id, s.gathering_id);
  perform private.forget_signup(s);
  perform private.promote(list);
  return jsonb_build_object('state', 'cancelled');
end $$;
comment on function private.cancel_signup(text, text, text) is 'See public.cancel_signup.';
grant execute on function private.cancel_signup(text, text, text) to anon, authenticated;

create function public.cancel_signup(secret text, network text, code text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.cancel_signup(cancel_signup.secret, cancel_signup.network, cancel_signup.code);
end $$;
comment on function public.cancel_signup(text, text, text) is
  'For web processes: takes a sign-up back by its code, at any time, and forgets whose it was. The next in line is promoted. Answers {"problem": …} like read_signup.';

create function private.remove_signup(signup_id uuid, organization_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  s public.signups;
  list public.signup_lists;
begin
  perform private.require_writer(remove_signup.organization_id, 'gatherings.write');
  select found_.* into s from public.signups found_
  where found_.id = remove_signup.signup_id and found_.organization_id = remove_signup.organization_id
    and found_.state <> 'cancelled';
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  list := private.hold_list(s.gathering_owner_id, s.gathering_id);
  perform private.forget_signup(s);
  perform private.promote(list);
  return jsonb_build_object('id', s.id, 'gathering_id', s.gathering_id);
end $$;
comment on function private.remove_signup(uuid, uuid) is 'See public.remove_signup.';
grant execute on function private.remove_signup(uuid, uuid) to authenticated;

create function public.remove_signup(signup_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.remove_signup(remove_signup.signup_id, remove_signup.organization_id);
end $$;
comment on function public.remove_signup(uuid, uuid) is
  'Takes one of an organization''s own people off a list, as they could themselves. Refuses not_found, not_allowed.';

grant execute on function
  public.read_signup(text, text, text), public.change_signup(text, text, text, jsonb), public.cancel_signup(text, text, text)
  to anon, authenticated;
grant execute on function public.remove_signup(uuid, uuid) to authenticated;
