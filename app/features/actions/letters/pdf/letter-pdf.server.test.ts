import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { translatorFor } from "~/i18n/translator.server";
import type { ReadLetter } from "../facts";
import { printLetter } from "./letter-pdf.server";
import { writeLetterSheet } from "./letter-sheet";

const letter: ReadLetter = {
  ...{ id: "1", version: 2, written_at: "2026-11-01T10:00:00Z", hash: "ab".repeat(32), audience: "everyone" },
  ...{
    title: { en: "Open the rooms", ko: "방을 열어 주세요" },
    order: "alphabetical",
    signed: 1,
    coalition: null,
    campaign: null,
  },
  ...{ due_local: "2026-11-20T17:00:00", due_fold: null, due_at: "2026-11-20T23:00:00Z", time_zone: "America/Chicago" },
  ...{ closed_at: null, is_over: true, is_final: true, lead: { display_name: "Choir", korean_name: "양귀비 합창단" } },
  body: { en: "We ask.\n\nPlease.", ko: "부탁드립니다. 꼭 열어 주세요." },
  signatories: [
    {
      english_name: "Choir",
      korean_name: "양귀비 합창단",
      signed_at: "2026-11-02T10:00:00Z",
      late: false,
      apart: "choir-la",
      other: null,
    },
    {
      english_name: "Late Band",
      korean_name: null,
      signed_at: "2026-11-21T10:00:00Z",
      late: true,
      apart: null,
      other: null,
    },
  ],
};
const now = new Date("2026-11-25T10:00:00Z");

test("a letter on paper can be searched in both scripts, with its signatories, its hash, its dates and its pages", async () => {
  for (const locale of ["en", "ko"] as const) {
    const t = translatorFor(locale);
    const sheet = writeLetterSheet(letter, { locale, t, demonstration: true, now });
    const pages = textsOf(await printLetter(sheet));
    expect(pages).toHaveLength(1);
    const [text = ""] = pages;
    for (const said of [
      ...[
        "Open the rooms",
        "방을 열어 주세요",
        "Please.",
        "꼭 열어 주세요.",
        "Choir · 양귀비 합창단 (choir-la)",
        "Late Band",
      ],
      ...[letter.hash, "2026", "1 / 1", t("letters.late", { count: 1 }), t("shell.demonstration").slice(0, 10)],
    ]) {
      expect(text, said).toContain(said);
    }
  }
});

test("a long letter goes on over numbered pages, and nothing of it is lost", async () => {
  const paragraphs = Array.from({ length: 60 }, (_, at) => `${at}번째 문단입니다. ${"가나다라 마바사 ".repeat(20)}`);
  const long = { ...letter, body: { ...letter.body, ko: paragraphs.join("\n\n") } };
  const t = translatorFor("ko");
  const pages = textsOf(await printLetter(writeLetterSheet(long, { locale: "ko", t, demonstration: false, now })));
  expect(pages.length).toBeGreaterThan(3);
  for (const [at, page] of pages.entries()) expect(page).toContain(`${at + 1} / ${pages.length}`);
  for (const at of [0, 30, 59]) expect(pages.join("\n")).toContain(`${at}번째 문단입니다.`);
});

/** The text of each page as a reader would select it: glyphs through the maps to characters that their fonts bring. */
function textsOf(file: Uint8Array): string[] {
  const objects = new Map(
    [
      ...Buffer.from(file)
        .toString("latin1")
        .matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g),
    ].map(([, id, body]) => [id, body ?? ""]),
  );
  const find = (body: string, pattern: RegExp) => objects.get(pattern.exec(body)?.[1] ?? "") ?? "";
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\n/.test(body))
    .map((page) => {
      const resources = find(page, /\/Resources (\d+) 0 R/);
      const fonts = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [
          name,
          charactersOf(inflated(find(objects.get(id) ?? "", /\/ToUnicode (\d+) 0 R/))),
        ]),
      );
      let font = new Map<string, string>();
      const lines: string[] = [];
      for (const [, name, array] of inflated(find(page, /\/Contents (\d+) 0 R/)).matchAll(
        /\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g,
      )) {
        if (name) font = fonts.get(name) ?? font;
        else lines.push([...(array ?? "").matchAll(/<([0-9a-f]+)>/g)].map(([, hex = ""]) => read(hex, font)).join(""));
      }
      return lines.join("");
    });
}

const read = (hex: string, font: Map<string, string>) =>
  (hex.match(/.{4}/g) ?? []).map((glyph) => font.get(glyph)).join("");

function inflated(object: string): string {
  const body = /stream\n([\s\S]*?)\nendstream/.exec(object)?.[1] ?? "";
  return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
}

function charactersOf(map: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, from = "", list = ""] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/gs)) {
    for (const [at, [, hex = ""]] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const units = (hex.replaceAll(" ", "").match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      found.set((Number.parseInt(from, 16) + at).toString(16).padStart(4, "0"), String.fromCharCode(...units));
    }
  }
  return found;
}
