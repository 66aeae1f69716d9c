import { findLocale } from "~/i18n/locales";
import type { Locale } from "~/i18n/translation";
import type { Card } from "../card";

/** For whom a sheet of the week is: what everyone may know, what coalitions see, or all that reaches the organization. */
const readerships = ["everyone", "coalition", "us"] as const;
export type Readership = (typeof readerships)[number];

/** What the address asks for. Only what is safe in a public chat comes unasked. */
export function readWeekChoice(search: URLSearchParams, locale: Locale, coalitions: number) {
  const offered = readershipsIn(coalitions);
  return {
    offered,
    readership: offered.find((one) => one === search.get("for")) ?? "everyone",
    language: findLocale(search.get("in")) ?? locale,
  };
}

/** A sheet "for the coalition" of an organization that is in several would tell one of them about another's gatherings. */
function readershipsIn(coalitions: number): Readership[] {
  return readerships.filter((one) => one !== "coalition" || coalitions === 1);
}

/** The gatherings that such readers may know of. */
export function chooseFor(readership: Readership, cards: Card[]): Card[] {
  if (readership === "us") return cards;
  return cards.filter(
    ({ state, audience }) =>
      state !== "draft" && (audience === "everyone" || (readership === "coalition" && audience === "coalition")),
  );
}
