import { z } from "zod";
import { env } from "./env.server";
import type { RefreshFailure, Session } from "./session.server";

const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() });

/**
 * Exchanges a refresh token for the next pair. Asked by hand: supabase-js would repeat a call that fails for half a
 * minute, while a page waits for it.
 */
export async function refreshSession({ refreshToken }: Session): Promise<Session | RefreshFailure> {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  try {
    const response = await fetch(new URL("/auth/v1/token?grant_type=refresh_token", SUPABASE_URL), {
      method: "POST",
      headers: { apikey: SUPABASE_PUBLISHABLE_KEY, "Content-Type": "application/json" },
      body: JSON.stringify({ refresh_token: refreshToken }),
      signal: AbortSignal.timeout(10_000),
    });
    if ([400, 401, 403].includes(response.status)) return "ended";
    if (!response.ok) return "silent";

    const { access_token, refresh_token, expires_in } = tokensSchema.parse(await response.json());
    return {
      accessToken: access_token,
      refreshToken: refresh_token,
      expiresAt: Math.floor(Date.now() / 1000) + expires_in,
    };
  } catch {
    return "silent";
  }
}
