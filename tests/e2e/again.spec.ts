import type { Page } from "@playwright/test";
import { type Language, wordsIn } from "../support/words";
import { dayFromNow, fillGathering, publish, titled } from "./gathering-steps";
import { expect, test } from "./journey";

for (const [language, javaScriptEnabled] of [
  ["en", true],
  ["ko", false],
] as const satisfies [Language, boolean][]) {
  const t = wordsIn(language);
  const krcla = language === "ko" ? "민족학교" : "KRCLA";
  const script = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an editor makes last month's clinic again, keeps it as a template and begins from that (${language}, ${script})`, async ({
    windowOf,
    expectComplaint,
  }) => {
    test.slow();
    expectComplaint(/status of 409/);
    const title = titled("Saturday clinic");
    const on = dayFromNow(3);
    const page = await windowOf("editor@krcla.example", { language, javaScriptEnabled });
    await page.goto("/o/krcla/gatherings/new");
    const typed = { title, kind: "clinic", on, starts: "10am", ends: "1pm", area: "Koreatown" } as const;
    await fillGathering(page, { ...typed, audience: "coalition" }, t);
    await page.getByLabel(t("gatherings.address")).fill("Zinnia Street 1");
    await publish(page, krcla, title, t);

    await choose(page, t("ui.more"), t("templates.like"));
    await expect(page.getByText(t("templates.likeTitle", { name: title }))).toBeVisible();
    await expect(page.getByLabel(t("gatherings.titleIn", { language: t("language.en") }))).toHaveValue(title);
    await expect(page.getByLabel(t("gatherings.address"))).toHaveValue("Zinnia Street 1");
    const proposed = await page.getByLabel(t("gatherings.startsOn"), { exact: true }).inputValue();
    expect(proposed > on).toBe(true);
    expect(weekday(proposed)).toBe(weekday(on));
    await page.getByRole("button", { name: t("gatherings.saveDraft", { organization: krcla }) }).click();
    await expect(page.getByText(t("gatherings.draftTitle"))).toBeVisible();

    await choose(page, t("ui.more"), t("templates.keep"));
    await expect(page.getByLabel(t("templates.name"))).toHaveValue(title);
    await page.getByRole("button", { name: t("templates.keepAs", { organization: krcla }) }).click();
    await expect(page).toHaveURL(/\/o\/krcla\/templates$/);

    await page.goBack();
    await page.getByLabel(t("templates.name")).fill(title);
    await page.getByRole("button", { name: t("templates.keepAs", { organization: krcla }) }).click();
    await expect(page.getByRole("alert")).toContainText(t("problem.name_taken"));

    await page.goto("/o/krcla/gatherings/new");
    await page
      .getByRole("navigation", { name: t("templates.start") })
      .getByRole("link", { name: title })
      .click();
    await expect(page.getByText(t("templates.templateTitle", { name: title }))).toBeVisible();
    await expect(page.getByLabel(t("gatherings.address"))).toHaveValue("Zinnia Street 1");
    await expect(page.getByLabel(t("gatherings.startsOn"), { exact: true })).toHaveValue("");
    await page.getByLabel(t("gatherings.startsOn"), { exact: true }).fill(dayFromNow(60));
    await publish(page, krcla, title, t);

    await choose(page, t("ui.more"), t("history.title"));
    await expect(page.getByText(t("history.created"), { exact: true })).toBeVisible();

    await page.goto("/o/krcla/templates");
    const kept = page.getByRole("listitem").filter({ hasText: title });
    await kept.getByRole("link", { name: t("templates.remove"), exact: true }).click();
    await page.getByRole("button", { name: t("templates.removeAs", { organization: krcla }) }).click();
    await expect(page).toHaveURL(/\/o\/krcla\/templates$/);
    await expect(page.getByRole("link", { name: title })).toHaveCount(0);
  });
}

/** Opens a menu and chooses from it. */
async function choose(page: Page, menu: string, link: string) {
  await page.getByRole("main").locator("summary", { hasText: menu }).click();
  await page.getByRole("link", { name: link, exact: true }).click();
}

function weekday(on: string): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay();
}
