import { createTranslator } from "use-intl";
import { expect, test } from "vitest";
import { messagesOf } from "~/i18n/messages.server";
import { readRule } from "~/platform/recurrence/read-rule";
import { describeRule } from "./describe-rule";

const said = (text: string, locale: "ko" | "en", starts = "2026-12-05T10:00:00") =>
  describeRule(
    readRule(text).rule ?? null,
    starts,
    createTranslator({ locale, messages: messagesOf(locale), namespace: "repeat", timeZone: "UTC" }) as never,
    locale,
  );

test.for<[string, string, string]>([
  ["FREQ=WEEKLY;BYDAY=SA;COUNT=4", "매주 토요일 오전 10시, 4회", "Every Saturday at 10 AM, 4 times"],
  ["FREQ=WEEKLY;COUNT=1", "매주 토요일 오전 10시, 1회", "Every Saturday at 10 AM, once"],
  ["FREQ=DAILY", "매일 오전 10시", "Every day at 10 AM"],
  ["FREQ=DAILY;INTERVAL=2", "이틀마다 오전 10시", "Every other day at 10 AM"],
  ["FREQ=DAILY;INTERVAL=3", "3일마다 오전 10시", "Every 3 days at 10 AM"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO", "격주 월·금요일 오전 10시", "Every other Monday and Friday at 10 AM"],
  ["FREQ=WEEKLY;INTERVAL=3;BYDAY=SU", "3주마다 일요일 오전 10시", "Every 3 weeks on Sunday at 10 AM"],
  ["FREQ=MONTHLY;BYMONTHDAY=15", "매월 15일 오전 10시", "Every month on the 15th at 10 AM"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "매월 마지막 날 오전 10시", "Every month on the last day at 10 AM"],
  ["FREQ=MONTHLY;BYDAY=1SA", "매월 첫째 토요일 오전 10시", "Every month on the first Saturday at 10 AM"],
  [
    "FREQ=MONTHLY;BYDAY=-1SA;INTERVAL=2",
    "격월 마지막 토요일 오전 10시",
    "Every other month on the last Saturday at 10 AM",
  ],
  [
    "FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=-1",
    "매월 월·금요일 가운데 마지막 오전 10시",
    "Every month on the last of these: Monday and Friday at 10 AM",
  ],
  ["FREQ=YEARLY", "매년 12월 5일 오전 10시", "Every year on December 5 at 10 AM"],
  [
    "FREQ=WEEKLY;BYDAY=SA;UNTIL=20270130T235959",
    "매주 토요일 오전 10시, 2027년 1월 30일 토요일까지",
    "Every Saturday at 10 AM, until Saturday, January 30, 2027",
  ],
  ["", "정해진 날 오전 10시", "On certain days at 10 AM"],
])("%s is said in both languages", ([rule, ko, en]) => {
  expect(said(rule, "ko")).toBe(ko);
  expect(said(rule, "en")).toBe(en);
});

test("half past is said as a clock shows it", () => {
  expect(said("FREQ=DAILY", "ko", "2026-12-05T18:30:00")).toBe("매일 오후 6:30");
});
