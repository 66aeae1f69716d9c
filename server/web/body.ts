import type { Share } from "./body-room";

/** The most that a form may hold. */
const bodyLimit = 1024 * 1024;

/** The text of a letter is refused in a sentence of its form, which keeps it; so the form may be far longer than the text. */
const letterLimit = 12 * 1024 * 1024;

/** How much a form of this address may hold. */
export function limitOf({ url }: Request): number {
  return /^\/o\/[^/]+\/letters\/(new|[^/]+\/text)(\.data)?$/.test(new URL(url).pathname) ? letterLimit : bodyLimit;
}

/** Why a body is not read. */
export type Unread = "too_large" | "crowded";

/** A request's whole body, or why not: it is larger than any form, or too much is being sent. Then the rest is never read. */
export async function readBody(
  request: Request,
  share: Share,
  limit = bodyLimit,
): Promise<Uint8Array<ArrayBuffer> | Unread> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return "too_large";
  if (!request.body) return new Uint8Array();

  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit || !share.take(value.byteLength)) {
      reader.releaseLock();
      return size > limit ? "too_large" : "crowded";
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}
