import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { NeedLinks } from "~/features/resources/finding/need-links";
import { NeedsCredit } from "~/features/resources/finding/needs-credit";
import { NothingFound } from "~/features/resources/finding/nothing-found";
import { findServices } from "~/features/resources/finding/queries.server";
import { readQuestion } from "~/features/resources/finding/question";
import { ResultList } from "~/features/resources/finding/result-list";
import { SearchForm } from "~/features/resources/finding/search-form";
import { onlyText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { Page } from "~/ui/page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const question = readQuestion(new URL(request.url).searchParams);
  const title = translatorFor(context.locale)("resources.title");
  const found = await findServices(context.db, question);
  const choices = found.choices.map((need) => ({ ...need, name: onlyText(need.name, context.locale) }));
  return {
    title: question.typed ? `${question.typed} · ${title}` : title,
    question,
    found: { ...found, choices },
  };
}

export default function Resources() {
  const t = useTranslations("finding");
  const { question, found } = useLoaderData<typeof loader>();
  const top = found.choices.filter(({ parent_id }) => parent_id === null);
  const below = found.choices.filter(({ parent_id }) => parent_id !== null);

  return (
    <Page title={t("title")} lead={t("lead")}>
      <SearchForm question={question} choices={found.choices} />
      {found.total === null ? (
        <NeedLinks title={t("byNeed")} needs={top} />
      ) : (
        <>
          {found.total === 0 && !question.need ? null : (
            <NeedLinks
              title={t("narrow")}
              needs={question.need ? below : found.needs.slice(0, 4)}
              question={question.need ? question : {}}
            />
          )}
          {found.total === 0 ? (
            <NothingFound found={found} question={question} />
          ) : (
            <ResultList key={JSON.stringify(question)} found={found} question={question} />
          )}
        </>
      )}
      <p className="mt-8">
        <Link to="/suggestions" className="link inline-flex min-h-11 items-center">
          {t("suggestionCode")}
        </Link>
      </p>
      <NeedsCredit />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
