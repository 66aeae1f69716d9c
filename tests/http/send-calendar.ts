import type { Visitor } from "../support/member";
import { local } from "./cast";

export const importPage = "/o/krcla/import";

/** As a browser without script sends the form. */
export async function send(
  person: Visitor,
  file: string | Uint8Array,
  { path = importPage, address = "" }: { path?: string; address?: string } = {},
): Promise<Response> {
  const boundary = "zinnia";
  const part = `--${boundary}\r\ncontent-disposition: form-data; name=`;
  const body = Buffer.concat([
    Buffer.from(`${part}"address"\r\n\r\n${address}\r\n`),
    Buffer.from(`${part}"file"; filename="week.ics"\r\ncontent-type: text/calendar\r\n\r\n`),
    Buffer.from(file as string),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const { app_url } = local();
  return fetch(new URL(path, app_url), {
    method: "POST",
    redirect: "manual",
    body,
    headers: {
      origin: new URL(app_url).origin,
      "content-type": `multipart/form-data; boundary=${boundary}`,
      cookie: [...person.cookies()].map(([name, value]) => `${name}=${value}`).join("; "),
    },
  });
}
