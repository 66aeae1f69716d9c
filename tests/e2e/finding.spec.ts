import type { Page } from "@playwright/test";
import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";
import { wordsIn } from "../support/words";
import { expect, test } from "./journey";

const t = wordsIn("ko");
const korean = { language: "ko" as const, viewport: { width: 390, height: 844 } };

test("a volunteer types two syllables, chooses with the arrows, and has a number to call", async ({
  windowOf,
  local,
}) => {
  const name = await makeService(local, "떡국상 나눔방");
  const page = await windowOf(null, korean);
  await page.goto("/");
  await page.getByRole("link", { name: t("shell.resources"), exact: true }).click();
  await box(page).pressSequentially("떡국");
  await expect(page.getByRole("option", { name })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.getByRole("link", { name: /213-555-0137/ }).first()).toHaveAttribute("href", "tel:+12135550137");
});

test("who writes Korean ends a syllable with Enter without sending half a word, and sends the whole with one more", async ({
  windowOf,
  local,
}) => {
  const name = await makeService(local, "김치독 창고");
  const page = await windowOf(null, korean);
  await page.goto("/resources");
  await box(page).click();
  const keys = await page.context().newCDPSession(page);
  for (const text of ["ㄱ", "기", "김", "김ㅊ", "김치"]) {
    await keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await expect(page.getByRole("option", { name })).toBeVisible();
  await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "ArrowDown", windowsVirtualKeyCode: 229 });
  await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", windowsVirtualKeyCode: 229 });
  await expect(page.getByRole("listbox").getByRole("option", { selected: true })).toHaveCount(0);
  expect(new URL(page.url()).search).toBe("");
  await keys.send("Input.insertText", { text: "김치" });
  await expect(box(page)).toHaveValue("김치");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?q=%EA%B9%80%EC%B9%98/);
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
});

test("who tells the browser where they are sees the nearest first, and nothing of it leaves the page", async ({
  windowOf,
  local,
}) => {
  const far = await makeService(local, "김장날 가", { latitude: 34.0522, longitude: -118.2437 });
  const near = await makeService(local, "김장날 나", { latitude: 41.8781, longitude: -87.6298 });
  const page = await windowOf(null, korean);
  await page.context().grantPermissions(["geolocation"]);
  await page.context().setGeolocation({ latitude: 41.9, longitude: -87.7 });
  // The button is there from the first paint on; it answers once the page is awake.
  await page.goto(`/resources?q=${encodeURIComponent("김장날")}`, { waitUntil: "networkidle" });
  const found = page.getByRole("region", { name: t("finding.results") }).getByRole("heading");
  await expect(found).toHaveText([far, near]);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.getByRole("button", { name: t("finding.nearest") }).click();
  await expect(found).toHaveText([near, far]);
  await expect(page.getByText(t("finding.nearestSorted"))).toBeVisible();
  expect(sent.filter((one) => one.includes("41.9") || one.includes("87.7"))).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain("41.9");
});

test("without JavaScript the box and the choices ask all the same, in less than twenty kilobytes", async ({
  windowOf,
  local,
}) => {
  for (let place = 0; place < 22; place += 1) await makeService(local, `송편날 ${place}`);
  const page = await windowOf(null, { ...korean, javaScriptEnabled: false });
  await page.goto("/resources");
  await box(page).fill("송편날");
  await page.getByText(t("finding.filters")).click();
  await page.getByLabel(t("finding.cost")).selectOption("free");
  await page.getByRole("button", { name: t("finding.findChosen") }).click();
  await expect(page.getByRole("heading", { level: 2 })).not.toHaveCount(0);
  await expect(page.getByRole("link", { name: t("finding.next") })).toBeVisible();
  const answer = await fetch(page.url().replace("&page=2", ""), { headers: { "accept-encoding": "gzip" } });
  const { gzipSync } = await import("node:zlib");
  expect(gzipSync(Buffer.from(await answer.arrayBuffer())).length).toBeLessThan(20_000);
  await page.getByRole("link", { name: t("finding.next") }).click();
  await expect(page.getByRole("region", { name: t("finding.results") }).getByRole("heading")).toHaveCount(2);
});

const box = (page: Page) => page.getByRole("combobox", { name: t("finding.box") });

/** Something free that KRCLA lists for everyone, with a number, and a place where one is given. Returns its name. */
async function makeService(local: Local, ko: string, at?: { latitude: number; longitude: number }): Promise<string> {
  const owner = ownerOf(local);
  try {
    const [service] = await owner`
      insert into public.services (organization_id, name, source_language, audience, cost, time_zone)
      select id, ${owner.json({ ko })}, 'ko', 'everyone', 'free', 'America/Chicago' from public.organizations where slug = 'krcla'
      returning organization_id, id`;
    await owner`insert into public.service_phones (organization_id, service_id, position, number)
      values (${service?.organization_id}, ${service?.id}, 0, '+12135550137')`;
    if (at) {
      await owner`
        with place as (
          insert into public.locations (organization_id, name, latitude, longitude)
          values (${service?.organization_id}, ${ko}, ${at.latitude}, ${at.longitude}) returning organization_id, id
        )
        insert into public.service_at_locations (organization_id, service_id, location_id, audience)
        select organization_id, ${service?.id}, id, 'everyone' from place`;
    }
    return ko;
  } finally {
    await owner.end();
  }
}
