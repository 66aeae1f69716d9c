-- Who may see which organizations hold a gathering together.

grant select (organization_id, gathering_id, host_id, part, may_edit, state, invited_at, answered_at)
  on public.hostings to authenticated;
create policy hostings_select_owner_or_host on public.hostings
  for select to authenticated
  using (
    organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
    or host_id = any ((select private.my_organizations('gatherings.read'))::uuid[])
  );
