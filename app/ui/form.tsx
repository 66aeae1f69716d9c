import {
  Form as RemixForm,
  type FormProps as RemixFormProps,
  useFetcher,
  useFormAction,
  useNavigation,
} from "@remix-run/react";
import { type FormEvent, useState } from "react";
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
 * A form that posts with and without JavaScript. One that is sent to another page than it stands on, from a dialog say,
 * stays where it is until it is accepted. Its controls take what was typed, and what was wrong with it, from the
 * server's reply; the server alone judges, so that everybody reads the same sentences.
 */
export function Form({ reply, labels, children, onSubmit, className = "grid gap-6 *:min-w-0", ...form }: FormProps) {
  const action = useFormAction(form.action);
  const navigation = useNavigation();
  const fetcher = useFetcher<FormReply>();
  const stays = form.action !== undefined && !form.reloadDocument;
  const Sending = stays ? fetcher.Form : RemixForm;
  // A fetcher keeps what it was answered before, when the next sending is accepted and leads elsewhere.
  const fetched = fetcher.data as FormReply | undefined;
  const [outdated, setOutdated] = useState<FormReply>();
  const sent = stays ? fetcher.formData : navigation.formAction === action ? navigation.formData : undefined;

  const latest = sent || fetched !== outdated ? fetched : undefined;
  const answer = stays ? latest : reply;

  function submitOnce(event: FormEvent<HTMLFormElement>) {
    if (sent) return event.preventDefault();
    setOutdated(fetched);
    onSubmit?.(event);
  }

  return (
    <FormContext.Provider value={{ reply: answer, sent }}>
      <Sending
        {...form}
        method="post"
        noValidate
        onSubmit={submitOnce}
        aria-busy={sent ? true : undefined}
        className={className}
      >
        <ErrorSummary labels={labels} />
        {children}
      </Sending>
    </FormContext.Provider>
  );
}
