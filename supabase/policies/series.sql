-- Who may see how gatherings repeat.

grant select (id, organization_id, rule, starts_local, ends_local, time_zone, excepted, added, expanded_until, finished)
  on public.gathering_series to authenticated;
create policy gathering_series_select_owner on public.gathering_series
  for select to authenticated
  using (organization_id = any ((select private.my_organizations('gatherings.read'))::uuid[]));
