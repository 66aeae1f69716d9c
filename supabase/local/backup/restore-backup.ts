import { chownSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { findBinaries } from "../binaries";
import { CannotStart } from "../cannot-start";
import { startCluster } from "../cluster";
import { takeLock } from "../lock";
import { openDataFolder, placeFor, REACHABLE } from "../place";
import { choosePorts } from "../ports";
import { readSecrets } from "../secrets";
import { DATABASE } from "../stack";
import { findUnprivileged, type Unprivileged } from "../unprivileged";
import { type Contents, copyFile, eachOf, readContents, requireEmpty } from "./contents";

/**
 * Puts a backup into an empty data folder, starts its Postgres once to see that it is whole, and ends every session: a
 * device that was signed out since would be signed in again.
 */
export async function restoreBackup(backup: string, dataFolder: string): Promise<Contents> {
  const contents = await readContents(backup);
  const folder = openDataFolder(dataFolder);
  await requireEmpty(folder, "a backup is restored into one that is, named with HAMKKE_DATA");
  const user = findUnprivileged();
  const place = placeFor(folder, user);
  const unlock = await takeLock(place);
  try {
    await copyDatabase(backup, contents, place, user);
    await copyRest(backup, contents, folder);
    await openOnce(folder, place, user);
    return contents;
  } catch (error) {
    for (const made of ["postgres", "secrets", "begun-as", "ports.json", "place"]) {
      for (const where of [folder, place]) await rm(join(where, made), { recursive: true, force: true });
    }
    throw error;
  } finally {
    await unlock();
  }
}

/** Beside its place first: files that are there half are no database. */
async function copyDatabase(
  backup: string,
  { folders, files }: Contents,
  place: string,
  user: Unprivileged | undefined,
) {
  const draft = join(place, `postgres.new-${process.pid}`);
  const own = (path: string) => user && chownSync(path, user.uid, user.gid);
  const inDraft = (path: string) => join(draft, path.slice("postgres".length));
  try {
    for (const path of folders) {
      await mkdir(inDraft(path), { mode: 0o700 });
      own(inDraft(path));
    }
    const ofDatabase = Object.entries(files).filter(([path]) => isOfDatabase(path));
    await eachOf(ofDatabase, async ([path, hash]) => {
      await copyChecked(backup, path, inDraft(path), hash);
      own(inDraft(path));
    });
    await rename(draft, join(place, "postgres"));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function copyRest(backup: string, { files }: Contents, folder: string): Promise<void> {
  for (const [path, hash] of Object.entries(files)) {
    if (isOfDatabase(path)) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    await copyChecked(backup, path, join(folder, path), hash);
  }
}

const isOfDatabase = (path: string) => /^postgres[\\/]/.test(path);

async function copyChecked(backup: string, path: string, to: string, hash: string): Promise<void> {
  const found = await copyFile(join(backup, path), to).catch((error: NodeJS.ErrnoException) => error.code ?? "unread");
  if (found !== hash) throw new CannotStart(`The backup ${backup} is damaged: ${path} is not what was copied.`);
}

async function openOnce(folder: string, place: string, user: Unprivileged | undefined): Promise<void> {
  const { ownerPassword } = await readSecrets(folder);
  const cluster = await startCluster({
    folder: join(place, "postgres"),
    port: (await choosePorts(folder)).postgres,
    password: ownerPassword,
    binaries: findBinaries(user, user ? REACHABLE : place),
    user,
    log: () => {},
  });
  const sql = postgres(cluster.url(DATABASE), { max: 1, onnotice: () => {} });
  try {
    await sql`delete from auth.refresh_tokens`;
    await sql`delete from auth.sessions`;
    await sql`delete from private.mailed_links where kind <> 'unsubscribe'`;
  } finally {
    await sql.end();
    await cluster.stop();
  }
}
