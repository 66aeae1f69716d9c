import type { SheetRow } from "~/platform/spreadsheets/sheet";
import {
  checkEmail,
  checkLink,
  checkPhone,
  checkText,
  dayOf,
  few,
  isLanguageTag,
  lineOf,
  longest,
  most,
} from "../checked-text";
import type { ExchangedPhone, SaidContent, ServiceContent, Texts } from "../content";
import { Findings, type LeftOut, type ReadEntry } from "../findings";
import { type Column, type ColumnField, findHeadings } from "./headings";
import { placesOf } from "./place-of-row";
import { readTypedHours } from "./typed-hours";

/** What reading a table needs to know of the house. */
export type TableWords = {
  language: string;
  isZone(name: string): boolean;
  /** Our terms by id, by name in any language, and by what people type instead. */
  termOf(said: string): string | undefined;
  languagesOf(typed: string): { languages: string[]; unknown: string[] };
  idOf(...name: string[]): string;
};
export type ReadTable = { entries: ReadEntry<SaidContent>[]; leftOut: LeftOut[] };

/** The services of a table whose columns we know; nothing where no row names a column for the name. */
export function readTable(rows: SheetRow[], merged: number[], words: TableWords): ReadTable | undefined {
  const found = findHeadings(rows);
  if (!found) return undefined;
  const isMerged = new Set(merged);
  const entries = rows.slice(found.at + 1).map(({ row, cells }) => {
    const entry = readRow(row, cells, found.columns, words);
    if (isMerged.has(row)) entry.remarks.push({ field: "", reason: "merged_cells" });
    return entry;
  });
  return { entries, leftOut: found.leftOut };
}

function readRow(row: number, cells: string[], columns: Column[], words: TableWords): ReadEntry<SaidContent> {
  const findings = new Findings();
  const has = (field: ColumnField) => columns.some((column) => column.field === field);
  const cell = (field: ColumnField) => cells[columns.find((column) => column.field === field)?.at ?? -1] ?? "";
  const texts = (field: ColumnField, maximum: number, isLine = false): Texts =>
    textsOf(
      columns.filter((column) => column.field === field),
      cells,
      maximum,
      isLine,
      words.language,
      findings,
    );
  const several = (field: ColumnField) =>
    cell(field)
      .split(/[;\n,、|]/)
      .map(lineOf)
      .filter(Boolean);

  const name = texts("name", longest.name, true);
  const title = name[words.language] ?? Object.values(name)[0] ?? "";
  if (title === "" && findings.refused.length === 0) findings.refuse("name", "name_missing");
  const provider = checkText(cell("provider"), "provider", longest.name, findings, true);
  const id = lineOf(cell("id")).toLowerCase();
  const key = isUuid(id)
    ? id
    : id
      ? words.idOf("row", id)
      : words.idOf("service", title.toLowerCase(), provider.toLowerCase());
  const content: SaidContent = {
    name,
    source_language: title === "" || name[words.language] ? words.language : (Object.keys(name)[0] ?? words.language),
    ...(has("description") ? { description: texts("description", longest.description) } : {}),
    ...(has("eligibility") ? { eligibility: texts("eligibility", longest.paragraph) } : {}),
    ...(has("required_documents") ? { required_documents: texts("required_documents", longest.paragraph) } : {}),
    ...(has("cost") ? costOf(texts("cost", longest.cost_note)) : {}),
    ...(provider ? { provider: { name: { [words.language]: provider } } } : {}),
    ...(has("phone") ? { phones: phonesOf(columns, cells, findings) } : {}),
    ...(has("website") ? { website: checkLink(cell("website"), "website", findings) } : {}),
    ...(has("email") ? { email: checkEmail(cell("email"), "email", findings) } : {}),
    ...(has("area_served") ? { area_served: areasOf(several("area_served"), findings) } : {}),
    ...(has("terms") ? { terms: termsOf(several("terms"), words, findings) } : {}),
    ...languagesIn("staff_languages"),
    ...languagesIn("interpreter_languages"),
    ...languagesIn("document_languages"),
    ...(has("hours") ? hoursOf(cell("hours"), findings) : {}),
    ...(has("closures") ? { closures: closuresOf(several("closures"), findings) } : {}),
    ...zoneOf(cell("time_zone"), words, findings),
    ...stateOf(cell("state"), findings),
    ...placesOf(columns, cells, key, words.idOf, findings),
  };
  const { refused, remarks } = findings;
  return { row, title, key, content: refused.length > 0 ? undefined : content, refused, remarks };

  function languagesIn(field: "staff_languages" | "interpreter_languages" | "document_languages") {
    if (!has(field)) return {};
    const { languages, unknown } = words.languagesOf(lineOf(cell(field)));
    for (const said of unknown) findings.remark(field, "language_unknown", { said: said.slice(0, 60) });
    return { [field]: few(languages.filter(isLanguageTag), most.languages, field, findings) };
  }
}

const isUuid = (said: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(said);

/** A column that names no language is in the organization's; where it plainly is Korean, in Korean. */
function textsOf(
  columns: Column[],
  cells: string[],
  maximum: number,
  isLine: boolean,
  usual: string,
  findings: Findings,
): Texts {
  const texts: Texts = {};
  for (const { at, field, language } of columns) {
    const text = checkText(cells[at] ?? "", field, maximum, findings, isLine);
    const isTaken = columns.some((column) => column.language === "ko");
    const own =
      language ??
      (/\p{Script=Hangul}/u.test(text) && !isTaken
        ? "ko"
        : usual === "ko" && !/\p{Script=Hangul}/u.test(text)
          ? "en"
          : usual);
    if (text !== "" && texts[own] === undefined) texts[own] = text;
  }
  return texts;
}

function costOf(note: Texts): Pick<SaidContent, "cost" | "cost_note"> {
  const said = Object.values(note)[0]?.toLowerCase() ?? "";
  if (/^(free|no cost|none|\$?0(\.00)?|무료|없음)[.!]?$/.test(said)) return { cost: "free", cost_note: {} };
  if (/^(sliding( scale)?|by income|소득에 따라|차등|슬라이딩)[.!]?$/.test(said))
    return { cost: "sliding", cost_note: {} };
  if (/^(paid|fee|유료)[.!]?$/.test(said)) return { cost: "paid", cost_note: {} };
  return said === "" ? { cost: "unknown", cost_note: {} } : { cost_note: note };
}

function phonesOf(columns: Column[], cells: string[], findings: Findings): ExchangedPhone[] {
  const phones = columns
    .filter(({ field }) => field === "phone")
    .flatMap(({ at }) => (cells[at] ?? "").split(/\n|;| \/ | or |또는/))
    .map((said) => checkPhone(said, {}, "phone", findings));
  return few(
    phones.filter((phone) => phone !== undefined),
    most.phones,
    "phone",
    findings,
  );
}

function areasOf(said: string[], findings: Findings): string[] {
  const areas = said.map((area) => checkText(area, "area_served", longest.area, findings, true));
  return few(areas.filter(Boolean), most.areas, "area_served", findings);
}

function termsOf(said: string[], { termOf }: TableWords, findings: Findings): string[] {
  const found = said.map((word) => {
    const term = termOf(word.toLowerCase());
    if (!term) findings.remark("terms", "term_unknown", { said: word.slice(0, 80) });
    return term;
  });
  return few(
    found.filter((term) => term !== undefined),
    most.terms,
    "terms",
    findings,
  );
}

/** Hours that are not understood say nothing: what stands here stays. */
function hoursOf(said: string, findings: Findings): Pick<SaidContent, "schedules"> {
  if (lineOf(said) === "") return { schedules: [] };
  const schedules = readTypedHours(said);
  if (!schedules) findings.remark("hours", "hours_not_understood", { said: lineOf(said).slice(0, 80) });
  return schedules ? { schedules: few(schedules, most.schedules, "hours", findings) } : {};
}

function closuresOf(said: string[], findings: Findings): ServiceContent["closures"] {
  const days = said.map((each) => {
    const day = dayOf(each);
    if (!day) findings.remark("closures", "date_not_valid", { said: each.slice(0, 40) });
    return day;
  });
  const closures = days.filter((day) => day !== undefined).sort();
  return few(
    closures.map((closed_on) => ({ closed_on, note: {} })),
    most.closures,
    "closures",
    findings,
  );
}

function zoneOf(said: string, { isZone }: TableWords, findings: Findings): Pick<SaidContent, "time_zone"> {
  const zone = lineOf(said);
  if (zone === "") return {};
  if (isZone(zone)) return { time_zone: zone };
  findings.remark("time_zone", "zone_unknown", { said: zone.slice(0, 60) });
  return {};
}

const states: [ServiceContent["state"], RegExp][] = [
  ["active", /^(active|open|yes|운영|운영 ?중|활성)$/],
  ["paused", /^(paused|temporarily closed|on hold|중단|잠시 ?중단|휴업)$/],
  ["closed", /^(closed|defunct|ended|종료|폐업|폐지)$/],
  ["draft", /^(draft|inactive|no|초안|준비 ?중)$/],
];

function stateOf(said: string, findings: Findings): Pick<SaidContent, "state"> {
  const word = lineOf(said).toLowerCase();
  if (word === "") return {};
  const state = states.find(([, words]) => words.test(word))?.[0];
  if (!state) findings.refuse("state", "state_unknown", { said: word.slice(0, 60) });
  return state ? { state } : {};
}
