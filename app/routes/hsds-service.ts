import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerJson } from "~/features/resources/exchange/hsds/answer.server";
import { servicePage } from "~/features/resources/exchange/hsds/pages.server";

/** HSDS 3.1 /services/:id, if everyone may see it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return answerJson({ context }, await servicePage(context.db, params.id));
}
