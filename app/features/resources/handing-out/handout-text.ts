import { pickText } from "~/i18n/pick-text";
import { registrationPassages } from "~/platform/registration-sentences";
import { formatDay, formatShortDay, formatZone } from "~/platform/time";
import { cutText } from "./cut-text";
import type { Facts } from "./facts";
import { weekInWords } from "./hours-in-words";
import {
  addressInWords,
  costInWords,
  giverOf,
  isLegal,
  languagesInWords,
  phoneInWords,
  readersInWords,
  registersVoters,
  type Writing,
} from "./words";

type Said = { text: string; lang: string };

/** A handout in one of its languages. */
export type HandoutText = {
  language: string;
  giver: string;
  name: Said;
  forWhom: string | null;
  state: string | null;
  description: Said | null;
  byMachine: string | null;
  phones: { label: string; number: string }[];
  facts: { about: string; label: string; text: string; lang: string }[];
  legal: string[];
  validity: { text: string; stale: boolean };
  scan: string;
  /** Where not everything has room. */
  scanForMore: string;
  /** In the language of the reader the foot of the page says it. */
  demonstration: string | null;
};

/** Writes a handout in one language. Texts that are not there in it are left to the language that has them. */
export function writeHandout(
  facts: Facts,
  writing: Writing & { isFirst: boolean; demonstration: boolean },
): HandoutText {
  const { locale, t, isFirst, demonstration } = writing;
  const inWords = (texts: Record<string, string>, room: number): Said | null => {
    const { text, lang } = pickText(texts, locale);
    return text && (isFirst || lang === locale) ? { text: cutText(text, room), lang } : null;
  };
  const description = inWords(facts.description, 620);
  const shown = [pickText(facts.name, locale).lang, description?.lang].filter(Boolean);
  const fact = (label: "documents" | "forWhom", texts: Record<string, string>) => {
    const said = inWords(texts, 240);
    return said
      ? [{ about: label, label: t(`handingOut.${label}`), ...said, text: said.text.replaceAll("\n", " · ") }]
      : [];
  };
  const plain = (label: "hours" | "languages" | "cost" | "area" | "place", text: string) =>
    text ? [{ about: label, label: t(`handingOut.${label}`), text, lang: locale }] : [];
  return {
    language: locale,
    giver: giverOf(facts, locale),
    name: pickText(facts.name, locale),
    forWhom: readersInWords(facts, writing),
    state: facts.state === "paused" || facts.state === "closed" ? t(`handingOut.${facts.state}`) : null,
    description,
    byMachine: facts.by_machine.some((tag) => shown.includes(tag)) ? t("handingOut.byMachine") : null,
    phones: facts.phones.slice(0, 3).map((phone) => ({
      label: pickText(phone.label, locale).text,
      number: phoneInWords(phone, writing),
    })),
    facts: [
      ...plain("hours", hoursOf(facts, writing)),
      ...plain("languages", cutText(languagesInWords(facts, writing), 160)),
      ...plain("cost", cutText(costInWords(facts, writing), 160)),
      ...fact("documents", facts.required_documents),
      ...fact("forWhom", facts.eligibility),
      ...plain("area", cutText(facts.area_served.join(", "), 120)),
      ...plain("place", cutText(facts.places.slice(0, 2).map(addressInWords).join("\n"), 200)),
    ],
    legal: legalOf(facts, writing),
    validity: validityOf(facts, writing),
    scan: t("handingOut.scan"),
    scanForMore: t("handingOut.scanForMore"),
    demonstration: demonstration && !isFirst ? t("shell.demonstration") : null,
  };
}

/** What stands on every handout of such help: a wrong signature or a false lawyer can cost everything. */
export function warningsOf(services: Facts[], writings: Writing[]): Said[] {
  return [
    ...(services.some(registersVoters) ? registrationPassages() : []),
    ...(services.some(isLegal) ? writings.map(({ locale, t }) => ({ lang: locale, text: t("handingOut.fraud") })) : []),
  ];
}

/** Until when it is believed; of what nobody has made sure of in time, to confirm it first. */
export function validityOf({ stale, verify_by }: Pick<Facts, "stale" | "verify_by">, { locale, t }: Writing) {
  const isStale = stale || !verify_by;
  return {
    text: isStale ? t("handingOut.confirm") : t("handingOut.validTo", { day: formatDay(verify_by, locale) }),
    stale: isStale,
  };
}

function hoursOf(facts: Facts, writing: Writing): string {
  const { locale, t } = writing;
  const week = weekInWords(facts.schedules, writing).slice(0, 5);
  if (week.length === 0) return "";
  const days = facts.closures.slice(0, 3).map(({ closed_on }) => formatShortDay(closed_on, locale));
  const closed = days.length > 0 ? [t("handingOut.closedOn", { days: days.join(", ") })] : [];
  return [`${week.join("\n")} (${formatZone(facts.time_zone, locale)})`, ...closed].join("\n");
}

function legalOf(facts: Facts, { locale, t }: Writing): string[] {
  if (!isLegal(facts)) return [];
  const { credential, credential_checked_on: checked, information_as_of: asOf, jurisdiction } = facts;
  return [
    credential ? t(`handingOut.credentials.${credential}`) : "",
    credential && credential !== "none" && checked
      ? t("handingOut.checkedOn", { day: formatDay(checked, locale) })
      : "",
    asOf && jurisdiction
      ? t("handingOut.asOf", { day: formatDay(asOf, locale), jurisdiction: cutText(jurisdiction, 80) })
      : asOf
        ? t("handingOut.asOfAlone", { day: formatDay(asOf, locale) })
        : "",
  ].filter(Boolean);
}
