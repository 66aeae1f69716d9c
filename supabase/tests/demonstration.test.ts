import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDemonstration, moveDemonstration } from "../seed/demonstration";
import { copyTemplate, dropCopy } from "./support/copy";

const NAME = "hamkke_demonstration";
let sql: Sql;

beforeAll(async () => {
  sql = postgres(await copyTemplate(NAME), { max: 2, onnotice: () => {} });
  await loadDemonstration(sql, { password: "hamkke-demo" });
});

afterAll(async () => {
  await sql.end();
  await dropCopy(NAME);
});

test("there are four accounts by role for each organization, and no invented name", async () => {
  const accounts = await sql<{ email: string; role: string; name: string; language: null }[]>`
    select u.email, m.role, p.display_name as name, p.language from auth.users u
    join public.people p on p.id = u.id join public.memberships m on m.person_id = p.id
    join public.organizations o on o.id = m.organization_id where u.email = m.role || '@' || o.slug || '.example'`;
  expect(accounts).toHaveLength(24);
  expect(accounts.map(({ email }) => email)).toEqual(
    expect.arrayContaining(["editor@krcla.example", "admin@nakasec.example", "viewer@advancing-justice-la.example"]),
  );
  expect(accounts.every(({ name, role }) => name.endsWith(role))).toBe(true);
  const [shown] = await sql`select jsonb_array_length(public.demonstration_accounts()) as count`;
  expect(shown?.count).toBe(24);
});

test("the password is the one that was given, and each account has its identity", async () => {
  const [counts] = await sql`
    select bool_and(encrypted_password = (
        select extensions.crypt('hamkke-demo', one.encrypted_password) from auth.users one limit 1)) as right,
      count(*) filter (where email_confirmed_at is not null)::int as confirmed,
      (select count(*)::int from auth.identities i where i.provider_id = i.user_id::text) as identities,
      (select count(*)::int from private.first_links where used_at is null) as open_links
    from auth.users`;
  expect(counts).toEqual({ right: true, confirmed: 24, identities: 24, open_links: 0 });
});

test("every kind, audience and state is there, around today", async () => {
  const [seen] = await sql`
    select count(distinct kind)::int as kinds, count(distinct audience)::int as audiences, count(distinct state)::int as states,
      count(*)::int as gatherings, min(starts_at) > now() - interval '29 days' as not_before,
      max(starts_at) < now() + interval '70 days' as not_after
    from public.gatherings where series_id is null`;
  expect(seen).toEqual({
    kinds: 8,
    audiences: 4,
    states: 3,
    gatherings: 40,
    not_before: true,
    not_after: true,
  });
});

test("one repeats every week without an end, two years ahead, and never has to be moved", async () => {
  const [series] = await sql`
    select s.rule, s.finished, count(*) > 100 as goes_on, bool_and(g.shared_at is not null) as shared,
      count(distinct extract(isodow from g.starts_local))::int as weekdays
    from public.gathering_series s join public.gatherings g on g.series_id = s.id group by s.id`;
  expect(series).toEqual({ rule: "FREQ=WEEKLY;BYDAY=TU", finished: false, goes_on: true, shared: true, weekdays: 1 });
  const [moved] = await sql`
    select count(*)::int as rows from private.demonstration_gatherings d
    join public.gatherings g on g.id = d.gathering_id where g.series_id is not null`;
  expect(moved).toEqual({ rows: 0 });
});

test("one gathering has people signed up through two organizations and one waiting, and one lacks some volunteers", async () => {
  const people = await sql`
    select o.slug, s.state, count(*)::int as many, bool_and(s.contact = '' and s.name !~ '^\\S+ \\S+ ') as nameless,
      bool_and(s.delete_at = g.ends_at + interval '14 days') as promised
    from public.signups s join public.organizations o on o.id = s.organization_id
    join public.gatherings g on g.id = s.gathering_id and g.starts_at > now()
    group by o.slug, s.state order by o.slug, s.state`;
  const seen = { nameless: true, promised: true };
  expect(people).toEqual([
    { slug: "advancing-justice-la", state: "coming", many: 2, ...seen },
    { slug: "krcla", state: "coming", many: 2, ...seen },
    { slug: "krcla", state: "waiting", many: 1, ...seen },
  ]);
  const roles = await sql`
    select r.needed, count(p.id)::int as taken from public.volunteer_roles r
    left join public.volunteer_places p on p.role_id = r.id group by r.id order by r.needed desc`;
  expect(roles).toEqual([
    { needed: 3, taken: 1 },
    { needed: 2, taken: 1 },
    { needed: 1, taken: 0 },
  ]);
});

test("its words keep the promises of the brief", async () => {
  const rows = await sql<{ slug: string; kind: string; text: string }[]>`
    select o.slug, g.kind, concat_ws(' ', g.title, g.description, g.area, g.cancellation_reason) as text
    from public.gatherings g join public.organizations o on o.id = g.organization_id`;
  for (const { slug, kind, text } of rows) {
    const invented = slug.startsWith("invented-");
    expect(text).not.toMatch(
      /\b(apply|application)\b.*DACA|DACA.*\b(apply|application)\b|추방유예[^가-힣]*신청(?!서)/i,
    );
    expect(text).not.toMatch(/hotline|핫라인|help ?line/i);
    for (const [number] of text.matchAll(/\d{3}-\d{3}-\d{4}/g)) {
      expect(number).toMatch(/-555-01\d\d$/);
    }
    if (kind === "registration_drive") {
      expect(text).toContain(
        "Only U.S. citizens may register to vote. Not a citizen, or unsure? Do not sign; ask a lawyer first.",
      );
      expect(text).toContain("유권자 등록은 미국 시민권자만 할 수 있습니다.");
    }
    if (kind === "registration_drive" || kind === "vigil_or_march") {
      expect(invented, slug).toBe(true);
    }
    expect(text).not.toMatch(/\d+ [A-Z][a-z]+ (St|Street|Ave|Avenue|Blvd)\b/);
  }
});

test("a later start moves by whole weeks what nobody touched, twice and more, and leaves the rest", async () => {
  const starts = () =>
    sql<
      { id: string; wall: string }[]
    >`select id, starts_local::text as wall from public.gatherings where series_id is null order by id`;
  expect(await moveDemonstration(sql)).toEqual({ gatherings: 0, services: 0, actions: 0 });
  const before = await starts();
  const touched = before[0]?.id ?? "";
  await sql`update public.gatherings set area = 'Touched' where id = ${touched}`;
  const weeksAgo = (weeks: number) => sql`
    update private.settings set value = to_jsonb(((value #>> '{}')::date - ${weeks * 7}::int)::text)
    where name = 'demonstration_monday'`;

  await weeksAgo(2);
  expect(await moveDemonstration(sql)).toMatchObject({ gatherings: 39 });
  await weeksAgo(1);
  expect(await moveDemonstration(sql)).toMatchObject({ gatherings: 39 });
  expect(await moveDemonstration(sql)).toEqual({ gatherings: 0, services: 0, actions: 0 });

  const after = new Map((await starts()).map(({ id, wall }) => [id, wall]));
  const days = before.map(({ id, wall }) => (Date.parse(after.get(id) ?? "") - Date.parse(wall)) / 86_400_000);
  expect(days).toEqual(before.map(({ id }) => (id === touched ? 0 : expect.closeTo(21, 1))));
});

test("campaigns that run and what is to be done for them move with today, and what was won stays where it was", async () => {
  const days = () => sql<{ name: string; from: string; to: string | null }[]>`
    select c.name ->> 'en' as name, (c.starts_on - current_date)::text as from, (c.ends_on - current_date)::text as to
    from public.campaigns c where c.outcome is null
    union all select i.title ->> 'en', (i.due_local::date - current_date)::text, null from public.action_items i order by 1`;
  const before = await days();
  await sql`update public.campaigns set goal = '{"en": "Touched"}' where name ->> 'en' = 'Meet the neighbors'`;
  for (const weeks of [3, 1]) {
    await sql`
      update private.settings set value = to_jsonb(((value #>> '{}')::date - ${weeks} * 7)::text) where name = 'demonstration_monday'`;
    expect(await moveDemonstration(sql)).toMatchObject({ actions: before.length - 1 });
  }
  const late = (at: string | null) => at && String(Number(at) + 28);
  expect(await days()).toEqual(
    before.map((one) => (one.name === "Meet the neighbors" ? one : { ...one, from: late(one.from), to: late(one.to) })),
  );
  const [won] = await sql`
    select c.starts_on::text, c.outcome_on::text from public.campaigns c where c.name ->> 'en' = 'End NSEERS'`;
  expect(won).toEqual({ starts_on: "2016-11-17", outcome_on: "2016-12-22" });
});
