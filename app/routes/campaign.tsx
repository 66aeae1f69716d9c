import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { CampaignActions } from "~/features/actions/campaigns/campaign-actions";
import { CampaignFacts } from "~/features/actions/campaigns/campaign-facts";
import { CampaignItems } from "~/features/actions/campaigns/campaign-items";
import { getCampaign } from "~/features/actions/campaigns/queries.server";
import { LetterList } from "~/features/actions/letters/letter-list";
import { MetricArticle } from "~/features/actions/totals/metric-article";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { nameOf, shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { uuidParam } from "~/platform/params";
import { AudienceChip } from "~/ui/audience-chip";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { version, ...campaign } = await getCampaign(context.db, uuidParam(params.id));
  return {
    title: pickText(campaign.name, context.locale).text,
    campaign,
    canWrite: version !== null,
    now: context.now.toISOString(),
  };
}

export default function CampaignRoute() {
  const t = useTranslations("campaigns");
  const locale = useLocale();
  const { campaign, canWrite, now } = useLoaderData<typeof loader>();
  const { name, part, audience, coalition, metrics, items, letters, outcome, writes_for } = campaign;
  const title = pickText(name, locale);
  const isRegistration = part === "voter_registration" || metrics.some((metric) => metric.about_registration);

  return (
    <Page
      title={<span lang={title.lang}>{title.text}</span>}
      above={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {t(`parts.${part}`)}
          <AudienceChip audience={audience} />
        </span>
      }
    >
      {isRegistration ? (
        <div className="mb-8 max-w-measure">
          <RegistrationWarning />
        </div>
      ) : null}
      <CampaignFacts campaign={campaign} />
      {canWrite ? <CampaignActions campaign={campaign} /> : null}
      {items.length > 0 ? <CampaignItems items={items} /> : null}
      {coalition && !outcome && writes_for.length > 0 ? (
        <div data-screen-only className="mt-6 flex flex-wrap gap-3">
          {writes_for.map((one) => (
            <LinkButton
              key={one.slug}
              to={`/o/${one.slug}/items/new?campaign=${campaign.id}&coalition=${coalition.slug}`}
              variant="quiet"
            >
              {t("newItemAs", { organization: shortNameOf(one, locale) })}
            </LinkButton>
          ))}
        </div>
      ) : null}
      {letters.length > 0 ? (
        <section aria-labelledby="letters" className="mt-10">
          <h2 id="letters" className="mb-2 text-xl font-bold">
            {t("letters")}
          </h2>
          <LetterList letters={letters} to={({ id }) => `/letters/${id}`} now={now} />
        </section>
      ) : null}
      {metrics.length > 0 ? (
        <section aria-label={t("counted")} className="mt-10 grid gap-8">
          {metrics.map((metric) => (
            <MetricArticle key={metric.id} metric={metric} />
          ))}
        </section>
      ) : null}
      {coalition ? (
        <p data-screen-only className="mt-8">
          <Link to={`/c/${coalition.slug}/plan`} className="link inline-flex min-h-11 items-center">
            {t("boardOf", { coalition: nameOf(coalition, locale) })}
          </Link>
        </p>
      ) : null}
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
