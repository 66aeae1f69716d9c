import { readPhoneNumber } from "~/platform/phone-number";
import { dayOf } from "../exchange/checked-text";
import { readTypedHours } from "../exchange/table/typed-hours";

type Texts = Record<string, string>;
type Read<Part> = { parts: Part[]; unread?: string };

/** Numbers as they are typed, one a line, each perhaps with what it is for: "213-555-0101: appointments". */
export function readPhones(typed: string, locale: string): Read<{ number: string; extension: string; label: Texts }> {
  return eachLine(typed, (line) => {
    const [, said = line, label = ""] = /^([^:：]*\d[^:：]*)[:：]\s*(.+)$/.exec(line) ?? [];
    const phone = readPhoneNumber(said);
    return phone && { ...phone, label: label ? { [locale]: label } : ({} as Texts) };
  });
}

/** Opening hours as people write them, a line for each part of the week. */
export function readHours(typed: string) {
  const said = typed.trim();
  const parts = said === "" ? [] : readTypedHours(said);
  return parts ? { parts } : { parts: [], unread: said.split("\n")[0] };
}

/** Days on which it does not open, one a line: "2026-12-25 Christmas". */
export function readClosures(typed: string, locale: string): Read<{ closed_on: string; note: Texts }> {
  return eachLine(typed, (line) => {
    const [, said = "", note = ""] = /^(\d{4}[-./년]\s*\d{1,2}[-./월]\s*\d{1,2}일?\.?)\s*(.*)$/.exec(line) ?? [];
    const closed_on = dayOf(said);
    return closed_on ? { closed_on, note: note ? { [locale]: note } : ({} as Texts) } : undefined;
  });
}

/** Degrees north and east as a map shows them: "34.0617, -118.3009". */
export function readCoordinates(typed: string): { latitude: number; longitude: number } | undefined {
  const [, north, east] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(typed) ?? [];
  const [latitude, longitude] = [Number(north), Number(east)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

function eachLine<Part>(typed: string, read: (line: string) => Part | undefined): Read<Part> {
  const parts: Part[] = [];
  for (const line of typed
    .split("\n")
    .map((part) => part.trim())
    .filter(Boolean)) {
    const part = read(line);
    if (part === undefined) return { parts: [], unread: line };
    parts.push(part);
  }
  return { parts };
}
