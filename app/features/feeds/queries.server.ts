import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";

const nameSchema = z.object({ slug: z.string(), display_name: z.string(), korean_name: z.string().nullable() });
const toSubscribeSchema = z.object({
  coalitions: z.array(nameSchema),
  organizations: z.array(nameSchema.extend({ short_name: z.string(), color: z.string() })),
});
export type CalendarsToSubscribe = z.output<typeof toSubscribeSchema>;

/** The feeds that anybody may read. */
export async function listCalendarsToSubscribe(db: Db): Promise<CalendarsToSubscribe> {
  return toSubscribeSchema.parse(await data(db.rpc("calendars_to_subscribe")));
}

/** What an open feed holds, or its version alone where that is known; null for a feed that is not there. */
export async function readOpenFeed(
  db: Db,
  of: { coalition?: string; organization?: string },
  known?: string,
): Promise<unknown> {
  return data(db.rpc("open_feed", { ...of, ...(known ? { known } : {}) }));
}

/** One gathering as a feed; null for one that the reader may not see. */
export async function readGatheringFeed(db: Db, id: string): Promise<unknown> {
  return data(db.rpc("gathering_feed", { gathering_id: id }));
}

/** What a private link shows; null for one that shows nothing. */
export async function readPrivateFeed(db: Db, token: string, known?: string): Promise<unknown> {
  return data(db.rpc("private_feed", { token, ...(known ? { known } : {}) }));
}

const privateCalendarSchema = z.object({
  id: z.string(),
  label: z.string(),
  shows: z.enum(["taken", "titles"]),
  shown_id: z.string().nullable(),
  created_at: z.string(),
  last_used_on: z.string().nullable(),
});
export type PrivateCalendar = z.output<typeof privateCalendarSchema>;

/** The reader's own private calendars, the newest first. */
export async function listPrivateCalendars(db: Db): Promise<PrivateCalendar[]> {
  const columns = "id, label, shows, shown_id, created_at, last_used_on";
  const rows = await data(db.from("feed_tokens").select(columns).order("created_at", { ascending: false }));
  return z.array(privateCalendarSchema).parse(rows);
}

/** One of the reader's private calendars, or 404. */
export async function getPrivateCalendar(db: Db, id: string): Promise<{ label: string }> {
  return z
    .object({ label: z.string() })
    .parse(await data(db.from("feed_tokens").select("label").eq("id", id).single()));
}
