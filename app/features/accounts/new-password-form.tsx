import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";

/** A new passphrase for whoever came by a mailed link. */
export function NewPasswordForm({ reply }: { reply: FormReply | undefined }) {
  const t = useTranslations();
  const label = t("mailedLink.newPassphrase");
  return (
    <Form reply={reply} labels={{ passphrase: label }} className="max-w-96 space-y-5">
      <Field
        name="passphrase"
        label={label}
        hint={t("welcome.passphraseHint")}
        type="password"
        autoComplete="new-password"
        maxLength={200}
        required
      />
      <Button>{t("mailedLink.setPassphrase")}</Button>
    </Form>
  );
}
