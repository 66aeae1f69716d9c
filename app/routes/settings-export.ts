import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportAccount } from "~/features/settings/queries.server";
import { requireViewer } from "~/platform/actor.server";

/** What is kept about the reader, as a file to take along. */
export async function loader(asked: LoaderFunctionArgs) {
  await requireViewer(asked);
  const { db, now } = asked.context;
  const kept = await exportAccount(db);
  return new Response(`${JSON.stringify(kept, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="hamkke-${now.toISOString().slice(0, 10)}.json"`,
    },
  });
}
