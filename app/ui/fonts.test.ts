import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";

const { resolve } = createRequire(import.meta.url);
const ranges = ["pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css", "./fonts.css"]
  .flatMap((file) => readFileSync(resolve(file), "utf8").split("@font-face").slice(1))
  .filter((face) => /font-family: ["']Pretendard Variable["']/.test(face))
  .flatMap((face) => /unicode-range: ([^;]+);/.exec(face)?.[1]?.split(",") ?? [])
  .map((range) =>
    range
      .trim()
      .slice(2)
      .split("-")
      .map((point) => Number.parseInt(point, 16)),
  )
  .map(([first = 0, last = first]) => ({ first, last }));

test("every letter that any sentence of the product is written in comes in a piece of the type face", () => {
  const folder = new URL("../i18n/messages/", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const letters = new Set(files.flatMap((file) => [...readFileSync(new URL(file, folder), "utf8")]));
  const bare = [...letters]
    .filter((letter) => /\p{L}/u.test(letter))
    .filter((letter) => {
      const point = letter.codePointAt(0) ?? 0;
      return !ranges.some(({ first, last }) => first <= point && point <= last);
    });
  expect(letters.size).toBeGreaterThan(500);
  expect(bare).toEqual([]);
});
