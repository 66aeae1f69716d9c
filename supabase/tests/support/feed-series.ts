import ICAL from "ical.js";
import { type Feed, feedSchema } from "../../../app/features/feeds/feed";
import { writeFeed } from "../../../app/features/feeds/write-feed.server";
import type { Cast } from "./cast";
import type { TestDatabase } from "./database";

export const setting = {
  ...{ locale: "ko", site: "https://hamkke.example", today: "2026-11-25", demonstration: true },
  warningsOf: () => [],
} as const;

export type Made = { zone: string; rule: string; starts: string; hours?: number; count: number; every?: string };

/** A series of north's with the occurrences that its clocks show, each a gathering for everyone. */
export async function makeSeries(db: TestDatabase, cast: Cast, made: Made): Promise<string> {
  const { zone, rule, starts, hours = 2, count, every = "1 week" } = made;
  const { id } = await db.given<{ id: string }>(
    `insert into public.gathering_series (organization_id, rule, starts_local, ends_local, time_zone, expanded_until)
     values ($1, $2, $3::timestamp, $3::timestamp + make_interval(hours => $4), $5, $3::timestamp) returning id`,
    [cast.organizations.north, rule, starts, hours, zone],
  );
  await db.given(
    `insert into public.gatherings (organization_id, series_id, recurrence_local, title, audience, state, starts_local, ends_local,
       time_zone, starts_fold, ends_fold)
     select $1, $2, w.wall, '{"en": "Class", "ko": "한글 교실"}', 'everyone', 'scheduled', w.wall, w.wall + make_interval(hours => $3), $4,
       case when cardinality(private.instants_of(w.wall, $4)) = 2 then 0 end,
       case when cardinality(private.instants_of(w.wall + make_interval(hours => $3), $4)) = 2 then 0 end
     from (select $5::timestamp + n * $7::interval as wall from generate_series(0, $6 - 1) n) w
     where cardinality(private.instants_of(w.wall, $4)) > 0
       and cardinality(private.instants_of(w.wall + make_interval(hours => $3), $4)) > 0`,
    [cast.organizations.north, id, hours, zone, starts, count, every],
  );
  return id;
}

export async function writtenFor(db: TestDatabase, sight: string): Promise<{ feed: Feed; written: string }> {
  const [row] = await db.as<{ feed: unknown }>("visitor", sight);
  const feed = feedSchema.parse(row?.feed);
  return { feed, written: writeFeed(feed, setting) };
}
export const open = "select public.open_feed(null, 'north') as feed";

export type Read = { starts: string; ends: string; title: string; cancelled: boolean };

/** Every instant that ical.js finds in a calendar, in order. */
export function readBack(written: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(written));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const found: Read[] = [];
  const add = (item: ICAL.Event, start: ICAL.Time, end: ICAL.Time) =>
    found.push({
      starts: start.toJSDate().toISOString(),
      ends: end.toJSDate().toISOString(),
      title: item.summary,
      cancelled: item.component.getFirstPropertyValue("status") === "CANCELLED",
    });
  const components = calendar.getAllSubcomponents("vevent");
  const masters = components.filter((one) => !one.hasProperty("recurrence-id"));
  for (const master of masters) {
    const uid = master.getFirstPropertyValue("uid");
    const event = new ICAL.Event(master, {
      strictExceptions: true,
      exceptions: components.filter(
        (one) => one.hasProperty("recurrence-id") && one.getFirstPropertyValue("uid") === uid,
      ),
    });
    if (!event.isRecurring()) {
      add(event, event.startDate, event.endDate);
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      add(item, startDate, endDate);
    }
  }
  ICAL.TimezoneService.reset();
  return found.sort((a, b) => (a.starts < b.starts ? -1 : 1));
}

export async function stored(db: TestDatabase): Promise<Read[]> {
  return db.as<Read>(
    "visitor",
    `select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"') as starts,
       to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"') as ends,
       coalesce(title ->> 'ko', title ->> 'en') as title, state = 'cancelled' as cancelled
     from public.gatherings where audience = 'everyone' and organization_id = (select id from public.organizations where slug = 'north')
       and ends_at > date_trunc('day', now(), 'UTC') - interval '60 days'
     order by starts_at`,
  );
}
