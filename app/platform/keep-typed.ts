import { type ClientActionFunctionArgs, isRouteErrorResponse } from "@remix-run/react";
import { type FormReply, typedValues } from "./form";
import type { ProblemKey } from "./refusal";

/**
 * A form's `clientAction`: when the network is lost on the way, or the answer is none, the form stays as it was typed and
 * says so.
 */
export async function keepTyped({ request, serverAction }: ClientActionFunctionArgs) {
  const typed = typedValues(await request.clone().formData());
  try {
    return await serverAction<FormReply>();
  } catch (thrown) {
    if (thrown instanceof Response || isRouteErrorResponse(thrown)) throw thrown;
    const key: ProblemKey = thrown instanceof TypeError ? "connection_lost" : "unexpected";
    const reply: FormReply = { values: typed, errors: {}, refusal: { key } };
    // Remix keeps the status of a whole Response alone, and a failed status keeps the page from asking the lost network anew.
    return Response.json(reply, { status: 503 });
  }
}
