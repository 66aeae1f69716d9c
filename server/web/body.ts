/** The most that a form may hold. */
const bodyLimit = 1024 * 1024;

/** The text of a letter is refused in a sentence of its form, which keeps it; so the form may be far longer than the text. */
const letterLimit = 12 * 1024 * 1024;

/** How much a form of this address may hold. */
export function limitOf({ url }: Request): number {
  return /^\/o\/[^/]+\/letters\/(new|[^/]+\/text)(\.data)?$/.test(new URL(url).pathname) ? letterLimit : bodyLimit;
}

/** A request's whole body, or that it is larger than any form; then the rest of it is never read. */
export async function readBody(request: Request, limit = bodyLimit): Promise<Uint8Array<ArrayBuffer> | "too_large"> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return "too_large";
  if (!request.body) return new Uint8Array();

  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      reader.releaseLock();
      return "too_large";
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
