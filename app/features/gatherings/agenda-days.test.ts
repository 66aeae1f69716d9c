import { expect, test } from "vitest";
import { sampleCard } from "../../../tests/support/sample-gathering";
import { between, groupByDay, unshownByDay } from "./agenda-days";

const at = (id: string, starts_local: string, ends_local: string) => sampleCard({ id, starts_local, ends_local });

test("gatherings stand under the day on which they begin at their place, soonest first", () => {
  const cards = [
    at("c", "2026-12-06T09:00:00", "2026-12-06T10:00:00"),
    at("b", "2026-12-05T19:00:00", "2026-12-05T21:00:00"),
    at("a", "2026-12-05T10:00:00", "2026-12-05T12:00:00"),
  ];
  expect(groupByDay(cards).map(({ on, cards }) => [on, cards.map(({ id }) => id)])).toEqual([
    ["2026-12-05", ["a", "b"]],
    ["2026-12-06", ["c"]],
  ]);
});

test("what began before the first day shown stands on that day, before the rest", () => {
  const cards = [
    at("today", "2026-12-05T08:00:00", "2026-12-05T09:00:00"),
    at("vigil", "2026-12-03T18:00:00", "2026-12-06T08:00:00"),
  ];
  expect(groupByDay(cards, "2026-12-05").map(({ on, cards }) => [on, cards.map(({ id }) => id)])).toEqual([
    ["2026-12-05", ["vigil", "today"]],
  ]);
});

test("a month holds what begins, ends or goes on in it, and not what ended at its first midnight", () => {
  const cards = [
    at("over", "2026-11-30T20:00:00", "2026-12-01T00:00:00"),
    at("into", "2026-11-30T20:00:00", "2026-12-01T00:30:00"),
    at("within", "2026-12-31T23:00:00", "2027-01-01T01:00:00"),
    at("after", "2027-01-01T00:00:00", "2027-01-01T01:00:00"),
  ];
  expect(between(cards, "2026-12-01", "2026-12-31").map(({ id }) => id)).toEqual(["into", "within"]);
});

test("a day without gatherings is not in the list", () => {
  expect(groupByDay([])).toEqual([]);
});

test("of a day that shows only some, the rest are counted; what began before the first day counts there", () => {
  const cards = [
    at("a", "2026-11-30T10:00:00", "2026-12-01T12:00:00"),
    at("b", "2026-12-01T10:00:00", "2026-12-01T12:00:00"),
    at("c", "2026-12-02T10:00:00", "2026-12-02T12:00:00"),
  ];
  expect(unshownByDay(cards, { "2026-12-01": 400, "2026-12-02": 1 }, "2026-12-01")).toEqual({ "2026-12-01": 398 });
});
