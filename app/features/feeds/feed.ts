import { z } from "zod";

const texts = z.record(z.string(), z.string());
const kinds = [
  ...(["clinic", "workshop", "know_your_rights", "registration_drive"] as const),
  ...(["meeting", "vigil_or_march", "training", "other"] as const),
] as const;

const nameSchema = z.object({ display_name: z.string(), korean_name: z.string().nullable() });
const organizationSchema = nameSchema.extend({ slug: z.string(), short_name: z.string(), color: z.string() });

/** A gathering as a calendar program may know it. Without a title, no more than that its time is taken. */
const eventSchema = z.object({
  id: z.string(),
  sequence: z.int(),
  revised_at: z.string(),
  starts_local: z.string(),
  ends_local: z.string(),
  time_zone: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  /** Whether it starts or ends in an hour that the clocks show twice. */
  repeated_hour: z.boolean(),
  state: z.enum(["scheduled", "cancelled"]),
  is_open: z.boolean(),
  series_id: z.string().nullable(),
  recurrence_local: z.string().nullable(),
  organization: organizationSchema,
  title: texts.optional(),
  kind: z.enum(kinds).optional(),
  area: z.string().optional(),
  description: texts.nullish(),
  cancellation_reason: z.string().nullish(),
  address: z.string().nullish(),
});
export type FeedEvent = z.output<typeof eventSchema>;

/** How gatherings repeat, as far as those that the reader sees bear it out. */
const seriesSchema = z.object({
  time_zone: z.string(),
  rule: z.string(),
  /** By gathering, the instant at which the rule put it. */
  recurs_at: z.record(z.string(), z.string()),
});
export type FeedSeries = z.output<typeof seriesSchema>;

export const feedSchema = z.object({
  events: z.array(eventSchema),
  series: z.record(z.string(), seriesSchema),
  /** Stands for the contents; where there is none, nothing is known to stand for them. */
  version: z.string().nullish(),
  /** Whose calendar it is; none of the one of everything. */
  name: organizationSchema.partial().extend(nameSchema.shape).nullish(),
  /** What its person calls a private one, and the language they read. */
  label: z.string().optional(),
  language: z.string().nullish(),
});
export type Feed = z.output<typeof feedSchema>;

/** What a feed answers to whoever has it already. */
export const sameFeedSchema = z.object({ version: z.string(), events: z.never().optional() });
