import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import { groupByDay } from "../agenda-days";
import type { Card, Due } from "../card";

export type SheetEvent = {
  id: string;
  title: string;
  start: string;
  end?: string;
  allDay?: boolean;
  url: string;
  editable: boolean;
  extendedProps:
    | { last: 0; card: Card; alone: boolean; crowded: boolean; short: boolean }
    | { last: 0; due: Due }
    | { last: 1; rest: number };
};

type SheetEventsOptions = {
  locale: Locale;
  /** Whether the reader may give a gathering another time. */
  movable: (card: Card) => boolean;
  /** What is due on these days. */
  dues?: Due[];
  /** How many more a day has than those given. */
  rest: Record<string, number>;
  /** Whether a gathering is as high as it is long. */
  hours: boolean;
  addressOfDay: (on: string) => string;
};

const anHour = 60 * 60_000;

/** More than so many on a day, and each gets one line of title. */
const fewOnADay = 2;

/**
 * Gatherings as the sheet takes them, and a link for what a day has more. Times are the wall times of each place and are
 * given to a calendar that stands still at UTC, so that no clock change moves an event to another day.
 */
export function asSheetEvents(
  cards: Card[],
  { locale, movable, dues = [], rest, hours, addressOfDay }: SheetEventsOptions,
): SheetEvent[] {
  const days = groupByDay(cards);
  const crowded = new Set(days.filter((day) => day.cards.length > fewOnADay).map(({ on }) => on));
  const alone = new Set(days.filter((day) => day.cards.length === 1).map(({ on }) => on));
  const shown = cards.map((card): SheetEvent => {
    const on = card.starts_local.slice(0, 10);
    const plain = card.ends_local > card.starts_local;
    return {
      id: card.id,
      title: pickText(card.title, locale).text,
      start: `${card.starts_local.slice(0, 19)}Z`,
      // In a repeated hour the clock on the wall can end before it starts; the day is what counts here.
      end: `${(plain ? card.ends_local : card.starts_local).slice(0, 19)}Z`,
      url: `/gatherings/${card.id}`,
      editable: plain && movable(card),
      extendedProps: { last: 0, card, alone: alone.has(on), crowded: crowded.has(on), short: hours && isShort(card) },
    };
  });
  const counted = Object.entries(rest).map(
    ([on, count]): SheetEvent => ({
      ...{ id: `rest ${on}`, title: "", start: on, allDay: true, url: addressOfDay(on), editable: false },
      extendedProps: { last: 1, rest: count },
    }),
  );
  const due = dues.map(
    (one): SheetEvent => ({
      id: `due-${one.id}`,
      title: pickText(one.title, locale).text,
      start: `${one.due_local.slice(0, 19)}Z`,
      end: endOfDue(one),
      url: `/items/${one.id}`,
      editable: false,
      extendedProps: { last: 0, due: one },
    }),
  );
  return [...shown, ...due, ...counted];
}

/** A moment is as high as its two lines, and never reaches into the day after. */
function endOfDue({ due_local }: Due): string {
  const start = Date.parse(`${due_local.slice(0, 19)}Z`);
  const midnight = Date.parse(`${due_local.slice(0, 10)}T00:00:00Z`) + 24 * anHour;
  return new Date(Math.min(start + anHour, midnight)).toISOString();
}

/** Not longer than an hour: three small lines have room. */
function isShort({ starts_local, ends_local }: Card): boolean {
  const minutes = (Date.parse(`${ends_local.slice(0, 19)}Z`) - Date.parse(`${starts_local.slice(0, 19)}Z`)) / 60_000;
  return minutes <= 60;
}
