import type { Page } from "@playwright/test";
import { expect } from "./journey";

/** Sends the page's form as it stands; it comes back, and every mistake leads to the field it is about. */
export async function sendEmptyForm(page: Page) {
  await page.locator("main form button[type=submit], main form button:not([type])").first().click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeVisible();
  const links = await summary.getByRole("link").all();
  for (const link of links) {
    const field = String(await link.getAttribute("href")).slice(1);
    await expect(page.locator(`[id="${field}"]`), `the field ${field} that a mistake leads to`).toBeVisible();
  }
}
