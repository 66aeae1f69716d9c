import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { buttonStyle } from "~/ui/button-style";
import { addressOf, type CalendarAddress } from "./address";

/** So many gatherings of one day stand on a page; the database gives as many. */
const onOnePage = 100;

/** Turns the pages of a day that has more gatherings than fit one. */
export function DayPages({ address, total }: { address: CalendarAddress; total: number }) {
  const t = useTranslations("calendar");
  const { from } = address;
  const last = Math.min(from + onOnePage, total);
  if (total <= onOnePage && from === 0) return null;

  return (
    <nav aria-label={t("pages")} className="mt-6 flex flex-wrap items-center gap-3">
      {from > 0 ? (
        <Link to={addressOf(address, Math.max(from - onOnePage, 0))} className={buttonStyle("quiet")}>
          {t("earlierPage")}
        </Link>
      ) : null}
      {from < total ? <p className="text-soft">{t("pageOf", { first: from + 1, last, total })}</p> : null}
      {last < total ? (
        <Link to={addressOf(address, from + onOnePage)} className={buttonStyle("quiet")}>
          {t("laterPage")}
        </Link>
      ) : null}
    </nav>
  );
}
