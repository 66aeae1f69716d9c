import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerJson } from "~/features/resources/exchange/hsds/answer.server";

/** What this interface speaks: HSDS 3.1. */
export async function loader({ context }: LoaderFunctionArgs) {
  return answerJson(
    { context },
    {
      version: "3.1",
      profile: "https://docs.openreferral.org/en/v3.1.1/hsds/schema_reference.html",
      openapi_url: "https://raw.githubusercontent.com/openreferral/specification/3.1/schema/openapi.json",
    },
  );
}
