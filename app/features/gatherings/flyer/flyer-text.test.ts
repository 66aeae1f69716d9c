import { expect, test } from "vitest";
import en from "~/i18n/messages/en";
import ko from "~/i18n/messages/ko";
import { translatorFor } from "~/i18n/translator.server";
import { samplePage } from "../../../../tests/support/sample-gathering";
import type { Detail, GatheringPage } from "../card";
import { writeFlyer } from "./flyer-text";

const street = "Zinnia Street 1";

function flyerOf(change: Partial<GatheringPage> = {}, language: "en" | "ko" = "en", demonstration = false) {
  const names = language === "ko" ? ko.language : en.language;
  return writeFlyer(samplePage(change), { language, names, t: translatorFor(language), demonstration });
}

function detail(audience: Detail["audience"]): Detail {
  return {
    ...{ address: street, online_url: "", contact: "", instructions: {}, accessibility: [], audience },
    ...{ coalition: null, recipients: [], reached: null },
  };
}

test("a flyer says what, when in the zone of the place, where and in which languages, in its own language", () => {
  expect(flyerOf({ audience: "everyone" })).toMatchObject({
    organization: "KRCLA",
    title: { text: "Citizenship clinic", lang: "en" },
    day: "Saturday, December 5, 2026",
    times: "10:00 AM – 12:00 PM (Pacific Time)",
    facts: [
      { label: "Where", text: "Koreatown\nAsk us for the exact place" },
      { label: "Languages", text: "Korean and English" },
    ],
    forWhom: null,
  });
  expect(flyerOf({ audience: "everyone" }, "ko")).toMatchObject({
    organization: "민족학교",
    title: { text: "시민권 상담", lang: "ko" },
    day: "2026년 12월 5일 토요일",
    times: "오전 10:00 – 오후 12:00 (미국 서부 시간)",
  });
});

test("a contact is on the flyer where it is open to everyone, and nowhere else", () => {
  const reachable = (audience: Detail["audience"]) => ({ ...detail(audience), contact: "213-555-0100" });
  const facts = flyerOf({ audience: "everyone", detail: reachable("everyone") }).facts;
  expect(facts).toContainEqual({ label: "Contact", text: "213-555-0100" });
  const coalition = flyerOf({ audience: "everyone", detail: reachable("coalition") });
  expect(JSON.stringify(coalition)).not.toContain("213-555-0100");
});

test("the flyer of a cancelled gathering says why", () => {
  const { cancelled } = flyerOf({ state: "cancelled", cancellation_reason: "The hall is closed." });
  expect(cancelled).toContain("The hall is closed.");
});

test.each(["owner", "named", "coalition"] as const)(
  "an address for %s alone is not on paper, whoever prints it",
  (who) => {
    const text = JSON.stringify(flyerOf({ audience: "everyone", detail: detail(who) }));
    expect(text).not.toContain(street);
    expect(text).toContain("Ask us for the exact place");
  },
);

test("an address that is open to everyone is on the flyer", () => {
  expect(flyerOf({ audience: "everyone", detail: detail("everyone") }).facts[0]?.text).toBe(`Koreatown\n${street}`);
});

test.each([
  ["owner", {}, "For people of KRCLA only"],
  ["named", {}, "For the organizations that KRCLA named only"],
  ["coalition", {}, "For the organizations of Emergency Plan only"],
  ["coalition", { coalition: null }, "For the organizations of the coalition only"],
  ["everyone", { state: "draft" }, "Draft: for people of KRCLA only"],
] as const)("a gathering for %s %o says for whom it is", (audience, change, sentence) => {
  expect(flyerOf({ audience, ...change }).forWhom).toBe(sentence);
});

test("a registration drive carries its warning in every language, a cancelled gathering says so, a demonstration too", () => {
  const flyer = flyerOf({ kind: "registration_drive", state: "cancelled" }, "ko", true);
  expect(flyer.warning.map(({ lang }) => lang)).toEqual(["ko", "en", "es"]);
  expect(flyer.cancelled).toBe("취소됨");
  expect(flyer.demonstration).toContain("시연용입니다");
});
