import { useEffect, useId, useRef } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay, formatTimes } from "~/platform/time";
import { Button } from "~/ui/button";
import { GatheringTitle } from "../gathering-title";
import type { Moves } from "./use-moves";

/** Asks before a gathering that others have seen is moved, with the old time and the new one. */
export function MoveQuestion({ moves, organization }: { moves: Moves; organization: string }) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { asking } = moves;

  useEffect(() => {
    if (asking && !dialog.current?.open) dialog.current?.showModal();
  }, [asking]);

  if (!asking) return null;
  const times = [
    { label: t("moveWas"), when: asking.card },
    { label: t("moveWillBe"), when: asking },
  ];
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={moves.putBack}
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-md border border-line bg-surface p-5 text-left text-ink shadow-float backdrop:bg-black/50 sm:p-6"
    >
      <h2 id={titleId} className="text-xl font-bold">
        {t("moveQuestion")}
      </h2>
      <p className="mt-2">{t("moveSeen")}</p>
      <p className="mt-4 font-semibold">
        <GatheringTitle card={asking.card} />
      </p>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {times.map(({ label, when }) => (
          <div key={label} className="contents">
            <dt className="text-soft">{label}</dt>
            <dd>{`${formatDay(when.starts_local, locale)}, ${formatTimes(when, locale)}`}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button type="button" onClick={moves.confirm}>
          {t("moveYes", { organization })}
        </Button>
        <Button type="button" variant="quiet" onClick={moves.putBack}>
          {t("moveNo")}
        </Button>
      </div>
    </dialog>
  );
}
