import type { useTranslations } from "use-intl";
import { type Rule, type Weekday, weekdayOn, weekdays } from "~/platform/recurrence/rule";
import { formatDay, formatMonthName, formatSpokenTime, formatWeekday, formatYearlyDay } from "~/platform/time";
import { formatList } from "./format-list";
import type { Locale } from "./translation";

type Say = ReturnType<typeof useTranslations<"repeat">>;

/** How something repeats, in words: `Every Saturday at 10 AM, 4 times`, `매주 토요일 오전 10시, 4회`. */
export function describeRule(rule: Rule | null, starts: string, say: Say, locale: Locale): string {
  const time = formatSpokenTime(starts, locale);
  if (!rule) return say("certain", { time });
  const told = say("at", { rule: withinMonths(rule, whichDays(rule, starts, say, locale), say, locale), time });
  if (rule.count !== null) return say("times", { rule: told, count: rule.count });
  return rule.until ? say("until", { rule: told, day: formatDay(rule.until, locale) }) : told;
}

function whichDays(rule: Rule, starts: string, say: Say, locale: Locale): string {
  const { frequency, interval, byMonth } = rule;
  if (frequency === "DAILY") return say("days", { interval });
  if (frequency === "WEEKLY") return say("weeks", { interval, days: namedDays(rule, starts, say, locale) });
  if (frequency === "MONTHLY") return say("months", { interval, days: namedDays(rule, starts, say, locale) });
  const isPlain = byMonth.length + rule.byDay.length + rule.byMonthDay.length === 0;
  const days = isPlain ? formatYearlyDay(starts, locale) : namedDays(rule, starts, say, locale);
  return say("years", { interval, days });
}

function withinMonths({ byMonth }: Rule, days: string, say: Say, locale: Locale): string {
  const months = formatList(
    byMonth.map((month) => formatMonthName(month, locale)),
    locale,
  );
  return months ? say("within", { days, months }) : days;
}

function namedDays({ frequency, byDay, byMonthDay, bySetPos }: Rule, starts: string, say: Say, locale: Locale): string {
  const ordered = [...byDay].sort((one, other) => numberOf(one.weekday) - numberOf(other.weekday));
  const plain = ordered.filter(({ nth }) => nth === null).map(({ weekday }) => weekday);
  const placed = ordered.flatMap(({ nth, weekday }) => (nth === null ? [] : [nthWeekday(nth, weekday, say, locale)]));
  const dates = byMonthDay.map((date) => (date > 0 ? say("date", { date }) : say("dateFromEnd", { date: -date })));
  const own = frequency === "WEEKLY" ? weekdayList([weekdayOn(starts.slice(0, 10))], locale) : ownDate(starts, say);
  const parts = [...dates, ...placed, ...(plain.length > 0 ? [weekdayList(plain, locale)] : [])];
  const days = parts.length > 0 ? formatList(parts, locale) : own;
  if (bySetPos.length === 0) return days;
  const which = bySetPos.map((nth) => (nth > 0 ? say("position", { nth }) : say("positionFromEnd", { nth: -nth })));
  return say("ofThese", { which: formatList(which, locale), days });
}

function nthWeekday(nth: number, named: Weekday, say: Say, locale: Locale): string {
  const weekday = formatWeekday(numberOf(named), locale);
  if (nth < 0) return say("nthFromEnd", { nth: -nth, weekday });
  return nth <= 5 ? say("first", { nth: String(nth), weekday }) : say("nth", { nth, weekday });
}

/** `Monday and Friday`; in Korean as one word, `월·금요일`. */
function weekdayList(named: Weekday[], locale: Locale): string {
  const names = named.map((weekday) => formatWeekday(numberOf(weekday), locale));
  if (!locale.startsWith("ko")) return formatList(names, locale);
  return `${names.map((name) => name.replace(/요일$/, "")).join("·")}요일`;
}

const ownDate = (starts: string, say: Say) => say("date", { date: Number(starts.slice(8, 10)) });
const numberOf = (weekday: Weekday) => weekdays.indexOf(weekday);
