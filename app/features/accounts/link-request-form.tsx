import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";

type LinkRequestFormProps = {
  reply: FormReply | undefined;
  label: string;
  /** The way back. */
  signIn: string;
};

/** The address of somebody who asks for a link by mail. */
export function LinkRequestForm({ reply, label, signIn }: LinkRequestFormProps) {
  const t = useTranslations("mailedLink");
  return (
    <Form reply={reply} labels={{ email: t("email") }} className="max-w-96 space-y-5">
      <Field
        name="email"
        label={t("email")}
        hint={t("emailHint")}
        type="email"
        autoComplete="username"
        maxLength={254}
        required
      />
      <div className="flex flex-wrap gap-3">
        <Button>{label}</Button>
        <LinkButton to={signIn} variant="plain">
          {t("toSignIn")}
        </LinkButton>
      </div>
    </Form>
  );
}
