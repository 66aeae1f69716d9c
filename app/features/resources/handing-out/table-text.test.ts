import { expect, test } from "vitest";
import { messagesOf } from "~/i18n/messages.server";
import { translatorFor } from "~/i18n/translator.server";
import { sampleFacts, site } from "../../../../tests/support/sample-facts";
import type { Facts } from "./facts";
import { writeTable } from "./table-text";

const table = (services: Facts[], locale = "ko") =>
  writeTable(services, { locale, site, t: translatorFor(locale), names: messagesOf(locale).language });

test("Excel reads a table in Korean: with its mark, headings in the reader's language, and a line for each", () => {
  const text = table([
    sampleFacts(),
    sampleFacts({ name: { en: 'Say "hello", please' }, description: { en: "Two\nlines" } }),
  ]);
  expect(text.startsWith("\ufeff이름,단체,설명,분류,전화,운영시간")).toBe(true);
  expect(text).toContain('\r\n"Say ""hello"", please",민족학교,"Two\nlines",');
  expect(text).toContain("월~금 오전 9:00 – 오후 5:00");
  expect(table([sampleFacts()], "en")).toContain("Name,Organization,Description,Needs,Phone,Hours");
});

test("no cell is a formula, whatever its writer typed", () => {
  const typed = ["=1+1", "+82 2", "-2", "@SUM(A1)", "\t=1", " =1", "＝1", "－1", "＋1", "＠a"];
  for (const text of typed) {
    const row = table([
      sampleFacts({
        ...{ name: { ko: text }, description: { ko: text }, area_served: [text], jurisdiction: text, website: text },
        ...{ provider: { ko: text }, cost_note: { ko: text }, cost: "unknown", eligibility: { ko: text } },
        phones: [{ number: "+8225550100", extension: "", label: {} }],
      }),
    ]);
    const cells = row.slice(1).split(/\r\n|,/);
    for (const cell of cells) expect(cell.replace(/^"/, "")).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
    expect(row).toContain(`'${text}`);
  }
});

test("a table has these columns and no other, and a link only to what everyone may see", () => {
  const [head, open] = table([sampleFacts()], "en").split("\r\n");
  expect(head?.slice(1).split(",")).toEqual(Object.values(messagesOf("en").handingOut.columns));
  expect(open).toContain(`${site}/resources/`);
  expect(table([sampleFacts({ audience: "coalition" })], "en")).not.toContain(site);
  expect(table([sampleFacts({ state: "draft" })], "en")).not.toContain(site);
});
