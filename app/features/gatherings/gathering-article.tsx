import { Link } from "@remix-run/react";
import CalendarDays from "lucide-react/icons/calendar-days";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { OrganizationMark } from "~/ui/organization-mark";
import { Page } from "~/ui/page";
import { CalendarFileLink } from "./calendar-file-link";
import type { Coalition, GatheringPage } from "./card";
import { FlyerLink } from "./flyer/flyer-link";
import { GatheringBanner } from "./gathering-banner";
import { GatheringDescription } from "./gathering-description";
import { GatheringDetail } from "./gathering-detail";
import { GatheringFacts } from "./gathering-facts";
import { GatheringNotes } from "./gathering-notes";
import { GatheringTitle } from "./gathering-title";
import { RegistrationWarning } from "./registration-warning";
import { SeriesFacts } from "./repeating/series-facts";

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
        <SeriesFacts gathering={gathering} />
        <GatheringDescription gathering={gathering} />
        <GatheringDetail gathering={gathering} />
        <GatheringNotes gathering={gathering} />
        <div data-screen-only className="flex flex-wrap gap-x-8">
          <CoalitionLink coalition={gathering.coalition} />
          {gathering.state === "draft" ? null : <CalendarFileLink id={gathering.id} />}
          <FlyerLink id={gathering.id} />
        </div>
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
    <Link to={`/c/${coalition.slug}/calendar`} className="link inline-flex min-h-11 items-center gap-1.5">
      <CalendarDays aria-hidden className="size-4 shrink-0" />
      {t("calendarOf", { coalition: nameOf(coalition, locale) })}
    </Link>
  );
}
