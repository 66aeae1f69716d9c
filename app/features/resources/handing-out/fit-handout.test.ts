import { expect, test } from "vitest";
import { messagesOf } from "~/i18n/messages.server";
import { translatorFor } from "~/i18n/translator.server";
import { sampleFacts } from "../../../../tests/support/sample-facts";
import type { Facts } from "./facts";
import { fitHandout } from "./fit-handout";
import { warningsOf, writeHandout } from "./handout-text";

const handout = (change: Partial<Facts> = {}) => {
  const facts = sampleFacts(change);
  const writings = ["ko", "en"].map((locale) => ({
    locale,
    t: translatorFor(locale),
    names: messagesOf(locale).language,
  }));
  const texts = writings.map((writing, at) =>
    writeHandout(facts, { ...writing, isFirst: at === 0, demonstration: true }),
  );
  return fitHandout(texts, warningsOf([facts], writings));
};
const points = (style: string) => Number(/\[(\d+)pt\]/.exec(style)?.[1]);

test("with little to say a handout is set as large as it goes and says all of it", () => {
  const { texts, style } = handout();
  expect(points(style)).toBeGreaterThanOrEqual(15);
  expect(texts.map(({ scan }) => scan)).toEqual(["최신 정보 보기", "Scan for the latest"]);
  expect(texts[1]?.facts.map(({ about }) => about)).toEqual(["hours", "languages", "cost", "documents", "area"]);
});

test("with much to say it stays in large print: whom to call, when and at what cost remain, and the code leads to the rest", () => {
  const said = (words: number) => ({ ko: "고사리 나물 ".repeat(words), en: "rather long words ".repeat(words) });
  const { texts, style } = handout({
    description: said(60),
    required_documents: said(20),
    eligibility: said(20),
    terms: [{ id: "legal", name: { en: "Legal" } }],
    credential: "attorney",
  });
  expect(points(style)).toBeGreaterThanOrEqual(14);
  for (const text of texts) {
    expect(text.phones).toEqual([{ label: "", number: "213-555-0113" }]);
    expect(text.facts.map(({ about }) => about)).toEqual(expect.arrayContaining(["hours", "cost"]));
  }
  expect(texts[0]?.scan).toBe("더 자세한 내용과 최신 정보 보기");
});
