import { formatList } from "~/i18n/format-list";
import { nameLanguage } from "~/i18n/name-language";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import type { translatorFor } from "~/i18n/translator.server";
import type { Facts } from "./facts";

/** The language something is written in, and what it is written with. */
export type Writing = { locale: Locale; names: Record<string, string>; t: ReturnType<typeof translatorFor> };

export function phoneInWords({ number, extension }: { number: string; extension: string }, { t }: Writing): string {
  const [, area, office, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  const written = area ? `${area}-${office}-${line}` : number;
  return extension ? t("handingOut.extension", { number: written, extension }) : written;
}

/** Who speaks what, and what is interpreted: two facts. */
export function languagesInWords(facts: Facts, { locale, names, t }: Writing): string {
  const list = (tags: string[]) =>
    formatList(
      tags.map((tag) => nameLanguage(tag, names)),
      locale,
    );
  const interpreted = facts.interpreter_languages.filter((tag) => !facts.staff_languages.includes(tag));
  return [
    list(facts.staff_languages),
    interpreted.length > 0 ? t("handingOut.interpreters", { languages: list(interpreted) }) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

export function costInWords({ cost, cost_note }: Facts, { locale, t }: Writing): string {
  const note = pickText(cost_note, locale);
  return [cost === "unknown" && note.text ? "" : t(`handingOut.costs.${cost}`), note.text].filter(Boolean).join(". ");
}

export function addressInWords(place: Facts["places"][number]): string {
  const { name, address_1, address_2, city, region, postal_code } = place;
  return [name, address_1, address_2, city, `${region} ${postal_code}`.trim()].filter(Boolean).join(", ");
}

/** Who gives it: the provider, or the organization that lists it. */
export function giverOf({ provider, organization }: Facts, locale: Locale): string {
  return provider ? pickText(provider, locale).text : nameOf(organization, locale);
}

/** For whom a paper is, where not everyone may see what is on it. */
export function readersInWords(
  { audience, state, organization }: Pick<Facts, "audience" | "organization"> & { state?: Facts["state"] },
  { locale, t }: Writing,
): string | null {
  const name = { organization: nameOf(organization, locale) };
  if (state === "draft") return t("handingOut.draft", name);
  if (audience === "everyone") return null;
  return audience === "coalition" ? t("handingOut.coalition") : t(`handingOut.${audience}`, name);
}

/** What can cost somebody everything: a signature to register voters, or help from who may not give it. */
export const registersVoters = ({ terms }: Pick<Facts, "terms">) =>
  terms.some(({ id }) => id === "civic/voter-registration");
export const isLegal = ({
  credential,
  information_as_of,
  terms,
}: Pick<Facts, "credential" | "information_as_of" | "terms">) =>
  credential !== null ||
  information_as_of !== null ||
  terms.some(({ id }) => id === "legal" || id.startsWith("legal/"));

/** Whether everyone may follow a link to it. */
export const isOpenToEveryone = ({ audience, state }: Pick<Facts, "audience" | "state">) =>
  audience === "everyone" && state !== "draft";
