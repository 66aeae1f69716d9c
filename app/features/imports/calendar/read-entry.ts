import { addDays } from "~/platform/days";
import type { Entry, Moment, ReadEntry, Remark, SetAside, Texts } from "./entry";
import { plainDescription } from "./plain-description";
import {
  languageOf,
  momentOf,
  type Properties,
  propertiesOf,
  type Stopped,
  textOf,
  type ZoneNamed,
} from "./properties";
import { readRepeats } from "./read-repeats";
import type { Block } from "./split-calendar";

/** One entry of a calendar as a gathering could say it, or why it cannot. Breaks on nothing. */
export function readEntry(block: Block, zoneNamed: ZoneNamed): Entry {
  const properties = propertiesOf(block);
  const title = textOf(properties, "SUMMARY");
  const told = {
    line: block.line,
    uid: textOf(properties, "UID"),
    recurrence: null as ReadEntry["recurrence"],
    title: inLanguage(shortened(inOneLine(title), 120), languageOf(properties, "SUMMARY")),
  };
  const aside = ({ reason, terms }: Stopped): SetAside => ({ ...told, reason, ...(terms ? { terms } : {}) });

  if (block.problem) return aside({ reason: block.problem });
  const recurrence = momentOf(properties, "RECURRENCE-ID", zoneNamed);
  if (recurrence && "reason" in recurrence) return aside(recurrence);
  told.recurrence = recurrence ?? null;
  if (properties.get("RECURRENCE-ID")?.[0]?.params.range) return aside({ reason: "rule_not_understood" });
  const kept = whyNot(properties, title);
  if (kept) return aside(kept);
  const when = whenOf(properties, zoneNamed);
  if ("reason" in when) return aside(when);
  const { remarks, ...times } = when;
  const said = { ...told, ...times, ...saidOf(properties, title, remarks) };
  const repeats = recurrence ? undefined : readRepeats(block, properties, zoneNamed);
  if (!repeats) return said;
  if ("reason" in repeats) return aside(repeats);
  if ("wall" in said.starts) return { ...said, repeats };
  // What repeats from an instant repeats on the clocks of UTC.
  return { ...said, zone: "UTC", remarks: [...said.remarks, "repeats_in_utc"], repeats };
}

/** What it says beside when it is. A link to join stands in any of four places. */
function saidOf(properties: Properties, title: string, remarks: Remark[]) {
  const place = cleanText(textOf(properties, "LOCATION"));
  const links = [
    textOf(properties, "X-GOOGLE-CONFERENCE"),
    textOf(properties, "X-MICROSOFT-SKYPETEAMSMEETINGURL"),
    place,
  ];
  const page = textOf(properties, "URL").trim();
  const description = cleanText(plainDescription(textOf(properties, "DESCRIPTION")));
  const whole = [description, isLink(page) && !description.includes(page) ? page : ""].filter(Boolean).join("\n\n");
  const address = isLink(place) ? "" : place;
  if ([...inOneLine(title)].length > 120) remarks.push("title_shortened");
  if ([...whole].length > 4000) remarks.push("description_shortened");
  if ([...address].length > 300) remarks.push("address_shortened");
  return {
    description: inLanguage(shortened(whole, 4000), languageOf(properties, "DESCRIPTION")),
    address: shortened(address, 300),
    online_url: links.map((link) => link.trim()).find(isLink) ?? "",
    remarks,
  };
}

function whyNot(properties: Properties, title: string): Stopped | undefined {
  if (textOf(properties, "STATUS").toUpperCase() === "CANCELLED") return { reason: "cancelled_there" };
  if (/^(PRIVATE|CONFIDENTIAL)$/i.test(textOf(properties, "CLASS"))) return { reason: "private_there" };
  if (!/[^\s\u00ad\u115f\u1160\u200b-\u200f\u2060-\u2064\u2800\u3164\uffa0]/.test(title)) return { reason: "no_title" };
  return undefined;
}

type When = Pick<ReadEntry, "zone" | "starts" | "remarks"> &
  ({ ends: Moment } | { lasting: { days: number; seconds: number } });

function whenOf(properties: Properties, zoneNamed: ZoneNamed): When | Stopped {
  const starts = momentOf(properties, "DTSTART", zoneNamed);
  if (!starts) return { reason: properties.has("DTSTART") ? "time_unreadable" : "no_start" };
  if ("reason" in starts) return starts;
  const zone = "wall" in starts ? starts.zone : null;
  const remarks: Remark[] = [];
  const ends = momentOf(properties, "DTEND", zoneNamed);
  if (ends && "reason" in ends) return ends;

  if (properties.get("DTSTART")?.[0]?.type === "date" && "wall" in starts) {
    const first = starts.wall.slice(0, 10);
    const after = ends && "wall" in ends ? ends.wall.slice(0, 10) : daysAfter(first, properties);
    // The end of a whole day is the day after it.
    const last = after > first ? addDays(after, -1) : first;
    return { zone, starts, ends: { wall: `${last}T23:59:00`, zone: null }, remarks: ["all_day"] };
  }
  if (ends && JSON.stringify(ends) !== JSON.stringify(starts)) return { zone, starts, ends, remarks };
  const lasting = durationOf(properties);
  if (lasting === "unreadable") return { reason: "time_unreadable" };
  if (lasting && lasting.days + lasting.seconds < 0) return { reason: "ends_before_it_starts" };
  if (lasting && lasting.days + lasting.seconds > 0) return { zone, starts, lasting, remarks };
  return { zone, starts, lasting: { days: 0, seconds: 3600 }, remarks: ["no_end"] };
}

function daysAfter(first: string, properties: Properties): string {
  const lasting = durationOf(properties);
  return lasting && lasting !== "unreadable" ? addDays(first, Math.min(lasting.days, 1000)) : first;
}

function durationOf(properties: Properties): { days: number; seconds: number } | "unreadable" | undefined {
  const found = properties.get("DURATION")?.[0];
  if (!found) return undefined;
  const pattern = /^([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,5})S)?)?$/;
  const parts = pattern.exec(String(found.values[0]));
  if (!parts) return "unreadable";
  const [, sign, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const direction = sign === "-" ? -1 : 1;
  return {
    days: direction * (Number(weeks) * 7 + Number(days)),
    seconds: direction * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)),
  };
}

const inLanguage = (text: string, language: string): Texts => (text === "" ? {} : { [language]: text });
const isLink = (text: string) => /^https:\/\/[^\s<>"'`\\]{3,490}$/.test(text);
const inOneLine = (text: string) => cleanText(text).replace(/\s+/g, " ");

/** Without what no text may hold: control characters and marks that turn the reading direction. */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu, "")
    .trim();
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
