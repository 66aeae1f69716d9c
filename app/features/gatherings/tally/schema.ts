import { z } from "zod";

/** Presses as the page sends them: each with an id of its own, so that one that is sent twice counts once. */
export const pressesSchema = z.object({
  press: z
    .array(z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\|(-1|[1-9])$/, "not_understood"))
    .min(1, "not_understood")
    .max(500, "not_understood")
    .transform((presses) =>
      presses.map((press) => {
        const [id = "", amount] = press.split("|");
        return { id, amount: Number(amount) };
      }),
    ),
});
export type PressesInput = z.output<typeof pressesSchema>;
