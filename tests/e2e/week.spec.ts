import { wordsIn } from "../support/words";
import { dayFromNow, fillGathering, publish, titled } from "./gathering-steps";
import { expect, test } from "./journey";

const t = wordsIn("en");
const ko = wordsIn("ko");

test("a volunteer copies the week in Korean from an English page, and nothing that not everyone may know is in it", async ({
  windowOf,
}) => {
  test.slow();
  const on = dayFromNow(200);
  const open = titled("Open house");
  const inner = titled("Budget evening");
  const page = await windowOf("editor@krcla.example", { permissions: ["clipboard-read", "clipboard-write"] });
  for (const [title, audience] of [
    [open, "everyone"],
    [inner, "owner"],
  ] as const) {
    await page.goto("/o/krcla/gatherings/new");
    await fillGathering(page, {
      title,
      kind: "meeting",
      on,
      starts: "10am",
      ends: "11am",
      area: "Koreatown",
      audience,
    });
    await page.getByLabel(t("gatherings.address")).fill("Zinnia Street 1");
    await publish(page, "KRCLA", title);
  }

  await page.goto(`/o/krcla/week?on=${on}`);
  await page
    .getByRole("navigation", { name: t("week.language") })
    .getByRole("link", { name: "한국어" })
    .click();
  await expect(page.getByRole("heading", { name: ko("week.of", { organization: "민족학교" }) })).toBeVisible();
  await page.getByRole("button", { name: t("ui.copy") }).click();
  await expect(page.getByText(t("ui.copied"))).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.getByLabel(t("week.text")).inputValue());
  expect(copied).toContain(`오전 10:00 – 오전 11:00\n${open}\nKoreatown · 민족학교`);
  expect(copied).toContain(ko("shell.demonstration"));
  expect(copied).not.toContain(inner);
  expect(copied).not.toContain("Zinnia");

  await page.getByRole("link", { name: t("week.us") }).click();
  await expect(page.getByRole("link", { name: inner })).toBeVisible();
  await expect(page.getByLabel(t("week.text"))).toHaveValue(new RegExp(inner));
  expect(await page.getByLabel(t("week.text")).inputValue()).not.toContain("Zinnia");
});

test("where the browser lets nothing be copied, the text is selected instead", async ({ windowOf }) => {
  const page = await windowOf("viewer@krcla.example");
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await page.goto("/o/krcla/week");
  await page.getByRole("button", { name: t("ui.copy") }).click();
  await expect(page.getByText(t("ui.selected"))).toBeVisible();
  const selected = await page.getByLabel(t("week.text")).evaluate((area: HTMLTextAreaElement) => {
    return area.value.length > 0 && area.selectionStart === 0 && area.selectionEnd === area.value.length;
  });
  expect(selected).toBe(true);
});

test("without JavaScript the week is there to select, and no button that would do nothing", async ({ windowOf }) => {
  const page = await windowOf("viewer@krcla.example", { javaScriptEnabled: false });
  await page.goto("/o/krcla/week");
  await expect(page.getByLabel(t("week.text"))).toHaveValue(/KRCLA/);
  await expect(page.getByRole("button", { name: t("ui.copy") })).toBeHidden();
  await expect(page.getByRole("button", { name: t("week.print") })).toBeHidden();
});
