import type { LoaderFunctionArgs } from "@remix-run/node";
import { pickText } from "~/i18n/pick-text";
import { requireOrganization } from "~/platform/actor.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { getCampaign, getCampaignForm } from "./queries.server";

/** The campaign in the address, for the forms of its lead's people. Who may not write it is told so, if it is theirs. */
export async function getOwnCampaign(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db } = asked.context;
  const id = uuidParam(asked.params.id);
  if (can("actions.write")) return { organization, stored: await getCampaignForm(db, organization.id, id) };
  const { lead } = await getCampaign(db, id);
  throw lead.id === organization.id ? refusal({ key: "not_allowed" }, 403) : refusal({ key: "not_found" }, 404);
}

/** What a press about that campaign shows: its name, and the version it is about. */
export async function getCampaignToPress(asked: LoaderFunctionArgs) {
  const { organization, stored } = await getOwnCampaign(asked);
  const { id, name, version } = stored;
  return { organization, version, back: `/campaigns/${id}`, name: pickText(name, asked.context.locale) };
}
