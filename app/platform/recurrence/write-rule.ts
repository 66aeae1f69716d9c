import type { Rule } from "./rule";

/** The value of an RRULE, every rule in one way of writing. */
export function writeRule(rule: Rule): string {
  const parts = [`FREQ=${rule.frequency}`];
  if (rule.until !== null) parts.push(`UNTIL=${rule.until.replace(/[-:]/g, "")}`);
  if (rule.count !== null) parts.push(`COUNT=${rule.count}`);
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  if (rule.byMonth.length > 0) parts.push(`BYMONTH=${rule.byMonth.join(",")}`);
  if (rule.byMonthDay.length > 0) parts.push(`BYMONTHDAY=${rule.byMonthDay.join(",")}`);
  if (rule.byDay.length > 0)
    parts.push(`BYDAY=${rule.byDay.map(({ nth, weekday }) => `${nth ?? ""}${weekday}`).join()}`);
  if (rule.bySetPos.length > 0) parts.push(`BYSETPOS=${rule.bySetPos.join(",")}`);
  if (rule.weekStart !== "MO") parts.push(`WKST=${rule.weekStart}`);
  return parts.join(";");
}
