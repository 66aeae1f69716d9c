import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";
import { type Language, wordsIn } from "../support/words";
import { dayFromNow, titled } from "./gathering-steps";
import { expect, test } from "./journey";
import { makeGathering } from "./made-gathering";

/** A gathering of KRCLA's next week, open to everyone, with so many seats. */
async function openToAll(local: Local, title: string, seats: number): Promise<string> {
  const owner = ownerOf(local);
  const [made] = await owner`
    insert into public.gatherings (organization_id, title, kind, starts_local, ends_local, time_zone, state, audience)
    select id, ${owner.json({ en: title })}, 'workshop', (current_date + 7) + time '10:00', (current_date + 7) + time '12:00',
      'America/Los_Angeles', 'scheduled', 'everyone'
    from public.organizations where slug = 'krcla' returning id, organization_id`;
  await owner`
    insert into public.signup_lists (organization_id, gathering_id, capacity)
    values (${made?.organization_id ?? null}, ${made?.id ?? null}, ${seats})`;
  await owner.end();
  return String(made?.id);
}

for (const [language, javaScriptEnabled] of [
  ["ko", false],
  ["en", true],
] as const satisfies [Language, boolean][]) {
  const t = wordsIn(language);
  const script = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an editor opens a gathering for sign-up without saying more than they must (${language}, ${script})`, async ({
    windowOf,
    local,
  }) => {
    const on = dayFromNow(9);
    const { path } = await makeGathering(local, { title: titled("Open"), starts: `${on}T10:00`, ends: `${on}T12:00` });
    const editor = await windowOf("editor@krcla.example", { language, javaScriptEnabled });
    await editor.goto(`/o/krcla${path}/signups/settings`);
    const organization = language === "ko" ? "민족학교" : "KRCLA";
    await editor.getByRole("button", { name: t("signups.saveAs", { organization }) }).click();
    await expect(editor.getByRole("link", { name: t("signup.open") })).toBeVisible();
    await editor.getByRole("link", { name: t("signup.list") }).click();
    await expect(editor.getByText(t("signups.peopleNone"))).toBeVisible();
    await editor.getByRole("link", { name: /^Open / }).click();
    await editor.getByRole("link", { name: t("gatherings.calendarOf", { name: organization }) }).click();
    await expect(editor).toHaveURL(new RegExp(`/o/krcla/calendar\\?on=${on}`));
  });

  test(`somebody without an account signs up on a phone, changes and cancels, and the next in line has the seat (${language}, ${script})`, async ({
    windowOf,
    local,
  }) => {
    test.slow();
    const id = await openToAll(local, titled("Citizenship class"), 2);
    const person = await windowOf(null, { language, javaScriptEnabled, viewport: { width: 390, height: 844 } });
    const signUp = async (name: string, seats: string, state: "coming" | "waiting") => {
      await person.goto(`/gatherings/${id}`);
      await person.getByRole("link", { name: t("signup.open") }).click();
      await expect(person.getByText(/\d{4}/).first()).toBeVisible();
      await person.getByLabel(t("signups.name")).fill(name);
      await person.getByLabel(t("signups.seats")).fill(seats);
      await person.getByRole("button", { name: t("signups.signUp") }).click();
      await expect(person.getByRole("heading", { level: 1, name: t(`signups.doneTitle.${state}`) })).toBeVisible();
      const link = person.getByRole("link", { name: t("signups.toSignup") });
      return String(await link.getAttribute("href"));
    };
    const first = await signUp(titled("First"), "2", "coming");
    const second = await signUp(titled("Second"), "1", "waiting");
    await person.goto(second);
    await expect(person.getByText(t("signups.state.waiting"))).toBeVisible();

    await person.goto(first);
    await person.getByRole("link", { name: t("signups.change"), exact: true }).click();
    await expect(person.getByRole("heading", { level: 1, name: t("signups.changeTitle") })).toBeVisible();
    await person.getByLabel(t("signups.seats")).fill("1");
    await person.getByRole("button", { name: t("signups.save"), exact: true }).click();
    await expect(person.getByText(t("signups.state.coming"))).toBeVisible();
    await person.goto(second);
    await expect(person.getByText(t("signups.state.coming"))).toBeVisible();

    await person.goto(`${first}/cancellation`);
    await person.getByRole("button", { name: t("signups.cancelPress") }).click();
    await expect(person.getByText(t("signups.state.cancelled"))).toBeVisible();
  });
}

test("a visitor whose browser speaks the Spanish of Mexico reads and signs up without JavaScript", async ({
  windowOf,
  local,
  expectComplaint,
}) => {
  expectComplaint(/status of 422/);
  const es = wordsIn("es");
  const id = await openToAll(local, titled("Taller"), 5);
  const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
  const visitor = await windowOf(null, { ...phone, language: "es" });
  await visitor.goto(`/gatherings/${id}`);
  await expect(visitor.locator("html")).toHaveAttribute("lang", "es");
  await expect(visitor.getByText(/10:00 a\.m\. – 12:00 p\.m\. \(Hora del Pacífico\)/)).toBeVisible();
  await visitor.getByRole("link", { name: es("signup.open") }).click();
  await visitor.getByLabel(es("signups.seats")).fill("2");
  await visitor.getByRole("button", { name: es("signups.signUp") }).click();
  await expect(visitor.getByRole("alert")).toContainText(es("problem.required"));
  await expect(visitor.getByLabel(es("signups.seats"))).toHaveValue("2");

  await visitor.getByLabel(es("signups.name")).fill(titled("Flor"));
  await visitor.getByRole("button", { name: es("signups.signUp") }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: es("signups.doneTitle.coming") })).toBeVisible();
  await visitor.getByRole("link", { name: es("signups.toSignup") }).click();
  await expect(visitor.getByText(es("signups.state.coming"))).toBeVisible();
});
