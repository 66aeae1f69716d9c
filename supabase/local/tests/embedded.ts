import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { enterableFolder } from "../../../tests/support/product";
import { findBinaries } from "../binaries";
import { type Cluster, startCluster } from "../cluster";
import type { LiteOptions } from "../lite";
import { freePort } from "../ports";
import { findUnprivileged } from "../unprivileged";

export const supabase = join(import.meta.dirname, "..", "..");

export const temporaryFolder = enterableFolder;

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** A Postgres of its own for one test file. */
export async function startTestCluster(folder: string, log: (line: string) => void = () => {}): Promise<Cluster> {
  const user = findUnprivileged();
  return startCluster({
    folder: join(folder, "postgres"),
    port: await freePort(),
    password: "owner-password",
    binaries: findBinaries(user, folder),
    user,
    settings: { fsync: "off" },
    log,
  });
}

export function liteOptions(): LiteOptions {
  return {
    jwtSecret: randomBytes(32).toString("base64url"),
    publishableKey: "sb_publishable_test",
    secretKey: randomBytes(32).toString("base64url"),
    siteUrl: "http://localhost",
  };
}

/** Asks a database as whoever the address names, and hangs up. */
export async function ask<T>(url: string, question: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await question(sql);
  } finally {
    await sql.end();
  }
}
