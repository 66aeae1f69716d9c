import { expect, test } from "vitest";
import { readTypedSteps, stepLines } from "./typed-steps";

test("the same line in each language is one step, and a line left empty in one is said in the other alone", () => {
  expect(readTypedSteps({ ko: "강당 예약\n\n안내지 인쇄", en: "Book the hall\nCall the driver\n\n" }).steps).toEqual([
    { ko: "강당 예약", en: "Book the hall" },
    { en: "Call the driver" },
    { ko: "안내지 인쇄" },
  ]);
});

test("marks and numbers that people put before a line are no part of the step", () => {
  expect(readTypedSteps({ en: "1. Book\n- Print\n• 2026 forms\n10) Call" }).steps).toEqual(
    ["Book", "Print", "2026 forms", "Call"].map((en) => ({ en })),
  );
});

test("two hundred steps, or one of a whole page, are refused with the limit", () => {
  expect(readTypedSteps({ en: "step\n".repeat(200) }).problem).toEqual({ key: "too_many", values: { maximum: 30 } });
  expect(readTypedSteps({ en: "x".repeat(201) }).problem).toEqual({ key: "too_long", values: { maximum: 200 } });
  expect(readTypedSteps({ en: "step\n".repeat(30) }).problem).toBeUndefined();
});

test("what was stored comes back line by line, so that saving it again changes nothing", () => {
  const steps = [{ ko: "하나", en: "one" }, { en: "two" }, { ko: "셋" }];
  const stored = steps.map((label) => ({ label: label as Record<string, string> }));
  expect(readTypedSteps({ ko: stepLines(stored, "ko"), en: stepLines(stored, "en") }).steps).toEqual(steps);
});
