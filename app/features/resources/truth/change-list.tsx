import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { formatDay, localIn } from "~/platform/time";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { OldAndNew } from "./old-and-new";
import type { Changes } from "./queries.server";
import { useFactName } from "./use-fact-name";

/** Every suggestion and every disagreement that waits, old and new side by side, each with its own answer. */
export function ChangeList({ changes, base }: { changes: Changes; base: string }) {
  const t = useTranslations("truth");
  const locale = useLocale();
  const factName = useFactName();
  const { suggestions, facts, time_zone, is_owner } = changes;
  const disagreements = is_owner ? (changes.members?.disagreements ?? []) : [];
  const dayOf = (instant: string) => formatDay(localIn(instant, time_zone), locale);
  if (suggestions.length + disagreements.length === 0) {
    return <EmptyState title={t("suggestionsEmpty")}>{t("suggestionsEmptyText")}</EmptyState>;
  }
  return (
    <ul className="grid gap-8">
      {suggestions.map(({ id, field, value, reason, made_at, organization }) => (
        <Change
          key={id}
          title={factName(field)}
          by={
            organization
              ? t("by", { organization: nameOf(organization, locale), day: dayOf(made_at) })
              : t("byAnyone", { day: dayOf(made_at) })
          }
          accept={`${base}/suggestions/${id}/acceptance`}
          decline={`${base}/suggestions/${id}/refusal`}
        >
          <OldAndNew field={field} now={facts[field]?.now} value={value} />
          {reason ? <p className="max-w-measure whitespace-pre-line">{t("why", { reason })}</p> : null}
        </Change>
      ))}
      {disagreements.map(({ field, source, theirs, noted_at }) => {
        const which = new URLSearchParams({ field, source });
        return (
          <Change
            key={`${field} ${source}`}
            title={factName(field)}
            by={t("by", { organization: `“${source}”`, day: dayOf(noted_at) })}
            // An address goes to everyone by a decision that its form asks for.
            accept={field === "place" ? undefined : `${base}/disagreements/acceptance?${which}`}
            decline={`${base}/disagreements/removal?${which}`}
          >
            <OldAndNew field={field} now={facts[field]?.now} value={theirs} />
            {field === "place" ? <p className="max-w-measure text-soft">{t("settleByHand")}</p> : null}
          </Change>
        );
      })}
    </ul>
  );
}

type ChangeProps = { title: string; by: string; accept: string | undefined; decline: string; children: ReactNode };

function Change({ title, by, accept, decline, children }: ChangeProps) {
  const t = useTranslations("truth");
  return (
    <li className="grid gap-3 border-t border-line pt-4">
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="text-sm text-soft">{by}</p>
      </div>
      {children}
      <div className="flex flex-wrap gap-3">
        {accept ? (
          <LinkButton to={accept} aria-label={t("acceptAbout", { field: title })}>
            {t("accept")}
          </LinkButton>
        ) : null}
        <LinkButton to={decline} variant="quiet" aria-label={t("declineAbout", { field: title })}>
          {t("decline")}
        </LinkButton>
      </div>
    </li>
  );
}
