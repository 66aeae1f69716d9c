import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { declineSuggestion } from "~/features/resources/truth/commands.server";
import { OldAndNew } from "~/features/resources/truth/old-and-new";
import { getSuggestedChange } from "~/features/resources/truth/queries.server";
import { useFactName } from "~/features/resources/truth/use-fact-name";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const [id, suggestionId] = [uuidParam(asked.params.service), uuidParam(asked.params.suggestion)];
  const { changes, suggestion } = await getSuggestedChange(asked.context.db, organization.id, id, suggestionId);
  return {
    title: translatorFor(asked.context.locale)("truth.declineTitle"),
    ...{ suggestion, now: changes.facts[suggestion.field]?.now },
    back: `/o/${organization.slug}/resources/${id}/suggestions`,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const [id, suggestionId] = [uuidParam(asked.params.service), uuidParam(asked.params.suggestion)];
  return submit(asked.request, pressSchema, async () => {
    await declineSuggestion(asked.context.db, organization.id, suggestionId);
    return redirect(`/o/${organization.slug}/resources/${id}/suggestions?done=declined`);
  });
}

export default function SuggestionRefusal() {
  const t = useTranslations("truth");
  const factName = useFactName();
  const { title, suggestion, now, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page width="measure" title={title} above={factName(suggestion.field)} lead={t("declineLead")}>
      <div className="grid gap-6">
        <OldAndNew field={suggestion.field} now={now} value={suggestion.value} />
        <ConfirmationForm reply={reply} variant="primary" label={t("decline")} back={back} />
      </div>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
