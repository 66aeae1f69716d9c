import type { Fetch } from "./auth-door";

/**
 * Answers a refresh token that comes again within a while as it was answered first, as hosted Supabase does
 * (`refresh_token_reuse_interval`): the requests of one page may reach several web processes, and each refreshes by itself.
 * Later than that a token that is used twice ends its session.
 */
export function throughRefreshOnce(fetch: Fetch, keepMs = 10_000): Fetch {
  const answered = new Map<string, Promise<Response>>();
  return async (request) => {
    const token = await refreshTokenOf(request);
    if (token === undefined) return fetch(request);
    const known = answered.get(token);
    if (known) return (await known).clone();

    const answer = fetch(request);
    answered.set(token, answer);
    const forget = () => answered.delete(token);
    answer.then(({ ok }) => (ok ? setTimeout(forget, keepMs).unref() : forget()), forget);
    return (await answer).clone();
  };
}

async function refreshTokenOf(request: Request): Promise<string | undefined> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname !== "/auth/v1/token" || searchParams.get("grant_type") !== "refresh_token") return undefined;
  const body = (await request
    .clone()
    .json()
    .catch(() => null)) as { refresh_token?: unknown } | null;
  return typeof body?.refresh_token === "string" ? body.refresh_token : undefined;
}
