import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { HistoryTable } from "~/features/gatherings/history/history-table";
import { getGatheringHistory } from "~/features/gatherings/history/queries.server";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { uuidParam } from "~/platform/params";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

/** As many as the database hands out. */
const most = 200;

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const id = uuidParam(asked.params.id);
  const { title, changes } = await getGatheringHistory(db, organization.id, id);
  return {
    title: translatorFor(locale)("history.of", { title: pickText(title, locale).text }),
    ...{ id, changes },
    readerZone: viewer.person.time_zone,
  };
}

export default function GatheringHistory() {
  const t = useTranslations("history");
  const { title, id, changes, readerZone } = useLoaderData<typeof loader>();

  return (
    <Page title={title} lead={t("lead")}>
      <HistoryTable changes={changes} readerZone={readerZone} />
      {changes.length === most ? <p className="mt-4 text-soft">{t("most", { count: most })}</p> : null}
      <p data-screen-only className="mt-6">
        <LinkButton to={`/gatherings/${id}`} variant="quiet">
          {t("back")}
        </LinkButton>
      </p>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
