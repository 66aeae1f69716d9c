import { z } from "zod";
import { databaseUrlProblem } from "../supabase/local/database-url";

const Environment = z.object({
  DATABASE_URL: z.string().superRefine((url, { addIssue }) => {
    const message = databaseUrlProblem(url);
    if (message) addIssue({ code: "custom", message });
  }),
  /** What the web processes count tries with; the database keeps its hash. */
  SERVER_SECRET: z.string().min(32),
  /** Its presence is demonstration mode. */
  DEMONSTRATION_PASSWORD: z.string().min(8).optional(),
  /** Where the pages are, for links in messages. */
  APP_URL: z.url("must be the address of the pages, https://…").transform((url) => new URL(url).origin),
  /** The mail server; without it nothing leaves but, in the demonstration, for its mailbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be the address of a mail server, smtps://…" }).optional(),
  MAIL_FROM: z.string().optional(),
  LOG_LEVEL: z.string().default("warn"),
});

export type Environment = z.infer<typeof Environment>;

/** Reads the worker's environment once and names everything that is wrong with it at once. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = Environment.safeParse(source);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new Error(`The worker's environment is not complete: ${problems.join("; ")}.`);
}
