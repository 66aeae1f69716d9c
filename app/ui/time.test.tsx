import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { inLanguage } from "../../tests/support/in-language";
import { Time } from "./time";

afterEach(cleanup);

const clinic = {
  starts_local: "2026-11-28T10:00:00",
  ends_local: "2026-11-28T12:00:00",
  time_zone: "America/Los_Angeles",
  starts_at: "2026-11-28T18:00:00Z",
  ends_at: "2026-11-28T20:00:00Z",
};

test("somebody in another zone reads their own time beside the place's", () => {
  const { container } = render(<Time when={clinic} readerZone="America/Chicago" />, { wrapper: inLanguage("en") });

  expect(container.querySelector("time")?.getAttribute("datetime")).toBe(clinic.starts_at);
  expect(container.textContent).toContain("Saturday, November 28, 2026");
  expect(container.textContent).toContain("10:00 AM – 12:00 PM (Pacific Time)");
  expect(container.textContent).toContain("12:00 PM – 2:00 PM (Central Time)");
});

test("somebody whose clocks show the same reads it once", () => {
  const { container } = render(<Time when={clinic} readerZone="America/Tijuana" />, { wrapper: inLanguage("ko") });

  expect(container.textContent?.match(/오전 10:00/g)).toHaveLength(1);
});
