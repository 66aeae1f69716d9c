import { z } from "zod";
import { organizationSchema } from "~/platform/fellows";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { cardSchema, gatheringPageSchema, hostingSchema } from "../card";
import { audiences, hostingStates, parts, states } from "../vocabulary";

const heldSchema = z.object({ card: cardSchema, part: z.enum(parts), may_edit: z.boolean() });
export type Held = z.output<typeof heldSchema>;

/** What an organization is invited to and has not answered; a series is answered at once. */
export const openHostingSchema = heldSchema.extend({ occurrences: z.number() });
export type OpenHosting = z.output<typeof openHostingSchema>;

const gatheringHostsSchema = z.object({
  title: z.record(z.string(), z.string()),
  state: z.enum(states),
  audience: z.enum(audiences),
  detail_audience: z.enum(audiences).nullable(),
  repeats: z.boolean(),
  writable: z.boolean(),
  hostings: z.array(hostingSchema),
  fellows: z.array(organizationSchema),
});
export type GatheringHosts = z.output<typeof gatheringHostsSchema>;

const readHostingSchema = z.object({
  part: z.enum(parts),
  may_edit: z.boolean(),
  state: z.enum(hostingStates),
  answerable: z.boolean(),
  occurrences: z.number(),
  gathering: gatheringPageSchema,
});
export type ReadHosting = z.output<typeof readHostingSchema>;

const organizationHostingsSchema = z.object({ invited: z.array(openHostingSchema), accepted: z.array(heldSchema) });

/** With whom a gathering is held, and whom its owner could invite; for the owner's people. */
export async function getGatheringHosts(db: Db, organizationId: string, id: string) {
  const found = await data(db.rpc("gathering_hosts", { gathering_id: id, organization_id: organizationId }));
  return gatheringHostsSchema.parse(found ?? absent());
}

/** One host of a gathering of one's own, and whether it repeats. */
export async function getHost(db: Db, organizationId: string, id: string, hostId: string) {
  const { hostings, writable, repeats, title, state } = await getGatheringHosts(db, organizationId, id);
  const hosting = hostings.find(({ organization }) => organization.id === hostId);
  return writable && hosting ? { ...hosting, repeats, gathering: { title, state } } : absent();
}

/** What an organization is asked to hold, or holds, with the gathering; for its people. */
export async function getHosting(db: Db, organizationId: string, id: string) {
  const found = await data(db.rpc("read_hosting", { gathering_id: id, organization_id: organizationId }));
  return readHostingSchema.parse(found ?? absent());
}

/** The same for whoever may answer it, or end what is accepted. */
export async function getHostingTo(db: Db, organizationId: string, id: string, verb: "answer" | "end") {
  const hosting = await getHosting(db, organizationId, id);
  const fits = hosting.state === (verb === "answer" ? "invited" : "accepted");
  return hosting.answerable && fits ? hosting : absent();
}

/** What an organization is invited to hold, and what it holds of others'. */
export async function getOrganizationHostings(db: Db, organizationId: string) {
  const found = await data(db.rpc("organization_hostings", { organization_id: organizationId }));
  return organizationHostingsSchema.parse(found ?? absent());
}

function absent(): never {
  throw refusal({ key: "not_found" }, 404);
}
