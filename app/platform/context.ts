import type { Locale } from "~/i18n/translation";
import type { Session } from "./session.server";
import type { Db } from "./supabase.server";
import type { Viewer } from "./viewer";

/** What the server resolves once per HTTP request and hands to every loader and action. */
export type RequestContext = {
  /** Names this answer in the log. */
  requestId: string;
  nonce: string;
  /** Where the request comes from, as tries are counted. It is neither kept nor logged. */
  network: string;
  locale: Locale;
  /** Whether the page shown is the demonstration coalition's. */
  demonstration: boolean;
  /** The tokens of this request, refreshed once if they were due. */
  session: Session | null;
  /** The database as this person, or as a visitor. */
  db: Db;
  /** Whoever is signed in; null for visitors and for sessions that have ended, whose cookie is then cleared. */
  viewer(): Promise<Viewer | null>;
  /** Keeps the new session in the cookie of whatever response leaves. */
  signIn(session: Session): void;
  /** Clears the cookie, and with it what the browser kept. */
  signOut(): void;
  /** Goes on in this language, in this browser. */
  rememberLanguage(locale: Locale): void;
  /** Says in how many seconds another try will be heard. */
  retryAfter(seconds: number): void;
  /** Lets search engines keep this page. Without it no answer may be kept by them. */
  openToSearch(): void;
  /** Says who may keep an answer that shows nothing of a session, and for how long. */
  keep(control: string): void;
  now: Date;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {}
}
