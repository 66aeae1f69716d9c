import { Link } from "@remix-run/react";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useTranslations } from "use-intl";
import { buttonStyle } from "~/ui/button-style";
import { type CalendarQuestion, calendarAddress } from "./calendar-question";
import type { CalendarSpan } from "./calendar-span";

/** Links from span to span and from view to view; they keep what narrows the calendar and work without JavaScript. */
export function CalendarToolbar({ span, question }: { span: CalendarSpan; question: CalendarQuestion }) {
  const t = useTranslations("calendar");
  const to = (change: Partial<CalendarQuestion>) => calendarAddress({ ...question, from: 0, ...change });

  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <nav aria-label={t("months")} className="flex flex-wrap gap-2">
        {span.previous ? (
          <Link to={to({ on: span.previous })} preventScrollReset className={buttonStyle("quiet")}>
            <ChevronLeft aria-hidden className="-ml-1 size-4" />
            {t("previous")}
          </Link>
        ) : null}
        <Link to={to({ on: "" })} preventScrollReset className={buttonStyle("quiet")}>
          {t("today")}
        </Link>
        {span.next ? (
          <Link to={to({ on: span.next })} preventScrollReset className={buttonStyle("quiet")}>
            {t("next")}
            <ChevronRight aria-hidden className="-mr-1 size-4" />
          </Link>
        ) : null}
      </nav>
      <nav aria-label={t("views")} className="flex overflow-hidden rounded-md border border-edge">
        {(["month", "week", "agenda"] as const).map((one) => (
          <Link
            key={one}
            to={to({ view: one })}
            preventScrollReset
            aria-current={one === question.view ? "true" : undefined}
            className="flex min-h-11 items-center px-4 font-medium hover:bg-sunken aria-[current]:bg-ink aria-[current]:text-paper"
          >
            {t(one)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
