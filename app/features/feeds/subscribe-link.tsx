import CalendarPlus from "lucide-react/icons/calendar-plus";
import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";

/** From a calendar to where one subscribes to it. */
export function SubscribeLink({ to }: { to: string }) {
  const t = useTranslations("calendar");
  return (
    <LinkButton to={to} variant="quiet">
      <CalendarPlus aria-hidden className="-ml-1 size-4" />
      {t("subscribe")}
    </LinkButton>
  );
}
