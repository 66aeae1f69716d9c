import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { useProblem } from "~/i18n/use-problem";
import { formatShortDay, formatTimes } from "~/platform/time";
import { Message } from "~/ui/message";
import type { Moves } from "./use-moves";
import { searchOfSpan } from "./values-from-calendar";

/** What became of a drag: put back, with the reason and the form that can do it; or done, for those who listen. */
export function MoveReport({ moves, slug }: { moves: Moves; slug: string }) {
  const t = useTranslations("calendar");
  const sentence = useProblem();
  const locale = useLocale();
  const { refused, done } = moves;

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
      <p role="status" className="sr-only">
        {done
          ? t("moveDone", {
              title: pickText(done.card.title, locale).text,
              when: `${formatShortDay(done.starts_local, locale)}, ${formatTimes(done, locale)}`,
            })
          : null}
      </p>
    </>
  );
}

function formOf(slug: string, { card, starts_local, ends_local }: NonNullable<Moves["refused"]>["move"]): string {
  return `/o/${slug}/gatherings/${card.id}/time${searchOfSpan({ starts: starts_local, ends: ends_local })}`;
}
