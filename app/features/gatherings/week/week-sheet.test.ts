import { expect, test } from "vitest";
import en from "~/i18n/messages/en";
import ko from "~/i18n/messages/ko";
import { translatorFor } from "~/i18n/translator.server";
import { chicago, krcla, sampleCard } from "../../../../tests/support/sample-gathering";
import { spanAround } from "../calendar/span";
import type { Card } from "../card";
import type { Readership } from "./week-choice";
import { writeWeek } from "./week-sheet";
import { weekText } from "./week-text";

const week = spanAround("week", "2026-12-05", 0);

type Change = { readership?: Readership; language?: string; more?: boolean; demonstration?: boolean };

function textOf(cards: Card[], { readership = "everyone", language = "en", ...change }: Change = {}): string {
  return weekText(
    writeWeek({
      ...{ cards, week, readership, language, more: false, demonstration: false },
      organization: { ...krcla, time_zone: "America/Los_Angeles" },
      names: language === "ko" ? ko.language : en.language,
      t: translatorFor(language),
      site: "https://hamkke.example",
      ...change,
    }),
  );
}

test("the week as text holds day, time, title, area, organization, languages and the link, in the language asked for", () => {
  const open = sampleCard({ audience: "everyone" });
  expect(textOf([open])).toBe(`KRCLA: gatherings of the week
Sun, Nov 29 – Sat, Dec 5 (Pacific Time)

■ Saturday, December 5, 2026
10:00 AM – 12:00 PM
Citizenship clinic
Koreatown · KRCLA · Korean and English
https://hamkke.example/gatherings/${open.id}`);
  expect(textOf([open], { language: "ko" })).toContain(`■ 2026년 12월 5일 토요일
오전 10:00 – 오후 12:00
시민권 상담
Koreatown · 민족학교 · 한국어, 영어`);
});

test("a gathering in another zone says which, and one that began before the week says since when", () => {
  const elsewhere = sampleCard({ audience: "everyone", organization: chicago, time_zone: "America/Chicago" });
  expect(textOf([elsewhere])).toContain("10:00 AM – 12:00 PM (Central Time)");
  const vigil = sampleCard({ audience: "everyone", starts_local: "2026-11-27T18:00:00" });
  expect(textOf([vigil])).toContain("since Fri, Nov 27");
});

test.each(["en", "es", "ko"])("a registration drive carries its warning in every language (%s)", (language) => {
  const text = textOf([sampleCard({ audience: "everyone", kind: "registration_drive" })], { language });
  expect(text).toContain("※ Only U.S. citizens may register to vote. Not a citizen, or unsure? Do not sign");
  expect(text).toContain("※ 유권자 등록은 미국 시민권자만 할 수 있습니다.");
  expect(text).toContain("※ Solo los ciudadanos de Estados Unidos pueden registrarse para votar.");
});

test("what is cancelled says so before its title", () => {
  expect(textOf([sampleCard({ audience: "everyone", state: "cancelled" })])).toContain(
    "[Cancelled] Citizenship clinic",
  );
});

test("a sheet that is not for everyone says for whom it is, and who may know of each gathering", () => {
  const text = textOf([sampleCard({ audience: "owner" })], { readership: "us" });
  expect(text).toContain("For members of KRCLA only. Please do not pass this on.");
  expect(text).toContain("Korean and English · Only us");
  expect(textOf([], { readership: "coalition" })).toContain("For the organizations of the coalition only.");
});

test("an empty week says that nothing is on, a crowded one that not all is there, a demonstration that it is one", () => {
  expect(textOf([])).toContain("No gatherings to show for this week.");
  expect(textOf([], { more: true })).toContain("only the first three");
  expect(textOf([], { demonstration: true })).toMatch(/Demonstration\. Not run or endorsed.*$/);
});
