import type { Page } from "@playwright/test";
import axe from "axe-core";

/** Everything axe finds on the page as it stands, by rule and place. */
export function axeFindings(page: Page): Promise<string[]> {
  return findings(page, {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
}

/** What axe finds about colors alone: all that differs between the light and the dark page. */
export function colorFindings(page: Page): Promise<string[]> {
  return findings(page, { type: "rule", values: ["color-contrast", "link-in-text-block"] });
}

/** Turns the page light or dark and waits until it is drawn so. */
export async function turn(page: Page, colorScheme: "light" | "dark") {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}

/** Runs axe inside the page: it has no frames, and a page of axe's own for each run takes most of the time. */
async function findings(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (only) => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: only,
      resultTypes: ["violations"],
    });
    return found.violations;
  }, runOnly);
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

/** From now on remembers how much the page jumps while it loads; see jumps(). */
export async function watchJumps(page: Page) {
  await page.addInitScript(() => {
    const seen: Jump[] = [];
    Object.assign(window, { jumps: seen });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as (PerformanceEntry & Shift)[]) {
        const what = sources.map(({ node, previousRect: from, currentRect: to }) => {
          const name = node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.textContent ?? "something");
          return `${name} from ${from.x},${from.y} ${from.width}×${from.height} to ${to.x},${to.y} ${to.width}×${to.height}`;
        });
        if (!hadRecentInput) seen.push({ value, what });
      }
    }).observe({ type: "layout-shift", buffered: true });
    type Jump = { value: number; what: string[] };
    type Shift = {
      value: number;
      hadRecentInput: boolean;
      sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[];
    };
  });
}

/** What has jumped, once it adds up to more than `most`. */
export async function jumps(page: Page, most: number): Promise<string[]> {
  const seen = await page.evaluate(() => (window as unknown as { jumps: { value: number; what: string[] }[] }).jumps);
  const sum = seen.reduce((total, { value }) => total + value, 0);
  return sum < most ? [] : seen.map(({ value, what }) => `${value.toFixed(4)} ${what.join(" | ")}`);
}
