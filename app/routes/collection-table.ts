import type { LoaderFunctionArgs } from "@remix-run/node";
import { getCollection } from "~/features/resources/handing-out/queries.server";
import { answerTable } from "~/features/resources/handing-out/table-answer.server";
import { uuidParam } from "~/platform/params";

/** What the reader sees of a collection, as a table for Excel. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { entries } = await getCollection(context.db, uuidParam(params.collection));
  return answerTable(
    entries.map(({ service }) => service),
    context,
  );
}
