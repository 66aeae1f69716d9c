import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFeed } from "~/features/feeds/answer.server";
import { readOpenFeed } from "~/features/feeds/queries.server";
import { slugParam } from "~/platform/params";
import { registrationLines } from "~/platform/registration-sentences";

/** What an organization opens to everyone, for calendar programs; the same whoever asks. */
export async function loader(asked: LoaderFunctionArgs) {
  return answerFeed(asked, () => {
    const organization = slugParam(asked.params.organization);
    return {
      read: (known) => readOpenFeed(asked.context.db, { organization }, known),
      name: `hamkke-${organization}`,
      kept: "public, max-age=300",
      isSource: true,
      warningsOf: registrationLines,
    };
  });
}
