import { wordsIn } from "../support/words";
import { dayFromNow, fillGathering, publish, titled } from "./gathering-steps";
import { expect, test } from "./journey";
import { makeGathering } from "./made-gathering";

const t = wordsIn("en");

test("a mistake keeps everything that was typed, and the summary leads to the field", async ({
  windowOf,
  expectComplaint,
}) => {
  expectComplaint(/status of 422/);
  const title = titled("Voter registration planning");
  const page = await windowOf("editor@krcla.example");
  await page.goto("/o/krcla/gatherings/new");
  const typed = { title, kind: "meeting", on: dayFromNow(8), starts: "3pm", ends: "2pm", area: "Downtown" } as const;
  await fillGathering(page, { ...typed, audience: "named", named: ["NAKASEC", "KRC Chicago"] });
  await page.getByRole("button", { name: t("gatherings.publishAs", { organization: "KRCLA" }) }).click();

  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(page.getByLabel(t("gatherings.titleIn", { language: t("language.en") }))).toHaveValue(title);
  await expect(page.getByLabel(t("gatherings.kind"), { exact: true })).toHaveValue("meeting");
  await expect(page.getByLabel(t("gatherings.startsOn"), { exact: true })).toHaveValue(typed.on);
  await expect(page.getByLabel(t("gatherings.starts"), { exact: true })).toHaveValue("3pm");
  await expect(page.getByLabel(t("gatherings.area"), { exact: true })).toHaveValue("Downtown");
  await expect(page.getByRole("checkbox", { name: "KRC Chicago" })).toBeChecked();

  await summary.getByRole("link", { name: new RegExp(t("problem.ends_before_it_starts").slice(0, 24)) }).click();
  await expect(page.getByLabel(t("gatherings.ends"), { exact: true })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("4pm");
  await publish(page, "KRCLA", title);
});

test("an hour that happens twice asks which of the two", async ({ windowOf, expectComplaint }) => {
  expectComplaint(/status of 422/);
  const title = titled("Night watch");
  const page = await windowOf("editor@krcla.example");
  await page.goto("/o/krcla/gatherings/new");
  const night = { title, kind: "training", on: "2027-11-07", starts: "1:30am", ends: "4am" } as const;
  await fillGathering(page, { ...night, audience: "owner" });
  await page.getByRole("button", { name: t("gatherings.publishAs", { organization: "KRCLA" }) }).click();

  await expect(page.getByRole("alert")).toContainText(t("problem.local_time_repeated"));
  await page.getByRole("radio", { name: t("ui.foldSecond") }).check();
  await publish(page, "KRCLA", title);
});

test("an hour that does not exist is refused in a sentence", async ({ windowOf, expectComplaint }) => {
  expectComplaint(/status of 422/);
  const page = await windowOf("editor@krcla.example");
  await page.goto("/o/krcla/gatherings/new");
  const night = {
    title: titled("Night watch"),
    kind: "training",
    on: "2027-03-14",
    starts: "2:30am",
    ends: "4am",
  } as const;
  await fillGathering(page, { ...night, audience: "owner" });
  await page.getByRole("button", { name: t("gatherings.publishAs", { organization: "KRCLA" }) }).click();
  await expect(page.getByRole("alert")).toContainText(t("problem.local_time_skipped"));
});

test("an edit over somebody's newer edit loses neither", async ({ windowOf, expectComplaint }) => {
  expectComplaint(/status of 409/);
  const title = titled("Citizenship workshop");
  const first = await windowOf("editor@krcla.example");
  await first.goto("/o/krcla/gatherings/new");
  const typed = { title, kind: "training", on: dayFromNow(14), starts: "1pm", ends: "3pm" } as const;
  await fillGathering(first, { ...typed, audience: "coalition" });
  const path = await publish(first, "KRCLA", title);

  const second = await windowOf("admin@krcla.example");
  for (const page of [first, second]) {
    await page.goto(path);
    await page.getByRole("link", { name: t("gatherings.edit"), exact: true }).click();
    await expect(page.getByLabel(t("gatherings.area"), { exact: true })).toBeVisible();
  }
  const save = { name: t("gatherings.saveAs", { organization: "KRCLA" }) };
  await first.getByLabel(t("gatherings.area"), { exact: true }).fill("Koreatown");
  await first.getByRole("button", save).click();
  await expect(first.getByText("Koreatown")).toBeVisible();

  await second.getByLabel(t("gatherings.area"), { exact: true }).fill("Westlake");
  await second.getByRole("button", save).click();
  await expect(second.getByRole("alert")).toContainText(t("problem.changed_meanwhile"));
  await expect(second.getByLabel(t("gatherings.area"), { exact: true })).toHaveValue("Westlake");
  await expect(second.getByRole("cell", { name: "Koreatown", exact: true })).toBeVisible();
  await second.getByRole("button", save).click();
  await expect(second.getByText("Westlake")).toBeVisible();
});

test("the form survives a lost connection", async ({ windowOf, expectComplaint }) => {
  expectComplaint(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const title = titled("Lunar New Year lunch");
  const page = await windowOf("editor@krcla.example");
  await page.goto("/o/krcla/gatherings/new", { waitUntil: "networkidle" });
  const typed = { title, kind: "meeting", on: dayFromNow(15), starts: "noon", ends: "2pm" } as const;
  await fillGathering(page, { ...typed, starts: "12pm", audience: "owner" });
  await page.context().setOffline(true);
  await page.getByRole("button", { name: t("gatherings.publishAs", { organization: "KRCLA" }) }).click();
  await expect(page.getByRole("alert")).toContainText(t("problem.connection_lost"));
  await expect(page.getByLabel(t("gatherings.titleIn", { language: t("language.en") }))).toHaveValue(title);
  await page.context().setOffline(false);
  await publish(page, "KRCLA", title);
});

test("a cancellation without a reason is refused in the dialog it was sent from, and accepted there", async ({
  windowOf,
  local,
  expectComplaint,
}) => {
  expectComplaint(/status of 422/);
  const { path } = await makeGathering(local, {
    ...{ title: titled("Picnic"), starts: "2027-08-12T10:00", ends: "2027-08-12T12:00" },
  });
  const page = await windowOf("editor@krcla.example");
  await page.goto(path, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: t("gatherings.cancel"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: t("gatherings.cancelPageTitle") });
  const press = dialog.getByRole("button", { name: t("gatherings.cancelAs", { organization: "KRCLA" }) });
  await press.click();
  await expect(dialog.getByRole("alert")).toContainText(t("problem.reason_required"));
  expect(new URL(page.url()).pathname).toBe(path);
  await dialog.getByLabel(t("gatherings.reason")).fill("Rain");
  await press.click();
  await expect(page.getByText("Rain")).toBeVisible();
  await expect(dialog).toHaveCount(0);
});
