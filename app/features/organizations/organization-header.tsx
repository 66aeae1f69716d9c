import { Link, NavLink, useLocation } from "@remix-run/react";
import CalendarDays from "lucide-react/icons/calendar-days";
import Handshake from "lucide-react/icons/handshake";
import House from "lucide-react/icons/house";
import LifeBuoy from "lucide-react/icons/life-buoy";
import Plus from "lucide-react/icons/plus";
import Users from "lucide-react/icons/users";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { OrganizationMark } from "~/ui/organization-mark";

/** What an organization does together with others. */
const together = ["items", "campaigns", "totals", "letters"] as const;

type OrganizationHeaderProps = {
  organization: { slug: string; short_name: string; display_name: string; korean_name: string | null; color: string };
  canWrite: boolean;
  canSeeMembers: boolean;
};

/** The head of an organization's pages: for whom one acts here, and where one can go. */
export function OrganizationHeader({ organization, canWrite, canSeeMembers }: OrganizationHeaderProps) {
  const t = useTranslations("home");
  const locale = useLocale();
  const home = `/o/${organization.slug}`;
  const { pathname } = useLocation();
  const isTogether = together.some((one) => `${pathname}/`.startsWith(`${home}/${one}/`));

  return (
    <div data-hue={organization.color} data-screen-only className="border-b border-line bg-surface">
      <nav
        aria-label={t("sections", { organization: nameOf(organization, locale) })}
        className="page-width flex flex-wrap items-center justify-between gap-x-8"
      >
        <p className="py-2.5 text-lg">
          <OrganizationMark organization={organization} name="whole" />
        </p>
        <div className="-mx-3 flex flex-wrap max-sm:basis-full">
          <NavLink to={home} end className={section}>
            <House aria-hidden className="size-4" />
            {t("home")}
          </NavLink>
          <NavLink to={`${home}/calendar`} className={section}>
            <CalendarDays aria-hidden className="size-4" />
            {t("calendar")}
          </NavLink>
          <NavLink to={`${home}/resources`} className={section}>
            <LifeBuoy aria-hidden className="size-4" />
            {t("resources")}
          </NavLink>
          <Link to={`${home}/items`} aria-current={isTogether ? "page" : undefined} className={section}>
            <Handshake aria-hidden className="size-4" />
            {t("together")}
          </Link>
          {canSeeMembers ? (
            <NavLink to={`${home}/members`} className={section}>
              <Users aria-hidden className="size-4" />
              {t("members")}
            </NavLink>
          ) : null}
          {canWrite ? (
            <NavLink to={`${home}/gatherings/new`} className={section}>
              <Plus aria-hidden className="size-4" />
              {t("newGathering")}
            </NavLink>
          ) : null}
        </div>
        {isTogether ? (
          <div className="basis-full border-t border-line">
            <ul className="-mx-3 flex flex-wrap">
              {together.map((one) => (
                <li key={one}>
                  <NavLink to={`${home}/${one}`} className="subsection">
                    {t(one)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </nav>
    </div>
  );
}

const section =
  "flex min-h-12 items-center gap-1.5 border-b-3 border-transparent px-3 font-medium hover:border-line aria-[current=page]:border-(--hue) aria-[current=page]:font-semibold";
