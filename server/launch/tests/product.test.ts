import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { isRunning } from "../../../supabase/local/process-identity";
import { enterableFolder, freePort, root } from "../../../tests/support/product";

type Start = {
  launcher: ChildProcess;
  port: number;
  exit: Promise<number | null>;
  out: () => string;
  err: () => string;
};

let folder: string;
let started: Start[];
beforeAll(async () => {
  const build = spawn(process.execPath, ["server/start.mjs", "--build-only"], { cwd: root, stdio: "ignore" });
  expect(await new Promise((resolve) => build.once("exit", resolve))).toBe(0);
}, 240_000);
beforeEach(() => {
  folder = enterableFolder();
  started = [];
});
afterEach(async () => {
  for (const { launcher, exit } of started) {
    launcher.kill("SIGTERM");
    await exit;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

const dataFolder = () => join(folder, "data");

// Whoever edits the product while its tests run makes the next start build it.
const BUILDING = /^(?:Building|Another start) .*\n/gm;

/** Runs `npm start`'s program with nothing of this run's surroundings but what is given. */
async function start(env: Record<string, string> = {}): Promise<Start> {
  const port = Number(env.PORT ?? (await freePort()));
  const surroundings = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(port),
    HAMKKE_DATA: dataFolder(),
  };
  const launcher = spawn(process.execPath, ["server/start.mjs"], {
    cwd: root,
    env: { ...surroundings, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  launcher.stdout.on("data", (part) => {
    said.out += part;
  });
  launcher.stderr.on("data", (part) => {
    said.err += part;
  });
  const exit = new Promise<number | null>((resolve) => launcher.once("exit", resolve));
  const start = { launcher, port, exit, out: () => said.out, err: () => said.err.replace(BUILDING, "") };
  started.push(start);
  return start;
}

async function ready(start: Start): Promise<Start> {
  await vi.waitFor(
    () => {
      expect(start.launcher.exitCode, start.err()).toBeNull();
      expect(start.out()).toContain("Hamkke is ready");
    },
    { timeout: 60_000, interval: 50 },
  );
  expect(start.err(), start.err()).not.toMatch(/unexpectedly|Error/);
  return start;
}

/** The launcher's processes and Postgres, with their numbers. */
async function processesOf({ launcher }: Start): Promise<Record<string, number>> {
  const listing = await new Promise<string>((resolve) => {
    let text = "";
    const ps = spawn("ps", ["-eo", "pid=,ppid=,args="]);
    ps.stdout.on("data", (part) => {
      text += part;
    });
    ps.on("close", () => resolve(text));
  });
  const rows = listing.split("\n").map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
  const found: Record<string, number> = {};
  for (const [, pid, parent, args = ""] of rows) {
    const name = /build\/node\/(\w+)\.js/.exec(args)?.[1];
    if (name && Number(parent) === launcher.pid) found[name] = Number(pid);
    if (args.includes(`-D ${dataFolder()}/postgres`)) found.postgres = Number(pid);
  }
  return found;
}

test("the web server answers at once that everything is starting, and ends with one Ctrl-C that leaves nothing", async () => {
  const first = await start();
  const health = () => fetch(`http://127.0.0.1:${first.port}/healthz`);
  const early = await vi.waitFor(health, { timeout: 30_000, interval: 10 });
  expect([early.status, await early.json()]).toEqual([503, { status: "starting" }]);
  await ready(first);
  const late = await health();
  expect([late.status, await late.json()]).toEqual([200, { status: "ok" }]);
  expect(first.out()).toContain("editor@krcla.example");
  expect(first.out()).toContain("with the password hamkke-demo");
  expect(statSync(join(dataFolder(), "local.json")).mode & 0o777).toBe(0o600);

  const pids = Object.values(await processesOf(first));
  expect(pids).toHaveLength(4);
  first.launcher.kill("SIGINT");
  expect(await first.exit).toBe(0);
  expect(pids.filter(isRunning)).toEqual([]);
  expect(existsSync(join(dataFolder(), "lock"))).toBe(false);
});

test.each(["web", "worker", "stack"])("when the %s is killed everything stops, in one sentence", async (name) => {
  const product = await ready(await start());
  const pids = await processesOf(product);
  process.kill(pids[name] as number, "SIGKILL");
  expect(await product.exit).toBe(1);
  const spoken = name === "web" ? "web server" : name;
  expect(product.err().trim().split("\n").at(-1)).toBe(`The ${spoken} ended unexpectedly (SIGKILL).`);
  expect(Object.values(pids).filter(isRunning)).toEqual([]);
});

test("when the launcher itself is killed the others stop by themselves", async () => {
  const product = await ready(await start());
  const pids = Object.values(await processesOf(product));
  product.launcher.kill("SIGKILL");
  await product.exit;
  await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), { timeout: 15_000 });
});

test("a second start on one folder is refused in one sentence, and the first goes on", async () => {
  const first = await ready(await start());
  const second = await start();
  expect(await second.exit).toBe(1);
  expect(second.err()).toMatch(
    /^Hamkke already runs on the folder .* \(process \d+\); stop that one first, or name .*\n$/,
  );
  expect(second.out()).toBe("");
  expect((await fetch(`http://127.0.0.1:${first.port}/healthz`)).status).toBe(200);
});

test("a taken port is told before anything is made", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as { port: number };
  const product = await start({ PORT: String(port) });
  expect(await product.exit).toBe(1);
  expect(product.err()).toBe(`Port ${port} is taken by another program; choose another with PORT.\n`);
  expect(existsSync(join(dataFolder(), "postgres"))).toBe(false);
  other.close();
});

test("a demonstration on another address than this machine's is refused", async () => {
  const product = await start({ HOST: "0.0.0.0" });
  expect(await product.exit).toBe(1);
  expect(product.err()).toMatch(/^The demonstration's accounts have a known password and stay on this machine; .*\n$/);
  expect(existsSync(dataFolder())).toBe(false);
});

test("an empty installation prints a link that a new start replaces, and stays empty without HAMKKE_DEMO", async () => {
  const linkOf = async (env: Record<string, string>) => {
    const product = await ready(await start(env));
    product.launcher.kill("SIGTERM");
    expect(await product.exit).toBe(0);
    expect(product.out()).not.toContain(".example");
    return /\/welcome\/([\w-]{43})\n/.exec(product.out())?.[1];
  };
  const first = await linkOf({ HAMKKE_DEMO: "off" });
  const second = await linkOf({});
  expect(first).toBeDefined();
  expect(second).toBeDefined();
  expect(second).not.toBe(first);
  expect(readFileSync(join(dataFolder(), "begun-as"), "utf8")).toBe("empty\n");
});

test("a first start that is cut short at any moment is made good by the next", async () => {
  for (const wait of [300, 900, 1_800]) {
    const cut = await start();
    await new Promise((resolve) => setTimeout(resolve, wait));
    const pids = Object.values(await processesOf(cut));
    for (const pid of [cut.launcher.pid as number, ...pids]) {
      if (isRunning(pid)) process.kill(pid, "SIGKILL");
    }
    await cut.exit;
  }
  const product = await ready(await start());
  expect(product.out()).toContain("editor@krcla.example");
}, 150_000);
