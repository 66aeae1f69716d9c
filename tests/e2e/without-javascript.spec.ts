import { password } from "../support/member";
import { type Language, wordsIn } from "../support/words";
import { dayFromNow, fillGathering, publish, titled } from "./gathering-steps";
import { expect, test } from "./journey";

for (const language of ["en", "ko"] as const satisfies Language[]) {
  const t = wordsIn(language);
  const krcla = language === "ko" ? "민족학교" : "KRCLA";

  test(`an editor without JavaScript puts up, changes, cancels and restores a gathering (${language})`, async ({
    windowOf,
    expectComplaint,
  }) => {
    expectComplaint(/status of 422/);
    const title = titled("Know your rights night");
    const page = await windowOf(null, { language, javaScriptEnabled: false });
    await page.goto("/sign-in?to=/o/krcla/gatherings/new");
    await page.getByLabel(t("signIn.email")).fill("editor@krcla.example");
    await page.getByLabel(t("signIn.password")).fill(password);
    await page.getByRole("button", { name: t("signIn.submit"), exact: true }).click();

    const on = dayFromNow(12);
    await fillGathering(page, { title, kind: "training", on, starts: "7pm", ends: "6pm", audience: "coalition" }, t);
    await page.getByRole("button", { name: t("gatherings.publishAs", { organization: krcla }) }).click();
    await expect(page.getByRole("alert")).toContainText(t("problem.ends_before_it_starts"));
    await expect(page.getByLabel(t("gatherings.titleIn", { language: t("language.en") }))).toHaveValue(title);
    await page.getByLabel(t("gatherings.ends"), { exact: true }).fill("9pm");
    await publish(page, krcla, title, t);

    await page.getByRole("link", { name: t("gatherings.edit"), exact: true }).click();
    await page.getByLabel(t("gatherings.area"), { exact: true }).fill("Koreatown, Los Angeles");
    await page.getByRole("button", { name: t("gatherings.saveAs", { organization: krcla }) }).click();
    await expect(page.getByText("Koreatown, Los Angeles")).toBeVisible();

    await page.getByRole("link", { name: t("gatherings.cancel"), exact: true }).click();
    await page.getByRole("button", { name: t("gatherings.cancelAs", { organization: krcla }) }).click();
    await expect(page.getByRole("alert")).toContainText(t("problem.reason_required"));
    await page.getByLabel(t("gatherings.reason")).fill("The hall is flooded.");
    await page.getByRole("button", { name: t("gatherings.cancelAs", { organization: krcla }) }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByText("The hall is flooded.")).toBeVisible();

    await page.getByRole("link", { name: t("gatherings.restore"), exact: true }).click();
    await page.getByRole("button", { name: t("gatherings.restoreAs", { organization: krcla }) }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByText("The hall is flooded.")).toHaveCount(0);
  });
}
