import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CannotStart } from "./cannot-start";
import { canEnter, type Unprivileged } from "./unprivileged";

/** Where Postgres can live when its unprivileged user cannot reach the project; survives a restart of the machine. */
export const REACHABLE = "/var/lib/hamkke";

/** Makes the data folder if it is missing and returns its real path. */
export function openDataFolder(folder: string): string {
  try {
    if (!existsSync(folder)) {
      makeFolder(resolve(folder));
      chmodSync(folder, 0o711);
    }
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOTDIR" || code === "EEXIST" ? "it is not a folder" : `it cannot be written (${code})`;
    throw new CannotStart(`Hamkke cannot keep its data in ${folder}: ${reason}; name another folder with HAMKKE_DATA.`);
  }
}

/**
 * The folder that holds the database files of a data folder: that folder itself, or, when root starts Hamkke where the
 * unprivileged user cannot go, one of its own below /var/lib/hamkke. Once chosen it is remembered, so that moving the
 * data folder does not lose the database.
 */
export function placeFor(dataFolder: string, user: Unprivileged | undefined): string {
  const note = join(dataFolder, "place");
  if (existsSync(note)) return remembered(readFileSync(note, "utf8").trim(), note);
  if (canEnter(dataFolder, user)) return dataFolder;
  const place = join(REACHABLE, createHash("sha256").update(dataFolder).digest("hex").slice(0, 16));
  mkdirSync(place, { recursive: true, mode: 0o711 });
  writeFileSync(note, `${place}\n`);
  return place;
}

/** Where the database files of a data folder were put, as far as anybody put them. */
export function knownPlace(dataFolder: string): string {
  const note = join(dataFolder, "place");
  return existsSync(note) ? readFileSync(note, "utf8").trim() : dataFolder;
}

/** Level by level: mkdir's own `recursive` never ends below a folder in which the system makes nothing. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function remembered(place: string, note: string): string {
  if (existsSync(place)) return place;
  throw new CannotStart(
    `The database files of this folder were kept in ${place}, which is gone; bring it back, or delete ${note} to begin with an empty database.`,
  );
}
