import { Link } from "@remix-run/react";
import { useLocale } from "use-intl";
import { formatDay, formatTimes } from "~/platform/time";
import { OrganizationMark } from "~/ui/organization-mark";
import { Time } from "~/ui/time";
import type { Card } from "./card";
import { GatheringTitle } from "./gathering-title";
import { StateMark } from "./state-mark";

type GatheringSummaryProps = { gathering: Summarized };

type Told = "id" | "title" | "state" | "starts_local" | "ends_local";
type Summarized = Pick<Card, Told> | Card;

/** Which gathering a page is about, where something is asked of it, and the way back to it. */
export function GatheringSummary({ gathering }: GatheringSummaryProps) {
  const locale = useLocale();
  return (
    <div className="mb-6 grid gap-1 rounded-md border border-line bg-surface p-4">
      <p className="flex flex-wrap items-baseline gap-x-2 text-lg font-semibold">
        <Link
          to={`/gatherings/${gathering.id}`}
          className="link inline-flex min-h-11 min-w-0 items-center wrap-anywhere sm:min-h-0"
        >
          <span className="min-w-0">
            <GatheringTitle card={gathering} />
          </span>
        </Link>
        <StateMark state={gathering.state} />
      </p>
      <p className="text-soft">
        {"starts_at" in gathering ? (
          <Time when={gathering} />
        ) : (
          `${formatDay(gathering.starts_local, locale)}, ${formatTimes(gathering, locale)}`
        )}
      </p>
      {"organization" in gathering ? (
        <p className="flex flex-wrap items-center gap-x-4 text-sm text-soft">
          <OrganizationMark organization={gathering.organization} />
          {gathering.area}
        </p>
      ) : null}
    </div>
  );
}
