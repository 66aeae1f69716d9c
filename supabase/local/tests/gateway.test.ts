import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLite } from "../lite";
import { loginUrl } from "../prepare-database";
import { liteOptions } from "./embedded";
import { makeToken, type ProbedStack, startProbedStack } from "./probed-stack";

let probed: ProbedStack;
beforeAll(async () => {
  probed = await startProbedStack();
});
afterAll(() => probed?.stop());

const call = (headers: Record<string, string> = {}, name = "probe_caller") =>
  probed.raw(`/rest/v1/rpc/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: "{}",
  });

describe("paths", () => {
  test.each([
    "/_system/info",
    "/_system/config",
    "/_system/introspect",
    "//_system/info",
    "/rest/v1/../_system/info",
    "/rest/v1/../../_system/info",
    "/rest/v1/%2e%2e/%2e%2e/_system/info",
    "/rest/v1/..%2f..%2f_system/info",
    "/rest/v1/..\\..\\_system\\info",
    "/rest/v1/x/..;/_system/info",
    "/auth/v1/./../../_system/info",
    "/rest/v1/./probes",
    "/rest/v1//probes",
    "/rest//v1/probes",
    "/REST/v1/probes",
    "/rest/v1",
    "/rest/v1/",
    "/storage/v1/bucket",
    "/storage/v1/object/x",
    "/",
    "*",
    "http://127.0.0.1/_system/info",
    "/rest/v1/auth.users",
  ])("%s leads nowhere", async (path) => {
    const answer = await probed.raw(path);
    expect(answer.status).toBe(404);
    expect(answer.text).toBe('{"code":"404","message":"There is nothing here.","details":null,"hint":null}');
  });

  test("what they would lead to tells the database's password", async () => {
    const login = loginUrl(probed.stack.databaseUrl, probed.secrets.loginPassword);
    const lite = await openLite(login, liteOptions());
    const answer = await lite.fetch(new Request("http://127.0.0.1/_system/info"));
    expect(await answer.text()).toContain(probed.secrets.loginPassword);
    await lite.close();
  });

  test("the two that are open answer", async () => {
    expect((await probed.raw("/auth/v1/user")).status).toBe(401);
    expect((await call()).status).toBe(200);
  });
});

describe("whether an address has an account", () => {
  test.each([
    ["POST", "/auth/v1/recover"],
    ["POST", "/auth/v1/otp"],
    ["POST", "/auth/v1/magiclink"],
    ["POST", "/auth/v1/resend"],
    ["POST", "/auth/v1/verify"],
    ["PUT", "/auth/v1/user"],
    ["GET", "/auth/v1/admin/users"],
    ["POST", "/auth/v1/invite"],
    ["GET", "/auth/v1/settings"],
    ["GET", "/auth/v1/health"],
  ])("is not to be asked by %s %s, which is not there", async (method, path) => {
    const body = method === "GET" ? undefined : '{"email":"editor@krcla.example"}';
    const answer = await probed.raw(path, { method, headers: { "content-type": "application/json" }, body });
    expect([answer.status, answer.text]).toEqual([
      404,
      '{"code":"404","message":"There is nothing here.","details":null,"hint":null}',
    ]);
  });

  test("is not told by a sign-up without an open link", async () => {
    for (const data of [undefined, {}, { invitation: 7 }, { invitation: "guessed" }]) {
      const answer = await probed.raw("/auth/v1/signup", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email: "anyone@krcla.example", password: "long enough to pass", data }),
      });
      expect(answer.status).toBe(403);
    }
  });

  test("is not told by how soon a wrong password is refused", async () => {
    const began = performance.now();
    const answer = await probed.raw("/auth/v1/token?grant_type=password", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"email":"nobody@krcla.example","password":"wrong"}',
    });
    expect(answer.status).toBe(400);
    expect(performance.now() - began).toBeGreaterThan(390);
  });
});

describe("who may ask", () => {
  test.each(["evil.example", "evil.example:PORT", "127.0.0.1", "127.0.0.1.evil.example:PORT", "localhost:1"])(
    "a request for the host %s is not for us",
    async (host) => {
      const { port } = new URL(probed.stack.supabaseUrl);
      const answer = await call({ host: host.replace("PORT", port) });
      expect(answer.status).toBe(421);
    },
  );

  test.each(["https://evil.example", "null", "http://localhost:3000"])("a page of %s gets nothing", async (origin) => {
    const answer = await call({ origin });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain("anon");
    const asked = await probed.raw("/rest/v1/rpc/probe_caller", {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST" },
    });
    expect(asked.status).toBe(403);
    for (const { headers } of [answer, asked]) expect(Object.keys(headers).join()).not.toContain("access-control");
  });

  test("no answer invites other websites", async () => {
    expect(Object.keys((await call()).headers).join()).not.toContain("access-control");
  });

  test("neither the gateway nor Postgres listens beyond 127.0.0.1", async () => {
    for (const url of [probed.stack.supabaseUrl, probed.stack.databaseUrl]) {
      const port = Number(new URL(url).port);
      expect(await canConnect("127.0.0.1", port)).toBe(true);
      expect(await canConnect("127.0.0.2", port)).toBe(false);
    }
  });

  test("who sends no key, or another, is refused", async () => {
    for (const apikey of ["", "sb_publishable_other", "sb_secret_guess"]) {
      const answer = await call({ apikey });
      expect(answer.status).toBe(401);
    }
  });
});

describe("tokens", () => {
  const claims = { sub: "4dd1a7b6-7a4e-4b7e-9f3c-0f6f2a3a0a01", aud: "authenticated", role: "authenticated" };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  test.each([
    ["with Lite's default secret", () => makeToken(claims, "unsafe-secret-change-me")],
    ["with the publishable key", () => makeToken(claims, probed.secrets.publishableKey)],
    ["that says it needs no signature", () => `${makeToken(claims, "", "none")}x`],
    ["with nothing as secret, for service_role", () => makeToken({ ...claims, role: "service_role" }, "")],
    ["that is over", () => makeToken({ ...claims, exp: 1 }, probed.secrets.jwtSecret)],
    ["of tomorrow", () => makeToken({ ...claims, iat: Date.now() / 1000 + 86400 }, probed.secrets.jwtSecret)],
  ])("a token %s is nobody's", async (_, make) => {
    expect(await call(bearer(make()))).toMatchObject({ status: 401, text: expect.not.stringContaining('"role"') });
  });

  test("what is no whole token is a visitor's", async () => {
    for (const token of ["garbage", makeToken(claims, "", "none")]) {
      expect(JSON.parse((await call(bearer(token))).text)).toMatchObject({ role: "anon", uid: null });
    }
  });

  test("even a token of our own signing cannot make anyone the owner", async () => {
    const answer = await call(bearer(makeToken({ ...claims, role: "postgres" }, probed.secrets.jwtSecret)));
    expect(answer).toMatchObject({ status: 403 });
    expect(answer.text).toContain("42501");
  });
});

describe("what is sent", () => {
  const echo = (body: Buffer, headers: Record<string, string> = {}) =>
    probed.raw("/rest/v1/rpc/probe_echo", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });

  test("a body over one mebibyte is refused, announced or not", async () => {
    const large = Buffer.alloc(1024 * 1024 + 1, "a");
    expect((await echo(large)).status).toBe(413);
    expect((await echo(large, { "transfer-encoding": "chunked" })).status).toBe(413);
  });

  test("a body that is not UTF-8 is refused", async () => {
    expect((await echo(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]))).status).toBe(400);
  });

  test.each(["planned", "estimated"])("count=%s counts what one may see and not what is there", async (count) => {
    const token = makeToken({ sub: crypto.randomUUID(), role: "authenticated" }, probed.secrets.jwtSecret);
    await probed.owner`insert into public.probes (facts) select '1' from generate_series(1, 500)`;
    await probed.owner`analyze public.probes`;
    await probed.owner`alter policy probes_select_all on public.probes using (facts = '2')`;
    const answer = await probed.raw("/rest/v1/probes?select=id", {
      method: "HEAD",
      headers: { authorization: `Bearer ${token}`, prefer: `return=minimal, count=${count}` },
    });
    expect(answer.headers["content-range"]).toMatch(/\/1$/);
    await probed.owner`alter policy probes_select_all on public.probes using (true)`;
  });

  test("a method that PostgREST does not know is refused", async () => {
    expect((await probed.raw("/rest/v1/probes", { method: "TRACE" })).status).toBe(405);
  });

  test("nothing of this was a fault", () => expect(probed.faults).toEqual([]));
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
