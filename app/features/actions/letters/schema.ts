import { z } from "zod";
import { atMost, checked, inOneLine, texts, tidy, tooLong, tooMany } from "~/platform/form-texts";
import { date, fold, time } from "~/platform/typed-when";
import { limits } from "./limits";

const hash = () => z.string("form_incomplete").regex(/^[0-9a-f]{64}$/, "form_incomplete");
const written = () => ({ title: texts(limits.title, inOneLine), body: texts(limits.body, tidy) });
const deadlines = () => ({
  due_on: date("required"),
  due: time(),
  due_fold: fold(),
  internal_on: date("required"),
  internal: time(),
  internal_fold: fold(),
  time_zone: z.string("choose_one").max(64, "unknown_time_zone"),
});

type Deadlines = z.output<z.ZodObject<ReturnType<typeof deadlines>>>;

function asStored({ due_on, due, due_fold, internal_on, internal, internal_fold, time_zone }: Deadlines) {
  return {
    due_local: `${due_on}T${due}`,
    due_fold: due_fold ?? null,
    internal_local: `${internal_on}T${internal}`,
    internal_fold: internal_fold ?? null,
    time_zone,
  };
}

/** What a person types to begin a letter. */
export const letterFormSchema = z
  .object({
    submission_id: z.uuid("form_incomplete"),
    coalition_id: z.uuid("choose_one"),
    campaign_id: z.uuid("choose_one").optional(),
    ...written(),
    ...deadlines(),
  })
  .transform(({ submission_id, coalition_id, campaign_id, title, body, ...typed }) => ({
    submission_id,
    content: { coalition_id, campaign_id: campaign_id ?? null, title, body, ...asStored(typed) },
  }));
export type LetterInput = z.output<typeof letterFormSchema>;

/** Another text, over the one whose hash the form was shown with. */
export const textFormSchema = z
  .object({ seen: hash(), ...written() })
  .transform(({ seen, title, body }) => ({ seen, content: { title, body } }));
export type TextInput = z.output<typeof textFormSchema>;

export const deadlineFormSchema = z.object(deadlines()).transform(asStored);
export type DeadlineInput = z.output<typeof deadlineFormSchema>;

export const audienceFormSchema = z.object({
  audience: z.enum(["owner", "coalition", "everyone"], "choose_one"),
  signatory_order: z.enum(["alphabetical", "by_signing"], "choose_one"),
});
export type AudienceInput = z.output<typeof audienceFormSchema>;

export const campaignFormSchema = z.object({ campaign_id: z.uuid("choose_one").optional() });
export type CampaignInput = z.output<typeof campaignFormSchema>;

/** A press about the text that its page showed. */
export const seenPressSchema = z.object({ seen: hash() });
export type PressInput = z.output<typeof seenPressSchema>;

export const signatureFormSchema = z.object({ seen: hash(), late: checked() });
export type SignatureInput = z.output<typeof signatureFormSchema>;

export const otherFormSchema = z
  .object({
    seen: hash(),
    late: checked(),
    english_name: z.string("required").transform(inOneLine).refine(atMost(limits.name), tooLong(limits.name)),
    korean_name: z.string().transform(inOneLine).refine(atMost(limits.name), tooLong(limits.name)).optional(),
  })
  .transform(({ seen, late, english_name, korean_name }) => ({
    seen,
    content: { english_name, korean_name: korean_name ?? "", late },
  }));
export type OtherInput = z.output<typeof otherFormSchema>;

export const signersFormSchema = z.object({
  who: z.enum(["admins", "editors", "named"], "choose_one"),
  people: z.array(z.uuid("choose_one")).max(500, tooMany(500)),
});
export type SignersInput = z.output<typeof signersFormSchema>;
