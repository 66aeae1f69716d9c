import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportFile } from "~/features/resources/exchange/export-file.server";
import { needsWriter } from "~/features/resources/exchange/hsds/pages.server";
import { exportServices } from "~/features/resources/exchange/queries.server";
import { requireOrganization } from "~/platform/actor.server";

/** What an organization lists, as a file in HSDS 3.1: what everyone may see, or with `?whole` all of it, for itself. */
export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, now } = asked.context;
  const whole = new URL(asked.request.url).searchParams.has("whole");
  const services = await exportServices(db, organization.id, whole);
  return new Response(exportFile(services, await needsWriter()), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${organization.slug}-hsds-${now.toISOString().slice(0, 10)}.json"`,
    },
  });
}
