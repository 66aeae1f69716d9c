import { findLocale } from "../../app/i18n/locales";
import { type LanguageWishes, languageCookie, negotiateLocale } from "../../app/i18n/negotiate";
import type { RequestContext } from "../../app/platform/context";
import type { Env } from "../../app/platform/env.server";
import {
  isDue,
  type RefreshFailure,
  readCookie,
  readSession,
  type Session,
  sessionCookie,
  sessionCookieName,
} from "../../app/platform/session.server";
import { databaseAs } from "../../app/platform/supabase.server";
import { findViewer } from "../../app/platform/viewer.server";

export type Resolved = {
  context: RequestContext;
  /** How many calls to the database this request has made so far. */
  calls(): number;
  /** Whether the page said that search engines may keep it. */
  isOpenToSearch(): boolean;
  /** Whether the answer said by itself who may keep it. */
  isKept(): boolean;
  /** Puts cookies and what they imply on the answer. */
  finish(headers: Headers): void;
};

type Given = { request: Request; env: Env; nonce: string; requestId: string; network: string };

/** Nobody answers who could say whether this session is alive. */
export class SignInServiceSilent extends Error {}

/** Resolves once, for one request: the session, refreshed if it is due, who that is, and the language. */
export async function resolveRequest(
  { request, env, nonce, requestId, network }: Given,
  refresh: (session: Session) => Promise<Session | RefreshFailure>,
): Promise<Resolved> {
  const secure = env.APP_URL.startsWith("https:");
  const now = new Date();
  const cookies = request.headers.get("cookie");
  const asked = new URL(request.url).searchParams.get("lang");
  const toSet = new Map<string, string>();
  const signedOut = { now: false };
  let patience: number | undefined;
  let calls = 0;
  let refused = false;
  let searchable = false;
  let kept: string | undefined;

  let session = readSession(cookies, secure);
  let viewer: ReturnType<RequestContext["viewer"]> | undefined;
  let db = open();

  const context: RequestContext = {
    requestId,
    nonce,
    network,
    locale: "",
    demonstration: env.DEMONSTRATION_PASSWORD !== undefined,
    now,
    get session() {
      return session;
    },
    get db() {
      return db;
    },
    viewer() {
      viewer ??= session ? find() : Promise.resolve(null);
      return viewer;
    },
    signIn: (fresh) => become(fresh),
    signOut() {
      become(null);
      signedOut.now = true;
    },
    rememberLanguage(locale) {
      toSet.set(languageCookie(secure), rememberedLanguage(locale, secure));
    },
    retryAfter(seconds) {
      patience = seconds;
    },
    openToSearch() {
      searchable = true;
    },
    keep(control) {
      kept = control;
    },
  };

  if (session && isDue(session, now.getTime())) await renew(session);
  else if (!session && readCookie(cookies, sessionCookieName(secure))) become(null);
  context.locale = await chooseLocale();
  return { context, calls: () => calls, isOpenToSearch: () => searchable, isKept: () => kept !== undefined, finish };

  function open() {
    return databaseAs(session?.accessToken, {
      onCall: () => calls++,
      onRefusedToken: () => {
        refused = true;
      },
    });
  }

  function become(fresh: Session | null) {
    session = fresh;
    viewer = undefined;
    db = open();
    toSet.set(sessionCookieName(secure), sessionCookie(fresh, secure));
  }

  async function renew(due: Session) {
    const renewed = await refresh(due);
    if (renewed === "ended") become(null);
    else if (renewed !== "silent") become(renewed);
    else if (due.expiresAt * 1000 <= now.getTime()) throw new SignInServiceSilent();
  }

  async function find() {
    const found = await findViewer(db).catch((thrown: unknown) => {
      if (refused) return null;
      throw thrown;
    });
    if (!found) {
      become(null);
      viewer = Promise.resolve(null);
    }
    return found;
  }

  async function chooseLocale() {
    const wishes: LanguageWishes = {
      asked,
      remembered: readCookie(cookies, languageCookie(secure)),
      accepted: request.headers.get("accept-language"),
    };
    const chosen = findLocale(asked);
    // What a calendar program reads asks for its language each time.
    if (chosen && request.method === "GET" && !new URL(request.url).pathname.endsWith(".ics"))
      context.rememberLanguage(chosen);
    if (!session || chosen || findLocale(wishes.remembered)) return negotiateLocale(wishes);
    return negotiateLocale({ ...wishes, account: (await context.viewer())?.person.language });
  }

  function finish(headers: Headers) {
    for (const cookie of toSet.values()) headers.append("Set-Cookie", cookie);
    if (signedOut.now) headers.set("Clear-Site-Data", '"cache", "storage"');
    if (patience !== undefined) headers.set("Retry-After", String(patience));
    const private_ = session !== null || toSet.has(sessionCookieName(secure));
    headers.set("Cache-Control", private_ ? "no-store" : (kept ?? "no-cache"));
    headers.append("Vary", "Cookie, Accept-Language");
  }
}

function rememberedLanguage(locale: string, secure: boolean): string {
  return `${languageCookie(secure)}=${locale}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
