import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerJson } from "~/features/resources/exchange/hsds/answer.server";
import { taxonomy } from "~/features/resources/exchange/hsds/taxonomy.server";

/** HSDS 3.1 /taxonomies/:id. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return answerJson({ context }, params.id === taxonomy.id ? taxonomy : undefined);
}
