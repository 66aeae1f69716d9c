import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { Select } from "~/ui/select";
import type { CampaignChoice } from "./facts";

type CampaignSelectProps = {
  campaigns: CampaignChoice;
  coalitions: { id: string; display_name: string; korean_name: string | null }[];
  chosen?: string | undefined;
};

/** Which campaign a letter serves; an organization of several coalitions finds them under each. */
export function CampaignSelect({ campaigns, coalitions, chosen = "" }: CampaignSelectProps) {
  const t = useTranslations("letters");
  const locale = useLocale();
  const asOption = ({ id, name }: CampaignChoice[number]) => ({ value: id, label: pickText(name, locale).text });
  const groups = coalitions
    .map((coalition) => ({
      label: nameOf(coalition, locale),
      options: campaigns.filter(({ coalition_id }) => coalition_id === coalition.id).map(asOption),
    }))
    .filter(({ options }) => options.length > 0);
  return (
    <Select
      name="campaign_id"
      label={t("campaign")}
      hint={t("campaignHint")}
      optional
      defaultValue={chosen}
      options={[
        { value: "", label: t("noCampaign") },
        ...(groups.length > 1 ? groups : groups.flatMap(({ options }) => options)),
      ]}
    />
  );
}
