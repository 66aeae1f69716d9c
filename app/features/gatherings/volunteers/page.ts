import { z } from "zod";
import { cardSchema, roleSchema } from "../card";

/** Somebody of the reader's own organization who helps; `stands` is false where the place does not count any longer. */
export const placeSchema = z.object({
  id: z.string(),
  role_id: z.string(),
  person: z.string(),
  mine: z.boolean(),
  stands: z.boolean(),
});
export type Place = z.output<typeof placeSchema>;

export const volunteerPageSchema = z.object({
  gathering: cardSchema,
  writes: z.boolean(),
  helps: z.boolean(),
  repeats: z.boolean(),
  /** Whether the reader may free places of colleagues. */
  frees: z.boolean(),
  roles: z.array(roleSchema),
  places: z.array(placeSchema),
});
export type VolunteerPage = z.output<typeof volunteerPageSchema>;
