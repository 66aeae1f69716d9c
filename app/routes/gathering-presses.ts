import type { ActionFunctionArgs } from "@remix-run/node";
import { countPresses } from "~/features/gatherings/tally/commands.server";
import { pressesSchema } from "~/features/gatherings/tally/schema";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";

/** Where a device sends the presses it kept. Answers with the tally as JSON. */
export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressesSchema, async (input) =>
    Response.json(await countPresses(asked.context.db, organization.id, id, input)),
  );
}

/** There is nothing to read. */
export function loader() {
  throw refusal({ key: "not_found" }, 404);
}
