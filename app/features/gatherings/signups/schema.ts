import { z } from "zod";
import { scope } from "../repeating/scope";
import { typedCount } from "../typed-count";
import { mostSeats, needs } from "./needs";

const seats = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((typed, context) => {
    const value = typedCount(typed) ?? 0;
    if (value < 1)
      context.addIssue({ code: "custom", message: "number_between", params: { minimum: 1, maximum: mostSeats } });
    if (value > mostSeats)
      context.addIssue({ code: "custom", message: "party_too_large", params: { maximum: mostSeats } });
    return value;
  });

/** What somebody who signs up says of themselves. */
export const answersSchema = z.object({
  name: z.string("required").trim().min(1, "required").max(80),
  seats,
  language: z.string("choose_one").min(2, "choose_one").max(20, "choose_one"),
  needs: z
    .union([z.array(z.enum(needs)), z.enum(needs).transform((one) => [one])])
    .optional()
    .transform((chosen) => chosen ?? []),
  contact: z.string().trim().max(120).default(""),
  told_host: z.literal("yes").optional().transform(Boolean),
});
export type Answers = z.output<typeof answersSchema>;

export const signupSchema = answersSchema.extend({
  submission_id: z.uuid("form_incomplete"),
  /** Which organization the page said would see it. */
  seen_by: z.string().max(63).optional(),
});

const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      if (typed.trim() === "") return null;
      const value = typedCount(typed) ?? -1;
      if (value >= minimum && value <= maximum) return value;
      context.addIssue({ code: "custom", message: "number_between", params: { minimum, maximum } });
      return null;
    });

/** On which terms one may sign up for a gathering. */
export const termsSchema = z.object({
  open: z.enum(["yes", "no"], "choose_one"),
  capacity: wholeNumber(1, 10_000),
  closes_hours_before: wholeNumber(0, 720),
  keep_days: wholeNumber(1, 90),
  headcount_public: z.literal("yes").optional().transform(Boolean),
  scope: scope(),
});
export type Terms = z.output<typeof termsSchema>;
