import { createRemixStub } from "@remix-run/testing";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { inLanguage } from "../../../tests/support/in-language";
import { OrganizationHeader } from "./organization-header";

afterEach(cleanup);

const krcla = {
  slug: "krcla",
  short_name: "KRCLA",
  display_name: "Korean Resource Center",
  korean_name: "민족학교",
  color: "rust",
};

test("an editor can go home, to the calendar, to the help it lists, to what it does with others, to the members and to a new gathering, and hears where they are", async () => {
  await renderAt("/o/krcla/calendar", { canWrite: true });

  const links = screen.getAllByRole("link");
  expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
    ["홈", "/o/krcla"],
    ["달력", "/o/krcla/calendar"],
    ["도움 받을 곳", "/o/krcla/resources"],
    ["활동", "/o/krcla/items"],
    ["구성원", "/o/krcla/members"],
    ["새 모임", "/o/krcla/gatherings/new"],
  ]);
  expect(links.map((link) => link.getAttribute("aria-current"))).toEqual([null, "page", null, null, null, null]);
});

test("among what an organization does with others, one can go from each to each", async () => {
  await renderAt("/o/krcla/letters/signers", { canWrite: false });

  expect(screen.getByRole("link", { name: "활동" }).getAttribute("aria-current")).toBe("page");
  const ways = screen.getAllByRole("listitem").map((item) => item.querySelector("a"));
  expect(
    ways.map((link) => [link?.textContent, link?.getAttribute("href"), link?.getAttribute("aria-current")]),
  ).toEqual([
    ["함께할 일", "/o/krcla/items", null],
    ["캠페인", "/o/krcla/campaigns", null],
    ["합산", "/o/krcla/totals", null],
    ["공동 서한", "/o/krcla/letters", "page"],
  ]);
});

test("somebody who may not write is not sent to a form", async () => {
  await renderAt("/o/krcla", { canWrite: false });

  expect(screen.queryByRole("link", { name: "새 모임" })).toBeNull();
  expect(screen.queryByRole("link", { name: "구성원" })).toBeNull();
});

test("the organization is called by its Korean name in Korean", async () => {
  await renderAt("/o/krcla", { canWrite: false });

  expect(screen.getByText("민족학교")).toBeTruthy();
  expect(screen.getByRole("navigation", { name: "민족학교 메뉴" })).toBeTruthy();
});

async function renderAt(path: string, { canWrite }: { canWrite: boolean }) {
  const Stub = createRemixStub([
    {
      path: "*",
      Component: () => <OrganizationHeader organization={krcla} canWrite={canWrite} canSeeMembers={canWrite} />,
    },
  ]);
  render(<Stub initialEntries={[path]} />, { wrapper: inLanguage("ko") });
  await screen.findAllByRole("link");
}
