-- What a person says of themselves, where they are signed in, and how they go. Everything here is about the caller.

grant select (person_id, kind, channel, wanted) on public.notification_choices to authenticated;
create policy notification_choices_select_self on public.notification_choices
  for select to authenticated
  using (person_id = (select private.my_person()));
grant insert (person_id, kind, channel, wanted) on public.notification_choices to authenticated;
create policy notification_choices_insert_self on public.notification_choices
  for insert to authenticated
  with check (person_id = (select private.my_person()));
grant update (wanted) on public.notification_choices to authenticated;
create policy notification_choices_update_self on public.notification_choices
  for update to authenticated
  using (person_id = (select private.my_person()))
  with check (person_id = (select private.my_person()));

-- No delete: a choice is changed.

create function public.choose_mail(wanted text[], quiet_from time, quiet_until time) returns void
language plpgsql set search_path = '' as $$
begin
  update public.people p
  set quiet_from = choose_mail.quiet_from, quiet_until = choose_mail.quiet_until
  where p.id = private.my_person();
  if not found then
    perform private.refuse('not_found', 404);
  end if;
  insert into public.notification_choices (person_id, kind, wanted)
  select private.my_person(), k.kind, k.kind::text = any (choose_mail.wanted)
  from unnest(array['reminder', 'digest', 'services_due', 'items_due']::public.message_kind[]) as k(kind)
  on conflict on constraint notification_choices_one_each do update set wanted = excluded.wanted;
end $$;
comment on function public.choose_mail(text[], time, time) is
  'Which optional mail the caller wants (reminder, digest, services_due, items_due), and between which wall times of theirs none is sent; all at once. Refuses not_found without a live session.';
grant execute on function public.choose_mail(text[], time, time) to authenticated;

create function private.my_settings() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me constant uuid := private.my_person();
begin
  if me is null then
    perform private.refuse('not_found', 404);
  end if;
  return (
    select jsonb_build_object(
      'display_name', p.display_name, 'language', p.language, 'time_zone', p.time_zone, 'email', u.email,
      'quiet_from', to_char(p.quiet_from, 'HH24:MI'), 'quiet_until', to_char(p.quiet_until, 'HH24:MI'),
      'wanted', (
        select jsonb_object_agg(k.kind, coalesce(c.wanted, true))
        from unnest(array['reminder', 'digest', 'services_due', 'items_due']::public.message_kind[]) as k(kind)
        left join public.notification_choices c on c.person_id = me and c.kind = k.kind
      ),
      'new_email', (select a.new_email from private.address_changes a where a.person_id = me and a.expires_at > now()),
      'sessions', (
        select coalesce(jsonb_agg(to_jsonb(listed) order by listed.is_this desc, listed.began_at desc), '[]')
        from (
          select s.id, d.device, s.created_at as began_at, s.id = nullif(auth.jwt() ->> 'session_id', '')::uuid as is_this
          from auth.sessions s left join private.session_devices d on d.session_id = s.id
          where s.user_id = me and (s.not_after is null or s.not_after > now())
          order by is_this desc, s.created_at desc limit 50
        ) listed
      ),
      'organizations', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', o.id, 'slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name,
          'korean_name', o.korean_name, 'role', m.role
        ) order by o.slug), '[]')
        from public.memberships m join public.organizations o on o.id = m.organization_id where m.person_id = me
      )
    )
    from public.people p join auth.users u on u.id = p.id where p.id = me
  );
end $$;
comment on function private.my_settings() is 'See public.my_settings.';
grant execute on function private.my_settings() to authenticated;

create function public.my_settings() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.my_settings();
end $$;
comment on function public.my_settings() is
  'Everything the caller''s settings show: name, language, zone, quiet hours (wall times), which mail is wanted, where they are signed in (this session and the newest others, 50 at most), their organizations. Refuses not_found without a live session.';

create function private.note_session(device text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.session_devices (session_id, device)
  select s.id, private.tidy_line(note_session.device, 'device', 60, true) from auth.sessions s
  where s.id = nullif(auth.jwt() ->> 'session_id', '')::uuid and s.user_id = private.my_person()
  on conflict on constraint session_devices_pkey do nothing;
end $$;
comment on function private.note_session(text) is 'See public.note_session.';
grant execute on function private.note_session(text) to authenticated;

create function public.note_session(device text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.note_session(note_session.device);
end $$;
comment on function public.note_session(text) is 'Notes on what kind of device the caller''s session began ("Firefox, Android"), once.';

create function private.end_session(session_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  ended uuid;
begin
  delete from auth.sessions s where s.id = end_session.session_id and s.user_id = private.my_person()
  returning s.id into ended;
  if ended is null then
    perform private.refuse('not_found', 404);
  end if;
  return jsonb_build_object('id', ended);
end $$;
comment on function private.end_session(uuid) is 'See public.end_session.';
grant execute on function private.end_session(uuid) to authenticated;

create function public.end_session(session_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.end_session(end_session.session_id);
end $$;
comment on function public.end_session(uuid) is 'Signs one of the caller''s own devices out, with its next request. Refuses not_found.';

-- ── With the password ───────────────────────────────────────────────────────────────────────────────────────

create function private.password_problem(password text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  until constant timestamptz := private.take_my_try('password');
  stored text;
begin
  if until is not null then
    return jsonb_build_object('problem', 'held_back', 'minutes', private.minutes_until(until));
  end if;
  select u.encrypted_password into stored from auth.users u where u.id = private.my_person();
  -- $2b$ and $2a$ are one algorithm for passwords below 256 bytes; pgcrypto knows the older name alone.
  if stored is null or extensions.crypt(coalesce(password, ''), '$2a$' || substr(stored, 5)) <> '$2a$' || substr(stored, 5) then
    return jsonb_build_object('problem', 'password_wrong', 'field', 'password');
  end if;
  return null;
end $$;
comment on function private.password_problem(text) is
  'Null when this is the caller''s password; otherwise what to say. Returned and not raised, since raising would give the try back. Ten tries in a quarter of an hour. Not for the API.';

create function private.change_password(password text, new_password text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  problem constant jsonb := private.password_problem(change_password.password);
begin
  if problem is not null then
    return problem;
  end if;
  perform private.set_password(private.my_person(), new_password, nullif(auth.jwt() ->> 'session_id', '')::uuid);
  return '{}';
end $$;
comment on function private.change_password(text, text) is 'See public.change_password.';
grant execute on function private.change_password(text, text) to authenticated;

create function public.change_password(password text, new_password text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.change_password(change_password.password, change_password.new_password);
end $$;
comment on function public.change_password(text, text) is
  'A new password in exchange for the old; every other session of the caller ends. Answers {"problem": "password_wrong" or "held_back"} where it did nothing. Refuses passphrase_too_short, passphrase_too_long.';

create function private.change_address(password text, new_email text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := private.my_person();
  problem constant jsonb := private.password_problem(change_address.password);
  address text;
  change uuid;
begin
  if problem is not null then
    return problem;
  end if;
  address := private.read_email(new_email);
  if exists (select from auth.users u where u.id = me and lower(u.email) = address) then
    perform private.refuse('address_unchanged', 422, 'email');
  end if;
  perform private.require_letter(address);
  delete from private.address_changes c where c.person_id = me;
  insert into private.address_changes (person_id, new_email) values (me, address) returning id into change;
  insert into public.messages (kind, person_id, about) values ('address_current', me, change), ('address_new', me, change);
  return '{}';
end $$;
comment on function private.change_address(text, text) is 'See public.change_address.';
grant execute on function private.change_address(text, text) to authenticated;

create function public.change_address(password text, new_email text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.change_address(change_address.password, change_address.new_email);
end $$;
comment on function public.change_address(text, text) is
  'Asks both the caller''s address and the new one to confirm the change, by mail, within a day. Answers alike whether the new address has an account, and {"problem": …} for a wrong password. Refuses email_not_valid, address_unchanged, too_much_mail.';

create function private.delete_account(password text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  problem constant jsonb := private.password_problem(delete_account.password);
begin
  if problem is not null then
    return problem;
  end if;
  delete from auth.users u where u.id = private.my_person();
  return '{}';
end $$;
comment on function private.delete_account(text) is 'See public.delete_account.';
grant execute on function private.delete_account(text) to authenticated;

create function public.delete_account(password text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.delete_account(delete_account.password);
end $$;
comment on function public.delete_account(text) is
  'Deletes the caller''s account and everything about their person; what they did for an organization stays, without their name. Answers {"problem": …} for a wrong password. Refuses last_admin.';

-- ── Taking one's data along ─────────────────────────────────────────────────────────────────────────────────

create function private.export_account() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me constant uuid := private.my_person();
begin
  return private.my_settings() || jsonb_build_object(
    'id', me, 'exported_at', now(),
    'changes', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'organization', o.slug, 'gathering_id', c.gathering_id, 'changed_at', c.changed_at, 'fields', c.fields
      ) order by c.changed_at), '[]')
      from public.gathering_changes c join public.organizations o on o.id = c.organization_id where c.person_id = me
    ),
    'invitations_sent', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'organization', o.slug, 'role', i.role, 'created_at', i.created_at
      ) order by i.created_at), '[]')
      from public.invitations i join public.organizations o on o.id = i.organization_id where i.invited_by = me
    ),
    'calendars', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'organization', o.slug, 'label', t.label, 'shows', t.shows, 'created_at', t.created_at, 'last_used_on', t.last_used_on
      ) order by t.created_at), '[]')
      from public.feed_tokens t left join public.organizations o on o.id = t.shown_id where t.person_id = me
    ),
    'messages', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', m.kind, 'queued_at', m.queued_at
      ) order by m.queued_at), '[]')
      from public.messages m where m.person_id = me
    )
  );
end $$;
comment on function private.export_account() is 'See public.export_account.';
grant execute on function private.export_account() to authenticated;

create function public.export_account() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.export_account();
end $$;
comment on function public.export_account() is
  'Everything kept about the caller: settings, sessions, organizations, which changes they made and when, invitations they sent, private calendars, mail meant for them (kinds and times; contents are not kept, nor told is whether it was sent: an address that is taken gets none). Refuses not_found without a live session.';

grant execute on function
  public.my_settings(), public.note_session(text), public.end_session(uuid), public.change_password(text, text),
  public.change_address(text, text), public.delete_account(text), public.export_account()
  to authenticated;
