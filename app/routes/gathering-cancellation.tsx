import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { CancellationForm } from "~/features/gatherings/cancellation-form";
import { cancelGathering, cancelSeries } from "~/features/gatherings/commands.server";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { getStoredGathering } from "~/features/gatherings/queries.server";
import { cancellationSchema } from "~/features/gatherings/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { versionSeen } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const stored = await getStoredGathering(asked.context.db, organization.id, uuidParam(asked.params.id));
  return { title: translatorFor(asked.context.locale)("gatherings.cancelPageTitle"), organization, stored };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, cancellationSchema, async (input) => {
    const { db } = asked.context;
    if (input.scope === "this") await cancelGathering(db, organization.id, id, input);
    else await cancelSeries(db, organization.id, await getStoredGathering(db, organization.id, id), input);
    return redirect(`/gatherings/${id}`);
  });
}

/** Somebody else's newer version is read again, so that the next answer is about that one. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function Cancellation() {
  const t = useTranslations("gatherings");
  const { organization, stored } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("cancelPageTitle")} lead={t("cancelLead")}>
      <GatheringSummary gathering={stored} />
      <CancellationForm
        organization={organization}
        back={`/gatherings/${stored.id}`}
        version={versionSeen(reply, stored)}
        repeats={stored.series !== null && !stored.series.over}
        reply={reply}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
