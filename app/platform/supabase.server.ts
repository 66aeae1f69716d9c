import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { WebSocket } from "ws";
import type { Database } from "./database.types";
import { env } from "./env.server";
import { explain } from "./refusal";

export type Db = SupabaseClient<Database>;

/** How long the database may take to answer before the page says that it does not. */
const patienceMs = 15_000;

export type Line = {
  /** Told of every call. */
  onCall?(): void;
  /** Told when the token is refused; the call is then made once more as a visitor's. */
  onRefusedToken?(): void;
};

/** The database as one person sees it, or as a visitor does. There is no other way in: policies decide what it returns. */
export function databaseAs(accessToken?: string, line: Line = {}): Db {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  return createClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    // A page waits for the answer: one that does not come is said, not asked for again and again.
    db: { retry: false },
    realtime: { transport: WebSocket as unknown as typeof globalThis.WebSocket },
    global: {
      headers: { Authorization: `Bearer ${accessToken ?? SUPABASE_PUBLISHABLE_KEY}` },
      fetch: callWith(line, accessToken, SUPABASE_PUBLISHABLE_KEY),
    },
  });
}

type Answer<Data> =
  | { data: Data; error: null }
  | { data: null; error: { code: string; message: string; details: string } };

/** The data of a call that succeeded; otherwise throws the refusal, or the bug. */
export async function data<Data>(call: PromiseLike<Answer<Data> & { status: number }>): Promise<Data> {
  const answer = await call;
  if (answer.error) throw explain(answer.error, answer.status);
  return answer.data;
}

/**
 * A token that the database no longer takes (another installation's cookie, say) must not keep anybody
 * from what visitors may see.
 */
function callWith(line: Line, accessToken: string | undefined, visitorKey: string): typeof fetch {
  return async (input, init) => {
    const call = (headers: Headers) =>
      fetch(input, { ...init, headers, signal: init?.signal ?? AbortSignal.timeout(patienceMs) });

    line.onCall?.();
    const headers = new Headers(init?.headers);
    const response = await call(headers);
    if (response.status !== 401 || !accessToken) return response;

    await response.body?.cancel();
    line.onRefusedToken?.();
    line.onCall?.();
    headers.set("Authorization", `Bearer ${visitorKey}`);
    return call(headers);
  };
}
