import type { Problem } from "./refusal";

/** What a form gets back when it is not accepted: enough to show it again as the person left it. */
export type FormReply = {
  /** By the field's name in HTML; several of a kind as a list. Passwords are never among them. */
  values: Record<string, string | string[] | undefined>;
  errors: Record<string, Problem[]>;
  /** What stands above the form rather than beside a field. */
  refusal?: Problem;
};

/** What was typed, to be shown again: every field but passwords. */
export function typedValues(form: FormData): FormReply["values"] {
  const values: FormReply["values"] = {};
  for (const name of new Set(form.keys())) {
    if (/pass(word|phrase)/i.test(name)) continue;
    const typed = form.getAll(name).filter((value) => typeof value === "string");
    values[name] = typed.length > 1 ? typed : typed[0];
  }
  return values;
}
