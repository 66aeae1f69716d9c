import { z } from "zod";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { cardSchema, dueSchema } from "./card";
import { openHostingSchema } from "./hosts/queries.server";
import { lacking } from "./volunteers/with-missing";

const frontPageSchema = z.object({
  coalitions: z.array(z.object({ slug: z.string(), display_name: z.string(), korean_name: z.string().nullable() })),
  gatherings: z.array(cardSchema),
});

const organizationName = z.object({
  ...{ display_name: z.string(), short_name: z.string(), korean_name: z.string().nullable() },
});

const organizationHomeSchema = z.object({
  coming: z.array(cardSchema),
  shared: z.array(cardSchema),
  hostings: z.array(openHostingSchema),
  /** Asked of it and not answered, late, or due within a week. */
  items: z.array(dueSchema.extend({ status: z.enum(["asked", "accepted", "doing"]) })),
  /** For whose signature colleagues ask the reader, who signs for it. */
  letters: z.array(
    dueSchema
      .pick({ id: true, title: true, due_local: true, time_zone: true, late: true })
      .extend({ lead: organizationName })
      .transform(({ lead, ...due }) => ({ ...due, organization: lead, closed: false })),
  ),
  waiting: z.array(cardSchema),
  missing: z.record(z.string(), z.number()),
  places: z.array(
    z.object({ id: z.string(), role: z.record(z.string(), z.string()), stands: z.boolean(), gathering: cardSchema }),
  ),
});
export type OwnPlace = z.output<typeof organizationHomeSchema>["places"][number];

/** What everyone may see of the next seven days, and the coalitions whose calendars are open. */
export async function getFrontPage(db: Db) {
  return frontPageSchema.parse(await data(db.rpc("front_page")));
}

/** What needs an organization this week: what is coming, what others shared, which drafts wait. */
export async function getOrganizationHome(db: Db, organizationId: string) {
  const found = await data(db.rpc("organization_home", { organization_id: organizationId }));
  if (found === null) throw refusal({ key: "not_found" }, 404);
  const { missing, ...home } = organizationHomeSchema.parse(found);
  return { ...home, coming: lacking(home.coming, missing) };
}
