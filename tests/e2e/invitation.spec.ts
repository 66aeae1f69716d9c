import { type Language, wordsIn } from "../support/words";
import { expect, test } from "./journey";

for (const [language, javaScriptEnabled] of [
  ["en", true],
  ["ko", false],
] as const satisfies [Language, boolean][]) {
  test(`an admin invites a volunteer, who comes in, is made an editor and is removed (${language}, ${javaScriptEnabled ? "with" : "without"} JavaScript)`, async ({
    windowOf,
    expectComplaint,
  }) => {
    expectComplaint(/status of 410/);
    const t = wordsIn(language);
    const email = `volunteer-${crypto.randomUUID()}@krcla.example`;
    const name = `Volunteer ${email.slice(10, 18)}`;
    const admin = await windowOf("admin@krcla.example", { language, javaScriptEnabled });
    await admin.goto("/o/krcla");
    await admin.getByRole("link", { name: t("home.members"), exact: true }).click();
    await admin.getByRole("link", { name: t("members.invite") }).click();
    await admin.getByLabel(t("members.email")).fill(email);
    const organization = language === "ko" ? "민족학교" : "KRCLA";
    await admin.getByRole("button", { name: t("members.inviteAs", { organization }) }).click();
    const link = await admin.getByLabel(t("members.link"), { exact: true }).inputValue();

    const volunteer = await windowOf(null, { language, javaScriptEnabled });
    await volunteer.goto(link);
    await volunteer.getByLabel(t("welcome.person_name")).fill(name);
    await volunteer.getByLabel(t("invitation.email"), { exact: true }).fill(email);
    await volunteer.getByLabel(t("welcome.passphrase")).fill("three unrelated long words");
    await volunteer.getByRole("button", { name: t("invitation.create") }).click();
    await expect(volunteer.getByRole("heading", { level: 1, name: t("home.title") })).toBeVisible();
    await expect(volunteer.getByRole("link", { name: t("home.newGathering") })).toHaveCount(0);

    expect((await volunteer.goto(link))?.status()).toBe(410);
    await volunteer.getByRole("link", { name: t("mailedLink.goOn") }).click();
    await expect(volunteer.getByRole("heading", { level: 1, name: t("home.title") })).toBeVisible();

    await admin.getByRole("link", { name: t("members.inviteAnother") }).click();
    await expect(admin.getByLabel(t("members.email"))).toHaveValue("");
    await admin.goto("/o/krcla/members");
    await admin.getByRole("link", { name: t("members.changeRoleOf", { name }) }).click();
    await admin.getByRole("radio", { name: t("role.editor") }).check();
    await admin.getByRole("button", { name: t("members.changeRole") }).click();
    await expect(admin.getByRole("heading", { level: 1, name: t("members.title") })).toBeVisible();
    await expect(admin.getByRole("status")).toHaveText(t("members.saved.role"));
    await volunteer.goto("/o/krcla");
    await expect(volunteer.getByRole("link", { name: t("home.newGathering") }).first()).toBeVisible();

    await admin.getByRole("link", { name: t("members.removeWho", { name }) }).click();
    await admin.getByRole("button", { name: t("members.remove") }).click();
    await expect(admin.getByRole("status")).toHaveText(t("members.saved.removal"));
    await expect(admin.getByText(name)).toHaveCount(0);
    expect((await volunteer.request.get("/o/krcla")).status()).toBe(404);
  });
}
