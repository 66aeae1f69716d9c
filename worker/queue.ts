import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import type { Logger as Log } from "pino";
import type { Sql } from "postgres";
import { carryOutImport, fail } from "./carry-out-import";
import { extendSeries } from "./extend-series";
import { type PostOffice, sendMessage } from "./mail/send-message";
import { purge } from "./purge";
import { tidyQueue } from "./tidy-queue";

export type QueueSettings = {
  databaseUrl: string;
  /** For the work itself; the queue has connections of its own. */
  sql: Sql;
  office: PostOffice;
  log: Log;
};

export type Queue = {
  /** Lets what is under way finish for a while. What does not is undone, and done at the next start. */
  stop: () => Promise<void>;
};

const CRONTAB = `
0 * * * * queue_digests ?max=3
5 * * * * queue_reminders ?max=3
10 * * * * purge ?max=3
20 3 * * * extend_series ?max=3
15 * * * * queue_due_services ?max=3
25 * * * * queue_items_due ?max=3
20 * * * * close_months ?max=3
`;
/** So many messages leave at the same time. */
const CONCURRENCY = 4;
const PATIENCE = 8_000;
const PAUSE = 10_000;

/** Works through the queue until it is stopped. Begins with every message that waits, whoever held it before. */
export async function startQueue(settings: QueueSettings): Promise<Queue> {
  const { sql, office, log } = settings;
  let runner: Runner | undefined;
  let stopping = false;
  await begin();
  return { stop };

  async function begin(): Promise<void> {
    runner = await runTasks(settings);
    runner.promise.then(beginAgain, beginAgain);
    await sql`select private.hand_over_waiting(), private.queue_waiting_imports()`;
  }

  function beginAgain(error: unknown): void {
    if (stopping) return;
    log.error({ code: codeOf(error) }, "the queue ended unexpectedly and begins again");
    setTimeout(() => stopping || begin().catch(beginAgain), PAUSE).unref();
  }

  async function stop(): Promise<void> {
    stopping = true;
    const waited = setTimeout(office.carrier.close, PATIENCE);
    await runner?.stop().catch(() => {});
    clearTimeout(waited);
  }
}

function runTasks(settings: QueueSettings): Promise<Runner> {
  return run({
    connectionString: settings.databaseUrl,
    maxPoolSize: CONCURRENCY + 2,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    crontab: CRONTAB,
    taskList: tasksOf(settings),
    logger: loggerOf(settings.log),
  });
}

function tasksOf({ databaseUrl, sql, office, log }: QueueSettings): TaskList {
  return {
    async send(payload) {
      const { message } = payload as { message: string };
      const outcome = await sendMessage(sql, message, office).catch((error: Error) => {
        if (error.cause) log.error({ message, code: codeOf(error.cause), at: placeOf(error.cause) }, "broken");
        throw error;
      });
      log.debug({ message, outcome }, "message");
    },
    async carry_out_import(payload, { job }) {
      const { import: id } = payload as { import: string };
      try {
        log.info({ import: id, outcome: await carryOutImport(sql, id) }, "import");
      } catch (error) {
        if (job.attempts >= job.max_attempts) await fail(sql, id, { key: "import_failed" });
        throw error;
      }
    },
    async queue_digests() {
      await sql`select private.queue_digests()`;
    },
    async queue_reminders() {
      await sql`select private.queue_reminders()`;
    },
    async queue_due_services() {
      await sql`select private.queue_due_services()`;
    },
    async queue_items_due() {
      await sql`select private.queue_items_due()`;
    },
    async close_months() {
      const [row] = await sql`select private.close_months() as closed`;
      log.info({ closed: row?.closed }, "months");
    },
    async extend_series() {
      log.info({ made: await extendSeries(sql, new Date()) }, "extended");
    },
    async purge() {
      log.info(await purge(sql), "purged");
      await tidyQueue(sql, databaseUrl);
    },
  };
}

/** What the queue says, without what its jobs are about. */
function loggerOf(log: Log): Logger {
  return new Logger(({ taskIdentifier: task, jobId: job }) => (level, message) => {
    const chosen = level === "warning" ? "warn" : level === "info" ? "debug" : level;
    log[chosen]({ task, job }, message);
  });
}

const codeOf = (error: unknown) => (error as { code?: string } | undefined)?.code;

/** Where something broke; an error's own words may hold what somebody wrote. */
function placeOf(error: unknown): string[] {
  const lines = (error as Error | undefined)?.stack?.split("\n") ?? [];
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
}
