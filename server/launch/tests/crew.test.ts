import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isRunning } from "../../../supabase/local/process-identity";
import { type Crew, gatherCrew } from "../crew";

let folder: string;
let crew: Crew;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hamkke-crew-"));
  crew = gatherCrew("foundation");
});
afterEach(async () => {
  await crew.stop();
  rmSync(folder, { recursive: true });
});

/** A process of a few lines that tells its number and, when it is asked to finish, the moment. */
async function start(name: string, body = ""): Promise<number> {
  const script = join(folder, `${name}.mjs`);
  writeFileSync(
    script,
    `import { spawn } from "node:child_process";
     import { appendFileSync } from "node:fs";
     setInterval(() => {}, 1000);
     process.on("SIGTERM", () => { appendFileSync(${JSON.stringify(join(folder, "order"))}, "${name} "); process.exit(0); });
     let helper;
     ${body}
     process.send({ pid: process.pid, helper: helper?.pid });`,
  );
  return new Promise((resolve) => {
    crew.start(name, script, {}).onMessage((message) => {
      const { pid, helper } = message as { pid?: number; helper?: number };
      if (pid !== undefined) resolve(helper ?? pid);
    });
  });
}

const helper = `helper = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });`;

test("all finish when they are asked to, what they stand on last", async () => {
  const pids = [await start("foundation"), await start("one"), await start("two")];
  await crew.stop();
  expect(await crew.ended).toBeUndefined();
  expect(pids.filter(isRunning)).toEqual([]);
  expect(readFileSync(join(folder, "order"), "utf8").trim().split(" ").at(-1)).toBe("foundation");
});

test("when one ends, all end, and it is said which", async () => {
  const pids = [await start("foundation"), await start("web server"), await start("worker")];
  process.kill(pids[2] as number, "SIGKILL");
  expect(await crew.ended).toBe("The worker ended unexpectedly (SIGKILL).");
  expect(pids.filter(isRunning)).toEqual([]);
});

test("a process that fails says why in its own words", async () => {
  await start("foundation");
  crew.start("worker", failing("The installation could not be prepared."), {});
  expect(await crew.ended).toBe("The installation could not be prepared.");
});

test("a web server that cannot listen gives a system's code, which becomes a sentence", async () => {
  crew.start("web server", failing("EADDRINUSE"), {});
  expect(await crew.ended).toBe("The web server cannot listen (EADDRINUSE).");
});

test("what a killed process had started ends too", async () => {
  const postgres = await start("foundation", helper);
  const stack = await start("stack", helper);
  expect([postgres, stack].every(isRunning)).toBe(true);
  crew.kill();
  await crew.ended;
  expect([postgres, stack].filter(isRunning)).toEqual([]);
});

test("a process is told nothing of its surroundings that could open a door", async () => {
  process.env.DATABASE_URL = "postgres://secret";
  const script = join(folder, "tells.mjs");
  writeFileSync(script, "process.send({ env: process.env }); setInterval(() => {}, 1000);");
  const env = await new Promise((resolve) => {
    crew.start("web server", script, { PORT: "1" }).onMessage((message) => resolve((message as { env: object }).env));
  });
  delete process.env.DATABASE_URL;
  expect(env).toMatchObject({ PORT: "1" });
  expect(JSON.stringify(env)).not.toContain("postgres://secret");
});

function failing(sentence: string): string {
  const script = join(folder, "failing.mjs");
  writeFileSync(script, `process.send({ failed: ${JSON.stringify(sentence)} }, () => process.exit(1));`);
  return script;
}
