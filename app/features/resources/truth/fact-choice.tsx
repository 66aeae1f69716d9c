import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Fact } from "./facts";
import { useFactName } from "./use-fact-name";

/** Which one thing is different: a link each, so that nothing needs to be sent to choose. */
export function FactChoice({ facts }: { facts: readonly Fact[] }) {
  const t = useTranslations("truth");
  const nameOf = useFactName();
  return (
    <nav aria-labelledby="choose-fact">
      <h2 id="choose-fact" className="font-semibold">
        {t("chooseField")}
      </h2>
      <p className="max-w-measure text-sm text-soft">{t("chooseFieldHint")}</p>
      <ul className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {facts.map((fact) => (
          <li key={fact}>
            <Link to={`?field=${fact}`} className="link inline-flex min-h-11 items-center font-medium">
              {nameOf(fact)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
