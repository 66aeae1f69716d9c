import { few, most } from "../checked-text";
import type { ExchangedHours } from "../content";
import type { Findings } from "../findings";
import { weekdayCodes } from "./hsds";
import type { HsdsRecord } from "./record";

/**
 * Hours of every week. What is told by another clock than the place's (UTC, an offset), for some weeks alone or by the month is
 * left out and said: half of it would send people to a closed door.
 */
export function readSchedules(record: HsdsRecord, findings: Findings): ExchangedHours[] {
  const hours = record.list("schedules").map((each) =>
    each.closing(() => {
      const read = hoursOf(each);
      if (!read) findings.remark("schedules", "hours_not_understood", { said: saidBy(each).slice(0, 80) });
      return read;
    }),
  );
  return few(
    hours.filter((each) => each !== undefined),
    most.schedules,
    "schedules",
    findings,
  );
}

const exceptional = ["dtstart", "until", "valid_from", "valid_to", "byweekno", "bymonthday", "byyearday", "count"];

function hoursOf(each: HsdsRecord): ExchangedHours | undefined {
  const attributes = each.attributes();
  const isMarked = (label: string) => attributes.some((one) => one.label === label && one.value === "true");
  const weekdays = each
    .text("byday")
    .split(",")
    .map((code) => weekdayCodes.indexOf(code.trim().toUpperCase() as (typeof weekdayCodes)[number]) + 1);
  const [opens, closes] = [minuteOf(each.text("opens_at")), minuteOf(each.text("closes_at"))];
  const isWeekly = each.text("freq").toUpperCase() === "WEEKLY" && (each.number("interval") ?? 1) === 1;
  const isAlways = exceptional.every((field) => !each.has(field) || each.text(field) === "");
  if (!isWeekly || !isAlways || weekdays.includes(0) || opens === undefined || closes === undefined) return undefined;

  const isWholeDay = isMarked("open_24_hours") || (opens === 0 && (closes === 1439 || closes === 0));
  const closes_minute = isWholeDay ? 1440 : isMarked("closes_next_day") || closes <= opens ? closes + 1440 : closes;
  return { weekdays: [...new Set(weekdays)].sort(), opens_minute: opens, closes_minute };
}

/** A time on the wall: with a zone or an offset of its own it is another one. */
function minuteOf(said: string): number | undefined {
  const [, hour = "", minute = ""] = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(said.trim()) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return hour === "" || Number(minute) > 59 || minutes > 1440 ? undefined : minutes % 1440;
}

const saidBy = (each: HsdsRecord) =>
  ["description", "byday", "opens_at", "closes_at"]
    .map((field) => each.text(field))
    .filter(Boolean)
    .join(" ");
