import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import type { ImportResult } from "./queries.server";

/** What an import did, with the way to each. */
export function ImportDone({ slug, result }: { slug: string; result: ImportResult }) {
  const t = useTranslations("imports");
  const { made, changed, cancelled, deleted } = result;
  const isNothing = made.count + changed.count + cancelled.count + deleted === 0;
  const on = made.on ?? changed.on;

  return (
    <div className="grid gap-6">
      <Message kind={isNothing ? "notice" : "success"} live title={t(isNothing ? "didNothing" : "did")}>
        <ul>
          {(["made", "changed", "cancelled"] as const).map((what) =>
            result[what].count > 0 ? (
              <li key={what}>
                {t(what, { count: result[what].count })}{" "}
                {result[what].first ? (
                  <Link
                    to={`/gatherings/${result[what].first}`}
                    className="inline-block min-h-6 font-medium text-jade underline"
                  >
                    {t(`first.${what}`)}
                  </Link>
                ) : null}
              </li>
            ) : null,
          )}
          {deleted > 0 ? <li>{t("deleted", { count: deleted })}</li> : null}
        </ul>
      </Message>
      {made.count > 0 ? <p className="max-w-measure">{t("draftsNext")}</p> : null}
      <div className="flex flex-wrap gap-3">
        <LinkButton to={`/o/${slug}/calendar${on ? `?on=${on}` : ""}`}>{t("seeCalendar")}</LinkButton>
        <LinkButton to={`/o/${slug}/import`} variant="quiet">
          {t("another")}
        </LinkButton>
      </div>
    </div>
  );
}
