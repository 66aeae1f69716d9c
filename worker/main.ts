import pino from "pino";
import postgres from "postgres";
import { readEnvironment } from "./environment";
import { type Preparation, prepareInstallation } from "./prepare-installation";
import { purge } from "./purge";
import { compareTimeZoneData } from "./time-zone-data";

/** What the worker's process tells the launcher. */
export type WorkerMessage = { prepared: Preparation } | { failed: string };

const DAY = 24 * 60 * 60 * 1000;

const environment = readEnvironment(process.env);
const log = pino({ level: environment.LOG_LEVEL, name: "worker", base: null }, pino.destination(2));
const sql = postgres(environment.DATABASE_URL, { max: 2, onnotice: () => {} });

let underWay = Promise.resolve();
let stopping = false;

process.on("SIGTERM", stop);
// A terminal's Ctrl-C is the launcher's to answer, and it tells us; without a launcher nobody needs us.
process.on("SIGINT", () => {});
process.on("disconnect", stop);
if (process.connected === false) void stop();

inTurn(async () => {
  try {
    await tell({
      prepared: await prepareInstallation(sql, environment.SERVER_SECRET, environment.DEMONSTRATION_PASSWORD),
    });
  } catch (error) {
    log.fatal(error);
    await tell({ failed: `The installation could not be prepared: ${(error as Error).message}` });
    process.exit(1);
  }
});
inTurn(tellZoneDifferences);
inTurn(purgeOutdated);
setInterval(() => inTurn(purgeOutdated), DAY).unref();

/** One thing after the other, so that stopping can wait for the one under way. */
function inTurn(work: () => Promise<void>): void {
  underWay = underWay.then(() => (stopping ? undefined : work())).catch((error) => log.error(error));
}

async function tellZoneDifferences(): Promise<void> {
  for (const difference of await compareTimeZoneData(sql, new Date())) {
    log.warn(difference, "the time zone data of Node and Postgres differ; Postgres decides");
  }
}

async function purgeOutdated(): Promise<void> {
  log.info(await purge(sql), "purged");
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await underWay;
  await sql.end({ timeout: 5 });
  process.exit();
}

async function tell(message: WorkerMessage): Promise<void> {
  if (process.connected) await new Promise((resolve) => process.send?.(message, undefined, undefined, resolve));
  else if ("prepared" in message) log.info(message);
}
