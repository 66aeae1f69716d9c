import type { Result } from "./found";

export type Spot = { latitude: number; longitude: number };

const EARTH_IN_MILES = 3958.8;

/** As the crow flies, in miles. */
export function milesBetween(from: Spot, to: Spot): number {
  const [a, b] = [radians(from.latitude), radians(to.latitude)];
  const chord =
    Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return 2 * EARTH_IN_MILES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** How far the nearest place is that the reader may know of; undefined where none is known. */
export function milesTo({ places }: Pick<Result, "places">, from: Spot): number | undefined {
  const miles = places.flatMap(({ latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [milesBetween(from, { latitude, longitude })],
  );
  return miles.length > 0 ? Math.min(...miles) : undefined;
}

/** The nearest first; those whose place is not known stay behind, in their order. */
export function byDistance(results: Result[], from: Spot): Result[] {
  const far = new Map(results.map((result) => [result.id, milesTo(result, from) ?? Number.POSITIVE_INFINITY]));
  return [...results].sort((a, b) => {
    const [near, other] = [far.get(a.id) ?? 0, far.get(b.id) ?? 0];
    return near === other ? 0 : near - other;
  });
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
