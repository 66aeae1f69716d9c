import { request } from "node:http";
import { beforeAll, expect, test } from "vitest";
import { ownerOf } from "../support/owner";
import { wordsIn } from "../support/words";
import { as, type Kept, local, makeGatherings } from "./cast";

const t = wordsIn("en");
const newPath = "/o/krcla/gatherings/new";
let kept: Kept;
beforeAll(async () => {
  kept = await makeGatherings();
});

test.each([
  ["an end before the start", { starts: "3pm", ends: "1pm" }, "ends_before_it_starts"],
  ["an hour that does not exist", { starts_on: "2027-03-14", starts: "2:30am", ends: "5am" }, "local_time_skipped"],
  ["an hour that happens twice", { starts_on: "2027-11-07", starts: "1:30am", ends: "5am" }, "local_time_repeated"],
  ["an unknown zone", { time_zone: "Moon/Tranquility" }, "unknown_time_zone"],
  ["a zone that Postgres alone would take", { time_zone: "XYZ+5" }, "unknown_time_zone"],
  ["a gathering of 40 days", { ends_on: "2027-06-20" }, "too_long_lasting"],
  ["a day that is none", { starts_on: "2027-02-30" }, "date_not_understood"],
  ["a time that is none", { starts: "soon" }, "time_not_understood"],
  ["no title at all", { "title.en": "  " }, "title_required"],
  ["nobody named", { audience: "named" }, "named_needs_recipients"],
  [
    "details wider than the card",
    { "detail.audience": "coalition", "detail.address": "1 Way" },
    "detail_wider_than_card",
  ],
  [
    "an address made public without a decision",
    { audience: "everyone", "detail.audience": "everyone", "detail.address": "1 Way" },
    "publishing_is_a_decision",
  ],
  ["a link that is none", { "detail.online_url": "javascript:alert(1)" }, "link_not_https"],
] as const)("%s is refused in a sentence, and nothing typed is lost", async (_name, changed, key) => {
  const form = { ...card(), ...changed };
  const response = await (await as("editor")).post(newPath, form);
  const page = await response.text();
  expect(response.status).toBe(422);
  expect(page).toContain(t(`problem.${key}`).replaceAll("'", "&#x27;"));
  for (const [name, value] of Object.entries(form)) {
    if (value.trim() && ["title.en", "starts_on", "starts", "ends", "area"].includes(name)) {
      expect(page, name).toContain(`value="${value}"`);
    }
  }
  expect(await stored(form.submission_id)).toBe(0);
});

test("a title of 121 characters is too long, one of 120 Korean characters is not", async () => {
  const person = await as("editor");
  const long = await person.post(newPath, { ...card(), "title.en": "x".repeat(121) });
  expect([long.status, await long.text()]).toEqual([
    422,
    expect.stringContaining(t("problem.too_long", { maximum: "120" })),
  ]);
  expect((await person.post(newPath, { ...card(), "title.ko": "함".repeat(120) })).status).toBe(302);
});

test("the same form sent twice puts up one gathering, also at the same moment", async () => {
  const form = card();
  const person = await as("editor");
  const answers = await Promise.all([1, 2, 3].map(() => person.post(newPath, form)));
  answers.push(await person.post(newPath, form));
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.headers.get("location")}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(302);
  expect(await stored(form.submission_id)).toBe(1);
});

test("a stale form is told so and overwrites nothing", async () => {
  const path = `/o/krcla/gatherings/${kept.coalition}/card`;
  const person = await as("editor");
  expect((await person.post(path, { ...card(), seen_version: "1", area: "Koreatown" })).status).toBe(302);
  const stale = await person.post(path, { ...card(), seen_version: "1", area: "Westlake" });
  const page = await stale.text();
  expect(stale.status).toBe(409);
  expect(page).toContain(t("problem.changed_meanwhile"));
  expect(page).toContain('value="Westlake"');
  expect(page).toContain("Koreatown");
});

test.each([
  ["a null byte in a field", "title.en=a%00b&kind=meeting", 422],
  ["invalid UTF-8 in a field", "title.en=%FF%FE&kind=meeting", 400],
  ["a form that is none", "{}", 422],
])("%s is answered in a sentence", async (_name, body, status) => {
  const response = await raw("POST", newPath, { "content-type": "application/x-www-form-urlencoded" }, body);
  expect(response.status).toBe(status);
  expectASentence(response.body);
});

test("a body of 50 MB is refused before it is read", async () => {
  const size = 50 * 1024 * 1024;
  const response = await raw(
    "POST",
    newPath,
    { "content-type": "application/x-www-form-urlencoded", "content-length": `${size}` },
    "title.en=",
  );
  expect(response.status).toBe(413);
  expectASentence(response.body);
});

test.each([
  "/gatherings/%FF",
  "/gatherings/%00",
  "/gatherings/1e9",
  `/gatherings/${"9".repeat(3000)}`,
  "/c/%E0%A4%A/calendar",
  "/o/krcla/calendar?on=9999-99-99",
  "/c/emergency-plan/calendar?on=0001-01-01&view=nonsense",
])("the address %s shows no stack trace", async (path) => {
  const response = await raw("GET", path, {});
  expect(response.status).toBeLessThan(500);
  expectASentence(response.body);
});

test.each(["PUT", "DELETE", "PATCH", "PROPFIND", "TRACE", "OPTIONS"])(
  "the method %s changes nothing and shows no stack trace",
  async (method) => {
    const response = await raw(method, `/gatherings/${kept.everyone}`, {});
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).not.toBe(500);
    expectASentence(response.body);
  },
);

function expectASentence(body: string) {
  expect(body).toMatch(/<h1[^>]*>[^<]+/);
  expect(body).not.toMatch(/node_modules|\.tsx?:\d+|at (async )?\w+ \(|SQLSTATE|violates/);
}

function card() {
  return {
    ...{ submission_id: crypto.randomUUID(), "title.en": "Tenants’ evening", kind: "meeting", state: "scheduled" },
    ...{ audience: "owner", area: "Pico-Union", starts_on: "2027-05-03", starts: "10am", ends: "11am" },
    time_zone: "America/Los_Angeles",
  };
}

async function stored(submission: string): Promise<number> {
  const owner = ownerOf(local());
  const rows = await owner`select from public.gatherings where submission_id = ${submission}`;
  await owner.end();
  return rows.length;
}

/** Sends exactly these bytes with an editor's cookies. */
async function raw(method: string, path: string, headers: Record<string, string>, body?: string) {
  const { hostname, port, origin } = new URL(local().app_url);
  const cookie = [...(await as("editor")).cookies()].map(([name, value]) => `${name}=${value}`).join("; ");
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { cookie, origin, ...headers } }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, body: text });
        sent.destroy();
      });
    });
    sent.on("error", reject);
    if (headers["content-length"]) sent.write(body);
    else sent.end(body);
  });
}

test("ten thousand filters in the address are told to be too many, in a sentence", async () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `org=organization-${at}`).join("&");
  const response = await (await as("visitor")).get(`/c/emergency-plan/calendar?${many}`);
  expect(response.status).toBe(414);
  expect(await response.text()).toContain(t("server.addressTooLong"));
});
