import { z } from "zod";

const place = z.coerce.number().int().positive();

/** What a person chose of a calendar's preview. */
export const importSchema = z.object({
  /** New and changed entries by their places. */
  taken: z.array(place).max(4000),
  /** Of those, the ones that also replace what was changed here. */
  theirs: z.array(place).max(4000),
  /** Gatherings that are gone there and are to be gone here. */
  gone: z.array(z.uuid("form_incomplete")).max(4000),
  reason: z.string().max(500).default(""),
});
export type ImportInput = z.output<typeof importSchema>;
