import { wordsIn } from "../support/words";
import { expect, test } from "./journey";
import { makePublishedTotal } from "./made-total";

const t = wordsIn("ko");
const phone = { language: "ko" as const, viewport: { width: 390, height: 844 } };

test("a clerk enters what they counted, is told what is no number, and no other organization reads it", async ({
  windowOf,
  local,
  expectComplaint,
}) => {
  expectComplaint(/status of 422/);
  const { metric } = await makePublishedTotal(local);
  const page = await windowOf("editor@krcla.example", { ...phone, javaScriptEnabled: false });
  await page.goto(`/o/krcla/totals/${metric}`);
  const typed = page.locator("input[name=amount]");
  const enter = page.getByRole("button", { name: t("totals.enterAs", { organization: "민족학교" }) });
  for (const [wrong, sentence] of [
    ["-5", "number_negative"],
    ["3.7", "number_not_whole"],
    ["1000000000000", "number_too_large"],
  ] as const) {
    await typed.fill(wrong);
    await enter.click();
    await expect(page.getByRole("alert")).toContainText(t(`problem.${sentence}`));
    await expect(typed).toHaveValue(wrong);
  }
  await typed.fill("90,817");
  await enter.click();
  await expect(page.getByRole("status").first()).toContainText(t("totals.saved"));
  await typed.fill("90,818");
  await page.getByRole("button", { name: t("totals.correctAs", { organization: "민족학교" }) }).click();
  await expect(page.getByRole("table", { name: t("totals.ownCaption") })).toContainText("90,817");

  const lead = await windowOf("admin@nakasec.example", phone);
  for (const path of ["/c/emergency-plan/totals", `/o/nakasec/totals/${metric}`]) {
    await lead.goto(path);
    // Of the closed month all read the sum of four, and nobody a part of it.
    await expect(lead.locator("main")).toContainText("1,004,010");
    await expect(lead.locator("main")).not.toContainText(/90,81[78]|1,001|2,002/);
  }
});

test("a number handed to the lead is read by it until it is taken back", async ({ windowOf, local }) => {
  const { metric } = await makePublishedTotal(local);
  const page = await windowOf("editor@krcla.example", phone);
  await page.goto(`/o/krcla/totals/${metric}`, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: t("totals.handOver"), exact: true }).click();
  await page.getByLabel(t("totals.purpose")).fill("카운티 보고서");
  await page.getByRole("button", { name: t("totals.handOverAs", { organization: "민족학교" }) }).click();
  await expect(page.getByText("카운티 보고서")).toBeVisible();

  const lead = await windowOf("viewer@nakasec.example", phone);
  const sister = await windowOf("admin@krc-chicago.example", phone);
  await lead.goto(`/o/nakasec/totals/${metric}`);
  await expect(lead.locator("main")).toContainText("1,001");
  await sister.goto(`/o/krc-chicago/totals/${metric}`);
  await expect(sister.locator("main")).not.toContainText("1,001");

  await page.getByRole("link", { name: t("totals.takeBack"), exact: true }).click();
  await page.getByRole("button", { name: t("totals.takeBackAs", { organization: "민족학교" }) }).click();
  await expect(page).toHaveURL(new RegExp(`/totals/${metric}$`));
  await lead.reload();
  await expect(lead.locator("main")).not.toContainText("1,001");
});
