import { formatList } from "~/i18n/format-list";
import { nameLanguage } from "~/i18n/name-language";
import { nameOf, shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import type { translatorFor } from "~/i18n/translator.server";
import type { Organization } from "~/platform/fellows";
import { registrationPassages } from "~/platform/registration-sentences";
import { formatDay, formatShortDay, formatTimes, formatZone } from "~/platform/time";
import { groupByDay } from "../agenda-days";
import type { CalendarSpan } from "../calendar/span";
import type { Card } from "../card";
import { chooseFor, type Readership } from "./week-choice";

/** One gathering of the week, in sentences. */
export type WeekItem = {
  id: string;
  url: string;
  /** When on that day, with the zone where it is another than the organization's. */
  times: string;
  title: { text: string; lang: string };
  /** That it is cancelled or a draft; what is scheduled needs no word. */
  state: string | null;
  /** Area, organization, languages; and who may know of it where not everyone may. */
  facts: string[];
  warning: { lang: string; text: string }[];
};

/** A week as it is printed and copied: in one language, whatever the page's own. */
export type WeekSheet = {
  language: Locale;
  title: string;
  /** The days, and the zone of the hours below them. */
  span: string;
  /** Who may read it, where not everyone may. */
  confidence: string | null;
  days: { on: string; day: string; items: WeekItem[] }[];
  empty: string;
  /** That a calendar this full is not all on the page. */
  notAll: string | null;
  /** What the demonstration is not. */
  demonstration: string | null;
};

type Given = {
  cards: Card[];
  /** Whether the calendar held more than it gave. */
  more: boolean;
  week: CalendarSpan;
  organization: Pick<Organization, "display_name" | "short_name" | "korean_name"> & { time_zone: string };
  readership: Readership;
  language: Locale;
  names: Record<string, string>;
  t: ReturnType<typeof translatorFor>;
  site: string;
  demonstration: boolean;
};

/** Writes the sheet of a week. It is made of cards alone: no address, link or note can be on it. */
export function writeWeek(given: Given): WeekSheet {
  const { cards, week, organization, readership, language, t } = given;
  const name = nameOf(organization, language);
  const days = groupByDay(chooseFor(readership, cards), week.first);
  return {
    language,
    title: t("week.of", { organization: name }),
    span: `${formatShortDay(week.first, language)} – ${formatShortDay(week.last, language)} (${formatZone(
      organization.time_zone,
      language,
      `${week.first}T12:00:00Z`,
    )})`,
    confidence: confidenceOf(readership, name, t),
    days: days.map(({ on, cards: found }) => ({
      on,
      day: formatDay(on, language),
      items: found.map((card) => itemOf(card, on, given)),
    })),
    empty: t("week.empty"),
    notAll: given.more ? t("week.notAll") : null,
    demonstration: given.demonstration ? t("shell.demonstration") : null,
  };
}

function confidenceOf(readership: Readership, organization: string, t: Given["t"]): string | null {
  if (readership === "everyone") return null;
  return readership === "us" ? t("week.usMeans", { organization }) : t("week.coalitionMeans");
}

function itemOf(card: Card, on: string, { organization, readership, language, names, t, site }: Given): WeekItem {
  const elsewhere = card.time_zone !== organization.time_zone;
  const times = [
    formatTimes(card, language) + (elsewhere ? ` (${formatZone(card.time_zone, language, card.starts_at)})` : ""),
    card.starts_local.slice(0, 10) < on ? t("week.since", { day: formatShortDay(card.starts_local, language) }) : "",
  ];
  const facts = [
    card.area ?? "",
    shortNameOf(card.organization, language),
    formatList(
      card.languages.map((tag) => nameLanguage(tag, names)),
      language,
    ),
    readership === "everyone" ? "" : t(`audience.${card.audience}`),
  ];
  return {
    id: card.id,
    url: `${site}/gatherings/${card.id}`,
    times: times.filter(Boolean).join(", "),
    title: pickText(card.title, language),
    state: card.state === "scheduled" ? null : t(`state.${card.state}`),
    facts: facts.filter(Boolean),
    warning: card.kind === "registration_drive" ? registrationPassages() : [],
  };
}
