import { z } from "zod";
import { env } from "~/platform/env.server";
import { type Db, data } from "~/platform/supabase.server";
import type { PrivateCalendarInput } from "./schema";

const madeSchema = z.object({ token: z.string() });

/** Makes a private calendar; its address is told now and never again. */
export async function makePrivateCalendar(db: Db, { organization, ...input }: PrivateCalendarInput): Promise<string> {
  // The generated types do not know that an argument may be null.
  const organization_id = (organization === "all" ? null : organization) as string;
  const { token } = madeSchema.parse(await data(db.rpc("make_feed", { ...input, organization_id })));
  return `${env().APP_URL.replace(/\/$/, "")}/feeds/${token}/calendar.ics`;
}

/** Ends a private calendar; its address shows nothing from the next request on. */
export async function endPrivateCalendar(db: Db, id: string): Promise<void> {
  await data(db.from("feed_tokens").delete().eq("id", id).select("id").single());
}

/** Ends all private calendars of a person who signs out everywhere. */
export async function endPrivateCalendars(db: Db, personId: string): Promise<void> {
  await data(db.from("feed_tokens").delete().eq("person_id", personId).select("id"));
}
