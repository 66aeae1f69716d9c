import { z } from "zod";

const places = z.array(z.coerce.number().int().positive()).max(20_000);

/** What a person chose of a preview: who sees what is new, what stays out, and where the file's word counts. */
export const takingSchema = z
  .object({
    /** "owner", "everyone", or the id of a coalition. */
    audience: z.union([z.enum(["owner", "everyone"]), z.uuid("form_incomplete")], "required"),
    shown: places,
    taken: places,
    theirs: places,
  })
  .transform(({ audience, shown, taken, theirs }) => {
    const kept = new Set(taken);
    return { audience, theirs, left: shown.filter((place) => !kept.has(place)) };
  });
export type TakingInput = z.output<typeof takingSchema>;
