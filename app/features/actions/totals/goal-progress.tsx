import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import type { Metric } from "./facts";

/** How far what was published reaches towards the goal; in words first. */
export function GoalProgress({ metric: { total, goal, unit } }: { metric: Pick<Metric, "total" | "goal" | "unit"> }) {
  const t = useTranslations("totals");
  const said = pickText(unit, useLocale()).text;
  if (goal === null) return <p className="text-lg font-semibold">{t("soFar", { total, unit: said })}</p>;
  const words = t("ofGoal", { total, goal, unit: said, percent: Math.floor((total / goal) * 100) });
  return (
    <div className="grid gap-1.5">
      <p className="text-lg font-semibold">{words}</p>
      <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="h-3 w-full max-w-measure text-jade">
        <rect width="100" height="4" fill="currentColor" opacity="0.2" />
        <rect width={Math.min(100, (total / goal) * 100)} height="4" fill="currentColor" />
      </svg>
    </div>
  );
}
