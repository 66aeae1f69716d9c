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

test("nobody else's presses are seen on a shared computer, nor another gathering's", () => {
  waitingPresses(localStorage, "somebody", "/tally").add("a|1", 1);
  expect(waitingPresses(localStorage, "somebody else", "/tally").list()).toEqual([]);
  expect(waitingPresses(localStorage, "somebody", "/another/tally").list()).toEqual([]);
});
