import { type Language, wordsIn } from "../support/words";
import { dayFromNow, fillGathering, publish, titled } from "./gathering-steps";
import { expect, test } from "./journey";

const phone = { width: 390, height: 844 };

for (const [language, javaScriptEnabled, viewport] of [
  ["en", true, undefined],
  ["ko", true, phone],
  ["en", false, undefined],
] as const satisfies [Language, boolean, object | undefined][]) {
  test(`KRCLA and KRC Chicago hold a gathering together until its owner ends it (${language}, ${viewport ? "on a phone" : "at a desk"}, ${javaScriptEnabled ? "with" : "without"} JavaScript)`, async ({
    windowOf,
    expectComplaint,
  }) => {
    expectComplaint(/status of 404/);
    const t = wordsIn(language);
    const krcla = language === "ko" ? "민족학교" : "KRCLA";
    const options = { language, javaScriptEnabled, ...(viewport ? { viewport } : {}) };
    const owner = await windowOf("editor@krcla.example", options);
    const title = titled("A clinic of two cities");
    await owner.goto("/o/krcla/gatherings/new");
    await fillGathering(
      owner,
      { title, kind: "clinic", on: dayFromNow(9), starts: "10:00", ends: "12:00", audience: "owner" },
      t,
    );
    await owner.getByLabel(t("gatherings.address")).fill("Zinnia Street 1");
    const address = await publish(owner, krcla, title, t);
    const id = address.split("/").at(-1);

    await owner.goto(`/o/krcla/gatherings/${id}/hosts`);
    const option = owner
      .getByLabel(t("hosts.organization"), { exact: true })
      .locator("option", { hasText: /KRC Chicago|한인교육문화마당집/ });
    await owner
      .getByLabel(t("hosts.organization"), { exact: true })
      .selectOption((await option.first().getAttribute("value")) ?? "");
    await owner.getByRole("checkbox", { name: t("hosts.mayEdit") }).check();
    await owner.getByRole("button", { name: t("hosts.inviteAs", { organization: krcla }) }).click();
    await expect(owner.getByRole("status")).toHaveText(t("hosts.saved.invitation"));
    await expect(owner.getByText(t("hosts.invited"))).toBeVisible();

    const host = await windowOf("editor@krc-chicago.example", options);
    await host.goto("/o/krc-chicago");
    await host.getByRole("link", { name: title }).first().click();
    await expect(host.getByText("Zinnia Street 1")).toBeVisible();
    await expect(host.getByText(t("gatherings.heldWith"), { exact: true })).toBeVisible();
    const accept = new RegExp(t("hosts.accept", { organization: ".*" }));
    await host.getByRole("link", { name: accept }).click();
    await host.getByRole("button", { name: accept }).click();
    await expect(host.getByRole("status")).toHaveText(t("hosts.saved.acceptance"));

    await host.getByRole("link", { name: new RegExp(t("gatherings.editAs", { organization: ".*" })) }).click();
    await host.getByLabel(t("gatherings.area"), { exact: true }).fill("Albany Park");
    await host.getByRole("button", { name: new RegExp(t("gatherings.saveAs", { organization: ".*" })) }).click();
    await expect(host.getByText("Albany Park")).toBeVisible();

    await owner.goto(address);
    await expect(owner.getByText("Albany Park")).toBeVisible();
    await owner.goto(`/o/krcla/gatherings/${id}/hosts`);
    await owner.getByRole("link", { name: new RegExp(t("hosts.endOf", { organization: ".*" })) }).click();
    await owner.getByRole("button", { name: t("hosts.end"), exact: true }).click();
    await expect(owner.getByRole("status")).toHaveText(t("hosts.saved.ending"));
    expect((await host.goto(address))?.status()).toBe(404);
  });
}
