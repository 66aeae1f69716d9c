import { z } from "zod";
import { fellowsSchema, organizationSchema } from "~/platform/fellows";
import { costs, credentials, states } from "./vocabulary";

const texts = z.record(z.string(), z.string());
const audience = z.enum(["owner", "named", "coalition", "everyone"]);
export const phoneSchema = z.object({ number: z.string(), extension: z.string() });
export type Phone = z.output<typeof phoneSchema>;

/** The card: what everyone who may see a service sees of it in a list. */
export const serviceCardSchema = z.object({
  id: z.string(),
  name: texts,
  description: texts,
  source_language: z.string(),
  state: z.enum(states),
  audience,
  /** Whether others than the owner have seen it. */
  shared: z.boolean(),
  terms: z.array(z.string()),
  cost: z.enum(costs),
  area_served: z.array(z.string()),
  staff_languages: z.array(z.string()),
  interpreter_languages: z.array(z.string()),
  document_languages: z.array(z.string()),
  credential: z.enum(credentials).nullable(),
  verified_at: z.string().nullable(),
  verify_by: z.string().nullable(),
  time_zone: z.string(),
  organization: organizationSchema,
  provider: z.object({ name: texts, aliases: z.array(z.string()) }).nullable(),
  phone: phoneSchema.nullable(),
});
export type ServiceCard = z.output<typeof serviceCardSchema>;

export const scheduleSchema = z.object({
  weekdays: z.array(z.number()),
  opens_minute: z.number(),
  closes_minute: z.number(),
});
export type Schedule = z.output<typeof scheduleSchema>;

const layer = { audience, coalition_id: z.string().nullable(), recipients: z.array(organizationSchema) };

const locationSchema = z.object({
  id: z.string(),
  name: z.string(),
  address_1: z.string(),
  address_2: z.string(),
  city: z.string(),
  region: z.string(),
  postal_code: z.string(),
  country: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  accessibility: z.array(z.string()),
  directions: texts,
});

/** A service's page: the card, its parts, and the layers its reader may see. */
export const servicePageSchema = serviceCardSchema.extend({
  terms: z.array(z.object({ id: z.string(), name: texts })),
  eligibility: texts,
  required_documents: texts,
  cost_note: texts,
  website: z.string(),
  email: z.string(),
  credential_url: z.string(),
  credential_checked_on: z.string().nullable(),
  information_as_of: z.string().nullable(),
  jurisdiction: z.string(),
  reviewed_by: z.string(),
  provider: z.object({ name: texts, aliases: z.array(z.string()), description: texts, website: z.string() }).nullable(),
  phones: z.array(phoneSchema.extend({ label: texts })),
  schedules: z.array(scheduleSchema),
  closures: z.array(z.object({ closed_on: z.string(), note: texts })),
  /** By language other than the source: how its text came about. */
  translations: z.record(
    z.string(),
    z.object({ by_machine: z.boolean(), reviewed_at: z.string().nullable(), stale: z.boolean() }),
  ),
  recipients: z.array(organizationSchema),
  place: z.object({ ...layer, locations: z.array(locationSchema) }).nullable(),
  assurance: z.object({ ...layer, told_on: z.string(), note: texts }).nullable(),
  notes: z.string().nullable(),
  /** The slug of the organization as which the reader may write it. */
  writable_by: z.string().nullable(),
  /** For those who may write it. */
  version: z.number().nullable(),
});
export type ServicePage = z.output<typeof servicePageSchema>;

/** What one may need help with. */
const needsSchema = z.array(z.object({ id: z.string(), parent_id: z.string().nullable(), name: texts }));
export type Needs = z.output<typeof needsSchema>;

/** A service as its form needs it; only those who may write it get one. */
export const storedServiceSchema = servicePageSchema.extend({
  coalition_id: z.string().nullable(),
  terms: z.array(z.string()),
  provider: z.object({ name: texts, aliases: z.array(z.string()), website: z.string() }).nullable(),
  version: z.number(),
  fellows: fellowsSchema,
  needs: needsSchema,
});
export type StoredService = z.output<typeof storedServiceSchema>;

export const newServicePageSchema = z.object({ fellows: fellowsSchema, needs: needsSchema });

/** A service through other eyes, with those whose eyes one may look through. */
export const servicePreviewSchema = z.object({
  name: texts,
  fellows: fellowsSchema,
  seen: servicePageSchema.nullable(),
});
