import { z } from "zod";

/** The two tokens of somebody who is signed in. */
export type Session = { accessToken: string; refreshToken: string; expiresAt: number };

/** Why a refresh brought no session: it has ended, or nobody answered and it may still be alive. */
export type RefreshFailure = "ended" | "silent";

/** Shapes of tokens alone: whatever else another program of this host left there counts as no session. */
const cookieSchema = z.object({
  a: z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/),
  r: z.string().regex(/^[\w-]{1,512}$/),
  e: z.int(),
});

/** The cookie's name: browsers accept the prefixed one from this host over https alone. */
export function sessionCookieName(secure: boolean): string {
  return secure ? "__Host-hamkke_session" : "hamkke_session";
}

/** The session that a Cookie header carries, if it carries a whole one. */
export function readSession(cookieHeader: string | null | undefined, secure: boolean): Session | null {
  const value = readCookie(cookieHeader, sessionCookieName(secure));
  if (!value) return null;
  try {
    const { a, r, e } = cookieSchema.parse(JSON.parse(Buffer.from(value, "base64url").toString("utf8")));
    return { accessToken: a, refreshToken: r, expiresAt: e };
  } catch {
    return null;
  }
}

/** The Set-Cookie header that keeps this session, or with null forgets it. */
export function sessionCookie(session: Session | null, secure: boolean): string {
  const {
    accessToken: a,
    refreshToken: r,
    expiresAt: e,
  } = session ?? { accessToken: "", refreshToken: "", expiresAt: 0 };
  const value = session ? Buffer.from(JSON.stringify({ a, r, e })).toString("base64url") : "";
  const age = session ? 60 * 60 * 24 * 30 : 0;
  return `${sessionCookieName(secure)}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** One cookie's value out of a Cookie header. */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** Whether the access token ends so soon that a page could outlive it. */
export function isDue(session: Session, now: number): boolean {
  return session.expiresAt - now / 1000 < 30;
}

/**
 * Refreshes sessions, one call in flight per refresh token, its result kept for a while: a refresh token that is
 * used twice ends the session, and parallel requests of one page all carry the same one.
 */
export function sessionRefresher(
  refresh: (session: Session) => Promise<Session | RefreshFailure>,
  keepMs = 10_000,
): (session: Session) => Promise<Session | RefreshFailure> {
  const flights = new Map<string, Promise<Session | RefreshFailure>>();
  return (session) => {
    const flying = flights.get(session.refreshToken);
    if (flying) return flying;

    const flight = refresh(session);
    flights.set(session.refreshToken, flight);
    const forget = () => flights.delete(session.refreshToken);
    flight.then((result) => (result === "silent" ? forget() : setTimeout(forget, keepMs).unref()), forget);
    return flight;
  };
}
