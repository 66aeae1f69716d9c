import { createHash, randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadDemonstration } from "../seed/demonstration";
import { copyTemplate, dropCopy } from "./support/copy";

const NAME = "hamkke_signup_races";
const SECRET = "a secret that web processes share";
let sql: Sql;
let gathering: string;

beforeAll(async () => {
  sql = postgres(await copyTemplate(NAME), { max: 24, onnotice: () => {} });
  await loadDemonstration(sql, { password: "hamkke-demo" });
  await sql`insert into private.settings values
    ('server_secret', to_jsonb(${createHash("sha256").update(SECRET).digest("hex")}::text)), ('mail', '"mailbox"')`;
  await sql`update private.limits set tries = 1000000`;
});
afterAll(async () => {
  await sql.end();
  await dropCopy(NAME);
});
beforeEach(async () => {
  const [made] = await sql<{ id: string }[]>`
    insert into public.gatherings (organization_id, title, starts_local, ends_local, time_zone, state, audience)
    select id, '{"en": "Race"}', current_date + 5 + time '10:00', current_date + 5 + time '12:00', time_zone, 'scheduled', 'everyone'
    from public.organizations where slug = 'krcla' returning id`;
  gathering = made?.id ?? "";
  await sql`
    insert into public.signup_lists (organization_id, gathering_id, capacity)
    select organization_id, id, 40 from public.gatherings where id = ${gathering}`;
});

/** A call as a visitor's page makes it, in a transaction of its own. */
const call = async <T>(name: string, values: (string | object | null)[]) =>
  sql.begin(async (tx) => {
    await tx`select set_config('role', 'anon', true)`;
    const marks = values.map((_, at) => `$${at + 1}`).join(", ");
    const [row] = await tx.unsafe<{ answer: T }[]>(`select public.${name}(${marks}) as answer`, values as never[]);
    return row?.answer as T;
  });
const answers = (seats: number, contact = "") => ({
  ...{ name: `Visitor ${seats}`, seats, language: "ko", needs: [], contact, told_host: false },
});
const signUp = (seats: number, { submission = randomUUID() as string, contact = "" } = {}) =>
  call<{ code: string; state: string }>("sign_up", [
    ...[SECRET, "203.0.113.77", gathering, null, submission],
    answers(seats, contact),
  ]);
const cancel = (code: string) => call("cancel_signup", [SECRET, "203.0.113.77", code]);
const list = () => sql<{ seats: number; state: string; place: number }[]>`
  select seats, state, place from public.signups where gathering_id = ${gathering} order by place`;
const taken = async () =>
  (await list()).filter(({ state }) => state === "coming").reduce((sum, { seats }) => sum + seats, 0);

test("of two hundred at once for forty seats forty come, the others wait in order, and nobody is lost or doubled", async () => {
  const submissions = Array.from({ length: 200 }, () => randomUUID());
  const made = await Promise.all([...submissions, ...submissions].map((submission) => signUp(1, { submission })));
  expect(new Set(made.map(({ code }) => code)).size).toBe(200);
  const rows = await list();
  expect(rows.map(({ place }) => place)).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
  expect(rows.map(({ state }) => state)).toEqual(rows.map((_, at) => (at < 40 ? "coming" : "waiting")));
}, 120_000);

test("parties of one to four are not split, and nobody overtakes who waits", async () => {
  await Promise.all(Array.from({ length: 200 }, (_, at) => signUp(1 + (at % 4))));
  const rows = await list();
  expect(rows).toHaveLength(200);
  expect(await taken()).toBeLessThanOrEqual(40);
  const firstToWait = rows.findIndex(({ state }) => state === "waiting");
  expect(rows.slice(firstToWait).every(({ state }) => state === "waiting")).toBe(true);
  expect((await taken()) + (rows[firstToWait]?.seats ?? 0)).toBeGreaterThan(40);
}, 120_000);

test("who cancels while others sign up frees seats for the next in line, exactly once", async () => {
  const first = await Promise.all(Array.from({ length: 30 }, (_, at) => signUp(1 + (at % 4))));
  await Promise.all([
    ...first.slice(0, 15).map(({ code }) => cancel(code)),
    ...first.slice(0, 15).map(({ code }) => cancel(code)),
    ...Array.from({ length: 40 }, (_, at) => signUp(1 + (at % 3))),
  ]);
  const rows = (await list()).filter(({ state }) => state !== "cancelled");
  expect(rows).toHaveLength(55);
  const next = rows.find(({ state }) => state === "waiting");
  expect(await taken()).toBeLessThanOrEqual(40);
  expect((await taken()) + (next?.seats ?? 40)).toBeGreaterThan(40);
  const lastComing = rows.findLastIndex(({ state }) => state === "coming");
  expect(rows.slice(0, lastComing + 1).every(({ state }) => state === "coming")).toBe(true);
}, 120_000);

test("a sign-up while the gathering is being cancelled is either told so, or hears of it by mail", async () => {
  const signing = Array.from({ length: 30 }, (_, at) => signUp(1, { contact: `guest${at}@signup.example` }));
  const cancelling = sql`
    update public.gatherings set state = 'cancelled', cancellation_reason = 'Rain' where id = ${gathering}`;
  const [results] = await Promise.all([Promise.allSettled(signing), cancelling]);
  const refused = results.filter((result) => result.status === "rejected");
  for (const { reason } of refused) expect(reason).toMatchObject({ code: "PT409", message: "gathering_cancelled" });
  const [{ told, rows } = { told: -1, rows: -2 }] = await sql<{ told: number; rows: number }[]>`
    select count(*)::int as rows, (
      select count(distinct m.about)::int from public.messages m
      join public.signups s on s.id = m.about and s.gathering_id = ${gathering} where m.kind = 'signup_gathering_changed'
    ) as told from public.signups where gathering_id = ${gathering}`;
  expect(rows).toBe(30 - refused.length);
  expect(told).toBe(rows);
}, 60_000);

test("editors raise the number of seats and move the gathering while people come and go", async () => {
  const first = await Promise.all(Array.from({ length: 40 }, () => signUp(2)));
  await Promise.all([
    ...first.slice(0, 10).map(({ code }) => cancel(code)),
    ...Array.from(
      { length: 6 },
      (_, at) => sql`
      update public.signup_lists set capacity = ${42 + at * 2}, keep_days = ${14 - at} where gathering_id = ${gathering}`,
    ),
    ...Array.from(
      { length: 4 },
      () => sql`
      update public.gatherings set starts_local = starts_local + interval '1 hour', ends_local = ends_local + interval '1 hour'
      where id = ${gathering}`,
    ),
    ...Array.from({ length: 10 }, () => signUp(1)),
  ]);
  const [{ capacity } = { capacity: 0 }] = await sql<{ capacity: number }[]>`
    select capacity from public.signup_lists where gathering_id = ${gathering}`;
  expect(await taken()).toBeGreaterThanOrEqual(40);
  expect(await taken()).toBeLessThanOrEqual(Math.max(capacity, 52));
}, 60_000);
