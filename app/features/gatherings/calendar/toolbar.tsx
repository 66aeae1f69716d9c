import { Link } from "@remix-run/react";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useTranslations } from "use-intl";
import { buttonStyle } from "~/ui/button-style";
import { addressOf, type CalendarAddress } from "./address";
import type { CalendarSpan, CalendarView } from "./span";

type ToolbarProps = { address: CalendarAddress; span: CalendarSpan; today: string };

const tab =
  "min-h-11 items-center px-3 font-medium hover:bg-sunken aria-[current]:bg-ink aria-[current]:text-paper sm:px-4";
const onSheets = "hidden [@media_screen_and_(width>=900px)_and_(scripting:enabled)]:flex";
const onLists = "flex [@media_screen_and_(width>=900px)_and_(scripting:enabled)]:hidden";

/** Links from days to days and between the views; they keep the filters and work without JavaScript. */
export function Toolbar({ address, span, today }: ToolbarProps) {
  const t = useTranslations("calendar");
  const to = (change: Partial<CalendarAddress>) => addressOf({ ...address, ...change });

  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <nav aria-label={t("turn")} className="flex flex-wrap gap-2">
        {span.previous ? (
          <Link to={to({ on: span.previous })} preventScrollReset className={buttonStyle("quiet")}>
            <ChevronLeft aria-hidden className="-ml-1 size-4" />
            {t("previous")}
          </Link>
        ) : null}
        <Link to={to({ on: today })} preventScrollReset className={buttonStyle("quiet")}>
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
        {tabs(span.view).map(({ view, current, where }) => (
          <Link
            key={`${view} ${where}`}
            to={to({ view })}
            preventScrollReset
            aria-current={current ? "true" : undefined}
            className={`${tab} ${where}`}
          >
            {t(view)}
          </Link>
        ))}
      </nav>
    </div>
  );
}

/** Where there are no sheets, a month is a list: there the two are one tab. */
function tabs(shown: CalendarView): { view: CalendarView; current: boolean; where: string }[] {
  return [
    { view: "month", current: shown === "month", where: onSheets },
    { view: "agenda", current: shown === "agenda" || shown === "month", where: onLists },
    { view: "week", current: shown === "week", where: "flex" },
    { view: "day", current: shown === "day", where: "flex" },
    { view: "agenda", current: shown === "agenda", where: onSheets },
  ];
}
