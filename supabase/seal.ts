import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export type SealedFolder = {
  /** What keeps the migrations from being deployable as they are, in sentences. Empty when all is well. */
  unsealed(): string[];
  /** Writes the one seal, after every other migration, and remembers the checksum of each. */
  seal(now?: Date): void;
};

/** The folder `supabase`: its policies, and the migration that seals them. Until the first release there is one seal. */
export function readFolder(folder: string): SealedFolder {
  return {
    unsealed: () => [...landedChanges(folder), ...missingChecksums(folder), ...faultsOfSeal(folder)],
    seal: (now = new Date()) => {
      const changes = landedChanges(folder);
      if (changes.length > 0) {
        throw new Error(changes.join("\n"));
      }
      if (missingChecksums(folder).length > 0) {
        writeChecksums(folder);
      }
      if (faultsOfSeal(folder).length > 0) {
        writeSeal(folder, now);
      }
    },
  };
}

/** The seal as it should be: what takes the old behaviour away, then every policy file, access first. */
function sealText(folder: string): string {
  const files = sqlFiles(folder, "policies").sort((a, b) => Number(b === "access.sql") - Number(a === "access.sql"));
  const blocks = files.map((name) => `-- ── sealed: ${name}\n\n${read(folder, `policies/${name}`)}`);
  const text = [
    "-- Sealed by `npm run db:seal` from supabase/policies. Change the files there, then seal again.\n",
    `-- ── sealed: reset.sql\n\n${read(folder, "reset.sql")}`,
    ...blocks,
  ].join("\n");
  return `${text}\n${markOf(text)}`;
}

/** By this a database tells which seal it holds; the worker refuses any but the one it was built with. */
function markOf(text: string): string {
  const sum = createHash("sha256").update(text).digest("hex");
  return `-- ── sealed as\n\ncomment on schema private is\n  'What policies and functions need and no caller may address. Sealed as ${sum}.';\n`;
}

function faultsOfSeal(folder: string): string[] {
  const { seals, state } = migrations(folder);
  const [seal] = seals;
  if (seals.length !== 1 || seal === undefined) {
    return [`There must be one seal, not ${seals.length}. Run npm run db:seal.`];
  }
  const last = state.at(-1) ?? "";
  if (seal < last) {
    return [`${seal} does not come after ${last}. Run npm run db:seal.`];
  }
  return read(folder, `migrations/${seal}`) === sealText(folder)
    ? []
    : [`${seal} is not what supabase/policies says. Run npm run db:seal.`];
}

function writeSeal(folder: string, now: Date): void {
  const { seals, state } = migrations(folder);
  const text = sealText(folder);
  for (const name of seals) {
    rmSync(join(folder, "migrations", name));
  }
  const floor = Math.max(versionOf(state.at(-1)), versionOf(seals.at(-1))) + 1;
  const stamp = Number(now.toISOString().replace(/\D/g, "").slice(0, 14));
  writeFileSync(join(folder, "migrations", `${Math.max(stamp, floor)}_seal.sql`), text);
}

/** A migration that has landed never changes: databases that ran it would differ from those that run it now. */
function landedChanges(folder: string): string[] {
  const { state } = migrations(folder);
  return Object.entries(landed(folder))
    .filter(([name, sum]) => !state.includes(name) || checksum(folder, name) !== sum)
    .map(([name]) => `${name} has landed and must not change. Write a new migration instead.`);
}

function missingChecksums(folder: string): string[] {
  const sums = landed(folder);
  return migrations(folder)
    .state.filter((name) => !(name in sums))
    .map((name) => `${name} has no checksum yet. Run npm run db:seal.`);
}

function writeChecksums(folder: string): void {
  const sums = Object.fromEntries(migrations(folder).state.map((name) => [name, checksum(folder, name)]));
  writeFileSync(join(folder, "checksums.json"), `${JSON.stringify(sums, null, 2)}\n`);
}

function landed(folder: string): Record<string, string> {
  const file = join(folder, "checksums.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function migrations(folder: string): { seals: string[]; state: string[] } {
  const all = sqlFiles(folder, "migrations");
  return {
    seals: all.filter((name) => name.endsWith("_seal.sql")),
    state: all.filter((name) => !name.endsWith("_seal.sql")),
  };
}

function checksum(folder: string, name: string): string {
  return createHash("sha256")
    .update(read(folder, `migrations/${name}`))
    .digest("hex");
}

function versionOf(name: string | undefined): number {
  return Number(name?.slice(0, 14) ?? 0);
}

function sqlFiles(folder: string, part: string): string[] {
  return readdirSync(join(folder, part))
    .filter((name) => name.endsWith(".sql"))
    .sort();
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8").replaceAll("\r\n", "\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = readFolder(import.meta.dirname);
  if (process.argv.includes("--check")) {
    const faults = folder.unsealed();
    process.stderr.write(faults.map((fault) => `${fault}\n`).join(""));
    process.exitCode = faults.length > 0 ? 1 : 0;
  } else {
    folder.seal();
  }
}
