import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerJson } from "~/features/resources/exchange/hsds/answer.server";
import { termsPage } from "~/features/resources/exchange/hsds/pages.server";

/** A page of HSDS 3.1 /taxonomy_terms: what everyone may see, whoever asks. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  return answerJson({ context }, await termsPage(new URL(request.url)));
}
