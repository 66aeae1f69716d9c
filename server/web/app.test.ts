import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readEnv } from "../../app/platform/env.server";
import { createWeb } from "./app";
import { hostsOf } from "./hosts";
import { resolveRequest, SignInServiceSilent } from "./request-context";

const settings = {
  SUPABASE_URL: "https://database.test",
  SUPABASE_PUBLISHABLE_KEY: "publishable",
  SERVER_SECRET: "0123456789abcdef0123456789abcdef",
};
beforeEach(() => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const host = "127.0.0.1:3000";
const webOf = ({ ready = true, log = pino({ level: "silent" }), more = {} } = {}) => {
  const env = readEnv({ ...settings, DEMONSTRATION_PASSWORD: "x", ...more });
  return createWeb({
    ...{ env, log, hosts: hostsOf(env, () => 3000), isReady: () => ready },
    build: () => Promise.reject(new Error("a page was asked for")),
    files: undefined,
  });
};
const ask = (path: string, { ready = true, ...init }: RequestInit & { ready?: boolean } = {}) =>
  webOf({ ready }).request(`http://${host}${path}`, { ...init, headers: { host, ...init.headers } });

describe("while it starts", () => {
  test("the health check says so", async () => {
    const answer = await ask("/healthz", { ready: false });
    expect([answer.status, await answer.json()]).toEqual([503, { status: "starting" }]);
  });

  test("a page asks for a little patience, in the reader's language, and comes back by itself", async () => {
    const answer = await ask("/", { ready: false, headers: { "accept-language": "ko" } });
    const page = await answer.text();
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(page).toContain('<html lang="ko">');
    expect(page).toContain('http-equiv="refresh"');
    expect(page).toContain("시연용입니다");
  });
});

test("a load balancer that knows no name of ours is told whether we are well, and nothing else", async () => {
  const headers = { host: "10.4.0.17:3000" };
  expect((await ask("/healthz", { headers })).status).toBe(200);
  expect((await ask("/", { headers })).status).toBe(421);
});

test("once started the health check says so, and nobody keeps it", async () => {
  const answer = await ask("/healthz");
  expect([answer.status, await answer.json(), answer.headers.get("cache-control")]).toEqual([
    200,
    { status: "ok" },
    "no-store",
  ]);
});

test.each([
  ["a foreign name", "/", { headers: { host: "elsewhere.example" } }, 421],
  ["a foreign form", "/", { method: "POST", headers: { origin: "http://elsewhere.example" } }, 403],
  ["an address that cannot be read", "/gatherings/%ff", {}, 400],
  ["a method that is not done here", "/", { method: "DELETE" }, 405],
  ["a body that is no form", "/", { method: "POST", body: "{}", headers: { "content-type": "application/json" } }, 400],
  ["a body that is too large", "/", { method: "POST", body: "a".repeat(1024 * 1024 + 1) }, 413],
])("%s gets a sentence before any page is asked", async (_what, path, init, status) => {
  const answer = await ask(path, init as RequestInit);
  const page = await answer.text();
  expect(answer.status).toBe(status);
  expect(page).toMatch(/<h1>[^<]+<\/h1><p>[^<]+<\/p>/);
  expect(page).not.toContain("elsewhere");
  expect(answer.headers.get("content-security-policy")).toContain("script-src 'self' 'nonce-");
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("while somebody's network sends four files, a fifth is asked to wait, and is taken once they are gone", async () => {
  const web = webOf();
  const file = () => {
    let finish = () => {};
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(5 * 1024 * 1024));
        finish = () => controller.error(new Error("the sender has gone"));
      },
    });
    const sent = web.request(`http://${host}/o/krcla/import`, {
      ...{ method: "POST", headers: { host }, body, duplex: "half" },
    } as RequestInit);
    return { sent, finish };
  };
  const sending = Array.from({ length: 4 }, file);
  const fifth = await file().sent;
  expect([fifth.status, fifth.headers.get("retry-after")]).toEqual([503, "10"]);
  expect(await fifth.text()).toContain("Too much is being sent");
  for (const { finish } of sending) finish();
  await Promise.all(sending.map(({ sent }) => sent));
  const whole = { method: "POST", headers: { host }, body: new Uint8Array(5 * 1024 * 1024) };
  expect((await web.request(`http://${host}/o/krcla/import`, whole)).status).toBe(400);
});

describe("the log", () => {
  const logged = async (path: string, init: RequestInit & { level?: string; more?: object } = {}) => {
    const lines: string[] = [];
    const log = pino({ level: init.level ?? "warn", base: null }, { write: (line) => lines.push(line) });
    const web = webOf({ log, more: init.more ?? {} });
    await web.request(`http://${host}${path}`, { ...init, headers: { host, ...init.headers } });
    return lines;
  };
  const post = (headers = {}, more = {}) => ({ method: "POST", body: "email=a%40krcla.example", headers, ...more });
  const form = { "content-type": "application/x-www-form-urlencoded" };

  test("tells of another site's form, a foreign name and a way in that stays shut, however little else it tells", async () => {
    for (const [path, init, status] of [
      ["/", post({ origin: "http://elsewhere.example" }), 403],
      ["/", { headers: { host: "elsewhere.example" } }, 421],
      ["/sign-in", post(), 400],
    ] as const)
      expect((await logged(path, init)).map((line) => JSON.parse(line).status)).toEqual([status]);
    expect(await logged("/", { method: "DELETE" })).toEqual([]);
    expect(await logged("/", { method: "DELETE", level: "info" })).toHaveLength(1);
  });

  test("says when, what, whither and how it ended, by a number that its reader was given, and of nobody who", async () => {
    const from = {
      ...form,
      origin: `http://${host}`,
      cookie: "hamkke_lang=ko; hamkke_session=x",
      "user-agent": "Browser",
    };
    const lines = await logged("/sign-in?to=%2Fsecret", post(from, { level: "info" }));
    const line = lines.find((one) => one.includes('"request"')) ?? "";
    expect(Object.keys(JSON.parse(line))).toEqual([
      ...["level", "time", "id", "method", "path", "status", "ms", "calls", "msg"],
    ]);
    expect(lines.join()).not.toMatch(/krcla|secret|Browser|hamkke_/);
  });

  test("tells of what nobody expected, with the number that stands in the answer", async () => {
    const lines: string[] = [];
    const web = webOf({ log: pino({ level: "warn", base: null }, { write: (line) => lines.push(line) }) });
    const answer = await web.request(`http://${host}/`, { headers: { host } });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        level: 50,
        id: answer.headers.get("x-request-id"),
        err: expect.objectContaining({ message: "a page was asked for" }),
      }),
    ]);
  });

  test("is one line for each thing that is told, whatever stands in an address", async () => {
    const lines = await logged('/a%0A{"level":60,"msg":"forged"}%1B%5B31m', { method: "DELETE", level: "info" });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.slice(0, -1)).not.toMatch(/\p{Cc}|forged/u);
  });
});

describe("where there is https", () => {
  const more = { APP_URL: "https://hamkke.example" };
  const env = readEnv({ ...settings, ...more });

  test("the wish for a language is kept in a cookie of this host alone", async () => {
    const request = new Request("https://hamkke.example/?lang=ko");
    const { finish } = await resolveRequest(
      { request, env, nonce: "n", requestId: "r", network: "" },
      async () => "silent",
    );
    const headers = new Headers();
    finish(headers);
    expect(headers.getSetCookie()).toEqual([
      "__Host-hamkke_lang=ko; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure",
    ]);
  });

  test("and is read under that name alone", async () => {
    const page = async (cookie: string) => {
      const web = webOf({ ready: false, more });
      return (await web.request("https://hamkke.example/", { headers: { host: "hamkke.example", cookie } })).text();
    };
    expect(await page("__Host-hamkke_lang=ko")).toContain('<html lang="ko">');
    expect(await page("hamkke_lang=ko")).toContain('<html lang="en">');
  });
});

describe("behind no proxy", () => {
  test("what only a proxy could know is not believed", async () => {
    const forged = { "x-forwarded-host": "elsewhere.example", "x-forwarded-for": "192.0.2.1" };
    expect((await ask("/", { headers: forged })).status).toBe(500);
    const trusting = webOf({ more: { TRUST_PROXY: "true" } });
    expect((await trusting.request(`http://${host}/`, { headers: { host, ...forged } })).status).toBe(421);
  });
});

test("a page that breaks is admitted, and says nothing of how", async () => {
  const answer = await ask("/");
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/a page was asked for|\.ts|at /);
});

describe("when nobody answers who could refresh a session", () => {
  const due = (secondsLeft: number) => {
    const tokens = { a: "x.y.z", r: "refresh", e: Math.floor(Date.now() / 1000) + secondsLeft };
    const cookie = `hamkke_session=${Buffer.from(JSON.stringify(tokens)).toString("base64url")}; hamkke_lang=en`;
    const request = new Request(`http://${host}/`, { headers: { cookie } });
    return resolveRequest(
      { request, env: readEnv(settings), nonce: "n", requestId: "r", network: "" },
      async () => "silent",
    );
  };

  test("whoever's access has not ended yet goes on with it", async () => {
    const { context, finish } = await due(20);
    const headers = new Headers();
    finish(headers);
    expect(context.session?.accessToken).toBe("x.y.z");
    expect(headers.getSetCookie()).toEqual([]);
  });

  test("nobody is signed out for it", async () => {
    await expect(due(-1)).rejects.toBeInstanceOf(SignInServiceSilent);
  });
});
