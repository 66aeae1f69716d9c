import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { formatDay } from "~/platform/time";
import { Table } from "~/ui/table";
import { FactValue } from "./fact-value";
import type { Checks } from "./queries.server";
import { useFactName } from "./use-fact-name";

type ChecksTableProps = { services: Checks["services"]; slug: string; canVerify: boolean; canAnswer: boolean };

/** What an organization lists or looks after and somebody should look at. */
export function ChecksTable({ services, slug, canVerify, canAnswer }: ChecksTableProps) {
  const t = useTranslations("truth");
  const locale = useLocale();
  const rows = services.map(({ id, name, state, verify_by, suggestions, disagreements, owner, steward }) => {
    const title = pickText(name, locale);
    const open = suggestions + disagreements;
    const whose = owner
      ? t("listedBy", { organization: shortNameOf(owner, locale) })
      : steward && t("lookedAfterBy", { organization: shortNameOf(steward, locale) });
    return {
      key: id,
      cells: [
        <div key="name">
          <Link to={`/resources/${id}/truth`} className="link inline-flex min-h-11 items-center" lang={title.lang}>
            {title.text}
          </Link>
          {whose ? <span className="block text-sm font-normal text-soft">{whose}</span> : null}
        </div>,
        <div key="state">
          {t(`state.${state}`)}
          {verify_by ? <span className="block text-sm text-soft">{formatDay(verify_by, locale)}</span> : null}
          {canVerify && state !== "confirmed" ? (
            <Link
              to={`/o/${slug}/resources/${id}/verification`}
              aria-label={`${t("verify")}: ${title.text}`}
              className="link inline-flex min-h-11 items-center font-medium"
            >
              {t("verify")}
            </Link>
          ) : null}
        </div>,
        open > 0 ? (
          <OpenSuggestions key="open" count={open} to={canAnswer ? `/o/${slug}/resources/${id}/suggestions` : null} />
        ) : null,
      ],
    };
  });
  return <Table caption={t("checksTable")} head={[t("entry"), t("stateHead"), t("suggestionsHead")]} rows={rows} />;
}

/** How many there are, and the way to them for whoever may answer. */
function OpenSuggestions({ count, to }: { count: number; to: string | null }) {
  const said = useTranslations("truth")("openSuggestions", { count: String(count) });
  if (to === null) return said;
  return (
    <Link to={to} className="link inline-flex min-h-11 items-center font-medium">
      {said}
    </Link>
  );
}

/** What an organization suggested elsewhere, and what came of it. */
export function SuggestedTable({ suggested }: { suggested: Checks["suggested"] }) {
  const t = useTranslations("truth");
  const locale = useLocale();
  const factName = useFactName();
  const rows = suggested.map(({ id, service, field, value, state }) => ({
    key: id,
    cells: [
      <Link key="entry" to={`/resources/${service.id}/truth`} className="link inline-flex min-h-11 items-center">
        {pickText(service.name, locale).text}
      </Link>,
      <div key="value">
        {factName(field)}
        <FactValue field={field} value={value} />
      </div>,
      t(`suggestionState.${state}`),
    ],
  }));
  return <Table caption={t("suggestedByUs")} head={[t("entry"), t("fieldHead"), t("answerHead")]} rows={rows} />;
}
