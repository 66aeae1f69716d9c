-- Who sees of which message that it waits or has failed, and how messages reach the worker.

grant select (id, kind, organization_id, person_id, about, queued_at, due_at, state, attempts, problem, ended_at)
  on public.messages to authenticated;
create policy messages_select_admin on public.messages
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('members.write'))::uuid[]));

-- No insert, update or delete: commands queue messages, the worker ends them.

create function private.hand_to_worker() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Where the worker has not made its schema yet, it finds what waits when it starts.
  if to_regnamespace('graphile_worker') is not null then
    execute 'select graphile_worker.add_job($1, $2, run_at := $3, max_attempts := 12, job_key := $4)'
      using 'send', json_build_object('message', new.id), new.due_at, 'send:' || new.id;
  end if;
  return null;
end $$;
comment on function private.hand_to_worker() is
  'Gives a waiting message to the worker''s queue, in the transaction that queues it: both happen or neither. The job''s key keeps it single.';
create trigger messages_hand_to_worker_on_insert after insert on public.messages
  for each row when (new.state = 'waiting') execute function private.hand_to_worker();
create trigger messages_hand_to_worker_on_change after update of due_at, state on public.messages
  for each row when (new.state = 'waiting') execute function private.hand_to_worker();

create function private.queue_mailed_link(secret text, kind public.message_kind, email text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not private.is_server(secret) or kind not in ('sign_in_link', 'password_reset') then
    perform private.refuse('not_allowed', 403);
  end if;
  insert into public.messages (kind, address) values (queue_mailed_link.kind, private.read_email(email));
end $$;
comment on function private.queue_mailed_link(text, public.message_kind, text) is 'See public.queue_mailed_link.';
grant execute on function private.queue_mailed_link(text, public.message_kind, text) to anon, authenticated;

create function public.queue_mailed_link(secret text, kind public.message_kind, email text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.queue_mailed_link(queue_mailed_link.secret, queue_mailed_link.kind, queue_mailed_link.email);
end $$;
comment on function public.queue_mailed_link(text, public.message_kind, text) is
  'For web processes: queues a link to sign in (sign_in_link) or to a new password (password_reset) for whoever has this address. Does the same work whether anybody has; the worker looks later. Refuses not_allowed without the secret, email_not_valid.';
grant execute on function public.queue_mailed_link(text, public.message_kind, text) to anon, authenticated;

create function public.organization_mail(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  perform private.require_writer(organization_mail.organization_id, 'members.write');
  return (
    select coalesce(jsonb_agg(to_jsonb(listed) order by listed.queued_at desc, listed.id), '[]')
    from (
      select m.id, m.kind, m.state, m.attempts, m.problem, m.queued_at, m.due_at, m.ended_at,
        coalesce(p.display_name, i.email, nullif(s.name, '')) as recipient
      from public.messages m
      left join public.people p on p.id = m.person_id
      left join public.invitations i on i.organization_id = m.organization_id and i.id = m.about
      left join public.signups s on s.organization_id = m.organization_id and s.id = m.about
      where m.organization_id = organization_mail.organization_id
        and (m.state = 'failed' or (m.state = 'waiting' and (m.attempts > 0 or m.due_at < now() - interval '10 minutes')))
      order by m.queued_at desc, m.id limit 200
    ) listed
  );
end $$;
comment on function public.organization_mail(uuid) is
  'What an organization''s mail could not deliver, or not yet: kind, to whom, when, how often tried and why not, for its admins. Never contents.';
grant execute on function public.organization_mail(uuid) to authenticated;

create function private.retry_message(organization_id uuid, message_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  again uuid;
begin
  perform private.require_writer(retry_message.organization_id, 'members.write');
  update public.messages m set state = 'waiting', ended_at = null, attempts = 0, problem = null, due_at = now()
  where m.organization_id = retry_message.organization_id and m.id = message_id and m.state = 'failed'
  returning m.id into again;
  if again is null then
    perform private.refuse('message_gone', 409);
  end if;
  return jsonb_build_object('id', again);
end $$;
comment on function private.retry_message(uuid, uuid) is 'See public.retry_message.';
grant execute on function private.retry_message(uuid, uuid) to authenticated;

create function public.retry_message(organization_id uuid, message_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.retry_message(retry_message.organization_id, retry_message.message_id);
end $$;
comment on function public.retry_message(uuid, uuid) is 'Sends a message that failed once more, for admins. Refuses message_gone.';
grant execute on function public.retry_message(uuid, uuid) to authenticated;
