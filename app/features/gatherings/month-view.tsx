import FullCalendar, { type EventClickInfo, type EventDisplayInfo } from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import korean from "@fullcalendar/react/locales/ko";
import classic from "@fullcalendar/react/themes/classic";
import { useNavigate } from "@remix-run/react";
import { useCallback, useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { asCalendarEvents, type CalendarEvent } from "./calendar-events";
import type { CalendarMonth } from "./calendar-month";
import type { Card } from "./card";
import { MonthEvent } from "./month-event";
import "./month-view.css";

export type MonthViewProps = {
  cards: Card[];
  month: CalendarMonth;
  today: string;
  readerZone: string | undefined;
};

// New arrays in every render would make the calendar begin again for ever.
const plugins = [dayGrid, classic];
const locales = [korean];

/** The month as a sheet of weeks. Every gathering is a link to its page; what does not fit a day opens from a count. */
export function MonthView({ cards, month, today, readerZone }: MonthViewProps) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const navigate = useNavigate();
  const events = useMemo(() => asCalendarEvents(cards, locale), [cards, locale]);

  const open = useCallback(
    ({ event, jsEvent }: EventClickInfo) => {
      if (jsEvent.metaKey || jsEvent.ctrlKey || jsEvent.shiftKey || jsEvent.button !== 0) return;
      jsEvent.preventDefault();
      navigate(event.url);
    },
    [navigate],
  );

  const show = useCallback(
    ({ event }: EventDisplayInfo) => (
      <MonthEvent {...(event.extendedProps as CalendarEvent["extendedProps"])} readerZone={readerZone} />
    ),
    [readerZone],
  );

  return (
    <FullCalendar
      plugins={plugins}
      locales={locales}
      locale={locale}
      timeZone="UTC"
      now={today}
      initialView="dayGridMonth"
      initialDate={month.first}
      firstDay={0}
      fixedWeekCount={false}
      headerToolbar={false}
      height="100%"
      events={events}
      eventOrder="start,title"
      eventDisplay="block"
      eventContent={show}
      eventClick={open}
      eventClass="month-event"
      rowEventClass="min-h-6"
      rowMoreLinkClass="min-h-6 font-semibold text-jade hover:underline"
      dayMaxEvents
      moreLinkText={(count) => t("more", { count })}
      moreLinkHint={(count) => t("moreHint", { count })}
      eventsHint={t("gatherings")}
      closeHint={t("close")}
      popoverClass="max-w-80 max-h-96 overflow-y-auto"
      navLinkHint={(text) => text}
    />
  );
}
