import type { FormReply } from "~/platform/form";
import { listTimeZones } from "~/platform/time-zones.server";
import { type House, type ReadFile, readServicesFile } from "./read-file.server";

const largestFile = 5 * 1024 * 1024;

/** The services of the file that a form brings, or what the form says about it. */
export async function askedFile(
  request: Request,
  house: Omit<House, "isZone">,
): Promise<{ name: string; file: ReadFile } | { reply: FormReply }> {
  const form = await request.formData().catch(() => new FormData());
  const sent = form.get("file");
  const refused = (problem: NonNullable<FormReply["errors"][string]>[number]) => ({
    reply: { values: {}, errors: { file: [problem] } },
  });
  if (!(sent instanceof File) || sent.size === 0) return refused({ key: "list_required" });
  if (sent.size > largestFile) return refused({ key: "list_too_large" });
  const zones = new Set(await listTimeZones());
  const read = await readServicesFile(new Uint8Array(await sent.arrayBuffer()), {
    ...house,
    isZone: (name) => zones.has(name),
  });
  return "problem" in read ? refused(read.problem) : { name: nameOf(sent), file: read };
}

/** The name it had on the sender's computer, as one plain line. */
function nameOf({ name }: File): string {
  const plain = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, "")
    .trim();
  return plain.slice(0, 100) || "services";
}
