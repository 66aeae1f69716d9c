import { useLocale } from "use-intl";
import { formatDay, formatTimes } from "~/platform/time";
import type { Card } from "./card";
import { GatheringTitle } from "./gathering-title";
import { StateMark } from "./state-mark";

type GatheringSummaryProps = { gathering: Pick<Card, "title" | "state" | "starts_local" | "ends_local"> };

/** Which gathering a page is about, where something is asked of it. */
export function GatheringSummary({ gathering }: GatheringSummaryProps) {
  const locale = useLocale();
  return (
    <div className="mb-6 rounded-md border border-line bg-surface p-4">
      <p className="flex flex-wrap items-baseline gap-x-2 text-lg font-semibold">
        <GatheringTitle card={gathering} />
        <StateMark state={gathering.state} />
      </p>
      <p className="text-soft">
        {formatDay(gathering.starts_local, locale)}, {formatTimes(gathering, locale)}
      </p>
    </div>
  );
}
