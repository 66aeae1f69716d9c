import type { Locator, Page } from "@playwright/test";
import { wordsIn } from "../support/words";
import { titled } from "./gathering-steps";
import { expect, test } from "./journey";
import { makeGathering } from "./made-gathering";

const t = wordsIn("en");
const editor = "editor@krcla.example";
const tall = { viewport: { width: 1280, height: 1400 } };

test("an editor drags a gathering that others have seen to another day, and is asked first", async ({
  windowOf,
  local,
}) => {
  const title = titled("Legal clinic");
  const { path } = await makeGathering(local, {
    ...{ title, starts: "2027-03-16T10:00", ends: "2027-03-16T12:00", audience: "coalition" },
  });
  const page = await windowOf(editor, tall);
  await page.goto("/o/krcla/calendar?view=month&on=2027-03-16");
  await drag(page, title, "2027-03-18");
  const question = page.getByRole("dialog", { name: t("calendar.moveQuestion") });
  await expect(question).toContainText("Tuesday, March 16, 2027, 10:00 AM – 12:00 PM");
  await expect(question).toContainText("Thursday, March 18, 2027, 10:00 AM – 12:00 PM");
  await question.getByRole("button", { name: t("calendar.moveNo") }).click();
  await expect(on(page, "2027-03-16", title)).toBeVisible();

  await drag(page, title, "2027-03-18");
  await question.getByRole("button", { name: t("calendar.moveYes", { organization: "KRCLA" }) }).click();
  await expect(page.getByRole("status")).toContainText(title);
  await expect(on(page, "2027-03-18", title)).toBeVisible();
  await page.goto(path);
  await expect(page.getByText("Thursday, March 18, 2027").first()).toBeVisible();
});

test("what repeats is marked on the month's sheet, and nothing else is", async ({ windowOf, local }) => {
  const title = titled("Only once");
  await makeGathering(local, { title, starts: "2027-03-16T10:00", ends: "2027-03-16T12:00", audience: "coalition" });
  const page = await windowOf("editor@nakasec.example", tall);
  await page.goto("/o/nakasec/calendar?view=month&on=2027-03-16");
  await expect(on(page, "2027-03-16", title)).toBeVisible();
  await expect(on(page, "2027-03-16", title)).not.toContainText(t("repeat.mark"));
  await page.goto("/o/nakasec/calendar?view=month");
  await expect(
    page
      .locator("[role=cell]")
      .getByRole("link", { name: t("repeat.mark") })
      .first(),
  ).toBeVisible();
});

test("a gathering dragged onto an hour that is skipped goes back, and the reason stands above", async ({
  windowOf,
  local,
  expectComplaint,
}) => {
  expectComplaint(/status of 422/);
  const title = titled("Night vigil");
  await makeGathering(local, { title, starts: "2027-03-12T02:30", ends: "2027-03-12T04:00" });
  const page = await windowOf(editor, tall);
  await page.goto("/o/krcla/calendar?view=month&on=2027-03-12");
  await drag(page, title, "2027-03-14");
  await expect(page.getByRole("alert")).toContainText(t("problem.local_time_skipped"));
  await expect(on(page, "2027-03-12", title)).toBeVisible();
  await page.getByRole("link", { name: t("calendar.moveByForm") }).click();
  await expect(page.getByLabel(t("gatherings.startsOn"), { exact: true })).toHaveValue("2027-03-14");
});

test("an editor pulls a gathering longer in the week, and draws the hours of the next one", async ({
  windowOf,
  local,
  expectComplaint,
}) => {
  // Whoever draws on while the move is still being read again leaves that reading unfinished.
  expectComplaint(/BodyStreamBuffer was aborted/);
  const title = titled("Tutoring");
  await makeGathering(local, { title, starts: "2027-05-12T10:00", ends: "2027-05-12T12:00" });
  const page = await windowOf(editor, tall);
  await page.goto("/o/krcla/calendar?view=week&on=2027-05-12");
  const drawn = page.getByRole("link", { name: title });
  const before = await boxOf(drawn);
  const hour = before.height / 2;
  const middle = before.x + before.width / 2;
  await drawn.hover();
  await pull(page, [middle, before.y + before.height - 2], [middle, before.y + before.height + hour - 2]);
  await expect(page.getByRole("status")).toContainText(title);
  await expect(async () => expect(Math.abs((await boxOf(drawn)).height - 3 * hour)).toBeLessThan(4)).toPass();

  await page.getByRole("button", { name: t("calendar.moveBack") }).click();
  await expect(async () => expect(Math.abs((await boxOf(drawn)).height - 2 * hour)).toBeLessThan(4)).toPass();

  await pull(page, [middle, before.y + 4 * hour + 6], [middle, before.y + 5.5 * hour - 6]);
  await expect(page.getByLabel(t("gatherings.startsOn"), { exact: true })).toHaveValue("2027-05-12");
  await expect(page.getByLabel(t("gatherings.starts"), { exact: true })).toHaveValue("14:00");
  await expect(page.getByLabel(t("gatherings.ends"), { exact: true })).toHaveValue("15:30");
});

test("on paper the list stands in the place of the sheet", async ({ windowOf, local }) => {
  const title = titled("Citizenship class");
  await makeGathering(local, { title, starts: "2027-07-12T10:00", ends: "2027-07-12T12:00" });
  const page = await windowOf(editor, tall);
  await page.goto("/o/krcla/calendar?view=month&on=2027-07-12");
  await expect(on(page, "2027-07-12", title)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Monday, July 12" })).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Monday, July 12" })).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(on(page, "2027-07-12", title)).toBeVisible();
});

test("an editor clicks a day or draws hours, and the form of a new gathering has them", async ({ windowOf }) => {
  const page = await windowOf(editor, tall);
  await page.goto("/o/krcla/calendar?view=month&on=2027-04-20");
  await page.locator('[role=cell][data-date="2027-04-21"]').click({ position: { x: 60, y: 90 } });
  await expect(page.getByLabel(t("gatherings.startsOn"), { exact: true })).toHaveValue("2027-04-21");
  await page.goto("/o/krcla/gatherings/new?on=2027-04-21&starts=13:00&ends=14:30");
  await expect(page.getByLabel(t("gatherings.starts"), { exact: true })).toHaveValue("13:00");
  await expect(page.getByLabel(t("gatherings.ends"), { exact: true })).toHaveValue("14:30");
});

test("filters stay in the address from month to month, and chips take them away", async ({ windowOf, local }) => {
  const [clinic, meeting] = [titled("Clinic"), titled("Meeting")];
  const day = { starts: "2027-06-08T10:00", ends: "2027-06-08T12:00" };
  await makeGathering(local, { ...day, title: clinic, kind: "clinic" });
  await makeGathering(local, { ...day, title: meeting, kind: "meeting" });
  const page = await windowOf(editor);
  await page.goto("/o/krcla/calendar?view=agenda&on=2027-06-08");
  await page.getByText(t("calendar.filters"), { exact: true }).click();
  await page.getByRole("checkbox", { name: t("kind.clinic") }).check();
  await page.getByRole("checkbox", { name: t("calendar.ours") }).check();
  await expect(page).toHaveURL(/(?=.*kind=clinic)(?=.*ours=1)/);
  await expect(page.getByRole("link", { name: clinic })).toBeVisible();
  await expect(page.getByRole("link", { name: meeting })).toHaveCount(0);

  await page.getByRole("link", { name: t("calendar.next") }).click();
  await expect(page.getByRole("heading", { name: "July 2027" })).toBeVisible();
  expect(new URL(page.url()).search).toMatch(/kind=clinic&ours=1/);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "June 2027" })).toBeVisible();
  await page.getByRole("link", { name: `${t("calendar.removeFilter")} ${t("kind.clinic")}` }).click();
  await expect(page.getByRole("link", { name: meeting })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: t("kind.clinic") })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: t("calendar.ours") })).toBeChecked();
});

test("what is ticked before the scripts have come counts", async ({ windowOf }) => {
  const page = await windowOf(editor);
  let letScriptsCome = () => {};
  const waiting = new Promise<void>((resolve) => {
    letScriptsCome = resolve;
  });
  await page.route(/\.js$/, async (route) => {
    await waiting;
    await route.continue();
  });
  await page.goto("/o/krcla/calendar?view=agenda&on=2027-06-08", { waitUntil: "commit" });
  await page.getByText(t("calendar.filters"), { exact: true }).click();
  await page.getByRole("checkbox", { name: t("kind.clinic") }).check();
  letScriptsCome();
  await expect(page).toHaveURL(/kind=clinic/);
  await expect(page.getByRole("checkbox", { name: t("kind.clinic") })).toBeChecked();
});

test("without JavaScript an editor filters the calendar and moves a gathering by its form", async ({
  windowOf,
  local,
  expectComplaint,
}) => {
  expectComplaint(/status of 422/);
  const title = titled("Know your rights");
  await makeGathering(local, { title, starts: "2027-03-13T10:00", ends: "2027-03-13T12:00", audience: "coalition" });
  const page = await windowOf(editor, { javaScriptEnabled: false });
  await page.goto("/o/krcla/calendar?on=2027-03-13");
  await page.getByText(t("calendar.filters"), { exact: true }).click();
  await page.getByRole("checkbox", { name: t("calendar.ours") }).check();
  await page.getByRole("button", { name: t("calendar.applyFilters") }).click();
  await expect(page).toHaveURL(/ours=1/);
  await page.getByRole("link", { name: title }).click();

  await page.getByRole("link", { name: t("gatherings.move"), exact: true }).click();
  await expect(page.getByText(t("gatherings.moveShared"))).toBeVisible();
  await page.getByLabel(t("gatherings.startsOn"), { exact: true }).fill("2027-03-14");
  await page.getByLabel(t("gatherings.starts"), { exact: true }).fill("2:30am");
  await page.getByRole("button", { name: t("gatherings.moveAs", { organization: "KRCLA" }) }).click();
  await expect(page.getByRole("alert")).toContainText(t("problem.local_time_skipped"));
  await page.getByLabel(t("gatherings.starts"), { exact: true }).fill("3:30am");
  await page.getByRole("button", { name: t("gatherings.moveAs", { organization: "KRCLA" }) }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("3:30 AM – 12:00 PM").first()).toBeVisible();
});

function on(page: Page, day: string, title: string) {
  return page.locator(`[role=cell][data-date="${day}"]`).getByRole("link", { name: title });
}

/** Drags a gathering of the month's sheet onto a day, as a hand would. */
async function drag(page: Page, title: string, day: string) {
  const from = await boxOf(page.getByRole("link", { name: title }));
  const to = await boxOf(page.locator(`[role=cell][data-date="${day}"]`));
  await pull(page, [from.x + from.width / 2, from.y + 8], [to.x + to.width / 2, to.y + to.height / 2]);
}

async function pull(page: Page, from: [number, number], to: [number, number]) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 12 });
  await page.mouse.up();
}

async function boxOf(drawn: Locator) {
  await drawn.waitFor();
  const box = await drawn.boundingBox();
  if (!box) throw new Error("The sheet does not show it.");
  return box;
}
