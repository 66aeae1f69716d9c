import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { as, comeIn, type Kept, letGo, local, makeCalendar, makeGatherings } from "./cast";

let kept: Kept;
beforeAll(async () => {
  kept = await makeGatherings();
});
afterAll(() => letGo("subscriber"));

const feeds = ["/calendar.ics", "/c/emergency-plan/calendar.ics", "/o/krcla/calendar.ics"];
const absent = "0b3f6a3e-8f0e-4d39-9a55-3f6c2b7a1d10";
/** What a calendar program asks: no cookies, no language. */
const read = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(new URL(path, local().app_url), { headers, method, redirect: "manual" });

test("every open feed is a calendar that says whose demonstration it is not, and names no person", async () => {
  const owner = ownerOf(local());
  const people = await owner<{ name: string; email: string }[]>`
    select p.display_name as name, u.email from public.people p join auth.users u on u.id = p.id`;
  await owner.end();
  for (const path of [...feeds, `/gatherings/${kept.everyone}/calendar.ics`]) {
    for (const [lang, sentence] of [
      ["en", "Not run or endorsed by the organizations named"],
      ["ko", "표시된 단체가 운영하거나 승인한 것이 아니며"],
    ] as const) {
      const response = await read(`${path}?lang=${lang}`);
      expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
      expect(response.headers.get("content-disposition")).toMatch(/^inline; filename="hamkke[\w-]*\.ics"$/);
      expect(response.headers.getSetCookie()).toEqual([]);
      const text = await response.text();
      const calendar = new ICAL.Component(ICAL.parse(text));
      expect(calendar.getFirstPropertyValue("x-wr-caldesc"), path).toContain(sentence);
      expect(calendar.getAllSubcomponents("vevent").length, path).toBeGreaterThan(0);
      for (const { name, email } of people) {
        expect(text).not.toContain(name);
        expect(text).not.toContain(email);
      }
      expect(text).not.toMatch(/ORGANIZER|ATTENDEE|mailto:/);
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  }
});

test("a program sees in open feeds what everyone sees, and nothing else", async () => {
  for (const path of feeds) {
    const text = await (await read(path)).text();
    expect(text, path).toContain(kept.everyone);
    for (const sort of ["owner", "named", "coalition", "draft", "cancelled"] as const)
      expect(text, `${sort} at ${path}`).not.toContain(kept[sort]);
  }
  const memberSees = await (await (await as("neighbor")).get("/c/emergency-plan/calendar.ics")).text();
  expect(memberSees).toContain(kept.coalition);
  expect(memberSees).toMatch(/STATUS:CANCELLED/);
  expect(memberSees).not.toContain(kept.owner);
});

test("the file of a hidden gathering answers byte for byte as that of none", async () => {
  const answerTo = async (id: string) => {
    const response = await read(`/gatherings/${id}/calendar.ics`);
    return [response.status, response.headers.get("cache-control"), await response.text()];
  };
  for (const sort of ["owner", "named", "coalition", "draft"] as const)
    expect(await answerTo(kept[sort])).toEqual(await answerTo(absent));
});

test("a program that has the feed is told so, until something that it shows changes", async () => {
  const owner = ownerOf(local());
  for (const path of feeds) {
    const first = await read(path);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[0-9a-f]{32}\./);
    expect(first.headers.get("cache-control")).toBe("public, max-age=300");
    await owner`update public.gatherings set area = 'Hidden' || random() where id in ${owner([kept.owner, kept.named, kept.coalition])}`;
    for (const method of ["GET", "HEAD"]) {
      const second = await read(path, { "if-none-match": `"other", ${etag}` }, method);
      expect([second.status, second.headers.get("etag"), await second.text()], path).toEqual([304, etag, ""]);
    }
    await owner`update public.gatherings set area = 'Open' || random() where id = ${kept.everyone}`;
    const third = await read(path, { "if-none-match": etag });
    expect(third.status, path).toBe(200);
    expect(third.headers.get("etag")).not.toBe(etag);
    expect((await read(path, { "if-none-match": etag, "accept-language": "ko" })).status).toBe(200);
    await third.text();
  }
  await owner.end();
});

test("a private feed tells as little as its person chose, stands in no log and sends no referrer", async () => {
  const [taken, titles] = [await makeCalendar("taken"), await makeCalendar("titles")];
  const response = await read(`/feeds/${taken.token}/calendar.ics`);
  expect(response.headers.get("cache-control")).toBe("private, no-cache");
  expect(response.headers.get("referrer-policy")).toBe("strict-origin");
  const text = await response.text();
  for (const sort of ["owner", "coalition", "everyone"] as const) expect(text).toContain(`UID:${kept[sort]}`);
  for (const sort of ["draft"] as const) expect(text).not.toContain(kept[sort]);
  expect(text).not.toContain("Zinnia");
  expect(text).not.toContain(taken.token);
  const withTitles = await (await read(`/feeds/${titles.token}/calendar.ics`)).text();
  expect(withTitles).toContain("Zinnia owner");
  expect(withTitles).not.toContain(titles.token);
  const etag = response.headers.get("etag") ?? "";
  expect((await read(`/feeds/${taken.token}/calendar.ics`, { "if-none-match": etag })).status).toBe(304);
  const printed = readFileSync(inject("printedFile"), "utf8");
  for (const { token } of [taken, titles]) expect(printed).not.toContain(token);
});

test("an address that shows nothing answers alike, whatever it is", async () => {
  const ended = await makeCalendar();
  const owner = ownerOf(local());
  await owner`delete from public.feed_tokens where id = ${ended.id}`;
  await owner.end();
  const answers = new Set<string>();
  for (const token of [ended.token, "0".repeat(64), "never-given-out", "x".repeat(300), ended.token.toUpperCase()]) {
    const response = await read(`/feeds/${token}/calendar.ics`);
    answers.add(`${response.status} ${response.headers.get("cache-control")} ${await response.text()}`);
  }
  expect([...answers]).toEqual([expect.stringMatching(/^404 no-store /)]);
});

test("somebody makes a private calendar without JavaScript, reads it, ends it, and it shows nothing", async () => {
  const { person } = await comeIn("subscriber");
  const addressIn = async (fields: Record<string, string>) => {
    const page = await (await person.post("/settings/calendars", fields)).text();
    return /\/feeds\/[0-9a-f]{64}\/calendar\.ics/.exec(page)?.[0] ?? "";
  };
  const wrong = await person.post("/settings/calendars", { label: "", organization: "all", shows: "taken" });
  expect(wrong.status).toBe(422);
  const address = await addressIn({ label: "My phone", organization: "all", shows: "titles" });
  expect(await (await read(address)).text()).toContain("Zinnia coalition");

  const list = await (await person.get("/settings/calendars")).text();
  expect(list).toContain("My phone");
  expect(list).not.toContain(address);
  const ending = /\/settings\/calendars\/[\w-]+\/ending/.exec(list)?.[0] ?? "";
  expect((await (await as("viewer")).post(ending, {})).status).toBe(404);
  expect((await read(address)).status).toBe(200);
  expect((await person.post(ending, {})).headers.get("location")).toBe("/settings/calendars?ended");
  expect((await read(address)).status).toBe(404);

  const another = await addressIn({ label: "Another", organization: "all", shows: "taken" });
  expect((await person.post("/sign-out", { scope: "global" })).status).toBe(302);
  expect((await read(another)).status).toBe(404);
  expect((await visitor(local()).get("/settings/calendars")).status).toBe(302);
});
