import { join } from "node:path";
import { expect, test } from "vitest";
import en from "../../app/i18n/messages/en";
import ko from "../../app/i18n/messages/ko";
import { listRefusals } from "./describe/refusals";

const refusals = listRefusals(join(import.meta.dirname, "..", "policies"));

test("every refusal of the database has a sentence in both languages, and a status a browser understands", () => {
  expect(refusals.length).toBeGreaterThan(40);
  for (const { key, status } of refusals) {
    expect(en.problem, key).toHaveProperty(key);
    expect(ko.problem, key).toHaveProperty(key);
    expect([400, 403, 404, 409, 422, 429]).toContain(status);
  }
});

test("a sentence that names a number is given that number", () => {
  for (const { key, rest } of refusals) {
    const sentence = en.problem[key as keyof typeof en.problem];
    for (const [, name] of sentence.matchAll(/\{(\w+)(?=[,}])/g)) {
      expect(rest, key).toContain(`'${name}'`);
    }
  }
});
