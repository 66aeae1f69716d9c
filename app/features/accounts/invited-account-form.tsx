import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";

type InvitedAccountFormProps = {
  reply: FormReply | undefined;
  /** Where somebody who has an account signs in, and comes back from. */
  signIn: string;
};

/** The account of somebody who was invited: their name, the address they were invited by, and a passphrase. */
export function InvitedAccountForm({ reply, signIn }: InvitedAccountFormProps) {
  const t = useTranslations("invitation");
  const welcome = useTranslations("welcome");
  const labels = { display_name: welcome("person_name"), email: t("email"), passphrase: welcome("passphrase") };

  return (
    <>
      <div className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-6">
        <p>{t("haveAccount")}</p>
        <LinkButton to={signIn} variant="quiet">
          {t("signIn")}
        </LinkButton>
      </div>
      <h2 className="mb-4 text-xl font-bold">{t("newAccount")}</h2>
      <Form reply={reply} labels={labels}>
        <Field
          name="display_name"
          label={labels.display_name}
          hint={welcome("person_nameHint")}
          autoComplete="name"
          maxLength={80}
          required
        />
        <Field
          name="email"
          label={labels.email}
          hint={t("emailHint")}
          type="email"
          autoComplete="username"
          maxLength={254}
          required
        />
        <Field
          name="passphrase"
          label={labels.passphrase}
          hint={welcome("passphraseHint")}
          type="password"
          autoComplete="new-password"
          maxLength={200}
          required
        />
        <div>
          <Button>{t("create")}</Button>
        </div>
      </Form>
    </>
  );
}
