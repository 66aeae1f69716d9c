import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import {
  coalitionLettersSchema,
  letterCampaignsSchema,
  ownLettersSchema,
  readLetterSchema,
  signingRuleSchema,
  wholeLettersSchema,
} from "./facts";

/** A letter for whoever may read it. What is hidden and what is absent answer alike. */
export async function getLetter(db: Db, id: string) {
  return readLetterSchema.parse((await data(db.rpc("read_letter", { letter_id: id }))) ?? absent());
}

export async function getCoalitionLetters(db: Db, slug: string) {
  return coalitionLettersSchema.parse((await data(db.rpc("coalition_letters", { slug }))) ?? absent());
}

/** The letters that an organization leads, may sign or has signed, and whether the caller signs for it. */
export async function listOrganizationLetters(db: Db, organizationId: string) {
  const asked = { organization_id: organizationId };
  return ownLettersSchema.parse((await data(db.rpc("organization_letters", asked))) ?? absent());
}

/** One of them with its text, its signatories and what the organization's people did. */
export async function getOrganizationLetter(db: Db, organizationId: string, id: string) {
  const asked = { organization_id: organizationId, letter_id: id };
  const { may_sign, letters } = wholeLettersSchema.parse(
    (await data(db.rpc("organization_letters", asked))) ?? absent(),
  );
  return { may_sign, letter: letters[0] ?? absent() };
}

/** One that the organization leads: to anybody else of it there is nothing to change. */
export async function getLedLetter(db: Db, organizationId: string, id: string) {
  const { letter } = await getOrganizationLetter(db, organizationId, id);
  return letter.is_lead ? letter : absent();
}

/** The campaigns that a new letter may serve. */
export async function listLetterCampaigns(db: Db, organizationId: string) {
  const asked = { organization_id: organizationId };
  return letterCampaignsSchema.parse(await data(db.rpc("letter_campaigns", asked))).campaigns;
}

/** A letter that the organization leads, and the campaigns it may serve. */
export async function getLetterCampaigns(db: Db, organizationId: string, id: string) {
  const asked = { organization_id: organizationId, letter_id: id };
  const { letter, campaigns } = letterCampaignsSchema.parse(await data(db.rpc("letter_campaigns", asked)));
  return { letter: letter ?? absent(), campaigns };
}

export async function getSigningRule(db: Db, organizationId: string) {
  const asked = { organization_id: organizationId };
  return signingRuleSchema.parse((await data(db.rpc("signing_rule", asked))) ?? absent());
}

function absent(): never {
  throw refusal({ key: "not_found" }, 404);
}
