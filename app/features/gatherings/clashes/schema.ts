import { z } from "zod";
import { addDays, daysBetween } from "~/platform/days";
import { expandSeries } from "~/platform/recurrence/expand-rule";
import { inWallTimes } from "../repeating/plan-series";
import { scope } from "../repeating/scope";
import { readTypedRepetition } from "../repeating/typed-repetition";
import { endsLocal, repetitionFields, startsLocal, timeFields } from "../schema";

const planForm = z.object({
  ...timeFields(),
  ...repetitionFields(),
  scope: scope(),
  gathering_id: z.uuid("form_incomplete").optional(),
  time_zone: z.string("choose_one").max(64, "unknown_time_zone"),
  area: z.string().max(1000).default(""),
  detail: z.object({ address: z.string().max(1000).default("") }).default({ address: "" }),
});

/** What of a gathering's form says when and where; the rest of the form is not looked at. */
export const planSchema = planForm.transform((form) => ({
  gathering_id: form.gathering_id ?? null,
  plan: {
    times: timesOf(form),
    time_zone: form.time_zone,
    area: form.area,
    address: form.detail.address,
  },
}));
export type PlanInput = z.output<typeof planSchema>;

/** Every date of what repeats; the one alone where it does not, where only one of a series is changed, or where the form cannot be read yet. */
function timesOf(form: z.output<typeof planForm>) {
  const [starts, ends] = [startsLocal(form), endsLocal(form)];
  const only = [{ starts_local: starts, ends_local: ends }];
  if (form.gathering_id && form.scope === "this") return only;
  const { repetition } = readTypedRepetition(form, form.starts_on);
  if (!repetition) return only;

  const series = { ...inWallTimes(repetition, starts), starts_local: starts };
  const { occurrences } = expandSeries(series, { now: starts });
  const nights = daysBetween(starts.slice(0, 10), ends.slice(0, 10));
  return occurrences.map((wall) => ({
    starts_local: wall,
    ends_local: `${addDays(wall.slice(0, 10), nights)}${ends.slice(10)}`,
  }));
}
