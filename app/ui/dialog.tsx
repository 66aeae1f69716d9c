import X from "lucide-react/icons/x";
import { type MouseEvent, type ReactNode, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import type { ButtonVariant } from "./button-style";
import { LinkButton } from "./link-button";

type DialogProps = {
  /** The page that asks the same; where the link leads without JavaScript or in a new tab. */
  to: string;
  label: ReactNode;
  title: string;
  variant?: ButtonVariant;
  children: ReactNode;
};

/** A link to a page that asks something first, asked here, above the page one is on, where the browser can. */
export function Dialog({ to, label, title, variant = "quiet", children }: DialogProps) {
  const t = useTranslations("ui");
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  function openHere(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0 || !dialog.current?.showModal) return;
    event.preventDefault();
    dialog.current.showModal();
  }

  return (
    <>
      <LinkButton to={to} variant={variant} onClick={openHere}>
        {label}
      </LinkButton>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto max-h-[85dvh] w-[min(34rem,calc(100vw-2rem))] overflow-y-auto rounded-md border border-line bg-surface p-5 text-left text-ink shadow-float backdrop:bg-black/50 sm:p-6"
      >
        <div className="mb-3 flex items-start justify-between gap-4">
          <h2 id={titleId} className="pt-2 text-xl font-bold">
            {title}
          </h2>
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            className="-mr-2 inline-flex min-h-11 min-w-11 cursor-pointer items-center justify-center gap-1 rounded-md px-2 text-sm text-soft hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden className="size-4" />
            {t("close")}
          </button>
        </div>
        {children}
      </dialog>
    </>
  );
}
