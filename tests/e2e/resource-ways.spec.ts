import { wordsIn } from "../support/words";
import { expect, test } from "./journey";
import { makeSuggestion, makeUnsure } from "./made-truth";

const t = wordsIn("ko");
const korean = { language: "ko" as const, viewport: { width: 390, height: 844 } };

test("from the list of their organization an editor reaches all that is done with it, and comes back", async ({
  windowOf,
}) => {
  const page = await windowOf("editor@krcla.example", korean);
  await page.goto("/o/krcla/resources");
  for (const [way, back] of [
    ["handingOut.checks", "truth.backToOurs"],
    ["handingOut.collections", "handingOut.backToOurs"],
    ["handingOut.inAndOut", "exchange.back"],
  ] as const) {
    await page
      .getByRole("navigation", { name: t("handingOut.ways") })
      .getByRole("link", { name: t(way) })
      .click();
    await page.getByRole("link", { name: t(back) }).click();
    await expect(page.getByRole("heading", { level: 1, name: t("resources.ourTitle") })).toBeVisible();
  }
});

test("who lists a place is told so and what is next, and presses in the list of checks without looking for it", async ({
  windowOf,
}) => {
  const page = await windowOf("editor@krcla.example", korean);
  const name = `월세 도움 ${Date.now()}`;
  await page.goto("/o/krcla/resources/new");
  await page.getByLabel(t("posting.nameIn", { language: t("language.ko") })).fill(name);
  await page.locator("main button[name=state][value=active]").click();
  await expect(page.getByRole("status")).toContainText(t("resources.savedNew"));
  await page.goto("/o/krcla/resources/checks");
  await page.getByRole("link", { name: `${t("truth.verify")}: ${name}` }).click();
  await page.getByRole("radio").first().check();
  await page
    .getByRole("button")
    .filter({ hasText: t("truth.verifyPress") })
    .click();
  await expect(page.getByRole("status").first()).toContainText(t("truth.done.verified"));
});

test("who reads what others say of a service comes back to it", async ({ windowOf, local }) => {
  const { service } = await makeSuggestion(local);
  const page = await windowOf("editor@krcla.example", korean);
  await page.goto(`/o/krcla/resources/${service}/suggestions`);
  await page.getByRole("link", { name: t("truth.backToService") }).click();
  await expect(page).toHaveURL(new RegExp(`/resources/${service}$`));
});

test("whoever kept the code of a suggestion finds where to type it, and who finds nothing finds a line that a person answers", async ({
  windowOf,
}) => {
  const page = await windowOf(null, { ...korean, javaScriptEnabled: false });
  await page.goto("/resources?q=qqqqqqqq");
  await page.getByRole("link", { name: t("finding.hotlines") }).click();
  await expect(page.getByRole("link", { name: /202-555-0140/ }).first()).toBeVisible();
  await page.getByRole("link", { name: t("finding.suggestionCode") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("truth.codeTitle") })).toBeVisible();
});

test("a service that nobody made sure of says so in its organization's list, and on its page before the number", async ({
  windowOf,
  local,
}) => {
  const page = await windowOf("editor@krcla.example", korean);
  const unsure = await makeUnsure(local);
  await page.goto("/o/krcla/resources");
  const listed = page.getByRole("listitem").filter({ has: page.locator(`a[href$="/resources/${unsure}"]`) });
  await expect(listed).toContainText(t("resources.verifyOverdue"));
  await page.goto(`/resources/${unsure}`);
  const warning = page.getByText(t("truth.state.stale"), { exact: true });
  await expect(warning).toHaveCount(1);
  const number = page.locator("main a[href^='tel:']").first();
  expect((await warning.boundingBox())?.y).toBeLessThan((await number.boundingBox())?.y ?? 0);
});
