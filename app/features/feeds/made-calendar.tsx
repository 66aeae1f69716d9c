import { useTranslations } from "use-intl";
import { buttonStyle } from "~/ui/button-style";
import { CopyText } from "~/ui/copy-text";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import { asWebcal } from "./feed-address";

/** The address of a private calendar, shown once. */
export function MadeCalendar({ address }: { address: string }) {
  const t = useTranslations("calendars");
  const subscription = useTranslations("subscription");

  return (
    <div className="grid gap-6">
      <Message kind="success" live title={t("madeTitle")}>
        <p>{t("madeText")}</p>
      </Message>
      <p>
        <a href={asWebcal(address)} className={buttonStyle("primary")}>
          {subscription("open")}
        </a>
      </p>
      <CopyText label={t("address")} hint={t("addressHint")} text={address} lang="en" rows={3} isLink />
      <div className="flex flex-wrap gap-3">
        <LinkButton to="/settings/calendars" variant="quiet">
          {t("back")}
        </LinkButton>
        <LinkButton to="/subscription#how" variant="quiet">
          {t("how")}
        </LinkButton>
      </div>
    </div>
  );
}
