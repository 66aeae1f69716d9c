import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { useProblem } from "~/i18n/use-problem";
import { formatShortDay, formatTimes } from "~/platform/time";
import { buttonStyle } from "~/ui/button-style";
import { Message } from "~/ui/message";
import type { Move, Moves } from "./use-moves";
import { searchOfSpan } from "./values-from-calendar";

type MoveReportProps = {
  moves: Moves;
  slug: string;
  /** The version of each gathering that the reader may write. */
  versions: Record<string, number>;
};

/** What became of a drag: put back, with the reason and the form that can do it; or done, with the way back. */
export function MoveReport({ moves, slug, versions }: MoveReportProps) {
  const t = useTranslations("calendar");
  const sentence = useProblem();
  const locale = useLocale();
  const { refused, done } = moves;
  const version = done ? versions[done.card.id] : undefined;

  return (
    <>
      <div role="alert">
        {refused ? (
          <div className="mb-4">
            <Message kind="danger" title={t("movePutBack", { title: pickText(refused.move.card.title, locale).text })}>
              <p>
                {refused.problem.key === "changed_meanwhile" ? t("moveChanged") : sentence(refused.problem)}{" "}
                <Link to={formOf(slug, refused.move)} className="link">
                  {t("moveByForm")}
                </Link>
              </p>
            </Message>
          </div>
        ) : null}
      </div>
      {/* It lies over the foot of the window, so that the sheet under the hand stays where it is. */}
      <div role="status" className="fixed inset-x-4 bottom-4 z-20 mx-auto max-w-[42rem]">
        {done ? (
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-md border border-line bg-surface px-4 py-2 shadow-float">
            <p>
              {t("moveDone", {
                title: pickText(done.card.title, locale).text,
                when: `${formatShortDay(done.starts_local, locale)}, ${formatTimes(done, locale)}`,
              })}
            </p>
            {version === undefined ? null : (
              <button
                type="button"
                onClick={() => moves.propose(backFrom(done, version))}
                className={buttonStyle("quiet")}
              >
                {t("moveBack")}
              </button>
            )}
          </div>
        ) : null}
      </div>
    </>
  );
}

/** The move that takes another one back; it is asked and refused like any. */
function backFrom({ card, starts_local, ends_local }: Move, version: number): Move {
  return {
    card: { ...card, starts_local, ends_local },
    ...{ version, starts_local: card.starts_local, ends_local: card.ends_local },
  };
}

function formOf(slug: string, { card, starts_local, ends_local }: Move): string {
  return `/o/${slug}/gatherings/${card.id}/time${searchOfSpan({ starts: starts_local, ends: ends_local })}`;
}
