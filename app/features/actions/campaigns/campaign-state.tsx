import CircleCheck from "lucide-react/icons/circle-check";
import CircleDot from "lucide-react/icons/circle-dot";
import CircleSlash from "lucide-react/icons/circle-slash";
import CircleX from "lucide-react/icons/circle-x";
import { useLocale, useTranslations } from "use-intl";
import { formatDay } from "~/platform/time";
import type { Campaign } from "./facts";

const marks = {
  won: { Icon: CircleCheck, ink: "text-jade" },
  lost: { Icon: CircleX, ink: "text-ink" },
  ended: { Icon: CircleSlash, ink: "text-soft" },
  runs: { Icon: CircleDot, ink: "text-jade" },
};

/** Whether a campaign runs, or how and when it came out: a sign and words. */
export function CampaignState({ campaign }: { campaign: Pick<Campaign, "outcome" | "outcome_on"> }) {
  const t = useTranslations("campaigns");
  const locale = useLocale();
  const { outcome, outcome_on } = campaign;
  const { Icon, ink } = marks[outcome ?? "runs"];
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold ${ink}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {outcome && outcome_on
        ? t("cameOut", { outcome: t(`outcomes.${outcome}`), day: formatDay(outcome_on, locale) })
        : t("runs")}
    </span>
  );
}
