import { nameLanguage } from "~/i18n/name-language";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { writeCsv } from "~/platform/spreadsheets/write-csv";
import { formatZone, localIn } from "~/platform/time";
import type { Facts } from "./facts";
import { weekInWords } from "./hours-in-words";
import { addressInWords, costInWords, giverOf, isOpenToEveryone, phoneInWords, type Writing } from "./words";

type Table = Writing & { site: string };

/** The columns of a table: what has none is in no table. Places are those that everyone may know. */
const columns = {
  name: (facts, { locale }) => pickText(facts.name, locale).text,
  provider: (facts, { locale }) => giverOf(facts, locale),
  description: (facts, { locale }) => pickText(facts.description, locale).text,
  terms: (facts, { locale }) => facts.terms.map(({ name }) => pickText(name, locale).text).join("; "),
  phone: (facts, table) =>
    facts.phones
      .map((phone) => [pickText(phone.label, table.locale).text, phoneInWords(phone, table)].filter(Boolean).join(" "))
      .join("; "),
  hours: (facts, table) => weekInWords(facts.schedules, table).join("; "),
  time_zone: (facts, { locale }) => formatZone(facts.time_zone, locale),
  staff_languages: (facts, table) => tongues(facts.staff_languages, table),
  interpreter_languages: (facts, table) => tongues(facts.interpreter_languages, table),
  document_languages: (facts, table) => tongues(facts.document_languages, table),
  cost: costInWords,
  eligibility: (facts, { locale }) => pickText(facts.eligibility, locale).text,
  required_documents: (facts, { locale }) => pickText(facts.required_documents, locale).text,
  area_served: ({ area_served }) => area_served.join("; "),
  address: ({ places }) => places.map(addressInWords).join("; "),
  website: ({ website }) => website,
  email: ({ email }) => email,
  credential: ({ credential }, { t }) => (credential ? t(`handingOut.credentialWords.${credential}`) : ""),
  credential_url: ({ credential_url }) => credential_url,
  credential_checked_on: ({ credential_checked_on }) => credential_checked_on ?? "",
  information_as_of: ({ information_as_of }) => information_as_of ?? "",
  jurisdiction: ({ jurisdiction }) => jurisdiction,
  verified_on: ({ verified_at, time_zone }) => (verified_at ? localIn(verified_at, time_zone).slice(0, 10) : ""),
  verify_by: ({ verify_by }) => verify_by ?? "",
  state: ({ state }, { t }) => t(`handingOut.states.${state}`),
  audience: ({ audience }, { t }) => t(`audience.${audience}`),
  listed_by: ({ organization }, { locale }) => nameOf(organization, locale),
  link: (facts, { site }) => (isOpenToEveryone(facts) ? `${site}/resources/${facts.id}` : ""),
} satisfies Record<string, (facts: Facts, table: Table) => string>;

/** A table of services for Excel, with headings and texts in one language. */
export function writeTable(services: Facts[], table: Table): string {
  const names = Object.keys(columns) as (keyof typeof columns)[];
  return writeCsv([
    names.map((name) => table.t(`handingOut.columns.${name}`)),
    ...services.map((facts) => names.map((name) => columns[name](facts, table))),
  ]);
}

const tongues = (tags: string[], { names }: Table) => tags.map((tag) => nameLanguage(tag, names)).join("; ");
