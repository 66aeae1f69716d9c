import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { formatDay, localIn } from "~/platform/time";
import { Message } from "~/ui/message";
import type { Organization } from "../card";

type WhoSeesProps = { organization: Organization; deleteAt: string; timeZone: string };

/** Who will see what somebody says of themselves, and when it is gone. */
export function WhoSees({ organization, deleteAt, timeZone }: WhoSeesProps) {
  const t = useTranslations("signups");
  const locale = useLocale();
  return (
    <Message title={t("whoSees", { organization: nameOf(organization, locale) })}>
      <p>{t("deletedOn", { day: formatDay(localIn(deleteAt, timeZone), locale) })}</p>
    </Message>
  );
}
