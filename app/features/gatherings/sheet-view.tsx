import FullCalendar, {
  type DateSelectInfo,
  type EventClickInfo,
  type EventDisplayInfo,
  type EventDropInfo,
} from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import interaction from "@fullcalendar/react/interaction";
import korean from "@fullcalendar/react/locales/ko";
import classic from "@fullcalendar/react/themes/classic";
import timeGrid from "@fullcalendar/react/timegrid";
import { useNavigate } from "@remix-run/react";
import { useCallback, useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { firstWeekdayOf } from "~/i18n/locales";
import { asCalendarEvents, type CalendarEvent } from "./calendar-events";
import type { CalendarProps } from "./calendar-props";
import { type CalendarQuestion, calendarAddress } from "./calendar-question";
import { MoveDialog } from "./move-dialog";
import { SheetEvent } from "./sheet-event";
import { useMove } from "./use-move";
import "./sheet-view.css";

export type SheetViewProps = Pick<
  CalendarProps,
  "page" | "question" | "span" | "today" | "readerZone" | "chips" | "own"
> & {
  view: "month" | "week";
};

// New arrays in every render would make the calendar begin again for ever.
const plugins = [dayGrid, timeGrid, interaction, classic];
const locales = [korean];

/**
 * The month as a sheet of weeks, or a week as a sheet of hours. Every gathering is a link to its page; who may write moves
 * and lengthens what their organization owns by dragging, and begins a new one on the days or hours they select.
 */
export function SheetView({ page, question, span, today, readerZone, own, view }: SheetViewProps) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const navigate = useNavigate();
  const writes = own?.canWrite ? own.slug : null;
  const { moving, ask, confirm, withdraw, refusal } = useMove(writes);
  const events = useMemo(() => asCalendarEvents(page, locale, writes), [page, locale, writes]);

  const open = useCallback(
    ({ event, jsEvent }: EventClickInfo) => {
      if (jsEvent.metaKey || jsEvent.ctrlKey || jsEvent.shiftKey || jsEvent.button !== 0) return;
      jsEvent.preventDefault();
      navigate(event.url || calendarAddress(dayOf(question, event.startStr)));
    },
    [navigate, question],
  );

  const show = useCallback(
    ({ event }: EventDisplayInfo) => {
      const { card, crowded, more } = event.extendedProps as CalendarEvent["extendedProps"];
      if (!card) return <span className="px-1 text-sm font-semibold text-jade">{t("more", { count: more })}</span>;
      return <SheetEvent card={card} crowded={crowded} readerZone={readerZone} />;
    },
    [readerZone, t],
  );

  const move = useCallback(
    ({ event, revert }: Pick<EventDropInfo, "event" | "revert">) => {
      const { card } = event.extendedProps as CalendarEvent["extendedProps"];
      const version = card ? page.versions[card.id] : undefined;
      if (card && version !== undefined)
        ask({ card, version, starts_local: wall(event.startStr), ends_local: wall(event.endStr), revert });
    },
    [ask, page.versions],
  );

  const begin = useCallback(
    ({ startStr, endStr, allDay }: DateSelectInfo) => {
      const search = new URLSearchParams({ on: startStr.slice(0, 10) });
      if (!allDay) search.set("starts", startStr.slice(11, 16));
      if (!allDay) search.set("ends", endStr.slice(11, 16));
      navigate(`/o/${writes}/gatherings/new?${search}`);
    },
    [navigate, writes],
  );

  return (
    <>
      {refusal ? (
        <p role="alert" className="mb-3 rounded-md border-2 border-cinnabar bg-cinnabar-wash p-3 font-medium">
          {refusal}
        </p>
      ) : null}
      <FullCalendar
        plugins={plugins}
        locales={locales}
        locale={locale}
        timeZone="UTC"
        now={today}
        initialView={view === "week" ? "timeGridWeek" : "dayGridMonth"}
        initialDate={span.first}
        firstDay={firstWeekdayOf(locale)}
        fixedWeekCount={false}
        weekNumbers
        headerToolbar={false}
        height="100%"
        allDaySlot={false}
        scrollTime="08:00:00"
        nowIndicator={false}
        events={events}
        eventOrder="place,start,title"
        eventDisplay="block"
        eventContent={show}
        eventClick={open}
        eventDrop={move}
        eventResize={move}
        selectable={writes !== null}
        select={begin}
        eventClass="sheet-event"
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
      <MoveDialog moving={moving} onConfirm={confirm} onWithdraw={withdraw} />
    </>
  );
}

function dayOf(question: CalendarQuestion, startStr: string): Partial<CalendarQuestion> {
  return { ...question, on: startStr.slice(0, 10), view: "day", from: 0 };
}

/** The calendar stands still at UTC: what it calls an instant is the wall time of each place. */
function wall(utc: string): string {
  return utc.slice(0, 19);
}
