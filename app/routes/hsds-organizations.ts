import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerJson } from "~/features/resources/exchange/hsds/answer.server";
import { organizationsPage } from "~/features/resources/exchange/hsds/pages.server";

/** A page of HSDS 3.1 /organizations: what everyone may see, whoever asks. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  return answerJson({ context }, await organizationsPage(context.db, new URL(request.url)));
}
