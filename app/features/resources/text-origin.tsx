import { useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import type { ServicePage } from "./service";

/** How the text that is shown came about, where a reader should know: by a machine, or before its source changed. */
export function TextOrigin({ service, locale }: { service: ServicePage; locale: string }) {
  const t = useTranslations("resources");
  const shown = pickText(Object.keys(service.description).length > 0 ? service.description : service.name, locale).lang;
  const state = service.translations[shown];
  if (!state) return null;
  const { by_machine, reviewed_at, stale } = state;
  return (
    <p className="mt-1 text-sm text-soft">
      {by_machine ? t(reviewed_at ? "byMachineReviewed" : "byMachine") : null} {stale ? t("stale") : null}
    </p>
  );
}
