import { randomUUID } from "node:crypto";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDemonstration } from "../seed/demonstration";
import { copyTemplate, dropCopy } from "./support/copy";

const NAME = "hamkke_races";
let sql: Sql;
let krcla: string;
let editors: { id: string; session: string }[];

beforeAll(async () => {
  sql = postgres(await copyTemplate(NAME), { max: 8, onnotice: () => {} });
  await loadDemonstration(sql, { password: "hamkke-demo" });
  const [organization] = await sql<{ id: string }[]>`select id from public.organizations where slug = 'krcla'`;
  krcla = organization?.id ?? "";
  editors = [];
  for (const email of ["editor@krcla.example", "admin@krcla.example"]) {
    const [session] = await sql<{ id: string; session: string }[]>`
      insert into auth.sessions (id, user_id) select gen_random_uuid(), id from auth.users where email = ${email}
      returning user_id as id, id as session`;
    if (session) editors.push(session);
  }
});

afterAll(async () => {
  await sql.end();
  await dropCopy(NAME);
});

/** Runs one transaction as one of the two, on a connection of its own. */
const as = <T>(who: number, work: (tx: TransactionSql) => Promise<T>) =>
  sql.begin(async (tx) => {
    const { id, session } = editors[who] ?? { id: "", session: "" };
    const claims = JSON.stringify({ sub: id, session_id: session, role: "authenticated" });
    await tx`select set_config('request.jwt.claims', ${claims}, true), set_config('request.jwt.claim.sub', ${id}, true),
      set_config('role', 'authenticated', true)`;
    return work(tx);
  });

const card = (area: string) => ({
  title: { en: "Race" },
  area,
  starts_local: "2027-01-05T10:00",
  ends_local: "2027-01-05T12:00",
  time_zone: "America/Los_Angeles",
  audience: "coalition",
});

const schedule = (tx: TransactionSql, submission: string, area: string, coalition: string) => tx<{ id: string }[]>`
  select public.schedule_gathering(${krcla}, ${submission}, ${tx.json({ ...card(area), coalition_id: coalition })}, '{}') ->> 'id' as id`;

const theCoalition = async () => (await sql<{ id: string }[]>`select id from public.coalitions`)[0]?.id ?? "";

test("twenty presses of one button at once make one gathering, and all of them learn which", async () => {
  const submission = randomUUID();
  const coalition = await theCoalition();
  const made = await Promise.all(
    Array.from({ length: 20 }, (_, press) => as(press % 2, (tx) => schedule(tx, submission, `${press}`, coalition))),
  );
  expect(new Set(made.map(([row]) => row?.id)).size).toBe(1);
  const rows = await sql`select from public.gatherings where submission_id = ${submission}`;
  expect(rows).toHaveLength(1);
});

test("eight presses of one button at once make one series, each date once", async () => {
  const submission = randomUUID();
  const occurrences = ["2027-01-05T10:00", "2027-01-12T10:00", "2027-01-19T10:00"];
  const series = { rule: "FREQ=WEEKLY;COUNT=3", occurrences, expanded_until: occurrences[2] ?? "", finished: true };
  const asked = { ...card("series"), coalition_id: await theCoalition() };
  const made = await Promise.all(
    Array.from({ length: 8 }, (_, press) =>
      as(
        press % 2,
        (tx) => tx<{ id: string }[]>`
          select public.schedule_series(${krcla}, ${submission}, ${tx.json(asked)}, '{}', null, null, ${tx.json(series)}) ->> 'id' as id`,
      ),
    ),
  );
  expect(new Set(made.map(([row]) => row?.id)).size).toBe(1);
  expect(made[0]?.[0]?.id).toBeTruthy();
  expect(await sql`select from public.gatherings where area = 'series'`).toHaveLength(3);
  expect(await sql`select from public.gathering_series where rule = ${series.rule}`).toHaveLength(1);
});

describe("two editors with one version", () => {
  test("one wins, the other is told, thirty times over", async () => {
    const coalition = await theCoalition();
    const [gathering] = await as(0, (tx) => schedule(tx, randomUUID(), "start", coalition));
    const id = gathering?.id ?? "";
    for (let version = 1; version <= 30; version += 1) {
      const results = await Promise.allSettled(
        [0, 1].map((who) =>
          as(
            who,
            (tx) => tx`
            select public.revise_gathering(${id}, ${krcla}, ${version},
              ${tx.json({ ...card(`${who} at ${version}`), coalition_id: coalition })}, '{}')`,
          ),
        ),
      );
      const refused = results.filter((result) => result.status === "rejected");
      expect(refused).toHaveLength(1);
      expect(refused[0]?.reason).toMatchObject({ code: "PT409", message: "changed_meanwhile" });
      const winner = results.findIndex((result) => result.status === "fulfilled");
      const [row] = await sql`select area, version from public.gatherings where id = ${id}`;
      expect(row).toEqual({ area: `${winner} at ${version}`, version: version + 1 });
    }
  });
});

test("two admins who demote each other at once leave one admin", async () => {
  await sql`update public.memberships set role = 'admin' where person_id = ${editors[0]?.id ?? ""}`;
  const results = await Promise.allSettled(
    [0, 1].map((who) =>
      as(who, async (tx) => {
        await tx`update public.memberships set role = 'viewer'
          where organization_id = ${krcla} and person_id = ${editors[1 - who]?.id ?? ""}`;
        await tx`select pg_sleep(0.2)`;
      }),
    ),
  );
  const admins = await sql`select from public.memberships where organization_id = ${krcla} and role = 'admin'`;
  expect(admins.length).toBeGreaterThanOrEqual(1);
  expect(results.some((result) => result.status === "rejected")).toBe(true);
});

test("one link raced by ten makes one account", async () => {
  const token = randomUUID();
  await sql`select private.open_first_link(${token}, '1 minute', ${krcla}, 'viewer')`;
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, () => {
      const id = randomUUID();
      return sql`insert into auth.users (id, email, raw_user_meta_data)
        values (${id}, ${`${id}@example.org`}, ${sql.json({ invitation: token })})`;
    }),
  );
  expect(tries.filter((each) => each.status === "fulfilled")).toHaveLength(1);
});
