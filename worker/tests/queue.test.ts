import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import pino from "pino";
import postgres, { type Sql } from "postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { copyTemplate, dropCopy } from "../../supabase/tests/support/copy";
import { type Behaviour, startSmtpServer } from "../../tests/support/smtp-server";
import { connectSmtp } from "../mail/smtp";
import { type Queue, startQueue } from "../queue";
import { tidyQueue } from "../tidy-queue";
import { addPeople } from "./support/people";
import { office } from "./support/post";

let name: string;
let databaseUrl: string;
let sql: Sql;
let logged: string;
let queues: Queue[];
beforeEach(async () => {
  name = `hamkke_queue_${randomUUID().replaceAll("-", "")}`;
  databaseUrl = await copyTemplate(name);
  sql = postgres(databaseUrl, { max: 8, onnotice: () => {} });
  logged = "";
  queues = [];
});
afterEach(async () => {
  for (const queue of queues) await queue.stop();
  await sql.end();
  await dropCopy(name);
});

const log = pino({ level: "trace", base: null }, new Writable({ write: keep }));

function keep(line: Buffer, _encoding: string, done: () => void): void {
  logged += line;
  done();
}

async function start(given: Partial<typeof office> = {}): Promise<Queue> {
  const queue = await startQueue({ databaseUrl, sql, office: { ...office, ...given }, log });
  queues.push(queue);
  return queue;
}

const queuePasswordChanged = () => sql`
  insert into public.messages (kind, person_id) select 'password_changed', id from public.people returning id`;

async function states(): Promise<Record<string, number>> {
  const rows = await sql<{ state: string; count: number }[]>`
    select state::text, count(*)::int from public.messages group by state`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

const until = (expected: Record<string, number>, timeout = 15_000) =>
  vi.waitFor(async () => expect(await states()).toEqual(expected), { timeout, interval: 50 });

/** From now on it is this moment in this database, for statements that are planned after. */
async function letItBe(instant: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local allow_system_table_mods = on`;
    await tx.unsafe(`create or replace function pg_catalog.now() returns timestamptz language sql stable parallel safe strict
      as $$ select '${instant}'::timestamptz $$`);
  });
}

/** Asks six times at once, each on a connection of its own, which knows no plan of an earlier moment. */
async function askSixTimes(call: "queue_digests" | "queue_reminders"): Promise<number> {
  const six = Array.from({ length: 6 }, async () => {
    const one = postgres(databaseUrl, { max: 1, onnotice: () => {} });
    const [row] = await one.unsafe<{ queued: number }[]>(`select private.${call}() as queued`);
    await one.end();
    return row?.queued ?? 0;
  });
  return (await Promise.all(six)).reduce((sum, one) => sum + one, 0);
}

test("what was queued before there was a queue is sent, and what comes later is sent at once", async () => {
  await addPeople(sql, "early", 5);
  await queuePasswordChanged();
  await start();
  await until({ sent: 5 });
  await queuePasswordChanged();
  await until({ sent: 10 }, 1_500);
  expect(await sql`select from private.mailbox`).toHaveLength(10);
});

test("nobody reaches the queue through the API", async () => {
  await start();
  const reach = () => sql`
    select r from unnest(array['anon', 'authenticated', 'service_role']) r
    where has_schema_privilege(r, 'graphile_worker', 'usage')`;
  expect(await reach()).toEqual([]);
  for (const role of ["anon", "authenticated", "service_role"]) {
    const jump = sql.begin(async (tx) => {
      await tx`select set_config('role', ${role}, true)`;
      await tx`select graphile_worker.add_job('send')`;
    });
    await expect(jump).rejects.toMatchObject({ code: "42501" });
  }
  await sql`grant usage on schema graphile_worker to authenticated`;
  expect(await reach()).toHaveLength(1);
});

test("a member of an organization who queues mail does so with the queue there", async () => {
  const organization = await addPeople(sql, "early", 1);
  await start();
  const [{ id: person } = { id: "" }] = await sql`select id from public.people`;
  await sql.begin(async (tx) => {
    await tx`select set_config('hamkke.reader', ${person}, true), set_config('role', 'authenticated', true)`;
    await tx`select public.invite_member(${organization}, 'somebody@early.example', 'viewer')`;
  });
  await until({ sent: 1 });
});

test("mail that a server does not take is tried again, later each time, and the log names nobody", async () => {
  const server = await startSmtpServer();
  await addPeople(sql, "early", 3);
  const busy: Behaviour = (command) => (command === "RCPT" ? "450 <person-1@early.example> is busy" : undefined);
  server.behave(busy);
  await start({ carrier: connectSmtp(server.url, "mail@hamkke.example") });
  await queuePasswordChanged();
  await vi.waitFor(
    async () => {
      expect(await sql`select from public.messages where attempts >= 1 and problem = 'refused'`).toHaveLength(3);
    },
    { timeout: 10_000, interval: 50 },
  );
  const [job] = await sql`select run_at > now() + interval '1 second' as later, last_error from graphile_worker.jobs`;
  expect(job).toEqual({ later: true, last_error: "refused" });
  server.behave(() => undefined);
  await until({ sent: 3 });
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(3);
  expect(logged).toContain("refused");
  expect(logged).not.toMatch(/@early|person-1|Your password/);
  await server.close();
});

test("a digest is queued once a week, however often it is asked for and by however many workers", async () => {
  await letItBe("2026-11-30T15:00:00Z");
  await addPeople(sql, "weekly", 20);
  await start();
  await start();
  expect(await askSixTimes("queue_digests")).toBe(20);
  expect(await askSixTimes("queue_digests")).toBe(0);
  await until({ sent: 20 });

  // A day later it has been; a week later it comes from eight o'clock on; where no worker ran then, until Wednesday.
  for (const [instant, queued] of [
    ["2026-12-01T15:00:00Z", 0],
    ["2026-12-07T13:59:00Z", 0],
    ["2026-12-07T14:00:00Z", 20],
    ["2026-12-16T15:00:00Z", 20],
    ["2026-12-24T15:00:00Z", 0],
  ] as const) {
    await letItBe(instant);
    expect(await askSixTimes("queue_digests")).toBe(queued);
  }
  expect(await sql`select from public.messages`).toHaveLength(60);
});

test("a reminder is queued the day before, once, for whoever made the gathering and for whoever helps there", async () => {
  await letItBe("2026-11-30T15:00:00Z");
  const organization = await addPeople(sql, "daily", 3);
  const [maker, helper] = await sql<{ id: string }[]>`select id from public.people order by display_name`;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    const [gathering] = await tx`
      insert into public.gatherings (organization_id, title, audience, state, starts_local, ends_local, time_zone, starts_at, ends_at)
      values (${organization}, '{"en": "Clinic"}', 'owner', 'scheduled', '2026-12-01T10:00', '2026-12-01T12:00', 'America/Chicago',
        '2026-12-01T16:00Z', '2026-12-01T18:00Z') returning id`;
    await tx`insert into public.gathering_changes (organization_id, gathering_id, person_id, fields)
      values (${organization}, ${gathering?.id}, ${maker?.id ?? ""}, '{created}')`;
    const [role] = await tx`
      insert into public.volunteer_roles (organization_id, gathering_id, name, needed)
      values (${organization}, ${gathering?.id}, '{"en": "Door"}', 1) returning id`;
    await tx`
      insert into public.volunteer_places (organization_id, person_id, owner_id, gathering_id, role_id, during)
      values (${organization}, ${helper?.id ?? ""}, ${organization}, ${gathering?.id}, ${role?.id}, '[2026-12-01T16:00Z, 2026-12-01T18:00Z)')`;
  });
  await start();
  expect(await askSixTimes("queue_reminders")).toBe(2);
  expect(await askSixTimes("queue_reminders")).toBe(0);
  const due_at = new Date("2026-11-30T16:00:00Z");
  const messages = await sql`
    select m.person_id, m.due_at from public.messages m join public.people p on p.id = m.person_id order by p.display_name`;
  expect([...messages]).toEqual([
    { person_id: maker?.id, due_at },
    { person_id: helper?.id, due_at },
  ]);
  expect(await states()).toEqual({ waiting: 2 });
});

test("a message whose job was lost gets another", async () => {
  await addPeople(sql, "early", 2);
  const queue = await start();
  await queue.stop();
  queues = [];
  await queuePasswordChanged();
  await sql`delete from graphile_worker._private_jobs`;
  await tidyQueue(sql, databaseUrl);
  expect(await sql`select from graphile_worker.jobs where key like 'send:%'`).toHaveLength(2);
});

test("who stops the worker waits for the message under way", async () => {
  const server = await startSmtpServer();
  await addPeople(sql, "early", 1);
  const queue = await start({ carrier: connectSmtp(server.url, "mail@hamkke.example") });
  const asked = new Promise<void>((resolve) => {
    server.behave((command) => {
      if (command === "DATA") resolve();
      return undefined;
    });
  });
  await queuePasswordChanged();
  await asked;
  await queue.stop();
  queues = [];
  expect(await states()).toEqual({ sent: 1 });
  await server.close();
});
