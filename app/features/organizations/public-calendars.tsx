import { Link } from "@remix-run/react";
import CalendarDays from "lucide-react/icons/calendar-days";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";

type PublicCalendarsProps = { coalitions: { slug: string; display_name: string; korean_name: string | null }[] };

/** The coalitions whose calendars anybody may open. */
export function PublicCalendars({ coalitions }: PublicCalendarsProps) {
  const t = useTranslations("front");
  const locale = useLocale();

  return (
    <section aria-labelledby="public-calendars" className="border-t border-ink pt-3">
      <h2 id="public-calendars" className="flex items-center gap-2 text-lg font-bold">
        <CalendarDays aria-hidden className="size-5" />
        {t("calendars")}
      </h2>
      {coalitions.length === 0 ? <p className="mt-1 text-soft">{t("calendarsNone")}</p> : null}
      <ul className="mt-1">
        {coalitions.map((coalition) => (
          <li key={coalition.slug}>
            <Link to={`/c/${coalition.slug}/calendar`} className="link inline-flex min-h-11 items-center font-medium">
              {t("calendarOf", { coalition: nameOf(coalition, locale) })}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/subscription" className="link inline-flex min-h-11 items-center font-medium">
            {t("subscribe")}
          </Link>
        </li>
      </ul>
    </section>
  );
}
