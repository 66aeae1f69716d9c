import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFeed } from "~/features/feeds/answer.server";
import { readPrivateFeed } from "~/features/feeds/queries.server";
import { refusal } from "~/platform/refusal";
import { registrationLines } from "~/platform/registration-sentences";
import { countTry } from "~/platform/tries.server";

/** Somebody's private calendar, for whoever holds its address. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerFeed({ request, context }, () => {
    const token = params.token ?? "";
    if (!/^[0-9a-f]{64}$/.test(token)) throw refusal({ key: "not_found" }, 404);
    return {
      async read(known) {
        const found = await readPrivateFeed(context.db, token, known);
        // Misses alone: a large calendar service reads for all of its people from one network.
        if (!found) await countTry(context, "open_link");
        return found;
      },
      name: "hamkke",
      kept: "private, no-cache",
      warningsOf: registrationLines,
    };
  });
}
