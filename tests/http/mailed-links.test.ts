import { readFileSync } from "node:fs";
import { afterAll, describe, expect, inject, test } from "vitest";
import { makeMailedLink } from "../support/mailed-link";
import { signInAs, visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { wordsIn } from "../support/words";
import { comeIn, isChecked, letGo, local } from "./cast";

const t = wordsIn("en");
afterAll(() => letGo("linked"));

const sentTo = (answer: Response) => [answer.status, answer.headers.get("location")];
const signIn = (email: string, password: string) => visitor(local()).post("/sign-in", { email, password });

test.each(["/sign-in/link", "/password"])("%s answers alike whether or not an address has an account", async (path) => {
  const answers = [];
  for (const email of ["viewer@krcla.example", "nobody@krcla.example"]) {
    const person = visitor(local());
    const answer = await person.post(path, { email });
    const page = await (await person.get(answer.headers.get("location") ?? "")).text();
    expect(page).toContain(t("mailedLink.requestedTitle"));
    answers.push([...sentTo(answer), page.replace(/nonce="[^"]*"/g, "")]);
  }
  expect(answers[0]).toEqual(answers[1]);
  const mistyped = await visitor(local()).post(path, { email: "no address" });
  expect([mistyped.status, await mistyped.text()]).toEqual([422, expect.stringContaining('value="no address"')]);
});

test("a link waits for a press, however often it is looked at, signs in once, and is designed when it is dead", async () => {
  const { email } = await comeIn("linked");
  const path = `/sign-in/link/${await makeMailedLink(local(), "sign_in", email)}`;
  const person = visitor(local());
  for (const method of ["GET", "HEAD", "GET"]) expect((await person.get(path, { method })).status).toBe(200);
  expect(sentTo(await person.post(path, {}))).toEqual([302, "/o/krcla"]);
  expect((await person.get("/o/krcla")).status).toBe(200);

  const late = visitor(local());
  expect((await late.post(path, {})).status).toBeGreaterThanOrEqual(400);
  const dead = await late.get(path);
  expect(dead.status).toBe(410);
  const page = await dead.text();
  expect(page).toContain(t("mailedLink.deadSignIn"));
  expect(page).toContain('href="/sign-in/link"');
});

test("of two browsers with one link, one comes in", async () => {
  const { email } = await comeIn("linked");
  const path = `/sign-in/link/${await makeMailedLink(local(), "sign_in", email)}`;
  const answers = await Promise.all([1, 2].map(() => visitor(local()).post(path, {})));
  expect(answers.filter(({ status }) => status === 302)).toHaveLength(1);
});

test("whoever forgot the password chooses a new one, and is signed out everywhere", async () => {
  const { person, email, passphrase } = await comeIn("linked");
  const path = `/password/${await makeMailedLink(local(), "reset", email)}`;
  const visiting = visitor(local());
  const short = await visiting.post(path, { passphrase: "too short" });
  expect([short.status, await short.text()]).toEqual([
    422,
    expect.stringContaining(t("problem.passphrase_too_short").slice(0, 30)),
  ]);
  expect(sentTo(await visiting.post(path, { passphrase: "함께 걸어가는 우리 이웃들" }))).toEqual([
    302,
    "/sign-in?after=password",
  ]);
  expect(await (await visiting.get("/sign-in?after=password")).text()).toContain(t("signIn.passwordNew"));
  expect(sentTo(await person.get("/o/krcla"))).toEqual([302, "/sign-in?to=%2Fo%2Fkrcla"]);
  expect((await signIn(email, passphrase)).status).toBe(422);
  expect((await signIn(email, "함께 걸어가는 우리 이웃들")).status).toBe(302);
  expect((await visiting.post(path, { passphrase: "another one of twelve" })).status).toBeGreaterThanOrEqual(400);
});

test("an address changes once both ends have confirmed it", async () => {
  const { person, email, passphrase } = await comeIn("linked");
  const links = [await makeMailedLink(local(), "address_current", email)];
  links.push(await makeMailedLink(local(), "address_new", email));
  expect(await (await visitor(local()).get(`/address/${links[0]}`)).text()).toContain(`new.${email}`);
  const answers = [];
  for (const link of links) answers.push(await (await visitor(local()).post(`/address/${link}`, {})).text());
  expect(answers[0]).toContain(t("mailedLink.addressHalf"));
  expect(answers[1]).toContain(t("mailedLink.addressDone"));
  expect((await signIn(email, passphrase)).status).toBe(422);
  expect((await signIn(`new.${email}`, passphrase)).status).toBe(302);
  expect((await person.get("/settings")).headers.get("location")).toContain("/sign-in");
  const owner = ownerOf(local());
  await owner`delete from auth.users where email = ${`new.${email}`}`;
  await owner.end();
});

describe("the link that ends mail", () => {
  test("is pressed by a mail program without cookie and origin (RFC 8058), more than once", async () => {
    const { person, email } = await comeIn("linked");
    const address = new URL(`/unsubscribe/${await makeMailedLink(local(), "unsubscribe", email)}`, local().app_url);
    const looked = await fetch(address);
    expect(await looked.text()).toContain(t("mailedLink.unsubscribe"));
    const wanted = () => person.get("/settings").then(async (answer) => isChecked(await answer.text(), "digest"));
    expect(await wanted()).toBe(true);
    for (const form of [new URLSearchParams(oneClick), multipart(oneClick)]) {
      const pressed = await fetch(address, { method: "POST", body: form, redirect: "manual" });
      expect([pressed.status, pressed.headers.get("set-cookie")]).toEqual([200, null]);
      expect(await wanted()).toBe(false);
    }
  });
});

test("no link is told to another page, kept by a browser or a search engine, or written to the log", async () => {
  const token = await makeMailedLink(local(), "unsubscribe", "viewer@krcla.example");
  for (const path of ["/unsubscribe", "/password", "/address", "/sign-in/link"]) {
    const { headers } = await visitor(local()).get(`${path}/${token}`);
    expect([headers.get("referrer-policy"), headers.get("cache-control"), headers.get("x-robots-tag")]).toEqual([
      "strict-origin",
      "no-store",
      "noindex",
    ]);
  }
  expect(readFileSync(inject("printedFile"), "utf8")).not.toContain(token);
});

test("a link of somebody signs a shared computer's reader out first", async () => {
  const { email } = await comeIn("linked");
  const person = await signInAs(local(), "viewer@krcla.example");
  const before = `hamkke_session=${person.cookies().get("hamkke_session")}`;
  await person.post(`/sign-in/link/${await makeMailedLink(local(), "sign_in", email)}`, {});
  expect(await (await person.get("/settings")).text()).toContain(email);
  const again = await fetch(new URL("/o/krcla", local().app_url), { headers: { cookie: before }, redirect: "manual" });
  expect(again.status).toBe(302);
});

const oneClick = { "List-Unsubscribe": "One-Click" };

function multipart(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
