import { type Language, wordsIn } from "../support/words";
import { dayFromNow, fillGathering, publish, titled } from "./gathering-steps";
import { expect, test } from "./journey";

for (const [language, javaScriptEnabled] of [
  ["ko", true],
  ["en", false],
] as const satisfies [Language, boolean][]) {
  const t = wordsIn(language);
  const chicago = language === "ko" ? "한인교육문화마당집" : "KRC Chicago";
  const script = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an editor sees a sister organization's gathering before fixing a time, and of a hidden one only that the time is taken (${language}, ${script})`, async ({
    windowOf,
  }) => {
    const area = titled("Lawndale");
    const on = dayFromNow(50);
    const shared = titled("Shared workshop");
    const hidden = titled("Hidden workshop");
    const theirs = await windowOf("editor@krc-chicago.example", { language, javaScriptEnabled });
    for (const [title, audience] of [
      [shared, "coalition"],
      [hidden, "owner"],
    ] as const) {
      await theirs.goto("/o/krc-chicago/gatherings/new");
      await fillGathering(theirs, { title, kind: "training", on, starts: "10:00", ends: "12:00", area, audience }, t);
      if (audience === "owner") await theirs.getByLabel(t("gatherings.taken")).check();
      await publish(theirs, chicago, title, t);
    }

    const page = await windowOf("editor@krcla.example", {
      language,
      javaScriptEnabled,
      viewport: { width: 390, height: 844 },
    });
    await page.goto("/o/krcla/gatherings/new");
    const typed = { title: titled("Ours"), kind: "clinic", on, starts: "11:00", ends: "13:00", area } as const;
    await fillGathering(page, { ...typed, audience: "coalition" }, t);
    await page.getByLabel(t("gatherings.zone")).selectOption("America/Chicago");

    let answer = page;
    if (javaScriptEnabled) {
      await expect(page.getByRole("status").getByText(shared)).toBeVisible();
    } else {
      const opened = page.waitForEvent("popup");
      await page.getByRole("button", { name: t("clashes.check") }).click();
      answer = await opened;
      await expect(answer.getByText(shared)).toBeVisible();
      await expect(page.getByLabel(t("gatherings.area"), { exact: true })).toHaveValue(area);
    }
    await expect(answer.getByText(t("clashes.area"))).toBeVisible();
    await expect(answer.getByText(new RegExp(`${area}.*${language === "ko" ? "차 있어요" : "taken"}`))).toBeVisible();
    await expect(answer.locator("body")).not.toContainText(hidden);
  });
}
