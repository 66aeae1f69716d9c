import type { RequestContext } from "./context";
import { env } from "./env.server";
import { refusal } from "./refusal";
import { data } from "./supabase.server";

type Counted = Pick<RequestContext, "db" | "network" | "retryAfter" | "now">;

/** What can be tried so often and no more; how often stands in the database's `private.limits`. */
export type TryKind = "sign_in" | "mailed_link" | "open_link" | "public_form";

/**
 * Counts a try of this network, and of the account it is about, which need not exist: both kinds of address are held back
 * alike. Whoever is held back is told until when.
 */
export async function countTry(context: Counted, kind: TryKind, account?: string): Promise<void> {
  const { SERVER_SECRET: secret } = env();
  const tried = { secret, kind, network: context.network, ...(account === undefined ? {} : { account }) };
  const until = await data(context.db.rpc("count_try", tried));
  if (!until) return;

  const seconds = Math.max(1, Math.ceil((Date.parse(until) - context.now.getTime()) / 1000));
  context.retryAfter(seconds);
  throw refusal({ key: "held_back", values: { minutes: Math.ceil(seconds / 60) } }, 429);
}

/** Gives back what a try has cost that turned out to be right. */
export async function forgiveTries(context: Counted, kind: TryKind, account: string): Promise<void> {
  const { SERVER_SECRET: secret } = env();
  await data(context.db.rpc("forgive_tries", { secret, kind, network: context.network, account }));
}
