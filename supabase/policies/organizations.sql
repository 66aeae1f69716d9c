-- Who may know of coalitions, organizations and standings. Nobody writes them through the API yet.

grant select (id, slug, display_name, korean_name, listed, created_at) on public.coalitions to anon, authenticated;
create policy coalitions_select_visitor on public.coalitions
  for select to anon
  using (listed);
create policy coalitions_select_fellow on public.coalitions
  for select to authenticated
  using (listed or id = any ((select private.my_coalitions())::uuid[]));

grant select (
  id, slug, legal_name, display_name, short_name, korean_name, aliases, time_zone, languages, color, created_at
) on public.organizations to anon, authenticated;

create function private.organizations_open_to_everyone() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  -- The limit makes it one probe of an index for each organization, however many gatherings there are.
  return array(
    select o.id from public.organizations o
    cross join lateral (
      select from public.gatherings g
      where g.organization_id = o.id and g.audience = 'everyone' and g.state <> 'draft'
      limit 1
    ) as something
    union
    -- Whoever accepts to hold what everyone sees stands beside its owner.
    select o.id from public.organizations o
    cross join lateral (
      select from public.hostings h
      join public.gatherings g on g.organization_id = h.organization_id and g.id = h.gathering_id
      where h.host_id = o.id and h.state = 'accepted' and g.audience = 'everyone' and g.state <> 'draft'
      limit 1
    ) as something
    union
    select o.id from public.organizations o
    cross join lateral (
      select from public.services s
      where s.organization_id = o.id and s.audience = 'everyone' and s.state in ('active', 'paused', 'closed')
      limit 1
    ) as something
    union
    select c.organization_id from public.collections c where c.audience = 'everyone'
    union
    select c.organization_id from public.campaigns c where c.audience = 'everyone'
  );
end $$;
comment on function private.organizations_open_to_everyone() is
  'The organizations that invite everyone to something, alone or with its owner, list or collect help for everyone, or lead a campaign in everyone''s sight, and may therefore be known by everyone.';
grant execute on function private.organizations_open_to_everyone() to anon, authenticated;

create policy organizations_select_visitor on public.organizations
  for select to anon
  using (id = any ((select private.organizations_open_to_everyone())::uuid[]));
create policy organizations_select_fellow on public.organizations
  for select to authenticated
  using (
    id = any ((select private.my_fellow_organizations())::uuid[])
    or id = any ((select private.organizations_open_to_everyone())::uuid[])
  );

grant select (organization_id, coalition_id, kind, joined_on) on public.standings to authenticated;
create policy standings_select_fellow on public.standings
  for select to authenticated
  using (coalition_id = any ((select private.my_coalitions())::uuid[]));

-- No insert, update or delete: coalitions, organizations and standings come with the first link and by the
-- installation's owner.

create function private.keep_public_rows_from_naming_a_coalition() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.gatherings g set coalition_id = null
  where g.coalition_id = new.id and g.audience = 'everyone';
  return null;
end $$;
comment on function private.keep_public_rows_from_naming_a_coalition() is
  'When a coalition stops being listed, what everyone can read no longer names it.';
create trigger coalitions_unlist after update of listed on public.coalitions
  for each row when (old.listed and not new.listed)
  execute function private.keep_public_rows_from_naming_a_coalition();

create function private.end_shares_between_former_fellows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.shares s
  where old.organization_id in (s.organization_id, s.recipient_id)
    and not exists (
      select from public.standings owner
      join public.standings recipient on recipient.coalition_id = owner.coalition_id
      where owner.organization_id = s.organization_id and recipient.organization_id = s.recipient_id
    );
  -- A card for the coalition is out of its sight, and so is a detail that was named to it below that card.
  delete from public.shares s using public.gatherings g
  where s.recipient_id = old.organization_id and s.layer = 'detail'
    and g.organization_id = s.organization_id and g.id = s.gathering_id
    and g.audience = 'coalition' and g.coalition_id = old.coalition_id;
  return null;
end $$;
comment on function private.end_shares_between_former_fellows() is
  'An organization that leaves a coalition loses what was named to it there, unless another coalition still joins the two.';
create trigger standings_end_shares after delete on public.standings
  for each row execute function private.end_shares_between_former_fellows();
