import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import type { Cluster } from "./cluster";
import type { LiteOptions } from "./lite";
import { migrate } from "./migrate";

export type PrepareOptions = {
  cluster: Cluster;
  /** Made when missing. */
  database: string;
  loginPassword: string;
  lite: LiteOptions;
  /** The project's folder `supabase`. */
  supabase: string;
};

/** Brings a database from whatever it is to what the first request needs, in the order in which each part needs the last. */
export async function prepareDatabase({ cluster, database, loginPassword, lite, supabase }: PrepareOptions) {
  await withSql(cluster.url("postgres"), (sql) => createDatabase(sql, database));
  const { makeAuthSchema } = await import("./lite");
  await makeAuthSchema(cluster.url(database), lite);
  await withSql(cluster.url(database), async (sql) => {
    await sql.unsafe(readFileSync(join(supabase, "local", "roles.sql"), "utf8"));
    await setLoginPassword(sql, loginPassword);
    await migrate(sql, join(supabase, "migrations"));
  });
}

/** The address that requests come in by: the same database, as a role that owns nothing. */
export function loginUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = "authenticator";
  url.password = encodeURIComponent(password);
  return url.href;
}

async function createDatabase(sql: Sql, name: string): Promise<void> {
  const [present] = await sql`select from pg_database where datname = ${name}`;
  if (!present) await sql`create database ${sql(name)}`;
}

async function setLoginPassword(sql: Sql, password: string): Promise<void> {
  const [statement] = await sql<{ text: string }[]>`
    select format('alter role authenticator password %L', ${password}::text) as text`;
  if (statement) await sql.unsafe(statement.text);
}

async function withSql<T>(url: string, use: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await use(sql);
  } finally {
    await sql.end();
  }
}
