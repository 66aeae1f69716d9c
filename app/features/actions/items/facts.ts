import { z } from "zod";
import { organizationSchema } from "~/platform/fellows";
import { partStatuses } from "./part-statuses";

const texts = z.record(z.string(), z.string());
const coalition = z.object({ slug: z.string(), display_name: z.string(), korean_name: z.string().nullable() });
const campaign = z.object({ id: z.string(), name: texts });

const status = z.enum(partStatuses);

/** An action item as lists show it. */
export const itemCardSchema = z.object({
  id: z.string(),
  title: texts,
  due_local: z.string(),
  time_zone: z.string(),
  due_at: z.string(),
  closed: z.boolean(),
  late: z.boolean(),
  audience: z.enum(["named", "coalition"]),
  about_registration: z.boolean(),
  organization: organizationSchema,
});
export type ItemCard = z.output<typeof itemCardSchema>;

const part = z.object({
  organization: organizationSchema,
  status,
  asked_at: z.string(),
  status_at: z.string(),
});

const row = itemCardSchema.extend({ parts: z.array(part), campaign: campaign.nullable() });
export type ItemRow = z.output<typeof row>;

const step = z.object({ id: z.string(), label: texts });

const standing = z.object({
  status,
  assignee_id: z.string().nullable(),
  note: z.string(),
  link: z.string(),
  version: z.number(),
  ticks: z.array(z.string()),
  next: z.array(status),
});

const ownPart = standing.extend({
  organization: organizationSchema,
  may_write: z.boolean(),
  assignee: z.string().nullable(),
});

/** An action item's page, as its reader sees it. */
export const itemPageSchema = row.extend({
  description: texts,
  steps: z.array(step),
  coalition: coalition.nullable(),
  own: z.array(ownPart),
  may_write: z.boolean(),
  may_ask_core: z.boolean(),
  /** Organizations that have left without having answered: of them no more is told, and the ask can be taken back. */
  asked_and_left: z.array(z.string()),
  may_take: z.array(organizationSchema),
});
export type ItemPage = z.output<typeof itemPageSchema>;

const askable = z.array(organizationSchema.extend({ standing: z.enum(["lead", "core", "partner", "ally"]) }));
export type Askable = z.output<typeof askable>;

export const newItemSchema = z.object({
  coalitions: z.array(coalition.extend({ id: z.string(), askable })),
  campaigns: z.array(campaign),
});
export type NewItem = z.output<typeof newItemSchema>;

export const storedItemSchema = row.extend({
  description: texts,
  due_fold: z.number().nullable(),
  version: z.number(),
  steps: z.array(step),
  campaigns: z.array(campaign),
  asked_and_left: z.array(z.string()),
  askable,
});
export type StoredItem = z.output<typeof storedItemSchema>;

export const partPageSchema = itemCardSchema.extend({
  steps: z.array(step),
  part: standing,
  members: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type PartPage = z.output<typeof partPageSchema>;

const column = z.object({
  total: z.number(),
  parts: z.array(itemCardSchema.extend({ doer: organizationSchema })),
});
export const coalitionItemsSchema = z.object({
  coalition,
  total: z.number(),
  items: z.array(row),
  columns: z.partialRecord(status, column).nullable(),
  organizations: z.array(organizationSchema),
  campaigns: z.array(campaign),
  writes_for: z.array(organizationSchema),
});
export type CoalitionItems = z.output<typeof coalitionItemsSchema>;

export const organizationItemsSchema = z.object({
  asked: z.array(row),
  total: z.number(),
  items: z.array(row),
  coalitions: z.array(coalition),
});
