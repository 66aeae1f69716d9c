import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cluster } from "../cluster";
import { makeAuthSchema, openLite } from "../lite";
import { ask, liteOptions, removeFolder, startTestCluster, supabase, temporaryFolder } from "./embedded";

// Here Lite is given the owner's own connection: whatever it tries, nothing but the adapter stops it.

let folder: string;
let cluster: Cluster;
beforeAll(async () => {
  folder = temporaryFolder();
  cluster = await startTestCluster(folder);
});
afterAll(async () => {
  await cluster?.stop();
  removeFolder(folder);
});

const options = liteOptions();

async function prepare(database: string, sql: string): Promise<string> {
  const url = cluster.url(database);
  await ask(cluster.url("postgres"), (owner) => owner`create database ${owner(database)}`);
  await makeAuthSchema(url, options);
  await ask(url, async (owner) => {
    await owner.unsafe(readFileSync(join(supabase, "local", "roles.sql"), "utf8"));
    await owner.unsafe(sql);
    await owner.unsafe("create function who() returns text language sql stable as 'select current_user::text'");
  });
  return url;
}

async function callAsVisitor(url: string, name: string): Promise<unknown> {
  const lite = await openLite(url, options);
  try {
    const headers = { apikey: options.publishableKey, "content-type": "application/json" };
    const answer = await lite.fetch(
      new Request(
        `http://127.0.0.1/rest/v1/${name}`,
        name.startsWith("rpc") ? { method: "POST", headers, body: "{}" } : { headers },
      ),
    );
    return await answer.json();
  } finally {
    await lite.close();
  }
}

test("Lite hands no table to anon, though it could", async () => {
  const url = await prepare(
    "guarded",
    "create table secrets (word text); insert into secrets values ('hidden'); alter table secrets enable row level security;",
  );
  const rights = () =>
    ask(
      url,
      (owner) => owner`
        select c.relname, c.relacl::text from pg_class c where c.relnamespace = 'public'::regnamespace
        union all select 'schema ' || n.nspname, n.nspacl::text from pg_namespace n
        union all select 'default', d.defaclacl::text from pg_default_acl d
        order by 1`,
    );
  const before = await rights();
  expect(await callAsVisitor(url, "rpc/who")).toBe("anon");
  expect(await callAsVisitor(url, "secrets?select=word")).toMatchObject({ code: "42501" });
  expect(await rights()).toEqual(before);
});

test("Lite becomes anon even while no table has a policy", async () => {
  const url = await prepare("bare", "create table plain (word text);");
  expect(await callAsVisitor(url, "rpc/who")).toBe("anon");
  expect(await callAsVisitor(url, "plain?select=word")).toMatchObject({ code: "42501" });
});
