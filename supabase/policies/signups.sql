-- Who may see people who signed up, and how seats are given out: in order, never more than there are, no party split.

-- Not granted: the place in the queue, which counts other organizations' people. After delete_at a row is out of
-- everybody's sight, whether or not the worker has been there.
grant select (
  id, organization_id, gathering_owner_id, gathering_id, name, seats, language, needs, contact, told_host, state,
  created_at, promoted_at, told_at, delete_at
) on public.signups to authenticated;
create policy signups_select_own on public.signups
  for select to authenticated
  using (delete_at > now() and (
    organization_id = any ((select private.my_organizations('signups.read'))::uuid[])
    or (told_host and gathering_owner_id = any ((select private.my_organizations('signups.read'))::uuid[]))
  ));

-- No insert, update or delete: people sign up, change and cancel by functions, and the worker deletes.

create function private.taken_seats(list public.signup_lists) returns integer
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(sum(s.seats), 0) from public.signups s
    where s.gathering_owner_id = list.organization_id and s.gathering_id = list.gathering_id and s.state = 'coming'
      and s.delete_at > now()
  );
end $$;
comment on function private.taken_seats(public.signup_lists) is 'How many seats are taken. Not for the API.';

create function private.next_in_line(list public.signup_lists) returns public.signups
language plpgsql stable set search_path = '' as $$
declare
  first_ public.signups;
begin
  -- Who could not come even if nobody else did holds nobody up.
  select s.* into first_ from public.signups s
  where s.gathering_owner_id = list.organization_id and s.gathering_id = list.gathering_id and s.state = 'waiting'
    and (list.capacity is null or s.seats <= list.capacity)
  order by s.place limit 1;
  return first_;
end $$;
comment on function private.next_in_line(public.signup_lists) is 'Who is promoted next; a row of nulls when nobody waits. Not for the API.';

create function private.fits(list public.signup_lists, seats integer) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return list.capacity is null or private.taken_seats(list) + fits.seats <= list.capacity;
end $$;
comment on function private.fits(public.signup_lists, integer) is 'Whether so many more can come. Not for the API.';

create function private.hold_list(owner uuid, gathering uuid) returns public.signup_lists
language plpgsql set search_path = '' as $$
declare
  list public.signup_lists;
begin
  -- A cancellation waits here for sign-ups under way, and they for it: each sees what the other did.
  perform from public.gatherings g where g.organization_id = owner and g.id = gathering for share;
  select l.* into list from public.signup_lists l
  where l.organization_id = owner and l.gathering_id = gathering for update;
  return list;
end $$;
comment on function private.hold_list(uuid, uuid) is
  'The list of a gathering, held together with the gathering until the transaction ends, always in this order; a row of nulls where there is none. Not for the API.';

create function private.promote(list public.signup_lists) returns void
language plpgsql security definer set search_path = '' as $$
declare
  next public.signups;
begin
  if not exists (
    select from public.gatherings g
    where g.organization_id = list.organization_id and g.id = list.gathering_id
      and g.state = 'scheduled' and g.ends_at > now()
  ) then
    return;
  end if;
  loop
    next := private.next_in_line(list);
    exit when next.id is null or not private.fits(list, next.seats);
    update public.signups s set state = 'coming', promoted_at = clock_timestamp(),
      told_at = case when private.write_to_signed_up(next, 'signup_promoted') then clock_timestamp() end
    where s.id = next.id;
  end loop;
end $$;
comment on function private.promote(public.signup_lists) is
  'Gives free seats to who waits, in order, and tells them. Whoever calls holds the list. Not for the API.';

create function private.read_answers(answers jsonb) returns public.signups
language plpgsql stable set search_path = '' as $$
declare
  said public.signups;
begin
  said.name := private.tidy_line(answers ->> 'name', 'name', 80, true);
  if coalesce(answers ->> 'seats', '') !~ '^[0-9]{1,9}$' or (answers ->> 'seats')::integer < 1 then
    perform private.refuse('number_between', 422, 'seats', jsonb_build_object('minimum', 1, 'maximum', 20));
  elsif (answers ->> 'seats')::integer > 20 then
    perform private.refuse('party_too_large', 422, 'seats', jsonb_build_object('maximum', 20));
  elsif not coalesce(core.is_language(answers ->> 'language'), false) then
    perform private.refuse('choose_one', 422, 'language');
  elsif jsonb_typeof(coalesce(answers -> 'needs', '[]')) <> 'array' then
    perform private.refuse('not_understood', 422, 'needs');
  end if;
  said.seats := answers ->> 'seats';
  said.language := answers ->> 'language';
  said.needs := array(
    select n.need from unnest(array['interpretation', 'access', 'childcare', 'ride']) as n(need)
    where coalesce(answers -> 'needs', '[]') ? n.need
  );
  if cardinality(said.needs) <> jsonb_array_length(coalesce(answers -> 'needs', '[]')) then
    perform private.refuse('not_understood', 422, 'needs');
  end if;
  said.contact := private.tidy_line(answers ->> 'contact', 'contact', 120);
  said.told_host := coalesce((answers ->> 'told_host')::boolean, false);
  return said;
end $$;
comment on function private.read_answers(jsonb) is
  'What somebody who signs up says of themselves. Whatever else they say is not taken down. Not for the API.';

create function private.return_code(submission_id uuid) returns text
language sql immutable set search_path = '' as $$
  select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (bits.n >> (5 * at) & 31)::integer, 1), '' order by at)
  from (
    select ('x' || encode(substr(sha256(convert_to('return code ' || submission_id, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint as n
  ) as bits, generate_series(0, 11) as at
$$;
comment on function private.return_code(uuid) is
  'The code that a submission comes to: 60 bits in letters that are not taken for one another (Crockford''s base 32). A form sent twice is answered with one code, though the code itself is not kept. Not for the API.';

create function private.signup_of_code(code text) returns public.signups
language plpgsql stable security definer set search_path = '' as $$
declare
  plain constant text := case when code ~ '^[0-9a-f]{64}$' then code
    else translate(upper(regexp_replace(coalesce(code, ''), '[\s-]', '', 'g')), 'OILU', '011V') end;
  found_ public.signups;
begin
  select s.* into found_ from private.return_codes c join public.signups s on s.id = c.signup_id
  where c.code_hash = private.token_hash(plain) and s.delete_at > now();
  return found_;
end $$;
comment on function private.signup_of_code(text) is
  'Whose code this is, written with or without spaces and hyphens, or the token of a mailed link; a row of nulls for any other. Not for the API.';

create function private.host_named(owner uuid, gathering uuid, via text) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((
    select h.host_id from public.hostings h join public.organizations o on o.id = h.host_id
    where h.organization_id = owner and h.gathering_id = gathering and h.state = 'accepted' and o.slug = via
  ), owner);
end $$;
comment on function private.host_named(uuid, uuid, text) is
  'Through whose link somebody comes: an organization that holds the gathering or spreads the word for it, else its owner. Not for the API.';

create function private.known_slug(slug text) returns text
language plpgsql stable set search_path = '' as $$
begin
  return (select o.slug from public.organizations o where o.slug = known_slug.slug);
end $$;
comment on function private.known_slug(text) is
  'A slug, where the caller may know of the organization; null for a hidden one as for one that is not there, so that no link tells who holds a gathering.';
grant execute on function private.known_slug(text) to anon, authenticated;

create function private.take_seats(
  secret text, network text, owner uuid, gathering uuid, via text, submission_id uuid, answers jsonb
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  until constant timestamptz := private.count_try(secret, 'signup', network, gathering::text);
  code constant text := private.return_code(take_seats.submission_id);
  host uuid;
  said public.signups;
  known public.signups;
  list public.signup_lists;
  held public.gatherings;
  problem text;
begin
  if until is not null then
    return jsonb_build_object('problem', 'held_back', 'minutes', private.minutes_until(until));
  end if;
  said := private.read_answers(answers);
  list := private.hold_list(owner, gathering);
  select g.* into held from public.gatherings g where g.organization_id = owner and g.id = gathering;
  if list.gathering_id is null then
    perform private.refuse('not_found', 404);
  end if;

  known := private.signup_of_code(code);
  if known.id is not null then
    if known.gathering_id <> gathering or (known.state <> 'cancelled' and
      (known.name, known.seats, known.language, known.needs, known.contact, known.told_host)
        is distinct from (said.name, said.seats, said.language, said.needs, said.contact, said.told_host))
    then
      perform private.refuse('signup_sent_already', 409);
    end if;
    return jsonb_build_object('code', code, 'state', known.state, 'delete_at', known.delete_at);
  end if;

  problem := private.signup_problem(list, held);
  host := private.host_named(owner, gathering, via);
  if problem is not null then
    perform private.refuse(problem, 409);
  -- Whoever was told that one organization sees them is not handed to another, should its hosting have ended meanwhile.
  elsif answers ->> 'seen_by' <> (select o.slug from public.organizations o where o.id = host) then
    perform private.refuse('seen_by_another', 409);
  elsif said.seats > list.capacity then
    perform private.refuse('party_too_large', 422, 'seats', jsonb_build_object('maximum', list.capacity));
  end if;
  said.state := case
    when (private.next_in_line(list)).id is null and private.fits(list, said.seats) then 'coming' else 'waiting' end;
  insert into public.signups as s (
    organization_id, gathering_owner_id, gathering_id, name, seats, language, needs, contact, told_host, state, place, delete_at
  ) values (
    host, owner, gathering,
    said.name, said.seats, said.language, said.needs, said.contact, said.told_host, said.state, 1 + coalesce((
      select max(last.place) from public.signups last
      where last.gathering_owner_id = owner and last.gathering_id = gathering
    ), 0),
    held.ends_at + make_interval(days => list.keep_days)
  ) returning s.* into known;
  insert into private.return_codes (code_hash, signup_id) values (private.token_hash(code), known.id);
  perform private.write_to_signed_up(known, 'signup_confirmed');
  return jsonb_build_object('code', code, 'state', known.state, 'delete_at', known.delete_at);
end $$;
comment on function private.take_seats(text, text, uuid, uuid, text, uuid, jsonb) is 'See public.sign_up, which asks whether the caller sees the gathering.';
grant execute on function private.take_seats(text, text, uuid, uuid, text, uuid, jsonb) to anon, authenticated;

create function public.sign_up(
  secret text, network text, gathering_id uuid, via text, submission_id uuid, answers jsonb
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  owner uuid;
begin
  select g.organization_id into owner from public.gatherings g where g.id = sign_up.gathering_id;
  if not found then
    perform private.refuse('not_found', 404);
  elsif sign_up.submission_id is null then
    perform private.refuse('required', 422, 'submission_id');
  end if;
  return private.take_seats(
    sign_up.secret, sign_up.network, owner, sign_up.gathering_id, private.known_slug(sign_up.via), sign_up.submission_id,
    sign_up.answers
  );
end $$;
comment on function public.sign_up(text, text, uuid, text, uuid, jsonb) is
  'For web processes: signs somebody up for a gathering that the caller sees (answers: name, seats, language, needs, contact, told_host; and seen_by, the slug of the organization that the page named) and answers with the return code, once and for all repetitions of a submission, and whether they come or wait. Answers {"problem": "held_back"} after too many tries. Refuses not_allowed without the secret, not_found, signups_closed, gathering_cancelled, gathering_over, party_too_large, seen_by_another, signup_sent_already.';
grant execute on function public.sign_up(text, text, uuid, text, uuid, jsonb) to anon, authenticated;
