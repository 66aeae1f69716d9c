import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { enterableFolder } from "../../../tests/support/product";
import { findBinaries } from "../../local/binaries";
import { startCluster } from "../../local/cluster";
import { freePort } from "../../local/ports";
import { prepareDatabase } from "../../local/prepare-database";
import { findUnprivileged } from "../../local/unprivileged";

/** The embedded Postgres of a whole test run. Every database on it is a copy of the template. */
export type TestPostgres = {
  /** The owner's address, without a database. */
  url: string;
  template: string;
  loginPassword: string;
};

declare module "vitest" {
  interface ProvidedContext {
    postgres: TestPostgres;
  }
}

const TEMPLATE = "hamkke_template";

// A run that is cut short leaves nothing worth keeping.
const QUICK = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "2GB" };

/** Tells the tests of a run where their Postgres is. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { postgres, stop } = await startTestPostgres();
  project.provide("postgres", postgres);
  return stop;
}

/** Starts Postgres with Lite's schema, the roles and every migration. */
export async function startTestPostgres(): Promise<{ postgres: TestPostgres; stop: () => Promise<void> }> {
  const place = enterableFolder();
  const user = findUnprivileged();
  const password = random();
  const loginPassword = random();
  const cluster = await startCluster({
    folder: join(place, "postgres"),
    port: await freePort(),
    password,
    binaries: findBinaries(user, place),
    user,
    settings: QUICK,
    log: () => {},
  });
  const stop = async () => {
    await cluster.stop("at once");
    rmSync(place, { recursive: true, force: true });
  };
  try {
    await prepareDatabase({
      cluster,
      database: TEMPLATE,
      loginPassword,
      lite: {
        jwtSecret: random(),
        publishableKey: "sb_publishable_test",
        secretKey: random(),
        siteUrl: "http://localhost",
      },
      supabase: join(import.meta.dirname, "..", ".."),
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { postgres: { url: cluster.url(""), template: TEMPLATE, loginPassword }, stop };
}

const random = () => randomBytes(32).toString("base64url");
