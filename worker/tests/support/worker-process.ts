import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export type WorkerProcess = {
  /** Ends it in the midst of whatever it does. */
  kill: () => Promise<void>;
  /** Asks it to finish. */
  stop: () => Promise<void>;
  exited: () => boolean;
  /** Everything it has logged. */
  said: () => string;
};

const root = join(import.meta.dirname, "../../..");

/** The worker as the launcher starts it, on a database, with nothing else of this run's surroundings. */
export function startWorker(databaseUrl: string, environment: Record<string, string>): WorkerProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: databaseUrl,
      SERVER_SECRET: "0123456789abcdef0123456789abcdef",
      APP_URL: "https://hamkke.example",
      SEALED_AS: process.env.SEALED_AS,
      ...environment,
    } as unknown as NodeJS.ProcessEnv,
  });
  let said = "";
  child.stderr?.on("data", (part) => {
    said += part;
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    kill: () => signal(child, "SIGKILL", gone),
    stop: () => signal(child, "SIGTERM", gone),
    exited: () => child.exitCode !== null || child.signalCode !== null,
    said: () => said,
  };
}

async function signal(child: ChildProcess, name: NodeJS.Signals, gone: Promise<void>): Promise<void> {
  child.kill(name);
  await gone;
}
