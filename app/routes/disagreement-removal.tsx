import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { settleDisagreement } from "~/features/resources/truth/commands.server";
import { getDisagreement, whichDisagreement } from "~/features/resources/truth/disagreement.server";
import { OldAndNew } from "~/features/resources/truth/old-and-new";
import { settlementSchema } from "~/features/resources/truth/schema";
import { useFactName } from "~/features/resources/truth/use-fact-name";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  return {
    title: translatorFor(asked.context.locale)("truth.declineTitle"),
    ...(await getDisagreement(asked.context.db, organization.id, id, whichDisagreement(asked.request))),
    back: `/o/${organization.slug}/resources/${id}/suggestions`,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  const which = whichDisagreement(asked.request);
  return submit(asked.request, settlementSchema, async ({ seen }) => {
    await settleDisagreement(asked.context.db, organization.id, id, { ...which, take: false, seen });
    return redirect(`/o/${organization.slug}/resources/${id}/suggestions?done=settled`);
  });
}

/** What somebody else changed meanwhile is read again, so that the next answer is about that. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function DisagreementRemoval() {
  const t = useTranslations("truth");
  const factName = useFactName();
  const { title, field, source, now, theirs, version, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      width="measure"
      title={title}
      above={t("disagreementField", { field: factName(field), source })}
      lead={t("leaveLead")}
    >
      <div className="grid gap-6">
        <OldAndNew field={field} now={now} value={theirs} />
        <ConfirmationForm reply={reply} variant="primary" label={t("decline")} back={back}>
          <input type="hidden" name="seen" value={version} />
        </ConfirmationForm>
      </div>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
