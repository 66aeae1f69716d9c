import { Link } from "@remix-run/react";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useTranslations } from "use-intl";
import { buttonStyle } from "~/ui/button-style";
import type { CalendarMonth, CalendarView } from "./calendar-month";

/** Links from month to month and, where there is a choice, between the sheet and the list. They work without JavaScript. */
export function CalendarToolbar({ month, view }: { month: CalendarMonth; view: CalendarView }) {
  const t = useTranslations("calendar");
  const kept = view === "agenda" ? "&view=agenda" : "";

  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <nav aria-label={t("months")} className="flex flex-wrap gap-2">
        {month.previous ? (
          <Link to={`?on=${month.previous}${kept}`} preventScrollReset className={buttonStyle("quiet")}>
            <ChevronLeft aria-hidden className="-ml-1 size-4" />
            {t("previous")}
          </Link>
        ) : null}
        <Link to={view === "agenda" ? "?view=agenda" : "?"} preventScrollReset className={buttonStyle("quiet")}>
          {t("today")}
        </Link>
        {month.next ? (
          <Link to={`?on=${month.next}${kept}`} preventScrollReset className={buttonStyle("quiet")}>
            {t("next")}
            <ChevronRight aria-hidden className="-mr-1 size-4" />
          </Link>
        ) : null}
      </nav>
      <nav
        aria-label={t("views")}
        className="hidden overflow-hidden rounded-md border border-edge [@media_screen_and_(width>=900px)_and_(scripting:enabled)]:flex"
      >
        {(["month", "agenda"] as const).map((one) => (
          <Link
            key={one}
            to={`?on=${month.first}&view=${one}`}
            preventScrollReset
            aria-current={one === view ? "true" : undefined}
            className="flex min-h-11 items-center px-4 font-medium hover:bg-sunken aria-[current]:bg-ink aria-[current]:text-paper"
          >
            {t(one)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
