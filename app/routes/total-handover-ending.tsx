import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { takeBackNumber } from "~/features/actions/totals/commands.server";
import { getOrganizationTotal } from "~/features/actions/totals/queries.server";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { refusal } from "~/platform/refusal";
import { formatMonth } from "~/platform/time";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const metric = await getOrganizationTotal(db, organization.id, uuidParam(asked.params.metric));
  const id = uuidParam(asked.params.handover);
  const handover = metric.handed.find((one) => one.id === id && !one.from && !one.revoked_at);
  if (!handover) throw refusal({ key: "not_found" }, 404);
  if (!can("actions.write")) throw refusal({ key: "not_allowed" }, 403);
  const { month, purpose } = handover;
  const back = `/o/${organization.slug}/totals/${metric.id}`;
  return { title: translatorFor(locale)("totals.takeBackTitle"), organization, back, month, purpose };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const [metric, id] = [uuidParam(asked.params.metric), uuidParam(asked.params.handover)];
  return submit(asked.request, pressSchema, async () => {
    await takeBackNumber(asked.context.db, organization.id, id);
    return redirect(`/o/${organization.slug}/totals/${metric}`);
  });
}

export default function TotalHandoverEnding() {
  const t = useTranslations("totals");
  const locale = useLocale();
  const { organization, back, month, purpose } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("takeBackTitle")} lead={t("takeBackLead")}>
      <p className="mb-6 rounded-md border border-line bg-surface p-4 text-lg font-semibold">
        {formatMonth(month, locale)} · {purpose}
      </p>
      <ConfirmationForm
        reply={reply}
        variant="danger"
        label={t("takeBackAs", { organization: shortNameOf(organization, locale) })}
        back={back}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
