import { createHmac } from "node:crypto";
import { cpSync, mkdirSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { join } from "node:path";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import postgres, { type Sql } from "postgres";
import ws from "ws";
import { readSecrets, type Secrets } from "../secrets";
import { type Stack, startStack } from "../stack";
import { removeFolder, supabase, temporaryFolder } from "./embedded";

/** The stack with the product's migrations and something to ask it for. */
export type ProbedStack = {
  stack: Stack;
  secrets: Secrets;
  owner: Sql;
  /** Faults that the gateway told of. */
  faults: unknown[];
  /** supabase-js as a visitor, or as the holder of a token. */
  client: (token?: string) => SupabaseClient;
  /** Asks the gateway for exactly this path, which no URL parser has tidied. */
  raw: (path: string, options?: RawOptions) => Promise<RawAnswer>;
  stop: () => Promise<void>;
};

export type RawOptions = { method?: string; headers?: Record<string, string>; body?: Buffer | string };
export type RawAnswer = { status: number; headers: IncomingHttpHeaders; text: string };

export async function startProbedStack(): Promise<ProbedStack> {
  const folder = temporaryFolder();
  const probed = join(folder, "supabase");
  mkdirSync(join(probed, "local"), { recursive: true });
  cpSync(join(supabase, "local", "roles.sql"), join(probed, "local", "roles.sql"));
  cpSync(join(supabase, "migrations"), join(probed, "migrations"), { recursive: true });
  cpSync(join(import.meta.dirname, "probe.sql"), join(probed, "migrations", "29991231000000_probe.sql"));

  const faults: unknown[] = [];
  const dataFolder = join(folder, "data");
  const stack = await startStack({
    dataFolder,
    supabase: probed,
    siteUrl: "http://127.0.0.1:3000",
    log: () => {},
    onFault: (fault) => faults.push(fault),
  });
  const owner = postgres(stack.databaseUrl, { max: 2, onnotice: () => {} });
  return {
    stack,
    secrets: await readSecrets(dataFolder),
    owner,
    faults,
    client: (token) => clientOf(stack, token),
    raw: (path, options) => ask(stack, path, options),
    async stop() {
      await owner.end();
      await stack.stop();
      removeFolder(folder);
    },
  };
}

/** A token as Lite would make it, signed with any secret and algorithm one likes. */
export function makeToken(claims: object, secret: string, algorithm = "HS256"): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const content = `${encode({ alg: algorithm, typ: "JWT" })}.${encode({ iat: now, exp: now + 3600, ...claims })}`;
  const signature = algorithm === "none" ? "" : createHmac("sha256", secret).update(content).digest("base64url");
  return `${content}.${signature}`;
}

function clientOf({ supabaseUrl, publishableKey }: Stack, token?: string): SupabaseClient {
  return createClient(supabaseUrl, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: ws as never },
    global: { headers: token ? { Authorization: `Bearer ${token}` } : {} },
  });
}

function ask({ supabaseUrl, publishableKey }: Stack, path: string, options: RawOptions = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(supabaseUrl);
  return new Promise((resolve, reject) => {
    const question = request(
      {
        hostname,
        port,
        path,
        method: options.method ?? "GET",
        headers: { apikey: publishableKey, ...options.headers },
        agent: false,
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const text = Buffer.concat(parts).toString();
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        });
      },
    );
    question.on("error", reject);
    question.end(options.body);
  });
}
