import { createHash } from "node:crypto";
import { decodeText } from "~/platform/decode-text";
import type { Entry } from "./entry";
import type { ZoneNamed } from "./properties";
import { readEntry } from "./read-entry";
import { type Block, type Line, splitCalendar } from "./split-calendar";
import { zoneOf } from "./zone-of";

export type ReadCalendar = {
  name: string | undefined;
  /** The zone of times that name none. */
  zone: string | undefined;
  charset: string;
  /** Each with its place, from 1, in the order of the file. */
  entries: (Entry & { place: number })[];
};
export type CalendarProblem = "not_a_calendar" | "too_many_entries" | "calendar_empty";

/** What a calendar file holds. Never throws, whatever it is given, and takes no longer than the file is long. */
export function readCalendar(bytes: Uint8Array): ReadCalendar | { problem: CalendarProblem } {
  const decoded = decodeText(bytes);
  if (!decoded) return { problem: "not_a_calendar" };
  const { isCalendar, head, zones, events, hasTooMany } = splitCalendar(decoded.text);
  if (!isCalendar) return { problem: "not_a_calendar" };
  if (hasTooMany) return { problem: "too_many_entries" };
  if (events.length === 0) return { problem: "calendar_empty" };

  const zoneNamed = zonesOf(zones);
  const entries = events.map((block) => readEntry(block, zoneNamed)).map(withUid);
  return {
    name: (saidIn(head, "X-WR-CALNAME") ?? saidIn(head, "NAME"))?.slice(0, 120),
    zone: zoneNamed(saidIn(head, "X-WR-TIMEZONE") ?? ""),
    charset: decoded.charset,
    entries: withoutRepeats(entries).map((entry, at) => ({ ...entry, place: at + 1 })),
  };
}

/** A zone that has a name of the file's own may say there which one it is. */
function zonesOf(blocks: Block[]): ZoneNamed {
  const own = new Map<string, string | undefined>();
  for (const { lines } of blocks) {
    const [id, location] = [saidIn(lines, "TZID"), saidIn(lines, "X-LIC-LOCATION")];
    if (id && location) own.set(id, zoneOf(location));
  }
  return (name) => zoneOf(name) ?? own.get(name);
}

/** Without a name of its own an entry is known by what it says; a very long one by its hash. */
function withUid(entry: Entry): Entry {
  const { uid, title } = entry;
  if (uid !== "" && uid.length <= 400 && !/\p{Cc}/u.test(uid)) return entry;
  const said = uid || JSON.stringify([title, "starts" in entry ? entry.starts : entry.line]);
  return { ...entry, uid: `sha256:${createHash("sha256").update(said).digest("hex")}` };
}

/** Of an entry that stands there twice the last is meant. */
function withoutRepeats(entries: Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries
    .reverse()
    .map((entry): Entry => {
      if ("reason" in entry && entry.reason !== "cancelled_there") return entry;
      const { line, uid, recurrence, title } = entry;
      const key = JSON.stringify([uid, recurrence]);
      if (seen.has(key)) return { line, uid, recurrence, title, reason: "twice" };
      seen.add(key);
      return entry;
    })
    .reverse();
}

function saidIn(lines: Line[], name: string): string | undefined {
  const text = lines.find((line) => line.name === name)?.text;
  const value = text
    ?.slice(text.indexOf(":") + 1)
    .replace(/\\([,;\\])/g, "$1")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return value || undefined;
}
