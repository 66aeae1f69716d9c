import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { getKept } from "~/features/mail/queries.server";
import { uuidParam } from "~/platform/params";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";
import { PlainText } from "~/ui/plain-text";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id, recipient, subject, text } = await getKept(context.db, uuidParam(params.id));
  return { title: subject, id, recipient, text };
}

export default function MailboxMessage() {
  const t = useTranslations("mailbox");
  const { title, id, recipient, text } = useLoaderData<typeof loader>();

  return (
    <Page width="measure" title={title} lead={t("wouldGo", { recipient })}>
      <div className="rounded-md border border-line bg-surface p-5">
        <PlainText text={text} />
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkButton to={`/mailbox/${id}/html`} variant="quiet" reloadDocument>
          {t("asHtml")}
        </LinkButton>
        <LinkButton to="/mailbox" variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
