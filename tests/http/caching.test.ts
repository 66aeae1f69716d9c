import { beforeAll, expect, test } from "vitest";
import { password, signInAs, visitor } from "../support/member";
import { as, type Kept, local, makeGatherings } from "./cast";

let kept: Kept;
beforeAll(async () => {
  kept = await makeGatherings();
});

test("nothing that a member is shown may be stored", async () => {
  for (const path of [
    "/",
    "/o/krcla",
    "/o/krcla/calendar",
    `/gatherings/${kept.everyone}`,
    "/sign-out",
    "/o/krcla.data",
  ]) {
    const response = await (await as("editor")).get(path);
    expect(response.headers.get("cache-control"), path).toBe("no-store");
  }
});

test("what a visitor is shown is asked for again, and differs by cookie and language", async () => {
  for (const path of ["/", "/sign-in", "/c/emergency-plan/calendar", `/gatherings/${kept.everyone}`, "/nowhere"]) {
    const response = await (await as("visitor")).get(path);
    expect(response.headers.get("cache-control"), path).toBe("no-cache");
    const vary = response.headers.get("vary")?.toLowerCase() ?? "";
    for (const header of ["cookie", "accept-language"]) expect(vary, path).toContain(header);
    expect(response.headers.getSetCookie(), path).toEqual([]);
  }
});

test("only files without anybody's data are stored for good", async () => {
  const person = await as("visitor");
  const page = await (await person.get("/sign-in")).text();
  const assets = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
  expect(assets.length).toBeGreaterThan(2);
  for (const path of new Set(assets)) {
    const response = await person.get(path);
    expect([response.status, response.headers.get("cache-control")], path).toEqual([
      200,
      "public, max-age=31536000, immutable",
    ]);
  }
});

test("the wish for a language is kept without a script, an account or anything else being stored", async () => {
  const response = await (await as("visitor")).get("/?lang=ko");
  expect(await response.text()).toContain('<html lang="ko"');
  expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^hamkke_lang=ko;.*HttpOnly; SameSite=Lax$/)]);
});

test("a session's cookie is out of reach of scripts and other sites, and signing out clears what was kept", async () => {
  const person = visitor(local());
  const signedIn = await person.post("/sign-in", { email: "viewer@krcla.example", password });
  const [cookie] = signedIn.headers.getSetCookie();
  expect(cookie).toMatch(/^hamkke_session=[\w-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  expect(signedIn.headers.get("cache-control")).toBe("no-store");

  const leaving = await signInAs(local(), "viewer@krcla.example");
  const signedOut = await leaving.post("/sign-out", { scope: "local" });
  expect(signedOut.headers.get("clear-site-data")).toBe('"cache", "storage"');
  expect(leaving.cookies().size).toBe(0);
});
