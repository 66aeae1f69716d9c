import { commonLanguages, typedLanguages } from "~/i18n/spoken-languages";
import { refusal } from "~/platform/refusal";
import { kinds } from "../vocabulary";
import { type CalendarView, calendarViews, isShownDay } from "./span";

/** What a calendar's address says: which days, how they are shown, and what is chosen among them. */
export type CalendarAddress = {
  view: CalendarView;
  on: string;
  /** How many gatherings of a day come before the first shown. */
  from: number;
  filters: CalendarFilters;
};

/** `spoken` at the gathering: `lang` in an address is the page's own language. */
export type CalendarFilters = { org: string[]; kind: string[]; spoken: string[]; ours: boolean };

/** So many of a kind and no more; the database counts the same. */
const mostFilters = 60;

export const noFilters: CalendarFilters = { org: [], kind: [], spoken: [], ours: false };

/** Reads the address. What no calendar knows counts as not said; more filters than anybody ticks are refused. */
export function readAddress(search: URLSearchParams, today: string): CalendarAddress {
  const on = search.get("on") ?? "";
  const view = search.get("view");
  const from = search.get("from") ?? "";
  return {
    view: calendarViews.find((known) => known === view) ?? "month",
    on: isShownDay(on) ? on : today,
    from: /^\d{1,6}$/.test(from) ? Number(from) : 0,
    filters: {
      org: chosen(search, "org", (slug) => /^[a-z0-9-]{1,63}$/.test(slug)),
      kind: chosen(search, "kind", (kind) => (kinds as readonly string[]).includes(kind)),
      spoken: chosen(search, "spoken", (tag) => knownLanguages.has(tag)),
      ours: search.get("ours") === "1",
    },
  };
}

/** An address of the same page, changed; what is usual is left out. */
export function addressOf({ view, on, filters }: Omit<CalendarAddress, "from">, from = 0): string {
  const search = new URLSearchParams();
  search.set("view", view);
  search.set("on", on);
  for (const name of ["org", "kind", "spoken"] as const) for (const value of filters[name]) search.append(name, value);
  if (filters.ours) search.set("ours", "1");
  if (from > 0) search.set("from", String(from));
  return `?${search}`;
}

/** The filters as the database takes them, for a reader who has an organization of their own or not. */
export function askedFilters({ org, kind, spoken, ours }: CalendarFilters, own?: string) {
  return { organizations: ours && own ? [own] : org, kinds: kind, languages: spoken };
}

export function anyFilter({ org, kind, spoken, ours }: CalendarFilters): boolean {
  return ours || org.length + kind.length + spoken.length > 0;
}

const knownLanguages: ReadonlySet<string> = new Set([...commonLanguages, ...typedLanguages]);

function chosen(search: URLSearchParams, name: string, isKnown: (value: string) => boolean): string[] {
  const said = search.getAll(name);
  if (said.length > mostFilters) throw refusal({ key: "too_many_filters" }, 422);
  return [...new Set(said)].filter(isKnown);
}
