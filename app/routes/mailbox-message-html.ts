import type { LoaderFunctionArgs } from "@remix-run/node";
import { getKept } from "~/features/mail/queries.server";
import { uuidParam } from "~/platform/params";

/** A kept message as a mail program draws it: styles of its own, no script, nothing from elsewhere. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { html } = await getKept(context.db, uuidParam(params.id));
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}
