import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFeed } from "~/features/feeds/answer.server";
import { readOpenFeed } from "~/features/feeds/queries.server";
import { registrationLines } from "~/platform/registration-sentences";

/** Everything that is open to everyone, for calendar programs. */
export async function loader(asked: LoaderFunctionArgs) {
  return answerFeed(asked, () => ({
    read: (known) => readOpenFeed(asked.context.db, {}, known),
    name: "hamkke",
    page: "/",
    kept: "public, max-age=300",
    isSource: true,
    warningsOf: registrationLines,
  }));
}
