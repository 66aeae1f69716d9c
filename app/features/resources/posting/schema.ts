import { z } from "zod";
import { readTypedLanguages } from "~/i18n/typed-languages";
import { atMost, checked, inOneLine, paragraph, texts, tidy, tooLong, tooMany } from "~/platform/form-texts";
import { costs, credentials, limits, states } from "../vocabulary";
import { readClosures, readCoordinates, readHours, readPhones } from "./typed-parts";

const audiences = ["owner", "named", "coalition", "everyone"] as const;
const always = { when: () => true };

/** What a person types to put a service into the directory. Messages are keys, so that every language has them. */
export const newServiceSchema = z.intersection(serviceForm(), z.object({ submission_id: z.uuid("form_incomplete") }));
export type NewServiceInput = z.output<typeof newServiceSchema>;

/** What a person types to change a service; the version is the one they had before their eyes. */
export const revisedServiceSchema = z.intersection(serviceForm(), z.object({ seen_version: version() }));
export type RevisedServiceInput = z.output<typeof revisedServiceSchema>;

export const serviceRemovalSchema = z.object({ seen_version: version() });

function serviceForm() {
  return z
    .object({
      ...basics(),
      ...details(),
      ...legal(),
      place: placeForm().optional(),
      assurance: assuranceForm().optional(),
      notes: paragraph(limits.notes).optional(),
    })
    .refine(({ audience, recipients }) => audience !== "named" || recipients?.length > 0, {
      path: ["recipients"],
      error: "named_needs_recipients",
      ...always,
    })
    .transform((form) => ({ content: contentOf(form) }));
}

function basics() {
  return {
    /** The language in which the form was filled in. */
    written_in: z.string().max(12, "choose_one").default("en"),
    name: texts(limits.name, inOneLine).refine((names) => Object.keys(names).length > 0, "service_name_required"),
    description: texts(limits.description, tidy),
    phones: typed(2000, "phone_not_understood", (said) => readPhones(said, "en").unread),
    languages: z.array(z.string().max(12, "choose_one")).max(20, tooMany(20)),
    other_languages: typedLanguages(),
    audience: z.enum(audiences, "choose_one").default("owner"),
    recipients: z.array(z.uuid("choose_one")).max(200, tooMany(200)),
    coalition_id: z.uuid("choose_one").optional(),
    state: z.enum(states, "choose_one"),
  };
}

function details() {
  return {
    terms: z.array(z.string().max(80, "choose_one")).max(12, tooMany(12)),
    provider: z
      .object({ name: texts(limits.name, inOneLine), aliases: lines(10, 80), website: line(limits.link) })
      .optional(),
    interpreter_languages: typedLanguages(),
    document_languages: typedLanguages(),
    hours: typed(limits.hours, "hours_not_understood", (said) => readHours(said).unread),
    closures: typed(4000, "closure_not_understood", (said) => readClosures(said, "en").unread),
    time_zone: z.string("choose_one").max(64, "unknown_time_zone"),
    cost: z.enum(costs, "choose_one").default("unknown"),
    cost_note: texts(limits.costNote, tidy),
    eligibility: texts(limits.paragraph, tidy),
    required_documents: texts(limits.paragraph, tidy),
    area_served: lines(20, 120),
    website: line(limits.link),
    email: line(254),
    translations: z.record(z.string(), z.enum(["person", "machine", "reviewed"], "choose_one")).optional(),
  };
}

function legal() {
  return {
    credential: z.enum(credentials, "choose_one").optional(),
    credential_url: line(limits.link),
    credential_checked_on: day(),
    information_as_of: day(),
    jurisdiction: line(120),
    reviewed_by: line(limits.line),
  };
}

function placeForm() {
  return z.object({
    ...layer(),
    audience: z.enum(audiences, "choose_one").default("owner"),
    id: z.uuid("form_incomplete").optional(),
    /** Further places, which this form does not change. */
    kept: z.array(z.uuid("form_incomplete")).max(20, tooMany(20)),
    name: line(limits.line),
    address_1: line(limits.address),
    address_2: line(limits.address),
    city: line(limits.city),
    region: line(limits.city),
    postal_code: line(20),
    coordinates: line(60).refine(
      (typed) => typed === "" || readCoordinates(typed) !== undefined,
      "coordinates_not_understood",
    ),
    accessibility: z.array(z.string().max(40, "choose_one")).max(8, tooMany(8)),
    directions: texts(limits.paragraph, tidy),
    publish: checked(),
  });
}

function assuranceForm() {
  return z.object({
    ...layer(),
    audience: z.enum(["owner", "named", "coalition"], "never_public").optional(),
    told_on: day(),
    note: texts(limits.costNote, tidy),
  });
}

function layer() {
  return {
    coalition_id: z.uuid("choose_one").optional(),
    recipients: z.array(z.uuid("choose_one")).max(200, tooMany(200)),
  };
}

type Form = z.output<
  z.ZodObject<
    ReturnType<typeof basics> &
      ReturnType<typeof details> &
      ReturnType<typeof legal> & {
        place: z.ZodOptional<ReturnType<typeof placeForm>>;
        assurance: z.ZodOptional<ReturnType<typeof assuranceForm>>;
        notes: z.ZodOptional<ReturnType<typeof paragraph>>;
      }
  >
>;

/** What the database calls the content of a service. */
function contentOf(form: Form) {
  const {
    written_in,
    phones,
    languages,
    other_languages,
    hours,
    closures,
    provider,
    place,
    assurance,
    notes,
    ...same
  } = form;
  return {
    ...same,
    coalition_id: form.audience === "coalition" ? (form.coalition_id ?? null) : null,
    credential: form.credential ?? null,
    credential_checked_on: form.credential_checked_on || null,
    information_as_of: form.information_as_of || null,
    translations: form.translations ?? {},
    staff_languages: [...new Set([...languages, ...other_languages])],
    phones: readPhones(phones, written_in).parts,
    schedules: readHours(hours).parts,
    closures: readClosures(closures, written_in).parts,
    provider: provider && Object.keys(provider.name).length > 0 ? provider : null,
    place: placeOf(place),
    assurance: assurance?.told_on ? { ...assurance, coalition_id: assurance.coalition_id ?? null } : null,
    notes: notes ?? "",
  };
}

function placeOf(place: Form["place"]) {
  if (!place) return null;
  const { audience, coalition_id, recipients, publish, kept, coordinates, id, ...location } = place;
  const isSaid = [location.name, location.address_1, location.city, location.postal_code, coordinates].some(Boolean);
  const at = coordinates ? readCoordinates(coordinates) : undefined;
  const first = {
    ...(id ? { id } : {}),
    ...location,
    latitude: at?.latitude ?? null,
    longitude: at?.longitude ?? null,
  };
  const locations = [...(isSaid ? [first] : []), ...kept.map((one) => ({ id: one }))];
  return { audience, coalition_id: coalition_id ?? null, recipients, publish, locations };
}

function line(max: number) {
  return z.string().transform(inOneLine).refine(atMost(max), tooLong(max)).default("");
}

function lines(most: number, max: number) {
  return z
    .string()
    .default("")
    .transform((typed) => typed.split("\n").map(inOneLine).filter(Boolean))
    .refine((parts) => parts.length <= most, tooMany(most))
    .refine((parts) => parts.every(atMost(max)), tooLong(max));
}

/** Lines that are read as parts of the service; the one that is not understood is said back. */
function typed(max: number, problem: string, unread: (said: string) => string | undefined) {
  return z
    .string()
    .default("")
    .transform(tidy)
    .refine(atMost(max), tooLong(max))
    .superRefine((said, context) => {
      const line = unread(said);
      if (line !== undefined) context.addIssue({ code: "custom", message: problem, params: { typed: line } });
    });
}

function typedLanguages() {
  return z
    .string()
    .default("")
    .refine(atMost(200), tooLong(200))
    .transform((typed, context) => {
      const { languages, unknown } = readTypedLanguages(typed);
      if (unknown.length > 0) {
        context.addIssue({ code: "custom", message: "language_unknown", params: { typed: unknown.join(", ") } });
      }
      return languages;
    });
}

function day() {
  return z
    .string()
    .default("")
    .refine((typed) => typed === "" || /^\d{4}-\d{2}-\d{2}$/.test(typed), "date_not_understood");
}

function version() {
  return z
    .string("form_incomplete")
    .regex(/^\d{1,9}$/, "form_incomplete")
    .transform(Number);
}
