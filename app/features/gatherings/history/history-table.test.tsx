import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { inLanguage } from "../../../../tests/support/in-language";
import { HistoryTable } from "./history-table";
import type { Change } from "./queries.server";

afterEach(cleanup);

const alone = { by_host: false, host: null };
const changes: Change[] = [
  {
    changed_at: "2026-12-02T03:30:00+00:00",
    fields: ["detail.address", "notes"],
    person: null,
    by_person: true,
    ...alone,
  },
  {
    changed_at: "2026-12-01T18:00:00+00:00",
    fields: ["starts_local", "starts_fold"],
    person: "Editor",
    by_person: true,
    ...alone,
  },
  {
    changed_at: "2026-11-30T18:00:00+00:00",
    fields: ["color_of_the_door"],
    person: "Editor",
    by_person: true,
    ...alone,
  },
  {
    changed_at: "2026-11-29T18:00:00+00:00",
    fields: ["created", "recipients", "detail.address"],
    person: null,
    by_person: false,
    ...alone,
  },
];

function rowsIn(language: "en" | "ko"): string[] {
  render(<HistoryTable changes={changes} readerZone="America/Los_Angeles" />, { wrapper: inLanguage(language) });
  return screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...within(row).getAllByRole("rowheader"), ...within(row).getAllByRole("cell")])
    .map((cells) => cells.map(({ textContent }) => textContent).join(" | "));
}

test("a member reads when by their own clock, who, and what by the form's own labels", () => {
  expect(rowsIn("en")).toEqual([
    "Tuesday, December 1, 2026 7:30 PM (Pacific Time) | A member | Exact address and Notes",
    "Tuesday, December 1, 2026 10:00 AM (Pacific Time) | Editor | When it starts",
    "Monday, November 30, 2026 10:00 AM (Pacific Time) | Editor | Something else",
    "Sunday, November 29, 2026 10:00 AM (Pacific Time) | The installation, or an account that is gone | Created",
  ]);
});

test("the same in Korean", () => {
  expect(rowsIn("ko")[0]).toBe("2026년 12월 1일 화요일 오후 7:30 (미국 서부 시간) | 구성원 | 정확한 주소, 메모");
});
