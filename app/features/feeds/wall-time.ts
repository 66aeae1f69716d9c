/** Wall times (`2026-11-28T10:00:00`) counted and written without any zone: what the clocks show, and nothing more. */

/** Milliseconds between two wall times on the dial, as if no clock were ever changed. */
export function wallSpan(from: string, to: string): number {
  return Date.parse(`${to}Z`) - Date.parse(`${from}Z`);
}

/** `20261128T100000` of a wall time. */
export function basicWall(wall: string): string {
  return wall.slice(0, 19).replace(/[-:]/g, "");
}

/** `20261128T180000Z` of an instant. */
export function basicInstant(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** `PT2H30M` of milliseconds. */
export function durationValue(span: number): string {
  const minutes = Math.round(span / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `PT${hours > 0 ? `${hours}H` : ""}${rest > 0 || hours === 0 ? `${rest}M` : ""}`;
}
