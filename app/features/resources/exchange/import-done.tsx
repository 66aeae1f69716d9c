import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatShortDay, formatTime, localIn } from "~/platform/time";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import { PreviewSection } from "~/ui/preview-section";
import { ChangedFields } from "./changed-fields";
import type { ServiceImport } from "./import-page";

type ImportDoneProps = { slug: string; zone: string; done: ServiceImport };

/** What an import did, what it left to decide, and how all of it goes back. */
export function ImportDone({ slug, zone, done }: ImportDoneProps) {
  const t = useTranslations("exchange");
  const { result, conflicts, first } = done;
  if (!result) return null;
  const undone = result.undone;
  const lines = undone
    ? (["removed", "closed", "restored", "kept"] as const).map((what) => [what, undone[what]] as const)
    : [
        ...(["made", "changed", "same"] as const).map((what) => [what, result[what]] as const),
        ["notTaken", result.left + result.refused] as const,
      ];
  const isNothing = !undone && result.made + result.changed === 0;

  return (
    <div className="grid gap-8">
      <Message kind={isNothing ? "notice" : "success"} live title={t(isNothing ? "didNothing" : "did")}>
        <ul>{lines.map(([what, count]) => (count > 0 ? <li key={what}>{t(what, { count })}</li> : null))}</ul>
      </Message>
      {first && !undone ? (
        <p>
          <Link to={`/resources/${first}`} className="inline-block min-h-6 font-medium text-jade underline">
            {t("seeFirst")}
          </Link>
        </p>
      ) : null}
      <PreviewSection title={t("conflictsTitle")} hint={t("conflictsHint")} shown={!undone && conflicts.length > 0}>
        {conflicts.map(({ row, title, service_id, fields }) => (
          <li key={row} className="py-3">
            <Link to={`/resources/${service_id}`} className="inline-block min-h-6 font-semibold text-jade underline">
              {title || t("untitled")}
            </Link>
            <ChangedFields fields={fields} leftAsIs />
          </li>
        ))}
      </PreviewSection>
      <UndoEntrance slug={slug} zone={zone} done={done} />
      <div className="flex flex-wrap gap-3">
        <LinkButton to={`/o/${slug}/resources`}>{t("seeOurs")}</LinkButton>
        <LinkButton to={`/o/${slug}/resources/import`} variant="quiet">
          {t("otherFile")}
        </LinkButton>
      </div>
    </div>
  );
}

function UndoEntrance({ slug, zone, done: { id, state, undo_until } }: ImportDoneProps) {
  const t = useTranslations("exchange");
  const locale = useLocale();
  if (state !== "taken" || !undo_until) return null;
  const until = localIn(undo_until, zone);
  return (
    <div className="grid gap-3 rounded-md border border-line p-4">
      <p>{t("undoUntil", { time: `${formatShortDay(until, locale)} ${formatTime(until, locale)}` })}</p>
      <div>
        <LinkButton to={`/o/${slug}/resources/import/${id}/reversal`} variant="quiet">
          {t("undo")}
        </LinkButton>
      </div>
    </div>
  );
}
