import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import type { FormOrganization } from "~/platform/form-organization";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { CampaignSelect } from "./campaign-select";
import type { CampaignChoice } from "./facts";
import { useLetterLabels } from "./use-letter-labels";

type CampaignFormProps = {
  organization: FormOrganization;
  campaigns: CampaignChoice;
  chosen: string | undefined;
  back: string;
  reply: FormReply | undefined;
};

/** Asks which campaign a letter serves. */
export function CampaignForm({ organization, campaigns, chosen, back, reply }: CampaignFormProps) {
  const t = useTranslations("letters");
  return (
    <Form reply={reply} labels={useLetterLabels(reply)}>
      <CampaignSelect campaigns={campaigns} coalitions={organization.coalitions} chosen={chosen} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("showAs", { organization: shortNameOf(organization, useLocale()) })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
