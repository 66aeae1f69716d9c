import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { enterNumber } from "~/features/actions/totals/commands.server";
import { HandedNumbers } from "~/features/actions/totals/handed-numbers";
import { latestOf } from "~/features/actions/totals/latest-of";
import { MetricArticle } from "~/features/actions/totals/metric-article";
import { NumberForm } from "~/features/actions/totals/number-form";
import { OwnNumbers } from "~/features/actions/totals/own-numbers";
import { getOrganizationTotal } from "~/features/actions/totals/queries.server";
import { numberFormSchema } from "~/features/actions/totals/schema";
import { WhatOthersSee } from "~/features/actions/totals/what-others-see";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { DoneMessage } from "~/ui/done-message";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const metric = await getOrganizationTotal(db, organization.id, uuidParam(asked.params.metric));
  const { searchParams } = new URL(asked.request.url);
  const wanted = metric.months.find(({ month }) => month.slice(0, 7) === searchParams.get("month"));
  const open = metric.months.find(({ month, closed }) => !closed && !latestOf(metric, month));
  const { slug, display_name, short_name, korean_name } = organization;
  return {
    title: pickText(metric.name, locale).text,
    organization: { slug, display_name, short_name, korean_name },
    metric,
    month: (wanted ?? open ?? metric.months.at(-1))?.month ?? null,
    canWrite: can("actions.write"),
    saved: searchParams.has("saved"),
    readerZone: viewer.person.time_zone,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.metric);
  return submit(asked.request, numberFormSchema, async (input) => {
    await enterNumber(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/totals/${id}?month=${input.month.slice(0, 7)}&saved`);
  });
}

/** Somebody else's newer number is read again, so that the next answer is about that one. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function Total() {
  const t = useTranslations("totals");
  const { organization, metric, month, canWrite, saved, readerZone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const locale = useLocale();
  const by = shortNameOf(organization, locale);
  const name = pickText(metric.name, locale);
  const base = `/o/${organization.slug}/totals/${metric.id}`;
  const canEnter = canWrite && metric.takes_part;
  const handsOver =
    canWrite && !metric.is_lead && metric.own.length > 0 && metric.months.some(({ total }) => total !== null);

  return (
    <Page
      title={t("ownTitle", { organization: by })}
      above={<span lang={name.lang}>{name.text}</span>}
      lead={t("ownNumbersLead", { organization: by })}
    >
      {saved ? <DoneMessage title={t("saved")} /> : null}
      {metric.about_registration ? (
        <div className="mb-8 max-w-measure">
          <RegistrationWarning />
        </div>
      ) : null}
      {canEnter && month ? <NumberForm metric={metric} month={month} by={by} reply={reply} /> : null}
      <section className="my-8" aria-label={t("ownCaption")}>
        <OwnNumbers metric={metric} base={base} canEnter={canEnter} readerZone={readerZone} />
      </section>
      <MetricArticle metric={metric} />
      {canWrite && metric.is_lead && metric.takes_part ? (
        <p data-screen-only className="mt-4">
          <LinkButton to={`${base}/card`} variant="quiet">
            {t("edit")}
          </LinkButton>
        </p>
      ) : null}
      <section className="mt-10 grid gap-3">
        <h2 className="text-xl font-bold">{t(metric.is_lead ? "handedToUs" : "handedByUs")}</h2>
        <p className="max-w-measure text-soft">{t(metric.is_lead ? "handedToUsLead" : "handedByUsLead")}</p>
        <HandedNumbers handed={metric.handed} base={base} canTakeBack={canWrite} readerZone={readerZone} />
        {handsOver ? (
          <div>
            <LinkButton to={`${base}/handovers/new`} variant="quiet">
              {t("handOver")}
            </LinkButton>
          </div>
        ) : null}
      </section>
      <WhatOthersSee minimum={metric.minimum} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
