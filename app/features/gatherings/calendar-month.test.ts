import { expect, test } from "vitest";
import { monthAround, readCalendarState } from "./calendar-month";

const today = "2026-11-22";

test("a calendar without an address shows today's month", () => {
  expect(readCalendarState(new URLSearchParams(), today)).toEqual({ on: today, view: "month" });
});

test("a day and a view in the address are followed", () => {
  expect(readCalendarState(new URLSearchParams("on=2027-02-03&view=agenda"), today)).toEqual({
    on: "2027-02-03",
    view: "agenda",
  });
});

test.each(["2026-02-30", "1999-12-31", "2100-01-01", "9999999-01-01", "yesterday", "2026-11", "' or 1=1"])(
  "the day %j in the address counts as not said",
  (on) => {
    expect(readCalendarState(new URLSearchParams({ on, view: "year" }), today)).toEqual({ on: today, view: "month" });
  },
);

test("a month stands in whole weeks that begin on Sunday", () => {
  expect(monthAround("2026-11-22")).toEqual({
    first: "2026-11-01",
    last: "2026-11-30",
    gridFirst: "2026-11-01",
    gridLast: "2026-12-05",
    weeks: 5,
    previous: "2026-10-01",
    next: "2026-12-01",
  });
  expect(monthAround("2026-02-10")).toMatchObject({ gridFirst: "2026-02-01", gridLast: "2026-02-28", weeks: 4 });
  expect(monthAround("2026-08-10")).toMatchObject({ gridFirst: "2026-07-26", gridLast: "2026-09-05", weeks: 6 });
});

test("December leads to January of the next year, and the last year leads nowhere", () => {
  expect(monthAround("2026-12-31")).toMatchObject({ previous: "2026-11-01", next: "2027-01-01" });
  expect(monthAround("2099-12-31").next).toBeNull();
  expect(monthAround("2000-01-01").previous).toBeNull();
});
