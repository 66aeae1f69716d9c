import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { HostingList } from "~/features/gatherings/hosts/hosting-list";
import { getOrganizationHostings } from "~/features/gatherings/hosts/queries.server";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { DoneMessage } from "~/ui/done-message";
import { Page } from "~/ui/page";

const changes = ["refusal", "ending"] as const;

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { slug, display_name, short_name, korean_name } = organization;
  const saved = new URL(asked.request.url).searchParams.get("saved");
  return {
    title: translatorFor(asked.context.locale)("hosts.listTitle"),
    organization: { slug, display_name, short_name, korean_name },
    ...(await getOrganizationHostings(asked.context.db, organization.id)),
    saved: changes.find((change) => change === saved),
  };
}

export default function OrganizationHostings() {
  const t = useTranslations("hosts");
  const locale = useLocale();
  const { organization, invited, accepted, saved } = useLoaderData<typeof loader>();
  const slug = organization.slug;

  return (
    <Page
      width="measure"
      title={t("listTitle")}
      lead={t("listLead", { organization: shortNameOf(organization, locale) })}
    >
      {saved ? <DoneMessage title={t(`saved.${saved}`)} /> : null}
      <section aria-labelledby="waiting">
        <h2 id="waiting" className="mb-3 text-xl font-bold">
          {t("waiting")}
        </h2>
        {invited.length > 0 ? (
          <HostingList hostings={invited} slug={slug} />
        ) : (
          <p className="text-soft">{t("waitingNone")}</p>
        )}
      </section>
      <section aria-labelledby="holding" className="mt-10">
        <h2 id="holding" className="mb-3 text-xl font-bold">
          {t("holding")}
        </h2>
        {accepted.length > 0 ? (
          <HostingList hostings={accepted} slug={slug} />
        ) : (
          <p className="text-soft">{t("holdingNone")}</p>
        )}
      </section>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
