import type { ExchangedHours } from "../content";

const days = [
  ...["mon(?:day)?s?|월(?:요일)?|lun(?:es)?", "tue(?:s|sday)?s?|화(?:요일)?|mar(?:tes)?"],
  ...["wed(?:nesday)?s?|수(?:요일)?|mi[eé](?:r|rcoles)?", "thu(?:r|rs|rsday)?s?|목(?:요일)?|jue(?:ves)?"],
  ...["fri(?:day)?s?|금(?:요일)?|vie(?:rnes)?", "sat(?:urday)?s?|토(?:요일)?|s[aá]b(?:ados?)?"],
  "sun(?:day)?s?|일(?:요일)?|dom(?:ingos?)?",
];
const dayPattern = days.map((day) => `(?:${day})`).join("|");
const daily = /^(?:daily|every ?day|매일|연중무휴|mon-sun|diario|diariamente|todos los d[ií]as)$/;
const weekdaysAlone = /^(?:weekdays?|평일|주중|entre semana|d[ií]as h[aá]biles)$/;
const weekend = /^(?:weekends?|주말|fin(?:es)? de semana)$/;
const wholeDay = /(?:(?:las )?24\s*(?:hours?|hrs?|시간|horas|\/\s*7)|around the clock)/;

/**
 * Opening hours as people write them: "Mon-Fri 9-5pm; Sat 10:00-14:00", "월~금 09:00~18:00", "매일 24시간", "lunes a
 * viernes de 9 a. m. a 5 p. m.". Nothing where one part is not understood: half of the hours would send people to a closed
 * door.
 */
export function readTypedHours(typed: string): ExchangedHours[] | undefined {
  const text = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/([ap])\. m\./g, "$1m")
    .replace(/[~–—−〜]| to | until | (?:a|al|hasta)(?: las?| el)? |부터\s*/g, "-")
    .replace(/까지|\b(?:de(?:sde)?(?: las?)?|a las?) (?=\d|mediod|medianoche)/g, "")
    .replace(/\s*-\s*/g, "-")
    .replace(/\bnoon\b|정오|\bmediod[ií]a\b/g, "12pm")
    .replace(/\bmidnight\b|자정|\bmedianoche\b/g, "24:00");
  const parts = text
    .split(/[;\n|]|(?<=\d[^,;\n]*),(?=\s*[a-z월화수목금토일평주매]+[^,]*\d)/)
    .map((part) => part.trim())
    .filter(Boolean);
  const read = parts.map(readPart);
  return read.length === 0 || read.includes(undefined) ? undefined : (read as ExchangedHours[]);
}

function readPart(part: string): ExchangedHours | undefined {
  const at = part.search(wholeDay);
  const time = at >= 0 ? undefined : /(?:(?:오전|오후|am|pm)\s*)?\d{1,2}(?::\d{2})?[^,]*$/.exec(part);
  const said = (at >= 0 ? part.slice(0, at) : part.slice(0, time?.index ?? 0)).replace(/[:\s,(]+$/, "").trim();
  const weekdays = said === "" && at >= 0 ? [1, 2, 3, 4, 5, 6, 7] : weekdaysOf(said);
  if (!weekdays) return undefined;
  if (at >= 0) return { weekdays, opens_minute: 0, closes_minute: 1440 };
  const [opens, closes] = spanOf(time?.[0] ?? "") ?? [];
  return opens === undefined || closes === undefined
    ? undefined
    : { weekdays, opens_minute: opens, closes_minute: closes };
}

function weekdaysOf(said: string): number[] | undefined {
  const bare = said.replace(/\.$/, "");
  if (daily.test(bare)) return [1, 2, 3, 4, 5, 6, 7];
  if (weekdaysAlone.test(bare)) return [1, 2, 3, 4, 5];
  if (weekend.test(bare)) return [6, 7];
  const found = new Set<number>();
  for (const part of bare.split(/\s*(?:,|&|\/|·|\band\b|\by\b|\s)\s*/).filter(Boolean)) {
    const [, from = "", to] = new RegExp(`^(${dayPattern})\\.?(?:-(${dayPattern})\\.?)?$`).exec(part) ?? [];
    const [first, last] = [dayNumber(from), to ? dayNumber(to) : dayNumber(from)];
    if (first === 0) {
      // "월수금" without anything in between.
      if (!/^[월화수목금토일]{2,7}$/.test(part)) return undefined;
      for (const day of part) found.add(dayNumber(day));
      continue;
    }
    for (let day = first; ; day = (day % 7) + 1) {
      found.add(day);
      if (day === last) break;
    }
  }
  return found.size === 0 ? undefined : [...found].sort();
}

const dayNumber = (said: string) => days.findIndex((day) => new RegExp(`^(?:${day})$`).test(said)) + 1;

const clock = "(오전|오후|am|pm)?\\s*(\\d{1,2})(?::(\\d{2})|시\\s*(?:(\\d{1,2})분|(반))?)?\\s*(a\\.?m\\.?|p\\.?m\\.?)?";

function spanOf(said: string): [number, number] | undefined {
  const match = new RegExp(`^${clock}-${clock}\\)?$`).exec(said.trim());
  if (!match) return undefined;
  const closing = minuteOf(match.slice(7, 13));
  const opening = minuteOf(match.slice(1, 7));
  if (!opening || !closing) return undefined;
  // "9-5pm" opens in the morning, "1-5pm" in the afternoon; "9-5" without either is an office's day.
  const opens = opening.isSaid || opening.minute >= 720 ? opening.minute : openingBy(opening.minute, closing);
  const closes = closing.isSaid || closing.minute > opens ? closing.minute : closing.minute + 720;
  if (opens > 1439 || closes > 1440) return undefined;
  return [opens, closes <= opens ? closes + 1440 : closes];
}

function openingBy(minute: number, closing: { minute: number; isSaid: boolean }): number {
  const isAfternoon = closing.isSaid && closing.minute >= 720 && minute + 720 < closing.minute && minute < 7 * 60;
  return isAfternoon ? minute + 720 : minute;
}

function minuteOf([before, hour, minutes, koreanMinutes, half, after]: (string | undefined)[]) {
  const said = (before ?? after ?? "").replaceAll(".", "");
  const number = Number(hour);
  const minute = Number(minutes ?? koreanMinutes ?? (half ? 30 : 0));
  if (minute > 59 || number > 24 || (said !== "" && (number > 12 || number === 0))) return undefined;
  const isSaid = said !== "" || number > 12 || number === 0 || hour?.length === 2;
  const base = said === "" ? number : (number % 12) + (/^(pm|오후)$/.test(said) ? 12 : 0);
  return { minute: base * 60 + minute, isSaid };
}
