-- What an organization holds is read from one index, without a look at each row: every list of gatherings asks for it.

create index hostings_held_idx on public.hostings (host_id, state, organization_id, gathering_id);
drop index public.hostings_host_idx;
