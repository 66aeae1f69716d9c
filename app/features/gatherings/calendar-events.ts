import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import { groupByDay } from "./agenda-days";
import type { Card } from "./card";

export type CalendarEvent = {
  id: string;
  title: string;
  start: string;
  end: string;
  url: string;
  extendedProps: { card: Card; crowded: boolean };
};

/** More than so many on a day, and each gets one line of title. */
const fewOnADay = 2;

/**
 * A gathering as the month view takes it. Times are the wall times of each place and are given to a calendar that stands
 * still at UTC, so that no clock change moves an event to another day.
 */
export function asCalendarEvents(cards: Card[], locale: Locale): CalendarEvent[] {
  const days = groupByDay(cards);
  const crowded = new Set(days.filter((day) => day.cards.length > fewOnADay).map(({ on }) => on));
  return cards.map((card) => ({
    id: card.id,
    title: pickText(card.title, locale).text,
    start: `${card.starts_local.slice(0, 19)}Z`,
    end: `${endOf(card).slice(0, 19)}Z`,
    url: `/gatherings/${card.id}`,
    extendedProps: { card, crowded: crowded.has(card.starts_local.slice(0, 10)) },
  }));
}

/** In a repeated hour the clock on the wall can end before it starts; the day is what counts here. */
function endOf({ starts_local, ends_local }: Card): string {
  return ends_local > starts_local ? ends_local : starts_local;
}
