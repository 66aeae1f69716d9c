import postgres from "postgres";
import { inject } from "vitest";

/** Copies the template under a name and returns the owner's address of the copy. */
export async function copyTemplate(name: string): Promise<string> {
  const { url, template } = inject("postgres");
  const sql = postgres(`${url}postgres`, { max: 1, onnotice: () => {} });
  try {
    await sql`drop database if exists ${sql(name)} with (force)`;
    await sql`create database ${sql(name)} template ${sql(template)}`;
    return `${url}${name}`;
  } finally {
    await sql.end();
  }
}

/** Throws a copy away. */
export async function dropCopy(name: string): Promise<void> {
  const sql = postgres(`${inject("postgres").url}postgres`, { max: 1, onnotice: () => {} });
  await sql`drop database if exists ${sql(name)} with (force)`;
  await sql.end();
}
