import { realpathSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { CannotStart } from "./cannot-start";
import { folderOf, isRunning, waitUntilGone } from "./process-identity";

/**
 * Stops a Postgres that a killed process left running on these files, as gently as any other stop. The caller holds the
 * folder's lock, so nobody is served by it. A number that now belongs to a stranger is not touched.
 */
export async function stopOrphan(folder: string, log: (line: string) => void): Promise<void> {
  const note = join(folder, "postmaster.pid");
  const [first, dataFolder] = (await readFile(note, "utf8").catch(() => "")).split("\n");
  const pid = Number(first);
  if (!Number.isInteger(pid) || pid <= 1 || !isRunning(pid)) return;

  if (!worksIn(pid, folder, dataFolder ?? "")) {
    await rm(note, { force: true });
    return;
  }
  log(`A Postgres (process ${pid}) was left running on ${folder}; it is stopped and started anew.`);
  process.kill(pid, "SIGINT");
  if (await waitUntilGone(pid, 20_000)) return;
  process.kill(pid, "SIGQUIT");
  if (await waitUntilGone(pid, 10_000)) return;
  throw new CannotStart(
    `A Postgres (process ${pid}) still runs on ${folder} and does not stop; end that process, then start again.`,
  );
}

/** Postgres works inside its folder; where the system does not tell a process's folder, its own note is believed. */
function worksIn(pid: number, folder: string, noted: string): boolean {
  const real = realpathSync(folder);
  return (folderOf(pid) ?? noted) === real;
}
