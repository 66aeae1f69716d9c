import { isUtf8 } from "node:buffer";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Fetch, type HasPassword, isOpenToAuth, throughAuthDoor } from "./auth-door";
import { CannotStart } from "./cannot-start";
import { answer, refuse } from "./gateway-answer";
import { throughRefreshOnce } from "./refresh-once";

export type GatewayOptions = {
  port: number;
  fetch: Fetch;
  hasPassword: HasPassword;
  /** Told of faults, never of refusals. */
  onFault: (error: unknown) => void;
};

export type Gateway = { url: string; close: () => Promise<void> };

/** The one door to the database over HTTP: two paths, on loopback, for programs of this machine. */
export async function openGateway({ port, fetch, hasPassword, onFault }: GatewayOptions): Promise<Gateway> {
  const guarded = throughAuthDoor(throughRefreshOnce(fetch), hasPassword);
  const server = createServer((request, response) => {
    pass(request, response, port, guarded).catch((error) => {
      onFault(error);
      if (!response.headersSent) refuse(response, 500, "The gateway failed.");
      else response.destroy();
    });
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  await listen(server, port);
  return { url: `http://127.0.0.1:${port}`, close: () => close(server) };
}

const BODY_LIMIT = 1024 * 1024;

// Names of tables, functions and auth endpoints. What could mean another path once decoded is not among them.
const OPEN_PATHS = /^\/(?:rest|auth)\/v1(?:\/[A-Za-z0-9_-]+)+$/;

const METHODS = new Set(["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE"]);

// What the connection to us says, and what only a proxy in front of us could know.
const NOT_PASSED_ON =
  /^(?:host|connection|keep-alive|transfer-encoding|upgrade|te|trailer|expect|content-length|forwarded|x-.*)$/;
const PASSED_ON_ALL_THE_SAME = new Set(["x-client-info", "x-supabase-api-version"]);

async function pass(incoming: IncomingMessage, response: ServerResponse, port: number, fetch: Fetch): Promise<void> {
  const target = incoming.url ?? "";
  const [path = ""] = target.split("?", 1);
  if (!isLoopbackHost(incoming.headers.host, port)) return refuse(response, 421, "Only this machine may ask.");
  if (!OPEN_PATHS.test(path) || !isOpenToAuth(incoming.method ?? "", path))
    return refuse(response, 404, "There is nothing here.");
  if (incoming.headers.origin !== undefined) return refuse(response, 403, "The gateway answers programs, not pages.");
  if (!METHODS.has(incoming.method ?? "")) return refuse(response, 405, "This method is not supported.");

  const body = await readBody(incoming);
  if (body === "too large") return refuse(response, 413, "The request is too large.");
  if (!isUtf8(body)) return refuse(response, 400, "The request is not valid UTF-8.");

  const request = new Request(`http://127.0.0.1:${port}${target}`, {
    method: incoming.method,
    headers: headersToPass(incoming),
    body: body.length > 0 ? new Uint8Array(body) : null,
  });
  await answer(response, await fetch(request));
}

/** A page of a foreign site that made its name point here still sends that name. */
function isLoopbackHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}` || host === `[::1]:${port}`;
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | "too large"> {
  if (Number(incoming.headers["content-length"] ?? 0) > BODY_LIMIT) return "too large";
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > BODY_LIMIT) return "too large";
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function headersToPass(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || (NOT_PASSED_ON.test(name) && !PASSED_ON_ALL_THE_SAME.has(name))) continue;
    headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const wishes = headers.get("prefer");
  if (wishes) headers.set("prefer", withoutEstimates(wishes));
  return headers;
}

/** The planner's estimate counts what policies hide. */
function withoutEstimates(wishes: string): string {
  return wishes.replace(/count\s*=\s*(?:planned|estimated)/gi, "count=exact");
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new CannotStart(`Port ${port}, which the gateway needs, is taken by another program.`) : error);
    });
    server.listen({ port, host: "127.0.0.1" }, resolve);
  });
}

/** Answers what was asked already; idle connections would otherwise keep it open. */
async function close(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const tooLong = setTimeout(() => server.closeAllConnections(), 5_000);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(idle);
  clearTimeout(tooLong);
}
