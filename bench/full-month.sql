-- So many gatherings of the demonstration's KRCLA in one month, for everybody of its coalition to see. Triggers are off:
-- what they derive is derived here.
set session_replication_role = replica;

insert into public.gatherings (
  organization_id, coalition_id, title, kind, area, languages, starts_local, ends_local, time_zone, starts_at, ends_at,
  state, audience, shared_at
)
select o.id, s.coalition_id, jsonb_build_object('en', 'Gathering ' || n, 'ko', '모임 ' || n), 'meeting', 'Koreatown', '{ko,en}',
  w.wall, w.wall + interval '1 hour', 'America/Los_Angeles',
  w.wall at time zone 'America/Los_Angeles', (w.wall + interval '1 hour') at time zone 'America/Los_Angeles',
  'scheduled', 'coalition', now()
from public.organizations o
join public.standings s on s.organization_id = o.id
join public.coalitions c on c.id = s.coalition_id and c.slug = 'emergency-plan'
cross join generate_series(0, :count - 1) n
cross join lateral (select timestamp ':month-01 08:00' + (n % 28) * interval '1 day' + (n % 12) * interval '1 hour' as wall) w
where o.slug = 'krcla';

set session_replication_role = origin;
analyze public.gatherings;
