import { z } from "zod";
import { cardSchema } from "../card";

/** What else happens at a planned time, as far as the planner may know. */
export const clashesSchema = z.object({
  seen: z.array(
    z.object({
      card: cardSchema,
      reasons: z.array(z.enum(["venue", "own", "area"])),
      /** Who of the planner's own organization helps both there and at the gathering that is being changed. */
      volunteers: z.array(z.string()),
    }),
  ),
  more: z.number(),
  /** Held by somebody who says no more: an area, a day and a half of it. */
  taken: z.array(z.object({ area: z.string(), on: z.string(), half: z.enum(["am", "pm"]) })),
});
export type Clashes = z.output<typeof clashesSchema>;
