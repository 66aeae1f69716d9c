import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFeed } from "~/features/feeds/answer.server";
import { readGatheringFeed } from "~/features/feeds/queries.server";
import { uuidParam } from "~/platform/params";
import { registrationLines } from "~/platform/registration-sentences";

/** One gathering, to add to a calendar, with what its reader may see. */
export async function loader(asked: LoaderFunctionArgs) {
  return answerFeed(asked, () => {
    const id = uuidParam(asked.params.id);
    return {
      read: () => readGatheringFeed(asked.context.db, id),
      name: `hamkke-${id.slice(0, 8)}`,
      page: `/gatherings/${id}`,
      kept: "private, no-cache",
      warningsOf: registrationLines,
    };
  });
}
