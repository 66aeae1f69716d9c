import { expect, test } from "vitest";
import { byDistance, milesBetween, milesTo } from "./distance";
import type { Result } from "./found";

const chicago = { latitude: 41.8781, longitude: -87.6298 };
const losAngeles = { latitude: 34.0522, longitude: -118.2437 };
const at = (id: string, ...places: { latitude: number | null; longitude: number | null }[]) =>
  ({ id, places: places.map((place) => ({ city: id, ...place })) }) as Result;

test("Los Angeles is 1,742 miles from Chicago, either way, and no distance from itself", () => {
  expect(Math.round(milesBetween(chicago, losAngeles))).toBe(1742);
  expect(milesBetween(losAngeles, chicago)).toBeCloseTo(milesBetween(chicago, losAngeles));
  expect(milesBetween(chicago, chicago)).toBe(0);
  expect(milesBetween({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 })).toBeGreaterThan(12_000);
});

test("of several places the nearest counts; a place without coordinates is not known", () => {
  expect(milesTo(at("both", losAngeles, chicago), chicago)).toBe(0);
  expect(milesTo(at("none", { latitude: null, longitude: null }), chicago)).toBeUndefined();
  expect(milesTo(at("nowhere"), chicago)).toBeUndefined();
});

test("the nearest comes first, and what has no place keeps its order at the end", () => {
  const results = [at("a"), at("far", losAngeles), at("b"), at("near", chicago)];
  expect(byDistance(results, chicago).map(({ id }) => id)).toEqual(["near", "far", "a", "b"]);
});
