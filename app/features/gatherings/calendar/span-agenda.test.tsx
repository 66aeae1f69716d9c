import { createRemixStub } from "@remix-run/testing";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { inLanguage } from "../../../../tests/support/in-language";
import { sampleCard } from "../../../../tests/support/sample-gathering";
import { spanAround } from "./span";
import { SpanAgenda } from "./span-agenda";

afterEach(cleanup);

test("late in a month whose gatherings are over, the list says so and leads on", async () => {
  await show("2026-12-29");
  expect(screen.getByText("1 earlier this month")).toBeTruthy();
  expect(screen.getByText("Nothing more this month.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Look at January 2027" }).getAttribute("href")).toBe("/ahead");
});

test("while something is still to come, the list ends with the month after", async () => {
  await show("2026-12-04");
  expect(screen.queryByText("Nothing more this month.")).toBeNull();
  expect(screen.getByRole("link", { name: "Look at January 2027" })).toBeTruthy();
});

/** December 2026, with one gathering on the fifth, as it is read on a day. */
async function show(today: string) {
  const List = () => (
    <SpanAgenda
      cards={[sampleCard()]}
      dues={[]}
      rest={{}}
      span={spanAround("agenda", today, 0)}
      today={today}
      readerZone={undefined}
      chips={false}
      addressOfDay={(on) => `?on=${on}`}
      ahead="/ahead"
    />
  );
  const Page = createRemixStub([{ path: "/", Component: List }]);
  render(<Page />, { wrapper: inLanguage("en") });
  await screen.findByRole("link", { name: /Look at/ });
}
