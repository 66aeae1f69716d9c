import FullCalendar, { type DateSelectInfo, type EventApi, type EventClickInfo } from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import interaction from "@fullcalendar/react/interaction";
import korean from "@fullcalendar/react/locales/ko";
import classic from "@fullcalendar/react/themes/classic";
import timeGrid from "@fullcalendar/react/timegrid";
import { useNavigate } from "@remix-run/react";
import { useCallback, useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { intlTag } from "~/i18n/intl-tag";
import { addDays } from "~/platform/days";
import type { Card, Due } from "../card";
import { SheetDue } from "./sheet-due";
import { SheetEvent } from "./sheet-event";
import { asSheetEvents, type SheetEvent as Event } from "./sheet-events";
import { type CalendarSpan, weekNumber } from "./span";
import type { Moves } from "./use-moves";
import { searchOfSpan } from "./values-from-calendar";
import "./sheet.css";

export type SheetProps = {
  cards: Card[];
  /** What is due on these days. */
  dues: Due[];
  /** How many more a day has than the cards. */
  rest: Record<string, number>;
  /** The version of each that the reader may write. */
  versions: Record<string, number>;
  span: CalendarSpan;
  weekBegins: number;
  today: string;
  readerZone: string | undefined;
  /** The organization whose gatherings the reader may move and add to. */
  writesFor: string | undefined;
  moves: Moves;
  /** Where a day, or a week around it, is shown for itself. */
  addressOf: (view: "day" | "week", on: string) => string;
};

// New arrays in every render would make the calendar begin again for ever.
const plugins = [dayGrid, timeGrid, interaction, classic];
const locales = [korean];

/** A month as a sheet of weeks, or a week as a sheet of hours. Every gathering is a link; one's own can be dragged. */
export function Sheet({
  cards,
  dues,
  rest,
  versions,
  span,
  weekBegins,
  today,
  readerZone,
  writesFor,
  moves,
  addressOf,
}: SheetProps) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const navigate = useNavigate();
  const { shown, busy } = moves;
  const capped = Object.keys(rest).length > 0;

  const events = useMemo(
    () =>
      asSheetEvents(
        cards.map((card) => (card.id === shown?.card.id ? { ...card, ...timesOf(shown) } : card)),
        {
          ...{ locale, dues, rest, hours: span.view === "week" },
          movable: ({ id, organization, state }) =>
            !busy && id in versions && organization.slug === writesFor && state !== "cancelled",
          addressOfDay: (on) => addressOf("day", on),
        },
      ),
    [cards, dues, shown, busy, locale, rest, span.view, versions, writesFor, addressOf],
  );

  const open = useCallback(
    ({ event, jsEvent }: EventClickInfo) => {
      if (jsEvent.metaKey || jsEvent.ctrlKey || jsEvent.shiftKey || jsEvent.button !== 0) return;
      jsEvent.preventDefault();
      navigate(event.url, { preventScrollReset: event.url.startsWith("?") });
    },
    [navigate],
  );

  const show = useCallback(
    ({ event }: { event: EventApi }) => {
      // Hours that are just being drawn are no gathering yet.
      const drawn = event.extendedProps as Event["extendedProps"] | Record<string, never>;
      if (!("last" in drawn)) return null;
      if (drawn.last)
        return <span className="text-sm font-semibold text-jade">{t("more", { count: drawn.rest })}</span>;
      if ("due" in drawn) return <SheetDue due={drawn.due} />;
      const { card, crowded, alone, short } = drawn;
      return <SheetEvent {...{ card, crowded, alone, short, readerZone }} />;
    },
    [readerZone, t],
  );

  /** The calendar's own move is taken back at once: what is shown as moved follows from what was asked and answered. */
  function move({ event, revert }: { event: EventApi; revert: () => void }) {
    const { start, end, allDay } = event;
    const drawn = event.extendedProps as Event["extendedProps"];
    revert();
    if (!start || !end || allDay || !("card" in drawn)) return;
    const version = versions[drawn.card.id];
    if (version !== undefined)
      moves.propose({ card: drawn.card, version, starts_local: wall(start), ends_local: wall(end) });
  }

  function add({ start, end, allDay }: DateSelectInfo) {
    const last = addDays(wall(end).slice(0, 10), -1);
    const first = wall(start).slice(0, 10);
    const days = last > first ? `?on=${first}&until=${last}` : `?on=${first}`;
    const chosen = allDay ? days : searchOfSpan({ starts: wall(start), ends: wall(end) });
    navigate(`/o/${writesFor}/gatherings/new${chosen}`);
  }

  return (
    <FullCalendar
      plugins={plugins}
      locales={locales}
      locale={intlTag(locale)}
      timeZone="UTC"
      now={today}
      initialView={span.view === "week" ? "timeGridWeek" : "dayGridMonth"}
      initialDate={span.first}
      firstDay={weekBegins}
      fixedWeekCount={false}
      headerToolbar={false}
      height="100%"
      events={events}
      eventOrder="last,start,title"
      eventDisplay="block"
      eventContent={show}
      eventClick={open}
      eventClass="month-event"
      rowEventClass="min-h-6"
      columnEventClass="rounded-md border border-line"
      rowMoreLinkClass="min-h-6 font-semibold text-jade hover:underline"
      dayMaxEvents={!capped}
      moreLinkText={(count) => t("more", { count })}
      moreLinkHint={(count) => t("moreHint", { count })}
      eventsHint={t("gatherings")}
      closeHint={t("close")}
      popoverClass="max-w-80 max-h-96 overflow-y-auto"
      navLinks={span.view === "month"}
      navLinkHint={(text) => text}
      navLinkDayClick={(date) => navigate(addressOf("day", wall(date).slice(0, 10)), { preventScrollReset: true })}
      navLinkWeekClick={(date) => navigate(addressOf("week", wall(date).slice(0, 10)), { preventScrollReset: true })}
      weekNumbers
      weekNumberCalculation={(date) => weekNumber(wall(date).slice(0, 10), weekBegins)}
      weekTextShort={t("weekShort")}
      allDaySlot={capped}
      allDayText=""
      scrollTime="08:00:00"
      eventDrop={move}
      eventResize={move}
      selectable={writesFor !== undefined}
      selectMirror
      select={add}
      unselectAuto
    />
  );
}

function timesOf({ starts_local, ends_local }: { starts_local: string; ends_local: string }) {
  return { starts_local, ends_local };
}

/** The calendar stands still at UTC: what its clock shows there is the wall time. */
function wall(date: Date): string {
  return date.toISOString().slice(0, 19);
}
