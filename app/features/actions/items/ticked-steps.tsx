import Check from "lucide-react/icons/check";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import type { ItemPage } from "./facts";

type TickedStepsProps = { steps: ItemPage["steps"]; ticks: string[] };

/** How far an organization is, step by step, for those of its people who do not write for it. */
export function TickedSteps({ steps, ticks }: TickedStepsProps) {
  const t = useTranslations("items");
  const locale = useLocale();
  return (
    <div>
      <p className="mb-1 font-semibold">{t("ticked", { done: ticks.length, all: steps.length })}</p>
      <ol className="grid list-decimal gap-1 pl-6">
        {steps.map(({ id, label }) => {
          const said = pickText(label, locale);
          return (
            <li key={id} className="wrap-anywhere">
              <span lang={said.lang}>{said.text}</span>{" "}
              {ticks.includes(id) ? (
                <span className="whitespace-nowrap font-semibold text-jade">
                  <Check aria-hidden className="inline size-4 align-[-0.125em]" /> {t("stepDone")}
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
