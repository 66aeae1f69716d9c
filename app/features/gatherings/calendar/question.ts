import type { CalendarQuestion } from "../queries.server";
import { askedFilters, type CalendarAddress, readAddress } from "./address";
import { type CalendarSpan, spanAround } from "./span";

type Asked = { url: string; today: string; weekBegins: string; own?: string };

/** What an address asks for: the days to show, and the question to the database, for the days that are drawn alone. */
export function readQuestion({ url, today, weekBegins, own }: Asked): {
  address: CalendarAddress;
  span: CalendarSpan;
  weekBegins: number;
  question: CalendarQuestion;
} {
  const address = readAddress(new URL(url).searchParams, today);
  const firstDay = weekdayNamed(weekBegins);
  const span = spanAround(address.view, address.on, firstDay);
  const question = {
    ...{ first_on: span.gridFirst, last_on: span.gridLast, shown_from: address.from },
    filters: askedFilters(address.filters, own),
  };
  return { address, span, weekBegins: firstDay, question };
}

/** The day on which weeks begin, as a language's own file names it; 0 is Sunday. */
export function weekdayNamed(name: string): number {
  return weekDays[name] ?? 0;
}

const weekDays: Record<string, number> = { sunday: 0, monday: 1, saturday: 6 };
