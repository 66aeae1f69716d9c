import { wordsIn } from "../support/words";
import { expect, test } from "./journey";

test("a reader changes the language, and it stays changed on every page", async ({ windowOf }) => {
  const [en, ko] = [wordsIn("en"), wordsIn("ko")];
  const page = await windowOf(null, { language: "en" });
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1, name: en("signIn.title") })).toBeVisible();

  await page.getByRole("link", { name: ko("languageName") }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByRole("heading", { level: 1, name: ko("signIn.title") })).toBeVisible();

  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await page.getByRole("link", { name: en("languageName") }).click();
  await expect(page.getByRole("heading", { level: 1, name: en("front.title") })).toBeVisible();
});

test("a reader of Spanish chooses it by its own name, and finds help by its words", async ({ windowOf }) => {
  const es = wordsIn("es");
  const page = await windowOf(null, {
    language: "ko",
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  await page.goto("/resources");
  await page.getByRole("link", { name: es("languageName") }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("link", { name: "Vivienda" })).toBeVisible();
  await page.getByLabel(es("finding.box")).fill("abogado");
  await page.getByRole("button", { name: es("finding.find"), exact: true }).click();
  await expect(page.getByText(`${es("finding.field.need")}: Ayuda legal`).first()).toBeVisible();
});

test("a browser that asks for Korean gets Korean", async ({ windowOf }) => {
  const page = await windowOf(null, { language: "ko" });
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByText(wordsIn("ko")("shell.demonstration"))).toBeVisible();
});
