import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import postgres, { type Sql } from "postgres";
import { CannotStart } from "../cannot-start";
import { lockHolder, takeLock } from "../lock";
import { stopOrphan } from "../orphan";
import { knownPlace } from "../place";
import type { Ports } from "../ports";
import { readSecrets } from "../secrets";
import { copyFile, eachOf, listBelow, machine, requireEmpty, writeContents } from "./contents";

export type Backup = { files: number; whileServing: boolean };

/**
 * Copies the database and the secrets that belong to it into an empty folder: while Hamkke serves, as Postgres's own base
 * backups are taken; otherwise as the files lie there, and nobody starts it meanwhile.
 */
export async function takeBackup(dataFolder: string, target: string): Promise<Backup> {
  if (!existsSync(join(dataFolder, "secrets"))) throw new CannotStart(`There is no data of Hamkke in ${dataFolder}.`);
  const folder = realpathSync(dataFolder);
  const place = knownPlace(folder);
  if (!existsSync(join(place, "postgres", "PG_VERSION"))) throw new CannotStart(`There is no database in ${place}.`);
  for (const own of [folder, place]) {
    if (`${resolve(target)}${sep}`.startsWith(`${own}${sep}`)) {
      throw new CannotStart(`A backup inside ${own} would be lost with it; name a folder elsewhere.`);
    }
  }
  await requireEmpty(target, "a backup needs one of its own");
  await chmod(target, 0o700);
  try {
    const whileServing = (await lockHolder(place)) !== undefined;
    const kept = whileServing ? await copyServed(folder, place, target) : await copyAtRest(place, target);
    const { files: secrets } = await listBelow(folder, "secrets");
    await keep(folder, secrets, target, kept);
    if (existsSync(join(folder, "begun-as"))) await keep(folder, ["begun-as"], target, kept);
    await writeContents(target, { format: 1, taken_at: new Date().toISOString(), machine, ...kept });
    return { files: Object.keys(kept.files).length, whileServing };
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    throw error;
  }
}

type Kept = { folders: string[]; files: Record<string, string> };

async function copyAtRest(place: string, target: string): Promise<Kept> {
  const unlock = await takeLock(place);
  try {
    // Left by a process that was killed, it would write while its files are copied.
    await stopOrphan(join(place, "postgres"), () => {});
    const kept: Kept = { folders: [], files: {} };
    await keepDatabase(place, target, kept);
    return kept;
  } finally {
    await unlock();
  }
}

/** https://www.postgresql.org/docs/17/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP */
async function copyServed(folder: string, place: string, target: string): Promise<Kept> {
  const sql = await connect(folder);
  const kept: Kept = { folders: [], files: {} };
  try {
    // As long as this connection lasts, the log from here on is kept.
    await sql`select pg_create_physical_replication_slot(${`hamkke_backup_${process.pid}`}, true, true)`;
    const [begun] = await sql<{ wal: string }[]>`select pg_walfile_name(pg_backup_start('hamkke', true)) as wal`;
    await keepDatabase(place, target, kept, "served");
    const [ended] = await sql<{ labelfile: string }[]>`select labelfile from pg_backup_stop(false)`;
    const label = ended?.labelfile ?? "";
    await writeFile(join(target, "postgres", "backup_label"), label, { mode: 0o600, flush: true });
    kept.files[join("postgres", "backup_label")] = createHash("sha256").update(label).digest("hex");
    const { files: log } = await listBelow(place, join("postgres", "pg_wal"));
    const needed = log.filter((path) => /[0-9A-F]{24}$/.test(path) && path.slice(-24) >= (begun?.wal ?? ""));
    await keep(place, needed, target, kept);
    return kept;
  } finally {
    await sql.end();
  }
}

async function connect(folder: string): Promise<Sql> {
  const { ownerPassword } = await readSecrets(folder);
  const ports = JSON.parse(readFileSync(join(folder, "ports.json"), "utf8")) as Ports;
  const sql = postgres(
    `postgres://postgres:${encodeURIComponent(ownerPassword)}@127.0.0.1:${ports.postgres}/postgres`,
    { max: 1, max_lifetime: null, onnotice: () => {} },
  );
  try {
    await sql`select 1`;
    return sql;
  } catch {
    await sql.end();
    throw new CannotStart("Hamkke is just starting or stopping; take the backup in a moment.");
  }
}

/** What a running Postgres keeps for itself alone: its folders are needed, what is in them is made anew. */
const FLEETING =
  /^postgres\/(?:postmaster\.(?:pid|opts)$|(?:pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/)|pgsql_tmp|pg_internal\.init/;

async function keepDatabase(place: string, target: string, kept: Kept, how?: "served"): Promise<void> {
  const { folders, files } = await listBelow(place, "postgres");
  // Where recovery begins is read after everything that it recovers; the log is copied when it is whole.
  const control = join("postgres", "global", "pg_control");
  const log = join("postgres", "pg_wal", sep);
  const lasting = files.filter((path) => path !== control && !(how === "served" && path.startsWith(log)));
  kept.folders.push("postgres", ...folders.filter((path) => !FLEETING.test(inUnix(path))));
  for (const path of kept.folders) await mkdir(join(target, path), { mode: 0o700 });
  const whole = lasting.filter((path) => !FLEETING.test(inUnix(path)));
  await keep(place, whole, target, kept, how);
  await keep(place, [control], target, kept);
}

const inUnix = (path: string) => path.replaceAll(sep, "/");

/** Copies files to the same paths below another folder. Postgres may drop a table while it serves; nothing else may go. */
async function keep(from: string, files: string[], target: string, kept: Kept, how?: "served"): Promise<void> {
  await eachOf(files, async (file) => {
    await mkdir(dirname(join(target, file)), { recursive: true, mode: 0o700 });
    try {
      kept.files[file] = await copyFile(join(from, file), join(target, file));
    } catch (error) {
      if (how !== "served" || (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  });
}
