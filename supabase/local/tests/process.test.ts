import { type ChildProcess, fork, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StackMessage } from "../main";
import { birthOf, isRunning, waitUntilGone } from "../process-identity";
import { ask, removeFolder, supabase, temporaryFolder } from "./embedded";

let folder: string;
let started: ChildProcess[];
beforeEach(() => {
  folder = temporaryFolder();
  started = [];
});
afterEach(async () => {
  for (const child of started) {
    child.kill("SIGTERM");
    await exitOf(child);
  }
  removeFolder(folder);
});

const dataFolder = () => join(folder, "data");

/** Starts the stack's own process, as the launcher does. */
function start(data = dataFolder()): ChildProcess {
  const child = fork(join(supabase, "local", "main.ts"), [], {
    cwd: join(supabase, ".."),
    execArgv: ["--import", "tsx"],
    env: { ...process.env, HAMKKE_DATA: data, LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  started.push(child);
  return child;
}

const messageOf = (child: ChildProcess) =>
  new Promise<StackMessage>((resolve) => child.once("message", (message) => resolve(message as StackMessage)));

async function readyOf(child: ChildProcess) {
  const message = await messageOf(child);
  if ("failed" in message) throw new Error(message.failed);
  return message.ready;
}

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once("exit", (code) => resolve(code));
  });

const postmaster = () => Number(readFileSync(join(dataFolder(), "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

test("SIGTERM leaves no process and no lock", async () => {
  const child = start();
  const { supabase_url } = await readyOf(child);
  const pid = postmaster();
  child.kill("SIGTERM");
  expect(await exitOf(child)).toBe(0);
  expect(isRunning(pid)).toBe(false);
  expect(existsSync(join(dataFolder(), "lock"))).toBe(false);
  await expect(fetch(supabase_url)).rejects.toThrow();
});

test("SIGTERM during the very first start leaves no process either", async () => {
  const child = start();
  while (!existsSync(join(dataFolder(), "lock"))) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGTERM");
  expect(await exitOf(child)).toBe(0);
  expect(existsSync(join(dataFolder(), "lock"))).toBe(false);
  expect(existsSync(join(dataFolder(), "postgres", "postmaster.pid"))).toBe(false);
});

test("a stack whose launcher is gone stops by itself", async () => {
  const child = start();
  await readyOf(child);
  const pid = postmaster();
  child.disconnect();
  await exitOf(child);
  expect(isRunning(pid)).toBe(false);
});

test("a stack whose launcher is gone before it has begun begins nothing", async () => {
  const child = start();
  child.disconnect();
  expect(await exitOf(child)).toBe(0);
  expect(existsSync(join(dataFolder(), "postgres"))).toBe(false);
});

test("a process that ended runs no more, though whoever started it has taken no note", async () => {
  const careless = spawn("sh", ["-c", "true & echo $!; exec sleep 60"]);
  const ended = await new Promise<number>((resolve) => careless.stdout.once("data", (pid) => resolve(Number(pid))));
  expect(await waitUntilGone(ended, 5_000)).toBe(true);
  expect(birthOf(ended)).toBe("");
  careless.kill();
});

test("nothing is printed where the address is printed", async () => {
  const child = start();
  let printed = "";
  child.stdout?.on("data", (part) => {
    printed += part;
  });
  await readyOf(child);
  expect(printed).toBe("");
});

test("a second stack on a folder is refused in one sentence, and the first goes on", async () => {
  const first = await readyOf(start());
  const second = start();
  expect(await messageOf(second)).toEqual({
    failed: expect.stringMatching(
      /^Hamkke already runs on the folder .* \(process \d+\); stop that one first, or name/,
    ),
  });
  expect(await exitOf(second)).toBe(1);
  expect(
    (await fetch(`${first.supabase_url}/rest/v1/coalitions?select=id`, { headers: { apikey: first.publishable_key } }))
      .ok,
  ).toBe(true);
});

test("a killed stack's database is taken over with everything in it", async () => {
  const killed = start();
  const before = await readyOf(killed);
  await ask(before.database_url, (sql) => sql`create table public.kept as select 1 as one`);
  const orphan = postmaster();
  killed.kill("SIGKILL");
  await exitOf(killed);
  expect(isRunning(orphan)).toBe(true);
  const after = await readyOf(start());
  expect(isRunning(orphan)).toBe(false);
  expect(await ask(after.database_url, (sql) => sql`select one from public.kept`)).toEqual([{ one: 1 }]);
  expect(after.publishable_key).toBe(before.publishable_key);
});

test("a Postgres that ends by itself ends the stack, with a sentence", async () => {
  const child = start();
  await readyOf(child);
  const pid = postmaster();
  const message = messageOf(child);
  process.kill(pid, "SIGQUIT");
  expect(await message).toEqual({ failed: "Postgres ended unexpectedly." });
  expect(await exitOf(child)).toBe(1);
  expect(await waitUntilGone(pid, 5_000)).toBe(true);
});

test("a folder that cannot be used is refused in one sentence", async () => {
  writeFileSync(join(folder, "file"), "");
  const child = start(join(folder, "file"));
  expect(await messageOf(child)).toEqual({
    failed: expect.stringMatching(/^Hamkke cannot keep its data in .*: it is not a folder; name another folder/),
  });
  expect(await exitOf(child)).toBe(1);
});

test("an installation is not ready until somebody has prepared it, at every start", async () => {
  const first = start();
  const { database_url } = await readyOf(first);
  const readyAt = (url: string) => ask(url, (sql) => sql`select value from private.settings where name = 'ready_at'`);
  expect(await readyAt(database_url)).toEqual([{ value: null }]);
  await ask(database_url, (sql) => sql`update private.settings set value = to_jsonb(now()) where name = 'ready_at'`);
  first.kill("SIGTERM");
  await exitOf(first);
  expect(await readyAt((await readyOf(start())).database_url)).toEqual([{ value: null }]);
});
