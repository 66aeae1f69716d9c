import type { LoaderFunctionArgs } from "@remix-run/node";
import { messagesOf } from "~/i18n/messages.server";
import { translatorFor } from "~/i18n/translator.server";
import { env } from "~/platform/env.server";
import type { Facts } from "./facts";
import { writeTable } from "./table-text";

/** A table of services as a file, in the reader's language. */
export function answerTable(services: Facts[], { locale, now }: LoaderFunctionArgs["context"]): Response {
  const t = translatorFor(locale);
  const site = env().APP_URL.replace(/\/$/, "");
  const text = writeTable(services, { locale, t, names: messagesOf(locale).language, site });
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${t("handingOut.tableFile", { day: now.toISOString().slice(0, 10) })}"`,
    },
  });
}
