import { expect, test } from "vitest";
import { readTypedHours } from "./typed-hours";

const week = [1, 2, 3, 4, 5];
const hours = (weekdays: number[], opens_minute: number, closes_minute: number) => ({
  ...{ weekdays, opens_minute, closes_minute },
});

test.each([
  ["Mon-Fri 9:00-17:00", [hours(week, 540, 1020)]],
  ["Monday to Friday 9am to 5pm", [hours(week, 540, 1020)]],
  ["Mon-Fri 9-5", [hours(week, 540, 1020)]],
  ["Weekdays: 9-5pm; Sat 10am-2pm", [hours(week, 540, 1020), hours([6], 600, 840)]],
  ["Tue, Thu 1-5pm", [hours([2, 4], 780, 1020)]],
  ["Mon & Wed 10:00–12:30\nFri 14:00–16:00", [hours([1, 3], 600, 750), hours([5], 840, 960)]],
  ["24 hours", [hours([1, 2, 3, 4, 5, 6, 7], 0, 1440)]],
  ["24/7", [hours([1, 2, 3, 4, 5, 6, 7], 0, 1440)]],
  ["매일 24시간", [hours([1, 2, 3, 4, 5, 6, 7], 0, 1440)]],
  ["월~금 09:00~18:00", [hours(week, 540, 1080)]],
  ["평일 오전 9시~오후 6시", [hours(week, 540, 1080)]],
  ["월수금 오후 2시부터 4시 30분까지", [hours([1, 3, 5], 840, 990)]],
  ["토요일 10시 ~ 정오", [hours([6], 600, 720)]],
  ["Fri-Mon 22:00-02:00", [hours([1, 5, 6, 7], 1320, 1560)]],
  ["lun-vie 09:00-17:00", [hours(week, 540, 1020)]],
  ["lunes a viernes de 9 a. m. a 5 p. m.", [hours(week, 540, 1020)]],
  ["Martes y jueves de 1 a 5pm; sáb 10:00-14:00", [hours([2, 4], 780, 1020), hours([6], 600, 840)]],
  ["mié, dom desde las 10 hasta el mediodía", [hours([3, 7], 600, 720)]],
  ["entre semana 18:00 a medianoche", [hours(week, 1080, 1440)]],
  ["diario 24 horas", [hours([1, 2, 3, 4, 5, 6, 7], 0, 1440)]],
  ["todos los días, las 24 horas", [hours([1, 2, 3, 4, 5, 6, 7], 0, 1440)]],
  ["daily 20:00-24:00", [hours([1, 2, 3, 4, 5, 6, 7], 1200, 1440)]],
])("%j", (typed, expected) => {
  expect(readTypedHours(typed)).toEqual(expected);
});

test.each([
  "",
  "by appointment",
  "Mon-Fri",
  "9-5",
  "Mon-Fri 9-5; first Saturday 10-12",
  "Mon 25:00-26:00",
  "예약제",
  "con cita",
])("%j is not guessed at", (typed) => {
  expect(readTypedHours(typed)).toBeUndefined();
});
