import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { formatDay, formatTimes } from "~/platform/time";
import { PreviewSection } from "~/ui/preview-section";
import { TickedBox } from "~/ui/ticked-box";
import type { GoneGathering } from "./queries.server";

/** Gatherings whose entries are gone from the calendar. None of them goes here unless somebody says so. */
export function GoneChoice({ gone }: { gone: GoneGathering[] }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  if (gone.length === 0) return null;

  return (
    <PreviewSection title={t("goneTitle", { count: gone.length })} hint={t("goneHint")} shown>
      {gone.map(({ id, title, when, is_deleted, dates }) => {
        const { text, lang } = pickText(title, locale);
        return (
          <li key={id} className="py-2">
            <TickedBox name="gone" value={id} checked={false}>
              <span lang={lang} className="font-semibold">
                {text}
              </span>
              <span className="block text-soft">
                {formatDay(when.starts_local, locale)}, {formatTimes(when, locale)}
                {dates > 1 ? ` (${t("datesToCome", { count: dates })})` : ""}
              </span>
              <span className="block">{t(is_deleted ? "willBeDeleted" : "willBeCancelled")}</span>
            </TickedBox>
          </li>
        );
      })}
    </PreviewSection>
  );
}
