import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { formatMonth } from "~/platform/time";
import { Message } from "~/ui/message";
import type { StoredMetric } from "./facts";

/** What another editor has saved meanwhile, beside what was typed. */
export function MetricNow({ stored }: { stored: StoredMetric }) {
  const t = useTranslations("totals");
  const locale = useLocale();
  const campaign = stored.campaigns.find(({ id }) => id === stored.campaign_id);
  const [name, unit] = [pickText(stored.name, locale), pickText(stored.unit, locale)];
  return (
    <Message kind="warning" title={t("standsNow")}>
      <p className="font-semibold">
        <span lang={name.lang}>{name.text}</span> (<span lang={unit.lang}>{unit.text}</span>)
      </p>
      <p>
        {t("goal")}: {stored.goal === null ? t("noGoal") : t("number", { amount: stored.goal })}
      </p>
      <p>
        {t("lastMonth")}: {formatMonth(stored.last_month, locale)}
      </p>
      <p>
        {t("campaign")}: {campaign ? pickText(campaign.name, locale).text : t("noCampaign")}
      </p>
    </Message>
  );
}
