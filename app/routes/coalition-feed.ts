import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFeed } from "~/features/feeds/answer.server";
import { readOpenFeed } from "~/features/feeds/queries.server";
import { slugParam } from "~/platform/params";
import { registrationLines } from "~/platform/registration-sentences";

/** A coalition's calendar for calendar programs, which see what visitors see; a member's browser, what the member sees. */
export async function loader(asked: LoaderFunctionArgs) {
  return answerFeed(asked, () => {
    const coalition = slugParam(asked.params.coalition);
    return {
      read: (known) => readOpenFeed(asked.context.db, { coalition }, known),
      name: `hamkke-${coalition}`,
      page: `/c/${coalition}/calendar`,
      kept: "public, max-age=300",
      isSource: true,
      warningsOf: registrationLines,
    };
  });
}
