import { expect, test } from "vitest";
import { changedLines } from "./changed-lines";

test("a signer reads which lines are new and which are gone, each where it stands", () => {
  expect(changedLines("one\ntwo\nthree", "one\n2\nthree\nfour")).toEqual([
    { text: "one", change: "same" },
    { text: "two", change: "gone" },
    { text: "2", change: "added" },
    { text: "three", change: "same" },
    { text: "four", change: "added" },
  ]);
});

test("a text that stayed has no changes, and one of very many lines is shown old and new", () => {
  expect(changedLines("a\nb", "a\nb").every(({ change }) => change === "same")).toBe(true);
  const long = Array.from({ length: 3000 }, (_, at) => String(at)).join("\n");
  expect(changedLines(long, long)).toHaveLength(6000);
});
