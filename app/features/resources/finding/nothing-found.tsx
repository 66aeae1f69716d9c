import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { EmptyState } from "~/ui/empty-state";
import { LocalText } from "../local-text";
import type { Found } from "./found";
import { addressOf, type Question } from "./question";

/** Nothing fits: what would, with fewer filters, with another word, or by the need that was named. */
export function NothingFound({ found, question }: { found: Found; question: Question }) {
  const t = useTranslations("finding");
  return (
    <div className="mt-6">
      <EmptyState title={t("nothing")}>
        <ul className="grid gap-1">
          {found.unfiltered ? (
            <li>
              <Link to={addressOf({ typed: question.typed })} className={way}>
                {t("unfiltered", { count: found.unfiltered })}
              </Link>
            </li>
          ) : null}
          {found.needs.map(({ id, name }) => (
            <li key={id}>
              <Link to={addressOf({ need: id })} className={way}>
                <LocalText texts={name} />
              </Link>
            </li>
          ))}
          <li>{t("nothingText")}</li>
          {question.need === urgent ? null : (
            <li>
              <Link to={addressOf({ need: urgent })} className={way}>
                {t("hotlines")}
              </Link>
            </li>
          )}
          <li>
            <Link to="/resources" className={way}>
              {t("allNeeds")}
            </Link>
          </li>
        </ul>
      </EmptyState>
    </div>
  );
}

/** Where a person answers, of the taxonomy. */
const urgent = "emergency/hotline";

const way = "link inline-flex min-h-11 items-center font-medium";
