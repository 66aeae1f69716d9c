import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { KeptList } from "~/features/mail/kept-list";
import { listKept } from "~/features/mail/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { refusal } from "~/platform/refusal";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";

export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.demonstration) throw refusal({ key: "not_found" }, 404);
  const viewer = await context.viewer();
  return {
    title: translatorFor(context.locale)("mailbox.title"),
    messages: await listKept(context.db),
    zone: viewer?.person.time_zone ?? "UTC",
  };
}

export default function Mailbox() {
  const t = useTranslations("mailbox");
  const { messages, zone } = useLoaderData<typeof loader>();

  return (
    <Page title={t("title")} lead={t("lead")}>
      {messages === null ? (
        <EmptyState title={t("leaves")}>{t("leavesText")}</EmptyState>
      ) : messages.length > 0 ? (
        <KeptList messages={messages} zone={zone} />
      ) : (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
