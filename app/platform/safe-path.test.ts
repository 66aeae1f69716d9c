import { expect, test } from "vitest";
import { pathTo, safePath } from "./safe-path";

test.each(["/o/krcla", "/o/krcla/calendar?on=2026-11-01&view=month", "/gatherings/1#top", "/"])(
  "%s is a page of this site",
  (path) => {
    expect(safePath(path)).toBe(path);
  },
);

test.each([
  "https://elsewhere.example/",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "\\\\elsewhere.example",
  "/\t/elsewhere.example",
  "/\n/elsewhere.example",
  "/..//elsewhere.example",
  "/.//elsewhere.example",
  "/%09/elsewhere.example",
  "/%2felsewhere.example",
  "/%5celsewhere.example",
  "/%ff",
  "javascript:alert(1)",
  " /o/krcla",
  "o/krcla",
  "",
  `/${"a".repeat(2001)}`,
  null,
  undefined,
  ["/o/krcla"],
])("%j leads nowhere but to the fallback", (path) => {
  expect(safePath(path, "/safe")).toBe("/safe");
});

test("a way round leads back to where it began, whole", () => {
  const to = "/o/krcla/calendar?on=2026-11-01&view=month";
  expect(pathTo("/password", "")).toBe("/password");
  for (const path of [pathTo("/password", to), pathTo("/password?requested", to)]) {
    expect(new URL(path, "http://here.example").searchParams.get("to")).toBe(to);
  }
});
