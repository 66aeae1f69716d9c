import { nameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { contentLine, textValue } from "./content-line";
import { writeEvent } from "./event-component.server";
import type { Feed, FeedEvent } from "./feed";
import type { FeedSetting, Pen, Translate } from "./pen.server";
import { writeSeries } from "./series-components.server";
import { timeZoneComponent } from "./time-zone-component";
import { type ZoneClock, zoneClock } from "./zone-clock";

/** A feed as RFC 5545 and RFC 7986 have it. Without METHOD: a published calendar would have to name organizers by e-mail. */
export function writeFeed(feed: Feed, setting: FeedSetting): string {
  const pen: Pen = { ...setting, t: onceEach(translatorFor(setting.locale)), clocks: clocksOf(feed) };
  const series = new Map<string, FeedEvent[]>();
  let entries = "";
  for (const event of feed.events) {
    const of = event.series_id && feed.series[event.series_id] ? event.series_id : undefined;
    if (of) series.set(of, [...(series.get(of) ?? []), event]);
    else entries += writeEvent(event, pen);
  }
  for (const [id, seen] of series) {
    const known = feed.series[id];
    if (known) entries += writeSeries(id, seen, known, pen);
  }
  return [
    contentLine("BEGIN", "VCALENDAR"),
    contentLine("VERSION", "2.0"),
    contentLine("PRODID", "-//Hamkke//Gatherings//EN"),
    contentLine("CALSCALE", "GREGORIAN"),
    ...aboutCalendar(feed, pen),
    ...[...pen.clocks.values()].filter((clock) => clock !== undefined).map(timeZoneComponent),
    entries,
    contentLine("END", "VCALENDAR"),
  ].join("");
}

/** A thousand gatherings are of few kinds and organizations: each sentence is made once. */
function onceEach(t: Translate): Translate {
  const made = new Map<string, string>();
  const translate = (key: never, values?: never) => {
    const asked = values ? `${key} ${JSON.stringify(values)}` : key;
    const known = made.get(asked) ?? t(key, values);
    made.set(asked, known);
    return known;
  };
  return Object.assign(translate, t) as unknown as Translate;
}

function aboutCalendar(feed: Feed, { t, locale, source, page, demonstration }: Pen): string[] {
  const name =
    feed.label ?? (feed.name ? t("feeds.calendarOf", { name: nameOf(feed.name, locale) }) : t("feeds.ofAll"));
  const about = [t("feeds.about"), ...(demonstration ? [t("shell.demonstration")] : [])].join("\n");
  return [
    contentLine("NAME", textValue(name)),
    contentLine("X-WR-CALNAME", textValue(name)),
    contentLine("DESCRIPTION", textValue(about)),
    contentLine("X-WR-CALDESC", textValue(about)),
    ...(page ? [contentLine("URL;VALUE=URI", page)] : []),
    ...(source
      ? [
          contentLine("SOURCE;VALUE=URI", source),
          contentLine("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
          contentLine("X-PUBLISHED-TTL", "PT1H"),
        ]
      : []),
    contentLine("COLOR", "teal"),
  ];
}

/** The clocks of each zone that stands in a feed, in the years that it spans. */
function clocksOf({ events, series }: Feed): Map<string, ZoneClock | undefined> {
  const spans = new Map<string, [first: number, last: number]>();
  const add = (zone: string, from: string, to: string) => {
    const [first, last] = spans.get(zone) ?? [Number.POSITIVE_INFINITY, 0];
    spans.set(zone, [Math.min(first, Number(from.slice(0, 4))), Math.max(last, Number(to.slice(0, 4)))]);
  };
  for (const { time_zone, starts_local, ends_local, series_id, recurrence_local } of events) {
    add(time_zone, starts_local, ends_local);
    const of = series_id ? series[series_id] : undefined;
    if (of && recurrence_local) add(of.time_zone, recurrence_local, recurrence_local);
  }
  return new Map([...spans].map(([zone, [first, last]]) => [zone, zoneClock(zone, first, last)]));
}
