import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { PasswordNow } from "./password-now";

/** The new address, and the password again. */
export function AddressChangeForm({ reply }: { reply: FormReply | undefined }) {
  const t = useTranslations();
  const labels = { email: t("settings.addressNew"), password: t("settings.passwordNow") };
  return (
    <Form reply={reply} labels={labels}>
      <Field
        name="email"
        label={labels.email}
        hint={t("settings.addressNewHint")}
        type="email"
        autoComplete="email"
        maxLength={254}
        required
      />
      <PasswordNow label={labels.password} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("settings.askBoth")}</Button>
        <LinkButton to="/settings" variant="quiet">
          {t("ui.stay")}
        </LinkButton>
      </div>
    </Form>
  );
}
