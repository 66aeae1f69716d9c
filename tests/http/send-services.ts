import type { Visitor } from "../support/member";
import { local } from "./cast";

export const servicesImport = "/o/krcla/resources/import";

/** As a browser without script sends the form with a file of services. */
export async function sendServices(
  person: Visitor,
  file: string | Uint8Array,
  { path = servicesImport, name = "crocus.csv" } = {},
): Promise<Response> {
  const boundary = "zinnia";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`;
  const { app_url } = local();
  return fetch(new URL(path, app_url), {
    method: "POST",
    redirect: "manual",
    body: Buffer.concat([Buffer.from(head), Buffer.from(file as string), Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: {
      origin: new URL(app_url).origin,
      "content-type": `multipart/form-data; boundary=${boundary}`,
      cookie: [...person.cookies()].map(([key, value]) => `${key}=${value}`).join("; "),
    },
  });
}
