import { createHash } from "node:crypto";
import type { Sql } from "postgres";
import { loadDemonstration, moveDemonstration } from "../supabase/seed/demonstration";
import { openFirstLink } from "./first-link";
import type { Carrier } from "./mail/carrier";
import { requireSeal } from "./require-seal";

export type Preparation = {
  /** Sign-in addresses of the demonstration. */
  accounts?: string[];
  /** Token of the link that creates the first organization, where there is none yet. */
  firstLink?: string;
};

/** Brings an installation to where people can use it: with the demonstration, or with a way in. */
export async function prepareInstallation(
  sql: Sql,
  serverSecret: string,
  password: string | undefined,
  mail: Carrier["name"] = "none",
): Promise<Preparation> {
  await requireSeal(sql);
  const preparation = await prepareContents(sql, password);
  await knowServers(sql, serverSecret);
  await set(sql, "mail", mail);
  await markReady(sql);
  return preparation;
}

async function prepareContents(sql: Sql, password: string | undefined): Promise<Preparation> {
  const [organization] = await sql`select from public.organizations limit 1`;
  if (organization) {
    if (password === undefined) return {};
    await moveDemonstration(sql);
    return { accounts: await listAccounts(sql) };
  }
  if (password === undefined) return { firstLink: await openFirstLink(sql) };
  await loadDemonstration(sql, { password });
  return { accounts: await listAccounts(sql) };
}

async function listAccounts(sql: Sql): Promise<string[]> {
  const [row] = await sql<{ accounts: { email: string }[] }[]>`select public.demonstration_accounts() as accounts`;
  return (row?.accounts ?? []).map(({ email }) => email);
}

async function knowServers(sql: Sql, secret: string): Promise<void> {
  await set(sql, "server_secret", createHash("sha256").update(secret).digest("hex"));
}

async function markReady(sql: Sql): Promise<void> {
  await sql`
    insert into private.settings (name, value) values ('ready_at', to_jsonb(now()))
    on conflict (name) do update set value = excluded.value`;
}

async function set(sql: Sql, name: string, value: string): Promise<void> {
  await sql`
    insert into private.settings (name, value) values (${name}, to_jsonb(${value}::text))
    on conflict (name) do update set value = excluded.value`;
}
