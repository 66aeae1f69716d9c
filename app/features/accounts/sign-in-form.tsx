import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { pathTo } from "~/platform/safe-path";
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
      <div className="flex flex-col items-start border-t border-line pt-3">
        {(["link", "forgotten"] as const).map((key) => (
          <Link
            key={key}
            to={pathTo(key === "link" ? "/sign-in/link" : "/password", to)}
            className="link inline-flex min-h-11 items-center font-medium"
          >
            {t(key)}
          </Link>
        ))}
        <p className="text-sm text-soft">{t("linkHint")}</p>
      </div>
    </Form>
  );
}
