import { useTranslations } from "use-intl";
import { useProblem } from "~/i18n/use-problem";
import type { Problem } from "~/platform/refusal";
import { LinkButton } from "./link-button";
import { Page } from "./page";

/** A page that says why there is none. What is hidden and what is absent read alike. */
export function ProblemPage({ problem }: { problem: Problem }) {
  const t = useTranslations("ui");
  const sentence = useProblem();

  return (
    <Page title={problem.key === "not_found" ? t("notFoundTitle") : t("errorTitle")} width="measure">
      <p className="text-lg">{sentence(problem)}</p>
      <p className="mt-6">
        <LinkButton to="/" variant="quiet">
          {t("toFrontPage")}
        </LinkButton>
      </p>
    </Page>
  );
}
