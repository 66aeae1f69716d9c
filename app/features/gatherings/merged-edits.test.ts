import fc from "fast-check";
import { expect, test } from "vitest";
import type { FormValues } from "./form-values";
import { fieldsInConflict, mergedEdits, readBase } from "./merged-edits";

const base = { area: "Los Angeles", starts: "10:00 AM", "title.en": "Clinic", languages: ["ko"] };

test("a colleague's newer edit stays in the fields I did not touch, and mine in those I did", () => {
  const typed = { ...base, area: "Koreatown" };
  const stored = { ...base, "title.en": "Citizenship clinic", languages: ["ko", "es"] };
  expect(mergedEdits({ base, typed, stored })).toEqual({ ...stored, area: "Koreatown" });
  expect(fieldsInConflict({ base, typed, stored })).toEqual([]);
});

test("where both changed a field, mine stays in the form and both are shown", () => {
  const typed = { ...base, area: "Koreatown" };
  const stored = { ...base, area: "Pico Union" };
  expect(mergedEdits({ base, typed, stored })).toEqual(typed);
  expect(fieldsInConflict({ base, typed, stored })).toEqual(["area"]);
});

test("the same time written in another way is no change", () => {
  const stored = { ...base, starts: "11:00 AM" };
  expect(mergedEdits({ base, typed: { ...base, starts: "10am" }, stored }).starts).toBe("11:00 AM");
});

test("of any two edits of the same version, none is lost: each field is somebody's edit, or both are shown", () => {
  const value = fc.constantFrom(undefined, "a", "b", "c");
  const values = fc.record({ area: value, notes: value, "title.ko": value, "detail.address": value });
  fc.assert(
    fc.property(values, values, values, (was, mine, theirs) => {
      const edits: { base: FormValues; typed: FormValues; stored: FormValues } = {
        base: was,
        typed: mine,
        stored: theirs,
      };
      const merged = mergedEdits(edits);
      const shown = fieldsInConflict(edits);
      for (const name of Object.keys(was) as (keyof typeof was)[]) {
        if (mine[name] !== was[name]) expect(merged[name]).toBe(mine[name]);
        if (theirs[name] !== was[name] && merged[name] !== theirs[name]) expect(shown).toContain(name);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a base that did not arrive as one is read as what is stored", () => {
  const stored = { area: "Pico Union" };
  expect(readBase(undefined, stored)).toBe(stored);
  expect(readBase("{", stored)).toBe(stored);
  expect(readBase("[1]", stored)).toBe(stored);
  expect(readBase('{"area":"x","n":1}', stored)).toEqual({ area: "x" });
});
