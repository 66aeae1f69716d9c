import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import type { FeedEvent, FeedSeries } from "./feed";
import { wallSpan } from "./wall-time";

type Occurrence = FeedEvent & { recurrence_local: string };

/** What a reader sees of a series: one entry that repeats, and what does not go as it says. */
export type Recurrence = {
  /** What the entry says, but for when. */
  like: Occurrence;
  /** Wall time of the first, in the zone of the series. */
  starts_local: string;
  /** How long each lasts, in milliseconds. */
  span: number;
  /** The rule without an end; empty where only dates say when. */
  rule: string;
  /** The last that the rule names, where there is a rule. */
  last: Occurrence;
  excepted: string[];
  added: string[];
  /** Those that are not where, as long, or as the entry says. */
  apart: Occurrence[];
  /** Extra dates before the first that the rule names: no entry may begin after one of its own. */
  before: Occurrence[];
};

/**
 * Puts what a reader sees of a series into one entry. What the rule names and the reader does not see is excepted, whether
 * it is hidden, was left out or never was: nobody can tell these apart.
 */
export function recurrenceOf(seen: FeedEvent[], series: FeedSeries, says: (event: FeedEvent) => string): Recurrence {
  const all = seen
    .filter((event): event is Occurrence => event.recurrence_local !== null)
    .sort((a, b) => (a.recurrence_local < b.recurrence_local ? -1 : 1));
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) throw new Error("A series that nobody sees stands in a feed.");

  const byRule = namedOf(series.rule, all);
  const named = new Set(byRule.walls);
  const start = byRule.first ?? first;
  const occurrences = all.filter((one) => one.recurrence_local >= start.recurrence_local);
  const following = byRule.rule ? occurrences.filter((one) => named.has(one.recurrence_local)) : occurrences;
  const like = following.find((one) => one.state === "scheduled" && isInPlace(one, series)) ?? start;
  const span = wallSpan(like.starts_local, like.ends_local);
  const walls = new Set(occurrences.map((one) => one.recurrence_local));
  return {
    like,
    starts_local: start.recurrence_local,
    span,
    rule: byRule.rule,
    last: following.at(-1) ?? last,
    excepted: byRule.walls.filter((wall) => !walls.has(wall)),
    added: occurrences
      .map((one) => one.recurrence_local)
      .filter((wall) => wall !== start.recurrence_local && !named.has(wall)),
    apart: occurrences.filter(
      (one) =>
        !isInPlace(one, series) ||
        one.repeated_hour ||
        wallSpan(one.starts_local, one.ends_local) !== span ||
        // Over a change of the clocks the same hours on the dial last longer or shorter.
        Date.parse(one.ends_at) - Date.parse(one.starts_at) !== span ||
        says(one) !== says(like),
    ),
    before: all.filter((one) => one.recurrence_local < start.recurrence_local),
  };
}

function isInPlace(one: Occurrence, { time_zone }: FeedSeries): boolean {
  return one.starts_local === one.recurrence_local && one.time_zone === time_zone;
}

type Named = { rule: string; first?: Occurrence; walls: string[] };
const none: Named = { rule: "", walls: [] };
/** How many of the first occurrences are tried as the one from which the rule counts. */
const tried = 10;

/**
 * What the rule names from the first occurrence that follows it to the last one seen that does. None, where most do not
 * follow it, or where it would need more exceptions than there would be dates.
 */
function namedOf(rule: string, occurrences: Occurrence[]): Named {
  const last = occurrences.at(-1);
  if (!rule || !last) return none;
  const seen = new Set(occurrences.map((one) => one.recurrence_local));
  for (const first of occurrences.slice(0, tried)) {
    const walls = expand(rule, first.recurrence_local, last.recurrence_local) ?? [];
    const followed = walls.filter((wall) => seen.has(wall));
    const named = walls.slice(0, walls.lastIndexOf(followed.at(-1) ?? "") + 1);
    const serves = followed.length > 1 && followed.length * 2 >= seen.size && named.length <= followed.length * 4;
    if (serves && named[0] === first.recurrence_local) return { rule, first, walls: named };
  }
  return none;
}

/** More than these in one feed, and dates are written instead. */
const most = 5000;

/** In UTC, whose clocks never change, a wall time is a wall time. A rule that the library cannot read names nothing. */
function expand(rule: string, from: string, until: string): string[] | undefined {
  try {
    const named = new RRuleTemporal({
      temporal: Temporal,
      rruleString: `DTSTART;TZID=UTC:${from.replace(/[-:]/g, "")}\nRRULE:${rule};UNTIL=${until.replace(/[-:]/g, "")}Z`,
      maxIterations: 100_000,
    }).all((_, index) => index < most);
    return named.length < most
      ? named.map((one) => one.toPlainDateTime().toString({ smallestUnit: "second" }))
      : undefined;
  } catch {
    return undefined;
  }
}
