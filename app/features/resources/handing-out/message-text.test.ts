import fc from "fast-check";
import { expect, test } from "vitest";
import { messagesOf } from "~/i18n/messages.server";
import { translatorFor } from "~/i18n/translator.server";
import { sampleFacts, site } from "../../../../tests/support/sample-facts";
import type { HandoutFacts } from "./facts";
import { writeMessage } from "./message-text";

const url = `${site}/resources/6b1cbd0e-3c5c-4a38-9a66-0d0c8a1a0c11`;
const message = (change: Partial<HandoutFacts> = {}, locale = "ko", demonstration = false) =>
  writeMessage(sampleFacts(change), {
    ...{ locale, url, demonstration },
    ...{ t: translatorFor(locale), names: messagesOf(locale).language },
  });
const graphemes = (text: string) => [...new Intl.Segmenter("und").segment(text)].map(({ segment }) => segment);

test("a message says first what it is and whom to call, then when, in which languages and where there is more", () => {
  expect(message()).toBe(
    `임금 체불 상담\n213-555-0113\n오늘 11월 25일 (수) 오전 9:00 – 오후 5:00\n한국어, 영어 · 통역: 스페인어\n${url}`,
  );
  expect(message({}, "en")).toBe(
    `Wage theft advice\n213-555-0113\nToday Wed, Nov 25: 9:00 AM – 5:00 PM\nKorean and English · with an interpreter: Spanish\n${url}`,
  );
});

test("what nobody made sure of is to be called first, what is closed says so, and a demonstration is called one", () => {
  expect(message({ stale: true })).toContain("먼저 전화로 확인하세요.");
  expect(message({ state: "closed" }, "en")).toMatch(/^\[No longer given\] Wage/);
  expect(message({}, "en", true)).toMatch(/^\[Demonstration\] Wage/);
  expect(
    message({ opening: { day: "2026-11-26", is_today: false, hours: [{ opens_minute: 0, closes_minute: 1440 }] } }),
  ).toContain("다음 여는 날 11월 26일 (목) 24시간");
});

test.each(["owner", "named", "coalition"] as const)(
  "a message about help for %s alone leads nobody to its page",
  (audience) => {
    expect(message({ audience })).not.toContain("http");
  },
);

test("voter registration carries its warning whole, whatever else there is no room for", () => {
  const terms = [{ id: "civic/voter-registration", name: {} }];
  for (const [locale, warning] of [
    [
      "ko",
      "유권자 등록은 미국 시민권자만 할 수 있습니다. 시민권자가 아니거나 확실하지 않으면 서명하지 말고 먼저 변호사와 상담하세요.",
    ],
    ["en", "Only U.S. citizens may register to vote. Not a citizen, or unsure? Do not sign; ask a lawyer first."],
  ] as const) {
    const text = message({ terms, name: { ko: "등록".repeat(80), en: "x".repeat(160) } }, locale);
    expect(text).toContain(warning);
    expect(text.length).toBeLessThanOrEqual(300);
  }
});

test("whatever is listed, a message has at most 300 characters, no half letter, and its phone and link whole", () => {
  const letters = fc.constantFrom("가", "👨‍👩‍👧‍👦", "🇰🇷", "é", "각", "a", " ", "한", "👍🏽");
  const name = fc.array(letters, { minLength: 1, maxLength: 160 }).map((all) => all.join(""));
  const languages = fc.subarray(["ko", "en", "es", "zh-Hant", "vi", "tl", "km", "ru", "ar", "pl"]);
  const hours = fc.record({
    opens_minute: fc.integer({ min: 0, max: 700 }),
    closes_minute: fc.integer({ min: 701, max: 2100 }),
  });
  const facts = fc.record({
    ...{ name: fc.record({ ko: name, en: name }), staff_languages: languages, interpreter_languages: languages },
    opening: fc.record({
      day: fc.constant("2026-11-25"),
      is_today: fc.boolean(),
      hours: fc.array(hours, { minLength: 1, maxLength: 12 }),
    }),
    stale: fc.boolean(),
    state: fc.constantFrom("active" as const, "paused" as const, "closed" as const),
  });
  fc.assert(
    fc.property(facts, fc.constantFrom("ko", "en"), fc.boolean(), (change, locale, demonstration) => {
      const text = message(change, locale, demonstration);
      const whole = new Set(graphemes(`${change.name.ko}${change.name.en}`));
      expect(text.length).toBeLessThanOrEqual(300);
      expect(graphemes(text).length).toBeLessThanOrEqual(300);
      expect(text.split("\n")).toEqual(expect.arrayContaining(["213-555-0113", url]));
      for (const letter of graphemes(text.split("\n")[0] ?? "")) {
        expect(whole.has(letter) || /^[\p{L}\p{P}\s]$/u.test(letter) || letter === "…", letter).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});
