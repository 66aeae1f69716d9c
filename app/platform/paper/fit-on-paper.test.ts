import { expect, test } from "vitest";
import { fitOnPaper, type Setting } from "./fit-on-paper";

const room = { width: 500, height: 700 };
const settings: [Setting, ...Setting[]] = [
  { points: 20, columns: 1, style: "large" },
  { points: 12, columns: 1, style: "middle" },
  { points: 10, columns: 2, style: "columns" },
  { points: 7, columns: 2, style: "small" },
];
const lines = (count: number, text = "Saturday, December 5") =>
  Array.from({ length: count }, () => ({ text, scale: 1 }));
const chosen = (passages: Parameters<typeof fitOnPaper>[0]) => settings.indexOf(fitOnPaper(passages, room, settings));

test("little stands large, more stands smaller, then in columns", () => {
  expect([10, 30, 70, 130].map((count) => chosen(lines(count)))).toEqual([0, 1, 2, 3]);
});

test("what fits nowhere is set as small as we go", () => {
  expect(chosen(lines(500))).toBe(3);
});

test("long lines, lines of their own and the wider Hangul take their room", () => {
  expect(chosen(lines(20, "x"))).toBe(0);
  expect(chosen(lines(20, "x".repeat(100)))).toBe(1);
  expect(chosen(lines(12, "a\nb\nc"))).toBe(1);
  const forty = (sign: string) => chosen(lines(20, sign.repeat(40)));
  expect(forty("가")).toBeGreaterThan(forty("a"));
});

test("nothing at all stands as large as it can", () => {
  expect(chosen([])).toBe(0);
});
