import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";
import { type Language, wordsIn } from "../support/words";
import { titled } from "./gathering-steps";
import { expect, test } from "./journey";

/** A gathering of KRCLA's that begins now or some days from now, held together with KRC Chicago. */
async function beginning(local: Local, title: string, days = 0): Promise<{ id: string; day: string }> {
  const owner = ownerOf(local);
  const [made] = await owner`
    insert into public.gatherings
      (organization_id, coalition_id, title, kind, starts_local, ends_local, time_zone, state, audience)
    select s.organization_id, s.coalition_id, ${owner.json({ en: title })}, 'meeting',
      (now() at time zone 'America/Los_Angeles') + make_interval(days => ${days}),
      (now() at time zone 'America/Los_Angeles') + make_interval(days => ${days}, hours => 3),
      'America/Los_Angeles', 'scheduled', 'coalition'
    from public.standings s join public.organizations o on o.id = s.organization_id where o.slug = 'krcla' limit 1
    returning id, organization_id, to_char(starts_local, 'YYYY-MM-DD') as day`;
  await owner`
    insert into public.hostings (organization_id, gathering_id, host_id, part, state, answered_at)
    select ${made?.organization_id ?? null}, ${made?.id ?? null}, id, 'co_host', 'accepted', now()
    from public.organizations where slug = 'krc-chicago'`;
  await owner.end();
  return { id: String(made?.id), day: String(made?.day) };
}

const phone = { width: 390, height: 844 };

for (const [language, javaScriptEnabled] of [
  ["ko", true],
  ["en", false],
] as const satisfies [Language, boolean][]) {
  const t = wordsIn(language);
  const name = (krcla: string, other: string) => (language === "ko" ? krcla : other);
  const script = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`a member of each hosting organization takes a place, and sees names of their own organization alone (${language}, ${script})`, async ({
    windowOf,
    local,
  }) => {
    test.slow();
    const { id, day } = await beginning(local, titled("Fair"), javaScriptEnabled ? 1 : 2);
    const window = { language, javaScriptEnabled, viewport: phone };
    const editor = await windowOf("editor@krcla.example", window);
    await editor.goto(`/o/krcla/gatherings/${id}/roles`);
    const role = titled("Door");
    await editor.getByLabel(t("volunteers.nameIn", { language: t("language.en") })).fill(role);
    await editor.getByLabel(t("volunteers.needed")).fill("3");
    await editor
      .getByRole("button", { name: t("volunteers.addAs", { organization: name("민족학교", "KRCLA") }) })
      .click();
    await expect(editor.getByRole("heading", { name: role })).toBeVisible();

    for (const [email, slug, organization] of [
      ["member@krcla.example", "krcla", name("민족학교", "KRCLA")],
      ["member@krc-chicago.example", "krc-chicago", name("한인교육문화마당집", "KRC Chicago")],
    ] as const) {
      const member = await windowOf(email, window);
      await member.goto(`/o/${slug}/gatherings/${id}/roles`);
      await member.getByRole("button", { name: t("volunteers.takeAs", { organization }) }).click();
      await expect(member.getByText(t("volunteers.you"))).toBeVisible();
      await expect(member.getByRole("listitem").filter({ hasText: t("volunteers.leave") })).toHaveCount(1);
      await member.goto(`/o/${slug}`);
      await expect(member.getByRole("link", { name: role })).toBeVisible();
    }

    await editor.goto(`/o/krcla/gatherings/${id}/roles`);
    await expect(editor.getByText(t("volunteers.missing", { taken: "2", needed: "3", missing: 1 }))).toBeVisible();
    await editor.goto(`/o/krcla/calendar?view=agenda&on=${day}`);
    await expect(editor.getByText(t("calendar.missing", { count: 1 })).first()).toBeVisible();
  });
}

test("a volunteer at the door counts without a connection, over a reload, and each person once when it returns", async ({
  windowOf,
  local,
  expectComplaint,
}) => {
  test.slow();
  expectComplaint(/ERR_INTERNET_DISCONNECTED|Failed to fetch|Failed to load resource/);
  const t = wordsIn("ko");
  const { id } = await beginning(local, titled("Fair"));
  const page = await windowOf("member@krcla.example", { language: "ko", viewport: phone });
  await page.goto(`/o/krcla/gatherings/${id}/tally`);
  const count = page.locator("[data-count]");
  const button = page.getByRole("button", { name: t("tally.one"), exact: true });
  await expect(page.getByText(t("tally.allSent"))).toBeVisible();
  await expect(page.getByRole("button", { name: t("tally.back") })).toBeDisabled();
  await button.click();
  await button.click();
  await expect(count).toHaveText("2");
  await expect(page.getByText(t("tally.allSent"))).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    for (let tries = 0; tries < 100 && !(await caches.match(location.pathname)); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });

  await page.context().setOffline(true);
  await button.click();
  await button.click();
  await button.click();
  await page.getByRole("button", { name: t("tally.back") }).click();
  await expect(count).toHaveText("4");
  await expect(page.getByText(t("tally.waiting", { count: 4 }))).toBeVisible();
  await page.reload();
  await expect(count).toHaveText("4");
  await button.click();
  await expect(count).toHaveText("5");

  await page.context().setOffline(false);
  await expect(page.getByText(t("tally.allSent"))).toBeVisible({ timeout: 15_000 });
  await expect(count).toHaveText("5");
  await page.reload();
  await expect(count).toHaveText("5");

  const other = await windowOf("editor@krc-chicago.example", { language: "ko" });
  await other.goto(`/o/krc-chicago/gatherings/${id}/tally`);
  await expect(other.locator("[data-count]")).toHaveText("0");
  await expect(other.getByText(t("tally.hereOf", { total: "5" }))).toBeVisible();
});

test("without JavaScript every press of the button counts one", async ({ windowOf, local }) => {
  const t = wordsIn("en");
  const { id } = await beginning(local, titled("Fair"));
  const page = await windowOf("member@krcla.example", { javaScriptEnabled: false, viewport: phone });
  await page.goto(`/o/krcla/gatherings/${id}/tally`);
  await expect(page.getByRole("button", { name: t("tally.back") })).toBeDisabled();
  for (const count of ["1", "2"]) {
    await page.getByRole("button", { name: t("tally.one"), exact: true }).click();
    await expect(page.locator("[data-count]")).toHaveText(count);
  }
  await page.getByRole("button", { name: t("tally.back") }).click();
  await expect(page.locator("[data-count]")).toHaveText("1");
});
