import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";

const templateSchema = z.object({ id: z.string(), name: z.string(), created_at: z.string() });
export type Template = z.output<typeof templateSchema>;

/** An organization's templates, for those who may write its gatherings. */
export async function listTemplates(db: Db, organizationId: string) {
  const found = db.from("gathering_templates").select("id, name, created_at").eq("organization_id", organizationId);
  return z.array(templateSchema).parse(await data(found.order("name")));
}

/** One template of an organization. */
export async function getTemplate(db: Db, organizationId: string, id: string) {
  const found = db.from("gathering_templates").select("id, name, created_at").eq("organization_id", organizationId);
  return templateSchema.parse(await data(found.eq("id", id).single()));
}
