import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";

const texts = z.record(z.string(), z.string());
const when = z.object({ starts_local: z.string(), ends_local: z.string(), time_zone: z.string() });
const repeated = when.extend({
  rule: z.string().optional(),
  excepted: z.array(z.string()).default([]),
  added: z.array(z.string()).default([]),
});
/** How something repeats; without a rule only when it is. */
export type Repeated = z.output<typeof repeated>;
const changed = { conflict: z.boolean() };
const fieldSchema = z.discriminatedUnion("name", [
  z.object({ ...changed, name: z.enum(["title", "description"]), ours: texts, theirs: texts }),
  z.object({ ...changed, name: z.literal("when"), ours: when, theirs: when }),
  z.object({ ...changed, name: z.literal("repeats"), ours: repeated, theirs: repeated }),
  z.object({ ...changed, name: z.enum(["address", "online_url"]), ours: z.string(), theirs: z.string() }),
]);
/** A field that the calendar has changed, as it stands here and as it is there. */
export type ChangedField = z.output<typeof fieldSchema>;

const seriesSchema = z.object({
  ...{ rule: z.string(), excepted: z.array(z.string()), added: z.array(z.string()) },
  ...{ dates: z.number(), first: z.string(), last: z.string(), goes_on: z.boolean() },
});
/** What of a repeating entry is to come. */
export type ImportSeries = z.output<typeof seriesSchema>;

const entrySchema = z.object({
  place: z.number(),
  state: z.enum(["new", "changed"]),
  gathering_id: z.string().nullable(),
  title: texts,
  when,
  address: z.string(),
  remarks: z.array(z.string()),
  fields: z.array(fieldSchema),
  series: seriesSchema.nullable(),
  /** The date of a series that it changes. */
  instead_of: z.string().nullable(),
  /** Whether others see dates of it that may be cancelled. */
  is_seen: z.boolean(),
});
export type ImportEntry = z.output<typeof entrySchema>;

const goneSchema = z.object({ id: z.string(), title: texts, is_deleted: z.boolean(), dates: z.number(), when });
export type GoneGathering = z.output<typeof goneSchema>;

const asideSchema = z.object({
  line: z.number(),
  title: z.string(),
  reason: z.string(),
  terms: z.record(z.string(), z.union([z.string(), z.number()]).nullable()),
});
export type AsideEntry = z.output<typeof asideSchema>;

const done = z.object({ count: z.number(), first: z.string().nullable(), on: z.string().nullable() });
const resultSchema = z.object({ made: done, changed: done, cancelled: done, deleted: z.number() });
export type ImportResult = z.output<typeof resultSchema>;

const calendarSchema = z.object({ id: z.string(), name: z.string(), last_imported_at: z.string() });
/** A calendar whose address is remembered. */
export type RememberedCalendar = z.output<typeof calendarSchema>;

const importSchema = z.object({
  id: z.string(),
  result: resultSchema.nullable(),
  source: z.object({ name: z.string(), charset: z.string() }),
  entries: z.array(entrySchema),
  unchanged: z.number(),
  gone: z.array(goneSchema),
  set_aside: z.array(asideSchema),
});
export type ImportPreview = z.output<typeof importSchema>;

/** What a calendar that was read would change, or what importing it did. */
export async function getImport(db: Db, organizationId: string, id: string): Promise<ImportPreview> {
  return importSchema.parse(await data(db.rpc("read_import", { organization_id: organizationId, draft_id: id })));
}

/** The calendars whose addresses an organization remembers. The addresses themselves no page shows. */
export async function listCalendars(db: Db, organizationId: string) {
  return z.array(calendarSchema).parse(await data(remembered(db, organizationId).order("name").order("id")));
}

/** One of them. */
export async function getCalendar(db: Db, organizationId: string, id: string) {
  return calendarSchema.parse(await data(remembered(db, organizationId).eq("id", id).single()));
}

function remembered(db: Db, organizationId: string) {
  const found = db.from("import_sources").select("id, name, last_imported_at").eq("organization_id", organizationId);
  return found.eq("kind", "address");
}
