import { z } from "zod";
import { endsLocal, startsLocal, timeFields } from "../schema";

/** What of a gathering's form says when and where; the rest of the form is not looked at. */
export const planSchema = z
  .object({
    ...timeFields(),
    gathering_id: z.uuid("form_incomplete").optional(),
    time_zone: z.string("choose_one").max(64, "unknown_time_zone"),
    area: z.string().max(1000).default(""),
    detail: z.object({ address: z.string().max(1000).default("") }).default({ address: "" }),
  })
  .transform((form) => ({
    gathering_id: form.gathering_id ?? null,
    plan: {
      times: [{ starts_local: startsLocal(form), ends_local: endsLocal(form) }],
      time_zone: form.time_zone,
      area: form.area,
      address: form.detail.address,
    },
  }));
export type PlanInput = z.output<typeof planSchema>;
