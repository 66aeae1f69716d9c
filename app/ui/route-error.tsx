import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { useProblem } from "~/i18n/use-problem";
import { isProblem, type Problem } from "~/platform/refusal";
import { LinkButton } from "./link-button";
import { Page } from "./page";

/**
 * A route's ErrorBoundary: says what went wrong in the reader's language when we know, and admits it when we do not.
 * Never shows a message written for a developer. What is hidden and what is absent read alike.
 */
export function RouteError() {
  const error = useRouteError();
  const t = useTranslations("ui");
  const sentence = useProblem();
  const problem = problemOf(error);

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

function problemOf(error: unknown): Problem {
  if (!isRouteErrorResponse(error)) return { key: "unexpected" };
  if (isProblem(error.data)) return error.data;
  return { key: error.status < 500 ? "not_found" : "unexpected" };
}
