import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { PasswordNow } from "./password-now";

/** What goes and what stays, and the password that deletes the account. */
export function DeletionForm({ reply }: { reply: FormReply | undefined }) {
  const t = useTranslations();
  const label = t("settings.passwordNow");
  return (
    <>
      <dl className="mb-8 grid gap-4">
        {(["goes", "stays"] as const).map((which) => (
          <div key={which}>
            <dt className="font-semibold">{t(`settings.${which}`)}</dt>
            <dd className="max-w-measure">{t(`settings.${which}Text`)}</dd>
          </div>
        ))}
      </dl>
      <Form reply={reply} labels={{ password: label }}>
        <PasswordNow label={label} width="medium" />
        <div className="flex flex-wrap gap-3 max-sm:flex-col max-sm:items-start">
          <Button variant="danger">{t("settings.deleteAccount")}</Button>
          <LinkButton to="/settings" variant="quiet">
            {t("settings.keepAccount")}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
