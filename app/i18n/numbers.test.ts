import { expect, test } from "vitest";
import { translatorFor } from "./translator.server";

test("a number in a Spanish sentence is written as in the United States, and read back as what it is", () => {
  const t = translatorFor("es");
  expect(t("totals.soFar", { total: 12_345, unit: "formularios" })).toContain("12,345 formularios");
  expect(t("totals.soFar", { total: 1_200, unit: "formularios" })).toContain("1,200 formularios");
  expect(translatorFor("ko")("totals.number", { amount: 12_345 })).toBe("12,345");
});
