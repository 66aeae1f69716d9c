-- What the worker asks while it sends. Nothing here is for the API: the worker is the database's owner.

create function private.quiet_end(person uuid) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  p public.people;
  here timestamp;
begin
  select people.* into p from public.people where people.id = person;
  here := now() at time zone p.time_zone;
  if p.quiet_from < p.quiet_until then
    if here::time >= p.quiet_from and here::time < p.quiet_until then
      return (here::date + p.quiet_until) at time zone p.time_zone;
    end if;
  elsif p.quiet_from > p.quiet_until then
    if here::time >= p.quiet_from then
      return (here::date + 1 + p.quiet_until) at time zone p.time_zone;
    elsif here::time < p.quiet_until then
      return (here::date + p.quiet_until) at time zone p.time_zone;
    end if;
  end if;
  return null;
end $$;
comment on function private.quiet_end(uuid) is 'When a person''s quiet hours end, if it is quiet for them now, in their zone; otherwise null.';

create function private.make_mailed_link(
  token text, kind private.link_kind, person uuid, lifetime interval,
  change uuid default null, ends public.message_kind default null
) returns text
language plpgsql set search_path = '' as $$
begin
  insert into private.mailed_links (token_hash, kind, person_id, change_id, message_kind, expires_at)
  values (private.token_hash(token), make_mailed_link.kind, person, change, ends, now() + lifetime)
  on conflict on constraint mailed_links_pkey do update set expires_at = excluded.expires_at;
  return token;
end $$;
comment on function private.make_mailed_link(text, private.link_kind, uuid, interval, uuid, public.message_kind) is
  'Makes a token open a link in a message that is being sent, and returns it; its hash alone is kept.';

create function private.open_message(message_id uuid, token text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  m public.messages;
  reader record;
  facts jsonb;
begin
  select messages.* into m from public.messages where messages.id = message_id and messages.state = 'waiting' for update;
  if not found then
    return null;
  end if;
  if m.kind in ('reminder', 'digest', 'services_due', 'items_due') and (
    -- About action items there is one letter over all organizations, which is on behalf of none.
    (m.kind <> 'items_due' and not exists (
      select from public.memberships s where s.person_id = m.person_id and s.organization_id = m.organization_id
    )) or exists (
      select from public.notification_choices c where c.person_id = m.person_id and c.kind = m.kind and not c.wanted
    )
  ) then
    return jsonb_build_object('left_out', true);
  elsif m.kind in ('reminder', 'digest', 'services_due', 'items_due') and private.quiet_end(m.person_id) is not null then
    return jsonb_build_object('not_before', private.quiet_end(m.person_id));
  end if;

  select u.id, u.email, p.language, p.time_zone, p.display_name into reader
  from auth.users u join public.people p on p.id = u.id
  where u.id = m.person_id or (m.person_id is null and lower(u.email) = m.address);
  facts := private.facts_of(m, reader.id, token);
  if facts is null then
    return jsonb_build_object('left_out', true);
  end if;
  return jsonb_build_object(
    'id', m.id, 'kind', m.kind, 'attempts', m.attempts, 'organization_id', m.organization_id, 'about', m.about,
    'reader', reader.id, 'name', reader.display_name, 'language', reader.language,
    'time_zone', coalesce(reader.time_zone, 'UTC'), 'to', coalesce(facts ->> 'to', reader.email),
    'organization', (
      select jsonb_build_object(
        'slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name, 'korean_name', o.korean_name,
        'time_zone', o.time_zone, 'languages', o.languages
      ) from public.organizations o where o.id = m.organization_id
    )
  ) || (facts - 'to');
end $$;
comment on function private.open_message(uuid, text) is
  'Locks a waiting message and says what to send, at this moment: to whom, in which language, with which links. {"left_out": true} where there is nothing to say any longer, {"not_before": instant} in quiet hours, null where it has ended. The link in it opens with the token, which the worker derives from the message and a secret of its own: a copy sent twice, around a crash, carries one and the same link.';

create function private.facts_of(message public.messages, reader uuid, token text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  invitation public.invitations;
  change private.address_changes;
begin
  case message.kind
  when 'invitation' then
    update public.invitations i set mailed_token_hash = private.token_hash(token)
    where i.organization_id = message.organization_id and i.id = message.about
      and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()
      and not exists (
        select from public.messages newer where newer.about = message.about and newer.queued_at > message.queued_at
      )
    returning i.* into invitation;
    return case when invitation.id is not null then jsonb_build_object(
      'to', invitation.email, 'token', token, 'role', invitation.role, 'expires_at', invitation.expires_at,
      'invited_by', (
        -- A name that holds a web address would lend it our letter.
        select p.display_name from public.people p
        where p.id = invitation.invited_by and p.display_name !~* '(://|www\.|\w\.[a-z]{2,}(/|$|\s))'
      )
    ) end;
  when 'sign_in_link', 'password_reset' then
    return case when reader is not null then jsonb_build_object('token', private.make_mailed_link(
      token, case message.kind when 'sign_in_link' then 'sign_in'::private.link_kind else 'reset' end, reader, '1 hour'
    )) end;
  when 'address_current', 'address_new' then
    select c.* into change from private.address_changes c where c.id = message.about and c.expires_at > now();
    if not found or (message.kind = 'address_new' and exists (
      select from auth.users u where lower(u.email) = change.new_email
    )) then
      return null;
    end if;
    return jsonb_build_object(
      'to', case message.kind when 'address_new' then change.new_email end, 'new_email', change.new_email,
      'token', private.make_mailed_link(token, message.kind::text::private.link_kind, message.person_id, '1 day', change.id)
    );
  when 'hosting', 'hosting_answered' then
    return private.hosting_facts(message, reader);
  when 'password_changed' then
    return '{}';
  when 'address_changed' then
    return jsonb_build_object('to', message.address);
  when 'signup_confirmed', 'signup_promoted', 'signup_gathering_changed' then
    return private.signup_facts(message, token);
  when 'services_due' then
    return private.due_facts(message, token);
  when 'suggestion_answered' then
    return private.suggestion_facts(message);
  else
    return jsonb_build_object('token', private.make_mailed_link(token, 'unsubscribe', reader, '90 days', null, message.kind));
  end case;
end $$;
comment on function private.facts_of(public.messages, uuid, text) is 'What one kind of message needs beside its reader; null where there is nothing to say any longer.';

create function private.end_message(message_id uuid, state public.message_state, problem text default null) returns void
language plpgsql set search_path = '' as $$
begin
  update public.messages m
  set state = end_message.state, problem = end_message.problem, address = null, ended_at = now(),
    attempts = m.attempts + case when end_message.state = 'left_out' then 0 else 1 end
  where m.id = message_id and m.state = 'waiting';
end $$;
comment on function private.end_message(uuid, public.message_state, text) is 'Ends a waiting message, once: sent, left out or failed for good. Its address is forgotten.';

create function private.note_attempt(message_id uuid, problem text) returns void
language plpgsql set search_path = '' as $$
begin
  update public.messages m set attempts = m.attempts + 1, problem = note_attempt.problem
  where m.id = message_id and m.state = 'waiting';
end $$;
comment on function private.note_attempt(uuid, text) is 'Notes that an attempt failed and why, in a word; the message goes on waiting.';

create function private.queue_digests() returns integer
language plpgsql set search_path = '' as $$
declare
  queued integer;
begin
  insert into public.messages (kind, organization_id, person_id, once)
  select 'digest', s.organization_id, s.person_id,
    'digest:' || s.person_id || ':' || to_char(here.now, 'IYYY-IW')
  from public.memberships s
  join public.people p on p.id = s.person_id
  cross join lateral (select now() at time zone p.time_zone as now) here
  where (extract(isodow from here.now) in (2, 3) or (extract(isodow from here.now) = 1 and here.now::time >= '08:00')) and not exists (
    select from public.notification_choices c where c.person_id = p.id and c.kind = 'digest' and not c.wanted
  )
  on conflict on constraint messages_queued_once do nothing;
  get diagnostics queued = row_count;
  return queued;
end $$;
comment on function private.queue_digests() is
  'Queues the week''s digest of everyone for whom it is Monday after eight in their own zone (or, where no worker ran then, Tuesday or Wednesday), once per person, organization and ISO week. Returns how many.';

create function private.queue_reminders() returns integer
language plpgsql set search_path = '' as $$
declare
  queued integer;
begin
  insert into public.messages (kind, organization_id, person_id, about, once, due_at)
  select distinct on (g.id, s.person_id) 'reminder'::public.message_kind, s.organization_id, s.person_id, g.id,
    'reminder:' || g.id || ':' || s.person_id || ':' || to_char(g.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI'),
    greatest(now(), g.starts_at - interval '1 day')
  from public.gatherings g
  cross join lateral (
    select c.organization_id, c.person_id from public.gathering_changes c
    where c.organization_id = g.organization_id and c.gathering_id = g.id
    union
    select p.organization_id, p.person_id from public.volunteer_places p
    where p.owner_id = g.organization_id and p.gathering_id = g.id and not isempty(p.during)
  ) looks_after
  join public.memberships s
    on s.organization_id = looks_after.organization_id and s.person_id = looks_after.person_id
  where g.state = 'scheduled' and g.starts_at > now() + interval '2 hours' and g.starts_at <= now() + interval '26 hours'
    and not exists (
      select from public.notification_choices n where n.person_id = s.person_id and n.kind = 'reminder' and not n.wanted
    )
  on conflict on constraint messages_queued_once do nothing;
  get diagnostics queued = row_count;
  return queued;
end $$;
comment on function private.queue_reminders() is
  'Queues reminders for the day before, to those who made or changed a gathering, or help at it, and still belong to the organization as whose member they do; once per person, gathering and start. Returns how many.';

create function private.hand_over_waiting() returns integer
language plpgsql set search_path = '' as $$
declare
  handed integer;
begin
  update public.messages m set due_at = m.due_at where m.state = 'waiting';
  get diagnostics handed = row_count;
  return handed;
end $$;
comment on function private.hand_over_waiting() is
  'Gives every waiting message to the queue anew, when the worker starts: those queued before it had a queue, and any whose job was lost.';
