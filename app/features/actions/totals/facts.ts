import { z } from "zod";
import { organizationSchema } from "~/platform/fellows";

const texts = z.record(z.string(), z.string());

const monthSchema = z.object({
  month: z.string(),
  closes_on: z.string(),
  closed: z.boolean(),
  total: z.number().nullable(),
  contributors: z.number().nullable(),
});

/** What everybody of a coalition knows of a metric. */
export const metricSchema = z.object({
  id: z.string(),
  name: texts,
  unit: texts,
  about_registration: z.boolean(),
  minimum: z.number(),
  goal: z.number().nullable(),
  first_month: z.string(),
  last_month: z.string(),
  closing_day: z.number(),
  time_zone: z.string(),
  /** Unknown to whoever is no longer in its coalition. */
  lead: organizationSchema.nullable(),
  total: z.number(),
  months: z.array(monthSchema),
});
export type Metric = z.output<typeof metricSchema>;

/** With what an organization counted itself, and what was handed over by it or to it. */
export const ownMetricSchema = metricSchema.extend({
  is_lead: z.boolean(),
  takes_part: z.boolean(),
  own: z.array(z.object({ month: z.string(), version: z.number(), amount: z.number(), entered_at: z.string() })),
  handed: z.array(
    z.object({
      ...{ id: z.string(), month: z.string(), purpose: z.string(), amount: z.number() },
      ...{ handed_at: z.string(), revoked_at: z.string().nullable(), from: organizationSchema.nullable() },
    }),
  ),
});
export type OwnMetric = z.output<typeof ownMetricSchema>;

/** As the form of its lead's editors needs it. */
export const storedMetricSchema = metricSchema.extend({
  version: z.number(),
  campaign_id: z.string().nullable(),
  campaigns: z.array(z.object({ id: z.string(), name: texts })),
});
export type StoredMetric = z.output<typeof storedMetricSchema>;

export const coalitionTotalsSchema = z.object({
  coalition: z.object({ slug: z.string(), display_name: z.string(), korean_name: z.string().nullable() }),
  metrics: z.array(metricSchema),
  /** The reader's organizations in it, whose own numbers they may read. */
  mine: z.array(organizationSchema),
});
