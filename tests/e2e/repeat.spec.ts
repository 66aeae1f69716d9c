import { wordsIn } from "../support/words";
import { dayFromNow, fillGathering, publish, titled } from "./gathering-steps";
import { expect, test } from "./journey";

const t = wordsIn("ko");
const phone = { viewport: { width: 390, height: 844 }, language: "ko" } as const;

for (const javaScriptEnabled of [true, false]) {
  test(`on a phone ${javaScriptEnabled ? "with" : "without"} JavaScript, an editor puts four dates up, moves one, renames those that follow and cancels one`, async ({
    windowOf,
  }) => {
    test.slow();
    const title = titled("Study circle");
    const renamed = titled("Reading circle");
    const editor = await windowOf("editor@krcla.example", { ...phone, javaScriptEnabled });
    const coming = editor.getByRole("region", { name: t("repeat.label") }).getByRole("listitem");

    const open = async (at: number) => {
      await coming.nth(at).getByRole("link").click();
      await expect(coming.nth(at)).toContainText(t("repeat.this"));
    };

    await editor.goto("/o/krcla/gatherings/new");
    await fillGathering(
      editor,
      { title, kind: "meeting", on: dayFromNow(20), starts: "오전 10시", ends: "12:00", audience: "owner" },
      t,
    );
    await editor.getByLabel(t("repeating.label"), { exact: true }).selectOption({ label: t("repeating.weekly") });
    await editor.getByRole("radio", { name: t("repeating.afterTimes") }).check();
    await editor.getByLabel(t("repeating.times"), { exact: true }).fill("4");
    await publish(editor, "민족학교", title, t);
    await expect(editor.getByText(/^매주 .요일 오전 10시, 4회$/)).toBeVisible();
    await expect(coming).toHaveCount(4);

    await open(1);
    await editor.getByRole("link", { name: t("gatherings.move"), exact: true }).click();
    await editor.getByLabel(t("gatherings.starts"), { exact: true }).fill("오후 3시");
    await editor.getByLabel(t("gatherings.ends"), { exact: true }).fill("오후 5시");
    await editor.getByRole("button", { name: t("gatherings.moveAs", { organization: "민족학교" }) }).click();
    await expect(coming.nth(1)).toContainText("오후 3:00");
    await expect(coming.nth(2)).toContainText("오전 10:00");

    await open(2);
    await editor.getByRole("link", { name: t("gatherings.edit"), exact: true }).click();
    await editor.getByLabel(t("gatherings.titleIn", { language: t("language.en") })).fill(renamed);
    await editor.getByRole("radio", { name: t("repeat.following") }).check();
    await editor.getByRole("button", { name: t("gatherings.saveAs", { organization: "민족학교" }) }).click();
    await expect(editor.getByRole("heading", { level: 1, name: renamed })).toBeVisible();
    await open(3);
    await expect(editor.getByRole("heading", { level: 1, name: renamed })).toBeVisible();

    const path = new URL(editor.url()).pathname;
    await editor.goto(`/o/krcla${path}/cancellation`);
    await editor.getByLabel(t("gatherings.reason")).fill("비가 와요.");
    await editor.getByRole("button", { name: t("gatherings.cancelAs", { organization: "민족학교" }) }).click();
    await expect(coming.nth(3)).toContainText(t("state.cancelled"));
    await expect(coming.nth(2)).not.toContainText(t("state.cancelled"));
    await open(0);
    await expect(editor.getByRole("heading", { level: 1, name: title })).toBeVisible();
  });
}
