import { randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { enterableFolder } from "../../../tests/support/product";
import { findBinaries } from "../../local/binaries";
import { startCluster } from "../../local/cluster";
import { freePort } from "../../local/ports";
import { findUnprivileged } from "../../local/unprivileged";

/** A server on which every database is a project as Supabase hosts it, before anything of ours is in it. */
export type HostedServer = {
  /** Makes a project and returns the address by which its owner reaches it: `postgres`, no superuser. */
  makeProject: (name: string, manner: DefaultGrants) => Promise<string>;
  /** The same project as the superuser, whom nobody outside Supabase is. */
  asSupabase: (name: string) => Sql;
  stop: () => Promise<void>;
};

/** Older projects, and those hosted by oneself, hand every new thing to the API's roles; newer ones hand out nothing. */
export type DefaultGrants = "all" | "nothing";

export async function startHostedServer(): Promise<HostedServer> {
  const place = enterableFolder();
  const user = findUnprivileged();
  const password = randomBytes(16).toString("hex");
  const cluster = await startCluster({
    folder: join(place, "postgres"),
    port: await freePort(),
    password,
    binaries: findBinaries(user, place),
    user,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
    log: () => {},
  });
  const as = (role: string, database: string) => {
    const url = new URL(cluster.url(database));
    url.username = role;
    return url.href;
  };
  await demotePostgres(cluster.url("postgres"), as("first", "postgres"), password);

  const asSupabase = (name: string) => postgres(as("supabase_admin", name), { max: 1, onnotice: () => {} });
  return {
    async makeProject(name, manner) {
      await using(asSupabase("postgres"), (sql) => sql.unsafe(`create database ${name} owner postgres`));
      await using(asSupabase(name), async (sql) => {
        await sql.unsafe(readFileSync(join(import.meta.dirname, "hosted-project.sql"), "utf8"));
        if (manner === "all") await sql.unsafe(GENEROUS);
      });
      return as("postgres", name);
    },
    asSupabase,
    async stop() {
      await cluster.stop("at once");
      rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Whoever made the files becomes supabase_admin, and postgres a role that may much and not everything. */
async function demotePostgres(owner: string, first: string, password: string): Promise<void> {
  await using(postgres(owner, { max: 1, onnotice: () => {} }), (sql) =>
    sql.unsafe(`create role first superuser login password '${password}'`),
  );
  await using(postgres(first, { max: 1, onnotice: () => {} }), (sql) =>
    sql.unsafe(`
      alter role postgres rename to supabase_admin;
      alter role supabase_admin password '${password}';
      create role postgres nosuperuser createdb createrole login replication bypassrls password '${password}'`),
  );
}

const GENEROUS = ["postgres", "supabase_admin"]
  .flatMap((role) =>
    ["tables", "sequences", "functions"].map(
      (kind) =>
        `alter default privileges for role ${role} in schema public grant all on ${kind} to postgres, anon, authenticated, service_role;`,
    ),
  )
  .join("\n");

async function using<T>(sql: Sql, use: (sql: Sql) => PromiseLike<T>): Promise<T> {
  try {
    return await use(sql);
  } finally {
    await sql.end();
  }
}
