import type { LoaderFunctionArgs } from "@remix-run/node";
import { listFacts } from "~/features/resources/handing-out/queries.server";
import { answerTable } from "~/features/resources/handing-out/table-answer.server";
import { uuidParam } from "~/platform/params";

/** Services that the address names (`?id=…&id=…`), what somebody found say, as a table for Excel; at most 500. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ids = new URL(request.url).searchParams.getAll("id").slice(0, 500).map(uuidParam);
  return answerTable(ids.length > 0 ? await listFacts(context.db, ids) : [], context);
}
