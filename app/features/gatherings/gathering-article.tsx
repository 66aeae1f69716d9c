import { Link } from "@remix-run/react";
import CalendarDays from "lucide-react/icons/calendar-days";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import { OrganizationMark } from "~/ui/organization-mark";
import { Page } from "~/ui/page";
import { CalendarFileLink } from "./calendar-file-link";
import type { GatheringPage } from "./card";
import { FlyerLink } from "./flyer/flyer-link";
import { GatheringBanner } from "./gathering-banner";
import { GatheringDescription } from "./gathering-description";
import { GatheringDetail } from "./gathering-detail";
import { GatheringFacts } from "./gathering-facts";
import { GatheringNotes } from "./gathering-notes";
import { GatheringTitle } from "./gathering-title";
import { HeldWith } from "./hosts/held-with";
import { RegistrationWarning } from "./registration-warning";
import { SeriesFacts } from "./repeating/series-facts";

type GatheringArticleProps = {
  gathering: GatheringPage;
  readerZone: string | undefined;
  /** What the reader is asked or told before anything else. */
  first?: ReactNode;
  /** The reader's organizations, each with a calendar to go back to. */
  calendars?: { slug: string; short_name: string; display_name: string; korean_name: string | null }[];
  children?: ReactNode;
};

/** A gathering's page: every layer that its reader may see, the same wherever it is shown. */
export function GatheringArticle({ gathering, readerZone, first, calendars = [], children }: GatheringArticleProps) {
  const t = useTranslations("gatherings");
  const locale = useLocale();
  const on = gathering.starts_local.slice(0, 10);

  return (
    <Page
      width="measure"
      above={<OrganizationMark organization={gathering.organization} name="whole" />}
      title={<GatheringTitle card={gathering} />}
    >
      <div className="grid gap-6">
        {first}
        <GatheringBanner gathering={gathering} />
        {gathering.kind === "registration_drive" ? <RegistrationWarning /> : null}
        <HeldWith shown={gathering.hosts.shown} />
        <GatheringFacts gathering={gathering} readerZone={readerZone} />
        <SeriesFacts gathering={gathering} />
        <GatheringDescription gathering={gathering} />
        <GatheringDetail gathering={gathering} />
        <GatheringNotes gathering={gathering} />
        <div data-screen-only className="flex flex-wrap gap-x-8">
          {calendars.map((organization) => (
            <CalendarLink key={organization.slug} to={`/o/${organization.slug}/calendar?on=${on}`}>
              {t("calendarOf", { name: shortNameOf(organization, locale) })}
            </CalendarLink>
          ))}
          {gathering.coalition ? (
            <CalendarLink to={`/c/${gathering.coalition.slug}/calendar`}>
              {t("calendarOf", { name: nameOf(gathering.coalition, locale) })}
            </CalendarLink>
          ) : null}
          {gathering.state === "draft" ? null : <CalendarFileLink id={gathering.id} />}
          <FlyerLink id={gathering.id} />
        </div>
        {children}
      </div>
    </Page>
  );
}

function CalendarLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="link inline-flex min-h-11 items-center gap-1.5">
      <CalendarDays aria-hidden className="size-4 shrink-0" />
      {children}
    </Link>
  );
}
