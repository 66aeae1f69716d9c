import fc from "fast-check";
import { expect, test } from "vitest";
import type { FormValues } from "~/platform/form-values";
import { fieldsInConflict, mergedEdits, readBase } from "./merged-edits";
import { audiences } from "./vocabulary";

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

const inside = { ...base, audience: "everyone", "detail.address": "Old hall 1", "detail.audience": "owner" };

test("the tick that publishes an address is not spent on an address its writer never saw", () => {
  const typed = { ...inside, "detail.audience": "everyone", "detail.publish": "true" };
  const stored = { ...inside, "detail.address": "Safe house 7" };
  const merged = mergedEdits({ base: inside, typed, stored });
  expect(merged["detail.publish"]).toBeUndefined();
  expect(merged["detail.address"]).toBe("Safe house 7");
});

test("an address I wrote for us alone stays ours when a colleague has opened the details meanwhile, and both are shown", () => {
  const typed = { ...inside, "detail.address": "Safe house 9" };
  const stored = { ...inside, "detail.audience": "coalition", "detail.coalition_id": "c1" };
  const edits = { base: inside, typed, stored };
  expect(mergedEdits(edits)).toMatchObject({ "detail.address": "Safe house 9", "detail.audience": "owner" });
  expect(fieldsInConflict(edits)).toContain("detail.audience");
});

test("what a colleague has closed meanwhile is not opened again by my other changes", () => {
  const typed = { ...inside, area: "Koreatown" };
  const stored = { ...inside, audience: "named", recipients: ["b", "c"] };
  const edits = { base: inside, typed, stored };
  expect(mergedEdits(edits)).toMatchObject({ audience: "named", recipients: ["b", "c"], area: "Koreatown" });
  expect(fieldsInConflict(edits)).toEqual(expect.arrayContaining(["audience", "recipients"]));
});

test("of two lists of named organizations, those stay that both name", () => {
  const was = { ...inside, audience: "named", recipients: ["a"] };
  const edits = { base: was, typed: { ...was, recipients: ["a", "b"] }, stored: { ...was, recipients: ["b", "c"] } };
  expect(mergedEdits(edits).recipients).toEqual(["b"]);
});

test("whoever touched nothing of a layer takes over who sees it", () => {
  const edits = {
    base: inside,
    typed: { ...inside, area: "Koreatown" },
    stored: { ...inside, "detail.audience": "named" },
  };
  expect(mergedEdits(edits)["detail.audience"]).toBe("named");
  expect(fieldsInConflict(edits)).toEqual([]);
});

test("whatever two people do, a layer that both worked on is opened to nobody whom one of them kept out", () => {
  const values = fc.record({
    "detail.address": fc.constantFrom("a", "b"),
    "detail.audience": fc.constantFrom(...audiences),
    "detail.recipients": fc.subarray(["x", "y"]),
  });
  fc.assert(
    fc.property(values, values, values, (was, mine, theirs) => {
      const merged = mergedEdits({ base: was, typed: mine, stored: theirs });
      const width = (one: FormValues) => audiences.indexOf(one["detail.audience"] as (typeof audiences)[number]);
      if (mine["detail.address"] === was["detail.address"]) return;
      if (theirs["detail.audience"] === was["detail.audience"]) return;
      expect(width(merged)).toBeLessThanOrEqual(Math.min(width(mine), width(theirs)));
    }),
    { numRuns: 1000 },
  );
});
