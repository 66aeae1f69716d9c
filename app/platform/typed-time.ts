export type TypedTime =
  | { time: string; problem?: undefined }
  | { time?: undefined; problem: "time_not_understood" | "time_morning_or_afternoon" };

/**
 * The time of day a person means by what they typed, as `HH:MM`. Understands `3pm`, `3:30 PM`, `3:30 p. m.`, `15:00`, `1500`,
 * `15`, `오후 3시`, `오후 3시 반`, `15시`, `세 시` with a part of the day, `정오`, `mediodía` and `noon`. One to six o'clock
 * without a part of the day is asked back, because people mean either.
 */
export function readTypedTime(typed: string): TypedTime {
  const text = typed
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/\s?:\s?/g, ":");
  const word = WORDS[text];
  if (word) return { time: word };

  const match = LATIN.exec(text) ?? DIGITS.exec(text) ?? KOREAN.exec(text) ?? KOREAN_CLOCK.exec(text);
  if (!match?.groups) return { problem: "time_not_understood" };

  const { part, hour = "", minute } = match.groups;
  const typedHour = KOREAN_HOURS[hour] ?? Number(hour);
  const minutes = minute === "반" ? 30 : Number(minute ?? 0);
  if (minutes > 59 || typedHour > 23) return { problem: "time_not_understood" };
  if (!part && typedHour >= 1 && typedHour <= 6 && !hour.startsWith("0"))
    return { problem: "time_morning_or_afternoon" };

  const hours = part ? inPartOfDay(part, typedHour) : typedHour;
  return hours === undefined ? { problem: "time_not_understood" } : { time: `${pad(hours)}:${pad(minutes)}` };
}

const WORDS: Record<string, string> = {
  noon: "12:00",
  "12 noon": "12:00",
  "12noon": "12:00",
  midday: "12:00",
  mediodía: "12:00",
  정오: "12:00",
  "낮 정오": "12:00",
  midnight: "00:00",
  medianoche: "00:00",
  자정: "00:00",
};

const KOREAN_HOURS: Record<string, number> = {
  한: 1,
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
  열한: 11,
  열두: 12,
};

const morning = (hour: number) => hour % 12;
const afternoon = (hour: number) => (hour % 12) + 12;

/** What twelve-hour clocks mean within a part of the day; nothing where the part has no such hour. */
const PARTS: Record<string, (hour: number) => number | undefined> = {
  am: morning,
  a: morning,
  오전: morning,
  새벽: morning,
  아침: (hour) => (hour < 12 ? hour : undefined),
  pm: afternoon,
  p: afternoon,
  오후: afternoon,
  저녁: afternoon,
  낮: (hour) => (hour >= 10 ? hour : afternoon(hour)),
  밤: (hour) => (hour < 6 || hour === 12 ? morning(hour) : afternoon(hour)),
};

const KOREAN_PART = "(?<part>오전|오후|새벽|아침|낮|저녁|밤|am|pm)";
const LATIN = /^(?<hour>\d{1,2}?)(?:[:.]?(?<minute>\d{2}))?(?::00)? ?(?<part>a\.? ?m\.?|p\.? ?m\.?|a|p)$/;
const DIGITS = /^(?<hour>\d{1,2}?)(?:[:.]?(?<minute>\d{2}))?(?::00)?$/;
const KOREAN = new RegExp(
  `^(?:${KOREAN_PART} ?)?(?<hour>\\d{1,2}|열한|열두|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?시(?: ?(?<minute>\\d{1,2}(?= ?분)|반)(?: ?분)?)?$`,
);
const KOREAN_CLOCK = new RegExp(`^${KOREAN_PART} ?(?<hour>\\d{1,2})(?::(?<minute>\\d{2}))?$`);

function inPartOfDay(part: string, hour: number): number | undefined {
  const meant = PARTS[part.replace(/[. ]/g, "")];
  if (hour <= 12) return meant?.(hour);
  return meant === afternoon || meant === PARTS.밤 ? hour : undefined;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
