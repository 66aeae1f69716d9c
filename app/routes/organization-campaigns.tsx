import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { CampaignList } from "~/features/actions/campaigns/campaign-list";
import { listCampaigns } from "~/features/actions/campaigns/queries.server";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { nameOf, shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { slug, display_name, short_name, korean_name, coalitions } = organization;
  const campaigns = await listCampaigns(asked.context.db, organization.id);
  return {
    title: translatorFor(asked.context.locale)("campaigns.title"),
    organization: { slug, display_name, short_name, korean_name, coalitions },
    canWrite: can("actions.write"),
    campaigns: campaigns.map(({ id, part, name, audience, outcome, outcome_on }) => ({
      ...{ id, part, name, audience, outcome, outcome_on },
    })),
  };
}

export default function OrganizationCampaigns() {
  const t = useTranslations("campaigns");
  const locale = useLocale();
  const { organization, canWrite, campaigns } = useLoaderData<typeof loader>();

  return (
    <Page
      width="measure"
      title={t("title")}
      lead={t("ownLead", { organization: shortNameOf(organization, locale) })}
      actions={canWrite ? <LinkButton to={`/o/${organization.slug}/campaigns/new`}>{t("begin")}</LinkButton> : null}
    >
      {campaigns.length > 0 ? (
        <CampaignList campaigns={campaigns} warning={<RegistrationWarning compact />} />
      ) : (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
      <ul className="mt-6">
        {organization.coalitions.map((coalition) => (
          <li key={coalition.slug}>
            <Link to={`/c/${coalition.slug}/plan`} className="link inline-flex min-h-11 items-center">
              {t("boardOf", { coalition: nameOf(coalition, locale) })}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
