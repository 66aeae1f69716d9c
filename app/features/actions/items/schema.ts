import { z } from "zod";
import { atMost, checked, inOneLine, paragraph, texts, tidy, tooLong, tooMany } from "~/platform/form-texts";
import { date, fold, time } from "~/platform/typed-when";
import { partStatuses } from "./part-statuses";
import { readTypedSteps } from "./typed-steps";

const version = () =>
  z
    .string("form_incomplete")
    .regex(/^\d{1,9}$/, "form_incomplete")
    .transform(Number);
const recipients = () => z.array(z.uuid("choose_one")).max(200, tooMany(200));

/** What a person types to put up something to do together. */
export const newItemFormSchema = z
  .object({
    ...fields(),
    submission_id: z.uuid("form_incomplete"),
    coalition_id: z.uuid("choose_one"),
    ask: z.enum(["core", "chosen", "nobody"], "choose_one"),
    recipients: recipients(),
    takes_part: checked(),
  })
  .refine((form) => form.ask !== "chosen" || form.recipients?.length > 0, {
    path: ["recipients"],
    error: "nobody_to_ask",
    when: () => true,
  })
  .transform(({ submission_id, coalition_id, ask, recipients: chosen, takes_part, ...form }) => ({
    submission_id,
    content: { ...contentOf(form), coalition_id, ask, recipients: ask === "chosen" ? chosen : [], takes_part },
  }));
export type NewItemInput = z.output<typeof newItemFormSchema>;

/** What a person types to change one; the version is the one they had before their eyes. */
export const revisedItemFormSchema = z
  .object({ ...fields(), seen_version: version() })
  .transform(({ seen_version, ...form }) => ({ seen_version, content: contentOf(form) }));
export type RevisedItemInput = z.output<typeof revisedItemFormSchema>;

export const askingFormSchema = z.object({ recipients: recipients() });
export type AskingInput = z.output<typeof askingFormSchema>;

/** What an organization says of its own part. */
export const partFormSchema = z
  .object({
    seen_version: version(),
    status: z.enum(partStatuses, "choose_one"),
    assignee_id: z.uuid("choose_one").optional(),
    note: paragraph(2000).optional(),
    link: z.string().transform(inOneLine).refine(atMost(500), tooLong(500)).optional(),
    ticks: z.array(z.uuid("choose_one")).max(100, tooMany(100)),
  })
  .transform(({ seen_version, assignee_id = null, note = "", link = "", ...content }) => ({
    seen_version,
    content: { ...content, assignee_id, note, link },
  }));
export type PartInput = z.output<typeof partFormSchema>;

function fields() {
  return {
    title: texts(120, inOneLine).refine((names) => Object.keys(names).length > 0, "required"),
    description: texts(4000, tidy),
    due_on: date("required"),
    due: time(),
    due_fold: fold(),
    time_zone: z.string("choose_one").max(64, "unknown_time_zone"),
    audience: z.enum(["named", "coalition"], "choose_one"),
    campaign_id: z.uuid("choose_one").optional(),
    about_registration: checked(),
    // Longer than any list that is taken, so that it is the number of steps that is refused.
    steps: texts(200_000, (typed) => typed).transform((typed, context) => {
      const { steps, problem } = readTypedSteps(typed);
      if (problem) context.addIssue({ code: "custom", message: problem.key, params: problem.values });
      return steps;
    }),
  };
}

type Fields = z.output<z.ZodObject<ReturnType<typeof fields>>>;

/** Wall time, zone and fold go to the database as they are: it alone derives the instant. */
function contentOf({ due_on, due, due_fold, campaign_id, ...form }: Fields) {
  return {
    ...form,
    ...{ due_local: `${due_on}T${due}:00`, due_fold: due_fold ?? null, campaign_id: campaign_id ?? null },
  };
}
