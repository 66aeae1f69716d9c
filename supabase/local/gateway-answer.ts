import type { ServerResponse } from "node:http";

/** Hands an answer on, without Lite's invitation to every website to read it. */
export async function answer(response: ServerResponse, { status, headers, body }: Response): Promise<void> {
  response.statusCode = status;
  for (const [name, value] of headers) {
    if (!name.startsWith("access-control-")) response.setHeader(name, value);
  }
  response.setHeader("cache-control", "no-store");
  const content = body ? Buffer.from(await new Response(body).arrayBuffer()) : Buffer.alloc(0);
  if (status !== 204 && status !== 304) response.setHeader("content-length", content.length);
  response.end(content);
}

/** Says no in the shape that supabase-js reads. The rest of what was sent is not waited for. */
export function refuse(response: ServerResponse, status: number, message: string): void {
  const content = JSON.stringify({ code: String(status), message, details: null, hint: null });
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(content),
    connection: "close",
  });
  response.end(content);
}
