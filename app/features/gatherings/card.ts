import { z } from "zod";
import { audiences, kinds, states } from "./vocabulary";

/** The organization beside a gathering, as the database hands it out. */
export const organizationSchema = z.object({
  id: z.string(),
  slug: z.string(),
  display_name: z.string(),
  short_name: z.string(),
  korean_name: z.string().nullable(),
  color: z.string(),
});
export type Organization = z.output<typeof organizationSchema>;

const texts = z.record(z.string(), z.string());

/** The card: what everyone who may see a gathering sees of it in a list. */
export const cardSchema = z.object({
  id: z.string(),
  title: texts,
  kind: z.enum(kinds),
  area: z.string().nullable(),
  languages: z.array(z.string()),
  starts_local: z.string(),
  ends_local: z.string(),
  time_zone: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  state: z.enum(states),
  audience: z.enum(audiences),
  organization: organizationSchema,
  version: z.number(),
});
export type Card = z.output<typeof cardSchema>;

const coalitionSchema = z.object({ slug: z.string(), display_name: z.string(), korean_name: z.string().nullable() });
export type Coalition = z.output<typeof coalitionSchema>;

/** A gathering's page: the card and what stands below it. */
export const gatheringPageSchema = cardSchema.extend({
  description: texts.nullable(),
  cancellation_reason: z.string().nullable(),
  coalition: coalitionSchema.nullable(),
  recipients: z.array(organizationSchema),
  writable_by: z.array(z.string()),
  reached: z.object({ organizations: z.number() }).nullable(),
});
export type GatheringPage = z.output<typeof gatheringPageSchema>;

/** The organizations one may name, by the coalition one shares with them. */
export const fellowsSchema = z.array(
  z.object({ coalition_id: z.string(), organizations: z.array(organizationSchema) }),
);
export type Fellows = z.output<typeof fellowsSchema>;

/** A gathering as its form needs it; only those who may write it get one. */
export const storedGatheringSchema = z.object({
  id: z.string(),
  organization_id: z.string(),
  coalition_id: z.string().nullable(),
  title: texts,
  description: texts.nullable(),
  kind: z.enum(kinds),
  area: z.string().nullable(),
  languages: z.array(z.string()),
  starts_local: z.string(),
  ends_local: z.string(),
  time_zone: z.string(),
  starts_fold: z.number().nullable(),
  ends_fold: z.number().nullable(),
  state: z.enum(states),
  cancellation_reason: z.string().nullable(),
  audience: z.enum(audiences),
  version: z.number(),
  recipients: z.array(z.string()),
  fellows: fellowsSchema,
});
export type StoredGathering = z.output<typeof storedGatheringSchema>;

export const coalitionCalendarSchema = z.object({
  coalition: coalitionSchema.extend({ id: z.string() }),
  gatherings: z.array(cardSchema),
});
