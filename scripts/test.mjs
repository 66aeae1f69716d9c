/**
 * `npm test`: installs and builds what is missing, as `npm start` does, then runs everything that is tested.
 * Plain Node, since nothing is installed in a fresh clone. The last line on stdout is `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const run = (/** @type {string[]} */ ...args) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] }).status ?? 1;

if (run("server/start.mjs", "--install-only") !== 0) {
  process.stdout.write("The installation failed; nothing was tested.\n0 passed, 1 failed\n");
  process.exit(1);
}
process.exitCode = run("--import", "tsx", "scripts/test/main.ts", ...process.argv.slice(2));
