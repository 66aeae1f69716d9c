import { join } from "node:path";
import type { StackMessage } from "../../supabase/local/main";
import type { WorkerMessage } from "../../worker/main";
import { rememberBeginning } from "./beginning";
import { type Crew, gatherCrew } from "./crew";
import { type Embedded, openEmbedded } from "./embedded";
import { untilHealthy } from "./healthy";
import { writeLocal } from "./local-file";
import { requireFreePort } from "./require-free-port";
import type { Settings } from "./settings";
import { tellAddress, tellPlace } from "./words";

/** Starts the web server at once, then the stack, then, when there is a database, the worker. */
export async function launchHamkke(root: string, settings: Settings): Promise<Crew> {
  const embedded = settings.hosted ? undefined : await openEmbedded(settings);
  await requireFreePort(settings.host, settings.port);

  const crew = gatherCrew("stack");
  const launch: Launch = { crew, settings, embedded, script: (name) => join(root, "build", "node", `${name}.js`) };
  startWeb(launch);
  if (embedded) startStack(launch, embedded);
  else if (settings.hosted?.databaseUrl) startWorker(launch, settings.hosted.databaseUrl);
  else void tellWhenReady(launch);
  return crew;
}

type Launch = {
  crew: Crew;
  settings: Settings;
  embedded: Embedded | undefined;
  script: (name: string) => string;
};

function startWeb({ crew, settings, embedded, script }: Launch): void {
  const supabase = embedded ?? settings.hosted;
  crew.start("web server", script("web"), {
    NODE_ENV: process.env.NODE_ENV ?? "production",
    PORT: String(settings.port),
    HOST: settings.host,
    APP_URL: settings.appUrl,
    TRUST_PROXY: process.env.TRUST_PROXY || undefined,
    SUPABASE_URL: supabase?.supabaseUrl,
    SUPABASE_PUBLISHABLE_KEY: supabase?.publishableKey,
    SERVER_SECRET: supabase?.serverSecret,
    DEMONSTRATION_PASSWORD: embedded?.demonstrationPassword,
  });
}

function startStack(launch: Launch, { folder, beginning }: Embedded): void {
  const { crew, settings, script } = launch;
  const stack = crew.start("stack", script("stack"), { HAMKKE_DATA: folder, APP_URL: settings.appUrl });
  stack.onMessage((message) => {
    const { ready } = message as Partial<Extract<StackMessage, { ready: unknown }>>;
    if (!ready || crew.isStopping()) return;
    const { place, ...addresses } = ready;
    rememberBeginning(folder, beginning);
    writeLocal(folder, { app_url: settings.appUrl, ...addresses });
    tellPlace(folder, place);
    startWorker(launch, ready.database_url);
  });
}

function startWorker(launch: Launch, databaseUrl: string): void {
  const { crew, settings, embedded, script } = launch;
  const password = embedded?.demonstrationPassword;
  const worker = crew.start("worker", script("worker"), {
    DATABASE_URL: databaseUrl,
    SERVER_SECRET: (embedded ?? settings.hosted)?.serverSecret,
    DEMONSTRATION_PASSWORD: password,
    APP_URL: settings.appUrl,
    SMTP_URL: settings.mail?.smtpUrl,
    MAIL_FROM: settings.mail?.from,
  });
  worker.onMessage((message) => {
    const { prepared } = message as Partial<Extract<WorkerMessage, { prepared: unknown }>>;
    if (prepared) void tellWhenReady(launch, prepared);
  });
}

async function tellWhenReady({ crew, settings, embedded }: Launch, preparation = {}): Promise<void> {
  if (!(await untilHealthy(settings, crew.isStopping))) return;
  tellAddress(settings.appUrl, { ...preparation, password: embedded?.demonstrationPassword });
}
