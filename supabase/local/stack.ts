import { join } from "node:path";
import postgres from "postgres";
import { findBinaries } from "./binaries";
import { type Cluster, startCluster } from "./cluster";
import { openGateway } from "./gateway";
import type { LiteOptions } from "./lite";
import { takeLock } from "./lock";
import { openDataFolder, placeFor, REACHABLE } from "./place";
import { choosePorts } from "./ports";
import { loginUrl, prepareDatabase } from "./prepare-database";
import { makeSecretKey, readSecrets } from "./secrets";
import { findUnprivileged } from "./unprivileged";

export type StackOptions = {
  dataFolder: string;
  /** The project's folder `supabase`. */
  supabase: string;
  /** Where people reach Hamkke. */
  siteUrl: string;
  /** One line at a time, of Postgres and of what was mended on the way. */
  log: (line: string) => void;
  onFault: (error: unknown) => void;
};

export type Stack = {
  supabaseUrl: string;
  publishableKey: string;
  /** The owner's address. */
  databaseUrl: string;
  /** Where the database files are. */
  place: string;
  /** Resolves when Postgres ended without being told to. */
  failed: Promise<void>;
  stop: () => Promise<void>;
};

/** Starts the embedded Supabase of a data folder: Postgres, Lite and the gateway, ready for the first request. */
export async function startStack({ dataFolder, supabase, siteUrl, log, onFault }: StackOptions): Promise<Stack> {
  const folder = openDataFolder(dataFolder);
  const user = findUnprivileged();
  const place = placeFor(folder, user);
  const open: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    while (open.length > 0) await open.pop()?.();
  };
  try {
    open.push(await takeLock(place));
    // Lite is large: it loads while Postgres starts.
    const loading = import("./lite");
    loading.catch(() => {});
    const secrets = await readSecrets(folder);
    const ports = await choosePorts(folder);
    const cluster = await startCluster({
      folder: join(place, "postgres"),
      port: ports.postgres,
      password: secrets.ownerPassword,
      binaries: findBinaries(user, user ? REACHABLE : place),
      user,
      log,
    });
    let told = false;
    open.push(() => {
      told = true;
      return cluster.stop();
    });

    const lite: LiteOptions = { ...secrets, secretKey: makeSecretKey(), siteUrl };
    await prepareDatabase({ cluster, database: DATABASE, loginPassword: secrets.loginPassword, lite, supabase });
    await markUnready(cluster);
    const { openLite } = await loading;
    const { fetch, close } = await openLite(loginUrl(cluster.url(DATABASE), secrets.loginPassword), lite);
    open.push(close);
    const owner = postgres(cluster.url(DATABASE), { max: 2, onnotice: () => {} });
    open.push(() => owner.end());
    const gateway = await openGateway({
      ...{ port: ports.gateway, fetch, onFault },
      hasPassword: async (email) =>
        (await owner`select from auth.users where email = ${email} and encrypted_password <> ''`).length > 0,
    });
    open.push(gateway.close);
    return {
      supabaseUrl: gateway.url,
      publishableKey: secrets.publishableKey,
      databaseUrl: cluster.url(DATABASE),
      place,
      failed: cluster.ended.then(() => (told ? new Promise<void>(() => {}) : undefined)),
      stop: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Its name in the Postgres of a data folder. */
export const DATABASE = "hamkke";

/** Whoever asks before the worker has prepared the installation is told to wait. */
async function markUnready(cluster: Cluster): Promise<void> {
  const sql = postgres(cluster.url(DATABASE), { max: 1, onnotice: () => {} });
  try {
    const [settings] = await sql`select from pg_tables where schemaname = 'private' and tablename = 'settings'`;
    if (!settings) return;
    await sql`
      insert into private.settings (name, value) values ('ready_at', 'null')
      on conflict (name) do update set value = excluded.value`;
  } finally {
    await sql.end();
  }
}
