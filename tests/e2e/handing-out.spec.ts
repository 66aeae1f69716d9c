import type { Page } from "@playwright/test";
import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";
import { wordsIn } from "../support/words";
import { expect, test } from "./journey";
import { longService } from "./made-services";

const t = wordsIn("en");

async function idOf(local: Local, name: string): Promise<string> {
  const owner = ownerOf(local);
  try {
    const [found] = await owner`select id from public.services where name ->> 'en' = ${name}`;
    return String(found?.id);
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

test("an editor collects help of another organization, puts it first, and hands it out to a visitor", async ({
  windowOf,
  local,
  expectComplaint,
}) => {
  test.slow();
  expectComplaint(/status of 422/);
  const name = `After an arrest ${Date.now()}`;
  const [arrest, consultation] = [
    await idOf(local, "When somebody is arrested: day and night"),
    await idOf(local, "Deportation defense consultation"),
  ];
  const page = await windowOf("editor@krcla.example");
  await page.goto("/o/krcla/collections");
  await page.getByRole("link", { name: t("handingOut.newCollection") }).click();
  await page.getByRole("button", { name: t("handingOut.make", { organization: "KRCLA" }) }).click();
  await expect(page.getByRole("alert")).toContainText(t("handingOut.collectionName"));
  await page.getByLabel(t("handingOut.collectionNameIn", { language: "English" })).fill(name);
  await page.getByRole("radio", { name: t("audience.everyone") }).check();
  await page.getByRole("button", { name: t("handingOut.make", { organization: "KRCLA" }) }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const address = new URL(page.url()).pathname;

  for (const id of [consultation, arrest]) {
    await page.goto(`/resources/${id}`);
    await page.getByRole("link", { name: t("handingOut.collect") }).click();
    await page.getByLabel(t("handingOut.collectInto")).selectOption({ label: name });
    await page.getByLabel(t("handingOut.collectNote")).fill("Call this one first");
    await page.getByRole("button", { name: t("handingOut.collectAs", { organization: "KRCLA" }) }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
  const firstEntry = () => page.locator("main ol li").first();
  await expect(firstEntry()).toContainText("Deportation defense consultation");
  await page.getByRole("link", { name: t("handingOut.order") }).click();
  await page
    .getByRole("button", { name: t("handingOut.up", { name: "When somebody is arrested: day and night" }) })
    .click();
  await expect(firstEntry()).toContainText("When somebody is arrested");
  await page.getByRole("link", { name: t("handingOut.backToCollection") }).click();

  const visitor = await windowOf(null);
  await visitor.goto(address);
  await expect(visitor.locator("main ol li").first()).toContainText("When somebody is arrested");
  await expect(visitor.getByText("Call this one first")).toHaveCount(2);
  const download = visitor.waitForEvent("download");
  await visitor.getByRole("link", { name: t("handingOut.table") }).click();
  expect((await download).suggestedFilename()).toMatch(/^help-.*\.csv$/);
  await visitor.getByRole("link", { name: t("handingOut.collectionHandout") }).click();
  await expect(visitor.getByRole("img", { name: t("handingOut.qr") })).toBeVisible();

  await page.getByRole("link", { name: t("handingOut.discard") }).click();
  await page.getByRole("button", { name: t("handingOut.discardAs", { organization: "KRCLA" }) }).click();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("without JavaScript a message is there to select, and an entry moves with a press", async ({
  windowOf,
  local,
}) => {
  const id = await idOf(local, "Saturday food table");
  const page = await windowOf("editor@krcla.example", { javaScriptEnabled: false });
  await page.goto(`/resources/${id}/message`);
  const message = page.getByLabel(t("handingOut.messageIn", { language: "English" }));
  await expect(message).toHaveValue(/Saturday food table\n213-555-0114\n/);
  expect((await message.inputValue()).length).toBeLessThanOrEqual(300);
  await expect(page.getByLabel(t("handingOut.messageIn", { language: "Korean" }))).toHaveValue(/토요일 식품 나눔/);
  await expect(page.getByRole("button", { name: t("ui.copy") }).first()).toBeHidden();

  await page.goto("/o/krcla/collections/new");
  await page.getByLabel(t("handingOut.collectionNameIn", { language: "English" })).fill(`Plain ${Date.now()}`);
  await page.getByRole("button", { name: t("handingOut.make", { organization: "KRCLA" }) }).click();
  const collection = new URL(page.url()).pathname;
  for (const service of [id, await idOf(local, "Help with citizenship forms")]) {
    await page.goto(`/o/krcla/resources/${service}/collecting`);
    await page.getByLabel(t("handingOut.collectInto")).selectOption(collection.split("/").at(-1) ?? "");
    await page.getByRole("button", { name: t("handingOut.collectAs", { organization: "KRCLA" }) }).click();
  }
  await page.goto(`/o/krcla${collection}/order`);
  await page.getByRole("button", { name: t("handingOut.up", { name: "Help with citizenship forms" }) }).click();
  await expect(page.locator("main ol li").first()).toContainText("Help with citizenship forms");
});

test.describe("on paper", () => {
  for (const language of ["en", "ko"] as const) {
    test(`every handout takes one page, of A4 as of Letter, read in ${language}`, async ({ usualWindowOf, local }) => {
      test.slow();
      const owner = ownerOf(local);
      const services = await owner`
        select s.id, s.name ->> s.source_language as name from public.services s
        where s.audience = 'everyone' and s.state = 'active' and s.created_at < now() - interval '0 s' order by s.created_at limit 30`;
      const [collection] = await owner`
        insert into public.collections (organization_id, name, audience)
        select id, ${owner.json({ en: "All of it", ko: "전부" })}, 'everyone' from public.organizations where slug = 'krcla'
        returning id, organization_id`;
      await owner`
        insert into public.collection_entries (organization_id, collection_id, owner_id, service_id)
        select ${collection?.organization_id}, ${collection?.id}, s.organization_id, s.id from public.services s
        where s.audience = 'everyone' and s.state = 'active' limit 30`;
      await owner.end();
      const page = await usualWindowOf(null, language);
      const long = await longService(local);
      for (const path of [
        ...services.map(({ id }) => `/resources/${id}/handout`),
        `/resources/${long}/handout`,
        `/collections/${collection?.id}/handout`,
      ]) {
        await page.goto(path);
        expect([await pagesOnPaper(page, "A4"), await pagesOnPaper(page, "Letter")], path).toEqual([1, 1]);
      }
    });
  }
});
