import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { CoalitionSections } from "~/features/actions/coalition-sections";
import { LetterList } from "~/features/actions/letters/letter-list";
import { getCoalitionLetters } from "~/features/actions/letters/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { slugParam } from "~/platform/params";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  await requireViewer(asked);
  const { db, locale, now } = asked.context;
  const { coalition, letters } = await getCoalitionLetters(db, slugParam(asked.params.coalition));
  return { title: translatorFor(locale)("letters.title"), coalition, letters, now: now.toISOString() };
}

export default function CoalitionLetters() {
  const t = useTranslations("letters");
  const { coalition, letters, now } = useLoaderData<typeof loader>();
  const groups = [
    { name: t("open"), letters: letters.filter(({ is_final }) => !is_final) },
    { name: t("final"), letters: letters.filter(({ is_final }) => is_final) },
  ].filter((group) => group.letters.length > 0);

  return (
    <Page
      width="measure"
      title={t("title")}
      above={<CoalitionSections coalition={coalition} />}
      lead={t("coalitionLead")}
    >
      {groups.length > 0 ? (
        groups.map((group) => (
          <section key={group.name} className="mb-10">
            <h2 className="mb-3 text-xl font-bold">{group.name}</h2>
            <LetterList letters={group.letters} to={({ id }) => `/letters/${id}`} now={now} />
          </section>
        ))
      ) : (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
