-- A plan of sixty organizations with fifty campaigns that the first of them sees and five that it does not, and two thousand
-- items with five parts each. Triggers are off: what they keep is made here at once.
set session_replication_role = replica;

insert into public.coalitions (id, slug, display_name) values ('c1000000-0000-4000-8000-000000000001', 'full-plan', 'Full plan');

insert into public.organizations (id, slug, legal_name, display_name, short_name, korean_name, time_zone)
select ('b0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'full-' || n, 'Full ' || n, 'Full organization ' || n, 'F' || n,
  '가득한 단체 ' || n, 'America/Los_Angeles'
from generate_series(0, 59) n;

insert into public.standings (organization_id, coalition_id, kind)
select ('b0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'c1000000-0000-4000-8000-000000000001', 'core'
from generate_series(0, 59) n;

insert into public.campaigns (id, organization_id, coalition_id, part, name, goal, audience, starts_on, ends_on)
select ('f0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
  ('b0000000-0000-4000-8000-' || lpad((1 + n % 59)::text, 12, '0'))::uuid, 'c1000000-0000-4000-8000-000000000001',
  (enum_range(null::public.campaign_part))[1 + n % 8],
  jsonb_build_object('en', 'A campaign of the plan, number ' || n, 'ko', '계획의 캠페인 ' || n || '번'), '{"en": "A goal"}',
  case when n >= 50 then 'owner' when n % 5 = 0 then 'named' when n % 5 = 1 then 'everyone' else 'coalition' end::public.audience,
  current_date - n, current_date + 30 - n
from generate_series(0, 54) n;

insert into public.campaign_shares (organization_id, campaign_id, recipient_id, in_force)
select c.organization_id, c.id, 'b0000000-0000-4000-8000-000000000000', true
from public.campaigns c where c.id::text like 'f0000000%' and c.audience = 'named';

insert into public.action_items (
  id, organization_id, coalition_id, campaign_owner_id, campaign_id, title, audience, due_local, time_zone, due_at, closed_at
)
select ('fa000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ('b0000000-0000-4000-8000-' || lpad((n % 60)::text, 12, '0'))::uuid,
  'c1000000-0000-4000-8000-000000000001', c.organization_id, c.id,
  jsonb_build_object('en', 'Something to do together, number ' || n, 'ko', '함께할 일 ' || n || '번'),
  case when n % 5 = 0 then 'named' else 'coalition' end::public.audience,
  d.at at time zone 'America/Los_Angeles', 'America/Los_Angeles', d.at, case when n % 6 = 0 then now() - interval '3 days' end
from generate_series(0, 1999) n
join public.campaigns c on c.id = ('f0000000-0000-4000-8000-' || lpad((n % 50)::text, 12, '0'))::uuid
cross join lateral (select date_trunc('hour', now()) + make_interval(days => n % 61 - 20) as at) d;

insert into public.action_parts (organization_id, owner_id, item_id, coalition_id, status, asked_at, status_at)
select distinct on (i.id, o.id) o.id, i.organization_id, i.id, i.coalition_id, (enum_range(null::public.part_status))[1 + (p.place + i.place) % 6],
  now() - interval '60 days', now() - make_interval(days => (p.place * 13 + i.place)::integer % 50)
from (select i.*, row_number() over (order by i.id) as place from public.action_items i where i.id::text like 'fa000000%') i
cross join generate_series(0, 4) as p(place)
join public.organizations o on o.id = ('b0000000-0000-4000-8000-'
  || lpad(case when p.place = 0 then i.place % 10 / 9 * 30 else (i.place * 7 + p.place * 11) % 60 end::text, 12, '0'))::uuid;

insert into public.action_part_notes (organization_id, owner_id, item_id)
select p.organization_id, p.owner_id, p.item_id from public.action_parts p where p.item_id::text like 'fa000000%';

set session_replication_role = origin;

analyze public.campaigns, public.action_items, public.action_parts, public.action_part_notes, public.standings, public.organizations;
