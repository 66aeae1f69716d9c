import { z } from "zod";
import { organizationSchema } from "~/platform/fellows";

const texts = z.record(z.string(), z.string());
const day = z.string().nullable();
const hours = { opens_minute: z.number(), closes_minute: z.number() };

/** What of a service may be handed out: what does not stand here is on no paper, in no message and in no table. */
export const factsSchema = z.object({
  id: z.string(),
  state: z.enum(["draft", "active", "paused", "closed"]),
  audience: z.enum(["owner", "named", "coalition", "everyone"]),
  organization: organizationSchema,
  provider: texts.nullable(),
  name: texts,
  description: texts,
  eligibility: texts,
  required_documents: texts,
  cost: z.enum(["unknown", "free", "sliding", "paid"]),
  cost_note: texts,
  website: z.string(),
  email: z.string(),
  area_served: z.array(z.string()),
  terms: z.array(z.object({ id: z.string(), name: texts })),
  staff_languages: z.array(z.string()),
  interpreter_languages: z.array(z.string()),
  document_languages: z.array(z.string()),
  time_zone: z.string(),
  credential: z.enum(["none", "attorney", "doj_accredited"]).nullable(),
  credential_url: z.string(),
  credential_checked_on: day,
  information_as_of: day,
  jurisdiction: z.string(),
  reviewed_by: z.string(),
  verified_at: z.string().nullable(),
  verify_by: day,
  /** Whether nobody has made sure in time. */
  stale: z.boolean(),
  /** Languages whose text a machine wrote and nobody has checked. */
  by_machine: z.array(z.string()),
  phones: z.array(z.object({ number: z.string(), extension: z.string(), label: texts })),
  schedules: z.array(z.object({ weekdays: z.array(z.number()), ...hours })),
  closures: z.array(z.object({ closed_on: z.string(), note: texts })),
  /** Where everyone may know that it is. */
  places: z.array(
    z.object({
      ...{ name: z.string(), address_1: z.string(), address_2: z.string() },
      ...{ city: z.string(), region: z.string(), postal_code: z.string() },
    }),
  ),
});
export type Facts = z.output<typeof factsSchema>;

/** With when it opens next, by its own clock. */
export const handoutSchema = factsSchema.extend({
  opening: z.object({ day: z.string(), is_today: z.boolean(), hours: z.array(z.object(hours)) }).nullable(),
});
export type HandoutFacts = z.output<typeof handoutSchema>;

export const collectionSchema = z.object({
  id: z.string(),
  name: texts,
  note: texts,
  audience: z.enum(["owner", "coalition", "everyone"]),
  coalition_id: z.string().nullable(),
  organization: organizationSchema,
  writable_by: z.string().nullable(),
  version: z.number().nullable(),
  entries: z.array(z.object({ note: z.string(), service: factsSchema })),
});
export type Collection = z.output<typeof collectionSchema>;

export const collectionListSchema = z.array(
  collectionSchema
    .pick({ id: true, name: true, note: true, audience: true, organization: true })
    .extend({ entries: z.number() }),
);
export type CollectionList = z.output<typeof collectionListSchema>;

export const collectingSchema = z.object({
  id: z.string(),
  name: texts,
  collections: z.array(z.object({ id: z.string(), name: texts, note: z.string().nullable() })),
});
export type Collecting = z.output<typeof collectingSchema>;
