import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDemonstration, moveDemonstration } from "../seed/demonstration";
import { copyTemplate, dropCopy } from "./support/copy";

const NAME = "hamkke_demonstration_directory";
let sql: Sql;

beforeAll(async () => {
  sql = postgres(await copyTemplate(NAME), { max: 2, onnotice: () => {} });
  await loadDemonstration(sql, { password: "hamkke-demo" });
});

afterAll(async () => {
  await sql.end();
  await dropCopy(NAME);
});

test("the directory has every audience, credential and way to be open, and some of it is stale", async () => {
  const [seen] = await sql`
    select count(distinct s.audience)::int as audiences, count(distinct s.credential)::int as credentials,
      count(distinct s.time_zone)::int as zones, count(*) between 22 and 28 as about_right,
      count(*) filter (where s.state = 'draft')::int as drafts,
      count(*) filter (where s.verify_by < current_date)::int > 1 as stale,
      count(*) filter (where s.verify_by between current_date and current_date + 6)::int > 1 as due,
      count(*) filter (where s.verified_at is null and s.state = 'active')::int > 0 as never,
      count(*) filter (where s.provider_id is not null)::int > 8 as given_by_others,
      count(*) filter (where not s.name ? 'en')::int > 1 as korean_alone,
      count(*) filter (where not s.name ? 'ko')::int > 1 as english_alone
    from public.services s`;
  expect(seen).toEqual({
    ...{ audiences: 3, credentials: 3, zones: 3, about_right: true, drafts: 1, stale: true, due: true, never: true },
    ...{ given_by_others: true, korean_alone: true, english_alone: true },
  });
  const [hours] = await sql`
    select count(distinct service_id) filter (where opens_minute = 0 and closes_minute = 1440 and cardinality(weekdays) = 7)::int as day_and_night,
      count(*) filter (where closes_minute > 1440)::int as past_midnight,
      (select count(*)::int > 20 from public.service_closures where closed_on > current_date) as holidays
    from public.service_schedules`;
  expect(hours).toEqual({ day_and_night: 1, past_midnight: 1, holidays: true });
});

test("where a shelter is, one organization is told; what was said about papers, the coalition alone", async () => {
  const shelter = await sql`
    select s.audience, l.audience as place, array_agg(o.slug) as told
    from public.services s join public.service_at_locations l on l.service_id = s.id
    join public.service_shares h on h.service_id = s.id and h.layer = 'place' and h.in_force
    join public.organizations o on o.id = h.recipient_id group by s.id, l.audience`;
  expect(shelter).toEqual([{ audience: "everyone", place: "named", told: ["advancing-justice-la"] }]);
  const assurances = await sql`select distinct audience from public.service_assurances`;
  expect(assurances).toEqual([{ audience: "coalition" }]);
});

test("its words keep the promises of the brief, and every number is one that nobody has", async () => {
  const rows = await sql<{ slug: string; text: string; terms: string[]; numbers: string[]; places: string }[]>`
    select o.slug, concat_ws(' ', s.name, s.description, s.eligibility, s.required_documents, s.cost_note) as text, s.terms,
      array(select p.number from public.service_phones p where p.service_id = s.id) as numbers,
      (select string_agg(l.address_1, ' ') from public.locations l) as places
    from public.services s join public.organizations o on o.id = s.organization_id`;
  for (const { slug, text, numbers, places } of rows) {
    expect(text).not.toMatch(
      /\b(apply|application)\b.*DACA|DACA.*\b(apply|application)\b|추방유예[^가-힣]*신청(?!서)/i,
    );
    expect(numbers.length).toBeGreaterThan(0);
    for (const number of numbers) expect(number).toMatch(/^\+1\d{3}55501\d\d$/);
    expect(places.split(/\s(?=\d)/).every((place) => place.includes("Invented"))).toBe(true);
    if (/voter|유권자/i.test(text)) {
      expect(slug).toMatch(/^invented-/);
      expect(text).toContain(
        "Only U.S. citizens may register to vote. Not a citizen, or unsure? Do not sign; ask a lawyer first.",
      );
      expect(text).toContain("유권자 등록은 미국 시민권자만 할 수 있습니다.");
    }
  }
  const providers = await sql<{ name: { en: string; ko: string } }[]>`select name from public.providers`;
  for (const { name } of providers) expect(name.en).toMatch(/^Invented |^KRC Chicago$/);
});

test("a later start moves what was made sure of, and leaves what somebody touched", async () => {
  const days = () => sql<{ id: string; verify_by: string; version: number }[]>`
    select id, verify_by::text, version from public.services where verify_by is not null order by id`;
  const before = await days();
  const touched = before[0]?.id;
  await sql`update public.services set area_served = array['Touched'] where id = ${touched ?? ""}`;
  for (const weeks of [2, 1]) {
    await sql`
      update private.settings set value = to_jsonb(((value #>> '{}')::date - ${weeks * 7}::int)::text)
      where name = 'demonstration_monday'`;
    const { services } = await moveDemonstration(sql);
    expect(services).toBeGreaterThanOrEqual(before.length - 1);
  }
  const after = await days();
  const moved = after.map(
    ({ verify_by }, i) => (Date.parse(verify_by) - Date.parse(before[i]?.verify_by ?? "")) / 86_400_000,
  );
  expect(moved).toEqual(before.map(({ id }) => (id === touched ? 0 : 21)));
  const [never] = await sql`
    select count(*)::int as made_up from public.services
    where verified_at > now() or credential_checked_on > current_date or (verify_by is null) <> (verified_at is null)`;
  expect(never).toEqual({ made_up: 0 });
});
