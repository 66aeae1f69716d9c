import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readFolder } from "../seal";

let folder: string;
const at = (path: string) => join(folder, path);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hamkke-seal-"));
  for (const part of ["migrations", "policies", "reset.sql", "checksums.json"]) {
    cpSync(join(import.meta.dirname, "..", part), at(part), { recursive: true });
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

const seals = () => readdirSync(at("migrations")).filter((name) => name.endsWith("_seal.sql"));

test("the policies as they are in the project are sealed", () => {
  expect(readFolder(folder).unsealed()).toEqual([]);
  expect(readFolder(folder).seal()).toBeUndefined();
});

test("a changed policy is noticed, and one seal takes the place of the last", () => {
  const before = seals();
  writeFileSync(at("policies/people.sql"), `${readFileSync(at("policies/people.sql"), "utf8")}\n-- changed\n`);
  expect(readFolder(folder).unsealed()).toEqual([expect.stringContaining("is not what supabase/policies says")]);
  readFolder(folder).seal();
  expect(readFolder(folder).unsealed()).toEqual([]);
  expect(seals()).toHaveLength(1);
  expect(seals()[0]?.localeCompare(before[0] ?? "")).toBe(1);
});

test("a seal edited by hand, a missing one and one too many are noticed", () => {
  const [seal = ""] = seals();
  writeFileSync(at(`migrations/${seal}`), `${readFileSync(at(`migrations/${seal}`), "utf8")} `);
  expect(readFolder(folder).unsealed()).toHaveLength(1);
  rmSync(at(`migrations/${seal}`));
  expect(readFolder(folder).unsealed()).toHaveLength(1);
  readFolder(folder).seal();
  writeFileSync(at("migrations/20260101000000_seal.sql"), "");
  expect(readFolder(folder).unsealed()).toHaveLength(1);
});

test("a new migration moves the seal behind it", () => {
  writeFileSync(at("migrations/20990101000000_more.sql"), "select 1;");
  expect(readFolder(folder).unsealed().length).toBeGreaterThan(0);
  readFolder(folder).seal();
  expect(readdirSync(at("migrations")).sort().at(-1)).toBe(seals()[0]);
  expect(readFolder(folder).unsealed()).toEqual([]);
});

test("a migration that has landed does not change and does not vanish", () => {
  const landed = readdirSync(at("migrations")).find((name) => name.endsWith("_people.sql")) ?? "";
  writeFileSync(at(`migrations/${landed}`), "select 1;");
  expect(readFolder(folder).unsealed().join()).toContain(landed);
  expect(() => readFolder(folder).seal()).toThrow("must not change");
  rmSync(at(`migrations/${landed}`));
  expect(() => readFolder(folder).seal()).toThrow("must not change");
});
