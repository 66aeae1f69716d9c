import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { handOverNumber } from "~/features/actions/totals/commands.server";
import { HandoverForm } from "~/features/actions/totals/handover-form";
import { latestOf } from "~/features/actions/totals/latest-of";
import { getOrganizationTotal } from "~/features/actions/totals/queries.server";
import { handoverFormSchema } from "~/features/actions/totals/schema";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const metric = await getOrganizationTotal(db, organization.id, uuidParam(asked.params.metric));
  if (metric.is_lead || !metric.takes_part || !metric.lead) throw refusal({ key: "not_found" }, 404);
  if (!can("actions.write")) throw refusal({ key: "not_allowed" }, 403);
  return {
    title: translatorFor(locale)("totals.handOver"),
    organization,
    lead: metric.lead,
    name: pickText(metric.name, locale),
    aboutRegistration: metric.about_registration,
    back: `/o/${organization.slug}/totals/${metric.id}`,
    months: metric.months.filter(({ month, closed }) => closed && latestOf(metric, month)).map(({ month }) => month),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.metric);
  return submit(asked.request, handoverFormSchema, async (input) => {
    await handOverNumber(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/totals/${id}`);
  });
}

export default function TotalHandover() {
  const t = useTranslations("totals");
  const locale = useLocale();
  const { organization, lead, name, aboutRegistration, back, months } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const to = shortNameOf(lead, locale);

  return (
    <Page
      width="measure"
      title={t("handOver")}
      above={<span lang={name.lang}>{name.text}</span>}
      lead={t("handOverLead", { lead: to })}
    >
      {aboutRegistration ? (
        <div className="mb-6">
          <RegistrationWarning compact />
        </div>
      ) : null}
      <HandoverForm months={months} lead={to} by={shortNameOf(organization, locale)} back={back} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
