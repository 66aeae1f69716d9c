-- The mail of an invitation to hold a gathering, and of its answer. One message each, however many occurrences.

create function private.mail_hosting(owner uuid, gatherings uuid[], host uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- The next that is still to come stands for the others.
  model constant uuid := (
    select g.id from public.gatherings g where g.organization_id = owner and g.id = any (gatherings)
    order by g.ends_at <= now(), g.starts_at, g.id limit 1
  );
begin
  -- On the host's behalf: the owner must not learn who the host's people are. Once a day, however often it is repeated.
  insert into public.messages (kind, organization_id, person_id, about, once)
  select 'hosting', host, m.person_id, model, 'hosting:' || coalesce((
      select g.series_id from public.gatherings g where g.id = model
    ), model) || ':' || m.person_id || ':' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD')
  from public.memberships m
  join private.role_permissions rp on rp.role = m.role and rp.permission = 'gatherings.write'
  where m.organization_id = host
  on conflict on constraint messages_queued_once do nothing;
end $$;
comment on function private.mail_hosting(uuid, uuid[], uuid) is
  'Queues mail to everyone in the invited organization who may answer. Not for the API.';

create function private.mail_hosting_answer(hosting public.hostings) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.messages (kind, organization_id, person_id, about, once)
  select 'hosting_answered', hosting.organization_id, m.person_id, hosting.gathering_id,
    'hosting_answered:' || hosting.gathering_id || ':' || hosting.host_id || ':' || hosting.invited_at
  from public.memberships m
  where m.organization_id = hosting.organization_id and m.person_id = hosting.invited_by
  on conflict on constraint messages_queued_once do nothing;
end $$;
comment on function private.mail_hosting_answer(public.hostings) is
  'Queues mail to who invited, as long as they belong to the owner. Not for the API.';

create function private.hosting_facts(message public.messages, reader uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  hosting public.hostings;
begin
  -- A message is queued in the transaction that invites or answers, and so at the same instant.
  select h.* into hosting from public.hostings h
  where h.gathering_id = message.about and case message.kind
    when 'hosting' then h.host_id = message.organization_id and h.state = 'invited'
    else h.organization_id = message.organization_id and h.answered_at = message.queued_at end
  limit 1;
  if not found or not exists (
    select from public.memberships m
    join private.role_permissions rp on rp.role = m.role and rp.permission = 'gatherings.write'
    where m.organization_id = message.organization_id and m.person_id = reader
  ) or not exists (
    select from public.gatherings g
    where g.id = hosting.gathering_id and g.state = 'scheduled' and g.ends_at > now()
  ) then
    return null;
  end if;
  return jsonb_build_object(
    'gathering', private.mail_lines(array[hosting.gathering_id]) -> 0,
    'part', hosting.part, 'may_edit', hosting.may_edit, 'state', hosting.state,
    'host', (
      select jsonb_build_object('slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name, 'korean_name', o.korean_name)
      from public.organizations o where o.id = hosting.host_id
    ),
    'occurrences', (
      select count(*) from public.hostings h
      where h.organization_id = hosting.organization_id and h.host_id = hosting.host_id and h.state = hosting.state
        and h.invited_at = hosting.invited_at
    )
  );
end $$;
comment on function private.hosting_facts(public.messages, uuid) is
  'What mail about a hosting says: the card, never the detail, who is asked to do what, and how often it takes place. Null once it is answered, ended, over, or no longer its reader''s to answer.';
