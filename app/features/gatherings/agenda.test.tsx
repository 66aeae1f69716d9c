import { createRemixStub } from "@remix-run/testing";
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { inLanguage } from "../../../tests/support/in-language";
import { sampleCard } from "../../../tests/support/sample-gathering";
import { Agenda } from "./agenda";
import type { Card } from "./card";

afterEach(cleanup);

test("a visitor reads of each gathering when, where and whose it is, with the zone of its place", async () => {
  await show([sampleCard({ audience: "everyone" })], undefined);
  expect(screen.getByRole("heading", { name: /^Saturday, December 5, 2026/ })).toBeTruthy();
  const link = screen.getByRole("link", { name: "Citizenship clinic" });
  expect(link.getAttribute("href")).toBe(`/gatherings/${sampleCard().id}`);
  const item = within(link.closest("article") as HTMLElement);
  for (const text of ["10:00 AM – 12:00 PM", "Pacific Time", "KRCLA", "Koreatown"])
    expect(item.getByText(text)).toBeTruthy();
});

test("a reader in the same zone is not told of it", async () => {
  await show([sampleCard()], "America/Los_Angeles");
  expect(screen.queryByText("Pacific Time")).toBeNull();
});

test("a cancelled gathering is struck through and says so in a word", async () => {
  await show([sampleCard({ state: "cancelled" })], undefined);
  expect(screen.getByText("Citizenship clinic").tagName).toBe("S");
  expect(screen.getByText("Cancelled")).toBeTruthy();
});

test("a title in another language than the page's is marked as that", async () => {
  await show([sampleCard({ title: { ko: "시민권 상담" } })], undefined);
  expect(screen.getByText("시민권 상담").lang).toBe("ko");
});

test("a registration drive carries its warning in both languages in every list", async () => {
  await show([sampleCard({ kind: "registration_drive" })], undefined);
  expect(screen.getByText(/Only U.S. citizens may register to vote/)).toBeTruthy();
  expect(screen.getByText(/유권자 등록은 미국 시민권자만/)).toBeTruthy();
});

async function show(cards: Card[], readerZone: string | undefined) {
  const List = () => <Agenda cards={cards} level={3} today="2026-12-05" readerZone={readerZone} />;
  const Page = createRemixStub([{ path: "/", Component: List }]);
  render(<Page />, { wrapper: inLanguage("en") });
  await screen.findByRole("article");
}
