import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** What start writes for outside checks into local.json. */
export type Local = { app_url: string; supabase_url: string; publishable_key: string; database_url: string };

/** The whole product, running: three processes on random ports with a data folder of their own. */
export type Product = {
  local: Local;
  dataFolder: string;
  /** The launcher's; the three processes are its children. */
  pid: number | undefined;
  /** Everything the launcher and the three processes have printed so far, and the file it stands in. */
  printed(): string;
  printedFile: string;
  /** Stops everything and removes the data folder, unless it was given; throws when something stays behind. */
  stop(): Promise<void>;
};

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Starts the product with the demonstration, as `npm start` does, and waits until it is ready. */
export async function startProduct(environment: Record<string, string> = {}): Promise<Product> {
  const folder = enterableFolder();
  const dataFolder = environment.HAMKKE_DATA ?? path.join(folder, "data");
  const port = await freePort();
  const launcher = spawn(process.execPath, ["server/start.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...outsideEnvironment(), PORT: String(port), HAMKKE_DATA: dataFolder, ...environment },
  });
  const printedFile = path.join(folder, "printed.txt");
  const printed = () => readFileSync(printedFile, "utf8");
  keepOutput(launcher, printedFile);
  const stop = async () => {
    await end(launcher);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    await untilHealthy(`http://127.0.0.1:${port}`, launcher, printed);
    const local = JSON.parse(readFileSync(path.join(dataFolder, "local.json"), "utf8")) as Local;
    return { local, dataFolder, pid: launcher.pid, printed, printedFile, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A temporary folder that the unprivileged user of Postgres can enter, also when root made it. */
export function enterableFolder(): string {
  const asRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(path.join(asRoot && !process.env.TMPDIR ? "/var/tmp" : tmpdir(), "hamkke-product-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** A loopback port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** The runner's own settings must not reach the product. */
function outsideEnvironment(): NodeJS.ProcessEnv {
  const foreign =
    /^(VITEST|TEST|NODE_ENV|TEST_WORKER_INDEX|HOST|APP_URL|SUPABASE_.*|DATABASE_URL|HAMKKE_.*|DEMONSTRATION_.*)$/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return Object.fromEntries(kept) as NodeJS.ProcessEnv;
}

function keepOutput(child: ChildProcess, file: string) {
  writeFileSync(file, "");
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => appendFileSync(file, chunk));
}

async function untilHealthy(url: string, launcher: ChildProcess, printed: () => string) {
  const deadline = Date.now() + 180_000;
  while (Date.now() < deadline) {
    if (launcher.exitCode !== null) throw new Error(`The product ended with code ${launcher.exitCode}:\n${printed()}`);
    const healthy = await fetch(`${url}/healthz`).then(
      (response) => response.status === 200,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The product was not ready in time:\n${printed()}`);
}

async function end(launcher: ChildProcess) {
  if (launcher.exitCode !== null || launcher.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => launcher.once("exit", () => resolve()));
  launcher.kill("SIGTERM");
  const tooLong = setTimeout(() => launcher.kill("SIGKILL"), 20_000);
  await ended;
  clearTimeout(tooLong);
  if (launcher.signalCode === "SIGKILL") throw new Error("The product did not stop within 20 seconds.");
}
