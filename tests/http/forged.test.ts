import { request } from "node:http";
import { expect, test } from "vitest";
import { password, visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { as, local } from "./cast";

test.each([
  ["another site's form", { origin: "https://elsewhere.example" }],
  ["a form of an unknown origin", { origin: "null" }],
  ["another site's request", { "sec-fetch-site": "cross-site" }],
  ["a sister site's request", { "sec-fetch-site": "same-site" }],
  ["a forged forwarding", { origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example" }],
])("%s changes nothing", async (_name, headers) => {
  const person = await as("editor");
  const title = `Forged ${Math.random()}`;
  const response = await person.post("/o/krcla/gatherings/new", card(title), { headers });
  expect(response.status).toBe(403);
  expect(await stored(title)).toBe(0);
});

test("the same form from the product's own page is taken", async () => {
  const title = `Own ${Math.random()}`;
  const response = await (await as("editor")).post("/o/krcla/gatherings/new", card(title));
  expect([response.status, response.headers.get("location")]).toEqual([
    302,
    expect.stringMatching(/^\/gatherings\/[0-9a-f-]{36}$/),
  ]);
  expect(await stored(title)).toBe(1);
});

test.each(["elsewhere.example", "elsewhere.example:80", "127.0.0.1.elsewhere.example", "localhost.elsewhere.example"])(
  "the name %s is not answered to",
  async (host) => {
    expect(await statusUnder(host)).toBe(421);
  },
);

test.each([
  "https://elsewhere.example",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "javascript:alert(1)",
])("signing in does not lead to %s", async (to) => {
  const person = visitor(local());
  const form = await (await person.get(`/sign-in?to=${encodeURIComponent(to)}`)).text();
  expect(form).not.toContain(`value="${to}"`);
  const response = await person.post("/sign-in", { email: "member@krcla.example", password, to });
  expect(response.status).toBe(302);
  const landed = new URL(response.headers.get("location") ?? "", local().app_url);
  expect(landed.origin).toBe(new URL(local().app_url).origin);
  expect(landed.pathname).not.toMatch(/^\/[/\\]/);
});

function card(title: string) {
  return {
    ...{
      submission_id: crypto.randomUUID(),
      "title.en": title,
      kind: "meeting",
      state: "scheduled",
      audience: "owner",
    },
    ...{ starts_on: "2027-05-03", starts: "10am", ends: "11am", time_zone: "America/Los_Angeles" },
  };
}

async function stored(title: string): Promise<number> {
  const owner = ownerOf(local());
  const rows = await owner`select from public.gatherings where title ->> 'en' = ${title}`;
  await owner.end();
  return rows.length;
}

function statusUnder(host: string): Promise<number | undefined> {
  const { hostname, port } = new URL(local().app_url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: "/", headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
