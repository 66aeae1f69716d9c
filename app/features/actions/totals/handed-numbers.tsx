import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { formatDay, formatMonth, localIn } from "~/platform/time";
import type { OwnMetric } from "./facts";

type HandedNumbersProps = { handed: OwnMetric["handed"]; base: string; canTakeBack: boolean; readerZone: string };

/** What was handed over, to whom it is or was shown, for what and when; each can be taken back by its organization. */
export function HandedNumbers({ handed, base, canTakeBack, readerZone }: HandedNumbersProps) {
  const t = useTranslations("totals");
  const locale = useLocale();
  const day = (at: string) => formatDay(localIn(at, readerZone), locale);
  if (handed.length === 0) return null;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {handed.map(({ id, month, purpose, amount, handed_at, revoked_at, from }) => (
        <li key={id} className="grid gap-1 py-3">
          <p className="font-semibold">
            {from ? `${shortNameOf(from, locale)} · ` : ""}
            {formatMonth(month, locale)}: <span className="tabular-nums">{t("number", { amount })}</span>
          </p>
          <p>{purpose}</p>
          <p className="text-sm text-soft">
            {t("handedOn", { day: day(handed_at) })} {revoked_at ? t("takenBackOn", { day: day(revoked_at) }) : null}
          </p>
          {canTakeBack && !from && !revoked_at ? (
            <Link to={`${base}/handovers/${id}/ending`} className="link inline-flex min-h-11 items-center">
              {t("takeBack")}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
