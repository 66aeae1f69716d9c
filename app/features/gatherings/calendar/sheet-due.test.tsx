import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { inLanguage } from "../../../../tests/support/in-language";
import { SheetDue } from "./sheet-due";

afterEach(cleanup);

test("on a month somebody reads in whose zone something is due, which may not be their own", () => {
  const due = {
    id: "due",
    title: { en: "Print the checklist" },
    due_local: "2026-12-04T17:00:00",
    due_at: "2026-12-05T01:00:00Z",
    time_zone: "America/Los_Angeles",
    late: false,
    closed: false,
    organization: { slug: "krcla", display_name: "KRCLA", short_name: "KRCLA", korean_name: null, hue: 1 },
  };
  const { container } = render(<SheetDue due={due as never} />, { wrapper: inLanguage("en") });
  expect(container.textContent).toContain("5:00 PM PT KRCLA");
});
