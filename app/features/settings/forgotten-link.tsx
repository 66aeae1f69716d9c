import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";

/** Beside a form that asks for the password again: the way on for whoever has forgotten it. */
export function ForgottenLink() {
  const t = useTranslations("signIn");
  return (
    <p className="mt-6">
      <Link to="/password" className="link inline-flex min-h-11 items-center">
        {t("forgotten")}
      </Link>
    </p>
  );
}
