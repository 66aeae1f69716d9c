import { chmodSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeSecretKey, readSecrets } from "../secrets";
import { removeFolder, temporaryFolder } from "./embedded";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => removeFolder(folder));

const modeOf = (path: string) => statSync(path).mode & 0o777;

test("only their owner can read the secrets", async () => {
  await readSecrets(folder);
  expect(modeOf(join(folder, "secrets"))).toBe(0o700);
  const files = readdirSync(join(folder, "secrets"));
  expect(files).toHaveLength(5);
  for (const file of files) expect(modeOf(join(folder, "secrets", file)), file).toBe(0o600);
});

test("a secret that was opened to others is closed again", async () => {
  await readSecrets(folder);
  chmodSync(join(folder, "secrets", "jwt-secret"), 0o644);
  await readSecrets(folder);
  expect(modeOf(join(folder, "secrets", "jwt-secret"))).toBe(0o600);
});

test("a folder keeps its secrets", async () => {
  expect(await readSecrets(folder)).toEqual(await readSecrets(folder));
});

test("every folder has secrets of its own, with 32 random bytes to sign tokens", async () => {
  const other = temporaryFolder();
  const [mine, theirs] = [await readSecrets(folder), await readSecrets(other)];
  removeFolder(other);
  for (const name of Object.keys(mine) as (keyof typeof mine)[]) expect(mine[name]).not.toBe(theirs[name]);
  expect(Buffer.from(mine.jwtSecret, "base64url")).toHaveLength(32);
  expect(mine.publishableKey).toMatch(/^sb_publishable_[\w-]{32}$/);
});

test("a secret whose writing was cut short is made anew", async () => {
  await readSecrets(folder);
  writeFileSync(join(folder, "secrets", "jwt-secret"), "");
  expect((await readSecrets(folder)).jwtSecret).not.toBe("");
});

test("the key of service_role is never written down", async () => {
  const key = makeSecretKey();
  expect(key).toMatch(/^sb_secret_/);
  expect(makeSecretKey()).not.toBe(key);
  await readSecrets(folder);
  expect(readdirSync(join(folder, "secrets")).sort()).toEqual([
    "jwt-secret",
    "login-password",
    "owner-password",
    "publishable-key",
    "server-secret",
  ]);
});
