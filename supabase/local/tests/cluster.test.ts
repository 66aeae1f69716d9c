import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBinaries } from "../binaries";
import { type Cluster, startCluster } from "../cluster";
import { choosePorts, freePort } from "../ports";
import { isRunning } from "../process-identity";
import { findUnprivileged } from "../unprivileged";
import { ask, removeFolder, startTestCluster, temporaryFolder } from "./embedded";

let folder: string;
let clusters: Cluster[];
let log: string[];
beforeEach(() => {
  folder = temporaryFolder();
  clusters = [];
  log = [];
});
afterEach(async () => {
  for (const cluster of clusters) await cluster.stop();
  removeFolder(folder);
});

async function start(): Promise<Cluster> {
  const cluster = await startTestCluster(folder, (line) => log.push(line));
  clusters.push(cluster);
  return cluster;
}

const files = () => join(folder, "postgres");
const postmaster = () => Number(readFileSync(join(files(), "postmaster.pid"), "utf8").split("\n")[0]);
const note = (cluster: Cluster, word: string) =>
  ask(cluster.url("postgres"), (sql) => sql.unsafe(`create table noted as select '${word}' as word`));
const read = (cluster: Cluster) => ask(cluster.url("postgres"), (sql) => sql`select word from noted`);

test("a new database has checksums, UTF-8 and an order of its own, and asks for its password", async () => {
  const cluster = await start();
  const [settings] = await ask(
    cluster.url("postgres"),
    (sql) => sql`
      select current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
        current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
        (select datctype from pg_database where datname = 'postgres') as ctype`,
  );
  expect(settings).toMatchObject({ checksums: "on", encoding: "UTF8", addresses: "127.0.0.1", sockets: "" });
  if (process.platform === "linux") expect(settings?.ctype).toBe("C.UTF-8");
  const wrong = cluster.url("postgres").replace("owner-password", "wrong");
  await expect(ask(wrong, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "28P01" });
  expect(readFileSync(join(files(), "pg_hba.conf"), "utf8")).not.toMatch(/^[^#].*\b(?:trust|password)$/m);
});

test("a stopped database leaves no process and keeps what it held", async () => {
  const first = await start();
  await note(first, "kept");
  const pid = postmaster();
  await first.stop();
  expect(isRunning(pid)).toBe(false);
  expect(await read(await start())).toEqual([{ word: "kept" }]);
});

test("a database that a killed process left running is stopped, and nothing is lost", async () => {
  const orphan = await start();
  await note(orphan, "kept");
  const pid = postmaster();
  const next = await start();
  expect(isRunning(pid)).toBe(false);
  expect(postmaster()).not.toBe(pid);
  expect(await read(next)).toEqual([{ word: "kept" }]);
  expect(log.join()).toContain(`A Postgres (process ${pid}) was left running on ${files()}`);
});

test("a database whose first process was killed starts again, though its workers were still there", async () => {
  const killed = await start();
  await note(killed, "kept");
  process.kill(postmaster(), "SIGKILL");
  await killed.ended;
  expect(await read(await start())).toEqual([{ word: "kept" }]);
});

test("a stranger that was given the number of yesterday's Postgres is left in peace", async () => {
  await (await start()).stop();
  const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { cwd: folder });
  writeFileSync(join(files(), "postmaster.pid"), `${stranger.pid}\n${files()}\n`);
  await start();
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
  stranger.kill("SIGKILL");
});

test("what a first start left half made is set aside, not deleted, and a database is made", async () => {
  mkdirSync(join(files(), "global"), { recursive: true });
  writeFileSync(join(files(), "PG_VERSION"), "17\n");
  mkdirSync(`${files()}.new-1/base`, { recursive: true });
  await note(await start(), "made");
  const names = readdirSync(folder);
  expect(names.filter((name) => name.startsWith("postgres.new-"))).toEqual([]);
  const [aside] = names.filter((name) => name.startsWith("postgres.unfinished-"));
  expect(existsSync(join(folder, aside as string, "PG_VERSION"))).toBe(true);
  expect(log.join()).toContain("were never finished; they were moved to");
});

test("a database made with other secrets is told from a broken one", async () => {
  await (await start()).stop();
  const user = findUnprivileged();
  const port = await freePort();
  const options = {
    folder: files(),
    port,
    password: "other",
    binaries: findBinaries(user, folder),
    user,
    log: () => {},
  };
  await expect(startCluster(options)).rejects.toThrow("does not accept the password in secrets/owner-password");
  expect(existsSync(join(files(), "postmaster.pid"))).toBe(false);
});

test("a taken port is told in a sentence, and a data folder then chooses another", async () => {
  await (await start()).stop();
  const ports = await choosePorts(folder);
  expect(await choosePorts(folder)).toEqual(ports);
  const other = await occupy(ports.postgres);
  const user = findUnprivileged();
  const options = {
    folder: files(),
    port: ports.postgres,
    password: "owner-password",
    binaries: findBinaries(user, folder),
    user,
    log: () => {},
  };
  await expect(startCluster(options)).rejects.toThrow(
    `Port ${ports.postgres}, which Postgres needs, is taken by another program.`,
  );
  const others = await choosePorts(folder);
  expect(others.gateway).toBe(ports.gateway);
  expect(others.postgres).not.toBe(ports.postgres);
  other.close();
});

function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
