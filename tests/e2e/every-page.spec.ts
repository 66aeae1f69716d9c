import type { Page } from "@playwright/test";
import { type Language, wordsIn } from "../support/words";
import { pages } from "./finished-pages";
import { expect, test } from "./journey";
import { axeFindings, colorFindings, jumps, overflowing, turn, watchJumps } from "./looks";
import { sendEmptyForm } from "./send-empty-form";

for (const { name, as, path, status = 200, before } of pages) {
  for (const language of ["en", "ko"] as const satisfies Language[]) {
    test(`${name}: accessible, nothing cut off, nothing jumps (${language})`, async ({
      usualWindowOf,
      local,
      expectComplaint,
    }) => {
      test.slow();
      if (status !== 200) expectComplaint(new RegExp(`status of ${status}`));
      if (before === sendEmptyForm) expectComplaint(/status of 422/);
      const address = await path(local);
      const page = await usualWindowOf(as, language);
      await watchJumps(page);
      await page.setViewportSize({ width: usualWidth[language], height: 900 });
      expect((await page.goto(address))?.status()).toBe(status);
      await settle(page);
      // A page's own pieces of type may still arrive on the first visit, and without a Korean face lines break anew; on the second nothing moves.
      if ((await jumps(page, 0.01)).length > 0) {
        await page.reload();
        await settle(page);
      }
      expect(await jumps(page, 0.01), "what jumped").toEqual([]);
      await before?.(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const foot = page.getByRole("contentinfo").last();
      await expect(foot.getByText(wordsIn(language)("shell.demonstration"))).toBeVisible();
      await turn(page, "light");
      expect(await axeFindings(page), "axe").toEqual([]);
      await turn(page, "dark");
      expect(await colorFindings(page), "axe in the dark").toEqual([]);
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await expect(page.getByText(wordsIn(language)("calendar.loading")).filter({ visible: true })).toHaveCount(0);
        expect(await overflowing(page), `what is cut off at ${width} px`).toEqual([]);
      }
    });
  }
}

// Spanish is whole too: what visitors see is looked at where most of them hold it, the rest by its sentences' keys.
for (const { name, path, status = 200, before } of pages.filter(({ as }) => as === null)) {
  test(`${name}: nothing cut off on a phone (es)`, async ({ usualWindowOf, local, expectComplaint }) => {
    if (status !== 200) expectComplaint(new RegExp(`status of ${status}`));
    if (before === sendEmptyForm) expectComplaint(/status of 422/);
    const page = await usualWindowOf(null, "es");
    await page.setViewportSize({ width: 390, height: 900 });
    expect((await page.goto(await path(local)))?.status()).toBe(status);
    await before?.(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.getByText(wordsIn("es")("shell.demonstration")).last()).toBeVisible();
    expect(await overflowing(page), "what is cut off").toEqual([]);
  });
}

// On a first visit type still arrives, and a computer without a Korean face has nothing of its width to stand in.
for (const path of ["/", "/c/emergency-plan/calendar?view=month"]) {
  for (const language of ["en", "ko"] as const satisfies Language[]) {
    test(`${path} hardly jumps on a first visit (${language})`, async ({ windowOf }) => {
      const page = await windowOf(null, { language });
      await watchJumps(page);
      await page.goto(path);
      await settle(page);
      expect(await jumps(page, 0.1)).toEqual([]);
    });
  }
}

/** Each language loads at the width its readers hold most; what is cut off is looked for at every width. */
const usualWidth = { en: 1280, ko: 390 } as const;

/** Until the page's scripts have run and its type has arrived. */
async function settle(page: Page) {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
}
