import { describe, expect, test } from "vitest";
import { findLocale, locales } from "./locales";
import { negotiateLocale } from "./negotiate";

describe("the language of a page", () => {
  test("is what the address asks for, before everything else", () => {
    expect(negotiateLocale({ asked: "ko", remembered: "en", account: "en", accepted: "en" })).toBe("ko");
  });

  test("is then what the cookie remembers, then the account's, then the browser's", () => {
    expect(negotiateLocale({ remembered: "ko", account: "en", accepted: "en" })).toBe("ko");
    expect(negotiateLocale({ account: "ko", accepted: "en" })).toBe("ko");
    expect(negotiateLocale({ accepted: "ko" })).toBe("ko");
  });

  test("is English when nobody asks for one we have", () => {
    expect(negotiateLocale({})).toBe("en");
    expect(negotiateLocale({ asked: "tlh", remembered: "xx", account: "", accepted: "fr-CA, de;q=0.5" })).toBe("en");
  });

  test("passes over a wish that has no file", () => {
    expect(negotiateLocale({ asked: "tlh", remembered: "ko" })).toBe("ko");
    expect(negotiateLocale({ asked: "../../secret", accepted: "ko-KR" })).toBe("ko");
  });

  test("is Spanish for whoever reads any Spanish", () => {
    expect(negotiateLocale({ accepted: "es-MX,es;q=0.9,en;q=0.8" })).toBe("es");
    expect(negotiateLocale({ accepted: "es-419, en;q=0.5" })).toBe("es");
    expect(negotiateLocale({ accepted: "quc, es-GT;q=0.9, en;q=0.8" })).toBe("es");
    expect(negotiateLocale({ asked: "ES", accepted: "en" })).toBe("es");
  });

  test("follows the browser's order of preference, not the order of its list", () => {
    expect(negotiateLocale({ accepted: "en;q=0.3, ko;q=0.9" })).toBe("ko");
    expect(negotiateLocale({ accepted: "fr, ko-KR;q=0.8, en;q=0.7" })).toBe("ko");
    expect(negotiateLocale({ accepted: "ko;q=0, *;q=0.1" })).toBe("en");
    expect(negotiateLocale({ accepted: "ko;q=nonsense, en" })).toBe("en");
  });
});

test("a file in messages/ is a language; English comes first", () => {
  expect(locales).toEqual(["en", "es", "ko"]);
  expect(findLocale("KO-kr")).toBe("ko");
  expect(findLocale("kok")).toBeUndefined();
});
