-- Every gathering of the bench becomes an occurrence of one month: some eighty to a series. Triggers are off, as when they
-- were made: what they derive is derived here.
set session_replication_role = replica;

insert into public.gathering_series (organization_id, rule, starts_local, ends_local, time_zone, expanded_until, finished)
select o.id, 'FREQ=DAILY;COUNT=' || n, '2026-11-01 08:00', '2026-11-01 10:00', o.time_zone, '2026-12-01 08:00', true
from public.organizations o cross join generate_series(1, 4) n;

update public.gatherings g set
  series_id = s.id, recurrence_local = w.wall, starts_local = w.wall, ends_local = w.wall + interval '2 hours',
  starts_at = w.wall at time zone g.time_zone, ends_at = (w.wall + interval '2 hours') at time zone g.time_zone
from (
  select id, organization_id, row_number() over (partition by organization_id order by id) as place from public.gatherings
) p
join public.gathering_series s on s.organization_id = p.organization_id and s.rule = 'FREQ=DAILY;COUNT=' || 1 + p.place % 4
cross join lateral (
  select timestamp '2026-11-01 08:00' + p.place % 29 * interval '1 day' + p.place / 29 * interval '30 minutes' as wall
) w
where g.id = p.id;

set session_replication_role = origin;
reindex table public.gatherings;
analyze;
