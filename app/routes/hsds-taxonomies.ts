import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerJson } from "~/features/resources/exchange/hsds/answer.server";
import { taxonomiesPage } from "~/features/resources/exchange/hsds/pages.server";

/** HSDS 3.1 /taxonomies: the one that the directory uses. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  return answerJson({ context }, taxonomiesPage(new URL(request.url)));
}
