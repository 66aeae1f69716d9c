import { Form as RemixForm, type FormProps as RemixFormProps, useFormAction, useNavigation } from "@remix-run/react";
import type { FormEvent } from "react";
import type { FormReply } from "~/platform/form";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";

type FormProps = Omit<RemixFormProps, "method"> & {
  /** What the server answered, if it did not accept the form. */
  reply: FormReply | undefined;
  /** The label of each field by name, for the links of the error summary. */
  labels?: Record<string, string>;
};

/**
 * A form that posts with and without JavaScript. Its controls take what was typed, and what was wrong with it, from the
 * server's reply; the server alone judges, so that everybody reads the same sentences.
 */
export function Form({ reply, labels, children, onSubmit, className = "grid gap-6 *:min-w-0", ...form }: FormProps) {
  const action = useFormAction(form.action);
  const navigation = useNavigation();
  const sent = navigation.formAction === action ? navigation.formData : undefined;

  function submitOnce(event: FormEvent<HTMLFormElement>) {
    if (sent) event.preventDefault();
    else onSubmit?.(event);
  }

  return (
    <FormContext.Provider value={{ reply, sent }}>
      <RemixForm
        {...form}
        method="post"
        noValidate
        onSubmit={submitOnce}
        aria-busy={sent ? true : undefined}
        className={className}
      >
        <ErrorSummary labels={labels} />
        {children}
      </RemixForm>
    </FormContext.Provider>
  );
}
