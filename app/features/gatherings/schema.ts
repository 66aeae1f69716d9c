import { z } from "zod";
import { readTypedLanguages } from "~/i18n/typed-languages";
import { isDay } from "~/platform/days";
import { atMost, checked, inOneLine, paragraph, texts, tidy, tooLong, tooMany } from "~/platform/form-texts";
import { date, fold, time } from "~/platform/typed-when";
import { detailForm } from "./detail-form";
import { scope } from "./repeating/scope";
import { readTypedRepetition } from "./repeating/typed-repetition";
import { audiences, kinds, limits } from "./vocabulary";

/** What a person types to put a new gathering up. Messages are keys, so that every language has them. */
export const newGatheringSchema = z.intersection(
  gatheringForm(),
  z.object({ submission_id: z.uuid("form_incomplete") }),
);
export type NewGatheringInput = z.output<typeof newGatheringSchema>;

/** What a person types to change a gathering; the version is the one they had before their eyes. */
export const revisedGatheringSchema = z.intersection(
  gatheringForm(),
  z.object({
    seen_version: version(),
    scope: scope(),
    single: checked(),
    // What a co-host's form leaves out is its owner's to decide, and not a wish to undo it.
    acting: z.literal("host", "form_incomplete").optional(),
  }),
);
export type RevisedGatheringInput = z.output<typeof revisedGatheringSchema>;

export const cancellationSchema = z.object({
  seen_version: version(),
  scope: scope(),
  reason: z
    .string("reason_required")
    .transform(tidy)
    .refine(Boolean, "reason_required")
    .refine(atMost(limits.reason), tooLong(limits.reason)),
});
export type CancellationInput = z.output<typeof cancellationSchema>;

export const restorationSchema = z.object({ seen_version: version() });
export type RestorationInput = z.output<typeof restorationSchema>;

/** What a person types, or a drag in the calendar says, to give a gathering another time; `to` is where to go on. */
export const moveSchema = moveForm();
export type MoveInput = z.output<typeof moveSchema>;

function moveForm() {
  const { starts_on, starts, starts_fold, ends_on, ends, ends_fold } = fields();
  return z
    .object({ seen_version: version(), to: z.string().optional() })
    .extend({ starts_on, starts, starts_fold, ends_on, ends, ends_fold })
    .refine((form) => !endsLongBeforeItStarts(form), {
      path: ["ends"],
      error: "ends_before_it_starts",
      when: () => true,
    })
    .transform((form) => ({
      seen_version: form.seen_version,
      to: form.to,
      starts_local: startsLocal(form),
      ends_local: endsLocal(form),
      folds: {
        ...(form.starts_fold === undefined ? {} : { starts_fold: form.starts_fold }),
        ...(form.ends_fold === undefined ? {} : { ends_fold: form.ends_fold }),
      },
    }));
}

function gatheringForm() {
  const always = { when: () => true };
  return z
    .object(fields())
    .refine((form) => !endsLongBeforeItStarts(form), { path: ["ends"], error: "ends_before_it_starts", ...always })
    .refine(({ audience, recipients }) => audience !== "named" || recipients?.length > 0, {
      path: ["recipients"],
      error: "named_needs_recipients",
      ...always,
    })
    .refine(({ audience, coalition_id }) => audience !== "coalition" || Boolean(coalition_id), {
      path: ["coalition_id"],
      error: "coalition_not_yours",
      ...always,
    })
    .superRefine((form, context) => {
      // Said together with whatever else is wrong; a day that is none is said at the day.
      if (!isDay(form.starts_on ?? "")) return;
      for (const { key, field, values } of readTypedRepetition(form, form.starts_on).problems) {
        context.addIssue({ code: "custom", path: [field ?? "repeats"], message: key, params: values });
      }
    }, always)
    .transform((form) => ({
      repeating: repetitionOf(form),
      card: asCard(form),
      recipients: form.audience === "named" ? form.recipients : [],
      detail: form.detail ?? null,
      notes: form.notes ?? "",
    }));
}

function fields() {
  return {
    title: texts(limits.title, inOneLine).refine((titles) => Object.keys(titles).length > 0, "title_required"),
    description: texts(limits.description, tidy),
    kind: z.enum(kinds, "choose_one"),
    ...timeFields(),
    ...repetitionFields(),
    time_zone: z.string("choose_one").max(64, "unknown_time_zone"),
    area: z.string().transform(inOneLine).refine(atMost(limits.area), tooLong(limits.area)).optional(),
    languages: z.array(z.string().max(12, "choose_one")).max(limits.languages, tooMany(limits.languages)),
    other_languages: z
      .string()
      .refine(atMost(limits.otherLanguages), tooLong(limits.otherLanguages))
      .transform((typed, context) => {
        const { languages, unknown } = readTypedLanguages(typed);
        if (unknown.length > 0) {
          context.addIssue({ code: "custom", message: "language_unknown", params: { typed: unknown.join(", ") } });
        }
        return languages;
      })
      .optional(),
    audience: z.enum(audiences, "choose_one").default("owner"),
    recipients: z.array(z.uuid("choose_one")).max(500, tooMany(500)),
    coalition_id: z.uuid("choose_one").optional(),
    indexable: checked(),
    tells_taken: checked(),
    state: z.enum(["draft", "scheduled"], "choose_one"),
    detail: detailForm().optional(),
    notes: paragraph(limits.notes).optional(),
  };
}

export function timeFields() {
  return {
    starts_on: date("required"),
    starts: time(),
    starts_fold: fold(),
    ends_on: date("date_not_understood").optional(),
    ends: time(),
    ends_fold: fold(),
  };
}

/** How it repeats, as the form holds it. */
export function repetitionFields() {
  const text = (most: number) => z.string().refine(atMost(most), tooLong(most)).optional();
  return {
    repeats: text(20),
    kept_rule: text(500),
    every: text(20),
    weekdays: z.array(z.string().max(2, "choose_one")).max(7, tooMany(7)),
    repeat_ends: text(20),
    until_on: text(40),
    times: text(20),
    // Longer than any list that is taken, so that it is the number of days that is refused.
    except_on: text(200_000),
    also_on: text(200_000),
  };
}

type Fields = z.output<z.ZodObject<ReturnType<typeof fields>>>;

/** What the database calls a card. Wall time, zone and fold go to it as they are: it alone derives instants. */
function asCard(form: Fields) {
  const {
    title,
    description,
    kind,
    time_zone,
    starts_fold = null,
    ends_fold = null,
    state,
    audience,
    indexable,
    tells_taken,
  } = form;
  return {
    ...{ title, description, kind, time_zone, starts_fold, ends_fold, state, audience, indexable, tells_taken },
    coalition_id: form.coalition_id ?? null,
    area: form.area ?? "",
    languages: [...new Set([...form.languages, ...(form.other_languages ?? [])])],
    starts_local: startsLocal(form),
    ends_local: endsLocal(form),
  };
}

/** What was said of repeating, as it was typed: what it means depends on what is stored. */
function repetitionOf(form: Fields) {
  const { repeats, kept_rule, every, weekdays, repeat_ends, until_on, times, except_on, also_on } = form;
  return { repeats, kept_rule, every, weekdays, repeat_ends, until_on, times, except_on, also_on };
}

export function startsLocal({ starts_on, starts }: Pick<Fields, "starts_on" | "starts">): string {
  return `${starts_on}T${starts}:00`;
}

/** A gathering without an end date ends on the day it starts. */
export function endsLocal({ starts_on, ends_on, ends }: Pick<Fields, "starts_on" | "ends_on" | "ends">): string {
  return `${ends_on ?? starts_on}T${ends}:00`;
}

/** Up to an hour may be a repeated hour of a clock change: those the database judges, which knows the zone. */
function endsLongBeforeItStarts(form: Partial<Fields>): boolean {
  const { starts_on, starts, ends_on, ends } = form;
  if (![starts_on, starts, ends].every((part) => typeof part === "string" && part)) return false;
  const begin = Date.parse(`${startsLocal({ starts_on: starts_on ?? "", starts: starts ?? "" })}Z`);
  const end = Date.parse(`${endsLocal({ starts_on: starts_on ?? "", ends_on, ends: ends ?? "" })}Z`);
  return end < begin - 60 * 60 * 1000;
}

function version() {
  return z
    .string("form_incomplete")
    .regex(/^\d{1,9}$/, "form_incomplete")
    .transform(Number);
}
