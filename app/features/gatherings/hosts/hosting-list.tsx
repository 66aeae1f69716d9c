import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay, formatTimes } from "~/platform/time";
import { OrganizationMark } from "~/ui/organization-mark";
import { GatheringTitle } from "../gathering-title";
import { StateMark } from "../state-mark";
import type { Held, OpenHosting } from "./queries.server";

type HostingListProps = { hostings: (Held | OpenHosting)[]; slug: string };

/** Gatherings of others that an organization is invited to hold, or holds. */
export function HostingList({ hostings, slug }: HostingListProps) {
  const t = useTranslations("gatherings");
  const locale = useLocale();

  return (
    <ul className="grid divide-y divide-line border-y border-line">
      {hostings.map(({ card, part, ...more }) => (
        <li key={card.id} className="relative py-3 hover:bg-sunken/60">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <Link
              to={`/o/${slug}/gatherings/${card.id}/hosting`}
              className="min-w-0 py-0.5 text-lg leading-snug font-semibold after:absolute after:inset-0 hover:underline"
            >
              <GatheringTitle card={card} />
            </Link>
            <StateMark state={card.state} />
          </p>
          <p className="text-sm">
            {formatDay(card.starts_local, locale)}, {formatTimes(card, locale)}
            {"occurrences" in more && more.occurrences > 1
              ? ` · ${t("occurrences", { count: more.occurrences })}`
              : null}
          </p>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <OrganizationMark organization={card.organization} />
            <span className="text-soft">{t(part === "co_host" ? "asCoHost" : "asPromoter")}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
