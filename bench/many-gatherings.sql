-- Sixty organizations in five coalitions, a member of the first one, and as many gatherings as are asked for, over so
-- many days from 2026 on. Triggers are off: they would take most of an hour, and what they derive is derived here.
set session_replication_role = replica;

insert into public.coalitions (id, slug, display_name, listed)
select ('c0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'bench-' || n, 'Bench ' || n, true
from generate_series(1, 5) n;

insert into public.organizations (id, slug, legal_name, display_name, short_name, time_zone)
select ('a0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'bench-' || n, 'Bench ' || n, 'Bench ' || n,
  'B' || n, 'America/Los_Angeles'
from generate_series(1, 60) n;

insert into public.standings (organization_id, coalition_id, kind)
select ('a0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
  ('c0000000-0000-4000-8000-' || lpad((1 + n % 5)::text, 12, '0'))::uuid, 'core'
from generate_series(1, 60) n;

insert into auth.users (id, email) values ('d0000000-0000-4000-8000-000000000001', 'member@bench.example');
insert into auth.sessions (id, user_id)
values ('e0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000001');
insert into public.people (id, display_name) values ('d0000000-0000-4000-8000-000000000001', 'bench member');
insert into public.memberships (organization_id, person_id, role)
values ('a0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000001', 'editor');

insert into public.gatherings (
  organization_id, coalition_id, title, kind, area, languages, starts_local, ends_local, time_zone, starts_at, ends_at,
  state, audience, shared_at
)
select
  ('a0000000-0000-4000-8000-' || lpad((1 + n % 60)::text, 12, '0'))::uuid,
  case when n % 10 in (2, 3, 4, 5, 6, 7) then ('c0000000-0000-4000-8000-' || lpad((1 + (1 + n % 60) % 5)::text, 12, '0'))::uuid end,
  jsonb_build_object('en', 'Gathering ' || n, 'ko', '모임 ' || n), 'meeting', 'Koreatown', '{ko,en}',
  w.wall, w.wall + interval '2 hours', 'America/Los_Angeles',
  w.wall at time zone 'America/Los_Angeles', (w.wall + interval '2 hours') at time zone 'America/Los_Angeles',
  'scheduled',
  case when n % 10 in (0, 1) then 'owner' when n % 10 in (2, 3, 4, 5, 6) then 'coalition' when n % 10 = 7 then 'everyone' else 'named' end::public.audience,
  now()
from generate_series(1, :count) n
cross join lateral (
  select timestamp '2000-01-01 08:00' + ((9497 + (hashint4(n) & 2147483647) % :days) % 36500) * interval '1 day'
    + (n % 12) * interval '1 hour' as wall
) w;

insert into public.shares (organization_id, gathering_id, recipient_id, in_force)
select g.organization_id, g.id, r.id, true
from public.gatherings g
cross join lateral (
  select o.id from public.organizations o
  where o.id <> g.organization_id and o.id <= 'a0000000-0000-4000-8000-000000000060'
  order by md5(o.id::text || g.id::text) limit 2
) r
where g.audience = 'named';

insert into public.hostings (organization_id, gathering_id, host_id, part, state, answered_at)
select g.organization_id, g.id, r.id, 'co_host', 'accepted', now()
from (select * from public.gatherings where hashtext(id::text) % 10 = 0) g
cross join lateral (
  select o.id from public.organizations o
  where o.id <> g.organization_id and o.id <= 'a0000000-0000-4000-8000-000000000060'
  order by md5(g.id::text || o.id::text) limit 2
) r;
update public.gatherings g set hosted = true
where exists (select from public.hostings h where h.organization_id = g.organization_id and h.gathering_id = g.id);

set session_replication_role = origin;
analyze;
