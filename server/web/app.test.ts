import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readEnv } from "../../app/platform/env.server";
import { createWeb } from "./app";
import { hostsOf } from "./hosts";
import { resolveRequest, SignInServiceSilent } from "./request-context";

const settings = {
  SUPABASE_URL: "http://database.test",
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
const ask = (path: string, { ready = true, ...init }: RequestInit & { ready?: boolean } = {}) => {
  const env = readEnv({ ...settings, DEMONSTRATION_PASSWORD: "x" });
  const web = createWeb({
    env,
    log: pino({ level: "silent" }),
    hosts: hostsOf(env, () => 3000),
    isReady: () => ready,
    build: () => Promise.reject(new Error("a page was asked for")),
    files: undefined,
  });
  return web.request(`http://${host}${path}`, { ...init, headers: { host, ...init.headers } });
};

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
