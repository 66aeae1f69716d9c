import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDemonstration } from "../../seed/demonstration";
import { readSecrets } from "../secrets";
import { type Stack, startStack } from "../stack";
import { ask, removeFolder, supabase, temporaryFolder } from "./embedded";

const password = "three unrelated long words";
let folder: string;
let stack: Stack;
beforeAll(async () => {
  folder = temporaryFolder();
  stack = await start();
  await ask(stack.databaseUrl, (sql) => loadDemonstration(sql, { password }));
}, 120_000);
afterAll(async () => {
  await stack?.stop();
  removeFolder(folder);
});

const start = () =>
  startStack({ dataFolder: folder, supabase, siteUrl: "http://127.0.0.1", log: () => {}, onFault: () => {} });

type Tokens = { access_token: string; refresh_token: string };

async function token(grant: string, body: object): Promise<Tokens> {
  const answer = await fetch(`${stack.supabaseUrl}/auth/v1/token?grant_type=${grant}`, {
    method: "POST",
    headers: { apikey: stack.publishableKey, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Tokens;
}

/** What the API answers to the holder of a token. */
const asked = async ({ access_token }: Tokens) => {
  const answer = await fetch(`${stack.supabaseUrl}/rest/v1/rpc/me`, {
    method: "POST",
    headers: {
      apikey: stack.publishableKey,
      authorization: `Bearer ${access_token}`,
      "content-type": "application/json",
    },
    body: "{}",
  });
  return [answer.status, ((await answer.json()) as { email?: string } | null)?.email];
};

test("secrets whose files are deleted are made anew: old access tokens are void, sessions go on", async () => {
  const before = await token("password", { email: "editor@krcla.example", password });
  expect(await asked(before)).toEqual([200, "editor@krcla.example"]);
  const old = await readSecrets(folder);
  await stack.stop();
  for (const name of ["jwt-secret", "login-password", "publishable-key", "server-secret"])
    rmSync(join(folder, "secrets", name));

  stack = await start();
  const { ownerPassword, ...others } = await readSecrets(folder);
  expect(ownerPassword).toBe(old.ownerPassword);
  for (const [name, value] of Object.entries(others)) expect(value, name).not.toBe(old[name as keyof typeof old]);
  expect((await asked(before))[0]).toBe(401);
  const after = await token("refresh_token", { refresh_token: before.refresh_token });
  expect(await asked(after)).toEqual([200, "editor@krcla.example"]);

  await ask(stack.databaseUrl, (sql) => sql`delete from auth.sessions`);
  expect(await asked(after)).toEqual([200, undefined]);
});

test("the owner's password changes in the database first, then in its file", async () => {
  await ask(stack.databaseUrl, (sql) => sql`alter role postgres password 'changed-by-hand'`);
  await stack.stop();
  writeFileSync(join(folder, "secrets", "owner-password"), "changed-by-hand\n", { mode: 0o600 });
  stack = await start();
  expect(stack.databaseUrl).toContain(":changed-by-hand@");
  await token("password", { email: "editor@krcla.example", password });
});
