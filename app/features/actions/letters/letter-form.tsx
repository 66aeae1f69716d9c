import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import type { FormOrganization } from "~/platform/form-organization";
import type { ZoneChoices } from "~/platform/zone-choices";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";
import { CampaignSelect } from "./campaign-select";
import { DeadlineFields } from "./deadline-fields";
import type { CampaignChoice } from "./facts";
import { LetterFields } from "./letter-fields";
import { askAtField } from "./missing-text";
import { useLetterLabels } from "./use-letter-labels";

type LetterFormProps = {
  organization: FormOrganization;
  submissionId: string;
  zones: ZoneChoices;
  campaigns: CampaignChoice;
  back: string;
  reply: FormReply | undefined;
};

/** Asks for a letter's words and deadlines. */
export function LetterForm({ organization, submissionId, zones, campaigns, back, reply: answered }: LetterFormProps) {
  const t = useTranslations("letters");
  const locale = useLocale();
  const reply = useMemo(() => askAtField(answered, locale), [answered, locale]);
  return (
    <Form reply={reply} labels={useLetterLabels(reply)}>
      <input type="hidden" name="submission_id" value={submissionId} />
      <Select
        name="coalition_id"
        label={t("coalition")}
        options={organization.coalitions.map((one) => ({ value: one.id, label: nameOf(one, locale) }))}
      />
      {campaigns.length > 0 ? <CampaignSelect campaigns={campaigns} coalitions={organization.coalitions} /> : null}
      <LetterFields />
      <DeadlineFields initial={{ due: "17:00", internal: "17:00", time_zone: organization.time_zone }} zones={zones} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("makeAs", { organization: shortNameOf(organization, locale) })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
