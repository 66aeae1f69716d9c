import { expect, test } from "vitest";
import { meantInHangul } from "./meant-in-hangul";

test("who forgot to turn the keyboard to Hangul is understood", () => {
  expect(meantInHangul("xhddur")).toBe("통역");
  expect(meantInHangul("dlarma cpqnf")).toBe("임금 체불");
});

test("English words are English, those too whose vowels make no syllable", () => {
  for (const typed of ["hospital", "hospital interpreter", "opioid", "house", "police report", "DACA renewal", "tax"]) {
    expect(meantInHangul(typed), typed).toBeNull();
  }
});
