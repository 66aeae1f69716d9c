import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";
import type { Web } from "./app";

/** The browser's files. Those with a hash in their name never change. */
export function serveFiles(app: Web, folder: string): void {
  app.use("/assets/*", kept(folder, "public, max-age=31536000, immutable"));
  app.use("/*", kept(folder, "public, max-age=3600"));
}

function kept(folder: string, caching: string): MiddlewareHandler {
  const serve = serveStatic({ root: folder, precompressed: true });
  return async (c, next) => {
    const found = await serve(c, next);
    if (found instanceof Response) found.headers.set("Cache-Control", caching);
    return found;
  };
}
