import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Field } from "~/ui/field";

/** The password of whoever changes their account, and the way to a new one for whoever has forgotten it. */
export function PasswordNow({ label, width }: { label: string; width?: "medium" }) {
  const t = useTranslations("signIn");
  return (
    <div>
      <Field
        name="password"
        label={label}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        {...(width ? { width } : {})}
        required
      />
      <Link to="/password" className="link inline-flex min-h-11 items-center font-medium">
        {t("forgotten")}
      </Link>
    </div>
  );
}
