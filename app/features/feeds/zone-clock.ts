/** The moment from which the clocks of a zone stand so far from UTC, both in milliseconds. */
export type ClockChange = { at: number; before: number; after: number };
export type ZoneClock = { zone: string; from: number; offset: number; changes: ClockChange[] };

const day = 86_400_000;
const minute = 60_000;

/** How the clocks of a zone stand in these years, by this computer's data; undefined for a zone it does not know. */
export function zoneClock(zone: string, firstYear: number, lastYear: number): ZoneClock | undefined {
  const offsetAt = offsetsOf(zone);
  if (!offsetAt) return undefined;
  const from = Date.UTC(firstYear, 0, 1);
  const changes: ClockChange[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) changes.push(...changesIn(zone, year, offsetAt));
  return { zone, from, offset: offsetAt(from), changes };
}

/** How far the clocks are from UTC at an instant. */
export function offsetOn({ offset, changes }: ZoneClock, instant: number): number {
  return changes.findLast(({ at }) => at <= instant)?.after ?? offset;
}

const known = new Map<string, ClockChange[]>();

/** Clocks change twice a year at most; looked for by weeks, then to the minute. */
function changesIn(zone: string, year: number, offsetAt: (instant: number) => number): ClockChange[] {
  const key = `${zone} ${year}`;
  const found = known.get(key);
  if (found) return found;

  const changes: ClockChange[] = [];
  const end = Date.UTC(year + 1, 0, 1);
  for (let left = Date.UTC(year, 0, 1); left < end; left += 7 * day) {
    const [before, after] = [offsetAt(left), offsetAt(Math.min(left + 7 * day, end))];
    if (before === after) continue;
    let [low, high] = [left, Math.min(left + 7 * day, end)];
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
  }
  known.set(key, changes);
  return changes;
}

const readers = new Map<string, ((instant: number) => number) | undefined>();

function offsetsOf(zone: string): ((instant: number) => number) | undefined {
  if (!readers.has(zone)) readers.set(zone, readerOf(zone));
  return readers.get(zone);
}

function readerOf(zone: string): ((instant: number) => number) | undefined {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    return (instant) => {
      const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
      const [, sign, hours = "0", minutes = "0"] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
      return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute;
    };
  } catch {
    return undefined;
  }
}
