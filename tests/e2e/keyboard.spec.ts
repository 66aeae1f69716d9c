import { password } from "../support/member";
import { wordsIn } from "../support/words";
import { dayFromNow, titled } from "./gathering-steps";
import { expect, test } from "./journey";
import { tabTo } from "./keyboard-steps";
import { makeGathering } from "./made-gathering";

const t = wordsIn("en");

test("an editor signs in, puts a gathering up and cancels it with the keyboard alone", async ({ windowOf }) => {
  const title = titled("Phone bank training");
  const [year = "", month = "", day = ""] = dayFromNow(11).split("-");
  const page = await windowOf(null);
  await page.goto("/sign-in?to=/o/krcla/gatherings/new");

  await tabTo(page, t("signIn.email"));
  await page.keyboard.type("editor@krcla.example");
  await tabTo(page, t("signIn.password"));
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: t("gatherings.newTitle") })).toBeVisible();

  await tabTo(page, t("gatherings.titleIn", { language: t("language.en") }));
  await page.keyboard.type(title);
  await tabTo(page, t("gatherings.kind"));
  await page.keyboard.type("Training");
  await tabTo(page, t("gatherings.startsOn"));
  await page.keyboard.type(`${month}${day}${year}`);
  await tabTo(page, t("gatherings.starts"));
  await page.keyboard.type("3pm");
  await tabTo(page, t("gatherings.ends"));
  await page.keyboard.type("5:30pm");
  await tabTo(page, t("audience.owner"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, t("gatherings.publishAs", { organization: "KRCLA" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

  await tabTo(page, t("gatherings.cancel"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: t("gatherings.cancelPageTitle") })).toBeVisible();
  await tabTo(page, t("gatherings.reason"));
  await page.keyboard.type("Nobody can come.");
  await tabTo(page, t("gatherings.cancelAs", { organization: "KRCLA" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nobody can come.")).toBeVisible();
});

test("an editor moves a gathering with the keyboard alone, from its page", async ({ windowOf, local }) => {
  const title = titled("Canvass");
  const { path } = await makeGathering(local, { title, starts: "2027-05-04T10:00", ends: "2027-05-04T12:00" });
  const page = await windowOf("editor@krcla.example");
  await page.goto(path);
  await tabTo(page, t("gatherings.move"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: t("gatherings.moveTitle") })).toBeVisible();
  await tabTo(page, t("gatherings.startsOn"));
  await page.keyboard.type("05052027");
  await tabTo(page, t("gatherings.starts"));
  await page.keyboard.type("2pm");
  await tabTo(page, t("gatherings.ends"));
  await page.keyboard.type("3:30pm");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("Wednesday, May 5, 2027").first()).toBeVisible();
  await expect(page.getByText("2:00 PM – 3:30 PM").first()).toBeVisible();
});

test("the first press of Tab offers to skip to the content", async ({ windowOf }) => {
  const page = await windowOf(null);
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: t("shell.skip") })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
