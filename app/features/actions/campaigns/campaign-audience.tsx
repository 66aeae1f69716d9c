import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { Fellows } from "~/platform/fellows";
import type { FormOrganization } from "~/platform/form-organization";
import { Choice } from "~/ui/choice";
import { RecipientsChoice } from "~/ui/recipients-choice";
import type { CampaignForm } from "./facts";

type CampaignAudienceProps = {
  organization: FormOrganization;
  fellows: Fellows;
  stored: Partial<Pick<CampaignForm, "audience" | "recipients">>;
};

/** Who can see a campaign; nobody but its lead, unless somebody says otherwise. */
export function CampaignAudience({ organization, fellows, stored }: CampaignAudienceProps) {
  const t = useTranslations("campaigns");
  const audience = useTranslations("audience");
  const by = { organization: shortNameOf(organization, useLocale()) };
  return (
    <Choice
      type="radio"
      name="audience"
      legend={t("who")}
      hint={t("whoHint")}
      options={[
        { value: "owner", label: audience("owner"), hint: t("ownerMeans", by) },
        {
          value: "named",
          label: audience("named"),
          more: (
            <RecipientsChoice
              name="recipients"
              initial={{ recipients: stored.recipients ?? [] }}
              organization={organization}
              fellows={fellows}
            />
          ),
        },
        { value: "coalition", label: audience("coalition"), hint: t("coalitionMeans") },
        { value: "everyone", label: audience("everyone"), hint: t("everyoneMeans", by) },
      ]}
      defaultValue={stored.audience ?? "owner"}
    />
  );
}
