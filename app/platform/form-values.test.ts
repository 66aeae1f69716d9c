import { expect, test } from "vitest";
import { versionSeen } from "./form-values";

test("a form sends the version its writer saw, and the newer one only after being told of it", () => {
  const stored = { version: 4 };
  const values = { seen_version: "3" };
  expect(versionSeen(undefined, stored)).toBe("4");
  expect(versionSeen({ values, errors: { ends: [{ key: "required" }] } }, stored)).toBe("3");
  expect(versionSeen({ values, errors: {}, refusal: { key: "changed_meanwhile" } }, stored)).toBe("4");
});
