import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";

/** What everybody reads who has asked for a link, whether or not their address has an account. */
export function LinkRequested({ again, signIn }: { again: string; signIn: string }) {
  const t = useTranslations("mailedLink");
  return (
    <div className="grid gap-6">
      <Message kind="success" live title={t("requestedTitle")}>
        <p>{t("requestedText")}</p>
      </Message>
      <p className="max-w-measure text-soft">{t("requestedHelp")}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton to={again} variant="quiet">
          {t("requestAgain")}
        </LinkButton>
        <LinkButton to={signIn} variant="plain">
          {t("toSignIn")}
        </LinkButton>
      </div>
    </div>
  );
}
