import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { FeedList } from "~/features/feeds/feed-list";
import { HowToSubscribe } from "~/features/feeds/how-to-subscribe";
import { listCalendarsToSubscribe } from "~/features/feeds/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { env } from "~/platform/env.server";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader({ context }: LoaderFunctionArgs) {
  const [viewer, calendars] = await Promise.all([context.viewer(), listCalendarsToSubscribe(context.db)]);
  return {
    title: translatorFor(context.locale)("subscription.title"),
    calendars,
    site: env().APP_URL.replace(/\/$/, ""),
    isMember: viewer !== null && viewer.organizations.length > 0,
  };
}

export default function Subscription() {
  const t = useTranslations("subscription");
  const { calendars, site, isMember } = useLoaderData<typeof loader>();

  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <FeedList calendars={calendars} site={site} />
        <div className="grid content-start gap-10">
          <HowToSubscribe />
          {isMember ? (
            <section aria-labelledby="yours" className="border-t border-ink pt-3">
              <h2 id="yours" className="text-lg font-bold">
                {t("yours")}
              </h2>
              <p className="mt-1 mb-3 max-w-measure text-soft">{t("yoursText")}</p>
              <LinkButton to="/settings/calendars" variant="quiet">
                {t("toYours")}
              </LinkButton>
            </section>
          ) : null}
        </div>
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
