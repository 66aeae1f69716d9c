import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatMonth } from "~/platform/time";
import { Agenda } from "./agenda";
import { between } from "./agenda-days";
import type { CalendarMonth, CalendarView } from "./calendar-month";
import { CalendarToolbar } from "./calendar-toolbar";
import type { Card } from "./card";
import { MonthFrame } from "./month-frame";

type CalendarProps = {
  cards: Card[];
  month: CalendarMonth;
  view: CalendarView;
  today: string;
  readerZone: string | undefined;
  /** Whether each gathering says who can see it. */
  chips: boolean;
  /** What stands where the gatherings would, when there are none. */
  empty: ReactNode;
};

/**
 * A month of gatherings: an agenda from the server at every width, and on wide screens with JavaScript the month as a
 * sheet of weeks in its place. Style alone chooses before anything is loaded, so that nothing jumps.
 */
export function Calendar({ cards, month, view, today, readerZone, chips, empty }: CalendarProps) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const shown = between(cards, month.first, month.last);

  return (
    <section aria-labelledby="month">
      <CalendarToolbar month={month} view={view} />
      <div className="mt-4 mb-5 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="month" className="text-xl font-bold">
          {formatMonth(month.first, locale)}
        </h2>
        <p className="text-soft">{t("count", { count: shown.length })}</p>
      </div>
      {shown.length === 0 ? <div className="mb-6">{empty}</div> : null}
      <MonthFrame
        key={month.first}
        cards={cards}
        month={month}
        today={today}
        readerZone={readerZone}
        wanted={view === "month"}
      >
        <MonthAgenda cards={shown} month={month} today={today} readerZone={readerZone} chips={chips} />
      </MonthFrame>
    </section>
  );
}

/** What is over this month waits behind a line of its own, so that a phone opens on today. */
function MonthAgenda({ cards, month, ...shown }: Omit<CalendarProps, "view" | "empty">) {
  const t = useTranslations("calendar");
  const current = month.first <= shown.today && shown.today <= month.last;
  const over = current ? cards.filter((card) => card.ends_local < `${shown.today}T00:00:00`) : [];
  const coming = current ? cards.filter((card) => !over.includes(card)) : cards;

  return (
    <div className="grid gap-6">
      {over.length > 0 ? (
        <details className="group/over">
          <summary className="flex min-h-11 items-center gap-2 font-medium text-jade hover:underline">
            <span aria-hidden className="transition-transform group-open/over:rotate-90">
              ›
            </span>
            {t("earlier", { count: over.length })}
          </summary>
          <div className="mt-3">
            <Agenda cards={over} level={3} from={month.first} {...shown} />
          </div>
        </details>
      ) : null}
      <Agenda cards={coming} level={3} from={current ? shown.today : month.first} {...shown} />
    </div>
  );
}
