import { z } from "zod";
import { isInsideAddress } from "./inside-address";

const envSchema = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("warn"),
    HOST: z.string().min(1).default("127.0.0.1"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    APP_URL: z.url({ protocol: /^https?$/ }).optional(),
    TRUST_PROXY: z.stringbool().default(false),
    SUPABASE_URL: z
      .url({ protocol: /^https?$/ })
      .refine((url) => url.startsWith("https:") || isInsideAddress(url), "Use https: every request carries a token."),
    SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
    SERVER_SECRET: z.string().min(32),
    DEMONSTRATION_PASSWORD: z.string().min(1).optional(),
  })
  .transform((env) => ({ ...env, APP_URL: env.APP_URL ?? `http://${env.HOST}:${env.PORT}` }));

export type Env = z.output<typeof envSchema>;

/** Reads the environment and names everything that is wrong with it at once. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = envSchema.safeParse(source);
  if (parsed.success) return parsed.data;

  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The web process cannot start with this environment:\n${problems.join("\n")}`);
}

/** The environment of this process, read on first use. */
export function env(): Env {
  read ??= readEnv(process.env);
  return read;
}

let read: Env | undefined;
