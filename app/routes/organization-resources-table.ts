import type { LoaderFunctionArgs } from "@remix-run/node";
import { listOrganizationFacts } from "~/features/resources/handing-out/queries.server";
import { answerTable } from "~/features/resources/handing-out/table-answer.server";
import { requireOrganization } from "~/platform/actor.server";

/** What an organization lists, for its own people, as a table for Excel. */
export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return answerTable(await listOrganizationFacts(asked.context.db, organization.id), asked.context);
}
