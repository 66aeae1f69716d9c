import { expect, test } from "vitest";
import { formatList } from "./format-list";
import { withParticle } from "./particle";
import { onlyText, pickText } from "./pick-text";

test("a text is shown in the reader's language, and says which language it is in", () => {
  expect(pickText({ en: "Clinic", ko: "상담소" }, "ko")).toEqual({ text: "상담소", lang: "ko" });
  expect(pickText({ en: "Clinic", ko: "상담소" }, "en")).toEqual({ text: "Clinic", lang: "en" });
});

test("a text that is missing in the reader's language comes in English, else in what there is", () => {
  expect(pickText({ en: "Clinic", es: "Clínica" }, "ko")).toEqual({ text: "Clinic", lang: "en" });
  expect(pickText({ es: "Clínica" }, "ko")).toEqual({ text: "Clínica", lang: "es" });
  expect(pickText({ "en-US": "Clinic", ko: "상담소" }, "en")).toEqual({ text: "Clinic", lang: "en-US" });
});

test("a page carries the text that its reader is shown, and no other", () => {
  expect(onlyText({ en: "Housing", es: "Vivienda", ko: "주거" }, "es")).toEqual({ es: "Vivienda" });
  expect(onlyText({ en: "Clinic", ko: "상담소" }, "es")).toEqual({ en: "Clinic" });
});

test("an empty text is none", () => {
  expect(pickText({ ko: "  ", en: "Clinic" }, "ko")).toEqual({ text: "Clinic", lang: "en" });
  expect(pickText({}, "ko")).toEqual({ text: "", lang: "ko" });
  expect(pickText(null, "en")).toEqual({ text: "", lang: "en" });
});

test("a list is joined as its language does it", () => {
  expect(formatList(["NAKASEC", "KRCLA", "KRC Chicago"], "en")).toBe("NAKASEC, KRCLA, and KRC Chicago");
  expect(formatList(["민족학교", "하나센터"], "ko")).toBe("민족학교, 하나센터");
});

test.each([
  ["민족학교", "이/가", "민족학교가"],
  ["하나센터", "을/를", "하나센터를"],
  ["시카고", "으로/로", "시카고로"],
  ["구성원", "으로/로", "구성원으로"],
  ["서울", "으로/로", "서울로"],
  ["KRCLA", "은/는", "KRCLA는"],
  ["NAKASEC", "이/가", "NAKASEC가"],
  ["KBS TV 11", "이/가", "KBS TV 11이"],
  ["단체(KRCL)", "을/를", "단체(KRCL)을"],
] as const)("%s takes the particle that its last sound asks for", (word, particle, expected) => {
  expect(withParticle(word, particle, "ko")).toBe(expected);
});

test("a name typed in separate letters takes the same particle", () => {
  expect(withParticle("구성원".normalize("NFD"), "으로/로", "ko").endsWith("으로")).toBe(true);
});

test("English has no particles", () => {
  expect(withParticle("KRCLA", "이/가", "en")).toBe("KRCLA");
});
