import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { fitOnPaper, fitsOnPaper, type Passage } from "~/platform/paper/fit-on-paper";
import { cutText } from "./cut-text";
import type { Collection, Facts } from "./facts";
import { settings } from "./fit-handout";
import { validityOf, warningsOf } from "./handout-text";
import { weekInWords } from "./hours-in-words";
import { costInWords, isOpenToEveryone, languagesInWords, phoneInWords, readersInWords, type Writing } from "./words";

type Said = { text: string; lang: string };

/** A collection on one page: of every entry what one needs to call. */
export type CollectionSheet = {
  by: string[];
  names: Said[];
  forWhom: string | null;
  entries: { key: string; names: Said[]; phone: string; lines: Said[]; confirm: string | null }[];
  /** How many there was no room for. */
  more: number;
  warnings: Said[];
  foot: { language: string; scan: string; validity: { text: string; stale: boolean } }[];
  demonstrations: Said[];
  style: string;
};

const room = { width: 500, height: 500 };

/**
 * Writes a collection for paper in the languages given, the reader's first. It holds no entry that fewer may see than the
 * collection itself, and as many as fit in type that people can read.
 */
export function writeCollection(collection: Collection, writings: Writing[], demonstration: boolean): CollectionSheet {
  const held = collection.entries.flatMap(({ service }) =>
    goesWith(service, collection.audience) ? [{ service, entry: entryOf(service, writings) }] : [],
  );
  let fitting = held.slice(0, 30);
  let sheet = sheetOf(fitting, collection, writings, demonstration);
  while (fitting.length > 1 && !fits(sheet)) {
    fitting = fitting.slice(0, -1);
    sheet = sheetOf(fitting, collection, writings, demonstration);
  }
  return {
    ...sheet,
    more: held.length - fitting.length,
    style: fitOnPaper(passagesOf(sheet), room, settings).style,
  };
}

type Held = { service: Facts; entry: CollectionSheet["entries"][number] };

function sheetOf(held: Held[], collection: Collection, writings: Writing[], demonstration: boolean) {
  const services = held.map(({ service }) => service);
  const [first] = writings;
  const earliest = services.flatMap(({ stale, verify_by }) => (stale || !verify_by ? [] : [verify_by])).sort()[0];
  return {
    by: [...new Set(writings.map(({ locale }) => nameOf(collection.organization, locale)))],
    names: unique(writings.map(({ locale }) => pickText(collection.name, locale))),
    forWhom: first ? readersInWords(collection, first) : null,
    entries: held.map(({ entry }) => entry),
    more: 0,
    warnings: warningsOf(services, writings),
    foot: writings.map((writing) => ({
      language: writing.locale,
      scan: writing.t("handingOut.scan"),
      validity: validityOf({ stale: !earliest, verify_by: earliest ?? null }, writing),
    })),
    demonstrations: demonstration
      ? writings.slice(1).map(({ locale, t }) => ({ lang: locale, text: t("shell.demonstration") }))
      : [],
  };
}

function entryOf(service: Facts, writings: Writing[]) {
  const [phone] = service.phones;
  const [first] = writings;
  return {
    key: service.id,
    names: unique(writings.map(({ locale }) => pickText(service.name, locale))),
    phone: phone && first ? phoneInWords(phone, first) : "",
    lines: writings.map((writing) => {
      const { locale } = writing;
      const help = pickText(service.description, locale);
      return {
        lang: locale,
        text: [
          help.lang === locale ? cutText(help.text.replaceAll("\n", " "), 110) : "",
          weekInWords(service.schedules, writing).slice(0, 2).join(", "),
          languagesInWords(service, writing),
          costInWords(service, writing),
          service.credential ? writing.t(`handingOut.credentialWords.${service.credential}`) : "",
        ]
          .filter(Boolean)
          .map((part) => cutText(part, 120))
          .join(" · "),
      };
    }),
    confirm: service.stale && first ? first.t("handingOut.confirm") : null,
  };
}

/** Whether whoever may see the collection may see the service too, as far as audiences tell. */
function goesWith(service: Facts, audience: Collection["audience"]): boolean {
  if (audience === "everyone") return isOpenToEveryone(service);
  return audience === "owner" || (service.state !== "draft" && ["coalition", "everyone"].includes(service.audience));
}

function fits(sheet: Omit<CollectionSheet, "style">): boolean {
  const smallest = settings.find(({ points }) => points === 9) ?? settings[0];
  return fitsOnPaper(passagesOf(sheet), room, smallest);
}

function passagesOf({ names, entries, warnings, demonstrations }: Omit<CollectionSheet, "style">): Passage[] {
  return [
    ...names.map(({ text }) => ({ text, scale: 1.5 })),
    ...entries.flatMap(({ names: titles, phone, lines, confirm }) => [
      { text: `${titles.map(({ text }) => text).join(" · ")} ${phone}`, scale: 1.15, after: 0.1 },
      ...lines.map(({ text }) => ({ text, scale: 0.85 })),
      ...(confirm ? [{ text: confirm, scale: 0.85 }] : []),
      { text: "", scale: 0.5 },
    ]),
    ...warnings.map(({ text }) => ({ text, scale: 0.8, after: 0.4 })),
    ...demonstrations.map(({ text }) => ({ text, scale: 0.8 })),
  ];
}

const unique = (said: Said[]) => said.filter(({ text }, at) => said.findIndex((one) => one.text === text) === at);
