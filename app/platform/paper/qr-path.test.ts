import { encode } from "uqr";
import { expect, test } from "vitest";
import { qrPath } from "./qr-path.server";

test("the path darkens exactly the modules of the code, with four light ones around it", () => {
  const text = "https://hamkke.example/gatherings/6b1cbd0e-3c5c-4a38-9a66-0d0c8a1a0c11";
  const { size, path } = qrPath(text);
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = Number(x); at < Number(x) + Number(length); at += 1) (drawn[Number(y)] ?? [])[at] = true;
  }
  expect(drawn).toEqual(encode(text, { ecc: "M", border: 4 }).data);
  expect(path).toMatch(/^[Mhvz\d -]+$/);
  const edge = [
    ...drawn.slice(0, 4),
    ...drawn.slice(-4),
    ...drawn.map((row) => [...row.slice(0, 4), ...row.slice(-4)]),
  ];
  expect(edge.flat()).not.toContain(true);
});
