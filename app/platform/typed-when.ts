import { z } from "zod";
import { readTypedDay } from "./typed-day";
import { readTypedTime } from "./typed-time";

/** A day, as people type it or a date picker sends it. */
export function date(missing: string) {
  return z.string(missing).transform((typed, context) => {
    const { day, problem } = readTypedDay(typed);
    if (problem) context.addIssue({ code: "custom", message: problem.key, params: problem.values });
    return day ?? "";
  });
}

/** A time of day as people type it. */
export function time() {
  return z.string("required").transform((typed, context) => {
    const { time, problem } = readTypedTime(typed);
    if (problem) context.addIssue({ code: "custom", message: problem });
    return time ?? "";
  });
}

/** Which of the two, when an hour happens twice. */
export function fold() {
  return z
    .enum(["0", "1"], "choose_one")
    .transform((typed) => Number(typed))
    .optional();
}
