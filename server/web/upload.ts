import { readBody, type Unread } from "./body";
import type { Share } from "./body-room";

/** A file of 5 MB, and the form around it. */
const uploadLimit = 5 * 1024 * 1024 + 64 * 1024;
/** What is read of a larger one, so that its sender hears the answer instead of a broken connection. */
const mostDrained = 100 * 1024 * 1024;
const longestDrainMs = 60_000;

/** The forms that carry a file: a calendar, or a list of services. */
export function takesFile({ method, url }: Request): boolean {
  return method === "POST" && /^\/o\/[^/]+\/(resources\/)?import$/.test(new URL(url).pathname);
}

/** A form with a file in it, in whatever characters the file is; or why it is none. */
export async function readUpload(
  request: Request,
  share: Share,
): Promise<Uint8Array<ArrayBuffer> | undefined | Unread | "unreadable"> {
  const body = await readBody(request, share, uploadLimit);
  if (body === "too_large") await drain(request);
  if (typeof body === "string") return body;
  if (body.byteLength === 0) return undefined;
  const isForm = request.headers.get("content-type")?.toLowerCase().startsWith("multipart/form-data");
  return isForm ? body : "unreadable";
}

/** Reads what still comes and keeps none of it; gives up on what is endless. */
async function drain({ body }: Request): Promise<void> {
  if (!body) return;
  const reader = body.getReader();
  const until = setTimeout(() => reader.cancel().catch(() => {}), longestDrainMs);
  try {
    for (let drained = 0; drained < mostDrained; ) {
      const { done, value } = await reader.read();
      if (done) break;
      drained += value.byteLength;
    }
  } catch {
    // Whoever sent it has gone: there is nobody to answer.
  } finally {
    clearTimeout(until);
    reader.releaseLock();
  }
}
