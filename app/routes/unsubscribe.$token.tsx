import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { endMail } from "~/features/accounts/commands.server";
import { DeadLink } from "~/features/accounts/dead-link";
import { findMailedLink } from "~/features/accounts/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { tokenParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";
import { PressForm } from "~/ui/press-form";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await findMailedLink(context.db, tokenParam(params.token), ["unsubscribe"]);
  const title = translatorFor(context.locale)(link ? "mailedLink.unsubscribeTitle" : "mailedLink.deadTitle");
  return data({ title, link }, link ? 200 : 410);
}

/** Not counted: a large mail program presses for all of its readers from one network. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = tokenParam(params.token);
  return submit(request, pressSchema, async () => {
    await endMail(context.db, token);
    return { ended: true };
  });
}

export default function UnsubscribeOpening() {
  const t = useTranslations("mailedLink");
  const { link } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kind = link?.message_kind ?? "digest";
  if (!link || (answer && "refusal" in answer && answer.refusal?.key === "link_not_valid")) {
    return (
      <Page title={t("deadTitle")} width="measure">
        <DeadLink kind="unsubscribe" />
      </Page>
    );
  }
  if (answer && "ended" in answer) {
    return (
      <Page title={t("unsubscribeTitle")} width="measure">
        <Message kind="success" live title={t("unsubscribed", { kind })}>
          <p className="mb-3">{t("unsubscribedText")}</p>
          <LinkButton to="/settings" variant="quiet">
            {t("toSettings")}
          </LinkButton>
        </Message>
      </Page>
    );
  }
  return (
    <Page title={t("unsubscribeTitle")} lead={t("unsubscribeLead", { kind })} width="measure">
      <PressForm reply={answer} label={t("unsubscribe")} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
