import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDemonstration } from "../../seed/demonstration";
import { grantsOf, guardsOf } from "../../tests/support/grants";
import { restoreBackup } from "../backup/restore-backup";
import { takeBackup } from "../backup/take-backup";
import { takeLock } from "../lock";
import { readSecrets } from "../secrets";
import { type Stack, startStack } from "../stack";
import { removeFolder, supabase, temporaryFolder } from "./embedded";

const password = "three unrelated long words";
let folder: string;
let dataFolder: string;
let atRest: string;
/** What the original held when it was copied at rest. */
let original: Awaited<ReturnType<typeof everythingIn>>;
beforeAll(async () => {
  folder = temporaryFolder();
  dataFolder = join(folder, "data");
  const stack = await start(dataFolder);
  await asking(stack, (sql) => loadDemonstration(sql, { password }));
  original = await asking(stack, everythingIn);
  await stack.stop();
  atRest = join(folder, "at-rest");
  expect(await takeBackup(dataFolder, atRest)).toMatchObject({ whileServing: false });
}, 120_000);
afterAll(() => removeFolder(folder));

const start = (data: string) =>
  startStack({ dataFolder: data, supabase, siteUrl: "http://127.0.0.1:3000", log: () => {}, onFault: () => {} });

async function asking<T>({ databaseUrl }: Stack, question: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  try {
    return await question(sql);
  } finally {
    await sql.end();
  }
}

/** A hash of the rows of every table, and every grant, policy and trigger. */
async function everythingIn(sql: Sql) {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
  const rows: Record<string, string> = {};
  for (const { name } of tables) {
    const [all] = await sql.unsafe<{ hash: string; count: string }[]>(
      `select count(*), md5(coalesce(string_agg(h, '' order by h), '')) as hash from (select md5(t::text) as h from ${name} t) hashes`,
    );
    rows[name] = `${all?.count} ${all?.hash}`;
  }
  return { rows, grants: await grantsOf(sql), guards: await guardsOf(sql) };
}

/** A start notes that nothing is ready yet. */
const withoutReadiness = ({ rows, ...others }: typeof original) => {
  const { "private.settings": _, ...lasting } = rows;
  return { ...others, rows: lasting };
};

async function signIn({ supabaseUrl, publishableKey }: Stack) {
  const answer = await fetch(`${supabaseUrl}/auth/v1/token?grant_type=password`, {
    method: "POST",
    headers: { apikey: publishableKey, "content-type": "application/json" },
    body: JSON.stringify({ email: "editor@krcla.example", password }),
  });
  return { status: answer.status, ...((await answer.json()) as { access_token: string; refresh_token: string }) };
}

test("what was copied at rest comes back row by row, with every policy and grant, and people sign in as before", async () => {
  const restored = join(folder, "restored");
  await restoreBackup(atRest, restored);
  expect(await readSecrets(restored)).toEqual(await readSecrets(dataFolder));
  const stack = await start(restored);
  try {
    const found = await asking(stack, everythingIn);
    expect(Object.keys(found.rows).length).toBeGreaterThan(60);
    expect(withoutReadiness(found)).toEqual(withoutReadiness(original));
    expect((await signIn(stack)).status).toBe(200);
  } finally {
    await stack.stop();
  }
});

test("what was copied while people wrote comes back as it was at one moment, and everybody is signed out", async () => {
  const stack = await start(dataFolder);
  const copied = join(folder, "while-serving");
  let written = 0;
  let before = 0;
  let last: typeof original;
  try {
    const session = await signIn(stack);
    expect(session.status).toBe(200);
    last = await asking(stack, async (sql) => {
      await sql`create schema probe`;
      await sql`create table probe.one (n integer, filler text)`;
      await sql`create table probe.other (n integer, filler text)`;
      let writing = true;
      const writer = (async () => {
        for (; writing; written += 1) {
          await sql.begin(async (tx) => {
            await tx`insert into probe.one values (${written}, repeat('x', 4000))`;
            await tx`insert into probe.other values (${written}, repeat('y', 4000))`;
          });
          // What a copy without the log of its whole time would miss.
          if (written % 5 === 0) await sql`checkpoint`;
        }
      })();
      await new Promise((resolve) => setTimeout(resolve, 300));
      before = written;
      expect(await takeBackup(dataFolder, copied)).toMatchObject({ whileServing: true });
      expect(written, "somebody wrote meanwhile").toBeGreaterThan(before);
      writing = false;
      await writer;
      const slots = await sql`select from pg_replication_slots`;
      expect(slots).toHaveLength(0);
      return everythingIn(sql);
    });
  } finally {
    await stack.stop();
  }

  const restored = join(folder, "restored-served");
  await restoreBackup(copied, restored);
  const again = await start(restored);
  try {
    const [torn] = await asking(
      again,
      (sql) => sql`
        select (select count(*)::int from probe.one) as written, (select max(n) + 1 from probe.one) as begun,
          count(*)::int as torn
        from probe.one full join probe.other using (n) where one.n is null or other.n is null`,
    );
    expect(torn).toMatchObject({ torn: 0, written: torn?.begun });
    expect(torn?.written, "what was there before is there").toBeGreaterThanOrEqual(before);
    expect(torn?.written).toBeLessThanOrEqual(written);
    const found = await asking(again, everythingIn);
    for (const name of ["auth.sessions", "auth.refresh_tokens"]) {
      expect(last.rows[name]).not.toMatch(/^0 /);
      expect(found.rows[name]).toMatch(/^0 /);
    }
    const changing = /^(probe|auth\.(sessions|refresh_tokens|users|audit_log_entries)|private\.settings)/;
    const lasting = ({ rows }: typeof original) => Object.entries(rows).filter(([name]) => !changing.test(name));
    expect(lasting(found)).toEqual(lasting(last));
    expect(found.guards).toEqual(last.guards);
    expect(found.grants).toEqual(last.grants);
  } finally {
    await again.stop();
  }
});

test("a backup is for its owner's eyes alone", () => {
  expect(statSync(atRest).mode & 0o777).toBe(0o700);
  expect(statSync(join(atRest, "secrets", "jwt-secret")).mode & 0o777).toBe(0o600);
  expect(readdirSync(atRest).sort()).toEqual(["hamkke-backup.json", "postgres", "secrets"]);
});

test("a backup that was cut short, or changed by one byte, is refused, and leaves nothing behind", async () => {
  const damaged = join(folder, "damaged");
  await takeBackup(dataFolder, damaged);
  const control = join(damaged, "postgres", "global", "pg_control");
  const bytes = readFileSync(control);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(control, bytes);
  const target = join(folder, "never");
  await expect(restoreBackup(damaged, target)).rejects.toThrow(
    /is damaged: postgres.global.pg_control is not what was copied/,
  );
  expect(readdirSync(target)).toEqual([]);
  rmSync(join(damaged, "hamkke-backup.json"));
  await expect(restoreBackup(damaged, target)).rejects.toThrow("is no whole backup");
});

test("neither takes the place of anything, nor runs where somebody else is at work", async () => {
  await expect(restoreBackup(atRest, dataFolder)).rejects.toThrow(
    "is not empty; a backup is restored into one that is",
  );
  await expect(takeBackup(dataFolder, atRest)).rejects.toThrow("is not empty; a backup needs one of its own");
  await expect(takeBackup(dataFolder, join(dataFolder, "inside"))).rejects.toThrow("would be lost with it");
  await expect(takeBackup(join(folder, "nowhere"), join(folder, "x"))).rejects.toThrow("There is no data of Hamkke");
  const release = await takeLock(dataFolder);
  try {
    // A restore, or a start that has no database yet, holds the folder.
    await expect(takeBackup(dataFolder, join(folder, "x"))).rejects.toThrow("just starting or stopping");
    expect(existsSync(join(folder, "x"))).toBe(false);
  } finally {
    await release();
  }
});
