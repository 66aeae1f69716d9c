import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";
import type {
  AudienceInput,
  CampaignInput,
  DeadlineInput,
  LetterInput,
  OtherInput,
  PressInput,
  SignatureInput,
  SignersInput,
  TextInput,
} from "./schema";

const made = z.object({ id: z.string() });
const signed = z.object({ outcome: z.enum(["signed", "asked"]) });

/** Begins a letter; a form sent twice begins it once. */
export async function makeLetter(db: Db, organizationId: string, { submission_id, content }: LetterInput) {
  return made.parse(await data(db.rpc("make_letter", { organization_id: organizationId, submission_id, content })));
}

export async function rewriteLetter(db: Db, organizationId: string, id: string, { seen, content }: TextInput) {
  await data(db.rpc("rewrite_letter", { letter_id: id, organization_id: organizationId, content, seen }));
}

export async function moveLetter(db: Db, organizationId: string, id: string, content: DeadlineInput) {
  await data(db.rpc("move_letter", { letter_id: id, organization_id: organizationId, content }));
}

export async function showLetter(db: Db, organizationId: string, id: string, input: AudienceInput) {
  await data(db.rpc("show_letter", { letter_id: id, organization_id: organizationId, ...input }));
}

export async function closeLetter(db: Db, organizationId: string, id: string, { seen }: PressInput) {
  await data(db.rpc("close_letter", { letter_id: id, organization_id: organizationId, seen }));
}

/** Removes a draft, as its writer saw it. */
export async function removeLetter(db: Db, organizationId: string, id: string, { seen }: PressInput) {
  await data(db.rpc("remove_letter", { letter_id: id, organization_id: organizationId, seen }));
}

/** Makes a letter serve another campaign, or none. */
export async function tieLetter(db: Db, organizationId: string, id: string, input: CampaignInput) {
  await data(db.rpc("tie_letter", { letter_id: id, organization_id: organizationId, ...input }));
}

/** Signs for an organization, or asks whoever signs for it. */
export async function signLetter(db: Db, organizationId: string, id: string, { seen, late }: SignatureInput) {
  const asked = { letter_id: id, organization_id: organizationId, seen, late };
  return signed.parse(await data(db.rpc("sign_letter", asked))).outcome;
}

export async function declineLetter(db: Db, organizationId: string, id: string, { seen }: PressInput) {
  await data(db.rpc("decline_letter", { letter_id: id, organization_id: organizationId, seen }));
}

export async function withdrawFromLetter(db: Db, organizationId: string, id: string) {
  await data(db.rpc("withdraw_from_letter", { letter_id: id, organization_id: organizationId }));
}

/** Enters an organization without an account that signed the text. */
export async function enterSignatory(db: Db, organizationId: string, id: string, { seen, content }: OtherInput) {
  await data(db.rpc("enter_signatory", { letter_id: id, organization_id: organizationId, seen, content }));
}

type Named = { letter: string; signatory: string };

export async function confirmSignatory(
  db: Db,
  organizationId: string,
  { letter, signatory }: Named,
  { seen, late }: SignatureInput,
) {
  const asked = { signatory_id: signatory, letter_id: letter, organization_id: organizationId, seen, late };
  await data(db.rpc("confirm_signatory", asked));
}

export async function removeSignatory(db: Db, organizationId: string, { letter, signatory }: Named) {
  const asked = { signatory_id: signatory, letter_id: letter, organization_id: organizationId };
  await data(db.rpc("remove_signatory", asked));
}

export async function chooseSigners(db: Db, organizationId: string, { who, people }: SignersInput) {
  await data(db.rpc("choose_signers", { organization_id: organizationId, who, people }));
}
