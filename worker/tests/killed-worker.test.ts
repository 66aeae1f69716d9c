import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { expect, test } from "vitest";
import { copyTemplate, dropCopy } from "../../supabase/tests/support/copy";
import { startSmtpServer } from "../../tests/support/smtp-server";
import { addPeople } from "./support/people";
import { startWorker } from "./support/worker-process";

/** How often the worker is killed: a few times here, `KILLS=200` for the whole proof. */
const KILLS = Number(process.env.KILLS ?? 10);
const BATCH = 12;
const patience = 60_000 + KILLS * 8_000;

type Round = { sql: Sql; databaseUrl: string; environment: Record<string, string> };

/**
 * Queues messages while workers are started and killed at random moments, so many times at least, and until enough of the kills came in the
 * midst of something; then lets one finish.
 */
async function killAndKill({ sql, databaseUrl, environment }: Round, least: number) {
  let amidst = 0;
  let kill = 0;
  for (; kill < least || (amidst <= least / 3 && kill < 5 * least); kill += 1) {
    const worker = startWorker(databaseUrl, environment);
    await queueBatch(sql);
    await untilOneLeaves(sql, () => worker.exited());
    await pause(randomInt(0, 120));
    await worker.kill();
    const [left] = await sql<{ waiting: number }[]>`
      select count(*)::int as waiting from public.messages where state = 'waiting'`;
    if ((left?.waiting ?? 0) > 0) amidst += 1;
    expect(worker.said()).not.toMatch(/person-\d+@/);
  }
  const last = startWorker(databaseUrl, environment);
  for (let waiting = 1; waiting > 0; await pause(100)) {
    if (last.exited()) throw new Error(last.said());
    const [row] = await sql<{ waiting: number }[]>`
      select count(*)::int as waiting from public.messages where state = 'waiting'`;
    waiting = row?.waiting ?? 0;
  }
  await last.stop();
  return { amidst, kills: kill };
}

const queueBatch = (sql: Sql) => sql`
  insert into public.messages (kind, person_id)
  select 'password_reset', id from public.people order by random() limit ${BATCH}`;

/** Waits until the worker is at it: something has ended since, or it has been long. */
async function untilOneLeaves(sql: Sql, gone: () => boolean): Promise<void> {
  const ended = async () =>
    (await sql<{ n: number }[]>`select count(*)::int as n from public.messages where state <> 'waiting'`)[0]?.n ?? 0;
  const before = await ended();
  for (let tries = 0; tries < 600 && !gone(); tries += 1) {
    if ((await ended()) > before) return;
    await pause(10);
  }
}

async function onCopy(name: string, work: (sql: Sql, url: string) => Promise<void>): Promise<void> {
  const databaseUrl = await copyTemplate(name);
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  try {
    await addPeople(sql, "killed", 40);
    // Else whoever runs this while an hour begins, early in a week, finds these among what was sent.
    await sql`insert into public.notification_choices (person_id, kind, wanted) select id, 'digest', false from public.people`;
    await work(sql, databaseUrl);
  } finally {
    await sql.end();
    await dropCopy(name);
  }
}

test(
  "a worker that is killed again and again loses nothing and doubles nothing in the mailbox",
  async () => {
    await onCopy("hamkke_killed_mailbox", async (sql, databaseUrl) => {
      const least = Math.ceil(KILLS / 2);
      const environment = { DEMONSTRATION_PASSWORD: "hamkke-demo" };
      const { amidst, kills } = await killAndKill({ sql, databaseUrl, environment }, least);
      const [count] = await sql`
      select count(*)::int as messages, count(*) filter (where m.state = 'sent')::int as sent,
        count(b.message_id)::int as delivered, count(distinct l.token_hash)::int as links
      from public.messages m
      left join private.mailbox b on b.message_id = m.id
      left join private.mailed_links l
        on l.token_hash = private.token_hash(substring(b.body_text from '/password/([0-9a-f]{64})'))`;
      const expected = kills * BATCH;
      expect(count).toEqual({ messages: expected, sent: expected, delivered: expected, links: expected });
      // Else the kills came when nothing was under way, and prove nothing.
      expect(amidst).toBeGreaterThan(least / 3);
      process.stdout.write(
        `${kills} kills with the mailbox, ${amidst} in the midst; ${expected} messages, each once\n`,
      );
    });
  },
  patience,
);

test(
  "to a mail server too: what it gets twice around a kill has one Message-ID and one link, which works",
  async () => {
    const server = await startSmtpServer();
    await onCopy("hamkke_killed_smtp", async (sql, databaseUrl) => {
      const least = Math.floor(KILLS / 2);
      const environment = { SMTP_URL: server.url, MAIL_FROM: "Hamkke <mail@hamkke.example>" };
      const { amidst, kills } = await killAndKill({ sql, databaseUrl, environment }, least);
      const expected = kills * BATCH;
      const messages = await sql<{ id: string }[]>`select id from public.messages where state = 'sent'`;
      expect(messages).toHaveLength(expected);
      const ids = new Set(server.received.map(({ messageId }) => messageId));
      expect(ids).toEqual(new Set(messages.map(({ id }) => `<${id}@hamkke.example>`)));

      const links = server.received.map(({ raw }) => /\/password\/([0-9a-f]{64})/.exec(raw.replace(/=\r\n/g, ""))?.[1]);
      expect(new Set(links).size).toBe(expected);
      const [works] = await sql`
      select count(*)::int as links from unnest(${links as string[]}::text[]) token
      where public.read_mailed_link(token) ->> 'kind' = 'reset'`;
      expect(works?.links).toBe(server.received.length);
      expect(amidst).toBeGreaterThan(least / 3);
      process.stdout.write(
        `${kills} kills with a mail server, ${amidst} in the midst; ${expected} messages, ${server.received.length - expected} copies known by their Message-ID\n`,
      );
    });
    await server.close();
  },
  patience,
);
