import { makeLetters } from "../support/made-letters";
import { password } from "../support/member";
import { wordsIn } from "../support/words";
import { expect, test } from "./journey";

test("an admin in Korean, on a phone without JavaScript, signs for her organization and takes it back", async ({
  windowOf,
  local,
}) => {
  const t = wordsIn("ko");
  const { open } = await makeLetters(local);
  const organization = "한인교육문화마당집";
  const page = await windowOf(null, {
    language: "ko",
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  await page.goto("/sign-in?to=/o/krc-chicago/letters");
  await page.getByLabel(t("signIn.email")).fill("admin@krc-chicago.example");
  await page.getByLabel(t("signIn.password")).fill(password);
  await page.getByRole("button", { name: t("signIn.submit"), exact: true }).click();

  await page.getByRole("link", { name: "시민권 모임에 쓸 방을 열어 주세요" }).click();
  await page.getByRole("link", { name: t("letters.sign"), exact: true }).click();
  await expect(page.getByText(t("letters.seenByCoalition", { organization }))).toBeVisible();
  await page.getByRole("button", { name: t("letters.signAs", { organization }) }).click();
  await expect(page.getByRole("status")).toContainText(t("letters.done.signed", { organization }));

  await page.goto(`/letters/${open}`);
  await expect(page.getByRole("listitem").filter({ hasText: `KRC Chicago · ${organization}` })).toBeVisible();
  await page.goto(`/o/krc-chicago/letters/${open}/withdrawal`);
  await page.getByRole("button", { name: t("letters.withdrawAs", { organization }) }).click();
  await expect(page.getByText(t("letters.statusNone", { organization }))).toBeVisible();
});

test("an editor asks for a signature, and the admin answers it from the queue", async ({ windowOf, local }) => {
  const t = wordsIn("en");
  const { open } = await makeLetters(local);
  const editor = await windowOf("editor@nakasec.example", { language: "en" });
  await editor.goto(`/o/nakasec/letters/${open}`);
  await editor.getByRole("link", { name: t("letters.askLink") }).click();
  await editor.getByRole("button", { name: t("letters.askAs", { organization: "NAKASEC" }) }).click();
  await expect(editor.getByRole("status")).toContainText(t("letters.done.asked", { organization: "NAKASEC" }));

  const admin = await windowOf("admin@nakasec.example", { language: "en" });
  await admin.goto("/o/nakasec");
  const asked = admin.getByRole("region", { name: t("home.itemsWaiting") });
  await expect(asked.getByRole("link", { name: "Rooms for citizenship workshops" })).toBeVisible();
  await editor.goto("/o/nakasec");
  await expect(editor.getByRole("link", { name: "Rooms for citizenship workshops" })).toBeHidden();
  await editor.goto(`/o/nakasec/letters/${open}`);
  await admin.goto("/o/nakasec/letters");
  await expect(admin.getByRole("heading", { name: t("letters.toAnswer") })).toBeVisible();
  await admin.getByRole("link", { name: "Rooms for citizenship workshops" }).click();
  await expect(admin.getByText(t("letters.askedBy", { who: "NAKASEC editor" }))).toBeVisible();
  await admin.getByRole("button", { name: t("letters.signAs", { organization: "NAKASEC" }) }).click();
  await expect(admin.getByRole("status")).toContainText(t("letters.done.signed", { organization: "NAKASEC" }));

  await editor.reload();
  await expect(editor.getByText(t("letters.statusSigned", { organization: "NAKASEC" }))).toBeVisible();
  await admin.getByRole("link", { name: t("letters.withdraw") }).click();
  await admin.getByRole("button", { name: t("letters.withdrawAs", { organization: "NAKASEC" }) }).click();
  await expect(admin.getByText(t("letters.statusNone", { organization: "NAKASEC" }))).toBeVisible();
});

test("an editor in Korean, on a phone without JavaScript, begins a letter for a campaign, is told what comes next, and removes it", async ({
  windowOf,
}) => {
  const t = wordsIn("ko");
  const page = await windowOf("editor@krc-chicago.example", {
    language: "ko",
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  await page.goto("/o/krc-chicago/letters/new");
  await page.getByLabel(t("letters.campaign")).selectOption({ label: "권리 알기의 밤" });
  await page.locator('[name="title.ko"]').fill("석류 서한");
  await page.locator('[name="body.ko"]').fill("부탁드려요.");
  await page.locator('[name="due_on"]').fill("2035-05-02");
  await page.locator('[name="internal_on"]').fill("2035-05-01");
  await page.getByRole("button", { name: t("letters.makeAs", { organization: "한인교육문화마당집" }) }).click();

  const steps = page.getByRole("region", { name: t("letters.stepsTitle") });
  await expect(steps.getByText(t("letters.stepShow"))).toBeVisible();
  await page.getByRole("link", { name: "권리 알기의 밤" }).click();
  await expect(page.getByRole("link", { name: "석류 서한" })).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: t("letters.remove") }).click();
  await page.getByRole("button", { name: t("letters.removeAs", { organization: "한인교육문화마당집" }) }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("letters.title") })).toBeVisible();
  await expect(page.getByText("석류 서한")).toBeHidden();
});

test("a visitor finds the letter that a won campaign had, and from the letter the way back", async ({
  windowOf,
  local,
}) => {
  const t = wordsIn("en");
  const page = await windowOf(null, { language: "en" });
  const { final } = await makeLetters(local);
  await page.goto(`/letters/${final}`);
  await page.getByRole("link", { name: "End NSEERS", exact: true }).click();
  const letters = page.getByRole("region", { name: t("campaigns.letters") });
  await expect(letters.getByRole("link", { name: "End NSEERS now" })).toBeVisible();
});
