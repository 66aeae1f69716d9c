import { expect, test } from "vitest";
import { readViewer, writeViewer } from "./viewers";

test("the address names an organization, a coalition or the public", () => {
  expect(readViewer("krc-chicago")).toEqual({ organization: "krc-chicago" });
  expect(readViewer("coalition:emergency-plan")).toEqual({ coalition: "emergency-plan" });
  for (const as of [null, "", "public", "' or 1=1", "coalition:", "A".repeat(99)]) expect(readViewer(as)).toEqual({});
});

test("what the address says is read back alike", () => {
  for (const as of ["public", "krcla", "coalition:emergency-plan"]) expect(writeViewer(readViewer(as))).toBe(as);
});
