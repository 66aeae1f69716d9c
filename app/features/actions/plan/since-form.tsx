import { useId } from "react";
import { useTranslations } from "use-intl";
import { buttonStyle } from "~/ui/button-style";

type SinceFormProps = { action: string; since: string; problem?: string | undefined };

/** Asks for the day of the last meeting; its answer is a page with an address of its own. */
export function SinceForm({ action, since, problem }: SinceFormProps) {
  const t = useTranslations("plan");
  const id = useId();
  return (
    <form method="get" action={action} data-screen-only className="mb-8 grid max-w-measure gap-1">
      <label htmlFor={id} className="font-semibold">
        {t("since")}
      </label>
      <p id={`${id}-hint`} className="text-sm text-soft">
        {t("sinceHint")}
      </p>
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="font-semibold text-cinnabar">
          {problem}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <input
          id={id}
          name="since"
          type="date"
          defaultValue={since}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem ${id}-hint` : `${id}-hint`}
          className="control w-auto sm:max-w-48"
        />
        <button type="submit" className={buttonStyle("quiet")}>
          {t("show")}
        </button>
      </div>
    </form>
  );
}
