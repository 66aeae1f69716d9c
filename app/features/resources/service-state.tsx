import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { Message } from "~/ui/message";
import type { ServicePage } from "./service";

/** Says first what is not as one would expect: a draft, a pause, an end. */
export function ServiceState({ service }: { service: ServicePage }) {
  const t = useTranslations("resources");
  const organization = shortNameOf(service.organization, useLocale());
  if (service.state === "active") return null;
  const said = { draft: t("isDraft", { organization }), paused: t("isPaused"), closed: t("isClosed") };
  return <Message kind="warning">{said[service.state]}</Message>;
}
