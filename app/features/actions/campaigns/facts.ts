import { z } from "zod";
import { fellowsSchema, organizationSchema } from "~/platform/fellows";
import { letterSchema } from "../letters/facts";
import { metricSchema } from "../totals/facts";
import { campaignParts } from "./parts";

const texts = z.record(z.string(), z.string());
const coalition = z.object({ slug: z.string(), display_name: z.string(), korean_name: z.string().nullable() });

/** A campaign as whoever sees it reads it. */
export const campaignSchema = z.object({
  id: z.string(),
  part: z.enum(campaignParts),
  name: texts,
  goal: texts,
  audience: z.enum(["owner", "named", "coalition", "everyone"]),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  outcome: z.enum(["won", "lost", "ended"]).nullable(),
  outcome_on: z.string().nullable(),
  outcome_reason: texts,
  lead: organizationSchema,
});
export type Campaign = z.output<typeof campaignSchema>;

export const campaignPageSchema = campaignSchema.extend({
  /** Known to those who may write it alone. */
  version: z.number().nullable(),
  /** Known to those who belong to it alone. */
  coalition: coalition.nullable(),
  /** The reader's organizations that may put up something to do for it. */
  writes_for: z.array(organizationSchema),
  metrics: z.array(metricSchema),
  letters: z.array(letterSchema.extend({ internal_at: z.null() })),
  items: z.array(
    z.object({
      ...{ id: z.string(), title: texts, due_local: z.string(), closed: z.boolean(), late: z.boolean() },
    }),
  ),
});
export type CampaignPage = z.output<typeof campaignPageSchema>;

/** With whom it is named to, for the forms of those who may write it. */
export const campaignFormSchema = campaignSchema.extend({
  version: z.number(),
  coalition_id: z.string().nullable(),
  recipients: z.array(z.string()),
  fellows: fellowsSchema,
});
export type CampaignForm = z.output<typeof campaignFormSchema>;
