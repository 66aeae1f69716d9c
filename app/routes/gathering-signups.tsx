import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { PeopleTable } from "~/features/gatherings/signups/people-table";
import { getGatheringSignups } from "~/features/gatherings/signups/queries.server";
import { TotalsList } from "~/features/gatherings/signups/totals-list";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { env } from "~/platform/env.server";
import { uuidParam } from "~/platform/params";
import { CopyText } from "~/ui/copy-text";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { PrintButton } from "~/ui/print-button";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  const { slug, display_name, short_name, korean_name } = organization;
  return {
    title: translatorFor(asked.context.locale)("signups.people"),
    organization: { display_name, short_name, korean_name },
    ...(await getGatheringSignups(asked.context.db, organization.id, id)),
    link: `${env().APP_URL.replace(/\/$/, "")}/gatherings/${id}/signup?via=${slug}`,
    base: can("gatherings.write") ? `/o/${slug}/gatherings/${id}/signups` : null,
  };
}

export default function GatheringSignups() {
  const t = useTranslations("signups");
  const { title, organization, gathering, totals, people, link, base } = useLoaderData<typeof loader>();
  const name = { organization: shortNameOf(organization, useLocale()) };

  return (
    <Page title={title} lead={t("peopleLead", name)} actions={<PrintButton>{t("print")}</PrintButton>}>
      {gathering ? <GatheringSummary gathering={gathering} /> : null}
      {totals ? <TotalsList totals={totals} /> : null}
      {people.length > 0 ? (
        <PeopleTable people={people} base={base} />
      ) : (
        <EmptyState title={t("peopleNone")}>{t("peopleNoneText")}</EmptyState>
      )}
      {totals ? (
        <div className="mt-8">
          <CopyText label={t("link", name)} hint={t("linkHint", name)} text={link} lang="en" rows={3} isLink />
        </div>
      ) : null}
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
