import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { nameOf } from "~/i18n/names";
import type { Organization } from "~/platform/fellows";
import { formatDay, localIn } from "~/platform/time";
import { Message } from "~/ui/message";

type WhoSeesProps = {
  organization: Organization;
  /** The gathering's owner, where it was told as well. */
  host?: Organization | undefined;
  deleteAt: string;
  timeZone: string;
};

/** Who will see what somebody says of themselves, and when it is gone. */
export function WhoSees({ organization, host, deleteAt, timeZone }: WhoSeesProps) {
  const t = useTranslations("signups");
  const locale = useLocale();
  const who = [organization, ...(host && host.id !== organization.id ? [host] : [])];
  return (
    <Message
      title={t("whoSees", {
        organization: formatList(
          who.map((one) => nameOf(one, locale)),
          locale,
        ),
      })}
    >
      <p>{t("deletedOn", { day: formatDay(localIn(deleteAt, timeZone), locale) })}</p>
    </Message>
  );
}
