import type { Entry, LaidEntry, Moment, NamedDate, ReadEntry, Reason, Repeats } from "./entry";
import { type Laid, layRepeats } from "./lay-repeats";

/** A moment whose wall time in a zone is asked for; the calendar's own zone where none is named. */
export type AskedMoment = Moment & { of: string | null };
/** The wall time of a moment in a zone; nothing where there is none. */
export type WallOf = (asked: AskedMoment) => string | undefined;

type Place = { place: number };
type Master = ReadEntry & { repeats: Repeats };
type Found = Laid | { reason: Reason };

/** A calendar lays out no more dates than these; what repeats beyond is set aside. */
const mostDates = 10_000;
/** To find out that a rule names no day, or that the last it counts is over, takes as long as to name so many. */
const costs = { none: 1_000, counted: 50, ended: 5 };
const mostAsked = 20_000;

/** The moments of what repeats that stand in another zone than it repeats in, each once. */
export function askedMoments(entries: readonly Entry[]): AskedMoment[] {
  const masters = mastersIn(entries);
  const asked = new Map<string, AskedMoment>();
  for (const entry of entries) {
    const master = masters.get(entry.uid);
    if (!master) continue;
    const { until, excepted, added } = master.repeats;
    for (const moment of entry === master ? [until, ...excepted, ...added] : [entry.recurrence]) {
      if (!moment || "day" in moment || asked.size >= mostAsked) continue;
      const one = { ...moment, of: zoneOf(master) };
      if (plainWall(one) === undefined) asked.set(keyOf(one), one);
    }
  }
  return [...asked.values()];
}

/** By what an asked moment is known. */
export function keyOf(asked: AskedMoment): string {
  return "at" in asked ? `${asked.at} ${asked.of}` : `${asked.wall} ${asked.zone} ${asked.of}`;
}

/** The entries of a calendar with what repeats laid out, and with what changes one date of it saying which. */
export function layCalendar(entries: readonly (Entry & Place)[], wallOf: WallOf, now: Date): (LaidEntry & Place)[] {
  const masters = mastersIn(entries);
  const placed: WallOf = (asked) => plainWall(asked) ?? wallOf(asked);
  const cancelled = datesCancelled(entries, masters, placed);
  const series = new Map<string, Found>();
  let dates = 0;
  for (const [uid, master] of masters) {
    const found = dates < mostDates ? layMaster(master, cancelled.get(uid) ?? [], placed, now) : tooMany;
    dates += costOf(found, master.repeats);
    series.set(uid, found);
  }

  const seen = new Set<string>();
  return entries.flatMap((entry): (LaidEntry & Place)[] => {
    const [master, found] = [masters.get(entry.uid), series.get(entry.uid)];
    const { place } = entry;
    if (entry === master && found) return [{ ...asSeries(master, found), place }];
    if (master && found && entry.recurrence) {
      const change = asChange(entry, placed({ ...entry.recurrence, of: zoneOf(master) }), master, found);
      const key = JSON.stringify([change?.uid, change?.recurrence]);
      if (!change) return [];
      if (seen.has(key)) return [{ ...asideFrom(entry, "twice"), place }];
      if (!("reason" in change)) seen.add(key);
      return [{ ...change, place }];
    }
    return [{ ...asItIs(entry), place }];
  });
}

function costOf(found: Found, { rule }: Repeats): number {
  if ("series" in found) return found.series.occurrences.length;
  if (found.reason === "no_occurrences") return costs.none;
  return rule.includes("COUNT=") ? costs.counted : costs.ended;
}

const tooMany: Found = { reason: "too_many_dates" };

/** What repeats, by its name; of two with one name the last is meant. */
function mastersIn(entries: readonly Entry[]): Map<string, Master> {
  return new Map(entries.flatMap((entry) => (isMaster(entry) ? [[entry.uid, entry]] : [])));
}

function isMaster(entry: Entry): entry is Master {
  return !("reason" in entry) && entry.repeats !== undefined && !entry.recurrence;
}

const zoneOf = (master: Master) => master.zone;

/** Where a moment stands in that zone already, nobody needs to be asked. */
function plainWall(asked: AskedMoment): string | undefined {
  if ("at" in asked) return asked.of === "UTC" ? asked.at.slice(0, -1) : undefined;
  return asked.zone === asked.of ? asked.wall : undefined;
}

/** The dates of each series that are cancelled one by one: they are left out. */
function datesCancelled(entries: readonly Entry[], masters: Map<string, Master>, wallOf: WallOf) {
  const cancelled = new Map<string, string[]>();
  for (const { uid, recurrence, ...entry } of entries) {
    const master = masters.get(uid);
    if (!master || !recurrence || !("reason" in entry) || entry.reason !== "cancelled_there") continue;
    const wall = wallOf({ ...recurrence, of: zoneOf(master) });
    if (wall) cancelled.set(uid, [...(cancelled.get(uid) ?? []), wall]);
  }
  return cancelled;
}

function layMaster(master: Master, cancelled: string[], wallOf: WallOf, now: Date): Found {
  const { repeats, starts } = master;
  const begins = "at" in starts ? starts.at.slice(0, -1) : starts.wall;
  const wallsOf = (dates: NamedDate[]) =>
    dates.map((date) => ("day" in date ? `${date.day}${begins.slice(10)}` : wallOf({ ...date, of: zoneOf(master) })));
  const once = (walls: (string | undefined)[]) => [...new Set(walls.filter((wall) => wall !== undefined))].sort();
  const until = repeats.until && wallOf({ ...repeats.until, of: zoneOf(master) });
  if (until === undefined) return { reason: "rule_not_understood" };
  const excepted = once([...wallsOf(repeats.excepted), ...cancelled]);
  return layRepeats({ rule: repeats.rule, until, starts: begins, excepted, added: once(wallsOf(repeats.added)) }, now);
}

function asSeries({ repeats: _, ...master }: Master, found: Found): LaidEntry {
  if ("reason" in found) return asideFrom(master, found.reason);
  const { repeats, series, hasPast } = found;
  return { ...master, repeats, series, remarks: hasPast ? [...master.remarks, "past_left_out"] : master.remarks };
}

/** A change of one date. One that is cancelled is a date left out, and one that is over stays where it is: neither is an entry. */
function asChange(entry: Entry, wall: string | undefined, master: Master, found: Found): LaidEntry | undefined {
  if ("reason" in found) return found.reason === "dates_over" ? undefined : asideFrom(entry, "series_aside");
  if ("reason" in entry && entry.reason === "cancelled_there") return undefined;
  if (found.hasPast && wall !== undefined && wall < (found.series.occurrences[0] ?? "")) return undefined;
  if ("reason" in entry) return entry;
  if (wall === undefined || !found.series.occurrences.includes(wall)) return asideFrom(entry, "no_such_date");
  const of = zoneOf(master);
  // An instant is shown on the clock of what it is one date of.
  const zone = "at" in entry.starts ? of : entry.zone;
  return { ...asItIs({ ...entry, zone }), recurrence: { wall, zone: of, of } };
}

function asItIs(entry: Entry): LaidEntry {
  if ("reason" in entry) return entry;
  const { repeats: _, ...single } = entry;
  return single;
}

function asideFrom({ line, uid, recurrence, title }: Entry | LaidEntry, reason: Reason): LaidEntry {
  return { line, uid, recurrence, title, reason };
}
