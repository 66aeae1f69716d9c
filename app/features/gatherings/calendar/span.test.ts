import { expect, test } from "vitest";
import { isShownDay, spanAround, weekNumber } from "./span";

const sunday = 0;
const monday = 1;

test("a month stands in whole weeks, which begin where the language says", () => {
  expect(spanAround("month", "2026-11-22", sunday)).toEqual({
    view: "month",
    on: "2026-11-22",
    first: "2026-11-01",
    last: "2026-11-30",
    gridFirst: "2026-11-01",
    gridLast: "2026-12-05",
    weeks: 5,
    previous: "2026-10-01",
    next: "2026-12-01",
  });
  expect(spanAround("month", "2026-11-22", monday)).toMatchObject({ gridFirst: "2026-10-26", gridLast: "2026-12-06" });
  expect(spanAround("month", "2026-02-10", sunday)).toMatchObject({ gridLast: "2026-02-28", weeks: 4 });
  expect(spanAround("month", "2026-08-10", sunday)).toMatchObject({ gridFirst: "2026-07-26", weeks: 6 });
});

test("a list of a month asks for that month alone, a day for that day", () => {
  expect(spanAround("agenda", "2026-11-22", sunday)).toMatchObject({ gridFirst: "2026-11-01", gridLast: "2026-11-30" });
  expect(spanAround("day", "2026-12-31", sunday)).toMatchObject({
    ...{ gridFirst: "2026-12-31", gridLast: "2026-12-31" },
    ...{ previous: "2026-12-30", next: "2027-01-01" },
  });
});

test("a week holds its day, also on the weekend", () => {
  expect(spanAround("week", "2026-11-22", sunday)).toMatchObject({ first: "2026-11-22", last: "2026-11-28" });
  expect(spanAround("week", "2026-11-22", monday)).toMatchObject({ first: "2026-11-16", last: "2026-11-22" });
});

test("December leads to January of the next year, and the last year leads nowhere", () => {
  expect(spanAround("month", "2026-12-31", sunday)).toMatchObject({ previous: "2026-11-01", next: "2027-01-01" });
  expect(spanAround("month", "2099-12-31", sunday).next).toBeNull();
  expect(spanAround("week", "2000-01-01", monday).previous).toBeNull();
});

test("weeks are counted by their Thursday, wherever they begin", () => {
  expect(weekNumber("2026-12-27", sunday)).toBe(53);
  expect(weekNumber("2026-12-28", monday)).toBe(53);
  expect(weekNumber("2027-01-03", sunday)).toBe(1);
  expect(weekNumber("2026-11-22", sunday)).toBe(48);
});

test.each(["2026-02-30", "1999-12-31", "2100-01-01", "9999999-01-01", "yesterday", "2026-11", "' or 1=1"])(
  "%j is no day that a calendar shows",
  (on) => {
    expect(isShownDay(on)).toBe(false);
  },
);
