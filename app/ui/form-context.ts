import { createContext, useContext } from "react";
import { useProblem } from "~/i18n/use-problem";
import type { FormReply } from "~/platform/form";

/** `sent` is what is on its way to the server, while it is. */
type FormState = { reply: FormReply | undefined; sent: FormData | undefined };

export const FormContext = createContext<FormState>({ reply: undefined, sent: undefined });

/** What the form around a control knows: the server's reply, and what is being sent. */
export function useFormState(): FormState {
  return useContext(FormContext);
}

/** The id of a field's control, which the error summary links to. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/**
 * What a control needs to show itself as the person left it: its ids, the value they typed if the form came back, and
 * why it was not accepted.
 */
export function useField(name: string, { hint }: { hint: boolean }) {
  const { reply } = useFormState();
  const sentence = useProblem();
  const id = fieldId(name);
  const errors = (reply?.errors[name] ?? []).map(sentence);
  const described = [hint && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(" ");

  return {
    id,
    errors,
    value: reply?.values[name],
    answered: reply !== undefined,
    aria: {
      "aria-describedby": described || undefined,
      "aria-invalid": errors.length > 0 ? (true as const) : undefined,
    },
  };
}
