import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";
import type { AskedCalendar } from "./asked-calendar.server";
import type { ImportInput } from "./schema";

/** So many entries are well below what one call may carry, and are kept in a second or so. */
const entriesPerCall = 250;
const draftSchema = z.object({ id: z.string() });

/** Counts that a calendar is about to be read: somebody who reads too many is held back before it costs anything. */
export async function beginImport(db: Db, organizationId: string) {
  await data(db.rpc("begin_import", { organization_id: organizationId }));
}

/** Keeps what was read for its preview. Nothing is imported yet. */
export async function draftImport(db: Db, organizationId: string, { source: from, calendar }: AskedCalendar) {
  const { name, zone, charset, entries } = calendar;
  const source = { ...from, name: name || from.name, zone: zone ?? null, charset };
  let draft: string | undefined;
  for (let at = 0; at < entries.length; at += entriesPerCall) {
    const asked = { organization_id: organizationId, source, entries: entries.slice(at, at + entriesPerCall) };
    const call = db.rpc("draft_import", draft ? { ...asked, draft_id: draft } : asked);
    draft = draftSchema.parse(await data(call)).id;
  }
  return draft;
}

/** Imports what was chosen of a preview; asked again, it changes nothing. */
export async function importEvents(db: Db, organizationId: string, id: string, input: ImportInput) {
  await data(db.rpc("import_events", { organization_id: organizationId, draft_id: id, ...input }));
}
