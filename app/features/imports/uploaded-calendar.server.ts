import type { FormReply } from "~/platform/form";
import type { ProblemKey } from "~/platform/refusal";
import { type ReadCalendar, readCalendar } from "./calendar/read-calendar.server";

const largestFile = 5 * 1024 * 1024;

/** The calendar in an uploaded file, or what the form says about it. */
export async function uploadedCalendar(
  request: Request,
): Promise<{ name: string; calendar: ReadCalendar } | { reply: FormReply }> {
  const file = await fileIn(request);
  if (!file) return refused("file_required");
  if (file.size > largestFile) return refused("file_too_large");
  const calendar = readCalendar(new Uint8Array(await file.arrayBuffer()));
  return "problem" in calendar ? refused(calendar.problem) : { name: nameOf(file), calendar };
}

/** An empty field comes as a file without a name. */
async function fileIn(request: Request): Promise<File | undefined> {
  const form = await request.formData().catch(() => undefined);
  const file = form?.get("file");
  return file instanceof File && file.size > 0 ? file : undefined;
}

function refused(key: ProblemKey): { reply: FormReply } {
  return { reply: { values: {}, errors: { file: [{ key }] } } };
}

/** The name it had on the sender's computer, as one plain line. */
function nameOf(file: File): string {
  return file.name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, "")
    .trim()
    .slice(0, 100);
}
