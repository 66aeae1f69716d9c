-- How often one may try. Who is not the web process cannot count anybody else's tries, and so cannot use them up.

create function private.is_server(secret text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce(exists (
    select from private.settings s
    where s.name = 'server_secret' and s.value = to_jsonb(encode(sha256(convert_to(secret, 'UTF8')), 'hex'))
  ), false);
end $$;
comment on function private.is_server(text) is
  'Whether this is the web processes'' secret, of which private.settings keeps the hash. It counts tries and queues mailed links; it shows nobody anything. Not for the API.';

create function private.take_try(kind text, scope text, bucket bytea) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  l private.limits;
  each interval;
begin
  select limits.* into l from private.limits where limits.kind = take_try.kind and limits.scope = take_try.scope;
  if not found then
    return null;
  end if;
  each := l.within / l.tries;
  insert into private.counters as c (bucket, full_until) values (take_try.bucket, clock_timestamp() + each)
  on conflict on constraint counters_pkey do update set full_until = greatest(c.full_until, clock_timestamp()) + each
  where greatest(c.full_until, clock_timestamp()) + each <= clock_timestamp() + l.within;
  if found then
    return null;
  end if;
  return (select c.full_until + each - l.within from private.counters c where c.bucket = take_try.bucket);
end $$;
comment on function private.take_try(text, text, bytea) is
  'Takes one try, or answers when there is one again. Tries come back evenly (generic cell rate algorithm). Not for the API.';

create function private.bucket(secret text, kind text, scope text, network text, account text) returns bytea
language sql immutable set search_path = '' as $$
  select sha256(sha256(convert_to(secret, 'UTF8')) || convert_to(jsonb_build_array(
    kind, scope, case when scope <> 'account' then network end, case when scope <> 'network' then lower(btrim(account)) end
  )::text, 'UTF8'))
$$;
comment on function private.bucket(text, text, text, text, text) is
  'The keyed hash under which a subject''s tries are counted; without the secret it tells nothing. Not for the API.';

create function private.count_try(secret text, kind text, network text, account text) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  scope text;
  until timestamptz;
begin
  if not private.is_server(secret) then
    perform private.refuse('not_allowed', 403);
  end if;
  -- Always in this order, so that two processes never wait for one another crosswise.
  for scope in
    select l.scope from private.limits l
    where l.kind = count_try.kind and (l.scope = 'account' or count_try.network is not null)
      and (l.scope = 'network' or count_try.account is not null)
    order by l.scope desc
  loop
    until := private.take_try(
      count_try.kind, scope, private.bucket(secret, count_try.kind, scope, count_try.network, count_try.account)
    );
    -- Who is held back uses up nothing further: neither an account's tries nor room for counters.
    exit when until is not null;
  end loop;
  return until;
end $$;
comment on function private.count_try(text, text, text, text) is 'See public.count_try.';
grant execute on function private.count_try(text, text, text, text) to anon, authenticated;

create function public.count_try(secret text, kind text, network text, account text default null) returns timestamptz
language plpgsql set search_path = '' as $$
begin
  return private.count_try(count_try.secret, count_try.kind, count_try.network, count_try.account);
end $$;
comment on function public.count_try(text, text, text, text) is
  'For web processes, which know the secret: counts a try of a network address, of an account, and of both together. Null when it may go on, otherwise the instant from which it may. Addresses are kept as keyed hashes, a day at most. Refuses not_allowed without the secret.';

create function private.forgive_tries(secret text, kind text, network text, account text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l private.limits;
begin
  if not private.is_server(secret) then
    perform private.refuse('not_allowed', 403);
  end if;
  -- In the order of count_try. Whoever has an account must not buy a network more tries at others by signing in.
  for l in select limits.* from private.limits where limits.kind = forgive_tries.kind order by limits.scope desc loop
    update private.counters c
    set full_until = case l.scope when 'both' then now() else c.full_until - l.within / l.tries end
    where c.bucket = private.bucket(secret, l.kind, l.scope, forgive_tries.network, forgive_tries.account);
  end loop;
end $$;
comment on function private.forgive_tries(text, text, text, text) is 'See public.forgive_tries.';
grant execute on function private.forgive_tries(text, text, text, text) to anon, authenticated;

create function public.forgive_tries(secret text, kind text, network text, account text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.forgive_tries(forgive_tries.secret, forgive_tries.kind, forgive_tries.network, forgive_tries.account);
end $$;
comment on function public.forgive_tries(text, text, text, text) is
  'For web processes, after somebody signed in: forgets the tries of the account from that network address, and gives back the one try to the address and to the account. Refuses not_allowed without the secret.';

grant execute on function public.count_try(text, text, text, text), public.forgive_tries(text, text, text, text)
  to anon, authenticated;

create function private.take_my_try(kind text) returns timestamptz
language plpgsql security definer set search_path = '' as $$
begin
  return private.take_try(take_my_try.kind, 'account', sha256(convert_to(jsonb_build_array(
    take_my_try.kind, case when take_my_try.kind = 'password' then auth.jwt() ->> 'session_id' else private.my_person()::text end
  )::text, 'UTF8')));
end $$;
comment on function private.take_my_try(text) is
  'One try of the caller''s own, for a password of this very session, so that another device does not use them up: null, or the instant from which there is one again. Needs no secret, since nobody can take another''s. A refusal after it gives the try back, with everything else of the transaction.';

create function private.minutes_until(instant timestamptz) returns integer
language sql stable set search_path = '' as $$
  select greatest(1, ceil(extract(epoch from instant - now()) / 60))::integer
$$;
comment on function private.minutes_until(timestamptz) is 'In how many whole minutes an instant has come, one at least. Not for the API.';

create function private.take_letter(address text) returns timestamptz
language plpgsql security definer set search_path = '' as $$
begin
  return private.take_try('letter', 'account', sha256(convert_to(jsonb_build_array(
    'letter', (select s.value from private.settings s where s.name = 'server_secret'), lower(address)
  )::text, 'UTF8')));
end $$;
comment on function private.take_letter(text) is
  'Takes one of the ten letters a day that an address is sent at others'' word (invitations, changes of address, sign-ups), whoever sends them: null, or the instant from which there is one again. Not for the API.';

create function private.require_letter(address text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  until constant timestamptz := private.take_letter(address);
begin
  if until is not null then
    perform private.refuse('too_much_mail', 429, null, jsonb_build_object('minutes', private.minutes_until(until)));
  end if;
end $$;
comment on function private.require_letter(text) is 'Refuses too_much_mail where an address has been sent ten letters today at others'' word. Not for the API.';
