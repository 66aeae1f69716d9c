import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadDemonstration } from "../../supabase/seed/demonstration";
import { copyTemplate, dropCopy } from "../../supabase/tests/support/copy";
import { extendSeries } from "../extend-series";

const NAME = "hamkke_extend_series";
let sql: Sql;
let series: string;

beforeAll(async () => {
  sql = postgres(await copyTemplate(NAME), { max: 4, onnotice: () => {} });
  await loadDemonstration(sql, { password: "hamkke-demo" });
});

/** A weekly gathering of three dates whose rule goes on. */
beforeEach(async () => {
  const [made] = await sql<{ id: string }[]>`
    insert into public.gathering_series (organization_id, rule, starts_local, ends_local, time_zone, expanded_until)
    select id, 'FREQ=WEEKLY', '2026-01-03 10:00', '2026-01-03 12:00', 'America/Chicago', '2026-01-17 10:00'
    from public.organizations where slug = 'krcla' returning id`;
  series = made?.id ?? "";
  await sql`
    insert into public.gatherings (organization_id, title, starts_local, ends_local, time_zone, state, series_id, recurrence_local)
    select s.organization_id, '{"en": "Circle"}', w, w + interval '2 hours', s.time_zone, 'scheduled', s.id, w
    from public.gathering_series s, generate_series(s.starts_local, s.expanded_until, '7 days') w where s.id = ${series}`;
});

afterAll(async () => {
  await sql.end();
  await dropCopy(NAME);
});

const count = async () =>
  (await sql<{ count: number }[]>`select count(*)::int from public.gatherings where series_id = ${series}`)[0]?.count;
const now = new Date("2026-02-01T00:00:00Z");

test("a series without end is there for two years, and going on twice adds nothing twice", async () => {
  await extendSeries(sql, now);
  const [last] = await sql`
    select max(starts_local)::date::text as on from public.gatherings where series_id = ${series}`;
  expect(last?.on).toBe("2028-01-29");
  expect(await count()).toBe(109);
  await extendSeries(sql, now);
  expect(await count()).toBe(109);
  await extendSeries(sql, new Date("2026-02-08T00:00:00Z"));
  expect(await count()).toBe(110);
});

test("four workers at once add each date once", async () => {
  const made = await Promise.all([1, 2, 3, 4].map(() => extendSeries(sql, now)));
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(await count()).toBe(109);
});

test("a series that cannot go on holds up no other, whoever made it so", async () => {
  await sql`
    with broken as (
      insert into public.gathering_series (organization_id, rule, starts_local, ends_local, time_zone, expanded_until)
      select id, 'FREQ=YEARLY', '2026-01-01 10:00', '2026-01-01 12:00', 'America/New_York', '2026-01-02 10:00'
      from public.organizations where slug = 'nakasec' returning *
    )
    insert into public.gatherings (organization_id, title, starts_local, ends_local, time_zone, state, series_id, recurrence_local)
    select organization_id, '{"en": "Broken"}', starts_local, ends_local, time_zone, 'scheduled', id, starts_local from broken`;
  await sql`
    create function public.refuse_further() returns trigger language plpgsql as
      $$ begin if new.title ->> 'en' = 'Broken' then raise exception 'no further'; end if; return new; end $$`;
  await sql`
    create trigger gatherings_refuse_further before insert on public.gatherings
      for each row execute function public.refuse_further()`;
  await expect(extendSeries(sql, now)).rejects.toThrow("no further");
  expect(await count()).toBe(109);
});
