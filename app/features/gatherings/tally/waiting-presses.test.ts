// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { amountOf, waitingPresses } from "./waiting-presses";

beforeEach(() => localStorage.clear());

test("presses wait in the order in which they were made, until they are sent", () => {
  const waiting = waitingPresses(localStorage, "somebody", "/tally");
  waiting.add("b|1", 1);
  waiting.add("a|-1", 2);
  waiting.add("c|4", 3);
  expect(waiting.list()).toEqual(["b|1", "a|-1", "c|4"]);
  expect(amountOf(waiting.list())).toBe(4);
  waiting.forget(["b|1", "c|4"]);
  expect(waiting.list()).toEqual(["a|-1"]);
});

test("a page from before shows what was counted since, and a newer one what it says itself", () => {
  const waiting = waitingPresses(localStorage, "somebody", "/tally");
  const [old, since] = [
    { own: 1, total: 1, at: "2027-01-01T10:00:00Z" },
    { own: 5, total: 9, at: "2027-01-01T11:00:00Z" },
  ];
  expect(waiting.newest(old)).toEqual(old);
  waiting.remember(since);
  expect(waiting.newest(old)).toEqual(since);
  const newest = { own: 7, total: 9, at: "2027-01-01T12:00:00Z" };
  expect(waiting.newest(newest)).toEqual(newest);
});

test("nobody else's presses are seen on a shared computer, nor another gathering's", () => {
  waitingPresses(localStorage, "somebody", "/tally").add("a|1", 1);
  expect(waitingPresses(localStorage, "somebody else", "/tally").list()).toEqual([]);
  expect(waitingPresses(localStorage, "somebody", "/another/tally").list()).toEqual([]);
});
