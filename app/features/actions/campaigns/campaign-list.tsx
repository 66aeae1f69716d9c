import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { AudienceChip } from "~/ui/audience-chip";
import { CampaignState } from "./campaign-state";
import type { Campaign } from "./facts";

type Listed = Pick<Campaign, "id" | "part" | "name" | "audience" | "outcome" | "outcome_on">;

/** Campaigns below one another: what each is for, how it stands, who can see it. */
export function CampaignList({ campaigns, warning }: { campaigns: Listed[]; warning: ReactNode }) {
  const t = useTranslations("campaigns");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {campaigns.map((campaign) => {
        const name = pickText(campaign.name, locale);
        return (
          <li key={campaign.id} className="grid gap-1 py-4">
            <Link
              to={`/campaigns/${campaign.id}`}
              lang={name.lang}
              className="text-lg leading-snug font-semibold hover:underline"
            >
              {name.text}
            </Link>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
              <span className="text-soft">{t(`parts.${campaign.part}`)}</span>
              <CampaignState campaign={campaign} />
              <AudienceChip audience={campaign.audience} />
            </p>
            {campaign.part === "voter_registration" ? warning : null}
          </li>
        );
      })}
    </ul>
  );
}
