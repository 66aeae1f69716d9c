import { useEffect, useRef } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay, formatTimes } from "~/platform/time";
import { buttonStyle } from "~/ui/button-style";
import { GatheringTitle } from "./gathering-title";
import type { Move } from "./use-move";

type MoveDialogProps = { moving: Move | undefined; onConfirm(): void; onWithdraw(): void };

/** Asks before a gathering that others have seen goes to another time. */
export function MoveDialog({ moving, onConfirm, onWithdraw }: MoveDialogProps) {
  const t = useTranslations("move");
  const locale = useLocale();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (moving) dialog.current?.showModal();
    else dialog.current?.close();
  }, [moving]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby="move-title"
      onCancel={onWithdraw}
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-md border border-line bg-surface p-6 text-ink shadow-float backdrop:bg-black/50"
    >
      {moving ? (
        <>
          <h2 id="move-title" className="text-xl font-bold">
            {t("sharedTitle")}
          </h2>
          <p className="mt-2">{t("sharedText")}</p>
          <dl className="mt-4 grid gap-2">
            <div>
              <dt className="font-semibold">
                <GatheringTitle card={moving.card} />
              </dt>
              <dd className="text-soft line-through">{said(moving.card)}</dd>
              <dd>{said(moving)}</dd>
            </div>
          </dl>
          <div className="mt-5 flex flex-wrap gap-3">
            <button type="button" onClick={onConfirm} className={buttonStyle("primary")}>
              {t("confirm")}
            </button>
            <button type="button" onClick={onWithdraw} className={buttonStyle("quiet")}>
              {t("withdraw")}
            </button>
          </div>
        </>
      ) : null}
    </dialog>
  );

  function said(when: { starts_local: string; ends_local: string }): string {
    return `${formatDay(when.starts_local, locale)}, ${formatTimes(when, locale)}`;
  }
}
