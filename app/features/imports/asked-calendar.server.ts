import type { FormReply } from "~/platform/form";
import type { Problem } from "~/platform/refusal";
import { type ReadCalendar, readCalendar } from "./calendar/read-calendar.server";
import { fetchCalendar } from "./fetch/fetch-calendar.server";

const largestFile = 5 * 1024 * 1024;
const longestAddress = 2000;

export type AskedCalendar = {
  source: { kind: "file" | "address"; name: string; url: string };
  calendar: ReadCalendar;
};
type Found = Pick<AskedCalendar, "source"> & { bytes: Uint8Array };
type Refused = { field: "file" | "address"; problem: Problem };

/** The calendar that a form brings or names, or what the form says about it. */
export async function askedCalendar(request: Request): Promise<AskedCalendar | { reply: FormReply }> {
  const form = await request.formData().catch(() => new FormData());
  const typed = form.get("address");
  const address = typeof typed === "string" ? typed.replaceAll("\0", "").trim() : "";
  const refused = ({ field, problem }: Refused) => ({ reply: { values: { address }, errors: { [field]: [problem] } } });

  const found = address ? await atAddress(address) : await inFile(form.get("file"));
  if ("problem" in found) return refused(found);
  const read = readFound(found);
  return "problem" in read ? refused(read) : read;
}

/** The calendar at an address that is remembered, or what reading it again says. */
export async function calendarAt(address: string): Promise<AskedCalendar | { reply: FormReply }> {
  const found = await atAddress(address);
  const read = "problem" in found ? found : readFound(found);
  return "problem" in read ? { reply: { values: {}, errors: {}, refusal: read.problem } } : read;
}

function readFound({ bytes, source }: Found): AskedCalendar | Refused {
  const calendar = readCalendar(bytes);
  if (!("problem" in calendar)) return { source, calendar };
  return { field: source.kind, problem: { key: calendar.problem } };
}

async function atAddress(address: string): Promise<Found | Refused> {
  if (address.length > longestAddress)
    return { field: "address", problem: { key: "too_long", values: { maximum: longestAddress } } };
  const fetched = await fetchCalendar(address);
  if ("problem" in fetched) return { field: "address", problem: { key: fetched.problem } };
  const { bytes, url } = fetched;
  return { source: { kind: "address", name: new URL(url).hostname.slice(0, 100), url }, bytes };
}

/** An empty field comes as a file that holds nothing. */
async function inFile(file: FormDataEntryValue | null): Promise<Found | Refused> {
  if (!(file instanceof File) || file.size === 0) return { field: "file", problem: { key: "file_required" } };
  if (file.size > largestFile) return { field: "file", problem: { key: "file_too_large" } };
  return { source: { kind: "file", name: nameOf(file), url: "" }, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** The name it had on the sender's computer, as one plain line. */
function nameOf({ name }: File): string {
  const plain = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, "")
    .trim();
  return plain.slice(0, 100) || "calendar.ics";
}
