import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";
import type { ServicePage } from "./service";

/** What those who may write a service can do with it. */
export function ServiceActions({ service, slug }: { service: ServicePage; slug: string }) {
  const t = useTranslations("resources");
  const base = `/o/${slug}/resources/${service.id}`;
  return (
    <div data-screen-only className="flex flex-wrap gap-3 border-t border-line pt-4">
      <LinkButton to={`${base}/card`}>{t("edit")}</LinkButton>
      <LinkButton to={`${base}/preview`} variant="quiet">
        {t("preview")}
      </LinkButton>
      {service.shared ? (
        <LinkButton to={`${base}/card#field-state`} variant="plain">
          {t("end")}
        </LinkButton>
      ) : (
        <LinkButton to={`${base}/removal`} variant="plain">
          {t("discard")}
        </LinkButton>
      )}
    </div>
  );
}
