import type { LoaderFunctionArgs } from "@remix-run/node";
import { suggestServices } from "~/features/resources/finding/queries.server";

/** Where the box of the directory asks what may be meant, as far as its reader may know it. Answers with JSON. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return Response.json(await suggestServices(context.db, new URL(request.url).searchParams.get("q") ?? ""));
}
