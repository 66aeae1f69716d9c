import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerJson } from "~/features/resources/exchange/hsds/answer.server";
import { placePage } from "~/features/resources/exchange/hsds/pages.server";

/** HSDS 3.1 /service_at_locations/:id, if everyone may see it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return answerJson({ context }, await placePage(context.db, params.id));
}
