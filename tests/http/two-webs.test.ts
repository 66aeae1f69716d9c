import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signInAs, type Visitor, visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { type Product, startProduct } from "../support/product";
import { startWeb, type WebProcess } from "../support/web-process";

let product: Product;
let other: WebProcess;
let owner: Sql;
beforeAll(async () => {
  // With the limits as they are delivered.
  product = await startProduct();
  other = await startWeb(product.local, product.dataFolder, { APP_URL: product.local.app_url });
  owner = ownerOf(product.local);
}, 240_000);
afterAll(async () => {
  await owner?.end();
  other?.process.kill("SIGTERM");
  await product?.stop();
});

const cookie = "hamkke_session";
const here = () => product.local;

/** The same person, whose next request a proxy hands to the other web process. */
function elsewhere(person: Visitor): Visitor {
  const same = visitor(other);
  for (const [name, value] of person.cookies()) same.cookies().set(name, value);
  return same;
}

test("who signed in at one is signed in at the other, and out of both once they sign out of either", async () => {
  const person = await signInAs(here(), "member@krcla.example");
  const same = elsewhere(person);
  expect((await same.get("/o/krcla")).status).toBe(200);
  const tab = elsewhere(person);
  await same.post("/sign-out", { scope: "local" });
  for (const place of [person, tab])
    expect((await place.get("/o/krcla")).headers.get("location")).toBe("/sign-in?to=%2Fo%2Fkrcla");
});

test("who is removed through one sees nothing at the other from the next request on", async () => {
  const person = elsewhere(await signInAs(here(), "viewer@krc-chicago.example"));
  expect((await person.get("/o/krc-chicago")).status).toBe(200);
  const admin = await signInAs(here(), "admin@krc-chicago.example");
  const [row] = await owner`select id from auth.users where email = 'viewer@krc-chicago.example'`;
  const removed = await admin.post(`/o/krc-chicago/members/${row?.id}/removal`, {});
  expect(removed.status).toBe(302);
  expect((await person.get("/o/krc-chicago")).status).toBe(404);
});

test("a session that both refresh at the same moment, for two requests of one page, goes on at both", async () => {
  const person = await signInAs(here(), "editor@krcla.example");
  const kept = JSON.parse(Buffer.from(person.cookies().get(cookie) ?? "", "base64url").toString());
  person.cookies().set(cookie, Buffer.from(JSON.stringify({ ...kept, e: 1 })).toString("base64url"));
  const people = Array.from({ length: 12 }, (_, index) => {
    const same = index % 2 === 0 ? visitor(here()) : visitor(other);
    same.cookies().set(cookie, person.cookies().get(cookie) ?? "");
    return same;
  });
  const answers = await Promise.all(people.map((same) => same.get("/o/krcla")));
  expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
  // Whichever answer the browser kept, it works at either.
  for (const same of people) expect((await elsewhere(same).get("/o/krcla")).status).toBe(200);
  const { session_id } = JSON.parse(Buffer.from(kept.a.split(".")[1], "base64url").toString());
  const tokens = await owner`select from auth.refresh_tokens where session_id = ${session_id}`;
  expect(tokens).toHaveLength(2);
});

test("tries are counted together: what is held back at one is held back at the other", async () => {
  const email = "nobody@krcla.example";
  const tryAt = (app: { app_url: string }) => visitor(app).post("/sign-in", { email, password: "wrong" });
  for (let round = 0; round < 5; round += 1)
    expect([(await tryAt(here())).status, (await tryAt(other)).status]).toEqual([422, 422]);
  expect([(await tryAt(other)).status, (await tryAt(here())).status]).toEqual([429, 429]);
});

test("a form that is sent to one, and by an impatient hand again to the other, puts up one gathering", async () => {
  const person = await signInAs(here(), "editor@krcla.example");
  const form = {
    ...{ submission_id: randomUUID(), "title.en": "Tenants’ evening", kind: "meeting", state: "scheduled" },
    ...{ audience: "owner", area: "Pico-Union", starts_on: "2027-05-03", starts: "10am", ends: "11am" },
    time_zone: "America/Los_Angeles",
  };
  const newPath = "/o/krcla/gatherings/new";
  const answers = await Promise.all([person.post(newPath, form), elsewhere(person).post(newPath, form)]);
  answers.push(await elsewhere(person).post(newPath, form));
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.headers.get("location")}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(302);
  expect(await owner`select from public.gatherings where submission_id = ${form.submission_id}`).toHaveLength(1);
});

test("a web process that does not hold the servers' secret counts nothing and lets nobody in", async () => {
  const stranger = await startWeb(here(), product.dataFolder, { SERVER_SECRET: "x".repeat(40) });
  try {
    const answer = await visitor(stranger).post("/sign-in", { email: "editor@krcla.example", password: "hamkke-demo" });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.getSetCookie().join()).not.toContain(`${cookie}=ey`);
  } finally {
    stranger.process.kill("SIGTERM");
  }
});
