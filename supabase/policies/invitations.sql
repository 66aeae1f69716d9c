-- Who invites whom, and how an invited person comes in. The link's token is told once, to the admin who makes it.

grant select (organization_id, id, email, role, invited_by, created_at, expires_at, accepted_at, withdrawn_at)
  on public.invitations to authenticated;
create policy invitations_select_admin on public.invitations
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('members.write'))::uuid[]));

-- No insert, update or delete: the commands below know the token, and nobody else may set it.

create function private.read_email(email text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  address constant text := lower(btrim(coalesce(email, ''), E' \t\r\n'));
begin
  if address = '' then
    perform private.refuse('required', 422, 'email');
  elsif char_length(address) > 254
    or address !~ '^[a-z0-9.!#$%&''*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$'
    or address ~ '(^\.|\.\.|\.@)'
  then
    perform private.refuse('email_not_valid', 422, 'email');
  end if;
  return address;
end $$;
comment on function private.read_email(text) is
  'A typed address in small letters, without blanks around it; refuses what is none (RFC 5322 dot-atom at a host name, 254 characters at most).';

create function private.new_token() returns text
language sql volatile set search_path = '' as $$
  select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')
$$;
comment on function private.new_token() is 'A secret for a link: 244 random bits.';

create function private.open_invitation(token text) returns public.invitations
language plpgsql stable security definer set search_path = '' as $$
declare
  found_ public.invitations;
begin
  select i.* into found_ from public.invitations i
  where private.token_hash(token) in (i.token_hash, i.mailed_token_hash)
    and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now();
  return found_;
end $$;
comment on function private.open_invitation(text) is 'The invitation a link opens; a row of nulls when it opens none. Not for the API.';

create function private.mail_invitation(invitation public.invitations) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_letter(invitation.email);
  update public.messages m set state = 'left_out', ended_at = now(), address = null
  where m.organization_id = invitation.organization_id and m.about = invitation.id and m.state = 'waiting';
  insert into public.messages (kind, organization_id, address, about)
  values ('invitation', invitation.organization_id, invitation.email, invitation.id);
end $$;
comment on function private.mail_invitation(public.invitations) is
  'Queues the mail of an invitation, with a link of its own that is made when it is sent; it takes the place of an earlier one. Not for the API.';

create function private.made_link(invitation public.invitations, token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object(
    'id', invitation.id, 'email', invitation.email, 'token', token, 'expires_at', invitation.expires_at,
    'mailed', private.mail_leaves() <> 'none'
  );
end $$;
comment on function private.made_link(public.invitations, text) is
  'What an admin is told of a link just made, and whether another one goes out by mail. Not for the API.';

create function private.invite_member(organization_id uuid, email text, role public.member_role) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  address text;
  token constant text := private.new_token();
  until timestamptz;
  made public.invitations;
begin
  perform private.require_writer(invite_member.organization_id, 'members.write');
  if invite_member.role is null then
    perform private.refuse('choose_one', 422, 'role');
  end if;
  until := private.take_my_try('invitation');
  if until is not null then
    perform private.refuse('held_back', 429, null, jsonb_build_object('minutes', private.minutes_until(until)));
  end if;
  address := private.read_email(invite_member.email);
  if exists (
    select from public.memberships m join auth.users u on u.id = m.person_id
    where m.organization_id = invite_member.organization_id and lower(u.email) = address
  ) then
    perform private.refuse('already_member', 409, 'email');
  elsif (
    select count(*) from public.invitations i
    where i.organization_id = invite_member.organization_id and i.accepted_at is null and i.withdrawn_at is null
  ) >= 200 then
    perform private.refuse('too_many_invitations', 409);
  end if;

  update public.invitations i set withdrawn_at = now()
  where i.organization_id = invite_member.organization_id and i.email = address
    and i.accepted_at is null and i.withdrawn_at is null and i.expires_at <= now();
  insert into public.invitations (organization_id, email, role, token_hash, invited_by, expires_at)
  values (
    invite_member.organization_id, address, invite_member.role, private.token_hash(token), private.my_person(),
    now() + interval '7 days'
  )
  on conflict do nothing
  returning * into made;
  if made.id is null then
    perform private.refuse('invitation_open', 409, 'email');
  end if;
  perform private.mail_invitation(made);
  return private.made_link(made, token);
end $$;
comment on function private.invite_member(uuid, text, public.member_role) is 'See public.invite_member.';
grant execute on function private.invite_member(uuid, text, public.member_role) to authenticated;

create function public.invite_member(organization_id uuid, email text, role public.member_role) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.invite_member(invite_member.organization_id, invite_member.email, invite_member.role);
end $$;
comment on function public.invite_member(uuid, text, public.member_role) is
  'Invites an address into a role, for admins. Answers with the token of the single-use link, which is stored nowhere. The address is also sent a link by mail. Refuses already_member, invitation_open, email_not_valid, too_many_invitations, and held_back after 100 a day.';

create function private.renew_invitation(organization_id uuid, invitation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  token constant text := private.new_token();
  until timestamptz;
  renewed public.invitations;
begin
  perform private.require_writer(renew_invitation.organization_id, 'members.write');
  until := private.take_my_try('invitation');
  if until is not null then
    perform private.refuse('held_back', 429, null, jsonb_build_object('minutes', private.minutes_until(until)));
  end if;
  update public.invitations i
  set token_hash = private.token_hash(token), mailed_token_hash = null, expires_at = now() + interval '7 days', invited_by = private.my_person()
  where i.organization_id = renew_invitation.organization_id and i.id = invitation_id
    and i.accepted_at is null and i.withdrawn_at is null
  returning i.* into renewed;
  if renewed.id is null then
    perform private.refuse('invitation_gone', 409);
  end if;
  perform private.mail_invitation(renewed);
  return private.made_link(renewed, token);
end $$;
comment on function private.renew_invitation(uuid, uuid) is 'See public.renew_invitation.';
grant execute on function private.renew_invitation(uuid, uuid) to authenticated;

create function public.renew_invitation(organization_id uuid, invitation_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.renew_invitation(renew_invitation.organization_id, renew_invitation.invitation_id);
end $$;
comment on function public.renew_invitation(uuid, uuid) is
  'A new link for an open invitation, for admins; the old ones are dead. Refuses invitation_gone, held_back.';

create function private.withdraw_invitation(organization_id uuid, invitation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  withdrawn uuid;
begin
  perform private.require_writer(withdraw_invitation.organization_id, 'members.write');
  update public.invitations i set withdrawn_at = now()
  where i.organization_id = withdraw_invitation.organization_id and i.id = invitation_id
    and i.accepted_at is null and i.withdrawn_at is null
  returning i.id into withdrawn;
  if withdrawn is null then
    perform private.refuse('invitation_gone', 409);
  end if;
  return jsonb_build_object('id', withdrawn);
end $$;
comment on function private.withdraw_invitation(uuid, uuid) is 'See public.withdraw_invitation.';
grant execute on function private.withdraw_invitation(uuid, uuid) to authenticated;

create function public.withdraw_invitation(organization_id uuid, invitation_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.withdraw_invitation(withdraw_invitation.organization_id, withdraw_invitation.invitation_id);
end $$;
comment on function public.withdraw_invitation(uuid, uuid) is 'Closes an open invitation, for admins; its link is dead. Refuses invitation_gone.';

create function private.read_invitation(token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  invitation constant public.invitations := private.open_invitation(token);
begin
  return (
    select jsonb_build_object(
      'role', invitation.role, 'expires_at', invitation.expires_at,
      'organization', jsonb_build_object(
        'slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name, 'korean_name', o.korean_name,
        'color', o.color, 'time_zone', o.time_zone
      ),
      'is_mine', exists (select from auth.users u where u.id = private.my_person() and lower(u.email) = invitation.email)
    )
    from public.organizations o where o.id = invitation.organization_id
  );
end $$;
comment on function private.read_invitation(text) is 'See public.read_invitation.';
grant execute on function private.read_invitation(text) to anon, authenticated;

create function public.read_invitation(token text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.read_invitation(read_invitation.token);
end $$;
comment on function public.read_invitation(text) is
  'What the holder of an open link may know: the organization, the role, until when, and whether it is for the caller''s own address. Never the address: a link may have been forwarded. Null for a link that opens nothing.';

create function private.sign_up_is_open(token text, email text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.is_open_first_link(token)
    or coalesce((private.open_invitation(token)).email = lower(sign_up_is_open.email), false);
end $$;
comment on function private.sign_up_is_open(text, text) is 'See public.sign_up_is_open.';
grant execute on function private.sign_up_is_open(text, text) to anon, authenticated;

create function public.sign_up_is_open(token text, email text) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return coalesce(private.sign_up_is_open(sign_up_is_open.token, sign_up_is_open.email), false);
end $$;
comment on function public.sign_up_is_open(text, text) is
  'Whether a link may make an account of this address: asked before the sign-up service looks whether the address has one.';

create function private.accept_invitation(token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := private.my_person();
  invitation public.invitations;
begin
  select i.* into invitation from public.invitations i
  where private.token_hash(token) in (i.token_hash, i.mailed_token_hash)
    and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()
  for update;
  if not found or me is null then
    perform private.refuse('link_not_valid', 409);
  elsif not exists (select from auth.users u where u.id = me and lower(u.email) = invitation.email) then
    perform private.refuse('invitation_other_address', 403);
  elsif exists (select from public.people p where p.id = me and p.address_proven_at is null) then
    perform private.refuse('address_not_proven', 403);
  end if;
  insert into public.memberships (organization_id, person_id, role)
  values (invitation.organization_id, me, invitation.role)
  on conflict on constraint memberships_one_per_organization do nothing;
  update public.invitations i set accepted_at = now(), accepted_by = me
  where i.organization_id = invitation.organization_id and i.id = invitation.id;
  return (select jsonb_build_object('slug', o.slug) from public.organizations o where o.id = invitation.organization_id);
end $$;
comment on function private.accept_invitation(text) is 'See public.accept_invitation.';
grant execute on function private.accept_invitation(text) to authenticated;

create function public.accept_invitation(token text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return private.accept_invitation(accept_invitation.token);
end $$;
comment on function public.accept_invitation(text) is
  'Joins the organization that invited the caller''s own address. Somebody who is in it already keeps their role. Refuses link_not_valid, invitation_other_address, and address_not_proven to an account that came by a link handed over and never used a mailed one: somebody else may have made it.';

grant execute on function
  public.invite_member(uuid, text, public.member_role), public.renew_invitation(uuid, uuid),
  public.withdraw_invitation(uuid, uuid), public.accept_invitation(text)
  to authenticated;
grant execute on function public.read_invitation(text), public.sign_up_is_open(text, text) to anon, authenticated;

create function private.withdraw_invitations_of() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.invitations i set withdrawn_at = now()
  where i.organization_id = old.organization_id and i.invited_by = old.person_id
    and i.accepted_at is null and i.withdrawn_at is null;
  return null;
end $$;
comment on function private.withdraw_invitations_of() is
  'Who is no admin any more lets nobody in: the invitations they made close with their power.';
create trigger memberships_withdraw_invitations_on_delete after delete on public.memberships
  for each row when (old.role = 'admin') execute function private.withdraw_invitations_of();
create trigger memberships_withdraw_invitations_on_update after update of role on public.memberships
  for each row when (old.role = 'admin' and new.role <> 'admin') execute function private.withdraw_invitations_of();

create function private.withdraw_invitations_of_account() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.invitations i set withdrawn_at = now()
  where i.invited_by = old.id and i.accepted_at is null and i.withdrawn_at is null;
  return old;
end $$;
comment on function private.withdraw_invitations_of_account() is
  'The same when an account goes, before the invitations forget who made them.';
create trigger people_withdraw_invitations before delete on public.people
  for each row execute function private.withdraw_invitations_of_account();
