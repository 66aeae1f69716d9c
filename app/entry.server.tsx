import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { Sentences } from "./i18n/sentences.server";
import { log } from "./platform/log.server";
import { NonceContext } from "./platform/nonce";
import { withoutPadding } from "./platform/without-padding.server";

/** How long a page may wait for what it streams. */
export const streamTimeout = 10_000;

/** Renders a page in the language that was negotiated for this request. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { locale, nonce, requestId } = context;
  const ready = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";
  let answered = status;

  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <Sentences locale={locale}>
        <NonceContext.Provider value={nonce}>
          <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
        </NonceContext.Provider>
      </Sentences>,
      {
        nonce,
        [ready]() {
          const body = withoutPadding();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answered }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          answered = 500;
          log().error({ id: requestId, err: error }, "a page could not be rendered");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Notes what nobody expected: neither a request that its sender gave up, nor one for what is not there. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  log().error({ id: context.requestId, err: error }, "an unexpected error");
}
