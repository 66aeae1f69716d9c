import { wordsIn } from "../support/words";
import { expect, test } from "./journey";

const t = wordsIn("en");

test("signing out everywhere ends the other window with its next page", async ({ windowOf }) => {
  const here = await windowOf("member@nakasec.example");
  const there = await windowOf("member@nakasec.example");
  await there.goto("/o/nakasec");
  await expect(there.getByRole("heading", { level: 1 })).toBeVisible();

  await here.goto("/sign-out");
  await here.getByRole("button", { name: t("signOut.everywhere") }).click();
  await expect(here.getByRole("heading", { level: 1, name: t("signOut.nobody") })).toBeVisible();

  await there.goto("/o/nakasec/calendar");
  await expect(there).toHaveURL(/\/sign-in\?to=/);
});

test("signing out here leaves the other window alone, and the way back shows nothing", async ({ windowOf }) => {
  const here = await windowOf("viewer@nakasec.example");
  const there = await windowOf("viewer@nakasec.example");
  await here.goto("/o/nakasec");
  await expect(here.getByRole("heading", { level: 1 })).toBeVisible();
  await here.goto("/sign-out");
  await here.getByRole("button", { name: t("signOut.here") }).click();
  await expect(here.getByRole("heading", { level: 1, name: t("signOut.nobody") })).toBeVisible();

  await here.goto("/o/nakasec");
  await expect(here).toHaveURL(/\/sign-in\?to=/);
  await there.goto("/o/nakasec");
  await expect(there).toHaveURL(/\/o\/nakasec$/);
});

test("one press signs in as a demonstration account", async ({ windowOf }) => {
  const page = await windowOf(null);
  await page.goto("/sign-in");
  const role = t("role.editor");
  await page.getByRole("button", { name: t("signIn.demonstrationSubmit", { role, organization: "KRCLA" }) }).click();
  await expect(page).toHaveURL(/\/o\/krcla$/);
  await expect(page.getByRole("link", { name: t("shell.signOut") })).toBeVisible();
});
