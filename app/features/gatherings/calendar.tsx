import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay, formatMonth, formatShortDay } from "~/platform/time";
import { Agenda } from "./agenda";
import { between, groupByDay } from "./agenda-days";
import { CalendarFilters } from "./calendar-filters";
import type { CalendarProps } from "./calendar-props";
import { type CalendarQuestion, calendarAddress, countFilters } from "./calendar-question";
import type { CalendarSpan } from "./calendar-span";
import { CalendarToolbar } from "./calendar-toolbar";
import type { CalendarPage } from "./card";
import { SheetFrame } from "./sheet-frame";

/**
 * Gatherings of a month, a week or a day: an agenda from the server at every width, and on wide screens with JavaScript a
 * sheet in its place. Style alone chooses before anything is loaded, so that nothing jumps.
 */
export function Calendar({ page, empty, ...shown }: CalendarProps) {
  const t = useTranslations("calendar");
  const { span, question, own } = shown;
  const cards = between(page.gatherings, span.first, span.last);
  const count = countIn(page, span);
  const sheet = question.view === "month" || question.view === "week" ? question.view : null;

  return (
    <section aria-labelledby="span">
      <CalendarToolbar span={span} question={question} />
      <CalendarFilters question={question} organizations={page.organizations} ours={own !== null} />
      <div className="mt-4 mb-5 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="span" className="text-xl font-bold">
          <SpanName span={span} view={question.view} />
        </h2>
        <p className="text-soft">{t("count", { count })}</p>
      </div>
      {count === 0 ? (
        <div className="mb-6">{countFilters(question) > 0 ? <NoneChosen question={question} /> : empty}</div>
      ) : null}
      {sheet ? (
        <SheetFrame key={`${sheet} ${span.first}`} view={sheet} page={page} {...shown}>
          <SpanAgenda page={{ ...page, gatherings: cards }} {...shown} />
        </SheetFrame>
      ) : (
        <SpanAgenda page={{ ...page, gatherings: cards }} {...shown} />
      )}
      {question.view === "day" ? <DayPages page={page} question={question} /> : null}
    </section>
  );
}

/** How many there are on the days shown, also where not all of them are. */
function countIn({ gatherings, counts }: CalendarPage, { first, last }: CalendarSpan): number {
  const days = groupByDay(between(gatherings, first, last), first);
  return days.reduce((sum, { on, cards }) => sum + (counts[on] ?? cards.length), 0);
}

function SpanName({ span, view }: { span: CalendarSpan; view: CalendarQuestion["view"] }) {
  const locale = useLocale();
  if (view === "day") return formatDay(span.first, locale);
  if (view === "week")
    return `${formatShortDay(span.first, locale)} – ${formatShortDay(span.last, locale)}, ${span.last.slice(0, 4)}`;
  return formatMonth(span.first, locale);
}

function NoneChosen({ question }: { question: CalendarQuestion }) {
  const t = useTranslations("calendar");
  return (
    <p>
      {t("noneChosen")}{" "}
      <Link
        to={calendarAddress({ on: question.on, view: question.view })}
        className="link inline-flex min-h-11 items-center"
      >
        {t("showAll")}
      </Link>
    </p>
  );
}

/** What is over this month waits behind a line of its own, so that a phone opens on today. */
function SpanAgenda({ page, span, question, ...shown }: Omit<CalendarProps, "empty" | "own">) {
  const t = useTranslations("calendar");
  const cards = page.gatherings;
  const compact = Object.keys(page.counts).length > 0 && question.view !== "day";
  const folds = !compact && (question.view === "month" || question.view === "agenda");
  const current = folds && span.first <= shown.today && shown.today <= span.last;
  const over = current ? cards.filter((card) => card.ends_local < `${shown.today}T00:00:00`) : [];
  const coming = current ? cards.filter((card) => !over.includes(card)) : cards;
  const more = {
    counts: page.counts,
    compact,
    addressOf: (on: string) => calendarAddress({ ...question, on, view: "day" }),
  };

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
            <Agenda cards={over} level={3} from={span.first} {...shown} />
          </div>
        </details>
      ) : null}
      <Agenda
        cards={coming}
        level={3}
        from={current ? shown.today : span.first}
        more={question.view === "day" ? undefined : more}
        {...shown}
      />
    </div>
  );
}

/** A day of very many is turned a hundred at a time. */
function DayPages({ page, question }: { page: CalendarPage; question: CalendarQuestion }) {
  const t = useTranslations("calendar");
  const step = 100;
  const to = (from: number) => calendarAddress({ ...question, from });
  if (page.total <= step) return null;
  return (
    <nav aria-label={t("pages")} className="mt-6 flex flex-wrap items-center gap-4">
      {question.from > 0 ? (
        <Link to={to(Math.max(0, question.from - step))} className="link inline-flex min-h-11 items-center">
          {t("earlierPage")}
        </Link>
      ) : null}
      <span className="text-soft">
        {t("page", { first: question.from + 1, last: Math.min(page.total, question.from + step), total: page.total })}
      </span>
      {question.from + step < page.total ? (
        <Link to={to(question.from + step)} className="link inline-flex min-h-11 items-center">
          {t("laterPage")}
        </Link>
      ) : null}
    </nav>
  );
}
