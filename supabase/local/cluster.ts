import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import type { Binaries } from "./binaries";
import { CannotStart } from "./cannot-start";
import { stopOrphan } from "./orphan";
import type { Unprivileged } from "./unprivileged";

export type ClusterOptions = {
  /** The database files; made when missing. */
  folder: string;
  port: number;
  password: string;
  binaries: Binaries;
  user: Unprivileged | undefined;
  /** Settings on top of ours, as `-c` takes them. */
  settings?: Record<string, string>;
  log: (line: string) => void;
};

export type Cluster = {
  /** The owner's address of a database on it. */
  url: (database: string) => string;
  /** Resolves when Postgres has ended, whoever ended it. */
  ended: Promise<void>;
  /** Ends open transactions and stops; `at once` leaves the rest to the log's recovery at the next start. */
  stop: (how?: "at once") => Promise<void>;
};

/** Starts Postgres on a folder: a new one, the one of yesterday, or one that a killed process left running. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  await stopOrphan(options.folder, options.log);
  setAsideUnfinished(options);
  if (!existsSync(join(options.folder, "PG_VERSION"))) await initialise(options);

  const server = await spawnUntilItAnswers(options);
  return {
    url: (database) => ownerUrl(options, database),
    ended: server.ended,
    stop: async (how) => {
      server.child.kill(how === "at once" ? "SIGQUIT" : "SIGINT");
      await server.ended;
    },
  };
}

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  max_connections: "60",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  // A refused statement is an answer, not a fault, and its text may hold what somebody typed.
  log_min_messages: "log",
  log_min_error_statement: "panic",
};

// macOS has no C.UTF-8 of its own; Postgres brings one.
const LOCALE =
  process.platform === "darwin"
    ? ["--locale=en_US.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    : ["--locale=C.UTF-8"];

// Nothing else of ours: a database has no use for the secrets in our environment.
const ENVIRONMENT = { PATH: process.env.PATH, LC_MESSAGES: "C" } as unknown as NodeJS.ProcessEnv;

const ownerUrl = ({ password, port }: ClusterOptions, database: string) =>
  `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** Files that never became a database, from a first start that was cut short, make room; they are kept, not deleted. */
function setAsideUnfinished({ folder, log }: ClusterOptions): void {
  const place = dirname(folder);
  for (const name of readdirSync(place).filter((entry) => entry.startsWith(`${basename(folder)}.new-`))) {
    rmSync(join(place, name), { recursive: true, force: true });
  }
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (existsSync(join(folder, "PG_VERSION")) && existsSync(join(folder, "global", "pg_control"))) return;
  const aside = `${folder}.unfinished-${Date.now()}`;
  renameSync(folder, aside);
  log(`The database files in ${folder} were never finished; they were moved to ${aside} and a new database was made.`);
}

/** Makes the files beside their place and moves them there when they are complete. */
async function initialise({ folder, password, binaries, user, settings, log }: ClusterOptions): Promise<void> {
  const draft = `${folder}.new-${process.pid}`;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const flags = ["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums", ...LOCALE];
    if (settings?.fsync === "off") flags.push("--no-sync");
    await run(
      binaries.initdb,
      [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, "--lc-messages=C", ...flags],
      user,
      log,
    );
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(draft, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function run(program: string, words: string[], user: Unprivileged | undefined, log: (line: string) => void) {
  return new Promise<void>((resolve, reject) => {
    const said: string[] = [];
    const child = spawn(program, words, { ...user, cwd: "/", env: ENVIRONMENT, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(String(chunk)));
    child.on("error", reject);
    child.on("close", (code) => {
      log(said.join(""));
      if (code === 0) resolve();
      else reject(new CannotStart(`Postgres could not make its files: ${said.join("").trim().split("\n").at(-1)}`));
    });
  });
}

type Server = { child: ChildProcess; ended: Promise<void>; lastWords: () => string };

function spawnPostgres({ folder, port, binaries, user, settings, log }: ClusterOptions): Server {
  const all = { ...SETTINGS, ...settings, port: String(port) };
  const words = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(binaries.postgres, ["-D", folder, ...words], {
    ...user,
    cwd: "/",
    env: ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said: string[] = [];
  child.stderr?.on("data", (chunk) => {
    for (const line of String(chunk).split("\n").filter(Boolean)) {
      said.push(line);
      if (said.length > 20) said.shift();
      log(line);
    }
  });
  const ended = new Promise<void>((resolve) => {
    child.on("close", () => resolve());
    child.on("error", () => resolve());
  });
  return { child, ended, lastWords: () => said.join("\n") };
}

/** The workers of a killed Postgres hold its memory a moment longer than their parent lived; then it is tried again. */
async function spawnUntilItAnswers(options: ClusterOptions): Promise<Server> {
  const end = Date.now() + 15_000;
  for (;;) {
    const server = spawnPostgres(options);
    try {
      await untilItAnswers(server, options);
      return server;
    } catch (error) {
      server.child.kill("SIGINT");
      await server.ended;
      if (!server.lastWords().includes("pre-existing shared memory block") || Date.now() > end) throw error;
      await pause(300);
    }
  }
}

async function untilItAnswers(server: Server, options: ClusterOptions): Promise<void> {
  const end = Date.now() + 120_000;
  for (;;) {
    const answered = await Promise.race([answers(ownerUrl(options, "postgres")), server.ended.then(() => "ended")]);
    if (answered === true) return;
    if (answered === "ended") throw new CannotStart(whyItEnded(server.lastWords(), options));
    if (Date.now() > end) throw new CannotStart(`Postgres did not answer on port ${options.port} within two minutes.`);
    await pause(40);
  }
}

/** Something else may listen there and say nothing; then a second is enough. */
async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await Promise.race([sql`select 1`.then(() => true), pause(1_000, false)]);
  } catch (error) {
    if ((error as { code?: string }).code === "28P01") throw new CannotStart(WRONG_PASSWORD);
    return false;
  } finally {
    await sql.end({ timeout: 0 });
  }
}

const WRONG_PASSWORD =
  "Postgres does not accept the password in secrets/owner-password; put back the secrets that belong to this database.";

function whyItEnded(words: string, { folder, port }: ClusterOptions): string {
  if (words.includes("could not bind")) return `Port ${port}, which Postgres needs, is taken by another program.`;
  if (words.includes("Permission denied"))
    return `Postgres may not read its files in ${folder}; they belong to another user.`;
  if (words.includes("incompatible with server")) {
    return `The database files in ${folder} were made by another major version of Postgres; start the Hamkke that made them, or name another folder with HAMKKE_DATA.`;
  }
  return `Postgres ended before it was ready: ${words.split("\n").at(-1) ?? "it said nothing"}`;
}
