import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { ChangeList } from "~/features/resources/truth/change-list";
import { doneOf } from "~/features/resources/truth/done";
import { getChanges } from "~/features/resources/truth/queries.server";
import { StateMessage } from "~/features/resources/truth/state-message";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { uuidParam } from "~/platform/params";
import { DoneMessage } from "~/ui/done-message";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  return {
    title: translatorFor(asked.context.locale)("truth.suggestionsTitle"),
    changes: await getChanges(asked.context.db, organization.id, id),
    base: `/o/${organization.slug}/resources/${id}`,
    done: doneOf(asked.request),
  };
}

export default function ResourceSuggestions() {
  const t = useTranslations("truth");
  const locale = useLocale();
  const { title, changes, base, done } = useLoaderData<typeof loader>();
  const name = pickText(changes.name, locale).text;
  return (
    <Page
      title={title}
      lead={t("suggestionsLead", { name })}
      above={
        <Link to={`/resources/${changes.id}`} className="link inline-flex min-h-11 items-center">
          {t("backToService")}
        </Link>
      }
    >
      {done ? <DoneMessage title={t(`done.${done}`)} /> : null}
      <div className="grid gap-8">
        <StateMessage {...changes} />
        <ChangeList changes={changes} base={base} />
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
