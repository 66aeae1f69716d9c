import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { formatDay } from "~/platform/time";
import { Fact, Facts } from "~/ui/facts";
import { OrganizationMark } from "~/ui/organization-mark";
import { PlainText } from "~/ui/plain-text";
import { CampaignState } from "./campaign-state";
import type { Campaign } from "./facts";

/** What a campaign is to reach, who leads it, when, and how it came out. */
export function CampaignFacts({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaigns");
  const locale = useLocale();
  const { goal, lead, starts_on, ends_on, outcome_reason } = campaign;
  const aim = pickText(goal, locale);
  const reason = pickText(outcome_reason, locale);
  const day = (on: string) => <time dateTime={on}>{formatDay(on, locale)}</time>;
  return (
    <Facts>
      <Fact name={t("state")}>
        <CampaignState campaign={campaign} />
        {reason.text ? (
          <div lang={reason.lang} className="mt-1">
            <PlainText text={reason.text} />
          </div>
        ) : null}
      </Fact>
      {aim.text ? (
        <Fact name={t("goal")}>
          <div lang={aim.lang}>
            <PlainText text={aim.text} />
          </div>
        </Fact>
      ) : null}
      <Fact name={t("ledBy")}>
        <OrganizationMark organization={lead} name="whole" />
      </Fact>
      <Fact name={t("startsOn")}>{day(starts_on)}</Fact>
      {ends_on ? <Fact name={t("endsOn")}>{day(ends_on)}</Fact> : null}
    </Facts>
  );
}
