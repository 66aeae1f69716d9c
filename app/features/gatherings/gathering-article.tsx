import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { OrganizationMark } from "~/ui/organization-mark";
import { Page } from "~/ui/page";
import type { Coalition, GatheringPage } from "./card";
import { GatheringBanner } from "./gathering-banner";
import { GatheringDescription } from "./gathering-description";
import { GatheringDetail } from "./gathering-detail";
import { GatheringFacts } from "./gathering-facts";
import { GatheringNotes } from "./gathering-notes";
import { GatheringTitle } from "./gathering-title";
import { RegistrationWarning } from "./registration-warning";

type GatheringArticleProps = { gathering: GatheringPage; readerZone: string | undefined; children?: ReactNode };

/** A gathering's page: every layer that its reader may see, the same wherever it is shown. */
export function GatheringArticle({ gathering, readerZone, children }: GatheringArticleProps) {
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
        <GatheringDetail gathering={gathering} />
        <GatheringNotes gathering={gathering} />
        <CoalitionLink coalition={gathering.coalition} />
        {children}
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
