import { afterAll, describe, expect, test } from "vitest";
import { visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { wordsIn } from "../support/words";
import { as, comeIn, isChecked, letGo, local, makeSession } from "./cast";

const [t, ko] = [wordsIn("en"), wordsIn("ko")];
afterAll(() => letGo("settled"));

const sentTo = (answer: Response) => [answer.status, answer.headers.get("location")];
const signIn = async (email: string, password: string, userAgent = "") => {
  const person = visitor(local());
  const headers = { "user-agent": userAgent };
  return { person, answer: await person.post("/sign-in", { email, password }, { headers }) };
};

describe("what a person says of themselves", () => {
  test("is saved, and the pages speak the language that was chosen, here and on the next device", async () => {
    const { person, email, passphrase } = await comeIn("settled");
    const chosen = { display_name: "  New   name ", language: "ko", time_zone: "Asia/Seoul" };
    expect(sentTo(await person.post("/settings/profile", chosen))).toEqual([302, "/settings?saved=profile"]);
    const page = await (await person.get("/settings?saved=profile")).text();
    expect(page).toContain('<html lang="ko"');
    expect(page).toContain('value="New name"');
    expect(page).toMatch(/<option value="Asia\/Seoul" selected/);
    const elsewhere = await signIn(email, passphrase);
    expect(await (await elsewhere.person.get("/settings")).text()).toContain(ko("settings.youHint"));
  });

  test.each([
    ["display_name", { display_name: "\u3164", language: "en", time_zone: "Asia/Seoul" }, "required"],
    ["language", { display_name: "Somebody", language: "tlh", time_zone: "Asia/Seoul" }, "choose_one"],
    ["time_zone", { display_name: "Somebody", language: "en", time_zone: "XYZ+5" }, "unknown_time_zone"],
  ] as const)("is refused beside its field when it cannot be: %s", async (_field, typed, problem) => {
    const answer = await (await as("ally")).post("/settings/profile", typed);
    const page = await answer.text();
    expect([answer.status, page]).toEqual([422, expect.stringContaining(t(`problem.${problem}`))]);
    if (typed.display_name === "Somebody") expect(page).toContain('value="Somebody"');
  });
});

test("a person chooses which mail they want, and their quiet hours, again and again", async () => {
  const { person } = await comeIn("settled");
  for (const wanted of [["digest"], [], ["reminder", "digest"], ["reminder"]]) {
    const chosen = { wanted, quiet_from: "20:30", quiet_until: "07:15" };
    expect(sentTo(await person.post("/settings/notifications", chosen))).toEqual([
      302,
      "/settings?saved=notifications",
    ]);
    const page = await (await person.get("/settings")).text();
    expect(["reminder", "digest"].filter((kind) => isChecked(page, kind))).toEqual(wanted);
    expect(page).toContain('value="20:30"');
  }
  const refused = await person.post("/settings/notifications", { quiet_from: "25:00", quiet_until: "" });
  const page = await refused.text();
  expect([refused.status, page]).toEqual([422, expect.stringContaining(t("problem.time_not_understood"))]);
  expect(page).toContain('value="25:00"');
});

describe("where a person is signed in", () => {
  test("is told by browser and system, and one of the others is signed out with its next request", async () => {
    const { person, email, passphrase } = await comeIn("settled");
    const phone = await signIn(
      email,
      passphrase,
      "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0",
    );
    const page = await (await person.get("/settings")).text();
    expect(page).toContain("Firefox, Android");
    expect(page).toContain(t("settings.deviceThis", { device: t("settings.deviceUnknown") }));
    const other = /\/settings\/devices\/[0-9a-f-]{36}\/ending/.exec(page)?.[0] ?? "";
    expect(await (await person.get(other)).text()).toContain(t("settings.endTitle", { device: "Firefox, Android" }));
    expect((await phone.person.get("/o/krcla")).status).toBe(200);
    expect(sentTo(await person.post(other, {}))).toEqual([302, "/settings?saved=device"]);
    expect((await phone.person.get("/o/krcla")).status).toBe(302);
    expect((await person.post(other, {})).status).toBe(404);
  });

  test("is nobody else's to see or to end", async () => {
    const session = await makeSession();
    const answer = await (await as("admin")).post(`/settings/devices/${session}/ending`, {});
    expect(answer.status).toBe(404);
    const owner = ownerOf(local());
    expect(await owner`select from auth.sessions where id = ${session}`).toHaveLength(1);
    await owner.end();
  });
});

describe("another password", () => {
  test("needs the old one; then every other device is signed out, and the new one signs in", async () => {
    const { person, email, passphrase } = await comeIn("settled");
    const phone = await signIn(email, passphrase);
    const change = (password: string, chosen: string) =>
      person.post("/settings/password", { password, passphrase: chosen });
    for (const [password, chosen, problem] of [
      ["not the old one", "another set of words", "password_wrong"],
      [passphrase, "too short", "passphrase_too_short"],
      [passphrase, "가".repeat(25), "passphrase_too_long"],
    ] as const) {
      const answer = await change(password, chosen);
      const page = await answer.text();
      expect([answer.status, page]).toEqual([422, expect.stringContaining(t(`problem.${problem}`).slice(0, 40))]);
      expect(page).not.toContain(`value="${chosen}"`);
    }
    expect(sentTo(await change(passphrase, "another set of words"))).toEqual([302, "/settings?saved=password"]);
    expect((await phone.person.get("/o/krcla")).status).toBe(302);
    expect((await person.get("/o/krcla")).status).toBe(200);
    expect((await signIn(email, passphrase)).answer.status).toBe(422);
    expect((await signIn(email, "another set of words")).answer.status).toBe(302);
  });
});

test("a change of address is answered alike for a free address and for a taken one", async () => {
  const { person, passphrase, email: own } = await comeIn("settled");
  for (const email of ["free@settled.example", "editor@krcla.example"]) {
    const answer = await person.post("/settings/address", { email, password: passphrase });
    expect(sentTo(answer)).toEqual([302, "/settings?saved=address"]);
    expect(await (await person.get("/settings?saved=address")).text()).toContain(t("settings.addressWaits", { email }));
  }
  const wrong = await person.post("/settings/address", { email: "free@settled.example", password: "wrong" });
  const page = await wrong.text();
  expect([wrong.status, page]).toEqual([422, expect.stringContaining(t("problem.password_wrong").slice(0, 30))]);
  expect(page).toContain('value="free@settled.example"');
  const same = await (await person.post("/settings/address", { email: own, password: passphrase })).text();
  expect(same).toContain(t("problem.address_unchanged"));
  expect(same).toContain('href="#field-email"');
});

test("a person takes along what is kept about them, as a file, and no secret with it", async () => {
  const { person, email } = await comeIn("settled");
  const answer = await person.get("/settings/export");
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="hamkke-\d{4}-\d\d-\d\d\.json"$/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ email, organizations: [{ slug: "krcla", role: "member" }], changes: [] });
  expect(text).not.toMatch(/password|token|\$2[aby]\$/);
});

test("a person leaves an organization; its last admin is told why not", async () => {
  const { person } = await comeIn("settled");
  expect(sentTo(await person.post("/settings/organizations/krcla/leaving", {}))).toEqual([
    302,
    "/settings?saved=organization",
  ]);
  expect((await person.get("/o/krcla")).status).toBe(404);
  expect(await (await person.get("/settings")).text()).toContain(t("settings.noOrganization"));
  const stays = await (await as("admin")).post("/settings/organizations/krcla/leaving", {});
  expect([stays.status, await stays.text()]).toEqual([409, expect.stringContaining(t("problem.last_admin"))]);
});

test("a person deletes their account with their password, and nothing signs in to it any more", async () => {
  const { person, email, passphrase } = await comeIn("settled");
  const wrong = await person.post("/settings/deletion", { password: "wrong" });
  expect([wrong.status, await wrong.text()]).toEqual([
    422,
    expect.stringContaining(t("problem.password_wrong").slice(0, 30)),
  ]);
  const gone = await person.post("/settings/deletion", { password: passphrase });
  expect(sentTo(gone)).toEqual([302, "/sign-out?after=deletion"]);
  expect([person.cookies().has("hamkke_session"), gone.headers.get("clear-site-data")]).toEqual([
    false,
    '"cache", "storage"',
  ]);
  expect(await (await person.get("/sign-out?after=deletion")).text()).toContain(t("signOut.deleted"));
  expect((await signIn(email, passphrase)).answer.status).toBe(422);
});
