/** How a number in a cell is meant: a day, a time of day, or the number itself. */
export type NumberKind = "number" | "date" | "time";

const day = 24 * 60;
/** Formats that every spreadsheet program knows by number. */
const knownDates = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];
const knownTimes = [18, 19, 20, 21, 32, 33, 45, 46, 47];

export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return knownDates.includes(id) ? "date" : knownTimes.includes(id) ? "time" : "number";
  // Without texts in quotes, escaped letters, and colors or languages in brackets; [h] counts hours.
  const bare = code
    .replace(/"[^"]*"|\\.|_./g, "")
    .replace(/\[(h+|m+|s+)\]/gi, "$1")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/general/gi, "");
  if (/[yd]/i.test(bare)) return "date";
  if (/[hs]/i.test(bare)) return "time";
  // Months alone; minutes stand beside hours or seconds.
  return /m/i.test(bare) ? "date" : "number";
}

/** A number as people write it: a day as 2026-11-25, a time as 09:30, a long number without an exponent. */
export function numberText(said: string, kind: NumberKind, countsFrom1904: boolean): string {
  const number = Number(said);
  if (said.trim() === "" || !Number.isFinite(number)) return said;
  if (kind === "time" && number >= 0 && number < 2) return timeText(Math.round(number * day));
  if (kind !== "number" && number >= 0 && number < 2_958_466) return dateText(number, countsFrom1904);
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return number.toFixed(0);
  return String(Number(number.toPrecision(15)));
}

function timeText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Days are counted from the end of 1899, with a 29 February 1900 that never was. */
function dateText(number: number, countsFrom1904: boolean): string {
  const minutes = Math.round(number * day);
  const days = Math.floor(minutes / day);
  const first = countsFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(first + days * day * 60_000).toISOString().slice(0, 10);
  return minutes % day === 0 ? date : `${date} ${timeText(minutes % day)}`;
}
