import { data } from "@remix-run/react";
import type en from "~/i18n/messages/en";

/** The name of a sentence in the messages' `problem` group. */
export type ProblemKey = keyof (typeof en)["problem"];

/** Something a person can be told in their language: a sentence's key, what to put into it, the field it is about. */
export type Problem = { key: ProblemKey; values?: Record<string, string | number>; field?: string };

/** What the database answers when it refuses. */
type DatabaseError = { code?: string; message: string; details?: string | null; hint?: string | null };

/**
 * What to throw when the caller may not have what they asked for. It carries a sentence's key, which
 * the page's error boundary or its form says in the reader's language. Anything else thrown is a bug.
 */
export function refusal(problem: Problem, status: number) {
  return data(problem, { status });
}

/** Whether something that came back (an error's data, say) is a problem to be told. */
export function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "key" in value && typeof value.key === "string";
}

/** A caught refusal's problem and status; undefined for anything else, which is a bug and goes on. */
export function caughtRefusal(thrown: unknown): { problem: Problem; status: number } | undefined {
  if (typeof thrown !== "object" || thrown === null || !("data" in thrown) || !isProblem(thrown.data)) return undefined;
  const init = "init" in thrown ? (thrown.init as ResponseInit | null) : null;
  return { problem: thrown.data, status: init?.status ?? 500 };
}

/** The refusal or the bug behind a database error. A key that exists elsewhere and a row that is hidden answer alike. */
export function explain(error: DatabaseError, status?: number): ReturnType<typeof refusal> | Error {
  const raised = /^PT(\d{3})$/.exec(error.code ?? "");
  if (raised) return refusal({ ...detailsOf(error), key: error.message as ProblemKey }, Number(raised[1]));

  const entry = known[error.code ?? ""];
  if (entry) return refusal({ key: entry[0] }, entry[1]);
  if (status === 0 || (status !== undefined && status >= 502)) return refusal({ key: "service_silent" }, 503);
  return new Error(`The database answered ${error.code || status || "nothing"}: ${withoutValues(error.message)}`);
}

const known: Record<string, [key: ProblemKey, status: number]> = {
  PGRST116: ["not_found", 404],
  "42501": ["not_allowed", 403],
  "23503": ["not_found", 404],
  "23505": ["not_allowed", 403],
  "22P02": ["not_valid", 422],
  "22021": ["not_text", 422],
  "22P05": ["not_text", 422],
  "57014": ["too_slow", 503],
};

/** `detail` holds JSON: the field, and what else the sentence needs. */
function detailsOf({ details }: DatabaseError): Pick<Problem, "field" | "values"> {
  if (!details?.startsWith("{")) return {};
  const { field, ...values } = JSON.parse(details) as Record<string, string | number>;
  return {
    ...(field === undefined ? {} : { field: String(field) }),
    ...(Object.keys(values).length ? { values } : {}),
  };
}

/** Names of tables and constraints stay readable in the log; whatever else stands in quotes may be a person's. */
function withoutValues(message: string): string {
  return message.replace(/"([^"]*)"/g, (quoted, inner) => (/^[a-z_]+$/.test(inner) ? quoted : '"…"'));
}
