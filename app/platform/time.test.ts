import { describe, expect, test } from "vitest";
import {
  formatDay,
  formatMonth,
  formatShortDay,
  formatThere,
  formatTime,
  formatTimes,
  formatWhen,
  formatZone,
  localIn,
  todayIn,
} from "./time";

const clinic = {
  starts_local: "2026-11-28T10:00:00",
  ends_local: "2026-11-28T12:30:00",
  time_zone: "America/Los_Angeles",
  starts_at: "2026-11-28T18:00:00+00:00",
  ends_at: "2026-11-28T20:30:00+00:00",
};

describe("a wall time reads alike wherever the server stands", () => {
  test("in English", () => {
    expect(formatDay(clinic.starts_local, "en")).toBe("Saturday, November 28, 2026");
    expect(formatDay("2026-11-28", "en")).toBe("Saturday, November 28, 2026");
    expect(formatShortDay(clinic.starts_local, "en")).toBe("Sat, Nov 28");
    expect(formatMonth(clinic.starts_local, "en")).toBe("November 2026");
    expect(formatTime("2026-11-28T00:05:00", "en")).toBe("12:05 AM");
    expect(formatTime("2026-11-28T12:00:00", "en")).toBe("12:00 PM");
  });

  test("in Korean", () => {
    expect(formatDay(clinic.starts_local, "ko")).toBe("2026년 11월 28일 토요일");
    expect(formatShortDay(clinic.starts_local, "ko")).toBe("11월 28일 (토)");
    expect(formatMonth(clinic.starts_local, "ko")).toBe("2026년 11월");
    expect(formatTime("2026-11-28T00:05:00", "ko")).toBe("오전 12:05");
    expect(formatTime("2026-11-28T15:00:00", "ko")).toBe("오후 3:00");
  });

  test("in Spanish as in the United States", () => {
    expect(formatDay(clinic.starts_local, "es")).toBe("sábado, 28 de noviembre de 2026");
    expect(formatMonth(clinic.starts_local, "es")).toBe("noviembre de 2026");
    expect(formatTime("2026-11-28T15:00:00", "es")).toBe("3:00 p.m.");
    expect(formatWhen(clinic, "es").place).toBe(
      "sábado, 28 de noviembre de 2026, 10:00 a.m. – 12:30 p.m. (Hora del Pacífico)",
    );
  });

  test("with plain spaces only, so that browsers find the text they expect", () => {
    for (const locale of ["en", "ko", "es"]) {
      expect(Object.values(formatWhen(clinic, locale, "Asia/Seoul")).join("")).not.toMatch(/[\u00a0\u2009\u202f]/);
    }
  });
});

describe("when something is", () => {
  test("says weekday, date, year, time and zone of the place", () => {
    expect(formatWhen(clinic, "en")).toEqual({
      place: "Saturday, November 28, 2026, 10:00 AM – 12:30 PM (Pacific Time)",
    });
    expect(formatWhen(clinic, "ko")).toEqual({
      place: "2026년 11월 28일 토요일, 오전 10:00 – 오후 12:30 (미국 서부 시간)",
    });
  });

  test("says it on the reader's clock as well, when that shows something else", () => {
    expect(formatWhen(clinic, "en", "America/Chicago").reader).toBe(
      "Saturday, November 28, 2026, 12:00 PM – 2:30 PM (Central Time)",
    );
    expect(formatWhen(clinic, "en", "Asia/Seoul").reader).toMatch(
      /^Sunday, November 29, 2026, 3:00 AM – 5:30 AM \(.+\)$/,
    );
  });

  test("says it once to a reader whose clock shows the same, whatever the zone is called", () => {
    expect(formatWhen(clinic, "en", "America/Los_Angeles").reader).toBeUndefined();
    expect(formatWhen(clinic, "en", "America/Vancouver").reader).toBeUndefined();
  });

  test("says it once to a reader whose zone nobody knows", () => {
    expect(formatWhen(clinic, "en", "Moon/Tranquility").reader).toBeUndefined();
  });

  test("names the day of the end when it is another one", () => {
    expect(formatTimes({ starts_local: "2026-11-28T22:00:00", ends_local: "2026-11-29T01:00:00" }, "en")).toBe(
      "10:00 PM – Sun, Nov 29 1:00 AM",
    );
  });

  test("shows the wall time that was meant, also in the hour that happens twice", () => {
    const vigil = { ...clinic, starts_local: "2027-11-07T01:30:00", ends_local: "2027-11-07T03:00:00" };
    const second = { ...vigil, starts_at: "2027-11-07T09:30:00Z", ends_at: "2027-11-07T11:00:00Z" };
    expect(formatWhen(second, "en").place).toContain("1:30 AM – 3:00 AM");
  });
});

test("beside a place's time stands the reader's, with the day where that is another one", () => {
  expect(formatThere(clinic, "America/Chicago", "en")).toBe("12:00 PM");
  expect(formatThere(clinic, "Asia/Seoul", "ko")).toBe("11월 29일 (일) 오전 3:00");
});

test("a zone is named as people call it", () => {
  expect(formatZone("America/New_York", "en")).toBe("Eastern Time");
  expect(formatZone("America/Chicago", "ko")).toBe("미국 중부 시간");
  expect(formatZone("Asia/Manila", "ko", "2026-11-28T18:00:00Z")).toBe("Manila, GMT+8");
  expect(formatZone("Moon/Sea_of_Rains", "en")).toBe("Sea of Rains");
});

test("today is what the calendar on the wall of the place shows", () => {
  const now = new Date("2026-11-22T03:30:00Z");
  expect(todayIn("America/Los_Angeles", now)).toBe("2026-11-21");
  expect(todayIn("Asia/Seoul", now)).toBe("2026-11-22");
  expect(todayIn("Moon/Tranquility", now)).toBe("2026-11-22");
  expect(localIn("2026-07-01T00:00:00Z", "America/New_York")).toBe("2026-06-30T20:00:00");
});
