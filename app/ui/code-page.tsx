import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";

type CodePageProps = {
  title: string;
  lead: string;
  words: { code: string; hint: string; show: string };
  reply: FormReply | undefined;
};

/** Where somebody without an account types the code that they were shown. */
export function CodePage({ title, lead, words, reply }: CodePageProps) {
  return (
    <Page width="measure" title={title} lead={lead}>
      <Form reply={reply} labels={{ code: words.code }}>
        <Field
          name="code"
          label={words.code}
          hint={words.hint}
          autoComplete="off"
          maxLength={100}
          width="medium"
          required
        />
        <div>
          <Button>{words.show}</Button>
        </div>
      </Form>
    </Page>
  );
}
