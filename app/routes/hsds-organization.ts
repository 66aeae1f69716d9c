import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerJson } from "~/features/resources/exchange/hsds/answer.server";
import { organizationPage } from "~/features/resources/exchange/hsds/pages.server";

/** HSDS 3.1 /organizations/:id, if everyone may see it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return answerJson({ context }, await organizationPage(context.db, params.id));
}
