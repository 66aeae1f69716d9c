import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { contentLine, parameterValue, textValue } from "./content-line";
import type { FeedEvent } from "./feed";
import type { Pen } from "./pen.server";
import { basicInstant, basicWall } from "./wall-time";
import { offsetOn, type ZoneClock } from "./zone-clock";

/** A gathering that stands by itself. */
export function writeEvent(event: FeedEvent, pen: Pen, uid = event.id): string {
  return component(uid, whenOf(event, pen.clocks.get(event.time_zone)), event, pen);
}

/** An entry with these lines of its own about when it is. */
export function component(uid: string, when: string[], event: FeedEvent, pen: Pen, link = event.id): string {
  return [
    contentLine("BEGIN", "VEVENT"),
    // Not of this address: a calendar moved to another one has the same gatherings.
    contentLine("UID", uid),
    contentLine("DTSTAMP", basicInstant(event.revised_at)),
    contentLine("LAST-MODIFIED", basicInstant(event.revised_at)),
    contentLine("SEQUENCE", String(event.sequence)),
    ...when,
    ...sayingOf(event, pen),
    ...linkOf(link, event, pen),
    contentLine("END", "VEVENT"),
  ].join("");
}

/** What an entry says, but for when it is and where its page is. */
export function sayingOf(event: FeedEvent, { t, locale }: Pen): string[] {
  const isCancelled = event.state === "cancelled";
  return [
    contentLine("STATUS", isCancelled ? "CANCELLED" : "CONFIRMED"),
    contentLine("TRANSP", isCancelled ? "TRANSPARENT" : "OPAQUE"),
    contentLine("CLASS", event.is_open ? "PUBLIC" : "PRIVATE"),
    ...summaryOf(event, { t, locale }),
    ...(event.area || event.address
      ? [
          contentLine(
            "LOCATION",
            textValue([event.address?.replace(/\s*\n\s*/g, ", "), event.area].filter(Boolean).join(" · ")),
          ),
        ]
      : []),
    ...(event.kind ? [contentLine("CATEGORIES", textValue(t(`kind.${event.kind}`)))] : []),
  ];
}

function summaryOf(event: FeedEvent, { t, locale }: Pick<Pen, "t" | "locale">): string[] {
  const organization = shortNameOf(event.organization, locale);
  if (!event.title) return [contentLine("SUMMARY", textValue(t("feeds.taken", { organization })))];
  const { text, lang } = pickText(event.title, locale);
  return [contentLine(lang === locale ? "SUMMARY" : `SUMMARY;LANGUAGE=${parameterValue(lang)}`, textValue(text))];
}

/** The description ends with the way back to the page, as does the entry. */
function linkOf(id: string, event: FeedEvent, { t, locale, site, warningsOf, demonstration, source }: Pen): string[] {
  const page = `${site}/gatherings/${id}`;
  const description = [
    ...(event.kind ? warningsOf(event.kind) : []),
    event.cancellation_reason ? t("feeds.cancelled", { reason: event.cancellation_reason }) : "",
    shorten(pickText(event.description, locale).text),
    event.title ? t("feeds.by", { organization: shortNameOf(event.organization, locale) }) : "",
    // A calendar that takes in one file keeps nothing but its entry.
    demonstration && !source ? t("shell.demonstration") : "",
    page,
  ];
  return [contentLine("DESCRIPTION", textValue(description.filter(Boolean).join("\n\n"))), contentLine("URL", page)];
}

const mostDescribed = 600;

/** The rest of a long text stands on the page. */
function shorten(text: string): string {
  if (text.length <= mostDescribed) return text;
  const cut = text.slice(0, mostDescribed).replace(/[\ud800-\udbff]$/, "");
  return `${cut.slice(0, Math.max(cut.search(/\s\S*$/), mostDescribed / 2)).trimEnd()} …`;
}

/** When it starts and ends: on the clocks of its place, or as instants where those clocks could be misread. */
export function whenOf(event: FeedEvent, clock: ZoneClock | undefined): string[] {
  const { time_zone, starts_local, ends_local, starts_at, ends_at } = event;
  if (event.repeated_hour || !agrees(clock, starts_local, starts_at) || !agrees(clock, ends_local, ends_at)) {
    return [contentLine("DTSTART", basicInstant(starts_at)), contentLine("DTEND", basicInstant(ends_at))];
  }
  return [
    contentLine(...zoned("DTSTART", time_zone, starts_local)),
    contentLine(...zoned("DTEND", time_zone, ends_local)),
  ];
}

/** Name and value of a wall time in a zone. */
export function zoned(name: string, zone: string, ...walls: string[]): [name: string, value: string] {
  return [`${name};TZID=${parameterValue(zone)}`, walls.map(basicWall).join(",")];
}

/** Whether this computer's clocks come to the instant that the database derived. Where they differ, the database decides. */
export function agrees(clock: ZoneClock | undefined, wall: string, instant: string): boolean {
  if (!clock) return false;
  const at = Date.parse(instant);
  return Date.parse(`${wall}Z`) - at === offsetOn(clock, at);
}
