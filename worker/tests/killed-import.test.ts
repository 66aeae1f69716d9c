import { setTimeout as pause } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { expect, test } from "vitest";
import { copyTemplate, dropCopy } from "../../supabase/tests/support/copy";
import { addPeople } from "./support/people";
import { startWorker, type WorkerProcess } from "./support/worker-process";

const NAME = "hamkke_killed_import";
const SERVICES = 600;
const KILLS = 3;

/** A file of services that somebody has pressed for, as it waits for the worker. */
async function handOver(sql: Sql): Promise<string> {
  const organization = await addPeople(sql, "killed-import", 1);
  const [asked] = await sql<{ id: string }[]>`
    insert into public.service_imports (organization_id, person_id, source, state)
    select m.organization_id, m.person_id, '{"name": "many.csv", "kind": "csv"}'::jsonb || jsonb_build_object('hash', repeat('a', 64)), 'waiting'
    from public.memberships m where m.organization_id = ${organization} returning id`;
  const id = asked?.id ?? "";
  await sql`
    insert into public.service_import_rows (organization_id, import_id, place, row_number, uid, title, content)
    select ${organization}, ${id}, n, n + 1, gen_random_uuid(), 'Help ' || n, jsonb_build_object(
      'name', jsonb_build_object('en', 'Help ' || n, 'ko', '도움 ' || n), 'source_language', 'en',
      'provider', jsonb_build_object('name', jsonb_build_object('en', 'Center ' || n % 40)),
      'phones', jsonb_build_array(jsonb_build_object('number', '+12135550100')),
      'schedules', '[{"weekdays": [1, 2], "opens_minute": 540, "closes_minute": 1020}]'::jsonb
    )
    from generate_series(1, ${SERVICES}::int) n`;
  return id;
}

const stands = async (sql: Sql) =>
  (
    await sql`
      select (select count(*)::int from public.services) as services, (select count(*)::int from public.providers) as providers,
        (select count(*)::int from public.service_phones) as phones, (select count(*)::int from public.imported_services) as known,
        (select count(*)::int from public.service_import_rows where outcome is not null) as through,
        (select state::text from public.service_imports) as state`
  )[0];

const isGone = (sql: Sql, id: string) =>
  sql`delete from private.service_import_progress where import_id = ${id}`.then(() => undefined);

/** Waits until some of the rows are written, and not all of them. */
async function untilAmidst(sql: Sql, worker: WorkerProcess): Promise<number> {
  for (let tries = 0; tries < 1500; tries += 1, await pause(20)) {
    if (worker.exited()) throw new Error(worker.said());
    const [row] = await sql<{ done: number }[]>`select done from private.service_import_progress`;
    if (row) return row.done;
  }
  throw new Error(`The worker never began: ${worker.said()}`);
}

test("a worker that is killed amidst a file of services leaves nothing of it half, and takes it in once when it is back", async () => {
  const url = await copyTemplate(NAME);
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  try {
    const id = await handOver(sql);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const worker = startWorker(url, {});
      const done = await untilAmidst(sql, worker);
      await worker.kill();
      // Else it was over already, and proves nothing.
      expect(done).toBeLessThan(SERVICES);
      expect(await stands(sql)).toEqual({
        ...{ services: 0, providers: 0, phones: 0, known: 0, through: 0 },
        state: "waiting",
      });
      await isGone(sql, id);
    }
    const last = startWorker(url, {});
    for (let state = "waiting"; state === "waiting"; await pause(100)) {
      if (last.exited()) throw new Error(last.said());
      state = String((await stands(sql))?.state);
    }
    await last.stop();
    expect(await stands(sql)).toEqual({
      ...{ services: SERVICES, providers: 40, phones: SERVICES, known: SERVICES, through: SERVICES },
      state: "taken",
    });
    const [result] = await sql`select result from public.service_imports`;
    expect(result?.result).toMatchObject({ made: SERVICES, changed: 0, same: 0 });
  } finally {
    await sql.end();
    await dropCopy(NAME);
  }
}, 120_000);
