import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { useProblem } from "~/i18n/use-problem";
import { fieldId, useFormState } from "./form-context";

/** Why the form around it was not accepted: takes focus when it appears, and leads to each field. */
export function ErrorSummary({ labels = {} }: { labels?: Record<string, string> | undefined }) {
  const t = useTranslations("ui");
  const sentence = useProblem();
  const { reply } = useFormState();
  const summary = useRef<HTMLDivElement>(null);
  const wrong = Object.entries(reply?.errors ?? {}).filter(([, problems]) => problems.length > 0);
  const shown = reply !== undefined && (wrong.length > 0 || reply.refusal !== undefined);

  useEffect(() => {
    if (reply && shown) summary.current?.focus();
  }, [reply, shown]);

  if (!shown) return null;
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript this attribute alone moves focus to the summary
      autoFocus
      className="rounded-md border-2 border-cinnabar bg-cinnabar-wash p-4"
    >
      <h2 className="font-bold">{t("summaryTitle")}</h2>
      {reply.refusal ? <p className="mt-1">{sentence(reply.refusal)}</p> : null}
      {wrong.length > 0 ? (
        <ul className="mt-1">
          {wrong.flatMap(([name, problems]) =>
            problems.map((problem) => (
              <li key={`${name} ${problem.key}`}>
                <a
                  href={`#${fieldId(name)}`}
                  className="inline-block min-h-6 py-1 font-medium text-cinnabar underline hover:decoration-2"
                >
                  {labels[name]
                    ? t("labelledProblem", { label: labels[name], problem: sentence(problem) })
                    : sentence(problem)}
                </a>
              </li>
            )),
          )}
        </ul>
      ) : null}
    </div>
  );
}
