import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Everything axe finds on the page as it stands, by rule and place. */
export function axeFindings(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  return findings(new AxeBuilder({ page }).withTags(tags));
}

/** What axe finds about colors alone: all that differs between the light and the dark page. */
export function colorFindings(page: Page): Promise<string[]> {
  return findings(new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]));
}

async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
  );
}

/** What reaches beyond the right edge of the window. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.slice(0, 40)}`);
  });
}

/** From now on remembers how much the page jumps while it loads; see shifted(). */
export async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { shifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & Shift)[]) {
        const nodes = entry.sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 120) : "text",
        );
        if (!entry.hadRecentInput) seen.push(`${entry.value.toFixed(4)} ${nodes.join(" | ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
    type Shift = { value: number; hadRecentInput: boolean; sources: { node?: Node }[] };
  });
}

/** Every jump since watchShifts(), with what moved. */
export function shifted(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}
