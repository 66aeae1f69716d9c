import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";
import type { Campaign } from "./facts";

/** What those who may write a campaign can do with it. */
export function CampaignActions({ campaign }: { campaign: Pick<Campaign, "id" | "lead" | "outcome"> }) {
  const t = useTranslations("campaigns");
  const base = `/o/${campaign.lead.slug}/campaigns/${campaign.id}`;
  return (
    <div data-screen-only className="mt-6 flex flex-wrap gap-3">
      <LinkButton to={`${base}/card`} variant="quiet">
        {t("change")}
      </LinkButton>
      <LinkButton to={`${base}/outcome`} variant="quiet">
        {campaign.outcome ? t("changeOutcome") : t("conclude")}
      </LinkButton>
      {campaign.outcome ? (
        <LinkButton to={`${base}/reopening`} variant="quiet">
          {t("reopen")}
        </LinkButton>
      ) : null}
      <LinkButton to={`${base}/removal`} variant="quiet">
        {t("discard")}
      </LinkButton>
    </div>
  );
}
