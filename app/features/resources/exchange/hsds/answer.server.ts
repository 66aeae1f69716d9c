import type { LoaderFunctionArgs } from "@remix-run/node";

/** An answer for programs. What is public is the same for everybody, and may be kept for a minute. */
export function answerJson({ context }: Pick<LoaderFunctionArgs, "context">, said: object | undefined): Response {
  context.keep(said ? "public, max-age=60" : "no-store");
  const body = said ?? { error: "not_found" };
  return new Response(`${JSON.stringify(body)}\n`, {
    status: said ? 200 : 404,
    headers: { "Content-Type": "application/json; charset=utf-8" },
  });
}
