/**
 * `npm run dev`: the stack and the worker as `npm start` runs them, and a web server whose pages Vite renders anew with every
 * change. A change below server/, worker/ or supabase/ wants a restart.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);

run("server/start.mjs", "--install-only");
run("node_modules/vite/bin/vite.js", "build", "--config", "vite.server.config.ts", "--logLevel", "warn");

process.env.NODE_ENV = "development";
process.env.LOG_LEVEL ??= "info";
const { launch } = await import(pathToFileURL(path.join(root, "build/node/launch.js")).href);
await launch(root);

/** @param {string[]} words */
function run(...words) {
  const { status } = spawnSync(process.execPath, words, { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
