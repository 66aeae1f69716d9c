import { readPhoneNumber } from "~/platform/phone-number";
import type { ExchangedPhone, Texts } from "./content";
import type { Findings } from "./findings";

/** How long each may be; the tables hold the same lengths. */
export const longest = {
  ...{ name: 160, description: 4_000, paragraph: 1_000, cost_note: 500, about: 2_000, line: 160, short: 80, area: 120 },
  ...{ link: 500, email: 254, label: 80, note: 120, alias: 80, postal_code: 20 },
} as const;
export const most = {
  phones: 10,
  schedules: 28,
  closures: 60,
  places: 20,
  areas: 20,
  aliases: 10,
  terms: 12,
  languages: 20,
} as const;

/** As everything here is written: Hangul composed, lines ended one way, nothing that cannot be seen. */
function clean(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu, (mark) =>
      mark === "\n" ? mark : "",
    )
    .trim();
}

export function lineOf(text: string): string {
  return clean(text).replace(/\s+/g, " ");
}

/** A text of one language, within its length; an error of a spreadsheet's formula is no text. */
export function checkText(said: string, field: string, maximum: number, findings: Findings, isLine = false): string {
  const text = isLine ? lineOf(said) : clean(said);
  if (/^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/.test(text)) {
    findings.refuse(field, "formula_error", { said: text });
    return "";
  }
  if (text.length <= maximum) return text;
  findings.refuse(field, "too_long", { maximum });
  return "";
}

export function checkTexts(said: Texts, field: string, maximum: number, findings: Findings, isLine = false): Texts {
  const texts: Texts = {};
  for (const [language, text] of Object.entries(said)) {
    if (!isLanguageTag(language)) {
      findings.remark(field, "language_unknown", { said: language });
      continue;
    }
    const checked = checkText(text, field, maximum, findings, isLine);
    if (checked !== "") texts[language] = checked;
  }
  return texts;
}

/** As the database has it. */
const webLink = /^https?:\/\/[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}(:[0-9]{1,5})?([/?#][^\s<>"'`\\]*)?$/;
const mailAddress = /^[^\s<>()",:;@\\]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}$/;

/** A page of the web, and nothing that a browser would run. */
export function checkLink(said: string, field: string, findings: Findings): string {
  const text = lineOf(said);
  if (text === "") return "";
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d/.test(text) ? text : `https://${text}`;
  if (!webLink.test(whole)) findings.refuse(field, "link_not_web", { said: text.slice(0, 100) });
  else if (whole.length > longest.link) findings.refuse(field, "too_long", { maximum: longest.link });
  else return whole;
  return "";
}

export function checkEmail(said: string, field: string, findings: Findings): string {
  const text = lineOf(said).replace(/^mailto:/i, "");
  if (text === "" || (text.length <= longest.email && mailAddress.test(text))) return text;
  findings.refuse(field, "email_not_valid", { said: text.slice(0, 100) });
  return "";
}

export function checkPhone(said: string, label: Texts, field: string, findings: Findings): ExchangedPhone | undefined {
  const text = lineOf(said);
  if (text === "") return undefined;
  const number = readPhoneNumber(text);
  if (!number) findings.refuse(field, "phone_not_valid", { said: text.slice(0, 60) });
  return number ? { ...number, label } : undefined;
}

export function isLanguageTag(said: string): boolean {
  return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/.test(said);
}

const shownDay = /^(\d{4})[-./년]\s*(\d{1,2})[-./월]\s*(\d{1,2})일?\.?(?:[T ].*)?$/;

/** A day of the calendar, however it is parted; one that there is not is none. */
export function dayOf(said: string): string | undefined {
  const [, year = "", month = "", day = ""] = shownDay.exec(lineOf(said)) ?? [];
  if (year === "") return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? undefined : date;
}

/** The same list without what comes twice, and no longer than it may be. */
export function few<Item>(items: Item[], maximum: number, field: string, findings: Findings): Item[] {
  const different = [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
  if (different.length <= maximum) return different;
  findings.refuse(field, "too_many", { maximum });
  return [];
}
