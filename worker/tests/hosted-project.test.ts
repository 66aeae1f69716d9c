import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import pino from "pino";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type HostedServer, startHostedServer } from "../../supabase/tests/support/hosted-project";
import { extendSeries } from "../extend-series";
import { prepareInstallation } from "../prepare-installation";
import { purge } from "../purge";
import { startQueue } from "../queue";
import { tidyQueue } from "../tidy-queue";
import { compareTimeZoneData } from "../time-zone-data";
import { addPeople } from "./support/people";
import { office } from "./support/post";

const migrations = join(import.meta.dirname, "..", "..", "supabase", "migrations");

let server: HostedServer;
let databaseUrl: string;
let sql: Sql;
beforeAll(async () => {
  server = await startHostedServer();
  databaseUrl = await server.makeProject("worked", "all");
  sql = postgres(databaseUrl, { max: 6, onnotice: () => {} });
  for (const file of readdirSync(migrations).sort()) {
    await sql.begin((tx) => tx.unsafe(readFileSync(join(migrations, file), "utf8")));
  }
}, 120_000);
afterAll(async () => {
  await sql?.end();
  await server?.stop();
});

const silent = pino({ level: "trace" }, new Writable({ write: (_line, _encoding, done) => done() }));

test("on a hosted project the worker prepares, sends, purges and tidies as a role that is no superuser", async () => {
  expect(await sql`select rolsuper from pg_roles where rolname = current_user`).toEqual([{ rolsuper: false }]);
  const { firstLink } = await prepareInstallation(sql, "secret", undefined);
  expect(firstLink).toMatch(/^[\w-]{43}$/);

  // Who writes past every trigger is a superuser; the worker is none.
  const supabase = server.asSupabase("worked");
  await addPeople(supabase, "hosted", 2);
  await supabase.end();

  const queue = await startQueue({ databaseUrl, sql, office, log: silent });
  try {
    await sql`insert into public.messages (kind, person_id) select 'password_changed', id from public.people`;
    await vi.waitFor(async () => expect(await sql`select recipient from private.mailbox`).toHaveLength(2), {
      timeout: 30_000,
      interval: 100,
    });
    await tidyQueue(sql, databaseUrl);
  } finally {
    await queue.stop();
  }
  await purge(sql);
  expect(await extendSeries(sql, new Date())).toBe(0);
  await compareTimeZoneData(sql, new Date());
  await sql`select private.close_months()`;
  await sql`analyze public.service_import_rows`;
  const [owned] = await sql`
    select count(*)::int as others from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relowner <> 'postgres'::regrole`;
  expect(owned).toEqual({ others: 0 });
});

test("nobody of the API reaches the worker's queue there, however generously the project grants", async () => {
  const [reached] = await sql`
    select count(*)::int as ways from unnest(array['anon', 'authenticated', 'service_role']) r
    where has_schema_privilege(r, 'graphile_worker', 'usage')`;
  expect(reached).toEqual({ ways: 0 });
});
