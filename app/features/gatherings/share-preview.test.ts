import { expect, test } from "vitest";
import { samplePage } from "../../../tests/support/sample-gathering";
import { sharePreview } from "./share-preview";

test("a forwarded link to a gathering for everyone shows its title, time and area, and no organization", () => {
  const preview = sharePreview(samplePage({ audience: "everyone" }), "en");
  expect(preview?.title).toBe("Citizenship clinic");
  expect(preview?.text).toContain("Saturday, December 5, 2026");
  expect(preview?.text).toContain("Koreatown");
  expect(JSON.stringify(preview)).not.toContain("KRCLA");
});

test.each([
  { audience: "owner" },
  { audience: "named" },
  { audience: "coalition" },
  { audience: "everyone", state: "draft" },
] as const)("a forwarded link shows nothing of %o", (change) => {
  expect(sharePreview(samplePage(change), "en")).toBeNull();
});

test("a forwarded link to a registration drive begins with the warning, in both languages", () => {
  const text = sharePreview(samplePage({ audience: "everyone", kind: "registration_drive" }), "ko")?.text;
  expect(text).toMatch(/^유권자 등록은 .*Only U\.S\. citizens may register to vote\./);
});
