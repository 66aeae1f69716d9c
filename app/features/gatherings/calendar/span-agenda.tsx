import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatMonth } from "~/platform/time";
import { Agenda } from "../agenda";
import type { Card, Due } from "../card";
import type { CalendarSpan } from "./span";

type SpanAgendaProps = {
  cards: Card[];
  /** What is due on these days. */
  dues: Due[];
  /** How many more a day has than the cards. */
  rest: Record<string, number>;
  span: CalendarSpan;
  today: string;
  readerZone: string | undefined;
  chips: boolean;
  addressOfDay: (on: string) => string;
  /** Where the next days are. */
  ahead: string | undefined;
};

/** More than so many gatherings, and each gets one line. */
const fewEnough = 60;

/** The days as a list. What is over this month waits behind a line of its own, so that a phone opens on today; at its end stands the month after. */
export function SpanAgenda({ cards, dues, rest, span, addressOfDay, ahead, ...shown }: SpanAgendaProps) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const { today } = shown;
  const ofMonth = span.view === "month" || span.view === "agenda";
  const current = ofMonth && span.first <= today && today <= span.last;
  const over = current ? cards.filter((card) => card.ends_local < `${today}T00:00:00`) : [];
  const overDues = current ? dues.filter((due) => due.due_local < `${today}T00:00:00`) : [];
  const comingDues = dues.filter((due) => !overDues.includes(due));
  const coming = current ? cards.filter((card) => !over.includes(card)) : cards;
  const list = {
    ...{ ...shown, level: 3 as const, lines: cards.length > fewEnough },
    more: (on: string) => {
      const count = span.view === "day" ? undefined : rest[on];
      return count ? { count, to: addressOfDay(on) } : undefined;
    },
  };

  return (
    <div className="grid gap-6">
      {over.length + overDues.length > 0 ? (
        <details className="group/over">
          <summary className="flex min-h-11 items-center gap-2 font-medium text-jade hover:underline">
            <span aria-hidden className="transition-transform group-open/over:rotate-90">
              ›
            </span>
            {t("earlier", { count: over.length + overDues.length + restBetween(rest, span.first, today) })}
          </summary>
          <div className="mt-3">
            <Agenda {...list} cards={over} dues={overDues} from={span.first} />
          </div>
        </details>
      ) : null}
      <Agenda {...list} cards={coming} dues={comingDues} from={current ? today : span.first} />
      {ofMonth && ahead && cards.length + dues.length > 0 ? (
        <p className="flex flex-wrap items-center gap-x-4">
          {coming.length + comingDues.length === 0 ? <span className="text-soft">{t("nothingMore")}</span> : null}
          <Link to={ahead} className="link inline-flex min-h-11 items-center font-medium">
            {t("lookAhead", { month: formatMonth(span.next ?? span.last, locale) })}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

/** How many more there are from one day to before another. */
export function restBetween(rest: Record<string, number>, first: string, before: string): number {
  return Object.entries(rest).reduce((sum, [on, count]) => (on >= first && on < before ? sum + count : sum), 0);
}
