import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import type { Coalition } from "~/features/gatherings/card";
import { GatheringActions } from "~/features/gatherings/gathering-actions";
import { GatheringBanner } from "~/features/gatherings/gathering-banner";
import { GatheringDescription } from "~/features/gatherings/gathering-description";
import { GatheringFacts } from "~/features/gatherings/gathering-facts";
import { GatheringTitle } from "~/features/gatherings/gathering-title";
import { getGathering } from "~/features/gatherings/queries.server";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { sharePreview } from "~/features/gatherings/share-preview";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { pageMeta } from "~/platform/page-meta";
import { uuidParam } from "~/platform/params";
import { OrganizationMark } from "~/ui/organization-mark";
import { Page } from "~/ui/page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = uuidParam(params.id);
  const [viewer, gathering] = await Promise.all([context.viewer(), getGathering(context.db, id)]);
  return {
    title: pickText(gathering.title, context.locale).text,
    gathering,
    readerZone: viewer?.person.time_zone,
    preview: sharePreview(gathering, context.locale),
  };
}

export const meta: MetaFunction<typeof loader> = (page) => {
  const preview = page.data?.preview;
  if (!preview) return pageMeta(page);
  return [
    ...(pageMeta(page) ?? []),
    { name: "description", content: preview.text },
    { property: "og:type", content: "website" },
    { property: "og:title", content: preview.title },
    { property: "og:description", content: preview.text },
  ];
};

export default function Gathering() {
  const { gathering, readerZone } = useLoaderData<typeof loader>();

  return (
    <Page
      width="measure"
      above={<OrganizationMark organization={gathering.organization} name="whole" />}
      title={<GatheringTitle card={gathering} />}
    >
      <div className="grid gap-6">
        <GatheringBanner gathering={gathering} />
        {gathering.kind === "registration_drive" ? <RegistrationWarning /> : null}
        <GatheringFacts gathering={gathering} readerZone={readerZone} />
        <GatheringDescription gathering={gathering} />
        <CoalitionLink coalition={gathering.coalition} />
        {gathering.writable_by.map((slug) => (
          <GatheringActions key={slug} gathering={gathering} slug={slug} />
        ))}
      </div>
    </Page>
  );
}

function CoalitionLink({ coalition }: { coalition: Coalition | null }) {
  const t = useTranslations("gatherings");
  const locale = useLocale();
  if (!coalition) return null;
  return (
    <p data-screen-only>
      <Link to={`/c/${coalition.slug}/calendar`} className="link inline-flex min-h-11 items-center">
        {t("calendarOf", { coalition: nameOf(coalition, locale) })}
      </Link>
    </p>
  );
}

export { RouteError as ErrorBoundary } from "~/ui/route-error";
