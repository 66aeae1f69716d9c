import type { Page } from "@playwright/test";
import { type Words, wordsIn } from "../support/words";
import { expect } from "./journey";

/** What somebody types into the gathering's form. */
export type Typed = {
  title: string;
  kind: "clinic" | "meeting" | "training";
  on: string;
  starts: string;
  ends: string;
  audience: "owner" | "named" | "coalition" | "everyone";
  /** Organizations by the name on the screen, when they are named. */
  named?: string[];
  area?: string;
};

/** A day soon enough to be on the calendar's next pages, as `YYYY-MM-DD`. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** A title that no other journey uses. */
export function titled(what: string): string {
  return `${what} ${Math.random().toString(36).slice(2, 8)}`;
}

/** Fills the form in as a person would, top to bottom. */
export async function fillGathering(page: Page, typed: Typed, t: Words = wordsIn("en")) {
  await page.getByLabel(t("gatherings.titleIn", { language: t("language.en") })).fill(typed.title);
  await page.getByLabel(t("gatherings.kind"), { exact: true }).selectOption({ label: t(`kind.${typed.kind}`) });
  await page.getByLabel(t("gatherings.startsOn"), { exact: true }).fill(typed.on);
  await page.getByLabel(t("gatherings.starts"), { exact: true }).fill(typed.starts);
  await page.getByLabel(t("gatherings.ends"), { exact: true }).fill(typed.ends);
  if (typed.area) await page.getByLabel(t("gatherings.area"), { exact: true }).fill(typed.area);
  await audienceRadio(page, typed.audience, t).check();
  for (const name of typed.named ?? []) await page.getByRole("checkbox", { name }).check();
}

/** The choice of who can see the card; the details below it have their own. */
export function audienceRadio(page: Page, audience: Typed["audience"], t: Words = wordsIn("en")) {
  return page
    .getByRole("group", { name: t("audience.label"), exact: true })
    .getByRole("radio", { name: t(`audience.${audience}`), exact: true });
}

/** Publishes the form, and waits for the gathering's own page. */
export async function publish(page: Page, organization: string, title: string, t: Words = wordsIn("en")) {
  await page.getByRole("button", { name: t("gatherings.publishAs", { organization }) }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page).toHaveURL(/\/gatherings\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}
