import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { isProblem, type Problem } from "~/platform/refusal";
import { ProblemPage } from "./problem-page";

/**
 * A route's ErrorBoundary: says what went wrong in the reader's language when we know, and admits it when we do not.
 * Never shows a message written for a developer.
 */
export function RouteError() {
  return <ProblemPage problem={problemOf(useRouteError())} />;
}

function problemOf(error: unknown): Problem {
  if (!isRouteErrorResponse(error)) return { key: "unexpected" };
  if (isProblem(error.data)) return error.data;
  return { key: error.status < 500 ? "not_found" : "unexpected" };
}
