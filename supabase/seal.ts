import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const here = new URL("./", import.meta.url);
const checksums = new URL("checksums.json", here);

/** The seal as it should be: what takes the old behaviour away, then every policy file, access first. */
export function sealText(): string {
  const files = sqlFiles("policies/").sort((a, b) => Number(b === "access.sql") - Number(a === "access.sql"));
  const blocks = files.map((name) => `-- ── sealed: ${name}\n\n${read(`policies/${name}`)}`);
  return [
    "-- Sealed by `npm run db:seal` from supabase/policies. Change the files there, then seal again.\n",
    `-- ── sealed: reset.sql\n\n${read("reset.sql")}`,
    ...blocks,
  ].join("\n");
}

/** What keeps the migrations from being deployable as they are, in sentences. Empty when all is well. */
export function unsealed(): string[] {
  const { seals, state } = migrations();
  const last = state.at(-1) ?? "";
  const seal = seals[0];
  const complaints = landedChanges();
  for (const name of state.filter((name) => !landed()[name])) {
    complaints.push(`${name} has no checksum yet. Run npm run db:seal.`);
  }
  if (seals.length !== 1 || seal === undefined) {
    complaints.push(`There must be one seal, not ${seals.length}. Run npm run db:seal.`);
  } else if (seal < last) {
    complaints.push(`${seal} does not come after ${last}. Run npm run db:seal.`);
  } else if (read(`migrations/${seal}`) !== sealText()) {
    complaints.push(`${seal} is not what supabase/policies says. Run npm run db:seal.`);
  }
  return complaints;
}

/** Writes the one seal, after every other migration, and remembers the checksum of each. */
export function seal(now = new Date()): void {
  const changes = landedChanges();
  if (changes.length > 0) {
    throw new Error(changes.join("\n"));
  }
  if (unsealed().length === 0) {
    return;
  }
  const { seals, state } = migrations();
  const sums = Object.fromEntries(state.map((name) => [name, checksum(name)]));
  writeFileSync(checksums, `${JSON.stringify(sums, null, 2)}\n`);

  const text = sealText();
  const newest = seals.at(-1);
  if (seals.length === 1 && newest && newest > (state.at(-1) ?? "") && read(`migrations/${newest}`) === text) {
    return;
  }
  for (const name of seals) {
    rmSync(new URL(`migrations/${name}`, here));
  }
  const floor = Math.max(versionOf(state.at(-1)), versionOf(newest)) + 1;
  const stamp = Number(now.toISOString().replace(/\D/g, "").slice(0, 14));
  writeFileSync(new URL(`migrations/${Math.max(stamp, floor)}_seal.sql`, here), text);
}

function migrations(): { seals: string[]; state: string[] } {
  const all = sqlFiles("migrations/");
  return {
    seals: all.filter((name) => name.endsWith("_seal.sql")),
    state: all.filter((name) => !name.endsWith("_seal.sql")),
  };
}

/** A migration that has landed never changes: databases that ran it would differ from those that run it now. */
function landedChanges(): string[] {
  return Object.entries(landed())
    .filter(([name, sum]) => !migrations().state.includes(name) || checksum(name) !== sum)
    .map(([name]) => `${name} has landed and must not change. Write a new migration instead.`);
}

function landed(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(checksums, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return {};
    }
    throw error;
  }
}

function checksum(name: string): string {
  return createHash("sha256")
    .update(read(`migrations/${name}`))
    .digest("hex");
}

function versionOf(name: string | undefined): number {
  return Number(name?.slice(0, 14) ?? 0);
}

function sqlFiles(folder: string): string[] {
  return readdirSync(new URL(folder, here))
    .filter((name) => name.endsWith(".sql"))
    .sort();
}

function read(path: string): string {
  return readFileSync(new URL(path, here), "utf8").replaceAll("\r\n", "\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (process.argv.includes("--check")) {
    const complaints = unsealed();
    for (const complaint of complaints) {
      process.stderr.write(`${complaint}\n`);
    }
    process.exitCode = complaints.length > 0 ? 1 : 0;
  } else {
    seal();
  }
}
