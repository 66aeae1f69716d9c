import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Cluster } from "../cluster";
import { migrate } from "../migrate";
import { ask, removeFolder, startTestCluster, temporaryFolder } from "./embedded";

let folder: string;
let cluster: Cluster;
let sql: Sql;
beforeAll(async () => {
  folder = temporaryFolder();
  cluster = await startTestCluster(folder);
});
afterAll(async () => {
  await cluster?.stop();
  removeFolder(folder);
});

const files = () => join(folder, "migrations");
beforeEach(async () => {
  await ask(cluster.url("postgres"), (owner) => owner`create database migrated`);
  sql = postgres(cluster.url("migrated"), { max: 3, onnotice: () => {} });
  mkdirSync(files());
});
afterEach(async () => {
  await sql.end();
  await ask(cluster.url("postgres"), (owner) => owner`drop database migrated with (force)`);
  rmSync(files(), { recursive: true });
});

const write = (name: string, text: string) => writeFileSync(join(files(), name), text);
const tables = async () =>
  (await sql`select tablename from pg_tables where schemaname = 'public' order by 1`).map((row) => row.tablename);

test("migrations run once, in order, and are recorded as the Supabase CLI records them", async () => {
  write("20260101000200_second.sql", "alter table first add column more int;");
  write("20260101000100_first.sql", "create table first (id int); insert into first values (1);");
  expect(await migrate(sql, files())).toEqual(["20260101000100_first.sql", "20260101000200_second.sql"]);
  expect(await migrate(sql, files())).toEqual([]);
  expect(await sql`select version, name, statements from supabase_migrations.schema_migrations order by 1`).toEqual([
    {
      version: "20260101000100",
      name: "first",
      statements: ["create table first (id int); insert into first values (1);"],
    },
    { version: "20260101000200", name: "second", statements: ["alter table first add column more int;"] },
  ]);
});

test("a migration that fails leaves nothing behind and says which line it was", async () => {
  write("20260101000100_first.sql", "create table first (id int);");
  write("20260101000200_broken.sql", "create table second (id int);\n\nselect nonsense;");
  await expect(migrate(sql, files())).rejects.toThrow(
    /^The migration 20260101000200_broken\.sql failed and changed nothing: .*nonsense.* \(line 3\)$/,
  );
  expect(await tables()).toEqual(["first"]);
  write("20260101000200_broken.sql", "create table second (id int);");
  expect(await migrate(sql, files())).toEqual(["20260101000200_broken.sql"]);
});

test("a migration that landed does not change", async () => {
  write("20260101000100_first.sql", "create table first (id int);");
  await migrate(sql, files());
  write("20260101000100_first.sql", "create table first (id bigint);");
  await expect(migrate(sql, files())).rejects.toThrow(
    "The migration 20260101000100_first.sql was changed after it landed in this database; put its text back and write a new migration.",
  );
});

test("a migration that the CLI deployed is taken at its word", async () => {
  await sql`create schema supabase_migrations`;
  await sql`create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text)`;
  await sql`insert into supabase_migrations.schema_migrations values ('20260101000100', '{}', 'first')`;
  write("20260101000100_first.sql", "select no_such_thing;");
  expect(await migrate(sql, files())).toEqual([]);
});

test("a seal is replayed when it changed, and only then", async () => {
  write("20260101000100_first.sql", "create table first (id int);");
  write("20260101000900_seal.sql", "create or replace function answer() returns int language sql as 'select 1';");
  await migrate(sql, files());
  expect(await migrate(sql, files())).toEqual([]);
  write("20260101000900_seal.sql", "create or replace function answer() returns int language sql as 'select 2';");
  expect(await migrate(sql, files())).toEqual(["20260101000900_seal.sql"]);
  expect(await sql`select answer()`).toEqual([{ answer: 2 }]);
});

test("a seal is replayed after a new migration before it", async () => {
  write("20260101000100_first.sql", "create table first (id int);");
  write("20260101000900_seal.sql", "drop view if exists seen; create view seen as select * from first;");
  await migrate(sql, files());
  write("20260101000200_second.sql", "drop view seen; alter table first add column more int;");
  expect(await migrate(sql, files())).toEqual(["20260101000200_second.sql", "20260101000900_seal.sql"]);
});

test("a seal with a new version takes the place of the old one", async () => {
  write("20260101000900_seal.sql", "create or replace function answer() returns int language sql as 'select 1';");
  await migrate(sql, files());
  rmSync(join(files(), "20260101000900_seal.sql"));
  write("20260102000900_seal.sql", "create or replace function answer() returns int language sql as 'select 2';");
  expect(await migrate(sql, files())).toEqual(["20260102000900_seal.sql"]);
  expect(await sql`select version from supabase_migrations.schema_migrations`).toEqual([{ version: "20260102000900" }]);
});

test("a database of a newer Hamkke is left alone", async () => {
  write("20260101000100_first.sql", "create table first (id int);");
  await migrate(sql, files());
  rmSync(join(files(), "20260101000100_first.sql"));
  await expect(migrate(sql, files())).rejects.toThrow(
    "The database holds the migration 20260101000100 (first), which this Hamkke does not know",
  );
});

test("two that migrate at once run every migration once", async () => {
  write("20260101000100_first.sql", "create table first (id int); select pg_sleep(0.2);");
  const ran = await Promise.all([migrate(sql, files()), migrate(sql, files())]);
  expect(ran.flat()).toEqual(["20260101000100_first.sql"]);
});

test.each([
  ["first.sql", "The migration first.sql must be named like 20260101000000_what_it_does.sql."],
  ["20260101000100_Second Try.sql", "must be named like"],
])("a file named %s is refused", async (name, sentence) => {
  write(name, "select 1;");
  await expect(migrate(sql, files())).rejects.toThrow(sentence);
});

test("two migrations of one version are refused", async () => {
  write("20260101000100_first.sql", "select 1;");
  write("20260101000100_second.sql", "select 1;");
  await expect(migrate(sql, files())).rejects.toThrow("Two migrations have the version 20260101000100");
});
