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

const seen = z.coerce.number("form_incomplete").int("form_incomplete").min(0, "form_incomplete");

/** What a person types to begin counting something together. */
export const metricFormSchema = z
  .object({
    submission_id: z.uuid("form_incomplete"),
    ...changing(),
    coalition_id: z.uuid("choose_one"),
    minimum: whole("minimum_out_of_range"),
    first_month: month,
    closing_day: whole("closing_day_out_of_range"),
    time_zone: z.string("choose_one").max(60, "choose_one"),
  })
  .transform(({ submission_id, ...form }) => ({ submission_id, content: contentOf(form) }));
export type MetricInput = z.output<typeof metricFormSchema>;

/** What a person types to change one; the version is the one they had before their eyes. */
export const revisedMetricFormSchema = z
  .object({ ...changing(), seen_version: seen })
  .transform(({ seen_version, ...form }) => ({ seen_version, content: contentOf(form) }));
export type RevisedMetricInput = z.output<typeof revisedMetricFormSchema>;

/** A number goes as it was typed: the database says what is wrong with it, to every caller in the same words. */
export const numberFormSchema = z.object({
  month,
  amount: z.string("required").max(60, "number_not_a_number"),
  seen,
});
export type NumberInput = z.output<typeof numberFormSchema>;

export const handoverFormSchema = z.object({
  month,
  purpose: z.string("required").transform(inOneLine).refine(atMost(120), tooLong(120)),
});
export type HandoverInput = z.output<typeof handoverFormSchema>;

function changing() {
  return {
    campaign_id: z.uuid("choose_one").optional(),
    name: texts(120, inOneLine).refine(written, "required"),
    unit: texts(40, inOneLine).refine(written, "required"),
    about_registration: checked(),
    goal: whole("goal_out_of_range").optional(),
    last_month: month,
  };
}

function contentOf<Form extends { goal?: number | undefined; campaign_id?: string | undefined }>(form: Form) {
  return { ...form, goal: form.goal ?? null, campaign_id: form.campaign_id ?? null };
}
