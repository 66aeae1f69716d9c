import { password } from "../support/member";
import { wordsIn } from "../support/words";
import { audienceRadio, dayFromNow, fillGathering, publish, titled } from "./gathering-steps";
import { expect, test } from "./journey";

const t = wordsIn("en");

test("an editor schedules a clinic for the coalition and a staff meeting for KRC Chicago alone, and only they see it", async ({
  windowOf,
  expectComplaint,
}) => {
  test.slow();
  expectComplaint(/status of 404/);
  const clinic = titled("DACA renewal clinic");
  const meeting = titled("Staff meeting on hours");
  const on = dayFromNow(9);

  const editor = await windowOf(null);
  await editor.goto("/");
  await editor
    .getByRole("banner")
    .getByRole("link", { name: t("shell.signIn") })
    .click();
  await editor.getByLabel(t("signIn.email")).fill("editor@krcla.example");
  await editor.getByLabel(t("signIn.password")).fill(password);
  await editor.getByRole("button", { name: t("signIn.submit"), exact: true }).click();
  await expect(editor.getByRole("link", { name: t("shell.signOut") })).toBeVisible();

  await expect(editor).toHaveURL(/\/o\/krcla$/);
  const pages = editor.getByRole("navigation", { name: t("home.sections", { organization: "KRCLA" }) });
  await pages.getByRole("link", { name: t("home.newGathering") }).click();
  await fillGathering(editor, {
    ...{ title: clinic, kind: "clinic", on, starts: "10am", ends: "1pm", area: "Koreatown" },
    audience: "coalition",
  });
  const clinicPath = await publish(editor, "KRCLA", clinic);

  await editor.goto("/o/krcla/gatherings/new");
  await fillGathering(editor, {
    ...{ title: meeting, kind: "meeting", on, starts: "오후 3시", ends: "16:00" },
    ...{ audience: "named", named: ["KRC Chicago"] },
  });
  const meetingPath = await publish(editor, "KRCLA", meeting);

  const calendars = [
    { of: "editor@krc-chicago.example", at: "/o/krc-chicago/calendar", clinic: true, meeting: true },
    { of: "editor@advancing-justice-la.example", at: "/o/advancing-justice-la/calendar", clinic: true, meeting: false },
    { of: null, at: "/c/emergency-plan/calendar", clinic: false, meeting: false },
  ];
  for (const { of, at, ...sees } of calendars) {
    const second = await windowOf(of);
    await second.goto(`${at}?on=${on}&view=agenda`);
    await expect(second.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(second.getByRole("link", { name: clinic })).toHaveCount(sees.clinic ? 1 : 0);
    await expect(second.getByRole("link", { name: meeting })).toHaveCount(sees.meeting ? 1 : 0);
    expect((await second.goto(clinicPath))?.status(), `${of} opens the clinic`).toBe(sees.clinic ? 200 : 404);
    expect((await second.goto(meetingPath))?.status(), `${of} opens the meeting`).toBe(sees.meeting ? 200 : 404);
  }
});

test("a gathering that nobody is told about stays with its organization", async ({ windowOf, expectComplaint }) => {
  expectComplaint(/status of 404/);
  const title = titled("Budget afternoon");
  const on = dayFromNow(10);
  const editor = await windowOf("editor@krcla.example");
  await editor.goto("/o/krcla/gatherings/new");
  await expect(audienceRadio(editor, "owner", t)).toBeChecked();
  await fillGathering(editor, { title, kind: "meeting", on, starts: "3pm", ends: "4pm", audience: "owner" });
  const path = await publish(editor, "KRCLA", title);

  const colleague = await windowOf("viewer@krcla.example");
  expect((await colleague.goto(path))?.status()).toBe(200);
  const sister = await windowOf("admin@nakasec.example");
  expect((await sister.goto(path))?.status()).toBe(404);
});
