import type { Page } from "@playwright/test";
import { expect } from "./journey";

/** Presses Tab until the control of that name has the focus, and sees that the focus shows. */
export async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === name) {
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
      expect(outline, `the focus shows on “${name}”`).not.toBe("none");
      return;
    }
  }
  throw new Error(`No way to “${name}” with Tab alone.`);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const label = element?.labels?.[0];
    return (element?.getAttribute("aria-label") ?? label?.textContent ?? element?.textContent ?? "").trim();
  });
}
