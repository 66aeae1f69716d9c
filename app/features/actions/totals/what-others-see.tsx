import { useTranslations } from "use-intl";

/** In plain words: who sees what of a number, and what organizations could find out if they put theirs together. */
export function WhatOthersSee({ minimum }: { minimum?: number }) {
  const t = useTranslations("totals");
  const sentences = ["seesTotal", "seesNothing", "seesLate", "seesLead", "seesTogether", "seesTwice"] as const;
  return (
    <section
      aria-labelledby="what-others-see"
      className="mt-10 max-w-measure rounded-md border border-line bg-surface p-5"
    >
      <h2 id="what-others-see" className="mb-2 text-lg font-bold">
        {t("seesTitle")}
      </h2>
      <ul className="grid list-disc gap-2 pl-5">
        {sentences.map((key) => (
          <li key={key}>{key === "seesNothing" ? t(key, { minimum: minimum ?? 3 }) : t(key)}</li>
        ))}
      </ul>
    </section>
  );
}
