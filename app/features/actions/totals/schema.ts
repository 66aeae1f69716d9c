import { z } from "zod";
import { atMost, checked, inOneLine, texts, tooLong } from "~/platform/form-texts";

const written = (names: Record<string, string>) => Object.keys(names).length > 0;
const whole = (problem: string) =>
  z
    .string("required")
    .trim()
    .regex(/^\d{1,13}$/, problem)
    .transform(Number);
/** `2026-11`, as a field for months sends it, or the first day of that month. */
const month = z
  .string("required")
  .trim()
  .regex(/^20\d\d-(0[1-9]|1[0-2])(-01)?$/, "month_not_valid")
  .transform((typed) => `${typed.slice(0, 7)}-01`);

/** What a person types to begin counting something together. */
export const metricFormSchema = z
  .object({
    submission_id: z.uuid("form_incomplete"),
    coalition_id: z.uuid("choose_one"),
    campaign_id: z.uuid("choose_one").optional(),
    name: texts(120, inOneLine).refine(written, "required"),
    unit: texts(40, inOneLine).refine(written, "required"),
    about_registration: checked(),
    minimum: whole("minimum_out_of_range"),
    goal: whole("goal_out_of_range").optional(),
    first_month: month,
    last_month: month,
    closing_day: whole("closing_day_out_of_range"),
    time_zone: z.string("choose_one").max(60, "choose_one"),
  })
  .transform(({ submission_id, goal, campaign_id, ...content }) => ({
    submission_id,
    content: { ...content, goal: goal ?? null, campaign_id: campaign_id ?? null },
  }));
export type MetricInput = z.output<typeof metricFormSchema>;

/** A number goes as it was typed: the database says what is wrong with it, to every caller in the same words. */
export const numberFormSchema = z.object({
  month,
  amount: z.string("required").max(60, "number_not_a_number"),
  seen: z.coerce.number("form_incomplete").int("form_incomplete").min(0, "form_incomplete"),
});
export type NumberInput = z.output<typeof numberFormSchema>;

export const handoverFormSchema = z.object({
  month,
  purpose: z.string("required").transform(inOneLine).refine(atMost(120), tooLong(120)),
});
export type HandoverInput = z.output<typeof handoverFormSchema>;
