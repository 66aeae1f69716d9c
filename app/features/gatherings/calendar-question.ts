import { type CalendarSpan, type CalendarView, calendarViews, isShownDay } from "./calendar-span";
import { kinds } from "./vocabulary";

/** What the address asks of a calendar: which days, drawn how, and which gatherings of them. */
export type CalendarQuestion = {
  on: string;
  view: CalendarView;
  organizations: string[];
  kinds: string[];
  languages: string[];
  /** Only one's own organization's. */
  ours: boolean;
  /** Of a single day, how many are passed over. */
  from: number;
};

/** Reads an address; what it does not understand counts as not said. Too much of it the database refuses in a sentence. */
export function readCalendarQuestion(search: URLSearchParams, today: string): CalendarQuestion {
  const on = search.get("on") ?? "";
  const view = calendarViews.find((known) => known === search.get("view")) ?? "month";
  const from = Number(search.get("from") ?? 0);
  return {
    on: isShownDay(on) ? on : today,
    view,
    organizations: matching(search.getAll("org"), /^[a-z0-9-]{2,40}$/),
    kinds: search.getAll("kind").filter((kind, at, all) => isKind(kind) && all.indexOf(kind) === at),
    languages: matching(search.getAll("spoken"), /^[a-z]{2,3}(-[A-Za-z0-9]{2,4})*$/),
    ours: search.has("ours"),
    from: view === "day" && Number.isInteger(from) && from > 0 && from < 1_000_000 ? from : 0,
  };
}

/** The address that asks a question; `?` alone asks for today's month. */
export function calendarAddress(question: Partial<CalendarQuestion>): string {
  const search = new URLSearchParams();
  if (question.on) search.set("on", question.on);
  if (question.view && question.view !== "month") search.set("view", question.view);
  for (const slug of question.organizations ?? []) search.append("org", slug);
  for (const kind of question.kinds ?? []) search.append("kind", kind);
  for (const tag of question.languages ?? []) search.append("spoken", tag);
  if (question.ours) search.set("ours", "1");
  if (question.from) search.set("from", String(question.from));
  return `?${search}`;
}

/** How many choices narrow the calendar. */
export function countFilters({ organizations, kinds: chosen, languages, ours }: CalendarQuestion): number {
  return organizations.length + chosen.length + languages.length + (ours ? 1 : 0);
}

/** What the database is asked for these days; `own` is the organization that "only ours" means. */
export function asDatabaseQuestion(question: CalendarQuestion, { gridFirst, gridLast }: CalendarSpan, own?: string) {
  const { organizations, kinds: chosen, languages, ours, from } = question;
  return {
    first_on: gridFirst,
    last_on: gridLast,
    filters: { organizations: ours && own ? [own] : organizations, kinds: chosen, languages },
    shown_from: from,
  };
}

function matching(values: string[], pattern: RegExp): string[] {
  return [...new Set(values)].filter((value) => pattern.test(value));
}

function isKind(kind: string): boolean {
  return kinds.some((known) => known === kind);
}
