import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { vi } from "vitest";
import { freePort, type Local, root } from "./product";

export type WebProcess = { app_url: string; process: ChildProcess };

/** A web process beside the product's own, on the same database, which another may take the place of. */
export async function startWeb(
  { supabase_url, publishable_key }: Local,
  dataFolder: string,
  environment: Record<string, string> = {},
): Promise<WebProcess> {
  const port = String(await freePort());
  const web = spawn(process.execPath, ["build/node/web.js"], {
    cwd: root,
    stdio: "ignore",
    env: {
      PATH: process.env.PATH,
      PORT: port,
      SUPABASE_URL: supabase_url,
      SUPABASE_PUBLISHABLE_KEY: publishable_key,
      SERVER_SECRET: readFileSync(join(dataFolder, "secrets", "server-secret"), "utf8").trim(),
      ...environment,
    } as unknown as NodeJS.ProcessEnv,
  });
  const app_url = `http://127.0.0.1:${port}`;
  await vi.waitFor(
    async () => {
      const { status } = await fetch(`${app_url}/healthz`);
      if (status !== 200) throw new Error(`The web process answers ${status}.`);
    },
    { timeout: 20_000, interval: 50 },
  );
  return { app_url, process: web };
}
