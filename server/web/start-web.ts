import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import type { ServerBuild } from "@remix-run/node";
import { type Env, env } from "../../app/platform/env.server";
import { log } from "../../app/platform/log.server";
import { createWeb } from "./app";
import { drain, onStop } from "./drain";
import { hostsOf } from "./hosts";
import { openServer } from "./listening";
import { watchReadiness } from "./readiness";

/** Listens at once, says `starting` until the installation is ready, and stops when it is told to or left alone. */
export async function startWeb({ project }: { project: URL }): Promise<void> {
  const settings = env();
  const server = openServer();
  const development = settings.NODE_ENV === "development" ? await developWith(server, project) : undefined;
  const readiness = watchReadiness();
  const port = () => (server.address() as AddressInfo | null)?.port ?? settings.PORT;

  const app = createWeb({
    env: settings,
    log: log(),
    hosts: hostsOf(settings, port),
    isReady: readiness.isReady,
    build: development?.build ?? (await import(/* @vite-ignore */ new URL("build/server/index.js", project).href)),
    files: development ? undefined : fileURLToPath(new URL("build/client", project)),
  });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  server.on("request", development ? development.before(listener) : listener);

  onStop(() => {
    readiness.stop();
    void drain(server).then(() => process.exit(0));
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    log().fatal({ err: error }, "the web server cannot listen");
    const leave = () => process.exit(1);
    if (process.send) process.send({ failed: whyNot(error, settings) }, leave);
    else leave();
  });
  server.listen(settings.PORT, settings.HOST, () => process.send?.({ listening: { port: port() } }));
}

/** Why the server does not listen, as the launcher tells it to whoever started it. */
function whyNot({ code, message }: NodeJS.ErrnoException, { HOST, PORT }: Env): string {
  if (code === "EADDRINUSE") return `Port ${PORT} on ${HOST} is taken; stop what uses it, or choose another with PORT.`;
  if (code === "EACCES") return `Port ${PORT} on ${HOST} is not open to you; choose one above 1023 with PORT.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `This machine has no address ${HOST}; choose another with HOST.`;
  return `The web server cannot listen on ${HOST}:${PORT}: ${message}.`;
}

/** While working on the product, Vite serves the browser's files and the newest pages. */
async function developWith(server: Server, project: URL) {
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({
    root: fileURLToPath(project),
    appType: "custom",
    server: { middlewareMode: true, hmr: { server } },
  });
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<unknown> as Promise<ServerBuild>,
    before(listener: RequestListener): RequestListener {
      return (incoming, outgoing) => vite.middlewares(incoming, outgoing, () => listener(incoming, outgoing));
    },
  };
}
