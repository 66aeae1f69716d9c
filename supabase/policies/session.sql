-- Who the signed-in person is, and what an installation says of itself.

create function private.me() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.my_person();
begin
  if me is null then
    return null;
  end if;
  return jsonb_build_object(
    'person', (
      select jsonb_build_object(
        'id', p.id, 'display_name', p.display_name, 'language', p.language, 'time_zone', p.time_zone
      ) from public.people p where p.id = me
    ),
    'email', (select u.email from auth.users u where u.id = me),
    'organizations', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', o.id, 'slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name,
        'korean_name', o.korean_name, 'legal_name', o.legal_name, 'color', o.color, 'time_zone', o.time_zone,
        'languages', o.languages, 'role', m.role,
        'permissions', (
          select coalesce(jsonb_agg(mine.permission order by mine.permission), '[]')
          from private.my_permissions() mine where mine.organization_id = o.id
        ),
        'coalitions', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'id', c.id, 'slug', c.slug, 'display_name', c.display_name, 'korean_name', c.korean_name, 'standing', s.kind
          ) order by c.slug), '[]')
          from public.standings s join public.coalitions c on c.id = s.coalition_id
          where s.organization_id = o.id
        )
      ) order by o.slug), '[]')
      from public.memberships m join public.organizations o on o.id = m.organization_id
      where m.person_id = me
    )
  );
end $$;
comment on function private.me() is 'The caller with organizations, roles and permissions; null when the session is not alive.';
grant execute on function private.me() to authenticated;

create function public.me() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.me();
end $$;
comment on function public.me() is
  'The caller: person, organizations, and per organization what its role permits. Null for a session that has ended.';
grant execute on function public.me() to authenticated;

create function private.is_installed() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from private.settings s where s.name = 'ready_at' and jsonb_typeof(s.value) = 'string'
  );
end $$;
comment on function private.is_installed() is 'Whether the worker has marked the installation ready since its stack started.';
grant execute on function private.is_installed() to anon, authenticated;

create function private.mail_leaves() returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((select s.value #>> '{}' from private.settings s where s.name = 'mail'), 'none');
end $$;
comment on function private.mail_leaves() is 'How mail leaves: smtp, mailbox (a page of the demonstration shows it) or none.';
grant execute on function private.mail_leaves() to anon, authenticated;

create function public.installation() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('ready', private.is_installed(), 'mail', private.mail_leaves());
end $$;
comment on function public.installation() is
  'Whether the installation is migrated, seeded and ready to serve, and how mail leaves it (smtp, mailbox, none).';
grant execute on function public.installation() to anon, authenticated;

create function private.demonstration_accounts() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from private.settings s where s.name = 'demonstration' and s.value = 'true') then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'email', u.email, 'role', m.role,
      'organization', jsonb_build_object(
        'id', o.id, 'slug', o.slug, 'display_name', o.display_name, 'short_name', o.short_name,
        'korean_name', o.korean_name, 'color', o.color
      )
    ) order by (
      select min(s.kind) from public.standings s where s.organization_id = o.id
    ), o.slug, m.role), '[]')
    from public.memberships m
    join public.organizations o on o.id = m.organization_id
    join auth.users u on u.id = m.person_id
    where u.email = m.role || '@' || o.slug || '.example'
  );
end $$;
comment on function private.demonstration_accounts() is 'The accounts anyone may try; none outside the demonstration.';
grant execute on function private.demonstration_accounts() to anon, authenticated;

create function public.demonstration_accounts() returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.demonstration_accounts();
end $$;
comment on function public.demonstration_accounts() is
  'In demonstration mode the accounts of the sign-in page, with organization and role; otherwise an empty list.';
grant execute on function public.demonstration_accounts() to anon, authenticated;
