import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beginningOf, rememberBeginning } from "../beginning";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hamkke-beginning-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a new folder begins as it is asked to", () => {
  expect(beginningOf(folder, true)).toBe("demonstration");
  expect(beginningOf(folder, false)).toBe("empty");
});

test("the demonstration's folder is not served as a real one", () => {
  rememberBeginning(folder, "demonstration");
  expect(beginningOf(folder, true)).toBe("demonstration");
  expect(() => beginningOf(folder, false)).toThrow(
    `The folder ${folder} holds the demonstration; start it without HAMKKE_DEMO=off, or name another folder with HAMKKE_DATA.`,
  );
});

test("a folder that began empty never gets the demonstration's accounts", () => {
  rememberBeginning(folder, "empty");
  expect(beginningOf(folder, true)).toBe("empty");
  rememberBeginning(folder, "demonstration");
  expect(beginningOf(folder, true)).toBe("empty");
});
