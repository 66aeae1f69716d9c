import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { readSecrets } from "../../../supabase/local/secrets";
import { startStack } from "../../../supabase/local/stack";
import { removeFolder, temporaryFolder } from "../../../supabase/local/tests/embedded";
import { freePort, root } from "../../../tests/support/product";

test("beside a Supabase project `npm start` starts web and worker, and nothing embedded", async () => {
  const folder = temporaryFolder();
  // It stands in for the project: the launcher is told its addresses and finds no data folder.
  const project = await startStack({
    ...{ dataFolder: join(folder, "elsewhere"), supabase: join(root, "supabase"), siteUrl: "http://127.0.0.1" },
    ...{ log: () => {}, onFault: () => {} },
  });
  const { serverSecret } = await readSecrets(join(folder, "elsewhere"));
  const port = String(await freePort());
  const launcher = spawn(process.execPath, ["server/start.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, PORT: port, HAMKKE_DATA: join(folder, "data") },
      ...{ SUPABASE_URL: project.supabaseUrl, SUPABASE_PUBLISHABLE_KEY: project.publishableKey },
      ...{ SERVER_SECRET: serverSecret, DATABASE_URL: project.databaseUrl },
    } as unknown as NodeJS.ProcessEnv,
  });
  const gone = new Promise((resolve) => launcher.once("exit", resolve));
  let said = "";
  launcher.stdout.on("data", (part) => {
    said += part;
  });
  try {
    await vi.waitFor(() => expect(said).toContain("Hamkke is ready"), { timeout: 120_000, interval: 100 });
    expect(said).toMatch(/\/welcome\/[\w-]{43}\n/);
    expect(await childrenOf(launcher.pid)).toEqual(["web", "worker"]);
    expect(existsSync(join(folder, "data"))).toBe(false);
  } finally {
    launcher.kill("SIGTERM");
    expect(await gone).toBe(0);
    await project.stop();
    removeFolder(folder);
  }
}, 240_000);

/** The names of the processes it has started. */
async function childrenOf(parent: number | undefined): Promise<string[]> {
  const listing = await new Promise<string>((resolve) => {
    let text = "";
    const ps = spawn("ps", ["-eo", "ppid=,args="]);
    ps.stdout.on("data", (part) => {
      text += part;
    });
    ps.on("close", () => resolve(text));
  });
  const rows = listing.split("\n").filter((row) => Number(/^\s*(\d+)/.exec(row)?.[1]) === parent);
  return rows.map((row) => /build\/node\/(\w+)\.js/.exec(row)?.[1] ?? row).sort();
}
