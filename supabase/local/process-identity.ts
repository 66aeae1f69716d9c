import { readFileSync, readlinkSync } from "node:fs";

/** Whether a process with this number runs, ours or not. One that ended runs no more, though nobody has taken note. */
export function isRunning(pid: number): boolean {
  if (statOf(pid)?.[0] === "Z") return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Tells a process from a later one that was given the same number; empty where it ended or the system does not say. */
export function birthOf(pid: number): string {
  const stat = statOf(pid);
  if (!stat || stat[0] === "Z") return "";
  return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${stat[19]}`;
}

/** Linux's own words on a process, from its state on (proc(5), /proc/pid/stat). */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/** The folder a process works in, or undefined where the system does not say. */
export function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Waits until a process is gone; false when it still runs after that time. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (isRunning(pid)) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
