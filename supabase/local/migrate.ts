import type { Sql, TransactionSql } from "postgres";
import { CannotStart } from "./cannot-start";
import { type Migration, readMigrations } from "./migrations";

/**
 * Brings a database to the state of a folder of migrations and returns the files that ran. They are recorded as the
 * Supabase CLI records them, with a checksum beside it: a migration that landed does not change. The seal is replayed
 * whole whenever it, or anything before it, is new.
 */
export async function migrate(sql: Sql, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(hashtextextended('hamkke:migrate', 0))`;
    await connection.unsafe(RECORDS);
    const landed = await readLanded(connection);
    refuseChanges(migrations, landed);

    const ran: string[] = [];
    for (const migration of migrations) {
      if (!isDue(migration, landed.get(migration.version), ran.length > 0)) continue;
      await apply(connection, migration);
      ran.push(migration.file);
    }
    await forgetOldSeals(connection, migrations, landed);
    return ran;
  } finally {
    await connection`select pg_advisory_unlock_all()`.catch(() => {});
    connection.release();
  }
}

type Landed = { version: string; name: string | null; checksum: string | null };

const RECORDS = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (
    version text primary key, statements text[], name text);
  create table if not exists supabase_migrations.checksums (
    version text primary key references supabase_migrations.schema_migrations on delete cascade,
    checksum text not null);
  comment on table supabase_migrations.checksums is 'The sha256 of each migration as it landed.';`;

async function readLanded(sql: Sql): Promise<Map<string, Landed>> {
  const rows = await sql<Landed[]>`
    select version, name, checksum
    from supabase_migrations.schema_migrations left join supabase_migrations.checksums using (version)`;
  return new Map(rows.map((row) => [row.version, row]));
}

function refuseChanges(migrations: Migration[], landed: Map<string, Landed>): void {
  const present = new Map(migrations.map((migration) => [migration.version, migration]));
  for (const { version, name, checksum } of landed.values()) {
    const file = present.get(version);
    if (!file && !isSealName(name)) {
      throw new CannotStart(
        `The database holds the migration ${version} (${name}), which this Hamkke does not know; start the newer Hamkke that made it.`,
      );
    }
    if (file && !file.isSeal && checksum !== null && checksum !== file.checksum) {
      throw new CannotStart(
        `The migration ${file.file} was changed after it landed in this database; put its text back and write a new migration.`,
      );
    }
  }
}

const isSealName = (name: string | null) => name === "seal" || name?.endsWith("_seal") === true;

/** A landing without a checksum was the CLI's; it is taken at its word. */
function isDue(migration: Migration, landed: Landed | undefined, afterNews: boolean): boolean {
  if (!landed) return true;
  if (!migration.isSeal) return false;
  return afterNews || (landed.checksum !== null && landed.checksum !== migration.checksum);
}

async function apply(connection: Sql, { version, name, file, text, checksum }: Migration): Promise<void> {
  await connection.unsafe("begin");
  try {
    await connection.unsafe(text);
    await connection`
      insert into supabase_migrations.schema_migrations (version, name, statements) values (${version}, ${name}, ${[text]})
      on conflict (version) do update set name = excluded.name, statements = excluded.statements`;
    await connection`
      insert into supabase_migrations.checksums (version, checksum) values (${version}, ${checksum})
      on conflict (version) do update set checksum = excluded.checksum`;
    await connection.unsafe("commit");
  } catch (error) {
    await connection.unsafe("rollback");
    throw new CannotStart(`The migration ${file} failed and changed nothing: ${describe(error, text)}`);
  }
}

function describe(error: unknown, text: string): string {
  const { message, position } = error as { message: string; position?: string };
  const line = position ? ` (line ${text.slice(0, Number(position)).split("\n").length})` : "";
  return `${message}${line}`;
}

async function forgetOldSeals(sql: Sql | TransactionSql, migrations: Migration[], landed: Map<string, Landed>) {
  const present = new Set(migrations.map(({ version }) => version));
  const gone = [...landed.values()].filter(({ version, name }) => isSealName(name) && !present.has(version));
  for (const { version } of gone) {
    await sql`delete from supabase_migrations.schema_migrations where version = ${version}`;
  }
}
