import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";

const ways = {
  sign_in: { text: "deadSignIn", to: "/sign-in/link", label: "newSignInLink" },
  reset: { text: "deadReset", to: "/password", label: "newResetLink" },
  address: { text: "deadAddress", to: "/settings/address", label: "toAddress" },
  unsubscribe: { text: "deadUnsubscribe", to: "/settings", label: "toSettings" },
} as const;

/** Why a mailed link opens nothing, and the way on. */
export function DeadLink({ kind }: { kind: keyof typeof ways }) {
  const t = useTranslations("mailedLink");
  const { text, to, label } = ways[kind];
  return (
    <>
      <p className="max-w-measure text-lg">{t(text)}</p>
      <p className="mt-6 flex flex-wrap gap-3">
        <LinkButton to={to}>{t(label)}</LinkButton>
        <LinkButton to="/sign-in" variant="quiet">
          {t("toSignIn")}
        </LinkButton>
      </p>
    </>
  );
}
