import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, inject, test } from "vitest";
import { organizations, password, rest, roles, tokenOf } from "../support/member";
import { ownerOf } from "../support/owner";
import { local } from "./cast";

test("start says where it serves, and nobody else can read how to reach its database", async () => {
  const file = path.join(inject("dataFolder"), "local.json");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Object.keys(JSON.parse(readFileSync(file, "utf8"))).sort()).toEqual([
    "app_url",
    "database_url",
    "publishable_key",
    "supabase_url",
  ]);
  for (const address of [local().app_url, local().supabase_url])
    expect(["127.0.0.1", "localhost"]).toContain(new URL(address).hostname);
  const healthz = await fetch(new URL("/healthz", local().app_url));
  expect([healthz.status, await healthz.json()]).toEqual([200, { status: "ok" }]);
});

test("the database address in local.json is its owner's", async () => {
  const owner = ownerOf(local());
  const [row] = await owner`select rolsuper or pg_has_role(current_user, datdba, 'member') as owns
    from pg_roles, pg_database where rolname = current_user and datname = current_database()`;
  await owner.end();
  expect(row?.owns).toBe(true);
});

test("the demonstration has the coalition, its organizations and an account for each role", async () => {
  const owner = ownerOf(local());
  const slugs = (
    await owner`
    select o.slug from public.organizations o join public.standings s on s.organization_id = o.id
    join public.coalitions c on c.id = s.coalition_id where c.slug = 'emergency-plan'`
  ).map(({ slug }) => slug);
  const emails = (
    await owner`select u.email from auth.users u
      where u.email !~ '(^new|link)-'`
  ).map(({ email }) => email);
  await owner.end();
  expect(slugs).toHaveLength(6);
  expect(slugs).toEqual(expect.arrayContaining([...organizations]));
  expect(emails.sort()).toEqual(slugs.flatMap((slug) => roles.map((role) => `${role}@${slug}.example`)).sort());
  expect(password).toBe("hamkke-demo");
});

test("the gateway answers the two interfaces and nothing else", async () => {
  const token = await tokenOf(local(), "admin@krcla.example");
  const ask = rest(local(), token);
  expect((await ask("/rest/v1/organizations?select=slug")).status).toBe(200);
  for (const path of [
    "/",
    "/_system/config",
    "/_system/",
    "/rest/v1/../../_system/config",
    "/storage/v1/bucket",
    "/pg/tables",
    "/admin",
  ]) {
    expect((await ask(path)).status, path).toBe(404);
  }
});

test("nobody can make an account without an invitation", async () => {
  const response = await rest(local())("/auth/v1/signup", {
    method: "POST",
    body: JSON.stringify({ email: "stranger@nowhere.example", password: "a long enough passphrase" }),
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  const owner = ownerOf(local());
  expect(await owner`select from auth.users where email = 'stranger@nowhere.example'`).toHaveLength(0);
  await owner.end();
});
