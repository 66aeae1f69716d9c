import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { answerAction, answerLoader } from "~/features/gatherings/hosts/answer.server";
import { shortNameOf } from "~/i18n/names";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export const loader = answerLoader("declineTitle");
export const action = answerAction(false);

export default function HostingRefusal() {
  const t = useTranslations("hosts");
  const locale = useLocale();
  const { title, organization, gathering, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = { owner: shortNameOf(gathering.organization, locale), organization: shortNameOf(organization, locale) };

  return (
    <Page width="measure" title={title} lead={t("declineLead", names)}>
      <GatheringSummary gathering={gathering} />
      <ConfirmationForm reply={reply} variant="danger" label={t("decline")} back={back} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
