import { z } from "zod";
import { serviceCardSchema } from "../service";

const texts = z.record(z.string(), z.string());
const needSchema = z.object({ id: z.string(), name: texts });

/** Why a service was found: what it says, where, or a need that it helps with. */
const reasonSchema = z.union([
  z.object({ field: z.literal("need"), id: z.string(), name: texts }),
  z.object({
    field: z.enum(["name", "provider", "alias", "description", "eligibility", "documents", "cost", "area"]),
    language: z.string().nullable(),
    before: z.string(),
    hit: z.string(),
    after: z.string(),
  }),
]);
export type Reason = z.output<typeof reasonSchema>;

const resultSchema = serviceCardSchema
  .omit({ description: true, source_language: true, state: true, shared: true, verified_at: true })
  .extend({
    /** Nobody has made sure of it for too long. */
    stale: z.boolean(),
    /** On its own clock; null where it says no hours. */
    opening: z.object({ open: z.boolean(), always: z.boolean(), closes_local: z.string().nullable() }).nullable(),
    /** As many as the reader may know of. */
    places: z.array(z.object({ city: z.string(), latitude: z.number().nullable(), longitude: z.number().nullable() })),
    why: z.array(reasonSchema),
  });
export type Result = z.output<typeof resultSchema>;

export const foundSchema = z.object({
  /** How many fit, as far as `most`; null before anything was asked. */
  total: z.number().nullable(),
  most: z.number(),
  /** Nothing says what was typed; these say something like it. */
  nearly: z.boolean(),
  results: z.array(resultSchema),
  /** What was typed names these. */
  needs: z.array(needSchema),
  choices: z.array(needSchema.extend({ parent_id: z.string().nullable() })),
  /** How many there would be without what was chosen besides, where there are none. */
  unfiltered: z.number().nullable(),
});
export type Found = z.output<typeof foundSchema>;

export const suggestedSchema = z.object({
  needs: z.array(needSchema),
  services: z.array(z.object({ id: z.string(), name: texts })),
});
export type Suggested = z.output<typeof suggestedSchema>;
