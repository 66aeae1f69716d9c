import { expect, test } from "vitest";
import { sampleStored } from "../../../tests/support/sample-gathering";
import { storedValues, versionSeen } from "./form-values";
import { readTypedTime } from "./typed-time";

const name = (tag: string) => `<${tag}>`;

test.each(["en", "ko"])("a stored time is written so that it is read back alike (%s)", (locale) => {
  for (let minute = 0; minute < 24 * 60; minute += 7) {
    const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    const values = storedValues(sampleStored({ starts_local: `2026-12-05T${time}:00` }), locale, name);
    expect(readTypedTime(String(values.starts))).toEqual({ time });
  }
});

test("a gathering that ends the same day shows no other day of ending", () => {
  expect(storedValues(sampleStored(), "en", name).ends_on).toBeUndefined();
  const vigil = sampleStored({ ends_local: "2026-12-06T02:00:00" });
  expect(storedValues(vigil, "en", name).ends_on).toBe("2026-12-06");
});

test("languages without a box are written out by name", () => {
  const values = storedValues(sampleStored({ languages: ["ko", "th", "mn"] }), "en", name);
  expect([values.languages, values.other_languages]).toEqual([["ko"], "<th>, <mn>"]);
});

test("a form sends the version its writer saw, and the newer one only after being told of it", () => {
  const stored = { version: 4 };
  const values = { seen_version: "3" };
  expect(versionSeen(undefined, stored)).toBe("4");
  expect(versionSeen({ values, errors: { ends: [{ key: "required" }] } }, stored)).toBe("3");
  expect(versionSeen({ values, errors: {}, refusal: { key: "changed_meanwhile" } }, stored)).toBe("4");
});
