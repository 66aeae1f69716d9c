import { contentLine } from "./content-line";
import { agrees, component, sayingOf, whenOf, writeEvent, zoned } from "./event-component.server";
import type { FeedEvent, FeedSeries } from "./feed";
import type { Pen } from "./pen.server";
import { recurrenceOf } from "./recurrence";
import { basicInstant, durationValue } from "./wall-time";

/** What a reader sees of a series: an entry that repeats, and one for each occurrence that is not as it says. */
export function writeSeries(uid: string, seen: FeedEvent[], series: FeedSeries, pen: Pen): string {
  const [only] = seen;
  if (only && seen.length === 1) return writeEvent(only, pen, uid);

  const { time_zone, recurs_at } = series;
  const clock = pen.clocks.get(time_zone);
  const saying = new Map(seen.map((event) => [event, sayingOf(event, pen).join("") + aloneSaid(event)]));
  const told = (event: FeedEvent) => saying.get(event) ?? "";
  const { like, starts_local, span, rule, last, excepted, added, apart, before } = recurrenceOf(seen, series, told);
  const untold: FeedEvent[] = seen
    .filter((one) => !before.some(({ id }) => id === one.id))
    .filter(({ id, recurrence_local }) => !agrees(clock, recurrence_local ?? "", recurs_at[id] ?? ""));
  const next = seen.find((event) => event.starts_local.slice(0, 10) >= pen.today) ?? seen.at(-1) ?? like;
  const dates = (name: string, walls: string[]) =>
    walls.length > 0 ? [contentLine(...zoned(name, time_zone, ...walls))] : [];

  const when = [
    contentLine(...zoned("DTSTART", time_zone, starts_local)),
    // A duration and no end: over a change of the clocks it means the same to every program.
    contentLine("DURATION", durationValue(span)),
    // Without a rule, some programs take the first date for none: a rule that names it alone tells them.
    contentLine(
      "RRULE",
      rule
        ? `${rule};UNTIL=${basicInstant(untilOf(recurs_at[last.id] ?? last.starts_at, untold.includes(last)))}`
        : "FREQ=DAILY;COUNT=1",
    ),
    ...dates("EXDATE", excepted),
    ...dates("RDATE", added),
  ];
  const overrides = [...new Set([...apart, ...untold])].map((one) =>
    component(
      uid,
      [
        contentLine(...zoned("RECURRENCE-ID", time_zone, one.recurrence_local ?? "")),
        ...whenOf(one, pen.clocks.get(one.time_zone)),
      ],
      one,
      pen,
    ),
  );
  const earlier = before.map((one) => writeEvent(one, pen));
  return component(uid, when, like, pen, next.id) + [...overrides, ...earlier].join("");
}

/** The last instant of a rule. Programs that would read it hours later are given those hours; the rule names none in them. */
function untilOf(instant: string, isUntold: boolean): string {
  return isUntold ? new Date(Date.parse(instant) + 3 * 3_600_000).toISOString() : instant;
}

/** What is said in the description, where it differs from one to another. */
function aloneSaid({ description, cancellation_reason }: FeedEvent): string {
  return JSON.stringify([description, cancellation_reason]);
}
