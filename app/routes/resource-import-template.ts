import type { LoaderFunctionArgs } from "@remix-run/node";
import { templateFile } from "~/features/resources/exchange/template";
import { requireOrganization } from "~/platform/actor.server";

/** A table to fill in, for whoever has no list yet. */
export async function loader(asked: LoaderFunctionArgs) {
  await requireOrganization(asked);
  return new Response(templateFile(), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="hamkke-services.csv"',
    },
  });
}
