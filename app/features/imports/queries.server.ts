import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";

const texts = z.record(z.string(), z.string());
const when = z.object({ starts_local: z.string(), ends_local: z.string(), time_zone: z.string() });
const changed = { conflict: z.boolean() };
const fieldSchema = z.discriminatedUnion("name", [
  z.object({ ...changed, name: z.enum(["title", "description"]), ours: texts, theirs: texts }),
  z.object({ ...changed, name: z.literal("when"), ours: when, theirs: when }),
  z.object({ ...changed, name: z.enum(["address", "online_url"]), ours: z.string(), theirs: z.string() }),
]);
/** A field that the calendar has changed, as it stands here and as it is there. */
export type ChangedField = z.output<typeof fieldSchema>;

const entrySchema = z.object({
  place: z.number(),
  state: z.enum(["new", "changed"]),
  gathering_id: z.string().nullable(),
  title: texts,
  when,
  address: z.string(),
  remarks: z.array(z.string()),
  fields: z.array(fieldSchema),
});
export type ImportEntry = z.output<typeof entrySchema>;

const goneSchema = z.object({ id: z.string(), title: texts, is_deleted: z.boolean(), when });
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
