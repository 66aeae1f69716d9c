import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { correctFact } from "~/features/resources/truth/commands.server";
import { FactChoice } from "~/features/resources/truth/fact-choice";
import { FactFields } from "~/features/resources/truth/fact-fields";
import { factOf, facts } from "~/features/resources/truth/facts";
import { getChanges } from "~/features/resources/truth/queries.server";
import { correctionSchema } from "~/features/resources/truth/schema";
import { useFactName } from "~/features/resources/truth/use-fact-name";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

const ofCard = facts.filter((fact) => fact !== "place");

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const changes = await getChanges(asked.context.db, organization.id, uuidParam(asked.params.service));
  // The owner has a form for everything at once.
  if (changes.is_owner) throw refusal({ key: "not_found" }, 404);
  const field = factOf(new URL(asked.request.url).searchParams.get("field"));
  const fact = field && changes.facts[field];
  return {
    title: translatorFor(asked.context.locale)("truth.correctTitle"),
    ...{ id: changes.id, name: changes.name },
    ...(fact ? { field, now: fact.now, seen: fact.mark } : {}),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  return submit(asked.request, correctionSchema(asked.context.locale), async (input) => {
    await correctFact(asked.context.db, organization.id, id, input);
    return redirect(`/resources/${id}/truth?done=corrected`);
  });
}

/** What somebody else changed meanwhile is read again, so that the next answer is about that. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function ResourceCorrection() {
  const t = useTranslations("truth");
  const locale = useLocale();
  const factName = useFactName();
  const { title, id, name, field, now, seen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page width="measure" title={title} lead={t("correctLead", { name: pickText(name, locale).text })}>
      {field ? (
        <ConfirmationForm reply={reply} variant="primary" label={t("correctPress")} back={`/resources/${id}/truth`}>
          <input type="hidden" name="field" value={field} />
          <input type="hidden" name="seen" value={seen} />
          <h2 className="font-semibold">{factName(field)}</h2>
          <FactFields field={field} now={now} />
        </ConfirmationForm>
      ) : (
        <FactChoice facts={ofCard} />
      )}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
