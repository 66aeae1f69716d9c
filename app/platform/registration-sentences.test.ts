import { expect, test } from "vitest";
import { locales } from "~/i18n/locales";
import { registrationSentenceIn, registrationSentences } from "./registration-sentences";

test("who may register to vote is said in every language of the product", () => {
  expect(Object.keys(registrationSentences).sort()).toEqual([...locales].sort());
});

test("where one has room, it is the reader's, else English", () => {
  expect(registrationSentenceIn("es-MX")).toMatch(/^Solo los ciudadanos/);
  expect(registrationSentenceIn("zh")).toMatch(/^Only U.S. citizens/);
});
