import { z } from "zod";
import { organizationSchema } from "~/platform/fellows";
import { campaignSchema } from "../campaigns/facts";

const texts = z.record(z.string(), z.string());
const coalition = z.object({ slug: z.string(), display_name: z.string(), korean_name: z.string().nullable() });
const organizations = z.record(z.string(), organizationSchema);
const dueItem = z.object({ id: z.string(), title: texts, due_local: z.string(), time_zone: z.string() });
const card = campaignSchema.pick({ id: true, part: true, name: true, starts_on: true, ends_on: true });
const came = campaignSchema.pick({ outcome: true, outcome_on: true });

/** A coalition's plan, as far as its reader sees it. */
export const boardSchema = z.object({
  coalition,
  writes_for: z.array(organizationSchema),
  organizations,
  campaigns: z.array(
    card.extend({
      ...came.shape,
      ...{ lead: z.string(), audience: campaignSchema.shape.audience },
      ...{ open: z.number(), late: z.number(), parts: z.number(), done: z.number(), moved: z.number() },
      ...{ late_items: z.array(dueItem), next_items: z.array(dueItem) },
      ...{ unanswered: z.number(), waiting_for: z.array(z.string()) },
    }),
  ),
  beside: z.object({ open: z.number(), late: z.number() }),
});
export type Board = z.output<typeof boardSchema>;

const status = z.enum(["asked", "accepted", "declined", "doing", "done", "cannot"]);

/** What happened since a day, as far as its reader sees it. */
export const meetingSchema = z.object({
  coalition,
  organizations,
  today: z.string(),
  campaigns: z.array(
    card.extend({ ...came.shape, lead: z.string(), began: z.boolean(), came_out: z.boolean(), late: z.boolean() }),
  ),
  moved_total: z.number(),
  moved: z.array(
    z.object({
      ...{ id: z.string(), title: texts, closed: z.boolean() },
      parts: z.array(z.object({ organization: z.string(), status })),
    }),
  ),
  late_total: z.number(),
  late: z.array(dueItem.extend({ waits_for: z.array(z.string()) })),
  silent_total: z.number(),
  silent: z.array(
    z.object({
      ...{ organization: z.string(), total: z.number(), unanswered: z.number() },
      items: z.array(z.object({ id: z.string(), title: texts, status })),
    }),
  ),
});
export type Meeting = z.output<typeof meetingSchema>;
