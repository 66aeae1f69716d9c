-- Mail about the directory: what is due asks its owner's editors, with one press for each entry; and who suggested
-- something hears what came of it.

create function private.asked_on(service public.services) returns date
language sql stable set search_path = '' as $$
  select coalesce(service.verify_by - 14, service.created_at::date + 14)
$$;
comment on function private.asked_on(public.services) is
  'From which day its owner is asked whether a service is still right: two weeks before it is believed no longer, or two weeks after it was listed. Not for the API.';

create function private.due_services(organization_id uuid) returns setof public.services
language sql stable set search_path = '' as $$
  select s.* from public.services s
  where s.organization_id = due_services.organization_id and s.state in ('active', 'paused') and private.asked_on(s) <= current_date
  order by private.asked_on(s), s.id
$$;
comment on function private.due_services(uuid) is 'What an organization lists that somebody should make sure of, longest due first. Not for the API.';

create function private.queue_due_services() returns integer
language plpgsql set search_path = '' as $$
declare
  queued integer;
begin
  insert into public.messages (kind, organization_id, person_id, once)
  select 'services_due', m.organization_id, m.person_id, 'services_due:' || m.person_id || ':' || to_char(now(), 'IYYY-IW')
  from public.memberships m
  join private.role_permissions p on p.role = m.role and p.permission = 'resources.write'
  cross join lateral (
    select coalesce(max(told.queued_at), '-infinity') as at from public.messages told
    where told.kind = 'services_due' and told.organization_id = m.organization_id and told.person_id = m.person_id
      and told.state in ('waiting', 'sent') and told.queued_at > now() - interval '30 days'
  ) last
  where not exists (
    select from public.notification_choices c where c.person_id = m.person_id and c.kind = 'services_due' and not c.wanted
  ) and (
    exists (select from private.due_services(m.organization_id) s where private.asked_on(s) > last.at::date or last.at = '-infinity')
    or exists (
      select from public.service_suggestions s
      where s.organization_id = m.organization_id and s.state = 'open' and s.delete_at > now() and s.made_at > last.at
    )
  )
  on conflict on constraint messages_queued_once do nothing;
  get diagnostics queued = row_count;
  return queued;
end $$;
comment on function private.queue_due_services() is
  'Queues one letter for everyone who may write an organization''s services, where some became due or were suggested otherwise since the last one, or are still due after thirty days; at most one a week. Returns how many.';

create function private.due_facts(message public.messages, token text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  service public.services;
  press text;
  due jsonb := '[]';
  suggestions bigint;
begin
  if not exists (
    select from public.memberships m
    join private.role_permissions p on p.role = m.role and p.permission = 'resources.write'
    where m.organization_id = message.organization_id and m.person_id = message.person_id
  ) then
    return null;
  end if;
  for service in select d.* from private.due_services(message.organization_id) d limit 50 loop
    -- Derived as the letter's own link is: a copy that left before a crash carries the same.
    press := encode(sha256(convert_to('still true ' || token || ' ' || service.id, 'UTF8')), 'hex');
    insert into private.mailed_links (token_hash, kind, person_id, service_owner_id, service_id, expires_at)
    values (private.token_hash(press), 'still_true', message.person_id, service.organization_id, service.id, now() + interval '30 days')
    on conflict on constraint mailed_links_pkey do nothing;
    insert into private.service_reminders (organization_id, service_id) values (service.organization_id, service.id)
    on conflict on constraint service_reminders_one_per_service do nothing;
    due := due || jsonb_build_object('id', service.id, 'name', service.name, 'verify_by', service.verify_by, 'token', press);
  end loop;
  select count(*) into suggestions from public.service_suggestions s
  where s.organization_id = message.organization_id and s.state = 'open' and s.delete_at > now();
  if due = '[]' and suggestions = 0 then
    return null;
  end if;
  return jsonb_build_object(
    'due', due, 'suggestions', suggestions,
    'token', private.make_mailed_link(
      encode(sha256(convert_to('unsubscribe ' || token, 'UTF8')), 'hex'), 'unsubscribe', message.person_id, '90 days', null, message.kind
    )
  );
end $$;
comment on function private.due_facts(public.messages, text) is
  'What a letter about what is due says: each entry with the link of its one press, and how many suggestions wait. Null where there is nothing, or its reader may write no longer.';

create function private.suggestion_facts(message public.messages) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  s public.service_suggestions;
  service public.services;
begin
  select made.* into s from public.service_suggestions made where made.id = message.about and made.state <> 'open';
  select found_.* into service from public.services found_ where found_.id = s.service_id;
  if service.id is null or (message.person_id is null and message.address is null) or (message.person_id is not null and not (
    exists (
      select from public.memberships m where m.organization_id = message.organization_id and m.person_id = message.person_id
    ) and (message.organization_id = service.organization_id or private.fellow_sees(message.organization_id, service))
  )) then
    return null;
  end if;
  return jsonb_strip_nulls(jsonb_build_object(
    'to', message.address, 'language', case when message.person_id is null then s.language end
  )) || jsonb_build_object('suggestion', jsonb_build_object(
    'field', s.field, 'state', s.state,
    -- An address that somebody typed is told no more than everybody may know.
    'service', case when message.person_id is not null or (service.audience = 'everyone' and service.state <> 'draft') then
      jsonb_build_object('id', service.id, 'name', service.name) end
  ));
end $$;
comment on function private.suggestion_facts(public.messages) is
  'What mail about an answered suggestion says: what came of it, and the name of the service where its reader may know it. Null where there is nobody to tell.';

create function private.still_true(token text) returns public.services
language plpgsql stable security definer set search_path = '' as $$
declare
  l constant private.mailed_links := private.open_mailed_link(token);
  service public.services;
begin
  select s.* into service from public.services s
  join public.memberships m on m.organization_id = s.organization_id and m.person_id = l.person_id
  join private.role_permissions p on p.role = m.role and p.permission = 'resources.write'
  where l.kind = 'still_true' and s.organization_id = l.service_owner_id and s.id = l.service_id and s.state in ('active', 'paused');
  return service;
end $$;
comment on function private.still_true(text) is
  'The service that a mailed link speaks of, as long as its reader may write it; a row of nulls otherwise. Not for the API.';

create function private.read_still_true(token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  service constant public.services := private.still_true(token);
begin
  if service.id is null then
    return null;
  end if;
  return jsonb_build_object(
    'id', service.id, 'name', service.name, 'verified_at', service.verified_at, 'verify_by', service.verify_by,
    'time_zone', service.time_zone, 'phone', (
      select p.number from public.service_phones p
      where p.organization_id = service.organization_id and p.service_id = service.id order by p.position limit 1
    ),
    'organization', (select o.slug from public.organizations o where o.id = service.organization_id)
  );
end $$;
comment on function private.read_still_true(text) is 'See public.read_still_true.';
grant execute on function private.read_still_true(text) to anon, authenticated;

create function public.read_still_true(token text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.read_still_true(read_still_true.token);
end $$;
comment on function public.read_still_true(text) is
  'Which service a mailed link says is still right, for whoever holds it. Null for one that is used, expired or unknown, or whose reader may write it no longer.';

create function private.press_still_true(token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  service constant public.services := private.still_true(token);
begin
  perform private.spend_mailed_link(token, array['still_true']::private.link_kind[]);
  if service.id is null then
    perform private.refuse('link_not_valid', 409);
  end if;
  perform set_config('hamkke.still_true', service.id::text, true);
  insert into public.service_verifications (organization_id, service_id, verifier_id, method)
  values (service.organization_id, service.id, service.organization_id, 'owner');
  perform set_config('hamkke.still_true', '', true);
  return (
    select jsonb_build_object('id', s.id, 'verify_by', s.verify_by) from public.services s where s.id = service.id
  );
end $$;
comment on function private.press_still_true(text) is 'See public.press_still_true.';
grant execute on function private.press_still_true(text) to anon, authenticated;

create function public.press_still_true(token text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.press_still_true(press_still_true.token);
end $$;
comment on function public.press_still_true(text) is
  'Says by a mailed link, once, that a service is still as its card tells, for its owner; no account is needed. Refuses link_not_valid.';
grant execute on function public.read_still_true(text), public.press_still_true(text) to anon, authenticated;
