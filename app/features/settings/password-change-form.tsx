import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { PasswordNow } from "./password-now";

/** The old password, and the new one. */
export function PasswordChangeForm({ reply }: { reply: FormReply | undefined }) {
  const t = useTranslations();
  const labels = { password: t("settings.passwordNow"), passphrase: t("mailedLink.newPassphrase") };
  return (
    <Form reply={reply} labels={labels}>
      <PasswordNow label={labels.password} />
      <Field
        name="passphrase"
        label={labels.passphrase}
        hint={t("welcome.passphraseHint")}
        type="password"
        autoComplete="new-password"
        maxLength={200}
        required
      />
      <div className="flex flex-wrap gap-3">
        <Button>{t("mailedLink.setPassphrase")}</Button>
        <LinkButton to="/settings" variant="quiet">
          {t("ui.stay")}
        </LinkButton>
      </div>
    </Form>
  );
}
