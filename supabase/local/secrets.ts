import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What only the embedded stack knows, and the one key it hands out. */
export type Secrets = {
  /** Password of `postgres`, the owner. */
  ownerPassword: string;
  /** Password of `authenticator`, the role that requests come in by. */
  loginPassword: string;
  /** Signs access tokens. Whoever knows it is anybody. */
  jwtSecret: string;
  /** Names the visitor; the web process sends it with every request. */
  publishableKey: string;
  /** By which web processes count tries and queue mailed links; the database keeps its hash. */
  serverSecret: string;
};

const SECRETS = {
  ownerPassword: { file: "owner-password", make: () => random(24) },
  loginPassword: { file: "login-password", make: () => random(24) },
  jwtSecret: { file: "jwt-secret", make: () => random(32) },
  publishableKey: { file: "publishable-key", make: () => `sb_publishable_${random(24)}` },
  serverSecret: { file: "server-secret", make: () => random(32) },
} satisfies Record<keyof Secrets, { file: string; make: () => string }>;

/** Reads the secrets of a data folder, making those that are missing; each is a file that only its owner reads. */
export async function readSecrets(dataFolder: string): Promise<Secrets> {
  const folder = join(dataFolder, "secrets");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  return {
    ownerPassword: await readOrMake(folder, SECRETS.ownerPassword),
    loginPassword: await readOrMake(folder, SECRETS.loginPassword),
    jwtSecret: await readOrMake(folder, SECRETS.jwtSecret),
    publishableKey: await readOrMake(folder, SECRETS.publishableKey),
    serverSecret: await readOrMake(folder, SECRETS.serverSecret),
  };
}

/** Lite wants a key for `service_role` beside the other. Nobody needs it, so it lives as long as the process and is told to no one. */
export function makeSecretKey(): string {
  return `sb_secret_${random(32)}`;
}

async function readOrMake(folder: string, secret: { file: string; make: () => string }): Promise<string> {
  const path = join(folder, secret.file);
  const kept = await readFile(path, "utf8").catch(() => "");
  if (kept.trim() !== "") {
    await chmod(path, 0o600);
    return kept.trim();
  }
  const made = secret.make();
  await writeFile(`${path}.new`, `${made}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return made;
}

const random = (bytes: number) => randomBytes(bytes).toString("base64url");
