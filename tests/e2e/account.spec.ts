import type { Page } from "@playwright/test";
import { makeMailedLink } from "../support/mailed-link";
import { password } from "../support/member";
import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";
import { type Language, wordsIn } from "../support/words";
import { expect, test } from "./journey";
import { tabTo } from "./keyboard-steps";

for (const [language, javaScriptEnabled, email] of [
  ["ko", true, "viewer@krc-chicago.example"],
  ["en", false, "viewer@nakasec.example"],
] as const satisfies [Language, boolean, string][]) {
  test(`a member who forgot the password gets a link and chooses a new one (${language}, ${javaScriptEnabled ? "with" : "without"} JavaScript)`, async ({
    windowOf,
    local,
    expectComplaint,
  }) => {
    expectComplaint(/status of (410|422)/);
    const t = wordsIn(language);
    const chosen = "네 낱말을 이어 쓴 새 비밀번호";
    const kept = await storedPassword(local, email);
    const page = await windowOf(null, { language, javaScriptEnabled });
    await page.goto("/sign-in?to=/settings");
    await page.getByRole("link", { name: t("signIn.forgotten") }).click();
    await expect(page.getByRole("heading", { level: 1, name: t("mailedLink.resetTitle") })).toBeVisible();
    await page.getByLabel(t("mailedLink.email"), { exact: true }).fill(email);
    await page.getByRole("button", { name: t("mailedLink.requestReset") }).click();
    await expect(page.getByText(t("mailedLink.requestedTitle"))).toBeVisible();
    await page.getByRole("link", { name: t("mailedLink.toSignIn") }).click();
    await expect(page).toHaveURL(/\/sign-in\?to=%2Fsettings$/);

    const link = `/password/${await makeMailedLink(local, "reset", email)}`;
    await page.goto(link);
    await choose(page, language, "short");
    await expect(page.getByRole("alert")).toContainText(t("problem.passphrase_too_short"));
    await choose(page, language, chosen);
    await expect(page.getByText(t("signIn.passwordNew"))).toBeVisible();
    await signIn(page, language, email, chosen);
    await expect(page.getByRole("heading", { level: 1, name: t("home.title") })).toBeVisible();

    expect((await page.goto(link))?.status()).toBe(410);
    await expect(page.getByRole("link", { name: t("mailedLink.newResetLink") })).toBeVisible();
    await restorePassword(local, email, kept);
  });
}

test("a member settles name, language and mail with the keyboard alone, and reads on in Korean", async ({
  windowOf,
}) => {
  const [t, ko] = [wordsIn("en"), wordsIn("ko")];
  const page = await windowOf("member@nakasec.example");
  await page.goto("/o/nakasec");
  await tabTo(page, t("shell.settings"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: t("settings.title") })).toBeVisible();

  await tabTo(page, t("settings.digest"));
  await page.keyboard.press("Space");
  await tabTo(page, t("settings.saveNotifications"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: t("settings.saved.notifications") })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: t("settings.digest") })).not.toBeChecked();

  await tabTo(page, t("settings.language"));
  await page.keyboard.press("End");
  await tabTo(page, t("settings.saveProfile"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: ko("settings.title") })).toBeVisible();
  await page.getByRole("link", { name: ko("shell.settings") }).click();

  await page.getByRole("combobox", { name: ko("settings.language") }).selectOption("en");
  await page.getByRole("button", { name: ko("settings.saveProfile"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("settings.title") })).toBeVisible();
});

test("a member signs a forgotten phone out from the office", async ({ windowOf }) => {
  const t = wordsIn("en");
  const email = "member@krc-chicago.example";
  const userAgent = "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0";
  const phone = await windowOf(null, { userAgent });
  await phone.goto("/sign-in");
  await signIn(phone, "en", email, password);
  await expect(phone.getByRole("heading", { level: 1, name: t("home.title") })).toBeVisible();

  const office = await windowOf(email);
  await office.goto("/settings");
  await office
    .getByRole("link", { name: t("settings.endOf", { device: "Firefox, Android" }) })
    .first()
    .click();
  await office.getByRole("button", { name: t("settings.end") }).click();
  await expect(office.getByText(t("settings.saved.device"))).toBeVisible();
  await phone.goto("/o/krc-chicago");
  await expect(phone.getByRole("heading", { level: 1, name: t("signIn.title") })).toBeVisible();
});

async function choose(page: Page, language: Language, passphrase: string) {
  const t = wordsIn(language);
  await page.getByLabel(t("mailedLink.newPassphrase")).fill(passphrase);
  await page.getByRole("button", { name: t("mailedLink.setPassphrase") }).click();
}

async function signIn(page: Page, language: Language, email: string, typed: string) {
  const t = wordsIn(language);
  await page.getByLabel(t("signIn.email"), { exact: true }).fill(email);
  await page.getByLabel(t("signIn.password"), { exact: true }).fill(typed);
  await page.getByRole("button", { name: t("signIn.submit"), exact: true }).click();
}

async function storedPassword(local: Local, email: string): Promise<string> {
  const owner = ownerOf(local);
  const [row] = await owner`select encrypted_password as stored from auth.users where email = ${email}`;
  await owner.end();
  return String(row?.stored);
}

/** The demonstration's accounts keep their password: other journeys sign in with it. */
async function restorePassword(local: Local, email: string, stored: string) {
  const owner = ownerOf(local);
  await owner.begin(async (tx) => {
    await tx`select set_config('hamkke.account_change', id::text, true) from auth.users where email = ${email}`;
    await tx`update auth.users set encrypted_password = ${stored} where email = ${email}`;
  });
  await owner.end();
}
