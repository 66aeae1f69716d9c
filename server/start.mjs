/**
 * `npm start`: installs what is missing, builds what is stale, then launches Hamkke. Plain Node, since in a fresh clone
 * nothing is installed yet. `--install-only` and `--build-only` stop after that step.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { endTurn, takeTurn } from "./turn.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);

requireNode(20, 19);
install();
if (!process.argv.includes("--install-only")) {
  build("the pages", ["@remix-run/dev/dist/cli.js", "vite:build"], "build/pages.hash", "build/server/index.js", [
    ...[
      "app",
      "public",
      "scripts/compiled-messages.ts",
      "scripts/feeds-as-built.ts",
      "vite.config.ts",
      "remix.config.js",
      "tsconfig.json",
      "package-lock.json",
    ],
  ]);
  build(
    "the server",
    ["vite/bin/vite.js", "build", "--config", "vite.server.config.ts"],
    "build/node.hash",
    "build/node/launch.js",
    [
      ...["app", "server", "supabase/local", "supabase/migrations", "supabase/seed", "worker", "scripts/sealed-as.ts"],
      ...["vite.server.config.ts", "tsconfig.json", "package-lock.json"],
    ],
  );
  endTurn();
  if (!process.argv.includes("--build-only")) {
    const { launch } = await import(pathToFileURL(path.join(root, "build/node/launch.js")).href);
    await launch(root);
  }
}

/** @param {number} major @param {number} minor */
function requireNode(major, minor) {
  const [is = 0, has = 0] = process.versions.node.split(".").map(Number);
  if (is > major || (is === major && has >= minor)) return;
  giveUp(`Hamkke needs Node ${major}.${minor} or newer; this is Node ${process.versions.node}.`);
}

/** Installs unless node_modules is what package-lock.json says. */
function install() {
  const lock = readFileSync("package-lock.json");
  const mark = "node_modules/.hamkke-installed";
  const wanted = createHash("sha256").update(lock).update(`${process.platform}-${process.arch}`).digest("hex");
  if (isMarked(mark, wanted)) return;
  takeTurn(say);
  if (isMarked(mark, wanted)) return;
  if (!isInstalled(JSON.parse(lock.toString()))) {
    say("Installing packages. This takes about a minute, once.");
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
    const [command = "npm", ...words] = [...npm, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    const { status } = spawnSync(command, words, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
    if (status !== 0) giveUp("The packages could not be installed (npm ci failed; its reason is above).");
  }
  writeFileSync(mark, wanted);
}

/**
 * npm notes what it installed; an installation by hand counts as well.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} lock
 */
function isInstalled(lock) {
  if (!existsSync("node_modules/.package-lock.json")) return false;
  const { packages } = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8"));
  return Object.entries(lock.packages).every(
    ([name, { version, optional, devOptional }]) =>
      name === "" || packages[name]?.version === version || (!packages[name] && Boolean(optional || devOptional)),
  );
}

/**
 * Builds one half of Hamkke unless it was built from the very same files.
 * @param {string} what @param {string[]} words @param {string} mark @param {string} result @param {string[]} inputs
 */
function build(what, words, mark, result, inputs) {
  const wanted = hashOf(inputs);
  if (existsSync(result) && isMarked(mark, wanted)) return;
  takeTurn(say);
  if (existsSync(result) && isMarked(mark, wanted)) return;
  say(`Building ${what}.`);
  const [tool = "", ...rest] = words;
  const { status } = spawnSync(process.execPath, [path.join("node_modules", tool), ...rest, "--logLevel", "error"], {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NODE_ENV: "production", VITEST: undefined },
  });
  if (status !== 0 || !existsSync(result))
    giveUp(`Hamkke could not be built (building ${what} failed; the reason is above).`);
  mkdirSync("build", { recursive: true });
  writeFileSync(mark, wanted);
}

/** @param {string} mark @param {string} wanted */
function isMarked(mark, wanted) {
  return existsSync(mark) && readFileSync(mark, "utf8") === wanted;
}

/** @param {string[]} inputs files and folders */
function hashOf(inputs) {
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of inputs.flatMap(filesOf)) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** @param {string} input @returns {string[]} */
function filesOf(input) {
  if (!existsSync(input)) return [];
  if (path.extname(input) !== "") return [input];
  return readdirSync(input, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** @param {string} sentence */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  say(sentence);
  process.exit(1);
}
