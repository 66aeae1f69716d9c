import { expect, test } from "vitest";
import en from "~/i18n/messages/en";
import ko from "~/i18n/messages/ko";
import { commonLanguages, typedLanguages } from "./spoken-languages";
import { readTypedLanguages } from "./typed-languages";

const all = [...commonLanguages, ...typedLanguages];

test("languages may be typed by name in English, Korean, Spanish or themselves", () => {
  expect(readTypedLanguages("Thai, 몽골어, français / K’iche’").languages).toEqual(["th", "mn", "fr", "quc"]);
  expect(readTypedLanguages("jemer, Tagalo, mixteco e inglés").languages).toEqual(["km", "tl", "mix", "en"]);
});

test("a name typed twice counts once", () => {
  expect(readTypedLanguages("Thai, 태국어, thai").languages).toEqual(["th"]);
});

test("a tag that says more than the language stays what it is", () => {
  expect(readTypedLanguages("zh-Hant, es-MX, xx-Latn")).toEqual({
    languages: ["zh-Hant", "es-MX"],
    unknown: ["xx-Latn"],
  });
});

test("a name that is no language is given back", () => {
  expect(readTypedLanguages("Thai, Klingonish")).toEqual({ languages: ["th"], unknown: ["Klingonish"] });
});

test.each(all)("the language %s has its name in both languages, and that name is understood", (tag) => {
  for (const messages of [en, ko]) {
    const name = messages.language[tag];
    expect(readTypedLanguages(name), name).toEqual({ languages: [tag], unknown: [] });
  }
});
