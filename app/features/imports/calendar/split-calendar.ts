export type Line = { name: string; text: string };
export type Block = {
  /** Where it begins in the file, from 1. */
  line: number;
  lines: Line[];
  problem?: "not_closed" | "line_too_long" | "too_many_lines";
};
export type Split = { isCalendar: boolean; head: Line[]; zones: Block[]; events: Block[]; hasTooMany: boolean };

const mostEntries = 2000;
const longestLine = 100_000;
const mostLines = 3000;

/** Of whom else is invited, and when a telephone rings, nothing is read at all. */
const wanted: Record<string, ReadonlySet<string>> = {
  VCALENDAR: new Set(["X-WR-CALNAME", "X-WR-TIMEZONE", "NAME"]),
  VTIMEZONE: new Set(["TZID", "X-LIC-LOCATION"]),
  VEVENT: new Set([
    ...["UID", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"],
    ...["DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID"],
    ...["STATUS", "CLASS", "SEQUENCE"],
  ]),
};

/**
 * A calendar's entries, each by itself and by its line, so that one that is broken breaks no other. Reads every character
 * once and keeps only what is wanted: whatever the file holds, it ends soon and stays small.
 */
export function splitCalendar(text: string): Split {
  const split: Split = { isCalendar: false, head: [], zones: [], events: [], hasTooMany: false };
  let open: { kind: "VTIMEZONE" | "VEVENT"; block: Block; inner: number } | undefined;

  for (const { line, name, text: whole, isTooLong } of unfolded(text)) {
    const isBegin = name === "BEGIN";
    const kind =
      isBegin || name === "END"
        ? whole
            .slice(name.length + 1)
            .trim()
            .toUpperCase()
        : "";
    if (isBegin && kind === "VCALENDAR") split.isCalendar = true;
    else if (isBegin && (kind === "VEVENT" || kind === "VTIMEZONE")) {
      if (open) open.block.problem = "not_closed";
      open = { kind, block: { line, lines: [] }, inner: 0 };
      const kept = kind === "VEVENT" ? split.events : split.zones;
      if (kept.length >= mostEntries) return { ...split, hasTooMany: true };
      kept.push(open.block);
    } else if (open && kind) {
      if (isBegin) open.inner += 1;
      else if (kind === open.kind) open = undefined;
      else if (open.inner > 0) open.inner -= 1;
    } else if (!open) {
      if (!isTooLong && split.head.length < 20 && wanted.VCALENDAR?.has(name)) split.head.push({ name, text: whole });
    } else if (open.inner === 0 && wanted[open.kind]?.has(name)) {
      if (isTooLong) open.block.problem ??= "line_too_long";
      else if (open.block.lines.length >= mostLines) open.block.problem ??= "too_many_lines";
      else open.block.lines.push({ name, text: whole });
    }
  }
  if (open) open.block.problem = "not_closed";
  return split;
}

type Unfolded = Line & { line: number; isTooLong: boolean };

/** Lines as they were before they were folded; of one without end its beginning. */
function* unfolded(text: string): Generator<Unfolded> {
  let parts: string[] = [];
  let [started, length, at, number] = [1, 0, 0, 0];
  while (at <= text.length) {
    number += 1;
    const end = endOfLine(text, at);
    const isFolded = parts.length > 0 && (text[at] === " " || text[at] === "\t");
    if (!isFolded && parts.length > 0) {
      yield lineOf(parts, started, length);
      parts = [];
      length = 0;
    }
    if (parts.length === 0) started = number;
    const from = isFolded ? at + 1 : at;
    if (length <= longestLine) parts.push(text.slice(from, Math.min(end, from + longestLine + 1)));
    length += end - from;
    at = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
  }
  if (parts.length > 0) yield lineOf(parts, started, length);
}

function lineOf(parts: string[], line: number, length: number): Unfolded {
  const text = parts.join("");
  const name = /^[A-Za-z0-9-]{1,60}(?=[;:])/.exec(text)?.[0].toUpperCase() ?? "";
  return { line, name, text, isTooLong: length > longestLine };
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
