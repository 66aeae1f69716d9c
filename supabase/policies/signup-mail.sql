-- What people who signed up are told by mail, and that mail about them goes when they go.

create function private.mail_address_in(contact text) returns text
language sql immutable set search_path = '' as $$
  select lower(contact)
  where char_length(contact) <= 254 and contact !~ '(^\.|\.\.|\.@)'
    and lower(contact) ~ '^[a-z0-9.!#$%&''*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$'
$$;
comment on function private.mail_address_in(text) is 'The contact, where it is a mail address; null where somebody has to call. Not for the API.';

create function private.write_to_signed_up(s public.signups, kind public.message_kind) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  address constant text := private.mail_address_in(s.contact);
begin
  if address is null or private.mail_leaves() = 'none' then
    return false;
  elsif exists (
    select from public.messages m
    where m.organization_id = s.organization_id and m.about = s.id and m.kind = write_to_signed_up.kind and m.state = 'waiting'
  ) then
    return true;
  -- Nobody has shown yet that the address is theirs.
  elsif write_to_signed_up.kind <> 'signup_gathering_changed' and private.take_letter(address) is not null then
    return false;
  end if;
  insert into public.messages (kind, organization_id, about) values (write_to_signed_up.kind, s.organization_id, s.id);
  return true;
end $$;
comment on function private.write_to_signed_up(public.signups, public.message_kind) is
  'Queues mail about a sign-up, and says whether it does. The address stays with the sign-up alone. Not for the API.';

create function private.signup_facts(message public.messages, token text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  s public.signups;
  g public.gatherings;
begin
  select found_.* into s from public.signups found_
  where found_.organization_id = message.organization_id and found_.id = message.about
    and found_.state <> 'cancelled' and found_.delete_at > now();
  select held.* into g from public.gatherings held where held.organization_id = s.gathering_owner_id and held.id = s.gathering_id;
  if s.id is null or private.mail_address_in(s.contact) is null or g.ends_at <= now()
    or (message.kind = 'signup_promoted' and (s.state <> 'coming' or g.state <> 'scheduled'))
  then
    return null;
  end if;
  insert into private.return_codes (code_hash, signup_id) values (private.token_hash(token), s.id)
  on conflict on constraint return_codes_pkey do nothing;
  return jsonb_build_object(
    'to', private.mail_address_in(s.contact), 'token', token, 'language', s.language, 'time_zone', g.time_zone,
    'signup', jsonb_build_object(
      'seats', s.seats, 'state', s.state, 'delete_at', s.delete_at, 'gathering_state', g.state,
      -- An address that somebody typed is told no more than everybody may know.
      'line', case when g.audience = 'everyone' and g.state <> 'draft' then private.mail_lines(array[g.id]) -> 0 end,
      'reason', case when g.audience = 'everyone' then g.cancellation_reason end
    )
  );
end $$;
comment on function private.signup_facts(public.messages, text) is
  'What mail about a sign-up says: seats, whether they come or wait, the gathering''s card where everyone may see it. Null where there is nothing to say any longer.';

create function private.follow_gathering() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  list public.signup_lists;
  s public.signups;
begin
  select l.* into list from public.signup_lists l
  where l.organization_id = new.organization_id and l.gathering_id = new.id for update;
  if not found then
    return null;
  end if;
  -- A year typed wrong must not take everybody off the list; and who is to be gone by now does not come back.
  if exists (
    select from public.signups kept
    where kept.gathering_owner_id = new.organization_id and kept.gathering_id = new.id and kept.state <> 'cancelled'
      and kept.delete_at > now() and kept.delete_at + (new.ends_at - old.ends_at) <= now()
  ) then
    perform private.refuse('signups_would_go', 409, 'starts');
  end if;
  update public.signups moved set delete_at = moved.delete_at + (new.ends_at - old.ends_at)
  where moved.gathering_owner_id = new.organization_id and moved.gathering_id = new.id and new.ends_at <> old.ends_at
    and moved.delete_at > now();
  if new.ends_at > now() and new.state <> 'draft' and (old.state <> new.state or old.starts_at <> new.starts_at) then
    for s in
      select told.* from public.signups told
      where told.gathering_owner_id = new.organization_id and told.gathering_id = new.id and told.state <> 'cancelled'
      order by told.place
    loop
      perform private.write_to_signed_up(s, 'signup_gathering_changed');
    end loop;
  end if;
  perform private.promote(list);
  return null;
end $$;
comment on function private.follow_gathering() is
  'When a gathering is moved, cancelled or put back on: people who signed up are told, and are kept as long after it as before. Refuses signups_would_go where they would be deleted at once.';
create trigger gatherings_follow after update on public.gatherings
  for each row when (old.state <> new.state or old.starts_at <> new.starts_at or old.ends_at <> new.ends_at)
  execute function private.follow_gathering();

create function private.forget_mail_about_signup() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.messages m where m.organization_id = old.organization_id and m.about = old.id;
  return null;
end $$;
comment on function private.forget_mail_about_signup() is
  'Mail about somebody goes with them: what waits, what was sent, and the copy in the demonstration''s mailbox.';
create trigger signups_forget_mail after delete on public.signups
  for each row execute function private.forget_mail_about_signup();
