import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";

type SignInFormProps = { reply: FormReply | undefined; to: string };

/** Signing in with a password; afterwards the reader goes on to where they wanted to be. */
export function SignInForm({ reply, to }: SignInFormProps) {
  const t = useTranslations("signIn");
  const labels = { email: t("email"), password: t("password") };

  return (
    <Form reply={reply} labels={labels} className="max-w-96 space-y-5">
      <Field name="email" label={labels.email} type="email" autoComplete="username" maxLength={254} required />
      <Field
        name="password"
        label={labels.password}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
      />
      <input type="hidden" name="to" value={to} />
      <Button>{t("submit")}</Button>
    </Form>
  );
}
