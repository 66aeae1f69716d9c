import { join } from "node:path";
import pino from "pino";
import { sentenceFor } from "./cannot-start";
import { quietConsole } from "./quiet-console";
import type { Stack } from "./stack";

/** What the stack's process tells the launcher. */
export type StackMessage =
  | { ready: { supabase_url: string; publishable_key: string; database_url: string; place: string } }
  | { failed: string };

// Lite reads stored instants as local time.
process.env.TZ = "UTC";
process.umask(0o022);

const log = pino({ level: process.env.LOG_LEVEL ?? "warn", name: "stack", base: null }, pino.destination(2));
quietConsole(log);

// Lite's own dependencies print while they load.
const { startStack } = await import("./stack");
// The launcher may have ended meanwhile, when nobody listened yet.
if (process.connected === false) process.exit();

const starting = startStack({
  dataFolder: process.env.HAMKKE_DATA ?? ".data",
  supabase: join(process.cwd(), "supabase"),
  siteUrl: process.env.APP_URL ?? "http://localhost:3000",
  log: (line) => log.info(line),
  onFault: (error) => log.error(error),
});
let stopping = false;

process.on("SIGTERM", stop);
// A terminal's Ctrl-C is the launcher's to answer, and it tells us; without a launcher nobody needs us.
process.on("SIGINT", () => {});
process.on("disconnect", stop);

await starting.then(announce, (error) => fail(sentenceFor(error)));

async function announce({ supabaseUrl, publishableKey, databaseUrl, place, failed }: Stack): Promise<void> {
  failed.then(() => fail("Postgres ended unexpectedly."));
  await tell({
    ready: { supabase_url: supabaseUrl, publishable_key: publishableKey, database_url: databaseUrl, place },
  });
}

async function fail(sentence: string): Promise<void> {
  process.exitCode = 1;
  await tell({ failed: sentence });
  await stop();
}

/** What is half started is finished first, so that nothing of it stays behind. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  try {
    const stack = await starting.catch(() => undefined);
    await stack?.stop();
  } catch (error) {
    log.error(error);
  }
  process.exit();
}

async function tell(message: StackMessage): Promise<void> {
  if (process.connected) await new Promise((resolve) => process.send?.(message, undefined, undefined, resolve));
  else if ("failed" in message) process.stderr.write(`${message.failed}\n`);
}
