-- Sixty organizations in five coalitions, 1,500 people for whom it is never night, and four thousand gatherings of the sixty
-- days around now. Triggers are off: what they derive is derived here.
set session_replication_role = replica;

insert into public.coalitions (id, slug, display_name)
select ('c0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'bench-' || n, 'Bench ' || n
from generate_series(1, 5) n;

insert into public.organizations (id, slug, legal_name, display_name, short_name, korean_name, time_zone)
select ('a0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'bench-' || n, 'Bench ' || n, 'Bench ' || n,
  'B' || n, '단체 ' || n, 'America/Los_Angeles'
from generate_series(1, 60) n;

insert into public.standings (organization_id, coalition_id, kind)
select ('a0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
  ('c0000000-0000-4000-8000-' || lpad((1 + n % 5)::text, 12, '0'))::uuid, 'core'
from generate_series(1, 60) n;

insert into auth.users (id, email)
select ('d0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'person-' || n || '@bench.example'
from generate_series(1, 1500) n;

insert into public.people (id, display_name, language, time_zone, quiet_from, quiet_until)
select u.id, split_part(u.email, '@', 1), case when hashtext(u.email) % 2 = 0 then 'ko' else 'en' end,
  'America/Chicago', '00:00', '00:00'
from auth.users u where u.email like '%@bench.example';

insert into public.memberships (organization_id, person_id, role)
select ('a0000000-0000-4000-8000-' || lpad((1 + n % 60)::text, 12, '0'))::uuid,
  ('d0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'editor'
from generate_series(1, 1500) n;

insert into public.gatherings (
  organization_id, coalition_id, title, kind, area, languages, starts_local, ends_local, time_zone, starts_at, ends_at,
  state, audience, shared_at
)
select
  ('a0000000-0000-4000-8000-' || lpad((1 + n % 60)::text, 12, '0'))::uuid,
  case when n % 10 between 2 and 7 then ('c0000000-0000-4000-8000-' || lpad((1 + (1 + n % 60) % 5)::text, 12, '0'))::uuid end,
  jsonb_build_object('en', 'Gathering ' || n, 'ko', '모임 ' || n), 'meeting', 'Koreatown', '{ko,en}',
  w.wall, w.wall + interval '2 hours', 'America/Los_Angeles',
  w.wall at time zone 'America/Los_Angeles', (w.wall + interval '2 hours') at time zone 'America/Los_Angeles',
  'scheduled',
  case when n % 10 < 2 then 'owner' when n % 10 < 7 then 'coalition' when n % 10 = 7 then 'everyone' else 'named' end::public.audience,
  now()
from generate_series(1, 4000) n
cross join lateral (
  select date_trunc('day', localtimestamp) + (n % 60 - 10) * interval '1 day' + (8 + n % 12) * interval '1 hour' as wall
) w;

insert into public.shares (organization_id, gathering_id, recipient_id, in_force)
select g.organization_id, g.id, r.id, true
from public.gatherings g
cross join lateral (
  select o.id from public.organizations o where o.id <> g.organization_id and o.slug like 'bench-%'
  order by md5(o.id::text || g.id::text) limit 2
) r
where g.audience = 'named' and g.organization_id::text like 'a0000000%';

set session_replication_role = origin;
analyze;
