import { expect, test } from "vitest";
import { written } from "./table";

test("a table is read in words, its columns under each other", () => {
  const rows = [
    { question: "month list", policiesOverHand: 1.1 },
    { question: "day", policiesOverHand: 12.25 },
  ];
  expect(written({ title: "Over the same by hand", rows })).toBe(
    [
      "Over the same by hand\n",
      "  question  policies over hand",
      "month list                 1.1",
      "       day               12.25\n",
    ].join("\n"),
  );
});
