import { z } from "zod";
import { readPhoneNumber } from "~/platform/phone-number";
import { type Fact, facts, type Hours, methods } from "./facts";

const typed = z.string().max(5000, "too_long").default("");
const clock = z
  .union([z.literal(""), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time_not_understood")])
  .default("");
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const hoursTyped = Object.fromEntries(
  weekdays.flatMap((day) => [`opens_${day}`, `closes_${day}`].map((name) => [name, clock])),
) as Record<`${"opens" | "closes"}_${(typeof weekdays)[number]}`, typeof clock>;

/** One fact as its form types it. */
const factTyped = z.object({
  field: z.enum(facts, "choose_one"),
  value: z.union([z.array(z.string().max(40)), typed]).default(""),
  city: typed,
  region: typed,
  postal_code: typed,
  ...hoursTyped,
});
type Typed = z.output<typeof factTyped>;

/** The fact that was typed, as the database takes it; said at the field "value" where it cannot be. */
function readFact<Rest extends Typed>({ field, ...rest }: Rest, language: string, context: z.RefinementCtx) {
  const text = String([rest.value].flat()[0] ?? "");
  const said = { phones: phone, schedules: () => hoursOf(rest as unknown as Typed) }[field as string];
  if (said) return said(text) ?? refuse("phone_not_understood");
  const languages = [rest.value].flat().filter(Boolean);
  const place = { address_1: text, city: rest.city, region: rest.region, postal_code: rest.postal_code };
  const one: Partial<Record<Fact, unknown>> = { staff_languages: languages, cost: text, state: text, place };
  if (field in one) return one[field] === "" ? refuse("choose_one") : one[field];
  return text.trim() === "" ? refuse("required") : { [language]: text };

  function refuse(message: string) {
    context.addIssue({ code: "custom", message, path: ["value"] });
    return z.NEVER;
  }
}

function phone(text: string) {
  const read = readPhoneNumber(text);
  return read ? [read] : undefined;
}

/** Days of the same hours in one line; the same time twice is a whole day, and a time before the opening is the day after's. */
function hoursOf(given: Typed): Hours[] {
  const lines = new Map<string, Hours>();
  for (const day of weekdays) {
    const [opens, closes] = [minutesOf(given[`opens_${day}`]), minutesOf(given[`closes_${day}`])];
    if (opens === undefined || closes === undefined) continue;
    const until = closes > opens ? closes : closes + 1440;
    const line = lines.get(`${opens} ${until}`) ?? { weekdays: [], opens_minute: opens, closes_minute: until };
    lines.set(`${opens} ${until}`, { ...line, weekdays: [...line.weekdays, day] });
  }
  return [...lines.values()];
}

function minutesOf(time: string): number | undefined {
  return time === "" ? undefined : Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** What somebody suggests, in the language of the page they type on. */
export const suggestionSchema = (language: string) =>
  factTyped
    .extend({
      submission_id: z.uuid("form_incomplete"),
      organization: z.union([z.literal(""), z.uuid("choose_one")]).optional(),
      reason: z.string().max(500).default(""),
      contact: z.string().trim().max(254).default(""),
    })
    .transform((given, context) => ({
      ...{ submission_id: given.submission_id, organization: given.organization || undefined, field: given.field },
      ...{ reason: given.reason, contact: given.contact, language, value: readFact(given, language, context) },
    }));

/** What a steward corrects, over the fact that it saw. */
export const correctionSchema = (language: string) =>
  factTyped.extend({ seen: z.string("form_incomplete").max(64) }).transform((given, context) => ({
    ...{ field: given.field, seen: given.seen, value: readFact(given, language, context) },
  }));

export const verificationSchema = z.object({ method: z.enum(methods, "choose_one") });

export const acceptanceSchema = z.object({
  seen: z.string("form_incomplete").max(64),
  publish: z.literal("yes").optional().transform(Boolean),
});

/** Which disagreement, and over which version it is settled. */
export const settlementSchema = z.object({ seen: z.coerce.number("form_incomplete").int() });
