import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { expect, test } from "vitest";
import { copyTemplate, dropCopy } from "./support/copy";
import { grantsOf } from "./support/grants";

const migrations = join(import.meta.dirname, "..", "migrations");

async function migrateAnew(sql: Sql, before: string): Promise<void> {
  await sql.unsafe(`
    drop schema private cascade; drop schema core cascade; drop schema public cascade; create schema public;
    grant usage on schema public to anon, authenticated, service_role; ${before}`);
  for (const file of readdirSync(migrations).sort()) {
    const text = readFileSync(join(migrations, file), "utf8");
    await sql.begin((tx) => tx.unsafe(text));
  }
}

// The two ways in which hosted and self-hosted projects begin.
const GENEROUS = ["tables", "sequences", "functions"]
  .map((kind) => `alter default privileges in schema public grant all on ${kind} to anon, authenticated, service_role;`)
  .join("\n");

test.for([
  ["that grants nothing", ""],
  ["that hands every new thing to the API's roles", GENEROUS],
] as const)("a project %s ends with the same grants", async ([name, before]) => {
  const copy = `hamkke_start_${name.length}`;
  const sql = postgres(await copyTemplate(copy), { max: 1, onnotice: () => {} });
  try {
    const expected = await grantsOf(sql);
    expect(expected.length).toBeGreaterThan(100);
    await migrateAnew(sql, before);
    expect(await grantsOf(sql)).toEqual(expected);

    // Nor does what comes later start with more than its owner gives it.
    await sql`create table public.later (id integer)`;
    await sql`create function public.later_too() returns integer language sql as 'select 1'`;
    const later = (await grantsOf(sql)).filter((granted) => granted.includes("later") && !granted.includes("postgres"));
    expect(later).toEqual([]);
  } finally {
    await sql.end();
    await dropCopy(copy);
  }
});

test("the seal can be replayed over itself, and a role that row security binds may not migrate", async () => {
  const copy = "hamkke_replay";
  const sql = postgres(await copyTemplate(copy), { max: 1, onnotice: () => {} });
  try {
    const before = await grantsOf(sql);
    await sql`create policy people_select_leftover on public.people for select to anon using (true)`;
    await sql`grant select on public.people to anon`;
    const seal = readdirSync(migrations).find((file) => file.endsWith("_seal.sql")) ?? "";
    await sql.unsafe(readFileSync(join(migrations, seal), "utf8"));
    expect(await grantsOf(sql)).toEqual(before);
    expect(await sql`select from pg_policies where policyname = 'people_select_leftover'`).toHaveLength(0);

    const foundation = readFileSync(join(migrations, readdirSync(migrations).sort()[0] ?? ""), "utf8");
    await expect(sql.begin((tx) => tx.unsafe(`set local role authenticated; ${foundation}`))).rejects.toThrow(
      "must bypass row security",
    );
  } finally {
    await sql.end();
    await dropCopy(copy);
  }
});
