import { readdirSync, readFileSync } from "node:fs";

/** A process of the product: what it holds in memory, and for how many milliseconds it has had a processor. */
export type Running = { name: ProcessName; megabytes: number; processor: number };
export type ProcessName = (typeof processNames)[number];
export const processNames = ["web", "worker", "stack", "postgres", "launcher"] as const;

/** The launcher and what it started, as Linux tells it; Postgres's many are one, and what they share is counted once. */
export function processesOf(launcher: number): Running[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap(read);
  const under = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...under(one.pid)]);
  const ours = [...all.filter(({ pid }) => pid === launcher), ...under(launcher)];
  const sum = (of: Process[], what: (one: Process) => number) => of.reduce((total, one) => total + what(one), 0);
  return processNames.map((name) => {
    const of = ours.filter((one) => one.name === name);
    return {
      name,
      megabytes: Math.round(sum(of, ({ pid }) => kilobytesOf(pid, name === "postgres" ? "Pss" : "Rss")) / 1024),
      processor: sum(of, ({ processor }) => processor),
    };
  });
}

type Process = { pid: number; parent: number; name: ProcessName; processor: number };

/** Linux counts in hundredths of a second. A process may be gone by the time it is looked at. */
function read(pid: string): Process[] {
  try {
    const [, parent, , , , , , , , , , user, system] = afterName(readFileSync(`/proc/${pid}/stat`, "utf8"));
    const name = nameOf(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
    return [{ pid: Number(pid), parent: Number(parent), name, processor: (Number(user) + Number(system)) * 10 }];
  } catch {
    return [];
  }
}

/** A program's name stands in brackets and may hold blanks. */
const afterName = (stat: string) => stat.slice(stat.lastIndexOf(")") + 2).split(" ");

function nameOf(command: string): ProcessName {
  const script = /build\/node\/(web|worker|stack)\.js/.exec(command)?.[1] as ProcessName | undefined;
  return script ?? (command.includes("server/start.mjs") ? "launcher" : "postgres");
}

function kilobytesOf(pid: number, measure: "Rss" | "Pss"): number {
  const told = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(new RegExp(`^${measure}: +(\\d+) kB`, "m").exec(told)?.[1] ?? 0);
}
