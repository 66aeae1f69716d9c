import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { settlementAction, settlementLoader } from "~/features/resources/truth/disagreement.server";
import { SettlementPage } from "~/features/resources/truth/settlement-page";

export const loader = settlementLoader("acceptTitle");
export const action = settlementAction(true);

/** What somebody else changed meanwhile is read again, so that the next answer is about that. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function DisagreementAcceptance() {
  const t = useTranslations("truth");
  const settlement = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <SettlementPage {...settlement} lead={t("takeLead")} label={t("accept")} reply={reply} />;
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
