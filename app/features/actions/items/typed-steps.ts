import type { Problem } from "~/platform/refusal";

type Steps = Record<string, string>[];
const most = { steps: 30, characters: 200 };

/** A checklist as people type it: a step a line, the same line in each language the same step. */
export function readTypedSteps(typed: Record<string, string>): {
  steps: Steps;
  problem?: Pick<Problem, "key" | "values">;
} {
  const lines = Object.entries(typed).map(([tag, text]) => [tag, text.split(/\r\n?|\n/).map(tidyLine)] as const);
  const longest = Math.max(0, ...lines.map(([, of]) => of.length));
  const steps = Array.from({ length: longest }, (_, at) =>
    Object.fromEntries(lines.flatMap(([tag, of]) => (of[at] ? [[tag, of[at]]] : []))),
  ).filter((step) => Object.keys(step).length > 0);
  if (steps.length > most.steps) return { steps, problem: { key: "too_many", values: { maximum: most.steps } } };
  if (steps.some((step) => Object.values(step).some((label) => label.length > most.characters))) {
    return { steps, problem: { key: "too_long", values: { maximum: most.characters } } };
  }
  return { steps };
}

/** The lines of one language, as a form shows them again. */
export function stepLines(steps: { label: Record<string, string> }[], tag: string): string {
  return steps
    .map(({ label }) => label[tag] ?? "")
    .join("\n")
    .trimEnd();
}

const tidyLine = (line: string) =>
  line
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/^\s*(?:[-*•·]|\d{1,2}[.)])\s+/, "")
    .trim();
