import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerJson } from "~/features/resources/exchange/hsds/answer.server";
import { termPage } from "~/features/resources/exchange/hsds/pages.server";

/** HSDS 3.1 /taxonomy_terms/:id, if everyone may see it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return answerJson({ context }, await termPage(params.id));
}
