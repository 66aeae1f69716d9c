import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import type { translatorFor } from "~/i18n/translator.server";
import type { ReadLetter, Signatory } from "../facts";
import { formatInstant, formatInstantDay, formatMoment } from "../moments";

/** What stands on the paper of a letter, and nothing that the page of its reader does not show. */
export type LetterSheet = {
  language: Locale;
  title: string;
  lead: string;
  texts: { title: string; body: string }[];
  lists: { heading: string; note: string | null; names: string[] }[];
  facts: string[];
  notice: string | null;
  pageOf: (page: number, pages: number) => string;
  made: Date;
};

type Writing = { locale: Locale; t: ReturnType<typeof translatorFor>; demonstration: boolean; now: Date };

export function writeLetterSheet(letter: ReadLetter, { locale, t, demonstration, now }: Writing): LetterSheet {
  const { time_zone } = letter;
  const inTime = letter.signatories.filter(({ late }) => !late);
  const late = letter.signatories.filter((one) => one.late);
  const written = formatInstantDay(letter.written_at, time_zone, locale);
  const facts = [
    [t("letters.lead"), nameOf(letter.lead, locale)],
    [t("letters.deadline"), formatMoment(letter.due_local, time_zone, locale)],
    ...(letter.closed_at ? [[t("letters.closedOn"), formatInstant(letter.closed_at, time_zone, locale)]] : []),
    [t("letters.version"), t("letters.versionOf", { version: letter.version, when: written })],
    [t("letters.hash"), `SHA-256 ${letter.hash}`],
  ].map(([name, said]) => `${name}: ${said}`);
  return {
    language: locale,
    title: pickText(letter.title, locale).text,
    lead: nameOf(letter.lead, locale),
    texts: Object.keys(letter.title)
      .sort((a, b) => Number(b === locale) - Number(a === locale) || a.localeCompare(b))
      .map((tag) => ({ title: letter.title[tag] ?? "", body: letter.body[tag] ?? "" })),
    lists: [
      {
        heading: t("letters.signatories", { count: inTime.length }),
        note: inTime.length > 0 ? t("letters.orderSaid", { order: letter.order }) : t("letters.signatoriesNone"),
        names: inTime.map(inBothScripts),
      },
      ...(late.length > 0
        ? [
            {
              heading: t("letters.late", { count: late.length }),
              note: t("letters.lateHint"),
              names: late.map(inBothScripts),
            },
          ]
        : []),
    ],
    facts: [...facts, t("letters.asOf", { when: formatInstant(now.toISOString(), time_zone, locale) })],
    notice: demonstration ? t("shell.demonstration") : null,
    pageOf: (page, pages) => t("letters.pageOf", { page, pages }),
    made: now,
  };
}

function inBothScripts({ english_name, korean_name, apart }: Signatory): string {
  return (korean_name ? `${english_name} · ${korean_name}` : english_name) + (apart ? ` (${apart})` : "");
}
