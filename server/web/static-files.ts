import { serveStatic } from "@hono/node-server/serve-static";
import type { Web } from "./app";

/** The browser's files. Those with a hash in their name never change. */
export function serveFiles(app: Web, folder: string): void {
  const files = (cache: string) =>
    serveStatic({ root: folder, precompressed: true, onFound: (_path, c) => c.header("Cache-Control", cache) });
  app.use("/assets/*", files("public, max-age=31536000, immutable"));
  app.use("/*", files("public, max-age=3600"));
}
