import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { z } from "zod";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import type { Db } from "~/platform/supabase.server";
import type { WholeLetter } from "./facts";
import { getOrganizationLetter } from "./queries.server";

type Press = {
  title: "closingTitle" | "declineTitle" | "removalTitle" | "withdrawTitle";
  /** Whether there is anything to press; absent where there is not. */
  isThere: (letter: WholeLetter) => boolean;
  /** Whose press it is: of those who sign for the organization, or who write for it. */
  of: "signers" | "writers";
};

/** A letter before a press about it. */
export async function loadPress(asked: LoaderFunctionArgs, { title, isThere, of }: Press) {
  const { organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const { may_sign, letter } = await getOrganizationLetter(db, organization.id, uuidParam(asked.params.letter));
  if (!isThere(letter)) throw refusal({ key: "not_found" }, 404);
  if (!(of === "signers" ? may_sign : can("actions.write"))) throw refusal({ key: "not_allowed" }, 403);
  const { display_name, short_name, korean_name } = organization;
  return {
    title: translatorFor(locale)(`letters.${title}`),
    organization: { display_name, short_name, korean_name },
    back: `/o/${organization.slug}/letters/${letter.id}`,
    name: pickText(letter.title, locale),
    hash: letter.hash,
  };
}

type Command<Input> = (db: Db, organizationId: string, id: string, input: Input) => Promise<void>;

/** Runs the command, and goes where it can be seen: to the letter, or to the list when there is none any more. */
export async function submitPress<Schema extends z.ZodType>(
  asked: ActionFunctionArgs,
  schema: Schema,
  command: Command<z.output<Schema>>,
  { isGone = false } = {},
) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.letter);
  const list = `/o/${organization.slug}/letters`;
  return submit(asked.request, schema, async (input) => {
    await command(asked.context.db, organization.id, id, input);
    return redirect(isGone ? list : `${list}/${id}?done=saved`);
  });
}
