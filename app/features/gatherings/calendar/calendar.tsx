import { type ReactNode, useCallback, useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { addDays } from "~/platform/days";
import type { Organization } from "~/platform/fellows";
import { formatDay, formatMonth, formatShortDay } from "~/platform/time";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { between, unshownByDay } from "../agenda-days";
import type { CalendarPage } from "../card";
import { addressOf, anyFilter, type CalendarAddress, noFilters } from "./address";
import { DayPages } from "./day-pages";
import { Filters } from "./filters";
import { MoveQuestion } from "./move-question";
import { MoveReport } from "./move-report";
import { SheetFrame } from "./sheet-frame";
import { type CalendarSpan, weekNumber } from "./span";
import { restBetween, SpanAgenda } from "./span-agenda";
import { Toolbar } from "./toolbar";
import { useMoves } from "./use-moves";

type CalendarProps = {
  page: CalendarPage;
  address: CalendarAddress;
  span: CalendarSpan;
  weekBegins: number;
  today: string;
  readerZone: string | undefined;
  /** The organization whose calendar it is, and whether the reader may write for it. */
  own?: Pick<Organization, "slug" | "short_name" | "display_name" | "korean_name"> & { canWrite: boolean };
  /** Whether each gathering says who can see it. */
  chips: boolean;
  /** What appears here, and what one can do, when there is nothing. */
  empty: { text: string; action: ReactNode };
};

/**
 * Days of gatherings: a list from the server at every width, and on wide screens with JavaScript a month or a week as a
 * sheet in its place. Style alone chooses before anything is loaded, so that nothing jumps.
 */
export function Calendar({ page, address, span, own, empty, ...shown }: CalendarProps) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const moves = useMoves(own?.slug);
  const { view, on, from, filters } = address;
  const { gatherings, counts, total } = page;
  const cards = between(gatherings, span.first, span.last);
  const dues = page.items.filter(({ due_local }) => due_local >= span.first && due_local.slice(0, 10) <= span.last);
  const rest = useMemo(() => unshownByDay(gatherings, counts, span.gridFirst), [gatherings, counts, span.gridFirst]);
  const filterKey = JSON.stringify(filters);
  const addressOfDay = useCallback(
    (view: "day" | "week", on: string) => addressOf({ view, on, filters: JSON.parse(filterKey) }),
    [filterKey],
  );
  const count = view === "day" ? total : cards.length + restBetween(rest, span.first, addDays(span.last, 1));
  const filtered = anyFilter(filters);

  return (
    <section aria-labelledby="days">
      <Toolbar address={address} span={span} today={shown.today} />
      <Filters address={address} organizations={page.organizations} hasOwn={own !== undefined} />
      <div className="mt-4 mb-5 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="days" className="text-xl font-bold">
          <SpanTitle span={span} weekBegins={shown.weekBegins} />
        </h2>
        <p className="text-soft">{t("count", { count })}</p>
      </div>
      {own?.canWrite ? (
        <>
          <MoveReport moves={moves} slug={own.slug} versions={page.versions} />
          <MoveQuestion moves={moves} organization={shortNameOf(own, locale)} />
        </>
      ) : null}
      {cards.length + dues.length === 0 && from === 0 ? (
        <div className="mb-6">
          <EmptyState
            title={t(filtered ? "emptyFiltered" : emptyTitles[view], { month: formatMonth(span.first, locale) })}
            action={
              filtered ? (
                <LinkButton to={addressOf({ view, on, filters: noFilters })} variant="quiet" preventScrollReset>
                  {t("clearFilters")}
                </LinkButton>
              ) : (
                empty.action
              )
            }
          >
            {filtered ? t("emptyFilteredText") : empty.text}
          </EmptyState>
        </div>
      ) : null}
      <SheetFrame
        key={`${span.view} ${span.first}`}
        {...{ ...shown, rest, span, moves }}
        cards={gatherings}
        dues={page.items}
        versions={page.versions}
        writesFor={own?.canWrite ? own.slug : undefined}
        addressOf={addressOfDay}
      >
        <SpanAgenda
          {...{ cards, dues, rest, span, ...shown }}
          addressOfDay={(on) => addressOfDay("day", on)}
          ahead={span.next ? addressOf({ view, on: span.next, filters }) : undefined}
        />
      </SheetFrame>
      {page.items.length >= mostDue ? <p className="mt-4 text-soft">{t("manyDue", { count: mostDue })}</p> : null}
      {view === "day" ? <DayPages address={address} total={total} /> : null}
    </section>
  );
}

/** The database gives so many moments at most. */
const mostDue = 200;

const emptyTitles = { month: "emptyTitle", agenda: "emptyTitle", week: "emptyWeek", day: "emptyDay" } as const;

function SpanTitle({ span, weekBegins }: { span: CalendarSpan; weekBegins: number }) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  if (span.view === "day") return formatDay(span.first, locale);
  if (span.view !== "week") return formatMonth(span.first, locale);
  return (
    <>
      {t("weekOf", {
        year: span.last.slice(0, 4),
        first: formatShortDay(span.first, locale),
        last: formatShortDay(span.last, locale),
      })}{" "}
      <span className="text-base font-normal text-soft">
        {t("weekNumber", { number: String(weekNumber(span.first, weekBegins)) })}
      </span>
    </>
  );
}
