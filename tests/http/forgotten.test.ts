import { randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { startProduct } from "../support/product";
import { local, makeGatherings } from "./cast";

let owner: Sql;
let path: string;
beforeAll(async () => {
  owner = ownerOf(local());
  path = `/gatherings/${(await makeGatherings()).everyone}/signup`;
});
afterAll(() => owner.end());

/** Somebody who signs up under a word that stands nowhere else, and can be reached by mail. */
function planted() {
  const word = `zinnia${randomBytes(6).toString("hex")}`;
  const form = {
    submission_id: randomUUID(),
    name: word,
    seats: "1",
    language: "ko",
    contact: `${word}@planted.example`,
  };
  return { word, form };
}

async function signUp(form: Record<string, string>): Promise<string> {
  const answer = await visitor(local()).post(path, form);
  return /\/signups\/([0-9A-Z]{12})/.exec(await answer.text())?.[1] ?? "none";
}

/** Every table of every schema, queue and mailbox included, in which some row holds one of these words, as a dump would. */
async function tablesWith(sql: Sql, ...words: string[]): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await sql.unsafe<{ held: boolean }[]>(
      `select exists (select from ${name} t where t::text ilike any ($1)) as held`,
      [words.map((word) => `%${word}%`)] as never[],
    );
    if (row?.held) found.push(name);
  }
  return found;
}

/** Whatever the processes printed, and what the database wrote beside its data. */
function logs(dataFolder = inject("dataFolder"), printed = readFileSync(inject("printedFile"), "utf8")): string {
  const written = readdirSync(dataFolder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(log|csv|json|txt)$/.test(name))
    .map((name) => readFileSync(join(dataFolder, name), "utf8"));
  return [printed, ...written].join("\n");
}

const patience = 60_000;
const mailed = (word: string) =>
  expect.poll(() => tablesWith(owner, word), { timeout: 20_000 }).toContain("private.mailbox");

test(
  "who signed up is in no table, queue, mailbox or log once the day they were told has come",
  async () => {
    const { word, form } = planted();
    const code = await signUp(form);
    await mailed(word);
    expect(await tablesWith(owner, word)).toEqual(["private.mailbox", "public.signups"]);
    await owner`update public.signups set delete_at = now() where name = ${word}`;
    await owner`select graphile_worker.add_job('purge')`;
    await expect.poll(() => tablesWith(owner, word, code), { timeout: 20_000 }).toEqual([]);
    expect(logs().toLowerCase()).not.toContain(word);
    expect(logs()).not.toContain(code);
  },
  patience,
);

test(
  "who takes a sign-up back is nowhere from then on",
  async () => {
    const { word, form } = planted();
    const code = await signUp(form);
    await mailed(word);
    expect((await visitor(local()).post(`/signups/${code}/cancellation`, {})).status).toBe(302);
    expect(await tablesWith(owner, word, code)).toEqual([]);
    expect(logs().toLowerCase()).not.toContain(word);
  },
  patience,
);

test(
  "the network address of a visitor is written down nowhere in clear",
  async () => {
    const address = "203.0.113.77";
    const product = await startProduct({ LOG_LEVEL: "trace", TRUST_PROXY: "1", HAMKKE_DEMO: "off" });
    const sql = ownerOf(product.local);
    try {
      const from = { headers: { "x-forwarded-for": address } };
      const person = visitor(product.local);
      await person.get(`/signups/${"A".repeat(12)}`, from);
      await person.get("/feeds/nobody-s-token/calendar.ics", from);
      await person.post("/sign-in", { email: "nobody@planted.example", password: "wrong" }, from);
      await person.post("/sign-in/link", { email: "nobody@planted.example" }, from);
      await person.post(`/gatherings/${randomUUID()}/signup`, planted().form, from);
      const [counted] = await sql`select count(*)::int as tries from private.counters`;
      expect(counted?.tries).toBeGreaterThan(0);
      expect(await tablesWith(sql, address)).toEqual([]);
      expect(logs(product.dataFolder, product.printed())).not.toContain(address);
    } finally {
      await sql.end();
      await product.stop();
    }
  },
  patience,
);
