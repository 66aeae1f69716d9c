import { beforeAll, expect, test } from "vitest";
import { type MadeLetters, makeLetters } from "../support/made-letters";
import { rest, tokenOf } from "../support/member";
import { wordsIn } from "../support/words";
import { actors, as, local } from "./cast";

let made: MadeLetters;
beforeAll(async () => {
  made = await makeLetters(local());
});

const seenOf = (html: string) => /name="seen" value="(\w+)"/.exec(html)?.[1] ?? "";

test("a letter of a megabyte is refused in a sentence in both languages, and stays as it was typed", async () => {
  const editor = await as("editor");
  const path = `/o/krcla/letters/${made.led}/text`;
  const text = `${"x".repeat(1024 * 1024)}end of it`;
  for (const language of ["en", "ko"] as const) {
    await editor.get(`/?lang=${language}`);
    const seen = seenOf(await (await editor.get(path)).text());
    const answer = await editor.post(path, { seen, "title.en": "Zinnia letter", "body.en": text });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(wordsIn(language)("problem.too_long", { maximum: "20000" }));
    expect(html).toContain(text);
  }
});

test("a signature a moment after the deadline is taken from whoever says that it is late, and listed as late", async () => {
  const admin = await as("admin");
  const [page, letter] = [`/o/krcla/letters/${made.late}/signature`, `/letters/${made.late}`];
  for (const language of ["ko", "en"] as const) {
    await admin.get(`/?lang=${language}`);
    const seen = seenOf(await (await admin.get(page)).text());
    const refused = await admin.post(page, { seen });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain(wordsIn(language)("problem.letter_deadline_passed"));
  }
  const seen = seenOf(await (await admin.get(page)).text());
  expect((await admin.post(page, { seen, late: "true" })).status).toBe(302);
  expect(await (await admin.get(letter)).text()).toContain(wordsIn("en")("letters.late", { count: 1 }));
  expect((await admin.post(`/o/krcla/letters/${made.late}/withdrawal`, {})).status).toBe(302);
});

test("a press on a text that was changed meanwhile signs nothing and shows the new one", async () => {
  const admin = await as("admin");
  await admin.get("/?lang=en");
  const answer = await admin.post(`/o/krcla/letters/${made.open}/signature`, { seen: "0".repeat(64) });
  const html = await answer.text();
  expect(answer.status).toBe(409);
  expect(html).toContain(wordsIn("en")("problem.letter_changed_meanwhile"));
  expect(html).toMatch(/name="seen" value="[1-9a-f][0-9a-f]{63}"/);
});

test("a letter on paper is a PDF, and one that is not open is absent there too", async () => {
  const visitor = await as("visitor");
  const answer = await visitor.get(`/letters/${made.final}/letter.pdf`);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  expect((await visitor.get(`/letters/${made.open}/letter.pdf`)).status).toBe(404);
});

test("whoever asks the API itself learns who signed, and never who pressed in another organization", async () => {
  for (const [actor, asked] of [
    ["editor", true],
    ["neighbor", false],
    ["ally", false],
  ] as const) {
    const ask = rest(local(), await tokenOf(local(), actors[actor]));
    const read = async (path: string) => (await ask(`/rest/v1/${path}`)).json();
    const deeds = (await read(`letter_deeds?select=deed&letter_id=eq.${made.led}`)) as object[];
    expect(deeds.length > 0, actor).toBe(asked);
    expect(await read(`letter_signatures?select=english_name&letter_id=eq.${made.led}`)).toEqual([
      { english_name: "Invented Latino Neighbors" },
    ]);
  }
});
