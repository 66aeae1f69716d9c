import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";

const ways = {
  invitation: { text: "deadInvitation" },
  sign_in: { text: "deadSignIn", to: "/sign-in/link", label: "newSignInLink" },
  reset: { text: "deadReset", to: "/password", label: "newResetLink" },
  address: { text: "deadAddress", to: "/settings/address", label: "toAddress" },
  unsubscribe: { text: "deadUnsubscribe", to: "/settings", label: "toSettings" },
} as const;

type Way = {
  text: (typeof ways)[keyof typeof ways]["text"];
  to?: string;
  label?: "newSignInLink" | "newResetLink" | "toAddress" | "toSettings";
};

type DeadLinkProps = {
  kind: keyof typeof ways;
  /** Where somebody goes on who is signed in. */
  home?: string | undefined;
};

/** Why a link opens nothing, and the way on. */
export function DeadLink({ kind, home }: DeadLinkProps) {
  const t = useTranslations("mailedLink");
  const { text, to, label }: Way = ways[kind];
  return (
    <>
      <p className="max-w-measure text-lg">{t(text, { signedIn: home ? "yes" : "no" })}</p>
      <p className="mt-6 flex flex-wrap gap-3">
        {home ? <LinkButton to={home}>{t("goOn")}</LinkButton> : null}
        {to && label ? (
          <LinkButton to={to} variant={home ? "quiet" : "primary"}>
            {t(label)}
          </LinkButton>
        ) : null}
        {home ? null : (
          <LinkButton to="/sign-in" variant="quiet">
            {t("toSignIn")}
          </LinkButton>
        )}
      </p>
    </>
  );
}
