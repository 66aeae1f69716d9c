import { isInsideAddress } from "../../app/platform/inside-address";
import { CannotStart } from "../../supabase/local/cannot-start";
import { databaseUrlProblem } from "../../supabase/local/database-url";
import { isLoopback } from "./loopback";
import { type MailSettings, readMailSettings } from "./mail-settings";

export type Settings = {
  port: number;
  host: string;
  appUrl: string;
  dataFolder: string;
  /** What HAMKKE_DEMO says; an existing data folder may have begun otherwise. */
  demonstration: boolean;
  demonstrationPassword: string;
  /** A Supabase project elsewhere; then nothing embedded starts. */
  hosted?: { supabaseUrl: string; publishableKey: string; serverSecret: string; databaseUrl: string | undefined };
  /** How mail leaves; without it none does, but for the demonstration's mailbox. */
  mail?: MailSettings | undefined;
};

type Environment = Record<string, string | undefined>;

/** Reads what `npm start` was told, or refuses in one sentence. */
export function readSettings(env: Environment): Settings {
  const port = readPort(env.PORT || "3000");
  const host = env.HOST || "127.0.0.1";
  const hosted = readHosted(env);
  const demonstration = readSwitch(env.HAMKKE_DEMO || (hosted ? "off" : "on"));
  if (demonstration && hosted) {
    throw new CannotStart("The demonstration runs on the embedded database only; unset HAMKKE_DEMO or SUPABASE_URL.");
  }
  if (demonstration && !isLoopback(host)) {
    throw new CannotStart(
      `The demonstration's accounts have a known password and stay on this machine; set HAMKKE_DEMO=off to serve on ${host}, or leave HOST at 127.0.0.1.`,
    );
  }
  const appUrl = readAppUrl(env.APP_URL);
  if (demonstration && (env.TRUST_PROXY || (appUrl && !isLoopback(new URL(appUrl).hostname)))) {
    throw new CannotStart(
      "The demonstration's accounts have a known password and stay on this machine; set HAMKKE_DEMO=off to serve under APP_URL or behind a proxy.",
    );
  }
  return {
    port,
    host,
    appUrl: appUrl ?? `http://${isAnyAddress(host) ? "localhost" : bracketed(host)}:${port}`,
    dataFolder: env.HAMKKE_DATA || ".data",
    demonstration,
    demonstrationPassword: readPassword(env.HAMKKE_DEMO_PASSWORD || "hamkke-demo"),
    hosted,
    mail: readMailSettings(env),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new CannotStart(`PORT must be a number from 1 to 65535; it is "${text}".`);
}

function readSwitch(text: string): boolean {
  if (text === "on" || text === "off") return text === "on";
  throw new CannotStart(`HAMKKE_DEMO must be "on" or "off"; it is "${text}".`);
}

function readPassword(text: string): string {
  if (text.length >= 8 && Buffer.byteLength(text) <= 72) return text;
  throw new CannotStart("HAMKKE_DEMO_PASSWORD must have at least 8 characters and at most 72 bytes.");
}

function readAppUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!/^https?:\/\/[^/]+\/?$/.test(text) || !URL.canParse(text)) {
    throw new CannotStart(`APP_URL must be an address like https://hamkke.example; it is "${text}".`);
  }
  return new URL(text).origin;
}

function readHosted(env: Environment): Settings["hosted"] {
  const { SUPABASE_URL: supabaseUrl, SUPABASE_PUBLISHABLE_KEY: publishableKey } = env;
  if (!supabaseUrl && !publishableKey) {
    if (!env.DATABASE_URL) return undefined;
    throw new CannotStart(
      "DATABASE_URL is of use beside SUPABASE_URL and SUPABASE_PUBLISHABLE_KEY; set them too, or unset it to use the embedded database.",
    );
  }
  if (supabaseUrl && publishableKey) {
    return {
      supabaseUrl: readSupabaseUrl(supabaseUrl),
      publishableKey: readPublishableKey(publishableKey),
      serverSecret: readServerSecret(env.SERVER_SECRET),
      databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    };
  }
  const missing = supabaseUrl ? "SUPABASE_PUBLISHABLE_KEY" : "SUPABASE_URL";
  throw new CannotStart(
    `${missing} is missing; a Supabase project needs both SUPABASE_URL and SUPABASE_PUBLISHABLE_KEY.`,
  );
}

function readSupabaseUrl(text: string): string {
  if (!/^https?:\/\/[^/]+\/?$/.test(text) || !URL.canParse(text)) {
    throw new CannotStart(`SUPABASE_URL must be an address like https://project.supabase.co; it is "${text}".`);
  }
  if (text.startsWith("https:") || isInsideAddress(text)) return new URL(text).origin;
  throw new CannotStart("SUPABASE_URL must begin with https://, since every request carries somebody's token.");
}

/** The other key passes by every policy; a web process that held it would be a hole, not a setting. */
function readPublishableKey(text: string): string {
  if (!text.startsWith("sb_secret_") && roleIn(text) !== "service_role") return text;
  throw new CannotStart("SUPABASE_PUBLISHABLE_KEY holds a secret key, which sees everything; put the publishable one.");
}

/** Older keys are tokens that say whose they are. */
function roleIn(key: string): unknown {
  try {
    return (JSON.parse(Buffer.from(key.split(".")[1] ?? "", "base64url").toString()) as { role?: unknown }).role;
  } catch {
    return undefined;
  }
}

/** It holds a password: it is not repeated. */
function readDatabaseUrl(text: string | undefined): string | undefined {
  const problem = text ? databaseUrlProblem(text) : undefined;
  if (problem) throw new CannotStart(`DATABASE_URL ${problem}.`);
  return text || undefined;
}

function readServerSecret(text: string | undefined): string {
  if (text && text.length >= 32) return text;
  throw new CannotStart(
    "SERVER_SECRET is missing; beside a Supabase project, the web processes and the worker share at least 32 random characters.",
  );
}

const isAnyAddress = (host: string) => host === "0.0.0.0" || host === "::";
const bracketed = (host: string) => (host.includes(":") ? `[${host}]` : host);
