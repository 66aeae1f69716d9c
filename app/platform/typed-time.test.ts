import { expect, test } from "vitest";
import { readTypedTime } from "./typed-time";

test.each([
  ["3pm", "15:00"],
  ["3 PM", "15:00"],
  ["3:30 PM", "15:30"],
  ["3:30p.m.", "15:30"],
  ["330pm", "15:30"],
  ["12am", "00:00"],
  ["12pm", "12:00"],
  ["12:15 am", "00:15"],
  ["15:00", "15:00"],
  ["15.00", "15:00"],
  ["15:00:00", "15:00"],
  ["1500", "15:00"],
  ["09:00", "09:00"],
  ["9:00", "09:00"],
  ["01:30", "01:30"],
  ["1530", "15:30"],
  ["3 p. m.", "15:00"],
  ["10:00 a. m.", "10:00"],
  ["Mediodía", "12:00"],
  ["medianoche", "00:00"],
  ["noon", "12:00"],
  ["Noon", "12:00"],
  ["midnight", "00:00"],
  ["정오", "12:00"],
  ["자정", "00:00"],
  ["오후 3시", "15:00"],
  ["오후3시", "15:00"],
  ["오후 3시 반", "15:30"],
  ["오후 3시반", "15:30"],
  ["오후 3시 30분", "15:30"],
  ["오후 3:30", "15:30"],
  ["오후 세 시", "15:00"],
  ["오전 열한시 반", "11:30"],
  ["오전 12시", "00:00"],
  ["오후 12시", "12:00"],
  ["15시", "15:00"],
  ["15시 30분", "15:30"],
  ["10시", "10:00"],
  ["열두 시", "12:00"],
  ["저녁 7시", "19:00"],
  ["밤 9시", "21:00"],
  ["밤 1시", "01:00"],
  ["낮 11시", "11:00"],
  ["낮 1시", "13:00"],
  ["새벽 2시", "02:00"],
  ["15:00", "15:00"],
  [" 3 : 30 pm ", "15:30"],
])("somebody who types %s means %s", (typed, time) => {
  expect(readTypedTime(typed)).toEqual({ time });
});

test("a decomposed Hangul text from a Mac means the same", () => {
  expect(readTypedTime("오후 3시 반".normalize("NFD"))).toEqual({ time: "15:30" });
});

test.each(["3", "3:00", "3시", "세 시 반", "6:45", "330"])(
  "somebody who types %s is asked for morning or afternoon",
  (typed) => {
    expect(readTypedTime(typed)).toEqual({ problem: "time_morning_or_afternoon" });
  },
);

test.each(["", "soon", "25:00", "24:00", "13:60", "오전 15시", "아침 12시", "3pm-5pm", "99시", "1:2", "٣:٠٠", "-3pm"])(
  "somebody who types %j is told that it is no time",
  (typed) => {
    expect(readTypedTime(typed)).toEqual({ problem: "time_not_understood" });
  },
);

test("every minute of the day is read back in all the ways people write it", () => {
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    const hour = Math.floor(minute / 60);
    const mm = String(minute % 60).padStart(2, "0");
    const time = `${String(hour).padStart(2, "0")}:${mm}`;
    const twelve = hour % 12 || 12;
    const ways = [
      time,
      `${twelve}:${mm} ${hour < 12 ? "AM" : "PM"}`,
      `${twelve}${mm}${hour < 12 ? "a" : "p"}`,
      `${hour < 12 ? "오전" : "오후"} ${twelve}시 ${mm}분`,
      `${hour < 12 ? "오전" : "오후"} ${twelve}:${mm}`,
    ];
    for (const way of ways) expect(readTypedTime(way), way).toEqual({ time });
  }
});
