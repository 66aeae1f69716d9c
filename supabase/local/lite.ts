import { App } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";
import { sendSettingsTogether } from "./settings-together";

export type LiteOptions = {
  jwtSecret: string;
  publishableKey: string;
  secretKey: string;
  /** Where people reach Hamkke; links in mails would lead there. */
  siteUrl: string;
};

/** Supabase's REST and auth endpoints, answered in this process. */
export type Lite = { fetch: (request: Request) => Promise<Response>; close: () => Promise<void> };

/** Makes schema `auth` as the owner. Lite swallows what goes wrong there, so what is needed is asked for afterwards. */
export async function makeAuthSchema(ownerUrl: string, options: LiteOptions): Promise<void> {
  const { app, connection } = open(ownerUrl, options, 1);
  try {
    await app.ensureSystemSchema();
    await connection.driver`select from auth.users, auth.sessions, auth.refresh_tokens, auth.identities where false`;
    await connection.driver`select auth.uid(), auth.jwt(), auth.role()`;
  } finally {
    await connection.close();
  }
}

/** Opens Lite for requests, as a login role that owns nothing. Reads the schema once; later changes need a new start. */
export async function openLite(loginUrl: string, options: LiteOptions): Promise<Lite> {
  const { app, connection } = open(loginUrl, options, CONNECTIONS);
  await connection.introspect({ useCache: true });
  return { fetch: async (request) => app.fetch(request), close: () => connection.close() };
}

const CONNECTIONS = 20;

const DAY = 24 * 60 * 60;

function open(url: string, { jwtSecret, publishableKey, secretKey, siteUrl }: LiteOptions, connections: number) {
  const connection = createPostgresConnection({
    url,
    postgresOptions: { max: connections, onnotice: () => {}, types: TYPES },
  });
  pinRowSecurity(connection);
  sendSettingsTogether(connection.driver);
  const app = new App({
    connection,
    api: { schemas: ["public"] },
    db: { migrations: { enabled: false } },
    storage: { enabled: false },
    auth: {
      enabled: true,
      jwt_secret: jwtSecret,
      publishable_key: publishableKey,
      secret_key: secretKey,
      site_url: siteUrl,
      minimum_password_length: 12,
      enable_refresh_token_rotation: true,
      sessions: { inactivity_timeout: "720h", timebox: "2160h" },
      email: { enable_confirmations: false, otp_length: 10, otp_expiry: DAY / 24 },
    },
    options: { server: { admin: false, disableStudio: true }, drivers: { email: NO_MAIL } },
  });
  return { app, connection };
}

/**
 * Without this Lite looks for policies at its first request and then grants every table of their schemas to anon, or,
 * finding none, never changes its role at all. The field is private: Lite is pinned, and a test watches that this works.
 */
function pinRowSecurity(connection: object): void {
  (connection as { rlsState: string }).rlsState = "active";
}

/** Mail has no way out of the embedded stack; by default Lite would print the codes that open accounts. */
const NO_MAIL = {
  async send() {
    throw new Error("The embedded stack sends no mail.");
  },
};

/** Lite hands over JSON that is text already, and leaves the blank in timestamps; hosted Supabase does neither. */
const asJson = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
const asIso = (text: string) => text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");
const asText = (text: string) => text;
const TYPES = {
  json: { to: 114, from: [114], serialize: asJson, parse: (text: string) => JSON.parse(text) },
  jsonb: { to: 3802, from: [3802], serialize: asJson, parse: (text: string) => JSON.parse(text) },
  timestamp: { to: 1114, from: [1114], serialize: asText, parse: asIso },
  timestamptz: { to: 1184, from: [1184], serialize: asText, parse: asIso },
};
