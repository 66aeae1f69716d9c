import { wordsIn } from "../support/words";
import { expect, test } from "./journey";

const t = wordsIn("ko");
/** "상담" in CP949. */
const title = Buffer.from([0xbb, 0xf3, 0xb4, 0xe3]);

for (const javaScriptEnabled of [true, false]) {
  const script = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an editor on a phone brings a calendar in CP949 over, looks at it first and finds the drafts (${script})`, async ({
    windowOf,
  }) => {
    const page = await windowOf("editor@krcla.example", {
      language: "ko",
      javaScriptEnabled,
      viewport: { width: 390, height: 844 },
    });
    const uid = `${crypto.randomUUID()}@imports.example`;
    const file = (hour: string) => ({
      name: "week.ics",
      mimeType: "text/calendar",
      buffer: Buffer.concat([
        Buffer.from(`BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:20310301T${hour}0000Z\r\nSUMMARY:`),
        title,
        Buffer.from("\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:none\r\nSUMMARY:Nowhen\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
      ]),
    });
    const read = async (hour: string) => {
      await page.getByLabel(t("imports.file")).setInputFiles(file(hour));
      await page.getByRole("button", { name: t("imports.read") }).click();
      await expect(page.getByRole("heading", { level: 1, name: t("imports.previewTitle") })).toBeVisible();
    };
    const take = () => page.getByRole("button", { name: t("imports.importAs", { organization: "민족학교" }) }).click();

    await page.goto("/o/krcla/calendar");
    await page.getByRole("link", { name: t("calendar.import"), exact: true }).click();
    await read("18");
    await expect(page.getByText("상담", { exact: true }).first()).toBeVisible();
    await expect(page.getByText(t("imports.reason.no_start"))).toBeVisible();
    await take();
    await expect(page.getByText(t("imports.made", { count: 1 }))).toBeVisible();

    await page.getByRole("link", { name: t("imports.another") }).click();
    await read("20");
    await expect(page.getByText(t("imports.changedTitle", { count: 1 }))).toBeVisible();
    await take();
    await expect(page.getByText(t("imports.changed", { count: 1 }))).toBeVisible();
    await page.getByRole("link", { name: t("imports.first.changed") }).click();
    await expect(page.getByRole("heading", { level: 1, name: "상담" })).toBeVisible();
    await expect(page.getByText(t("gatherings.draftTitle"))).toBeVisible();
  });
}
