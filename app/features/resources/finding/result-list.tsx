import { Link } from "@remix-run/react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { byDistance, milesTo, type Spot } from "./distance";
import type { Found } from "./found";
import { NearestButton } from "./nearest-button";
import { addressOf, type Question } from "./question";
import { ResultItem } from "./result-item";

const ON_PAGE = 20;

/** What was found, best first, or nearest first for who tells their own browser where they are. */
export function ResultList({ found, question }: { found: Found & { meant: string | null }; question: Question }) {
  const t = useTranslations("finding");
  const [here, setHere] = useState<Spot>();
  const total = found.total ?? 0;
  const results = here ? byDistance(found.results, here) : found.results;
  const placed = found.results.some(({ places }) => places.some(({ latitude }) => latitude !== null));
  const more = total > question.page * ON_PAGE && question.page * ON_PAGE < found.most;

  return (
    <section aria-label={t("results")} className="mt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="font-semibold">
          {total >= found.most ? t("manyFound", { count: found.most }) : t("found", { count: total })}
          {found.meant ? (
            <span className="block font-normal text-soft">{t("meant", { words: found.meant })}</span>
          ) : null}
          {found.nearly ? <span className="block font-normal text-soft">{t("nearly")}</span> : null}
        </p>
        {placed ? <NearestButton found={setHere} sorted={here !== undefined} /> : null}
      </div>
      <ol className="mt-2 divide-y divide-line border-y border-line">
        {results.map((result) => (
          <ResultItem key={result.id} result={result} miles={here ? milesTo(result, here) : undefined} />
        ))}
      </ol>
      {question.page > 1 || more ? (
        <nav aria-label={t("pages")} className="mt-4 flex gap-6">
          {question.page > 1 ? (
            <Link to={addressOf({ ...question, page: question.page - 1 })} rel="prev" className={step}>
              {t("previous")}
            </Link>
          ) : null}
          {more ? (
            <Link to={addressOf({ ...question, page: question.page + 1 })} rel="next" className={step}>
              {t("next")}
            </Link>
          ) : null}
        </nav>
      ) : null}
    </section>
  );
}

const step = "link inline-flex min-h-11 items-center font-medium";
