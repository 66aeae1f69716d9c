import type { ActionFunctionArgs } from "@remix-run/node";
import { listClashes } from "~/features/gatherings/clashes/queries.server";
import { planSchema } from "~/features/gatherings/clashes/schema";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { refusal } from "~/platform/refusal";

/** Where a form asks, while it is filled in, what else is at its time. Answers with JSON. */
export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return submit(asked.request, planSchema, async (input) =>
    Response.json(await listClashes(asked.context.db, organization.id, input)),
  );
}

/** There is nothing to read. */
export function loader() {
  throw refusal({ key: "not_found" }, 404);
}
