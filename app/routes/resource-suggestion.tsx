import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { CodeShown } from "~/features/resources/truth/code-shown";
import { suggestChange } from "~/features/resources/truth/commands.server";
import { FactChoice } from "~/features/resources/truth/fact-choice";
import { factOf, facts } from "~/features/resources/truth/facts";
import { getSuggestionForm } from "~/features/resources/truth/queries.server";
import { suggestionSchema } from "~/features/resources/truth/schema";
import { SuggestionForm } from "~/features/resources/truth/suggestion-form";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { Page } from "~/ui/page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const id = uuidParam(params.service);
  const { name, facts: now, organizations } = await getSuggestionForm(context.db, id);
  // A place that one does not see is no field.
  const offered = facts.filter((fact) => fact !== "place" || now.place !== null);
  const field = factOf(new URL(request.url).searchParams.get("field"));
  return {
    title: translatorFor(context.locale)("truth.suggestTitle"),
    ...{ id, name, offered, organizations: organizations ?? [] },
    ...(field && offered.includes(field) ? { field, now: now[field] } : {}),
    submission_id: randomUUID(),
    readAlone: true,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const id = uuidParam(params.service);
  return submit(request, suggestionSchema(context.locale), async (input) => {
    const { code } = await suggestChange(context, id, input);
    return { code, member: input.organization !== undefined };
  });
}

export default function ResourceSuggestion() {
  const t = useTranslations("truth");
  const locale = useLocale();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const name = pickText(loaded.name, locale).text;
  const reply = answer && "errors" in answer ? answer : undefined;
  const { field } = loaded;
  return (
    <Page width="measure" title={t("suggestTitle")} lead={t("suggestLead", { name })}>
      {answer && "code" in answer ? (
        <CodeShown {...answer} back={`/resources/${loaded.id}`} />
      ) : field ? (
        <SuggestionForm {...loaded} field={field} now={loaded.now} reply={reply} />
      ) : (
        <FactChoice facts={loaded.offered} />
      )}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
