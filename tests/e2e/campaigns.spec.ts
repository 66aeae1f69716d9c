import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";
import { wordsIn } from "../support/words";
import { expect, test } from "./journey";

const korean = { language: "ko" as const, viewport: { width: 390, height: 844 } };
const t = wordsIn("ko");

test("an editor begins a campaign in Korean on a phone, shows it to the coalition, and says that it was won", async ({
  windowOf,
  expectComplaint,
}) => {
  expectComplaint(/status of 4(04|09|22)/);
  const name = `밤 당번 ${Date.now()}`;
  const by = { organization: "민족학교" };
  const page = await windowOf("editor@krcla.example", korean);
  await page.goto("/o/krcla/campaigns");
  await page.getByRole("link", { name: t("campaigns.begin") }).click();
  await page.getByLabel(t("campaigns.part")).selectOption({ label: t("campaigns.parts.hotline") });
  await page.getByLabel(t("campaigns.endsOn")).fill("2020-01-01");
  await page.getByRole("button", { name: t("campaigns.beginAs", by) }).click();
  // What was wrong is said, and what was chosen stays.
  await expect(page.getByRole("alert")).toContainText(t("campaigns.name"));
  await expect(page.getByLabel(t("campaigns.part"))).toHaveValue("hotline");
  await page.getByLabel(t("campaigns.nameIn", { language: "한국어" })).fill(name);
  await page.getByRole("button", { name: t("campaigns.beginAs", by) }).click();
  await expect(page.getByRole("alert")).toContainText(t("problem.last_day_before_first"));
  await page.getByLabel(t("campaigns.endsOn")).fill("2098-01-01");
  await page.getByRole("button", { name: t("campaigns.beginAs", by) }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const address = new URL(page.url()).pathname;

  const partner = await windowOf("viewer@krc-chicago.example", korean);
  expect((await partner.goto(address))?.status()).toBe(404);

  // Of two editors who change it at once, the later is told and keeps what they typed.
  const other = await windowOf("admin@krcla.example", korean);
  await other.goto(address);
  await other.getByRole("link", { name: t("campaigns.change"), exact: true }).click();
  await other.getByLabel(t("campaigns.goalIn", { language: "한국어" })).fill("빈 시간이 없어요");
  await page.getByRole("link", { name: t("campaigns.change"), exact: true }).click();
  await page.getByRole("radio", { name: t("audience.coalition") }).check();
  await page.getByRole("button", { name: t("campaigns.saveAs", by) }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await other.getByRole("button", { name: t("campaigns.saveAs", by) }).click();
  await expect(other.getByRole("alert")).toContainText(t("problem.changed_meanwhile"));
  await expect(other.getByLabel(t("campaigns.goalIn", { language: "한국어" }))).toHaveValue("빈 시간이 없어요");

  await page.getByRole("link", { name: t("campaigns.conclude") }).click();
  await page.getByRole("radio", { name: t("campaigns.outcomes.won") }).check();
  await page.getByLabel(t("campaigns.reasonIn", { language: "한국어" })).fill("모두 채웠어요");
  await page.getByRole("button", { name: t("campaigns.concludeAs", by) }).click();
  await expect(page.getByText("모두 채웠어요")).toBeVisible();

  await partner.goto("/c/emergency-plan/plan");
  await partner.getByRole("link", { name }).click();
  await expect(partner.getByText("모두 채웠어요")).toBeVisible();
});

test("a visitor reads what was won, and who really pressed for it", async ({ windowOf, local }) => {
  const owner = ownerOf(local);
  const [won] = await owner`select id from public.campaigns where name ->> 'en' = 'End NSEERS'`;
  await owner.end();
  const page = await windowOf(null, korean);
  await page.goto(`/campaigns/${won?.id}`);
  await expect(page.getByRole("heading", { level: 1, name: "NSEERS 폐지" })).toBeVisible();
  await expect(page.getByText("2016년 12월 22일")).not.toHaveCount(0);
  await expect(page.getByText(/실제 캠페인은 로스앤젤레스의 Asian Americans Advancing Justice/)).toBeVisible();
});

test("what moved since the last meeting is one page of paper, however much it is, in both languages", async ({
  windowOf,
  local,
}) => {
  test.slow();
  await fillPlan(local);
  for (const language of ["ko", "en"] as const) {
    const page = await windowOf("member@invented-filipino-circle.example", { language });
    for (const path of ["/c/full-plan/plan/meeting?since=2026-01-01", "/c/emergency-plan/plan/meeting"]) {
      await page.goto(path);
      for (const format of ["A4", "Letter"] as const) {
        expect(await pagesOnPaper(page, format), `${path} in ${language} on ${format}`).toBe(1);
      }
    }
  }
});

test("a day that is none is answered by a sentence, and the day of a meeting is chosen without JavaScript", async ({
  windowOf,
}) => {
  const page = await windowOf("viewer@krcla.example", { ...korean, javaScriptEnabled: false });
  await page.goto("/c/emergency-plan/plan/meeting?since=2026-02-30");
  await expect(page.getByRole("alert")).toContainText(t("problem.date_not_understood"));
  await page.goto("/c/emergency-plan/plan");
  await page.getByLabel(t("plan.since")).fill("2026-01-02");
  await page.getByRole("button", { name: t("plan.show") }).click();
  await expect(page).toHaveURL(/meeting\?since=2026-01-02$/);
  await expect(page.getByRole("heading", { name: t("plan.silentTitle") })).toBeVisible();
});

/** A plan of sixty organizations, which a member of an invented one sees through the first of them. */
async function fillPlan(local: Local): Promise<void> {
  const owner = ownerOf(local);
  try {
    const [there] = await owner`select id from public.coalitions where slug = 'full-plan'`;
    if (there) return;
    await owner.unsafe(readFileSync(new URL("../../bench/full-board.sql", import.meta.url), "utf8"));
    await owner`
      insert into public.memberships (organization_id, person_id, role)
      select o.id, u.id, 'viewer' from public.organizations o, auth.users u
      where o.slug = 'full-0' and u.email = 'member@invented-filipino-circle.example'`;
  } finally {
    await owner.end();
  }
}

/** How many pages of paper the page takes. */
async function pagesOnPaper(page: Page, format: "A4" | "Letter"): Promise<number> {
  await page.evaluate(() => document.fonts.ready);
  const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
