import pino from "pino";
import postgres from "postgres";
import { type Environment, readEnvironment } from "./environment";
import { extendSeries } from "./extend-series";
import { chooseCarrier } from "./mail/choose-carrier";
import type { PostOffice } from "./mail/send-message";
import { type Preparation, prepareInstallation } from "./prepare-installation";
import { purge } from "./purge";
import { type Queue, startQueue } from "./queue";
import { compareTimeZoneData } from "./time-zone-data";

/** What the worker's process tells the launcher. */
export type WorkerMessage = { prepared: Preparation } | { failed: string };

const environment = readEnvironment(process.env);
const log = pino({ level: environment.LOG_LEVEL, name: "worker", base: null }, pino.destination(2));
const sql = postgres(environment.DATABASE_URL, { max: 6, onnotice: () => {} });
const carrier = chooseCarrier({
  smtpUrl: environment.SMTP_URL,
  mailFrom: environment.MAIL_FROM,
  demonstration: environment.DEMONSTRATION_PASSWORD !== undefined,
});

let queue: Queue | undefined;
let underWay = Promise.resolve();
let stopping = false;

process.on("SIGTERM", stop);
// A terminal's Ctrl-C is the launcher's to answer, and it tells us; without a launcher nobody needs us.
process.on("SIGINT", () => {});
process.on("disconnect", stop);
if (process.connected === false) void stop();

inTurn(async () => {
  try {
    const { SERVER_SECRET, DEMONSTRATION_PASSWORD } = environment;
    await tell({ prepared: await prepareInstallation(sql, SERVER_SECRET, DEMONSTRATION_PASSWORD, carrier.name) });
  } catch (error) {
    log.fatal(error);
    await tell({ failed: `The installation could not be prepared: ${(error as Error).message}` });
    process.exit(1);
  }
});
inTurn(async () => {
  queue = await startQueue({ databaseUrl: environment.DATABASE_URL, sql, office: officeOf(environment), log });
});
inTurn(tellZoneDifferences);
inTurn(async () => log.info(await purge(sql), "purged"));
inTurn(async () => log.info({ made: await extendSeries(sql, new Date()) }, "extended"));
inTurn(async () => {
  await sql`select private.close_months()`;
});

/** One thing after the other, so that stopping can wait for the one under way. */
function inTurn(work: () => Promise<void>): void {
  underWay = underWay.then(() => (stopping ? undefined : work())).catch((error) => log.error(error));
}

async function tellZoneDifferences(): Promise<void> {
  for (const difference of await compareTimeZoneData(sql, new Date())) {
    log.warn(difference, "the time zone data of Node and Postgres differ; Postgres decides");
  }
}

function officeOf({ APP_URL, DATABASE_URL, SERVER_SECRET, DEMONSTRATION_PASSWORD }: Environment): PostOffice {
  return {
    appUrl: APP_URL,
    demonstration: DEMONSTRATION_PASSWORD !== undefined,
    carrier,
    // Not the servers' secret alone: web processes know that one, and must not know where a link leads.
    linkSecret: `${SERVER_SECRET}\n${DATABASE_URL}`,
  };
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await underWay;
  await queue?.stop();
  await sql.end({ timeout: 5 });
  process.exit();
}

async function tell(message: WorkerMessage): Promise<void> {
  if (process.connected) await new Promise((resolve) => process.send?.(message, undefined, undefined, resolve));
  else if ("prepared" in message) tellWayIn(message.prepared);
}

/** Without a launcher to print it, the first link stands where the worker's own words are read. */
function tellWayIn({ firstLink }: Preparation): void {
  if (firstLink === undefined) return;
  process.stdout.write(
    `There is no organization yet. This link creates the first one and its admin; it works once, within seven days, or until the worker starts anew:\n  ${environment.APP_URL}/welcome/${firstLink}\n`,
  );
}
