import { expect, test } from "vitest";
import { calendarAddress, readCalendarQuestion } from "./calendar-question";
import { spanAround } from "./calendar-span";

const today = "2026-11-22";

test("a calendar without an address shows today's month", () => {
  expect(readCalendarQuestion(new URLSearchParams(), today)).toMatchObject({ on: today, view: "month" });
});

test("a day and a view in the address are followed", () => {
  expect(readCalendarQuestion(new URLSearchParams("on=2027-02-03&view=agenda"), today)).toMatchObject({
    on: "2027-02-03",
    view: "agenda",
  });
});

test.each(["2026-02-30", "1999-12-31", "2100-01-01", "9999999-01-01", "yesterday", "2026-11", "' or 1=1"])(
  "the day %j in the address counts as not said",
  (on) => {
    expect(readCalendarQuestion(new URLSearchParams({ on, view: "year" }), today)).toMatchObject({
      on: today,
      view: "month",
    });
  },
);

test("what narrows a calendar is kept in its address", () => {
  const address = "?on=2026-12-01&view=week&org=krcla&org=nakasec&kind=clinic&spoken=ko&ours=1";
  expect(calendarAddress(readCalendarQuestion(new URLSearchParams(address), today))).toBe(address);
  const strange = new URLSearchParams("org=%3Cb%3E&kind=party&spoken=1&from=-3&org=krcla&org=krcla");
  expect(readCalendarQuestion(strange, today)).toMatchObject({
    organizations: ["krcla"],
    kinds: [],
    languages: [],
    from: 0,
  });
});

test("a week stands from the weekday on which the reader's weeks begin", () => {
  expect(spanAround("2026-11-25", "week", 0)).toMatchObject({ first: "2026-11-22", last: "2026-11-28" });
  expect(spanAround("2026-11-22", "week", 1)).toMatchObject({ first: "2026-11-16", previous: "2026-11-09" });
  expect(spanAround("2026-11-25", "day", 0)).toMatchObject({ first: "2026-11-25", next: "2026-11-26" });
});

test("a month stands in whole weeks that begin on Sunday", () => {
  expect(spanAround("2026-11-22", "month", 0)).toEqual({
    first: "2026-11-01",
    last: "2026-11-30",
    gridFirst: "2026-11-01",
    gridLast: "2026-12-05",
    weeks: 5,
    previous: "2026-10-01",
    next: "2026-12-01",
  });
  expect(spanAround("2026-02-10", "month", 0)).toMatchObject({
    gridFirst: "2026-02-01",
    gridLast: "2026-02-28",
    weeks: 4,
  });
  expect(spanAround("2026-08-10", "month", 0)).toMatchObject({
    gridFirst: "2026-07-26",
    gridLast: "2026-09-05",
    weeks: 6,
  });
});

test("December leads to January of the next year, and the last year leads nowhere", () => {
  expect(spanAround("2026-12-31", "month", 0)).toMatchObject({ previous: "2026-11-01", next: "2027-01-01" });
  expect(spanAround("2099-12-31", "month", 0).next).toBeNull();
  expect(spanAround("2000-01-01", "month", 0).previous).toBeNull();
});
