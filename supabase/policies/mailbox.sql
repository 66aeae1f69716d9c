-- The demonstration's mailbox: what would have been sent. Whoever tries the demonstration is everybody in it.

create function private.demonstration_mailbox() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.mail_leaves() <> 'mailbox' then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(to_jsonb(listed) order by listed.sent_at desc, listed.id), '[]')
    from (
      select b.message_id as id, b.sent_at, b.recipient, b.subject from private.mailbox b
      order by b.sent_at desc, b.message_id limit 100
    ) listed
  );
end $$;
comment on function private.demonstration_mailbox() is 'See public.demonstration_mailbox.';
grant execute on function private.demonstration_mailbox() to anon, authenticated;

create function public.demonstration_mailbox() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.demonstration_mailbox();
end $$;
comment on function public.demonstration_mailbox() is
  'In demonstration mode the newest hundred messages that would have been sent, for anyone; null elsewhere.';

create function private.demonstration_message(message_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.mail_leaves() <> 'mailbox' then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'id', b.message_id, 'sent_at', b.sent_at, 'recipient', b.recipient, 'subject', b.subject,
      'text', b.body_text, 'html', b.body_html, 'headers', b.headers
    ) from private.mailbox b where b.message_id = demonstration_message.message_id
  );
end $$;
comment on function private.demonstration_message(uuid) is 'See public.demonstration_message.';
grant execute on function private.demonstration_message(uuid) to anon, authenticated;

create function public.demonstration_message(message_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.demonstration_message(demonstration_message.message_id);
end $$;
comment on function public.demonstration_message(uuid) is
  'In demonstration mode one message as it would have been sent, with its headers, for anyone; null elsewhere.';

grant execute on function public.demonstration_mailbox(), public.demonstration_message(uuid) to anon, authenticated;
