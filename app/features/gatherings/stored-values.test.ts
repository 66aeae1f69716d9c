import { expect, test } from "vitest";
import en from "~/i18n/messages/en";
import { readTypedTime } from "~/platform/typed-time";
import { sampleStored } from "../../../tests/support/sample-gathering";
import { storedValues } from "./stored-values";

const names = en.language;

test.each(["en", "ko"])("a stored time is written so that it is read back alike (%s)", (locale) => {
  for (let minute = 0; minute < 24 * 60; minute += 7) {
    const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    const values = storedValues(sampleStored({ starts_local: `2026-12-05T${time}:00` }), locale, names);
    expect(readTypedTime(String(values.starts))).toEqual({ time });
  }
});

test("a gathering that ends the same day shows no other day of ending", () => {
  expect(storedValues(sampleStored(), "en", names).ends_on).toBeUndefined();
  const vigil = sampleStored({ ends_local: "2026-12-06T02:00:00" });
  expect(storedValues(vigil, "en", names).ends_on).toBe("2026-12-06");
});

test("languages without a box are written out by name", () => {
  const values = storedValues(sampleStored({ languages: ["ko", "th", "mn", "zh-Hant"] }), "en", names);
  expect([values.languages, values.other_languages]).toEqual([["ko"], "Thai, Mongolian, zh-Hant"]);
});
