import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { Message } from "~/ui/message";
import { PlainText } from "~/ui/plain-text";
import type { GatheringPage } from "./card";

/** Says first what changes everything else: that a gathering is cancelled and why, or that it is a draft. */
export function GatheringBanner({ gathering }: { gathering: GatheringPage }) {
  const t = useTranslations("gatherings");
  const organization = shortNameOf(gathering.organization, useLocale());

  if (gathering.state === "cancelled") {
    return (
      <Message kind="danger" title={t("cancelledTitle")}>
        <p>{t("cancelledReason", { organization })}</p>
        <PlainText text={gathering.cancellation_reason ?? ""} />
      </Message>
    );
  }
  if (gathering.state === "draft") {
    return (
      <Message kind="warning" title={t("draftTitle")}>
        <p>{t("draftText", { organization })}</p>
      </Message>
    );
  }
  return null;
}
