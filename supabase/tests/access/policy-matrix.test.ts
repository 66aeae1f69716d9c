import { describe, expect } from "vitest";
import { type Cast, test } from "../support/cast";
import type { TestDatabase } from "../support/database";
import { callers } from "./functions";
import { matrix } from "./matrix";
import type { Command, Outcome, TableAccess } from "./outcome";
import { persons } from "./persons";

const commands: Command[] = ["select", "insert", "update", "delete"];

test("every table and view of ours, and nothing else, has its rows in the matrix", async ({ db }) => {
  const relations = await db.catalog<{ name: string }>(`
    select concat(n.nspname, '.', c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private', 'core') and c.relkind in ('r', 'p', 'v', 'm', 'f')`);
  expect(relations.map(({ name }) => name).sort()).toEqual(Object.keys(matrix).sort());
});

test("every function of the API has its line, and is granted to those it names and nobody else", async ({ db }) => {
  const functions = await db.catalog<{ name: string; roles: string[] }>(`
    select regexp_replace(f.oid::regprocedure::text, '^public\\.', '') as name,
      array(select r from unnest(array['anon', 'authenticated', 'service_role']) r
        where has_function_privilege(r, f.oid, 'execute')) as roles
    from pg_proc f where f.pronamespace = 'public'::regnamespace`);
  expect(Object.fromEntries(functions.map(({ name, roles }) => [name, roles]))).toEqual(callers);
});

describe.for(Object.keys(matrix))("%s", (table) => {
  for (const command of commands) {
    test.for(persons)(`${command} by %s`, async (person, { db, cast }) => {
      const access = matrix[table] as TableAccess;
      const expected = access.outcomes[command][person];
      const found = await outcome(db, { table, command, access, cast, person: cast[person] });
      expect(found).toEqual(expected);
    });
  }
});

type Attempt = { table: string; command: Command; access: TableAccess; cast: Cast; person: Cast["visitor"] };

/** What came of one attempt: how it was refused, or which rows it read, made, changed or removed. */
async function outcome(db: TestDatabase, { table, command, access, cast, person }: Attempt): Promise<Outcome> {
  const before = await rowsOf(db, table, access);
  try {
    if (command === "select") {
      const seen = await db.as<{ key: string }>(person, `select (${access.key})::text as key from ${table}`);
      return labels(seen.map(({ key }) => before.get(key)?.label ?? "unknown"));
    }
    const attempt = access.attempts?.[command] ?? (await anyStatement(db, table, command));
    await db.as(person, await filledIn(db, attempt, cast));
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return code === "42501" ? code : code === "55000" ? "no table" : (`${code} ${message}` as Outcome);
  }
  const after = await rowsOf(db, table, access);
  const changed = [...after].filter(([key, { place }]) => before.get(key)?.place !== place);
  const removed = [...before].filter(([key]) => !after.has(key));
  return labels([...changed, ...removed].map(([, { label }]) => label));
}

/** A statement that nobody may run where nothing is granted. */
async function anyStatement(db: TestDatabase, table: string, command: Command): Promise<string> {
  const { name } = await db.given<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = $1::regclass and attnum = 1",
    [table],
  );
  const statements = {
    select: `select from ${table}`,
    insert: `insert into ${table} default values`,
    update: `update ${table} set ${name} = default`,
    delete: `delete from ${table}`,
  };
  return statements[command];
}

type Rows = Map<string, { label: string; place: string }>;

/** Every row by its key: what it is called, and where its current version lies. */
async function rowsOf(db: TestDatabase, table: string, { key, label }: TableAccess): Promise<Rows> {
  const [kind] = await db.catalog<{ relkind: string }>("select relkind from pg_class where oid = $1::regclass", [
    table,
  ]);
  const place = kind?.relkind === "v" ? "''" : "ctid::text";
  const rows = await db.catalog<{ key: string; label: string; place: string }>(
    `select (${key})::text as key, ${label} as label, ${place} as place from ${table}`,
  );
  return new Map(rows.map((row) => [row.key, row]));
}

const labels = (names: string[]) => [...new Set(names)].sort();

async function filledIn(db: TestDatabase, statement: string, { organizations }: Cast): Promise<string> {
  const ours = await db.given<{ id: string }>("select id from public.gatherings where audience = 'owner'");
  return statement.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === "ours" ? ours.id : organizations[name as keyof typeof organizations],
  );
}
