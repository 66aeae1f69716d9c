import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CannotStart } from "./cannot-start";
import { birthOf, isRunning } from "./process-identity";

type Process = { pid: number; birth: string };
type Holder = Process & { launcher?: Process };

const PATIENCE = 20_000;

/** The process that serves this folder now, if one does. One whose launcher is gone ends by itself and is waited for. */
export async function lockHolder(folder: string): Promise<number | undefined> {
  for (const end = Date.now() + PATIENCE; ; await pause(50)) {
    const holder = await readHolder(lockPath(folder));
    if (!holder || !isAlive(holder)) return undefined;
    if (!holder.launcher || isAlive(holder.launcher) || Date.now() > end) return holder.pid;
  }
}

/** Takes the folder for this process alone; the returned function gives it back. */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
  const path = lockPath(folder);
  const mine = JSON.stringify({ ...identity(process.pid), launcher: identity(process.ppid) } satisfies Holder);
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (await linked(draft, path)) return () => rm(path, { force: true });
      const holder = await readHolder(path);
      if (holder && isAlive(holder)) throw new CannotStart(alreadyServed(folder, holder.pid));
      await rm(path, { force: true });
    }
    throw new CannotStart(`The folder ${folder} is being taken by several starts at once; start only one.`);
  } finally {
    await rm(draft, { force: true });
  }
}

/** The sentence for a second start on one folder. */
export function alreadyServed(folder: string, pid: number): string {
  return `Hamkke already runs on the folder ${folder} (process ${pid}); stop that one first, or name another folder with HAMKKE_DATA.`;
}

const identity = (pid: number): Process => ({ pid, birth: birthOf(pid) });

const lockPath = (folder: string) => join(folder, "lock");

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

/** A number alone proves nothing after a restart of the machine or container: this very process may have been given it. */
function isAlive(holder: Process): boolean {
  if (holder.birth !== "") return holder.birth === birthOf(holder.pid);
  return holder.pid !== process.pid && isRunning(holder.pid);
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
