-- What the links in messages do. A link shows what it would do; a press does it, once.

create function private.open_mailed_link(token text) returns private.mailed_links
language plpgsql stable security definer set search_path = '' as $$
declare
  opened private.mailed_links;
begin
  select l.* into opened from private.mailed_links l
  where l.token_hash = private.token_hash(token) and l.expires_at > now();
  return opened;
end $$;
comment on function private.open_mailed_link(text) is 'The mailed link of a token; a row of nulls when it opens nothing. Not for the API.';

create function private.read_mailed_link(token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  l constant private.mailed_links := private.open_mailed_link(token);
begin
  if l.token_hash is null then
    return null;
  end if;
  return jsonb_build_object('kind', l.kind, 'message_kind', l.message_kind, 'new_email', (
    select c.new_email from private.address_changes c where c.id = l.change_id
  ));
end $$;
comment on function private.read_mailed_link(text) is 'See public.read_mailed_link.';
grant execute on function private.read_mailed_link(text) to anon, authenticated;

create function public.read_mailed_link(token text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.read_mailed_link(read_mailed_link.token);
end $$;
comment on function public.read_mailed_link(text) is
  'What a mailed link would do, for whoever holds it: its kind, and the new address it confirms. Null for one that is used, expired or unknown.';

create function private.spend_mailed_link(token text, kinds private.link_kind[]) returns private.mailed_links
language plpgsql security definer set search_path = '' as $$
declare
  spent private.mailed_links;
begin
  -- Two browsers with one link wait here for one another; the second finds nothing.
  delete from private.mailed_links l
  where l.token_hash = private.token_hash(token) and l.kind = any (kinds) and l.expires_at > now()
  returning l.* into spent;
  if spent.token_hash is null then
    perform private.refuse('link_not_valid', 409);
  end if;
  return spent;
end $$;
comment on function private.spend_mailed_link(text, private.link_kind[]) is 'Uses a link up, or refuses link_not_valid. Not for the API.';

create function private.forget_ways_in(person uuid, but_session uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from private.mailed_links l where l.person_id = person and l.kind <> 'unsubscribe';
  delete from private.address_changes c where c.person_id = person;
  delete from public.feed_tokens t where t.person_id = person;
  delete from auth.sessions s where s.user_id = person and s.id is distinct from but_session;
  update auth.users u set recovery_token = '', confirmation_token = '', email_change_token_new = '',
    email_change_token_current = '', reauthentication_token = ''
  where u.id = person;
  if to_regclass('auth.one_time_tokens') is not null then
    execute 'delete from auth.one_time_tokens where user_id = $1' using person;
  end if;
end $$;
comment on function private.forget_ways_in(uuid, uuid) is
  'Closes every way into an account but its password: sessions (but one, if named), mailed links, passes, private calendars, a change of address that waits. Not for the API.';

create function private.prove_address(person uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.people p set address_proven_at = now() where p.id = person and p.address_proven_at is null;
  if found then
    -- Whoever made the account may not be whoever reads the address: what they know opens nothing any more.
    perform private.forget_ways_in(person);
    perform set_config('hamkke.account_change', person::text, true);
    update auth.users u set encrypted_password = null where u.id = person;
    perform set_config('hamkke.account_change', '', true);
  end if;
end $$;
comment on function private.prove_address(uuid) is
  'Notes that a mailed link was used. The first time, on an account that came by a link handed over, everything that opened it until then is void, its password too. Not for the API.';

create function private.use_sign_in_link(token text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  person constant uuid := (private.spend_mailed_link(token, array['sign_in']::private.link_kind[])).person_id;
  pass constant text := private.new_token();
begin
  perform private.prove_address(person);
  -- The service takes passes for an hour; this one is used at once, and a minute is enough.
  update auth.users u set recovery_token = pass, recovery_sent_at = now() - interval '59 minutes' where u.id = person;
  -- Newer hosted sign-in services look here.
  if to_regclass('auth.one_time_tokens') is not null then
    execute 'delete from auth.one_time_tokens where user_id = $1 and token_type = ''recovery_token''' using person;
    execute 'insert into auth.one_time_tokens (id, user_id, token_type, token_hash, relates_to)
      select gen_random_uuid(), u.id, ''recovery_token'', $2, u.email from auth.users u where u.id = $1' using person, pass;
  end if;
  return pass;
end $$;
comment on function private.use_sign_in_link(text) is 'See public.use_sign_in_link.';
grant execute on function private.use_sign_in_link(text) to anon, authenticated;

create function public.use_sign_in_link(token text) returns text
language plpgsql set search_path = '' as $$
begin
  return private.use_sign_in_link(use_sign_in_link.token);
end $$;
comment on function public.use_sign_in_link(text) is
  'Exchanges a mailed sign-in link for the token_hash that the sign-in service verifies (type magiclink) and turns into a session. Works once, for an hour; the pass for a minute, where the service takes passes for an hour. Refuses link_not_valid.';

create function private.set_password(person uuid, password text, but_session uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if coalesce(char_length(password), 0) < 12 then
    perform private.refuse('passphrase_too_short', 422, 'passphrase');
  elsif octet_length(password) > 72 then
    perform private.refuse('passphrase_too_long', 422, 'passphrase');
  end if;
  perform set_config('hamkke.account_change', person::text, true);
  update auth.users u
  set encrypted_password = extensions.crypt(password, extensions.gen_salt('bf', 10)), updated_at = now()
  where u.id = person;
  perform set_config('hamkke.account_change', '', true);
  perform private.forget_ways_in(person, but_session);
  insert into public.messages (kind, person_id) values ('password_changed', person);
end $$;
comment on function private.set_password(uuid, text, uuid) is
  'Gives a person a new password (bcrypt, as the sign-in service reads it), closes every other way in, and tells them by mail. Refuses passphrase_too_short below 12 characters, passphrase_too_long above 72 bytes. Not for the API.';

create function private.reset_password(token text, password text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person constant uuid := (private.spend_mailed_link(token, array['reset']::private.link_kind[])).person_id;
begin
  update public.people p set address_proven_at = coalesce(p.address_proven_at, now()) where p.id = person;
  perform private.set_password(person, reset_password.password);
end $$;
comment on function private.reset_password(text, text) is 'See public.reset_password.';
grant execute on function private.reset_password(text, text) to anon, authenticated;

create function public.reset_password(token text, password text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.reset_password(reset_password.token, reset_password.password);
end $$;
comment on function public.reset_password(text, text) is
  'Sets a new password by a mailed link and signs its person out everywhere. Refuses link_not_valid, passphrase_too_short, passphrase_too_long; a refusal leaves the link as it was.';

create function private.confirm_address(token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  l constant private.mailed_links := private.spend_mailed_link(token, array['address_current', 'address_new']::private.link_kind[]);
  change private.address_changes;
  old_email text;
begin
  update private.address_changes c set
    current_confirmed_at = case when l.kind = 'address_current' then now() else c.current_confirmed_at end,
    new_confirmed_at = case when l.kind = 'address_new' then now() else c.new_confirmed_at end
  where c.id = l.change_id and c.expires_at > now() returning c.* into change;
  if change.id is null then
    perform private.refuse('link_not_valid', 409);
  elsif change.current_confirmed_at is null or change.new_confirmed_at is null then
    return jsonb_build_object('done', false);
  end if;

  select u.email into old_email from auth.users u where u.id = change.person_id for update;
  perform set_config('hamkke.account_change', change.person_id::text, true);
  begin
    update auth.users u set email = change.new_email, updated_at = now() where u.id = change.person_id;
  exception when unique_violation then
    perform private.refuse('link_not_valid', 409);
  end;
  update auth.identities i set identity_data = jsonb_set(i.identity_data::jsonb, '{email}', to_jsonb(change.new_email))
  where i.user_id = change.person_id and i.provider = 'email';
  perform set_config('hamkke.account_change', '', true);
  update public.people p set address_proven_at = now() where p.id = change.person_id;
  perform private.forget_ways_in(change.person_id, nullif(auth.jwt() ->> 'session_id', '')::uuid);
  insert into public.messages (kind, person_id, address) values ('address_changed', change.person_id, old_email);
  return jsonb_build_object('done', true);
end $$;
comment on function private.confirm_address(text) is 'See public.confirm_address.';
grant execute on function private.confirm_address(text) to anon, authenticated;

create function public.confirm_address(token text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.confirm_address(confirm_address.token);
end $$;
comment on function public.confirm_address(text) is
  'Confirms one end of a change of address; with both, the address is changed ({"done": true}) and the old one is told. Refuses link_not_valid, also when somebody has taken the address meanwhile.';

create function private.end_mail(token text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l constant private.mailed_links := private.open_mailed_link(token);
begin
  if l.kind is distinct from 'unsubscribe' then
    perform private.refuse('link_not_valid', 409);
  end if;
  insert into public.notification_choices (person_id, kind, wanted) values (l.person_id, l.message_kind, false)
  on conflict on constraint notification_choices_one_each do update set wanted = false;
end $$;
comment on function private.end_mail(text) is 'See public.end_mail.';
grant execute on function private.end_mail(text) to anon, authenticated;

create function public.end_mail(token text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.end_mail(end_mail.token);
end $$;
comment on function public.end_mail(text) is
  'Ends one kind of optional mail for the person whose message carried the link (RFC 8058: one press, no account). The link goes on working, so that a second press is no error. Refuses link_not_valid.';

grant execute on function
  public.read_mailed_link(text), public.use_sign_in_link(text), public.reset_password(text, text),
  public.confirm_address(text), public.end_mail(text)
  to anon, authenticated;

create function private.guard_account() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if nullif(current_setting('hamkke.account_change', true), '') is distinct from new.id::text then
    perform private.refuse('not_allowed', 403);
  end if;
  return new;
end $$;
comment on function private.guard_account() is
  'A password and an address change through the functions that ask for the old password or a link, and by no other way the sign-in service may offer.';
create trigger hamkke_guard_account before update of encrypted_password, email on auth.users
  for each row when (
    old.encrypted_password is distinct from new.encrypted_password or old.email is distinct from new.email
  ) execute function private.guard_account();
