-- As many services as are asked for, of sixty organizations in five coalitions, with what is said in them drawn from a
-- language in which few words are frequent and most are rare. Triggers are off: what they keep is made here at once.
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

-- Sixty words that everybody writes, the most frequent first, and six thousand that few do.
create temporary table spoken as
select row_number() over () as place, w.word
from unnest(string_to_array(
  '상담 법률 통역 신청 도움 이민 건강 교육 시민권 노동 임금 서류 번역 의료 보험 주택 식품 어린이 노인 여성 청소년 영어 세금 취업 영주권 '
  || '추방유예 권리 구금 변호사 유권자 등록 정신건강 가정폭력 쉼터 급식 보육 장애인 퇴거 체불 갱신 비자 여권 증명 장학금 훈련 면허 대출 '
  || '연금 백신 치과 안과 산모 육아 해고 차별 신고 재판 면회 초청 상속', ' '
)) as w(word);
create index on spoken (place);
create temporary table rarely as
select n as place,
  chr(44032 + (hashint4(n) & 2147483647) % 399 * 28) || chr(44032 + (hashint4(n + 70000) & 2147483647) % 399 * 28)
  || case when n % 3 = 0 then chr(44032 + (hashint4(n + 140000) & 2147483647) % 399 * 28) else '' end as word
from generate_series(0, 5999) n;
create index on rarely (place);

create function pg_temp.said(seed integer, length integer, between_words text) returns text language sql as $$
  select string_agg(case when d.draw < 700 then s.word else r.word end, between_words order by k)
  from generate_series(1, length) k
  cross join lateral (select (hashint4(seed * 97 + k) & 2147483647) as hash) h
  cross join lateral (select h.hash % 1000 as draw, h.hash / 1000 % 1000 as at) d
  join spoken s on s.place = 1 + floor(60 * power(d.at / 1000.0, 3))
  join rarely r on r.place = h.hash / 1000 % 6000
$$;

insert into public.services (
  organization_id, coalition_id, state, audience, source_language, name, description, cost, area_served, terms,
  staff_languages, time_zone, verify_by, shared_at
)
select
  ('a0000000-0000-4000-8000-' || lpad((1 + n % 60)::text, 12, '0'))::uuid,
  case when n % 10 in (2, 3, 4) then ('c0000000-0000-4000-8000-' || lpad((1 + (1 + n % 60) % 5)::text, 12, '0'))::uuid end,
  'active',
  case when n % 10 in (0, 1) then 'owner' when n % 10 in (2, 3, 4) then 'coalition' when n % 10 = 9 then 'named' else 'everyone' end::public.audience,
  'ko',
  jsonb_build_object('ko', pg_temp.said(n, 2 + n % 2, ' '), 'en', 'Help center ' || n),
  jsonb_build_object('ko', pg_temp.said(n + 5000000, 6 + n % 9, '을 ') || '해요.', 'en', 'Call us, we help. No ' || n || '.'),
  (array['unknown', 'free', 'sliding', 'paid'])[1 + n % 4]::public.service_cost, array['Koreatown'],
  array[(select t.id from public.taxonomy_terms t order by t.position limit 1 offset n % 90)],
  case n % 3 when 0 then '{ko,en}' else '{en}' end::text[], 'America/Los_Angeles', current_date + (n % 400 - 100), now()
from generate_series(1, :count) n;

insert into public.service_shares (organization_id, service_id, layer, recipient_id, in_force)
select s.organization_id, s.id, 'card', r.id, true
from public.services s
cross join lateral (
  select ('a0000000-0000-4000-8000-' || lpad((1 + (hashtext(s.id::text || k) & 2147483647) % 60)::text, 12, '0'))::uuid as id
  from generate_series(1, 2) k
) r
where s.audience = 'named' and r.id <> s.organization_id
on conflict do nothing;

insert into public.service_phones (organization_id, service_id, position, number)
select organization_id, id, 0, '+12135550100' from public.services;
insert into public.service_schedules (organization_id, service_id, position, weekdays, opens_minute, closes_minute)
select organization_id, id, 0, '{1,2,3,4,5}', 540, 1020 from public.services;

drop index private.service_keys_keys_idx;
select private.write_service_keys(array(select id from public.services));
create index service_keys_keys_idx on private.service_keys using gin (keys) with (gin_pending_list_limit = 256);

set session_replication_role = origin;
analyze;
