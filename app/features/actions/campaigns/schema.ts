import { z } from "zod";
import { isDay } from "~/platform/days";
import { inOneLine, texts, tidy } from "~/platform/form-texts";
import { campaignParts } from "./parts";

const day = z.string("required").trim().refine(isDay, "date_not_understood");
const seenVersion = z.coerce.number("form_incomplete").int("form_incomplete");
const written = (said: Record<string, string>) => Object.keys(said).length > 0;

/** What a person types to begin a campaign. */
export const newCampaignSchema = z
  .object({ ...fields(), submission_id: z.uuid("form_incomplete") })
  .transform(({ submission_id, ...content }) => ({ submission_id, content: contentOf(content) }));
export type NewCampaignInput = z.output<typeof newCampaignSchema>;

/** What a person types to change one; the version is the one they had before their eyes. */
export const revisedCampaignSchema = z
  .object({ ...fields(), seen_version: seenVersion })
  .transform(({ seen_version, ...content }) => ({ seen_version, content: contentOf(content) }));
export type RevisedCampaignInput = z.output<typeof revisedCampaignSchema>;

export const outcomeFormSchema = z
  .object({
    seen_version: seenVersion,
    outcome: z.enum(["won", "lost", "ended"], "choose_one"),
    outcome_on: day,
    outcome_reason: texts(1000, tidy).refine(written, "required"),
  })
  .transform(({ seen_version, ...content }) => ({ seen_version, content }));
export type OutcomeInput = z.output<typeof outcomeFormSchema>;

/** A press that is about the version its presser has seen. */
export const versionPressSchema = z.object({ seen_version: seenVersion });

function fields() {
  return {
    part: z.enum(campaignParts, "choose_one"),
    name: texts(120, inOneLine).refine(written, "required"),
    goal: texts(1000, tidy),
    coalition_id: z.uuid("choose_one"),
    audience: z.enum(["owner", "named", "coalition", "everyone"], "choose_one").default("owner"),
    recipients: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .transform((chosen) => [chosen ?? []].flat()),
    starts_on: day,
    ends_on: day.optional(),
  };
}

function contentOf({ ends_on, ...content }: z.output<z.ZodObject<ReturnType<typeof fields>>>) {
  return { ...content, ends_on: ends_on ?? null };
}
