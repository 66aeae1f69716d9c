import { readFileSync } from "node:fs";
import { request } from "node:http";
import { beforeAll, expect, inject, test } from "vitest";
import { type Actor, as, type Kept, local, makeGatherings } from "./cast";

let kept: Kept;
beforeAll(async () => {
  kept = await makeGatherings();
});

const html = "text/html; charset=utf-8";
const answers: [what: string, path: () => string, who: Actor, status: number, type: string | null][] = [
  ["the front page", () => "/", "visitor", 200, html],
  ["a form of an organization", () => "/o/krcla/gatherings/new", "editor", 200, html],
  ["a page that is not there", () => `/gatherings/${kept.owner}`, "visitor", 404, html],
  ["an address that cannot be read", () => "/gatherings/%ff", "visitor", 400, html],
  ["a way to sign in", () => "/settings", "visitor", 302, null],
  ["what a script asks for", () => "/o/krcla.data", "editor", 200, "text/x-script; charset=utf-8"],
  ["whether the product is ready", () => "/healthz", "visitor", 200, "application/json"],
  ["a picture", () => "/favicon.svg", "visitor", 200, "image/svg+xml; charset=utf-8"],
  ["a script", () => "/tally-worker.js", "visitor", 200, "text/javascript; charset=utf-8"],
  ["a calendar", () => "/calendar.ics", "visitor", 200, "text/calendar; charset=utf-8"],
  ["no calendar", () => "/feeds/nobody-s-token/calendar.ics", "visitor", 404, "text/plain; charset=utf-8"],
  ["the directory for programs", () => "/hsds/services", "visitor", 200, "application/json; charset=utf-8"],
  ["a table", () => "/resources.csv", "visitor", 200, "text/csv; charset=utf-8"],
  ["what is kept about a person", () => "/settings/export", "member", 200, "application/json; charset=utf-8"],
  ["an organization's directory", () => "/o/krcla/resources/export", "editor", 200, "application/json; charset=utf-8"],
];

test.each(answers)(
  "%s says what it is, and tells the browser what every answer does",
  async (_what, path, who, status, type) => {
    const answer = await (await as(who)).get(path());
    const { headers } = answer;
    expect([answer.status, headers.get("content-type")], path()).toEqual([status, type]);
    const policy = headers.get("content-security-policy")?.split("; ") ?? [];
    expect(policy, path()).toEqual(
      expect.arrayContaining(["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]),
    );
    expect(policy.find((part) => part.startsWith("script-src"))).toMatch(/^script-src 'self' 'nonce-[\w+/=]{20,}'$/);
    for (const [name, value] of Object.entries({
      ...{ "x-content-type-options": "nosniff", "cross-origin-opener-policy": "same-origin" },
      ...{ "cross-origin-resource-policy": "same-origin", server: null, "x-powered-by": null },
      ...{ "access-control-allow-origin": null, "permissions-policy": expect.stringContaining("camera=()") },
      "referrer-policy": expect.stringMatching(/^strict-origin/),
    }))
      expect(headers.get(name), `${path()} ${name}`).toEqual(value);
  },
);

test("each request is one line of the log, with its time in UTC and the number that its sender was given", async () => {
  const id = (await (await as("visitor")).get("/?q=zinnia-in-no-log")).headers.get("x-request-id") ?? "none";
  const lines = () =>
    readFileSync(inject("printedFile"), "utf8")
      .split("\n")
      .filter((line) => line.includes(id));
  await expect.poll(() => lines().length).toBe(1);
  expect(JSON.parse(lines()[0] ?? "")).toMatchObject({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    ...{ method: "GET", path: "/", status: 200 },
  });
  expect(lines()[0]).not.toContain("zinnia");
});

test("no two answers carry one nonce", async () => {
  const nonce = async () => (await (await as("visitor")).get("/")).headers.get("content-security-policy");
  expect(new Set(await Promise.all([nonce(), nonce(), nonce()])).size).toBe(3);
});

test("what is taken along is a file by a name of ours, not a page", async () => {
  for (const [path, who, name] of [
    ["/resources.csv", "visitor", /^attachment; filename="[\w.-]+\.csv"$/],
    ["/settings/export", "member", /^attachment; filename="hamkke-\d{4}-\d\d-\d\d\.json"$/],
    ["/o/krcla/resources/export", "editor", /^attachment; filename="krcla-hsds-\d{4}-\d\d-\d\d\.json"$/],
  ] as const)
    expect((await (await as(who)).get(path)).headers.get("content-disposition"), path).toMatch(name);
});

test.each([
  ...["/.git/config", "/.env", "/package.json", "/../package.json", "/../../../etc/passwd", "/assets/../../server.js"],
  ...["/assets/..%2f..%2fserver%2findex.js", "/assets/%2e%2e/%2e%2e/package.json", "/assets\\..\\..\\package.json"],
  ...[
    "/assets",
    "/assets/",
    "/favicon.svg/",
    "/assets/.vite/manifest.json",
    "/build/server/index.js",
    "/.data/local.json",
  ],
])("%s leads to no file and to no list of files", async (path) => {
  const { status, text } = await exactly(path);
  expect([400, 404]).toContain(status);
  expect(text).not.toMatch(/"dependencies"|root:|postgres:|\[core\]|createServer|tailwind-/);
});

/** Asks for exactly this path, which no URL parser has tidied. */
function exactly(path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(local().app_url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      let text = "";
      response.on("data", (bytes) => {
        text += bytes;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, text: text.replace(/href="\/assets[^"]+"/g, "") }),
      );
    })
      .on("error", reject)
      .end();
  });
}
