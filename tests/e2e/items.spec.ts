import { wordsIn } from "../support/words";
import { dayFromNow, titled } from "./gathering-steps";
import { expect, test } from "./journey";

const t = wordsIn("ko");
const phone = { language: "ko" as const, viewport: { width: 390, height: 844 } };
const krcla = "민족학교";
const chicago = "한인교육문화마당집";

test("a lead asks all core members; one answers on a phone without JavaScript, and the lead reads how far it is, not what it noted", async ({
  windowOf,
  expectComplaint,
}) => {
  expectComplaint(/status of 422/);
  const title = titled("Marigold table");
  const lead = await windowOf("editor@krcla.example", phone);
  await lead.goto("/o/krcla/items/new", { waitUntil: "networkidle" });
  await lead.getByLabel(t("items.titleIn", { language: t("language.ko") })).fill(title);
  await lead.getByLabel(t("items.dueOn"), { exact: true }).fill("2027-03-14");
  await lead.getByLabel(t("items.dueTime"), { exact: true }).fill("오전 2:30");
  await lead.getByLabel(t("items.stepsIn", { language: t("language.ko") })).fill("안내지 인쇄\n상자 싣기");
  await lead.getByLabel(t("items.askCore")).check();
  await lead.getByLabel(t("items.seenByCoalition")).check();
  // The clocks skip this hour in Los Angeles; nothing that was typed is lost.
  await lead.getByRole("button", { name: t("items.makeAs", { organization: krcla }) }).click();
  await expect(lead.getByRole("alert")).toContainText(t("problem.local_time_skipped"));
  await expect(lead.getByLabel(t("items.titleIn", { language: t("language.ko") }))).toHaveValue(title);
  await lead.getByLabel(t("items.dueOn"), { exact: true }).fill(dayFromNow(9));
  await lead.getByRole("button", { name: t("items.makeAs", { organization: krcla }) }).click();
  await expect(lead.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const path = new URL(lead.url()).pathname;

  const clerk = await windowOf("editor@krc-chicago.example", { ...phone, javaScriptEnabled: false });
  await clerk.goto("/o/krc-chicago/items");
  await clerk.getByRole("link", { name: title }).first().click();
  await clerk.getByRole("link", { name: t("items.answerAs", { organization: chicago }) }).click();
  await clerk.getByLabel(t("items.say.doing")).check();
  await clerk.getByLabel("안내지 인쇄").check();
  await clerk.getByLabel(t("items.note"), { exact: false }).fill("열쇠는 옆집에 있어요");
  await clerk.getByLabel(t("items.link"), { exact: false }).fill("javascript:alert(1)");
  await clerk.getByRole("button", { name: t("items.savePartAs", { organization: chicago }) }).click();
  await expect(clerk.getByLabel(t("items.note"), { exact: false })).toHaveValue("열쇠는 옆집에 있어요");
  await clerk.getByLabel(t("items.link"), { exact: false }).fill("");
  await clerk.getByRole("button", { name: t("items.savePartAs", { organization: chicago }) }).click();
  await expect(clerk.locator("main")).toContainText("열쇠는 옆집에 있어요");

  await lead.goto(path);
  const row = lead.getByRole("row").filter({ hasText: chicago });
  await expect(row).toContainText(t("items.status.doing"));
  await expect(lead.locator("body")).not.toContainText("열쇠");
  const board = await windowOf("viewer@nakasec.example", phone);
  await board.goto("/c/emergency-plan/items?as=board");
  await expect(board.locator("main")).toContainText(title);
  await board.goto(path);
  await expect(board.locator("body")).not.toContainText("열쇠");
});
