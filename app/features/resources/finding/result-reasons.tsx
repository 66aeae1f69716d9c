import { useLocale, useTranslations } from "use-intl";
import { LocalText } from "../local-text";
import type { Reason } from "./found";

/** Why a result is one: the words it says, marked, with where it says them. What its name says anybody sees. */
export function ResultReasons({ why }: { why: Reason[] }) {
  const t = useTranslations("finding");
  const locale = useLocale();
  const told = why.filter(({ field }) => field !== "name");
  if (told.length === 0) return null;
  return (
    <ul aria-label={t("why")} className="mt-1 text-sm text-soft">
      {told.map((reason) =>
        reason.field === "need" ? (
          <li key={reason.id}>
            {t("field.need")}: <LocalText texts={reason.name} />
          </li>
        ) : (
          <li key={`${reason.field} ${reason.before}${reason.hit}`}>
            {t(`field.${reason.field}`)}:{" "}
            <span lang={reason.language && reason.language !== locale ? reason.language : undefined}>
              {reason.before}
              <mark className="bg-transparent font-semibold text-ink underline decoration-2 underline-offset-2">
                {reason.hit}
              </mark>
              {reason.after}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
