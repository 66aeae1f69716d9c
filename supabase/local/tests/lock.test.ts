import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockHolder, takeLock } from "../lock";
import { birthOf } from "../process-identity";
import { removeFolder, temporaryFolder } from "./embedded";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => removeFolder(folder));

test("a second start on a folder is refused and names the process that has it", async () => {
  const release = await takeLock(folder);
  await expect(takeLock(folder)).rejects.toThrow(`already runs on the folder ${folder} (process ${process.pid})`);
  expect(await lockHolder(folder)).toBe(process.pid);
  await release();
  expect(await lockHolder(folder)).toBeUndefined();
});

test("a folder that was given back can be taken again", async () => {
  await (await takeLock(folder))();
  await (await takeLock(folder))();
});

test("the lock of a process that was killed holds nobody up", async () => {
  const killed = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const lock = JSON.stringify({ pid: killed.pid, birth: birthOf(killed.pid as number) });
  writeFileSync(join(folder, "lock"), lock);
  expect(await lockHolder(folder)).toBe(killed.pid);
  const gone = new Promise((resolve) => killed.once("exit", resolve));
  killed.kill("SIGKILL");
  await gone;
  await (await takeLock(folder))();
});

test("a start waits for a stack whose launcher was killed, which is about to end", async () => {
  const holder = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const launcher = { pid: 1, birth: "another-boot:1" };
  writeFileSync(
    join(folder, "lock"),
    JSON.stringify({ pid: holder.pid, birth: birthOf(holder.pid as number), launcher }),
  );
  const asked = lockHolder(folder);
  expect(await Promise.race([asked, pause(200, "waiting")])).toBe("waiting");
  holder.kill("SIGKILL");
  expect(await asked).toBeUndefined();
});

test("a lock whose number was given to another process since holds nobody up", async () => {
  writeFileSync(join(folder, "lock"), JSON.stringify({ pid: process.pid, birth: "another-boot:1" }));
  await takeLock(folder);
  expect(JSON.parse(readFileSync(join(folder, "lock"), "utf8"))).toMatchObject({ birth: birthOf(process.pid) });
});

test("a lock whose writing was cut short holds nobody up", async () => {
  writeFileSync(join(folder, "lock"), "{");
  await takeLock(folder);
});

test("of many starts at once exactly one gets the folder", async () => {
  const starts = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(folder)));
  expect(starts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
