import { expect, test } from "vitest";
import { searchOfSpan, valuesFromCalendar } from "./values-from-calendar";

test("hours chosen in a calendar stand in the form", () => {
  const span = { starts: "2026-12-05T22:00:00", ends: "2026-12-06T01:30:00" };
  expect(valuesFromCalendar(new URLSearchParams(searchOfSpan(span)))).toEqual({
    ...{ starts_on: "2026-12-05", starts: "22:00", ends_on: "2026-12-06", ends: "01:30" },
  });
});

test("what is no day or time is left out", () => {
  const search = new URLSearchParams("on=2026-02-30&until=never&starts=25:00&ends=<b>&title=x");
  expect(valuesFromCalendar(search)).toEqual({});
});
