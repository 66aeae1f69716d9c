import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { acceptSuggestion } from "~/features/resources/truth/commands.server";
import { OldAndNew } from "~/features/resources/truth/old-and-new";
import { getSuggestedChange } from "~/features/resources/truth/queries.server";
import { acceptanceSchema } from "~/features/resources/truth/schema";
import { useFactName } from "~/features/resources/truth/use-fact-name";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { Choice } from "~/ui/choice";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const [id, suggestionId] = [uuidParam(asked.params.service), uuidParam(asked.params.suggestion)];
  const { changes, suggestion } = await getSuggestedChange(asked.context.db, organization.id, id, suggestionId);
  const fact = changes.facts[suggestion.field];
  return {
    title: translatorFor(asked.context.locale)("truth.acceptTitle"),
    ...{ suggestion, now: fact?.now, seen: String(changes.version ?? fact?.mark) },
    publishes: suggestion.field === "place" && changes.place_is_public,
    back: `/o/${organization.slug}/resources/${id}/suggestions`,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const [id, suggestionId] = [uuidParam(asked.params.service), uuidParam(asked.params.suggestion)];
  return submit(asked.request, acceptanceSchema, async (input) => {
    await acceptSuggestion(asked.context.db, organization.id, suggestionId, input);
    return redirect(`/o/${organization.slug}/resources/${id}/suggestions?done=accepted`);
  });
}

/** What somebody else changed meanwhile is read again, so that the next answer is about that. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function SuggestionAcceptance() {
  const t = useTranslations("truth");
  const factName = useFactName();
  const { title, suggestion, now, seen, publishes, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const field = factName(suggestion.field);
  return (
    <Page width="measure" title={title} above={field} lead={t("acceptLead")}>
      <div className="grid gap-6">
        <OldAndNew field={suggestion.field} now={now} value={suggestion.value} />
        <ConfirmationForm reply={reply} variant="primary" label={t("accept")} back={back}>
          <input type="hidden" name="seen" value={seen} />
          {publishes ? (
            <Choice
              type="checkbox"
              name="publish"
              legend={t("publishLegend")}
              options={[{ value: "yes", label: t("publish") }]}
            />
          ) : null}
        </ConfirmationForm>
      </div>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
