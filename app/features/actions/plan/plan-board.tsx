import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { aroundParts, type CampaignPart, planParts } from "../campaigns/parts";
import { BoardCampaign } from "./board-campaign";
import type { WrittenCampaign } from "./written-board";

type PlanBoardProps = {
  campaigns: WrittenCampaign[];
  coalition: string;
  /** The reader's organizations that may begin something in the coalition. */
  writesFor: { slug: string; name: string }[];
  today: string;
  /** What stands beside everything about registering voters. */
  warning: ReactNode;
};

/** The five parts of the plan and what stands around it: at a glance, and below it campaign by campaign. */
export function PlanBoard({ campaigns, coalition, writesFor, today, warning }: PlanBoardProps) {
  const t = useTranslations("plan");
  const parts = useTranslations("campaigns");
  const of = (part: CampaignPart) => campaigns.filter((campaign) => campaign.part === part);
  const section = (part: CampaignPart) => (
    <section
      key={part}
      aria-labelledby={part}
      className="grid gap-x-8 gap-y-3 border-t border-line pt-5 lg:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <h2 id={part} className="scroll-mt-4 text-xl font-bold">
        {parts(`parts.${part}`)}
      </h2>
      <div className="grid content-start gap-3">
        {part === "voter_registration" && of(part).length > 0 ? warning : null}
        {of(part).length > 0 ? (
          <div className="grid gap-4 sm:grid-cols-2">
            {of(part).map((campaign) => (
              <BoardCampaign key={campaign.id} campaign={campaign} today={today}>
                {campaign.outcome
                  ? null
                  : writesFor.map(({ slug, name }) => (
                      <Link
                        key={slug}
                        data-screen-only
                        to={`/o/${slug}/items/new?campaign=${campaign.id}&coalition=${coalition}`}
                        className="link inline-flex min-h-11 items-center text-sm"
                      >
                        {t("newItemAs", { organization: name })}
                      </Link>
                    ))}
              </BoardCampaign>
            ))}
          </div>
        ) : (
          <p className="text-soft">{t("noneOfPart")}</p>
        )}
      </div>
    </section>
  );
  return (
    <>
      <nav aria-label={parts("ofThePlan")} data-screen-only className="mb-3">
        <ul className="grid grid-cols-2 gap-2 lg:grid-cols-5">
          {planParts.map((part) => (
            <Glance key={part} part={part} campaigns={of(part)} />
          ))}
        </ul>
      </nav>
      <nav aria-label={t("around")} data-screen-only className="mb-8">
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {aroundParts.map((part) => (
            <Glance key={part} part={part} campaigns={of(part)} />
          ))}
        </ul>
      </nav>
      <div className="grid gap-8">{[...planParts, ...aroundParts].map(section)}</div>
    </>
  );
}

function Glance({ part, campaigns }: { part: CampaignPart; campaigns: WrittenCampaign[] }) {
  const t = useTranslations("plan");
  const parts = useTranslations("campaigns");
  const running = campaigns.filter(({ outcome }) => outcome === null);
  const late = running.reduce((sum, campaign) => sum + campaign.late, 0);
  return (
    <li>
      <a
        href={`#${part}`}
        className="block h-full rounded-md border border-line bg-surface px-3 py-2.5 hover:border-edge"
      >
        <span className="block leading-snug font-semibold">{parts(`parts.${part}`)}</span>
        <span className="block text-sm text-soft">{t("running", { count: running.length })}</span>
        <span className={`block text-sm ${late > 0 ? "font-semibold text-ochre" : "text-soft"}`}>
          {late > 0 ? t("late", { count: late }) : t("nothingLate")}
        </span>
      </a>
    </li>
  );
}
