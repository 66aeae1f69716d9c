import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerJson } from "~/features/resources/exchange/hsds/answer.server";
import { placesPage } from "~/features/resources/exchange/hsds/pages.server";

/** A page of HSDS 3.1 /service_at_locations: what everyone may see, whoever asks. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  return answerJson({ context }, await placesPage(context.db, new URL(request.url)));
}
