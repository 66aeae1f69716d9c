-- Who may see people and memberships, and who changes roles.

grant select (id, display_name, language, time_zone) on public.people to authenticated;
create policy people_select_colleague on public.people
  for select to authenticated
  using (
    id = (select private.my_person())
    or exists (
      select from public.memberships m
      where m.person_id = people.id
        and m.organization_id = any ((select private.my_organizations('members.read'))::uuid[])
    )
  );

grant update (display_name, language, time_zone, quiet_from, quiet_until) on public.people to authenticated;
create policy people_update_self on public.people
  for update to authenticated
  using (id = (select private.my_person()))
  with check (id = (select private.my_person()));

-- No insert and no delete: a person comes and goes with the account (accounts.sql).

create function private.prepare_person() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.display_name := private.tidy_line(new.display_name, 'display_name', 80, true);
  if not exists (select from core.time_zones z where z.name = new.time_zone) then
    perform private.refuse('unknown_time_zone', 422, 'time_zone');
  elsif not core.is_language(new.language) then
    perform private.refuse('not_understood', 422, 'language');
  end if;
  return new;
end $$;
comment on function private.prepare_person() is 'Tidies a person''s name and refuses what the constraints would.';
create trigger people_prepare before insert or update on public.people
  for each row execute function private.prepare_person();

grant select (organization_id, person_id, role, created_at) on public.memberships to authenticated;
create policy memberships_select_colleague on public.memberships
  for select to authenticated
  using (
    person_id = (select private.my_person())
    or organization_id = any ((select private.my_organizations('members.read'))::uuid[])
  );

-- Neither organization_id nor person_id is granted: a membership changes its role and nothing else.
grant update (role) on public.memberships to authenticated;
create policy memberships_update_admin on public.memberships
  for update to authenticated
  using (organization_id = any ((select private.my_organizations('members.write'))::uuid[]))
  with check (organization_id = any ((select private.my_organizations('members.write'))::uuid[]));

grant delete on public.memberships to authenticated;
create policy memberships_delete_admin_or_self on public.memberships
  for delete to authenticated
  using (
    person_id = (select private.my_person())
    or organization_id = any ((select private.my_organizations('members.write'))::uuid[])
  );

-- No insert: people come by a link or an invitation.

create function private.refuse_own_role() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.person_id = private.my_person() then
    perform private.refuse('own_role', 409);
  end if;
  return new;
end $$;
comment on function private.refuse_own_role() is 'Nobody changes their own role: another admin does.';
create trigger memberships_refuse_own_role before update of role on public.memberships
  for each row when (old.role <> new.role) execute function private.refuse_own_role();

create function private.keep_an_admin() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Two admins who demote each other wait here for one another. Without the organization's row it is the
  -- organization itself that goes, members and all.
  perform from public.organizations o where o.id = old.organization_id for no key update;
  if found and not exists (
    select from public.memberships m
    where m.organization_id = old.organization_id and m.role = 'admin' and m.person_id <> old.person_id
  ) then
    perform private.refuse('last_admin', 409);
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
comment on function private.keep_an_admin() is 'Refuses to remove or demote the last admin of an organization, whoever asks.';
create trigger memberships_keep_an_admin_on_update before update on public.memberships
  for each row when (old.role = 'admin' and new.role <> 'admin') execute function private.keep_an_admin();
create trigger memberships_keep_an_admin_on_delete before delete on public.memberships
  for each row when (old.role = 'admin') execute function private.keep_an_admin();

create function public.organization_members(organization_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  perform private.require_writer(organization_members.organization_id, 'members.read');
  return jsonb_build_object(
    'members', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'display_name', p.display_name, 'role', m.role, 'created_at', m.created_at,
        'is_me', p.id = private.my_person()
      ) order by m.role desc, p.display_name, p.id), '[]')
      from public.memberships m join public.people p on p.id = m.person_id
      where m.organization_id = organization_members.organization_id
    ),
    'invitations', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', i.id, 'email', i.email, 'role', i.role, 'created_at', i.created_at, 'expires_at', i.expires_at,
        'expired', i.expires_at <= now(), 'invited_by', p.display_name
      ) order by i.created_at desc, i.id), '[]')
      from public.invitations i left join public.people p on p.id = i.invited_by
      where i.organization_id = organization_members.organization_id
        and i.accepted_at is null and i.withdrawn_at is null
    )
  );
end $$;
comment on function public.organization_members(uuid) is
  'The people of an organization with their roles, for its members, and the invitations that wait, which policies show to its admins alone.';
grant execute on function public.organization_members(uuid) to authenticated;
