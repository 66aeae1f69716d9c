import { useLocale, useTranslations } from "use-intl";
import { formatDay, localIn } from "~/platform/time";
import { CopyText } from "~/ui/copy-text";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";

type MadeLinkProps = {
  made: { email: string; link: string; expires_at: string; mailed: boolean };
  readerZone: string;
  /** Where the members stand. */
  back: string;
  /** Where the next one is invited. */
  again?: string;
};

/** The link of an invitation, shown once: whoever has made it hands it over. */
export function MadeLink({ made, readerZone, back, again }: MadeLinkProps) {
  const t = useTranslations("members");
  const locale = useLocale();
  const day = formatDay(localIn(made.expires_at, readerZone), locale);

  return (
    <div className="grid gap-6">
      <Message kind="success" live title={t("madeTitle", { email: made.email })}>
        <p>{t(made.mailed ? "madeMailed" : "madeByHand")}</p>
        <p>{t("madeText", { day })}</p>
      </Message>
      <CopyText label={t("link")} hint={t("linkHint")} text={made.link} lang="en" rows={3} isLink />
      <div className="flex flex-wrap gap-3">
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
        {again ? (
          <LinkButton to={again} variant="quiet">
            {t("inviteAnother")}
          </LinkButton>
        ) : null}
      </div>
    </div>
  );
}
