import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import type { Local } from "../support/product";

export { expect };

type Journey = {
  /** Where the product runs. */
  local: Local;
  /** Complaints of the browser that this journey provokes on purpose, such as a page that is not there. */
  expectComplaint(pattern: RegExp): void;
};

/** A journey: the browser must not complain about anything that was not expected. */
export const test = base.extend<Journey & { complaints: Complaints }>({
  local: async ({}, use) => {
    if (!process.env.HAMKKE_JOURNEYS) throw new Error("The product was not started: run the journeys with Playwright.");
    await use(JSON.parse(process.env.HAMKKE_JOURNEYS) as Local);
  },
  baseURL: async ({ local }, use) => use(local.app_url),
  complaints: [
    async ({ context }, use) => {
      const complaints: Complaints = { heard: [], expected: [] };
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.heard.push(message.text());
      });
      context.on("weberror", (error) => complaints.heard.push(`${error.error().stack ?? error.error()}`));
      await context.addInitScript(() => {
        addEventListener("securitypolicyviolation", (event) => {
          console.error(`Content security policy: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await use(complaints);
      const unexpected = complaints.heard.filter((text) => !complaints.expected.some((pattern) => pattern.test(text)));
      expect(unexpected, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
  expectComplaint: async ({ complaints }, use) => use((pattern) => complaints.expected.push(pattern)),
});

type Complaints = { heard: string[]; expected: RegExp[] };

/** Everything axe finds on the page as it stands, by rule and place. */
export async function axeFindings(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
