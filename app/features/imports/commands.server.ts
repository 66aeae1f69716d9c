import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";
import type { AskedCalendar } from "./asked-calendar.server";
import { askedMoments, keyOf, layCalendar } from "./calendar/lay-calendar";
import type { ReadCalendar } from "./calendar/read-calendar.server";
import type { ImportInput } from "./schema";

/** So many entries are well below what one call may carry, and are kept in a second or so. */
const entriesPerCall = 250;
const draftSchema = z.object({ id: z.string() });
const wallsSchema = z.array(z.string().nullable());
const addressSchema = z.object({ url: z.string() });

/** Counts that a calendar is about to be read: somebody who reads too many is held back before it costs anything. */
export async function beginImport(db: Db, organizationId: string) {
  await data(db.rpc("begin_import", { organization_id: organizationId }));
}

/** The same for the address of a calendar that is remembered; answers with the address. */
export async function beginReading(db: Db, organizationId: string, id: string): Promise<string> {
  const asked = { organization_id: organizationId, source_id: id };
  return addressSchema.parse(await data(db.rpc("begin_import", asked))).url;
}

/** Forgets the address of a calendar; what was imported stays. */
export async function forgetCalendar(db: Db, organizationId: string, id: string) {
  await data(db.rpc("forget_calendar", { organization_id: organizationId, source_id: id }));
}

/** Keeps what was read for its preview. Nothing is imported yet. */
export async function draftImport(db: Db, organizationId: string, { source: from, calendar }: AskedCalendar) {
  const { name, zone, charset } = calendar;
  const entries = await laidOut(db, organizationId, calendar);
  const source = { ...from, name: name || from.name, zone: zone ?? null, charset };
  let draft: string | undefined;
  for (let at = 0; at < entries.length; at += entriesPerCall) {
    const asked = { organization_id: organizationId, source, entries: entries.slice(at, at + entriesPerCall) };
    const call = db.rpc("draft_import", draft ? { ...asked, draft_id: draft } : asked);
    draft = draftSchema.parse(await data(call)).id;
  }
  return draft;
}

/** The entries with what repeats in wall times: where one is told by another zone's clock, the database says what it means. */
async function laidOut(db: Db, organizationId: string, { entries, zone }: ReadCalendar) {
  const asked = askedMoments(entries);
  const call = db.rpc("wall_times", { organization_id: organizationId, zone: zone as string, moments: asked });
  const walls = asked.length > 0 ? wallsSchema.parse(await data(call)) : [];
  const known = new Map(asked.map((moment, at) => [keyOf(moment), walls[at] ?? undefined]));
  return layCalendar(entries, (moment) => known.get(keyOf(moment)), new Date());
}

/** Imports what was chosen of a preview; asked again, it changes nothing. */
export async function importEvents(db: Db, organizationId: string, id: string, input: ImportInput) {
  await data(db.rpc("import_events", { organization_id: organizationId, draft_id: id, ...input }));
}
