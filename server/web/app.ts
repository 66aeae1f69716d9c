import { randomBytes, randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { type Context, Hono, type Next } from "hono";
import { compress } from "hono/compress";
import type { Logger } from "pino";
import type { Env } from "../../app/platform/env.server";
import { refreshSession } from "../../app/platform/refresh.server";
import { sessionRefresher } from "../../app/platform/session.server";
import { limitOf, readBody, type Unread } from "./body";
import { bodyRoom, type Share } from "./body-room";
import { isCrossSite } from "./cross-site";
import type { Hosts } from "./hosts";
import { holdsSecret, isWayIn, keepsNothing } from "./link-paths";
import { loggedPath } from "./logged-path";
import { narrowedRoutes } from "./narrowed-routes";
import { networkOf } from "./network";
import { isReadableForm, isReadableUrl } from "./readable";
import { resolveRequest, SignInServiceSilent } from "./request-context";
import { securityHeaders } from "./security-headers";
import { type SentenceKey, sentencePage } from "./sentence-page";
import { serveFiles } from "./static-files";
import { readUpload, takesFile } from "./upload";

type Variables = { requestId: string; nonce: string; calls: number; openToSearch: boolean };
type Served = { Variables: Variables; Bindings: Partial<HttpBindings> };
export type Web = Hono<Served>;

type Parts = {
  env: Env;
  log: Logger;
  hosts: Hosts;
  isReady(): boolean;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Where the browser's files are; in development Vite serves them. */
  files: string | undefined;
};

/** In characters: room for every filter of a calendar many times over. */
const longestAddress = 8_000;

/** In bytes: a dozen files, or sixty long forms, at one moment; of them four files from one network. */
const mostSent = { inAll: 64 * 1024 * 1024, eachNetwork: 22 * 1024 * 1024 };

/** The whole way of a request, from the outermost check to the page. */
export function createWeb({ env, log, hosts, isReady, build, files }: Parts): Web {
  const app: Web = new Hono();
  const development = env.NODE_ENV === "development";
  const secure = env.APP_URL.startsWith("https:");
  const demonstration = env.DEMONSTRATION_PASSWORD !== undefined;
  const remix =
    typeof build === "function" ? createRequestHandler(build, env.NODE_ENV) : narrowedRoutes(build, env.NODE_ENV);
  const refresh = sessionRefresher(refreshSession);
  const shareOf = bodyRoom(mostSent);

  const say = (c: Context<Served>, key: SentenceKey, status: number, headers?: Record<string, string>) =>
    sentencePage(c.req.raw, { key, status, nonce: c.get("nonce"), secure, demonstration, headers });

  app.use(identify);
  // Load balancers ask by whatever address they have; the answer is the same to everybody.
  app.get("/healthz", (c) => {
    c.header("Cache-Control", "no-store");
    return isReady() ? c.json({ status: "ok" }) : c.json({ status: "starting" }, 503);
  });
  app.use(guardAddress);
  app.use(compress());
  if (files) {
    // The names of assets carry a hash of what is in them: they never change.
    app.use("/assets/*", serveFiles(files, "public, max-age=31536000, immutable"));
    app.use("/*", serveFiles(files, "public, max-age=3600"));
  }
  app.use((c, next) => (isReady() ? next() : Promise.resolve(say(c, "starting", 503, { "Retry-After": "2" }))));
  app.all("*", showPage);
  app.onError((error, c) => {
    if (error instanceof SignInServiceSilent) return say(c, "silent", 503, { "Retry-After": "10" });
    log.error({ id: c.get("requestId"), err: error }, "a request failed");
    return say(c, "unexpected", 500);
  });
  return app;

  async function identify(c: Context<Served>, next: Next) {
    const started = performance.now();
    c.set("requestId", randomUUID());
    c.set("nonce", randomBytes(16).toString("base64"));
    c.set("calls", 0);
    c.set("openToSearch", false);
    await next();
    const secretAddress = holdsSecret(c.req.path);
    const setting = { nonce: c.get("nonce"), secure, development, openToSearch: c.get("openToSearch"), secretAddress };
    const ownPolicy = c.res.headers.get("Content-Security-Policy");
    for (const [name, value] of Object.entries(securityHeaders(setting))) c.header(name, value);
    // A message shown as HTML is styled by itself alone, runs nothing and fetches nothing.
    if (ownPolicy?.startsWith("default-src 'none'")) c.header("Content-Security-Policy", ownPolicy);
    c.header("X-Request-Id", c.get("requestId"));
    log[levelOf(c.req.method, c.req.path, c.res.status)](
      {
        id: c.get("requestId"),
        method: c.req.method,
        path: loggedPath(c.req.path),
        status: c.res.status,
        ms: Math.round(performance.now() - started),
        calls: c.get("calls"),
      },
      "request",
    );
  }

  async function guardAddress(c: Context<Served>, next: Next) {
    const host = (env.TRUST_PROXY ? c.req.header("x-forwarded-host") : undefined) ?? c.req.header("host");
    if (!host || !hosts.answersTo(host)) return say(c, "wrongHost", 421);
    if (c.req.url.length > longestAddress) return say(c, "addressTooLong", 414);
    // How an older protocol of the framework asks for data; nothing of ours does.
    if (new URL(c.req.url).searchParams.has("_data")) return say(c, "unreadable", 400);
    if (!isReadableUrl(c.req.url)) return say(c, "unreadable", 400);
    if (isCrossSite(c.req.raw, hosts.originOf(host))) return say(c, "crossSite", 403);
    return next();
  }

  async function showPage(c: Context<Served>) {
    if (!["GET", "HEAD", "POST"].includes(c.req.method))
      return say(c, "otherMethod", 405, { Allow: "GET, HEAD, POST" });
    const share = shareOf(networkAt(c));
    try {
      const body = await bodyOf(c.req.raw, share);
      if (body === "too_large") return say(c, takesFile(c.req.raw) ? "fileTooLarge" : "tooLarge", 413);
      if (body === "crowded") return say(c, "crowded", 503, { "Retry-After": "10" });
      if (body === "unreadable") return say(c, "unreadable", 400);
      return await askPage(c, body);
    } finally {
      share.giveBack();
    }
  }

  async function askPage(c: Context<Served>, body: Uint8Array<ArrayBuffer> | undefined) {
    const { method, signal, url } = c.req.raw;
    const request = new Request(url, { method, signal, headers: ownHeaders(c.req.raw.headers), body });
    const given = { request, env, nonce: c.get("nonce"), requestId: c.get("requestId"), network: networkAt(c) };
    const { context, calls, isOpenToSearch, isKept, finish } = await resolveRequest(given, refresh);
    const answer = await remix(request, context);
    c.set("calls", calls());
    // What a page reads later, without its frame, is never a page of its own.
    c.set("openToSearch", isOpenToSearch() && answer.status === 200 && isDocument(answer));

    const headers = new Headers(answer.headers);
    // The framework leaves out in which characters its data is.
    if (headers.get("content-type") === "text/x-script") headers.set("Content-Type", "text/x-script; charset=utf-8");
    if (c.req.path !== "/__manifest") finish(headers);
    if (keepsNothing(c.req.path) && !isKept()) headers.set("Cache-Control", "no-store");
    return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
  }

  function networkAt(c: Context<Served>): string {
    const peer = c.env?.incoming?.socket.remoteAddress;
    return networkOf(peer, env.TRUST_PROXY ? c.req.header("x-forwarded-for") : undefined);
  }

  function ownHeaders(given: Headers): Headers {
    const headers = new Headers(given);
    if (env.TRUST_PROXY) return headers;
    for (const name of [...headers.keys()])
      if (/^(x-forwarded-.*|forwarded|x-real-ip)$/.test(name)) headers.delete(name);
    return headers;
  }
}

/** Refusals that somebody may want to count are told however little else is: another site's form, say, or a wrong password. */
function levelOf(method: string, path: string, status: number): "debug" | "info" | "warn" {
  if (path.startsWith("/assets/") || path === "/healthz") return "debug";
  if ([403, 421, 429].includes(status)) return "warn";
  return method === "POST" && status >= 400 && isWayIn(path) ? "warn" : "info";
}

function isDocument(answer: Response): boolean {
  return answer.headers.get("content-type")?.startsWith("text/html") ?? false;
}

async function bodyOf(
  request: Request,
  share: Share,
): Promise<Uint8Array<ArrayBuffer> | undefined | Unread | "unreadable"> {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  if (takesFile(request)) return readUpload(request, share);
  const body = await readBody(request, share, limitOf(request));
  if (typeof body === "string") return body;
  if (body.byteLength === 0) return undefined;
  const type = request.headers.get("content-type")?.toLowerCase() ?? "";
  const isForm = type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data");
  return isForm && isReadableForm(body, type) ? body : "unreadable";
}
