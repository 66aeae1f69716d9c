import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import { groupByDay } from "./agenda-days";
import type { CalendarPage, Card } from "./card";

export type CalendarEvent = {
  id: string;
  title: string;
  start: string;
  end: string;
  /** Empty for what stands for the rest of a day. */
  url: string;
  editable: boolean;
  /** Last on its day, for what stands for the rest of it. */
  place: number;
  extendedProps: { card: Card | null; crowded: boolean; more: number };
};

/** More than so many on a day, and each gets one line of title. */
const fewOnADay = 2;

/**
 * Gatherings as the sheets take them, and a count where a day holds more than is listed. Times are the wall times of each
 * place and are given to a calendar that stands still at UTC, so that no clock change moves an event to another day.
 * Those of the organization that `writes` names may be dragged.
 */
export function asCalendarEvents(
  { gatherings, counts }: Pick<CalendarPage, "gatherings" | "counts">,
  locale: Locale,
  writes: string | null,
): CalendarEvent[] {
  const days = groupByDay(gatherings);
  const crowded = new Set(days.filter((day) => day.cards.length > fewOnADay).map(({ on }) => on));
  const events = gatherings.map((card) => ({
    id: card.id,
    title: pickText(card.title, locale).text,
    start: `${card.starts_local.slice(0, 19)}Z`,
    end: `${endOf(card).slice(0, 19)}Z`,
    url: `/gatherings/${card.id}`,
    editable: card.organization.slug === writes && card.state !== "cancelled",
    place: 0,
    extendedProps: { card, crowded: crowded.has(card.starts_local.slice(0, 10)), more: 0 },
  }));
  const rests = days.flatMap(({ on, cards }) => {
    const more = (counts[on] ?? 0) - cards.length;
    return more > 0 ? [restOf(on, more)] : [];
  });
  return [...events, ...rests];
}

function restOf(on: string, more: number): CalendarEvent {
  return {
    id: `rest of ${on}`,
    title: "",
    start: `${on}T23:00:00Z`,
    end: `${on}T23:59:00Z`,
    url: "",
    editable: false,
    place: 1,
    extendedProps: { card: null, crowded: true, more },
  };
}

/** In a repeated hour the clock on the wall can end before it starts; the day is what counts here. */
function endOf({ starts_local, ends_local }: Card): string {
  return ends_local > starts_local ? ends_local : starts_local;
}
