import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import type { $ZodIssue } from "zod/v4/core";
import { messagesOf } from "~/i18n/messages.server";
import { type FormReply, typedValues } from "./form";
import { caughtRefusal, type Problem, type ProblemKey, refusal } from "./refusal";

/**
 * Parses the form and runs the command; when either says no, answers the form as it was typed, with what
 * to mend. A schema's messages are problem keys; what it leaves unsaid gets a general sentence.
 */
export async function submit<Schema extends z.ZodType, Done>(
  request: Request,
  schema: Schema,
  command: (input: z.output<Schema>) => Promise<Done>,
) {
  const sent = await readForm(request);
  const form = cleanForm(sent);
  const values = typedValues(form);
  if (holdsNullByte(sent)) return answerForm({ values, errors: {}, refusal: { key: "not_text" } }, 422);

  const submission = parseWithZod(form, {
    schema,
    formatError: (issues: $ZodIssue[]): Problem[] => issues.map(problemOf),
  });
  if (submission.status !== "success") return answerForm({ values, ...errorsOf(submission.error) }, 422);

  try {
    return await command(submission.value);
  } catch (thrown) {
    const caught = caughtRefusal(thrown);
    if (!caught) throw thrown;
    const { problem, status } = caught;
    return problem.field
      ? answerForm({ values, errors: { [problem.field]: [problem] } }, status)
      : answerForm({ values, errors: {}, refusal: problem }, status);
  }
}

/** The form that a request carries; a body that is none is refused in a sentence. */
async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw refusal({ key: "not_text" }, 400);
  }
}

function answerForm(reply: FormReply, status: number) {
  return data(reply, { status });
}

function holdsNullByte(form: FormData): boolean {
  return [...form].some(([name, value]) => name.includes("\0") || (typeof value === "string" && value.includes("\0")));
}

/** Hangul composed as everybody else's, lines ended one way, no null bytes. */
function cleanForm(form: FormData): FormData {
  const clean = new FormData();
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    clean.append(name.replaceAll("\0", ""), value.replaceAll("\0", "").replace(/\r\n?/g, "\n").normalize("NFC"));
  }
  return clean;
}

function errorsOf(errors: Record<string, Problem[] | null> | null): Pick<FormReply, "errors" | "refusal"> {
  const { "": whole, ...fields } = errors ?? {};
  const told = Object.entries(fields).filter((entry): entry is [string, Problem[]] => Boolean(entry[1]?.length));
  return { errors: Object.fromEntries(told), ...(whole?.[0] ? { refusal: whole[0] } : {}) };
}

function problemOf(issue: $ZodIssue): Problem {
  if (issue.message in messagesOf("en").problem) return { key: issue.message as ProblemKey, ...valuesOf(issue) };
  if (issue.code === "too_big") return { key: "too_long", values: { maximum: Number(issue.maximum) } };
  if (issue.code === "too_small")
    return Number(issue.minimum) > 1
      ? { key: "too_short", values: { minimum: Number(issue.minimum) } }
      : { key: "required" };
  if (issue.code === "invalid_type" && issue.input === undefined) return { key: "required" };
  return { key: "not_valid" };
}

function valuesOf(issue: $ZodIssue): Pick<Problem, "values"> {
  if (issue.code === "too_big") return { values: { maximum: Number(issue.maximum) } };
  if (issue.code === "too_small") return { values: { minimum: Number(issue.minimum) } };
  if (issue.code === "custom" && issue.params) return { values: issue.params as Problem["values"] };
  return {};
}
